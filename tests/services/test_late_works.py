"""What is late, and what was accepted out of turn, wherever the office looks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from office import AT, LEAD, TODAY

from ntm_desktop.changes import Changes
from ntm_desktop.db.engine import Database, Session
from ntm_desktop.domain.stages import Stage
from ntm_desktop.services import contractors, overview, status, work_money, work_progress, works
from ntm_desktop.services.works import WorkView

MILLION = 1_000_000
SWING = "Cầu treo"


def write(database: Database, act: Callable[[Session], Changes]) -> None:
    with database.write("Sửa công trình", LEAD, AT) as session:
        act(session)


def swing(database: Database) -> str:
    """A bridge that was begun, should be done on 1 May, and stands at 30 %; nobody froze a plan."""
    write(database, lambda s: works.save(s, name=SWING, kind="giao-thong"))
    with database.read() as session:
        uid = works.uid_named(session, name=SWING)
    for stage, target, done in (
        (Stage.START, None, date(2021, 2, 1)),
        (Stage.ACCEPTANCE, date(2021, 5, 1), None),
    ):
        write(
            database,
            lambda s, stage=stage, target=target, done=done: works.set_stage(  # type: ignore[misc]
                s, uid=uid, stage=stage, target=target, done=done, today=TODAY
            ),
        )
    on = date(2021, 6, 20)
    write(database, lambda s: work_progress.measure(s, uid=uid, share=3_000, on=on, today=TODAY))
    return uid


def view(database: Database, uid: str, on: date = TODAY) -> WorkView:
    with database.read() as session:
        return works.view(session, uid=uid, on=on)


def told(database: Database, uid: str) -> list[str]:
    return [one.text for one in view(database, uid).warnings]


def test_a_work_past_its_day_is_late_without_a_plan(yen_hoa: Database) -> None:
    uid = swing(yen_hoa)
    assert view(yen_hoa, uid).state.days_late == 60
    assert "Quá ngày kế hoạch hoàn thành 60 ngày (kế hoạch 1/5/2021), mới đạt 30%." in told(yen_hoa, uid)
    with yen_hoa.read() as session:
        urgent = overview.load(session, today=TODAY).works.urgent
        late = status.status(session, on=TODAY)["works"]["late"]
    assert (urgent[0].name, urgent[0].delay) == (SWING, 60)
    assert late == 4  # three of the sample, too


def test_one_rule_for_the_list_of_works_and_for_the_contractor(yen_hoa: Database) -> None:
    uid = swing(yen_hoa)
    write(yen_hoa, lambda s: work_money.save_contractor(s, name="Tổ thợ cầu"))
    with yen_hoa.read() as session:
        builder = next(one.uid for one in work_money.contractors(session) if one.name == "Tổ thợ cầu")
    write(
        yen_hoa,
        lambda s: work_money.sign_contract(
            s, uid=uid, contractor_uid=builder, number="1", signed=date(2020, 1, 2), value=MILLION,
            start=date(2020, 1, 3), finish=date(2020, 6, 1), today=TODAY,
        ),
    )  # fmt: skip
    with yen_hoa.read() as session:
        row = next(one for one in contractors.table(session, on=TODAY) if one.uid == builder)
    assert row.works[0].late == row.record.worst == view(yen_hoa, uid).state.days_late == 394
