"""The two portable column types (architecture §5), and the columns every row about a commune has.

SQLite tables are STRICT, which refuses DATE, BOOLEAN and BIGINT; PostgreSQL's INTEGER has 32 bits.
So: text (also ISO dates and canonical JSON) and ``Int64`` (also 0/1 and money in đồng).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)

Int64 = BigInteger().with_variant(Integer(), "sqlite")

Owner = Literal["unit", "authority", "both"]
"""Which side may write the rows of a table; the other one only takes them over from a package."""

SUCCESSION = ("supersedes", "carried_from")
"""Columns with the fact that a fact came from. No foreign keys, yet a live one never rests on a tombstone."""

metadata = MetaData(
    naming_convention={
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


@cache
def places() -> Mapping[Table, int]:
    """Of each table, in an order in which none comes before those that it refers to."""
    return {table: place for place, table in enumerate(metadata.sorted_tables)}


def text(name: str, *, null: bool = False) -> Column[str]:
    """A text column; ISO dates (YYYY-MM-DD) and canonical JSON are text too."""
    return Column(name, Text, nullable=null)


def integer(name: str, *, null: bool = False) -> Column[int]:
    return Column(name, Int64, nullable=null)


def refers(name: str, to: str, *, null: bool = False) -> tuple[Column[str], ForeignKeyConstraint]:
    """A column holding the ``uid`` of a row of table ``to`` of the same commune, with its foreign key."""
    return (
        text(name, null=null),
        ForeignKeyConstraint(["commune_id", name], [f"{to}.commune_id", f"{to}.uid"]),
    )


def commune_table(
    name: str,
    *columns: Column[str] | Column[int] | tuple[Column[str], ForeignKeyConstraint],
    label: str,
    travels: bool,
    facts: bool = False,
    owner: Owner = "unit",
    derived: bool = False,
) -> Table:
    """A table of rows about a commune: key (commune_id, uid), ``rev`` and tombstone (architecture §3.7).

    ``label`` is what a person calls a row; ``travels`` says whether the rows are part of a freeze and of a
    submission; ``facts`` that they are appended and never changed; ``owner`` which side writes them;
    ``derived`` that a freeze makes them from rows that stay at home.
    """
    flat: list[Column[str] | Column[int] | ForeignKeyConstraint] = []
    for column in columns:
        if isinstance(column, tuple):
            flat.extend(column)
        else:
            flat.append(column)
    return Table(
        name,
        metadata,
        text("commune_id"),
        text("uid"),
        integer("rev"),
        integer("deleted"),
        *flat,
        PrimaryKeyConstraint("commune_id", "uid"),
        sqlite_strict=True,
        info={"label": label, "travels": travels, "facts": facts, "owner": owner, "derived": derived},
    )
