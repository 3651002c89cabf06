"""What is kept of a work besides its progress: totals put right, retention money, debt, who follows it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from office import AT, LEAD, TODAY

from ntm_desktop.changes import Changes
from ntm_desktop.db.engine import Database, Session
from ntm_desktop.domain.alerts import Alert
from ntm_desktop.domain.stages import Stage, StageDates
from ntm_desktop.errors import NtmError
from ntm_desktop.services import history, people, work_contracts, work_entries, work_money, works, year_review
from ntm_desktop.services.work_contracts import Papers
from ntm_desktop.services.work_entries import Entry
from ntm_desktop.services.works import WorkView

CANAL = "Kênh mương nội đồng 1,2 km"
FINISHED, WARRANTED = date(2020, 12, 25), date(2021, 12, 25)
MILLION = 1_000_000


def write(database: Database, act: Callable[[Session], Changes]) -> Changes:
    with database.write("Sửa công trình", LEAD, AT) as session:
        return act(session)


def work(database: Database, uid: str, on: date = TODAY) -> WorkView:
    with database.read() as session:
        return works.view(session, uid=uid, on=on)


def papers(database: Database, uid: str, on: date = TODAY) -> Papers:
    with database.read() as session:
        return work_contracts.papers(session, uid=uid, on=on)


def totals(database: Database, uid: str) -> list[Entry]:
    with database.read() as session:
        found = work_entries.entries(session, uid=uid, on=TODAY)
    return [one for one in found if one.kind == work_entries.INVESTMENT]


@pytest.fixture
def road(office: Database) -> str:
    """Approved with 1.250 million, adjusted to 1.300."""
    write(office, lambda s: works.save(s, name="Đường trục thôn", kind="giao-thong"))
    with office.read() as session:
        uid = works.uid_named(session, name="Đường trục thôn")
    for amount, on, reason in ((1_250, date(2021, 2, 26), ""), (1_300, date(2021, 5, 3), "Giá thép tăng")):
        write(
            office,
            lambda s, amount=amount, on=on, reason=reason: work_money.set_investment(
                s, uid=uid, amount=amount * MILLION, on=on, today=TODAY, reason=reason
            ),
        )
    return uid


@pytest.fixture
def canal(yen_hoa: Database) -> str:
    """Of the sample: accepted and settled, a contract of 1.100 million."""
    with yen_hoa.read() as session:
        return works.uid_named(session, name=CANAL)


def correct(database: Database, uid: str, entry: Entry, amount: int, reason: str = "Gõ nhầm số") -> Changes:
    return write(
        database,
        lambda s: work_money.set_investment(
            s, uid=uid, amount=amount, on=entry.on, today=TODAY, reason=reason, supersedes=entry.uid
        ),
    )


# Total investment


def test_a_total_is_corrected_with_a_reason_and_what_was_entered_stays(office: Database, road: str) -> None:
    newest = totals(office, road)[0]
    with pytest.raises(NtmError, match="Ghi lý do sửa tổng mức đầu tư"):
        correct(office, road, newest, 1_320 * MILLION, reason=" ")
    correct(office, road, newest, 1_320 * MILLION)
    assert work(office, road).state.account.total == 1_320 * MILLION
    corrected = totals(office, road)[0]
    assert (corrected.amount, corrected.reason) == (1_320 * MILLION, "Gõ nhầm số")
    assert [one.amount for one in corrected.earlier] == [1_300 * MILLION]
    with pytest.raises(NtmError, match="Khoản này đã được sửa"):
        correct(office, road, newest, 1)
    with office.write("Hoàn tác", LEAD, AT) as session:
        history.undo_last(session)
    assert work(office, road).state.account.total == 1_300 * MILLION


def test_an_adjustment_that_never_was_is_taken_back_and_the_one_before_holds(
    office: Database, road: str
) -> None:
    newest = totals(office, road)[0]
    write(
        office,
        lambda s: work_entries.void(s, entry=newest, work_uid=road, today=TODAY, reason="Chưa có quyết định"),
    )
    assert work(office, road).state.account.total == 1_250 * MILLION
    taken_back = totals(office, road)[0]
    assert (taken_back.is_void, taken_back.can_be_corrected) == (True, False)
    first = totals(office, road)[1]
    write(office, lambda s: work_entries.void(s, entry=first, work_uid=road, today=TODAY, reason="Nhầm"))
    assert work(office, road).state.account.total == 0
    write(  # the first again: nothing is adjusted
        office,
        lambda s: work_money.set_investment(s, uid=road, amount=900 * MILLION, on=TODAY, today=TODAY),
    )
    assert work(office, road).state.account.total == 900 * MILLION


def test_a_total_of_another_work_is_not_corrected(office: Database, road: str) -> None:
    write(office, lambda s: works.save(s, name="Kênh", kind="thuy-loi"))
    with office.read() as session:
        other = works.uid_named(session, name="Kênh")
    with pytest.raises(NtmError, match="của công trình khác"):
        correct(office, other, totals(office, road)[0], 5 * MILLION)


# Retention money


def close(
    database: Database, uid: str, retention: int | None, released: date | None = None, today: date = TODAY
) -> Changes:
    return write(
        database,
        lambda s: work_contracts.close(
            s, uid=uid, settled=1_100 * MILLION, settled_on=date(2021, 5, 12), warranty_to=WARRANTED,
            today=today, retention=retention, released=released,
        ),
    )  # fmt: skip


def test_what_is_kept_for_the_warranty_is_due_when_that_ends(yen_hoa: Database, canal: str) -> None:
    assert work_contracts.usual_retention(papers(yen_hoa, canal).contracts) == 55 * MILLION
    close(yen_hoa, canal, 55 * MILLION)
    shown = papers(yen_hoa, canal)
    assert (shown.retention, shown.released) == (55 * MILLION, None)

    def due(on: date) -> list[str]:
        warnings = work(yen_hoa, canal, on).warnings
        return [one.text for one in warnings if one.alert is Alert.RETENTION_DUE]

    assert due(WARRANTED) == []
    after = date(2021, 12, 31)
    assert due(after) == ["Hết bảo hành ngày 25/12/2021, chưa trả 55 triệu đồng giữ lại bảo hành."]
    released = date(2021, 12, 28)
    close(yen_hoa, canal, 55 * MILLION, released, today=after)
    assert due(after) == []
    assert due(date(2021, 12, 27)) != []
    assert papers(yen_hoa, canal, after).released == released
    assert papers(yen_hoa, canal, date(2021, 12, 27)).released is None


@pytest.mark.parametrize(
    ("retention", "released", "said"),
    [
        (1_101 * MILLION, None, "không quá giá hợp đồng 1.100.000.000 đồng"),
        (0, None, "phải lớn hơn 0"),
        (None, date(2021, 6, 1), "chưa có số tiền"),
        (55 * MILLION, date(2020, 12, 24), "phải từ ngày nghiệm thu 25/12/2020"),
        (55 * MILLION, date(2021, 7, 1), r"đến hôm nay \(30/6/2021\)"),
    ],
)
def test_retention_that_cannot_be_is_refused(
    yen_hoa: Database, canal: str, retention: int | None, released: date | None, said: str
) -> None:
    before = papers(yen_hoa, canal)
    with pytest.raises(NtmError, match=said) as refused:
        close(yen_hoa, canal, retention, released)
    assert "\n" not in refused.value.message
    assert papers(yen_hoa, canal) == before


def test_nothing_is_kept_of_a_work_that_is_not_accepted(office: Database, road: str) -> None:
    with pytest.raises(NtmError, match="chỉ có sau nghiệm thu hoàn thành"):
        write(
            office,
            lambda s: work_contracts.close(
                s, uid=road, settled=None, settled_on=None, warranty_to=None, today=TODAY, retention=5
            ),
        )


# Debt


def test_a_debt_has_a_source_and_a_day_or_neither(office: Database, road: str) -> None:
    with pytest.raises(NtmError, match="Ghi cả nguồn và thời hạn"):
        write(office, lambda s: work_money.plan_debt(s, uid=road, source="Ngân sách xã", due=None))
    due = date(2022, 3, 31)
    write(office, lambda s: work_money.plan_debt(s, uid=road, source=" Ngân sách  xã ", due=due))
    assert (work(office, road).debt_source, work(office, road).debt_due) == ("Ngân sách xã", due)
    write(office, lambda s: work_money.plan_debt(s, uid=road, source="", due=None))
    assert (work(office, road).debt_source, work(office, road).debt_due) == ("", None)


# Contracts


def test_why_a_contract_was_changed_stays_with_it(yen_hoa: Database, canal: str) -> None:
    (old,) = papers(yen_hoa, canal).contracts

    def sign(session: Session, value: int, correction: str) -> Changes:
        return work_money.sign_contract(
            session, uid=canal, contractor_uid=old.contractor_uid, number=old.number, signed=old.signed,
            value=value, start=old.start, finish=old.finish, today=TODAY, contract_uid=old.uid,
            correction=correction,
        )  # fmt: skip

    with pytest.raises(NtmError, match="Chưa nhập lý do sửa"):
        write(yen_hoa, lambda s: sign(s, 1_090 * MILLION, ""))
    assert not write(yen_hoa, lambda s: sign(s, old.value, "Không đổi gì"))
    write(yen_hoa, lambda s: sign(s, 1_090 * MILLION, "Đảo hai chữ số"))
    (new,) = papers(yen_hoa, canal).contracts
    assert (old.correction, new.correction, new.value) == ("", "Đảo hai chữ số", 1_090 * MILLION)
    with yen_hoa.read() as session:
        newest = history.entries(session, limit=1)[0]
        fields = [one for row in history.entry(session, seq=newest.seq).changes for one in row.fields]
    assert ("Lý do sửa", "", "Đảo hai chữ số") in [(one.name, one.before, one.after) for one in fields]


def test_a_first_contract_dates_its_stage_and_one_undo_takes_both_back(office: Database, road: str) -> None:
    planned = date(2021, 4, 10)
    write(office, lambda s: works.set_stage(s, uid=road, stage=Stage.CONTRACT, target=planned, today=TODAY))
    write(office, lambda s: work_money.save_contractor(s, uid=None, name="Tổ thợ", community=True))

    def enter(session: Session, signed: date) -> Changes:
        (builder,) = work_money.contractors(session)
        return work_contracts.enter(
            session, uid=road, contractor_uid=builder.uid, number="07", signed=signed, value=MILLION,
            start=signed, finish=date(2021, 9, 30), today=TODAY,
        )  # fmt: skip

    write(office, lambda s: enter(s, date(2021, 4, 9)))
    assert work(office, road).facts.stages[Stage.CONTRACT] == StageDates(
        Stage.CONTRACT, planned, date(2021, 4, 9)
    )
    write(office, history.undo_last)
    assert work(office, road).facts.stages[Stage.CONTRACT] == StageDates(Stage.CONTRACT, planned)
    assert papers(office, road).contracts == ()
    write(office, lambda s: enter(s, date(2021, 4, 9)))
    write(office, lambda s: enter(s, date(2021, 5, 3)))
    assert work(office, road).facts.stages[Stage.CONTRACT].done == date(2021, 4, 9)
    assert len(papers(office, road).contracts) == 2


# Who follows it


def test_a_work_is_followed_by_a_person_who_then_answers_for_its_delay(yen_hoa: Database) -> None:
    with yen_hoa.read() as session:
        late = next(row for row in works.table(session, on=TODAY).rows if row.state.is_late)
        police = next(one for one in people.list_people(session) if one.unit == "Công an xã")
        before = {row.name: row for row in year_review.review(session, year=2021, on=TODAY).people}
    assert late.name not in [one.name for one in before[police.name].works]

    def follow(session: Session, uid: str | None) -> Changes:
        return works.save(
            session, uid=late.uid, name=late.name, kind=late.kind, route=late.facts.route, place=late.place,
            scale=late.scale, investor=late.investor, note=late.note, person_uid=uid,
        )  # fmt: skip

    write(yen_hoa, lambda s: follow(s, police.uid))
    assert work(yen_hoa, late.uid).person == police.name
    with yen_hoa.read() as session:
        after = {row.name: row for row in year_review.review(session, year=2021, on=TODAY).people}
    holders = [name for name, row in after.items() if late.name in [one.name for one in row.works]]
    assert holders == [police.name]
    with pytest.raises(NtmError, match="đang được dùng trong"):
        write(yen_hoa, lambda s: people.remove_person(s, uid=police.uid))
    write(
        yen_hoa, lambda s: people.save_person(s, uid=police.uid, name="Đinh Đỗ", post="", unit="Công an xã")
    )
    assert work(yen_hoa, late.uid).person == "Đinh Đỗ"


def test_those_out_of_office_are_not_offered(yen_hoa: Database) -> None:
    with yen_hoa.read() as session:
        staff = people.list_people(session)
    gone = next(one for one in staff if one.unit == "Công an xã")
    write(
        yen_hoa,
        lambda s: people.save_person(
            s, uid=gone.uid, name=gone.name, post=gone.post, unit=gone.unit, to_date=date(2021, 5, 31)
        ),
    )
    with yen_hoa.read() as session:
        choices = works.choices(session, on=TODAY)
    offered = [uid for uid, _label in choices.people]
    assert gone.uid not in offered
    assert len(offered) == len(staff) - 1
    assert "2.2" in choices.codes
