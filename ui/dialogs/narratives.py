"""The parts of the papers that the office words itself: a list at the left, the text at the right.

The list is by paper; those in which nothing waits are folded up. What the program worded from the data stands
there until the office changes it. Leaving a text saves it. With a place for the data in it, a text is a
template, and what it prints is shown below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.services import dossier, narratives
from ntm_desktop.services.narratives import NarrativeView
from ntm_desktop.text import GAP, lowered
from ui.context import Context
from ui.dialogs import fit
from ui.dialogs.narrative_versions import VersionsDialog
from ui.models.rows import Cell, Column, Kind, Row
from ui.widgets.buttons import Button, buttons_row
from ui.widgets.cards import Note
from ui.widgets.edits import TextArea
from ui.widgets.labels import Label
from ui.widgets.table import Table
from ui.wording import said

if TYPE_CHECKING:
    from ui.tasks import Session

_SIZE = (1040, 600)
_LIST_WIDTH = 460  # px, or nine of twenty parts of a narrow dialog
_STATE_WIDTH = 128


class NarrativesDialog(fit.Dialog):
    def __init__(self, parent: QWidget, context: Context, first: str = "") -> None:
        """``first``: the paper to begin with, where it has parts; else the first part that has a gap."""
        super().__init__(parent)
        self._context = context
        self._first = first
        self._parts: dict[tuple[str, str], NarrativeView] = {}
        self._current: NarrativeView | None = None
        self._refused: dict[tuple[str, str], tuple[str, str]] = {}
        """What was typed and cannot be saved so, with the reason."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Soạn lời văn"))
        self._table = Table(
            (Column(self.tr("Phần")), Column(self.tr("Lời văn"), _STATE_WIDTH)), self.tr("Phần lời văn")
        )
        self._table.setMaximumWidth(_LIST_WIDTH)
        self._paper = Label("", "caption", "text2", wrap=True)
        self._title = Label("", "card", wrap=True)
        self._origin = Label("", "caption", "text2", wrap=True)
        self._gap = Note("", icon="triangle-alert")
        self._carried = Note("", link=self.tr("Giữ nguyên"), icon="history")
        self._refusal = Label("", "body", "unmet", wrap=True)
        self._text = TextArea()
        self._printed_as = Label(self.tr("In ra với số liệu hiện nay:"), "caption", "text2")
        self._printed = TextArea()
        self._printed.setReadOnly(True)
        self._printed.setAccessibleName(self.tr("Lời văn in ra"))
        self._insert = Button(self.tr("&Chèn số liệu"), icon="plus")
        self._older = Button(self.tr("Các bản &trước"), icon="history")
        self._again = Button(self.tr("Dùng &lại văn mẫu"), icon="rotate-ccw")
        self._close = Button(self.tr("Đón&g"))
        self._lay_out()

        self._table.current_changed.connect(self._on_current_changed)
        self._table.opened.connect(self._on_opened)
        self._text.committed.connect(self._on_committed)
        self._carried.pressed.connect(self._on_keep_pressed)
        self._insert.clicked.connect(self._on_insert_clicked)
        self._older.clicked.connect(self._on_older_clicked)
        self._again.clicked.connect(self._on_again_clicked)
        self._close.clicked.connect(self.accept)
        self._read()

    def done(self, result: int) -> None:
        """However it is closed, what was typed last is saved; what cannot be is shown to be mended."""
        self._text.commit()
        if self._refused:
            self._table.select(next(iter(self._refused)))
            self._text.setFocus()
        else:
            super().done(result)

    def places(self) -> QMenu:
        """What of the data a text may say."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._current is not None and self._current.mould:
            menu.addAction(self.tr("Cả văn mẫu của phần này")).setData(self._current.mould)
            menu.addSeparator()
        groups = {self.tr("Danh sách"): QMenu(self.tr("Danh sách"), menu)}
        for field in narratives.insertable():
            title = said(field.group) or (self.tr("Danh sách") if field.listed else "")
            if title and title not in groups:
                groups[title] = QMenu(title, menu)
            (groups[title] if title else menu).addAction(field.label).setData(field.place)
        for group in groups.values():
            menu.addMenu(group)
        menu.triggered.connect(self._on_place_chosen)
        return menu

    # Slots

    def _on_loaded(self, parts: tuple[NarrativeView, ...]) -> None:
        self._parts = {_key(part): part for part in parts}
        current = self._current
        if current is None:
            self._fold(parts)
        self._list()
        if current is not None and _key(current) in self._parts:
            self._show(self._parts[_key(current)])
            return
        parts = tuple(part for part in parts if part.paper == self._first) or parts
        gaps = [part for part in parts if part.gap]
        wanted = gaps or [part for part in parts if part.is_carried] or list(parts)
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
        part = self._current
        if part is None:
            return
        refusal = narratives.refusal_of(body)
        if refusal:
            self._refused[_key(part)] = (body, refusal)
            self._list()
            self._show(part)
        else:
            self._save(f"Soạn lời văn: {_name(part)}", body)

    def _on_again_clicked(self) -> None:
        if self._current is not None:
            self._save(f"Dùng lại văn mẫu: {_name(self._current)}", "")

    def _on_keep_pressed(self) -> None:
        if self._current is not None:
            part = self._current
            self._save(f"Giữ lời văn năm {part.year}: {_name(part)}", part.source)

    def _on_insert_clicked(self) -> None:
        self.places().popup(self._insert.mapToGlobal(self._insert.rect().bottomLeft()))

    def _on_place_chosen(self, action: QAction) -> None:
        part = self._current
        if part is not None and (action.data() == part.mould or self._text.toPlainText().strip() == GAP):
            self._text.selectAll()  # the whole template, or the first words in place of the gap
        self._text.insertPlainText(action.data())
        self._text.setFocus()

    def _on_older_clicked(self) -> None:
        if self._current is not None:
            dialog = VersionsDialog(self, self._context, self._current)
            dialog.taken.connect(self._on_taken)
            dialog.open()

    def _on_taken(self, body: str) -> None:
        if self._current is not None:
            self._save(f"Lấy lại lời văn cũ: {_name(self._current)}", body)

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
        self._refused.pop(_key(part), None)

        def save(session: Session) -> Changes:
            return narratives.save(session, paper=part.paper, part=part.part, body=body, on=today)

        self._context.tasks.write(action, save, self._on_saved, self)

    def _show(self, part: NarrativeView) -> None:
        same = self._current is not None and _key(self._current) == _key(part)
        self._current = part
        paper = said(part.paper_name)
        why = said(part.unprinted)
        unprinted = self.tr("{}. Chưa in trong hồ sơ: {}.").format(paper, lowered(why))
        self._paper.setText(unprinted if why else paper)
        self._title.setText(part.title)
        body, refusal = self._refused.get(_key(part), (part.source, ""))
        if part.template:
            origin = self.tr("Văn mẫu của xã. Số liệu trong {{ }} tự lấy lại mỗi lần in.")
        elif not part.body:
            origin = self.tr("Phần này để trống nên không in. Có nội dung thì viết vào ô dưới đây.")
        elif part.default:
            origin = self.tr("Văn mẫu lập từ số liệu. Sửa trực tiếp vào ô dưới đây; rời ô là đã lưu.")
        else:
            origin = self.tr("Lời văn của xã. Số liệu đổi thì phần này không tự đổi theo.")
        self._origin.setText(origin)
        self._gap.set_text(self._gap_words(part))
        self._gap.setVisible(bool(part.gap or part.missing))
        if part.year is not None:
            words = self.tr("Theo lời văn năm {}. Sửa lại cho hồ sơ này, hoặc giữ nguyên.")
            self._carried.set_text(words.format(part.year))
        self._carried.setVisible(part.year is not None)
        self._refusal.setText(refusal)
        self._refusal.setVisible(bool(refusal))
        self._printed_as.setVisible(part.template)
        self._printed.setVisible(part.template)
        self._printed.load(part.body)
        self._again.setEnabled(bool(refusal) or not part.default)
        typing = same and self._text.hasFocus()  # never over that; and the cursor stays where it is
        if not typing and not (same and self._text.toPlainText().strip() == body):
            self._text.load(body)
        self._text.setAccessibleName(part.title)

    def _gap_words(self, part: NarrativeView) -> str:
        if part.missing:
            names = ", ".join(part.missing)
            if not part.gap:
                return self.tr("Còn thiếu: {}. Nhập số liệu thì chỗ trống tự điền.").format(names)
            return self.tr("Còn thiếu: {}. Hồ sơ chính thức chưa in được khi còn chỗ trống.").format(names)
        return self.tr(
            "Còn chỗ “…” hoặc dãy dấu chấm chưa điền. Hồ sơ chính thức chưa in được khi còn chỗ trống."
        )

    def _fold(self, parts: tuple[NarrativeView, ...]) -> None:
        """Of the papers, those in which nothing waits."""
        papers = {part.paper for part in parts}
        for paper in papers - {part.paper for part in parts if part.gap or part.is_carried}:
            self._table.rows.set_open(paper, opened=False)

    def _list(self) -> None:
        with QSignalBlocker(self._table):
            self._table.show_rows(self._rows(tuple(self._parts.values())))

    def _rows(self, parts: tuple[NarrativeView, ...]) -> list[Row]:
        rows: list[Row] = []
        for part in parts:
            if not rows or rows[-1].group != part.paper:
                name = said(part.paper_name)
                state = self._paper_words([one for one in parts if one.paper == part.paper])
                rows.append(Row((Cell(name, tooltip=name), state), part.paper, Kind.GROUP, part.paper))
            section = f"{part.section}. " if part.section else ""
            title = Cell(section + part.title, tooltip=part.title)
            rows.append(Row((title, self._words(part)), _key(part), group=part.paper))
        return rows

    def _paper_words(self, parts: list[NarrativeView]) -> Cell:
        """What waits in a paper, seen while it is folded up too."""
        if any(_key(part) in self._refused for part in parts):
            return Cell(self.tr("Chưa lưu"), "unmet", icon="triangle-alert")
        if gaps := sum(part.gap for part in parts):
            return Cell(self.tr("Còn trống {}").format(gaps), "amber", icon="triangle-alert")
        if carried := sum(part.is_carried for part in parts):
            return Cell(self.tr("Lời năm cũ {}").format(carried), "amber", icon="history")
        why = said(parts[0].unprinted)
        return Cell(why, "text2", tooltip=why)

    def _words(self, part: NarrativeView) -> Cell:
        if _key(part) in self._refused:
            return Cell(self.tr("Chưa lưu"), "unmet", icon="triangle-alert")
        if part.gap:
            return Cell(self.tr("Còn trống"), "amber", icon="triangle-alert")
        if part.missing:
            return Cell(self.tr("Thiếu số liệu"), "text2")
        if not part.body:
            return Cell(self.tr("Không in"), "text2")
        if part.default:
            return Cell(self.tr("Văn mẫu"), "text2")
        if part.year is not None:
            return Cell(self.tr("Năm {}").format(part.year), "amber", icon="history")
        if part.template:
            return Cell(self.tr("Văn mẫu của xã"))
        return Cell(self.tr("Của xã"))

    def _lay_out(self) -> None:
        fit.resize(self, *_SIZE)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(16, 14, 16, 14)
        outer.setSpacing(16)
        outer.addWidget(self._table, 9)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self._paper)
        right.addWidget(self._title)
        right.addWidget(self._origin)
        right.addWidget(self._gap)
        right.addWidget(self._carried)
        right.addWidget(self._refusal)
        right.addWidget(self._text, 3)
        right.addWidget(self._printed_as)
        right.addWidget(self._printed, 2)
        sources = QHBoxLayout()
        sources.setSpacing(8)
        sources.addWidget(self._insert)
        sources.addWidget(self._older)
        sources.addStretch(1)
        right.addLayout(sources)
        right.addSpacing(4)
        right.addLayout(buttons_row(self._close, left=(self._again,)))
        outer.addLayout(right, 11)


def _key(part: NarrativeView) -> tuple[str, str]:
    return part.paper, part.part


def _name(part: NarrativeView) -> str:
    """As the history tells it: several papers have a part of the same title."""
    return f"{part.paper_name}, {part.title}"
