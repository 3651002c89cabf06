"""Text on the screen: labels with a role and a tone, labels that elide, rules and ribbons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui import theme

_WIDTHS_KEPT = 8


class Label(QLabel):
    """Plain text (never mark-up) in a role of ``tokens.TYPE`` and a tone (token or state name)."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        tone: str = "text",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(role))
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        self.setMinimumHeight(theme.line_height(role))
        self.setText(text)

    def set_tone(self, tone: str) -> None:
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().polish(self)


class WholeLabel(Label):
    """Wraps, and insists on the height of all its lines: where a panel scrolls, nested layouts would go on
    giving it that of the text before."""

    def __init__(
        self, text: str = "", role: str = "body", tone: str = "text", parent: QWidget | None = None
    ) -> None:
        self._least = theme.line_height(role)
        super().__init__(text, role, tone, wrap=True, parent=parent)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._insist()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._insist()

    def _insist(self) -> None:
        self.setMinimumHeight(self._least)  # the height that Qt tells is never below it
        self.setMinimumHeight(max(self._least, self.heightForWidth(self.width())))


class ElidedLabel(Label):
    """Shortens what does not fit: names at the right, file names in the middle. Never for numbers."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        tone: str = "text",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, role, tone, parent=parent)
        self._mode = mode
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)
        self.setToolTip("")

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 1, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.minimumHeight())

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.fontMetrics().elidedText(self.text(), self._mode, self.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self.rect(), self.alignment() | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()


class TwoLines(ElidedLabel):
    """Goes on to a second line, and shortens what does not fit there."""

    def __init__(
        self, text: str = "", role: str = "body", tone: str = "text", parent: QWidget | None = None
    ) -> None:
        self._line = theme.line_height(role)
        self._broken: dict[tuple[str, int], tuple[str, ...]] = {}  # a layout asks for each some thirty times
        super().__init__(text, role, tone, parent=parent)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._line * len(self._lines(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        lines = self._lines(self.width())
        self.setToolTip("" if " ".join(lines) == self.text() else self.text())
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        for place, words in enumerate(lines):
            rect = QRect(0, place * self._line, self.width(), self._line)
            painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._broken.clear()

    def _lines(self, width: int) -> tuple[str, ...]:
        asked = (self.text(), width)
        if asked not in self._broken:
            if len(self._broken) == _WIDTHS_KEPT:
                self._broken.clear()
            self._broken[asked] = self._break(width)
        return self._broken[asked]

    def _break(self, width: int) -> tuple[str, ...]:
        text = self.text()
        if self.fontMetrics().horizontalAdvance(text) <= width:
            return (text,)
        layout = QTextLayout(text, self.font())
        layout.beginLayout()
        first = layout.createLine()
        first.setLineWidth(width)
        length = first.textLength()
        layout.endLayout()
        if length >= len(text):
            return (text,)
        rest = self.fontMetrics().elidedText(text[length:], Qt.TextElideMode.ElideRight, width)
        return text[:length].rstrip(), rest


class Facts(Label):
    """Short facts behind a title, each whole: what does not fit goes on in the next line, for a number that
    is cut is another number."""

    _BETWEEN = "  ·  "

    def __init__(self, role: str = "body", tone: str = "text2", parent: QWidget | None = None) -> None:
        self._facts: tuple[str, ...] = ()
        self._line = theme.line_height(role)
        super().__init__("", role, tone, wrap=True, parent=parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_facts(self, facts: Sequence[str]) -> None:
        self._facts = tuple(facts)
        self.setText(self._BETWEEN.join(facts))
        self.updateGeometry()

    def lines(self, width: int) -> list[str]:
        """A fact wider than the place breaks between its words."""
        lines: list[str] = []
        for fact in self._facts:
            longer = f"{lines[-1]}{self._BETWEEN}{fact}" if lines else fact
            if lines and self._wide(longer) <= width:
                lines[-1] = longer
                continue
            lines.append("")
            for word in fact.split():
                longer = f"{lines[-1]} {word}".lstrip()
                if lines[-1] and self._wide(longer) > width:
                    lines.append(word)
                else:
                    lines[-1] = longer
        return lines

    def two_lines_wide(self) -> int:
        """px with which they stand in two lines."""
        facts, join = self._facts, self._BETWEEN.join
        halves = [(facts[:place], facts[place:]) for place in range(1, max(2, len(facts)))]
        return min(max(self._wide(join(half)) for half in pair) for pair in halves)

    def sizeHint(self) -> QSize:
        return QSize(self._wide(self.text()), self._line)

    def minimumSizeHint(self) -> QSize:
        """The widest fact stands in one line where that can be."""
        return QSize(max(map(self._wide, self._facts), default=0), self._line)

    def heightForWidth(self, width: int) -> int:
        return self._line * max(1, len(self.lines(width)))

    def paintEvent(self, event: QPaintEvent) -> None:
        lines = self.lines(self.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        top = (self.height() - self._line * len(lines)) // 2
        for place, words in enumerate(lines):
            rect = QRect(0, top + place * self._line, self.width(), self._line)
            painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()

    def _wide(self, words: str) -> int:
        return self.fontMetrics().horizontalAdvance(words) + 1


class IconLabel(QLabel):
    """An icon of ``resources/icons`` that follows the theme and the screen's pixel ratio."""

    def __init__(self, name: str, size: int = 16, tone: str = "text2", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._size, self._tone = name, size, tone
        self.setFixedSize(size, size)
        self._draw()

    def set_icon(self, name: str, tone: str) -> None:
        self._name, self._tone = name, tone
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.DevicePixelRatioChange):
            self._draw()

    def _draw(self) -> None:
        self.setPixmap(theme.pixmap(self._name, self._size, self._tone, self.devicePixelRatioF()))


class Rule(QFrame):
    """A hairline, lying or upright."""

    def __init__(self, *, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rule")
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


class Ribbon(QFrame):
    """SỐ LIỆU MINH HỌA: worn by everything that shows sample data."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ribbon")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 10, 3)
        row.setSpacing(6)
        row.addWidget(IconLabel("info", 14, "amber"))
        row.addWidget(Label(self.tr("SỐ LIỆU MINH HỌA"), "ribbon", "amber"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
