"""Targets (mức đạt chuẩn): what applies to whom, values set by province or commune, and who checked them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, remove, update
from ntm_desktop.db.models import target_confirmation, target_override
from ntm_desktop.db.session import Session, live
from ntm_desktop.domain.confirmations import (
    CheckedLevel,
    checked_level,
    decisions,
    levels_by,
    levels_to_json,
)
from ntm_desktop.domain.criteria import Indicator, Part, Verification
from ntm_desktop.domain.judging import TargetLevel, Verdict
from ntm_desktop.domain.targets import Override, level_text, part_target_text, source_text
from ntm_desktop.domain.values import parse_value
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.overlay import overrides_of, read_overlay
from ntm_desktop.services import commune, criteria_sets
from ntm_desktop.services.fields import iso, line, required
from ntm_desktop.services.judged import Yardstick, judge_on, yardstick
from ntm_desktop.text import search_key


@dataclass(frozen=True, slots=True)
class TargetRow:
    code: str
    official_code: str
    part: str
    text: str  # of the indicator; of one with several parts the part comes first: rows show the beginning
    target_text: str
    source: str
    verification: Verification | None  # None: no target yet
    set_by_province: bool
    override_uid: str | None  # the row of the commune or province that applies
    decision: str  # of the level
    decided: date | None
    borrowed: bool = False  # the level of another year, there is none for the goal's
    left_out: bool = False  # the indicator is not assessed in this commune: nobody waits for its level

    @property
    def waits(self) -> bool:
        """Somebody should check it against the document: counted as the papers and *Tổng quan* count."""
        return self.verification is Verification.UNVERIFIED and not self.left_out


def table(session: Session, *, on: date) -> tuple[TargetRow, ...]:
    """Each part of each indicator with the target that applies on a day."""
    rule, states = yardstick(session, on=on), judge_on(session, on=on).states
    names = {profile.id: profile.name for profile in rule.criteria_set.profiles}
    entered = session.rows(
        live(target_override, session).where(target_override.c.set_id == rule.criteria_set.id)
    )
    own = {
        (row["level"], row["code"], row["part"], row["profile"], row["year"]): row["uid"]
        for row in sorted(entered, key=lambda row: row["valid_from"] or "")  # of several the newest stays
        if (row["valid_from"] or "") <= on.isoformat()
    }
    rows = []
    for indicator in rule.criteria_set.indicators():
        resolved = rule.targets(indicator)
        for part in indicator.parts:
            one = resolved[part.key]
            known = one is not None and one.target.value is not None
            key = one and (one.level.value, indicator.code, part.key, one.target.profile, one.target.year)
            rows.append(
                TargetRow(
                    code=indicator.code,
                    official_code=indicator.official_code,
                    part=part.key,
                    text=_row_text(indicator, part),
                    target_text=part_target_text(one, named=True),
                    source=source_text(one, names.get(rule.goal.profile, "")) if known else "",
                    verification=one.target.verification if one is not None and known else None,
                    set_by_province=indicator.set_by_province,
                    override_uid=own.get(key) if key else None,
                    decision=one.target.provenance.decision if one is not None else "",
                    decided=one.target.provenance.issued if one is not None else None,
                    borrowed=one is not None and one.target.year not in (None, rule.goal.year),
                    left_out=states[indicator.code].judgement.verdict is Verdict.NOT_APPLICABLE,
                )
            )
    return tuple(rows)


def newest_decision(rows: Sequence[TargetRow]) -> tuple[str, date | None] | None:
    """The newest one that own levels were entered from: the next level mostly stands in it too."""
    own = [(row.decision, row.decided) for row in rows if row.override_uid is not None]
    return max(own, key=lambda one: one[1] or date.min, default=None)


def left_by_table(rows: Sequence[TargetRow], decision: str) -> tuple[tuple[TargetRow, str], ...]:
    """Of the levels that wait those that a check of its whole table leaves, each with the reason."""
    found = []
    for row in rows:
        if not row.waits:
            continue
        if row.override_uid is not None:
            found.append((row, "mức riêng của tỉnh, của xã"))
        elif row.borrowed:
            found.append((row, "mức của năm khác"))
        elif search_key(row.decision) != search_key(decision):
            found.append((row, f"theo {row.decision}"))
    return tuple(found)


def _row_text(indicator: Indicator, part: Part) -> str:
    if len(indicator.parts) == 1:
        return f"{indicator.text}: {part.name}" if part.name else indicator.text
    place = f"{indicator.parts.index(part) + 1}/{len(indicator.parts)}"
    name = f", {part.name}" if part.name else ""
    return f"Phần {place}{name}: {indicator.text}"


def override(
    session: Session,
    *,
    code: str,
    text: str,
    decision: str,
    decided: date | None,
    on: date,
    part: str = "v",
    level: str = TargetLevel.PROVINCE,
    article: str = "",
    profile: str | None = None,
    year: int | None = None,
    valid_from: date | None = None,
) -> Changes:
    """The level that a decision of the province or commune sets; it replaces one from the same day."""
    required({"số quyết định": decision})
    if level not in (TargetLevel.COMMUNE, TargetLevel.PROVINCE):
        raise NtmError("Mức riêng là của tỉnh hoặc của xã. Chọn một trong hai.")
    rule = yardstick(session, on=on)
    indicator, named = _part(rule, code, part)
    if profile is not None and profile not in {known.id for known in rule.criteria_set.profiles}:
        raise NtmError(f"Bộ tiêu chí không có mức áp dụng “{profile}”. Chọn lại mức áp dụng.")
    value = _level_value(indicator, named, text)
    return _put(
        session,
        Override(
            level=TargetLevel(level),
            set_id=rule.criteria_set.id,
            code=indicator.code,
            part=named.key,
            value=value,
            printed=level_text(named, value),
            compare=named.compare,
            measure=named.measure,
            unit=named.unit,
            decision=line(decision),
            decided=decided,
            article=line(article),
            profile=profile,
            year=year,
            valid_from=valid_from,
        ),
    )


def remove_override(session: Session, *, uid: str) -> Changes:
    return remove(session, target_override, [uid])


def confirm(
    session: Session,
    *,
    decision: str,
    decided: date | None,
    by: str,
    on: date,
    code: str | None = None,
    part: str | None = None,
) -> Changes:
    """*Đã đối chiếu*: somebody checked one target as it applies on the day, or (``code`` None) the table of a
    decision as the set has it, for every profile and year. What was checked is kept with it."""
    required({"số quyết định đã đối chiếu": decision, "người đối chiếu": by})
    rule = yardstick(session, on=on)
    if code is None:
        levels = _table_of(session, rule, line(decision))
    else:
        levels = _applying(rule, code, part)
    row = {
        "uid": session.new_uid(),
        "set_id": rule.criteria_set.id,
        "code": code,
        "part": part,
        "decision": line(decision),
        "decided": iso(decided),
        "by_name": line(by),
        "on_date": on.isoformat(),
        "levels": levels_to_json(levels),
    }
    return insert(session, target_confirmation, [row])


def import_overlay(session: Session, *, data: bytes) -> Changes:
    """A province's values in one small file; checked whole before anything is written."""
    overlay = read_overlay(data)
    _check_province(session, overlay.province)
    changes = Changes()
    for row in overrides_of(overlay, criteria_sets.load(session, set_id=overlay.set)):
        changes |= _put(session, row)
    return changes


def _check_province(session: Session, province: str) -> None:
    """The commune's own, or one that it or its land was of before communes were merged."""
    view = commune.load(session)
    known = (view.province, *(one.province for one in view.predecessors))
    if _province_key(province) not in map(_province_key, known):
        raise NtmError(
            f"Tệp mức này của {line(province)}, xã thuộc {view.province}. Chọn tệp của tỉnh mình; nếu xã "
            "trước sắp xếp thuộc tỉnh đó thì thêm xã ấy ở Thiết lập, mục Xã."
        )


def _province_key(name: str) -> str:
    return re.sub(r"^(tinh|thanh pho|tp\.?) ", "", search_key(name))


def _applying(rule: Yardstick, code: str, part: str | None) -> tuple[CheckedLevel, ...]:
    indicator, named = _part(rule, code, part)
    found = (
        checked_level(indicator.code, resolved, rule.goal.year)
        for key, resolved in rule.targets(indicator).items()
        if part is None or key == named.key
    )
    levels = tuple(level for level in found if level is not None)
    if not levels:
        raise NtmError(
            f"Chỉ tiêu {indicator.official_code} chưa có mức nên chưa đối chiếu được. Nhập mức theo văn bản."
        )
    return levels


def _table_of(session: Session, rule: Yardstick, decision: str) -> tuple[CheckedLevel, ...]:
    criteria_set = criteria_sets.load(session, set_id=rule.criteria_set.id)
    levels = levels_by(criteria_set, decision)
    if not levels:
        known = ", ".join(decisions(criteria_set))
        raise NtmError(
            f"{criteria_set.short_title} không có mức nào theo “{decision}”. Nhập một trong các số: {known}; "
            "theo văn bản khác thì chọn từng mức để đối chiếu."
            if known
            else f"{criteria_set.short_title} chưa có mức nào để đối chiếu."
        )
    return levels


def _part(rule: Yardstick, code: str, part: str | None) -> tuple[Indicator, Part]:
    """The part of an indicator; None stands for its first."""
    indicator = rule.criteria_set.indicator(code)
    if indicator is None:
        raise NtmError(
            f"{rule.criteria_set.short_title} không có chỉ tiêu “{line(code)}”. Chọn lại chỉ tiêu."
        )
    named = next((known for known in indicator.parts if part in (None, known.key)), None)
    if named is None:
        raise NtmError(f"Chỉ tiêu {indicator.official_code} không có phần “{part}”. Chọn lại phần.")
    return indicator, named


def _level_value(indicator: Indicator, part: Part, text: str) -> int:
    """A required level is typed as a value of the same part is."""
    figure = parse_value(replace(indicator, parts=(part,)), {part.key: text})[part.key]
    if not isinstance(figure, int):
        raise NtmError(f"Mức yêu cầu “{line(text)}” phải là một số, ví dụ 70.")
    return figure


def _put(session: Session, row: Override) -> Changes:
    values = {
        "value": row.value,
        "printed": row.printed,
        "compare": row.compare.value,
        "measure": row.measure.value,
        "unit": row.unit,
        "decision": row.decision,
        "decided": iso(row.decided),
        "article": row.article,
        "verification": row.verification.value,
    }
    key = {
        "level": row.level.value,
        "set_id": row.set_id,
        "code": row.code,
        "part": row.part,
        "profile": row.profile,
        "year": row.year,
        "valid_from": iso(row.valid_from),
    }
    query = live(target_override, session).where(
        *(target_override.c[name].is_not_distinct_from(value) for name, value in key.items())
    )
    known = session.row(query)
    if known is not None:
        return update(session, target_override, known["uid"], values)
    return insert(
        session, target_override, [{"uid": session.new_uid(), **key, **values, "document_uid": None}]
    )
