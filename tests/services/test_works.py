from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from office import AT, LEAD, TODAY

from ntm_desktop.changes import Changes
from ntm_desktop.db.engine import Database, Session
from ntm_desktop.domain.alerts import Alert
from ntm_desktop.domain.capital import Movement, Source
from ntm_desktop.domain.progress import DelayCause, PlanPoint
from ntm_desktop.domain.stages import Stage
from ntm_desktop.errors import NtmError
from ntm_desktop.services import commune, history, work_entries, work_money, work_progress, works
from ntm_desktop.services.works import WorkView

JUNE, DECEMBER = date(2021, 6, 30), date(2021, 12, 31)
ROAD = "Đường trục thôn Tân Lợi 1, bê tông 0,85 km"
MILLION = 1_000_000


def write(database: Database, act: Callable[[Session], Changes]) -> Changes:
    with database.write("Sửa công trình", LEAD, AT) as session:
        return act(session)


def only(database: Database, on: date = TODAY) -> WorkView:
    with database.read() as session:
        (row,) = works.table(session, on=on).rows
    return row


@pytest.fixture
def road(office: Database) -> str:
    """A road that was just put into the register."""
    write(office, lambda s: works.save(s, name=ROAD, kind="giao-thong", place="thôn Tân Lợi 1"))
    return only(office).uid


def test_a_new_work_stands_at_its_proposal_with_nothing_done(office: Database, road: str) -> None:
    row = only(office)
    assert (row.name, row.kind_text, row.criteria) == (ROAD, "Giao thông", ("2",))
    assert (row.state.stage, row.state.share, row.state.account.debt) == (Stage.PROPOSAL, 0, 0)
    assert [one.alert for one in row.warnings] == [Alert.NO_CAPITAL]


def test_the_linked_indicators_say_which_criterion_it_serves(office: Database, road: str) -> None:
    set_id = "xa-ntm-2016-2020"
    write(office, lambda s: works.link_indicators(s, uid=road, set_id=set_id, codes=["2.2", "17.4"]))
    assert only(office).criteria == ("17", "2")
    write(office, lambda s: works.link_indicators(s, uid=road, set_id=set_id, codes=["2.2"]))
    with office.read() as session:
        serving = works.serving(session, set_id=set_id, on=TODAY)
    assert [row.name for row in serving["2.2"]] == [ROAD]
    assert "17.4" not in serving


def test_an_indicator_that_the_set_does_not_have_is_refused(office: Database, road: str) -> None:
    set_id = "xa-ntm-2016-2020"
    write(office, lambda s: works.link_indicators(s, uid=road, set_id=set_id, codes=["2.2"]))
    with pytest.raises(NtmError, match=r"không có chỉ tiêu “99\.9”"):
        write(office, lambda s: works.link_indicators(s, uid=road, set_id=set_id, codes=["99.9"]))
    assert only(office).indicators == ((set_id, "2.2"),)


def test_a_name_that_differs_only_in_its_typing_is_of_the_same_work(office: Database, road: str) -> None:
    said = "Đã có công trình “Đường trục thôn Tân Lợi 1, bê tông 0,85 km”"
    for twin in (ROAD.upper(), f" {ROAD.replace(' ', '  ')}", unicodedata.normalize("NFD", ROAD)):
        with pytest.raises(NtmError, match=said):
            write(office, lambda s, twin=twin: works.save(s, name=twin, kind="giao-thong"))  # type: ignore[misc]
    write(office, lambda s: works.save(s, name=ROAD.replace("Lợi", "Lội"), kind="giao-thong"))
    with office.read() as session:
        rows = works.table(session, on=TODAY).rows
    assert [row.name for row in rows] == [ROAD, ROAD.replace("Lợi", "Lội")]
    with pytest.raises(NtmError, match=said):
        write(office, lambda s: works.save(s, uid=rows[1].uid, name=ROAD.lower(), kind="giao-thong"))
    write(office, lambda s: works.save(s, uid=road, name=ROAD.upper(), kind="giao-thong"))
    assert [works.find(rows, name)[0] for name in (ROAD.upper(), ROAD.replace("Lợi", "Lội"))] == [1, 2]


def test_hamlets_are_linked_and_unlinked(office: Database, road: str) -> None:
    rows = [commune.HamletView(None, "Tân Lợi 1", 76, 298), commune.HamletView(None, "Yên Hoá", 205, 811)]
    write(office, lambda s: commune.save_hamlets(s, rows=rows))
    with office.read() as session:
        uids = {view.name: str(view.uid) for view in commune.list_hamlets(session)}
    write(office, lambda s: works.link_hamlets(s, uid=road, hamlets=list(uids.values())))
    assert only(office).hamlets == ("Tân Lợi 1", "Yên Hoá")
    write(office, lambda s: works.link_hamlets(s, uid=road, hamlets=[uids["Yên Hoá"]]))
    assert only(office).hamlets == ("Yên Hoá",)


def test_the_same_name_twice_is_refused(office: Database, road: str) -> None:
    with pytest.raises(NtmError, match="Đã có công trình"):
        write(office, lambda s: works.save(s, name=f"  {ROAD} ", kind="giao-thong"))
    write(office, lambda s: works.save(s, uid=road, name=ROAD, kind="giao-thong", scale="0,85 km"))
    assert only(office).scale == "0,85 km"


def test_a_work_without_a_name_or_of_an_unknown_kind_is_refused(office: Database) -> None:
    with pytest.raises(NtmError, match="Chưa nhập tên công trình"):
        write(office, lambda s: works.save(s, name=" ", kind="giao-thong"))
    with pytest.raises(NtmError, match="Không có loại công trình “cầu”"):
        write(office, lambda s: works.save(s, name="Cầu", kind="cầu"))


def test_a_stage_cannot_be_done_tomorrow(office: Database, road: str) -> None:
    with pytest.raises(NtmError, match="sau hôm nay"):
        write(
            office,
            lambda s: works.set_stage(s, uid=road, stage=Stage.APPROVAL, done=date(2021, 7, 1), today=TODAY),
        )
    write(
        office,
        lambda s: works.set_stage(s, uid=road, stage=Stage.APPROVAL, target=date(2021, 7, 1), today=TODAY),
    )
    assert only(office).state.stage is Stage.PROPOSAL
    write(office, lambda s: works.set_stage(s, uid=road, stage=Stage.APPROVAL, today=TODAY))
    assert only(office).facts.stages == {}


def test_total_investment_is_adjusted_with_a_reason_and_both_are_kept(office: Database, road: str) -> None:
    write(
        office,
        lambda s: work_money.set_investment(
            s, uid=road, amount=1_250 * MILLION, on=date(2021, 2, 26), today=TODAY
        ),
    )
    with pytest.raises(NtmError, match="Ghi lý do điều chỉnh"):
        write(
            office,
            lambda s: work_money.set_investment(s, uid=road, amount=1_300 * MILLION, on=TODAY, today=TODAY),
        )
    write(
        office,
        lambda s: work_money.set_investment(
            s, uid=road, amount=1_300 * MILLION, on=TODAY, today=TODAY, reason="Giá thép tăng"
        ),
    )
    assert only(office).state.account.total == 1_300 * MILLION
    assert only(office, date(2021, 6, 29)).state.account.total == 1_250 * MILLION


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"amount": -5}, "Ghi lý do giảm"),
        ({"amount": -5, "reason": "Thu hồi"}, "Chỉ giảm được tối đa 0 đồng"),
        ({"amount": 10**16}, "không hợp lệ"),
        ({"amount": 5, "on": date(2021, 7, 1)}, "sau hôm nay"),
        ({"amount": 5, "year": 1999}, "Năm ngân sách 1999"),
        ({"amount": 5, "source": Source.INTEGRATED}, "cần tên chương trình"),
    ],
)
def test_refused_money_leaves_nothing(
    office: Database, road: str, given: dict[str, object], said: str
) -> None:
    usual: dict[str, object] = {"source": Source.DISTRICT, "year": 2021, "on": TODAY}
    with pytest.raises(NtmError, match=said):
        write(
            office,
            lambda s: work_money.record_money(
                s,
                uid=road,
                movement=Movement.ALLOTTED,
                today=TODAY,
                **usual | given,  # type: ignore[arg-type]
            ),
        )
    assert only(office).facts.money == []


def test_less_accepted_than_before_needs_a_reason(office: Database, road: str) -> None:
    write(office, lambda s: work_money.accept(s, uid=road, value=540, on=date(2021, 6, 18), today=TODAY))
    with pytest.raises(NtmError, match=r"thấp hơn lần ngày 18/6/2021 \(540 đồng\)"):
        write(office, lambda s: work_money.accept(s, uid=road, value=500, on=TODAY, today=TODAY))
    write(
        office,
        lambda s: work_money.accept(
            s, uid=road, value=500, on=TODAY, today=TODAY, reason="Loại khối lượng sai"
        ),
    )
    assert only(office).state.account.accepted == 500


def test_more_accepted_than_afterwards_needs_a_reason(office: Database, road: str) -> None:
    def accept(value: int, on: date, **more: Any) -> None:
        write(office, lambda s: work_money.accept(s, uid=road, value=value, on=on, today=TODAY, **more))

    accept(540, date(2021, 6, 18))
    with pytest.raises(NtmError, match=r"cao hơn lần ngày 18/6/2021 \(540 đồng\)"):
        accept(900, date(2021, 6, 1))
    accept(300, date(2021, 6, 1))
    accept(540, date(2021, 6, 10))
    with pytest.raises(NtmError, match=r"thấp hơn lần ngày 10/6/2021 \(540 đồng\)"):
        accept(400, date(2021, 6, 15))
    accept(900, date(2021, 6, 12), reason="Sau đó loại khối lượng sai")
    assert only(office, date(2021, 6, 12)).state.account.accepted == 900
    assert only(office).state.account.accepted == 540


def test_what_was_corrected_to_a_later_day_is_no_neighbour(office: Database, road: str) -> None:
    def accept(value: int, on: date, **more: Any) -> None:
        write(office, lambda s: work_money.accept(s, uid=road, value=value, on=on, today=TODAY, **more))

    accept(540, date(2021, 6, 1))
    with office.read() as session:
        (first,) = work_entries.entries(session, uid=road, on=TODAY)
    accept(540, date(2021, 6, 18), supersedes=first.uid, reason="Sai ngày")
    accept(200, date(2021, 6, 10))
    assert only(office, date(2021, 6, 10)).state.account.accepted == 200


def test_measurements_are_appended_and_corrected_with_a_reason(office: Database, road: str) -> None:
    def measure(share: int, on: date, **more: object) -> None:
        write(
            office,
            lambda s: work_progress.measure(
                s,
                uid=road,
                share=share,
                on=on,
                today=TODAY,
                **more,  # type: ignore[arg-type]
            ),
        )

    measure(2500, date(2021, 5, 31), cause=DelayCause.LAND)
    with pytest.raises(NtmError, match="Khối lượng lùi"):
        measure(2000, date(2021, 6, 10))
    first = only(office).facts.measured[0].uid
    with pytest.raises(NtmError, match="Ghi lý do sửa khối lượng"):
        measure(2000, date(2021, 5, 31), supersedes=first)
    measure(2000, date(2021, 5, 31), supersedes=first, reason="Đo lại")
    assert only(office).state.share == 2000
    assert len(only(office).facts.measured) == 2


def test_a_frozen_plan_is_changed_with_a_reason_and_the_old_one_is_kept(office: Database, road: str) -> None:
    first = [PlanPoint(date(2021, 4, 12), 0), PlanPoint(date(2021, 7, 20), 10_000)]
    later = [PlanPoint(date(2021, 4, 12), 0), PlanPoint(date(2021, 10, 31), 10_000)]

    def freeze(points: list[PlanPoint], on: date = TODAY, reason: str = "") -> Changes:
        return write(
            office,
            lambda s: work_progress.freeze_plan(
                s, uid=road, points=points, on=on, today=TODAY, reason=reason
            ),
        )

    freeze(first, date(2021, 4, 10))
    assert not freeze(first)
    with pytest.raises(NtmError, match="Ghi lý do đổi"):
        freeze(later)
    with pytest.raises(NtmError, match="Ngày chốt 1/7/2021 ở sau hôm nay"):
        freeze(later, date(2021, 7, 1), "Bão")
    freeze(later, reason="Bão")
    assert [list(one.points) for one in only(office).facts.baselines] == [first, later]
    assert only(office).state.planned == 3910
    with office.read() as session:
        the_day_before = works.view(session, uid=road, on=date(2021, 6, 29)).state
        before_any = works.view(session, uid=road, on=date(2021, 4, 9)).state
    assert the_day_before.planned == 7878
    assert (before_any.planned, before_any.delay) == (None, 0)


def test_a_removed_work_goes_with_all_that_is_its_own_and_undo_brings_it_back(
    office: Database, road: str
) -> None:
    write(office, lambda s: work_money.accept(s, uid=road, value=540, on=TODAY, today=TODAY))
    write(office, lambda s: works.remove_work(s, uid=road))
    with office.read() as session:
        assert works.table(session, on=TODAY).rows == ()
    write(office, history.undo_last)
    assert only(office).state.account.accepted == 540


def test_the_sample_in_june_and_in_december(yen_hoa: Database) -> None:
    with yen_hoa.read() as session:
        june, december = works.table(session, on=JUNE), works.table(session, on=DECEMBER)
    assert (june.total, june.need_action) == (9_050 * MILLION, 5)
    assert (june.amounts.committed, june.amounts.allotted, june.amounts.disbursed) == (
        9_050 * MILLION,
        7_160 * MILLION,
        5_005 * MILLION,
    )
    now = {row.name: row for row in june.rows}
    assert (now[ROAD].state.share, now[ROAD].state.delay, now[ROAD].state.stage) == (4600, 37, Stage.BUILDING)
    assert now["Kênh mương nội đồng 1,2 km"].state.account.debt == 120 * MILLION
    assert [one.alert for one in now["Nhà văn hóa thôn Yên Thắng"].warnings] == [Alert.OVERDUE, Alert.LATE]
    assert now["04 phòng học Trường Mầm non Yên Hóa"].warnings == ()
    assert now["Sân thể thao xã"].contractor == ""  # the contract is of July
    assert {row.name: row for row in december.rows}[ROAD].state.finished == date(2021, 11, 5)


def test_the_history_says_in_words_what_was_written(office: Database, road: str) -> None:
    def act(session: Session) -> Changes:
        stage = works.set_stage(session, uid=road, stage=Stage.CLEARANCE, target=JUNE, today=TODAY)
        return stage | work_progress.measure(
            session, uid=road, share=4650, on=TODAY, today=TODAY, cause=DelayCause.LAND
        )

    write(office, act)
    with office.read() as session:
        newest = history.entries(session, limit=1)[0]
        changes = history.entry(session, seq=newest.seq).changes
    said = {field.name: field.after for change in changes for field in change.fields}
    assert {"Giải phóng mặt bằng"} <= {change.title for change in changes}
    assert (said["Khối lượng"], said["Nguyên nhân"], said["Công trình"]) == ("46,5%", "Mặt bằng", ROAD)


def test_new_dates_leave_the_note_of_a_stage(office: Database, road: str) -> None:
    def set_stage(**values: object) -> None:
        write(
            office,
            lambda s: works.set_stage(s, uid=road, stage=Stage.CLEARANCE, today=TODAY, **values),  # type: ignore[arg-type]
        )

    set_stage(target=JUNE, note="14/15 hộ đã bàn giao")
    set_stage(done=TODAY)
    set_stage()
    assert Stage.CLEARANCE in only(office).facts.stages  # the note still says something
    set_stage(note="")
    assert Stage.CLEARANCE not in only(office).facts.stages


def test_a_contractor_is_added_once(office: Database) -> None:
    found: list[str] = []

    def act(session: Session) -> Changes:
        changes, uid = work_money.contractor_named(session, name=" Tổ thợ  Yên Thắng", community=True)
        found.append(uid)
        return changes

    assert write(office, act)
    assert not write(office, act)
    assert found[0] == found[1]
    with office.read() as session:
        assert [view.name for view in work_money.contractors(session)] == ["Tổ thợ Yên Thắng"]


def test_a_measurement_is_not_undone_before_the_one_that_corrects_it(office: Database, road: str) -> None:
    day = date(2021, 5, 31)
    write(office, lambda s: work_progress.measure(s, uid=road, share=2500, on=day, today=TODAY))
    with office.read() as session:
        seq = history.entries(session, limit=1)[0].seq
    first = only(office).facts.measured[0].uid
    write(
        office,
        lambda s: work_progress.measure(
            s, uid=road, share=2000, on=day, today=TODAY, supersedes=first, reason="Đo lại"
        ),
    )
    with pytest.raises(NtmError, match="hoặc sửa trực tiếp"):
        write(office, lambda s: history.undo(s, seq=seq))
    assert only(office).state.share == 2000
