"""Ballots of a hamlet that nobody has typed yet are open, not nought.

A nought that stands there stays one: of those typed before, nobody can tell any more which were meant.

Revision ID: 0013
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

_COUNTS = ("households", "issued", "returned", "valid", "satisfied")
_REFERS = (("goal_uid", "goal"), ("hamlet_uid", "hamlet"))


def upgrade() -> None:
    with op.batch_alter_table("survey", recreate="always", table_kwargs={"sqlite_strict": True}) as batch:
        for column in _COUNTS:
            batch.alter_column(column, existing_type=sa.Integer, nullable=True)
        for column, _table in _REFERS:  # put back in the order in which a new database has them
            batch.drop_constraint(f"fk_survey_commune_id_{column}", type_="foreignkey")
        for column, table in _REFERS:
            batch.create_foreign_key(
                f"fk_survey_commune_id_{column}", table, ["commune_id", column], ["commune_id", "uid"]
            )
