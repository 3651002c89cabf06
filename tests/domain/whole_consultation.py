"""A consultation by the rules, whole and with nothing entered yet: what tests take things away from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from ntm_desktop.domain.consultation import (
    THRESHOLD_NAMES,
    THRESHOLD_UNITS,
    WRITE,
    Attendee,
    Broadcast,
    Giver,
    HamletSurvey,
    Meeting,
    Opinion,
    OpinionForm,
    Publication,
    Question,
    Threshold,
)
from ntm_desktop.domain.consultation_breaks import breaks
from ntm_desktop.domain.consulted import Break, Consulted

STEPS = "Các bước theo Quyết định số 18/2022/QĐ-TTg"
LEVELS = {
    "vote": 9000,
    "publication_days": 15,
    "broadcasts": 5,
    "survey_coverage": 7000,
    "satisfaction": 9000,
    "satisfaction_item": 8000,
}
JULY = date(2022, 7, 31)


def at(month: int, day: int) -> date:
    return date(2022, month, day)


def threshold(key: str, value: int | None, *, confirmed: bool = True, asked: bool = True) -> Threshold:
    unit = THRESHOLD_UNITS.get(key, "%")
    return Threshold(key, THRESHOLD_NAMES[key], value, unit, confirmed, f"Điều của {key}", asked=asked)


def opinion(giver: Giver, **values: object) -> Opinion:
    form = OpinionForm.WRITTEN if giver in WRITE else OpinionForm.BOX
    number = "12/CV" if giver in WRITE else ""
    said = Opinion(giver.value, giver, "", None, "", form, at(6, 10), number, "Thống nhất", "", "", None)
    return replace(said, **values)  # type: ignore[arg-type]


def survey(hamlet: str, *counts: int, answers: Mapping[str, int] | None = None) -> HamletSurvey:
    households, issued, returned, valid, satisfied = counts
    return HamletSurvey(
        hamlet, hamlet, hamlet, at(6, 20), households, issued, returned, valid, satisfied, "", answers or {}
    )


def attendees_of(count: int) -> tuple[Attendee, ...]:
    return tuple(Attendee(f"Người {number}") for number in range(count))


MEETING = Meeting(
    "m",
    at(6, 28),
    "07:30",
    "10:00",
    "UBND xã",
    "A",
    "Chủ tịch",
    "B",
    "Văn phòng",
    32,
    31,
    28,
    "Nhất trí.",
    1,
    2,
    attendees_of(31),
)
WHOLE = Consulted(
    on=JULY,
    steps=STEPS,
    publications=(
        Publication("p", "Trụ sở UBND xã", at(6, 1), at(6, 15)),
        Publication("q", "Nhà văn hóa các thôn", at(6, 1), at(6, 15)),
    ),
    broadcasts=tuple(Broadcast(str(day), at(6, day)) for day in (1, 4, 7, 11, 15)),
    opinions=tuple(opinion(giver) for giver in (*WRITE, Giver.RESIDENTS)),
    questions=(Question("q1", "Đường thôn", asks_overall=False), Question("q2", "Chung", asks_overall=True)),
    surveys=(survey("Thôn 1", 76, 76, 72, 72, 71, answers={"q1": 60}),),
    unsurveyed=(),
    meeting=MEETING,
    thresholds={key: threshold(key, value) for key, value in LEVELS.items()},
    papers={
        "bao_cao": at(5, 30),
        "tong_hop_y_kien": at(6, 25),
        "bien_ban": at(6, 28),
        "to_trinh": at(6, 30),
    },
    due=frozenset({"to_trinh", "bao_cao", "tong_hop_y_kien", "bien_ban"}),
)


def keys(given: Consulted) -> list[str]:
    return [one.key for one in breaks(given)]


def only(given: Consulted) -> Break:
    (found,) = breaks(given)
    return found


def only_of(given: Consulted, key: str) -> Break:
    (found,) = (one for one in breaks(given) if one.key == key)
    return found


NOTHING = replace(
    WHOLE,
    publications=(),
    broadcasts=(),
    opinions=(),
    surveys=(),
    unsurveyed=("Thôn 1",),
    meeting=None,
    papers={},
)
