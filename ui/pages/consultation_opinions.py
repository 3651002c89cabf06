"""Tab *Ý kiến*: what each side said, what it proposes, what the commune makes of that."""

from __future__ import annotations

from collections.abc import Mapping

from ntm_desktop.services import consultation
from ntm_desktop.services.commune import HamletView
from ntm_desktop.services.consultation import ConsultationView
from ntm_desktop.text import counted
from ui.context import Context
from ui.dialogs.opinion import OpinionDialog
from ui.models.consultation import CONTENT, FORM, ON, giver_words, opinion_columns, opinion_rows
from ui.pages.consultation_tab import ConsultationTab, Register
from ui.pages.tabbed import Listed
from ui.widgets.cards import Beneath


class OpinionsTab(ConsultationTab):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.opinions = Register(
            opinion_columns(),
            self.tr("Ý kiến tham gia"),
            add=self.tr("&Thêm ý kiến"),
            edit=self.tr("&Sửa, trả lời"),
            remove=self.tr("&Xóa"),
            hint=self.tr("Không có góp ý thì ghi “thống nhất”."),
            empty=self.tr(
                "Chưa ghi ý kiến nào. Ghi ý kiến bằng văn bản của Mặt trận, từng tổ chức chính trị - xã hội "
                "và ý kiến của Nhân dân."
            ),
        )
        self.opinions.table.give_way(FORM, ON, CONTENT)  # said below too
        self.beneath = Beneath()
        self.column.addWidget(self.opinions, 1)
        self.column.addWidget(self.beneath)
        self.opinions.current_changed.connect(self._on_current_changed)
        self.opinions.add_requested.connect(self._on_add)
        self.opinions.edit_requested.connect(self._on_edit)
        self.opinions.remove_requested.connect(self._on_remove)

    def lists(self) -> Mapping[str, Listed]:
        return {"y-kien": self.opinions}

    def show_rows(self, view: ConsultationView) -> None:
        self.opinions.show_rows(opinion_rows(view.opinions))

    def facts(self, view: ConsultationView) -> list[str]:
        waiting = sum(one.waits for one in view.opinions)
        facts = [self.tr("{} ý kiến").format(counted(len(view.opinions)))] if view.opinions else []
        if waiting:
            facts.append(self.tr("{} đề xuất chưa trả lời").format(counted(waiting)))
        return facts

    # Slots

    def _on_current_changed(self, uid: object) -> None:
        one = next((one for one in self.view.opinions if one.uid == uid), None) if self.view else None
        if one is None:
            self.beneath.show_words()
            return
        number = self.tr("Văn bản số {}").format(one.number) if one.number else ""
        proposal = self.tr("Đề xuất: {}").format(one.proposal) if one.proposal else ""
        reply = self.tr("Trả lời: {}").format(one.reply) if one.reply else ""
        self.beneath.show_words(giver_words(one), number, one.content, proposal, reply)

    def _on_add(self) -> None:
        self.adding.emit(OpinionDialog(self, self.context, self._hamlets()), self.opinions)

    def _on_edit(self, uid: str) -> None:
        if self.view is not None:
            known = next(one for one in self.view.opinions if one.uid == uid)
            OpinionDialog(self, self.context, self._hamlets(), known).open()

    def _on_remove(self, uid: str) -> None:
        if self.view is None:
            return
        giver = next(one.giver_text for one in self.view.opinions if one.uid == uid)
        action = f"Xóa ý kiến của {giver}"
        told = self.tr("Đã xóa ý kiến.")
        self.write(action, lambda session: consultation.remove_opinion(session, uid=uid), told)

    def _hamlets(self) -> tuple[HamletView, ...]:
        return self.view.hamlets if self.view is not None else ()
