"""The page Lấy ý kiến on a screen, driven by keys and mouse and read by eye; used by its tests."""

from __future__ import annotations

from fitting import settle
from page_screen import D, PageScreen
from pytestqt.qtbot import QtBot

from ntm_desktop.services import consultation, history
from ntm_desktop.services.consultation import ConsultationView
from ui.context import Context
from ui.pages.consultation import ConsultationPage
from ui.pages.consultation_answer import BreakLine
from ui.widgets.table import Table


class Screen(PageScreen[ConsultationPage]):
    def __init__(self, qtbot: QtBot, context: Context, width: int = 1176, height: int = 621) -> None:
        super().__init__(qtbot, context, ConsultationPage(context), width, height)

    def first_table(self) -> Table:
        return self.page.posting.publications.table

    def dialog(self, kind: type[D]) -> D:
        if not any(one.isVisible() for one in self.page.findChildren(kind)):
            settle()  # that of the ballots is read first
        return super().dialog(kind)

    def lines(self) -> list[BreakLine]:
        settle()
        found = [line for line in self.page.answer.findChildren(BreakLine) if line.isVisible()]
        return sorted(found, key=lambda line: line.y())

    def breaks(self) -> list[str]:
        return [line.accessibleName() for line in self.lines()]

    def line(self, what: str) -> BreakLine:
        return next(line for line in self.lines() if line.accessibleName() == what)

    def stored(self) -> ConsultationView:
        found: list[ConsultationView] = []
        on = self.context.tasks.today()
        self.context.tasks.read(lambda session: consultation.view(session, on=on), found.append, self.page)
        return found[0]

    def undo(self) -> None:
        self.context.tasks.write("Hoàn tác", history.undo_last, lambda _changes: None, self.page)
