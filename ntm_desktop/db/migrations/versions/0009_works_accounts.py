"""Who follows a work, what is kept back for its warranty, from what and by when its debt is paid; total
investments are corrected as other money is; contracts and annexes keep why they were changed.

Revision ID: 0009
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_STRICT = {"sqlite_strict": True}
_AMOUNT = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    # a table with two foreign keys is not made anew: they would come back in any order
    op.add_column("work_investment", sa.Column("supersedes", sa.Text, nullable=True))
    for table in ("contract", "contract_annex"):
        op.add_column(table, sa.Column("correction", sa.Text, nullable=True))
    with op.batch_alter_table("work", recreate="always", table_kwargs=_STRICT) as batch:
        batch.add_column(sa.Column("person_uid", sa.Text, nullable=True))
        batch.add_column(sa.Column("retention", _AMOUNT, nullable=True))
        batch.add_column(sa.Column("retention_released", sa.Text, nullable=True))
        batch.add_column(sa.Column("debt_source", sa.Text, nullable=True))
        batch.add_column(sa.Column("debt_due", sa.Text, nullable=True))
        batch.create_foreign_key(
            "fk_work_commune_id_person_uid", "person", ["commune_id", "person_uid"], ["commune_id", "uid"]
        )
    op.execute("UPDATE work SET debt_source = ''")
    with op.batch_alter_table("work", recreate="always", table_kwargs=_STRICT) as batch:
        batch.alter_column("debt_source", nullable=False)
