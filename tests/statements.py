"""A statement with every kind of cell, for the tests of what becomes of it on paper and in Excel."""

from __future__ import annotations

from datetime import date

from paper_sample import yen_hoa

from ntm_desktop.documents.data import SignerFacts
from ntm_desktop.documents.office import Office
from ntm_desktop.documents.tables import Cell, Head, Kind, Line, LineKind, Statement, summed
from ntm_desktop.documents.work_tables import WorkEntry
from ntm_desktop.domain.capital import MoneyFact
from ntm_desktop.domain.stages import Route, Stage, StageDates
from ntm_desktop.domain.works import Dated, WorkFacts, state_on

HEADS = (
    Head("TT", Kind.CODE),
    Head("Tên công trình", width=40),
    Head("Ngân sách", Kind.MONEY, group="Nguồn vốn"),
    Head("Nhân dân", Kind.MONEY, group="Nguồn vốn"),
    Head("Đạt", Kind.PERCENT),
    Head("Số hộ", Kind.COUNT),
    Head("Đất (m²)", Kind.QUANTITY),
    Head("Ngày", Kind.DATE),
    Head("Ghi chú"),
)


def office(*, illustrative: bool = False) -> Office:
    signer = SignerFacts("Ông Đinh Minh Đức", "Chủ tịch")
    return Office(yen_hoa().commune, signer, date(2021, 6, 30), "Cao Thị Hòa", illustrative)


def statement(*rows: tuple[Cell, ...], **given: object) -> Statement:
    """With a group above the rows and a total below; without rows there is neither."""
    lines = [Line(row) for row in rows]
    named: dict[str, object] = {
        "name": "Biểu thử",
        "subject": "Xây dựng nông thôn mới xã Yên Hóa",
        "on": date(2021, 6, 30),
        "heads": HEADS,
        "lines": (
            (Line(("I. Giao thông",), LineKind.GROUP), *lines, summed("Tổng cộng", HEADS, lines))
            if lines
            else ()
        ),
        "office": office(),
        "nothing": "Chưa có công trình nào.",
    }
    return Statement(**(named | given))  # type: ignore[arg-type]


ROAD = (1, "Đường thôn", 1_250_000_000, 300_000_000, 4650, 76, 620_500, date(2021, 4, 12), "")
CANAL = (2, "Kênh mương", 1_100_500_000, 0, 10_000, 0, None, None, "=1+1")

ON = date(2021, 6, 30)


def entry(*money: MoneyFact, finished: date | None = None) -> WorkEntry:
    stages = {Stage.ACCEPTANCE: StageDates(Stage.ACCEPTANCE, None, finished)} if finished else {}
    facts = WorkFacts("w", "Đường thôn", Route.ORDINARY, stages, [Dated(date(2019, 1, 1), 10**9)], money)
    return WorkEntry("Đường thôn", "", (), "", "", "", "", "", "", "", None, facts, state_on(facts, ON))
