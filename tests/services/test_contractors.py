from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from office import AT, LEAD, TODAY

from ntm_desktop.changes import Changes
from ntm_desktop.db.engine import Database, Session
from ntm_desktop.domain.contractors import LetterState
from ntm_desktop.errors import NtmError
from ntm_desktop.services import contractors, history, work_money, works
from ntm_desktop.services.contractors import ContractorRow

HALL = "Nhà văn hóa thôn Yên Thắng"
JUNE = date(2021, 6, 14)


def write(database: Database, act: Callable[[Session], Changes]) -> Changes:
    with database.write("Sửa đơn vị thi công", LEAD, AT) as session:
        return act(session)


def row(database: Database, name: str = "Tổ thợ", on: date = TODAY) -> ContractorRow:
    with database.read() as session:
        return next(one for one in contractors.table(session, on=on) if one.name == name)


def letter(database: Database, **more: object) -> Changes:
    with database.read() as session:
        work = works.uid_named(session, name=HALL)
    given = {
        "contractor_uid": row(database).uid, "number": "35/CV-BQL", "sent": JUNE, "content": "Bù tiến độ",
        "works": [work], "asked": date(2021, 6, 21), **more,
    }  # fmt: skip
    return write(database, lambda s: contractors.save_letter(s, today=TODAY, **given))  # type: ignore[arg-type]


@pytest.fixture
def built(office: Database) -> Database:
    """An office with a hall that a group of builders should have finished ten days ago."""
    write(office, lambda s: works.save(s, name=HALL, kind="van-hoa"))
    write(office, lambda s: work_money.save_contractor(s, name="Tổ thợ", community=True))
    write(office, lambda s: work_money.save_contractor(s, name="Công ty Á"))
    with office.read() as session:
        work = works.uid_named(session, name=HALL)
    start, finish = date(2021, 3, 1), date(2021, 6, 20)
    builder = row(office).uid
    write(
        office,
        lambda s: work_money.sign_contract(
            s, uid=work, contractor_uid=builder, number="02", signed=start, value=760, start=start,
            finish=finish, today=TODAY,
        ),
    )  # fmt: skip
    return office


def test_a_contractor_with_its_works_and_how_late_they_are(built: Database) -> None:
    found = row(built)
    assert (found.kind_text, [(work.name, work.late) for work in found.works]) == (
        "Cộng đồng, tổ nhóm",
        [(HALL, 10)],
    )
    assert (found.record.works, found.record.late, found.record.worst) == (1, 1, 10)
    with built.read() as session:
        assert [one.name for one in contractors.table(session, on=TODAY)] == ["Tổ thợ", "Công ty Á"]
        before = contractors.table(session, on=date(2021, 2, 1))
    assert [one.works for one in before] == [(), ()]


def test_a_letter_is_recorded_then_answered(built: Database) -> None:
    letter(built)
    (sent,) = row(built).letters
    assert (sent.label, sent.state) == ("Số 35/CV-BQL ngày 14/6/2021", LetterState.LATE)
    assert [name for _uid, name in sent.works] == [HALL]
    assert row(built).record.overdue == 1
    letter(built, uid=sent.uid, answered=date(2021, 6, 25), answer="Bổ sung 02 thợ")
    (answered,) = row(built).letters
    assert (answered.state, answered.answer) == (LetterState.ANSWERED, "Bổ sung 02 thợ")
    (then,) = row(built, on=date(2021, 6, 20)).letters
    assert (then.state, then.answered, then.answer) == (LetterState.WAITING, None, "")
    write(built, history.undo_last)
    assert row(built).record.unanswered == 1


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"content": " "}, "Chưa nhập nội dung công văn"),
        ({"works": []}, "Chưa chọn công trình"),
        ({"sent": date(2021, 7, 1)}, "ở sau hôm nay"),
        ({"asked": date(2021, 6, 1)}, "ở trước ngày gửi"),
        ({"answered": date(2021, 6, 13), "answer": "x"}, "ở trước ngày gửi"),
        ({"answered": date(2021, 6, 20)}, "Chưa nhập nội dung trả lời"),
    ],
)
def test_a_letter_that_cannot_be_is_refused(built: Database, given: dict[str, object], said: str) -> None:
    with pytest.raises(NtmError, match=said):
        letter(built, **given)
    assert row(built).letters == ()


def test_the_same_letter_twice_is_refused(built: Database) -> None:
    letter(built)
    with pytest.raises(NtmError, match="Đã ghi công văn số 35/CV-BQL ngày 14/6/2021"):
        letter(built)
    letter(built, number="")
    letter(built, number="")  # without a number nobody can tell
    assert len(row(built).letters) == 3


def test_the_works_of_a_letter_are_changed(built: Database) -> None:
    write(built, lambda s: works.save(s, name="Cổng thôn", kind="van-hoa"))
    letter(built)
    uid = row(built).letters[0].uid
    with built.read() as session:
        gate = works.uid_named(session, name="Cổng thôn")
    letter(built, uid=uid, works=[gate])
    assert [name for _uid, name in row(built).letters[0].works] == ["Cổng thôn"]


def test_what_is_used_cannot_be_taken_out(built: Database) -> None:
    busy = row(built).uid
    with pytest.raises(NtmError, match="1 hợp đồng"):
        write(built, lambda s: contractors.remove_contractor(s, uid=busy))
    other = row(built, "Công ty Á").uid
    write(built, lambda s: contractors.remove_contractor(s, uid=other))
    with built.read() as session:
        assert [one.name for one in contractors.table(session, on=TODAY)] == ["Tổ thợ"]
