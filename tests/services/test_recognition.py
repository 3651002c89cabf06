"""The checklist of being recognised again, from the commune's own facts."""

from __future__ import annotations

from datetime import date

from office import AT, LEAD, TODAY

from ntm_desktop.db.engine import Database
from ntm_desktop.domain.recognition import CheckLine
from ntm_desktop.services import assignments, plans, recognition, work_money, works


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
