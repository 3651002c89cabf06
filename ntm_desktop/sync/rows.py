"""Rows of a package on their way in, each line as we would have written it. docs/package-format.md §5."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Integer, Table

from ntm_desktop.db.history import storable
from ntm_desktop.db.types import Int64
from ntm_desktop.sync.canonical import ENCODER
from ntm_desktop.sync.jcs import LARGEST
from ntm_desktop.sync.refusals import PackageRefused, Refusal

_DECODER = msgspec.json.Decoder(dict[str, Any])
_TOMBSTONE = {"uid", "rev", "deleted"}
_LONGEST_LINE = 8 << 20
_UID = 36


def read_rows(table: Table, blocks: Iterable[bytes], commune_id: str) -> Iterator[dict[str, Any]]:
    """The live rows of a ``data/`` file as the database takes them, in their order, without tombstones."""
    for row in read_lines(table, blocks):
        if not row["deleted"]:
            yield row | {"commune_id": commune_id, "deleted": 0}


def read_lines(table: Table, blocks: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    """Every row as it stands there; of a tombstone that is ``uid``, ``rev`` and ``deleted``.

    Raises PackageRefused at the first line that is not canonical, not of the table or out of order.
    """
    last = ""
    for number, line in enumerate(_lines(blocks, table.name), 1):
        try:
            row = _row(table, line)
        except (ValueError, OverflowError, RecursionError, msgspec.MsgspecError) as error:
            raise PackageRefused(Refusal.SCHEMA, f"{table.name}, line {number}: {error}") from error
        if row["uid"] <= last:
            raise PackageRefused(Refusal.SCHEMA, f"{table.name}, line {number}: not after the one before")
        last = row["uid"]
        yield row


def _lines(blocks: Iterable[bytes], name: str) -> Iterator[bytes]:
    rest = b""
    for block in blocks:
        *whole, rest = (rest + block).split(b"\n")
        yield from whole
        if len(rest) > _LONGEST_LINE:
            raise PackageRefused(Refusal.SCHEMA, f"{name}: a line without an end")
    if rest:
        raise PackageRefused(Refusal.SCHEMA, f"{name}: the last line has no end")


def _row(table: Table, line: bytes) -> dict[str, Any]:
    row = _DECODER.decode(line)
    if ENCODER.encode(row) != line:
        raise ValueError("not in canonical form")
    if row.get("deleted") is True:
        if row.keys() != _TOMBSTONE:
            raise ValueError("a tombstone with more than its name")
    else:
        msgspec.convert(row, _schema(table), strict=True)
    for value in row.values():
        if isinstance(value, str):
            if storable(value) != value:
                raise ValueError("text that is not composed, or a control character in it")
        elif isinstance(value, int) and abs(value) > LARGEST:
            raise ValueError("a number that JSON does not carry exactly")
    if not isinstance(row["uid"], str) or len(row["uid"]) != _UID or type(row["rev"]) is not int:
        raise ValueError("uid or rev")
    return row


@cache
def _schema(table: Table) -> type[msgspec.Struct]:
    """All columns of the table but the commune, each of its type; nothing else."""
    fields: list[tuple[str, Any]] = []
    for column in table.columns:
        if column.name == "commune_id":
            continue
        kind: Any = int if isinstance(column.type, type(Int64) | Integer) else str
        kind = bool if column.name == "deleted" else kind
        fields.append((str(column.name), kind | None if column.nullable else kind))
    return msgspec.defstruct(f"{table.name}_row", fields, forbid_unknown_fields=True)
