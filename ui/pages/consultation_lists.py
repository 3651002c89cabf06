"""The lists of *Lấy ý kiến*: places and broadcasts, opinions."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ntm_desktop.services.consultation import ConsultationView
from ui.models.consultation import (
    NOTE,
    broadcast_columns,
    broadcast_rows,
    publication_columns,
    publication_rows,
)
from ui.models.rows import Kind
from ui.pages.setup_section import RecordList


class Register(RecordList):
    """A list of records whose page may ask which of them it has."""

    def uids(self) -> Collection[str]:
        rows = (self.table.rows.row(number) for number in range(self.table.rows.rowCount()))
        return [str(row.data) for row in rows if row.kind is Kind.ITEM]


class PostingTab(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.publications = Register(
            publication_columns(),
            self.tr("Nơi niêm yết"),
            add=self.tr("&Thêm nơi niêm yết"),
            edit=self.tr("&Sửa"),
            remove=self.tr("&Xóa"),
            hint=self.tr("Niêm yết báo cáo kết quả"),
            empty=self.tr(
                "Chưa ghi nơi niêm yết nào. Niêm yết báo cáo tại trụ sở UBND xã và nhà văn hóa các thôn rồi "
                "ghi nơi, từ ngày, đến ngày."
            ),
        )
        self.publications.table.give_way(NOTE)
        self.broadcasts = Register(
            broadcast_columns(),
            self.tr("Các lần phát thanh"),
            add=self.tr("Thêm &lần phát"),
            edit=self.tr("Sửa lần &phát"),
            remove=self.tr("Xóa lầ&n phát"),
            hint=self.tr("Phát thanh trên loa của xã"),
            empty=self.tr("Chưa ghi lần phát thanh nào. Phát trong thời gian niêm yết rồi ghi ngày phát."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.publications, 1)
        column.addWidget(self.broadcasts, 1)

    def show_view(self, view: ConsultationView) -> None:
        self.publications.show_rows(publication_rows(view.publications))
        self.broadcasts.show_rows(broadcast_rows(view.broadcasts))
