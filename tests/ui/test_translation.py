"""Qt's own words: standard buttons, context menus and the print dialog speak Vietnamese."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog
from pytestqt.qtbot import QtBot

from ntm_desktop.paths import resource


@pytest.fixture
def vietnamese(qapp: QApplication) -> Iterator[None]:
    translator = QTranslator()
    assert translator.load(str(resource("translations", "qt_vi.qm")))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def test_standard_buttons(vietnamese: None, qtbot: QtBot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert {button.text().replace("&", "") for button in box.buttons()} == {"Lưu", "Hủy"}


@pytest.mark.parametrize(
    ("context", "source", "words"),
    [
        ("QPrintDialog", "&Print", "&In"),
        ("QPrintSettingsOutput", "Copies:", "Số bản:"),
        ("QFileDialog", "File &name:", "&Tên tệp:"),
        ("QWidgetTextControl", "&Paste", "&Dán"),
    ],
)
def test_dialogs_of_qt(vietnamese: None, context: str, source: str, words: str) -> None:
    assert QCoreApplication.translate(context, source) == words


def test_the_file_chooser(vietnamese: None, qtbot: QtBot) -> None:
    chooser = QFileDialog()
    qtbot.addWidget(chooser)
    chooser.setOption(QFileDialog.Option.DontUseNativeDialog)
    words = {chooser.labelText(label) for label in QFileDialog.DialogLabel}
    assert words == {"&Nơi tìm:", "&Tên tệp:", "&Loại tệp:", "&Mở", "Hủy"}
