"""*In, xuất*: the reports of a page, their real pages, and the files and prints that come out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from fitting import misfits, settle
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot
from scripted import ScriptedAsk
from works_screen import ROAD, Screen

from ntm_desktop.services import reports
from ui.context import Context
from ui.dialogs import report as report_dialog
from ui.dialogs.report import ReportDialog, ReportMenu


@pytest.fixture(autouse=True)
def menus_stay_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pop-up asks the offscreen platform for what it cannot do."""
    monkeypatch.setattr(ReportMenu, "popup", lambda _menu, _place: None)


@pytest.fixture
def screen(qtbot: QtBot, sample_context: Context) -> Iterator[Screen]:
    made = Screen(qtbot, sample_context)
    yield made
    close_all(made)


def close_all(screen: Screen) -> None:
    for dialog in screen.page.findChildren(ReportDialog):
        dialog.reject()


def opened(screen: Screen, name: str) -> ReportDialog:
    """By the button and its menu."""
    screen.press("In, xuất")
    menu = screen.page.findChild(QMenu)
    assert isinstance(menu, QMenu)
    action = next(action for action in menu.actions() if action.data() == name)
    menu.triggered.emit(action)
    menu.close()
    settle()
    return screen.dialog(ReportDialog)


def press(screen: Screen, dialog: ReportDialog, words: str) -> None:
    (button,) = [
        b for b in dialog.findChildren(QPushButton) if b.isVisible() and b.text().replace("&", "") == words
    ]
    screen.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def retype(dialog: ReportDialog, text: str) -> None:
    dialog._day.setFocus()
    dialog._day.selectAll()
    dialog._day.insert(text)
    dialog._day.editingFinished.emit()


def test_the_menu_offers_every_report_of_the_page(screen: Screen) -> None:
    screen.press("In, xuất")
    menu = screen.page.findChild(QMenu)
    assert isinstance(menu, QMenu)
    titles = [action.text() for action in menu.actions()]
    assert titles == [report.title for report in reports.of_page("cong-trinh")]
    assert "Nợ đọng xây dựng cơ bản" in titles


@pytest.mark.parametrize("name", [report.name for report in reports.of_page("cong-trinh")])
def test_each_report_is_shown_as_it_will_be_printed(screen: Screen, name: str) -> None:
    dialog = opened(screen, name)
    assert dialog._problem.isHidden()
    assert dialog._pdf is not None
    assert len(dialog._preview.view.pages()) == len(dialog._pdf.sizes) > 0
    assert misfits(dialog) == []


def test_it_is_saved_where_the_person_says(
    screen: Screen, ask: ScriptedAsk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(report_dialog, "open_path", lambda _ask, _parent, path: shown.append(path))
    dialog = opened(screen, "danh-muc")
    targets = [tmp_path / f"bieu{suffix}" for suffix in (".pdf", ".docx", ".xlsx")]
    for target, words in zip(targets, ("Lưu PDF", "Lưu Word", "Lưu Excel"), strict=True):
        ask.answers = [target]
        press(screen, dialog, words)
        assert ask.asked[-1].body == f"Danh mục công trình xã Yên Hóa{target.suffix}"
        assert target.stat().st_size > 1000
        assert f"Đã lưu “{target.name}”." in screen.says(dialog)
    press(screen, dialog, "Mở tệp")
    assert shown == [targets[-1]]
    sheet = openpyxl.load_workbook(targets[-1]).active
    assert sheet is not None
    assert any(row[1] == "Tổng cộng" for row in sheet.iter_rows(values_only=True))


def test_another_day_makes_it_anew(screen: Screen) -> None:
    dialog = opened(screen, "no-dong")
    before = dialog._pdf
    retype(dialog, "1/5/2020")
    assert dialog._pdf is not None
    assert dialog._pdf is not before
    made = dialog._made
    assert made is not None
    assert made.sheets[0].as_of == "Tính đến ngày 1/5/2020"


@pytest.mark.parametrize(
    ("typed", "said"),
    [("1/7/2021", "ở sau hôm nay (30/6/2021)"), ("31/2/2021", "Không có ngày “31/2/2021” trong lịch")],
)
def test_a_day_that_cannot_be_is_refused_and_nothing_goes_out(screen: Screen, typed: str, said: str) -> None:
    dialog = opened(screen, "tien-do")
    retype(dialog, typed)
    assert said in " ".join(screen.says(dialog))
    assert dialog._pdf is None
    assert not dialog._preview.is_ready()
    retype(dialog, "30/6/2021")
    assert dialog._preview.is_ready()


def test_a_year_that_cannot_be_is_refused(screen: Screen) -> None:
    dialog = opened(screen, "von")
    dialog._year.setFocus()
    dialog._year.selectAll()
    dialog._year.insert("hai nghìn")
    dialog._year.editingFinished.emit()
    assert "Năm “hai nghìn” không hợp lệ" in dialog._problem.text()
    assert not dialog._preview.is_ready()


def test_a_letter_goes_to_the_contractor_of_the_chosen_work(screen: Screen) -> None:
    screen.choose("Nhà văn hóa thôn Yên Thắng")
    dialog = opened(screen, "don-doc")
    assert dialog._choice.key() == "Tổ thợ Yên Thắng"
    assert dialog._made is not None
    assert dialog._made.title == "Công văn đôn đốc tiến độ, Tổ thợ Yên Thắng"
    assert "Lưu Excel" not in {
        b.text().replace("&", "") for b in dialog.findChildren(QPushButton) if b.isVisible()
    }


def test_whoever_has_nothing_left_to_build_is_not_urged(screen: Screen) -> None:
    screen.choose("Kênh mương nội đồng 1,2 km")
    dialog = opened(screen, "don-doc")
    assert "không có công trình nào chậm, sắp hết hạn hợp đồng" in dialog._problem.text()
    assert dialog._pdf is None


def test_it_goes_to_the_printer(
    screen: Screen, ask: ScriptedAsk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "in.pdf"))
    monkeypatch.setattr(
        ask, "printer", lambda _parent, _title, _pages, _preferred, done: done(printer), raising=False
    )
    dialog = opened(screen, "tien-do")
    press(screen, dialog, "In")
    assert "Đã gửi 3 trang tới máy in." in screen.says(dialog)
    assert (tmp_path / "in.pdf").is_file()


def test_closing_leaves_no_preview_behind(screen: Screen) -> None:
    dialog = opened(screen, "danh-muc")
    previews = screen.context.folder / "tmp"
    assert len(list(previews.glob("*.pdf"))) == 1
    dialog.reject()
    assert list(previews.glob("*.pdf")) == []


def test_a_commune_without_works_still_gets_its_paper(qtbot: QtBot, context: Context) -> None:
    screen = Screen(qtbot, context)
    dialog = opened(screen, "no-dong")
    assert dialog._made is not None
    assert "Chưa có công trình nào" in dialog._made.sheets[0].nothing
    close_all(screen)


def test_the_sheet_is_that_of_the_chosen_work(screen: Screen) -> None:
    screen.choose(ROAD)
    dialog = opened(screen, "phieu-cong-trinh")
    assert dialog._made is not None
    assert dialog._made.title == f"Phiếu theo dõi công trình, {ROAD}"
    assert dialog._pdf is not None
    assert len(dialog._pdf.sizes) == 4  # the photos of its diary have a page
