"""A goal to register or to correct: which set, in which year, at which level, and from which day on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.domain.goals import TWO_LEVELS, TWO_LEVELS_FROM, Goal, usual_regime
from ntm_desktop.services import goals
from ntm_desktop.services.criteria_sets import SetChoice
from ui.context import Context
from ui.dialogs.record import RecordDialog, content, day
from ui.models.criteria_sets import outside_period
from ui.widgets.edits import Choice, DateEdit, TextEdit
from ui.widgets.forms import Field

if TYPE_CHECKING:
    from ui.tasks import Session


class GoalDialog(RecordDialog):
    """Corrects ``wrong``, or registers another beside those there are, proposing what ``current`` says."""

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        sets: Sequence[SetChoice],
        regimes: Sequence[tuple[str, str]],
        district: str,
        current: Goal | None,
        wrong: Goal | None = None,
    ) -> None:
        super().__init__(
            parent,
            context,
            self.tr("Sửa mục tiêu đã đăng ký") if wrong else self.tr("Đăng ký mục tiêu"),
            self.tr("&Ghi") if wrong else self.tr("Đăn&g ký"),
            self.tr("Sửa mục tiêu ghi nhầm. Đổi mục tiêu từ một ngày về sau thì đăng ký mục tiêu mới.")
            if wrong
            else self.tr(
                "Từ ngày áp dụng, chỉ tiêu, mức và mẫu hồ sơ theo mục tiêu mới. Số liệu đã nhập theo bộ cũ "
                "còn nguyên; chỉ tiêu giống nhau được đề nghị dùng lại, từng chỉ tiêu một."
            ),
        )
        self._wrong, self._district = wrong, district
        shown = wrong or current
        self._sets = {choice.id: choice for choice in sets}
        today = context.tasks.today()
        self._set_choice = Choice([(choice.id, choice.short_title) for choice in sets])
        self._regime_choice = Choice(regimes)
        self._profile_choice, self._year_choice = Choice(), Choice()
        valid_from, self._deadline_edit = DateEdit(), DateEdit()
        self._since: date | None = wrong.valid_from if wrong else today
        valid_from.load_date(self._since)
        if wrong and wrong.deadline != date(wrong.year, 12, 31):
            self._deadline_edit.load_date(wrong.deadline)
        self._set = Field(self.tr("&Bộ tiêu chí"), self._set_choice)
        self._regime = Field(self.tr("&Trình tự, mẫu hồ sơ"), self._regime_choice)
        self._profile = Field(self.tr("Mức áp dụng theo &vùng"), self._profile_choice)
        self._ground = Field(
            self.tr("&Căn cứ áp dụng mức này"),
            TextEdit(shown.profile_ground if shown else ""),
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
        self._year_choice.committed.connect(self._tell_of_period)
        self._regime_choice.committed.connect(self._tell_of_districts)
        valid_from.committed.connect(self._on_from)
        if shown is not None and shown.set_id in self._sets:
            self._set_choice.load(shown.set_id)
            self._offer(shown.set_id, today)
            self._regime_choice.load(shown.regime)
            self._profile_choice.load(shown.profile)
            self._year_choice.load(str(shown.year))
        self._tell_of_districts()
        self._tell_of_period()
        self._set_choice.setFocus()

    def save(self) -> None:
        fields = (self._set, self._regime, self._profile, self._ground)
        set_id, regime, profile, ground = (content(field) for field in fields)
        year, valid_from, deadline = int(content(self._year)), day(self._from), day(self._deadline)
        assert valid_from is not None
        wrong = self._wrong.uid if self._wrong else None

        def register(session: Session) -> Changes:
            return goals.register(
                session, set_id=set_id, regime=regime, year=year, profile=profile, uid=wrong,
                profile_ground=ground, valid_from=valid_from, deadline=deadline,
            )  # fmt: skip

        title = self._sets[set_id].short_title
        action = f"Sửa mục tiêu: {title}, năm {year}" if wrong else f"Đăng ký mục tiêu: {title}, năm {year}"
        self.write(action, register)

    def _on_set(self, set_id: str) -> None:
        self._offer(set_id, self.context.tasks.today())

    def _on_from(self, since: date | None) -> None:
        self._since = since
        self._tell_of_districts()
        self._tell_of_period()

    def _tell_of_districts(self, _key: str = "") -> None:
        """A procedure whose dossier goes to a district, from a day on which there are none."""
        since = self._since or date.min
        lost = since >= TWO_LEVELS_FROM and content(self._regime) not in ("", TWO_LEVELS)
        words = self.tr(
            "Trình tự này gửi hồ sơ tới UBND huyện. Từ 01/7/2025 không còn cấp huyện: chọn trình tự 02 cấp."
        )
        self._regime.set_note(words if lost else "")

    def _tell_of_period(self, _key: str = "") -> None:
        """A year that another set is for, in force by the day from which the goal holds."""
        set_id, year = content(self._set), content(self._year)
        day = max(self._since or date.min, self.context.tasks.today())
        words = outside_period([*self._sets.values()], set_id=set_id, year=int(year or 0), on=day)
        self._set.set_note(words)

    def _offer(self, set_id: str, today: date) -> None:
        """What goes with a set: its levels, its years (one longer than its period) and its procedure."""
        choice = self._sets[set_id]
        first, last = choice.period
        self._profile_choice.set_options([(profile.id, profile.name) for profile in choice.profiles])
        self._profile.setEnabled(bool(choice.profiles))
        self._year_choice.set_options([(str(year), str(year)) for year in range(first, last + 2)])
        year = min(max(today.year, first), last + 1)
        self._year_choice.load(str(year))
        self._regime_choice.load(
            usual_regime(choice.default_regime, district=self._district, on=today, year=year)
        )
        self._tell_of_districts()
        self._tell_of_period()
        if choice.profiles:
            self.require(self._profile, self.tr("Chưa chọn mức áp dụng."))
