"""Criteria sets that this workplace knows: those shipped with the program and those brought in by a file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, update
from ntm_desktop.db.models import criteria_pack
from ntm_desktop.db.session import Session, live, until_written
from ntm_desktop.domain.criteria import CriteriaSet, LevelGaps, Profile, SetState, unknown_code_message
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.criteria import builtin_ids, load_builtin, read_pack, read_stored
from ntm_desktop.text import format_date


@dataclass(frozen=True, slots=True)
class SetChoice:
    id: str
    title: str
    short_title: str
    decision: str
    expected: tuple[int, int]  # criteria, indicators as the decision counts them
    version: str
    state: SetState
    gaps: LevelGaps
    tier: str
    default_regime: str
    effective: date
    period: tuple[int, int]
    profiles: tuple[Profile, ...]
    imported: bool
    notes: tuple[str, ...]


def builtin_choices() -> tuple[SetChoice, ...]:
    """The shipped sets, for the first-run wizard, which has no database yet."""
    return tuple(_choice(load_builtin(set_id), imported=False) for set_id in builtin_ids())


def proposed(choices: Sequence[SetChoice], *, year: int, profile: str = "") -> SetChoice:
    """What a new commune that registers for a year is offered: a set that can be assessed by, of that period
    if there is one, else the newest before it. Where the profile is known, one that has it."""
    having = [one for one in choices if profile in {known.id for known in one.profiles}] or list(choices)
    usable = [one for one in having if one.tier == "ntm" and one.state is not SetState.SKELETON]
    usable = usable or having
    begun = [one for one in usable if one.period[0] <= year]
    return max(begun or usable, key=lambda one: one.period[0] if begun else -one.period[0])


def newer(choices: Sequence[SetChoice], *, set_id: str, year: int, on: date) -> SetChoice | None:
    """The set that took the place of this one for a year outside its period, once it is in force.

    What was registered for a year is judged by what held at its end: the set of 2016–2020 still judges who
    registered for 2021, since that of 2021–2025 came in March 2022.
    """
    own = next((one for one in choices if one.id == set_id), None)
    if own is None or year <= own.period[1]:
        return None
    day = min(on, date(year, 12, 31))
    later = [
        one
        for one in choices
        if one.tier == own.tier and own.period[1] < one.period[0] <= year and one.effective <= day
    ]
    return max(later, key=lambda one: one.period, default=None)


def outside_period(own: SetChoice | CriteriaSet, newer_one: SetChoice, *, year: int) -> str:
    """“năm đánh giá 2026 ngoài thời kỳ của Bộ tiêu chí 2021–2025, đã có …”."""
    return (
        f"năm đánh giá {year} ngoài thời kỳ của {own.short_title}, đã có {newer_one.short_title} "
        f"(Quyết định số {newer_one.decision}, hiệu lực từ {format_date(newer_one.effective)})"
    )


def available(session: Session) -> tuple[SetChoice, ...]:
    """Imported sets come in the place of shipped ones of the same id. One that was damaged since is none; who
    registered for it is told by ``load``."""
    choices = {choice.id: choice for choice in builtin_choices()}
    for row in session.rows(live(criteria_pack, session)):
        with suppress(NtmError):
            choices[row["set_id"]] = _choice(read_stored(row["body"].encode()), imported=True)
    return tuple(choices.values())


def load_shipped(set_id: str) -> CriteriaSet:
    """Sessionless, for a commune that is not made yet."""
    if set_id not in builtin_ids():
        raise NtmError(
            f"Không có bộ tiêu chí “{set_id}”. Các bộ có sẵn: {', '.join(builtin_ids())}; "
            "bộ khác phải nhập từ tệp ở Thiết lập, mục Mục tiêu, thẻ Các bộ tiêu chí trên máy này."
        )
    return load_builtin(set_id)


@until_written(criteria_pack)
def load(session: Session, *, set_id: str) -> CriteriaSet:
    row = session.row(live(criteria_pack, session).where(criteria_pack.c.set_id == set_id))
    if row is not None:
        return read_stored(row["body"].encode())
    return load_shipped(set_id)


def check_criterion(session: Session, *, set_id: str, code: str) -> None:
    """Refuses a criterion that the set does not have."""
    criteria_set = load(session, set_id=set_id)
    if code not in {criterion.code for criterion in criteria_set.criteria}:
        raise NtmError(f"{criteria_set.short_title} không có tiêu chí “{code}”. Chọn lại tiêu chí.")


def check_indicators(session: Session, *, set_id: str, codes: Sequence[str]) -> None:
    """Refuses the first code of an indicator that the set does not have."""
    criteria_set = load(session, set_id=set_id)
    known = {indicator.code for indicator in criteria_set.indicators()}
    for code in codes:
        if code not in known:
            raise NtmError(unknown_code_message(criteria_set, code))


def import_pack(session: Session, *, data: bytes) -> Changes:
    """A set from a file, checked whole before anything is written; a second import changes nothing."""
    criteria_set = read_pack(data)
    values = {
        "version": criteria_set.version,
        "sha256": criteria_set.sha256,
        "body": data.decode(json.detect_encoding(data)),  # as the reader took it
    }
    known = session.row(live(criteria_pack, session).where(criteria_pack.c.set_id == criteria_set.id))
    if known is None:
        return insert(
            session, criteria_pack, [{"uid": session.new_uid(), "set_id": criteria_set.id, **values}]
        )
    if known["sha256"] == criteria_set.sha256:
        return Changes()
    return update(session, criteria_pack, known["uid"], values)


def _choice(criteria_set: CriteriaSet, *, imported: bool) -> SetChoice:
    return SetChoice(
        id=criteria_set.id,
        title=criteria_set.title,
        short_title=criteria_set.short_title,
        decision=criteria_set.decision,
        expected=criteria_set.expected,
        version=criteria_set.version,
        state=criteria_set.state,
        gaps=criteria_set.level_gaps(),
        tier=criteria_set.tier,
        default_regime=criteria_set.default_regime,
        effective=criteria_set.effective,
        period=criteria_set.period,
        profiles=criteria_set.profiles,
        imported=imported,
        notes=(*filter(None, [criteria_set.doubt]), *criteria_set.notes),
    )
