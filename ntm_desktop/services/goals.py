"""Goals (đăng ký mục tiêu): which set, procedure, tier, year and threshold profile hold from a day on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, remove, update
from ntm_desktop.db.models import commune, goal
from ntm_desktop.db.session import Session, live, until_written
from ntm_desktop.domain.criteria import CriteriaSet
from ntm_desktop.domain.goals import Goal, goal_on
from ntm_desktop.domain.goals import usual_regime as usual_regime
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.forms import load_regime, regime_ids
from ntm_desktop.services import criteria_sets
from ntm_desktop.services.fields import line
from ntm_desktop.text import format_date

TIERS = {"ntm": "nông thôn mới", "nang-cao": "nông thôn mới nâng cao"}
"""Tier of a set as the titles of the papers say it; another tier is said as the set names it."""


@until_written
def list_goals(session: Session) -> tuple[Goal, ...]:
    """By the day from which they hold; of one day the later registered comes last."""
    return tuple(
        Goal(
            uid=row["uid"],
            set_id=row["set_id"],
            set_version=row["set_version"],
            regime=row["regime"],
            tier=row["tier"],
            year=row["year"],
            profile=row["profile"],
            profile_ground=row["profile_ground"],
            valid_from=date.fromisoformat(row["valid_from"]),
            deadline=date.fromisoformat(row["deadline"]),
        )
        for row in session.rows(live(goal, session).order_by(goal.c.valid_from, goal.c.uid))
    )


def current(session: Session, *, on: date) -> Goal:
    goals = list_goals(session)
    if not goals:
        raise NtmError("Xã chưa đăng ký mục tiêu. Vào Thiết lập, mục Mục tiêu để chọn bộ tiêu chí và năm.")
    return goal_on(goals, on)


def regimes() -> tuple[tuple[str, str], ...]:
    """Id and title of each procedure that a goal may name; sessionless."""
    return tuple((regime_id, load_regime(regime_id).title) for regime_id in regime_ids())


def regime_names() -> Mapping[str, str]:
    """By id, each procedure as a column that is called "Trình tự" names it; sessionless."""
    return {regime_id: load_regime(regime_id).short_title for regime_id in regime_ids()}


def register(
    session: Session,
    *,
    set_id: str,
    year: int,
    profile: str,
    valid_from: date,
    deadline: date | None = None,
    profile_ground: str = "",
    regime: str = "",
    tier: str = "",
) -> Changes:
    """A new goal from a day on; earlier ones stay.

    Where none is given, regime is the usual one, tier the set's and the deadline the end of the year.
    """
    content = _content(
        session,
        uid=None,
        set_id=set_id,
        year=year,
        profile=profile,
        valid_from=valid_from,
        deadline=deadline,
        profile_ground=profile_ground,
        regime=regime,
        tier=tier,
    )
    return insert(session, goal, [{"uid": session.new_uid(), **content}])


def correct(
    session: Session,
    *,
    uid: str,
    set_id: str,
    year: int,
    profile: str,
    valid_from: date,
    deadline: date | None = None,
    profile_ground: str = "",
    regime: str = "",
    tier: str = "",
) -> Changes:
    """Mends a goal that was registered wrongly; it stays the same goal. Fields as in ``register``."""
    content = _content(
        session,
        uid=uid,
        set_id=set_id,
        year=year,
        profile=profile,
        valid_from=valid_from,
        deadline=deadline,
        profile_ground=profile_ground,
        regime=regime,
        tier=tier,
    )
    return update(session, goal, uid, content)


def remove_goal(session: Session, *, uid: str) -> Changes:
    """For one registered by mistake; the only goal cannot go."""
    if len(list_goals(session)) == 1:
        raise NtmError("Không xóa được mục tiêu duy nhất. Đăng ký mục tiêu mới trước, rồi xóa mục tiêu này.")
    return remove(session, goal, [uid])


def _content(
    session: Session,
    *,
    uid: str | None,
    set_id: str,
    year: int,
    profile: str,
    valid_from: date,
    deadline: date | None,
    profile_ground: str,
    regime: str,
    tier: str,
) -> dict[str, str | int]:
    """The columns of a checked goal; ``uid`` is the one that is being corrected."""
    criteria_set = criteria_sets.load(session, set_id=set_id)
    problems = problems_of(criteria_set, profile=profile, year=year, regime=regime)
    if problems:
        raise NtmError(problems[0] if len(problems) == 1 else "Không đăng ký được mục tiêu này.", problems)
    if any(known.valid_from == valid_from and known.uid != uid for known in list_goals(session)):
        raise NtmError(
            f"Đã có mục tiêu áp dụng từ ngày {format_date(valid_from)}. Sửa mục tiêu đó hoặc chọn ngày khác."
        )
    return {
        "set_id": set_id,
        "set_version": criteria_set.version,
        "regime": regime
        or usual_regime(criteria_set.default_regime, district=_district(session), on=valid_from, year=year),
        "tier": tier or criteria_set.tier,
        "year": year,
        "profile": profile,
        "profile_ground": line(profile_ground),
        "valid_from": valid_from.isoformat(),
        "deadline": (deadline or date(year, 12, 31)).isoformat(),
    }


def _district(session: Session) -> str:
    row = session.row(live(commune, session))
    return (row["district"] or "") if row is not None else ""


def problems_of(criteria_set: CriteriaSet | None, *, profile: str, year: int, regime: str) -> list[str]:
    """All that is wrong with a goal to be registered; without a set, all but the profile."""
    problems = []
    profiles = {known.id for known in criteria_set.profiles} if criteria_set else set()
    if criteria_set and profiles and profile not in profiles:
        names = ", ".join(f"{known.id} ({known.name})" for known in criteria_set.profiles)
        problems.append(f"Bộ tiêu chí không có mức áp dụng “{profile}”. Chọn một trong: {names}.")
    if not 2009 <= year <= 2100:
        problems.append(f"Năm đăng ký {year} không hợp lý. Nhập năm bốn chữ số, ví dụ 2021.")
    if regime and regime not in regime_ids():
        problems.append(f"Không có trình tự công nhận “{regime}”. Chọn một trong: {', '.join(regime_ids())}.")
    return problems
