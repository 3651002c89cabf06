"""What a command says when it is done, the clock it reads, and the data folder it opens."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from ntm_desktop import settings
from ntm_desktop.db.engine import Database, Session
from ntm_desktop.errors import NtmError
from ntm_desktop.services import people, workplace
from ntm_desktop.services.fields import line
from ntm_desktop.text import office_time

_OF_A_COMMUNE = frozenset(
    {"status", "record", "dossier", "paper", "work", "consultation"}
    | {f"{way}-{what}" for way in ("import", "export") for what in ("works", "contributions", "households")}
)
_NOT_OF_COMMUNE = (
    "Thư mục {folder} là dữ liệu của cơ quan thẩm định. Xem một xã bằng lệnh appraise show, "
    "hoặc ghi thư mục dữ liệu của xã sau --data."
)


@dataclass(frozen=True, slots=True)
class Answer:
    plain: dict[str, Any]  # for --json
    text: str  # for people
    warnings: tuple[str, ...] = ()
    refused: bool = False  # the answer is a no: exit code 1


@dataclass(frozen=True, slots=True)
class Desk:
    """The open data folder, who acts and when."""

    database: Database
    by: str
    now: datetime
    warnings: tuple[str, ...]

    @property
    def today(self) -> date:
        """The office's date; of a sample, the day its story has come to, as in the window. What is written
        is held against it, and it is shown when no other day is asked for."""
        story_day = settings.load(self.database.folder).story_day
        return date.fromisoformat(story_day) if story_day else day_of(self.now)

    @property
    def last_readable(self) -> date:
        """The last day of which papers may be made: those of a sample, also of what its story tells later."""
        return max(day_of(self.now), self.today)


def now() -> datetime:
    return datetime.now(UTC)


def day_of(moment: datetime) -> date:
    """The office's date, whatever zone the PC is set to."""
    return office_time(moment).date()


def _acting(session: Session, named: str | None) -> str:
    """Who is named by ``--as``; where staff is registered it is one of them."""
    known = [person.name for person in people.list_people(session)]
    name = line(named or "")
    if name and known and name not in known:
        raise NtmError(
            f"Không có cán bộ “{name}” trong dữ liệu. Ghi đúng một trong các tên: {', '.join(known)}."
        )
    return name


@contextmanager
def desk(args: argparse.Namespace) -> Iterator[Desk]:
    """Opens the folder for one command; refused while the window has it open."""
    moment = now()
    with Database.open(args.folder) as database:
        if database.kind == "appraiser" and args.command in _OF_A_COMMUNE:
            raise NtmError(_NOT_OF_COMMUNE.format(folder=args.folder))
        with database.read() as session:
            lead = people.lead(session)
            warnings = workplace.warnings(session, now=moment)
            by = _acting(session, args.by) or lead or workplace.NOBODY
        yield Desk(database, by, moment, warnings)
