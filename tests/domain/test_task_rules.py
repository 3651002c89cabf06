"""Open, late, done in time or done late."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.domain.tasks import TaskState, task_standing

DAY = date(2021, 6, 30)
days = st.dates(date(2020, 1, 1), date(2022, 12, 31))
LATE = (TaskState.LATE, TaskState.DONE_LATE)


def test_the_day_of_the_deadline_is_in_time() -> None:
    assert task_standing(deadline=DAY, done_on=None, on=DAY).state is TaskState.OPEN
    assert task_standing(deadline=DAY, done_on=DAY, on=DAY).state is TaskState.DONE
    late = task_standing(deadline=DAY, done_on=None, on=DAY + timedelta(days=3))
    assert (late.state, late.days_late) == (TaskState.LATE, 3)


@given(deadline=st.none() | days, done_on=st.none() | days, on=days)
def test_late_is_what_passed_its_deadline(deadline: date | None, done_on: date | None, on: date) -> None:
    found = task_standing(deadline=deadline, done_on=done_on, on=on)
    done = done_on is not None and done_on <= on
    assert (found.state in (TaskState.DONE, TaskState.DONE_LATE)) == done
    assert (found.state in LATE) == (found.days_late > 0)
    if deadline is None:
        assert found.days_late == 0


@given(deadline=days, done_on=days, later=days, on=days)
def test_what_is_done_no_longer_grows_late(deadline: date, done_on: date, later: date, on: date) -> None:
    first, second = sorted((on, later))
    if done_on <= first:
        assert task_standing(deadline=deadline, done_on=done_on, on=first) == task_standing(
            deadline=deadline, done_on=done_on, on=second
        )
