"""The side panel of *Đơn vị thi công*: who it is, what it builds and how late, its letters and answers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ntm_desktop.services.contractors import BuiltWork, ContractorRow, LetterView
from ntm_desktop.text import format_date, format_int, format_percent
from ui.models.contractors import LETTER_MARKS, state_of, word_of
from ui.tokens import State
from ui.widgets.buttons import Button
from ui.widgets.cards import Line
from ui.widgets.flow import FlowLayout, flowing
from ui.widgets.labels import Label
from ui.widgets.marks import Badge
from ui.widgets.page import SidePanel
from ui.wording import said


class ContractorPanel(SidePanel):
    urging_requested = Signal()
    letter_requested = Signal()
    edit_requested = Signal()
    remove_requested = Signal()
    letter_chosen = Signal(object)  # LetterView
    work_chosen = Signal(str)  # uid

    def __init__(self) -> None:
        super().__init__()
        self._badge = Badge(State.NOT_ASSESSED)
        self._name = Label("", "card", wrap=True)
        self._facts = Label("", "body", "text2", wrap=True)
        self._lists = QWidget()
        close = Button(self.tr("Đóng bảng chi tiết"), "icon", "x", self.tr("Đóng bảng chi tiết (Esc)"))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._badge)
        head.addStretch(1)
        head.addWidget(close)
        buttons = QWidget()
        flow = FlowLayout(8, buttons)
        buttons.setSizePolicy(flowing())
        make = Button(self.tr("&Lập công văn đôn đốc"), "primary", "file-text", writes=True)
        letter = Button(self.tr("&Ghi công văn"), "outlined", "plus", writes=True)
        edit = Button(self.tr("&Sửa"), "outlined", "pencil", writes=True)
        remove = Button(self.tr("&Xóa đơn vị"), "outlined", "trash-2", writes=True)
        for button in (make, letter, edit, remove):
            flow.addWidget(button)
        self.body.addLayout(head)
        for part in (self._name, self._facts, buttons, self._lists):
            self.body.addWidget(part)
        self.body.addStretch(1)
        close.clicked.connect(self.close_panel)
        make.clicked.connect(self.urging_requested)
        letter.clicked.connect(self.letter_requested)
        edit.clicked.connect(self.edit_requested)
        remove.clicked.connect(self.remove_requested)

    def show_contractor(self, row: ContractorRow) -> None:
        self._badge.set_state(state_of(row), word_of(row))
        self._name.setText(row.name)
        tax = self.tr("Mã số thuế {}").format(row.tax_code) if row.tax_code else ""
        facts = [said(row.kind_text), row.address, row.contact, tax]
        self._facts.setText("\n".join(fact for fact in facts if fact))
        before = self._lists
        self._lists = QWidget()
        column = QVBoxLayout(self._lists)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(self.tr("Công trình"), "strong"))
        for work in row.works:
            self._add_work(column, work)
        if not row.works:
            column.addWidget(Label(self.tr("Chưa có hợp đồng."), "body", "text2", wrap=True))
        column.addSpacing(10)
        column.addWidget(Label(self.tr("Công văn đôn đốc"), "strong"))
        for letter in row.letters:
            self._add_letter(column, letter)
        if not row.letters:
            column.addWidget(Label(self.tr("Chưa gửi công văn nào."), "body", "text2", wrap=True))
        self.body.replaceWidget(before, self._lists)
        before.hide()
        before.deleteLater()

    def _add_work(self, column: QVBoxLayout, work: BuiltWork) -> None:
        why = [self.tr("đạt {}").format(format_percent(work.state.share))]
        if work.late:
            why.append(self.tr("chậm {} ngày").format(format_int(work.late)))
        if work.state.contract_finish is not None:
            why.append(self.tr("hợp đồng đến {}").format(format_date(work.state.contract_finish)))
        line = Line(work.name, ", ".join(why))
        line.setProperty("work", work.uid)
        line.pressed.connect(self._on_work_pressed)
        column.addWidget(line)

    def _add_letter(self, column: QVBoxLayout, letter: LetterView) -> None:
        why = said(letter.state_text)
        if letter.asked:
            why = self.tr("{}, hạn trả lời {}").format(why, format_date(letter.asked))
        line = Line(letter.label, why, state=LETTER_MARKS[letter.state], link=self.tr("Sửa"), writes=True)
        line.setProperty("letter", letter)
        line.pressed.connect(self._on_letter_pressed)
        column.addWidget(line)
        words = [letter.content]
        if letter.answered is not None:
            words.append(self.tr("Trả lời {}: {}").format(format_date(letter.answered), letter.answer))
        text = Label("\n".join(words), "caption", "text2", wrap=True)
        text.setContentsMargins(14, 0, 12, 6)
        column.addWidget(text)

    def _on_work_pressed(self) -> None:
        self.work_chosen.emit(str(self.sender().property("work")))

    def _on_letter_pressed(self) -> None:
        self.letter_chosen.emit(self.sender().property("letter"))
