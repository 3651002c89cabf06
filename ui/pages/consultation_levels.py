"""Tab *Mức quy định*: what the procedure asks for, where that stands, and whether anybody checked it."""

from __future__ import annotations

from collections.abc import Mapping

from ntm_desktop.services import thresholds
from ntm_desktop.services.consultation import ConsultationView
from ntm_desktop.text import counted
from ui.context import Context
from ui.dialogs.threshold import ThresholdDialog
from ui.models.consultation_survey import threshold_columns, threshold_rows
from ui.pages.consultation_tab import ConsultationTab, Register
from ui.pages.tabbed import Listed
from ui.widgets.buttons import Button
from ui.widgets.cards import Beneath
from ui.wording import said


class LevelsTab(ConsultationTab):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.levels = Register(
            threshold_columns(),
            self.tr("Mức quy định"),
            add="",
            edit=self.tr("&Nhập mức, đối chiếu"),
            hint=self.tr("Mức của trình tự; mức nhập riêng cho mục tiêu này in đậm."),
        )
        self.own = Button(self.tr("&Bỏ mức riêng"), icon="undo-2", writes=True)
        self.levels.buttons.addWidget(self.own)
        self.beneath = Beneath()
        self.column.addWidget(self.levels, 1)
        self.column.addWidget(self.beneath)
        self.levels.current_changed.connect(self._on_current_changed)
        self.levels.edit_requested.connect(self._on_edit)
        self.own.clicked.connect(self._on_remove)
        self.own.setEnabled(False)

    def lists(self) -> Mapping[str, Listed]:
        return {"muc": self.levels}

    def show_rows(self, view: ConsultationView) -> None:
        self.levels.show_rows(threshold_rows(view.thresholds))

    def facts(self, view: ConsultationView) -> list[str]:
        asked = [one for one in view.thresholds if one.asked or one.own]
        missing = sum(one.value is None for one in asked)
        unchecked = sum(one.value is not None and not one.confirmed for one in asked)
        facts = [self.tr("{} mức").format(counted(len(asked)))]
        if missing:
            facts.append(self.tr("{} chưa có").format(counted(missing)))
        if unchecked:
            facts.append(self.tr("{} chưa đối chiếu").format(counted(unchecked)))
        return facts

    # Slots

    def _on_current_changed(self, key: object) -> None:
        one = self.view.threshold(str(key)) if self.view is not None else None
        self.own.setEnabled(one is not None and one.own)
        if one is None:
            self.beneath.show_words()
        else:
            self.beneath.show_words(f"{said(one.name)}: {one.text}", one.source_text)

    def _on_edit(self, key: str) -> None:
        if self.view is not None and (known := self.view.threshold(key)) is not None:
            ThresholdDialog(self, self.context, known).open()

    def _on_remove(self) -> None:
        key, today = str(self.levels.table.current_data()), self.context.tasks.today()
        if self.view is None or (known := self.view.threshold(key)) is None:
            return
        action = f"Bỏ mức riêng {known.name}"
        told = self.tr("Đã bỏ mức riêng, dùng lại mức của trình tự.")
        self.write(action, lambda session: thresholds.remove_threshold(session, key=key, today=today), told)
