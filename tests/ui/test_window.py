"""The top-level window: the picture of last time first, then its content, and who decides on closing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings, QSize, Qt
from PySide6.QtGui import QCloseEvent, QColor, QPaintEvent, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.window import Window


def picture(path: Path, width: int, height: int) -> Path:
    made = QPixmap(width, height)
    made.fill(QColor("#123456"))
    made.save(str(path))
    return path


def shown(qtbot: QtBot, file: Path) -> Window:
    window = Window(file)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.setWindowState(Qt.WindowState.WindowNoState)  # the test's screen is a small one
        window.resize(1000, 600)
        window.show()
    return window


def middle(window: Window) -> str:
    return window.grab().toImage().pixelColor(500, 300).name()


def test_it_shows_the_picture_of_last_time_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    window = shown(qtbot, picture(tmp_path / "overview.png", 1000, 600))
    assert middle(window) == "#123456"


def test_a_picture_of_another_size_is_left_out(qtbot: QtBot, tmp_path: Path) -> None:
    window = shown(qtbot, picture(tmp_path / "overview.png", 900, 600))
    assert middle(window) != "#123456"
    assert middle(shown(qtbot, tmp_path / "none.png")) != "#123456"


class Stubborn(QWidget):
    may_close = False

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self.may_close)


def test_the_content_decides_whether_it_closes(qtbot: QtBot, tmp_path: Path) -> None:
    window = shown(qtbot, tmp_path / "none.png")
    content = Stubborn()
    window.set_content(content)
    assert not window.close()
    content.may_close = True
    assert window.close()


class Sized(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.painted_at: list[QSize] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted_at.append(self.size())


def test_the_picture_stays_until_the_content_is_laid_out(qtbot: QtBot, tmp_path: Path) -> None:
    window = shown(qtbot, picture(tmp_path / "overview.png", 1000, 600))
    content, inner = QWidget(), Sized()
    outer_column, column = QVBoxLayout(content), QVBoxLayout()
    outer_column.addLayout(column)
    column.addWidget(inner)
    with qtbot.waitSignal(window.content_painted):
        window.set_content(content)
        assert not inner.painted_at
    assert set(inner.painted_at) == {inner.size()}
    assert middle(window) != "#123456"


def test_what_was_in_front_is_kept_for_the_next_start(qtbot: QtBot, tmp_path: Path) -> None:
    window = shown(qtbot, tmp_path / "none.png")
    window.keep_picture(tmp_path / "overview.png")
    assert QPixmap(str(tmp_path / "overview.png")).size() == window.size()


def test_a_small_screen_is_filled_until_the_person_says_otherwise(qtbot: QtBot, tmp_path: Path) -> None:
    first = Window(tmp_path / "none.png")
    qtbot.addWidget(first)
    assert first.isMaximized()
    shown(qtbot, tmp_path / "none.png").close()
    again = Window(tmp_path / "none.png")
    qtbot.addWidget(again)
    assert not again.isMaximized()


def closed_at(qtbot: QtBot, file: Path, size: QSize, screen: QSize) -> None:
    """Closes a window of that size, as if its screen had been another one."""
    window = shown(qtbot, file)
    window.resize(size)
    window.close()
    kept = bytearray(QByteArray(QSettings().value("window/geometry")).data())
    kept[-20:-16] = screen.width().to_bytes(4, "big")  # as Qt writes it: what it compares with the screen
    QSettings().setValue("window/geometry", QByteArray(bytes(kept)))


@pytest.mark.parametrize("size", [QSize(792, 560), QSize(792, 640)])
def test_a_size_that_fits_is_kept_on_another_screen(qtbot: QtBot, tmp_path: Path, size: QSize) -> None:
    closed_at(qtbot, tmp_path / "none.png", size, QSize(3000, 2000))
    again = Window(tmp_path / "none.png")
    qtbot.addWidget(again)
    assert again.normalGeometry().size() == size


def test_a_size_that_does_not_fit_another_screen_is_left(qtbot: QtBot, tmp_path: Path) -> None:
    closed_at(qtbot, tmp_path / "none.png", QSize(2000, 1200), QSize(3000, 2000))
    again = Window(tmp_path / "none.png")
    qtbot.addWidget(again)
    room = again.screen().availableSize()
    assert again.normalGeometry().size() == QSize(1366, 697).boundedTo(room)
