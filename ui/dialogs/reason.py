"""Why something that was entered is taken back; nothing is taken back without it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ui.context import Context
from ui.dialogs.record import RecordDialog, content
from ui.widgets.edits import TextEdit
from ui.widgets.forms import Field

if TYPE_CHECKING:
    from ui.tasks import Session


class ReasonDialog(RecordDialog):
    """``act`` does it, with the reason; ``action`` is how the history names it, before the reason."""

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        *,
        title: str,
        verb: str,
        words: str,
        action: str,
        act: Callable[[Session, str], Changes],
    ) -> None:
        super().__init__(parent, context, title, verb, words)
        self._action, self._act = action, act
        self._reason = Field(self.tr("&Lý do"), TextEdit())
        self.add_row(self._reason)
        self.require(self._reason, self.tr("Ghi lý do, ví dụ nhập nhầm công trình."))
        self._reason.edit.setFocus()

    def save(self) -> None:
        reason, act = content(self._reason), self._act

        def save(session: Session) -> Changes:
            return act(session, reason)

        self.write(f"{self._action}: {reason}", save)
