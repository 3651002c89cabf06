"""What is late, and what was accepted out of turn, wherever the office looks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from office import AT, LEAD, TODAY

from ntm_desktop.changes import Changes
from ntm_desktop.db.engine import Database, Session
from ntm_desktop.documents.work_tables import progress_table
from ntm_desktop.domain.stages import Stage
from ntm_desktop.services import (
    contractors,
    obstacles,
    overview,
    reports,
    reports_works,
    status,
    work_money,
    work_progress,
    works,
    year_review,
)
from ntm_desktop.services.office import office_of
from ntm_desktop.services.works import WorkView
from ntm_desktop.text import count_words, nfc

MILLION = 1_000_000
SWING, ROAD = "Cầu treo", "Đường trục thôn Tân Lợi 1, bê tông 0,85 km"


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


def paper(database: Database, folder: Path, name: str, **wanted: Any) -> str:
    with database.read() as session:
        made = reports.collect(session, report=reports.find(name), wanted=reports.Wanted(**wanted))
    reports.write(made, folder / f"{name}.pdf")
    with pypdfium2.PdfDocument(folder / f"{name}.pdf") as pdf:
        text = " ".join(page.get_textpage().get_text_range() for page in pdf)
    return nfc(" ".join(text.split()))


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


DECEMBER = date(2021, 12, 31)


def test_a_work_that_was_built_late_in_the_year_counts_in_its_review(yen_hoa: Database) -> None:
    with yen_hoa.read() as session:
        found = year_review.review(session, year=2021, on=DECEMBER)
        after = year_review.review(session, year=2022, on=date(2022, 6, 30))
    builder = year_review.find(found, "Trần Văn Đông")
    assert [(one.name, one.days, one.built) for one in builder.works] == [(ROAD, 92, date(2021, 10, 20))]
    assert builder.facts.late_works == 1
    canal = "Kênh mương nội đồng 1,2 km"  # built late as well, but in 2020
    assert canal not in [one.name for row in found.rows for one in row.works]
    assert ROAD not in [one.name for row in after.rows for one in row.works]


def test_the_review_names_the_works_that_were_late(yen_hoa: Database, tmp_path: Path) -> None:
    wanted = {"on": DECEMBER, "today": DECEMBER, "by": LEAD}
    assert f"Công trình chậm: {ROAD} (92 ngày, đã xong)" in paper(yen_hoa, tmp_path, "danh-gia", **wanted)
    sheet = paper(yen_hoa, tmp_path, "danh-gia-ca-nhan", subject="Trần Văn Đông", **wanted)
    assert "Công trình chậm thuộc phần phụ trách: 1" in sheet
    assert "Đã xong, chậm 20/10/2021 92" in sheet


def test_an_acceptance_out_of_turn_is_taken_and_told(yen_hoa: Database, tmp_path: Path) -> None:
    with yen_hoa.read() as session:
        uid = works.uid_named(session, name=ROAD)
    before = told(yen_hoa, uid)
    march = date(2021, 3, 1)
    write(yen_hoa, lambda s: works.set_stage(s, uid=uid, stage=Stage.ACCEPTANCE, done=march, today=TODAY))
    assert told(yen_hoa, uid) == [
        "Nghiệm thu hoàn thành ngày 1/3/2021 trước ngày khởi công 12/4/2021: sửa lại một trong hai ngày.",
        "Ghi nghiệm thu hoàn thành khi khối lượng mới đạt 46%.",
        *before,
    ]
    table = paper(yen_hoa, tmp_path, "tien-do", on=TODAY, today=TODAY, by=LEAD)
    assert "Nghiệm thu trước khởi công" in table


def test_what_is_proposed_follows_the_cause_and_the_recorded_obstacles_stand_beside(
    yen_hoa: Database,
) -> None:
    wanted = reports.Wanted(on=TODAY, today=TODAY, by=LEAD)
    with yen_hoa.read() as session:
        known = reports_works.entries(session, wanted=wanted)
        desk = office_of(session, today=TODAY, by=LEAD)
        held_up = obstacles.table(session, on=TODAY).open
    table = progress_table(known, on=TODAY, office=desk)
    cells = {str(line.cells[1]): [str(cell) for cell in line.cells[-2:]] for line in table.lines}
    assert cells[ROAD][1] == "Đẩy nhanh GPMB; đề nghị bố trí vốn; làm thủ tục thanh toán"
    assert cells["Nhà văn hóa thôn Yên Thắng"][1] == "Gia hạn hoặc xử lý vi phạm hợp đồng; đôn đốc nhà thầu"
    yard = cells["Bãi tập kết rác xã"]
    assert "chọn nhà thầu" in yard[1].lower()  # it has none
    assert "đôn đốc" not in yard[1].lower()
    of_works = [one for one in held_up if one.work]
    assert of_works
    for one in of_works:
        assert one.what.rstrip(".")[1:] in cells[one.work][0]


@pytest.mark.parametrize("name", ["thang", "quy"])
def test_the_report_lists_every_open_obstacle_once(yen_hoa: Database, tmp_path: Path, name: str) -> None:
    with yen_hoa.read() as session:
        held_up = obstacles.table(session, on=TODAY).open
    assert any(one.criterion and not one.work for one in held_up)
    text = paper(yen_hoa, tmp_path, name, on=TODAY, today=TODAY, by=LEAD)
    told = text[text.index("III. KHÓ KHĂN, VƯỚNG MẮC") : text.index("để Ủy ban nhân dân huyện")]
    assert f"Đang mở {count_words(len(held_up), 'vướng mắc')}:" in told
    for one in held_up:
        assert told.count(one.what.rstrip(".")[1:]) == 1
        assert f"{one.subject}: " in told


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
