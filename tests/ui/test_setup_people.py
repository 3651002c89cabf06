"""Thiết lập, mục Nhân sự."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from scripted import ScriptedAsk
from setup_screen import (
    choose,
    dialog,
    error_of,
    field,
    no_dialog,
    open_page,
    press,
    read,
    table,
    texts,
    type_into,
    words_on,
)

from ntm_desktop import settings
from ntm_desktop.services import history, people
from ui.context import Context
from ui.pages.setup import SetupPage


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> SetupPage:
    return open_page(context, qtbot, "can-bo")


def add(page: SetupPage, qtbot: QtBot, name: str, post: str) -> None:
    press(page, "Thêm người", qtbot)
    type_into(dialog(page), "Họ và tên", name, qtbot)
    type_into(dialog(page), "Chức vụ", post, qtbot)
    press(dialog(page), "Thêm người", qtbot)


def test_who_was_added_is_selected(page: SetupPage, qtbot: QtBot) -> None:
    add(page, qtbot, "Đinh Minh Đức", "Chủ tịch")
    add(page, qtbot, "Hồ Thị Bưởi", "Công chức Địa chính")
    view = table(page, "Nhân sự")
    assert view.rows.row(view.currentIndex().row()).cells[0].text == "Hồ Thị Bưởi"
    press(page, "Sửa", qtbot)
    assert field(dialog(page), "Họ và tên").edit.text() == "Hồ Thị Bưởi"


def test_a_person_who_signs_is_added(page: SetupPage, context: Context, qtbot: QtBot) -> None:
    press(page, "Thêm người", qtbot)
    shown = dialog(page)
    press(shown, "Thêm người", qtbot)
    assert error_of(field(shown, "Họ và tên")) == "Chưa nhập họ và tên."
    type_into(shown, "Họ và tên", "Đinh Minh Đức", qtbot)
    type_into(shown, "Chức vụ", "Chủ tịch", qtbot)
    choose(shown, "Vai trò", "Chỉ ký văn bản")
    choose(shown, "Ký văn bản", "Ký văn bản của hồ sơ")
    type_into(shown, "Giữ chức vụ", "1/7/2016", qtbot)
    press(shown, "Thêm người", qtbot)
    assert no_dialog(page)
    assert texts(table(page, "Nhân sự"))[1] == (
        "Đinh Minh Đức", "Chủ tịch", "", "Chỉ ký văn bản", "Ký", "1/7/2016", "",
    )  # fmt: skip
    person = read(context, people.list_people)[1]
    assert (person.signs, person.from_date) == (True, date(2016, 7, 1))


def test_an_end_before_the_beginning_is_refused_and_the_dialog_stays(
    page: SetupPage, context: Context, qtbot: QtBot
) -> None:
    person = read(context, people.list_people)[0]
    page.select(f"can-bo/{person.uid}")
    assert table(page, "Nhân sự").current_data() == person.uid
    press(page, "Sửa", qtbot)
    shown = dialog(page)
    type_into(shown, "Giữ chức vụ", "1/7/2020", qtbot)
    type_into(shown, "Đến ngày", "1/7/2019", qtbot)
    press(shown, "Ghi", qtbot)
    assert any("Ngày kết thúc trước ngày bắt đầu" in words for words in words_on(shown))
    type_into(shown, "Đến ngày", "1/7/2021", qtbot)
    press(shown, "Ghi", qtbot)
    assert no_dialog(page)
    assert read(context, people.list_people)[0].to_date == date(2021, 7, 1)


def test_history_names_who_works_at_this_pc(page: SetupPage, context: Context, qtbot: QtBot) -> None:
    add(page, qtbot, "Trần Văn Đông", "Địa chính")
    choose(page, "Ai đang làm việc", "Trần Văn Đông, Địa chính")
    add(page, qtbot, "Đinh Thị Hoá", "Văn hóa")
    newest = read(context, lambda session: history.entries(session, limit=1))[0]
    assert (newest.action, newest.by) == ("Thêm cán bộ Đinh Thị Hoá", "Trần Văn Đông")
    assert settings.load(context.folder).worker == "Trần Văn Đông"


def test_a_person_is_removed(page: SetupPage, context: Context, qtbot: QtBot) -> None:
    add(page, qtbot, "Trần Văn Đông", "Địa chính")
    told: list[str] = []
    page.told.connect(told.append)
    table(page, "Nhân sự").selectRow(1)
    press(page, "Xóa người", qtbot)
    assert [person.name for person in read(context, people.list_people)] == ["Cao Thị Hòa"]
    assert told == ["Đã xóa người khỏi danh sách."]


def test_what_was_typed_is_not_dropped_without_a_question(
    page: SetupPage, qtbot: QtBot, ask: ScriptedAsk
) -> None:
    press(page, "Thêm người", qtbot)
    type_into(dialog(page), "Họ và tên", "Trần Thị Bình", qtbot)
    ask.answers = [None]
    qtbot.keyClick(dialog(page), Qt.Key.Key_Escape)
    assert [asked.title for asked in ask.asked] == ["Bỏ những gì vừa nhập?"]
    assert field(dialog(page), "Họ và tên").edit.text() == "Trần Thị Bình"
    ask.answers = ["Bỏ nội dung"]
    qtbot.keyClick(dialog(page), Qt.Key.Key_Escape)
    assert no_dialog(page)


def test_an_untouched_dialog_closes_at_once(page: SetupPage, qtbot: QtBot) -> None:
    press(page, "Thêm người", qtbot)
    qtbot.keyClick(dialog(page), Qt.Key.Key_Escape)
    assert no_dialog(page)
