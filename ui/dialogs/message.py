"""The one message box: the title is the question, the body the consequence, the buttons the verbs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QStyle, QVBoxLayout, QWidget

from ui import theme
from ui.dialogs import fit
from ui.tokens import State
from ui.widgets.buttons import BETWEEN, Button, buttons_row
from ui.widgets.labels import Label
from ui.widgets.line_edit import LineEdit
from ui.widgets.marks import Mark

_WIDTH = 480
_MARGIN = 20
_AROUND = 170  # px: margins, the title on three lines, the field and the buttons


def fit_height(dialog: QDialog) -> None:
    """A dialog of fixed width as high as its wrapped text needs; Qt guesses from another width."""
    layout = dialog.layout()
    if layout is not None:
        dialog.setFixedHeight(layout.totalHeightForWidth(dialog.width()))


def keyed(words: Sequence[str]) -> list[str]:
    """Each with a letter to press with Alt: its own, or the first that can be typed and is not taken."""
    taken = {text[text.index("&") + 1].lower() for text in words if "&" in text}
    found = []
    for text in words:
        free = (i for i, c in enumerate(text) if c.isascii() and c.isalnum() and c.lower() not in taken)
        place = -1 if "&" in text else next(free, -1)
        if place >= 0:
            taken.add(text[place].lower())
            text = f"{text[:place]}&{text[place:]}"
        found.append(text)
    return found


class MessageDialog(fit.Dialog):
    """Esc and closing mean ``safe``, which has the focus; only a verb calls back."""

    WRITES: ClassVar[bool] = False

    def __init__(
        self,
        parent: QWidget,
        title: str,
        body: str,
        *,
        safe: str,
        verbs: Sequence[str] = (),
        state: str = "",
        asks_text: bool = False,
    ) -> None:
        super().__init__(parent)
        self.answered: Callable[[int], None] | None = None
        self.answered_text: Callable[[str], None] | None = None
        self.refused: Callable[[], object] | None = None
        self.destructive = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Nông thôn mới"))
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(title)

        *keyed_verbs, keyed_safe = keyed([*verbs, safe])
        self._verbs = [Button(verb) for verb in keyed_verbs]
        self._safe = Button(keyed_safe)
        self._edit = LineEdit()
        self._edit.setAccessibleName(title)
        self._edit.setVisible(asks_text)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 18, _MARGIN, 16)
        layout.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(10)
        if state:
            head.addWidget(Mark(State(state), 20), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Label(title, "card", wrap=True), 1)
        layout.addLayout(head)
        if body:
            layout.addWidget(self._readable(Label(body, "body", "text2", wrap=True)))
        layout.addWidget(self._edit)
        layout.addSpacing(8)
        layout.addLayout(self._lined_up())

        self._safe.clicked.connect(self.reject)
        self.rejected.connect(self._on_rejected)
        for button in self._verbs:
            button.clicked.connect(self._on_verb_clicked)
        if asks_text:
            self._edit.textChanged.connect(self._on_text_changed)
            self._edit.returnPressed.connect(self._on_return_pressed)
            self._on_text_changed("")
            self._edit.setFocus()
        else:
            self._safe.setFocus()

    def open(self) -> None:
        if self.destructive:
            for button in self._verbs:
                button.setProperty("kind", "danger")
                button.setFont(theme.font("medium"))
                button.style().polish(button)
        fit_height(self)
        super().open()

    def _lined_up(self) -> QBoxLayout:
        """The buttons side by side, or below each other where they have no room so."""
        buttons = (*self._verbs, self._safe)
        room = _WIDTH - 2 * _MARGIN
        beside = sum(button.sizeHint().width() for button in buttons) + BETWEEN * (len(buttons) - 1)
        if beside > room:
            column = QVBoxLayout()
            column.setSpacing(BETWEEN)
            for button in buttons:
                column.addWidget(button)
            return column
        return buttons_row(*buttons)

    def _readable(self, body: QWidget) -> QWidget:
        """A list of many problems scrolls, so that the buttons below it stay on the screen."""
        inner = _WIDTH - 2 * _MARGIN
        if body.heightForWidth(inner) <= fit.room(self).height() - _AROUND:
            return body
        scrolled = fit.scrolled(
            self, inner - self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent), _AROUND
        )
        scrolled.body.addWidget(body)
        scrolled.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # the arrow keys scroll it
        return scrolled

    def _on_rejected(self) -> None:
        if self.refused is not None:
            self.refused()

    def _on_text_changed(self, text: str) -> None:
        for button in self._verbs:
            button.setEnabled(bool(text.strip()))

    def _on_return_pressed(self) -> None:
        if self._edit.text().strip():
            self._finish(0)

    def _on_verb_clicked(self) -> None:
        pressed = self.sender()
        self._finish(next(i for i, button in enumerate(self._verbs) if button is pressed))

    def _finish(self, index: int) -> None:
        text = self._edit.text().strip()
        self.accept()
        if self.answered is not None:
            self.answered(index)
        if self.answered_text is not None:
            self.answered_text(text)
