"""The construction works as prepared rows: what each column says, which alarm a work wears. No queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from ntm_desktop.domain.alerts import SEVERE, WORDS, Alert
from ntm_desktop.domain.capital import SOURCE_NAMES, Amounts, by_source, by_year
from ntm_desktop.domain.progress import CAUSE_NAMES
from ntm_desktop.domain.remarks import State as Remarked
from ntm_desktop.domain.stages import SHORT_NAMES
from ntm_desktop.services.work_diary import Measurement
from ntm_desktop.services.works import WorkTable, WorkView
from ntm_desktop.text import counted, format_date, format_int, format_percent, millions
from ui.models import remarks
from ui.models.rows import Bar, Cell, Column, Kind, Prepared, Row, money_cell
from ui.tokens import State
from ui.wording import said

NUMBER, NAME, CRITERION, STAGE, SHARE, DELAY, TOTAL, ALLOTTED, DISBURSED, CONTRACTOR, REMARK, STATE = range(
    12
)
TOTAL_ROW = ""
"""What the row of sums is known by; a work is known by its uid."""


def columns() -> tuple[Column, ...]:
    return (
        Column(
            QCoreApplication.translate("Works", "TT"),
            36,
            right=True,
            full_title=QCoreApplication.translate("Works", "Thứ tự"),
        ),
        Column(QCoreApplication.translate("Works", "Công trình"), least=180),
        Column(
            QCoreApplication.translate("Works", "TC"),
            44,
            right=True,
            full_title=QCoreApplication.translate("Works", "Tiêu chí"),
        ),
        Column(QCoreApplication.translate("Works", "Giai đoạn"), 110),
        Column(
            QCoreApplication.translate("Works", "Khối lượng"),
            126,
            full_title=QCoreApplication.translate(
                "Works", "Khối lượng đã làm; vạch đứng là kế hoạch đến nay"
            ),
        ),
        Column(
            QCoreApplication.translate("Works", "Chậm"),
            54,
            right=True,
            full_title=QCoreApplication.translate("Works", "Số ngày chậm so với kế hoạch"),
        ),
        Column(
            QCoreApplication.translate("Works", "Tổng mức"),
            80,
            right=True,
            full_title=QCoreApplication.translate("Works", "Tổng mức đầu tư"),
            copied=QCoreApplication.translate("Works", "Tổng mức (đồng)"),
        ),
        Column(
            QCoreApplication.translate("Works", "Đã bố trí"),
            78,
            right=True,
            full_title=QCoreApplication.translate("Works", "Vốn đã bố trí"),
            copied=QCoreApplication.translate("Works", "Đã bố trí (đồng)"),
        ),
        Column(
            QCoreApplication.translate("Works", "Giải ngân"),
            82,
            right=True,
            full_title=QCoreApplication.translate("Works", "Vốn đã giải ngân"),
            copied=QCoreApplication.translate("Works", "Giải ngân (đồng)"),
        ),
        Column(QCoreApplication.translate("Works", "Đơn vị thi công"), 144),
        remarks.column(),
        Column(QCoreApplication.translate("Works", "Tình trạng"), 128),
    )


def prepared() -> Prepared[WorkView]:
    return Prepared(_item)


def rows_of(table: WorkTable, items: Prepared[WorkView]) -> list[Row]:
    """In the order of the register, the sums below."""
    rows = items.rows(table.rows)
    if table.remarked:
        rows = [_marked(row, table.remarked.get(str(row.data))) for row in rows]
    return [*rows, _sums(table)] if rows else []


def _marked(row: Row, state: Remarked | None) -> Row:
    if state is None:
        return row
    cells = (*row.cells[:REMARK], remarks.waiting_cell(state), *row.cells[REMARK + 1 :])
    return replace(row, cells=cells)


def state_of(row: WorkView) -> State:
    if not row.warnings:
        return State.MET
    return State.UNMET if row.warnings[0].alert in SEVERE else State.REGRESSED


def word_of(row: WorkView) -> str:
    """Of the most urgent alarm; a debt with its amount in triệu."""
    if not row.warnings:
        return QCoreApplication.translate("Works", "Đúng hạn")
    alert = row.warnings[0].alert
    word = said(WORDS[alert])
    return f"{word} {millions(row.state.account.debt)}" if alert is Alert.DEBT else word


def long_word_of(row: WorkView) -> str:
    """As the open work wears it: a delay with its days."""
    if row.warnings and row.warnings[0].alert is Alert.LATE:
        return QCoreApplication.translate("Works", "Chậm {} ngày").format(row.warnings[0].days)
    return word_of(row)


def _item(place: int, row: WorkView) -> Row:
    state, account = row.state, row.state.account
    stage = said(SHORT_NAMES[state.stage])
    cells = (
        Cell(str(place + 1)),
        Cell(row.name, tooltip=row.name),
        Cell(", ".join(row.criteria)),
        Cell(stage),
        Cell(format_percent(state.share), bar=Bar(state.share, state.planned), tooltip=_compared(row)),
        Cell(format_int(state.days_late) if state.is_late else ""),
        money_cell(account.total) if account.total else Cell(),
        money_cell(account.amounts.allotted),
        money_cell(account.amounts.disbursed),
        Cell(row.contractor, tooltip=row.contractor),
        Cell(),
        Cell(word_of(row), state=state_of(row), tooltip="\n".join(one.text for one in row.warnings)),
    )
    return Row(cells, row.uid)


def _compared(row: WorkView) -> str:
    if row.state.planned is None:
        words = QCoreApplication.translate("Works", "Đã làm {}, chưa có kế hoạch khối lượng")
        return words.format(format_percent(row.state.share))
    words = QCoreApplication.translate("Works", "Đã làm {}, kế hoạch đến nay {}")
    return words.format(format_percent(row.state.share), format_percent(row.state.planned))


def _sums(table: WorkTable) -> Row:
    cells = [Cell()] * len(columns())
    words = QCoreApplication.translate("Works", "Tổng {} công trình")
    cells[NAME] = Cell(
        words.format(counted(len(table.rows))), copied=QCoreApplication.translate("Works", "Tổng cộng")
    )
    for place, amount in (
        (TOTAL, table.total),
        (ALLOTTED, table.amounts.allotted),
        (DISBURSED, table.amounts.disbursed),
    ):
        cells[place] = money_cell(amount)
    return Row(tuple(cells), TOTAL_ROW, Kind.TOTAL)


# What was measured


def measurement_columns() -> tuple[Column, ...]:
    return (
        Column(QCoreApplication.translate("Works", "Ngày"), 92, right=True),
        Column(QCoreApplication.translate("Works", "Khối lượng"), 92, right=True),
        Column(
            QCoreApplication.translate("Works", "Giá trị"),
            92,
            right=True,
            full_title=QCoreApplication.translate("Works", "Giá trị khối lượng, triệu đồng"),
            copied=QCoreApplication.translate("Works", "Giá trị khối lượng (đồng)"),
        ),
        Column(
            QCoreApplication.translate("Works", "Nguyên nhân"),
            110,
            full_title=QCoreApplication.translate("Works", "Nguyên nhân chậm"),
        ),
        Column(
            QCoreApplication.translate("Works", "Ảnh"),
            44,
            right=True,
            full_title=QCoreApplication.translate("Works", "Số ảnh hiện trường"),
        ),
        Column(QCoreApplication.translate("Works", "Ghi chú")),
    )


def measurement_rows(measured: Sequence[Measurement]) -> list[Row]:
    return [_measurement(one) for one in measured]


def _measurement(one: Measurement) -> Row:
    note = " ".join((one.note or one.reason).split())
    cells = (
        Cell(format_date(one.on)),
        Cell(format_percent(one.share)),
        Cell() if one.value is None else money_cell(one.value),
        Cell(said(CAUSE_NAMES[one.cause]) if one.cause else ""),
        Cell(str(len(one.photos)) if one.photos else ""),
        Cell(note, tooltip=one.note or one.reason),
    )
    return Row(cells, one.uid)


# Money by year and source


def money_columns() -> tuple[Column, ...]:
    return (
        Column(QCoreApplication.translate("Works", "Năm, nguồn")),
        Column(
            QCoreApplication.translate("Works", "Cam kết"),
            92,
            right=True,
            copied=QCoreApplication.translate("Works", "Cam kết (đồng)"),
        ),
        Column(
            QCoreApplication.translate("Works", "Bố trí"),
            92,
            right=True,
            copied=QCoreApplication.translate("Works", "Bố trí (đồng)"),
        ),
        Column(
            QCoreApplication.translate("Works", "Giải ngân"),
            92,
            right=True,
            copied=QCoreApplication.translate("Works", "Giải ngân (đồng)"),
        ),
    )


def money_rows(row: WorkView) -> list[Row]:
    facts, on = row.facts.money, row.state.on
    rows = []
    for year, sums in by_year(facts, on=on):
        name = QCoreApplication.translate("Works", "Năm {}").format(year)
        rows.append(_money(name, sums, f"{year}", Kind.GROUP))
        of_year = [fact for fact in facts if fact.year == year]
        rows += [
            _money(said(SOURCE_NAMES[source]), amounts, f"{year}", Kind.ITEM, source.value)
            for source, amounts in by_source(of_year, on=on)
        ]
    if rows:
        total = QCoreApplication.translate("Works", "Tổng")
        rows.append(_money(total, row.state.account.amounts, "", Kind.TOTAL))
    return rows


def _money(name: str, amounts: Amounts, year: str, kind: Kind, source: str = "") -> Row:
    numbers = (amounts.committed, amounts.allotted, amounts.disbursed)
    cells = (Cell(name, tooltip=name), *map(money_cell, numbers))
    return Row(cells, (year, source), kind, year)
