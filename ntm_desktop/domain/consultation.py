"""Consultation (lấy ý kiến): what was posted, said, surveyed, voted, as values; rates; what cannot be.

Two rates that are never mixed: coverage is ballots returned by households, satisfaction is satisfied by valid
ballots. Both, and the vote, are held exactly against their thresholds; rounding is for display. What is still
missing or breaks the procedure is told in ``consultation_breaks``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from ntm_desktop.domain.values import percent_text
from ntm_desktop.errors import EntryRefused
from ntm_desktop.text import decimals, format_date, format_int

LARGEST = 1_000_000  # households, ballots, people: a commune has fewer
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


class Giver(StrEnum):
    """Who gives an opinion; in the order in which the report tells of them."""

    FRONT = "front"
    FARMERS = "farmers"
    WOMEN = "women"
    VETERANS = "veterans"
    YOUTH = "youth"
    UNION = "union"
    RESIDENTS = "residents"
    OTHER = "other"


GIVER_NAMES = {
    Giver.FRONT: "Ủy ban Mặt trận Tổ quốc Việt Nam xã",
    Giver.FARMERS: "Hội Nông dân xã",
    Giver.WOMEN: "Hội Liên hiệp Phụ nữ xã",
    Giver.VETERANS: "Hội Cựu chiến binh xã",
    Giver.YOUTH: "Đoàn TNCS Hồ Chí Minh xã",
    Giver.UNION: "Công đoàn xã",
    Giver.RESIDENTS: "Nhân dân",
    Giver.OTHER: "Cơ quan, tổ chức khác",
}

WRITE = (Giver.FRONT, Giver.FARMERS, Giver.WOMEN, Giver.VETERANS, Giver.YOUTH, Giver.UNION)
"""Those that the procedure asks for an opinion in writing."""


class OpinionForm(StrEnum):
    WRITTEN = "written"
    MEETING = "meeting"
    BOX = "box"
    OTHER = "other"


OPINION_FORM_NAMES = {
    OpinionForm.WRITTEN: "Bằng văn bản",
    OpinionForm.MEETING: "Tại cuộc họp",
    OpinionForm.BOX: "Qua hòm thư góp ý",
    OpinionForm.OTHER: "Hình thức khác",
}


class Accepted(StrEnum):
    TAKEN = "taken"
    EXPLAINED = "explained"


ACCEPTED_NAMES = {Accepted.TAKEN: "Tiếp thu", Accepted.EXPLAINED: "Giải trình"}

VOTE, PUBLICATION_DAYS, BROADCASTS = "vote", "publication_days", "broadcasts"
COVERAGE, SATISFACTION, SATISFACTION_ITEM = "survey_coverage", "satisfaction", "satisfaction_item"
SUMMARY_FORM, SURVEY_FORM, MINUTES_FORM = "tong_hop_y_kien", "hai_long", "bien_ban"
"""The papers of the dossier that tell the consultation, as the packs name them."""
THRESHOLD_NAMES = {
    PUBLICATION_DAYS: "Thời gian niêm yết, lấy ý kiến",
    BROADCASTS: "Số lần phát thanh",
    COVERAGE: "Tỷ lệ hộ tham gia lấy ý kiến hài lòng",
    SATISFACTION: "Tỷ lệ hài lòng",
    SATISFACTION_ITEM: "Tỷ lệ hài lòng từng nội dung",
    VOTE: "Tỷ lệ đại biểu dự họp nhất trí",
}
"""Figures that the rules ask for, whether a procedure has them or not; a procedure may have others."""
THRESHOLD_UNITS = {PUBLICATION_DAYS: "ngày", BROADCASTS: "lần"}  # of the others "%"


@dataclass(frozen=True, slots=True)
class Threshold:
    """A figure of the procedure as it holds for a goal; None: "chưa có mức"."""

    key: str
    name: str
    value: int | None  # basis points of "%", else days or times
    unit: str
    confirmed: bool
    source: str
    own: bool = False  # entered for this goal
    asked: bool = True  # the procedure has a figure of this kind

    @property
    def text(self) -> str:
        if self.value is None:
            return "chưa có mức"
        if self.unit == "%":
            return percent_text(Fraction(self.value))
        return f"{format_int(self.value)} {self.unit}"

    @property
    def source_text(self) -> str:
        """Where it stands; a figure that nobody has held against the document says so."""
        if self.confirmed:
            return self.source
        if self.value is None:
            return self.source or "Chưa có văn bản nêu mức; nhập được ở Mức quy định"
        if not self.source:
            return "Chưa đối chiếu với văn bản gốc; sửa được ở Mức quy định"
        return f"{self.source}; {'mức do xã nhập, ' if self.own else ''}chưa đối chiếu"


@dataclass(frozen=True, slots=True)
class Rate:
    """A part of a whole; of nothing there is no rate."""

    part: int
    whole: int

    @property
    def basis_points(self) -> int | None:
        """Rounded half up, for a column; never what is judged."""
        return (self.part * 20_000 + self.whole) // (2 * self.whole) if self.whole else None

    def reaches(self, level: int) -> bool | None:
        """Exactly: 27 of 30 are 90 %, 89 999 of 100 000 are not."""
        return self.part * 10_000 >= level * self.whole if self.whole else None

    def needed(self, level: int) -> int:
        """The least part that reaches a level."""
        return -(-level * self.whole // 10_000)

    def text(self, level: int | None = None, places: int | None = None) -> str:
        """“98,61%”; what is just under the level has as many decimals as it takes to see that. ``places``:
        how many the others of its column have."""
        if not self.whole:
            return ""
        return percent_text(Fraction(self.part * 10_000, self.whole), level=level, places=places)


def places_of(rates: Iterable[Rate]) -> int:
    """Decimals of a column: as few as show each of them, rounded as ``Rate.text`` does."""
    return max((decimals(one.basis_points, 2) for one in rates if one.basis_points is not None), default=0)


@dataclass(frozen=True, slots=True)
class Publication:
    """The report hung out at one place."""

    uid: str
    place: str
    first: date
    last: date
    note: str = ""

    @property
    def days(self) -> int:
        return days_posted(self.first, self.last)


def days_posted(first: date, last: date) -> int:
    """From the first to the last day, both counted: the decree gives a number of days ("trong 15 ngày"),
    no way of counting, and the report hangs out on both. From 1/6 to 15/6 are 15 days."""
    return (last - first).days + 1


@dataclass(frozen=True, slots=True)
class Broadcast:
    uid: str
    on: date
    note: str = ""


def posting_period(publications: Iterable[Publication]) -> tuple[date, date] | None:
    """From the first day at any place to the last day at any; None: nothing is posted."""
    posted = list(publications)
    if not posted:
        return None
    return min(one.first for one in posted), max(one.last for one in posted)


def within_posting(
    broadcasts: Iterable[Broadcast], publications: Sequence[Publication]
) -> tuple[Broadcast, ...]:
    """Those that count: the report is read out while it hangs out. With nothing posted nobody can tell."""
    period = posting_period(publications)
    return tuple(one for one in broadcasts if period is None or period[0] <= one.on <= period[1])


@dataclass(frozen=True, slots=True)
class Opinion:
    uid: str
    giver: Giver
    giver_name: str
    hamlet_uid: str | None
    hamlet: str
    form: OpinionForm
    on: date
    number: str
    content: str
    proposal: str
    reply: str
    accepted: Accepted | None

    @property
    def giver_text(self) -> str:
        """Who said it: “Nhân dân, Cao Văn An, thôn Yên Thắng”; a named body by its own name."""
        if self.giver is Giver.RESIDENTS:
            known = (GIVER_NAMES[self.giver], self.giver_name, self.hamlet)
            return ", ".join(word for word in known if word)
        return self.giver_name or GIVER_NAMES[self.giver]

    @property
    def waits(self) -> bool:
        """Something is proposed, and the commune has not said what it makes of it."""
        return bool(self.proposal) and self.accepted is None


@dataclass(frozen=True, slots=True)
class Question:
    """One content of the ballot; the one that ``asks_overall`` has the figures of the survey itself."""

    uid: str
    title: str
    asks_overall: bool


@dataclass(frozen=True, slots=True)
class HamletSurvey:
    """The ballots of one hamlet; ``answers``: satisfied ones by question, without the overall one. A count
    that is None was not typed yet; nought is a count."""

    uid: str
    hamlet_uid: str
    hamlet: str
    on: date
    households: int | None
    issued: int | None
    returned: int | None
    valid: int | None
    satisfied: int | None
    collector: str
    answers: Mapping[str, int]

    @property
    def counts(self) -> tuple[int | None, ...]:
        """In the order of the ballot's way."""
        return (self.households, self.issued, self.returned, self.valid, self.satisfied)

    @property
    def lacking(self) -> tuple[str, ...]:
        """Without which the hamlet is not surveyed: what was not typed yet. Nobody may be satisfied, but of
        no ballots there is no survey."""
        counts = {
            "số hộ": self.households or None,
            "số phiếu phát ra": self.issued or None,
            "số phiếu thu về": self.returned or None,
            "số phiếu hợp lệ": self.valid or None,
            "số phiếu hài lòng": self.satisfied,
        }
        return tuple(name for name, count in counts.items() if count is None)

    @property
    def is_whole(self) -> bool:
        return not self.lacking

    @property
    def coverage(self) -> Rate:
        return _rate(self.returned, self.households)

    @property
    def satisfaction(self) -> Rate:
        return _rate(self.satisfied, self.valid)


def _rate(part: int | None, whole: int | None) -> Rate:
    return Rate(0, 0) if part is None or whole is None else Rate(part, whole)


@dataclass(frozen=True, slots=True)
class Totals:
    """The ballots of all hamlets that were surveyed; those whose row is not whole are not among them."""

    households: int
    issued: int
    returned: int
    valid: int
    satisfied: int

    @property
    def coverage(self) -> Rate:
        return Rate(self.returned, self.households)

    @property
    def satisfaction(self) -> Rate:
        return Rate(self.satisfied, self.valid)


def survey_places(surveys: Sequence[HamletSurvey], of_all: Totals) -> tuple[int, int]:
    """Decimals of the two columns of rates by hamlet."""
    coverage, satisfaction = [of_all.coverage], [of_all.satisfaction]
    coverage += [one.coverage for one in surveys]
    satisfaction += [one.satisfaction for one in surveys]
    return places_of(coverage), places_of(satisfaction)


def totals(surveys: Iterable[HamletSurvey]) -> Totals:
    rows = [[count or 0 for count in one.counts] for one in surveys if one.is_whole]
    return Totals(*(sum(column) for column in zip(*rows, strict=True))) if rows else Totals(0, 0, 0, 0, 0)


def by_question(
    questions: Sequence[Question], surveys: Sequence[HamletSurvey]
) -> tuple[tuple[Question, Rate], ...]:
    """Satisfaction with each content. A hamlet that was not counted by it leaves its ballots out."""
    found = []
    for question in questions:
        if question.asks_overall:
            found.append((question, totals(surveys).satisfaction))
            continue
        counted = [one for one in surveys if one.is_whole and question.uid in one.answers]
        satisfied = sum(one.answers[question.uid] for one in counted)
        found.append((question, Rate(satisfied, sum(one.valid or 0 for one in counted))))
    return tuple(found)


def without_contents(
    questions: Sequence[Question], surveys: Iterable[HamletSurvey]
) -> tuple[HamletSurvey, ...]:
    """Surveyed hamlets that have not recorded every content: ``by_question`` leaves them out there."""
    asked = {one.uid for one in questions if not one.asks_overall}
    return tuple(one for one in surveys if one.is_whole and asked - one.answers.keys())


@dataclass(frozen=True, slots=True)
class Attendee:
    name: str
    post: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    uid: str
    on: date
    begins: str
    ends: str
    place: str
    chair: str
    chair_post: str
    secretary: str
    secretary_post: str
    invited: int
    present: int
    agreed: int
    discussion: str
    copies_kept: int
    copies_sent: int
    attendees: tuple[Attendee, ...] = ()

    @property
    def vote(self) -> Rate:
        return Rate(self.agreed, self.present)

    def held_by(self, on: date) -> bool:
        return self.on <= on and self.present > 0


def check_posting(first: date, last: date) -> None:
    if last < first:
        raise EntryRefused(
            "last",
            f"Ngày gỡ {format_date(last)} ở trước ngày bắt đầu niêm yết {format_date(first)}. Nhập lại một "
            "trong hai ngày.",
        )


def check_past(on: date, today: date, what: str) -> None:
    """What was said, broadcast or collected was so by today."""
    if on > today:
        raise EntryRefused(
            "on", f"{what} ngày {format_date(on)} ở sau hôm nay ({format_date(today)}). Nhập lại ngày."
        )


_LIMITS = {
    "returned": ("issued", "households"),
    "valid": ("returned", "issued", "households"),
    "satisfied": ("valid", "returned", "issued", "households"),
}
"""What a count may not be larger than, the nearest first: the nearest may not have been typed yet."""


def check_survey(
    *,
    households: int | None,
    issued: int | None,
    returned: int | None,
    valid: int | None,
    satisfied: int | None,
    answers: Mapping[str, int],
) -> None:
    """Refuses figures that cannot be; ``answers``: satisfied ballots by the title of the content.

    A household has one ballot. Others may have been issued in the place of spoiled ones.
    """
    told = {
        "households": ("Số hộ", households),
        "issued": ("Số phiếu phát ra", issued),
        "returned": ("Số phiếu thu về", returned),
        "valid": ("Số phiếu hợp lệ", valid),
        "satisfied": ("Số phiếu hài lòng", satisfied),
    }
    counts = {field: (name, count) for field, (name, count) in told.items() if count is not None}
    for field, (name, count) in counts.items():
        _check_count(field, name, count)
    for smaller, limits in _LIMITS.items():
        for larger in limits:
            if smaller in counts and larger in counts and counts[smaller][1] > counts[larger][1]:
                raise EntryRefused(smaller, _too_many(*counts[smaller], *counts[larger]))
    most = next((counts[larger] for larger in _LIMITS["satisfied"] if larger in counts), None)
    for title, count in answers.items():
        name = f"Số phiếu hài lòng về “{title}”"
        _check_count("answers", name, count)
        if most is not None and count > most[1]:
            raise EntryRefused("answers", _too_many(name, count, *most))


def check_meeting(
    *,
    on: date,
    today: date,
    begins: str,
    ends: str,
    invited: int,
    present: int,
    agreed: int,
    copies_kept: int,
    copies_sent: int,
) -> None:
    """A meeting may be planned; who came and how they voted is known only once it was held."""
    for field, value in (("begins", begins), ("ends", ends)):
        if value and not _TIME.fullmatch(value):
            raise EntryRefused(field, f"Giờ “{value}” không đúng. Nhập giờ và phút, ví dụ 07:30 hoặc 7h30.")
    if begins and ends and ends <= begins:
        raise EntryRefused("ends", f"Giờ kết thúc {ends} không sau giờ bắt đầu {begins}. Nhập lại giờ.")
    _check_count("invited", "Số người được mời", invited)
    _check_count("present", "Số người có mặt", present)
    _check_count("agreed", "Số người nhất trí", agreed)
    _check_count("copies_kept", "Số bản lưu", copies_kept)
    _check_count("copies_sent", "Số bản gửi", copies_sent)
    if present and on > today:
        raise EntryRefused(
            "present",
            f"Cuộc họp ngày {format_date(on)} chưa diễn ra (hôm nay {format_date(today)}). Nhập số người có "
            "mặt và kết quả bỏ phiếu sau khi họp, hoặc nhập lại ngày họp.",
        )
    if agreed > present:
        raise EntryRefused("agreed", _too_many("Số người nhất trí", agreed, "số người có mặt", present))


def _check_count(field: str, name: str, count: int) -> None:
    if not 0 <= count <= LARGEST:
        raise EntryRefused(
            field, f"{name} {format_int(count)} không đúng. Nhập số từ 0 đến {format_int(LARGEST)}."
        )


def _too_many(name: str, count: int, of: str, limit: int) -> str:
    of = of[:1].lower() + of[1:]
    return f"{name} ({format_int(count)}) lớn hơn {of} ({format_int(limit)}). Nhập lại một trong hai số."
