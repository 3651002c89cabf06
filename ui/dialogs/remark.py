"""What the authority writes about a commune: a remark on one or many, why one is returned, a conclusion."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.domain.remarks import DECISION_WORDS, Outcome
from ntm_desktop.services import remarks
from ntm_desktop.services.remarks import RemarkView, Target
from ntm_desktop.text import counted
from ui import naming
from ui.context import Context
from ui.dialogs.record import RecordDialog, content, day
from ui.read_only import Owner
from ui.widgets.edits import Choice, DateEdit, TextArea, TextEdit
from ui.widgets.forms import Field
from ui.widgets.labels import Label
from ui.wording import said

if TYPE_CHECKING:
    from ui.tasks import Session

_MOST_NAMED = 4
_TEXT_HEIGHT = 118  # px


class _OfAuthority(RecordDialog):
    OWNER: ClassVar[Owner] = "authority"

    def __init__(self, parent: QWidget, context: Context, title: str, verb: str, words: str = "") -> None:
        super().__init__(parent, context, title, verb, words)
        self.verb.setToolTip("Ctrl+Enter")
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            QShortcut(QKeySequence(Qt.KeyboardModifier.ControlModifier | key), self, self.verb.click)

    def write(self, action: str, fn: Callable[[Session], Changes]) -> None:
        self.verb.setEnabled(False)
        naming.write(self.context, self, action, fn, self._on_saved, self._on_refused)


def _area() -> TextArea:
    area = TextArea()
    area.setFixedHeight(_TEXT_HEIGHT)
    return area


class RemarkDialog(_OfAuthority):
    """``targets`` with the name of each."""

    def __init__(self, parent: QWidget, context: Context, targets: Sequence[tuple[Target, str]]) -> None:
        super().__init__(parent, context, self.tr("Nhận xét"), self.tr("&Ghi nhận xét"))
        self._targets = [target for target, _name in targets]
        names = [name for _target, name in targets]
        self._about = names[0] if len(names) == 1 else self.tr("{} mục").format(counted(len(names)))
        if len(names) > 1:
            self.column.addWidget(Label(self.tr("Cùng một nhận xét cho {}").format(self._about), "card"))
        shown = names[:_MOST_NAMED]
        if left := len(names) - len(shown):
            shown.append(self.tr("và {} mục nữa").format(counted(left)))
        style = "card" if len(names) == 1 else "body"
        self.column.addWidget(Label("\n".join(shown), style, wrap=True))
        self._text = Field(
            self.tr("&Nội dung"),
            _area(),
            note=self.tr("Thiếu gì, cần bổ sung gì. Xã nhận cùng gói gửi về lần tới. Ctrl+Enter để ghi."),
        )
        self._due = Field(self.tr("&Hạn trả lời"), DateEdit(), note=self.tr("Để trống nếu không đặt hạn."))
        self.add_row(self._text)
        self.add_row(self._due)
        self.require(self._text, self.tr("Chưa nhập nội dung nhận xét."))
        self._text.edit.setFocus()

    def save(self) -> None:
        targets, text, due = self._targets, content(self._text), day(self._due)
        on = self.context.tasks.today()

        def save(session: Session) -> Changes:
            return remarks.add(session, targets=targets, text=text, on=on, due=due)

        self.write(f"Nhận xét về {self._about}", save)


class ReturnDialog(_OfAuthority):
    def __init__(self, parent: QWidget, context: Context, view: RemarkView) -> None:
        super().__init__(parent, context, self.tr("Trả lại trả lời của xã"), self.tr("&Trả lại"))
        self._view = view
        self.column.addWidget(Label(view.subject, "card", wrap=True))
        self.column.addWidget(Label(view.body, wrap=True))
        answers = [one for one in view.said if one.outcome is None]
        if answers:
            words = self.tr("Xã trả lời: {}").format(answers[-1].body)
            self.column.addWidget(Label(words, "body", "text2", wrap=True))
        self._reason = Field(self.tr("&Lý do trả lại"), _area())
        self.add_row(self._reason)
        self.require(self._reason, self.tr("Ghi lý do để xã biết cần bổ sung gì."))
        self._reason.edit.setFocus()

    def save(self) -> None:
        uid, text = self._view.uid, content(self._reason)

        def save(session: Session) -> Changes:
            return remarks.conclude(session, uid=uid, outcome=Outcome.RETURNED, text=text)

        self.write(f"Trả lại trả lời về {self._view.subject}", save)


class DecisionDialog(_OfAuthority):
    def __init__(self, parent: QWidget, context: Context, waiting: int) -> None:
        """``waiting``: how many remarks are not closed yet."""
        super().__init__(parent, context, self.tr("Kết luận thẩm định"), self.tr("&Ghi kết luận"))
        self._outcome = Field(
            self.tr("&Kết luận"), Choice([(key, said(words)) for key, words in DECISION_WORDS.items()])
        )
        self._number = Field(self.tr("&Số văn bản"), TextEdit())
        self._issued = Field(self.tr("&Ngày văn bản"), DateEdit())
        self._text = Field(self.tr("Nội &dung"), _area(), note=self.tr("Xã nhận cùng gói gửi về lần tới."))
        self.add_row(self._outcome)
        self.add_row(self._number, self._issued)
        self.add_row(self._text)
        self.require(self._outcome, self.tr("Chọn một kết luận."))
        if waiting:
            words = self.tr("Còn {} nhận xét chưa khép lại. Vẫn ghi được kết luận.")
            self.warn(words.format(counted(waiting)))
        self._outcome.edit.setFocus()

    def save(self) -> None:
        outcome, number = content(self._outcome), content(self._number)
        issued, text = day(self._issued), content(self._text)

        def save(session: Session) -> Changes:
            return remarks.decide(session, outcome=outcome, number=number, issued=issued, text=text)

        self.write(f"Kết luận thẩm định: {DECISION_WORDS[outcome]}", save)
