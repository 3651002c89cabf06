"""What a spreadsheet would change, row by row, before it does; refused cells, and cells in an old code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.errors import NtmError
from ntm_desktop.services import importing, registers
from ntm_desktop.services.importing import (
    ASKED,
    NEW_ONE,
    STANDING_NAMES,
    Choices,
    OldText,
    Preview,
    Question,
    RowView,
    Standing,
)
from ntm_desktop.services.registers import Book, SheetRows
from ntm_desktop.text import counted
from ui import theme
from ui.context import Context
from ui.dialogs import fit
from ui.models.rows import Cell, Column, Row
from ui.tokens import State
from ui.widgets.buttons import Button, buttons_row
from ui.widgets.forms import Sentence
from ui.widgets.labels import Label
from ui.widgets.table import Table
from ui.wording import said

if TYPE_CHECKING:
    from ui.tasks import Session

_WIDTH, _HEIGHT = 900, 600
_MOST_NOTES = 4
_MOST_OLD_ROWS = 4


class SheetPreviewDialog(fit.Dialog):
    """Open until what it shows is written, or given up; nothing is written before."""

    told = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        book: Book,
        sheets: Sequence[SheetRows],
        preview: Preview,
        *,
        within: str | None = None,
    ) -> None:
        """``within``: the work that rows without one are about."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._book, self._sheets, self._preview = context, book, sheets, preview
        self._within = within
        self._kept: dict[str, bool] = {}  # old texts that are not converted, by place
        self._answers: dict[str, str] = {}
        self.setWindowTitle(self.tr("Xem trước khi nhập"))
        self._counts = Label("", "strong", wrap=True)
        self._notes = Label("", "body", "text2", wrap=True)
        self._table = Table(self._columns(), self.tr("Các dòng sẽ nhập"))
        self._said = Label("", "body", wrap=True)
        self._convert = QCheckBox(self.tr("Chuyển &mã các ô sau sang Unicode"))
        self._convert.setFont(theme.font("body"))
        self._old = Table(self._old_columns(), self.tr("Các ô không phải Unicode"))
        self._problem = Sentence()
        self._verb = Button(self.tr("&Nhập"), "primary")
        self._cancel = Button(self.tr("Bỏ &qua"))
        self._lay_out()
        self._connect()
        if preview.old_texts:
            self._convert.setChecked(True)
            self._look_again()
        self._show()

    # Slots

    def _on_preview(self, preview: Preview) -> None:
        self._preview = preview
        self._show()

    def _on_current_changed(self, data: object) -> None:
        row = self._preview.rows[data] if isinstance(data, int) else None
        self._said.setText("\n".join(_lines(row)) if row is not None else "")

    def _on_opened(self, data: object) -> None:
        """Which of the known works, or of the households of other hamlets, a row is about."""
        row = self._preview.rows[data] if isinstance(data, int) else None
        question = row.question if row is not None else None
        if question is None:
            return
        keys = [uid for uid, _name in question.options]
        if question.is_household or question.may_be_new:
            keys.append(NEW_ONE)
        title, body, verbs = self._asked(question)

        def answered(index: int) -> None:
            self._answers[question.place] = keys[index]
            self._look_again()

        self._context.ask.choose(self, title, body, verbs[: len(keys)], answered, safe=self.tr("Để &sau"))

    def _asked(self, question: Question) -> tuple[str, str, list[str]]:
        """The question, what is known already, and the answers in words; “another one” is the last."""
        names = [name for _uid, name in question.options]
        numbers = [""] if len(names) == 1 else [f"{n}. " for n in range(1, len(names) + 1)]
        listed = "\n".join(f"{number}{name}" for number, name in zip(numbers, names, strict=True))
        if question.is_household:
            title, known = self.tr("“{}” là hộ nào?"), self.tr("Danh sách hộ ghi ở thôn khác:\n{}")
            this, of_many = self.tr("Là hộ này"), self.tr("Là hộ {}")
            other = self.tr("Là hộ khác cùng tên, thêm mới")
        else:
            title = self.tr("“{}” là công trình nào?")
            known = self.tr(
                "Công trình đã có, tên gần giống:\n{}\nChọn công trình này thì tên đã có được giữ."
            )
            this, of_many = self.tr("Là công trình này"), self.tr("Là công trình {}")
            other = self.tr("Là công trình khác, thêm mới")
        verbs = [this] if len(names) == 1 else [of_many.format(n) for n in range(1, len(names) + 1)]
        return title.format(question.said), known.format(listed), [*verbs, other]

    def _on_convert_toggled(self, _on: bool) -> None:
        self._kept.clear()
        self._look_again()

    def _on_old_opened(self, place: object) -> None:
        now = self._kept.get(str(place), self._convert.isChecked())
        self._kept[str(place)] = not now
        self._look_again()

    def _on_verb_clicked(self) -> None:
        preview = self._preview
        self._verb.setEnabled(False)

        def write(session: Session) -> Changes:
            return importing.write(session, preview)

        self._context.tasks.write(
            registers.action(preview), write, self._on_written, self, failed=self._on_refused
        )

    def _on_written(self, _changes: Changes) -> None:
        new, changed = (self._preview.count(one) for one in (Standing.NEW, Standing.CHANGED))
        self.told.emit(self.tr("Đã nhập từ Excel: {} mới, {} đổi").format(new, changed))
        self.accept()

    def _on_refused(self, error: NtmError) -> None:
        self._problem.say(error.message, failed=True)

    # What is shown

    def _look_again(self) -> None:
        convert = self._convert.isChecked() if self._preview.old_texts else None
        choices = Choices(dict(self._kept), convert, dict(self._answers), self._within)
        book, sheets, on = self._book, self._sheets, self._context.tasks.today()
        self._context.tasks.read(
            lambda session: registers.preview(session, book, sheets=sheets, today=on, choices=choices),
            self._on_preview,
            self,
        )

    def _show(self) -> None:
        preview = self._preview
        counts = ", ".join(
            f"{said(name).lower()} {preview.count(standing)}" for standing, name in STANDING_NAMES.items()
        )
        self._counts.setText(self.tr("{} dòng: {}").format(counted(len(preview.rows)), counts))
        ignored = [self.tr("Không đọc cột: {}.").format(", ".join(preview.ignored))]
        notes = [*(ignored if preview.ignored else []), *preview.notes]
        self._notes.setText("\n".join(notes[:_MOST_NOTES]))
        self._notes.setVisible(bool(notes))
        order = sorted(
            range(len(preview.rows)), key=lambda place: preview.rows[place].standing is not Standing.REFUSED
        )
        self._table.show_rows([_row(place, preview.rows[place]) for place in order])
        if not self._table.currentIndex().isValid() and order:
            self._table.select(order[0])
        self._old.show_rows([self._old_row(text) for text in preview.old_texts])
        for widget in (self._convert, self._old):
            widget.setVisible(bool(preview.old_texts))
        if preview.old_texts:
            self._old.fit_rows(min(len(preview.old_texts), _MOST_OLD_ROWS))
        self._verb.setEnabled(not preview.is_open and preview.changes_something)
        self._problem.say(self._why_not(), failed=True)

    def _why_not(self) -> str:
        if self._preview.refusals and self._is_pasted():
            return self.tr("Còn ô không nhập được. Sửa trong Excel, chép lại rồi dán lần nữa.")
        if self._preview.refusals:
            return self.tr("Còn ô không nhập được. Sửa trong Excel, lưu lại rồi nhập lần nữa.")
        if any(row.question is not None and row.question.is_household for row in self._preview.rows):
            return self.tr("Có hộ đã ghi ở thôn khác. Nhấn Enter ở dòng đó để chọn.")
        if self._preview.is_open:
            return self.tr("Có dòng giống tên công trình đã có. Nhấn Enter ở dòng đó để chọn.")
        return "" if self._preview.changes_something else self.tr("Không có gì mới để nhập.")

    def _is_pasted(self) -> bool:
        """Rows that were copied come from no sheet of a file."""
        return not any(sheet.sheet for sheet in self._sheets)

    def _old_row(self, text: OldText) -> Row:
        converts = self._kept.get(text.place, self._convert.isChecked())
        word = self.tr("Chuyển mã") if converts else self.tr("Giữ nguyên")
        cells = (
            Cell(word, strong=converts),
            Cell(text.address),
            Cell(text.before, tooltip=text.before),
            Cell(text.found.text, tooltip=text.found.text),
            Cell(text.found.encoding.value, tooltip=text.found.evidence),
        )
        return Row(cells, text.place)

    # Building

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Trang"), 96),
            Column(self.tr("Dòng"), 52, right=True),
            Column(self.tr("Tên")),
            Column(self.tr("Sẽ làm"), 150),
            Column(self.tr("Nội dung")),
        )

    def _old_columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Cách đọc"), 96, full_title=self.tr("Enter để đổi: chuyển mã hay giữ nguyên")),
            Column(self.tr("Ô"), 52),
            Column(self.tr("Đang ghi")),
            Column(self.tr("Đọc là")),
            Column(self.tr("Mã"), 72),
        )

    def _lay_out(self) -> None:
        fit.resize(self, _WIDTH, _HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(self._counts)
        column.addWidget(self._notes)
        column.addWidget(self._table, 1)
        column.addWidget(self._said)
        column.addWidget(self._convert)
        column.addWidget(self._old)
        column.addWidget(self._problem)
        column.addLayout(buttons_row(self._cancel, self._verb))

    def _connect(self) -> None:
        self._table.current_changed.connect(self._on_current_changed)
        self._table.opened.connect(self._on_opened)
        self._old.opened.connect(self._on_old_opened)
        self._convert.toggled.connect(self._on_convert_toggled)
        self._verb.clicked.connect(self._on_verb_clicked)
        self._cancel.clicked.connect(self.reject)


def _row(place: int, row: RowView) -> Row:
    lines = _lines(row)
    standing = Cell(said(STANDING_NAMES[row.standing]))
    if row.standing is Standing.REFUSED:
        asked = row.question is not None and not row.refusals
        standing = Cell(ASKED, state=State.REGRESSED) if asked else replace(standing, state=State.UNMET)
    problems = "; ".join(lines)
    cells = (
        Cell(row.sheet, tooltip=row.sheet),
        Cell(str(row.number)),
        Cell(row.name, tooltip=row.name),
        standing,
        Cell(problems, tooltip="\n".join(lines)),
    )
    return Row(cells, place)


def _lines(row: RowView) -> list[str]:
    """What is refused, asked or changed of a row, a sentence each."""
    lines = [refusal.sentence for refusal in row.refusals]
    if row.question is not None:
        like = (
            QCoreApplication.translate("SheetPreview", "Có thể là hộ “{}”, đã ghi ở thôn khác.")
            if row.question.is_household
            else QCoreApplication.translate("SheetPreview", "Tên giống “{}”.")
        )
        lines += [like.format(name) for _uid, name in row.question.options]
    if row.told:
        lines.append(row.told)
    return lines + [f"{one.head}: {one.old or '–'} → {one.new}" for one in row.changes]
