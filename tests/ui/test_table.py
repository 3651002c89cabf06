from __future__ import annotations

from dataclasses import replace

import pytest
from fitting import settle
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui import theme
from ui.models.rows import Cell, Column, Kind, Prepared, Row
from ui.tokens import State
from ui.widgets.table import HEADER_HEIGHT, ROW_HEIGHT, Table

COLUMNS = (Column("Mã", 60), Column("Chỉ tiêu"), Column("Hiện trạng", 90, right=True), Column("Kết quả", 130))


def row(code: str, value: str, state: State) -> Row:
    cells = (Cell(code), Cell(f"Chỉ tiêu {code}"), Cell(value, editable=value), Cell("Đạt", state=state))
    return Row(cells, data=code, group=code.split(".")[0])


def group(code: str) -> Row:
    return Row(
        (Cell(code), Cell("Giao thông"), Cell(), Cell("Chưa đạt", state=State.UNMET)), code, Kind.GROUP, code
    )


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    made = Table(COLUMNS, "Tiêu chí")
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show_rows(
        [
            group("2"),
            row("2.1", "100", State.MET),
            row("2.2", "62,4", State.NO_TARGET),
            group("6"),
            row("6.1", "1", State.MET),
        ]
    )
    made.show()
    return made


def open_editor(table: Table) -> QLineEdit:
    return next(editor for editor in table.viewport().findChildren(QLineEdit) if editor.isVisible())


def codes(table: Table) -> list[str]:
    return [table.rows.index(number, 0).data() for number in range(table.rows.rowCount())]


def test_the_model_keeps_qts_rules(table: Table, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(table.rows)
    table.toggle("2")
    qtmodeltester.check(table.rows)


def test_rows_have_the_heights_of_the_design(table: Table) -> None:
    assert {table.rowHeight(number) for number in range(table.rows.rowCount())} == {ROW_HEIGHT}
    assert table.horizontalHeader().height() == HEADER_HEIGHT


def test_a_group_folds_by_key_and_by_mouse(table: Table, qtbot: QtBot) -> None:
    table.select("2")
    qtbot.keyClick(table, Qt.Key.Key_Left)
    assert codes(table) == ["2", "6", "6.1"]
    assert table.current_data() == "2"
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert codes(table) == ["2", "2.1", "2.2", "6", "6.1"]
    place = table.visualRect(table.rows.index(3, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert codes(table) == ["2", "2.1", "2.2", "6"]


def test_selecting_a_hidden_row_opens_its_group(table: Table) -> None:
    table.toggle("2")
    assert table.select("2.2")
    assert table.current_data() == "2.2"
    assert not table.select("9.9")


def test_enter_opens_and_arrows_move(table: Table, qtbot: QtBot) -> None:
    table.select("2.1")
    moved: list[object] = []
    table.current_changed.connect(moved.append)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert moved == ["2.2"]
    assert opened.args == ["2.2"]


def test_f2_edits_and_only_a_difference_is_asked_for(table: Table, qtbot: QtBot) -> None:
    table.setCurrentIndex(table.rows.index(1, 2))
    asked: list[tuple[object, ...]] = []
    table.rows.edit_requested.connect(lambda *arguments: asked.append(arguments))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = open_editor(table)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not table.viewport().findChildren(QLineEdit))
    assert asked == []
    table.setCurrentIndex(table.rows.index(1, 2))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = open_editor(table)
    qtbot.keyClicks(editor, "95,5")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [("2.1", 2, "95,5")]
    assert table.rows.index(1, 2).data() == "100"  # the service answers, not the model


def test_enter_goes_on_to_the_cell_below(table: Table, qtbot: QtBot) -> None:
    table.setCurrentIndex(table.rows.index(1, 2))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    qtbot.keyClick(open_editor(table), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not table.viewport().findChildren(QLineEdit))
    assert (table.currentIndex().row(), table.currentIndex().column()) == (2, 2)


def test_enter_in_a_cell_being_edited_opens_no_row(table: Table, qtbot: QtBot) -> None:
    """The line gives the key back after it has committed: once, that opened the row above it as well."""
    opened: list[object] = []
    table.opened.connect(opened.append)
    table.setCurrentIndex(table.rows.index(1, 2))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    qtbot.keyClicks(open_editor(table), "95,5")
    qtbot.keyClick(open_editor(table), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not table.viewport().findChildren(QLineEdit))
    assert opened == []
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened == ["2.2"]


def test_new_rows_keep_the_current_one(table: Table) -> None:
    table.select("2.2")
    table.show_rows([group("2"), row("2.2", "70", State.MET)])
    assert table.current_data() == "2.2"


def test_copy_gives_excel_a_row(table: Table, qtbot: QtBot) -> None:
    table.select("2.1")
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "2.1\tChỉ tiêu 2.1\t100\tĐạt"


def test_copy_gives_excel_a_number_without_group_marks(table: Table, qtbot: QtBot) -> None:
    """Excel set to English takes 1.450 for a little more than one; a code or a name stays as it is."""
    named = Row((Cell("1.450"), Cell("1.450"), Cell("1.450"), Cell("347.600.000 đồng")), "a")
    table.show_rows([named])
    table.select("a")
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "1.450\t1.450\t1450\t347.600.000 đồng"


def test_paste_hands_over_rows_of_texts(table: Table, qtbot: QtBot) -> None:
    table.setCurrentIndex(table.rows.index(1, 2))
    QGuiApplication.clipboard().setText("95,5\n45/50\n")
    with qtbot.waitSignal(table.paste_requested) as pasted:
        qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert pasted.args == ["2.1", 2, [["95,5"], ["45/50"]]]


def paste_into_open_cell(table: Table, text: str, qtbot: QtBot) -> list[object]:
    asked: list[object] = []
    table.rows.edit_requested.connect(lambda *typed: asked.append(typed))
    table.setCurrentIndex(table.rows.index(1, 2))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(open_editor(table), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    return asked


def test_a_block_pasted_into_a_cell_being_edited_goes_into_the_cells(table: Table, qtbot: QtBot) -> None:
    pasted: list[object] = []
    table.paste_requested.connect(lambda *block: pasted.append(block))
    asked = paste_into_open_cell(table, "95,5\t1\n45/50\t2\n", qtbot)
    qtbot.waitUntil(lambda: not table.viewport().findChildren(QLineEdit))
    assert pasted == [("2.1", 2, [["95,5", "1"], ["45/50", "2"]])]
    assert asked == []


def test_one_text_pasted_into_a_cell_being_edited_stays_in_it(table: Table, qtbot: QtBot) -> None:
    pasted: list[object] = []
    table.paste_requested.connect(lambda *block: pasted.append(block))
    paste_into_open_cell(table, "95,5\n", qtbot)
    assert open_editor(table).text().strip() == "95,5"
    assert pasted == []


def test_where_no_block_is_taken_it_stays_in_the_cell(table: Table, qtbot: QtBot) -> None:
    paste_into_open_cell(table, "95,5\t1", qtbot)
    assert open_editor(table).text().startswith("95,5")


def test_flags_are_spoken(table: Table) -> None:
    table.show_rows(
        [Row((Cell("1"), Cell("a"), Cell(), Cell("Chưa đạt", state=State.UNMET, flag=State.RETURNED)), 1)]
    )
    spoken = table.rows.index(0, 3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Chưa đạt, Bị trả lại"


def test_tab_leaves_the_table(qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    made, after = Table(COLUMNS, "Tiêu chí"), QLineEdit()
    made.show_rows([row("2.1", "100", State.MET), row("2.2", "62,4", State.NO_TARGET)])
    column.addWidget(made)
    column.addWidget(after)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made.select("2.1")
    made.setFocus()
    qtbot.keyClick(made, Qt.Key.Key_Tab)
    assert after.hasFocus()
    qtbot.keyClick(after, Qt.Key.Key_Backtab)
    assert made.hasFocus()
    assert made.current_data() == "2.1"


def test_rows_chosen_together_are_copied_for_excel(table: Table, qtbot: QtBot) -> None:
    table.select("2.1")
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines == [
        "Mã\tChỉ tiêu\tHiện trạng\tKết quả",
        "2.1\tChỉ tiêu 2.1\t100\tĐạt",
        "2.2\tChỉ tiêu 2.2\t62,4\tĐạt",
    ]
    qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert len(QGuiApplication.clipboard().text().split("\n")) == 6


def test_a_row_alone_is_copied_without_heads(table: Table, qtbot: QtBot) -> None:
    table.select("2.1")
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "2.1\tChỉ tiêu 2.1\t100\tĐạt"


def test_a_row_chosen_while_a_key_is_held_is_the_only_one(table: Table, qtbot: QtBot) -> None:
    table.select("2.1")
    qtbot.keyPress(table, Qt.Key.Key_Control)
    table.select("2.2")
    qtbot.keyRelease(table, Qt.Key.Key_Control)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [2]


def test_header_names_are_captions(table: Table) -> None:
    font = table.rows.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.FontRole)
    assert isinstance(font, QFont)
    assert (font.pixelSize(), font.weight()) == (12, QFont.Weight.DemiBold)


def test_it_says_that_it_is_being_read_until_it_has_rows(qtbot: QtBot) -> None:
    made = Table(COLUMNS, "Tiêu chí")
    qtbot.addWidget(made)
    made.show()
    assert not made.says_reading()  # what comes at once needs no sign
    qtbot.waitUntil(made.says_reading)
    drawn = made.viewport().grab().toImage()
    made.show_rows([])
    assert not made.says_reading()
    assert made.viewport().grab().toImage() != drawn


def test_spare_width_goes_to_the_columns_that_need_it(table: Table) -> None:
    plenty = Table((Column("Tên"), Column("Đơn vị", 100), Column("Số", 60, right=True)), "Công trình")
    plenty.resize(900, 200)
    unit = "Phòng Giáo dục và Đào tạo huyện Minh Hóa"
    plenty.show_rows([Row((Cell("Kênh mương"), Cell(unit), Cell("1")), "a")])
    plenty.show()
    across = plenty.horizontalHeader()
    needed = plenty.fontMetrics().horizontalAdvance(unit)
    assert across.sectionSize(1) > needed + 16
    assert across.sectionSize(2) == 60
    assert across.length() == plenty.viewport().width()
    plenty.resize(400, 200)  # no room to give
    assert across.sectionSize(1) < needed
    assert across.sectionSize(0) == 140
    plenty.deleteLater()


def test_of_a_long_list_only_what_changed_is_made_again() -> None:
    """A view that is the same, at the same place, keeps its row; one that moved says its new place."""
    made: list[str] = []

    def make(place: int, view: list[str]) -> Row:
        made.append(view[0])
        return Row((Cell(f"{place} {view[0]}"),))

    road, bridge, school = ["đường"], ["cầu"], ["trường"]
    items = Prepared(make)
    items.rows([road, bridge, school])
    made.clear()
    changed = ["cầu mới"]
    texts = [row.cells[0].text for row in items.rows([road, changed, school])]
    assert (texts, made) == (["0 đường", "1 cầu mới", "2 trường"], ["cầu mới"])
    assert [row.cells[0].text for row in items.rows([road, school])] == ["0 đường", "1 trường"]


def test_columns_give_way_in_their_order_and_come_back(qtbot: QtBot) -> None:
    table = Table(
        (Column("Tên", least=100), Column("Thôn", 90), Column("Ngày", 80), Column("Số tiền", 60, right=True)),
        "Đóng góp",
    )
    qtbot.addWidget(table)
    table.give_way(2, 1)
    table.show_rows([Row((Cell("Cao Thị Đào"), Cell("Một"), Cell("1/2"), Cell("1.234.567.890")), "a")])
    table.show()

    def hidden(width: int) -> list[int]:
        table.resize(width, 200)
        return [number for number in range(4) if table.isColumnHidden(number)]

    assert hidden(600) == []
    assert hidden(350) == [2]
    assert hidden(250) == [1, 2]
    needed = theme.metrics("body").horizontalAdvance("1.234.567.890") + 16
    assert table.columnWidth(3) >= needed
    assert hidden(600) == []
    table.setColumnHidden(1, True)
    assert hidden(600) == [1]  # for good: the page said so


def test_the_row_that_the_keyboard_comes_to_is_a_chosen_one(table: Table, qtbot: QtBot) -> None:
    table.activateWindow()
    qtbot.waitUntil(table.isActiveWindow)
    table.setFocus()
    assert table.currentIndex().isValid()
    assert table.chosen_data() == [table.current_data()]


def summed(count: int) -> list[Row]:
    rows = [row(f"2.{n}", str(n), State.MET) for n in range(count)]
    rows = [replace(one, group="") for one in rows]
    total = Row((Cell(), Cell("Tổng cộng"), Cell("99"), Cell()), "total", Kind.TOTAL)
    return [*rows, total]


def test_the_sums_stay_in_sight_while_the_rows_scroll(table: Table) -> None:
    table.show_rows(summed(3))
    assert not table._foot.isVisible()
    table.show_rows(summed(30))
    settle()
    foot, view = table._foot, table.viewport()
    assert foot.isVisible()
    assert foot.geometry().bottom() == view.geometry().bottom()
    table.select("2.20")
    lowest = table.visualRect(table.currentIndex()).bottom()
    assert 0 < lowest <= view.height() - foot.height()  # not below the sums
    bar = table.verticalScrollBar()
    drawn = foot.grab().toImage()
    bar.setValue(bar.maximum())
    under = table.visualRect(table.rows.index(30, 0))
    assert under.bottom() == view.height() - 1
    assert foot.grab().toImage() == drawn


def test_the_name_of_a_group_goes_on_over_empty_cells(qtbot: QtBot) -> None:
    table = Table((Column("Công trình", 80), Column("Thôn", 120), Column("m²", 60, right=True)), "Thửa đất")
    qtbot.addWidget(table)
    table.resize(300, 200)

    def second_cell(name: str, hamlet: str) -> QImage:
        table.show_rows([Row((Cell(name), Cell(hamlet), Cell("620")), "work", Kind.GROUP, "work")])
        return table.viewport().grab(table.visualRect(table.rows.index(0, 1))).toImage()

    table.show()
    empty, long = second_cell("Đường", ""), second_cell("Đường trục thôn Tân Lợi 1", "")
    assert long != empty
    beside = second_cell("Đường trục thôn Tân Lợi 1", "Một")
    assert beside == second_cell("Đường", "Một")


def test_the_head_of_a_column_may_change(table: Table, qtmodeltester: ModelTester) -> None:
    table.rows.set_title(1, "Thôn")
    assert table.rows.headerData(1, Qt.Orientation.Horizontal) == "Thôn"
    qtmodeltester.check(table.rows)
