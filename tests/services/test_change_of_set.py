"""Another set, or another text of one: what was judged before stays, and nothing counts unasked."""

from __future__ import annotations

from datetime import date

import pytest
from office import AT, LEAD, TODAY, detail, record

from ntm_desktop.db.engine import Database
from ntm_desktop.domain.judging import Verdict
from ntm_desktop.errors import NtmError
from ntm_desktop.services import assessments, goals, overview, targets
from ntm_desktop.services.judged import judge_on


def test_a_change_of_set_keeps_the_old_verdict_until_a_person_takes_it_over(office: Database) -> None:
    record(office, "1.1", "dat")
    record(office, "3.1", "86")
    later = date(2022, 6, 30)
    with office.write("Đăng ký", LEAD, AT) as session:
        goals.register(
            session, set_id="xa-ntm-2021-2025", year=2022, profile="btb", valid_from=date(2022, 6, 1)
        )
    carried = [
        shown
        for code in ("3.1", "1.1", "1.2", "3.2")
        if (shown := detail(office, code, later)).carry is not None
    ]
    assert carried, "the newer set maps at least one of these"
    shown = carried[0]
    assert shown.row.verdict is Verdict.NOT_ASSESSED
    assert shown.carry is not None
    assert shown.carry.verdict is Verdict.MET
    with office.write("Tiếp nhận", LEAD, AT) as session:
        assessments.take_over(session, code=shown.row.code, fact_uid=shown.carry.fact_uid, today=later)
    taken = detail(office, shown.row.code, later)
    assert taken.row.verdict is not Verdict.NOT_ASSESSED
    assert taken.carry is None


def test_an_amendment_that_changes_the_kind_leaves_the_old_value_beside(office: Database) -> None:
    """211/QĐ-TTg turns 15.4 from a percentage into đạt / chưa đạt."""
    with office.write("Đăng ký", LEAD, AT) as session:
        goals.register(
            session, set_id="xa-ntm-2021-2025", year=2025, profile="btb", valid_from=date(2020, 12, 23)
        )
    record(office, "15.4", "55")
    before, after = detail(office, "15.4", date(2024, 1, 1)), detail(office, "15.4", date(2024, 12, 31))
    assert before.row.value_text == "55%"
    assert after.row.verdict is Verdict.NOT_ASSESSED
    assert after.carry is not None
    assert (after.carry.value_text, after.carry.may_be_taken_over) == ("55%", False)


def test_a_level_of_the_province_on_the_text_before_an_amendment_ends_with_that_text(
    office: Database,
) -> None:
    with office.write("Đăng ký", LEAD, AT) as session:
        goals.register(
            session, set_id="xa-ntm-2021-2025", year=2025, profile="btb", valid_from=date(2020, 12, 23)
        )
    decision = {"decision": "5/QĐ-UBND", "decided": date(2022, 9, 1)}
    with office.write("Nhập mức", LEAD, AT) as session:
        targets.override(session, code="15.4", text="60", on=date(2023, 1, 1), **decision)
        targets.override(session, code="15.3", text="15", on=date(2023, 1, 1), **decision)
    before, after = date(2024, 2, 29), date(2024, 3, 1)
    assert [detail(office, "15.4", day).row.target_text for day in (before, after)] == ["≥ 60%", "Đạt"]
    assert [detail(office, "15.3", day).row.target_text for day in (before, after)] == ["≤ 15%", "≤ 15%"]


def test_a_change_of_set_leaves_what_was_judged_before_it(office: Database) -> None:
    for code, value in (("17.6", "74"), ("10", "20"), ("19.1", "dat")):
        record(office, code, value)
    later = date(2022, 6, 30)

    def seen(day: date) -> tuple[object, ...]:
        with office.read() as session:
            state = judge_on(session, on=day)
        return state.goal, state.standing, tuple(one.fact for one in state.states.values() if one.fact)

    told = [seen(TODAY), seen(later)]
    with office.write("Đăng ký", LEAD, AT) as session:
        goals.register(
            session, set_id="xa-ntm-2021-2025", year=2022, profile="btb", valid_from=date(2022, 6, 1)
        )
    assert seen(TODAY) == told[0]
    assert seen(later) != told[1]
    assert not seen(later)[2]  # nobody has taken anything over yet
    with office.write("Xóa", LEAD, AT) as session:
        goals.remove_goal(session, uid=goals.list_goals(session)[-1].uid)
    assert [seen(TODAY), seen(later)] == told


def test_what_has_another_meaning_is_not_taken_over(office: Database) -> None:
    record(office, "10", "34,8")
    fact = detail(office, "10.1").facts[0]
    with pytest.raises(NtmError, match="Nhập số liệu mới"), office.write("Tiếp nhận", LEAD, AT) as session:
        assessments.take_over(session, code="15.1", fact_uid=fact.uid, today=TODAY)


def test_what_was_measured_another_way_is_not_taken_over(office: Database) -> None:
    """15.4 is đạt / chưa đạt since 211/QĐ-TTg; the higher set still asks for a percentage."""
    day, later = date(2024, 6, 30), date(2025, 6, 30)
    with office.write("Đăng ký", LEAD, AT) as session:
        for set_id, year in (("xa-ntm-2021-2025", 2022), ("xa-ntm-nang-cao-2021-2025", 2025)):
            goals.register(session, set_id=set_id, year=year, profile="btb", valid_from=date(year, 1, 1))
    with office.write("Nhập", LEAD, AT) as session:
        assessments.record(session, code="15.4", texts={"v": "dat"}, as_of=day, today=day)
    carry = detail(office, "14.4", later).carry
    assert carry is not None
    assert not carry.may_be_taken_over
    with pytest.raises(NtmError, match="Nhập số liệu mới"), office.write("Tiếp nhận", LEAD, AT) as session:
        assessments.take_over(session, code="14.4", fact_uid=carry.fact_uid, today=later)


def test_a_commune_that_is_near_losing_its_title_is_warned(office: Database) -> None:
    """From 6 of 19 criteria with one of the named, or from 10; one before that it is told how near it is."""
    with office.write("Đăng ký", LEAD, AT) as session:
        goals.register(
            session, set_id="xa-ntm-2021-2025", year=2022, profile="btb", valid_from=date(2020, 12, 23)
        )

    def told() -> str:
        with office.read() as session:
            found = overview.load(session, today=TODAY, on=TODAY).warnings
        return next((one.sentence for one in found if "thu hồi" in one.sentence), "")

    for code in ("1.1", "4.1", "7", "13.1"):
        record(office, code, "chua-dat")
    assert not told()
    for code, value in (("16.1", "10"), ("3.1", "10")):
        record(office, code, value)
        assert "gần mức xét thu hồi" in told()
    record(office, "19.1", "chua-dat")
    assert "07 tiêu chí chưa đạt, thuộc diện xét thu hồi" in told()
