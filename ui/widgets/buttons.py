"""Things to press: buttons of five kinds and the chips that filter a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui import theme
from ui.read_only import Vanishing
from ui.tokens import State
from ui.widgets.flow import FlowLayout, flowing
from ui.widgets.marks import mark_pixmap

_ICON_TONES = {"primary": "on_accent", "link": "accent", "slim": "accent", "danger": "unmet"}
BETWEEN = 8  # buttons of a row
_GAP = 4  # a styled button has 4 px between icon and text; the icon brings as many again


class Button(Vanishing, QPushButton):
    """``kind``: primary (one a view), outlined, danger, link, slim (a link in a bar), flat, icon. One that
    ``writes`` is not there where a page may only be read."""

    def __init__(
        self,
        text: str,
        kind: str = "outlined",
        icon: str = "",
        tip: str = "",
        parent: QWidget | None = None,
        *,
        writes: bool = False,
    ) -> None:
        super().__init__(parent)
        self.writes = writes
        self._kind, self._icon = kind, icon
        self.setProperty("kind", kind)
        self.setFont(theme.font("medium"))
        self.setAccessibleName(text.replace("&", ""))
        self.setIconSize(QSize(16 if kind == "icon" else 16 + _GAP, 16))
        self.setToolTip(tip or (text if kind == "icon" else ""))
        self.setAutoDefault(False)
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if kind in ("link", "slim") else Qt.CursorShape.ArrowCursor
        )
        if kind == "icon":
            self.setFixedSize(30, 30)
        else:
            self.setText(text)
        self._draw_icon()

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text.replace("&", ""))

    def set_keys(self, keys: str, place: QWidget) -> None:
        """Keys that press it while ``place`` itself, no cell in it, has the focus; its tip names them."""
        shortcut = QShortcut(QKeySequence(keys), place, self.click)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.setToolTip(f"{self.toolTip()} ({keys})")

    def click(self) -> None:
        if not self._gone:
            super().click()

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self._draw_icon()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # Qt itself leaves Enter to a default button
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw_icon()

    def _draw_icon(self) -> None:
        if self._icon:
            space = 0 if self._kind == "icon" else _GAP
            self.setIcon(theme.icon(self._icon, _ICON_TONES.get(self._kind, "text"), space=space))


class Chip(QPushButton):
    """Mark + word + count; the pressed one has tint, accent edge and 600. A zero stays in its place, grey."""

    def __init__(
        self, key: str, word: str, state: State | None, icon: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.key = key
        self.word, self._state, self._icon = word, state, icon
        self.setProperty("kind", "chip")
        self.setCheckable(True)
        self.setFont(theme.font("caption-medium"))
        self.setIconSize(QSize(14 + _GAP, 14))
        self.toggled.connect(self._on_toggled)
        self.setText(word)  # without a number, and not to be pressed, until it is read
        self.setAccessibleName(word)
        self.setEnabled(False)
        self._draw_icon()

    def set_count(self, count: int) -> None:
        self.setText(f"{self.word} {count}")
        self.setAccessibleName(f"{self.word}: {count}")
        self.setEnabled(count > 0 or self.isChecked())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._on_toggled(self.isChecked())
        elif event.type() == QEvent.Type.EnabledChange:
            self._draw_icon()

    def _on_toggled(self, checked: bool) -> None:
        self.setFont(theme.font("caption-strong" if checked else "caption-medium"))
        self._draw_icon()

    def _draw_icon(self) -> None:
        ratio = self.devicePixelRatioF()
        if self._state is not None:
            tone = str(self._state) if self.isEnabled() else "text3"
            picture = mark_pixmap(self._state, 14, ratio, tone=tone, ground="surface", space=_GAP)
        elif self._icon:
            tone = "accent" if self.isChecked() else "text2" if self.isEnabled() else "text3"
            picture = theme.pixmap(self._icon, 14, tone, ratio, _GAP)
        else:
            picture = QPixmap()
        icon = QIcon(picture)
        icon.addPixmap(picture, QIcon.Mode.Disabled)
        self.setIcon(icon)


class ChipRow(QWidget):
    """Filters of a table: at most one is pressed; pressing it again shows everything. Alt+1, Alt+2 … too."""

    chosen = Signal(str)  # key, "" for everything

    def __init__(
        self, chips: Sequence[tuple[str, str, State | None, str]], parent: QWidget | None = None
    ) -> None:
        """``chips``: (key, word, state or None, icon name when there is no state)."""
        super().__init__(parent)
        row = FlowLayout(6, self)
        self.setSizePolicy(flowing())
        self._chips = [Chip(*chip) for chip in chips]
        for number, chip in enumerate(self._chips, start=1):
            keys = QShortcut(QKeySequence(f"Alt+{number}"), chip)
            keys.activated.connect(chip.click)
            chip.setToolTip(f"{chip.word} ({keys.key().toString()})")
            chip.clicked.connect(self._on_clicked)
            row.addWidget(chip)

    def set_counts(self, counts: dict[str, int]) -> None:
        for chip in self._chips:
            chip.set_count(counts.get(chip.key, 0))

    def choice(self) -> str:
        return next((chip.key for chip in self._chips if chip.isChecked()), "")

    def choose(self, key: str) -> None:
        for chip in self._chips:
            chip.setChecked(chip.key == key)
        self.chosen.emit(key)

    def _on_clicked(self) -> None:
        pressed = self.sender()
        for chip in self._chips:
            if chip is not pressed:
                chip.setChecked(False)
        self.chosen.emit(self.choice())


def buttons_row(*buttons: QWidget, left: Sequence[QWidget] = ()) -> QHBoxLayout:
    """The last row of a dialog: what ends it stands at the right."""
    row = QHBoxLayout()
    row.setSpacing(BETWEEN)
    for button in left:
        row.addWidget(button)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row
