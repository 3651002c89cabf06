"""What was entered of the money of one work, entry by entry, with what each corrected; and taking one back.

Entries are facts: a correction supersedes one and says why, and the one before stays behind it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import RowMapping

from ntm_desktop.changes import Changes
from ntm_desktop.db.models import acceptance, work_investment, work_money
from ntm_desktop.db.session import Session, live
from ntm_desktop.domain.capital import Movement, Source
from ntm_desktop.errors import NtmError
from ntm_desktop.services import work_money as money
from ntm_desktop.services.fields import line
from ntm_desktop.services.work_facts import standing

INVESTMENT, ACCEPTED = "investment", "accepted"
GONE = "Khoản này đã được sửa. Tải lại trang Công trình để thấy số mới nhất."


@dataclass(frozen=True, slots=True)
class Entry:
    """``kind``: a movement of capital, ``INVESTMENT`` or ``ACCEPTED`` (so far). Amount in đồng."""

    uid: str
    kind: str
    on: date
    amount: int
    source: Source | None
    year: int | None
    programme: str
    note: str
    reason: str
    is_void: bool
    earlier: tuple[Entry, ...]
    """What it corrected, newest first."""

    @property
    def can_be_corrected(self) -> bool:
        return not self.is_void


def entries(session: Session, *, uid: str, on: date) -> tuple[Entry, ...]:
    """All of a work until the end of a day, newest first. What commitments promise is not among them."""
    found = []
    for table, kind in ((work_investment, INVESTMENT), (work_money, ""), (acceptance, ACCEPTED)):
        rows = session.rows(live(table, session).where(table.c.work_uid == uid))
        known = {row["uid"]: row for row in rows}
        found += [(row["on_date"], row["seq"], _entry(row, kind, known)) for row in standing(rows)]
    found.sort(key=lambda one: one[:2], reverse=True)
    return tuple(entry for _day, _seq, entry in found if entry.on <= on)


def void(session: Session, *, entry: Entry, work_uid: str, today: date, reason: str) -> Changes:
    """Takes an entry back that should not be there; what was entered, and why it went, is kept."""
    if not line(reason):
        raise NtmError("Ghi lý do hủy khoản này; khoản đã nhập vẫn được lưu trong lịch sử.")
    if entry.kind == ACCEPTED:
        return money.accept(
            session,
            uid=work_uid,
            value=_accepted_before(session, entry, work_uid),
            on=entry.on,
            today=today,
            supersedes=entry.uid,
            reason=reason,
        )
    if entry.kind == INVESTMENT:
        return money.set_investment(
            session, uid=work_uid, amount=0, on=entry.on, today=today, supersedes=entry.uid, reason=reason
        )
    assert entry.source is not None
    assert entry.year is not None
    return money.record_money(
        session,
        uid=work_uid,
        movement=Movement(entry.kind),
        source=entry.source,
        year=entry.year,
        amount=0,
        on=entry.on,
        today=today,
        programme=entry.programme,
        supersedes=entry.uid,
        reason=reason,
    )


def _accepted_before(session: Session, entry: Entry, work_uid: str) -> int:
    """Accepted volume is cumulative: without this entry that of the one before still holds."""
    rows = standing(session.rows(live(acceptance, session).where(acceptance.c.work_uid == work_uid)))
    ordered = sorted(rows, key=lambda row: (row["on_date"], row["seq"]))
    place = next((number for number, row in enumerate(ordered) if row["uid"] == entry.uid), None)
    if place is None:
        raise NtmError(GONE)
    return int(ordered[place - 1]["value"]) if place else 0


def _entry(row: RowMapping, kind: str, known: Mapping[str, RowMapping]) -> Entry:
    corrected = row.get("supersedes")
    before = _entry(known[corrected], kind, known) if corrected is not None else None
    is_money = not kind
    amount = row["value"] if kind == ACCEPTED else row["amount"]
    return Entry(
        uid=row["uid"],
        kind=kind or row["movement"],
        on=date.fromisoformat(row["on_date"]),
        amount=amount,
        source=Source(row["source"]) if is_money else None,
        year=row["year"] if is_money else None,
        programme=row["programme"] if is_money else "",
        note=row.get("note") or "",
        reason=row["reason"],
        is_void=kind != ACCEPTED and amount == 0 and corrected is not None,
        earlier=(before, *before.earlier) if before is not None else (),
    )
