"""Văn bản: the official documents the dossier stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication

from ntm_desktop.changes import Changes
from ntm_desktop.services import official_documents
from ntm_desktop.services.official_documents import GROUND, DocumentView
from ntm_desktop.text import format_date
from ui.context import Context
from ui.dialogs.document import DocumentDialog
from ui.models.rows import Cell, Column, Row
from ui.pages.setup_section import RecordList, Section
from ui.widgets.buttons import Button
from ui.widgets.cards import Card

if TYPE_CHECKING:
    from ui.tasks import Session


class DocumentsSection(Section):
    TABLES: ClassVar[frozenset[str]] = frozenset({"official_document"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._documents: tuple[DocumentView, ...] = ()
        self._list = RecordList(
            (
                Column(self.tr("Loại"), 110),
                Column(self.tr("Số, ký hiệu"), 130),
                Column(self.tr("Ngày"), 92, full_title=self.tr("Ngày ban hành")),
                Column(self.tr("Cơ quan ban hành"), 190),
                Column(self.tr("Trích yếu")),
                Column(self.tr("Căn cứ"), 72, full_title=self.tr("Ghi vào phần căn cứ của hồ sơ")),
            ),
            self.tr("Văn bản"),
            add=self.tr("&Thêm văn bản"),
            edit=self.tr("&Sửa"),
            remove=self.tr("&Xóa văn bản"),
            hint=self.tr("Văn bản là căn cứ của hồ sơ, quyết định giao mức, văn bản xác nhận của cấp trên."),
            empty=self.tr(
                "Chưa có văn bản nào. Thêm kế hoạch, nghị quyết về nông thôn mới của xã và các văn bản của "
                "huyện, tỉnh mà tờ trình sẽ viện dẫn."
            ),
            primary=True,
        )
        self._up = Button(self.tr("Chuyển văn bản lên"), "icon", "arrow-up")
        self._down = Button(self.tr("Chuyển văn bản xuống"), "icon", "arrow-down")
        for place, (button, keys) in enumerate(((self._up, "Alt+Up"), (self._down, "Alt+Down"))):
            button.set_keys(keys, self._list.table)
            self._list.buttons.insert(place, button)
            button.clicked.connect(self._on_move)
        card = Card()
        card.body.addWidget(self._list, 1)
        card.body.addStretch(0)
        self.column.addWidget(card, 1)
        self._list.table.current_changed.connect(self._on_current_changed)
        self._list.add_requested.connect(self._on_add)
        self._list.edit_requested.connect(self._on_edit)
        self._list.remove_requested.connect(self._on_remove)

    def reload(self) -> None:
        self.context.tasks.read(official_documents.list_documents, self._on_loaded, self)

    def select(self, anchor: str) -> None:
        self._list.select(anchor)

    def _on_loaded(self, documents: tuple[DocumentView, ...]) -> None:
        self._documents = documents
        self._list.show_rows([_row(document) for document in documents])
        self._on_current_changed(self._list.table.current_data())

    def _on_current_changed(self, uid: object) -> None:
        uids = [document.uid for document in self._documents]
        place = uids.index(str(uid)) if uid in uids else -1
        self._up.setEnabled(place > 0)
        self._down.setEnabled(0 <= place < len(uids) - 1)

    def _on_move(self) -> None:
        uid, step = str(self._list.table.current_data()), -1 if self.sender() is self._up else 1

        def move(session: Session) -> Changes:
            return official_documents.move_document(session, uid=uid, step=step)

        self.context.tasks.write("Xếp lại thứ tự văn bản", move, self._on_moved, self)

    def _on_moved(self, _changes: Changes) -> None:
        pass  # the list is read again and keeps the moved one current

    def _on_add(self) -> None:
        DocumentDialog(self, self.context, None).open()

    def _on_edit(self, uid: str) -> None:
        DocumentDialog(self, self.context, self._document(uid)).open()

    def _on_remove(self, uid: str) -> None:
        def remove(session: Session) -> Changes:
            return official_documents.remove_document(session, uid=uid)

        action = f"Xóa văn bản {self._document(uid).label}"
        self.context.tasks.write(action, remove, self._on_removed, self)

    def _on_removed(self, _changes: Changes) -> None:
        self.told.emit(self.tr("Đã xóa văn bản."))

    def _document(self, uid: str) -> DocumentView:
        return next(document for document in self._documents if document.uid == uid)


def _row(document: DocumentView) -> Row:
    cells = (
        Cell(document.kind),
        Cell(document.number, tooltip=document.number),
        Cell(format_date(document.issued) if document.issued else ""),
        Cell(document.issuer, tooltip=document.issuer),
        Cell(document.title, tooltip=document.title),
        Cell(QCoreApplication.translate("DocumentsSection", "Có") if document.role == GROUND else ""),
    )
    return Row(cells, document.uid)
