"""Surfaces: cards, the amber note, the empty state, the head of a page, and the linked line of a list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.read_only import is_read_only
from ui.tokens import State
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout, flowing
from ui.widgets.labels import ElidedLabel, Facts, IconLabel, Label, TwoLines, WholeLabel
from ui.widgets.marks import Mark

_HEADER = 30  # px
_NOTE_LEAST = 220  # px that the text of a note keeps beside its link; with less the link stands below
_TITLE_GAP = 12
_FACTS_LEAST = 120  # px that the facts behind a title keep beside the buttons
_NUMBER_LEAST = 16  # px: two digits, so that the words of all lines begin at one place


class Card(QFrame):
    """A white surface with a thin edge. Fill ``body``; with a title it has a head and room at its right."""

    def __init__(self, title: str = "", note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(15, 9, 15, 9)
        self.body.setSpacing(6)
        self.head = QHBoxLayout()
        self.head.setSpacing(10)
        self.title = Label(title, "card")
        self.note = Label(note, "caption", "text2")
        if title:
            self.head.addWidget(self.title)
            self.head.addStretch(1)
            self.head.addWidget(self.note)
            self.body.addLayout(self.head)


class Note(QFrame):
    """Something that stays true on this page: amber, with a bar at its left and, where needed, one link."""

    pressed = Signal()

    def __init__(self, text: str, link: str = "", icon: str = "info", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("note")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 12, 5)
        row.setSpacing(8)
        row.addWidget(IconLabel(icon, 16, "amber"), 0, Qt.AlignmentFlag.AlignTop)
        self._text = Label(text, wrap=True)
        flow = FlowLayout(8)
        flow.add(self._text, least=_NOTE_LEAST, grows=True)
        row.addLayout(flow, 1)
        if link:
            button = Button(link, "link")
            button.clicked.connect(self.pressed)
            flow.add(button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def set_text(self, text: str) -> None:
        self._text.setText(text)


class EmptyState(QWidget):
    """In the place of a table: one sentence why it is empty, one primary button, one link to help."""

    acted = Signal()
    asked_for_help = Signal()

    def __init__(
        self,
        sentence: str,
        action: str = "",
        *,
        helps: bool = False,
        writes: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """``helps``: with a link to the guide; the window opens it where the page is told of. ``writes``: the
        action begins something new."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(Label(sentence, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(12)
        if action:
            button = Button(action, "primary", writes=writes)
            button.clicked.connect(self.acted)
            row.addWidget(button)
        if helps:
            link = Button(self.tr("&Xem hướng dẫn"), "link", tip=self.tr("Hướng dẫn của trang này (F1)"))
            link.clicked.connect(self.asked_for_help)
            row.addWidget(link)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)


class Beneath(QWidget):
    """What the chosen row of the table above it says, in full; hidden while no row is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = Label("", "strong", wrap=True)
        self._words = Label("", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 8)
        column.setSpacing(2)
        column.addWidget(self._name)
        column.addWidget(self._words)
        self.hide()

    def show_words(self, name: str = "", *lines: str) -> None:
        self._name.setText(name)
        self._words.setText("\n".join(line for line in lines if line))
        self.setVisible(bool(name))

    def text(self) -> str:
        return f"{self._name.text()}\n{self._words.text()}"


class PageHeader(QWidget):
    """Title, the facts behind it, and at the right the page's buttons (the primary one last); below where
    the page is narrow."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = Facts()
        self._named = QWidget()
        self._named.setMinimumHeight(_HEADER)
        row = QHBoxLayout(self._named)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_TITLE_GAP)
        self._title = Label(title, "title")
        row.addWidget(self._title)
        row.addWidget(self._facts, 1)
        self._flow = FlowLayout(8, self, between_lines=6)
        self._buttons = FlowLayout(8, between_lines=6)
        self._flow.add(self._named, grows=True)
        self._flow.add(self._buttons)
        self.set_facts()
        self.setSizePolicy(flowing())

    def set_facts(self, *facts: str) -> None:
        """In two lines where one has no room for them beside the buttons, or above these; none is cut."""
        self._facts.set_facts([fact for fact in facts if fact])
        room = max(_FACTS_LEAST, self._facts.two_lines_wide())
        self._flow.set_least(self._named, self._title.sizeHint().width() + _TITLE_GAP + room)

    def add(self, widget: QWidget) -> None:
        self._buttons.addWidget(widget)


class Line(QWidget):
    """One line of a list that leads somewhere: number or mark, what (600), why, at the right a link or word.

    The whole line is pressed, by mouse, Enter or Space.
    """

    pressed = Signal()

    def __init__(
        self,
        what: str,
        why: str,
        *,
        number: str = "",
        state: State | None = None,
        link: str = "",
        word: str = "",
        accent: bool = False,
        two_lines: bool = False,
        below: str = "",
        writes: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``two_lines``: the reason goes on to a second line before it is cut; ``below``: a line under it.
        ``writes``: its link begins a change, and is not there where a page may only be read."""
        super().__init__(parent)
        self._writes = writes
        self.setAccessibleName(what)
        self.setAccessibleDescription(why)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 12, 6)
        row.setSpacing(10)
        if number:
            count = Label(number, "caption-strong", "text2")
            count.setFixedWidth(max(_NUMBER_LEAST, count.sizeHint().width()))
            row.addWidget(count)
        if state is not None:
            row.addWidget(Mark(state, 18))
        words = self.words = QVBoxLayout()  # room for more lines below
        words.setSpacing(0)
        words.addWidget(WholeLabel(what, "medium" if accent else "strong", "accent" if accent else "text"))
        if why:
            reason = TwoLines if two_lines else ElidedLabel
            words.addWidget(reason(why, "caption", "text2"))
        if below:
            words.addWidget(ElidedLabel(below, "caption", "text2"))
        row.addLayout(words, 1)
        if word:
            row.addWidget(Label(word, "medium", str(state or "text2")))
        elif link:
            self._link = Label(link, "medium", "accent")
            row.addWidget(self._link)
        else:
            row.addWidget(IconLabel("chevron-right", 16))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._writes and is_read_only(self):
            self._link.hide()
            self.setCursor(Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave, QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect().adjusted(1, 1, -1, -1), theme.color("surface2"))
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRect(QRect(2, 2, self.width() - 4, self.height() - 4))
        painter.setPen(theme.color("line"))
        painter.drawLine(0, 0, self.width(), 0)
        painter.end()
