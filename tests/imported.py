"""A register that a spreadsheet is read into: two hamlets and two works, and what a preview says."""

from __future__ import annotations

from office import AT, LEAD

from ntm_desktop.db.engine import Database
from ntm_desktop.services import commune, importing, registers, works
from ntm_desktop.services.importing import Preview

ROAD, CANAL = "Đường trục thôn Tân Lợi 1", "Kênh mương nội đồng"


def with_hamlets_and_works(office: Database) -> Database:
    rows = [commune.HamletView(None, "Tân Lợi 1", 76, 298), commune.HamletView(None, "Đặng Hoá", 159, 621)]
    with office.write("Nhập thôn và công trình", LEAD, AT) as session:
        commune.save_hamlets(session, rows=rows)
        for name in (ROAD, CANAL):
            works.save(session, name=name, kind="giao-thong")
    return office


def write(database: Database, shown: Preview) -> None:
    with database.write(registers.action(shown), LEAD, AT) as session:
        importing.write(session, shown)


def tell(shown: Preview) -> list[tuple[str, str, str]]:
    return [(row.name, row.standing, row.note) for row in shown.rows]


def refused(shown: Preview) -> list[tuple[str, str]]:
    return [(one.address, one.expected) for one in shown.refusals]


class TakenBackError(Exception):
    """Ends a write that leaves nothing."""
