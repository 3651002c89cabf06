"""The page Trao đổi on a screen, and an authority at the other end of the stick; used by its tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from exchanging import AT, ON, Side, quiet, taken
from page_screen import PageScreen
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ntm_desktop.services import appraising, keys, remarks, sending
from ntm_desktop.services.remarks import Target
from ui.context import Context
from ui.dialogs.export_package import ExportDialog
from ui.dialogs.key_password import MakeKeysDialog
from ui.dialogs.keys import KeysDialog
from ui.dialogs.pin_key import PinDialog
from ui.pages.exchange import ExchangePage
from ui.widgets.cards import Line
from ui.widgets.edits import Choice
from ui.widgets.table import Table

CODE = "Mã trên phiếu giấy (25 ký tự)"


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


def make_keys(screen: Screen, password: str = "") -> None:
    screen.do("Lập khóa của đơn vị")
    dialog = screen.dialog(MakeKeysDialog)
    if password:
        screen.type("Mật khẩu khóa", password, dialog)
        screen.type("Nhập lại mật khẩu", password, dialog)
    else:
        dialog._none.click()
    screen.press("Lập khóa", dialog)
    screen.dialog(KeysDialog).accept()


def choose_ntmk(screen: Screen, path: Path) -> None:
    screen.ask.answers.append([path])
    screen.do("Ghi nhận khóa của cơ quan thẩm định")


def pin(screen: Screen, authority: Side, stick: Path) -> None:
    path, code = ntmk(authority, stick)
    choose_ntmk(screen, path)
    dialog = screen.dialog(PinDialog)
    screen.type(CODE, code.lower(), dialog)
    screen.press("Ghi nhận khóa này", dialog)


def export(screen: Screen, stick: Path, limit: str = "") -> None:
    screen.press("Xuất gói")
    export_of(screen, screen.dialog(ExportDialog), stick, limit)


def export_of(screen: PageScreen[Any], dialog: ExportDialog, stick: Path, limit: str = "") -> None:
    choose_place(screen, dialog, stick)
    limits = dialog._limit.edit
    assert isinstance(limits, Choice)
    limits.load(limit)
    screen.press("Xuất gói", dialog)


def choose_place(screen: PageScreen[Any], dialog: ExportDialog, stick: Path) -> None:
    screen.ask.answers.append(stick)
    place = dialog._place.edit
    assert isinstance(place, Choice)
    place.setCurrentIndex(place.findData("other"))
    place.activated.emit(place.currentIndex())


def take_in(screen: Screen, *paths: Path) -> None:
    screen.ask.answers.append(list(paths))
    screen.press("Nhận gói")


def authority_pins(screen: Screen, authority: Side) -> None:
    own = screen.context.keyring.own
    assert own is not None
    found: list[bytes] = []
    screen.context.tasks.read(lambda session: keys.enrolment_file(session, own), found.append, screen.page)
    with authority.database.write("Ghi nhận khóa", "Lê Văn Thẩm", AT, of=screen.unit()) as session:
        keys.pin(session, found[0], code=keys.code_of(found[0]), on=ON)


def remark(authority: Side, unit: str) -> None:
    with authority.database.write("Nhận xét", "Lê Văn Thẩm", AT, of=unit) as session:
        remarks.add(session, targets=[Target(indicator="17.6")], text="Bổ sung biên bản.", on=ON)


def meet(screen: Screen, authority: Side, stick: Path) -> None:
    """Both sides know each other's keys, and the authority has the first package."""
    make_keys(screen)
    pin(screen, authority, stick)
    export(screen, stick)
    (package,) = stick.glob("*.ntmx")
    authority_pins(screen, authority)
    taken(authority, package)
