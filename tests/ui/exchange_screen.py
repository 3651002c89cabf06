"""The page Trao đổi on a screen, and an authority at the other end of the stick; used by its tests."""

from __future__ import annotations

from pathlib import Path

from exchanging import AT, Side, quiet
from page_screen import PageScreen
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ntm_desktop.services import appraising, keys, sending
from ui.context import Context
from ui.pages.exchange import ExchangePage
from ui.widgets.cards import Line
from ui.widgets.table import Table


class Screen(PageScreen[ExchangePage]):
    def __init__(self, qtbot: QtBot, context: Context, width: int = 1176, height: int = 621) -> None:
        super().__init__(qtbot, context, ExchangePage(context), width, height)

    def first_table(self) -> Table:
        return self.page._sent.table

    def doings(self) -> list[str]:
        return [line.accessibleName() for line in self._lines()]

    def do(self, what: str) -> None:
        (line,) = [one for one in self._lines() if one.accessibleName() == what]
        line.pressed.emit()

    def _lines(self) -> list[Line]:
        return self.page._doings._lines.findChildren(Line)

    def tab(self, number: int) -> None:
        self.page.tabs.choose(number)
        self.page.show_tab()

    def type(self, label: str, text: str, place: QWidget) -> None:
        (edit,) = [one for one in place.findChildren(QLineEdit) if one.accessibleName() == label]
        edit.clear()
        self.qtbot.keyClicks(edit, text)

    def unit(self) -> str:
        found: list[str] = []
        self.context.tasks.read(lambda session: session.commune_id, found.append, self.page)
        return found[0]

    def asked(self) -> list[str]:
        """Titles of what the person was told or asked, newest last."""
        return [one.title for one in self.ask.asked]


def ntmk(side: Side, folder: Path) -> tuple[Path, str]:
    """The enrolment file of the other side on the stick, and the code on its paper."""
    told = side.enrolment
    path = folder / "huyen.ntmk"
    path.write_bytes(told)
    return path, keys.code_of(told)


def sent_back(authority: Side, folder: Path, unit: str) -> Path:
    """What the authority says to the commune, as a file."""
    with authority.database.write("Gửi", "Lê Văn Thẩm", AT, of=unit) as session:
        package, _changes = appraising.appraise(session, to=sending.addressee(session), author="Lê Văn Thẩm")
    path = folder / package.name
    sending.build(package, (), authority.own, authority.database.files, path, quiet)
    return path
