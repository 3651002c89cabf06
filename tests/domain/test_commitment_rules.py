"""Promised, allotted, missing: the identities hold for every course of events."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.domain.capital import MoneyFact, Movement, Source, totals
from ntm_desktop.domain.commitments import Promise, PromisedAmount, PromiseState, kept_on

JUNE = date(2021, 6, 30)
DAYS = st.dates(date(2021, 1, 1), date(2021, 12, 31))
SOURCES = st.sampled_from([Source.DISTRICT, Source.PROVINCE])
YEARS = st.integers(2021, 2022)
WORKS = st.sampled_from(["hall", "road"])


@st.composite
def promise_lists(draw: st.DrawFn) -> list[Promise]:
    found = []
    for number in range(draw(st.integers(0, 5))):
        days = sorted(draw(st.lists(DAYS, min_size=1, max_size=3)))
        amounts = [
            PromisedAmount(day, draw(st.integers(1 if place == 0 else 0, 10**10)), place)
            for place, day in enumerate(days)
        ]
        due = days[0] + timedelta(days=draw(st.integers(0, 200)))
        work = draw(st.none() | WORKS)
        found.append(Promise(str(number), work, draw(SOURCES), draw(YEARS), due, amounts))
    return found


MONEY = st.dictionaries(
    WORKS,
    st.lists(
        st.builds(
            MoneyFact, st.sampled_from(Movement), SOURCES, YEARS, st.integers(-(10**9), 10**10), DAYS
        ),
        max_size=6,
    ),
)  # fmt: skip
Money = Mapping[str, list[MoneyFact]]


def allotted(money: Money, on: date, source: Source, year: int) -> int:
    """What each work got, as far as it got anything."""
    return sum(
        max(0, totals([fact for fact in facts if (fact.source, fact.year) == (source, year)], on=on).allotted)
        for facts in money.values()
    )


@given(promise_lists(), MONEY, DAYS)
def test_what_is_promised_is_allotted_or_missing(promises: list[Promise], money: Money, on: date) -> None:
    kept = kept_on(promises, money, on)
    assert kept.keys() == {one.uid for one in promises if one.is_made_on(on)}
    for one in promises:
        if one.uid in kept:
            found = kept[one.uid]
            assert found.promised == one.promised_on(on)
            assert 0 <= found.allotted <= found.promised
            assert found.missing == found.promised - found.allotted >= 0


@given(promise_lists(), MONEY, DAYS)
def test_no_dong_keeps_two_promises(promises: list[Promise], money: Money, on: date) -> None:
    kept = kept_on(promises, money, on)
    for source in Source:
        for year in (2021, 2022):
            asked = [one for one in promises if (one.source, one.year) == (source, year) and one.uid in kept]
            assert sum(kept[one.uid].allotted for one in asked) <= allotted(money, on, source, year)


@given(promise_lists(), MONEY, DAYS, WORKS, SOURCES, YEARS, st.integers(0, 10**10))
def test_more_capital_never_leaves_more_missing(
    promises: list[Promise], money: Money, on: date, work: str, source: Source, year: int, more: int
) -> None:
    new = MoneyFact(Movement.ALLOTTED, source, year, more, on)
    richer = {**money, work: [*money.get(work, []), new]}
    before, after = kept_on(promises, money, on), kept_on(promises, richer, on)
    assert sum(one.missing for one in after.values()) <= sum(one.missing for one in before.values())


@given(promise_lists(), MONEY, DAYS)
def test_the_state_follows_from_the_numbers(promises: list[Promise], money: Money, on: date) -> None:
    due = {one.uid: one.due for one in promises}
    for uid, one in kept_on(promises, money, on).items():
        late = one.missing > 0 and due[uid] < on
        assert (one.state is PromiseState.LATE) == late
        assert one.days_over == ((on - due[uid]).days if late else 0)
        assert (one.state is PromiseState.WITHDRAWN) == (one.promised == 0)
        assert (one.state is PromiseState.KEPT) == (one.promised > 0 == one.missing)


@given(promise_lists(), DAYS)
def test_a_promise_is_money_of_its_work(promises: list[Promise], on: date) -> None:
    for one in promises:
        assert totals(one.movements(), on=on).committed == one.promised_on(on)


def promise(uid: str, amount: int, due: date, work: str | None = "hall") -> Promise:
    return Promise(uid, work, Source.DISTRICT, 2021, due, [PromisedAmount(date(2021, 1, 28), amount)])


def given_to(amount: int, *, year: int = 2021, source: Source = Source.DISTRICT) -> MoneyFact:
    return MoneyFact(Movement.ALLOTTED, source, year, amount, date(2021, 5, 20))


def test_the_first_due_is_kept_first_and_works_go_before_the_commune() -> None:
    promises = [
        promise("later", 300, date(2021, 9, 30)),
        promise("sooner", 500, date(2021, 5, 31)),
        promise("commune", 400, date(2021, 3, 1), None),
    ]
    kept = kept_on(promises, {"hall": [given_to(600)], "road": [given_to(150)]}, JUNE)
    assert {uid: (one.allotted, one.missing) for uid, one in kept.items()} == {
        "sooner": (500, 0),
        "later": (100, 200),
        "commune": (150, 250),
    }
    assert [kept[uid].state for uid in ("sooner", "later", "commune")] == [
        PromiseState.KEPT,
        PromiseState.PENDING,
        PromiseState.LATE,
    ]


def test_what_a_work_was_told_without_a_paper_keeps_no_promise_to_the_commune() -> None:
    told = MoneyFact(Movement.COMMITTED, Source.DISTRICT, 2021, 400, date(2021, 1, 28))
    kept = kept_on([promise("commune", 300, JUNE, None)], {"hall": [given_to(500), told]}, JUNE)
    assert (kept["commune"].allotted, kept["commune"].missing) == (100, 200)


@pytest.mark.parametrize(
    "other", [given_to(500, year=2020), given_to(500, source=Source.PROVINCE), given_to(-500)]
)
def test_capital_of_another_year_or_source_or_a_cut_keeps_nothing(other: MoneyFact) -> None:
    one = kept_on([promise("a", 500, date(2021, 5, 31))], {"hall": [other]}, JUNE)["a"]
    assert (one.allotted, one.state, one.days_over) == (0, PromiseState.LATE, 30)
