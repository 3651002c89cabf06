"""The whole window on the sample: what a toast offers, what Ctrl+Z means, where the keyboard is."""

from __future__ import annotations

from pathlib import Path

import pytest
from fitting import cut_labels, settle, squeezed
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from scripted import ScriptedAsk
from whole_window import begun

from ntm_desktop.domain.overview import Link
from ntm_desktop.services import history
from ui.context import Context
from ui.dialogs.narratives import NarrativesDialog
from ui.dialogs.paper_facts import PaperFactsDialog
from ui.main_window import MainWindow
from ui.pages.consultation import ConsultationPage
from ui.pages.criteria import CriteriaPage
from ui.pages.history import HistoryPage
from ui.pages.sheets import SheetMenu
from ui.pages.works import WorksPage
from ui.widgets.search_box import SearchBox
from ui.widgets.table import Table
from ui.widgets.tile import TileButton


@pytest.fixture
def window(qtbot: QtBot, sample_context: Context) -> MainWindow:
    return begun(qtbot, MainWindow(sample_context))


def chord(keys: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keySequence(focus, QKeySequence(keys))
    settle()


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key) -> None:
    QTest.keyClick(focus(), key)
    settle()


def toast(window: MainWindow) -> tuple[str, list[str]]:
    """Its words, and those on its buttons."""
    assert window._toast.isVisible()
    (words,) = (label.text() for label in window._toast.findChildren(QLabel))
    return words, [b.text() for b in window._toast.findChildren(QPushButton) if b.isVisible()]


def done(window: MainWindow) -> list[str]:
    """The newest actions of the history."""
    found: list[list[str]] = []
    window._context.tasks.read(
        lambda session: [row.action for row in history.entries(session, limit=4)], found.append, window
    )
    return found[0]


def page(window: MainWindow) -> QWidget:
    current = window._stage.current()
    assert current is not None
    return current


# Toasts


@pytest.mark.parametrize("place", ["cong-trinh", "huy-dong"])
def test_a_file_that_was_written_offers_nothing_to_undo(
    window: MainWindow, tmp_path: Path, place: str
) -> None:
    window.follow(Link(place))
    asked = window._context.ask
    assert isinstance(asked, ScriptedAsk)
    menu = page(window).findChildren(SheetMenu)[0]
    for save, name in ((menu.save_template, "mau2.xlsx"), (menu.export, "so.xlsx")):
        asked.answers = [tmp_path / name]
        save()
        assert toast(window) == (f"Đã lưu {name}", [])


def type_figure(window: MainWindow, code: str, text: str) -> None:
    window.follow(Link("tieu-chi", code))
    settle()
    for letter in text:
        QTest.keyClicks(focus(), letter)
    press(Qt.Key.Key_Return)


def test_taking_back_says_what_it_took_back_and_again_what_it_put_back(window: MainWindow) -> None:
    type_figure(window, "2.1", "95,5")
    (action, *_) = done(window)
    window._top.undo_requested.emit()
    assert toast(window) == (f"Đã hoàn tác: {action}", ["Làm lại"])
    window._toast.redo_requested.emit()
    assert toast(window) == (f"Đã làm lại: {action}", ["Hoàn tác"])


def test_an_old_action_that_was_put_back_offers_no_undo_of_another(window: MainWindow) -> None:
    type_figure(window, "2.1", "95,5")
    type_figure(window, "1.1", "d")
    window.follow(Link("lich-su"))
    settle()
    lists = page(window)
    assert isinstance(lists, HistoryPage)
    older = lists._rows[1]
    lists._on_undo_requested(older)
    assert toast(window) == (f"Đã hoàn tác: {older.action}", ["Làm lại"])
    lists._on_undo_requested(lists._rows[0])  # the taking back is taken back
    assert toast(window) == (f"Đã làm lại: {older.action}", [])


def test_a_toast_goes_when_its_button_would_mean_something_else(window: MainWindow) -> None:
    window._toast_for("Đã xóa minh chứng")
    assert toast(window)[1] == ["Hoàn tác"]
    type_figure(window, "2.1", "95,5")
    assert not window._toast.isVisible(), toast(window)


# Ctrl+Z


def test_ctrl_z_in_an_untouched_field_takes_the_last_action_back(window: MainWindow) -> None:
    type_figure(window, "2.1", "95,5")
    assert isinstance(focus(), QLineEdit)  # of the next indicator
    before = done(window)
    chord("Ctrl+Z")
    assert done(window)[0] == "Hoàn tác: Nhập số liệu chỉ tiêu 2.1"
    assert toast(window)[0] == f"Đã hoàn tác: {before[0]}"
    chord("Ctrl+Y")
    assert done(window)[0] == "Làm lại: Nhập số liệu chỉ tiêu 2.1"


def test_ctrl_z_in_a_field_that_was_typed_in_undoes_typing(window: MainWindow) -> None:
    type_figure(window, "2.1", "95,5")
    field = focus()
    assert isinstance(field, QLineEdit)
    loaded, before = field.text(), done(window)
    field.selectAll()
    QTest.keyClicks(field, "7")
    chord("Ctrl+Z")
    assert field.text() == loaded
    chord("Ctrl+Z")  # once too often
    assert done(window) == before


def test_ctrl_z_in_the_untouched_search_takes_the_last_action_back(window: MainWindow) -> None:
    type_figure(window, "2.1", "95,5")
    chord("Ctrl+K")
    search = focus()
    assert isinstance(search, QLineEdit)
    QTest.keyClicks(search, "xyz")
    before = done(window)
    chord("Ctrl+Z")
    assert search.text() == ""
    assert done(window) == before
    QTest.keyClicks(search, "xyz")
    press(Qt.Key.Key_Escape)  # now it is as if nobody had typed
    assert search.text() == ""
    chord("Ctrl+Z")
    assert done(window)[0] == "Hoàn tác: Nhập số liệu chỉ tiêu 2.1"


def test_ctrl_z_in_an_untouched_cell_takes_the_last_action_back(window: MainWindow) -> None:
    type_figure(window, "2.1", "95,5")
    window.follow(Link("thiet-lap", "thon"))
    settle()
    tables = [table for table in page(window).findChildren(Table) if table.isVisible()]
    table, index = next(
        (table, table.rows.index(row, column))
        for table in tables
        for row in range(table.rows.rowCount())
        for column in range(table.rows.columnCount())
        if Qt.ItemFlag.ItemIsEditable in table.rows.index(row, column).flags()
    )
    table.setFocus()
    table.setCurrentIndex(index)
    press(Qt.Key.Key_F2)
    editor = focus()
    assert isinstance(editor, QLineEdit)
    assert table.isAncestorOf(editor)
    shown, before = editor.text(), done(window)
    QTest.keyClicks(editor, "7")
    chord("Ctrl+Z")
    assert editor.text() == shown
    assert done(window) == before
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_F2)
    chord("Ctrl+Z")
    assert done(window)[0] == "Hoàn tác: Nhập số liệu chỉ tiêu 2.1"


# The keyboard


def undo_button(window: MainWindow) -> QPushButton:
    return window._top._undo


@pytest.mark.parametrize(
    ("keys", "name"),
    [
        ("Ctrl+2", "Tiêu chí và chỉ tiêu"),
        ("Ctrl+3", "Công trình"),
        ("Ctrl+4", "Các khoản đóng góp"),
        ("Ctrl+5", "Vướng mắc"),
        ("Ctrl+6", "Phụ trách tiêu chí"),
        ("Ctrl+7", "Nơi niêm yết"),
        ("Ctrl+8", "Văn bản trong hồ sơ"),
        ("Ctrl+H", "Lịch sử"),
    ],
)
def test_a_page_comes_with_the_keyboard_in_its_list(window: MainWindow, keys: str, name: str) -> None:
    type_figure(window, "2.1", "95,5")
    undo_button(window).setFocus()
    settle()
    before = done(window)
    chord(keys)
    table = focus()
    assert isinstance(table, Table)
    assert table.accessibleName() == name
    at = table.currentIndex().row()
    press(Qt.Key.Key_Down)
    assert table.currentIndex().row() == at + 1 or table.rows.rowCount() == at + 1
    press(Qt.Key.Key_Space)
    assert done(window) == before


def test_the_settings_come_with_the_keyboard_in_their_first_field(window: MainWindow) -> None:
    undo_button(window).setFocus()
    settle()
    chord("Ctrl+,")
    field = focus()
    assert isinstance(field, QLineEdit)
    assert field.text() == "xã Yên Hóa"
    assert not field.hasSelectedText()


def test_a_page_chosen_by_mouse_has_the_keyboard(window: MainWindow) -> None:
    undo_button(window).setFocus()
    settle()
    window._navigation.chosen.emit("vuong-mac")
    settle()
    assert focus().accessibleName() == "Vướng mắc"


def button(place: QWidget, words: str) -> QPushButton:
    shown = [b for b in place.findChildren(QPushButton) if b.isVisible()]
    return next(b for b in shown if b.text().replace("&", "") == words)


def test_what_greyed_under_a_dialog_leaves_the_keyboard_in_the_page(window: MainWindow, qtbot: QtBot) -> None:
    type_figure(window, "2.1", "95,5")
    chord("Ctrl+8")
    button(page(window), "Lưu PDF").setFocus()
    settle()
    dialog = NarrativesDialog(page(window), window._context)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    settle()
    save = button(page(window), "Lưu PDF")
    save.setEnabled(False)
    undo_button(window).setFocus()  # as Qt hands it on when nothing else can have it
    save.setEnabled(True)
    dialog.close()
    with qtbot.waitActive(window):
        window.activateWindow()
    settle()
    assert focus() is save, focus().accessibleName()


# Links


def test_the_task_of_a_plan_opens_the_plan(window: MainWindow) -> None:
    overview = window._overview._overview
    assert overview is not None
    task = next(todo for todo in overview.todos if "kế hoạch chỉ tiêu 6.2" in todo.what)
    window.follow(task.link)
    settle()
    criteria = page(window)
    assert isinstance(criteria, CriteriaPage)
    assert criteria.details.plan.isVisible()
    assert not criteria.details.figures.isVisible()
    window.follow(Link("tieu-chi", "6.1"))
    settle()
    assert criteria.details.figures.isVisible()


def test_the_link_to_a_separate_paper_goes_to_its_row(window: MainWindow) -> None:
    overview = window._overview._overview
    assert overview is not None
    task = next(todo for todo in overview.todos if todo.what.startswith("Nhập số, ngày của biên bản"))
    window.follow(task.link)
    settle()
    (dialog,) = window.findChildren(PaperFactsDialog)
    assert dialog._rows["bien_ban"].isAncestorOf(field := focus())
    assert isinstance(field, QLineEdit)
    assert not field.text()
    dialog.close()


@pytest.mark.parametrize(
    ("typed", "row"),
    [
        ("hoi nong dan 08/HND", "Hội Nông dân xã"),
        ("cao van tien", "Nhân dân, Cao Văn Tiến, Tân Lợi 1"),
        ("ban ghe va bo am thanh", "Nhân dân, Đinh Thị Lựu, Yên Hoá"),
        ("niem yet dong tam", "Nhà văn hóa thôn Tân Lợi 1, Tân Lợi 2, Đồng Tâm"),
        ("phat thanh 5 gio 30", "28/6/2021"),
    ],
)
def test_what_was_asked_and_said_is_found_and_opened_at_its_row(
    qtbot: QtBot, window: MainWindow, typed: str, row: str
) -> None:
    chord("Ctrl+K")
    field = focus()
    assert isinstance(field, SearchBox)
    QTest.keyClicks(field, typed)
    qtbot.waitUntil(lambda: field.open_results() is not None)
    press(Qt.Key.Key_Return)
    consulted = page(window)
    assert isinstance(consulted, ConsultationPage)
    (table,) = [
        one for one in consulted.findChildren(Table) if one.isVisible() and one.currentIndex().row() > 0
    ]
    assert row in [cell.text for cell in table.rows.row(table.currentIndex().row()).cells]


# Room


@pytest.mark.parametrize("width", [1366, 1280])
def test_all_of_a_late_work_is_in_sight(window: MainWindow, width: int) -> None:
    """What Windows leaves of a screen of 768 lines."""
    window.resize(width, 697)
    window.follow(Link("cong-trinh"))
    settle()
    works = page(window)
    assert isinstance(works, WorksPage)
    assert any(label.text() == "Vì sao chậm" for label in works.findChildren(QLabel) if label.isVisible())
    for number in range(works._table.rows.rowCount() - 1):  # the last one is the total
        works._table.setCurrentIndex(works._table.rows.index(number, 0))
        settle()
        assert works._detail._scroll.verticalScrollBar().maximum() == 0, number


@pytest.mark.parametrize("width", [1366, 1280])
def test_the_tiles_say_the_names_of_all_criteria(window: MainWindow, width: int) -> None:
    window.resize(width, 697)
    settle()
    tiles = [tile for tile in window.findChildren(TileButton) if tile.isVisible()]
    assert len(tiles) == 19
    assert [tile.shown_name() for tile in tiles if "…" in tile.shown_name()] == []
    assert squeezed(page(window)) + cut_labels(page(window)) == []
