"""Who answers for what and what was met before: the lists and their papers."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from office import AT, LEAD, TODAY, record
from test_reports import made, pdf_text, printed

from ntm_desktop.db.engine import Database
from ntm_desktop.domain.rating import Rating, SubjectKind, YearFacts
from ntm_desktop.domain.tasks import TaskStanding, TaskState
from ntm_desktop.errors import NtmError
from ntm_desktop.services import (
    assessments,
    assignments,
    goals,
    history,
    people,
    plans,
    reports,
    responsibilities,
    year_review,
)


def assign(office: Database, criterion: str, *, department: str = "") -> None:
    with office.write("Thêm người", LEAD, AT) as session:
        people.save_person(session, name="Phạm Quốc Việt", post="Công chức", unit="Địa chính – Xây dựng")
    with office.read() as session:
        uid = next(one.uid for one in people.list_people(session) if one.name == "Phạm Quốc Việt")
    with office.write("Phân công", LEAD, AT) as session:
        responsibilities.assign(
            session, criterion=criterion, person_uid=uid, from_date=date(2021, 1, 5), department=department
        )


def plan(office: Database, *, done_on: date | None = None) -> None:
    with office.write("Lập kế hoạch", LEAD, AT) as session:
        plans.save(
            session,
            code="17.6",
            on=TODAY,
            decided_on=date(2021, 5, 1),
            cause="Thiếu vốn",
            solution="Xây nhà tiêu hợp vệ sinh",
            deadline=date(2021, 6, 10),
            though_past=True,
        )
    if done_on is not None:
        with office.read() as session:
            (known,) = plans.list_plans(session, set_id=assignments.table(session, on=TODAY).set_id, on=TODAY)
        with office.write("Kết thúc", LEAD, AT) as session:
            plans.close(session, plan_uid=known.uid, done_on=done_on)


def rows(office: Database, on: date = TODAY) -> dict[str, assignments.AssignmentRow]:
    with office.read() as session:
        return {row.criterion: row for row in assignments.table(session, on=on).rows}


def test_a_task_is_of_who_answers_for_its_criterion(office: Database) -> None:
    assign(office, "17")
    plan(office)
    (task,) = rows(office)["17"].tasks
    assert (task.person, task.solution) == ("Phạm Quốc Việt", "Xây nhà tiêu hợp vệ sinh")
    assert (task.standing.state, task.standing.days_late) == (TaskState.LATE, 20)
    with office.read() as session:
        table = assignments.table(session, on=TODAY)
    assert (table.unassigned, table.late) == (18, 1)


def test_a_criterion_that_the_set_does_not_have_is_given_to_nobody(office: Database) -> None:
    with pytest.raises(NtmError, match="không có tiêu chí “77”"):
        assign(office, "77")
    with office.read() as session:
        assert responsibilities.list_responsibilities(session, on=TODAY) == ()


def test_what_was_done_stays_with_the_day_on_which_it_was_done(office: Database) -> None:
    plan(office, done_on=date(2021, 6, 12))
    (task,) = rows(office)["17"].tasks
    assert (task.standing.state, task.standing.days_late) == (TaskState.DONE_LATE, 2)
    (before,) = rows(office, date(2021, 6, 11))["17"].tasks
    assert (before.standing.state, before.done_on) == (TaskState.LATE, None)


def only_task(office: Database) -> assignments.TaskView:
    with office.read() as session:
        (task,) = assignments.table(session, on=TODAY).tasks
    return task


def test_a_task_is_done_on_its_day_and_undone(office: Database) -> None:
    assign(office, "17")
    plan(office)
    uid = only_task(office).uid
    with office.write("Ghi nhiệm vụ đã xong", LEAD, AT) as session:
        assignments.complete(session, uid=uid, done_on=date(2021, 6, 10), today=TODAY)
    assert only_task(office).standing == TaskStanding(TaskState.DONE, 0)
    with (
        pytest.raises(NtmError, match="đã ghi xong ngày 10/6/2021"),
        office.write("Ghi lần nữa", LEAD, AT) as session,
    ):
        assignments.complete(session, uid=uid, done_on=TODAY, today=TODAY)
    with office.write("Hoàn tác", LEAD, AT) as session:
        history.undo_last(session)
    assert only_task(office).standing == TaskStanding(TaskState.LATE, 20)


def test_a_task_is_not_done_tomorrow_nor_before_it_was_given(office: Database) -> None:
    plan(office)
    uid = only_task(office).uid
    for day, said in (
        (date(2021, 7, 1), "Ngày xong 1/7/2021 ở sau hôm nay"),
        (date(2021, 4, 1), "trước ngày lập"),
    ):
        with pytest.raises(NtmError, match=said), office.write("Ghi", LEAD, AT) as session:
            assignments.complete(session, uid=uid, done_on=day, today=TODAY)
    with pytest.raises(NtmError, match="không còn"), office.write("Ghi", LEAD, AT) as session:
        assignments.complete(session, uid="khong-co", done_on=TODAY, today=TODAY)


def test_each_task_is_on_paper_with_its_days(office: Database, tmp_path: Path) -> None:
    assert "Chưa có nhiệm vụ nào" in printed(office, tmp_path, "nhiem-vu", on=TODAY)
    assign(office, "17")
    plan(office)
    text = printed(office, tmp_path, "nhiem-vu", on=TODAY)
    for words in ("Xây nhà tiêu", "Phạm Quốc Việt", "10/06/2021", "Quá hạn", "20"):
        assert words in text
    out = tmp_path / "nhiem-vu.xlsx"
    reports.write(made(office, "nhiem-vu", on=TODAY), out)
    sheet = openpyxl.load_workbook(out).active
    assert sheet is not None
    (line,) = [row for row in sheet.iter_rows(values_only=True) if row[1] == "17.6"]
    assert line[-1] == 20


def test_the_notice_is_refused_while_nobody_answers_for_anything(office: Database) -> None:
    with pytest.raises(NtmError, match="Chưa phân công tiêu chí nào"):
        made(office, "thong-bao-phan-cong", on=TODAY)


def test_the_notice_tells_who_and_what_is_left(office: Database, tmp_path: Path) -> None:
    assign(office, "17", department="Phòng Tài nguyên và Môi trường")
    text = printed(office, tmp_path, "thong-bao-phan-cong", on=TODAY)
    for words in (
        "THÔNG BÁO",
        "/TB-UBND",
        "phân công phụ trách 01 tiêu chí",
        "Chưa phân công 18 tiêu chí: 1. Quy hoạch",
        "(Kèm theo Thông báo",
        "Phạm Quốc Việt, Địa chính – Xây dựng",
        "Phòng Tài nguyên và Môi trường",
    ):
        assert words in text
    out = tmp_path / "thong-bao.docx"
    reports.write(made(office, "thong-bao-phan-cong", on=TODAY), out)
    assert out.read_bytes()[:2] == b"PK"
    with pytest.raises(NtmError, match=r"PDF, Word \(\.docx\)"):
        reports.check_file(reports.find("thong-bao-phan-cong"), tmp_path / "thong-bao.xlsx")


def test_the_table_has_a_line_for_each_criterion(office: Database, tmp_path: Path) -> None:
    assign(office, "17")
    plan(office)
    out = tmp_path / "phan-cong.xlsx"
    reports.write(made(office, "phan-cong", on=TODAY), out)
    sheet = openpyxl.load_workbook(out).active
    assert sheet is not None
    lines = {row[0]: row for row in sheet.iter_rows(values_only=True) if row[0] is not None}
    assert lines["17"][3] == "Phạm Quốc Việt, Địa chính – Xây dựng"
    assert lines["17"][-2:] == (1, 1)
    assert lines["1"][3] == "Chưa phân công"


def test_nothing_fell_back(office: Database, tmp_path: Path) -> None:
    text = printed(office, tmp_path, "tai-cong-nhan", on=TODAY)
    assert "không có chỉ tiêu nào đã đạt mà nay chưa đạt" in text


def test_what_fell_back_is_listed_with_its_days_and_its_plan(office: Database, tmp_path: Path) -> None:
    record(office, "17.6", "1342/1342", date(2020, 12, 31))
    record(office, "17.6", "862/1342")
    assign(office, "17", department="Phòng Tài nguyên và Môi trường")
    plan(office)
    with office.read() as session:
        (lapse,) = assignments.lapses(session, on=TODAY)
    assert (lapse.met_on, lapse.unmet_on, lapse.set_changed) == (date(2020, 12, 31), TODAY, False)
    text = printed(office, tmp_path, "tai-cong-nhan", on=TODAY)
    for words in ("31/12/2020", "30/06/2021", "Thiếu vốn", "Xây nhà tiêu", "10/06/2021", "Phạm Quốc Việt"):
        assert words in text
    with office.read() as session:
        assert assignments.lapses(session, on=date(2021, 6, 29)) == ()


def test_the_sample_fell_back(yen_hoa: Database, tmp_path: Path) -> None:
    with yen_hoa.read() as session:
        found = assignments.lapses(session, on=TODAY)
    assert found
    out = tmp_path / "tai-cong-nhan.pdf"
    reports.write(made(yen_hoa, "tai-cong-nhan"), out)
    assert all(lapse.code in pdf_text(out) for lapse in found)


def test_the_year_of_a_person_and_the_rating_that_it_proposes(office: Database, tmp_path: Path) -> None:
    record(office, "17.6", "1342/1342", date(2020, 12, 31))
    record(office, "17.6", "862/1342")
    assign(office, "17")
    plan(office)
    with office.read() as session:
        (row,) = year_review.review(session, year=2021, on=TODAY).people
    assert (row.name, row.proposed) == ("Phạm Quốc Việt", Rating.FAILED)
    assert row.facts == YearFacts(criteria=1, met=0, lost=1, tasks=1, late=1)
    text = printed(office, tmp_path, "danh-gia", on=TODAY)
    for words in ("ĐÁNH GIÁ NĂM 2021", "Không hoàn thành nhiệm vụ", "không phải quy định của Nhà nước"):
        assert words in text
    assert "đạt từ 50% tiêu chí" in text
    with pytest.raises(NtmError, match="Năm 2022 không đánh giá được"):
        made(office, "danh-gia", on=TODAY, year=2022)


def test_a_year_in_which_nobody_was_in_charge(office: Database, tmp_path: Path) -> None:
    assert "Chưa phân công ai" in printed(office, tmp_path, "danh-gia", on=TODAY)


def decide(
    office: Database, rating: Rating | None, reason: str, kind: SubjectKind = SubjectKind.UNIT
) -> None:
    with office.read() as session:
        found = year_review.review(session, year=2021, on=TODAY)
    (row,) = found.units if kind is SubjectKind.UNIT else found.people
    with office.write("Đánh giá", LEAD, AT) as session:
        year_review.decide(
            session, year=2021, kind=kind, key=row.key, rating=rating, reason=reason, today=TODAY
        )


@pytest.mark.parametrize("kind", list(SubjectKind))
def test_a_rating_is_changed_only_with_a_reason(office: Database, tmp_path: Path, kind: SubjectKind) -> None:
    record(office, "17.6", "862/1342")
    assign(office, "17")
    with pytest.raises(NtmError, match="Chưa ghi lý do") as refused:
        decide(office, Rating.DONE, "  ", kind)
    assert "\n" not in refused.value.message
    decide(office, Rating.DONE, "Dịch bệnh kéo dài", kind)
    text = printed(office, tmp_path, "danh-gia", on=TODAY)
    assert "Dịch bệnh kéo dài" in text
    assert text.count("Không hoàn thành nhiệm vụ") >= 3  # proposed twice, the other's rating, the rule
    decide(office, Rating.GOOD, "Xem xét lại", kind)
    with office.read() as session:
        found = year_review.review(session, year=2021, on=TODAY)
        (row,) = found.units if kind is SubjectKind.UNIT else found.people
        assert (row.proposed, row.rating, row.reason) == (Rating.FAILED, Rating.GOOD, "Xem xét lại")
        assert year_review.review(session, year=2020, on=TODAY).rows == ()
    decide(office, None, "", kind)
    with office.read() as session:
        assert all(one.changed is None for one in year_review.review(session, year=2021, on=TODAY).rows)


def test_what_was_met_the_year_before_is_kept_and_a_late_task_is_its_doers(office: Database) -> None:
    record(office, "17.6", "1342/1342", date(2020, 12, 31))
    assign(office, "17")
    plan(office, done_on=date(2021, 6, 10))
    with office.read() as session:
        (row,) = year_review.review(session, year=2021, on=TODAY).people
    assert (row.facts.tasks, row.facts.in_time, row.facts.late) == (1, 1, 0)
    assert [one.kept for one in row.criteria] == [False]  # other indicators of it are not assessed


def test_a_late_work_is_of_who_answers_for_its_criterion(yen_hoa: Database) -> None:
    with yen_hoa.read() as session:
        found = year_review.review(session, year=2021, on=TODAY)
    by_name = {row.name: row for row in found.rows}
    builder = by_name["Trần Văn Đông"]
    assert builder.facts.late_works == len(builder.works) > 0
    assert builder.works[0].days >= builder.works[-1].days > 0
    assert by_name["UBND xã"].facts.criteria == 18
    assert by_name["Đinh Xuân Đỗ"].facts.kept == by_name["Công an xã"].facts.kept


def test_the_sheet_of_a_person_and_of_a_unit(office: Database, tmp_path: Path) -> None:
    record(office, "17.6", "862/1342")
    assign(office, "17")
    plan(office)
    decide(office, Rating.DONE, "Dịch bệnh kéo dài", SubjectKind.PERSON)
    text = printed(office, tmp_path, "danh-gia-ca-nhan", on=TODAY, subject="quốc việt")
    for words in (
        "PHIẾU ĐÁNH GIÁ NĂM 2021",
        "Phạm Quốc Việt",
        "đạt 0/1",
        "Xây nhà tiêu",
        "Mức đề xuất: Không hoàn thành nhiệm vụ",
        "Mức đánh giá: Hoàn thành nhiệm vụ",
        "Dịch bệnh kéo dài",
    ):
        assert words in text
    out = tmp_path / "phieu.xlsx"
    reports.write(made(office, "danh-gia-ca-nhan", on=TODAY, subject="Địa chính – Xây dựng"), out)
    sheet = openpyxl.load_workbook(out).active
    assert sheet is not None
    assert [row[5] for row in sheet.iter_rows(values_only=True) if row[2] == "Quá hạn"] == [20]
    docx = tmp_path / "phieu.docx"
    reports.write(made(office, "danh-gia-ca-nhan", on=TODAY, subject="Phạm Quốc Việt"), docx)
    assert docx.read_bytes()[:2] == b"PK"
    with pytest.raises(NtmError, match="Không có cá nhân, đơn vị nào tên “Lan”") as refused:
        made(office, "danh-gia-ca-nhan", on=TODAY, subject="Lan")
    assert "Phạm Quốc Việt" in refused.value.problems
    with pytest.raises(NtmError, match="Chưa chọn cá nhân, đơn vị"):
        made(office, "danh-gia-ca-nhan", on=TODAY)


def test_the_summary_is_excel_with_numbers(office: Database, tmp_path: Path) -> None:
    assign(office, "17")
    plan(office)
    out = tmp_path / "danh-gia.xlsx"
    reports.write(made(office, "danh-gia", on=TODAY), out)
    sheet = openpyxl.load_workbook(out).active
    assert sheet is not None
    (line,) = [row for row in sheet.iter_rows(values_only=True) if row[1] == "Phạm Quốc Việt"]
    assert line[3:11] == (1, 0, 0, 0, 1, 0, 1, 0)


def test_what_must_hold_to_be_recognised_again_is_below_the_list(yen_hoa: Database, tmp_path: Path) -> None:
    text = printed(yen_hoa, tmp_path, "tai-cong-nhan")
    for words in (
        "Điều kiện để công nhận lại TT Điều kiện Căn cứ Kết quả",
        "Chưa đạt Còn 04 tiêu chí",
        "Chưa đạt Còn 120 triệu đồng",
        "Chưa có văn bản về tiêu chí 17",
        "Lấy lại ý kiến Mặt trận Tổ quốc",
        "Tự kiểm tra",
    ):
        assert words in text
    docx = tmp_path / "tai-cong-nhan.docx"
    reports.write(made(yen_hoa, "tai-cong-nhan"), docx)
    with ZipFile(docx) as packed:
        paragraphs = packed.read("word/document.xml").decode().split("<w:p>")
    (own,) = [one for one in paragraphs if "Điều kiện để công nhận lại" in one]
    assert "<w:keepNext/>" in own  # a heading stays with its table
    assert "thu hồi" not in text  # the regime of 2016 knows no revocation


def test_the_list_to_be_recognised_again_is_excel_with_numbers_and_a_sheet_of_conditions(
    yen_hoa: Database, tmp_path: Path
) -> None:
    out = tmp_path / "tai-cong-nhan.xlsx"
    reports.write(made(yen_hoa, "tai-cong-nhan"), out)
    lapses, checks = openpyxl.load_workbook(out).worksheets
    (cell,) = [one for row in lapses.iter_rows() for one in row if one.value == 0.6423]
    assert cell.number_format == "0.00%"
    assert checks.title == "Điều kiện để công nhận lại"
    rows = [row for row in checks.iter_rows(values_only=True) if isinstance(row[0], int)]
    (debt,) = [row for row in rows if str(row[1]).startswith("Không")]
    assert debt[3:5] == ("Chưa đạt", "Còn 120 triệu đồng")


def test_after_a_change_of_set_only_criteria_of_the_same_content_are_kept(
    yen_hoa: Database, tmp_path: Path
) -> None:
    later = date(2022, 6, 30)
    moment = datetime(2022, 6, 30, 1, tzinfo=UTC)
    with yen_hoa.write("Đăng ký", LEAD, moment) as session:
        goals.register(
            session, set_id="xa-ntm-2021-2025", year=2022, profile="tdmnpb", valid_from=date(2022, 3, 8)
        )
        staff = {one.name: one.uid for one in people.list_people(session)}
        for criterion, name in (("1", LEAD), ("7", "Phạm Quốc Việt"), ("17", "Phạm Quốc Việt")):
            responsibilities.assign(
                session, criterion=criterion, person_uid=staff[name], from_date=date(2022, 3, 8)
            )

    def of_land() -> year_review.ReviewRow:
        with yen_hoa.read() as session:
            found = year_review.review(session, year=2022, on=later)
        return next(row for row in found.people if row.name == "Phạm Quốc Việt")

    before = of_land()
    fates = {one.code: one.kept for one in before.criteria}
    assert fates == {"7": False, "17": None}
    assert (before.facts.kept, before.facts.unlike) == (0, 1)
    with yen_hoa.write("Nhập", LEAD, moment) as session:
        assessments.record(session, code="7.1", texts={"v": "dat"}, as_of=later, today=later)
    assert (of_land().facts.kept, of_land().facts.unlike) == (1, 1)

    def text(name: str, **given: object) -> str:
        out = tmp_path / f"{name}.pdf"
        wanted = reports.Wanted(on=later, today=later, by=LEAD, **given)  # type: ignore[arg-type]
        with yen_hoa.read() as session:
            found = reports.collect(session, report=reports.find(name), wanted=wanted)
        reports.write(found, out)
        return pdf_text(out)

    sheet = text("danh-gia-ca-nhan", subject="quốc việt")
    assert sheet.count("không so sánh được vì đổi bộ tiêu chí") == 1
    assert "Đạt, giữ được" in sheet
    summary = text("danh-gia")
    assert "tiêu chí còn lại là “Không so sánh được” vì đổi bộ tiêu chí." in summary
    assert re.search(r"Cao Thị Hòa .{0,80}? 1 0 0 0 1 0 0 0 0 ", summary)


def test_under_one_set_all_can_be_compared(yen_hoa: Database, tmp_path: Path) -> None:
    with yen_hoa.read() as session:
        found = year_review.review(session, year=2021, on=TODAY)
    assert all(row.facts.unlike == 0 for row in found.rows)
    assert "không so sánh được" not in printed(yen_hoa, tmp_path, "danh-gia").lower()
