"""What the office words belongs to a goal; what it worded before, to the goal in force on the day it did.

Revision ID: 0011
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    with op.batch_alter_table("narrative", recreate="always", table_kwargs={"sqlite_strict": True}) as batch:
        batch.add_column(sa.Column("goal_uid", sa.Text, nullable=True))
        batch.create_foreign_key(
            "fk_narrative_commune_id_goal_uid", "goal", ["commune_id", "goal_uid"], ["commune_id", "uid"]
        )
    known = "SELECT uid FROM goal WHERE goal.commune_id = narrative.commune_id AND goal.deleted = 0"
    op.execute(
        f"UPDATE narrative SET goal_uid = coalesce("
        f"({known} AND goal.valid_from <= narrative.on_date ORDER BY valid_from DESC, uid DESC LIMIT 1), "
        f"({known} ORDER BY valid_from, uid LIMIT 1))"
    )
