"""Measurements from a spreadsheet against the same entered by hand, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from office import AT, LEAD, TODAY
from sheets_file import book

from ntm_desktop.db.engine import Database
from ntm_desktop.domain.corrections import in_order
from ntm_desktop.errors import NtmError
from ntm_desktop.services import importing, registers, work_facts, work_progress, works

_HEADS = ("Tên công trình", "Ngày đo", "Khối lượng lũy kế", "Lý do")
_NUMBERS = count()

Row = tuple[date, int, str]
"""The day, the share in basis points, why it fell back or was corrected."""

DAYS = st.integers(0, 9).map(lambda days: date(2021, 3, 1) + timedelta(days))
SHARES = st.integers(0, 10).map(lambda tenth: tenth * 1000)
RECORDED = st.tuples(DAYS, SHARES, st.sampled_from(["", "", "đo sai"]))
IN_THE_SHEET = st.tuples(DAYS, SHARES, st.sampled_from(["", "", "đo lại"]))


@given(
    st.lists(RECORDED, max_size=5),
    st.lists(IN_THE_SHEET, min_size=1, max_size=6, unique_by=lambda row: row[0]),
)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_sheet_is_judged_as_the_same_entered_by_hand_in_the_order_of_days(
    office: Database, tmp_path: Path, recorded: Sequence[Row], rows: Sequence[Row]
) -> None:
    name, twin = (f"Kênh mương số {next(_NUMBERS)}" for _ in range(2))
    for one in (name, twin):
        with office.write("Nhập công trình", LEAD, AT) as session:
            works.save(session, name=one, kind="thuy-loi")
        for row in recorded:
            _by_hand(office, one, row)
    refused = [row[0] for row in sorted(rows) if not _by_hand(office, twin, row)]
    cells = [(name, on, share / 100, reason or None) for on, share, reason in rows]
    path = book(tmp_path / "Khối lượng.xlsx", [_HEADS, *cells], "Khối lượng")
    sheets = registers.read_file(path, registers.WORKS)
    with office.read() as session:
        shown = registers.preview(session, registers.WORKS, sheets=sheets, today=TODAY)
    told = {one.address[1:] for one in shown.refusals}
    assert told == {str(2 + at) for at, row in enumerate(rows) if row[0] in refused}
    if not refused:
        with office.write(registers.action(shown), LEAD, AT) as session:
            importing.write(session, shown)
        assert _measured(office, name) == _measured(office, twin)


def test_the_reason_of_an_earlier_correction_is_none_for_this_one(office: Database, tmp_path: Path) -> None:
    on, name = date(2021, 3, 1), "Kênh mương thôn Đông"
    with office.write("Nhập công trình", LEAD, AT) as session:
        works.save(session, name=name, kind="thuy-loi")
    for row in ((on, 5000, ""), (on, 4000, "đo sai")):
        assert _by_hand(office, name, row)
    path = book(tmp_path / "Khối lượng.xlsx", [_HEADS, (name, on, 30, "đo sai")], "Khối lượng")
    sheets = registers.read_file(path, registers.WORKS)
    with office.read() as session:
        shown = registers.preview(session, registers.WORKS, sheets=sheets, today=TODAY)
    assert [(one.address, one.value, one.expected) for one in shown.refusals] == [
        ("D2", "đo sai", "Lý do này của lần nhập trước. Ghi lý do sửa lần này.")
    ]


def _by_hand(office: Database, name: str, row: Row) -> bool:
    """Whether it was taken; what is there already is."""
    on, share, reason = row
    with office.read() as session:
        uid = works.uid_named(session, name=name)
        known = [
            one for one in in_order(work_facts.gather(session, of=[uid])[0].facts.measured) if one.on == on
        ]
    if known and known[-1].share == share:
        return True
    try:
        with office.write("Đo khối lượng", LEAD, AT) as session:
            work_progress.measure(
                session,
                uid=uid,
                share=share,
                on=on,
                today=TODAY,
                supersedes=known[-1].uid if known else None,
                reason=reason,
            )
    except NtmError:
        return False
    return True


def _measured(office: Database, name: str) -> list[tuple[date, int]]:
    with office.read() as session:
        (found,) = work_facts.gather(session, of=[works.uid_named(session, name=name)])
    return [(one.on, one.share) for one in in_order(found.facts.measured)]
