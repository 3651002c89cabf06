"""What a person does about remarks, on either side, from whatever page shows them.

A remark, and what is said of an answer, is the authority's own row about the commune that it looks at.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ntm_desktop.changes import Changes
from ntm_desktop.domain.remarks import Outcome
from ntm_desktop.errors import NtmError
from ntm_desktop.services import remarks
from ntm_desktop.services.remarks import Nameless, RemarkView, Target
from ntm_desktop.text import counted
from ui import naming
from ui.pages.remark_card import RemarkCard
from ui.widgets.buttons import Button
from ui.widgets.page import Page
from ui.widgets.table import Table

if TYPE_CHECKING:
    from ui.tasks import Session

Named = tuple[Target, str]


class RemarkActs(QObject):
    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page, self._context = page, page.context
        self._chosen: Callable[[], Sequence[Named]] = tuple
        self._told = ""

    def offer(self, table: Table, chosen: Callable[[], Sequence[Named]]) -> None:
        """*Nhận xét*, also by N, on the rows that are ``chosen`` in a table of the commune that is open.
        There is none at the commune itself."""
        if self._context.is_read_only:
            self._chosen = chosen
            button = Button(self.tr("&Nhận xét"), "primary", "pencil")
            button.setToolTip(self.tr("Nhận xét các dòng đang chọn"))
            button.set_keys("N", table)
            button.clicked.connect(self._on_remark)
            self._page.header.add(button)

    def serve(self, card: RemarkCard) -> None:
        card.answer_requested.connect(self.answer)
        card.accept_requested.connect(self.accept)
        card.return_requested.connect(self.give_back)
        card.withdraw_requested.connect(self.withdraw)

    def answer(self, view: RemarkView) -> None:
        self._told = self.tr("Đã ghi trả lời. Trả lời đi cùng gói gửi lần tới.")
        from ui.dialogs.answer import AnswerDialog  # here and below: most units have no remark

        dialog = AnswerDialog(self._page, self._context, view)
        dialog.saved.connect(self._on_said)
        dialog.open()

    def accept(self, view: RemarkView) -> None:
        self._conclude(view, Outcome.ACCEPTED, action=f"Chấp nhận trả lời về {view.subject}")

    def give_back(self, view: RemarkView) -> None:
        self._told = self.tr("Đã trả lại. Xã nhận cùng gói gửi về lần tới.")
        from ui.dialogs.remark import ReturnDialog

        dialog = ReturnDialog(self._page, self._context, view)
        dialog.saved.connect(self._on_said)
        dialog.open()

    def withdraw(self, view: RemarkView) -> None:
        self._context.ask.confirm(
            self._page,
            self.tr("Rút nhận xét về {}?").format(view.subject),
            self.tr("Hoàn tác được khi chưa gửi xã. Đã gửi thì không mở lại được; xã đọc được là đã rút."),
            self.tr("&Rút nhận xét"),
            lambda: self._conclude(view, Outcome.WITHDRAWN, action=f"Rút nhận xét về {view.subject}"),
            destructive=True,
        )

    # Slots

    def _on_remark(self) -> None:
        targets = self._chosen()
        if not targets:
            self._context.ask.problem(self._page, NtmError(remarks.NOTHING_CHOSEN))
            return
        self._told = self.tr("Đã ghi nhận xét cho {} mục").format(counted(len(targets)))
        from ui.dialogs.remark import RemarkDialog

        dialog = RemarkDialog(self._page, self._context, targets)
        dialog.saved.connect(self._on_said)
        dialog.open()

    def _on_said(self) -> None:
        self._page.told.emit(self._told)

    def _on_refused(self, error: NtmError) -> None:
        if not isinstance(error, Nameless):  # the name is being asked for
            self._context.ask.problem(self._page, error)

    def _conclude(self, view: RemarkView, outcome: Outcome, action: str) -> None:
        told = {
            Outcome.ACCEPTED: self.tr("Đã chấp nhận: {}"),
            Outcome.WITHDRAWN: self.tr("Đã rút nhận xét: {}"),
        }

        def write(session: Session) -> Changes:
            return remarks.conclude(session, uid=view.uid, outcome=outcome)

        def done(_changes: Changes) -> None:
            self._page.told.emit(told[outcome].format(view.subject))

        naming.write(self._context, self._page, action, write, done, self._on_refused)
