"""The parts of the papers that the office words itself: a list at the left, the text at the right.

What the program worded from the data stands there until the office changes it. Leaving a text saves it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.services import dossier, narratives
from ntm_desktop.services.narratives import NarrativeView
from ui.context import Context
from ui.dialogs import fit
from ui.models.rows import Cell, Column, Kind, Row
from ui.widgets.buttons import Button
from ui.widgets.cards import Note
from ui.widgets.edits import TextArea
from ui.widgets.labels import Label
from ui.widgets.table import Table
from ui.wording import said

if TYPE_CHECKING:
    from ui.tasks import Session

_SIZE = (940, 540)
_LIST_WIDTH = 404  # px, or nine of twenty parts of a narrow dialog
_STATE_WIDTH = 120


class NarrativesDialog(fit.Dialog):
    def __init__(self, parent: QWidget, context: Context, first: str = "") -> None:
        """``first``: the title of the part to begin with; else the first that still has a gap."""
        super().__init__(parent)
        self._context = context
        self._first = first
        self._parts: dict[tuple[str, str], NarrativeView] = {}
        self._current: NarrativeView | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Soạn lời văn"))
        self._table = Table(
            (Column(self.tr("Phần")), Column(self.tr("Lời văn"), _STATE_WIDTH)), self.tr("Phần lời văn")
        )
        self._table.setMaximumWidth(_LIST_WIDTH)
        self._title = Label("", "card", wrap=True)
        self._origin = Label("", "caption", "text2", wrap=True)
        self._gap = Note(
            self.tr("Còn chỗ “…” chưa điền. Hồ sơ chính thức chưa in được khi còn chỗ trống."),
            icon="triangle-alert",
        )
        self._text = TextArea()
        self._again = Button(self.tr("Dùng &lại văn mẫu"), icon="rotate-ccw")
        self._close = Button(self.tr("Đón&g"))
        self._lay_out()

        self._table.current_changed.connect(self._on_current_changed)
        self._table.opened.connect(self._on_opened)
        self._text.committed.connect(self._on_committed)
        self._again.clicked.connect(self._on_again_clicked)
        self._close.clicked.connect(self.accept)
        self._read()

    def done(self, result: int) -> None:
        """However it is closed, what was typed last is saved."""
        self._text.commit()
        super().done(result)

    # Slots

    def _on_loaded(self, parts: tuple[NarrativeView, ...]) -> None:
        self._parts = {_key(part): part for part in parts}
        current = self._current
        with QSignalBlocker(self._table):
            self._table.show_rows(self._rows(parts))
        if current is not None and _key(current) in self._parts:
            self._show(self._parts[_key(current)])
            return
        named = [part for part in parts if part.title == self._first]
        wanted = named or [part for part in parts if part.gap] or list(parts)
        if wanted:
            self._table.select(_key(wanted[0]))
            self._text.setFocus()

    def _on_current_changed(self, data: object) -> None:
        if isinstance(data, tuple) and data in self._parts:
            self._text.commit()
            self._show(self._parts[data])

    def _on_opened(self, data: object) -> None:
        if isinstance(data, tuple):
            self._text.setFocus()

    def _on_committed(self, body: str) -> None:
        if self._current is not None:
            self._save(f"Soạn lời văn: {self._current.title}", body)

    def _on_again_clicked(self) -> None:
        if self._current is not None:
            self._save(f"Dùng lại văn mẫu: {self._current.title}", "")

    def _on_saved(self, _changes: Changes) -> None:
        self._read()

    # Work

    def _read(self) -> None:
        today = self._context.tasks.today()

        def read(session: Session) -> tuple[NarrativeView, ...]:
            data = dossier.collect(session, on=today, today=today, draft=True)
            return narratives.list_parts(data)

        self._context.tasks.read(read, self._on_loaded, self)

    def _save(self, action: str, body: str) -> None:
        part, today = self._current, self._context.tasks.today()
        if part is None:
            return

        def save(session: Session) -> Changes:
            return narratives.save(session, paper=part.paper, part=part.part, body=body, on=today)

        self._context.tasks.write(action, save, self._on_saved, self)

    def _show(self, part: NarrativeView) -> None:
        same = self._current is not None and _key(self._current) == _key(part)
        self._current = part
        self._title.setText(part.title)
        if not part.body:
            origin = self.tr("Phần này để trống nên không in. Có nội dung thì viết vào ô dưới đây.")
        elif part.default:
            origin = self.tr("Văn mẫu lập từ số liệu. Sửa trực tiếp vào ô dưới đây; rời ô là đã lưu.")
        else:
            origin = self.tr("Lời văn của xã. Số liệu đổi thì phần này không tự đổi theo.")
        self._origin.setText(origin)
        self._gap.setVisible(part.gap)
        self._again.setEnabled(not part.default)
        if not (same and self._text.hasFocus()):  # never over what is being typed
            self._text.load(part.body)
        self._text.setAccessibleName(part.title)

    def _rows(self, parts: tuple[NarrativeView, ...]) -> list[Row]:
        rows: list[Row] = []
        for part in parts:
            if not rows or rows[-1].group != part.paper:
                rows.append(Row((Cell(said(part.paper_name)), Cell()), part.paper, Kind.GROUP, part.paper))
            section = f"{part.section}. " if part.section else ""
            title = Cell(section + part.title, tooltip=part.title)
            rows.append(Row((title, self._words(part)), _key(part), group=part.paper))
        return rows

    def _words(self, part: NarrativeView) -> Cell:
        if part.gap:
            return Cell(self.tr("Còn trống"), "amber", icon="triangle-alert")
        if not part.body:
            return Cell(self.tr("Không in"), "text2")
        if part.default:
            return Cell(self.tr("Văn mẫu"), "text2")
        return Cell(self.tr("Của xã"))

    def _lay_out(self) -> None:
        fit.resize(self, *_SIZE)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(16, 14, 16, 14)
        outer.setSpacing(16)
        outer.addWidget(self._table, 9)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self._title)
        right.addWidget(self._origin)
        right.addWidget(self._gap)
        right.addWidget(self._text, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._again)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        right.addSpacing(4)
        right.addLayout(buttons)
        outer.addLayout(right, 11)


def _key(part: NarrativeView) -> tuple[str, str]:
    return part.paper, part.part
