"""Households, what people gave and at which prices, land to be cleared for works.

Revision ID: 0007
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


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
        "household",
        text("name"),
        text("hamlet_uid"),
        refers("household", "hamlet_uid", "hamlet"),
    )
    table_of_rows(
        "unit_price",
        text("kind"),
        text("item"),
        text("unit"),
        integer("amount"),
        text("on_date"),
        text("document"),
        text("supersedes", null=True),
        text("reason"),
        integer("seq"),
    )
    table_of_rows(
        "contribution",
        text("giver_kind"),
        text("giver"),
        text("household_uid", null=True),
        text("hamlet_uid", null=True),
        text("work_uid", null=True),
        text("indicator"),
        text("kind"),
        text("item"),
        integer("quantity"),
        text("unit"),
        integer("price", null=True),
        integer("unpriced"),
        text("on_date"),
        text("document"),
        text("note"),
        text("supersedes", null=True),
        text("reason"),
        integer("seq"),
        refers("contribution", "household_uid", "household"),
        refers("contribution", "hamlet_uid", "hamlet"),
        refers("contribution", "work_uid", "work"),
    )
    table_of_rows(
        "contribution_withdrawal",
        text("contribution_uid"),
        text("on_date"),
        text("reason"),
        integer("seq"),
        refers("contribution_withdrawal", "contribution_uid", "contribution"),
    )
    table_of_rows(
        "clearance",
        text("work_uid"),
        text("household_uid"),
        text("since"),
        text("sheet"),
        text("plot"),
        integer("area"),
        text("land"),
        text("terms"),
        text("assets"),
        text("note"),
        refers("clearance", "work_uid", "work"),
        refers("clearance", "household_uid", "household"),
    )
    table_of_rows(
        "clearance_event",
        text("clearance_uid"),
        text("event"),
        text("on_date"),
        integer("amount", null=True),
        text("document"),
        text("note"),
        text("supersedes", null=True),
        text("reason"),
        integer("seq"),
        refers("clearance_event", "clearance_uid", "clearance"),
    )
