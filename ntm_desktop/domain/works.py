"""A construction work as the rules see it, and what follows from its facts on a day: none of it is typed.

Stages are ``domain.stages``, money ``domain.capital``, measurements and plans ``domain.progress``; what
should alarm somebody is ``domain.alerts``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ntm_desktop.domain import progress
from ntm_desktop.domain.capital import Account, MoneyFact, totals
from ntm_desktop.domain.progress import Baseline, Measured, PlanPoint
from ntm_desktop.domain.stages import (
    Route,
    Stage,
    StageDates,
    accepted_on,
    current_stage,
    days_in_stage,
    done_on,
)

WORK_KINDS: Mapping[str, tuple[str, str]] = {
    "giao-thong": ("Giao thông", "2"),
    "thuy-loi": ("Thủy lợi, phòng chống thiên tai", "3"),
    "dien": ("Điện", "4"),
    "truong-hoc": ("Trường học", "5"),
    "van-hoa": ("Cơ sở vật chất văn hóa", "6"),
    "cho": ("Chợ, thương mại", "7"),
    "thong-tin": ("Thông tin, truyền thông", "8"),
    "nha-o": ("Nhà ở", "9"),
    "y-te": ("Y tế", "15"),
    "moi-truong": ("Môi trường, nước sạch", "17"),
    "tru-so": ("Trụ sở, hệ thống chính trị", "18"),
    "khac": ("Công trình khác", ""),
}
"""Kind → name and the criterion that it usually serves in the sets of 2016 and 2021 [recalled, high]. The
criterion is only offered; what counts are the indicators that the office links."""


@dataclass(frozen=True, slots=True)
class Dated:
    """An amount in đồng that holds from a day on: a total investment, an accepted volume."""

    on: date
    amount: int
    seq: int = 0


@dataclass(frozen=True, slots=True)
class Annex:
    signed: date
    value: int | None = None
    finish: date | None = None


@dataclass(frozen=True, slots=True)
class Contract:
    signed: date
    value: int
    start: date
    finish: date
    annexes: Sequence[Annex] = ()

    def value_on(self, on: date) -> int:
        changed = [annex.value for annex in self._by(on) if annex.value is not None]
        return changed[-1] if changed else self.value

    def finish_on(self, on: date) -> date:
        """The end as extended by the annexes signed until then."""
        changed = [annex.finish for annex in self._by(on) if annex.finish is not None]
        return changed[-1] if changed else self.finish

    def _by(self, on: date) -> list[Annex]:
        return sorted((annex for annex in self.annexes if annex.signed <= on), key=lambda annex: annex.signed)


@dataclass(frozen=True, slots=True)
class WorkFacts:
    """Everything known of one work, of all days."""

    uid: str
    name: str
    route: Route
    stages: Mapping[Stage, StageDates]
    investments: Sequence[Dated] = ()
    money: Sequence[MoneyFact] = ()
    acceptances: Sequence[Dated] = ()
    contracts: Sequence[Contract] = ()
    measured: Sequence[Measured] = ()
    baselines: Sequence[Baseline] = ()
    settled: int | None = None
    warranty_to: date | None = None
    retention: int | None = None
    """Kept back for the warranty, đồng."""
    retention_released: date | None = None

    def plan_on(self, on: date) -> Sequence[PlanPoint]:
        """What the baseline in force on a day plans; empty while there was none."""
        baseline = progress.in_force(self.baselines, on)
        return baseline.points if baseline is not None else ()


@dataclass(frozen=True, slots=True)
class WorkState:
    """One work on one day. Shares in basis points, money in đồng."""

    on: date
    stage: Stage
    days_in_stage: int | None
    share: int
    planned: int | None
    """None while no plan is in force."""
    behind: int
    """Days behind the plan in force; 0 without one, and once it is built."""
    due: date | None
    """By when it must be built: the end of its contract as extended, else the target of its acceptance."""
    delay: int
    """Days: of an unbuilt work the more of those behind its plan and those past ``due``; of a built one how
    many after the end of its plan, or after ``due``, it was built, again the more."""
    account: Account
    money_share: int
    gap: int
    contract_value: int | None
    contract_finish: date | None
    built: date | None
    """When all of it was built; accepted it may be later."""
    finished: date | None
    """When it was accepted as complete; an acceptance before the start of building is none."""
    settled_on: date | None
    expected: date | None
    """When it was or will be finished; None where nobody can tell: without a plan once ``due`` has passed."""

    @property
    def has_begun(self) -> bool:
        return self.share > 0

    @property
    def is_late(self) -> bool:
        """Not built yet, and behind its plan or past the day by which it must be."""
        return self.days_late > 0

    @property
    def days_late(self) -> int:
        """By how many it is late now: none once it is built."""
        return self.delay if self.built is None else 0

    @property
    def cost(self) -> int:
        """What the work costs by the newest paper: the contract, else the approved total investment."""
        return self.account.total if self.contract_value is None else self.contract_value


def state_on(work: WorkFacts, on: date) -> WorkState:
    share, plan = progress.share_on(work.measured, on), work.plan_on(on)
    finished = accepted_on(work.stages, on)
    built = progress.whole_since(work.measured, on) or finished
    contracts = [contract for contract in work.contracts if contract.signed <= on]
    value = sum(contract.value_on(on) for contract in contracts) if contracts else None
    ends = max((contract.finish_on(on) for contract in contracts), default=None)
    target = work.stages[Stage.ACCEPTANCE].target if Stage.ACCEPTANCE in work.stages else None
    due = ends or target
    settled_on = done_on(work.stages, Stage.SETTLEMENT, on)
    account = Account(
        total=newest(work.investments, on),
        amounts=totals(work.money, on=on),
        accepted=newest(work.acceptances, on),
        settled=work.settled if settled_on else None,
        contract=value,
    )
    return WorkState(
        on=on,
        stage=current_stage(work.stages, on),
        days_in_stage=days_in_stage(work.stages, on),
        share=share,
        planned=progress.planned_share(plan, on) if plan else None,
        behind=0 if built else progress.delay_days(plan, share, on=on),
        due=due,
        delay=max(
            progress.delay_days(plan, share, on=on, finished=built),
            ((built or on) - due).days if due is not None else 0,
            0,
        ),
        account=account,
        money_share=account.money_progress,
        gap=progress.gap(share, account.money_progress),
        contract_value=value,
        contract_finish=ends,
        built=built,
        finished=finished,
        settled_on=settled_on,
        expected=_expected(plan, share, on=on, built=built, finished=finished, hoped=_latest(ends, target)),
    )


def _expected(
    plan: Sequence[PlanPoint],
    share: int,
    *,
    on: date,
    built: date | None,
    finished: date | None,
    hoped: date | None,
) -> date | None:
    by_plan = progress.expected_finish(plan, share, on=on, finished=finished)
    if by_plan is not None:
        return by_plan
    if hoped is None or (built is None and hoped < on):
        return None
    return max(hoped, on)


def _latest(*days: date | None) -> date | None:
    return max((day for day in days if day is not None), default=None)


def newest(dated: Sequence[Dated], on: date) -> int:
    """The amount in force on a day; 0 before the first."""
    known = sorted((one for one in dated if one.on <= on), key=lambda one: (one.on, one.seq))
    return known[-1].amount if known else 0


def is_known(work: WorkFacts, on: date) -> bool:
    """Something had happened with it by the end of a day; a work of which nothing is dated always is known.
    A target is nothing that happened."""
    undated = True
    for day in _days(work):
        if day <= on:
            return True
        undated = False
    return undated


def _days(work: WorkFacts) -> Iterator[date]:
    yield from (dates.done for dates in work.stages.values() if dates.done)
    for facts in (work.investments, work.money, work.acceptances, work.measured, work.baselines):
        yield from (fact.on for fact in facts)
    yield from (contract.signed for contract in work.contracts)
