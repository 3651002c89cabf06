from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.domain.stages import (
    SHORT_NAMES,
    STAGE_NAMES,
    Route,
    Stage,
    StageDates,
    current_stage,
    days_in_stage,
    out_of_order,
    stage_name,
)

ON = date(2021, 6, 30)


def stages(**done: date | None) -> dict[Stage, StageDates]:
    return {Stage(name): StageDates(Stage(name), done=day) for name, day in done.items()}


@pytest.mark.parametrize(
    ("known", "now"),
    [
        ({}, Stage.PROPOSAL),
        ({"proposal": date(2021, 1, 4)}, Stage.DECISION),
        ({"approval": date(2021, 2, 26)}, Stage.CAPITAL),
        ({"contract": date(2021, 4, 9)}, Stage.START),
        ({"contract": date(2021, 4, 9), "clearance": None}, Stage.CLEARANCE),
        ({"contract": date(2021, 4, 9), "clearance": date(2021, 4, 20)}, Stage.START),
        ({"contract": date(2021, 4, 9), "clearance": None, "start": date(2021, 4, 12)}, Stage.BUILDING),
        ({"start": date(2021, 4, 12), "building": date(2021, 6, 1)}, Stage.ACCEPTANCE),
        ({"acceptance": date(2021, 6, 1)}, Stage.HANDOVER),
        ({"acceptance": date(2021, 6, 1), "payment": date(2021, 6, 2)}, Stage.HANDOVER),
        ({"handover": date(2021, 6, 5)}, Stage.SETTLEMENT),
        ({"settlement": date(2021, 6, 5)}, Stage.SETTLEMENT),
        ({"start": date(2021, 7, 1)}, Stage.PROPOSAL),  # tomorrow is not yet
    ],
)
def test_where_a_work_stands(known: dict[str, date | None], now: Stage) -> None:
    assert current_stage(stages(**known), ON) is now


def test_days_in_the_current_stage_count_from_the_last_one_done() -> None:
    known = stages(contract=date(2021, 4, 9), start=date(2021, 4, 12), payment=date(2021, 6, 29))
    assert days_in_stage(known, ON) == 79
    assert days_in_stage({}, ON) is None
    settled = stages(acceptance=date(2020, 12, 25), settlement=date(2021, 5, 12))
    assert days_in_stage(settled, date(2021, 5, 11)) == 137
    assert days_in_stage(settled, ON) is None  # it is done


@given(
    st.dictionaries(st.sampled_from(Stage), st.none() | st.dates(date(2020, 1, 1), date(2022, 1, 1))),
    st.dates(),
)
def test_time_never_leads_back(known: dict[Stage, date | None], on: date) -> None:
    dated = {stage: StageDates(stage, done=day) for stage, day in known.items()}
    order = list(Stage)
    later = max(on, date(2023, 1, 1))
    assert order.index(current_stage(dated, on)) <= order.index(current_stage(dated, later))
    days = days_in_stage(dated, on)
    assert days is None or days >= 0


def test_every_stage_has_a_name_on_both_routes() -> None:
    assert set(STAGE_NAMES) == set(SHORT_NAMES) == set(Stage)
    assert stage_name(Stage.STUDY, Route.ORDINARY) == "Lập báo cáo kinh tế - kỹ thuật"
    assert stage_name(Stage.STUDY, Route.SIMPLIFIED) == "Lập hồ sơ xây dựng công trình"


@pytest.mark.parametrize(
    ("known", "found"),
    [
        ({"proposal": date(2021, 3, 5), "decision": date(2021, 3, 1)}, [("decision", "proposal")]),
        ({"proposal": date(2021, 3, 5), "decision": date(2021, 3, 5)}, []),
        ({"proposal": None, "decision": date(2021, 3, 1)}, []),
        ({"clearance": date(2021, 6, 1), "start": date(2021, 5, 1)}, []),  # land runs beside
        ({"proposal": date(2021, 7, 5), "decision": date(2021, 3, 1)}, []),  # still to come
        (
            {"proposal": date(2021, 1, 5), "decision": date(2021, 3, 1), "study": date(2021, 2, 1)},
            [("study", "decision")],
        ),
    ],
)
def test_what_was_done_before_an_earlier_stage(
    known: dict[str, date | None], found: list[tuple[str, str]]
) -> None:
    assert list(out_of_order(stages(**known), ON)) == found


@given(
    st.dictionaries(
        st.sampled_from(
            [one for one in Stage if one not in (Stage.CLEARANCE, Stage.PAYMENT, Stage.WARRANTY)]
        ),
        st.dates(date(2021, 1, 1), ON),
    )
)
def test_days_in_the_order_of_the_route_are_never_warned_about(known: dict[Stage, date]) -> None:
    ordered = dict(zip(sorted(known, key=list(Stage).index), sorted(known.values()), strict=True))
    assert out_of_order({stage: StageDates(stage, done=day) for stage, day in ordered.items()}, ON) == ()
    dated = {stage: StageDates(stage, done=day) for stage, day in known.items()}
    assert bool(out_of_order(dated, ON)) == (known != ordered)
