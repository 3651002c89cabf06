"""What the overview tells of works, their capital and obstacles."""

from __future__ import annotations

from datetime import date

from office import AT, LEAD

from ntm_desktop.db.engine import Database
from ntm_desktop.domain.overview import Overview
from ntm_desktop.domain.progress import PlanPoint
from ntm_desktop.domain.readiness import open_count
from ntm_desktop.services import (
    dossier,
    forecasts,
    goals,
    obstacles,
    overview,
    plans,
    status,
    work_progress,
    works,
)

JUNE, DECEMBER = date(2021, 6, 30), date(2021, 12, 31)


def load(yen_hoa: Database, on: date = JUNE) -> Overview:
    with yen_hoa.read() as session:
        return overview.load(session, today=on)


def test_the_latest_work_is_first_and_those_in_time_follow_by_their_alarm(yen_hoa: Database) -> None:
    told = load(yen_hoa).works
    assert [(work.name, work.delay) for work in told.urgent] == [
        ("Đường trục thôn Tân Lợi 1, bê tông 0,85 km", 37),
        ("Nhà văn hóa thôn Yên Thắng", 28),
        ("Bãi tập kết rác xã", 20),
        ("Kênh mương nội đồng 1,2 km", 0),  # built late, but built
    ]
    assert [(work.word, work.severe) for work in told.urgent[1:]] == [
        ("Quá hạn HĐ", True),
        ("Chậm", False),
        ("Nợ đọng", True),
    ]
    assert [work.debt for work in told.urgent] == [0, 0, 0, 120_000_000]
    assert (told.total, told.need_action) == (6, 5)


def test_a_work_that_ends_after_the_goal_is_named_with_its_criterion_and_in_the_list_of_work(
    yen_hoa: Database,
) -> None:
    site = "Bãi tập kết rác xã"
    with yen_hoa.read() as session:
        set_id = goals.current(session, on=JUNE).set_id
        served = works.serving(session, set_id=set_id, on=JUNE)
        (code,) = (code for code, rows in served.items() if any(row.name == site for row in rows))
        before = forecasts.awaited_on(session, set_id=set_id, on=JUNE)[code]
    assert before.work == site
    with yen_hoa.write("Lùi kế hoạch", LEAD, AT) as session:
        uid = works.uid_named(session, name=site)
        points = [PlanPoint(date(2021, 3, 1), 0), PlanPoint(date(2023, 6, 30), 10_000)]
        work_progress.freeze_plan(
            session, uid=uid, points=points, on=JUNE, today=JUNE, reason="Chưa có mặt bằng"
        )
        with_plan = {plan.code for plan in plans.list_plans(session, set_id=set_id, on=JUNE)}
        wait = forecasts.awaited_on(session, set_id=set_id, on=JUNE)[code]
    assert (wait.work, wait.due is not None and wait.due >= date(2023, 6, 30)) == (site, True)
    told = load(yen_hoa)
    named = {name.split()[0]: why for name, why in told.causes}
    assert f"{site} dự kiến xong" in named[code.split(".")[0]]
    assert code in with_plan
    assert any(site in todo.why for todo in told.todos if todo.key == f"plan/{code}")


def test_it_says_what_the_lists_and_the_status_say(yen_hoa: Database) -> None:
    for day in (JUNE, DECEMBER):
        told = load(yen_hoa, day)
        with yen_hoa.read() as session:
            plain = status.status(session, on=day)
            table, held_up = works.table(session, on=day), obstacles.table(session, on=day)
            lines = dossier.readiness(session, on=day)
        money = told.capital
        assert (money.total, money.missing) == (table.total, plain["missing_capital"])
        assert (money.committed, money.allotted, money.disbursed) == (
            table.amounts.committed,
            table.amounts.allotted,
            table.amounts.disbursed,
        )
        assert (told.works.total, told.works.need_action) == (
            plain["works"]["total"],
            plain["works"]["need_action"],
        )
        assert told.obstacles.open == plain["obstacles"]["open"] == len(held_up.open)
        ages = [one.age for one in told.obstacles.oldest]
        assert ages == sorted((row.standing.age for row in held_up.open), reverse=True)[:3]
        assert told.to_do_dossier == open_count(lines)


def test_rates_are_of_what_comes_before(yen_hoa: Database) -> None:
    money = load(yen_hoa).capital
    assert (money.allotted_rate, money.disbursed_rate) == (7_912, 6_990)


def test_a_commune_without_works_has_neither_rates_nor_lines(office: Database) -> None:
    told = load(office)
    assert (told.works.urgent, told.obstacles.oldest) == ((), ())
    assert (told.capital.total, told.capital.allotted_rate, told.capital.disbursed_rate) == (0, None, None)
