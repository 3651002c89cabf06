"""What the kinds of database do each in their own way: SQLite in ``sqlite_backend``.

All else that reads and writes rows goes through ``Backend.connection`` and knows no kind.
"""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager
from typing import Protocol

from sqlalchemy import Connection

from ntm_desktop.errors import NtmError


class Unopenable(NtmError):  # noqa: N818 - what it says, as the others
    """What lies there does not open as data of this program, whatever the disk does."""


class DamagedData(Unopenable):
    """It hangs together no more, or its content does not."""


class NewerData(Unopenable):
    """Written by a newer version of the program."""


class Backend(Protocol):
    """One open database. What goes wrong in it, is told to a person in a sentence."""

    @property
    def connection(self) -> Connection: ...

    def reading(self) -> AbstractContextManager[None]:
        """A transaction that sees one moment."""

    def writing(self, commune_id: str) -> AbstractContextManager[None]:
        """A transaction of which no other writes about the same commune until it ends."""

    def close(self) -> None: ...

    def is_whole(self, *, deep: bool) -> bool:
        """Whether the database finds its own pages in order; ``deep`` all of them, whatever time it takes."""

    def dangling(self) -> set[str]:
        """The tables that have a row whose foreign key finds none."""

    def forget_deleted(self) -> None:
        """What the transaction under way takes out of rows leaves no bytes behind."""

    def compact(self) -> None:
        """As ``Database.compact``."""

    def copy_into(self, memory: sqlite3.Connection, commune_id: str) -> None:
        """Brings the schema and at least all rows of a commune into an empty database."""

    def file(self) -> sqlite3.Connection:
        """The database file that a backup is made of; refused where there is none."""
