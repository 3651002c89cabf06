"""What a row of the history, and a value in one of its columns, is called where people read it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import RowMapping, Table, select

from ntm_desktop.db.history import references
from ntm_desktop.db.models import (
    assessment,
    figure,
    goal,
    hamlet,
    narrative,
    target_override,
    threshold_override,
)
from ntm_desktop.db.session import Session
from ntm_desktop.documents.narratives import part_title
from ntm_desktop.documents.wording import VERDICT_WORDS
from ntm_desktop.domain.consultation import THRESHOLD_NAMES, THRESHOLD_UNITS, Threshold
from ntm_desktop.domain.contributions import Kind
from ntm_desktop.domain.criteria import Compare, CriteriaSet, Indicator, Measure
from ntm_desktop.domain.figures import FIGURES
from ntm_desktop.domain.goals import TIERS
from ntm_desktop.domain.judging import Verdict
from ntm_desktop.domain.targets import NO_TARGET_TEXT, judged_level_text
from ntm_desktop.domain.values import format_value, value_from_json
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.forms import load_regime, regime_ids
from ntm_desktop.services import criteria_sets, goals
from ntm_desktop.services.history_labels import CHOICES, YES_NO
from ntm_desktop.text import format_date, format_decimal, format_int, format_percent

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_TITLES = (
    "what",
    "promiser",
    "content",
    "name",
    "title",
    "giver",
    "plot",
    "code",
    "criterion",
    "part",
    "form",
    "decision",
    "condition",
    "key",
    "place",
    "note",
)


def title_of(session: Session, table: Table, content: Mapping[str, Any] | RowMapping) -> str:
    """What a person knows a row by."""
    if stage := content.get("stage"):
        return CHOICES["work_stage", "stage"][stage]
    if "regime" in content:
        return f"{_set_title(session, content)}, năm {content['year']}"
    name = next((name for name in _TITLES if content.get(name)), None)
    return "" if name is None else shown(session, table, content, name)


def name_of(session: Session, table: Table, content: Mapping[str, Any] | RowMapping) -> str:
    """Its title, or that of a row it belongs to: a withdrawal has none, and its gift may be known by the
    household alone."""
    if title := title_of(session, table, content):
        return title
    for column, parent in sorted(references(table), key=_says_least):
        row = session.row(
            select(parent).where(parent.c.commune_id == session.commune_id, parent.c.uid == content[column])
        )
        if row is not None and (title := name_of(session, parent, row)):
            return title
    return ""


def _says_least(reference: tuple[str, Table]) -> int:
    """A goal says least of what refers to it, then a hamlet."""
    return (hamlet, goal).index(reference[1]) + 1 if reference[1] in (hamlet, goal) else 0


def shown(session: Session, table: Table, content: Mapping[str, Any] | RowMapping, name: str) -> str:
    """What stands in a column, as people read it; "" of what is empty."""
    value = content.get(name)
    if table is target_override and name == "value" and content:
        return _level_text(session, content)
    if table is threshold_override and name in ("key", "value") and content:
        one = _threshold(session, content)
        return one.name if name == "key" else one.text
    if value is None or value == "":
        return ""
    if table is figure and name in ("name", "value") and (kind := FIGURES.get(content["name"])) is not None:
        return kind.name if name == "name" else kind.text(value)
    if table is narrative and name == "part":
        return part_title(content["paper"], value)
    if name in YES_NO:
        return "Có" if value else "Không"
    if (choices := CHOICES.get((table.name, name))) is not None:
        return choices.get(str(value), str(value))
    if name in ("quantity", "area") and content.get("kind") != Kind.MONEY:
        return format_decimal(value)
    if name == "share":
        return format_percent(value)
    if name == "verdict":
        return VERDICT_WORDS[Verdict(value)]
    parent = dict(references(table)).get(name)
    if parent is not None:
        row = session.row(
            select(parent).where(parent.c.commune_id == session.commune_id, parent.c.uid == value)
        )
        return title_of(session, parent, row) if row else ""
    if name == "code" and "set_id" in content:
        return _official(session, content)
    if name == "set_id":
        return _set_title(session, content)
    if name == "part" and (indicator := _indicator_of(session, content)) is not None:
        return next((part.name for part in indicator.parts if part.key == value), str(value))
    if names := _goal_names(session, table, content, name):
        return names.get(str(value), str(value))
    if table is assessment and name == "value":
        return _value_text(session, content)
    if isinstance(value, int):
        return str(value) if name in ("year", "position") else format_int(value)
    return format_date(date.fromisoformat(value)) if _ISO_DATE.fullmatch(value) else str(value)


def _value_text(session: Session, content: Mapping[str, Any] | RowMapping) -> str:
    """As the indicator reads it; as stored when its set is no longer here."""
    criteria = _set_of(session, content)
    if criteria is None:
        return str(content["value"])
    indicator = criteria.on(date.fromisoformat(content["as_of"])).indicator(content["code"])
    return format_value(indicator, value_from_json(content["value"])) if indicator else str(content["value"])


def _official(session: Session, content: Mapping[str, Any] | RowMapping) -> str:
    """The code as the decision prints it; as stored when its set is no longer here."""
    criteria = _set_of(session, content)
    return criteria.official(content["code"]) if criteria else str(content["code"])


def _set_title(session: Session, content: Mapping[str, Any] | RowMapping) -> str:
    found = _set_of(session, content)
    return found.short_title if found else str(content["set_id"])


def _goal_names(
    session: Session, table: Table, content: Mapping[str, Any] | RowMapping, name: str
) -> Mapping[str, str]:
    """What the keys in a column of a goal, or of a level, are called."""
    if name == "profile" and (criteria := _set_of(session, content)) is not None:
        return {profile.id: profile.name for profile in criteria.profiles}
    if table is not goal:
        return {}
    if name == "regime":
        return dict(goals.regimes())
    return TIERS if name == "tier" else {}


def _level_text(session: Session, content: Mapping[str, Any] | RowMapping) -> str:
    """The level as it is judged; as stored when its set is no longer here."""
    value, indicator = content["value"], _indicator_of(session, content)
    if value is None:
        return NO_TARGET_TEXT
    parts = indicator.parts if indicator else ()
    part = next((part for part in parts if part.key == content["part"]), None)
    if part is None:
        return format_int(value)
    measured = replace(
        part,
        measure=Measure(content["measure"]),
        compare=Compare(content["compare"]),
        unit=content["unit"],
    )
    return judged_level_text(measured, value, named=True)


def _threshold(session: Session, content: Mapping[str, Any] | RowMapping) -> Threshold:
    """The figure with the name and unit that it has in the regime of its goal."""
    key, value = content["key"], content["value"]
    row = session.row(
        select(goal).where(goal.c.commune_id == session.commune_id, goal.c.uid == content["goal_uid"])
    )
    known = load_regime(row["regime"]).threshold(key) if row and row["regime"] in regime_ids() else None
    name = known.name if known else THRESHOLD_NAMES.get(key, key)
    unit = known.unit if known else THRESHOLD_UNITS.get(key, "%")
    return Threshold(key, name, value, unit, bool(content["confirmed"]), content["source"], own=True)


def _indicator_of(session: Session, content: Mapping[str, Any] | RowMapping) -> Indicator | None:
    if not content.get("code") or "set_id" not in content:
        return None
    criteria = _set_of(session, content)
    return criteria.indicator(content["code"]) if criteria else None


def _set_of(session: Session, content: Mapping[str, Any] | RowMapping) -> CriteriaSet | None:
    try:
        return criteria_sets.load(session, set_id=content["set_id"])
    except NtmError:
        return None
