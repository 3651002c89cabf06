"""Construction works: register, stages, contracts, money, progress.

Revision ID: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


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
        "contractor",
        text("name"),
        integer("community"),
        text("address"),
        text("contact"),
        text("tax_code"),
    )
    table_of_rows(
        "work",
        text("name"),
        text("kind"),
        text("route"),
        text("place"),
        text("scale"),
        text("investor"),
        integer("position"),
        integer("settled", null=True),
        text("warranty_to", null=True),
        text("note"),
    )
    table_of_rows(
        "baseline",
        text("work_uid"),
        text("points"),
        text("on_date"),
        text("reason"),
        integer("seq"),
        refers("baseline", "work_uid", "work"),
    )
    table_of_rows(
        "contract",
        text("work_uid"),
        text("contractor_uid"),
        text("number"),
        text("signed"),
        integer("value"),
        text("start_date"),
        text("finish_date"),
        refers("contract", "work_uid", "work"),
        refers("contract", "contractor_uid", "contractor"),
    )
    table_of_rows(
        "progress",
        text("work_uid"),
        text("on_date"),
        integer("share"),
        integer("value", null=True),
        text("cause"),
        text("note"),
        text("supersedes", null=True),
        text("reason"),
        integer("seq"),
        refers("progress", "work_uid", "work"),
    )
    table_of_rows(
        "work_condition",
        text("work_uid"),
        text("condition"),
        integer("holds"),
        text("note"),
        refers("work_condition", "work_uid", "work"),
    )
    table_of_rows(
        "work_hamlet",
        text("work_uid"),
        text("hamlet_uid"),
        refers("work_hamlet", "work_uid", "work"),
        refers("work_hamlet", "hamlet_uid", "hamlet"),
    )
    table_of_rows(
        "work_indicator",
        text("work_uid"),
        text("set_id"),
        text("code"),
        refers("work_indicator", "work_uid", "work"),
    )
    table_of_rows(
        "acceptance",
        text("work_uid"),
        text("on_date"),
        integer("value"),
        text("document_uid", null=True),
        text("note"),
        text("supersedes", null=True),
        text("reason"),
        integer("seq"),
        refers("acceptance", "work_uid", "work"),
        refers("acceptance", "document_uid", "official_document"),
    )
    table_of_rows(
        "contract_annex",
        text("contract_uid"),
        text("number"),
        text("signed"),
        integer("value", null=True),
        text("finish_date", null=True),
        text("reason"),
        refers("contract_annex", "contract_uid", "contract"),
    )
    table_of_rows(
        "progress_photo",
        text("progress_uid"),
        text("file_uid"),
        text("title"),
        integer("position"),
        refers("progress_photo", "progress_uid", "progress"),
        refers("progress_photo", "file_uid", "file"),
    )
    table_of_rows(
        "work_investment",
        text("work_uid"),
        integer("amount"),
        text("on_date"),
        text("document_uid", null=True),
        text("reason"),
        integer("seq"),
        refers("work_investment", "work_uid", "work"),
        refers("work_investment", "document_uid", "official_document"),
    )
    table_of_rows(
        "work_money",
        text("work_uid"),
        text("movement"),
        text("source"),
        text("programme"),
        integer("year"),
        integer("amount"),
        text("on_date"),
        text("document_uid", null=True),
        text("note"),
        text("supersedes", null=True),
        text("reason"),
        integer("seq"),
        refers("work_money", "work_uid", "work"),
        refers("work_money", "document_uid", "official_document"),
    )
    table_of_rows(
        "work_stage",
        text("work_uid"),
        text("stage"),
        text("target", null=True),
        text("done", null=True),
        text("document_uid", null=True),
        text("note"),
        refers("work_stage", "work_uid", "work"),
        refers("work_stage", "document_uid", "official_document"),
    )
    op.create_index(
        "ix_progress_commune_id_work_uid_on_date_seq",
        "progress",
        ["commune_id", "work_uid", "on_date", "seq"],
    )
