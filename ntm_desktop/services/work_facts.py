"""The stored facts of construction works, gathered for the rules: one query a table, however many works."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from sqlalchemy import RowMapping, Table, select

from ntm_desktop.db.models import (
    acceptance,
    baseline,
    commitment,
    commitment_amount,
    contract,
    contract_annex,
    contractor,
    progress,
    work,
    work_investment,
    work_money,
    work_stage,
)
from ntm_desktop.db.session import Session, live, names, once, until_written
from ntm_desktop.domain.capital import MoneyFact, Movement, Source
from ntm_desktop.domain.commitments import Promise, PromisedAmount
from ntm_desktop.domain.progress import Baseline, Measured, PlanPoint
from ntm_desktop.domain.stages import Route, Stage, StageDates
from ntm_desktop.domain.works import Annex, Contract, Dated, WorkFacts
from ntm_desktop.services.fields import day_of

Rows = dict[str, list[RowMapping]]
"""Rows by the work that they belong to."""


@dataclass(frozen=True, slots=True)
class Builder:
    uid: str  # of the contractor
    name: str
    signed: date


@dataclass(frozen=True, slots=True)
class Gathered:
    """One work: its row in the register, its facts, and who signed for building it."""

    row: RowMapping
    facts: WorkFacts
    builders: Sequence[Builder]

    def builder_on(self, on: date) -> Builder | None:
        """Who builds it by the newest contract of that day."""
        signed = [one for one in self.builders if one.signed <= on]
        return signed[-1] if signed else None


def gather(session: Session, *, of: Collection[str] | None = None) -> tuple[Gathered, ...]:
    """All works in the office's own order, or those of the uids ``of``."""
    query = live(work, session).order_by(work.c.position, work.c.uid)
    if of is not None:
        query = query.where(work.c.uid.in_(of))
    registered = session.rows(query)
    promised: dict[str, list[MoneyFact]] = {}
    for promise in promises(session, of=of):
        if promise.work_uid is not None:
            promised.setdefault(promise.work_uid, []).extend(promise.movements())
    stages = _by_work(session, work_stage, of)
    approved = _by_work(session, work_investment, of)
    money = _by_work(session, work_money, of)
    acceptances = _by_work(session, acceptance, of)
    measured = _measured(session, of)
    plans = _by_work(session, baseline, of)
    contracts = _by_work(session, contract, of)
    annexes = _annexes(session, of)
    builders = names(contractor, session)
    found = []
    for row in registered:
        key = row["uid"]
        signed = sorted(contracts.get(key, ()), key=lambda one: (one["signed"], one["uid"]))
        facts = WorkFacts(
            uid=key,
            name=row["name"],
            route=Route(row["route"]),
            stages={stage.stage: stage for stage in map(_stage, stages.get(key, ()))},
            investments=investments(approved.get(key, ())),
            money=[
                *(_money(one) for one in standing(money.get(key, ())) if not is_void(one)),
                *promised.get(key, ()),
            ],
            acceptances=[
                Dated(date.fromisoformat(one["on_date"]), one["value"], one["seq"])
                for one in standing(acceptances.get(key, ()))
            ],
            contracts=[_contract(one, annexes.get(one["uid"], ())) for one in signed],
            measured=measured.get(key, ()),
            baselines=sorted(map(_baseline, plans.get(key, ())), key=lambda one: one.seq),
            settled=row["settled"],
            warranty_to=day_of(row["warranty_to"]),
            retention=row["retention"],
            retention_released=day_of(row["retention_released"]),
        )
        built_by = [
            Builder(one["contractor_uid"], builders[one["contractor_uid"]], date.fromisoformat(one["signed"]))
            for one in signed
        ]
        found.append(Gathered(row, facts, built_by))
    return tuple(found)


def standing(rows: Iterable[RowMapping]) -> list[RowMapping]:
    """Facts that no other one corrects, in the order of recording."""
    known = sorted(rows, key=itemgetter("seq"))
    corrected = {row["supersedes"] for row in known}
    return [row for row in known if row["uid"] not in corrected]


def investments(rows: Iterable[RowMapping]) -> list[Dated]:
    """The total investments that hold: neither corrected nor taken back."""
    return [
        Dated(date.fromisoformat(row["on_date"]), row["amount"], row["seq"])
        for row in standing(rows)
        if not is_void(row)
    ]


def promises(session: Session, *, of: Collection[str] | None = None) -> tuple[Promise, ...]:
    """All commitments of capital, or those for the works ``of``."""
    rows = promised(session)
    if of is not None:
        rows = [row for row in rows if row["work_uid"] in of]
    if not rows:
        return ()
    amounts = promised_amounts(session)
    return tuple(
        Promise(
            uid=row["uid"],
            work_uid=row["work_uid"],
            source=Source(row["source"]),
            year=row["year"],
            due=date.fromisoformat(row["due"]),
            amounts=[
                PromisedAmount(date.fromisoformat(one["on_date"]), one["amount"], one["seq"])
                for one in amounts.get(row["uid"], ())
            ],
        )
        for row in rows
    )


@once
def promised(session: Session) -> Sequence[RowMapping]:
    """The rows of all commitments."""
    return session.rows(live(commitment, session))


@once
def promised_amounts(session: Session) -> Mapping[str, Sequence[RowMapping]]:
    """Their amounts that stand, by commitment."""
    return _grouped(standing(session.rows(live(commitment_amount, session))), "commitment_uid")


@until_written(work_money)
def movements(session: Session) -> dict[str, list[MoneyFact]]:
    """The money of all works but what commitments promise, by work."""
    found: dict[str, list[MoneyFact]] = {}
    for row in standing(session.rows(live(work_money, session))):
        found.setdefault(row["work_uid"], []).append(_money(row))
    return found


def contracts_of(session: Session, *, uid: str, contractor_uid: str) -> tuple[tuple[str, Contract], ...]:
    """The contracts of a work with one contractor and their numbers, oldest first."""
    query = live(contract, session).where(
        contract.c.work_uid == uid, contract.c.contractor_uid == contractor_uid
    )
    annexes = _annexes(session, [uid])
    rows = sorted(session.rows(query), key=lambda row: (row["signed"], row["uid"]))
    return tuple((row["number"], _contract(row, annexes.get(row["uid"], ()))) for row in rows)


def points_to_json(points: Sequence[PlanPoint]) -> str:
    return json.dumps([[point.on.isoformat(), point.share] for point in points], separators=(",", ":"))


def points_from_json(text: str) -> tuple[PlanPoint, ...]:
    return tuple(PlanPoint(date.fromisoformat(day), share) for day, share in json.loads(text))


def _by_work(session: Session, table: Table, of: Collection[str] | None) -> Rows:
    query = live(table, session)
    if of is not None:
        query = query.where(table.c.work_uid.in_(of))
    return _grouped(session.rows(query), "work_uid")


def _annexes(session: Session, of: Collection[str] | None) -> Rows:
    """By contract."""
    query = live(contract_annex, session)
    if of is not None:
        signed = select(contract.c.uid).where(
            contract.c.commune_id == session.commune_id, contract.c.work_uid.in_(of)
        )
        query = query.where(contract_annex.c.contract_uid.in_(signed))
    return _grouped(session.rows(query), "contract_uid")


def _grouped(rows: Iterable[RowMapping], column: str) -> Rows:
    found: Rows = {}
    for row in rows:
        found.setdefault(row[column], []).append(row)
    return found


def _stage(row: RowMapping) -> StageDates:
    return StageDates(Stage(row["stage"]), day_of(row["target"]), day_of(row["done"]))


def _money(row: RowMapping) -> MoneyFact:
    return MoneyFact(
        Movement(row["movement"]),
        Source(row["source"]),
        row["year"],
        row["amount"],
        date.fromisoformat(row["on_date"]),
    )


def is_void(row: RowMapping) -> bool:
    """An entry that was taken back: of a movement the source is not named by it any more."""
    return row["supersedes"] is not None and row["amount"] == 0


def _contract(row: RowMapping, annexes: Iterable[RowMapping]) -> Contract:
    return Contract(
        signed=date.fromisoformat(row["signed"]),
        value=row["value"],
        start=date.fromisoformat(row["start_date"]),
        finish=date.fromisoformat(row["finish_date"]),
        annexes=[
            Annex(date.fromisoformat(one["signed"]), one["value"], day_of(one["finish_date"]))
            for one in annexes
        ],
    )


def measured_of(row: RowMapping) -> Measured:
    on = date.fromisoformat(row["on_date"])
    return Measured(on, row["share"], row["value"], row["uid"], row["seq"], row["supersedes"])


_MEASURED = (
    *(progress.c.work_uid, progress.c.on_date, progress.c.share, progress.c.value),
    *(progress.c.uid, progress.c.seq, progress.c.supersedes),
)


def _measured(session: Session, of: Collection[str] | None) -> dict[str, list[Measured]]:
    """By work, in their order; by place, not by name: a register of thousands has hundreds of thousands."""
    query = live(progress, session).order_by(progress.c.work_uid, progress.c.on_date, progress.c.seq)
    if of is not None:
        query = query.where(progress.c.work_uid.in_(of))
    found: dict[str, list[Measured]] = {}
    read = session.connection.execute(query.with_only_columns(*_MEASURED))
    for of_work, day, share, value, uid, seq, supersedes in read.all():
        one = Measured(date.fromisoformat(day), share, value, uid, seq, supersedes)
        found.setdefault(of_work, []).append(one)
    return found


def _baseline(row: RowMapping) -> Baseline:
    return Baseline(
        date.fromisoformat(row["on_date"]),
        points_from_json(row["points"]),
        row["reason"],
        row["uid"],
        row["seq"],
    )
