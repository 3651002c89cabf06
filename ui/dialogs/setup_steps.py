"""The first run as a plain object: the steps, what was answered, what is still wrong. No widgets here."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ntm_desktop import settings
from ntm_desktop.domain.goals import TWO_LEVELS_FROM, usual_regime
from ntm_desktop.domain.servers import address_of
from ntm_desktop.text import nfc
from ui.models.criteria_sets import outside_period

if TYPE_CHECKING:
    from ntm_desktop.services.criteria_sets import SetChoice
    from ntm_desktop.services.workplace import NewPerson


_CODE = re.compile(r"[0-9A-Za-z-]{1,20}")  # as services.commune takes it


class Step(IntEnum):
    COMMUNE = 0
    SET = 1
    PEOPLE = 2
    BACKUP = 3
    START = 4


COMMUNE, AUTHORITY = "commune", "appraiser"
"""Who works on this PC: ``Database.kind``."""
_SIGNER_POSTS = {COMMUNE: "Chủ tịch UBND xã", AUTHORITY: "Lãnh đạo cơ quan"}


@dataclass(slots=True)
class Answers:
    """``kind``, ``level``, ``set_id``, ``profile`` and ``year`` are chosen, ``regime`` follows from them, the
    others are typed."""

    kind: str = COMMUNE
    name: str = ""
    code: str = ""
    level: str = ""
    place: str = ""
    district: str = ""
    province: str = ""
    set_id: str = ""
    profile: str = ""
    year: int = 0
    regime: str = ""
    lead: str = ""
    lead_post: str = ""
    signer: str = ""
    signer_post: str = _SIGNER_POSTS[COMMUNE]
    backup_place: str = ""
    database_url: str = ""
    """Of an authority whose data are made on a server; the files go to ``store_folder``."""
    store_folder: str = ""


class SetupSteps:
    """``sets`` may come later (they are read on another thread); until then step two has no choices."""

    def __init__(self, today: date) -> None:
        self.answers = Answers()
        self.step = Step.COMMUNE
        self.has_districts = today < TWO_LEVELS_FROM
        self.told: dict[str, str] = {}  # why the last ``forward`` did not go on
        self._kept_district = ""  # a district that was kept although there are none any more
        self._today = today
        self._sets: dict[str, SetChoice] = {}
        self._regimes: dict[str, str] = {}

    @property
    def is_authority(self) -> bool:
        return self.answers.kind == AUTHORITY

    def choose_kind(self, kind: str) -> None:
        """What was proposed for the other kind is proposed no longer."""
        if self.answers.signer_post == _SIGNER_POSTS[self.answers.kind]:
            self.answers.signer_post = _SIGNER_POSTS[kind]
        self.answers.kind = kind

    @property
    def server(self) -> str:
        """On which the data of the authority are made; "" in this PC."""
        if not (self.is_authority and self.answers.database_url):
            return ""
        address = address_of(self.answers.database_url)
        return f"{address.host}/{address.database}"

    def offer(self, sets: Sequence[SetChoice], regimes: Sequence[tuple[str, str]]) -> None:
        """The set of today's period is proposed; where it has no indicators yet, the newest one that has.

        ``regimes``: id and title of each procedure.
        """
        self._sets = {choice.id: choice for choice in sets}
        self._regimes = dict(regimes)
        if (proposed := self.proposed()) is not None and not self.answers.set_id:
            self.choose_set(proposed.id)

    def proposed(self) -> SetChoice | None:
        if not self._sets:
            return None
        from ntm_desktop.services import criteria_sets  # whoever offers sets has loaded it

        return criteria_sets.proposed(self.sets(), year=self._today.year)

    def sets(self) -> tuple[SetChoice, ...]:
        return tuple(self._sets.values())

    def choose_set(self, set_id: str) -> None:
        self.answers.set_id = set_id
        self._choose_regime()
        profiles = [profile.id for profile in self._sets[set_id].profiles]
        if self.answers.profile not in profiles:
            self.answers.profile = ""
        if self.answers.year not in self.years():
            first, last = self._sets[set_id].period
            self.answers.year = min(max(self._today.year, first), last + 1)

    def _choose_regime(self) -> None:
        chosen = self._sets.get(self.answers.set_id)
        if chosen is not None:
            self.answers.regime = usual_regime(
                chosen.default_regime,
                district=self.answers.district,
                on=self._today,
                year=self.answers.year or self._today.year,
            )

    def profiles(self) -> tuple[tuple[str, str], ...]:
        chosen = self._sets.get(self.answers.set_id)
        return tuple((p.id, p.name) for p in chosen.profiles) if chosen else ()

    def years(self) -> tuple[int, ...]:
        """One year longer than the period: the set of 2016–2020 still judges who registered for 2021."""
        chosen = self._sets.get(self.answers.set_id)
        return tuple(range(chosen.period[0], chosen.period[1] + 2)) if chosen else ()

    def outside_period(self) -> str:
        """Why the year that is chosen is another set's."""
        a = self.answers
        return outside_period(self.sets(), set_id=a.set_id, year=a.year, on=self._today)

    def answer(self, texts: Mapping[str, str]) -> None:
        for key, text in texts.items():
            setattr(self.answers, key, nfc(" ".join(text.split())))
        self._choose_regime()

    def problems(self) -> dict[str, str]:
        """What keeps the current step from being done, by field."""
        translate = QCoreApplication.translate
        a = self.answers
        found: dict[str, str] = {}
        if self.step is Step.COMMUNE and self.is_authority:
            found |= self._problems_of_authority()
        elif self.step is Step.COMMUNE:
            if not a.name:
                found["name"] = translate(
                    "SetupSteps", "Chưa có tên xã. Nhập như trên con dấu, ví dụ xã Yên Hóa."
                )
            if a.code and not a.code.isdecimal():
                found["code"] = translate(
                    "SetupSteps", "Mã xã chỉ gồm chữ số, ví dụ 18928. Chưa biết mã thì để trống."
                )
            if not a.province:
                found["province"] = translate("SetupSteps", "Chưa có tên tỉnh, thành phố.")
            if a.district and not self.has_districts and a.district != self._kept_district:
                found["district"] = translate(
                    "SetupSteps",
                    "Từ 01/7/2025 không còn cấp huyện, hồ sơ gửi thẳng lên tỉnh. Xóa tên huyện; "
                    "nếu vẫn cần ghi tên huyện cũ thì bấm Tiếp tục lần nữa.",
                )
        elif self.step is Step.SET:
            if not a.set_id:
                found["set_id"] = translate("SetupSteps", "Chưa chọn bộ tiêu chí.")
            elif not a.profile and self.profiles():
                found["profile"] = translate(
                    "SetupSteps", "Chưa chọn mức áp dụng. Xem văn bản của tỉnh giao mức cho xã."
                )
        elif self.step is Step.PEOPLE:
            if not a.lead:
                found["lead"] = translate(
                    "SetupSteps", "Chưa có tên người phụ trách. Lịch sử và hồ sơ ghi tên người này."
                )
        elif self.step is Step.BACKUP and a.backup_place and not Path(a.backup_place).is_dir():
            found["backup_place"] = translate(
                "SetupSteps", "Không thấy thư mục này. Cắm USB rồi chọn lại, hoặc để trống."
            )
        return found

    def _problems_of_authority(self) -> dict[str, str]:
        translate = QCoreApplication.translate
        a = self.answers
        found: dict[str, str] = {}
        if not a.name:
            found["name"] = translate("SetupSteps", "Chưa có tên cơ quan. Nhập như trên con dấu.")
        if not a.code:
            found["code"] = translate(
                "SetupSteps",
                "Chưa có mã cơ quan. Nhập mã của huyện, tỉnh, ví dụ 455; gói số liệu ghi mã này.",
            )
        elif not _CODE.fullmatch(a.code):
            found["code"] = translate("SetupSteps", "Mã chỉ gồm chữ không dấu, chữ số và dấu gạch nối.")
        if not a.level:
            found["level"] = translate("SetupSteps", "Chưa chọn cấp của cơ quan.")
        if not a.province:
            found["province"] = translate("SetupSteps", "Chưa có tên tỉnh, thành phố.")
        return found

    def forward(self) -> bool:
        """To the next step, unless something is wrong with this one. A district that is none any more is
        doubted once: who goes on a second time wants it."""
        self.told = self.problems()
        if self.step is Step.COMMUNE:
            self._kept_district = self.answers.district
        if self.told or self.step is Step.START:
            return False
        self._go(1)
        return True

    def back(self) -> None:
        if self.step is not Step.COMMUNE:
            self._go(-1)

    def _go(self, by: int) -> None:
        """An authority is judged by no set: each commune brings its own along. A server is backed up by whom
        it belongs to."""
        self.step = Step(self.step + by)
        if (self.step is Step.SET and self.is_authority) or (self.step is Step.BACKUP and self.server):
            self.step = Step(self.step + by)

    def chosen(self, step: Step) -> str:
        """The answer to show in the rail once a step is done."""
        translate = QCoreApplication.translate
        a = self.answers
        set_words = translate("SetupSteps", "{}, năm {}")
        chosen_set = self._sets.get(a.set_id)
        values = {
            Step.COMMUNE: _capitalised(a.name),
            Step.SET: translate("SetupSteps", "Theo từng xã")
            if self.is_authority
            else set_words.format(_short(chosen_set.short_title), a.year)
            if chosen_set
            else "",
            Step.PEOPLE: a.lead,
            Step.BACKUP: translate("SetupSteps", "Do người quản trị máy chủ")
            if self.server
            else a.backup_place or translate("SetupSteps", "Chỉ trên máy này"),
            Step.START: "",
        }
        return values[step]

    def _where(self) -> tuple[tuple[str, str], ...]:
        if not self.server:
            return ()
        translate = QCoreApplication.translate
        return (
            (translate("SetupSteps", "Máy chủ"), self.server),
            (translate("SetupSteps", "Tệp dùng chung"), self.answers.store_folder),
        )

    def summary(self) -> tuple[tuple[str, str], ...]:
        """Every answer with its name, before anything is written."""
        translate = QCoreApplication.translate
        a = self.answers
        later = translate("SetupSteps", "Chưa có, thêm sau trong Thiết lập")
        code = translate("SetupSteps", "mã {}").format(a.code) if a.code else ""
        chosen_set = self._sets.get(a.set_id)
        people = (
            (translate("SetupSteps", "Người phụ trách"), _listed(a.lead, a.lead_post)),
            (translate("SetupSteps", "Người ký"), _listed(a.signer, a.signer_post) if a.signer else later),
            (translate("SetupSteps", "Nơi sao lưu"), self.chosen(Step.BACKUP)),
        )
        if self.is_authority:
            return (
                (translate("SetupSteps", "Cơ quan thẩm định"), _listed(_capitalised(a.name), code)),
                (translate("SetupSteps", "Cấp"), dict(levels()).get(a.level, a.level)),
                (translate("SetupSteps", "Tỉnh"), a.province),
                (translate("SetupSteps", "Địa danh"), a.place or later),
                *self._where(),
                *people,
            )
        return (
            (translate("SetupSteps", "Đơn vị"), _listed(_capitalised(a.name), code)),
            (translate("SetupSteps", "Huyện, tỉnh"), _listed(a.district, a.province)),
            (translate("SetupSteps", "Bộ tiêu chí"), chosen_set.short_title if chosen_set else ""),
            (translate("SetupSteps", "Mức áp dụng"), dict(self.profiles()).get(a.profile, "")),
            (translate("SetupSteps", "Năm đăng ký"), str(a.year)),
            (translate("SetupSteps", "Trình tự"), self._regimes.get(a.regime, "")),
            *people,
        )


def create(answers: Answers, folder: Path, *, at: datetime, today: date) -> None:
    """Makes the data folder from the answers. On a work thread: it takes the database along."""
    from ntm_desktop.services import authority, backup, desks, workplace

    people = [workplace.NewPerson(answers.lead, answers.lead_post, signs=answers.signer == answers.lead)]
    if answers.signer and answers.signer != answers.lead:
        people.append(workplace.NewPerson(answers.signer, answers.signer_post, role="none", signs=True))
    if answers.kind == AUTHORITY:
        told = authority.NewAuthority(
            answers.name, answers.code, answers.level, answers.province, answers.place
        )
        if answers.database_url:
            url, store = answers.database_url, answers.store_folder
            desks.create(folder, url=url, store_folder=store, authority=told, new_people=people, at=at)
            return
        authority.create(folder, authority=told, new_people=people, at=at)
    else:
        _create_commune(answers, folder, people, at=at, today=today)
    if answers.backup_place:
        place = backup.place_in(Path(answers.backup_place), commune_name=answers.name)
        settings.save(settings.Settings(backup_places=(str(place),)), folder)


def _create_commune(
    answers: Answers, folder: Path, people: Sequence[NewPerson], *, at: datetime, today: date
) -> None:
    from ntm_desktop.services import workplace

    workplace.create(
        folder,
        commune=workplace.NewCommune(
            name=answers.name,
            province=answers.province,
            district=answers.district,
            code=answers.code,
            provisional=not answers.code,
        ),
        goal=workplace.NewGoal(
            set_id=answers.set_id,
            year=answers.year,
            profile=answers.profile,
            regime=answers.regime,
            valid_from=today,
        ),
        new_people=people,
        at=at,
    )


def levels() -> tuple[tuple[str, str], ...]:
    """Of an authority: key and words; another one is written in Thiết lập."""
    from ntm_desktop.domain.authorities import LEVELS

    return tuple(LEVELS.items())


def _short(title: str) -> str:
    """Without “Bộ tiêu chí”, which the step is called already: the year must still be seen in the rail."""
    return _capitalised(title.split(maxsplit=3)[-1])


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _capitalised(name: str) -> str:
    return name[:1].upper() + name[1:]
