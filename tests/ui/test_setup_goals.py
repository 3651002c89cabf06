"""Thiết lập, mục Mục tiêu and Văn bản."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from scripted import ScriptedAsk
from sealing import seal
from setup_screen import (
    choose,
    dialog,
    error_of,
    field,
    no_dialog,
    open_page,
    press,
    problem,
    read,
    table,
    texts,
    type_into,
    words_on,
)

from ntm_desktop.paths import resource
from ntm_desktop.services import criteria_sets, goals, official_documents
from ui.context import Context
from ui.pages.setup import SetupPage

GOALS = "Mục tiêu đã đăng ký"


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> SetupPage:
    return open_page(context, qtbot, "bo-tieu-chi")


def test_a_new_goal_is_registered_and_the_earlier_stays(
    page: SetupPage, context: Context, qtbot: QtBot
) -> None:
    press(page, "Đăng ký mục tiêu", qtbot)
    shown = dialog(page)
    choose(shown, "Bộ tiêu chí", "Bộ tiêu chí 2021–2025")
    choose(shown, "Năm đăng ký", "2024")
    type_into(shown, "Áp dụng từ ngày", "1/1/2021", qtbot)
    press(shown, "Đăng ký", qtbot)
    assert any("Đã có mục tiêu áp dụng từ ngày 1/1/2021" in words for words in words_on(shown))
    type_into(shown, "Áp dụng từ ngày", "1/1/2099", qtbot)
    press(shown, "Đăng ký", qtbot)
    assert any("không thể áp dụng từ ngày 1/1/2099" in words for words in words_on(shown))
    type_into(shown, "Áp dụng từ ngày", "1/3/2021", qtbot)
    type_into(shown, "Căn cứ", "Văn bản số 215/UBND-KT", qtbot)
    press(shown, "Đăng ký", qtbot)
    assert no_dialog(page)
    rows = texts(table(page, GOALS))
    assert [row[:3] for row in rows] == [
        ("1/3/2021", "Bộ tiêu chí 2021–2025", "2024"),
        ("1/1/2021", "Bộ tiêu chí 2016–2020", "2021"),
    ]
    goal = read(context, lambda session: goals.current(session, on=date(2021, 6, 30)))
    assert (goal.set_id, goal.regime, goal.deadline) == ("xa-ntm-2021-2025", "2021", date(2024, 12, 31))


def test_the_only_goal_is_corrected_on_its_own_day(page: SetupPage, context: Context, qtbot: QtBot) -> None:
    table(page, GOALS).selectRow(0)
    press(page, "Sửa mục tiêu", qtbot)
    shown = dialog(page)
    assert field(shown, "Áp dụng từ ngày").edit.text() == "1/1/2021"
    assert field(shown, "Hạn hoàn thành").edit.text() == ""  # the usual one follows the year
    choose(shown, "Bộ tiêu chí", "Bộ tiêu chí 2021–2025")
    choose(shown, "Trình tự", "Trình tự khi thực hiện chính quyền địa phương 02 cấp (từ 01/7/2025)")
    choose(shown, "Năm đăng ký", "2023")
    type_into(shown, "Áp dụng từ ngày", "", qtbot)
    press(shown, "Ghi", qtbot)
    assert error_of(field(shown, "Áp dụng từ ngày")) == "Chưa nhập ngày áp dụng."
    type_into(shown, "Áp dụng từ ngày", "1/1/2021", qtbot)
    press(shown, "Ghi", qtbot)
    assert no_dialog(page)
    (goal,) = read(context, goals.list_goals)
    assert (goal.set_id, goal.regime, goal.year) == ("xa-ntm-2021-2025", "2025-2cap", 2023)
    assert (goal.valid_from, goal.deadline) == (date(2021, 1, 1), date(2023, 12, 31))


def test_the_procedure_of_a_goal_is_named(page: SetupPage) -> None:
    (row,) = texts(table(page, GOALS))
    assert row[-1] == "Theo Quyết định số 2540/QĐ-TTg (2016 - 2020)"


def test_a_procedure_with_districts_is_doubted_from_the_day_on_which_there_are_none(
    page: SetupPage, qtbot: QtBot
) -> None:
    press(page, "Đăng ký mục tiêu", qtbot)
    shown = dialog(page)
    doubt = "Trình tự này gửi hồ sơ tới UBND huyện. Từ 01/7/2025 không còn cấp huyện: chọn trình tự 02 cấp."
    assert doubt not in words_on(shown)
    since = type_into(shown, "Áp dụng từ ngày", "1/3/2026", qtbot).edit
    since.editingFinished.emit()
    assert doubt in words_on(shown)
    choose(shown, "Trình tự", "Trình tự khi thực hiện chính quyền địa phương 02 cấp (từ 01/7/2025)")
    assert doubt not in words_on(shown)


def test_every_procedure_has_a_name_for_a_column_that_is_called_so() -> None:
    names = goals.regime_names()
    assert names["2025-2cap"] == "Chính quyền địa phương 02 cấp (từ 01/7/2025)"
    assert names.keys() == dict(goals.regimes()).keys()
    assert not [name for name in names.values() if "Trình tự" in name]


def test_what_is_written_of_a_set_is_read_where_it_is_chosen(page: SetupPage) -> None:
    known = table(page, "Các bộ tiêu chí trên máy này")
    assert "Bộ tiêu chí 2016–2020: Thiếu mức 06 chỉ tiêu, do tỉnh quy định. Mức của 19" in all_words(page)
    for row in range(known.rows.rowCount()):
        known.selectRow(row)
        if texts(known)[row][0] == "Bộ tiêu chí nâng cao 2021–2025":
            assert "chuẩn nông thôn mới theo bộ 2021–2025 trước khi xét nâng cao" in all_words(page)
    known.selectRow(0)
    assert "trước khi xét nâng cao" not in all_words(page)  # of the set that is selected alone
    contents = {cells[0]: cells[4] for cells in texts(known)}
    assert "Đủ chỉ tiêu" not in contents["Bộ tiêu chí 2016–2020"]


def all_words(page: SetupPage) -> str:
    return "\n".join(words_on(page))


def test_a_year_that_is_another_sets_is_doubted(page: SetupPage, qtbot: QtBot) -> None:
    press(page, "Đăng ký mục tiêu", qtbot)
    shown = dialog(page)
    choose(shown, "Bộ tiêu chí", "Bộ tiêu chí 2016–2020")
    assert field(shown, "Bộ tiêu chí").edit.accessibleDescription() == ""
    choose(shown, "Bộ tiêu chí", "Bộ tiêu chí 2021–2025")
    choose(shown, "Năm đăng ký", "2026")
    type_into(shown, "Áp dụng từ ngày", "1/1/2026", qtbot).edit.editingFinished.emit()
    assert error_of(field(shown, "Bộ tiêu chí")) == ""  # not in force yet
    type_into(shown, "Áp dụng từ ngày", "1/3/2026", qtbot).edit.editingFinished.emit()
    assert "đã có Bộ tiêu chí 2026–2030" in error_of(field(shown, "Bộ tiêu chí"))
    choose(shown, "Năm đăng ký", "2025")
    assert error_of(field(shown, "Bộ tiêu chí")) == ""


def test_the_only_goal_stays(page: SetupPage, ask: ScriptedAsk, qtbot: QtBot, context: Context) -> None:
    refused: list[str] = []
    context.tasks.failed.connect(lambda error, _owner: refused.append(error.message))
    table(page, GOALS).selectRow(0)
    press(page, "Xóa mục tiêu", qtbot)
    assert refused == ["Không xóa được mục tiêu duy nhất. Đăng ký mục tiêu mới trước, rồi xóa mục tiêu này."]
    assert len(texts(table(page, GOALS))) == 1


def test_a_criteria_set_comes_from_a_file(
    page: SetupPage, context: Context, ask: ScriptedAsk, qtbot: QtBot, tmp_path: Path
) -> None:
    broken, whole = tmp_path / "hong.json", tmp_path / "bo.json"
    broken.write_text("{", encoding="utf-8")
    pack = json.loads(resource("criteria", "xa-ntm-2016-2020.json").read_text(encoding="utf-8"))["set"]
    pack["version"] = "9.9.9"
    whole.write_bytes(seal(pack))
    ask.answers = [[broken], [whole], [whole]]
    press(page, "Nhận bộ tiêu chí từ tệp", qtbot)
    assert problem(page)
    press(page, "Nhận bộ tiêu chí từ tệp", qtbot)
    assert problem(page) == ""
    sets = read(context, criteria_sets.available)
    assert [choice.version for choice in sets if choice.imported] == ["9.9.9"]
    assert texts(table(page, "Các bộ tiêu chí trên máy này"))[0][-1] == "Nhận từ tệp"
    press(page, "Nhận bộ tiêu chí từ tệp", qtbot)
    assert ask.asked[-1].title == "Bộ tiêu chí này đã có trên máy"
    ask.answers = [[tmp_path / "không có.json"]]
    press(page, "Nhận bộ tiêu chí từ tệp", qtbot)
    assert "Không đọc được tệp không có.json." in problem(page)


def test_documents_are_added_changed_and_removed(page: SetupPage, context: Context, qtbot: QtBot) -> None:
    page.select("van-ban")
    assert any("Chưa có văn bản nào" in words for words in words_on(page))
    press(page, "Thêm văn bản", qtbot)
    shown = dialog(page)
    type_into(shown, "Số, ký hiệu", "15/KH-UBND", qtbot)
    press(shown, "Thêm văn bản", qtbot)
    assert error_of(field(shown, "Trích yếu")) == "Chưa nhập trích yếu."
    choose(shown, "Loại văn bản", "Kế hoạch")
    choose(shown, "Căn cứ của hồ sơ", "Ghi vào phần căn cứ của văn bản")
    type_into(shown, "Cơ quan", "UBND huyện Minh Hóa", qtbot)
    type_into(shown, "Ngày ban hành", "28/1/2021", qtbot)
    type_into(shown, "Trích yếu", "về xây dựng nông thôn mới năm 2021", qtbot)
    press(shown, "Thêm văn bản", qtbot)
    assert texts(table(page, "Văn bản")) == [
        (
            "Kế hoạch",
            "15/KH-UBND",
            "28/1/2021",
            "UBND huyện Minh Hóa",
            "về xây dựng nông thôn mới năm 2021",
            "Có",
        )
    ]
    (document,) = read(context, official_documents.list_documents)
    page.select(f"van-ban/{document.uid}")
    press(page, "Sửa", qtbot)
    choose(dialog(page), "Căn cứ của hồ sơ", "Không")
    press(dialog(page), "Ghi", qtbot)
    assert read(context, official_documents.list_documents)[0].role == ""
    press(page, "Xóa văn bản", qtbot)
    assert read(context, official_documents.list_documents) == ()


def test_documents_stand_in_the_order_the_office_gives_them(
    page: SetupPage, context: Context, qtbot: QtBot
) -> None:
    page.select("van-ban")
    for title in ("một", "hai"):
        press(page, "Thêm văn bản", qtbot)
        type_into(dialog(page), "Trích yếu", title, qtbot)
        press(dialog(page), "Thêm văn bản", qtbot)
    table(page, "Văn bản").selectRow(1)
    press(page, "Chuyển văn bản lên", qtbot)
    assert [row.title for row in read(context, official_documents.list_documents)] == ["hai", "một"]
    press(page, "Chuyển văn bản xuống", qtbot)
    assert [row[4] for row in texts(table(page, "Văn bản"))] == ["một", "hai"]
    table(page, "Văn bản").setFocus()
    qtbot.keyClick(table(page, "Văn bản"), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [row[4] for row in texts(table(page, "Văn bản"))] == ["hai", "một"]
