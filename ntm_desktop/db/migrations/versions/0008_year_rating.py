"""Ratings of people and units that the head changed at the end of a year.

Revision ID: 0008
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=null)


def integer(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False)


def upgrade() -> None:
    op.create_table(
        "year_rating",
        text("commune_id"),
        text("uid"),
        integer("rev"),
        integer("deleted"),
        integer("year"),
        text("kind"),
        text("person_uid", null=True),
        text("unit"),
        text("rating"),
        text("proposed"),
        text("reason"),
        text("on_date"),
        sa.ForeignKeyConstraint(
            ["commune_id", "person_uid"],
            ["person.commune_id", "person.uid"],
            name="fk_year_rating_commune_id_person_uid",
        ),
        sa.PrimaryKeyConstraint("commune_id", "uid"),
        sqlite_strict=True,
    )
