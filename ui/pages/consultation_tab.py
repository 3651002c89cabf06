"""What the tabs of *Lấy ý kiến* share: they write through the services and tell the page."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.services.consultation import ConsultationView
from ui.context import Context
from ui.models.rows import Kind
from ui.pages.setup_section import RecordList
from ui.pages.tabbed import Listed

if TYPE_CHECKING:
    from ui.tasks import Session


class Register(RecordList):
    """A list of records whose page may ask which of them it has."""

    def uids(self) -> Collection[str]:
        rows = (self.table.rows.row(number) for number in range(self.table.rows.rowCount()))
        return [str(row.data) for row in rows if row.kind is Kind.ITEM]


class ConsultationTab(QWidget):
    """Fill ``column``. A line that a dialog adds is chosen once the page has read it."""

    told = Signal(str)  # "Đã xóa …": a toast with Hoàn tác
    followed = Signal(object)  # Link
    adding = Signal(object, object)  # RecordDialog, the list that its line comes into

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.view: ConsultationView | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)

    def show_view(self, view: ConsultationView) -> None:
        self.view = view
        self.show_rows(view)

    # For the tabs that build on it

    def lists(self) -> Mapping[str, Listed]:
        """By the word that a link has for each; the first one has the keyboard first."""
        raise NotImplementedError

    def show_rows(self, view: ConsultationView) -> None:
        raise NotImplementedError

    def facts(self, view: ConsultationView) -> list[str]:
        """Behind the title of the page."""
        raise NotImplementedError

    def write(self, action: str, fn: Callable[[Session], Changes], told: str) -> None:
        """At once; the toast that follows offers to undo it."""
        self.context.tasks.write(action, fn, lambda _changes: self.told.emit(told), self)
