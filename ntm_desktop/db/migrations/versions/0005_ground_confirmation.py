"""Căn cứ of the papers that somebody held against the document.

Revision ID: 0005
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "ground_confirmation",
        *(
            sa.Column(name, kind, nullable=False)
            for name, kind in (
                ("commune_id", sa.Text()),
                ("uid", sa.Text()),
                ("rev", sa.BigInteger().with_variant(sa.Integer(), "sqlite")),
                ("deleted", sa.BigInteger().with_variant(sa.Integer(), "sqlite")),
                ("kind", sa.Text()),
                ("number", sa.Text()),
            )
        ),
        sa.Column("issued", sa.Text, nullable=True),
        *(
            sa.Column(name, sa.Text, nullable=False)
            for name in ("issuer", "title", "source", "by_name", "on_date")
        ),
        sa.PrimaryKeyConstraint("commune_id", "uid"),
        sqlite_strict=True,
    )
