"""Goals (đăng ký mục tiêu): which set, procedure, tier, year and threshold profile hold from a day on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, remove, update
from ntm_desktop.db.models import commune, goal, narrative
from ntm_desktop.db.session import Session, live, until_written
from ntm_desktop.domain.criteria import CriteriaSet
from ntm_desktop.domain.facts import FIRST_SET
from ntm_desktop.domain.goals import TIERS, YEARS, Goal, goal_on
from ntm_desktop.domain.goals import usual_regime as usual_regime
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.forms import load_regime, regime_ids
from ntm_desktop.services import criteria_sets
from ntm_desktop.services.fields import line
from ntm_desktop.text import format_date, office_time


@until_written(goal)
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
    uid: str | None = None,
) -> Changes:
    """A new goal from a day on, earlier ones stay; or mends the one of ``uid``, which was registered wrongly.

    Where none is given, regime is the usual one, tier the set's and the deadline the end of the year.
    """
    criteria_set = criteria_sets.load(session, set_id=set_id)
    problems = problems_of(
        criteria_set,
        profile=profile,
        year=year,
        regime=regime,
        tier=tier,
        valid_from=valid_from,
        today=office_time(session.at).date(),
    )
    if problems:
        raise NtmError(problems[0] if len(problems) == 1 else "Không đăng ký được mục tiêu này.", problems)
    if any(known.valid_from == valid_from and known.uid != uid for known in list_goals(session)):
        raise NtmError(
            f"Đã có mục tiêu áp dụng từ ngày {format_date(valid_from)}. Sửa mục tiêu đó hoặc chọn ngày khác."
        )
    values = {
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
    if uid is not None:
        return update(session, goal, uid, values)
    return insert(session, goal, [{"uid": session.new_uid(), **values}])


def remove_goal(session: Session, *, uid: str) -> Changes:
    """For one registered by mistake; the only goal cannot go. What was worded for it stays, with the goal
    that then is in force on the day it was worded."""
    others = [known for known in list_goals(session) if known.uid != uid]
    if not others:
        raise NtmError("Không xóa được mục tiêu duy nhất. Đăng ký mục tiêu mới trước, rồi xóa mục tiêu này.")
    return _hand_over_narratives(session, uid, others) | remove(session, goal, [uid])


def _hand_over_narratives(session: Session, uid: str, others: Sequence[Goal]) -> Changes:
    worded = live(narrative, session).where(narrative.c.goal_uid == uid).order_by(narrative.c.seq)
    rows = session.rows(worded)
    kept = [
        {
            **{name: row[name] for name in ("paper", "part", "body", "on_date", "seq")},
            "goal_uid": goal_on(others, date.fromisoformat(row["on_date"])).uid,
        }
        for row in rows
    ]
    return remove(session, narrative, [row["uid"] for row in rows]) | insert(session, narrative, kept)


def _district(session: Session) -> str:
    row = session.row(live(commune, session))
    return (row["district"] or "") if row is not None else ""


def problems_of(
    criteria_set: CriteriaSet | None,
    *,
    profile: str,
    year: int,
    regime: str,
    tier: str,
    valid_from: date,
    today: date,
) -> list[str]:
    """All that is wrong with a goal to be registered; without a set, all that does not depend on one."""
    problems = _against_set(criteria_set, profile=profile, year=year, tier=tier) if criteria_set else []
    if year not in YEARS:
        problems.append(f"Năm đăng ký {year} không hợp lý. Nhập năm bốn chữ số, ví dụ 2021.")
    if regime and regime not in regime_ids():
        problems.append(f"Không có trình tự công nhận “{regime}”. Chọn một trong: {', '.join(regime_ids())}.")
    if tier and tier not in TIERS:
        problems.append(f"Không có danh hiệu “{tier}”. Chọn một trong: {', '.join(TIERS)}.")
    latest = date(min(max(year, today.year) + 1, date.max.year), 12, 31)
    if not FIRST_SET <= valid_from <= latest:
        problems.append(
            f"Mục tiêu không thể áp dụng từ ngày {format_date(valid_from)}. Nhập ngày từ "
            f"{format_date(FIRST_SET)} đến {format_date(latest)}."
        )
    return problems


def _against_set(criteria_set: CriteriaSet, *, profile: str, year: int, tier: str) -> list[str]:
    problems = []
    profiles = {known.id for known in criteria_set.profiles}
    if profiles and profile not in profiles:
        names = ", ".join(f"{known.id} ({known.name})" for known in criteria_set.profiles)
        problems.append(f"Bộ tiêu chí không có mức áp dụng “{profile}”. Chọn một trong: {names}.")
    first, last = criteria_set.period
    if YEARS[0] <= year < first:
        problems.append(
            f"Năm đăng ký {year} ở trước thời kỳ của {criteria_set.short_title} ({first}–{last}). "
            "Sửa năm hoặc chọn bộ tiêu chí của năm đó."
        )
    if tier in TIERS and tier != criteria_set.tier:
        problems.append(
            f"{criteria_set.short_title} dùng để xét xã {TIERS[criteria_set.tier]}, không phải xã "
            f"{TIERS[tier]}. {_set_of(tier)}"
        )
    return problems


def _set_of(tier: str) -> str:
    """What to do about a tier that the chosen set is not for."""
    shipped = [one for one in criteria_sets.builtin_choices() if one.tier == tier]
    if shipped:
        named = "; ".join(f"{one.short_title} ({one.id})" for one in shipped)
        return f"Chọn bộ tiêu chí của danh hiệu đó: {named}."
    return (
        "Chương trình không kèm bộ tiêu chí của danh hiệu đó. Lập xã theo một bộ có sẵn; khi có tệp bộ tiêu "
        "chí thì mở Thiết lập, thẻ Mục tiêu, bấm Nhận bộ tiêu chí từ tệp rồi đăng ký mục tiêu theo bộ đó."
    )
