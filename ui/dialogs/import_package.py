"""One package before it is taken: from whom, its code, what changes, what a person must confirm."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ntm_desktop.services.exchange_in import Shown
from ntm_desktop.services.exchange_words import kind_word
from ntm_desktop.services.package_preview import TableChange
from ntm_desktop.text import counted, format_moment
from ui.dialogs import fit
from ui.models.rows import Cell, Column, Row
from ui.widgets.buttons import Button, buttons_row
from ui.widgets.cards import Note
from ui.widgets.code_field import CodeField
from ui.widgets.labels import Label
from ui.widgets.table import Table
from ui.wording import said

_WIDTH = 640
_AROUND = 90
_MOST_ROWS = 8


class ImportDialog(fit.Dialog):
    """Esc and closing mean *Để sau*: the package stays among those that are held."""

    taken = Signal(bool)  # whether the ones after it need no asking
    put_aside = Signal()

    def __init__(self, parent: QWidget, shown: Shown, *, place: int = 1, count: int = 1) -> None:
        super().__init__(parent)
        self._shown = shown
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Nhận gói")
        self.setWindowTitle(f"{title} ({place}/{count})" if count > 1 else title)
        self._code = CodeField(
            self.tr("&Mã trên giấy, hoặc nghe đọc qua điện thoại"),
            self.tr("Gõ 25 ký tự, hoặc quét mã QR trên bìa hồ sơ. Mã của gói này: {}").format(shown.code),
            shown.matches,
        )
        self._confirmed = QCheckBox(self.tr("Đã so mã hoặc hỏi nơi gửi những điều trên, &vẫn nhận gói này"))
        self._others = QCheckBox(self.tr("Các gói sau: nhận luôn nếu không có gì phải &hỏi"))
        self._take = Button(self.tr("&Nhận gói"), "primary", "download")
        self._later = Button(self.tr("Để &sau"))
        self._wrong = Label("", "caption", "unmet", wrap=True)
        self._lay_out(more=place < count)
        self._code.changed.connect(self._on_changed)
        self._confirmed.toggled.connect(self._on_changed)
        self._take.clicked.connect(self._on_take)
        self._later.clicked.connect(self.reject)
        self._on_changed()
        (self._code.field.edit if shown.asks else self._take).setFocus()

    def reject(self) -> None:
        super().reject()
        self.put_aside.emit()

    def _on_changed(self) -> None:
        wrong = self._code.is_wrong()
        self._take.setEnabled(not wrong and (not self._shown.asks or self._confirmed.isChecked()))
        self._wrong.setVisible(wrong)
        self._wrong.setText(
            self.tr(
                "Mã không khớp: gói này khác bản giấy. Có thể nơi gửi đã sửa số liệu sau khi in, hoặc gói bị "
                "thay. Chọn Để sau và gọi hỏi nơi gửi."
            )
            if wrong
            else ""
        )

    def _on_take(self) -> None:
        others = self._others.isChecked()
        self.accept()
        self.taken.emit(others)

    def _lay_out(self, *, more: bool) -> None:
        shown = self._shown
        inner = fit.scrolled(self, _WIDTH - 40, _AROUND)
        add = inner.body.addWidget
        add(Label(self.tr("Nhận gói số {} của {}?").format(shown.seq, shown.sender), "card", wrap=True))
        add(Label(self._facts(), "body", "text2", wrap=True))
        if shown.note:
            add(Label(self.tr("Lời nhắn: {}").format(shown.note), wrap=True))
        if shown.outcome:
            add(Note(shown.outcome))
        for warning in shown.preview.warnings:
            add(Note(warning, icon="triangle-alert"))
        for ask in shown.asks:
            add(Note(ask, icon="triangle-alert"))
        if not shown.is_again:
            add(changes_table(shown.preview.tables, self.tr("Gói này thay đổi")))
        if shown.preview.missing:
            words = self.tr("{} tệp đính kèm không có trong gói và chưa có trên máy này.")
            add(Label(words.format(counted(len(shown.preview.missing))), "body", "text2", wrap=True))
        add(self._code)
        add(self._wrong)
        add(self._confirmed)
        self._confirmed.setVisible(bool(shown.asks))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        column.addWidget(inner)
        if more:
            column.addWidget(self._others)
        column.addSpacing(4)
        column.addLayout(buttons_row(self._later, self._take))

    def _facts(self) -> str:
        shown = self._shown
        facts = [
            said(kind_word(shown.kind)),
            self.tr("mã đơn vị {}").format(shown.unit),
            self.tr("lập lúc {}").format(format_moment(shown.created_at)),
        ]
        if shown.author:
            facts.append(shown.author)
        return " · ".join(facts)


def changes_table(tables: Sequence[TableChange], name: str) -> QWidget:
    translate = QCoreApplication.translate
    if not tables:
        words = translate("ImportDialog", "Số liệu trên máy này không thay đổi.")
        return Label(words, "body", "text2", wrap=True)
    table = Table(
        (
            Column(translate("ImportDialog", "Nội dung")),
            Column(translate("ImportDialog", "Thêm"), 70, right=True),
            Column(translate("ImportDialog", "Sửa"), 70, right=True),
            Column(translate("ImportDialog", "Xóa"), 70, right=True),
            Column(
                translate("ImportDialog", "Mất"),
                70,
                right=True,
                full_title=translate("ImportDialog", "Không còn trong gói mà không ghi là đã xóa"),
            ),
        ),
        name,
    )
    rows = [
        Row(
            (
                Cell(said(one.label)[:1].upper() + said(one.label)[1:]),
                *(Cell(str(number) if number else "") for number in (one.added, one.changed, one.removed)),
                Cell(str(one.gone) if one.gone else "", "unmet", strong=True),
            ),
            one.label,
        )
        for one in tables
    ]
    table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    table.show_rows(rows)
    table.fit_rows(min(len(rows), _MOST_ROWS))
    return table
