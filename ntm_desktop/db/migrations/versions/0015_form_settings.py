"""To whom a goal's dossier goes, in how many copies, and the form numbers of its papers.

Revision ID: 0015
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def integer(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False)


def upgrade() -> None:
    op.create_table(
        "form_setting",
        text("commune_id"),
        text("uid"),
        integer("rev"),
        integer("deleted"),
        text("goal_uid"),
        text("procedure"),
        text("form"),
        text("key"),
        text("value"),
        text("source"),
        integer("confirmed"),
        text("by_name"),
        text("on_date"),
        sa.ForeignKeyConstraint(
            ["commune_id", "goal_uid"],
            ["goal.commune_id", "goal.uid"],
            name="fk_form_setting_commune_id_goal_uid",
        ),
        sa.PrimaryKeyConstraint("commune_id", "uid"),
        sqlite_strict=True,
    )
