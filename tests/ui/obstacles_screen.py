"""The page Vướng mắc on a screen, driven by keys and mouse and read by eye; used by its tests."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ntm_desktop.services import obstacles
from ntm_desktop.services.obstacles import ObstacleView
from ui.context import Context
from ui.pages.obstacles import ObstaclesPage
from ui.stage import Stage
from ui.widgets.table import Table

LEVEL = "Chưa có mức đạt của chỉ tiêu 2.2 đường trục thôn, bản"
CAPITAL = "Vốn huyện đã cam kết cho Sân thể thao xã chưa được giao"
LAND = "01 hộ chưa bàn giao 85 m² đất ở Km 0+510"
CLOSED = "Thợ mái ở vùng giãn cách không vào được công trường"
D = TypeVar("D", bound=QDialog)


class Screen:
    """The page in a stage, reloaded after each write, as the window does it."""

    def __init__(self, qtbot: QtBot, context: Context, width: int = 1176, height: int = 621) -> None:
        self.qtbot, self.context = qtbot, context
        self.stage = Stage()
        qtbot.addWidget(self.stage)
        self.page = ObstaclesPage(context)
        self.stage.add(self.page)
        self.stage.show_page("vuong-mac")
        self.stage.resize(width, height)
        context.events.changed.connect(self._on_changed)
        self.told: list[str] = []
        self.counted: list[int] = []
        self.page.told.connect(self.told.append)
        self.page.count_changed.connect(self.counted.append)
        self.stage.show()
        self.page.reload()

    def _on_changed(self) -> None:
        self.page.reload()

    def rows(self, table: Table | None = None) -> list[tuple[str, ...]]:
        shown = (table or self.page._list.table).rows
        return [tuple(cell.text for cell in shown.row(n).cells) for n in range(shown.rowCount())]

    def choose(self, what: str) -> None:
        self.page.select(self.obstacle(what).uid)

    def press(self, words: str, place: QWidget | None = None) -> None:
        buttons = (place or self.stage).findChildren(QPushButton)
        (button,) = [b for b in buttons if b.isVisible() and b.text().replace("&", "") == words]
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def dialog(self, kind: type[D]) -> D:
        return next(dialog for dialog in self.page.findChildren(kind) if dialog.isVisible())

    def says(self, place: QWidget | None = None) -> list[str]:
        QCoreApplication.sendPostedEvents()
        labels = (place or self.stage).findChildren(QLabel)
        return [label.text() for label in labels if label.isVisible() and label.text()]

    def obstacle(self, what: str) -> ObstacleView:
        found: list[obstacles.ObstacleTable] = []
        on = self.context.tasks.today()
        self.context.tasks.read(lambda session: obstacles.table(session, on=on), found.append, self.page)
        return next(row for row in found[0].rows if row.what == what)
