"""Facts about indicators: appended, never updated; the state on a day is derived (architecture §3.3, §4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ntm_desktop.domain.judging import Regression, Verdict
from ntm_desktop.errors import NtmError
from ntm_desktop.text import format_date

FIRST_SET = date(2009, 4, 16)  # Quyết định 491/QĐ-TTg, the first national set


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of ``assessment``. ``value`` is canonical JSON, None when ``na_ground`` says why not."""

    uid: str
    set_id: str
    code: str
    value: str | None
    na_ground: str | None
    as_of: date
    seq: int
    verdict: Verdict
    supersedes: str | None = None
    deleted: bool = False
    set_version: str = ""
    target: str = "{}"
    note: str = ""
    reason: str = ""
    person_uid: str | None = None
    recorded_by: str = ""
    recorded_at: str = ""
    carried_from: str | None = None


def standing_facts(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Those neither deleted nor superseded by one that itself stands, oldest first."""
    alive = [fact for fact in facts if not fact.deleted]
    superseded = {fact.supersedes for fact in alive}
    return tuple(
        sorted((f for f in alive if f.uid not in superseded), key=lambda fact: (fact.as_of, fact.seq))
    )


def regression(history: Iterable[Fact]) -> Regression | None:
    """Met before and unmet now. ``history`` is one indicator's, also across sets that map it."""
    facts = standing_facts(history)
    if not facts or facts[-1].verdict is not Verdict.UNMET:
        return None
    met = [position for position, fact in enumerate(facts) if fact.verdict is Verdict.MET]
    if not met:
        return None
    last_met = facts[met[-1]]
    first_unmet = next(fact for fact in facts[met[-1] :] if fact.verdict is Verdict.UNMET)
    return Regression(facts[-1].code, last_met.as_of, last_met.set_id, first_unmet.as_of, first_unmet.set_id)


def check_as_of(as_of: date, *, today: date, established: date | None) -> None:
    """Raises NtmError for a date of figures in the future, before the commune or before any set existed."""
    if as_of > today:
        raise NtmError(
            f"Ngày số liệu {format_date(as_of)} ở sau hôm nay ({format_date(today)}). Nhập lại ngày."
        )
    if as_of < FIRST_SET:
        raise NtmError(
            f"Ngày số liệu {format_date(as_of)} ở trước khi có bộ tiêu chí đầu tiên "
            f"({format_date(FIRST_SET)}). Nhập lại ngày."
        )
    if established is not None and as_of < established:
        raise NtmError(
            f"Ngày số liệu {format_date(as_of)} ở trước ngày thành lập xã ({format_date(established)}). "
            "Nhập lại ngày."
        )
