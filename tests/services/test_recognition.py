"""The checklist of being recognised again, from the commune's own facts."""

from __future__ import annotations

from datetime import date

from consulted import consult, meet
from office import AT, LEAD, TODAY

from ntm_desktop.db.engine import Database
from ntm_desktop.domain.recognition import CheckLine
from ntm_desktop.services import (
    assignments,
    consultation,
    consultation_survey,
    plans,
    recognition,
    thresholds,
    work_money,
    works,
)


def checked(database: Database, on: date = TODAY) -> dict[str, CheckLine]:
    """By how the condition begins."""
    with database.read() as session:
        return {line.text.split(" ")[0]: line for line in recognition.checklist(session, on=on)}


def test_without_anything_lost_there_is_nothing_to_check(office: Database) -> None:
    assert checked(office) == {}


def test_a_plan_without_a_deadline_leaves_its_condition_open(yen_hoa: Database) -> None:
    with yen_hoa.read() as session:
        lapses = assignments.lapses(session, on=TODAY)
    assert {lapse.code for lapse in lapses} == {"17.5", "17.6"}
    assert checked(yen_hoa)["Mỗi"].holds is True
    lapse = next(one for one in lapses if one.code == "17.6")
    assert lapse.plan is not None
    with yen_hoa.write("Bỏ hạn", LEAD, AT) as session:
        plans.save(
            session, code="17.6", on=TODAY, cause=lapse.plan.cause, solution=lapse.plan.solution,
            money=None, deadline=None, person_uid=None,
        )  # fmt: skip
    assert checked(yen_hoa)["Mỗi"].sentence.endswith("chưa đạt, còn thiếu 17.6.")


def test_a_debt_of_any_work_stands_against_it(yen_hoa: Database) -> None:
    with yen_hoa.read() as session:
        rows = works.table(session, on=TODAY).rows
    before = sum(row.state.account.debt for row in rows)
    assert ("còn 120 triệu đồng" in checked(yen_hoa)["Không"].sentence) == (before == 120_000_000)
    row = next(one for one in rows if not one.state.account.debt and one.state.account.accepted)
    owed = row.state.account.amounts.allotted + 7_000_000
    with yen_hoa.write("Nghiệm thu", LEAD, AT) as session:
        work_money.accept(session, uid=row.uid, value=owed, on=TODAY, today=TODAY)
    assert checked(yen_hoa)["Không"].holds is False
    assert f"còn {(before + 7_000_000) // 10**6} triệu đồng" in checked(yen_hoa)["Không"].sentence


def test_opinions_and_vote_follow_what_was_entered_for_the_goal(yen_hoa: Database) -> None:
    open_yet = checked(yen_hoa)
    assert open_yet["Lấy"].holds is False
    assert open_yet["Lấy"].detail == "còn: ý kiến tham gia; tiếp thu, giải trình; khảo sát hài lòng"
    assert open_yet["Họp,"].sentence.endswith(
        "tự kiểm tra, cần từ 90% đại biểu dự họp nhất trí, mức chưa đối chiếu."
    )
    with yen_hoa.write("Lấy ý kiến", LEAD, AT) as session:
        consult(session, on=TODAY)
    done = checked(yen_hoa)
    assert done["Lấy"].sentence.endswith("về kết quả (trình tự xét công nhận): đạt.")
    assert done["Họp,"].holds is True
    assert done["Họp,"].detail.startswith("38/38 đại biểu nhất trí (100%)")


def test_a_vote_is_held_against_the_figure_entered_for_the_goal(yen_hoa: Database) -> None:
    with yen_hoa.write("Họp", LEAD, AT) as session:
        meet(session, on=TODAY, present=40, agreed=34)
    assert checked(yen_hoa)["Họp,"].holds is False
    with yen_hoa.write("Nhập mức", LEAD, AT) as session:
        thresholds.save_threshold(
            session,
            key="vote",
            value=7500,
            source="Quyết định 1/QĐ-UBND",
            today=TODAY,
            confirmed=True,
            by=LEAD,
        )
    held = checked(yen_hoa)["Họp,"]
    assert (held.holds, held.detail) == (
        True,
        "34/40 đại biểu nhất trí (85%); cần từ 75% đại biểu dự họp nhất trí",
    )


def test_without_any_opinion_or_ballot_a_person_looks_into_it(yen_hoa: Database) -> None:
    with yen_hoa.write("Xóa ý kiến", LEAD, AT) as session:
        found = consultation.view(session, on=TODAY)
        for one in found.opinions:
            consultation.remove_opinion(session, uid=one.uid)
        for row in found.surveys:
            consultation_survey.remove_survey(session, uid=row.uid)
    assert checked(yen_hoa)["Lấy"].sentence.endswith("tự kiểm tra.")
