"""The field of one part of an indicator: a typed number, or one of a few answers."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ntm_desktop.domain.criteria import Measure
from ntm_desktop.domain.values import percent_readings
from ntm_desktop.errors import NtmError
from ntm_desktop.services.indicators import PartEntry
from ntm_desktop.text import AmbiguousNumber, counted, nfc, parse_number
from ui.dialogs.hamlet_values import number_text, share_text, totals
from ui.read_only import is_read_only
from ui.widgets.buttons import Button
from ui.widgets.edits import TextEdit
from ui.widgets.forms import Field, Sentence
from ui.widgets.labels import Label
from ui.widgets.options import OptionRow


def keep_error_until_typed(field: Field, edit: TextEdit) -> None:
    """Only the service knows whether it is a value: leaving the field says nothing about it."""
    edit.committed.disconnect(field.clear_error)
    edit.textEdited.connect(field.clear_error)


class NumberField(Field):
    """A typed part. A total over the hamlets is shown, not typed; the button beside it opens their table."""

    entered = Signal()
    changed = Signal()
    hamlets_wanted = Signal(str)

    def __init__(self, part: PartEntry, label: str, *, by_hamlet: bool) -> None:
        both = QCoreApplication.translate("NumberField", "95,5; 45/50") if part.fraction else ""
        self._edit = TextEdit(placeholder=both)
        super().__init__(label, self._edit, part.unit)
        self.part = part
        self.hamlets: dict[str, str] = {}
        if part.name:
            self._edit.setAccessibleName(f"{part.name} ({part.unit})" if part.unit else part.name)
        self.stops: list[QWidget] = [self._edit]  # of the Tab key
        self.by_hamlet = by_hamlet
        if by_hamlet:
            button = Button(
                self.tr("Cộng theo thôn"), "icon", "list", self.tr("Cộng theo thôn (F4)"), writes=True
            )
            button.clicked.connect(self._on_hamlets_clicked)
            self.row.addWidget(button)
            self.stops.append(button)
        self._total = ""
        self._offer = Button("", "slim", writes=True)
        self._offer.hide()
        self._offer.clicked.connect(self._on_offer_clicked)
        self.beneath.addWidget(self._offer, 0, Qt.AlignmentFlag.AlignLeft)
        self.stops.append(self._offer)
        keep_error_until_typed(self, self._edit)
        self._edit.returnPressed.connect(self.entered)
        for changed in (self._edit.textChanged, self._edit.taken_back):  # Esc loads, which says nothing
            changed.connect(self._show_offer)
            changed.connect(self.changed)
        self._edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._edit and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down and not self._offer.isHidden():
                self._offer.click()
                return True
            if self.hamlets and _changes_text(event):
                self.say_why_summed()
        return super().eventFilter(watched, event)

    def load(self, part: PartEntry) -> None:
        self.part = part
        self.clear_error()
        self.set_hamlets(dict(part.by_hamlet))
        if not part.by_hamlet:
            self._edit.load(part.value_text)

    def keep_over(self, part: PartEntry) -> None:
        """Another figure is stored; what is being typed stays."""
        self.part = part
        if not self.hamlets:
            self._edit.keep_over(part.value_text)

    def set_hamlets(self, texts: Mapping[str, str]) -> None:
        """Texts by hamlet; with none of them the part is typed as one figure."""
        if self.hamlets and not texts:
            self._edit.load("")
        self.hamlets = dict(texts)
        self._edit.setReadOnly(bool(texts) or is_read_only(self))
        if not texts:
            self.set_note("")
            return
        reached, whole = totals(texts.values())
        self._edit.load(share_text(reached, whole).removesuffix("%") or number_text(reached))
        share = f"{number_text(reached)}/{number_text(whole)}"
        words = self.tr("Cộng {} thôn: {}") if whole else self.tr("Cộng {} thôn")
        self.set_note(words.format(counted(len(texts)), share))

    def say_why_summed(self) -> None:
        """A total cannot be typed over: where it comes from, and how it is changed."""
        self.show_error(
            self.tr(
                "Số này cộng từ các thôn, không gõ đè được. Nhấn F4 để sửa số của thôn; "
                "xóa hết số trong bảng đó để nhập một số chung."
            )
        )

    def offer_total(self, total: str) -> None:
        """Out of how many this share is, known beforehand; "" when it is not."""
        self._total = total if self.part.fraction else ""
        self._offer.setText(self.tr("Phím ↓: điền /{} {}").format(total, self.part.counted))
        self._offer.setToolTip(
            self.tr("Điền tổng số {} {} sau dấu gạch chéo (phím ↓)").format(total, self.part.counted)
        )
        self._show_offer()

    def total(self) -> str:
        """Out of how many was counted; "" for a plain percentage and for what is no number."""
        typed = (
            self.hamlets.values() if self.hamlets else [self.text()] if self.text().count("/") == 1 else []
        )
        try:
            whole = totals(typed)[1]
        except NtmError:
            return ""
        return number_text(whole) if whole else ""

    def texts(self) -> dict[str, str]:
        if self.hamlets:
            return {f"{self.part.key}@{hamlet}": text for hamlet, text in self.hamlets.items()}
        return {self.part.key: self.text()}

    def text(self) -> str:
        return nfc(self._edit.text().strip())

    def replace(self, text: str) -> None:
        self.clear_error()
        self._edit.setText(text)

    def readings(self) -> tuple[str, ...]:
        """The numbers that the text may mean, where it is not clear."""
        if self.part.measure is Measure.PERCENT:
            return percent_readings(self.text())
        try:
            parse_number(self.text().removesuffix("%"))
        except AmbiguousNumber as error:
            return error.readings
        except NtmError:
            pass
        return ()

    def focus(self) -> None:
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._edit.selectAll()

    def press_enter(self) -> None:
        self.entered.emit()

    def type_text(self, text: str) -> None:
        if self._edit.isReadOnly():
            self.say_why_summed()
        else:
            self._edit.insert(text)

    def _show_offer(self) -> None:
        typed = self.text()
        fits = not typed.removesuffix("/") or typed.removesuffix("/").replace(".", "").isdigit()
        self._offer.setVisible(bool(self._total) and not self.hamlets and fits)

    def _on_offer_clicked(self) -> None:
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._edit.setText(f"{self.text().removesuffix('/')}/{self._total}")
        self._edit.setCursorPosition(self._edit.text().index("/"))

    def _on_hamlets_clicked(self) -> None:
        self.hamlets_wanted.emit(self.part.key)


def _changes_text(event: QKeyEvent) -> bool:
    command = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    erases = event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
    return not command and (erases or (event.text().isprintable() and bool(event.text().strip())))


class AnswerField(QWidget):
    """A part with a few answers: đạt or not, or a level."""

    entered = Signal()
    changed = Signal()

    def __init__(self, part: PartEntry, label: str) -> None:
        super().__init__()
        self.part = part
        words = ("Đạt", "Chưa đạt") if part.measure is Measure.ACHIEVED else part.levels
        self.edit = OptionRow(words, zero_is_last=part.measure is Measure.ACHIEVED)
        self.below = Sentence()
        self.edit.setAccessibleName(part.name or label.replace("&", ""))
        self.stops: list[QWidget] = [self.edit]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        words_above = Label(label, "caption-medium", "text2", wrap=True)
        words_above.setBuddy(self.edit)
        column.addWidget(words_above)
        column.addWidget(self.edit)
        column.addWidget(self.below)
        column.addStretch(1)
        self.edit.entered.connect(self.entered)
        self.edit.changed.connect(self.clear_error)
        self.edit.changed.connect(self.changed)

    def load(self, part: PartEntry) -> None:
        self.part = part
        self.clear_error()
        self.edit.load(part.value_text)

    def keep_over(self, part: PartEntry) -> None:
        self.part = part

    def texts(self) -> dict[str, str]:
        return {self.part.key: self.edit.text()}

    def show_error(self, message: str) -> None:
        self.below.say(message, failed=True)
        self.edit.setAccessibleDescription(message)

    def clear_error(self) -> None:
        self.below.say("", failed=False)

    def focus(self) -> None:
        self.edit.begin()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def press_enter(self) -> None:
        self.edit.press_enter()

    def type_text(self, text: str) -> None:
        self.edit.type_text(text)
