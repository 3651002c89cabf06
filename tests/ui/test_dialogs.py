"""Message boxes, the error dialog, the progress card and the toast."""

from __future__ import annotations

import gc
import sys
import weakref
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from scripted import ScriptedAsk

from ntm_desktop.errors import NtmError
from ui.ask import Ask
from ui.dialogs.message import MessageDialog
from ui.errors import ErrorDialog, ErrorHook, report
from ui.widgets.buttons import Button


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def shown(window: QWidget) -> QDialog:
    return next(dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())


def button(dialog: QWidget, words: str) -> Button:
    return next(b for b in dialog.findChildren(Button) if b.text().replace("&", "") == words)


def test_the_safe_answer_has_the_focus_and_escape_means_it(window: QWidget, qtbot: QtBot) -> None:
    done: list[bool] = []
    Ask().confirm(window, "Xóa minh chứng?", "Tệp vẫn còn trong kho.", "Xóa", lambda: done.append(True))
    dialog = shown(window)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert button(dialog, "Giữ lại").hasFocus()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert done == []
    Ask().confirm(window, "Xóa minh chứng?", "", "Xóa", lambda: done.append(True), destructive=True)
    qtbot.mouseClick(button(shown(window), "Xóa"), Qt.MouseButton.LeftButton)
    assert done == [True]


def test_one_of_several_readings_is_chosen(window: QWidget, qtbot: QtBot) -> None:
    chosen: list[int] = []
    Ask().choose(window, "1.5 là số nào?", "", ["1,5", "1.500"], chosen.append)
    qtbot.mouseClick(button(shown(window), "1.500"), Qt.MouseButton.LeftButton)
    assert chosen == [1]


def test_every_answer_has_a_key_of_its_own(window: QWidget, qtbot: QtBot) -> None:
    chosen: list[int] = []
    Ask().choose(window, "1.5 là số nào?", "", ["1,5", "1.500"], chosen.append)
    dialog = shown(window)
    qtbot.waitUntil(dialog.isActiveWindow)
    texts = [b.text() for b in dialog.findChildren(Button)]
    assert texts == ["&1,5", "1.&500", "&Nhập lại"]
    qtbot.keyClick(dialog, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: chosen == [1])  # Qt shows the button pressed for a moment first


def test_a_reason_is_required(window: QWidget, qtbot: QtBot) -> None:
    reasons: list[str] = []
    Ask().text(window, "Vì sao sửa số đã in?", "Lý do được ghi vào lịch sử.", "Sửa số liệu", reasons.append)
    dialog = shown(window)
    assert not button(dialog, "Sửa số liệu").isEnabled()
    qtbot.keyClicks(dialog.findChild(QLineEdit), "nhap nham")
    qtbot.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Return)
    assert reasons == ["nhap nham"]


def test_a_refusal_lists_all_problems_and_takes_markup_as_text(window: QWidget, qtbot: QtBot) -> None:
    Ask().problem(window, NtmError("Không nhập được <b tệp.", ["Dòng 1: sai.", "Dòng 2: sai."]))
    texts = [label.text() for label in shown(window).findChildren(QWidget) if hasattr(label, "text")]
    assert "Không nhập được <b tệp." in texts
    assert "– Dòng 1: sai.\n– Dòng 2: sai." in texts


def test_a_closed_dialog_is_freed(window: QWidget, qtbot: QtBot) -> None:
    dialog = MessageDialog(window, "Xóa?", "", safe="Giữ lại", verbs=["Xóa"])
    kept = weakref.ref(dialog)
    dialog.open()
    dialog.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(dialog)
    del dialog
    gc.collect()
    assert kept() is None


def failure() -> BaseException:
    try:
        raise ValueError("Nguyễn Văn A, 0912345678")
    except ValueError as error:
        return error


def test_the_report_names_the_place_but_no_data(tmp_path: Path) -> None:
    log = tmp_path / "ntm-desktop.log"
    log.write_text("2021-06-30 INFO ui: opened\n", encoding="utf-8")
    text = report(failure(), log)
    assert "test_dialogs.py" in text
    assert "ValueError" in text
    assert "opened" in text
    assert "Nguyễn" not in text


def test_the_report_is_saved(window: QWidget, qtbot: QtBot, ask: ScriptedAsk, tmp_path: Path) -> None:
    ask.answers = [tmp_path / "bao-cao.txt"]
    dialog = ErrorDialog(window, ask, "báo cáo")
    dialog.open()
    qtbot.mouseClick(button(dialog, "Lưu báo cáo"), Qt.MouseButton.LeftButton)
    assert (tmp_path / "bao-cao.txt").read_text(encoding="utf-8") == "báo cáo"


@pytest.mark.logs_warning
def test_our_mistake_opens_one_dialog_and_a_refusal_its_sentence(
    window: QWidget, qtbot: QtBot, ask: ScriptedAsk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "__excepthook__", lambda *_arguments: None)
    hook = ErrorHook(ask, tmp_path / "none.log", lambda: window)
    for _ in range(2):
        error = failure()
        hook._hook(type(error), error, error.__traceback__)
    refusal = NtmError("Không ghi được. Làm lại.")
    hook._hook(NtmError, refusal, None)
    qtbot.waitUntil(lambda: bool(ask.asked))
    assert len([dialog for dialog in window.findChildren(ErrorDialog) if dialog.isVisible()]) == 1
    assert ask.asked[0].title == "Không ghi được. Làm lại."


def test_a_chooser_begins_at_home_where_there_are_no_documents(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    parent = QWidget()
    qtbot.addWidget(parent)
    Ask().folder(parent, "Chọn thư mục", lambda _folder: None)
    chooser = parent.findChild(QFileDialog)
    assert chooser.directory().absolutePath() == str(tmp_path)
    chooser.close()
