"""The plan that a work is held against: even, by months, or by the weights of its stages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.domain.progress import (
    WHOLE,
    PlanPoint,
    decided,
    even_plan,
    in_force,
    month_ends,
    monthly_plan,
    planned_share,
    weighted_plan,
)
from ntm_desktop.domain.stages import Stage, stage_name
from ntm_desktop.errors import NtmError
from ntm_desktop.services import work_progress
from ntm_desktop.services.works import WorkView
from ntm_desktop.text import format_date, format_percent
from ui.context import Context
from ui.dialogs.record import RecordDialog, content, day
from ui.widgets.edits import Choice, DateEdit, ShareEdit, TextEdit
from ui.widgets.forms import Field
from ui.widgets.labels import Label
from ui.wording import said

if TYPE_CHECKING:
    from ui.tasks import Session

_EVEN, _MONTHS, _STAGES = "even", "months", "stages"
_SHARE_WIDTH = 96
_MOST_MONTHS = 60


class PlanDialog(RecordDialog):
    """What was agreed before is kept, with the reason why it changed."""

    def __init__(self, parent: QWidget, context: Context, row: WorkView) -> None:
        super().__init__(
            parent,
            context,
            self.tr("Kế hoạch khối lượng"),
            self.tr("&Chốt kế hoạch"),
            self.tr("Số ngày chậm được tính so với kế hoạch này, từ 0% đến 100%."),
        )
        self._row = row
        self._shares: list[tuple[date, str, ShareEdit]] = []
        self._span: tuple[date | None, date | None] = (None, None)  # that the shares are asked for
        today = context.tasks.today()
        self._now = in_force(row.facts.baselines, today)
        self.column.addWidget(Label(row.name, "medium", wrap=True))
        if self._now is not None:
            words = self.tr("Kế hoạch đang dùng chốt ngày {}.").format(format_date(self._now.on))
            self.column.addWidget(Label(words, "body", "text2", wrap=True))
        start, finish, decided_on, method = DateEdit(), DateEdit(), DateEdit(), Choice()
        method.set_options(
            [
                (_EVEN, self.tr("Tăng đều")),
                (_MONTHS, self.tr("Theo tháng, khối lượng lũy kế")),
                (_STAGES, self.tr("Theo giai đoạn, tỷ trọng")),
            ]
        )
        decided_on.load_date(today)
        self._start = Field(self.tr("&Bắt đầu (0%)"), start)
        self._finish = Field(self.tr("&Hoàn thành (100%)"), finish)
        self._method = Field(self.tr("Cách &lập"), method)
        self._on = Field(self.tr("&Ngày chốt"), decided_on)
        self._reason = Field(self.tr("Lý &do đổi kế hoạch"), TextEdit())
        self._holder = QWidget()
        self._grid = QGridLayout(self._holder)
        self._lay_out()
        self._load(start, finish, method)
        start.committed.connect(self._on_span_changed)
        finish.committed.connect(self._on_span_changed)
        method.committed.connect(self._on_span_changed)

    def save(self) -> None:
        uid, today, reason = self._row.uid, self.context.tasks.today(), content(self._reason)
        start, finish, on = day(self._start), day(self._finish), day(self._on)
        assert start is not None
        assert on is not None
        try:
            points = self._points(start, finish)
        except NtmError as error:
            self.refuse(error)
            return

        def save(session: Session) -> Changes:
            return work_progress.freeze_plan(
                session, uid=uid, points=points, on=on, today=today, reason=reason
            )

        self.write(f"Chốt kế hoạch khối lượng {self._row.name}", save)

    def entries(self) -> Mapping[str, Field]:
        return {"on": self._on, "reason": self._reason}

    # Slots

    def _on_span_changed(self, _value: object) -> None:
        self._show_shares()

    # What is entered

    def _points(self, start: date, finish: date | None) -> tuple[PlanPoint, ...]:
        method = content(self._method)
        if method != _EVEN and self._span != (start, finish):
            self._show_shares()
            raise NtmError(self.tr("Ngày đã đổi. Kiểm tra lại khối lượng của từng dòng rồi chốt kế hoạch."))
        if method == _STAGES:
            return weighted_plan(start, [(end, share) for end, share in self._entered()])
        if finish is None:
            self._finish.edit.setFocus()
            raise NtmError(self.tr("Chưa nhập ngày hoàn thành."))
        if method == _EVEN:
            return even_plan(start, finish)
        return monthly_plan(start, [*self._entered(), (finish, WHOLE)])

    def _entered(self) -> list[tuple[date, int]]:
        """The shares of the small table; the one that cannot be read is marked and gets the focus."""
        found = []
        for end, name, edit in self._shares:
            try:
                share = edit.read(edit.text().strip())
                if share is None and content(self._method) == _MONTHS:
                    raise NtmError(self.tr("Chưa nhập khối lượng lũy kế, ví dụ 46."))
            except NtmError as error:
                edit.set_invalid(True)
                edit.setFocus()
                raise NtmError(f"{name}: {error.message}") from error
            edit.set_invalid(False)
            found.append((end, share or 0))
        return found

    # What is shown

    def _load(self, start: DateEdit, finish: DateEdit, method: Choice) -> None:
        points = self._now.points if self._now is not None else ()
        if points:
            start.load_date(points[0].on)
            finish.load_date(points[-1].on)
        method.load(_MONTHS if len(points) > 2 else _EVEN)
        self._show_shares()

    def _show_shares(self) -> None:
        """The rows of the chosen way: one a month, or one a stage that has a day after the start."""
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._shares = []
        method = content(self._method)
        self._finish.setVisible(method != _STAGES)
        try:
            start, finish = day(self._start), day(self._finish)
        except NtmError:  # said beside the field
            return
        self._span = (start, finish)
        if start is None or method == _EVEN:
            return
        if method == _STAGES:
            self._show_stages(start)
        elif finish is not None and finish > start:
            self._show_months(start, finish)

    def _show_months(self, start: date, finish: date) -> None:
        ends = month_ends(start, finish)
        if len(ends) > _MOST_MONTHS:
            self._say(self.tr("Kế hoạch dài quá 60 tháng. Chọn cách lập “Tăng đều”, hoặc sửa lại ngày."))
            return
        known = self._now.points if self._now is not None else even_plan(start, finish)
        for end in ends[:-1]:
            share = planned_share(known, end)
            self._add(end, self.tr("Đến {}").format(format_date(end)), share)

    def _show_stages(self, start: date) -> None:
        stages = self._row.facts.stages
        for stage in Stage:
            target = stages[stage].target if stage in stages and stage is not Stage.WARRANTY else None
            if target is not None and target > start:
                name = said(stage_name(stage, self._row.facts.route))
                words = self.tr("{}, kế hoạch {}").format(name, format_date(target))
                self._add(target, words, WHOLE if stage is Stage.BUILDING else None)
        if not self._shares:
            self._say(
                self.tr("Chưa giai đoạn nào có ngày kế hoạch sau ngày bắt đầu. Nhập ngày ở Giai đoạn trước.")
            )

    def _add(self, end: date, name: str, share: int | None) -> None:
        number, edit = self._grid.rowCount(), ShareEdit()
        edit.setFixedWidth(_SHARE_WIDTH)
        edit.setAccessibleName(f"{name} (%)")
        if share is not None:
            edit.load(format_percent(share).removesuffix("%"))
        self._grid.addWidget(Label(name, wrap=True), number, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(edit, number, 1)
        self._grid.addWidget(Label("%", "body", "text2"), number, 2)
        self._shares.append((end, name, edit))

    def _say(self, words: str) -> None:
        self._grid.addWidget(Label(words, "body", "text2", wrap=True), 0, 0, 1, 3)

    def _lay_out(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self.add_row(self._start, self._finish)
        self.add_row(self._method, self._on)
        self.column.addWidget(self._holder)
        self.add_row(self._reason)
        changes = decided(self._row.facts.baselines, self.context.tasks.today())
        self._reason.setVisible(bool(changes))
        self.require(self._start, self.tr("Chưa nhập ngày bắt đầu."))
        self.require(self._on, self.tr("Chưa nhập ngày chốt kế hoạch."))
        self._start.edit.setFocus()
