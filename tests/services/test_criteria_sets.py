"""Which of the known sets is offered for a year, and when another one took its place."""

from __future__ import annotations

from datetime import date

import pytest

from ntm_desktop.services import criteria_sets

OLD, MIDDLE, NEW = "xa-ntm-2016-2020", "xa-ntm-2021-2025", "xa-ntm-2026-2030"


@pytest.mark.parametrize(
    ("set_id", "year", "on", "expected"),
    [
        (MIDDLE, 2026, date(2026, 11, 29), NEW),
        (MIDDLE, 2026, date(2026, 2, 15), NEW),
        (MIDDLE, 2026, date(2026, 2, 14), None),  # not in force yet
        (MIDDLE, 2025, date(2026, 11, 29), None),  # of its period, however late it is judged
        (OLD, 2021, date(2026, 11, 29), None),  # at the end of 2021 the next one was not there
        (OLD, 2022, date(2022, 3, 7), None),
        (OLD, 2022, date(2022, 3, 8), MIDDLE),
        (OLD, 2026, date(2026, 11, 29), NEW),  # the newest
        ("xa-ntm-nang-cao-2021-2025", 2026, date(2026, 11, 29), None),  # none of its tier
        ("không có", 2026, date(2026, 11, 29), None),
    ],
)
def test_a_set_is_followed_by_the_one_in_force_for_the_year(
    set_id: str, year: int, on: date, expected: str | None
) -> None:
    found = criteria_sets.newer(criteria_sets.builtin_choices(), set_id=set_id, year=year, on=on)
    assert (found.id if found else None) == expected


@pytest.mark.parametrize(
    ("year", "profile", "expected"),
    [
        (2026, "", MIDDLE),  # the newest that one can assess by
        (2026, "btb", MIDDLE),
        (2026, "nhom1", NEW),
        (2018, "btb", OLD),
        (2026, "không có", MIDDLE),
    ],
)
def test_the_set_offered_has_the_profile(year: int, profile: str, expected: str) -> None:
    choices = criteria_sets.builtin_choices()
    assert criteria_sets.proposed(choices, year=year, profile=profile).id == expected
