"""Rows as they travel and as they are frozen: one canonical JSON object a line, sorted by ``uid``.

docs/package-format.md §5 and §8. What stays at home (internal evidence, its links and files)
is left out here and nowhere else.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

import msgspec
import rfc8785
from sqlalchemy import ColumnElement, RowMapping, Select, Table, or_, select, text

from ntm_desktop.db.models import evidence, evidence_link, file, official_document
from ntm_desktop.db.session import Session, live
from ntm_desktop.db.types import places
from ntm_desktop.sync.jcs import LARGEST

ENCODER = msgspec.json.Encoder(order="deterministic")
"""The same bytes as rfc8785 for flat rows with ASCII names (a test compares), forty times as fast."""
TOMBSTONE = b'"deleted":true'
"""Is in the line of a tombstone and of no other row: in a text the quotation marks are escaped."""
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class CriteriaRef:
    """Which criteria the facts were recorded for."""

    set: str
    version: str
    sha256: str


@cache
def travelling_tables() -> tuple[Table, ...]:
    return tuple(table for table in places() if table.info.get("travels"))


def path_of(table: Table) -> str:
    return f"data/{table.name}.jsonl"


def row_line(row: Mapping[str, Any] | RowMapping) -> bytes:
    """One row; a tombstone keeps only ``uid``, ``rev`` and ``deleted``."""
    values = {"uid": row["uid"], "rev": row["rev"]} if row["deleted"] else dict(row)
    values.pop("commune_id", None)
    values["deleted"] = bool(row["deleted"])
    for name, value in values.items():
        if isinstance(value, int) and abs(value) > LARGEST:
            raise ValueError(f"{name} of {row['uid']} is larger than JSON carries exactly: {value}")
    return ENCODER.encode(values)


def mark(uid: str) -> bytes:
    """What is found in the lines of a table exactly when a row of this ``uid`` is among them."""
    return b'"uid":' + json.dumps(uid, ensure_ascii=False).encode()


def lines(rows: Iterable[Mapping[str, Any] | RowMapping]) -> bytes:
    """The content of a ``data/`` file, whatever order the rows come in."""
    ordered = sorted((str(row["uid"]), row_line(row)) for row in rows)
    return b"".join(line + b"\n" for _, line in ordered)


def travelling_lines(session: Session, table: Table) -> Iterator[bytes]:
    """The content of the table's ``data/`` file, some lines at a time."""
    told: list[bytes] = []
    for row in travelling_rows(session, table):
        told.append(row_line(row))
        if len(told) == _AT_ONCE:
            yield b"".join(line + b"\n" for line in told)
            told.clear()
    yield b"".join(line + b"\n" for line in told)


def travelling_rows(session: Session, table: Table) -> Iterator[dict[str, Any]]:
    """The rows of a table that may leave, tombstones too, by ``uid`` and a few at a time: a table may be
    large."""
    found = session.connection.execute(_travelling(session, table).order_by(table.c.uid))
    names = tuple(found.keys())
    for rows in found.partitions(_AT_ONCE):
        for row in rows:
            yield dict(zip(names, row, strict=True))


def blobs(session: Session) -> list[str]:
    """The contents that the travelling rows refer to."""
    named = _travelling(session, file).with_only_columns(file.c.sha256).where(file.c.deleted == 0)
    return sorted(set(session.connection.scalars(named).all()))


def _travelling(session: Session, table: Table) -> Select[Any]:
    query = select(text("*")).where(table.c.commune_id == session.commune_id)  # naming each takes 20 ms
    if table is evidence:
        return query.where(evidence.c.internal == 0)
    if table is evidence_link:
        return query.where(evidence_link.c.evidence_uid.not_in(_kept_home(session, evidence.c.uid)))
    if table is file:
        kept_home = file.c.uid.in_(_kept_home(session, evidence.c.file_uid))
        return query.where(or_(~kept_home, file.c.uid.in_(_files_shown(session))))  # asked of few files only
    return query


def content_root(
    *, unit: str, period: str, criteria: CriteriaRef, data: Iterable[Sequence[str]], blobs: Iterable[str]
) -> str:
    """The one number that paper and file share; ``data`` are pairs of path and SHA-256."""
    canonical = rfc8785.dumps(
        {
            "v": 1,
            "unit": unit,
            "period": period,
            "criteria": asdict(criteria),
            "data": sorted([path, sha256] for path, sha256 in data),
            "blobs": sorted(blobs),
        }
    )
    return hashlib.sha256(canonical).hexdigest()


def _kept_home(session: Session, column: ColumnElement[str]) -> Select[Any]:
    """A column of internal evidence."""
    return select(column).where(evidence.c.commune_id == session.commune_id, evidence.c.internal == 1)


def _files_shown(session: Session) -> Any:
    shown = live(evidence, session).with_only_columns(evidence.c.file_uid).where(evidence.c.internal == 0)
    documents = live(official_document, session).with_only_columns(official_document.c.file_uid)
    return shown.union_all(documents.where(official_document.c.file_uid.is_not(None)))
