"""The papers that a work points to, and the file of one."""

from __future__ import annotations

from datetime import date

from office import AT, LEAD, TODAY

from ntm_desktop.db.engine import Database
from ntm_desktop.domain.capital import Movement, Source
from ntm_desktop.domain.stages import Stage
from ntm_desktop.services import (
    official_documents,
    work_contracts,
    work_documents,
    work_entries,
    work_money,
    works,
)
from ntm_desktop.services.files import IncomingFile
from ntm_desktop.services.work_documents import Purpose, Use, WorkDocument

ROAD = "Đường trục thôn Tân Lợi 1, bê tông 0,85 km"


def shown(database: Database, on: date = TODAY) -> tuple[WorkDocument, ...]:
    with database.read() as session:
        return work_documents.documents(session, uid=works.uid_named(session, name=ROAD), on=on)


def decision(database: Database, number: str, issued: date) -> str:
    with database.write("Ghi văn bản", LEAD, AT) as session:
        _changes, uid = official_documents.letter_numbered(
            session, kind="Quyết định", number=number, issued=issued, issuer="UBND huyện", title="giao vốn"
        )
    return uid


def test_the_papers_of_a_work_stand_in_the_order_of_their_days(yen_hoa: Database) -> None:
    told = [(one.on, one.number, one.issuer, one.purposes) for one in shown(yen_hoa)]
    assert told == [
        (date(2021, 1, 28), "92/UBND-KTN", "UBND tỉnh Quảng Bình",
         (Purpose(Use.PROMISE, "Ngân sách tỉnh", 2021),)),
        (date(2021, 2, 26), "17/QĐ-UBND", "UBND xã Yên Hóa", (Purpose(Use.STAGE, "Phê duyệt"),)),
        (date(2021, 4, 9), "07/2021/HĐ-XD", "Công ty TNHH Xây dựng Hồng Phúc", (Purpose(Use.CONTRACT),)),
        (date(2021, 6, 14), "35/CV-BQL", "", (Purpose(Use.LETTER, "Công ty TNHH Xây dựng Hồng Phúc"),)),
    ]  # fmt: skip


def test_nothing_of_a_later_day_stands_there(yen_hoa: Database) -> None:
    assert [one.number for one in shown(yen_hoa, date(2021, 3, 1))] == ["92/UBND-KTN", "17/QĐ-UBND"]


def test_one_paper_for_several_things_stands_once(yen_hoa: Database) -> None:
    paper = decision(yen_hoa, "300/QĐ-UBND", date(2021, 6, 20))
    with yen_hoa.write("Ghi vốn", LEAD, AT) as session:
        uid = works.uid_named(session, name=ROAD)
        work_money.set_investment(
            session, uid=uid, amount=1_300_000_000, on=date(2021, 6, 20), today=TODAY, document_uid=paper,
            reason="Thêm cống",
        )  # fmt: skip
        work_money.record_money(
            session, uid=uid, movement=Movement.ALLOTTED, source=Source.DISTRICT, year=2021,
            amount=50_000_000, on=date(2021, 6, 21), today=TODAY, document_uid=paper,
        )  # fmt: skip
        works.set_stage(
            session, uid=uid, stage=Stage.CAPITAL, target=date(2021, 3, 15), done=date(2021, 3, 15),
            today=TODAY, document_uid=paper,
        )  # fmt: skip
    (one,) = [one for one in shown(yen_hoa) if one.number == "300/QĐ-UBND"]
    assert {purpose.use for purpose in one.purposes} == {Use.STAGE, Use.ADJUSTMENT, Use.ALLOTTED}


def test_an_annex_and_a_paper_of_money_that_was_taken_back(yen_hoa: Database) -> None:
    paper = decision(yen_hoa, "301/QĐ-UBND", date(2021, 6, 20))
    with yen_hoa.write("Ghi vốn", LEAD, AT) as session:
        uid = works.uid_named(session, name=ROAD)
        (signed,) = work_contracts.papers(session, uid=uid, on=TODAY).contracts
        work_contracts.save_annex(
            session, contract_uid=signed.uid, number="PL01", signed=date(2021, 6, 25), today=TODAY,
            finish=date(2021, 8, 30), reason="Mưa lũ",
        )  # fmt: skip
        work_money.record_money(
            session, uid=uid, movement=Movement.DISBURSED, source=Source.DISTRICT, year=2021,
            amount=1_000_000, on=date(2021, 6, 21), today=TODAY, document_uid=paper,
        )  # fmt: skip
    assert [one.number for one in shown(yen_hoa)][-2:] == ["301/QĐ-UBND", "PL01"]
    with yen_hoa.write("Hủy khoản", LEAD, AT) as session:
        (entry,) = [
            one for one in work_entries.entries(session, uid=uid, on=TODAY) if one.amount == 1_000_000
        ]
        work_entries.void(session, entry=entry, work_uid=uid, today=TODAY, reason="Nhập nhầm")
    assert "301/QĐ-UBND" not in [one.number for one in shown(yen_hoa)]


def test_a_file_is_kept_by_its_paper_and_replaced(yen_hoa: Database) -> None:
    for name, digest in (("ban-chup.pdf", "a" * 64), ("ban-chup-2.pdf", "b" * 64)):
        stored = IncomingFile(name=name, sha256=digest, size=10, type="pdf", pages=1)
        (one,) = [one for one in shown(yen_hoa) if one.number == "17/QĐ-UBND"]
        with yen_hoa.write("Đính kèm", LEAD, AT) as session:
            work_documents.attach(session, uid=one.uid, stored=stored)
        (one,) = [one for one in shown(yen_hoa) if one.number == "17/QĐ-UBND"]
        assert one.file is not None
        assert (one.file.name, one.file.sha256) == (name, digest)
