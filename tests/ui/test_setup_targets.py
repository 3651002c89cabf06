"""Thiết lập, mục Mức đạt chuẩn."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from scripted import ScriptedAsk
from setup_screen import (
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
)

from ntm_desktop.changes import Changes
from ntm_desktop.domain.criteria import Verification
from ntm_desktop.paths import resource
from ntm_desktop.services import history, targets
from ntm_desktop.services.targets import TargetRow
from ui.context import Context
from ui.pages.setup import SetupPage
from ui.widgets.buttons import Chip
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ui.tasks import Session

NAME = "Mức đạt chuẩn"


def rows(context: Context) -> dict[str, TargetRow]:
    on = context.tasks.today()
    return {row.code: row for row in read(context, lambda session: targets.table(session, on=on))}


def scripted(context: Context) -> ScriptedAsk:
    assert isinstance(context.ask, ScriptedAsk)
    return context.ask


def asked(context: Context) -> list[str]:
    return [one.title for one in scripted(context).asked]


def open_at(context: Context, qtbot: QtBot, code: str) -> SetupPage:
    return open_page(context, qtbot, f"muc/{code}")


def test_a_link_leads_to_the_row_whatever_the_filter_hid(sample_context: Context, qtbot: QtBot) -> None:
    page = open_page(sample_context, qtbot, "muc")
    view = table(page, NAME)
    assert {row[-1] for row in texts(view)} == {"Chưa đối chiếu"}
    page.select("muc/2.2")
    assert view.current_data() == ("2.2", "v")
    assert view.hasFocus()


def test_a_level_of_the_province_is_entered_and_taken_back(sample_context: Context, qtbot: QtBot) -> None:
    page = open_at(sample_context, qtbot, "2.2")
    assert rows(sample_context)["2.2"].verification is None
    qtbot.keyClick(table(page, NAME), Qt.Key.Key_Return)
    shown = dialog(page)
    type_into(shown, "Mức yêu cầu", "bảy mươi", qtbot)
    press(shown, "Ghi mức", qtbot)
    assert "Chưa nhập số quyết định" in error_of(field(shown, "Số quyết định"))
    type_into(shown, "Số quyết định", "728/QĐ-UBND", qtbot)
    press(shown, "Ghi mức", qtbot)
    assert not no_dialog(page)
    type_into(shown, "Mức yêu cầu", "70", qtbot)
    type_into(shown, "Ngày quyết định", "23/3/2020", qtbot)
    press(shown, "Ghi mức", qtbot)
    assert no_dialog(page)
    row = rows(sample_context)["2.2"]
    assert (row.target_text, row.source) == ("≥ 70%", "QĐ 728/QĐ-UBND, mức của tỉnh")
    assert table(page, NAME).current_data() == ("2.2", "v")
    press(page, "Bỏ mức riêng", qtbot)
    assert rows(sample_context)["2.2"].verification is None


def test_the_decision_of_the_last_level_is_offered_for_the_next(
    sample_context: Context, qtbot: QtBot
) -> None:
    def enter(session: Session) -> Changes:
        return targets.override(
            session, code="2.1", text="90", decision="728/QĐ-UBND", decided=date(2020, 3, 23),
            on=sample_context.tasks.today(),
        )  # fmt: skip

    sample_context.tasks.write("Nhập mức", enter, print, sample_context.tasks)
    page = open_at(sample_context, qtbot, "2.2")
    press(page, "Nhập mức", qtbot)
    shown = dialog(page)
    number = field(shown, "Số quyết định").edit
    assert (number.text(), number.placeholderText()) == ("", "ví dụ: 728/QĐ-UBND")
    press(shown, "Dùng 728/QĐ-UBND ngày 23/3/2020", qtbot)
    type_into(shown, "Mức yêu cầu", "70", qtbot)
    press(shown, "Ghi mức", qtbot)
    row = rows(sample_context)["2.2"]
    assert (row.decision, row.decided) == ("728/QĐ-UBND", date(2020, 3, 23))


def test_one_target_and_then_all_are_checked(context: Context, qtbot: QtBot) -> None:
    page = open_at(context, qtbot, "3.1")
    press(page, "Đã đối chiếu", qtbot)
    shown = dialog(page)
    type_into(shown, "Số quyết định", "", qtbot)
    press(shown, "Ghi đã đối chiếu", qtbot)
    assert "Chưa nhập số quyết định, ví dụ 1980/QĐ-TTg" in error_of(field(shown, "Số quyết định"))
    type_into(shown, "Số quyết định", "1980/QĐ-TTg", qtbot)
    press(shown, "Ghi đã đối chiếu", qtbot)
    found = rows(context)
    assert found["3.1"].verification is Verification.CONFIRMED
    assert Verification.UNVERIFIED in {row.verification for row in found.values()}
    waiting = sum(row.waits for row in read(context, lambda s: targets.table(s, on=context.tasks.today())))
    press(page, "Đã đối chiếu tất cả", qtbot)
    shown = dialog(page)
    type_into(shown, "Người đối chiếu", "", qtbot)
    press(shown, "Ghi đã đối chiếu", qtbot)
    assert error_of(field(shown, "Người đối chiếu")) == "Chưa nhập tên người đối chiếu."
    type_into(shown, "Người đối chiếu", "Cao Thị Hòa", qtbot)
    assert shown.windowTitle() == f"Đã đối chiếu {waiting - 1:02d} trong {waiting:02d} mức"
    assert any(
        label.text() == "Còn lại phải đối chiếu riêng: 10 (mức của năm khác)."
        for label in shown.findChildren(Label)
    )
    qtbot.keyClick(field(shown, "Người đối chiếu").edit, Qt.Key.Key_Return)
    assert asked(context) == []  # Enter vouches for nothing
    scripted(context).answers = [None, True]
    press(shown, "Ghi đã đối chiếu", qtbot)
    assert asked(context) == [f"Cao Thị Hòa đã đối chiếu {waiting - 1:02d} mức với văn bản gốc?"]
    assert sum(row.waits for row in rows(context).values()) == waiting
    press(shown, "Ghi đã đối chiếu", qtbot)
    left = [row.code for row in rows(context).values() if row.verification is Verification.UNVERIFIED]
    press(page, "Đã đối chiếu tất cả", qtbot)  # the one that is left, by itself
    assert dialog(page).windowTitle() == "Đã đối chiếu chỉ tiêu 10"
    assert left == ["10.1"]  # its level is that of 2020, used for 2021


def test_a_table_is_checked_against_its_own_decision_and_says_what_it_leaves(
    context: Context, qtbot: QtBot
) -> None:
    page = open_at(context, qtbot, "3.1")
    press(page, "Đã đối chiếu tất cả", qtbot)
    shown = dialog(page)
    assert field(shown, "Số quyết định").edit.text() == "1980/QĐ-TTg"
    type_into(shown, "Số quyết định", "12/QĐ-UBND", qtbot)
    press(shown, "Ghi đã đối chiếu", qtbot)
    assert not no_dialog(page)
    assert rows(context)["3.1"].verification is Verification.UNVERIFIED
    type_into(shown, "Số quyết định", "1980/qđ-ttg", qtbot)
    scripted(context).answers = [True]
    press(shown, "Ghi đã đối chiếu", qtbot)
    assert no_dialog(page)
    assert rows(context)["3.1"].verification is Verification.CONFIRMED


def test_the_selected_targets_are_checked_together(context: Context, qtbot: QtBot) -> None:
    page = open_at(context, qtbot, "3.1")
    view = table(page, NAME)
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    before = rows(context)
    chosen = [
        row for code in ("3.1", "3.2", "4.1") if (row := before[code]).verification is Verification.UNVERIFIED
    ]
    assert len(chosen) == 2  # somebody checked the third
    press(page, "Đã đối chiếu", qtbot)
    shown = dialog(page)
    assert shown.windowTitle() == "Đã đối chiếu 02 mức"
    assert field(shown, "Số quyết định").edit.text() == "1980/QĐ-TTg"
    assert field(shown, "Ngày quyết định").edit.text() == "17/10/2016"
    scripted(context).answers = [True]
    press(shown, "Ghi đã đối chiếu", qtbot)
    changed = [before[code] for code, row in rows(context).items() if row != before[code]]
    assert changed == chosen
    newest = read(context, lambda session: history.entries(session, limit=1))[0]
    assert newest.action == "Đã đối chiếu 02 mức"


def test_the_filters_narrow_and_an_empty_result_says_so(context: Context, qtbot: QtBot) -> None:
    page = open_page(context, qtbot, "muc/1.1")
    view = table(page, NAME)
    every = len(texts(view))
    chip = next(chip for chip in page.findChildren(Chip) if chip.key == "missing")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert 0 < len(texts(view)) < every
    assert {row[2] for row in texts(view)} == {"chưa có mức"}
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    qtbot.keyClick(view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    focus = page.focusWidget()
    assert focus is not None
    qtbot.keyClicks(focus, "giao thong xyz")
    assert not view.isVisible()


def test_a_file_of_the_province_is_taken_wholly_or_refused(
    context: Context, ask: ScriptedAsk, qtbot: QtBot, tmp_path: Path
) -> None:
    overlay, broken = resource("samples", "qb-minh-hoa.json"), tmp_path / "hỏng.json"
    broken.write_bytes(overlay.read_bytes()[:200])
    page = open_at(context, qtbot, "1.1")
    ask.answers = [[broken], [overlay], [overlay]]
    press(page, "Nhận mức của tỉnh từ tệp", qtbot)
    assert problem(page)
    assert not any(row.override_uid for row in rows(context).values())
    press(page, "Nhận mức của tỉnh từ tệp", qtbot)
    assert problem(page) == ""
    assert any(row.override_uid for row in rows(context).values())
    press(page, "Nhận mức của tỉnh từ tệp", qtbot)
    assert ask.asked[-1].title == "Các mức này đã có trên máy"
