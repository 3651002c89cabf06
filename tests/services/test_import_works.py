"""Works from a spreadsheet: what is shown before, what is in the register after, and what is refused."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from office import AT, LEAD, TODAY
from sheets_file import HEADS, book

from ntm_desktop.db.engine import Database
from ntm_desktop.errors import NtmError
from ntm_desktop.services import history, importing, registers, works
from ntm_desktop.services.importing import Choices, Preview, Standing
from ntm_desktop.services.works import WorkView

ROAD = "Đường trục thôn Tân Lợi 1"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "Công trình 2021.xlsx"


def preview(database: Database, path: Path, choices: Choices | None = None, today: date = TODAY) -> Preview:
    sheets = registers.read_file(path)
    with database.read() as session:
        return registers.preview(session, sheets=sheets, today=today, choices=choices)


def write(database: Database, shown: Preview) -> None:
    with database.write(registers.action(shown), LEAD, AT) as session:
        importing.write(session, shown)


def rows_of(database: Database, on: date = TODAY) -> tuple[WorkView, ...]:
    with database.read() as session:
        return works.table(session, on=on).rows


def tell(shown: Preview) -> list[tuple[str, str]]:
    return [(row.name, row.standing) for row in shown.rows]


def refused(shown: Preview) -> list[str]:
    return [one.sentence for one in shown.refusals]


def with_rows(path: Path, *rows: Sequence[Any], heads: Sequence[str] = HEADS) -> Path:
    return book(path, [heads, *rows])


def test_a_new_work_is_shown_then_written_then_undone_as_one(office: Database, file: Path) -> None:
    with_rows(file, (ROAD, "Giao thông", 1_250_000_000, date(2021, 2, 26)))
    shown = preview(office, file)
    assert (tell(shown), rows_of(office)) == ([(ROAD, Standing.NEW)], ())
    write(office, shown)
    (row,) = rows_of(office)
    assert (row.name, row.kind, row.state.account.total) == (ROAD, "giao-thong", 1_250_000_000)
    assert row.facts.investments[0].on == date(2021, 2, 26)
    with office.read() as session:
        newest = history.entries(session, limit=1)[0]
    assert newest.action == "Nhập từ Excel: 1 mới, 0 đổi"
    with office.write("Hoàn tác", LEAD, AT) as session:
        history.undo(session, seq=newest.seq)
    assert rows_of(office) == ()


def test_what_is_exported_is_unchanged_when_read_back(yen_hoa: Database, file: Path) -> None:
    for day in (TODAY, date(2021, 12, 31)):
        with yen_hoa.read() as session:
            registers.save(file, registers.export(session, today=day))
        shown = preview(yen_hoa, file, today=day)
        assert {row.standing for row in shown.rows} == {Standing.UNCHANGED}, refused(shown)
        assert (shown.old_texts, shown.is_open) == ((), False)


def test_a_refused_cell_keeps_the_whole_file_out(office: Database, file: Path) -> None:
    with_rows(file, (ROAD, "Giao thông", "1.25", None), ("Nhà văn hóa", "Văn hóa xã", None, None))
    shown = preview(office, file)
    assert [one.address for one in shown.refusals] == ["C2", "B3"]
    with pytest.raises(NtmError, match="còn ô sai"):
        write(office, shown)
    assert rows_of(office) == ()
