"""Unit prices in force, values, withdrawals and sums of what people gave."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.domain.contributions import (
    UNITS,
    Gift,
    GiverKind,
    Kind,
    Price,
    Totals,
    check_gift,
    check_withdrawal,
    grouped,
    price_in_force,
    priced_items,
    totals,
    valued,
    worth,
)
from ntm_desktop.errors import EntryRefused

START, TODAY = date(2021, 1, 1), date(2021, 6, 30)
DAYS = st.dates(START, TODAY)
KINDS = st.sampled_from(Kind)


@st.composite
def gifts(draw: st.DrawFn) -> Gift:
    kind, on = draw(KINDS), draw(DAYS)
    gone = draw(st.none() | st.integers(0, 60))
    return Gift(
        kind=kind,
        quantity=draw(st.integers(0, 10**9)),
        unit=UNITS[kind][0],
        on=on,
        price=draw(st.none() | st.integers(1, 10**7)) if kind is not Kind.MONEY else None,
        unpriced=kind is Kind.LAND and draw(st.booleans()),
        giver=draw(st.sampled_from(GiverKind)),
        giver_key=draw(st.sampled_from("abc")),
        hamlet=draw(st.sampled_from([None, "x", "y"])),
        work=draw(st.sampled_from([None, "w", "v"])),
        withdrawn=None if gone is None else on + timedelta(days=gone),
        uid=str(draw(st.integers(0, 10**9))),
        seq=draw(st.integers(0, 1000)),
    )


@st.composite
def prices(draw: st.DrawFn) -> Price:
    kind = draw(KINDS.filter(lambda kind: kind is not Kind.MONEY))
    amount = draw(st.integers(1, 10**7))
    return Price(kind, draw(st.sampled_from(["", "Cát", "cat"])), UNITS[kind][0], amount, draw(DAYS))


def labour(amount: int, month: int, **more: object) -> Price:
    return Price(Kind.LABOUR, "", "công", amount, date(2021, month, 1), **more)  # type: ignore[arg-type]


def test_a_gift_keeps_the_price_of_its_day_whatever_comes_later() -> None:
    known = [labour(180_000, 1), labour(200_000, 6)]
    gift = Gift(Kind.LABOUR, 2_500, "công", date(2021, 5, 31))
    assert (valued(gift, known).value, valued(gift, known).price_on) == (450_000, START)
    assert valued(replace(gift, on=date(2021, 6, 1)), known).value == 500_000


def test_the_price_of_an_item_goes_before_that_of_its_kind() -> None:
    whole = Price(Kind.LAND, "", "m²", 31_000, START)
    home = Price(Kind.LAND, "Đất ở", "m²", 150_000, START)
    assert price_in_force([whole, home], Kind.LAND, "đất  ở", "m²", TODAY) == home
    assert price_in_force([whole, home], Kind.LAND, "Đất vườn", "m²", TODAY) == whole
    assert price_in_force([home], Kind.LAND, "Đất vườn", "m²", TODAY) is None


def test_the_items_that_have_a_price_on_a_day() -> None:
    old = Price(Kind.LAND, "đất ở", "m²", 140_000, START)
    home = Price(Kind.LAND, "Đất ở", "m²", 150_000, date(2021, 3, 1), uid="h")
    later = Price(Kind.LAND, "Ao", "m²", 20_000, date(2021, 6, 1))
    known = [later, home, old, Price(Kind.LAND, "", "m²", 31_000, START), labour(180_000, 1)]
    assert priced_items(known, Kind.LAND, "m²", date(2021, 2, 1)) == ("đất ở",)
    assert priced_items(known, Kind.LAND, "m²", TODAY) == ("Ao", "Đất ở")
    assert priced_items(known, Kind.LABOUR, "công", TODAY) == ()
    wrong = Price(Kind.LAND, "Đất nhà", "m²", 150_000, START, uid="w")
    right = Price(Kind.LAND, "Đất ở", "m²", 150_000, START, uid="r", supersedes="w")
    assert priced_items([wrong, right], Kind.LAND, "m²", TODAY) == ("Đất ở",)


@given(st.lists(prices(), max_size=6), KINDS, DAYS)
def test_what_is_offered_can_be_valued(known: list[Price], kind: Kind, on: date) -> None:
    for item in priced_items(known, kind, UNITS[kind][0], on):
        assert price_in_force(known, kind, item, UNITS[kind][0], on) is not None


def test_a_corrected_price_holds_no_more() -> None:
    wrong = labour(18_000, 1, uid="a")
    right = labour(180_000, 1, uid="b", supersedes="a", seq=1)
    assert price_in_force([right, wrong], Kind.LABOUR, "", "công", TODAY) == right


@given(st.integers(0, 10**12), st.integers(0, 10**9))
def test_a_value_is_quantity_times_price_rounded_to_the_nearest_dong(quantity: int, price: int) -> None:
    exact = Fraction(quantity, 1000) * price
    assert abs(worth(quantity, price) - exact) <= Fraction(1, 2)


@given(gifts(), st.lists(prices(), max_size=6))
def test_a_price_is_never_from_a_day_after_the_gift(gift: Gift, known: list[Price]) -> None:
    found = valued(gift, known)
    if found.price_on is not None:
        assert found.price_on <= gift.on
    if gift.kind is Kind.MONEY:
        assert found.value == gift.quantity
    if gift.quantity == 0 and not gift.unpriced:
        assert found.value == 0


@given(st.lists(gifts(), max_size=12), st.lists(prices(), max_size=4))
def test_sums_by_hamlet_work_and_kind_are_the_whole(known: list[Gift], table: list[Price]) -> None:
    found = [valued(gift, table) for gift in known]
    whole = totals(found)
    for key in ("hamlet", "work", "kind"):
        parts = grouped(found, lambda gift, key=key: getattr(gift, key)).values()  # type: ignore[misc]
        assert sum(part.value for part in parts) == whole.value
        assert sum(part.labour for part in parts) == whole.labour
        assert sum(part.land for part in parts) == whole.land
        assert sum(part.unpriced for part in parts) == whole.unpriced


def test_a_group_of_zeros_is_there_and_its_households_did_not_give() -> None:
    zero = Gift(Kind.MONEY, 0, "đồng", TODAY, giver_key="a", hamlet="x")
    (found,) = grouped([valued(zero, [])], lambda gift: gift.hamlet).values()
    assert (found.households, found.value) == (0, 0)
    assert Totals().value == 0


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"quantity": -1}, "quantity"),
        ({"quantity": 10**16}, "quantity"),
        ({"on": date(2021, 7, 1)}, "on_date"),
        ({"unit": "tấn"}, "unit"),
        ({"price": -5}, "price"),
        ({"price": None}, "price"),
        ({"unpriced": True}, "price"),
        ({"supersedes": "x"}, "reason"),
    ],
)
def test_refusals_name_what_must_be_mended(more: dict[str, object], field: str) -> None:
    good = Gift(Kind.LABOUR, 1_000, "công", TODAY, price=180_000)
    check_gift(good, [], today=TODAY, reason="")
    with pytest.raises(EntryRefused) as refused:
        check_gift(replace(good, **more), [], today=TODAY, reason="")  # type: ignore[arg-type]
    assert refused.value.field == field


def test_a_gift_is_withdrawn_once_from_its_day_on() -> None:
    gift = Gift(Kind.MONEY, 5, "đồng", date(2021, 5, 1))
    check_withdrawal(gift, on=date(2021, 5, 1), today=TODAY, reason="đổi ý")
    for changed, on, reason, field in (
        (gift, date(2021, 4, 30), "đổi ý", "on_date"),
        (gift, date(2021, 7, 1), "đổi ý", "on_date"),
        (gift, TODAY, "  ", "reason"),
        (replace(gift, withdrawn=TODAY), TODAY, "đổi ý", "on_date"),
    ):
        with pytest.raises(EntryRefused) as refused:
            check_withdrawal(changed, on=on, today=TODAY, reason=reason)
        assert refused.value.field == field
