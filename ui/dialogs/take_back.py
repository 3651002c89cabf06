"""What a package that this commune sent holds beyond its data: before it is taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ntm_desktop.services.taking_back import Lost
from ntm_desktop.text import counted, format_moment
from ui.dialogs import fit
from ui.dialogs.import_package import changes_table
from ui.widgets.buttons import Button, buttons_row
from ui.widgets.cards import Note
from ui.widgets.labels import Label

_WIDTH = 640
_AROUND = 90


class TakeBackDialog(fit.Dialog):
    """Esc and closing mean *Bỏ qua*."""

    taken = Signal()
    left = Signal()

    def __init__(self, parent: QWidget, lost: Lost) -> None:
        super().__init__(parent)
        self._lost = lost
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Lấy lại gói đã gửi"))
        self._take = Button(self.tr("&Lấy lại"), "primary", "download")
        self._leave = Button(self.tr("Bỏ &qua"))
        self._lay_out()
        self._take.clicked.connect(self._on_take)
        self._leave.clicked.connect(self.reject)
        self._take.setFocus()

    def reject(self) -> None:
        super().reject()
        self.left.emit()

    def _on_take(self) -> None:
        self.accept()
        self.taken.emit()

    def _lay_out(self) -> None:
        lost = self._lost
        inner = fit.scrolled(self, _WIDTH - 40, _AROUND)
        add = inner.body.addWidget
        title = self.tr("Lấy lại {} mục từ gói số {} đã gửi?").format(counted(lost.rows), lost.seq)
        add(Label(title, "card", wrap=True))
        add(Label(self._facts(), "body", "text2", wrap=True))
        add(changes_table(lost.tables, self.tr("Gói này trả lại")))
        words = self.tr(
            "Số liệu sửa trên máy này sau bản sao lưu, nếu mới hơn trong gói, được giữ nguyên. Thông tin cá "
            "nhân và minh chứng nội bộ không đi cùng gói nên không lấy lại được từ đây."
        )
        add(Label(words, "body", "text2", wrap=True))
        if lost.missing:
            told = self.tr("{} tệp đính kèm không có trong gói và không còn trên máy này: đính kèm lại sau.")
            add(Note(told.format(counted(lost.missing)), icon="triangle-alert"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        column.addWidget(inner)
        column.addSpacing(4)
        column.addLayout(buttons_row(self._leave, self._take))

    def _facts(self) -> str:
        lost = self._lost
        facts = [self.tr("lập lúc {}").format(format_moment(lost.created_at)), lost.author]
        facts.append(self.tr("mã {}").format(lost.code))
        told = " · ".join(one for one in facts if one)
        return told[:1].upper() + told[1:]
