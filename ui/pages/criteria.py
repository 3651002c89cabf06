"""Tiêu chí: what is met, what is missing, who answers for it; one indicator at a time in the side panel.

What keys do is in ``criteria_typing``, what is written in ``criteria_actions``, what is read in
``criteria_reading``, what is asked in ``criteria_dialogs``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout

from ntm_desktop.domain.targets import NO_TARGET_TEXT
from ntm_desktop.services.indicators import IndicatorDetail
from ntm_desktop.services.remarks import Target
from ntm_desktop.services.responsibilities import ResponsibilityView
from ntm_desktop.text import counted
from ui.context import Context
from ui.models.indicators import (
    ALL,
    ATTENTION,
    FILES,
    FILTERS,
    IN_PANEL,
    REMARK,
    TARGET,
    columns,
    criterion_key,
    criterion_of,
    filter_counts,
    is_remarked_on,
    matching,
    rows_of,
)
from ui.pages.criteria_actions import IndicatorActions
from ui.pages.criteria_dialogs import IndicatorDialogs
from ui.pages.criteria_panel import FIGURES, PLAN, IndicatorPanel
from ui.pages.criteria_plan import Answerable
from ui.pages.criteria_reading import IndicatorReader, Loaded
from ui.pages.criteria_typing import EntryByKeyboard, current_indicator, indicator_after, indicators_around
from ui.pages.remark_acts import Named, RemarkActs
from ui.stage import Stage
from ui.tokens import State
from ui.widgets.buttons import ChipRow
from ui.widgets.cards import EmptyState
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.marks import state_word
from ui.widgets.page import Page, scroll_to
from ui.widgets.table import Table

_PLAN = "ke-hoach"  # of a link
_ROOM_FOR_ALL_COLUMNS = 980  # with less, the name of an indicator would shrink to two words


class CriteriaPage(Page):
    KEY: ClassVar[str] = "tieu-chi"
    READ_AHEAD: ClassVar[bool] = True
    TABLES: ClassVar[frozenset[str]] = frozenset(
        {"assessment", "commune", "evidence", "evidence_link", "file", "goal", "hamlet", "official_document"}
        | {"person", "plan", "plan_note", "responsibility", "target_confirmation", "target_override"}
        | {"baseline", "contract", "contract_annex", "progress", "work", "work_indicator", "work_money"}
        | {"acceptance", "work_investment", "work_stage", "remark", "answer", "verdict"}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Tiêu chí"))
        self._loaded: Loaded | None = None
        self._wanted = ""  # a link that came before the rows
        self._codes: set[str] = set()  # shown under the filter; a row stays until the filter is chosen anew

        self._chips = ChipRow(
            (
                (ATTENTION, self.tr("Cần xử lý"), None, "funnel"),
                *((s, state_word(s), s, "") for s in (State.UNMET, State.NOT_ASSESSED, State.NO_TARGET)),
                (State.REGRESSED, state_word(State.REGRESSED), State.REGRESSED, ""),
                (ALL, self.tr("Tất cả"), None, "list"),
            )
        )
        self._table = Table(columns(), self.tr("Tiêu chí và chỉ tiêu"))
        self._table.give_way(FILES, TARGET)  # the panel says these too
        self._empty = EmptyState(
            self.tr("Không còn chỉ tiêu nào thuộc nhóm này."), self.tr("Xem tất cả chỉ tiêu")
        )
        self._skeleton = EmptyState(
            self.tr("Bộ tiêu chí này chưa có danh mục chỉ tiêu trong chương trình."), self.tr("Mở Thiết lập")
        )
        self._footnote = Label(
            self.tr("(*) Mức chưa đối chiếu với văn bản gốc; bản in ghi rõ ở cột Ghi chú."),
            "caption",
            "text2",
        )
        self.details = IndicatorPanel(of_authority=context.is_read_only)
        self.panel = self.details
        self._actions = IndicatorActions(context, self)
        self._typing = EntryByKeyboard(context, self, self._table, self.details, self._actions)
        self._dialogs = IndicatorDialogs(context, self, self.details.figures.entry, self._actions)
        self._reader = IndicatorReader(context.tasks, self)
        self._remarks = RemarkActs(self)
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        self._reader.reload(current_indicator(self._table))

    def select(self, anchor: str) -> None:
        """An indicator's or a criterion's code, for its plan with “/ke-hoach”, or a verdict to filter by."""
        if self._loaded is None:
            self._wanted = anchor
        elif anchor in FILTERS:
            self._chips.choose(anchor)
        else:
            code, _, part = anchor.partition("/")
            self._show(code)
            self.details.tabs.choose(PLAN if part == _PLAN else FIGURES)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():  # another page was shown before: keys go on in the table
            self._table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_panel_turned()

    def _lay_out(self) -> None:
        frame = QFrame()
        frame.setObjectName("card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        for widget in (self._table, self._empty, self._skeleton):
            inside.addWidget(widget)
        self._empty.hide()
        self._skeleton.hide()
        self._footnote.hide()
        self.column.addWidget(self._chips)
        self.column.addWidget(frame, 1)
        hint = self.tr("Gõ số ngay trong bảng; Enter lưu và sang chỉ tiêu sau, Esc về bảng")
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._footnote)
        foot.addWidget(ElidedLabel("" if self.context.is_read_only else hint, "caption", "text3"), 1)
        self.column.addLayout(foot)

    def _connect(self) -> None:
        panel, actions, dialogs = self.details, self._actions, self._dialogs
        figures = panel.figures
        self._reader.loaded.connect(self._on_loaded)
        self._reader.read.connect(self._on_detail)
        self._chips.chosen.connect(self._on_filter_chosen)
        self._empty.acted.connect(self._on_all_wanted)
        self._skeleton.acted.connect(self._on_setup_wanted)
        self._table.current_changed.connect(self._on_current_changed)
        self._table.clicked.connect(self._on_row_clicked)
        figures.entry.hamlets_wanted.connect(dialogs.ask_hamlets)
        self._table.paste_requested.connect(self._on_paste_requested)
        figures.target_wanted.connect(self._on_target_wanted)
        figures.carry_wanted.connect(actions.take_over)
        figures.keep_wanted.connect(actions.keep)
        figures.works.wanted.connect(self._on_work_wanted)
        figures.evidence.open_wanted.connect(actions.open_file)
        figures.evidence.edit_wanted.connect(dialogs.edit_evidence)
        figures.evidence.detach_wanted.connect(actions.detach)
        figures.evidence.dropped.connect(actions.attach)
        figures.evidence.asked_to_choose.connect(actions.choose_files)
        panel.plan.plan_committed.connect(actions.save_plan)
        actions.plan_refused.connect(panel.plan.take_back)
        panel.plan.note_committed.connect(actions.add_note)
        panel.plan.done_wanted.connect(actions.close_plan)
        panel.responsibility.committed.connect(actions.assign)
        panel.history.remove_wanted.connect(actions.remove_fact)
        panel.remarks.made.connect(self._remarks.serve)
        self._remarks.offer(self._table, self._chosen)
        panel.opened.connect(self._on_panel_turned)
        panel.closed.connect(self._on_panel_closed)
        actions.told.connect(self.told)
        figures.entry.unsaved.connect(self.unsaved)

    # Loading

    def _on_loaded(self, loaded: Loaded) -> None:
        first = self._loaded is None
        self._loaded = loaded
        table = loaded.table
        counts = filter_counts(table)
        self._chips.set_counts(counts)
        self.header.set_facts(*self._facts())
        self._footnote.setVisible(table.footnote)
        self.details.set_people(loaded.people)
        if first:
            self._chips.choose(ATTENTION if counts[ATTENTION] else ALL)
            self._start()
        else:
            self._codes |= matching(table, self._chips.choice() or ALL)
            self._show_rows()
            self._show_current(loaded.details)

    def _start(self) -> None:
        self.details.open_panel()
        if isinstance(stage := self.parentWidget(), Stage) and stage.is_narrow():
            self.details.close_panel()  # it would lie over the table: only while something is typed
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self.select(wanted)
        else:
            self._table.select(indicator_after(self._table, -1))
        self._table.setFocus()

    def _facts(self) -> tuple[str, ...]:
        assert self._loaded is not None
        counts = self._loaded.table.counts
        applicable = counts.total - counts.not_applicable
        criteria = self.tr("{}/{} tiêu chí đạt")
        if counts.criteria_left_out:
            criteria = self.tr("{}/{} tiêu chí đạt, trong đó {} không xét")
        not_applicable = counted(counts.not_applicable)
        return (
            criteria.format(counts.criteria_met, counts.criteria_total, counted(counts.criteria_left_out)),
            self.tr("{}/{} chỉ tiêu đạt").format(counts.met, applicable),
            self.tr("{} không áp dụng").format(not_applicable) if counts.not_applicable else "",
        )

    def _show_rows(self) -> None:
        assert self._loaded is not None
        rows = rows_of(self._loaded.table, self._codes)
        known = any(criterion.indicators for criterion in self._loaded.table.criteria)
        with QSignalBlocker(self._table):  # the same row stays current: nothing to read anew
            self._table.show_rows(rows)
        self._table.setColumnHidden(REMARK, not is_remarked_on(self._loaded.table))
        self._table.setVisible(known and bool(rows))
        self._empty.setVisible(known and not rows)
        self._skeleton.setVisible(not known)

    def _show_current(self, details: Mapping[str, IndicatorDetail]) -> None:
        key = self._table.current_data()
        criterion = criterion_of(key) if isinstance(key, str) else None
        if criterion is not None:
            self._show_criterion(criterion)
        elif isinstance(key, str) and key in details:
            self._on_detail(details[key])

    def _show_criterion(self, code: str) -> None:
        assert self._loaded is not None
        row = next((row for row in self._loaded.table.criteria if row.code == code), None)
        if row is None:
            return
        held = next((view for view in self._loaded.responsibilities if view.criterion == code), None)
        self._actions.detail, self._actions.criterion = None, code
        self.details.show_criterion(row, _answerable(held))

    def _on_detail(self, detail: IndicatorDetail) -> None:
        if detail.row.code != current_indicator(self._table):
            return  # the selection went on meanwhile
        self._actions.detail, self._actions.criterion = detail, detail.row.criterion
        code, loaded = detail.row.code, self._loaded
        if loaded is not None:
            serving, said = loaded.works.get(code, ()), loaded.remarks.get(code, ())
            self.details.show_indicator(detail, serving, loaded.waits.get(code), said)
        self._reader.prepare(*indicators_around(self._table))
        self._typing.type_waiting()

    # Selecting

    def _show(self, code: str) -> None:
        if not (self._table.select(code) or self._table.select(criterion_key(code))):
            self._chips.choose(ALL)
            if not self._table.select(code):
                self._table.select(criterion_key(code))
        scroll_to(self._table)
        self.details.open_panel()
        if self.isVisible():
            self._table.setFocus()  # from the search, say: what is typed next belongs to this row

    def _on_current_changed(self, key: object) -> None:
        code = current_indicator(self._table)
        if not code:
            if isinstance(key, str) and (criterion := criterion_of(key)) is not None:
                self._show_criterion(criterion)
            return
        self._reader.show(code)

    def _on_row_clicked(self) -> None:
        """Who points at one indicator wants to see it, also after the panel was closed."""
        if current_indicator(self._table) and len(self._table.chosen_data()) == 1:
            self.details.open_panel()

    def _on_filter_chosen(self, key: str) -> None:
        if not key:
            self._chips.choose(ALL)
        elif self._loaded is not None:
            self._codes = matching(self._loaded.table, key)
            self._show_rows()
            if (
                not self._table.currentIndex().isValid()
                and (first := indicator_after(self._table, -1)) is not None
            ):
                self._table.select(first)

    def _on_all_wanted(self) -> None:
        self._chips.choose(ALL)

    def _on_panel_closed(self) -> None:
        if self.details.isAncestorOf(QApplication.focusWidget() or self):
            self._table.setFocus()  # or Qt would hand the focus on to a button of the window
        self._on_panel_turned()

    def _on_panel_turned(self) -> None:
        hidden = self.details.is_open or self.width() < _ROOM_FOR_ALL_COLUMNS
        for column in IN_PANEL:
            self._table.setColumnHidden(column, hidden)

    def _chosen(self) -> list[Named]:
        """Indicators that are chosen together, to be remarked on."""
        assert self._loaded is not None
        rows = (row for criterion in self._loaded.table.criteria for row in criterion.indicators)
        known = {row.code: row for row in rows}
        return [
            (Target(indicator=row.code), f"{row.official_code} {row.text}")
            for data in self._table.chosen_data()
            if (row := known.get(str(data))) is not None
        ]

    # What leads elsewhere

    def _on_paste_requested(self, _key: object, _column: int, lines: list[list[str]]) -> None:
        if self._loaded is not None:
            shown = [row for criterion in self._loaded.table.criteria for row in criterion.indicators]
            rows = [row for row in shown if row.code in self._codes]
            pasted = self._table.without_heads(lines)
            self._dialogs.paste(pasted, rows, current_indicator(self._table), self._typing.last_day)

    def _on_target_wanted(self) -> None:
        if self._actions.detail is not None and self._actions.detail.row.target_text == NO_TARGET_TEXT:
            self._dialogs.ask_target(self._actions.code)
            return
        self.follow("thiet-lap", f"muc/{self._actions.code}")

    def _on_work_wanted(self, uid: str) -> None:
        self.follow("cong-trinh", uid)

    def _on_setup_wanted(self) -> None:
        self.follow("thiet-lap", "bo-tieu-chi")


def _answerable(view: ResponsibilityView | None) -> Answerable:
    if view is None:
        return Answerable(None, None, "")
    return Answerable(
        view.person.uid if view.person else None, view.head.uid if view.head else None, view.department
    )
