"""What changed between two prints of the register, or since one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from office import AT, LEAD, record

from ntm_desktop.changes import Changes
from ntm_desktop.db.engine import Database, Session
from ntm_desktop.db.past import past
from ntm_desktop.domain.capital import Movement, Source
from ntm_desktop.domain.consultation import Giver, OpinionForm
from ntm_desktop.errors import NtmError
from ntm_desktop.services import (
    blanking,
    commune,
    comparison,
    consultation,
    dossier,
    evidence,
    files,
    freezing,
    goals,
    history,
    narratives,
    official_documents,
    people,
    plans,
    reports,
    responsibilities,
    targets,
    work_money,
    work_progress,
    works,
)
from ntm_desktop.services.dossier_things import things
from ntm_desktop.services.judged import judge_on
from ntm_desktop.services.sample_files import write_file

JUNE = date(2021, 6, 30)
TODAY = comparison.TODAY
_MINUTES = count()
_PROVINCE = "728/QĐ-UBND"


def print_it(database: Database, on: date = JUNE, *, at: timedelta | None = None, volumes: int = 1) -> None:
    """An entry of the register, as every way out makes one; of volumes one each."""
    with database.read() as session:
        data = dossier.collect(session, on=on, today=on, draft=False)
    printed = [(database.files.put_bytes(b"%PDF-1.7" + bytes(number)), 12) for number in range(volumes)]
    moment = AT + (timedelta(minutes=next(_MINUTES)) if at is None else at)
    with database.write(dossier.print_action(dossier.Way.PDF), LEAD, moment) as session:
        dossier.register_all(session, data=data, printed=printed)


def write(database: Database, do: Callable[[Session], Changes]) -> None:
    with database.write("Làm", LEAD, AT) as session:
        do(session)


def compared(database: Database, then: int = 1, now: int = 2, on: date = JUNE) -> comparison.Comparison:
    with database.read() as session:
        return comparison.compare(session, then=then, now=now, on=on)


def told(database: Database, then: int = 1, now: int = 2, on: date = JUNE) -> list[str]:
    return [
        f"{one.group.value} | {one.what}: {one.then} → {one.now}"
        for one in compared(database, then, now, on).changes
    ]


def test_two_prints_of_the_same_data_do_not_differ(yen_hoa: Database) -> None:
    print_it(yen_hoa)
    print_it(yen_hoa)
    assert told(yen_hoa) == []
    assert told(yen_hoa, 2, TODAY) == []
    found = compared(yen_hoa)
    assert found.then.told == "Lần in 1, in ngày 30/6/2021, số liệu đến 30/6/2021"
    assert compared(yen_hoa, 2, TODAY).now.told == "Số liệu hiện nay, số liệu đến 30/6/2021"
    assert found.notes == ()


def test_the_rows_of_a_print_are_found_again_to_the_last_letter(yen_hoa: Database) -> None:
    """The proof is the code on the paper: the rows that are found again have the same."""
    entries = []
    for value in ("70", "71", "72"):
        record(yen_hoa, "17.6", value, reason="đo lại")
        print_it(yen_hoa)
        with yen_hoa.read() as session:
            entries.append(history.entries(session, limit=1)[0].seq)
    write(yen_hoa, lambda s: people.save_person(s, name="Lê Văn Tư", post="Công chức"))
    with yen_hoa.read() as session, past(session) as copy:
        roots = {one.ordinal: one.content_root for one in dossier.register_list(session)}
        for ordinal in (3, 2, 1):
            found = copy.back_to(entries[ordinal - 1])
            assert freezing.root(found, on=JUNE) == roots[ordinal]
    assert len(set(roots.values())) == 3


def test_a_value_that_was_recorded_anew_changes_result_verdict_and_criterion(yen_hoa: Database) -> None:
    print_it(yen_hoa)
    record(yen_hoa, "17.6", "100", reason="đo lại")
    print_it(yen_hoa)
    lines = [line for line in told(yen_hoa) if " 17.6 " in line or "| 17.6 " in line]
    assert [line.rpartition(": ")[2] for line in lines] == [
        "862/1.342 = 64,23% → 100%",
        "Chưa đạt → Đạt",
        "25/6/2021 → 30/6/2021",
    ]
    assert all(line.startswith("Chỉ tiêu | 17.6 Tỷ lệ hộ có nhà tiêu") for line in lines)
    record(yen_hoa, "17.6", "60", reason="đo lại")
    assert any("Chưa đạt" in line.rpartition("→")[2] for line in told(yen_hoa, 2, TODAY))


def test_a_criterion_that_was_reached_is_told_with_the_whole_result(yen_hoa: Database) -> None:
    print_it(yen_hoa)
    with yen_hoa.read() as session:
        states = judge_on(session, on=JUNE)
    unmet = [code for code, state in states.standing.criteria if state.value == "unmet"]
    assert unmet
    record(yen_hoa, "17.6", "100", reason="đo lại")
    with yen_hoa.read() as session:
        now = judge_on(session, on=JUNE)
    lines = told(yen_hoa, 1, TODAY)
    changed = {
        code
        for (code, before), (_, after) in zip(states.standing.criteria, now.standing.criteria, strict=True)
        if before is not after
    }
    assert {
        line.split(" | Tiêu chí số ")[1].split(" ")[0] for line in lines if line.startswith("Tiêu chí |")
    } == (changed)


def test_an_action_that_was_taken_back_between_two_prints_leaves_nothing(yen_hoa: Database) -> None:
    print_it(yen_hoa)
    record(yen_hoa, "17.6", "100", reason="đo lại")
    write(yen_hoa, history.undo_last)
    print_it(yen_hoa)
    assert told(yen_hoa) == []


def test_what_was_taken_back_after_a_print_is_still_what_it_said(yen_hoa: Database) -> None:
    write(yen_hoa, lambda s: works.save(s, name="Cầu treo Yên Thọ", kind="giao-thong"))
    write(
        yen_hoa,
        lambda s: works.save(s, uid=_work(s), name="Cầu treo Yên Thọ", kind="giao-thong", scale="dài 40 m"),
    )
    print_it(yen_hoa)
    with yen_hoa.read() as session:
        seq = history.entries(session, limit=2)[1].seq
    write(yen_hoa, lambda s: history.undo(s, seq=seq))
    assert told(yen_hoa, 1, TODAY) == ["Công trình | Cầu treo Yên Thọ: Quy mô: dài 40 m → "]


def _work(session: Session) -> str:
    return works.uid_named(session, name="Cầu treo Yên Thọ")


def test_a_work_is_told_by_progress_money_and_debt(yen_hoa: Database) -> None:
    write(yen_hoa, lambda s: works.save(s, name="Cầu treo Yên Thọ", kind="giao-thong"))
    print_it(yen_hoa)
    write(
        yen_hoa,
        lambda s: work_money.set_investment(s, uid=_work(s), amount=1_250_000_000, on=JUNE, today=JUNE),
    )
    write(
        yen_hoa,
        lambda s: work_money.record_money(
            s,
            uid=_work(s),
            movement=Movement.ALLOTTED,
            source=Source.COMMUNE,
            year=2021,
            amount=300_000_000,
            on=JUNE,
            today=JUNE,
        ),
    )
    write(yen_hoa, lambda s: work_progress.measure(s, uid=_work(s), share=4650, on=JUNE, today=JUNE))
    write(
        yen_hoa,
        lambda s: work_money.accept(s, uid=_work(s), value=500_000_001, on=JUNE, today=JUNE),
    )
    print_it(yen_hoa)
    found = {line for line in told(yen_hoa) if line.startswith("Công trình")}
    name = "Công trình | Cầu treo Yên Thọ"
    assert found >= {
        f"{name}: Khối lượng: 0% → 46,5%",
        f"{name}: Tổng mức đầu tư:  → 1.250.000.000 đồng",
        f"{name}: Vốn bố trí: 0 đồng → 300.000.000 đồng",
        f"{name}: Giá trị nghiệm thu: 0 đồng → 500.000.001 đồng",
        f"{name}: Nợ đọng: 0 đồng → 200.000.001 đồng",
    }
    write(yen_hoa, lambda s: works.remove_work(s, uid=_work(s)))
    (gone,) = [one for one in compared(yen_hoa, 2, TODAY).changes if one.group.value == "Công trình"]
    assert (gone.kind.value, gone.name, gone.now) == ("Không còn", "Cầu treo Yên Thọ", "")


def attach(database: Database, path: Path, words: str, code: str) -> None:
    path.write_text(words, encoding="utf-8")
    stored = files.take_in(database.files, path)
    write(database, lambda s: evidence.attach(s, stored=stored, code=code, today=JUNE))


def _proof(session: Session, title: str) -> str:
    known = evidence.list_evidence(session, set_id="xa-ntm-2016-2020")
    return next(view.uid for view in known if view.title == title)


def test_evidence_that_came_went_or_was_replaced(yen_hoa: Database, tmp_path: Path) -> None:
    attach(yen_hoa, tmp_path / "Biên bản.txt", "bản đầu", "15.1")
    attach(yen_hoa, tmp_path / "Quyết định.txt", "quyết định", "15.2")
    print_it(yen_hoa)
    for title, code in (("Biên bản", "15.1"), ("Quyết định", "15.2")):
        write(yen_hoa, lambda s: evidence.detach(s, uid=_proof(s, title), code=code, on=JUNE))  # noqa: B023
    attach(yen_hoa, tmp_path / "Biên bản.txt", "bản sau", "15.1")
    attach(yen_hoa, tmp_path / "Ảnh chợ.txt", "ảnh", "7.1")
    changes = [one for one in compared(yen_hoa, 1, TODAY).changes if one.group.value == "Minh chứng"]
    by_kind = {(one.kind.value, one.what): (one.then, one.now) for one in changes}
    assert set(by_kind) == {
        ("Thay đổi", "Biên bản: Tệp"),
        ("Thêm", "Ảnh chợ: thêm"),
        ("Không còn", "Quyết định: không còn"),
    }
    assert by_kind["Thay đổi", "Biên bản: Tệp"] == (
        "Biên bản.txt",
        "Biên bản.txt (đã thay bằng tệp khác cùng tên)",
    )
    assert by_kind["Thêm", "Ảnh chợ: thêm"] == ("", "Ảnh chợ (Ảnh chợ.txt), chỉ tiêu 7")


def test_internal_evidence_is_not_told_of(yen_hoa: Database, tmp_path: Path) -> None:
    print_it(yen_hoa)
    attach(yen_hoa, tmp_path / "Nội bộ.txt", "nội bộ", "15.1")
    write(yen_hoa, lambda s: evidence.edit(s, uid=_proof(s, "Nội bộ"), internal=True))
    assert told(yen_hoa, 1, TODAY) == []


def test_people_papers_and_words(yen_hoa: Database) -> None:
    print_it(yen_hoa)
    write(
        yen_hoa,
        lambda s: dossier.save_paper(s, form="to_trinh", on=JUNE, number="12", issued=date(2021, 7, 1)),
    )
    write(
        yen_hoa,
        lambda s: narratives.save(s, paper="bao_cao", part="chi_dao", body="Đảng ủy chỉ đạo.", on=JUNE),
    )
    write(
        yen_hoa,
        lambda s: official_documents.save_document(
            s,
            kind="Kế hoạch",
            number="99/KH-UBND",
            issued=JUNE,
            issuer="UBND xã Yên Hóa",
            title="về nông thôn mới",
            role=official_documents.GROUND,
        ),
    )

    def other_chairman(session: Session) -> Changes:
        (signer, *_others) = people.list_signers(session)
        return people.save_person(
            session, uid=signer.uid, name="Cao Xuân Đạt", post=signer.post, role=signer.role, signs=True
        )

    write(yen_hoa, other_chairman)
    print_it(yen_hoa)
    lines = told(yen_hoa)
    assert "Văn bản, căn cứ | Tờ trình: Số:  → 12" in lines
    assert "Văn bản, căn cứ | Tờ trình: Ngày:  → 1/7/2021" in lines
    assert any(line.startswith("Văn bản, căn cứ | Căn cứ: Kế hoạch số 99/KH-UBND") for line in lines)
    assert (
        "Người ký, người phụ trách | Người ký hồ sơ: Họ tên, chức vụ: "
        "Đinh Minh Đức, Chủ tịch → Cao Xuân Đạt, Chủ tịch" in lines
    )
    (words,) = [line for line in lines if line.startswith("Phần lời")]
    assert words.startswith("Phần lời | Báo cáo kết quả thực hiện, ")
    assert words.endswith("→ Đảng ủy chỉ đạo.")


def test_an_attached_paper_that_came_or_was_exchanged(yen_hoa: Database, tmp_path: Path) -> None:
    print_it(yen_hoa)
    for pages in (1, 2):
        path = write_file(tmp_path, title="Bản đã ký", kind="pdf", pages=pages, commune="xã Yên Hóa")
        stored = files.take_in(yen_hoa.files, path)
        write(yen_hoa, lambda s: dossier.attach_paper(s, form="hai_long", stored=stored, on=JUNE))  # noqa: B023
        print_it(yen_hoa)
    ((came,), (exchanged,)) = told(yen_hoa), told(yen_hoa, 2, 3)
    name = path.name
    assert came.startswith("Văn bản, căn cứ | Báo cáo ")
    assert came.endswith(f": Tệp đính kèm:  → {name}")
    assert exchanged.endswith(f": Tệp đính kèm: {name} → {name} (đã thay bằng tệp khác cùng tên)")
    write(yen_hoa, lambda s: dossier.detach_paper(s, form="hai_long", on=JUNE))
    (gone,) = told(yen_hoa, 3, TODAY)
    assert gone.endswith(" → ")


def test_figures_hamlets_plans_levels_and_opinions(yen_hoa: Database) -> None:
    print_it(yen_hoa)
    write(
        yen_hoa,
        lambda s: commune.save_figures(s, values={"households": 1400}, as_of=JUNE, source="Công an xã"),
    )
    write(
        yen_hoa,
        lambda s: plans.save(
            s, code="10.1", on=JUNE, cause="Thiếu vốn", solution="Vay vốn", money=5, deadline=None
        ),
    )
    write(
        yen_hoa,
        lambda s: targets.override(s, code="17.6", text="60", decision=_PROVINCE, decided=JUNE, on=JUNE),
    )
    write(
        yen_hoa,
        lambda s: responsibilities.assign(
            s, criterion="5", person_uid=people.list_people(s)[-1].uid, from_date=JUNE
        ),
    )
    write(
        yen_hoa,
        lambda s: consultation.save_opinion(
            s, giver=Giver.WOMEN, form=OpinionForm.WRITTEN, on=JUNE, today=JUNE, content="Nhất trí"
        ),
    )
    lines = told(yen_hoa, 1, TODAY)
    assert any(line.startswith("Thông tin, số liệu của xã | Số hộ: Số liệu: ") for line in lines)
    assert (
        "Kế hoạch khắc phục | Chỉ tiêu 10: Nguyên nhân: Dịch bệnh, lao động xa nhà trở về → Thiếu vốn"
        in lines
    )
    assert "Kế hoạch khắc phục | Chỉ tiêu 10: Kinh phí: 450.000.000 đồng → 5 đồng" in lines
    assert any("17.6" in line and ": Mức yêu cầu: " in line and "60%" in line for line in lines)
    assert any(line.startswith("Người ký, người phụ trách | Phụ trách tiêu chí 5: ") for line in lines)
    assert any(line == "Lấy ý kiến | Ý kiến của Hội Liên hiệp Phụ nữ xã: thêm:  → Nhất trí" for line in lines)


def test_dossiers_of_two_sets_are_not_told_by_their_codes(yen_hoa: Database) -> None:
    print_it(yen_hoa)
    later = date(2021, 12, 31)
    write(
        yen_hoa,
        lambda s: goals.register(
            s, set_id="xa-ntm-2021-2025", year=2025, profile="tdmnpb", valid_from=date(2021, 7, 1)
        ),
    )
    found = compared(yen_hoa, 1, TODAY, later)
    groups = {one.group.value for one in found.changes}
    assert "Mục tiêu, trình tự" in groups
    assert groups.isdisjoint({"Tiêu chí", "Chỉ tiêu", "Minh chứng", "Kế hoạch khắc phục"})
    assert "hai bộ tiêu chí khác nhau" in " ".join(found.notes)


def test_prints_of_one_second_are_told_apart(yen_hoa: Database) -> None:
    print_it(yen_hoa, at=timedelta(0))
    record(yen_hoa, "17.6", "100", reason="đo lại")
    print_it(yen_hoa, at=timedelta(0))
    assert any("→ 100%" in line for line in told(yen_hoa))
    assert told(yen_hoa, 2, TODAY) == []


def test_the_other_way_round_is_compared_too(yen_hoa: Database) -> None:
    print_it(yen_hoa)
    record(yen_hoa, "17.6", "100", reason="đo lại")
    print_it(yen_hoa)
    there, back = compared(yen_hoa, 1, 2).changes, compared(yen_hoa, 2, 1).changes
    assert [(one.name, one.label, one.then, one.now) for one in there] == [
        (one.name, one.label, one.now, one.then) for one in back
    ]


def test_the_usual_pair(yen_hoa: Database) -> None:
    with yen_hoa.read() as session, pytest.raises(NtmError, match="Chưa có bản in"):
        comparison.usual_pair(dossier.register_list(session))
    with pytest.raises(NtmError, match="Chưa có bản in"):
        compared(yen_hoa, 1, TODAY)
    pairs = []
    for _ in range(3):
        print_it(yen_hoa)
        with yen_hoa.read() as session:
            pairs.append(comparison.usual_pair(dossier.register_list(session)))
        with yen_hoa.read() as session:
            prints = dossier.register_list(session)
    assert pairs == [(1, TODAY), (1, 2), (2, 3)]
    assert comparison.usual_pair(prints, then=1) == (1, 3)
    assert comparison.usual_pair(prints, then=3) == (3, TODAY)
    assert comparison.usual_pair(prints, now=2) == (1, 2)
    assert comparison.usual_pair(prints, now=TODAY) == (3, TODAY)
    assert comparison.usual_pair(prints, then=1, now=TODAY) == (1, TODAY)
    with pytest.raises(NtmError, match="Trước lần in 1"):
        comparison.usual_pair(prints, now=1)
    with pytest.raises(NtmError, match="Chọn một trong các lần: 1, 2, 3"):
        compared(yen_hoa, 9, TODAY)
    with pytest.raises(NtmError, match="cùng một lần in"):
        compared(yen_hoa, 2, 2)


def test_the_volumes_of_one_print_are_one_print(yen_hoa: Database) -> None:
    print_it(yen_hoa)
    record(yen_hoa, "17.6", "100", reason="đo lại")
    print_it(yen_hoa, volumes=3)  # 2, 3 and 4
    with yen_hoa.read() as session:
        prints = dossier.register_list(session)
    assert comparison.usual_pair(prints) == (1, 2)
    assert comparison.usual_pair(prints, now=4) == (1, 4)
    assert comparison.usual_pair(prints, then=3) == (3, TODAY)
    assert comparison.usual_pair(prints, now=TODAY) == (2, TODAY)
    for ordinal in (2, 3, 4):
        found = compared(yen_hoa, 1, ordinal)
        assert any(one.now == "100%" for one in found.changes)
        assert found.now.told == "Lần in 2–4 (03 tập), in ngày 30/6/2021, số liệu đến 30/6/2021"
    assert told(yen_hoa, 3, TODAY) == []
    with pytest.raises(NtmError, match="cùng một lần in"):
        compared(yen_hoa, 2, 4)
    print_it(yen_hoa, volumes=2)  # of the same data, but once more
    with yen_hoa.read() as session:
        assert comparison.usual_pair(dossier.register_list(session)) == (2, 5)


def test_what_was_erased_on_request_since_is_said_to_be_unknown(yen_hoa: Database) -> None:
    print_it(yen_hoa)
    write(yen_hoa, lambda s: commune.save(s, region="Vùng cao"))
    with yen_hoa.read() as session:
        seq = history.entries(session, limit=1)[0].seq
    write(yen_hoa, lambda s: commune.save(s, region="Vùng thấp"))
    write(yen_hoa, lambda s: blanking.blank(s, seq=seq))
    found = compared(yen_hoa, 1, TODAY)
    assert [note for note in found.notes if f"thao tác số {seq} " in note]


def test_a_print_that_the_history_does_not_know_is_refused(yen_hoa: Database) -> None:
    print_it(yen_hoa)
    with yen_hoa.connection.begin():
        yen_hoa.connection.exec_driver_sql("UPDATE dossier SET printed_at = '2021-06-30T05:00:00Z'")
    with pytest.raises(NtmError, match="Chọn lần in khác"):
        compared(yen_hoa, 1, TODAY)


def test_the_comparison_is_a_paper_and_a_sheet(yen_hoa: Database, tmp_path: Path) -> None:
    out = tmp_path / "so-sanh"
    wanted = reports.Wanted(on=JUNE, today=JUNE, by=LEAD)
    made = []
    for turn in range(3):
        if turn:
            record(yen_hoa, "17.6", str(70 + turn), reason="đo lại")
            print_it(yen_hoa)
        with yen_hoa.read() as session:
            report = reports.find("so-sanh-ban-in")
            made.append(reports.collect(session, report=report, wanted=wanted))
    assert "Chưa có bản in chính thức nào" in repr(made[0].paper)
    assert "Không có gì thay đổi. Trước: Lần in 1" in repr(made[1].paper)  # the only one and today
    reports.write(made[2], out.with_suffix(".pdf"))
    with pypdfium2.PdfDocument(out.with_suffix(".pdf")) as pdf:
        text = " ".join(pdf[0].get_textpage().get_text_range().split())
    assert "BẢNG SO SÁNH HAI LẦN IN" in text
    assert "Kết quả 71% 72%" in text
    assert "Trước: Lần in 1, in ngày 30/06/2021, số liệu đến 30/06/2021." in text
    reports.write(made[2], out.with_suffix(".xlsx"))
    sheet = openpyxl.load_workbook(out.with_suffix(".xlsx")).active
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert any(row[2:4] == ["71%", "72%"] for row in cells)


def test_all_that_is_told_has_a_name_and_a_key_of_its_own(yen_hoa: Database) -> None:
    with yen_hoa.read() as session:
        state = things(session, judge_on(session, on=JUNE), today=JUNE)
    assert len({(one.group, one.key) for one in state}) == len(state)
    assert all(one.name and one.key for one in state)
