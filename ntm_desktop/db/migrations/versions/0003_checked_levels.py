"""A confirmation keeps the levels that were checked.

One from before this step did not say which profile, year and amendment somebody had looked at. It gets no
levels and no longer counts: the mark (*) comes back until somebody looks again, which is safer than a level
that reads as checked and never was. The row stays, for the history.

Revision ID: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    made_anew = {"sqlite_strict": True}
    with op.batch_alter_table("target_confirmation", recreate="always", table_kwargs=made_anew) as batch:
        batch.add_column(sa.Column("levels", sa.Text, nullable=True))
