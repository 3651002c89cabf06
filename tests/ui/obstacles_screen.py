"""The page Vướng mắc on a screen, driven by keys and mouse and read by eye; used by its tests."""

from __future__ import annotations

from page_screen import PageScreen
from pytestqt.qtbot import QtBot

from ntm_desktop.services import obstacles
from ntm_desktop.services.obstacles import ObstacleView
from ui.context import Context
from ui.pages.obstacles import ObstaclesPage
from ui.widgets.table import Table

LEVEL = "Chưa có mức đạt của chỉ tiêu 2.2 đường trục thôn, bản"
CAPITAL = "Vốn huyện đã cam kết cho Sân thể thao xã chưa được giao"
LAND = "01 hộ chưa bàn giao 85 m² đất ở Km 0+510"
CLOSED = "Thợ mái ở vùng giãn cách không vào được công trường"


class Screen(PageScreen[ObstaclesPage]):
    def __init__(self, qtbot: QtBot, context: Context, width: int = 1176, height: int = 621) -> None:
        super().__init__(qtbot, context, ObstaclesPage(context), width, height)

    def first_table(self) -> Table:
        return self.page._list.table

    def choose(self, what: str) -> None:
        self.page.select(self.obstacle(what).uid)

    def obstacle(self, what: str) -> ObstacleView:
        found: list[obstacles.ObstacleTable] = []
        on = self.context.tasks.today()
        self.context.tasks.read(lambda session: obstacles.table(session, on=on), found.append, self.page)
        return next(row for row in found[0].rows if row.what == what)
