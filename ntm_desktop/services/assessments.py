"""Recording facts about indicators. Facts are appended; a correction supersedes the fact of the same day, or
the one that it is said to replace."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ntm_desktop.changes import Changes
from ntm_desktop.db import history
from ntm_desktop.db.models import assessment, hamlet
from ntm_desktop.db.session import Session, live
from ntm_desktop.domain.criteria import Indicator, unknown_code_message
from ntm_desktop.domain.doubts import far_beyond
from ntm_desktop.domain.facts import Fact, check_as_of
from ntm_desktop.domain.judging import judge, judge_not_applicable
from ntm_desktop.domain.targets import measured, targets_to_json
from ntm_desktop.domain.values import ByHamlet, Value, parse_value, value_from_json, value_to_json
from ntm_desktop.errors import NtmError
from ntm_desktop.services.fields import body, line
from ntm_desktop.services.judged import (
    Targets,
    Yardstick,
    earlier_names,
    fact_of,
    measured_alike,
    newest_fact,
    yardstick,
)
from ntm_desktop.sync.freeze import was_frozen
from ntm_desktop.text import format_date

_STANDS = "Đã xem lại, số liệu vẫn đúng"


class ReasonNeeded(NtmError):  # noqa: N818 - it asks, it does not blame
    """The fact to be corrected was printed or sent, or typed by somebody else: say why and call again."""


class NewerInForce(NtmError):  # noqa: N818 - it asks, it does not blame
    """The figure in force is of a later day, so this one would change nothing today.

    Correct that one (``replaces``) or add an earlier fact (without ``ask_newer``), and call again.
    """

    def __init__(self, newer: Fact, as_of: date) -> None:
        super().__init__(
            f"Số đang dùng ghi ngày {format_date(newer.as_of)}, mới hơn ngày {format_date(as_of)}. "
            "Sửa chính lần ghi đó (đổi ngày), hay ghi thêm một lần cũ hơn?"
        )
        self.newer = newer


class DoubtfulNumber(NtmError):  # noqa: N818 - it asks, it does not blame
    """The number is far beyond its level and the last one: call again with ``sure`` where it is meant."""


def record(
    session: Session,
    *,
    code: str,
    texts: Mapping[str, str],
    as_of: date,
    today: date,
    note: str = "",
    reason: str = "",
    person_uid: str | None = None,
    set_id: str = "",
    replaces: str | None = None,
    ask_newer: bool = False,
    sure: bool = False,
) -> Changes:
    """What was measured on a day. ``texts`` by part key as typed; a single part has the key ``v``.

    ``set_id``: the set that is being filled in; a day on which another one was in force is then refused.
    ``replaces``: uid of the fact that this one corrects, whatever its day; None adds another fact.
    ``ask_newer``: raises ``NewerInForce`` where the addition would not change what is in force today.
    ``sure``: a person said that a number far beyond its level is meant; else it raises ``DoubtfulNumber``.
    """
    rule, indicator = _subject(session, code, as_of, today, set_id)
    if ask_newer and replaces is None:
        _ask_newer(session, indicator.code, as_of, today)
    targets = rule.targets(indicator)
    indicator = measured(indicator, targets)
    value = parse_value(indicator, texts)
    _check_hamlets(session, value)
    if not sure:
        _ask_doubtful(session, rule, indicator, value, as_of)
    return _append(
        session,
        rule,
        indicator,
        value=value_to_json(value),
        na_ground=None,
        verdict=judge(indicator, value, targets).verdict.value,
        as_of=as_of,
        note=body(note),
        reason=line(reason),
        person_uid=person_uid,
        replaces=replaces,
    )


def record_not_applicable(
    session: Session,
    *,
    code: str,
    ground: str,
    as_of: date,
    today: date,
    note: str = "",
    reason: str = "",
    set_id: str = "",
    replaces: str | None = None,
    ask_newer: bool = False,
) -> Changes:
    """The indicator does not apply to this commune; ``ground`` is the legal reason that papers print.

    ``set_id``, ``replaces`` and ``ask_newer`` as in ``record``.
    """
    rule, indicator = _subject(session, code, as_of, today, set_id)
    if ask_newer and replaces is None:
        _ask_newer(session, indicator.code, as_of, today)
    if not line(ground):
        raise NtmError(
            f"Chưa nêu căn cứ để không xét chỉ tiêu {indicator.official_code}. "
            "Nhập văn bản hoặc quy định cho phép không xét."
        )
    return _append(
        session,
        rule,
        indicator,
        value=None,
        na_ground=line(ground),
        verdict=judge_not_applicable().verdict.value,
        as_of=as_of,
        note=body(note),
        reason=line(reason),
        person_uid=None,
        replaces=replaces,
    )


def newer_fact(session: Session, *, code: str, as_of: date, today: date) -> Fact | None:
    """The fact in force today where it is of a later day than ``as_of``, by the set that held on that day.

    None also where ``as_of`` has a fact of its own: retyping that one is a correction already.
    """
    rule = yardstick(session, on=as_of)
    code = _indicator(rule, code).code
    if fact_of_day(session, code=code, as_of=as_of) is not None:
        return None
    fact = newest_fact(session, set_id=rule.criteria_set.id, code=code, on=today)
    return fact if fact is not None and fact.as_of > as_of else None


def fact_of_day(session: Session, *, code: str, as_of: date) -> Fact | None:
    """What stands as measured on just that day."""
    rule = yardstick(session, on=as_of)
    return _fact_of_day(session, rule.criteria_set.id, _indicator(rule, code).code, as_of)


def take_over(session: Session, *, code: str, fact_uid: str, today: date) -> Changes:
    """A person lets a fact of an earlier set count for the same thing in the present one."""
    rule = yardstick(session, on=today)
    indicator = _indicator(rule, code)
    old = _standing_fact(session, fact_uid)
    targets = rule.targets(indicator)
    indicator = measured(indicator, targets)
    of_same_meaning = (old.set_id, old.code) in earlier_names(rule.criteria_set, indicator.code)
    if not of_same_meaning or not measured_alike(indicator, old):
        raise NtmError(
            f"Số liệu cũ không dùng được cho chỉ tiêu {indicator.official_code} vì nội dung đã khác. "
            "Nhập số liệu mới theo bộ tiêu chí hiện nay."
        )
    return _append(
        session,
        rule,
        indicator,
        value=old.value,
        na_ground=old.na_ground,
        verdict=_verdict(indicator, old, targets),
        as_of=old.as_of,
        note=old.note,
        reason="",
        person_uid=old.person_uid,
        carried_from=old.uid,
    )


def keep(session: Session, *, code: str, today: date) -> Changes:
    """A person looked again at the figure in force and it stands: the same of today, judged anew."""
    rule = yardstick(session, on=today)
    indicator = _indicator(rule, code)
    old = newest_fact(session, set_id=rule.criteria_set.id, code=indicator.code, on=today)
    targets = rule.targets(indicator)
    indicator = measured(indicator, targets)
    if old is None or not measured_alike(indicator, old):
        raise NtmError(
            f"Chỉ tiêu {indicator.official_code} chưa có số liệu theo cách tính hiện nay. Nhập số liệu mới."
        )
    return _append(
        session,
        rule,
        indicator,
        value=old.value,
        na_ground=old.na_ground,
        verdict=_verdict(indicator, old, targets),
        as_of=today,
        note=old.note,
        reason=_STANDS,
        person_uid=old.person_uid,
        again=True,
    )


def remove(session: Session, *, fact_uid: str, reason: str = "") -> Changes:
    """Takes a fact back: what stood before it stands again. The reason is kept in the history."""
    fact = _standing_fact(session, fact_uid)
    _refuse_built_on(session, fact)
    _require_reason(session, fact, line(reason))
    if line(reason):
        session.writing.action = f"{session.writing.action}. Lý do: {line(reason)}"
    return history.remove(session, assessment, [fact_uid])


def find(session: Session, *, code: str, on: date) -> Indicator:
    """The indicator named by its stable code or by what the decision prints (“10” for 10.1)."""
    return _indicator(yardstick(session, on=on), code)


def _subject(
    session: Session, code: str, as_of: date, today: date, set_id: str
) -> tuple[Yardstick, Indicator]:
    rule = yardstick(session, on=as_of)
    check_as_of(as_of, today=today, established=rule.established)
    if set_id not in ("", rule.criteria_set.id):
        raise NtmError(
            f"Ngày {format_date(as_of)} xã xét theo {rule.criteria_set.short_title}, không phải bộ đang mở. "
            "Nhập ngày từ khi áp dụng bộ đang mở."
        )
    return rule, _indicator(rule, code)


def _indicator(rule: Yardstick, code: str) -> Indicator:
    code = line(code)
    found = rule.criteria_set.indicator(code)
    if found is None:
        printed = [i for i in rule.criteria_set.indicators() if i.official_code == code]
        if len(printed) != 1:
            raise NtmError(unknown_code_message(rule.criteria_set, code))
        found = printed[0]
    return found


def _append(
    session: Session,
    rule: Yardstick,
    indicator: Indicator,
    *,
    value: str | None,
    na_ground: str | None,
    verdict: str,
    as_of: date,
    note: str,
    reason: str,
    person_uid: str | None,
    carried_from: str | None = None,
    replaces: str | None = None,
    again: bool = False,
) -> Changes:
    """``again``: even where the day has just the same already, which was judged by other levels."""
    of_day = _fact_of_day(session, rule.criteria_set.id, indicator.code, as_of)
    old = of_day if replaces is None else _replaced(session, rule, indicator, replaces, of_day)
    if old is not None and not again:
        new = (as_of, value, na_ground, note, person_uid)
        if (old.as_of, old.value, old.na_ground, old.note, old.person_uid) == new:
            return Changes()
        _require_reason(session, old, reason)
    row = {
        "uid": session.new_uid(),
        "set_id": rule.criteria_set.id,
        "set_version": rule.criteria_set.version,
        "code": indicator.code,
        "value": value,
        "na_ground": na_ground,
        "as_of": as_of.isoformat(),
        "note": note,
        "verdict": verdict,
        "target": targets_to_json(rule.targets(indicator)),
        "person_uid": person_uid,
        "recorded_by": session.by,
        "recorded_at": session.at_text,
        "seq": history.next_seq(session, assessment),
        "supersedes": old.uid if old else None,
        "reason": reason,
        "carried_from": carried_from,
    }
    return history.insert(session, assessment, [row])


def _verdict(indicator: Indicator, fact: Fact, targets: Targets) -> str:
    """Of a fact by the targets of today."""
    if fact.value is None:
        return judge_not_applicable().verdict.value
    return judge(indicator, value_from_json(fact.value), targets).verdict.value


def _ask_newer(session: Session, code: str, as_of: date, today: date) -> None:
    newer = newer_fact(session, code=code, as_of=as_of, today=today)
    if newer is not None:
        raise NewerInForce(newer, as_of)


def _ask_doubtful(session: Session, rule: Yardstick, indicator: Indicator, value: Value, as_of: date) -> None:
    last = newest_fact(session, set_id=rule.criteria_set.id, code=indicator.code, on=as_of)
    before = None
    if last is not None and last.value is not None and measured_alike(indicator, last):
        before = value_from_json(last.value)
    if doubts := far_beyond(indicator, value, rule.targets(indicator), before):
        raise DoubtfulNumber(doubts[0] if len(doubts) == 1 else "Có số lớn bất thường.", doubts)


def _replaced(session: Session, rule: Yardstick, indicator: Indicator, uid: str, of_day: Fact | None) -> Fact:
    """The fact that is to be corrected: it stands, is this indicator's, and the new day is free or its."""
    old = _standing_fact(session, uid)
    if (old.set_id, old.code) != (rule.criteria_set.id, indicator.code):
        raise NtmError(
            f"Số liệu được sửa không phải của chỉ tiêu {indicator.official_code} trong "
            f"{rule.criteria_set.short_title}. Tải lại trang rồi sửa lại."
        )
    if history.rows_using(session, assessment, "supersedes", [uid]):
        raise NtmError(
            f"Số liệu ngày {format_date(old.as_of)} đã được sửa lần nữa. Tải lại trang rồi sửa số đang dùng."
        )
    if of_day is not None and of_day.uid != uid:
        raise NtmError(
            f"Ngày {format_date(of_day.as_of)} đã có số liệu khác của chỉ tiêu {indicator.official_code}. "
            "Xóa một trong hai số liệu, hoặc chọn ngày khác."
        )
    return old


def _require_reason(session: Session, fact: Fact, reason: str) -> None:
    if reason:
        return
    day = format_date(fact.as_of)
    if was_frozen(session, assessment, fact.uid):
        raise ReasonNeeded(f"Số liệu ngày {day} đã in vào hồ sơ. Nhập lý do sửa; lý do được lưu cùng số cũ.")
    if fact.recorded_by != session.by:
        raise ReasonNeeded(
            f"Số liệu ngày {day} do {fact.recorded_by} nhập. Nhập lý do sửa; lý do được lưu cùng số cũ."
        )


def _refuse_built_on(session: Session, fact: Fact) -> None:
    """A fact that a later one corrects or continues stays: the later one would rest on nothing."""
    day = format_date(fact.as_of)
    if history.rows_using(session, assessment, "supersedes", [fact.uid]):
        raise NtmError(f"Số liệu ngày {day} đã được một số liệu sau thay. Xóa số liệu sau trước.")
    if history.rows_using(session, assessment, "carried_from", [fact.uid]):
        raise NtmError(
            f"Số liệu ngày {day} đã được nhận sang bộ tiêu chí mới. Xóa số liệu đã nhận ở bộ đó trước."
        )


def _fact_of_day(session: Session, set_id: str, code: str, as_of: date) -> Fact | None:
    fact = newest_fact(session, set_id=set_id, code=code, on=as_of)
    return fact if fact is not None and fact.as_of == as_of else None


def _standing_fact(session: Session, uid: str) -> Fact:
    row = session.row(live(assessment, session).where(assessment.c.uid == uid))
    if row is None:
        raise NtmError("Số liệu này đã được gỡ. Tải lại trang để xem số liệu hiện nay.")
    return fact_of(row)


def _check_hamlets(session: Session, value: Value) -> None:
    named = {uid for figure in value.values() if isinstance(figure, ByHamlet) for uid, _ in figure.rows}
    if named and named - set(
        session.connection.scalars(live(hamlet, session).with_only_columns(hamlet.c.uid))
    ):
        raise NtmError("Có thôn không còn trong danh sách của xã. Tải lại trang rồi nhập lại số theo thôn.")
