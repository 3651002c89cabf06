"""What the authority learns of households, land and gifts: sums, made at a freeze and read at the other side.

The rows themselves name people and stay in the commune (docs/package-format.md §5).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from ntm_desktop.db.models import (
    clearance,
    clearance_event,
    clearance_total,
    contribution,
    contribution_total,
    contribution_withdrawal,
    work,
)
from ntm_desktop.db.session import Session, live, named_uid, names, once
from ntm_desktop.domain.contributions import Gift, GiverKind, Kind, Valued
from ntm_desktop.domain.contributions import totals as summed

Households = Mapping[tuple[str, str | None], int]
"""By scope (commune, hamlet, work) and which of them: how many households gave anything."""
_PART, _COMMUNE, _HAMLET, _WORK = "part", "commune", "hamlet", "work"
_DATED = (
    (contribution, contribution.c.on_date),
    (contribution_withdrawal, contribution_withdrawal.c.on_date),
    (clearance, clearance.c.since),
    (clearance_event, clearance_event.c.on_date),
)


@dataclass(frozen=True, slots=True)
class LandTotal:
    """The land that a work needs. Areas in thousandths of m², money in đồng."""

    work_uid: str
    plots: int
    open_plots: int
    waiting: int
    """Households that have not handed over all their land."""
    area: int
    open_area: int
    decided: int
    paid: int
    unpaid: int
    handed_over: date | None


def last_day(session: Session, on: date) -> date:
    """A day by which all that was recorded has happened: ``on``, or a later one that something is dated."""
    newest = (
        session.scalar(select(func.max(day)).where(table.c.commune_id == session.commune_id))
        for table, day in _DATED
    )
    return max([on, *(date.fromisoformat(day) for day in newest if day is not None)])


def rows_of_gifts(gifts: Sequence[Valued]) -> list[dict[str, Any]]:
    """Of ``contribution_total``."""
    parts: dict[tuple[Any, ...], list[Valued]] = {}
    for one in gifts:
        gift, month = one.gift, f"{one.gift.on:%Y-%m}"  # of which reports are made
        key = (gift.hamlet, gift.work, month, gift.giver, gift.kind, gift.unit, one.value is None)
        parts.setdefault(key, []).append(one)
    rows = [_part(key, part) for key, part in parts.items()]
    scopes: dict[tuple[str, str | None], list[Valued]] = {(_COMMUNE, None): list(gifts)} if gifts else {}
    for one in gifts:
        for scope, which in ((_HAMLET, one.gift.hamlet), (_WORK, one.gift.work)):
            scopes.setdefault((scope, which), []).append(one)
    return rows + [_count(scope, which, summed(part).households) for (scope, which), part in scopes.items()]


def _part(key: tuple[Any, ...], gifts: Sequence[Valued]) -> dict[str, Any]:
    hamlet, work, _month, giver, kind, unit, without_value = key
    return {
        "uid": named_uid(_PART, *key),
        "scope": _PART,
        "hamlet_uid": hamlet,
        "work_uid": work,
        "on_date": max(one.gift.on for one in gifts).isoformat(),
        "giver_kind": giver.value,
        "kind": kind.value,
        "unit": unit,
        "quantity": sum(one.gift.quantity for one in gifts),
        "value": None if without_value else sum(one.value or 0 for one in gifts),
        "gifts": len(gifts),
        "households": 0,
    }


def _count(scope: str, which: str | None, households: int) -> dict[str, Any]:
    return {
        "uid": named_uid(scope, which),
        "scope": scope,
        "hamlet_uid": which if scope == _HAMLET else None,
        "work_uid": which if scope == _WORK else None,
        "on_date": "",
        "giver_kind": "",
        "kind": "",
        "unit": "",
        "quantity": 0,
        "value": None,
        "gifts": 0,
        "households": households,
    }


def rows_of_land(land: Iterable[LandTotal]) -> list[dict[str, Any]]:
    """Of ``clearance_total``."""
    return [
        {
            "uid": named_uid("land", one.work_uid),
            "work_uid": one.work_uid,
            "plots": one.plots,
            "open_plots": one.open_plots,
            "waiting": one.waiting,
            "area": one.area,
            "open_area": one.open_area,
            "decided": one.decided,
            "paid": one.paid,
            "unpaid": one.unpaid,
            "handed_over": one.handed_over.isoformat() if one.handed_over else None,
        }
        for one in land
    ]


def given(session: Session, *, on: date) -> tuple[tuple[Valued, ...], Households]:
    """What an authority has in place of gifts: sums by hamlet, work, month, kind of giver and of gift."""
    parts: list[Valued] = []
    households: dict[tuple[str, str | None], int] = {}
    for row in session.rows(live(contribution_total, session).order_by(contribution_total.c.uid)):
        if row["scope"] != _PART:
            households[row["scope"], row["hamlet_uid"] or row["work_uid"]] = row["households"]
        elif row["on_date"] <= on.isoformat():
            gift = Gift(
                kind=Kind(row["kind"]),
                quantity=row["quantity"],
                unit=row["unit"],
                on=date.fromisoformat(row["on_date"]),
                giver=GiverKind(row["giver_kind"]),
                hamlet=row["hamlet_uid"],
                work=row["work_uid"],
                uid=row["uid"],
            )
            parts += [Valued(gift, None, None, row["value"], row["gifts"])]
    return tuple(parts), households


@once
def land(session: Session) -> tuple[LandTotal, ...]:
    """What an authority has in place of plots, by work in the office's own order."""
    return tuple(_land(session))


def _land(session: Session) -> Iterator[LandTotal]:
    order = names(work, session, work.c.position)
    known = {row["work_uid"]: row for row in session.rows(live(clearance_total, session))}
    for row in (known[uid] for uid in order if uid in known):
        handed = row["handed_over"]
        counted = {name: row[name] for name in ("plots", "open_plots", "waiting", "area", "open_area")}
        paid = {name: row[name] for name in ("decided", "paid", "unpaid")}
        yield LandTotal(
            work_uid=row["work_uid"],
            **counted,
            **paid,
            handed_over=date.fromisoformat(handed) if handed else None,
        )
