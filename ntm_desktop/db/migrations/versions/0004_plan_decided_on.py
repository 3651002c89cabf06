"""A plan has the day on which it was made, so that no later plan is told of an earlier day.

A plan from before this step gets the day on which it was recorded, by the office's clock. Where the history
no longer says (its content was erased on request), it gets the day of its first note, else that of the first
action of all: it counted for every day until now and goes on doing so.

Revision ID: 0004
"""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_DAY = "date(at, '+7 hours')"  # by the office's clock
_BEFORE_ALL = "2009-04-16"  # the first national set


def upgrade() -> None:
    made_anew = {"sqlite_strict": True}
    with op.batch_alter_table("plan", recreate="always", table_kwargs=made_anew) as batch:
        batch.add_column(sa.Column("decided_on", sa.Text, nullable=True))
    _date_all()
    with op.batch_alter_table("plan", recreate="always", table_kwargs=made_anew) as batch:
        batch.alter_column("decided_on", nullable=False)


def _date_all() -> None:
    connection = op.get_bind()
    plans = connection.execute(sa.text("SELECT commune_id, uid FROM plan")).all()
    if not plans:
        return
    recorded: dict[tuple[str, str], str] = {}
    first: dict[str, str] = {}
    query = f"SELECT commune_id, {_DAY}, images FROM history ORDER BY commune_id, seq"
    for commune_id, on, images in connection.execute(sa.text(query)):
        first.setdefault(commune_id, on)
        for image in json.loads(images or "[]"):
            if image["table"] == "plan" and image["before"] is None:
                recorded.setdefault((commune_id, image["uid"]), on)
    noted = {
        (commune_id, uid): on
        for commune_id, uid, on in connection.execute(
            sa.text("SELECT commune_id, plan_uid, min(on_date) FROM plan_note GROUP BY commune_id, plan_uid")
        )
    }
    for commune_id, uid in plans:
        key = (commune_id, uid)
        decided = recorded.get(key) or noted.get(key) or first.get(commune_id, _BEFORE_ALL)
        connection.execute(
            sa.text("UPDATE plan SET decided_on = :on WHERE commune_id = :commune AND uid = :uid"),
            {"on": decided, "commune": commune_id, "uid": uid},
        )
