"""A freeze: the canonical rows of all travelling tables at one moment, kept as files in the store.

The only kind of snapshot (architecture §3.14). Unchanged data give the same root and make no new row.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import Any

from sqlalchemy import Table, select

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert
from ntm_desktop.db.models import freeze as freeze_table
from ntm_desktop.db.session import Session, live
from ntm_desktop.sync import canonical
from ntm_desktop.sync.canonical import CriteriaRef


@dataclass(frozen=True, slots=True)
class Freeze:
    uid: str
    content_root: str
    files: tuple[tuple[str, str], ...]
    """Path and SHA-256 of each ``data/`` file, sorted."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a freeze would hold now."""

    content_root: str
    rows: int
    """Without tombstones."""
    bytes: int


Derived = Mapping[Table, Sequence[Mapping[str, Any]]]
"""The rows of the tables that are made at a freeze, from what stays at home."""
_NONE: Derived = MappingProxyType({})
_Content = Callable[[], Iterator[bytes]]


def measure(session: Session, *, period: str, criteria: CriteriaRef, derived: Derived = _NONE) -> Measured:
    """What ``take`` would find, without writing anything."""
    digests, rows, size = [], 0, 0
    for path, told in _contents(session, derived):
        digest = hashlib.sha256()
        for lines in told():
            digest.update(lines)
            rows += lines.count(b"\n") - lines.count(canonical.TOMBSTONE)
            size += len(lines)
        digests.append((path, digest.hexdigest()))
    return Measured(_root(session, period, criteria, digests), rows, size)


def take(
    session: Session, *, period: str, criteria: CriteriaRef, derived: Derived = _NONE, on: date
) -> tuple[Freeze, Changes]:
    """Freezes the commune's rows as they are now; finds the freeze again when nothing changed since."""
    files = tuple(sorted((path, _put(session, told)) for path, told in _contents(session, derived)))
    found = _root(session, period, criteria, files)
    present = session.row(live(freeze_table, session).where(freeze_table.c.content_root == found))
    if present is not None:
        return Freeze(present["uid"], found, files), Changes()
    uid = session.new_uid()
    row = {
        "uid": uid,
        "content_root": found,
        "made_on": on.isoformat(),
        "files": json.dumps(files, separators=(",", ":")),
    }
    return Freeze(uid, found, files), insert(session, freeze_table, [row])


def _contents(session: Session, derived: Derived) -> Iterator[tuple[str, _Content]]:
    """Path of each ``data/`` file, and what reads its content: some lines at a time, for 250 000 measurements
    are 100 MB."""
    for table in canonical.travelling_tables():
        if table.info["derived"]:
            told = canonical.lines(derived.get(table, ()))
            yield canonical.path_of(table), partial(iter, [told])
        else:
            yield canonical.path_of(table), partial(canonical.travelling_lines, session, table)


def _put(session: Session, told: _Content) -> str:
    """Most tables are as they were at the freeze before: those are not written again."""
    sha256 = _sha256(told())
    if next(session.files.damaged([sha256]), None):
        session.files.put_chunks(told())
    return sha256


def _sha256(chunks: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for chunk in chunks:
        digest.update(chunk)
    return digest.hexdigest()


def _root(session: Session, period: str, criteria: CriteriaRef, files: Sequence[tuple[str, str]]) -> str:
    return canonical.content_root(
        unit=session.commune_id,
        period=period,
        criteria=criteria,
        data=files,
        blobs=canonical.blobs(session),
    )


def was_frozen(session: Session, table: Table, uid: str) -> bool:
    """Whether a row ever left on paper or in a package; when a freeze's file is lost, it is taken to have.

    A freeze that is a tombstone counts too: what left cannot be called back.
    """
    path, mark = canonical.path_of(table), canonical.mark(uid)
    for freeze in session.rows(select(freeze_table).where(freeze_table.c.commune_id == session.commune_id)):
        sha256 = dict(json.loads(freeze["files"]))[path]
        if not session.files.has(sha256) or mark in session.files.read(sha256):
            return True
    return False
