from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from office import AT, LEAD, TODAY

from ntm_desktop.changes import Changes
from ntm_desktop.db.engine import Database, Session
from ntm_desktop.domain.capital import Movement, Source
from ntm_desktop.domain.commitments import PromiseState
from ntm_desktop.errors import NtmError
from ntm_desktop.services import commitments, history, official_documents, work_money, works
from ntm_desktop.services.commitments import CommitmentTable, CommitmentView

MILLION = 1_000_000
HALL = "Sân thể thao xã"
JANUARY, MAY = date(2021, 1, 28), date(2021, 5, 31)
DISTRICT = "UBND huyện Minh Hóa"


def write(database: Database, act: Callable[[Session], Changes]) -> Changes:
    with database.write("Sửa cam kết", LEAD, AT) as session:
        return act(session)


def table(database: Database, on: date = TODAY) -> CommitmentTable:
    with database.read() as session:
        return commitments.table(session, on=on)


def only(database: Database, on: date = TODAY) -> CommitmentView:
    (row,) = table(database, on).rows
    return row


def promise(database: Database, **more: object) -> Changes:
    given = {
        "promiser": DISTRICT, "amount": 1_000 * MILLION, "on": JANUARY, "source": Source.DISTRICT,
        "year": 2021, "due": MAY, **more,
    }  # fmt: skip
    return write(database, lambda s: commitments.save(s, today=TODAY, **given))  # type: ignore[arg-type]


def change(database: Database, amount: int, on: date = TODAY, **more: object) -> Changes:
    uid = only(database).uid
    given = {"reason": "Huyện cân đối lại", **more}
    return write(
        database,
        lambda s: commitments.change_amount(s, uid=uid, amount=amount, on=on, today=TODAY, **given),  # type: ignore[arg-type]
    )


@pytest.fixture
def hall(office: Database) -> str:
    write(office, lambda s: works.save(s, name=HALL, kind="van-hoa"))
    with office.read() as session:
        return works.uid_named(session, name=HALL)


def allot(database: Database, uid: str, amount: int) -> None:
    write(
        database,
        lambda s: work_money.record_money(
            s, uid=uid, movement=Movement.ALLOTTED, source=Source.DISTRICT, year=2021, amount=amount,
            on=date(2021, 6, 15), today=TODAY,
        ),
    )  # fmt: skip


def test_what_did_not_come_is_missing_and_late(office: Database, hall: str) -> None:
    promise(office, work_uid=hall, document="15/KH-UBND")
    allot(office, hall, 400 * MILLION)
    row = only(office)
    assert (row.subject, row.source_text) == (HALL, "Ngân sách huyện 2021")
    assert row.document == f"Công văn số 15/KH-UBND ngày 28/1/2021 của {DISTRICT}"
    assert (row.kept.promised, row.kept.allotted, row.kept.missing) == (
        1_000 * MILLION,
        400 * MILLION,
        600 * MILLION,
    )
    assert (row.kept.state, row.kept.days_over) == (PromiseState.LATE, 30)
    found = table(office)
    assert (found.promised, found.allotted, found.missing) == (
        1_000 * MILLION,
        400 * MILLION,
        600 * MILLION,
    )
    assert [(name, len(rows)) for name, rows in found.owed_by().items()] == [(DISTRICT, 1)]
    assert table(office, date(2021, 1, 27)).rows == ()
    assert only(office, MAY).kept.state is PromiseState.PENDING


def test_a_commitment_is_committed_money_of_its_work(office: Database, hall: str) -> None:
    promise(office, work_uid=hall)
    change(office, 600 * MILLION, date(2021, 6, 20))
    with office.read() as session:
        now, before = (works.view(session, uid=hall, on=on) for on in (TODAY, date(2021, 6, 19)))
    assert now.state.account.amounts.committed == 600 * MILLION
    assert before.state.account.amounts.committed == 1_000 * MILLION


def test_it_is_reduced_then_withdrawn_and_all_is_kept(office: Database, hall: str) -> None:
    promise(office, work_uid=hall)
    change(office, 600 * MILLION, date(2021, 6, 20), document="612/UBND-TCKH")
    change(office, 0, reason="Huyện rút vốn để chống dịch")
    row = only(office)
    assert [(one.amount, one.number, one.reason) for one in row.amounts] == [
        (0, "", "Huyện rút vốn để chống dịch"),
        (600 * MILLION, "612/UBND-TCKH", "Huyện cân đối lại"),
        (1_000 * MILLION, "", ""),
    ]
    assert (row.kept.state, row.kept.missing) == (PromiseState.WITHDRAWN, 0)
    assert table(office).late == ()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"promiser": " "}, "Chưa nhập nơi cam kết"),
        ({"amount": 0}, "số tiền lớn hơn 0"),
        ({"amount": None}, "số tiền lớn hơn 0"),
        ({"amount": -5}, "Số tiền cam kết -5 đồng không hợp lệ"),
        ({"on": date(2021, 7, 1), "due": date(2021, 8, 1)}, "ở sau hôm nay"),
        ({"due": date(2021, 1, 27)}, "ở trước ngày cam kết 28/1/2021"),
        ({"year": 21}, "Năm ngân sách 21 không hợp lệ"),
    ],
)
def test_a_promise_that_cannot_be_is_refused(office: Database, given: dict[str, object], said: str) -> None:
    with pytest.raises(NtmError, match=said):
        promise(office, document="15/KH-UBND", **given)
    assert table(office).rows == ()
    with office.read() as session:
        assert official_documents.list_documents(session) == ()


@pytest.mark.parametrize(
    ("amount", "on", "reason", "said"),
    [
        (600, TODAY, " ", "Ghi lý do"),
        (600, date(2021, 7, 1), "x", "ở sau hôm nay"),
        (600, date(2021, 1, 27), "x", "ở trước ngày cam kết"),
        (1_000 * MILLION, TODAY, "x", "đang là 1.000.000.000 đồng"),
        (-1, TODAY, "x", "không hợp lệ"),
    ],
)
def test_a_change_that_cannot_be_is_refused(
    office: Database, amount: int, on: date, reason: str, said: str
) -> None:
    promise(office)
    with pytest.raises(NtmError, match=said):
        change(office, amount, on, reason=reason)
    assert len(only(office).amounts) == 1


def test_a_slip_of_the_hand_is_corrected(office: Database) -> None:
    promise(office, amount=100 * MILLION)
    first = only(office).amounts[0].uid
    change(office, 1_000 * MILLION, JANUARY, supersedes=first, reason="Gõ thiếu một số 0")
    (shown,) = only(office).amounts
    assert (shown.amount, shown.reason) == (1_000 * MILLION, "Gõ thiếu một số 0")
    with pytest.raises(NtmError, match="đã được sửa"):
        change(office, 5, JANUARY, supersedes=first)
    with pytest.raises(NtmError, match="xóa cam kết"):
        change(office, 0, JANUARY, supersedes=shown.uid)


def test_it_is_edited_but_for_its_amount(office: Database, hall: str) -> None:
    promise(office)
    uid = only(office).uid
    promise(
        office, uid=uid, amount=None, on=None, due=date(2021, 7, 31), work_uid=hall, document="15/KH-UBND"
    )
    row = only(office)
    assert (row.work, row.due, row.number, row.kept.promised) == (
        HALL, date(2021, 7, 31), "15/KH-UBND", 1_000 * MILLION,
    )  # fmt: skip
    with pytest.raises(NtmError, match="ở trước ngày cam kết"):
        promise(office, uid=uid, amount=None, on=None, due=date(2021, 1, 1))


def test_removal_and_undo(office: Database, hall: str) -> None:
    promise(office, work_uid=hall)
    with pytest.raises(NtmError, match="1 cam kết vốn"):
        write(office, lambda s: works.remove_work(s, uid=hall))
    uid = only(office).uid
    write(office, lambda s: commitments.remove_commitment(s, uid=uid))
    assert table(office).rows == ()
    write(office, history.undo_last)
    assert only(office).kept.promised == 1_000 * MILLION
