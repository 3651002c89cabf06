"""A page of several lists under tabs; the chosen line of the one in front stands in the panel beside it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from PySide6.QtCore import SignalInstance

from ui.context import Context
from ui.dialogs.record import RecordDialog
from ui.widgets.page import Page
from ui.widgets.table import Table
from ui.widgets.tabs import Tabs


class Listed(Protocol):
    @property
    def table(self) -> Table: ...

    @property
    def current_changed(self) -> SignalInstance: ...

    def uids(self) -> Collection[str]: ...

    def select(self, uid: str) -> bool: ...


class TabbedPage(Page):
    """The lists of the first tabs are known by ``add_list``; a tab may show something else."""

    def __init__(self, context: Context, title: str, tabs: Sequence[str]) -> None:
        super().__init__(context, title)
        self.tabs = Tabs(tabs)
        self._wanted = ""  # a link that came before the rows
        self._lists: dict[str, tuple[int, Listed]] = {}
        self._awaited: tuple[Listed, frozenset[str]] | None = None  # a line: where, and what there was before
        self.column.addWidget(self.tabs)
        self.tabs.chosen.connect(self._on_tab_chosen)

    def add_list(self, tab: int, listed: Listed, prefix: str = "") -> None:
        """``prefix``: how a link says that it means this list, before a slash; the list of "" needs none."""
        self._lists[prefix] = tab, listed
        listed.current_changed.connect(self._on_line_chosen)

    def select(self, anchor: str) -> None:
        """``anchor``: a uid; after a prefix and a slash that of a line in another list than the first."""
        before, slash, uid = anchor.partition("/")
        known = bool(slash) and before in self._lists
        tab, listed = self._lists[before if known else ""]
        self.tabs.choose(tab)
        self._wanted = "" if listed.select(uid if known else anchor) else anchor

    # For the pages that build on it

    def show_tab(self) -> None:
        """Shows what belongs to the tab in front."""
        raise NotImplementedError

    def show_details(self) -> None:
        """Shows the chosen line of the tab in front, or closes the panel."""
        raise NotImplementedError

    def open_to_add(self, dialog: RecordDialog, listed: Listed | None = None) -> None:
        """The line that this dialog adds will be the chosen one, with the keyboard: in the list that is
        meant, else in the first one of the tab in front."""
        place = listed or self._in_front()
        known = frozenset(place.uids())

        def on_saved() -> None:
            self._awaited = place, known
            self.reload()

        dialog.saved.connect(on_saved)
        dialog.open()

    def show_loaded(self) -> None:
        """Once the lists have their rows: follows the link that came before them, shows the tab in front."""
        if wanted := self._wanted:
            self.select(wanted)
            self._wanted = ""
        self.show_tab()
        self._show_new()

    def _in_front(self) -> Listed:
        return next(listed for tab, listed in self._lists.values() if tab == self.tabs.current())

    def _show_new(self) -> None:
        awaited, self._awaited = self._awaited, None
        if awaited is None:
            return
        listed, known = awaited
        new = next((uid for uid in listed.uids() if uid not in known), "")
        if new and listed.select(new):
            listed.table.setFocus()

    def _on_tab_chosen(self, _index: int) -> None:
        self.show_tab()

    def _on_line_chosen(self, _line: object) -> None:
        self.show_details()
