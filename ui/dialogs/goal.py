"""A goal to register: which set, in which year, at which level, and from which day on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.domain.goals import Goal
from ntm_desktop.services import goals
from ntm_desktop.services.criteria_sets import SetChoice
from ui.context import Context
from ui.dialogs.record import RecordDialog, content, day
from ui.widgets.edits import Choice, DateEdit, TextEdit
from ui.widgets.forms import Field

if TYPE_CHECKING:
    from ui.tasks import Session


class GoalDialog(RecordDialog):
    """Proposes what ``current`` says; the goals before stay and are still what their days are judged by."""

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        sets: Sequence[SetChoice],
        regimes: Sequence[tuple[str, str]],
        current: Goal | None,
    ) -> None:
        super().__init__(
            parent,
            context,
            self.tr("Đăng ký mục tiêu"),
            self.tr("Đăn&g ký"),
            self.tr(
                "Từ ngày áp dụng, chỉ tiêu, mức và mẫu hồ sơ theo mục tiêu mới. Số liệu đã nhập theo bộ cũ "
                "còn nguyên; chỉ tiêu giống nhau được đề nghị dùng lại, từng chỉ tiêu một."
            ),
        )
        self._sets = {choice.id: choice for choice in sets}
        today = context.tasks.today()
        self._set_choice = Choice([(choice.id, choice.short_title) for choice in sets])
        self._regime_choice = Choice(regimes)
        self._profile_choice, self._year_choice = Choice(), Choice()
        valid_from, self._deadline_edit = DateEdit(), DateEdit()
        valid_from.load_date(today)
        self._set = Field(self.tr("&Bộ tiêu chí"), self._set_choice)
        self._regime = Field(self.tr("&Trình tự, mẫu hồ sơ"), self._regime_choice)
        self._profile = Field(self.tr("Mức áp dụng theo &vùng"), self._profile_choice)
        self._ground = Field(
            self.tr("&Căn cứ áp dụng mức này"),
            TextEdit(current.profile_ground if current else ""),
            note=self.tr("Văn bản giao mức cho xã, nếu khác vùng địa lý."),
        )
        self._year = Field(self.tr("Năm đăng &ký đạt chuẩn"), self._year_choice)
        self._from = Field(self.tr("Á&p dụng từ ngày"), valid_from)
        self._deadline = Field(
            self.tr("&Hạn hoàn thành"),
            self._deadline_edit,
            note=self.tr("Để trống là ngày 31/12 của năm đó."),
        )
        self.add_row(self._set)
        self.add_row(self._regime)
        self.add_row(self._profile, self._year)
        self.add_row(self._ground)
        self.add_row(self._from, self._deadline)
        self.require(self._set, self.tr("Chưa chọn bộ tiêu chí."))
        self.require(self._from, self.tr("Chưa nhập ngày áp dụng."))
        self._set_choice.committed.connect(self._on_set)
        if current is not None and current.set_id in self._sets:
            self._set_choice.load(current.set_id)
            self._offer(current.set_id, today)
            self._regime_choice.load(current.regime)
            self._profile_choice.load(current.profile)
            self._year_choice.load(str(current.year))
        self._set_choice.setFocus()

    def save(self) -> None:
        fields = (self._set, self._regime, self._profile, self._ground)
        set_id, regime, profile, ground = (content(field) for field in fields)
        year, valid_from, deadline = int(content(self._year)), day(self._from), day(self._deadline)
        assert valid_from is not None

        def save(session: Session) -> Changes:
            return goals.register(
                session, set_id=set_id, regime=regime, year=year, profile=profile,
                profile_ground=ground, valid_from=valid_from, deadline=deadline,
            )  # fmt: skip

        action = f"Đăng ký mục tiêu: {self._sets[set_id].short_title}, năm {year}"
        self.write(action, save)

    def _on_set(self, set_id: str) -> None:
        self._offer(set_id, self.context.tasks.today())

    def _offer(self, set_id: str, today: date) -> None:
        """What goes with a set: its levels, its years (one longer than its period) and its procedure."""
        choice = self._sets[set_id]
        first, last = choice.period
        self._profile_choice.set_options([(profile.id, profile.name) for profile in choice.profiles])
        self._profile.setEnabled(bool(choice.profiles))
        self._year_choice.set_options([(str(year), str(year)) for year in range(first, last + 2)])
        self._year_choice.load(str(min(max(today.year, first), last + 1)))
        self._regime_choice.load(choice.default_regime)
        if choice.profiles:
            self.require(self._profile, self.tr("Chưa chọn mức áp dụng."))
