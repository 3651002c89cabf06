"""A task with a deadline on a day: open, late, done in time or done late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class TaskState(StrEnum):
    OPEN = "open"
    LATE = "late"
    DONE = "done"
    DONE_LATE = "done_late"


TASK_STATE_NAMES = {
    TaskState.OPEN: "Đang làm",
    TaskState.LATE: "Quá hạn",
    TaskState.DONE: "Xong đúng hạn",
    TaskState.DONE_LATE: "Xong trễ hạn",
}


@dataclass(frozen=True, slots=True)
class TaskStanding:
    state: TaskState
    days_late: int  # over the deadline, until it was done or until the day; 0 without a deadline


def task_standing(*, deadline: date | None, done_on: date | None, on: date) -> TaskStanding:
    """The day of the deadline itself is in time. What is done after ``on`` is not done yet."""
    done = done_on is not None and done_on <= on
    ended = done_on if done and done_on is not None else on
    days = max(0, (ended - deadline).days) if deadline is not None else 0
    if done:
        return TaskStanding(TaskState.DONE_LATE if days else TaskState.DONE, days)
    return TaskStanding(TaskState.LATE if days else TaskState.OPEN, days)
