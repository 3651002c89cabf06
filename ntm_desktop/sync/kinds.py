"""Which tables a package of each kind holds, whole: docs/package-format.md §6."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import MetaData, Table

from ntm_desktop.db.models import criteria_pack, decision, paper, receipt, remark, verdict
from ntm_desktop.db.types import integer, places, text
from ntm_desktop.sync import canonical
from ntm_desktop.sync.manifest import DataFile
from ntm_desktop.sync.refusals import PackageRefused, Refusal

ENROLMENT = Table("enrolment", MetaData(), text("uid"), integer("rev"), integer("deleted"), text("told"))
"""In no database: how an enrolment file travels."""
APPRAISAL = (receipt, remark, verdict, decision)


def sent_by(*, authority: bool) -> tuple[str, ...]:
    """The kinds that a side may send: of the other's rows it has nothing to say."""
    return ("appraisal", "criteria", "keys") if authority else ("submission", "keys")


def tables_of(kind: str) -> tuple[Table, ...]:
    if kind == "submission":
        return (*canonical.travelling_tables(), paper)
    return {"appraisal": APPRAISAL, "criteria": (criteria_pack,), "keys": (ENROLMENT,)}[kind]


def match(kind: str, files: tuple[DataFile, ...]) -> Mapping[Table, DataFile]:
    """The file of each table, as the database orders them. Raises PackageRefused unless all are there."""
    given = {one.path: one for one in files}
    wanted = {canonical.path_of(table): table for table in tables_of(kind)}
    if wrong := given.keys() ^ wanted.keys():
        raise PackageRefused(Refusal.SCHEMA, f"{min(wrong)} is missing or strange")
    ordered = sorted(wanted.values(), key=lambda table: places().get(table, 0))
    return {table: given[canonical.path_of(table)] for table in ordered}
