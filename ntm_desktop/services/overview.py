"""The overview: are we going to make it? Fills ``domain.overview.Overview``, which the window also caches."""

from __future__ import annotations

from datetime import date, datetime

from ntm_desktop.db import chain
from ntm_desktop.db.session import Session
from ntm_desktop.domain.alerts import SEVERE, WORDS, Alert
from ntm_desktop.domain.criteria import Indicator, SetState, missing_levels
from ntm_desktop.domain.forecast import outlook
from ntm_desktop.domain.overview import (
    Capital,
    Link,
    Notice,
    Obstacles,
    OpenObstacle,
    Overview,
    Tile,
    UrgentWork,
    Works,
)
from ntm_desktop.domain.readiness import open_count
from ntm_desktop.domain.standing import revocation_warning
from ntm_desktop.services import (
    commune,
    dossier,
    forecasts,
    history,
    indicators,
    obstacles,
    people,
    remarks,
    todo,
    works,
)
from ntm_desktop.services.judged import Judged, judge_on
from ntm_desktop.services.obstacles import ObstacleTable
from ntm_desktop.services.works import WorkTable, WorkView
from ntm_desktop.text import bare_place, count_words, format_date, office_time

_WORKS, _OBSTACLES = 4, 3
"""So many of each are told by name; the whole list is on their page."""


def head(session: Session) -> str:
    """What an overview is kept under: while it stays the same, the overview does."""
    return chain.head(session)


def load(
    session: Session,
    *,
    today: date,
    on: date | None = None,
    now: datetime | None = None,
    person: str = "",
    last_backup: str = "",
) -> Overview:
    """As of ``on``, default today; the person defaults to the lead, the backup to the newest copy.

    With ``now`` it tells when the PC's clock went back.
    """
    state = judge_on(session, on=on or today)
    view = commune.load(session)
    goal = state.goal
    prospect = outlook(
        state.criteria_set,
        state.standing,
        waits=forecasts.awaited_on(session, set_id=goal.set_id, on=state.on),
        deadline=goal.deadline,
        today=state.on,
    )
    table = indicators.table_of(session, state)
    rows = [one for row in table.criteria for one in row.indicators]
    lines = dossier.readiness_of(session, state, today=state.on)
    built = works.table(session, on=state.on)
    return Overview(
        commune=view.name[:1].upper() + view.name[1:],
        where=", ".join(bare_place(name) for name in (view.district, view.province) if name),
        set_title=state.criteria_set.short_title,
        goal=f"Đăng ký đạt chuẩn {goal.year}",
        illustrative=view.illustrative,
        on=state.on,
        deadline=goal.deadline,
        days_left=(goal.deadline - state.on).days,
        total=state.standing.total,
        met=state.criteria_met,
        unmet_codes=state.standing.unmet_codes,
        undecided_codes=state.standing.undecided_codes,
        indicator_counts=tuple(
            (verdict.value, count) for verdict, count in state.standing.indicator_counts().items()
        ),
        forecast=prospect.forecast,
        causes=prospect.causes,
        tiles=tuple(
            Tile(
                code=row.code,
                name=row.name,
                short_name=row.short_name,
                state=row.state,
                met=row.met,
                applicable=row.applicable,
                regressed=row.regressed,
            )
            for row in table.criteria
        ),
        todos=todo.todos_of(session, state, lines, today=state.on),
        warnings=_warnings(
            session,
            state,
            now=now,
            unverified=sum(one.unverified for one in rows),
        ),
        decisions=remarks.decisions(session),
        works=_works(built),
        capital=Capital(
            total=built.total,
            committed=built.amounts.committed,
            allotted=built.amounts.allotted,
            allotted_rate=built.amounts.allotment_rate,
            disbursed=built.amounts.disbursed,
            disbursed_rate=built.amounts.disbursement_rate,
            missing=built.missing_capital,
        ),
        obstacles=_obstacles(obstacles.table(session, on=state.on)),
        to_do_indicators=sum(one.needs_action for one in rows),
        to_do_dossier=open_count(lines),
        person=person or people.lead_label(session),
        last_backup=last_backup or _last_backup(session),
        undoable=history.next_to_undo(session),
    )


def _works(table: WorkTable) -> Works:
    """Those that are late come first, the latest before others; then by how urgent their alarm is."""
    order = list(Alert)
    found = [row for row in table.rows if row.warnings]
    found.sort(key=lambda row: (-row.state.days_late, order.index(row.warnings[0].alert)))
    return Works(len(table.rows), table.need_action, tuple(map(_urgent, found[:_WORKS])))


def _urgent(row: WorkView) -> UrgentWork:
    first = row.warnings[0]
    return UrgentWork(
        uid=row.uid,
        name=row.name,
        word=WORDS[first.alert],
        severe=first.alert in SEVERE,
        why=first.text,
        delay=row.state.days_late,
        debt=row.state.account.debt if first.alert is Alert.DEBT else 0,
    )


def _obstacles(table: ObstacleTable) -> Obstacles:
    found = table.open
    oldest = (OpenObstacle(row.uid, row.what, row.level, row.standing.age) for row in found[:_OBSTACLES])
    return Obstacles(len(found), tuple(oldest))


def _warnings(
    session: Session, state: Judged, *, now: datetime | None, unverified: int
) -> tuple[Notice, ...]:
    """``unverified``: so many indicators have a target that nobody has checked."""
    warnings = []
    if cut_off := chain.cut_off(session):
        warnings.append(Notice(cut_off, "Xem các bản sao lưu", Link("thiet-lap", "sao-luu")))
    if now is not None and (clock := chain.clock_warning(session, now)):
        warnings.append(Notice(clock))
    revocation = revocation_warning(state.criteria_set, state.standing)
    if revocation is not None:
        warnings.append(Notice(revocation.sentence))
    if doubt := state.criteria_set.doubt:
        warnings.append(Notice(doubt, "Nhận bộ tiêu chí từ tệp", Link("thiet-lap", "bo-tieu-chi")))
    if state.criteria_set.state is SetState.SKELETON:
        sentence = f"{state.criteria_set.short_title} chưa có chỉ tiêu trong chương trình."
        warnings.append(Notice(sentence, "Nhận bộ tiêu chí từ tệp", Link("thiet-lap", "bo-tieu-chi")))
    elif missing := missing_levels(_lacking(state)):
        sentence = f"{state.criteria_set.short_title} {missing}."
        warnings.append(Notice(sentence, "Nhập mức", Link("thiet-lap", "muc")))
    if unverified:
        sentence = f"Mức của {count_words(unverified, 'chỉ tiêu')} chưa đối chiếu, ghi dấu (*)."
        warnings.append(Notice(sentence, "Đối chiếu mức", Link("thiet-lap", "muc")))
    return tuple(warnings)


def _lacking(state: Judged) -> list[Indicator]:
    """What has no level for the commune's own profile and year, with what was entered for it."""
    return [
        one.indicator
        for one in state.states.values()
        if any(found is None or found.target.value is None for found in one.targets.values())
    ]


def _last_backup(session: Session) -> str:
    made = todo.newest_backup(session)
    if made is None:
        return ""
    local = office_time(made)
    return f"{format_date(local.date())} {local:%H:%M}"
