"""Publication, broadcasts, opinions, the survey by hamlet, the meeting with its vote, own thresholds.

Revision ID: 0010
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=null)


def integer(name: str, *, null: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=null)


def refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["commune_id", column],
        [f"{to}.commune_id", f"{to}.uid"],
        name=f"fk_{table}_commune_id_{column}",
    )


def table_of_rows(name: str, *columns: sa.Column[str] | sa.Column[int] | sa.ForeignKeyConstraint) -> None:
    op.create_table(
        name,
        text("commune_id"),
        text("uid"),
        integer("rev"),
        integer("deleted"),
        *columns,
        sa.PrimaryKeyConstraint("commune_id", "uid"),
        sqlite_strict=True,
    )


def upgrade() -> None:
    table_of_rows(
        "publication",
        text("goal_uid"),
        text("place"),
        text("first_day"),
        text("last_day"),
        text("note"),
        refers("publication", "goal_uid", "goal"),
    )
    table_of_rows(
        "broadcast",
        text("goal_uid"),
        text("on_date"),
        text("note"),
        refers("broadcast", "goal_uid", "goal"),
    )
    table_of_rows(
        "opinion",
        text("goal_uid"),
        text("giver"),
        text("giver_name"),
        text("hamlet_uid", null=True),
        text("form"),
        text("on_date"),
        text("number"),
        text("content"),
        text("proposal"),
        text("reply"),
        text("accepted"),
        refers("opinion", "goal_uid", "goal"),
        refers("opinion", "hamlet_uid", "hamlet"),
    )
    table_of_rows(
        "survey_question",
        text("goal_uid"),
        integer("position"),
        text("title"),
        integer("asks_overall"),
        refers("survey_question", "goal_uid", "goal"),
    )
    table_of_rows(
        "survey",
        text("goal_uid"),
        text("hamlet_uid"),
        text("on_date"),
        integer("households"),
        integer("issued"),
        integer("returned"),
        integer("valid"),
        integer("satisfied"),
        text("collector"),
        refers("survey", "goal_uid", "goal"),
        refers("survey", "hamlet_uid", "hamlet"),
    )
    table_of_rows(
        "survey_answer",
        text("survey_uid"),
        text("question_uid"),
        integer("satisfied"),
        refers("survey_answer", "survey_uid", "survey"),
        refers("survey_answer", "question_uid", "survey_question"),
    )
    table_of_rows(
        "meeting",
        text("goal_uid"),
        text("on_date"),
        text("begins"),
        text("ends"),
        text("place"),
        text("chair"),
        text("chair_post"),
        text("secretary"),
        text("secretary_post"),
        integer("invited"),
        integer("present"),
        integer("agreed"),
        text("discussion"),
        integer("copies_kept"),
        integer("copies_sent"),
        refers("meeting", "goal_uid", "goal"),
    )
    table_of_rows(
        "attendee",
        text("meeting_uid"),
        integer("position"),
        text("name"),
        text("post"),
        refers("attendee", "meeting_uid", "meeting"),
    )
    table_of_rows(
        "threshold_override",
        text("goal_uid"),
        text("key"),
        integer("value", null=True),
        text("source"),
        integer("confirmed"),
        text("by_name"),
        text("on_date"),
        refers("threshold_override", "goal_uid", "goal"),
    )
