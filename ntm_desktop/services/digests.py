"""What an authority's list says of each commune, made when a submission becomes current and kept.

The same rules and services as the commune's own pages; what grows older by the day (how long an obstacle has
been waiting, whether a promise is late by now) is kept as dates. ``services.communes`` reads them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import msgspec
from sqlalchemy import RowMapping, select

from ntm_desktop.db.models import commune, commune_digest, inbox
from ntm_desktop.db.session import Session, live
from ntm_desktop.domain.criteria import Criterion
from ntm_desktop.domain.judging import CriterionState, Verdict
from ntm_desktop.domain.obstacles import Level, State
from ntm_desktop.domain.targets import target_text
from ntm_desktop.errors import NtmError
from ntm_desktop.services import commitments, indicators, obstacles, works
from ntm_desktop.services.judged import IndicatorState, Judged, judge_on
from ntm_desktop.services.obstacles import ObstacleView
from ntm_desktop.services.works import WorkView
from ntm_desktop.text import count_words, format_date, office_time

REGRESSED = "regressed"
"""In place of ``CriterionState.UNMET``: one of its indicators fell."""
_WAITING = (State.WAITING, State.OVERDUE)


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment of capital as it stood on the day of the digest; đồng."""

    promiser: str
    subject: str
    promised: int
    allotted: int
    due: date

    @property
    def missing(self) -> int:
        return self.promised - self.allotted


@dataclass(frozen=True, slots=True)
class OpenObstacle:
    what: str
    subject: str
    level: Level
    since: date
    is_waiting: bool
    """It was sent to the level that must decide, and not answered yet."""


@dataclass(frozen=True, slots=True)
class Digest:
    name: str
    district: str
    illustrative: bool
    set_id: str
    set_title: str
    regime: str
    tier: str
    year: int
    deadline: date
    total: int
    met: int
    criteria: dict[str, str]
    """By code: a ``CriterionState``, or ``REGRESSED``."""
    works: int
    late_works: int
    debt: int
    missing_capital: int
    promises: tuple[Promise, ...]
    obstacles: tuple[OpenObstacle, ...]

    @property
    def left(self) -> int:
        """The 4 of “còn 04 tiêu chí”."""
        return self.total - self.met

    @property
    def regressed(self) -> tuple[str, ...]:
        return tuple(code for code, state in self.criteria.items() if state == REGRESSED)


@dataclass(frozen=True, slots=True)
class OpenCriterion:
    """One that is not met: which indicators, and what else is known of it."""

    code: str
    name: str
    state: str  # as in ``Digest.criteria``
    why: str
    held_up: str


@dataclass(frozen=True, slots=True)
class Detail:
    criteria: tuple[OpenCriterion, ...]


_ENCODER = msgspec.json.Encoder(order="deterministic")
_DIGEST = msgspec.json.Decoder(Digest)
_DETAIL = msgspec.json.Decoder(Detail)


def read(body: str) -> Digest | None:
    return _DIGEST.decode(body) if body else None


def read_detail(told: str) -> Detail:
    return _DETAIL.decode(told) if told else Detail(())


def keep(session: Session, *, anew: bool) -> None:
    """After a package of the commune was taken: with ``anew`` its rows are other ones now. No image is kept:
    all of it follows from the rows and can be made again."""
    known = session.rows(_ARRIVED.where(inbox.c.commune_id == session.commune_id))
    current = next((row for row in known if row["current"] and row["kind"] == "submission"), None)
    if current is None:
        return
    same = [row for row in known if (row["key"], row["epoch"]) == (current["key"], current["epoch"])]
    newest = max(row["seq"] for row in same)
    values = {
        "package_id": current["package_id"],
        "seq": current["seq"],
        "created_at": current["created_at"],
        "newest": newest,
        "missing": newest - len({row["seq"] for row in same}),
        "heard_at": max(row["applied_at"] for row in known),
    }
    of_commune = commune_digest.c.commune_id == session.commune_id
    if anew:
        session.connection.execute(commune_digest.delete().where(of_commune))
        made = _made(session.anew(), on=office_time(session.at).date())
        row = {"commune_id": session.commune_id, **values, **made}
        session.connection.execute(commune_digest.insert(), [row])
    else:
        session.connection.execute(commune_digest.update().where(of_commune).values(values))


_ARRIVED = select(
    *(inbox.c.key, inbox.c.epoch, inbox.c.seq, inbox.c.kind, inbox.c.package_id),
    *(inbox.c.created_at, inbox.c.applied_at, inbox.c.current),
).where(inbox.c.deleted == 0)


def renew(session: Session, *, on: date) -> None:
    """The same rows as of another day: a work that was in time may be late by now."""
    of_commune = commune_digest.c.commune_id == session.commune_id
    session.connection.execute(commune_digest.update().where(of_commune).values(_made(session, on=on)))


def _made(session: Session, *, on: date) -> dict[str, str]:
    try:
        digest, detail = make(session, on=on)
    except NtmError:  # of a criteria set that this program does not have: opening the commune says so
        return {"as_of": on.isoformat(), "body": "", "detail": ""}
    return {
        "as_of": on.isoformat(),
        "body": _ENCODER.encode(digest).decode(),
        "detail": _ENCODER.encode(detail).decode(),
    }


def make(session: Session, *, on: date) -> tuple[Digest, Detail]:
    row = session.row(live(commune, session))
    if row is None:
        raise LookupError("a submission without the commune")
    state = judge_on(session, on=on)
    built = works.table(session, on=on)
    held_up = obstacles.table(session, on=on).open
    return _digest(session, row, state, built, held_up), Detail(tuple(_open(state, built.rows, held_up)))


def _digest(
    session: Session,
    row: RowMapping,
    state: Judged,
    built: works.WorkTable,
    held_up: Sequence[ObstacleView],
) -> Digest:
    promises = commitments.table(session, on=state.on).rows
    return Digest(
        name=row["name"],
        district=row["district"] or "",
        illustrative=bool(row["illustrative"]),
        set_id=state.goal.set_id,
        set_title=state.criteria_set.short_title,
        regime=state.goal.regime,
        tier=state.goal.tier,
        year=state.goal.year,
        deadline=state.goal.deadline,
        total=state.criteria_total,
        met=state.criteria_met,
        criteria={one.code: _state(state, one) for one in state.criteria_set.criteria},
        works=len(built.rows),
        late_works=sum(one.state.is_late for one in built.rows),
        debt=sum(one.state.account.debt for one in built.rows),
        missing_capital=built.missing_capital,
        promises=tuple(
            Promise(one.promiser, one.subject, one.kept.promised, one.kept.allotted, one.due)
            for one in promises
        ),
        obstacles=tuple(
            OpenObstacle(one.what, one.subject, one.level, one.since, one.standing.state in _WAITING)
            for one in held_up
        ),
    )


def _state(state: Judged, criterion: Criterion) -> str:
    found = state.standing.state(criterion.code)
    fell = any(state.states[one.code].regression is not None for one in criterion.indicators)
    return REGRESSED if fell and found is CriterionState.UNMET else found.value


def _open(
    state: Judged, built: Sequence[WorkView], held_up: Sequence[ObstacleView]
) -> Iterator[OpenCriterion]:
    for criterion in state.criteria_set.criteria:
        found = _state(state, criterion)
        if found in (CriterionState.MET, CriterionState.NOT_APPLICABLE):
            continue
        states = [state.states[one.code] for one in criterion.indicators]
        why = "; ".join(_why(one) for one in states if one.judgement.verdict not in _SETTLED)
        waits = _waits(criterion.code, built, held_up)
        yield OpenCriterion(criterion.code, criterion.short_name, found, why, waits)


_SETTLED = (Verdict.MET, Verdict.NOT_APPLICABLE)


def _why(one: IndicatorState) -> str:
    code, verdict = one.indicator.official_code, one.judgement.verdict
    if verdict is Verdict.NO_TARGET:
        return f"{code} chưa có mức"
    if verdict is Verdict.NOT_ASSESSED:
        return f"{code} chưa đánh giá"
    value, level = indicators.value_text(one, short=True), target_text(one.indicator, one.targets, bare=True)
    fell = "tụt chuẩn" if one.regression is not None else "chưa đạt"
    if value.casefold() in ("", "chưa đạt"):
        return f"{code} {fell}"
    return f"{code}: {'tụt chuẩn, ' if one.regression is not None else ''}{value} ({level})"


def _waits(criterion: str, built: Sequence[WorkView], held_up: Sequence[ObstacleView]) -> str:
    late = [one.state.days_late for one in built if one.state.is_late and criterion in one.criteria]
    waiting = [one for one in held_up if one.criterion == criterion]
    parts = []
    if late:
        many = f"{count_words(len(late), 'công trình')} chậm đến" if len(late) > 1 else "công trình chậm"
        parts.append(f"{many} {max(late)} ngày")
    if waiting:
        parts.append(f"vướng mắc từ {format_date(waiting[0].since)}")
    return "; ".join(parts)
