"""Figures of the procedure as they hold for a goal: the regime's, and in their place those of the province.

A figure that the regime does not know stays unknown until somebody enters it with its document.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import RowMapping

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, remove, update
from ntm_desktop.db.models import threshold_override
from ntm_desktop.db.session import Session, live
from ntm_desktop.domain.consultation import THRESHOLD_NAMES, THRESHOLD_UNITS, Threshold
from ntm_desktop.domain.criteria import Verification
from ntm_desktop.errors import EntryRefused, NtmError
from ntm_desktop.packs.forms import load_regime
from ntm_desktop.packs.provenance import shown
from ntm_desktop.services import goals
from ntm_desktop.services.confirming import provenance, refuse_unsourced

_MOST = {"%": 10_000}  # of other units 365
_NOT_THERE = "trình tự đang dùng không nêu"


def thresholds(session: Session, *, on: date) -> tuple[Threshold, ...]:
    """Each figure of the goal's regime, then those that the rules would use and the regime does not have."""
    goal = goals.current(session, on=on)
    regime = load_regime(goal.regime)
    own = _own(session, goal.uid)
    found = [
        Threshold(
            key=one.key,
            name=one.name,
            value=one.value,
            unit=one.unit,
            confirmed=one.verification is Verification.CONFIRMED,
            source=shown(one.source),
        )
        for one in regime.thresholds_of(goal.tier)
    ]
    known = {one.key for one in found}
    found += [
        Threshold(key, name, None, THRESHOLD_UNITS.get(key, "%"), False, _NOT_THERE, asked=False)
        for key, name in THRESHOLD_NAMES.items()
        if key not in known
    ]
    return tuple(_in_its_place(one, own.get(one.key)) for one in found)


def save_threshold(
    session: Session,
    *,
    key: str,
    value: int | None,
    source: str,
    today: date,
    confirmed: bool = False,
    by: str = "",
) -> Changes:
    """The figure of the goal in force, instead of the regime's; ``confirmed``: ``by`` held it against the
    document named in ``source``. None: there is no figure yet, whatever the regime says."""
    one = next((one for one in thresholds(session, on=today) if one.key == key), None)
    if one is None:
        raise NtmError("Trình tự đang dùng không có mức này. Tải lại trang Lấy ý kiến.")
    _check(one, value, source=source, confirmed=confirmed, by=by)
    goal = goals.current(session, on=today)
    said = provenance(source=source, confirmed=confirmed, by=by, today=today)
    values = {"value": value, **said}
    known = _own(session, goal.uid).get(key)
    if known is not None:
        return update(session, threshold_override, known["uid"], values)
    row = {"uid": session.new_uid(), "goal_uid": goal.uid, "key": key, **values}
    return insert(session, threshold_override, [row])


def remove_threshold(session: Session, *, key: str, today: date) -> Changes:
    """The regime's figure holds again."""
    known = _own(session, goals.current(session, on=today).uid).get(key)
    if known is None:
        raise NtmError("Mức này chưa nhập riêng. Tải lại trang Lấy ý kiến để thấy mức đang dùng.")
    return remove(session, threshold_override, [known["uid"]])


def _own(session: Session, goal_uid: str) -> Mapping[str, RowMapping]:
    query = live(threshold_override, session).where(threshold_override.c.goal_uid == goal_uid)
    return {row["key"]: row for row in session.rows(query)}


def _in_its_place(one: Threshold, own: Mapping[str, Any] | RowMapping | None) -> Threshold:
    if own is None:
        return one
    return Threshold(
        key=one.key,
        name=one.name,
        value=own["value"],
        unit=one.unit,
        confirmed=bool(own["confirmed"]),
        source=own["source"],
        own=True,
    )


def _check(one: Threshold, value: int | None, *, source: str, confirmed: bool, by: str) -> None:
    most = _MOST.get(one.unit, 365)
    if value is not None and not 0 < value <= most:
        shown = "100%" if one.unit == "%" else f"{most} {one.unit}"
        raise EntryRefused("value", f"{one.name} phải lớn hơn 0 và không quá {shown}. Nhập lại mức.")
    if confirmed and value is None:
        raise EntryRefused("confirmed", "Chưa có mức nên chưa đối chiếu được. Nhập mức trước.")
    if value is not None:
        refuse_unsourced(one.name, source=source, confirmed=confirmed, by=by)
