"""Lịch sử of an authority: what it did for itself, or about the commune that is open."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal

from ui.context import Context
from ui.pages.history import HistoryPage
from ui.tasks import Tasks
from ui.widgets.edits import Choice
from ui.widgets.narrowed import named_choice

_OWN, _COMMUNE = "", "commune"
_WIDTH = 220


class AuthorityHistoryPage(HistoryPage):
    KEY: ClassVar[str] = HistoryPage.KEY

    whose_changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._commune: Tasks | None = None
        self._whose = Choice(narrows=True)
        self._choice = named_choice(self.tr("&Xem"), self._whose, _WIDTH)
        self.bar.insertWidget(0, self._choice)
        self._choice.hide()
        self._whose.committed.connect(self._on_whose)

    @property
    def shown_tasks(self) -> Tasks:
        chosen = self._whose.key() == _COMMUNE and self._commune is not None
        return self._commune if chosen and self._commune is not None else super().shown_tasks

    def show_commune(self, name: str, tasks: Tasks) -> None:
        """That is open from now on: what was said about it stands in a history of its own."""
        self._commune = tasks
        self._whose.set_options(
            [(_OWN, self.tr("Việc của cơ quan")), (_COMMUNE, self.tr("Việc về {}").format(name))]
        )
        self._whose.load(_COMMUNE)
        self._choice.show()
        self.reload()

    def _on_whose(self, _key: str) -> None:
        self._details.close_panel()
        self.reload()
        self.whose_changed.emit()
