"""The submissions of a commune that an authority has: any of them can be read again, and two be compared."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import RowMapping

from ntm_desktop.db import durable
from ntm_desktop.db.models import inbox
from ntm_desktop.db.past import in_memory
from ntm_desktop.db.session import Session, live
from ntm_desktop.domain.comparison import Change
from ntm_desktop.domain.comparison import compare as rule
from ntm_desktop.errors import NtmError
from ntm_desktop.services import comparison
from ntm_desktop.services.dossier_things import things
from ntm_desktop.services.judged import judge_on
from ntm_desktop.services.sending import manifest_of
from ntm_desktop.sync import kinds
from ntm_desktop.sync.codes import short_code
from ntm_desktop.sync.rows import read_rows
from ntm_desktop.text import format_date, office_time

_NO_SUCH = "Không có gói số {seq} của xã này. Các gói đã nhận: {known}."
_THE_SAME = "Chọn hai gói khác nhau để so sánh."


@dataclass(frozen=True, slots=True)
class Submission:
    uid: str
    epoch: int
    seq: int
    created: date
    """By the commune's clock."""
    code: str
    author: str
    note: str
    is_current: bool

    @property
    def name(self) -> str:
        return f"Gói số {self.seq} ngày {format_date(self.created)}"


@dataclass(frozen=True, slots=True)
class Compared:
    then: Submission
    now: Submission
    changes: tuple[Change, ...]
    notes: tuple[str, ...]


def listed(session: Session) -> tuple[Submission, ...]:
    """Newest first."""
    return tuple(_submission(row) for row in _rows(session))


def compare(session: Session, *, then: int, now: int) -> Compared:
    """Two submissions of the newest epoch by their numbers, each as of its own day."""
    if then == now:
        raise NtmError(_THE_SAME)
    rows = {row["seq"]: row for row in reversed(_rows(session))}
    for seq in (then, now):
        if seq not in rows:
            raise NtmError(_NO_SUCH.format(seq=seq, known=", ".join(map(str, sorted(rows)))))
    left, right = (_submission(rows[seq]) for seq in (then, now))
    with as_sent(session, rows[then]) as before, as_sent(session, rows[now]) as after:
        states = [
            (judge_on(one, on=side.created), one, side) for one, side in ((before, left), (after, right))
        ]
        same_set = states[0][0].criteria_set.id == states[1][0].criteria_set.id
        told = [
            [
                thing
                for thing in things(one, judged, today=side.created)
                if same_set or thing.group not in comparison.BY_SET
            ]
            for judged, one, side in states
        ]
    notes = () if same_set else (comparison.OTHER_SET,)
    return Compared(left, right, rule(*told), notes)


@contextmanager
def as_sent(session: Session, row: RowMapping) -> Iterator[Session]:
    """The rows of a package as a database of their own, in memory, for the services to read."""
    files = kinds.match("submission", manifest_of(session.files, row).files)
    rows = {
        table: read_rows(table, durable.read_chunks(session.files.path(file.sha256)), session.commune_id)
        for table, file in files.items()
    }
    with in_memory(session, rows) as found:
        yield found


def _rows(session: Session) -> list[RowMapping]:
    of_kind = live(inbox, session).where(inbox.c.kind == "submission")
    return session.rows(of_kind.order_by(inbox.c.epoch.desc(), inbox.c.seq.desc()))


def _submission(row: RowMapping) -> Submission:
    return Submission(
        uid=row["uid"],
        epoch=row["epoch"],
        seq=row["seq"],
        created=office_time(datetime.fromisoformat(row["created_at"])).date(),
        code=short_code(row["content_root"]),
        author=row["author"],
        note=row["note"],
        is_current=bool(row["current"]),
    )
