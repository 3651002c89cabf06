"""What goes between a commune and its authority: keys, packages out and in, remarks and what became of them.

Revision ID: 0016
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

_INT = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

_TABLES: Mapping[str, Sequence[str]] = {
    "contribution_total": (
        "scope",
        "hamlet_uid?",
        "work_uid?",
        "on_date",
        "giver_kind",
        "kind",
        "unit",
        "quantity:integer",
        "value:integer?",
        "gifts:integer",
        "households:integer",
    ),
    "clearance_total": (
        "work_uid",
        "plots:integer",
        "open_plots:integer",
        "waiting:integer",
        "area:integer",
        "open_area:integer",
        "decided:integer",
        "paid:integer",
        "unpaid:integer",
        "handed_over?",
    ),
    "peer": (
        "unit",
        "name",
        "level",
        "install",
        "key",
        "sign_key",
        "age_key",
        "code",
        "by_name",
        "pinned_on",
        "revoked:integer",
    ),
    "outbox": (
        "to_unit",
        "to_key",
        "key",
        "epoch:integer",
        "nonce",
        "seq:integer",
        "kind",
        "package_id",
        "created_at",
        "content_root",
        "note",
        "files",
    ),
    "export": (
        "outbox_uid",
        "at",
        "medium",
        "name",
        "bytes:integer",
        "parts:integer",
        "blobs",
    ),
    "inbox": (
        "from_unit",
        "key",
        "epoch:integer",
        "nonce",
        "seq:integer",
        "kind",
        "package_id",
        "prev",
        "created_at",
        "content_root",
        "period",
        "author",
        "note",
        "seen?",
        "result",
        "current:integer",
        "applied_at",
        "files",
    ),
    "receipt": (
        "epoch:integer",
        "seq:integer",
        "package_id",
        "content_root",
        "result",
        "missing",
    ),
    "remark": (
        "package_id",
        "on_seq:integer",
        "table_name",
        "row_uid",
        "row_sha256",
        "row_then",
        "set_id",
        "indicator",
        "subject",
        "value_then",
        "body",
        "by_name",
        "made_at",
        "due?",
        "seq:integer",
    ),
    "answer": (
        "remark_uid",
        "body",
        "by_name",
        "made_at",
        "seq:integer",
    ),
    "verdict": (
        "remark_uid",
        "answer_uid",
        "outcome",
        "body",
        "by_name",
        "made_at",
        "seq:integer",
    ),
    "decision": (
        "package_id",
        "outcome",
        "number",
        "issued?",
        "body",
        "by_name",
        "made_at",
        "seq:integer",
    ),
}
"""Columns besides those that every row about a commune has: ``:integer``, and ``?`` where it may be empty."""
_DIGEST = (
    *("commune_id", "package_id", "seq:integer", "created_at", "newest:integer", "missing:integer"),
    *("heard_at", "as_of", "body", "detail"),
)
_REFERS = {
    "contribution_total": (("hamlet_uid", "hamlet"), ("work_uid", "work")),
    "clearance_total": (("work_uid", "work"),),
    "export": (("outbox_uid", "outbox"),),
    "verdict": (("remark_uid", "remark"),),
}

_INDEXES = (
    ("inbox", ("commune_id", "epoch", "seq", "deleted", "applied_at")),
    ("inbox", ("commune_id", "kind", "current", "deleted")),
    ("outbox", ("commune_id", "epoch", "seq", "deleted", "uid")),
    ("export", ("commune_id", "outbox_uid")),
    ("peer", ("key",)),
)


def upgrade() -> None:
    for name, columns in _TABLES.items():
        op.create_table(
            name,
            *map(_column, ("commune_id", "uid", "rev:integer", "deleted:integer", *columns)),
            *_foreign_keys(name),
            sa.PrimaryKeyConstraint("commune_id", "uid"),
            sqlite_strict=True,
        )
    op.create_table(
        "commune_digest",
        *map(_column, _DIGEST),
        sa.PrimaryKeyConstraint("commune_id"),
        sqlite_strict=True,
    )
    for name, named in _INDEXES:
        op.create_index(f"ix_{name}_{'_'.join(named)}", name, list(named))


def _column(told: str) -> sa.Column[Any]:
    name, _colon, kind = told.removesuffix("?").partition(":")
    return sa.Column(name, _INT if kind else sa.Text(), nullable=told.endswith("?"))


def _foreign_keys(name: str) -> Iterator[sa.ForeignKeyConstraint]:
    for column, to in _REFERS.get(name, ()):
        here, there = ["commune_id", column], [f"{to}.commune_id", f"{to}.uid"]
        yield sa.ForeignKeyConstraint(here, there, name=f"fk_{name}_commune_id_{column}")
