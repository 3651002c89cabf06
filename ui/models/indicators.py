"""The tree of criteria and indicators as prepared rows, and the filters by state. No Qt items, no queries."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from ntm_desktop.domain.judging import CriterionState, Verdict
from ntm_desktop.domain.targets import NO_TARGET_TEXT
from ntm_desktop.services.indicators import CriterionRow, IndicatorRow, IndicatorTable
from ntm_desktop.text import format_date
from ui.models import remarks
from ui.models.rows import Cell, Column, Kind, Row
from ui.tokens import State
from ui.widgets.marks import criterion_state, criterion_word, state_word

CODE, TEXT, TARGET, VALUE, VERDICT, FILES, AS_OF, PERSON, REMARK = range(9)
IN_PANEL = (AS_OF, PERSON)
"""Columns that the side panel shows as well; dropped while it is open."""

ATTENTION, ALL = "attention", "all"
_CRITERION = "criterion:"


def columns() -> tuple[Column, ...]:
    return (
        Column(QCoreApplication.translate("Indicators", "Mã"), 58),
        Column(QCoreApplication.translate("Indicators", "Tiêu chí, chỉ tiêu")),
        Column(QCoreApplication.translate("Indicators", "Mức yêu cầu"), 102),
        Column(QCoreApplication.translate("Indicators", "Hiện trạng"), 104, right=True),
        Column(QCoreApplication.translate("Indicators", "Kết quả"), 142),
        Column(
            QCoreApplication.translate("Indicators", "Tệp"),
            44,
            right=True,
            full_title=QCoreApplication.translate("Indicators", "Số tệp minh chứng đang có hiệu lực"),
        ),
        Column(QCoreApplication.translate("Indicators", "Số liệu ngày"), 92, right=True),
        Column(QCoreApplication.translate("Indicators", "Người phụ trách"), 150),
        remarks.column(),
    )


def criterion_key(code: str) -> str:
    """What a group row is known by; an indicator row is known by its code."""
    return _CRITERION + code


def criterion_of(key: str) -> str | None:
    return key.removeprefix(_CRITERION) if key.startswith(_CRITERION) else None


def indicator_state(row: IndicatorRow) -> State:
    """The verdict, but *Tụt chuẩn* in place of *Chưa đạt*, which it implies."""
    return State.REGRESSED if row.regressed else State(row.verdict.value)


FILTERS: Mapping[str, Callable[[IndicatorRow], bool]] = {
    ATTENTION: lambda row: row.needs_action,
    State.UNMET: lambda row: row.verdict is Verdict.UNMET,
    State.NOT_ASSESSED: lambda row: row.verdict is Verdict.NOT_ASSESSED,
    State.NO_TARGET: lambda row: row.verdict is Verdict.NO_TARGET,
    State.REGRESSED: lambda row: row.regressed,
    ALL: lambda _row: True,
}


def filter_counts(table: IndicatorTable) -> dict[str, int]:
    rows = [row for criterion in table.criteria for row in criterion.indicators]
    return {key: sum(map(wanted, rows)) for key, wanted in FILTERS.items()}


def matching(table: IndicatorTable, key: str) -> set[str]:
    """Codes to show. *Cần xử lý* shows the whole criterion, so that an exception is seen in its place."""
    wanted = FILTERS[key]
    found = set()
    for criterion in table.criteria:
        hits = {row.code for row in criterion.indicators if wanted(row)}
        found |= {row.code for row in criterion.indicators} if hits and key == ATTENTION else hits
    return found


def is_remarked_on(table: IndicatorTable) -> bool:
    """Some remark waits for one of the sides."""
    return any(row.remark is not None for criterion in table.criteria for row in criterion.indicators)


def rows_of(table: IndicatorTable, codes: set[str]) -> list[Row]:
    rows = []
    for criterion in table.criteria:
        shown = [row for row in criterion.indicators if row.code in codes]
        if shown or not criterion.indicators:
            rows.append(_group(criterion))
            rows += [_item(row) for row in shown]
    return rows


def _why(row: CriterionRow) -> str:
    if row.state is not CriterionState.UNDECIDED:
        return ""
    return QCoreApplication.translate(
        "Indicators", "Chưa xét xong: còn chỉ tiêu chưa đánh giá hoặc chưa thể xét"
    )


def _group(row: CriterionRow) -> Row:
    return Row(
        cells=(
            Cell(row.code),
            Cell(row.name, tooltip=row.name),
            Cell(),
            Cell(),
            Cell(
                criterion_word(row.state, regressed=row.regressed),
                state=criterion_state(row.state, regressed=row.regressed),
                tooltip=_why(row),
            ),
            Cell(str(row.evidence_count)),
            Cell(),
            Cell(row.person),
            Cell(),
        ),
        data=criterion_key(row.code),
        kind=Kind.GROUP,
        group=row.code,
    )


def _files(row: IndicatorRow) -> Cell:
    if not row.evidence_outdated:
        return Cell(str(row.evidence_count))
    words = QCoreApplication.translate("Indicators", "{} tệp còn hiệu lực, {} tệp đã hết hiệu lực")
    return Cell(
        str(row.evidence_count),
        tone="text" if row.evidence_count else State.UNMET,
        tooltip=words.format(row.evidence_count, row.evidence_outdated),
    )


def _item(row: IndicatorRow) -> Row:
    state = indicator_state(row)
    missing = row.target_text == NO_TARGET_TEXT
    levels = sorted(row.level_text.split("; "), key=lambda level: level != NO_TARGET_TEXT)  # seen, if cut
    target = f"{'; '.join(levels)} (*)" if row.unverified and len(levels) == 1 else "; ".join(levels)
    if row.unverified and len(levels) > 1:
        target = f"(*) {target}"
    return Row(
        cells=(
            Cell(row.official_code),
            Cell(row.text, tooltip=row.text),
            Cell(target, tone=State.NO_TARGET if missing else "text", tooltip=target),
            Cell(row.value_text, tone="text2" if row.verdict is Verdict.NOT_APPLICABLE else "text"),
            Cell(state_word(state), state=state),
            _files(row),
            Cell(format_date(row.as_of) if row.as_of else ""),
            Cell(row.person),
            remarks.waiting_cell(row.remark),
        ),
        data=row.code,
        group=row.criterion,
    )
