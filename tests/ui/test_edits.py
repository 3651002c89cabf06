"""Typing: what an input method sends is never refused, and only what differs is saved."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets.edits import Choice, DateEdit, MoneyEdit, NumberEdit, TextArea, TextEdit
from ui.widgets.forms import Field

EDITS = [TextEdit, NumberEdit, MoneyEdit, DateEdit]

# What UniKey sends for "đường" and "Hoà": each correction is Backspace and the new letter.
TELEX = ["d", "\b", "đ", "u", "o", "\b", "\b", "ươ", "n", "g", "\b\b\b\b", "ường"]
VNI = ["d", "\b", "đ", "u", "o", "\b\b", "ươ", "n", "g", "\b\b\b\b", "ường"]


def type_like_unikey(qtbot: QtBot, edit: QLineEdit, steps: list[str]) -> None:
    for step in steps:
        for letter in step:
            if letter == "\b":
                qtbot.keyClick(edit, Qt.Key.Key_Backspace)
            else:  # as Windows delivers a letter without a key of its own
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
                    QApplication.sendEvent(edit, event)


def place(form: QWidget, *widgets: QWidget) -> None:
    for widget in widgets:
        form.layout().addWidget(widget)
        widget.show()


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    QVBoxLayout(widget)
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


@pytest.mark.parametrize("steps", [TELEX, VNI], ids=["telex", "vni"])
@pytest.mark.parametrize("kind", EDITS)
def test_an_input_method_can_type_in_every_field(
    qtbot: QtBot, form: QWidget, kind: type[TextEdit], steps: list[str]
) -> None:
    edit = kind()
    place(form, edit)
    edit.setFocus()
    type_like_unikey(qtbot, edit, steps)
    assert edit.text() == "đường"


def test_a_correction_amid_digits_leaves_the_digits_alone(qtbot: QtBot, form: QWidget) -> None:
    """A swallowed letter would make the Backspace that follows it eat a digit."""
    edit = NumberEdit()
    place(form, edit)
    type_like_unikey(qtbot, edit, ["12", "a", "\b", "á", "\b", "3"])
    assert edit.text() == "123"


def test_loading_says_nothing_and_leaving_unchanged_saves_nothing(qtbot: QtBot, form: QWidget) -> None:
    edit, other = TextEdit(), TextEdit()
    place(form, edit, other)
    saved: list[object] = []
    edit.committed.connect(saved.append)
    edit.load("Tân Lợi 1")
    edit.setFocus()
    other.setFocus()
    assert saved == []
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_End)
    qtbot.keyClicks(edit, "a")
    other.setFocus()
    assert saved == ["Tân Lợi 1a"]
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert saved == ["Tân Lợi 1a"]


def test_escape_puts_back_what_was_stored(qtbot: QtBot, form: QWidget) -> None:
    edit = TextEdit("64,2")
    place(form, edit)
    qtbot.keyClicks(edit, "9")
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert edit.text() == "64,2"


def test_decomposed_text_is_saved_composed(qtbot: QtBot, form: QWidget) -> None:
    edit = TextEdit()
    place(form, edit)
    with qtbot.waitSignal(edit.committed) as saved:
        edit.setText("ho\u0300a  ")
        edit.editingFinished.emit()
    assert saved.args == ["h\u00f2a"]


@pytest.mark.parametrize(
    ("edit", "typed", "value"),
    [
        (NumberEdit, "1.234.567,89", Decimal("1234567.89")),
        (MoneyEdit, "3.500.000.000", 3_500_000_000),
        (DateEdit, "30/6/2021", date(2021, 6, 30)),
    ],
)
def test_values_are_read_when_the_field_is_left(
    qtbot: QtBot, edit: type[TextEdit], typed: str, value: object
) -> None:
    widget = edit()
    qtbot.addWidget(widget)
    with qtbot.waitSignal(widget.committed) as saved:
        qtbot.keyClicks(widget, typed)
        qtbot.keyClick(widget, Qt.Key.Key_Return)
    assert saved.args == [value]


@pytest.mark.parametrize(
    ("edit", "typed"),
    [
        (NumberEdit, "abc"),
        (NumberEdit, "1.5"),
        (NumberEdit, "1,234,567"),
        (MoneyEdit, "1,5"),
        (DateEdit, "31/2/2021"),
    ],
)
def test_what_is_no_value_is_explained(qtbot: QtBot, edit: type[TextEdit], typed: str) -> None:
    widget = edit()
    field = Field("&Hiện trạng", widget, "%")
    qtbot.addWidget(field)
    field.show()
    saved: list[object] = []
    widget.committed.connect(saved.append)
    qtbot.keyClicks(widget, typed)
    qtbot.keyClick(widget, Qt.Key.Key_Return)
    assert saved == []
    assert widget.text() == typed
    assert widget.accessibleDescription().endswith(".")
    assert widget.property("invalid")


def test_undo_inside_a_field_undoes_typing(qtbot: QtBot, form: QWidget) -> None:
    edit = TextEdit("Tân Lợi")
    place(form, edit)
    qtbot.keyClick(edit, Qt.Key.Key_End)
    qtbot.keyClicks(edit, "x")
    qtbot.keySequence(edit, QKeySequence(QKeySequence.StandardKey.Undo))
    assert edit.text() == "Tân Lợi"


def test_several_lines_are_saved_on_leaving(qtbot: QtBot, form: QWidget) -> None:
    area, other = TextArea(), TextEdit()
    place(form, area, other)
    area.load("một")
    area.setFocus()
    with qtbot.waitSignal(area.committed) as saved:
        area.setPlainText("một\nhai")
        other.setFocus()
    assert saved.args == ["một\nhai"]


def test_a_choice_tells_only_when_a_person_changes_it(qtbot: QtBot) -> None:
    choice = Choice([("a", "Một"), ("b", "Hai")])
    qtbot.addWidget(choice)
    saved: list[object] = []
    choice.committed.connect(saved.append)
    choice.load("a")
    assert saved == []
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert saved == ["b"]
    assert choice.key() == "b"


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Tab])
def test_an_error_goes_with_the_text_it_was_about(qtbot: QtBot, key: Qt.Key) -> None:
    edit = DateEdit()
    field = Field("Ngày", edit)
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(edit, "32/1/2021")
    edit.editingFinished.emit()
    assert "32/1/2021" in edit.accessibleDescription()
    if key == Qt.Key.Key_Tab:
        edit.clear()
        edit.editingFinished.emit()
    else:
        qtbot.keyClick(edit, key)
    assert edit.accessibleDescription() == ""
    assert not edit.property("invalid")


@pytest.mark.qt_log_ignore(r"does not support (raise\(\)|grabbing the keyboard)")
def test_a_long_name_is_read_in_full_in_a_narrow_choice(qtbot: QtBot) -> None:
    long = "Phạm Quốc Việt, Công chức Địa chính – Nông nghiệp – Xây dựng và Môi trường"
    choice = Choice([("a", "Cao Thị Hòa"), ("b", long)])
    qtbot.addWidget(choice)
    choice.setFixedWidth(160)
    choice.show()
    choice.load("b")
    assert choice.toolTip() == long
    choice.showPopup()
    assert choice.view().width() >= choice.fontMetrics().horizontalAdvance(long)
    choice.hidePopup()


def test_loading_again_leaves_what_is_selected(form: QWidget) -> None:
    """It may come right after the field got the focus; what is typed then replaces the whole text."""
    edit = TextEdit()
    place(form, edit)
    edit.load("54,1")
    edit.setFocus()
    edit.selectAll()
    edit.load("54,1")
    assert edit.selectedText() == "54,1"
    edit.load("88,8")
    assert edit.selectedText() == "88,8"
    edit.setCursorPosition(2)
    edit.load("88,8")
    assert (edit.cursorPosition(), edit.hasSelectedText()) == (2, False)


def test_money_says_how_many_dong_are_typed(qtbot: QtBot, form: QWidget) -> None:
    field, other = Field("Số tiền", MoneyEdit(), "đồng", note="Bằng đồng."), TextEdit()
    place(form, field, other)
    field.edit.setFocus()
    qtbot.keyClicks(field.edit, "1250")
    assert field.below.text() == "= 1.250 đồng"
    qtbot.keyClicks(field.edit, "000000")
    assert field.below.text() == "= 1.250.000.000 đồng (1.250 triệu đồng)"
    qtbot.keyClicks(field.edit, "x")
    assert field.below.text() == "Bằng đồng."


def test_money_said_in_millions_stands_in_dong_once_it_is_left(qtbot: QtBot, form: QWidget) -> None:
    field, other = Field("Kinh phí", MoneyEdit(), "đồng"), TextEdit()
    place(form, field, other)
    saved: list[object] = []
    field.edit.committed.connect(saved.append)
    field.edit.setFocus()
    qtbot.keyClicks(field.edit, "850 trieu")
    other.setFocus()
    assert saved == [850_000_000]
    assert field.edit.text() == "850.000.000"
    assert not field.below.isVisible()
    field.edit.setFocus()
    other.setFocus()
    assert saved == [850_000_000]


def test_a_choice_that_is_too_long_for_its_field_ends_in_dots(qtbot: QtBot) -> None:
    long = "Cao Thị Hòa, Công chức Văn phòng – Thống kê"
    choice = Choice([("a", long)])
    qtbot.addWidget(choice)
    choice.load("a")
    choice.resize(160, 30)
    assert choice.shown_text().endswith("…")
    assert choice.toolTip() == long
    choice.resize(600, 30)
    assert choice.shown_text() == long
    choice.resize(160, 30)
    assert _pixels(choice) != _pixels_of_another(qtbot, long)


def _pixels(choice: Choice) -> QImage:
    return choice.grab().toImage()


def _pixels_of_another(qtbot: QtBot, words: str) -> QImage:
    """The same as Qt itself paints it: cut without a sign."""
    plain = QComboBox()
    qtbot.addWidget(plain)
    plain.setFont(theme.font("body"))
    plain.addItem(words)
    plain.resize(160, 30)
    return plain.grab().toImage()
