"""A paper that went out alone is in the register under its title.

A print from before this step is the whole dossier or a volume of it, also where one paper of it was saved:
its digest is that of the whole.

Revision ID: 0014
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.add_column("dossier", sa.Column("paper", sa.Text, nullable=True))
