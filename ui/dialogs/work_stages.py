"""When each stage of a work should be done and when it was: all of them in one small table, one write."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.domain.charts import stages_gantt
from ntm_desktop.domain.stages import Stage, StageDates, current_stage, done_on, out_of_order, stage_name
from ntm_desktop.errors import NtmError
from ntm_desktop.services import works
from ntm_desktop.services.works import WorkView
from ntm_desktop.text import counted, format_date
from ui.context import Context
from ui.dialogs.record import RecordDialog
from ui.widgets.edits import DateEdit
from ui.widgets.labels import Label
from ui.wording import said

if TYPE_CHECKING:
    from ui.tasks import Session

_DATE_WIDTH = 116
_MOST_WARNINGS = 2


class StagesDialog(RecordDialog):
    def __init__(self, parent: QWidget, context: Context, row: WorkView) -> None:
        super().__init__(
            parent,
            context,
            self.tr("Giai đoạn: {}").format(row.name),
            self.tr("&Ghi giai đoạn"),
            self.tr("Giai đoạn hiện tại được tính từ ngày hoàn thành đã nhập."),
        )
        self._row = row
        self._edits: dict[Stage, tuple[DateEdit, DateEdit]] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        heads = (self.tr("Kế hoạch"), self.tr("Hoàn thành"))
        days = {one.key: one.actual.days for one in stages_gantt(row.facts, row.state.on).rows if one.actual}
        for place, head in enumerate((*heads, self.tr("Số ngày")), start=1):
            grid.addWidget(Label(head, "caption-strong", "text2"), 0, place)
        for number, stage in enumerate(self._stages(), start=1):
            name = said(stage_name(stage, row.facts.route))
            known = self._known(stage)
            target, done = self._date(name, heads[0], known.target), self._date(name, heads[1], known.done)
            grid.addWidget(Label(name, wrap=True), number, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(target, number, 1)
            grid.addWidget(done, number, 2)
            spent = Label(str(days.get(stage.value, "")))
            spent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(spent, number, 3)
            self._edits[stage] = (target, done)
        self.column.addLayout(grid)
        self._first().setFocus()
        self._on_typed()

    def save(self) -> None:
        try:
            dates = {stage: self._dates(stage) for stage in self._edits}
        except NtmError as error:
            self.refuse(error)
            return
        row, today = self._row, self.context.tasks.today()
        changed = [one for one in dates.values() if one != self._known(one.stage)]

        def save(session: Session) -> Changes:
            changes = Changes()
            for one in changed:
                changes |= works.set_stage(
                    session, uid=row.uid, stage=one.stage, target=one.target, done=one.done, today=today
                )
            return changes

        self.write(f"Cập nhật giai đoạn {row.name}", save)

    def _first(self) -> DateEdit:
        """To be filled: when the stage that the work is in was done."""
        now = current_stage(self._row.facts.stages, self.context.tasks.today())
        ends = [done for _target, done in self._edits.values()]
        if now in self._edits:
            ends.insert(0, self._edits[now][1])
        return next((edit for edit in ends if not edit.text()), ends[0])

    def _on_typed(self, _text: str = "") -> None:
        """What was done before that which comes first: old papers say so, or a date is wrong."""
        known = {stage: StageDates(stage, None, _day(done)) for stage, (_target, done) in self._edits.items()}
        route, words = self._row.facts.route, []
        for later, earlier in out_of_order(known, self.context.tasks.today()):
            (name, day), (first, after) = (
                (said(stage_name(stage, route)), known[stage].done) for stage in (later, earlier)
            )
            assert day is not None
            assert after is not None
            sentence = self.tr("“{}” xong ngày {}, trước “{}” ({}).")
            words.append(sentence.format(name, format_date(day), first, format_date(after)))
        more = len(words) - _MOST_WARNINGS
        if more > 0:
            words[_MOST_WARNINGS:] = [self.tr("Còn {} giai đoạn nữa.").format(counted(more))]
        if words:
            words.append(self.tr("Xem lại ngày; đúng như giấy tờ thì cứ ghi."))
        self.warn("\n".join(words))

    def _stages(self) -> list[Stage]:
        return [stage for stage in Stage if stage is not Stage.WARRANTY]

    def _known(self, stage: Stage) -> StageDates:
        """As of today: a sample's story goes on behind it."""
        today, stages = self.context.tasks.today(), self._row.facts.stages
        known = stages.get(stage, StageDates(stage))
        return StageDates(stage, known.target, done_on(stages, stage, today))

    def _date(self, name: str, head: str, day: date | None) -> DateEdit:
        edit = DateEdit()
        edit.setFixedWidth(_DATE_WIDTH)
        edit.setAccessibleName(f"{name}, {head}")
        edit.setPlaceholderText(self.tr("chưa có"))
        edit.load_date(day)
        edit.textEdited.connect(self._on_typed)
        return edit

    def _dates(self, stage: Stage) -> StageDates:
        """What the two fields of a stage hold; the one that cannot be read is marked and gets the focus."""
        today, found = self.context.tasks.today(), []
        for edit in self._edits[stage]:
            try:
                day = edit.read(edit.text().strip())
                if day is not None and day > today and edit is self._edits[stage][1]:
                    raise NtmError(self.tr("Ngày hoàn thành ở sau hôm nay. Nhập lại ngày."))
            except NtmError as error:
                edit.set_invalid(True)
                edit.setFocus()
                name = said(stage_name(stage, self._row.facts.route))
                raise NtmError(f"{name}: {error.message}") from error
            edit.set_invalid(False)
            found.append(day)
        return StageDates(stage, *found)


def _day(edit: DateEdit) -> date | None:
    """None too while it cannot be read: that is said when it is to be written."""
    try:
        return edit.read(edit.text().strip())
    except NtmError:
        return None
