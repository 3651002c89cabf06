from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sheets_file import HEADS, book

Run = Callable[..., Any]
ROAD = "Đường trục thôn Tân Lợi 1"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return book(tmp_path / "a.xlsx", [HEADS, (ROAD, "Giao thông", 1_250_000_000, date(2021, 2, 26))])


def test_without_yes_it_only_tells_what_it_would_do(commune: Run, file: Path) -> None:
    said = commune("import-works", str(file))
    assert (said.code, "01 dòng: mới 1" in said.out, "Thêm --yes để ghi." in said.out) == (0, True, True)
    assert commune("work", "list", "--json").json["works"] == []


def test_with_yes_it_writes_and_undo_takes_all_back(commune: Run, file: Path) -> None:
    said = commune("import-works", str(file), "--yes", "--json").json
    assert (said["written"], said["counts"]["new"]) == (True, 1)
    assert [row["name"] for row in commune("work", "list", "--json").json["works"]] == [ROAD]
    again = commune("import-works", str(file), "--yes", "--json").json
    assert (again["written"], again["counts"]["unchanged"]) == (False, 1)
    assert commune("undo").code == 0
    assert commune("work", "list", "--json").json["works"] == []


def test_refused_cells_are_told_and_nothing_is_written(commune: Run, tmp_path: Path) -> None:
    file = book(tmp_path / "b.xlsx", [HEADS, (ROAD, "Cầu", "1.5", None)])
    looked = commune("import-works", str(file), "--json")
    assert (looked.code, looked.json["ready"]) == (1, False)
    assert [(one["cell"], one["value"]) for one in looked.json["rows"][0]["refusals"]] == [
        ("B2", "Cầu"),
        ("C2", "1.5"),
    ]
    told = commune("import-works", str(file))
    assert (told.code, "Chưa nhập được: còn ô phải sửa." in told.out, told.err) == (1, True, "")
    refused = commune("import-works", str(file), "--yes")
    assert (refused.code, "Ô C2, trang “Công trình” (Tổng mức đầu tư (đồng)) “1.5”" in refused.err) == (
        1,
        True,
    )


def test_old_codes_wait_for_convert_or_keep(commune: Run, tmp_path: Path) -> None:
    file = book(tmp_path / "c.xlsx", [HEADS, ("Kªnh m\u00ad¬ng néi ®ång", "Điện", None, None)])
    said = commune("import-works", str(file))
    assert "→ “Kênh mương nội đồng”" in said.out
    assert "Thêm --convert để chuyển" in said.out
    assert said.code == 1
    assert commune("import-works", str(file), "--convert").code == 0
    refused = commune("import-works", str(file), "--yes")
    assert (refused.code, "Ô A2, trang “Công trình” “Kªnh" in refused.err) == (1, True)
    assert "Thêm --convert để chuyển, hoặc --keep" in refused.err
    assert commune("import-works", str(file), "--yes", "--convert").code == 0
    assert [row["name"] for row in commune("work", "list", "--json").json["works"]] == ["Kênh mương nội đồng"]
    assert commune("import-works", str(file), "--convert", "--keep").code == 2


def test_a_name_like_a_known_one_is_told_when_it_cannot_be_written(commune: Run, file: Path) -> None:
    assert commune("import-works", str(file), "--yes").code == 0
    book(file, [HEADS, (ROAD.replace("trục", "trúc"), "Giao thông", None, None)])
    refused = commune("import-works", str(file), "--yes")
    assert refused.code == 1
    assert f"Công trình, dòng 2: Tên “Đường trúc thôn Tân Lợi 1” giống “{ROAD}”" in refused.err


def test_an_export_is_unchanged_when_imported(run: Run, tmp_path: Path) -> None:
    assert run("sample").code == 0
    file = tmp_path / "ra.xlsx"
    assert run("export-works", str(file)).code == 0
    said = run("import-works", str(file), "--json").json
    counts = said["counts"]
    assert (counts["unchanged"] > 6, counts["new"] + counts["changed"] + counts["refused"]) == (True, 0)


def test_contributions_are_shown_written_once_and_undone_as_one(run: Run, tmp_path: Path) -> None:
    assert run("sample").code == 0
    file = tmp_path / "ra.xlsx"
    assert run("export-contributions", str(file)).code == 0
    counts = run("import-contributions", str(file), "--json").json["counts"]
    assert (counts["unchanged"] > 10, counts["new"] + counts["changed"] + counts["refused"]) == (True, 0)
    rows = [
        ("Chủ hộ", "Thôn", "Loại", "Ngày", "Số tiền"),
        ("Hồ Văn Dũng", "Tân Lợi 1", "Tiền mặt", date(2021, 6, 1), 200_000),
    ]
    more = book(tmp_path / "b.xlsx", rows, "Đóng góp")
    said = run("import-contributions", str(more))
    assert ("Hồ Văn Dũng, Tân Lợi 1: mới" in said.out, "Thêm --yes để ghi." in said.out) == (True, True)
    assert run("import-contributions", str(more), "--yes", "--json").json["written"]
    again = run("import-contributions", str(more), "--yes")
    assert "Hồ Văn Dũng, Tân Lợi 1: không đổi. Đã có trong danh sách." in again.out
    assert run("undo").code == 0
    assert run("import-contributions", str(more), "--json").json["counts"]["new"] == 1


def test_a_household_of_another_hamlet_keeps_the_file_out(run: Run, tmp_path: Path) -> None:
    assert run("sample").code == 0
    heads = ("Chủ hộ", "Thôn", "Loại", "Ngày", "Số tiền")
    row = ("Cao Thị Đào", "Yên Hóa 2", "Tiền mặt", date(2021, 6, 1), 200_000)
    file = book(tmp_path / "b.xlsx", [heads, row], "Đóng góp")
    said = run("import-contributions", str(file))
    assert "Hộ “Cao Thị Đào” có thể là “Cao Thị Đào, Tân Lợi 1”, đã ghi ở thôn khác." in said.out
    assert run("import-contributions", str(file), "--yes").code != 0


def test_plots_of_a_work_are_imported_and_undone_as_one(run: Run, tmp_path: Path) -> None:
    assert run("sample").code == 0
    heads = ("Hộ", "Thôn", "Tờ", "Thửa", "Diện tích", "Hình thức")
    file = book(tmp_path / "b.xlsx", [heads, ("Hồ Văn Dũng", "Tân Lợi 1", 14, 301, 42.5, "Hiến")], "MB")
    refused = run("import-households", str(file), "--json").json["rows"][0]["refusals"]
    assert [one["expected"] for one in refused] == ["Chưa ghi công trình cần mặt bằng. Ô này phải ghi."]
    said = run("import-households", str(file), "--work", ROAD, "--yes")
    assert "MB, dòng 2, Hồ Văn Dũng, thửa 301, tờ 14: mới. Tân Lợi 1; 42,5 m², hiến" in said.out
    out = tmp_path / "ra.xlsx"
    assert run("export-households", str(out)).code == 0
    assert run("import-households", str(out), "--json").json["counts"]["unchanged"] == 8
    assert run("undo").code == 0
    assert run("import-households", str(out), "--json").json["counts"]["new"] == 1


def test_a_template_has_heads_and_no_rows(commune: Run, tmp_path: Path) -> None:
    for name in ("works", "contributions", "households"):
        file = tmp_path / f"{name}.xlsx"
        assert commune(f"export-{name}", str(file), "--template").code == 0
        assert "Không có dòng nào" in commune(f"import-{name}", str(file)).err


def test_a_file_that_is_none_is_refused(commune: Run, tmp_path: Path) -> None:
    assert "không thấy tệp" in commune("import-works", str(tmp_path / "không có.xlsx")).err


def test_the_old_list_of_the_sample_is_shown_converted_and_imported(run: Run, folder: Path) -> None:
    assert run("sample").code == 0
    file = folder / "Danh sách hộ (mã TCVN3 cũ).xlsx"
    looked = run("import-households", str(file), "--json")
    assert looked.code == 1  # how the old cells are read is not said yet
    shown = {one["value"]: (one["converted"], one["encoding"]) for one in looked.json["old_texts"]}
    assert shown["Hå ThÞ MÕn"] == ("Hồ Thị Mến", "TCVN3")
    assert run("import-households", str(file), "--yes").code == 1
    written = run("import-households", str(file), "--yes", "--convert", "--json")
    assert (written.code, written.json["counts"]["new"]) == (0, 4)
    assert "Hồ Thị Mến" in written.json["rows"][0]["name"]
    assert run("undo").code == 0
