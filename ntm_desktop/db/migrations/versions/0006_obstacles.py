"""Obstacles with their events, commitments of capital, letters to contractors.

Revision ID: 0006
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=null)


def integer(name: str, *, null: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=null)


def refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["commune_id", column],
        [f"{to}.commune_id", f"{to}.uid"],
        name=f"fk_{table}_commune_id_{column}",
    )


def table_of_rows(name: str, *columns: sa.Column[str] | sa.Column[int] | sa.ForeignKeyConstraint) -> None:
    op.create_table(
        name,
        text("commune_id"),
        text("uid"),
        integer("rev"),
        integer("deleted"),
        *columns,
        sa.PrimaryKeyConstraint("commune_id", "uid"),
        sqlite_strict=True,
    )


def upgrade() -> None:
    table_of_rows(
        "contractor_letter",
        text("contractor_uid"),
        text("number"),
        text("sent"),
        text("content"),
        text("asked", null=True),
        text("answered", null=True),
        text("answer"),
        refers("contractor_letter", "contractor_uid", "contractor"),
    )
    table_of_rows(
        "commitment",
        text("promiser"),
        text("document_uid", null=True),
        text("work_uid", null=True),
        text("source"),
        integer("year"),
        text("due"),
        text("note"),
        refers("commitment", "document_uid", "official_document"),
        refers("commitment", "work_uid", "work"),
    )
    table_of_rows(
        "obstacle",
        text("what"),
        text("work_uid", null=True),
        text("criterion"),
        text("since"),
        text("person_uid", null=True),
        text("level"),
        text("authority"),
        text("proposal"),
        refers("obstacle", "work_uid", "work"),
        refers("obstacle", "person_uid", "person"),
    )
    table_of_rows(
        "commitment_amount",
        text("commitment_uid"),
        integer("amount"),
        text("on_date"),
        text("document_uid", null=True),
        text("reason"),
        text("supersedes", null=True),
        integer("seq"),
        refers("commitment_amount", "commitment_uid", "commitment"),
        refers("commitment_amount", "document_uid", "official_document"),
    )
    table_of_rows(
        "contractor_letter_work",
        text("letter_uid"),
        text("work_uid"),
        refers("contractor_letter_work", "letter_uid", "contractor_letter"),
        refers("contractor_letter_work", "work_uid", "work"),
    )
    table_of_rows(
        "obstacle_event",
        text("obstacle_uid"),
        text("event"),
        text("on_date"),
        text("due", null=True),
        text("document_uid", null=True),
        text("note"),
        text("supersedes", null=True),
        text("reason"),
        integer("seq"),
        refers("obstacle_event", "obstacle_uid", "obstacle"),
        refers("obstacle_event", "document_uid", "official_document"),
    )
