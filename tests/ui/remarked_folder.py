"""The sample commune after its authority remarked on two indicators and a work; copy it before writing."""

from __future__ import annotations

from pathlib import Path

from exchange_screen import sent_back
from exchanging import AT, ON, made, new_authority, pinned, submitted, taken
from works_screen import ROAD

from ntm_desktop.db.engine import Database
from ntm_desktop.services import remarks, sample, works
from ntm_desktop.services.remarks import Target

LATE = "Biên bản nghiệm thu chưa có chữ ký của giám sát."


def make(place: Path) -> Path:
    """The data folder of the commune; that of the authority stands beside it."""
    sample.make(place / "yen-hoa")
    commune, authority = made(Database.open(place / "yen-hoa")), new_authority(place / "authority")
    pinned(commune, authority)
    taken(authority, submitted(commune, place))
    unit = commune.database.unit
    with authority.database.write("Nhận xét", "Lê Văn Thẩm", AT, of=unit) as session:
        work = next(row.uid for row in works.table(session, on=ON).rows if row.name == ROAD)
        targets = [Target(indicator="2.1"), Target(indicator="17.6")]
        remarks.add(session, targets=targets, text="Bổ sung biên bản.", on=ON)
        remarks.add(session, targets=[Target(work=work)], text=LATE, on=ON)
    taken(commune, sent_back(authority, place, unit))
    for side in (commune, authority):
        side.database.close()
    return place / "yen-hoa"
