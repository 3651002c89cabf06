"""The communes of an authority side by side: which will make it, which is silent, what each waits for.

Read from the digests that ``services.digests`` keeps: a few queries in all, however many communes there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import select

from ntm_desktop.db.models import commune_digest, peer
from ntm_desktop.db.session import Session
from ntm_desktop.domain.judging import CriterionState
from ntm_desktop.errors import NtmError
from ntm_desktop.services import digests
from ntm_desktop.services.digests import REGRESSED, Detail, Digest
from ntm_desktop.text import count_words, natural_key, office_time, search_key, sort_key, spelling_key

SILENT = 30
"""Days without a package after which a commune has no news: one report a month is what offices ask for."""


@dataclass(frozen=True, slots=True)
class CommuneLine:
    """One commune. Without a package there is only its name; without a digest, what it sent cannot be
    judged by this program."""

    code: str
    name: str
    digest: Digest | None = None
    as_of: date | None = None
    seq: int = 0
    """Of the submission whose rows are there; 0 when none came."""
    created: date | None = None
    """The day of that package, by the commune's clock."""
    later: int = 0
    """Numbers that the commune used since."""
    missing: int = 0
    """Numbers that never came."""
    silent: int | None = None
    """Days since the last package was taken; None when none came."""
    late_promises: int = 0
    late_capital: int = 0
    """đồng that were promised and should have been allotted by now."""
    waiting: int = 0
    """Obstacles that wait for the level above to decide."""
    waiting_days: int = 0
    """How long the oldest of them has been open."""
    search_key: str = ""

    @property
    def district(self) -> str:
        return self.digest.district if self.digest else ""

    @property
    def has_no_news(self) -> bool:
        return self.silent is None or self.silent > SILENT


class Asked(StrEnum):
    """What an authority asks for."""

    ALL = "all"
    NOT_YET = "not_yet"
    REGRESSED = "regressed"
    NO_NEWS = "no_news"
    PROMISE = "promise"
    WAITING = "waiting"


def answers(line: CommuneLine, asked: Asked) -> bool:
    digest = line.digest
    match asked:
        case Asked.ALL:
            return True
        case Asked.NOT_YET:
            return digest is None or digest.left > 0
        case Asked.REGRESSED:
            return digest is not None and bool(digest.regressed)
        case Asked.NO_NEWS:
            return line.has_no_news
        case Asked.PROMISE:
            return line.late_promises > 0
        case Asked.WAITING:
            return line.waiting > 0


@dataclass(frozen=True, slots=True)
class Communes:
    on: date
    lines: tuple[CommuneLine, ...]
    """By risk."""
    codes: tuple[str, ...]
    """The criteria of all their sets."""
    counts: Mapping[Asked, int]
    """How many communes answer each question."""

    def outdated(self) -> tuple[str, ...]:
        """Communes whose digest is of another day."""
        return tuple(line.code for line in self.lines if line.as_of not in (None, self.on))


def narrowed(lines: Iterable[CommuneLine], *, asked: Asked, words: str) -> list[CommuneLine]:
    key = search_key(words)
    return [line for line in lines if key in line.search_key and answers(line, asked)]


def find(lines: Sequence[CommuneLine], name: str) -> CommuneLine:
    """By its code, its name, or words of it, marks aside. Raises NtmError unless it is one."""
    found = [line for line in lines if line.code.casefold() == name.strip().casefold()]
    found = found or [line for line in lines if spelling_key(line.name) == spelling_key(name)]
    key = search_key(name)
    found = found or [line for line in lines if key and key in search_key(line.name)]
    found = found or [line for line in lines if key in line.search_key]
    if len(found) == 1:
        return found[0]
    if found:
        raise NtmError(
            f"Có {count_words(len(found), 'xã')} hợp với “{name}”. Ghi rõ hơn, hoặc dùng mã xã.",
            [f"{line.code}: {line.name}" for line in found[:_NAMED]],
        )
    raise NtmError(f"Không có xã “{name}”. Xem mã và tên các xã bằng lệnh appraise communes.")


_NAMED = 20


def lacking(lines: Sequence[CommuneLine], codes: Sequence[str]) -> dict[str, int]:
    """By criterion, how many communes have not met it; those that are not judged yet too."""
    found = dict.fromkeys(codes, 0)
    for line in lines:
        for code, state in line.digest.criteria.items() if line.digest else ():
            if state in LACKING:
                found[code] += 1
    return found


LACKING = frozenset({CriterionState.UNMET.value, CriterionState.UNDECIDED.value, REGRESSED})


def overview(session: Session, *, on: date) -> Communes:
    """All communes whose key is known, those at risk first.

    At risk is who must be ready soonest and lacks most: those that have not reached their set come before
    those that have; then by the last day of their goal; then by how many criteria are left, how many of them
    had been met before, promised capital that is late, late works, how long obstacles have been waiting, and
    how long there has been no news. Who never sent anything stands after those that are known to lack
    something, for nothing is known of them; then come those that lack nothing.
    """
    lines = [_line(row, on) for row in session.connection.execute(_DIGESTS).all()]
    known = {line.code for line in lines}
    silent = [(code, name) for code, name in session.connection.execute(_PEERS).all() if code not in known]
    lines += [CommuneLine(code, name, search_key=search_key(f"{name} {code}")) for code, name in silent]
    codes = {code for line in lines if line.digest for code in line.digest.criteria}
    counts = {asked: sum(answers(line, asked) for line in lines) for asked in Asked}
    return Communes(on, tuple(sorted(lines, key=_risk)), tuple(sorted(codes, key=natural_key)), counts)


_DIGESTS = select(
    *(commune_digest.c.commune_id, commune_digest.c.body, commune_digest.c.as_of, commune_digest.c.seq),
    *(commune_digest.c.created_at, commune_digest.c.newest, commune_digest.c.missing),
    commune_digest.c.heard_at,
)
_PEERS = select(peer.c.commune_id, peer.c.name).where(peer.c.deleted == 0, peer.c.revoked == 0).distinct()


def detail(session: Session, *, code: str) -> Detail:
    """What a line leaves out: the criteria that are not met, and why."""
    told = session.scalar(select(commune_digest.c.detail).where(commune_digest.c.commune_id == code))
    return digests.read_detail(told or "")


def _line(row: Sequence[object], on: date) -> CommuneLine:
    code, body, as_of, seq, created_at, newest, missing, heard_at = row
    digest = digests.read(str(body))
    late = [one for one in digest.promises if one.missing and one.due < on] if digest else []
    waiting = [one for one in digest.obstacles if one.is_waiting] if digest else []
    name = digest.name if digest else str(code)
    return CommuneLine(
        code=str(code),
        name=name,
        digest=digest,
        as_of=date.fromisoformat(str(as_of)),
        seq=int(str(seq)),
        created=_day(str(created_at)),
        later=int(str(newest)) - int(str(seq)),
        missing=int(str(missing)),
        silent=max(0, (on - _day(str(heard_at))).days),
        late_promises=len(late),
        late_capital=sum(one.missing for one in late),
        waiting=len(waiting),
        waiting_days=max(((on - one.since).days for one in waiting), default=0),
        search_key=search_key(f"{name} {digest.district if digest else ''} {code}"),
    )


def _day(moment: str) -> date:
    return office_time(datetime.fromisoformat(moment)).date()


def _risk(line: CommuneLine) -> tuple[object, ...]:
    digest = line.digest
    if digest is None:
        return (1, sort_key(line.name), line.code)
    if not digest.left:
        return (2, sort_key(line.name), line.code)
    return (
        *(0, digest.deadline, -digest.left, -len(digest.regressed), -line.late_capital),
        *(-digest.late_works, -line.waiting_days, -(line.silent or 0), sort_key(line.name), line.code),
    )
