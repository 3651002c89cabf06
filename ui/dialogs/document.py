"""One official document of the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.services import official_documents
from ntm_desktop.services.official_documents import GROUND, KINDS, DocumentView
from ui.context import Context
from ui.dialogs.record import RecordDialog, content, day
from ui.widgets.edits import Choice, DateEdit, TextEdit
from ui.widgets.forms import Field

if TYPE_CHECKING:
    from ui.tasks import Session


class DocumentDialog(RecordDialog):
    def __init__(self, parent: QWidget, context: Context, document: DocumentView | None) -> None:
        title = self.tr("Sửa văn bản") if document else self.tr("Thêm văn bản")
        super().__init__(parent, context, title, self.tr("&Ghi") if document else self.tr("&Thêm văn bản"))
        self._uid = document.uid if document else None
        self._kept_role = document.role if document and document.role != GROUND else ""
        kind, role, issued = Choice([(word, word) for word in KINDS]), Choice(), DateEdit()
        kind.load(document.kind if document else "Quyết định")
        role.set_options([("", self.tr("Không")), (GROUND, self.tr("Ghi vào phần căn cứ của văn bản"))])
        role.load(GROUND if document and document.role == GROUND else "")
        issued.load_date(document.issued if document else None)
        self._kind = Field(self.tr("&Loại văn bản"), kind)
        self._number = Field(
            self.tr("&Số, ký hiệu"),
            TextEdit(document.number if document else "", placeholder="728/QĐ-UBND"),
        )
        self._issued = Field(self.tr("&Ngày ban hành"), issued)
        self._issuer = Field(
            self.tr("&Cơ quan ban hành"),
            TextEdit(document.issuer if document else "", placeholder=self.tr("UBND tỉnh Quảng Bình")),
        )
        self._title = Field(
            self.tr("T&rích yếu"),
            TextEdit(document.title if document else "", placeholder=self.tr("về việc phê duyệt …")),
        )
        self._role = Field(self.tr("Căn cứ của &hồ sơ"), role)
        self.add_row(self._kind, self._number)
        self.add_row(self._issuer, self._issued)
        self.add_row(self._title)
        self.add_row(self._role)
        self.require(self._title, self.tr("Chưa nhập trích yếu."))
        self.require(self._kind, self.tr("Chưa chọn loại văn bản."))
        self._number.edit.setFocus()

    def save(self) -> None:
        uid, issued = self._uid, day(self._issued)
        fields = (self._kind, self._number, self._issuer, self._title)
        kind, number, issuer, title = (content(field) for field in fields)
        role = content(self._role) or self._kept_role

        def save(session: Session) -> Changes:
            return official_documents.save_document(
                session, uid=uid, kind=kind, number=number, issued=issued, issuer=issuer, title=title,
                role=role,
            )  # fmt: skip

        action = "Sửa văn bản" if uid else "Thêm văn bản"
        self.write(f"{action} {kind} {number}".strip(), save)
