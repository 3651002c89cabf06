"""The money identities hold for every course of events (works: §4.2 of the domain notes)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.domain.capital import (
    Account,
    Amounts,
    MoneyFact,
    Movement,
    Source,
    by_source,
    by_year,
    is_doubtful_total,
    meant_in_millions,
    overpaid,
    overpaid_by,
    totals,
)

AMOUNTS = st.integers(0, 10**13)
DAYS = st.dates(date(2016, 1, 1), date(2022, 12, 31))
FACTS = st.lists(
    st.builds(
        MoneyFact,
        st.sampled_from(Movement),
        st.sampled_from(Source),
        st.integers(2016, 2022),
        st.integers(-(10**12), 10**12),
        DAYS,
    ),
    max_size=30,
)


def account(
    accepted: int, allotted: int, disbursed: int = 0, total: int = 0, settled: int | None = None
) -> Account:
    return Account(total, Amounts(0, allotted, disbursed), accepted, settled)


def test_the_debt_of_the_canal_of_yen_hoa() -> None:
    canal = account(accepted=1_100_000_000, allotted=980_000_000, disbursed=980_000_000, total=1_100_000_000)
    assert canal.debt == 120_000_000
    assert canal.slow_disbursement == 0
    assert canal.missing_capital == 120_000_000


def test_accepted_with_capital_and_unpaid_is_slow_disbursement_not_debt() -> None:
    school = account(accepted=3_600, allotted=3_600, disbursed=2_980, total=3_600)
    assert (school.debt, school.slow_disbursement) == (0, 620)


def test_the_settled_value_replaces_the_accepted_one() -> None:
    settled = account(accepted=1_100, allotted=1_000, disbursed=1_000, total=1_250, settled=1_000)
    assert (settled.debt, settled.missing_capital) == (0, 0)


@given(st.integers(1, 10**15))
def test_a_total_typed_in_millions_is_doubted_and_the_one_that_was_meant_is_not(amount: int) -> None:
    meant = meant_in_millions(amount)
    assert meant is None or (meant == amount * 10**6 and not is_doubtful_total(meant))
    if 1 <= amount <= 10**6:
        assert meant is not None
    assert is_doubtful_total(amount) == (amount < 10**6 or amount > 10**12)


@given(AMOUNTS, AMOUNTS, AMOUNTS)
def test_what_was_accepted_is_paid_slowly_paid_or_debt(accepted: int, allotted: int, disbursed: int) -> None:
    one = account(accepted, allotted, disbursed)
    assert one.debt == max(0, accepted - allotted)
    assert one.debt >= 0
    assert one.slow_disbursement >= 0
    paid = min(disbursed, accepted, allotted)
    assert one.debt + one.slow_disbursement + paid == accepted


@given(AMOUNTS, AMOUNTS, AMOUNTS)
def test_more_capital_never_makes_more_debt(accepted: int, allotted: int, more: int) -> None:
    assert account(accepted, allotted + more).debt <= account(accepted, allotted).debt


@given(FACTS, DAYS)
def test_sources_and_years_add_up_to_the_totals(facts: list[MoneyFact], on: date) -> None:
    whole = totals(facts, on=on)
    assert sum((amounts for _source, amounts in by_source(facts, on=on)), Amounts()) == whole
    assert sum((amounts for _year, amounts in by_year(facts, on=on)), Amounts()) == whole


@given(FACTS, DAYS, DAYS)
def test_a_day_sees_only_what_had_happened(facts: list[MoneyFact], on: date, later: date) -> None:
    fact = MoneyFact(Movement.ALLOTTED, Source.DISTRICT, 2021, 5, max(on, later))
    expected = totals(facts, on=on).allotted + (5 if fact.on <= on else 0)
    assert totals([*facts, fact], on=on).allotted == expected


@pytest.mark.parametrize(
    ("paid", "total", "share"),
    [(0, 0, 0), (5, 0, 0), (0, 9, 0), (485, 1250, 3880), (1, 3, 3333), (2, 3, 6667)],
)
def test_money_progress_has_a_fixed_denominator(paid: int, total: int, share: int) -> None:
    assert account(0, 0, paid, total).money_progress == share


def test_the_disbursement_rate_is_unknown_while_nothing_is_allotted() -> None:
    assert account(0, 0, 0).disbursement_rate is None
    assert account(0, 1_100, 485).disbursement_rate == 4409


def moved(movement: Movement, year: int, amount: int, source: Source = Source.COMMUNE) -> MoneyFact:
    return MoneyFact(movement, source, year, amount, date(year, 5, 1))


@given(FACTS, DAYS)
def test_overpaid_is_what_no_allotment_until_that_year_covers(facts: list[MoneyFact], on: date) -> None:
    told = {one.source: one for one in overpaid(facts, on=on)}
    for source in Source:
        own = [fact for fact in facts if fact.source is source]
        sums = [
            totals((fact for fact in own if fact.year <= year), on=on) for year in {fact.year for fact in own}
        ]
        worst = max((amounts.disbursed - max(0, amounts.allotted) for amounts in sums), default=0)
        assert (told[source].excess if source in told else 0) == max(0, worst)


def test_capital_carried_over_pays_in_a_later_year_and_not_in_an_earlier_one() -> None:
    given_2020, paid_2021 = moved(Movement.ALLOTTED, 2020, 100), moved(Movement.DISBURSED, 2021, 100)
    assert overpaid([given_2020, paid_2021], on=date(2021, 12, 31)) == ()
    paid_2020, given_2021 = moved(Movement.DISBURSED, 2020, 100), moved(Movement.ALLOTTED, 2021, 100)
    (found,) = overpaid([paid_2020, given_2021], on=date(2021, 12, 31))
    assert (found.year, found.paid, found.allotted) == (2020, 100, 0)


def test_one_source_does_not_pay_for_another() -> None:
    given_by_commune = moved(Movement.ALLOTTED, 2021, 100)
    paid_by_province = moved(Movement.DISBURSED, 2021, 40, Source.PROVINCE)
    (found,) = overpaid([given_by_commune, paid_by_province], on=date(2021, 12, 31))
    assert (found.source, found.excess) == (Source.PROVINCE, 40)


def test_an_entry_is_asked_about_only_where_it_makes_more_overpaid() -> None:
    on, given = date(2021, 12, 31), moved(Movement.ALLOTTED, 2021, 100)
    slip, meant = moved(Movement.DISBURSED, 2021, 900), moved(Movement.DISBURSED, 2021, 90)
    assert overpaid_by([slip], [given], on=on)
    assert not overpaid_by([meant], [given, slip], instead_of=slip, on=on)
    assert not overpaid_by([moved(Movement.ALLOTTED, 2021, 50)], [given, slip], on=on)
