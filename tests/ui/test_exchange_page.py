"""Trao đổi of a commune: keys, the package that goes, the one that comes, and what the page says of each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from exchange_screen import Screen, ntmk
from exchanging import Side, new_authority
from pytestqt.qtbot import QtBot

from ui.context import Context
from ui.dialogs.export_package import ExportDialog
from ui.dialogs.key_password import MakeKeysDialog
from ui.dialogs.keys import KeysDialog
from ui.dialogs.pin_key import PinDialog
from ui.widgets.edits import Choice


@pytest.fixture
def screen(sample_context: Context, qtbot: QtBot) -> Screen:
    return Screen(qtbot, sample_context)


@pytest.fixture
def authority(tmp_path: Path) -> Iterator[Side]:
    side = new_authority(tmp_path / "huyện")
    yield side
    side.database.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "KINGSTON"
    made.mkdir()
    return made


def make_keys(screen: Screen) -> None:
    screen.do("Lập khóa của đơn vị")
    dialog = screen.dialog(MakeKeysDialog)
    dialog._none.click()
    screen.press("Lập khóa", dialog)
    screen.dialog(KeysDialog).accept()


def pin(screen: Screen, authority: Side, stick: Path) -> None:
    path, code = ntmk(authority, stick)
    screen.ask.answers.append([path])
    screen.do("Ghi nhận khóa của cơ quan thẩm định")
    dialog = screen.dialog(PinDialog)
    screen.type("Mã trên phiếu giấy (25 ký tự)", code.lower(), dialog)
    screen.press("Ghi nhận khóa này", dialog)


def export(screen: Screen, stick: Path) -> None:
    screen.press("Xuất gói")
    dialog = screen.dialog(ExportDialog)
    screen.ask.answers.append(stick)
    place = dialog._place.edit
    assert isinstance(place, Choice)
    place.setCurrentIndex(place.findData("other"))
    place.activated.emit(place.currentIndex())
    screen.press("Xuất gói", dialog)


def test_from_no_keys_to_a_package_that_the_authority_takes(
    screen: Screen, authority: Side, stick: Path
) -> None:
    assert screen.doings() == ["Lập khóa của đơn vị"]
    make_keys(screen)
    assert screen.doings() == [
        "Ghi nhận khóa của cơ quan thẩm định",
        "Đưa khóa của xã cho cơ quan thẩm định",
    ]
    pin(screen, authority, stick)
    assert screen.doings() == ["Gửi gói đầu tiên cho cơ quan"]
    export(screen, stick)
    assert screen.asked()[-1] == "Đã xuất gói số 1 ra KINGSTON"
    assert [row[0] for row in screen.rows()] == ["1"]
    assert screen.rows()[0][-1] == "Chưa xác nhận"
    (package,) = stick.glob("*.ntmx")
    assert package.name.startswith("NTM_")
