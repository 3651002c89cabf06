from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.domain.contractors import (
    Fault,
    Letter,
    LetterState,
    check_letter,
    fault_of,
    record_of,
)
from ntm_desktop.domain.progress import Baseline, DelayCause, Measured, PlanPoint
from ntm_desktop.domain.stages import Route
from ntm_desktop.domain.works import Contract, WorkFacts, state_on
from ntm_desktop.errors import EntryRefused

TODAY = date(2021, 6, 30)
MARCH = date(2021, 3, 1)
DAYS = st.dates(MARCH, date(2021, 9, 30))


def work(share: int, finish: date, *, plan: bool = True) -> WorkFacts:
    points = (PlanPoint(MARCH, 0), PlanPoint(finish, 10_000)) if plan else ()
    contract = Contract(MARCH, 1_000, MARCH, finish)
    measured = [Measured(date(2021, 6, 1), share, uid="m")]
    baselines = [Baseline(MARCH, points)] if points else []
    return WorkFacts(
        "w", "Nhà văn hóa", Route.ORDINARY, {}, contracts=[contract], measured=measured, baselines=baselines
    )


def test_the_record_of_one_contractor() -> None:
    states = [state_on(work(share, date(2021, 6, 20), plan=False), TODAY) for share in (10_000, 8_200, 0)]
    letters = [
        Letter(date(2021, 6, 1), date(2021, 6, 8), date(2021, 6, 7)),
        Letter(date(2021, 6, 10), date(2021, 6, 17)),
        Letter(date(2021, 6, 28), date(2021, 7, 5)),
        Letter(date(2021, 6, 28)),
        Letter(date(2021, 7, 28)),  # not sent yet on that day
    ]
    found = record_of(states, letters, TODAY)
    assert (found.works, found.unfinished, found.late, found.worst) == (3, 2, 2, 10)
    assert (found.letters, found.unanswered, found.overdue, found.needs_action) == (4, 3, 1, True)
    assert not record_of([], [], TODAY).needs_action


@given(st.lists(st.builds(Letter, DAYS, st.none() | DAYS, st.none() | DAYS)), DAYS)
def test_every_letter_is_counted_once(letters: list[Letter], on: date) -> None:
    found = record_of([], letters, on)
    answered = sum(one.sent <= on and one.answered is not None and one.answered <= on for one in letters)
    assert found.letters == found.unanswered + answered
    assert found.overdue <= found.unanswered


@pytest.mark.parametrize(
    ("letter", "answer", "field", "said"),
    [
        (Letter(TODAY + timedelta(1)), "", "sent", "ở sau hôm nay"),
        (Letter(TODAY, date(2021, 6, 29)), "", "asked", "ở trước ngày gửi"),
        (Letter(TODAY, None, date(2021, 6, 29)), "Đã rõ", "answered", "ở trước ngày gửi"),
        (Letter(MARCH, None, TODAY + timedelta(1)), "Đã rõ", "answered", "ở sau hôm nay"),
        (Letter(MARCH, None, TODAY), " ", "answer", "Chưa nhập nội dung trả lời"),
        (Letter(MARCH), "Đã rõ", "answered", "chưa có ngày"),
    ],
)
def test_a_letter_that_cannot_be_is_refused(letter: Letter, answer: str, field: str, said: str) -> None:
    with pytest.raises(EntryRefused, match=said) as refused:
        check_letter(letter, today=TODAY, answer=answer)
    assert refused.value.field == field


def test_a_letter_answered_on_its_own_day_is_answered() -> None:
    letter = Letter(TODAY, TODAY, TODAY)
    check_letter(letter, today=TODAY, answer="Đã rõ")
    assert letter.state_on(TODAY) is LetterState.ANSWERED


@pytest.mark.parametrize(
    ("cause", "fault"),
    [
        (None, Fault.UNTOLD),
        (DelayCause.OTHER, Fault.UNTOLD),
        (DelayCause.CONTRACTOR, Fault.CONTRACTOR),
        (DelayCause.CAPITAL, Fault.OFFICE),
        (DelayCause.PROCEDURE, Fault.OFFICE),
        (DelayCause.EPIDEMIC, Fault.NOBODY),
    ],
)
def test_the_cause_says_whose_matter_a_delay_is(cause: DelayCause | None, fault: Fault) -> None:
    assert fault_of(cause) is fault
