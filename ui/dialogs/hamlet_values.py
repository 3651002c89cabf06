"""A figure summed from a small table by thôn: đạt and tổng số for a percentage, one number for a count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget

from ntm_desktop.domain.values import percent_text
from ntm_desktop.errors import NtmError
from ntm_desktop.services.commune import HamletView
from ntm_desktop.text import counted, format_decimal, format_int, parse_number
from ui.ask import Ask
from ui.dialogs import fit
from ui.widgets.buttons import Button, buttons_row
from ui.widgets.edits import NumberEdit
from ui.widgets.labels import Label
from ui.widgets.page import Scrolled

_AROUND = 150  # px: title, sum, buttons
_LEAST = 110


class HamletValuesDialog(fit.Dialog):
    """``accepted_with`` carries texts by hamlet uid ("45/50" or "12"); hamlets left empty are left out.

    ``scale`` 1000: measured in km or ha, decimals may stand in a fraction. ``of_them``: what the first number
    of a fraction counts. ``all_households``: the households of a hamlet stand ready as its total, and count
    once the first number is typed beside them."""

    accepted_with = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        ask: Ask,
        title: str,
        hamlets: Sequence[HamletView],
        texts: Mapping[str, str],
        *,
        fraction: bool,
        scale: int,
        of_them: str,
        all_households: bool = False,
    ) -> None:
        super().__init__(parent)
        self._ask = ask
        self._fraction, self._scale, self._of_them = fraction, scale, of_them
        self._offers = {
            hamlet.uid or "": format_int(hamlet.households)
            for hamlet in hamlets
            if fraction and all_households and hamlet.households
        }
        self._rows: list[tuple[str, list[NumberEdit]]] = []
        self._total = Label("", "strong", wrap=True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Cộng theo thôn"))
        self.setFixedWidth(480)
        save = Button(self.tr("&Dùng số cộng"), "primary")
        cancel = Button(self.tr("&Bỏ qua"))

        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(8)
        column.addWidget(Label(title, "card", wrap=True))
        if self._offers:
            words = self.tr(
                "Tổng số điền sẵn là số hộ của thôn trong Thiết lập, sửa được; được ghi khi nhập {}."
            )
            column.addWidget(Label(words.format(of_them), "caption", "text2", wrap=True))
        scroll = Scrolled()
        scroll.body.addLayout(self._table(hamlets, texts))
        scroll.body.addStretch(1)
        room = fit.room(self).height() - _AROUND
        scroll.setMinimumHeight(min(360, 44 + 34 * len(hamlets), max(_LEAST, room)))
        column.addWidget(scroll, 1)
        column.addWidget(self._total)
        column.addLayout(buttons_row(cancel, save))

        save.clicked.connect(self._on_save_clicked)
        cancel.clicked.connect(self.reject)
        self._given = self.texts()
        self._show_total()
        if self._rows:
            self._rows[0][1][0].setFocus()

    def reject(self) -> None:
        """Esc, *Bỏ qua* and the closing cross: what was typed is not dropped without a question."""
        if self.texts() == self._given:
            super().reject()
            return
        self._ask.confirm(
            self,
            self.tr("Bỏ số vừa nhập theo thôn?"),
            self.tr("Số trong bảng này chưa được dùng. Bấm Dùng số cộng để giữ."),
            self.tr("&Bỏ số vừa nhập"),
            super().reject,
            safe=self.tr("&Nhập tiếp"),
            destructive=True,
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(watched, NumberEdit)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.matches(QKeySequence.StandardKey.Paste)
        ):
            text = QApplication.clipboard().text()
            if "\t" in text or "\n" in text.strip():
                self._paste(watched, [line.split("\t") for line in text.strip("\r\n").splitlines()])
                return True
        return super().eventFilter(watched, event)

    def texts(self) -> dict[str, str]:
        found = {}
        for uid, edits in self._rows:
            pieces = self._pieces(uid, edits)
            if any(pieces):
                found[uid] = "/".join(pieces)
        return found

    def _pieces(self, uid: str, edits: Sequence[NumberEdit]) -> list[str]:
        """What was typed: an offered total alone says nothing."""
        pieces = [edit.text().strip() for edit in edits]
        offered = uid in self._offers and pieces == ["", self._offers[uid]]
        return ["", ""] if offered else pieces

    def _table(self, hamlets: Sequence[HamletView], texts: Mapping[str, str]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        heads = (
            (self._of_them[:1].upper() + self._of_them[1:], self.tr("Tổng số"))
            if self._fraction
            else (self.tr("Số lượng"),)
        )
        for place, head in enumerate(heads, start=1):
            grid.addWidget(Label(head, "caption-strong", "text2"), 0, place, Qt.AlignmentFlag.AlignRight)
        for number, hamlet in enumerate(hamlets, start=1):
            grid.addWidget(Label(hamlet.name, wrap=True), number, 0)
            uid = hamlet.uid or ""
            pieces = texts.get(uid, f"/{self._offers.get(uid, '')}").split("/")
            edits = []
            for place, head in enumerate(heads):
                edit = NumberEdit()
                edit.setFixedWidth(96)
                edit.setAccessibleName(f"{hamlet.name}, {head}")
                edit.load(pieces[place] if place < len(pieces) else "")
                edit.textChanged.connect(self._show_total)
                edit.editingFinished.connect(self._show_total)  # the edit has judged it by its own rule
                edit.returnPressed.connect(self._on_return_pressed)
                edit.installEventFilter(self)
                edits.append(edit)
                grid.addWidget(edit, number, place + 1)
            self._rows.append((uid, edits))
        return grid

    def _show_total(self) -> None:
        """The sum, or why there is none yet: of the first hamlet that is not right."""
        defects = [self._mark(uid, edits) for uid, edits in self._rows]
        if defect := next(filter(None, defects), ""):
            self._total.set_tone("unmet")
            self._total.setText(defect)
            return
        reached, whole = totals(self.texts().values())
        share = f"/{number_text(whole)} = {share_text(reached, whole)}" if whole else ""
        self._total.set_tone("text")
        total = self.tr("Cộng: {}").format(f"{number_text(reached)}{share}")
        empty = len(self._rows) - len(self.texts())
        if self._offers and empty:  # their totals are in sight and yet do not count
            total = self.tr("{}; {} thôn chưa nhập").format(total, counted(empty))
        self._total.setText(total)

    def _paste(self, start: NumberEdit, lines: Sequence[Sequence[str]]) -> None:
        """A block from Excel, from the cell ``start`` on; all of it, or nothing with the first reason."""
        first = next(place for place, (_, edits) in enumerate(self._rows) if start in edits)
        column = self._rows[first][1].index(start)
        filled: list[tuple[NumberEdit, str]] = []
        refused = ""  # the whole sentence
        for number, cells in enumerate(lines):
            edits = self._rows[first + number][1][column:] if first + number < len(self._rows) else []
            if not edits:
                refused = self.tr(
                    "Chưa dán số nào, số đã nhập còn nguyên. Lý do: thừa {} dòng, không còn thôn để nhận"
                ).format(counted(len(lines) - number))
                break
            if len(cells) > len(edits):
                where = edits[0].accessibleName().rsplit(",", 1)[0]
                refused = self.tr(
                    "Chưa dán số nào, số đã nhập còn nguyên. Lý do: {}: có {} cột số, ở đây chỉ nhận {}"
                ).format(where, len(cells), len(edits))
                break
            for edit, cell in zip(edits, cells, strict=False):
                text = cell.strip()
                if wrong := self._wrong(text):
                    refused = self.tr("Chưa dán số nào, số đã nhập còn nguyên. Lý do: {}: {}").format(
                        edit.accessibleName(), wrong
                    )
                    break
                filled.append((edit, text))
            if refused:
                break
        if refused:
            self._total.set_tone("unmet")
            self._total.setText(refused)
            return
        for edit, text in filled:
            edit.setText(text)

    def _on_return_pressed(self) -> None:
        edits = [edit for _, row in self._rows for edit in row]
        here = next(i for i, edit in enumerate(edits) if edit is self.sender())
        if here + 1 < len(edits):
            edits[here + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._on_save_clicked()

    def _on_save_clicked(self) -> None:
        wrong = next((edits for uid, edits in self._rows if self._mark(uid, edits)), None)
        if wrong is None:
            self.accepted_with.emit(self.texts())
            self.accept()
        else:
            marked = (edit for edit in wrong if edit.property("invalid") or not edit.text().strip())
            next(marked).setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark(self, uid: str, edits: Sequence[NumberEdit]) -> str:
        """Why a hamlet cannot be counted, with the cells that are to blame marked; empty when it can."""
        name = edits[0].accessibleName().rsplit(",", 1)[0]
        defect = ""
        for edit in edits:
            wrong = self._wrong(edit.text().strip())
            edit.set_invalid(bool(wrong))
            defect = defect or wrong
        if defect:
            return f"{name}: {defect}"
        numbers = [parse_number(text) for text in self._pieces(uid, edits) if text]
        if numbers and len(numbers) < len(edits):
            return self.tr("{}: nhập cả {} và tổng số.").format(name, self._of_them)
        if self._fraction and numbers and numbers[0] > numbers[1]:
            edits[0].set_invalid(True)
            return self.tr("{}: {} lớn hơn tổng số.").format(name, self._of_them)
        return ""

    def _wrong(self, text: str) -> str:
        if not text:
            return ""
        try:
            return self._refusal(parse_number(text))
        except NtmError as error:
            return error.message

    def _refusal(self, number: Decimal) -> str:
        scaled = number * self._scale
        if number >= 0 and scaled == scaled.to_integral_value():
            return ""
        if self._scale == 1:
            return self.tr("chỉ nhập số đếm, không âm.")
        return self.tr("chỉ nhập số không âm, nhiều nhất ba chữ số thập phân.")


def totals(texts: Iterable[str]) -> tuple[Decimal, Decimal]:
    """What was counted and, of fractions, out of how much."""
    sums = [Decimal(0), Decimal(0)]
    for text in texts:
        for place, piece in enumerate(text.split("/")):
            sums[place] += parse_number(piece)
    return sums[0], sums[1]


def number_text(number: Decimal) -> str:
    return format_decimal(int(number * 1000))


def share_text(reached: Decimal, whole: Decimal) -> str:
    """Per cent as the field shows it; empty of nothing."""
    return percent_text(Fraction(reached) / Fraction(whole) * 10_000) if whole else ""
