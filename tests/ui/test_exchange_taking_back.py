"""Trao đổi of a commune whose data are an older copy than what it sent: its own package taken back."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from exchange_screen import Screen, export, meet, sent_back, take_in
from exchanging import Side, new_authority, taken
from fitting import misfits, settle
from pytestqt.qtbot import QtBot

from ntm_desktop.services import commune
from ui.context import Context
from ui.dialogs.export_package import ExportDialog
from ui.dialogs.import_package import ImportDialog
from ui.dialogs.take_back import TakeBackDialog

BEHIND = "Máy này đang dùng bản sao lưu cũ hơn bản đã gửi"
TABLE = "Gói này trả lại"


@pytest.fixture
def authority(tmp_path: Path) -> Iterator[Side]:
    side = new_authority(tmp_path / "huyện")
    yield side
    side.database.close()


@pytest.fixture
def older(
    sample_context: Context,
    authority: Side,
    open_context: Callable[[Path], Context],
    qtbot: QtBot,
    tmp_path: Path,
) -> tuple[Screen, Path]:
    """The commune as it was before its second package, and that package."""
    stick = tmp_path / "KINGSTON"
    stick.mkdir()
    screen = Screen(qtbot, sample_context)
    meet(screen, authority, stick)
    folder = sample_context.folder
    sample_context.tasks.stop()
    shutil.copytree(folder, tmp_path / "bản cũ")
    screen = Screen(qtbot, open_context(folder))
    screen.context.tasks.write("Sửa", lambda session: commune.save(session, schools=9), print, screen.page)
    export(screen, stick)
    (package,) = stick.glob("*_2_*.ntmx")
    taken(authority, package)
    answer = sent_back(authority, tmp_path, screen.unit())
    copy = Screen(qtbot, open_context(tmp_path / "bản cũ"))
    take_in(copy, answer)
    copy.press("Nhận gói", copy.dialog(ImportDialog))
    return copy, package


def schools(screen: Screen) -> int:
    found: list[int] = []
    screen.context.tasks.read(lambda session: commune.load(session).schools or 0, found.append, screen.page)
    return found[0]


def test_what_was_sent_comes_back_and_a_new_epoch_begins(older: tuple[Screen, Path]) -> None:
    screen, package = older
    assert screen.doings()[0] == BEHIND
    screen.ask.answers.append([package])
    screen.do(BEHIND)
    dialog = screen.dialog(TakeBackDialog)
    assert "Lấy lại 01 mục từ gói số 2 đã gửi?" in screen.says(dialog)
    settle()
    assert misfits(dialog) == []
    dialog.reject()
    assert schools(screen) != 9
    screen.ask.answers += [[package], True]
    screen.do(BEHIND)
    screen.press("Lấy lại", screen.dialog(TakeBackDialog))
    assert schools(screen) == 9
    assert screen.asked()[-1] == "Đã lấy lại 01 mục từ gói số 2"
    screen.dialog(ExportDialog).reject()
    assert BEHIND not in screen.doings()
    assert list((screen.context.folder / "tmp").iterdir()) == []
    take_in(screen, package)
    assert screen.asked()[-1] == "Máy này đang có đủ số liệu của gói số 2"


def test_a_package_that_was_not_sent_from_here_is_not_taken_back(
    older: tuple[Screen, Path], authority: Side, tmp_path: Path
) -> None:
    screen, _package = older
    answer = sent_back(authority, tmp_path, screen.unit())
    screen.ask.answers.append([answer])
    screen.do(BEHIND)
    assert screen.asked()[-1].startswith("Gói này không do đơn vị này gửi đi.")
    assert BEHIND in screen.doings()


def test_naming_the_own_package_among_those_to_take_in_offers_the_same(older: tuple[Screen, Path]) -> None:
    screen, package = older
    take_in(screen, package)
    assert screen.dialog(TakeBackDialog)
