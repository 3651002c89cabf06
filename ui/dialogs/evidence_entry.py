"""Title, pages, validity and *nội bộ* of one piece of evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ntm_desktop.errors import NtmError
from ntm_desktop.services.evidence import EvidenceView
from ntm_desktop.text import nfc
from ui import theme
from ui.dialogs import fit
from ui.widgets.buttons import Button, buttons_row
from ui.widgets.edits import DateEdit, TextEdit
from ui.widgets.forms import Field
from ui.widgets.labels import ElidedLabel, Label

_WIDTH, _MARGIN = 480, 20
_AROUND = 90  # px: margins and buttons


@dataclass(frozen=True, slots=True)
class EvidenceEntry:
    """What is to be kept of ``view``."""

    view: EvidenceView
    title: str
    pages: str
    valid_from: date | None
    valid_to: date | None
    internal: bool


class EvidenceDialog(fit.Dialog):
    accepted_with = Signal(object)  # EvidenceEntry

    def __init__(self, parent: QWidget, view: EvidenceView) -> None:
        super().__init__(parent)
        self._view = view
        self._title = TextEdit(view.title)
        self._pages = TextEdit(view.pages, self.tr("1-3, 5"))
        self._from, self._to = DateEdit(), DateEdit()
        self._from.load_date(view.valid_from)
        self._to.load_date(view.valid_to)
        self._internal = QCheckBox(self.tr("&Nội bộ: không đưa vào gói gửi đi"))
        self._internal.setFont(theme.font("body"))
        theme.frame_box(self._internal)
        self._internal.setChecked(view.internal)
        self._title_field = Field(self.tr("&Tên minh chứng"), self._title)
        pages = Field(self.tr("&Số trang dùng làm minh chứng (để trống: cả tệp)"), self._pages)
        self._from_field = Field(self.tr("Có giá t&rị từ ngày"), self._from)
        self._to_field = Field(self.tr("Có giá trị đến ngà&y"), self._to)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Minh chứng"))
        save = Button(self.tr("&Lưu"), "primary")
        cancel = Button(self.tr("&Giữ nguyên"))
        save.setDefault(True)

        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 18, _MARGIN, 16)
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)  # grows with a field's error
        column.setSpacing(8)
        inner = fit.scrolled(self, _WIDTH - 2 * _MARGIN, _AROUND)
        column.addWidget(inner)
        fields = inner.body
        fields.addWidget(Label(self.tr("Sửa thông tin minh chứng"), "card"))
        fields.addWidget(ElidedLabel(view.file_name, "caption", "text2", Qt.TextElideMode.ElideMiddle))
        fields.addWidget(self._title_field)
        fields.addWidget(pages)
        days = QHBoxLayout()
        days.setSpacing(16)
        days.addWidget(self._from_field)
        days.addWidget(self._to_field)
        fields.addLayout(days)
        hint = self.tr("Để trống khi không có hạn. Giấy tờ lập trước ngày bắt đầu không kể minh chứng này.")
        fields.addWidget(Label(hint, "caption", "text2", wrap=True))
        fields.addWidget(self._internal)
        column.addLayout(buttons_row(cancel, save))

        save.clicked.connect(self._on_save_clicked)
        cancel.clicked.connect(self.reject)
        self._title.setFocus()

    def _on_save_clicked(self) -> None:
        title = nfc(self._title.text().strip())
        if not title:
            self._title_field.show_error(self.tr("Chưa nhập tên minh chứng."))
            return
        days = {}
        for field, edit in ((self._from_field, self._from), (self._to_field, self._to)):
            try:
                days[field] = edit.read(edit.text().strip())
            except NtmError as error:
                field.show_error(error.message)
                edit.setFocus()
                return
        begin, end = days[self._from_field], days[self._to_field]
        if begin and end and end < begin:
            self._to_field.show_error(self.tr("Ngày này trước ngày bắt đầu. Sửa lại một trong hai ngày."))
            self._to.setFocus()
            return
        self.accepted_with.emit(
            EvidenceEntry(
                self._view, title, nfc(self._pages.text().strip()), begin, end, self._internal.isChecked()
            )
        )
        self.accept()
