"""What the kinds of database do each in their own way: ``sqlite_backend`` and ``postgres_backend``.

All else that reads and writes rows goes through ``Backend.connection`` and knows no kind.
"""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Connection

from ntm_desktop.errors import NtmError


class Unopenable(NtmError):  # noqa: N818 - what it says, as the others
    """What lies there does not open as data of this program, whatever the disk does."""


class DamagedData(Unopenable):
    """It hangs together no more, or its content does not."""


class NewerData(Unopenable):
    """Written by a newer version of the program."""


@dataclass(frozen=True, slots=True)
class State:
    """What others may have written since the last transaction."""

    unit: str
    """The official code of whose workplace it is."""
    end: str
    """Where the history of a commune ends; "" before its first action."""


class Backend(Protocol):
    """One open database. What goes wrong in it, is told to a person in a sentence."""

    @property
    def connection(self) -> Connection: ...

    @property
    def has_file(self) -> bool:
        """Whether backups are the program's matter; of a server they are its administrator's."""

    def reading(self) -> AbstractContextManager[None]:
        """A transaction that sees one moment."""

    def writing(self, commune_id: str, /) -> AbstractContextManager[None]:
        """A transaction of which no other writes about the same commune until it ends."""

    def state(self, commune_id: str, /) -> State | None:
        """Asked at the start of each transaction; None where nobody else writes."""

    def close(self) -> None: ...

    def is_whole(self, *, deep: bool) -> bool:
        """Whether the database finds its own pages in order; ``deep`` all of them, whatever time it takes."""

    def dangling(self, *, deep: bool) -> set[str]:
        """The tables that have a row whose foreign key finds none."""

    def forget_deleted(self) -> None:
        """What the transaction under way takes out of rows leaves no bytes behind."""

    def damaged(self) -> DamagedData:
        """The refusal of data that hang together no more."""

    def compact(self) -> None:
        """As ``Database.compact``."""

    def copy_into(self, memory: Connection, commune_id: str, /) -> None:
        """Brings the schema and at least all rows of a commune into an empty SQLite database."""

    def file(self) -> sqlite3.Connection:
        """The database file that a backup is made of; refused where there is none."""
