"""The simplified route: which decree counts on a day, and what a work lacks by it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.domain.simplified import CEILING, Check, RouteCheck, Stated, check_route, lacking
from ntm_desktop.domain.stages import Stage, StageDates
from ntm_desktop.packs.decrees import route_decrees

OLD, NEW = route_decrees()
ALL = {one.key: Stated(True, "") for decree in (OLD, NEW) for one in decree.conditions}


def _check(
    day: date, total: int = 1_250_000_000, said: dict[str, Stated] | None = None, approved: date | None = None
) -> RouteCheck:
    stages = {Stage.APPROVAL: StageDates(Stage.APPROVAL, done=approved)} if approved else {}
    return check_route((OLD, NEW), stages, ALL if said is None else said, total=total, on=day)


@pytest.mark.parametrize(
    ("day", "decree"),
    [
        (date(2016, 12, 1), None),
        (date(2016, 12, 2), "161/2016"),
        (date(2022, 4, 18), "161/2016"),
        (date(2022, 4, 19), "27/2022"),
        (date(2026, 1, 1), "27/2022"),
    ],
)
def test_the_decree_of_the_day_counts(day: date, decree: str | None) -> None:
    found = _check(day).decree
    assert found is None if decree is None else found is not None and decree in found.name


def test_a_work_is_checked_by_the_decree_of_its_approval() -> None:
    check = _check(date(2024, 5, 1), approved=date(2021, 2, 26))
    assert check.day == date(2021, 2, 26)
    assert check.decree is OLD
    before_approval = _check(date(2021, 2, 25), approved=date(2022, 6, 1))
    assert before_approval.day == date(2021, 2, 25)


def test_five_billion_exactly_is_too_much_by_the_old_decree_only() -> None:
    old, new = _check(date(2020, 1, 1), 5_000_000_000), _check(date(2023, 1, 1), 5_000_000_000)
    assert [one.condition.key for one in old.failed] == [CEILING]
    assert new.failed == ()
    assert lacking(old) == (
        "Không đủ điều kiện cơ chế đặc thù theo Nghị định số 161/2016/NĐ-CP (xét ngày 1/1/2020): "
        "tổng mức đầu tư 5.000 triệu đồng, quy định dưới 5.000 triệu đồng."
    )
    assert lacking(new) == ""


def test_people_who_pay_nothing_fail_the_old_decree_and_not_the_new_one() -> None:
    said = ALL | {"contribution": Stated(False, "dân không góp")}
    assert "người dân” (dân không góp)" in lacking(_check(date(2020, 1, 1), said=said))
    assert _check(date(2023, 1, 1), said=said).failed == ()


def test_what_nobody_said_is_open_and_no_alarm() -> None:
    check = _check(date(2023, 1, 1), total=0, said={})
    assert {one.check for one in check.findings} == {Check.OPEN}
    assert len(check.open) == len(NEW.conditions)
    assert lacking(check) == ""


@given(
    day=st.dates(date(2010, 1, 1), date(2040, 1, 1)),
    total=st.integers(0, 20_000_000_000),
    said=st.dictionaries(st.sampled_from(sorted(ALL)), st.builds(Stated, st.booleans(), st.text(max_size=5))),
)
def test_every_condition_is_judged_once_and_more_money_never_helps(
    day: date, total: int, said: dict[str, Stated]
) -> None:
    check = _check(day, total, said)
    if check.decree is None:
        assert check.findings == ()
        return
    assert [one.condition for one in check.findings] == list(check.decree.conditions)
    assert bool(lacking(check)) == bool(check.failed)
    dearer = _check(day, total + 1_000_000, said)
    assert len(dearer.failed) >= len(check.failed)


@given(day=st.dates(date(2016, 12, 2), date(2040, 1, 1)))
def test_never_are_two_decrees_in_force(day: date) -> None:
    assert sum(decree.is_in_force(day) for decree in (OLD, NEW)) == 1
    assert not OLD.is_in_force(OLD.since - timedelta(days=1))
