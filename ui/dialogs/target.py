"""Targets: the level that a decision of the province or the commune sets, and *Đã đối chiếu*."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.domain.criteria import CriteriaSet, Measure, Part
from ntm_desktop.domain.judging import TargetLevel
from ntm_desktop.services import targets
from ntm_desktop.services.targets import TargetRow
from ntm_desktop.text import counted, format_date
from ui.context import Context
from ui.dialogs.record import RecordDialog, content, day
from ui.widgets.buttons import Button
from ui.widgets.edits import Choice, DateEdit, TextEdit
from ui.widgets.forms import Edit, Field
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ui.tasks import Session


class TargetDialog(RecordDialog):
    """Sets the level of one part of an indicator, by a decision that the papers will name.

    ``last``: the decision that the level before was entered from, offered and not filled in.
    """

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        row: TargetRow,
        part: Part,
        last: tuple[str, date | None] | None = None,
    ) -> None:
        title = self.tr("Mức của chỉ tiêu {}").format(row.official_code)
        super().__init__(parent, context, title, self.tr("&Ghi mức"))
        self._row = row
        now = f"{row.target_text} ({row.source})" if row.source else row.target_text
        self.column.addWidget(Label(row.text, "medium", wrap=True))
        self.column.addWidget(Label(self.tr("Đang áp dụng: {}").format(now), "body", "text2", wrap=True))
        level, decided, valid_from = Choice(), DateEdit(), DateEdit()
        level.set_options(
            [
                (TargetLevel.PROVINCE.value, self.tr("Mức của tỉnh")),
                (TargetLevel.COMMUNE.value, self.tr("Mức riêng của xã")),
            ]
        )
        level.load(TargetLevel.PROVINCE.value)
        self._level = Field(self.tr("&Cấp quy định"), level)
        unit = "%" if part.measure is Measure.PERCENT else part.unit
        self._value = Field(self.tr("&Mức yêu cầu"), _value_edit(part), unit)
        self._last = last
        self._decision = Field(self.tr("&Số quyết định"), TextEdit(placeholder="728/QĐ-UBND"))
        self._decided = Field(self.tr("&Ngày quyết định"), decided)
        self._article = Field(self.tr("Điề&u, mục, phụ lục"), TextEdit())
        self._from = Field(
            self.tr("Á&p dụng từ ngày"), valid_from, note=self.tr("Để trống: cho cả kỳ của bộ tiêu chí.")
        )
        self.add_row(self._level, self._value)
        self.add_row(self._decision, self._decided)
        if last is not None and row.override_uid is None:
            number, issued = last
            dated = self.tr("{} ngày {}").format(number, format_date(issued)) if issued else number
            offer = Button(self.tr("&Dùng {}").format(dated), "slim")
            offer.clicked.connect(self._on_offer_clicked)
            self.column.addWidget(offer, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_row(self._article, self._from)
        self.require(self._value, self.tr("Chưa nhập mức yêu cầu."))
        self.require(self._decision, self.tr("Chưa nhập số quyết định, ví dụ 728/QĐ-UBND."))
        self._value.edit.setFocus()

    def _on_offer_clicked(self) -> None:
        number, decided = self._decision.edit, self._decided.edit
        if self._last is not None and isinstance(number, TextEdit) and isinstance(decided, DateEdit):
            number.setText(self._last[0])
            decided.load_date(self._last[1])
            self._value.edit.setFocus()

    def save(self) -> None:
        row, on = self._row, self.context.tasks.today()
        fields = (self._level, self._value, self._decision, self._article)
        level, text, decision, article = (content(field) for field in fields)
        decided, valid_from = day(self._decided), day(self._from)

        def save(session: Session) -> Changes:
            return targets.override(
                session, code=row.code, part=row.part, level=level, text=text, decision=decision,
                decided=decided, article=article, valid_from=valid_from, on=on,
            )  # fmt: skip

        self.write(f"Nhập mức chỉ tiêu {row.official_code}", save)


class ConfirmDialog(RecordDialog):
    """Somebody held targets against their decision and found them right.

    ``table``: not only ``rows``, those that wait, but all that their decision says.
    """

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        rows: Sequence[TargetRow],
        criteria_set: CriteriaSet,
        by: str,
        *,
        table: bool = False,
    ) -> None:
        left = targets.left_by_table(rows, criteria_set.decision) if table else ()
        count = len(rows) - len(left)
        if table:
            title = self.tr("Đã đối chiếu tất cả {} mức").format(counted(count))
            if left:
                title = self.tr("Đã đối chiếu {} trong {} mức").format(counted(count), counted(len(rows)))
        elif len(rows) == 1:
            title = self.tr("Đã đối chiếu chỉ tiêu {}").format(rows[0].official_code)
        else:
            title = self.tr("Đã đối chiếu {} mức").format(counted(len(rows)))
        super().__init__(
            parent,
            context,
            title,
            self.tr("&Ghi đã đối chiếu"),
            self.tr("Dấu (*) được bỏ trên màn hình và trên bản in. Lịch sử ghi người đối chiếu."),
        )
        self._rows, self._waiting = () if table else tuple(rows), tuple(rows)
        number, issued = _decision(rows[:1] if table else rows, criteria_set)
        if table:
            rest = self.tr(
                "Tính mọi mức ghi trong quyết định này, của mọi vùng, mọi năm. Mức theo quyết định sửa đổi, "
                "mức riêng của tỉnh, của xã và mức lấy theo năm khác không tính vào đây: đối chiếu riêng."
            )
            self.column.addWidget(Label(rest, "body", "text2", wrap=True))
            if left:
                each = "; ".join(f"{row.official_code} ({why})" for row, why in left)
                words = self.tr("Còn lại phải đối chiếu riêng: {}.").format(each)
                self.column.addWidget(Label(words, "medium", wrap=True))
        elif len(rows) == 1:
            self.column.addWidget(Label(f"{rows[0].text}: {rows[0].target_text}", "medium", wrap=True))
        else:
            codes = ", ".join(dict.fromkeys(row.official_code for row in rows))
            self.column.addWidget(Label(self.tr("Chỉ tiêu {}").format(codes), "medium", wrap=True))
        edit, decided = TextEdit(number, placeholder=criteria_set.decision), DateEdit()
        decided.load_date(issued)
        self._decision = Field(self.tr("&Số quyết định đã đối chiếu"), edit)
        self._decided = Field(self.tr("&Ngày quyết định"), decided)
        self._by = Field(self.tr("Người đố&i chiếu"), TextEdit(by))
        self.add_row(self._decision, self._decided)
        self.add_row(self._by)
        self.require(
            self._decision, self.tr("Chưa nhập số quyết định, ví dụ {}.").format(criteria_set.decision)
        )
        self.require(self._by, self.tr("Chưa nhập tên người đối chiếu."))
        self._decision.edit.setFocus()
        for button in self.findChildren(Button):  # Enter in a field vouches for nothing
            button.setDefault(False)
            button.setAutoDefault(False)

    def save(self) -> None:
        """One level is in sight; of several it is asked how many somebody vouches for."""
        left = targets.left_by_table(self._waiting, content(self._decision)) if not self._rows else ()
        count = len(self._waiting) - len(left)
        if count == 0 or len(self._rows) == 1:
            self._write()
            return
        self.context.ask.confirm(
            self,
            self.tr("{} đã đối chiếu {} mức với văn bản gốc?").format(content(self._by), counted(count)),
            self.tr(
                "Chỉ ghi khi đã mở {} và so từng mức. Dấu (*) của các mức này được bỏ trên bản in; "
                "lịch sử ghi tên người đối chiếu."
            ).format(content(self._decision)),
            self.tr("&Ghi {} mức").format(counted(count)),
            self._write,
            safe=self.tr("&Chưa ghi"),
        )

    def _write(self) -> None:
        every: list[tuple[str | None, str | None]] = [(None, None)]
        checked = [(row.code, row.part) for row in self._rows] or every
        decision, by, decided = content(self._decision), content(self._by), day(self._decided)
        on = self.context.tasks.today()

        def save(session: Session) -> Changes:
            changes = Changes()
            for code, part in checked:
                changes |= targets.confirm(
                    session, decision=decision, decided=decided, by=by, on=on, code=code, part=part
                )
            return changes

        if len(self._rows) == 1:
            action = f"Đã đối chiếu chỉ tiêu {self._rows[0].official_code}"
        elif self._rows:
            action = f"Đã đối chiếu {counted(len(self._rows))} mức"
        else:
            action = f"Đã đối chiếu tất cả các mức của {decision}"
        self.write(action, save)


def _decision(rows: Sequence[TargetRow], criteria_set: CriteriaSet) -> tuple[str, date | None]:
    """The one that all these levels come from. An own level has a decision of its own, to be looked up."""
    found = {(row.decision, row.decided) for row in rows} or {(criteria_set.decision, criteria_set.issued)}
    if len(found) > 1 or any(row.override_uid for row in rows):
        return "", None
    return found.pop()


def _value_edit(part: Part) -> Edit:
    """Where only a few answers make sense they are chosen, not typed."""
    if part.measure is Measure.ACHIEVED:
        only = Choice([("Đạt", "Đạt")])
        only.load("Đạt")
        return only
    if part.measure is Measure.LEVEL:
        return Choice([(level, level) for level in part.levels])
    return TextEdit(placeholder="70")
