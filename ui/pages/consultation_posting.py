"""Tab *Niêm yết, phát thanh*: where the report hangs, and when it was read out."""

from __future__ import annotations

from collections.abc import Mapping

from ntm_desktop.domain.consultation import within_posting
from ntm_desktop.services import consultation
from ntm_desktop.services.consultation import ConsultationView
from ntm_desktop.text import counted, format_date
from ui.context import Context
from ui.dialogs.posting import BroadcastDialog, PublicationDialog
from ui.models.consultation import (
    NOTE,
    broadcast_columns,
    broadcast_rows,
    publication_columns,
    publication_rows,
)
from ui.pages.consultation_tab import ConsultationTab, Register
from ui.pages.tabbed import Listed


class PostingTab(ConsultationTab):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
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
        self.column.setSpacing(12)
        self.column.addWidget(self.publications, 1)
        self.column.addWidget(self.broadcasts, 1)
        self.publications.add_requested.connect(self._on_add_publication)
        self.publications.edit_requested.connect(self._on_edit_publication)
        self.publications.remove_requested.connect(self._on_remove_publication)
        self.broadcasts.add_requested.connect(self._on_add_broadcast)
        self.broadcasts.edit_requested.connect(self._on_edit_broadcast)
        self.broadcasts.remove_requested.connect(self._on_remove_broadcast)

    def lists(self) -> Mapping[str, Listed]:
        return {"niem-yet": self.publications, "phat-thanh": self.broadcasts}

    def show_rows(self, view: ConsultationView) -> None:
        self.publications.show_rows(publication_rows(view.publications))
        self.broadcasts.show_rows(broadcast_rows(view.broadcasts, view.publications))

    def facts(self, view: ConsultationView) -> list[str]:
        posted, heard = len(view.publications), len(view.broadcasts)
        outside = heard - len(within_posting(view.broadcasts, view.publications))
        return [
            self.tr("{} nơi niêm yết").format(counted(posted)) if posted else "",
            self.tr("{} lần phát thanh").format(counted(heard)) if heard else "",
            self.tr("{} lần ngoài thời gian niêm yết").format(counted(outside)) if outside else "",
        ]

    # Slots

    def _on_add_publication(self) -> None:
        self.adding.emit(PublicationDialog(self, self.context), self.publications)

    def _on_edit_publication(self, uid: str) -> None:
        if self.view is not None:
            known = next(one for one in self.view.publications if one.uid == uid)
            PublicationDialog(self, self.context, known).open()

    def _on_remove_publication(self, uid: str) -> None:
        if self.view is None:
            return
        place = next(one.place for one in self.view.publications if one.uid == uid)
        action = f"Xóa nơi niêm yết {place}"
        told = self.tr("Đã xóa nơi niêm yết.")
        self.write(action, lambda session: consultation.remove_publication(session, uid=uid), told)

    def _on_add_broadcast(self) -> None:
        self.adding.emit(BroadcastDialog(self, self.context), self.broadcasts)

    def _on_edit_broadcast(self, uid: str) -> None:
        if self.view is not None:
            known = next(one for one in self.view.broadcasts if one.uid == uid)
            BroadcastDialog(self, self.context, known).open()

    def _on_remove_broadcast(self, uid: str) -> None:
        if self.view is None:
            return
        on = next(one.on for one in self.view.broadcasts if one.uid == uid)
        action = f"Xóa lần phát thanh ngày {format_date(on)}"
        told = self.tr("Đã xóa lần phát thanh.")
        self.write(action, lambda session: consultation.remove_broadcast(session, uid=uid), told)
