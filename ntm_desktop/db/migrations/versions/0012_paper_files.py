"""A paper that is made elsewhere is kept with the dossier as a file.

Revision ID: 0012
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

_REFERS = (("signer_uid", "person"), ("goal_uid", "goal"), ("file_uid", "file"))


def upgrade() -> None:
    with op.batch_alter_table("paper", recreate="always", table_kwargs={"sqlite_strict": True}) as batch:
        batch.add_column(sa.Column("file_uid", sa.Text, nullable=True))
        for column, _table in _REFERS[:-1]:  # put back in the order in which a new database has them
            batch.drop_constraint(f"fk_paper_commune_id_{column}", type_="foreignkey")
        for column, table in _REFERS:
            batch.create_foreign_key(
                f"fk_paper_commune_id_{column}", table, ["commune_id", column], ["commune_id", "uid"]
            )
