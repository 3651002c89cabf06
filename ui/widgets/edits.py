"""Fields to type in. Safe with UniKey: nothing refuses or rewrites a key stroke while a person types.

A Vietnamese input method sends Backspace + letter. A validator that swallowed a letter would make that
Backspace delete a digit, so there is none: text is read when the field is left, and only if it differs from
what was loaded. ``committed`` carries the value, ``refused`` the sentence why it is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QPlainTextEdit,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from ntm_desktop.errors import NtmError
from ntm_desktop.text import (
    format_date,
    format_decimal,
    format_int,
    nfc,
    parse_amount,
    parse_date,
    parse_number,
)
from ui import theme
from ui.read_only import is_read_only
from ui.widgets.line_edit import LineEdit, is_undo_or_redo

_IN_FIELD = 4  # px that a style leaves beside the words
_AROUND_ITEM = 40  # px: margins of an item and the scroll bar


class TextEdit(LineEdit):
    """One line of text; ``committed`` gives it trimmed and in NFC."""

    committed = Signal(object)
    refused = Signal(str)
    taken_back = Signal()  # what was typed or refused: the stored text stands there again

    def __init__(self, text: str = "", placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loaded = ""
        self._refusing = False
        self.setFont(theme.font("body"))
        self.setPlaceholderText(placeholder)
        self.editingFinished.connect(self._on_editing_finished)
        self.load(text)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if is_read_only(self):
            self.setReadOnly(True)

    def load(self, text: str) -> None:
        """Shows what is stored; says nothing to anyone.

        May come amid typing, after another field was saved: where the text stands already, caret and
        selection stay. Another text is selected, so that what is typed next replaces it.
        """
        stays = text == self.text()
        if not stays:
            with QSignalBlocker(self):
                self.setText(text)
        self.setModified(False)
        if not self.is_typed_in():
            self.setCursorPosition(0)
        elif not stays:
            self.selectAll()
        self._loaded = text
        if self._refusing:
            self._refusing = False
            self.taken_back.emit()
        self.set_invalid(False)

    def keep_over(self, stored: str) -> None:
        """``stored`` is what Esc brings back from now on; what is being typed stays."""
        self._loaded = stored

    def is_typed_in(self) -> bool:
        """Keys go here, now or once the window is active again."""
        return self.window().focusWidget() is self

    def is_refused(self) -> bool:
        """What stands there has no value, and was said to have none."""
        return self._refusing

    def set_invalid(self, invalid: bool) -> None:
        if bool(self.property("invalid")) != invalid:
            self.setProperty("invalid", invalid)
            self.style().polish(self)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._takes_back(event):
            event.accept()  # ours, before it closes a panel or leaves the page
            return True
        return super().event(event)

    def _takes_back(self, event: QEvent) -> bool:
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        return escape and self.text() != self._loaded

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._takes_back(event):
            told = self._refusing  # then loading tells
            self.load(self._loaded)
            if not told:
                self.taken_back.emit()
            return
        super().keyPressEvent(event)

    def read(self, text: str) -> object:
        """The value of ``text``; raises NtmError when it has none."""
        return text

    def _on_editing_finished(self) -> None:
        text = nfc(self.text().strip())
        if text == self._loaded:
            if self._refusing:
                self.load(text)
            return
        try:
            value = self.read(text)
        except NtmError as error:
            self._refusing = True
            self.set_invalid(True)
            self.refused.emit(error.message)
            return
        self._loaded = text
        self._refusing = False
        self.set_invalid(False)
        self.committed.emit(value)


class NumberEdit(TextEdit):
    """A decimal number as offices write it; commits a Decimal, or None when emptied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def read(self, text: str) -> Decimal | None:
        return parse_number(text) if text else None


class MoneyEdit(TextEdit):
    """Whole đồng, larger than 32 bits allow; commits an int, or None when emptied.

    Once it is left the đồng stand there in figures, also where "850 triệu" was typed.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.committed.connect(self._on_committed)

    def load_amount(self, amount: int | None) -> None:
        self.load("" if amount is None else format_int(amount))

    def read(self, text: str) -> int | None:
        return parse_amount(text) if text else None

    def _on_committed(self, amount: object) -> None:
        assert amount is None or isinstance(amount, int)
        self.load_amount(amount)


def parse_count(text: str) -> int:
    number = parse_number(text)
    if number < 0 or number != number.to_integral_value():
        words = QCoreApplication.translate("CountEdit", "“{}” không phải số đếm. Nhập số nguyên, ví dụ 540.")
        raise NtmError(words.format(text))
    return int(number)


class CountEdit(TextEdit):
    """How many there are; commits an int, or None when emptied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def load_count(self, count: int | None) -> None:
        self.load("" if count is None else format_int(count))

    def read(self, text: str) -> int | None:
        return parse_count(text) if text else None


class QuantityEdit(TextEdit):
    """A quantity of m², công, tấn …; commits whole thousandths, or None when emptied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def load_quantity(self, quantity: int | None) -> None:
        self.load("" if quantity is None else format_decimal(quantity))

    def read(self, text: str) -> int | None:
        if not text:
            return None
        thousandths = parse_number(text) * 1000
        if thousandths != thousandths.to_integral_value():
            raise NtmError(self.tr("Số lượng có nhiều nhất ba chữ số thập phân, ví dụ 12,5. Nhập lại số."))
        return int(thousandths)


class ShareEdit(TextEdit):
    """A share in percent; commits whole basis points, or None when emptied. Its limits are the service's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def read(self, text: str) -> int | None:
        if not text:
            return None
        points = parse_number(text.removesuffix("%").strip()) * 100
        if points != points.to_integral_value():
            raise NtmError(self.tr("Tỷ lệ có nhiều nhất hai chữ số thập phân, ví dụ 46,5. Nhập lại tỷ lệ."))
        return int(points)


class DateEdit(TextEdit):
    """A date typed as 30/6/2021; commits a date, or None when emptied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(placeholder="30/6/2021", parent=parent)

    def load_date(self, day: date | None) -> None:
        self.load("" if day is None else format_date(day))

    def read(self, text: str) -> date | None:
        return parse_date(text) if text else None


class TextArea(QPlainTextEdit):
    """Several lines; commits when it loses the focus."""

    committed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loaded = ""
        self.setFont(theme.font("body"))
        self.setTabChangesFocus(True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if is_read_only(self):
            self.setReadOnly(True)

    def load(self, text: str) -> None:
        with QSignalBlocker(self):
            self.setPlainText(text)
        self._loaded = text

    def event(self, event: QEvent) -> bool:
        if is_undo_or_redo(event):
            document = self.document()
            if not (document.isUndoAvailable() or document.isRedoAvailable()):
                event.ignore()
                return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    def commit(self) -> None:
        text = nfc(self.toPlainText().strip())
        if text != self._loaded:
            self._loaded = text
            self.committed.emit(text)


class Choice(QComboBox):
    """One of a few; commits the key. The wheel scrolls the page, it never changes the choice."""

    committed = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
        *,
        narrows: bool = False,
    ) -> None:
        """``narrows``: what is chosen is only what a list shows; else it is kept."""
        super().__init__(parent)
        self._narrows = narrows
        self._loaded = ""
        self.setFont(theme.font("body"))
        self.setMinimumContentsLength(4)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.set_options(options)
        self.activated.connect(self._on_activated)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._narrows and is_read_only(self):
            self.setEnabled(False)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """``options``: (key, words); keeps the choice where it is still offered."""
        with QSignalBlocker(self):
            self.clear()
            for key, words in options:
                self.addItem(words, key)
        self.load(self._loaded)

    def load(self, key: str) -> None:
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(key))
        self._loaded = key
        self.setToolTip(self.currentText())  # it may be wider than the field

    def key(self) -> str:
        return str(self.currentData() or "")

    def set_invalid(self, invalid: bool) -> None:
        if bool(self.property("invalid")) != invalid:
            self.setProperty("invalid", invalid)
            self.style().polish(self)

    def showPopup(self) -> None:
        """As wide as its widest words, not as the field."""
        words = max(
            (self.fontMetrics().horizontalAdvance(self.itemText(n)) for n in range(self.count())), default=0
        )
        widest = min(words + _AROUND_ITEM, self.screen().availableSize().width())
        self.view().setMinimumWidth(max(widest, self.width()))
        super().showPopup()

    def shown_text(self) -> str:
        """What stands in the field: words that are wider than it end in dots, and are its tooltip."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return self._elided(option)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self._elided(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def _elided(self, option: QStyleOptionComboBox) -> str:
        place = QStyle.SubControl.SC_ComboBoxEditField
        box = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, place, self)
        room = box.width() - _IN_FIELD
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _on_activated(self) -> None:
        if self.key() != self._loaded:
            self._loaded = self.key()
            self.setToolTip(self.currentText())
            self.committed.emit(self._loaded)
