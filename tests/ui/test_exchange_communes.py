"""Trao đổi of an authority: keys of communes, packages that come in, what goes to one or to many at once."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from exchange_screen import ntmk
from exchanging import AT, ON, Side, made, new_authority, submitted, taken
from fitting import SIZES, misfits, settle
from page_screen import PageScreen
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ntm_desktop.db.engine import Database
from ntm_desktop.services import authority, commune, exchange, keys, quarantine
from ui.context import Context
from ui.dialogs.export_package import ExportDialog
from ui.dialogs.import_package import ImportDialog
from ui.dialogs.key_password import MakeKeysDialog
from ui.dialogs.keys import KeysDialog
from ui.dialogs.pin_key import PinDialog
from ui.pages.exchange_communes import HELD, CommunesExchangePage
from ui.widgets.edits import Choice
from ui.widgets.table import Table


class Screen(PageScreen[CommunesExchangePage]):
    def __init__(self, qtbot: QtBot, context: Context) -> None:
        super().__init__(qtbot, context, CommunesExchangePage(context))

    def first_table(self) -> Table:
        return self.page._list.table

    def type(self, label: str, text: str, place: QWidget) -> None:
        (edit,) = [one for one in place.findChildren(QLineEdit) if one.accessibleName() == label]
        edit.clear()
        self.qtbot.keyClicks(edit, text)

    def asked(self) -> str:
        return self.ask.asked[-1].title


@pytest.fixture
def communes(sample_folder: Path, tmp_path: Path) -> Iterator[tuple[Side, Side]]:
    """Two copies of the sample that are two communes."""
    sides = []
    for name, code in (("yên-hóa", "18928"), ("tân-hóa", "18931")):
        shutil.copytree(sample_folder, tmp_path / name)
        database = Database.open(tmp_path / name)
        with database.write("Đổi mã", "Cao Thị Hòa", AT) as session:
            commune.save(session, name=f"xã {name.replace('-', ' ').title()}")
            commune.correct_code(session, code=code)
        sides.append(made(database))
    yield sides[0], sides[1]
    for side in sides:
        side.database.close()


@pytest.fixture
def authority_folder(tmp_path: Path) -> Path:
    side = new_authority(tmp_path / "huyện")
    side.database.close()
    return tmp_path / "huyện"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "KINGSTON"
    folder.mkdir()
    return folder


@pytest.fixture
def screen(authority_folder: Path, open_context: Callable[[Path], Context], qtbot: QtBot) -> Screen:
    return Screen(qtbot, open_context(authority_folder))


def pin(screen: Screen, side: Side, stick: Path) -> None:
    path, code = ntmk(side, stick)
    screen.ask.answers.append([path])
    screen.page.keys.pin()
    dialog = screen.dialog(PinDialog)
    screen.type("Mã trên phiếu giấy (25 ký tự)", code, dialog)
    screen.press("Ghi nhận khóa này", dialog)


def pin_back(screen: Screen, side: Side, stick: Path) -> None:
    """The commune takes the key that the authority's page saves."""
    screen.press("Khóa")
    shown = screen.dialog(KeysDialog)
    screen.ask.answers.append(stick / "huyện.ntmk")
    screen.press("Lưu tệp khóa .ntmk", shown)
    shown.accept()
    told = (stick / "huyện.ntmk").read_bytes()
    with side.database.write("Ghi nhận khóa", "Cao Thị Hòa", AT) as session:
        keys.pin(session, told, code=keys.code_of(told), on=ON)


def take_in(screen: Screen, *paths: Path) -> None:
    screen.ask.answers.append(list(paths))
    screen.press("Nhận gói")


def send(screen: Screen, stick: Path, words: str) -> None:
    screen.press(words)
    dialog = screen.dialog(ExportDialog)
    screen.ask.answers.append(stick)
    place = dialog._place.edit
    assert isinstance(place, Choice)
    place.setCurrentIndex(place.findData("other"))
    place.activated.emit(place.currentIndex())
    screen.press("Xuất gói", dialog)


@pytest.fixture
def met(screen: Screen, communes: tuple[Side, Side], stick: Path, tmp_path: Path) -> Screen:
    """Both communes are known, and their packages lie on one stick."""
    incoming = tmp_path / "đến"
    incoming.mkdir()
    for one in communes:
        pin(screen, one, stick)
        pin_back(screen, one, stick)
        submitted(one, incoming)
    return screen


def test_an_authority_without_keys_makes_them_first(
    tmp_path: Path, open_context: Callable[[Path], Context], qtbot: QtBot
) -> None:
    told = authority.NewAuthority(
        name="Ủy ban nhân dân huyện Minh Hóa", code="455", level="huyen",
        province="tỉnh Quảng Bình", place="Minh Hóa",
    )  # fmt: skip
    authority.create(tmp_path / "mới", authority=told, at=AT)
    screen = Screen(qtbot, open_context(tmp_path / "mới"))
    assert "Lập khóa của đơn vị" in screen.says()
    screen.press("Lập khóa")
    dialog = screen.dialog(MakeKeysDialog)
    dialog._none.click()
    screen.press("Lập khóa", dialog)
    screen.dialog(KeysDialog).accept()
    assert any(words.startswith("Chưa ghi nhận khóa của xã nào.") for words in screen.says())


def test_packages_of_two_communes_come_from_one_stick_and_answers_go_to_both(
    met: Screen, communes: tuple[Side, Side], stick: Path, tmp_path: Path
) -> None:
    screen = met
    assert [(row[0], row[3], row[4]) for row in screen.rows()] == [
        ("xã Tân Hóa", "", "chưa có"),
        ("xã Yên Hóa", "", "chưa có"),
    ]
    take_in(screen, tmp_path / "đến")
    for _ in range(2):
        dialog = screen.dialog(ImportDialog)
        assert not dialog._take.isEnabled()  # the first package of a commune is asked about
        assert any("Đây là gói đầu tiên" in words for words in screen.says(dialog))
        dialog._confirmed.click()
        screen.press("Nhận gói", dialog)
    assert screen.asked() == "Đã nhận 02 gói"
    assert [row[3] for row in screen.rows()] == ["1", "1"]
    screen.first_table().selectAll()
    send(screen, stick, "Xuất gói cho 02 xã")
    assert screen.asked() == "Đã xuất 02 gói ra KINGSTON"
    assert [row[-1] for row in screen.rows()] == ["Chưa xác nhận", "Chưa xác nhận"]
    for one in communes:
        (package,) = stick.glob(f"NTM_455_{one.database.unit}_*.ntmx")
        taken(one, package)
        with one.database.read() as session:
            assert exchange.view(session).confirmed is not None
    taken_by, _other = communes
    path = submitted(taken_by, tmp_path)
    take_in(screen, path)
    screen.press("Nhận gói", screen.dialog(ImportDialog))
    assert [row[-1] for row in screen.rows()] == ["Chưa xác nhận", "Đã nhận"]


def test_the_chosen_commune_says_what_it_waits_for(met: Screen, stick: Path, tmp_path: Path) -> None:
    screen = met
    take_in(screen, tmp_path / "đến")
    dialog = screen.dialog(ImportDialog)
    dialog._confirmed.click()
    screen.press("Nhận gói", dialog)
    screen.dialog(ImportDialog).reject()
    assert [row[3] for row in screen.rows()] == ["", "1"]
    screen.first_table().selectRow(1)
    assert "Gửi gói đầu tiên cho xã" in screen.says(screen.page.details)
    screen.first_table().selectRow(0)
    assert "Chưa có gói nào." in screen.says(screen.page.details)
    screen.page.tabs.choose(HELD)
    screen.page.show_tab()
    assert len(screen.rows(screen.page._held.table)) == 1
    assert quarantine.held(screen.context.folder)[0].why == "Để lại, chưa nhận."


def test_a_key_of_no_commune_is_refused(met: Screen, stick: Path, communes: tuple[Side, Side]) -> None:
    screen = met
    screen.ask.answers.append([stick / "huyện.ntmk"])
    screen.page.keys.pin()
    assert "chính đơn vị này" in screen.asked()
    path, _code = ntmk(communes[0], stick)
    screen.ask.answers.append([path])
    screen.page.keys.pin()
    assert "đã được ghi nhận từ trước" in screen.asked()
    assert not [one for one in screen.page.findChildren(PinDialog) if one.isVisible()]


@pytest.mark.parametrize("size", SIZES)
def test_it_fits(met: Screen, size: str) -> None:
    width, height = SIZES[size]
    met.stage.set_narrow(width < 1180)
    met.stage.resize(width - (184 if width > 1180 else 52), height - 76)
    met.first_table().selectRow(0)
    for tab in range(2):
        met.page.tabs.choose(tab)
        met.page.show_tab()
        settle()
        assert misfits(met.stage) == [], tab
