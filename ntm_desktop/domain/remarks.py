"""What became of a remark of the authority, by the commune's answers and its own verdicts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Outcome(StrEnum):
    """What the authority says of an answer, or of its remark without one."""

    ACCEPTED = "accepted"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"


class State(StrEnum):
    NEW = "new"
    ANSWERED = "answered"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"

    @property
    def is_open(self) -> bool:
        return self not in (State.ACCEPTED, State.WITHDRAWN)

    @property
    def waits_for_commune(self) -> bool:
        return self in (State.NEW, State.RETURNED)


STATE_WORDS = {
    State.NEW: "Chưa trả lời",
    State.ANSWERED: "Đã trả lời, chờ kết luận",
    State.ACCEPTED: "Đã chấp nhận",
    State.RETURNED: "Trả lại, chưa đạt yêu cầu",
    State.WITHDRAWN: "Đã rút nhận xét",
}


DECISION_WORDS = {
    "eligible": "Đủ điều kiện, đề nghị xét công nhận",
    "not_eligible": "Chưa đủ điều kiện",
    "returned": "Trả hồ sơ để hoàn thiện",
    "recognised": "Đã công nhận",
}


@dataclass(frozen=True, slots=True)
class Decision:
    """What the authority concluded about the commune."""

    uid: str
    outcome: str  # of DECISION_WORDS
    number: str
    issued: date | None
    body: str
    by: str
    made_at: str  # UTC text


@dataclass(frozen=True, slots=True)
class Verdict:
    """On which answer, "" on none, and what."""

    answer: str
    outcome: Outcome


def state_of(answers: Sequence[str], verdicts: Sequence[Verdict]) -> State:
    """``answers`` (their uids) and ``verdicts`` oldest first. An answer that no verdict was given on is newer
    than what was said before it, whichever package came first."""
    if any(one.outcome is Outcome.WITHDRAWN for one in verdicts):
        return State.WITHDRAWN
    newest = answers[-1] if answers else ""
    said = [one for one in verdicts if one.answer == newest]
    if said:
        return State(said[-1].outcome.value)
    if newest:
        return State.ANSWERED
    return State.NEW
