"""Resources by origin: what works and gifts both tell of counts once."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.domain.capital import MoneyFact, Movement, Source
from ntm_desktop.domain.contributions import Gift, GiverKind, Kind, Valued
from ntm_desktop.domain.resources import (
    ORIGINS,
    Resource,
    came_by_year,
    planned,
    resources,
    share,
    source_of,
    summed,
)

ON = date(2021, 6, 30)
WORKS = st.sampled_from(["w", "v"])


def allotted(source: Source, amount: int) -> MoneyFact:
    return MoneyFact(Movement.ALLOTTED, source, 2021, amount, ON)


def gift(
    value: int | None,
    kind: Kind = Kind.MONEY,
    giver: GiverKind = GiverKind.HOUSEHOLD,
    work: str | None = "w",
) -> Valued:
    return Valued(Gift(kind, value or 0, "", ON, giver=giver, work=work), None, None, value)


def test_every_source_has_one_place_in_the_table() -> None:
    assert sorted(source for sources in ORIGINS.values() for source in sources) == sorted(Source)


def test_cash_of_a_work_that_its_capital_names_counts_once() -> None:
    capital = {"w": [allotted(Source.PEOPLE_CASH, 120), allotted(Source.PROVINCE, 250)]}
    found = resources(planned(capital, on=ON), [gift(86), gift(30, work=None)])
    assert found[Source.PEOPLE_CASH] == Resource(120, 116, 86)
    assert found[Source.PEOPLE_CASH].mobilised == 150
    assert found[Source.PROVINCE].mobilised == 250


def test_what_was_given_beyond_the_plan_counts_on_top() -> None:
    plans = planned({"w": [allotted(Source.PEOPLE_LABOUR, 50)]}, on=ON)
    found = resources(plans, [gift(80, Kind.LABOUR)])
    assert found[Source.PEOPLE_LABOUR].mobilised == 80


def test_days_given_for_a_plan_in_kind_are_not_counted_on_top_of_it() -> None:
    """The canal of the sample: 180 in kind in its capital; land and days of work in the register."""
    plans = planned({"w": [allotted(Source.PEOPLE_KIND, 180)]}, on=ON)
    found = resources(plans, [gift(56, Kind.LAND), gift(67, Kind.LABOUR)])
    assert found[Source.PEOPLE_LABOUR].mobilised == 67
    assert found[Source.PEOPLE_KIND] == Resource(180, 56, 56 + 67)
    assert summed(found.values()).mobilised == 180


def test_what_people_give_to_one_work_does_not_fulfil_the_plan_of_another() -> None:
    plans = planned({"w": [allotted(Source.PEOPLE_KIND, 180)]}, on=ON)
    found = resources(plans, [gift(67, Kind.LABOUR, work="v"), gift(20, Kind.LABOUR, work=None)])
    assert summed(found.values()).mobilised == 267


def test_a_donor_is_not_the_people() -> None:
    plans = planned({"w": [allotted(Source.PEOPLE_CASH, 180)]}, on=ON)
    assert summed(resources(plans, [gift(50, giver=GiverKind.DONOR)]).values()).mobilised == 230


def test_land_left_unpriced_adds_nothing() -> None:
    assert resources({}, [gift(None, Kind.LAND)])[Source.PEOPLE_KIND].mobilised == 0


def test_a_share_is_of_all_and_none_of_nothing() -> None:
    assert share(Resource(1), Resource(3)) == 3333
    assert share(Resource(), Resource()) is None


FACTS = st.builds(allotted, st.sampled_from(Source), st.integers(-50, 1000))
GIFTS = st.builds(
    gift,
    st.none() | st.integers(0, 1000),
    st.sampled_from(Kind),
    st.sampled_from(GiverKind),
    st.none() | WORKS,
)


PEOPLE = {Source.PEOPLE_CASH, Source.PEOPLE_LABOUR, Source.PEOPLE_KIND}


@given(st.dictionaries(WORKS, st.lists(FACTS, max_size=6)), st.lists(GIFTS, max_size=8))
def test_of_each_work_the_larger_of_plan_and_gifts_counts(
    capital: dict[str, list[MoneyFact]], gifts: list[Valued]
) -> None:
    """By source; of the people in all kinds together."""
    plans = planned(capital, on=ON)
    found = resources(plans, gifts)
    expected = 0
    for work in ("w", "v", None):
        for group in (PEOPLE, *({source} for source in Source if source not in PEOPLE)):
            told = [amount for (of, source), amount in plans.items() if of == work and source in group]
            gave = sum(
                one.value or 0
                for one in gifts
                if one.gift.work == work and source_of(one.gift.giver, one.gift.kind) in group
            )
            plan, cut = sum(max(0, amount) for amount in told), sum(min(0, amount) for amount in told)
            expected += max(plan, gave) + cut
    assert summed(found.values()).mobilised == expected
    for source, part in found.items():
        plan = sum(fact.amount for facts in capital.values() for fact in facts if fact.source is source)
        given_so = sum(one.value or 0 for one in gifts if source_of(one.gift.giver, one.gift.kind) is source)
        assert (part.allotted, part.given) == (plan, given_so)
        assert part.twice >= 0


def test_what_was_planned_and_given_later_came_in_the_year_of_the_gift() -> None:
    early = MoneyFact(Movement.ALLOTTED, Source.PEOPLE_CASH, 2020, 120, date(2020, 3, 1))
    promised = MoneyFact(Movement.COMMITTED, Source.PEOPLE_CASH, 2020, 200, date(2020, 1, 1))
    found = came_by_year({"w": [early]}, [promised], [gift(86)], on=ON).sources
    assert found[Source.PEOPLE_CASH].years == {2020: 34, 2021: 86}
    assert (found[Source.PEOPLE_CASH].planned, found[Source.PEOPLE_CASH].unwritten) == (200, 34)
    assert found[Source.PROVINCE].planned is None


def test_days_and_land_are_counted_with_their_value() -> None:
    bare = Valued(Gift(Kind.LAND, 100_000, "m²", ON, work="w", unpriced=True), None, None, None)
    worth = Valued(Gift(Kind.LAND, 50_000, "m²", ON, work="w"), 3, ON, 150)
    found = came_by_year({}, [], [bare, worth, gift(80, Kind.LABOUR)], on=ON)
    land, days = found.kinds[Kind.LAND], found.kinds[Kind.LABOUR]
    assert (land.land, land.unpriced, land.total) == (150_000, 100_000, 150)
    assert (days.labour, days.total) == (80, 80)


YEARS = st.builds(
    lambda source, amount, year: MoneyFact(Movement.ALLOTTED, source, year, amount, ON),
    st.sampled_from(Source),
    st.integers(-50, 1000),
    st.integers(2018, 2022),
)


@given(st.dictionaries(WORKS, st.lists(YEARS, max_size=6)), st.lists(GIFTS, max_size=8))
def test_the_years_add_up_to_what_was_mobilised(
    capital: dict[str, list[MoneyFact]], gifts: list[Valued]
) -> None:
    whole = resources(planned(capital, on=ON), gifts)
    found = came_by_year(capital, [], gifts, on=ON)
    for source, part in whole.items():
        came = found.sources[source]
        assert (came.total, came.unwritten) == (part.mobilised, part.allotted - part.twice)
    assert found.twice == sum(part.twice for part in whole.values())
