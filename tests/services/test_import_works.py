"""Works from a spreadsheet: what is shown before, what is in the register after, and what is refused."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from office import AT, LEAD, TODAY
from sheets_file import HEADS, book

from ntm_desktop.db.engine import Database
from ntm_desktop.db.history import update
from ntm_desktop.db.models import work
from ntm_desktop.errors import NtmError
from ntm_desktop.services import commune, history, importing, registers, work_progress, works
from ntm_desktop.services.importing import Choices, Preview, Standing
from ntm_desktop.services.works import WorkView

ROAD = "Đường trục thôn Tân Lợi 1"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "Công trình 2021.xlsx"


def preview(database: Database, path: Path, choices: Choices | None = None, today: date = TODAY) -> Preview:
    sheets = registers.read_file(path, registers.WORKS)
    with database.read() as session:
        return registers.preview(session, registers.WORKS, sheets=sheets, today=today, choices=choices)


def write(database: Database, shown: Preview) -> None:
    with database.write(registers.action(shown), LEAD, AT) as session:
        importing.write(session, shown)


def rows_of(database: Database, on: date = TODAY) -> tuple[WorkView, ...]:
    with database.read() as session:
        return works.table(session, on=on).rows


def tell(shown: Preview) -> list[tuple[str, str]]:
    return [(row.name, row.standing) for row in shown.rows]


def refused(shown: Preview) -> list[str]:
    return [one.sentence for one in shown.refusals]


def with_rows(path: Path, *rows: Sequence[Any], heads: Sequence[str] = HEADS) -> Path:
    return book(path, [heads, *rows])


def test_a_new_work_is_shown_then_written_then_undone_as_one(office: Database, file: Path) -> None:
    with_rows(file, (ROAD, "Giao thông", 1_250_000_000, date(2021, 2, 26)))
    shown = preview(office, file)
    assert (tell(shown), rows_of(office)) == ([(ROAD, Standing.NEW)], ())
    write(office, shown)
    (row,) = rows_of(office)
    assert (row.name, row.kind, row.state.account.total) == (ROAD, "giao-thong", 1_250_000_000)
    assert row.facts.investments[0].on == date(2021, 2, 26)
    with office.read() as session:
        newest = history.entries(session, limit=1)[0]
    assert newest.action == "Nhập công trình từ Excel: 1 mới, 0 đổi"
    with office.write("Hoàn tác", LEAD, AT) as session:
        history.undo(session, seq=newest.seq)
    assert rows_of(office) == ()


def test_what_a_new_work_and_a_new_measurement_say_is_shown(yen_hoa: Database, file: Path) -> None:
    heads = (*HEADS, "Thôn", "Khởi công")
    row = (ROAD + ", nhánh 5", "Giao thông", 900_000_000, date(2021, 5, 4), "Tân Lợi 1", date(2021, 6, 1))
    with_rows(file, row, heads=heads)
    assert [one.told for one in preview(yen_hoa, file, today=date(2021, 6, 30)).rows] == [
        "Thôn: Tân Lợi 1; tổng mức đầu tư: 900.000.000; ngày phê duyệt: 4/5/2021; ngày khởi công: 1/6/2021"
    ]
    sheet = [("Tên công trình", "Ngày đo", "Khối lượng lũy kế"), (LATER, date(2021, 6, 20), "5%")]
    shown = preview(yen_hoa, book(file, sheet, "Khối lượng"), today=date(2021, 6, 30))
    assert [one.told for one in shown.rows] == ["Ngày đo: 20/6/2021; khối lượng lũy kế: 5%"]


@pytest.mark.parametrize("said", ["Tân Lơi 1", "thôn Tân Lợii 1", "Tan Lợi 1"])
def test_a_hamlet_that_is_nearly_one_of_the_commune_is_refused_with_its_name(
    yen_hoa: Database, file: Path, said: str
) -> None:
    with_rows(file, (ROAD, "Giao thông", None, None, said), heads=(*HEADS, "Thôn"))
    (one,) = preview(yen_hoa, file).refusals
    assert one.expected == f"Không có thôn “{said}”. Ý là “Tân Lợi 1”? Ghi đúng tên thôn."


@pytest.mark.parametrize("said", ["Tan Loi 1", "thon tan loi 1", "THÔN TÂN LỢI 1"])
def test_a_hamlet_is_known_without_marks_and_in_capitals(yen_hoa: Database, file: Path, said: str) -> None:
    with_rows(file, (ROAD, "Giao thông", None, None, said), heads=(*HEADS, "Thôn"))
    assert refused(preview(yen_hoa, file)) == []


def test_what_is_exported_is_unchanged_when_read_back(yen_hoa: Database, file: Path) -> None:
    for day in (TODAY, date(2021, 12, 31)):
        with yen_hoa.read() as session:
            registers.save(file, registers.export(session, registers.WORKS, today=day))
        shown = preview(yen_hoa, file, today=day)
        assert {row.standing for row in shown.rows} == {Standing.UNCHANGED}, refused(shown)
        assert (shown.old_texts, shown.is_open) == ((), False)


def test_a_refused_cell_keeps_the_whole_file_out(office: Database, file: Path) -> None:
    with_rows(file, (ROAD, "Giao thông", "1.25", None), ("Nhà văn hóa", "Văn hóa xã", None, None))
    shown = preview(office, file)
    assert [one.address for one in shown.refusals] == ["C2", "B3"]
    with pytest.raises(NtmError, match="còn ô sai"):
        write(office, shown)
    assert rows_of(office) == ()


def test_a_column_that_a_row_needs_and_the_file_has_not_is_named(office: Database, file: Path) -> None:
    heads = ("Tên công trình", "Loại", "Tổng mức đầu tư")
    with_rows(file, (ROAD, "Giao thông", 1_250_000_000), heads=heads)
    assert refused(preview(office, file)) == [
        "Ô A2, trang “Công trình”, thiếu cột “Ngày phê duyệt”: "
        "Ghi ngày phê duyệt tổng mức đầu tư. Ví dụ 30/6/2021."
    ]


def test_only_what_the_file_says_is_changed_and_shown_as_old_and_new(office: Database, file: Path) -> None:
    write(office, preview(office, with_rows(file, (ROAD, "Giao thông", 1_250_000_000, date(2021, 2, 26)))))
    heads = (
        "Tên công trình",
        "Quy mô",
        "Tổng mức đầu tư",
        "Ngày điều chỉnh",
        "Lý do điều chỉnh",
        "Khởi công",
    )
    row = (ROAD, "0,85 km", 1_300_000_000, date(2021, 6, 1), "Giá thép tăng", date(2021, 4, 12))
    shown = preview(office, with_rows(file, row, heads=heads))
    assert [(one.head, one.old, one.new) for one in shown.rows[0].changes] == [
        ("Quy mô", "", "0,85 km"),
        ("Tổng mức đầu tư", "1.250.000.000", "1.300.000.000"),
        ("Ngày khởi công", "", "12/4/2021"),
    ]
    write(office, shown)
    (work,) = rows_of(office)
    assert (work.kind, work.scale, work.state.account.total) == ("giao-thong", "0,85 km", 1_300_000_000)
    assert [one.amount for one in work.facts.investments] == [1_250_000_000, 1_300_000_000]
    assert tell(preview(office, with_rows(file, row, heads=heads))) == [(ROAD, Standing.UNCHANGED)]


def test_a_name_written_the_other_way_is_the_same_work(office: Database, file: Path) -> None:
    write(office, preview(office, with_rows(file, ("Nhà văn hóa Yên Hóa", "Điện", None, None))))
    assert tell(preview(office, with_rows(file, ("NHÀ VĂN HOÁ  Yên Hoá", "Điện", None, None)))) == [
        ("Nhà văn hóa Yên Hóa", Standing.UNCHANGED)
    ]


def test_a_name_that_is_only_like_another_is_asked_about(office: Database, file: Path) -> None:
    write(office, preview(office, with_rows(file, ("Cầu Tân Lợi", "Điện", None, None))))
    with_rows(file, ("Cầu Tân Lời", "Giao thông", None, None))
    shown = preview(office, file)
    question = shown.rows[0].question
    assert question is not None
    assert (shown.is_open, [name for _uid, name in question.options]) == (True, ["Cầu Tân Lợi"])
    other = preview(office, file, Choices(answers={question.place: importing.NEW_ONE}))
    assert tell(other) == [("Cầu Tân Lời", Standing.NEW)]
    same = preview(office, file, Choices(answers={question.place: question.options[0][0]}))
    assert [(one.old, one.new) for one in same.rows[0].changes] == [("Điện", "Giao thông")]
    write(office, same)
    assert [(row.name, row.kind) for row in rows_of(office)] == [("Cầu Tân Lợi", "giao-thong")]


@pytest.mark.parametrize(
    "name",
    [
        "Đường trục thôn Một bê tông 0.85 km",
        "Duong trục thôn, Một, bê tông 0,85km",
        "Đừơng trục thôn Một bê tôg 0,85 km",
    ],
)
def test_a_name_that_is_typed_a_little_otherwise_is_asked_about_and_the_register_keeps_its_own(
    office: Database, file: Path, name: str
) -> None:
    known = "Đường trục thôn Một, bê tông 0,85 km"
    write(office, preview(office, with_rows(file, (known, "Giao thông", None, None))))
    rows = [(name, "Giao thông", None, None), (known.replace("Một", "Hai"), "Giao thông", None, None)]
    shown = preview(office, with_rows(file, *rows))
    question = shown.rows[0].question
    assert question is not None
    assert [called for _uid, called in question.options] == [known]
    assert shown.rows[1].standing is Standing.NEW
    same = preview(office, file, Choices(answers={question.place: question.options[0][0]}))
    assert tell(same)[0] == (known, Standing.UNCHANGED)
    sheet = [
        ("Tên công trình", "Ngày đo", "Khối lượng lũy kế"),
        *[(name, date(2021, 6, n), n) for n in (1, 2)],
    ]
    asked = {
        row.question.place: row.question
        for row in preview(office, book(file, sheet, "Khối lượng")).rows
        if row.question
    }
    assert [(len(one.options), one.may_be_new) for one in asked.values()] == [(1, False)]


def test_the_code_of_an_export_finds_a_renamed_work(office: Database, file: Path) -> None:
    write(office, preview(office, with_rows(file, (ROAD, "Điện", None, None))))
    code = rows_of(office)[0].uid[:8]
    shown = preview(office, with_rows(file, (code, "Đường mới"), heads=("Mã công trình", "Tên công trình")))
    write(office, shown)
    assert [row.name for row in rows_of(office)] == ["Đường mới"]


def test_old_codes_are_shown_and_wait_for_a_decision(office: Database, file: Path) -> None:
    with_rows(file, ("Nhµ v¨n ho¸ th«n", "§iÖn", None, None))
    shown = preview(office, file)
    assert [(one.address, one.found.text) for one in shown.old_texts] == [
        ("A2", "Nhà văn hoá thôn"),
        ("B2", "Điện"),
    ]
    with pytest.raises(NtmError, match="chưa chọn cách đọc"):
        write(office, shown)
    kept = preview(office, file, Choices(convert_all=False))
    assert [one.address for one in kept.refusals] == ["B2"]
    mixed = Choices(convert={shown.old_texts[0].place: False}, convert_all=True)
    assert tell(preview(office, file, mixed)) == [("Nhµ v¨n ho¸ th«n", Standing.NEW)]
    write(office, preview(office, file, Choices(convert_all=True)))
    assert [(row.name, row.kind) for row in rows_of(office)] == [("Nhà văn hoá thôn", "dien")]


def test_measurements_are_added_corrected_and_left_alone(office: Database, file: Path) -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.append(HEADS)
    sheet.append((ROAD, "Giao thông", None, None))
    more = made.create_sheet("Khối lượng")
    more.append(("Tên công trình", "Ngày đo", "Khối lượng lũy kế", "Vì sao chậm", "Lý do"))
    more.append((ROAD, date(2021, 6, 20), "46%", "Vốn", None))
    more.append((ROAD, date(2021, 5, 20), 30, None, None))
    made.save(file)
    write(office, preview(office, file))
    (work,) = rows_of(office)
    assert work.state.share == 4600
    assert {row.standing for row in preview(office, file).rows} == {Standing.UNCHANGED}
    more["C3"], more["E3"] = 35, "Đo lại"
    made.save(file)
    shown = preview(office, file)
    assert [(one.old, one.new) for row in shown.rows for one in row.changes] == [("30%", "35%")]
    write(office, shown)
    assert rows_of(office, date(2021, 5, 31))[0].state.share == 3500


LATER = "Sân thể thao xã"
STORY_DAY = date(2021, 6, 30)


def test_what_lies_after_the_day_of_the_office_neither_blocks_nor_is_rewritten(
    yen_hoa: Database, file: Path
) -> None:
    """The sample tells of a whole year and shows one day of it."""

    def later() -> list[Any]:
        (one,) = (one for one in rows_of(yen_hoa, date(2022, 6, 30)) if one.name == LATER)
        return [one.facts.stages, one.facts.measured]

    before = later()
    assert any(dates.done and dates.done > STORY_DAY for dates in before[0].values())
    with_rows(file, (LATER, "2 sân", date(2021, 12, 15)), heads=(HEADS[0], "Quy mô", "Kế hoạch hoàn thành"))
    shown = preview(yen_hoa, file, today=STORY_DAY)
    assert [one.head for one in shown.rows[0].changes] == ["Quy mô", "Kế hoạch hoàn thành"]
    write(yen_hoa, shown)
    (row,) = (one for one in rows_of(yen_hoa, STORY_DAY) if one.name == LATER)
    assert row.scale == "2 sân"
    assert [dates.done for dates in later()[0].values()] == [dates.done for dates in before[0].values()]
    sheet = [("Tên công trình", "Ngày đo", "Khối lượng lũy kế"), (LATER, date(2021, 6, 20), "5%")]
    shown = preview(yen_hoa, book(file, sheet, "Khối lượng"), today=STORY_DAY)
    assert (tell(shown), refused(shown)) == ([(LATER, Standing.NEW)], [])
    write(yen_hoa, shown)
    assert len(later()[1]) == len(before[1]) + 1


def test_the_same_new_work_in_two_rows_is_refused_with_both_addresses(office: Database, file: Path) -> None:
    for second in ("cầu treo ", "CẦU  TREO", "Cầu treo"):
        with_rows(file, ("Cầu treo", "Giao thông", None, None), (second, "Giao thông", None, None))
        shown = preview(office, file)
        assert [(one.address, one.expected) for one in shown.refusals] == [
            ("A3", "Trùng công trình ở ô A2. Xóa một trong hai dòng.")
        ]
    with_rows(file, ("Cầu Tro", "Giao thông", None, None), ("Cầu Trò", "Giao thông", None, None))
    shown = preview(office, file)
    question = shown.rows[1].question
    assert question is not None
    shown = preview(office, file, Choices(answers={question.place: importing.NEW_ONE}))
    write(office, shown)
    assert [row.name for row in rows_of(office)] == ["Cầu Tro", "Cầu Trò"]


def test_a_work_renamed_to_a_new_one_of_the_file_is_refused(office: Database, file: Path) -> None:
    write(office, preview(office, with_rows(file, (ROAD, "Điện", None, None))))
    code = rows_of(office)[0].uid[:8]
    heads = ("Mã công trình", "Tên công trình", "Loại")
    for rows in (
        ((code, "Cầu treo", None), (None, "cầu treo", "Giao thông")),
        ((None, "cầu treo", "Giao thông"), (code, "Cầu treo", None)),
    ):
        shown = preview(office, with_rows(file, *rows, heads=heads))
        assert [(one.address, one.expected) for one in shown.refusals] == [
            ("B3", "Trùng công trình ở ô B2. Xóa một trong hai dòng.")
        ]


def test_a_measurement_goes_to_the_work_of_its_name_however_it_is_typed(office: Database, file: Path) -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.append(HEADS)
    sheet.append(("Cầu treo", "Giao thông", None, None))
    more = made.create_sheet("Khối lượng")
    more.append(("Tên công trình", "Ngày đo", "Khối lượng lũy kế"))
    more.append(("CẦU  treo ", date(2021, 6, 20), 46))
    made.save(file)
    write(office, preview(office, file))
    assert [(row.name, row.state.share) for row in rows_of(office)] == [("Cầu treo", 4600)]
    assert {row.standing for row in preview(office, file).rows} == {Standing.UNCHANGED}


def test_a_measurement_of_a_new_work_whose_row_is_refused_points_to_that_row(
    office: Database, file: Path
) -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "Danh mục 2021"
    sheet.append(HEADS)
    sheet.append(("Cầu treo", "Cầu cống", None, None))
    more = made.create_sheet("Khối lượng")
    more.append(("Tên công trình", "Ngày đo", "Khối lượng lũy kế"))
    more.append(("cầu treo", date(2021, 6, 20), 46))
    more.append(("Cầu chưa có", date(2021, 6, 20), 46))
    made.save(file)
    shown = preview(office, file)
    assert [one.expected for row in shown.rows[1:] for one in row.refusals] == [
        "Dòng nhập công trình này (ô A2, trang “Danh mục 2021”) chưa nhập được. Sửa dòng đó trước.",
        "Không có công trình tên này. Ghi đúng tên, hoặc ghi mã công trình.",
    ]


def test_a_measurement_of_one_of_two_old_twins_is_asked_about(office: Database, file: Path) -> None:
    with office.write("Như bản trước", LEAD, AT) as session:
        for name in ("Cầu treo", "cầu trèo"):
            works.save(session, name=name, kind="giao-thong")
        twin = works.uid_named(session, name="cầu trèo")
        update(session, work, twin, {"name": "cầu treo"})  # an older version let it be entered
        registers.save(file, registers.export(session, registers.WORKS, today=TODAY))
    assert {row.standing for row in preview(office, file).rows} == {Standing.UNCHANGED}
    heads = ("Tên công trình", "Ngày đo", "Khối lượng lũy kế")
    shown = preview(office, with_rows(file, ("Cầu treo", date(2021, 6, 20), 46), heads=heads))
    (row,) = shown.rows
    assert (row.standing, row.question is not None) == (Standing.REFUSED, True)
    with pytest.raises(NtmError, match="Chưa nhập được"):
        write(office, shown)
    assert row.question is not None
    assert [name for _uid, name in row.question.options] == ["Cầu treo", "cầu treo"]
    write(office, preview(office, file, Choices(answers={row.question.place: twin})))
    assert [one.state.share for one in rows_of(office)] == [0, 4600]


def test_a_work_that_was_measured_twice_on_a_day_can_be_read_back(office: Database, file: Path) -> None:
    with office.write("Thêm", LEAD, AT) as session:
        works.save(session, name=ROAD, kind="giao-thong")
        uid = works.uid_named(session, name=ROAD)
        for share, on, reason in (
            (4600, date(2021, 6, 25), ""),
            (4000, TODAY, "Đo lại"),
            (4400, TODAY, ""),
        ):
            work_progress.measure(session, uid=uid, share=share, on=on, today=TODAY, reason=reason)
        registers.save(file, registers.export(session, registers.WORKS, today=TODAY))
    shown = preview(office, file)
    assert [row.standing for row in shown.rows] == [Standing.UNCHANGED] * 3
    with office.write("Xóa", LEAD, AT) as session:
        works.remove_work(session, uid=uid)
    made = openpyxl.load_workbook(file)
    for sheet in made.worksheets[:2]:
        sheet["A2"] = sheet["A3"] = None  # the codes of a work that is no more
    made.save(file)
    shown = preview(office, file)
    assert shown.refusals == ()
    write(office, shown)
    assert rows_of(office)[0].state.share == 4400


def test_what_changed_since_the_preview_keeps_it_out(office: Database, file: Path) -> None:
    shown = preview(office, with_rows(file, (ROAD, "Điện", None, None)))
    with office.write("Thêm công trình", LEAD, AT) as session:
        works.save(session, name="Kênh", kind="dien")
    with pytest.raises(NtmError, match="đã thay đổi từ lúc xem trước"):
        write(office, shown)


@pytest.mark.parametrize("most", [0, 25, 45])
def test_a_power_cut_between_rows_leaves_nothing(office_folder: Path, file: Path, most: int) -> None:
    with_rows(file, *((f"{ROAD} {n}", "Điện", 5_000_000, date(2021, 1, 4)) for n in range(20)))
    script = Path(__file__).with_name("import_until_killed.py")
    paths = os.pathsep.join([str(script.parents[1]), str(script.parents[2])])
    done = subprocess.run(
        [sys.executable, str(script), str(office_folder), str(file), str(most)],
        env={**os.environ, "PYTHONPATH": paths},
        check=False,
    )
    assert done.returncode == 9
    with Database.open(office_folder) as database:
        assert rows_of(database) == ()
        with database.read() as session:
            assert "từ Excel" not in history.entries(session, limit=1)[0].action


def test_text_that_looks_like_a_formula_stays_text(office: Database, file: Path) -> None:
    names = ["=1+1", "+84 912", "-5 độ", "@SUM(A1)"]
    with office.write("Thêm công trình", LEAD, AT) as session:
        for name in names:
            works.save(session, name=name, kind="dien", note=f"{name}\nhai dòng")
    with office.read() as session:
        registers.save(file, registers.export(session, registers.WORKS, today=TODAY))
    sheet = openpyxl.load_workbook(file)["Công trình"]
    assert [(cell.value, cell.data_type, cell.quotePrefix) for (cell,) in sheet["B2:B5"]] == [
        (name, "s", True) for name in names
    ]
    assert {row.standing for row in preview(office, file).rows} == {Standing.UNCHANGED}


def test_the_template_offers_lists_notes_and_examples(office: Database, file: Path) -> None:
    with office.write("Nhập thôn", LEAD, AT) as session:
        commune.save_hamlets(session, rows=[commune.HamletView(None, "Tân Lợi 1", 76, 298)])
    with office.read() as session:
        registers.save(file, registers.template(session, registers.WORKS))
    made = openpyxl.load_workbook(file)
    assert made.sheetnames[:3] == ["Công trình", "Khối lượng", "Hướng dẫn"]
    sheet = made["Công trình"]
    assert "Chọn một trong: Giao thông" in sheet["C1"].comment.text
    lists = {str(one.sqref).split(":")[0]: one.formula1 for one in sheet.data_validations.dataValidation}
    assert lists["E2"] == '"Tân Lợi 1"'
    assert made["Ví dụ Công trình"]["B2"].value == "Đường trục thôn Tân Lợi 1, bê tông 0,85 km"
    with pytest.raises(NtmError, match="Không có dòng nào"):
        registers.read_file(file, registers.WORKS)
