"""Trao đổi: two packages of one number, both codes side by side, and a person who chooses."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from exchange_screen import Screen, meet, remark, sent_back, take_in
from exchanging import Side, new_authority
from fitting import misfits, settle
from pytestqt.qtbot import QtBot

from ntm_desktop.db.engine import Database
from ui.context import Context
from ui.dialogs.import_package import ImportDialog
from ui.pages.exchange import HELD, RECEIVED


@pytest.fixture
def forked(sample_context: Context, qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[Screen, Path]]:
    """The authority answered twice as number 1, from two desks; one answer was taken, the other is held."""
    huyen = new_authority(tmp_path / "huyện")
    screen = Screen(qtbot, sample_context)
    stick = tmp_path / "KINGSTON"
    stick.mkdir()
    meet(screen, huyen, stick)
    huyen.database.close()
    shutil.copytree(tmp_path / "huyện", tmp_path / "bản sao")
    huyen.database = Database.open(tmp_path / "huyện")
    copy = Side(Database.open(tmp_path / "bản sao"), huyen.own)
    take_in(screen, sent_back(huyen, stick, screen.unit()))
    screen.press("Nhận gói", screen.dialog(ImportDialog))
    remark(copy, screen.unit())
    other = sent_back(copy, tmp_path, screen.unit())
    take_in(screen, other)
    assert "hai gói cùng số" in screen.ask.asked[-1].body
    yield screen, other
    for side in (huyen, copy):
        side.database.close()


def code_of(screen: Screen, words: str) -> str:
    (line,) = [one for one in screen.says(screen.page._held) if words in one]
    return line[line.index(words) + len(words) :].split("\n")[0]


def test_the_held_one_takes_the_place_of_the_applied_one(forked: tuple[Screen, Path]) -> None:
    screen, _other = forked
    screen.tab(HELD)
    screen.page._held.table.selectRow(0)
    applied, held = (code_of(screen, f"{word}: gói số 1, mã ") for word in ("Đã nhận", "Giữ lại"))
    assert len(applied) == len(held) == 29
    assert applied != held
    settle()
    assert misfits(screen.stage) == []
    screen.press("Nhận gói này thay")
    dialog = screen.dialog(ImportDialog)
    assert dialog._shown.code == held
    assert any("thay cho gói số 1 đã nhận" in words and applied in words for words in screen.says(dialog))
    assert not dialog._take.isEnabled()
    dialog._confirmed.click()
    screen.press("Nhận gói", dialog)
    assert screen.page._held.views == ()
    assert "01 nhận xét chưa trả lời" in screen.doings()
    screen.tab(RECEIVED)
    assert len(screen.rows(screen.page._received.table)) == 1


def test_whoever_leaves_it_for_later_can_still_choose(forked: tuple[Screen, Path]) -> None:
    screen, _other = forked
    screen.tab(HELD)
    before = screen.page._held.views
    screen.page._held.table.selectRow(0)
    screen.press("Nhận gói này thay")
    screen.press("Để sau", screen.dialog(ImportDialog))
    assert screen.page._held.views == before
    assert [one.is_fork for one in before] == [True]
    assert not any((screen.context.folder / "tmp").iterdir())


def test_the_applied_one_is_kept(forked: tuple[Screen, Path]) -> None:
    screen, _other = forked
    screen.tab(HELD)
    screen.page._held.table.selectRow(0)
    screen.ask.answers.append(True)
    screen.press("Giữ gói đã nhận")
    assert screen.asked()[-1].startswith("Giữ gói đã nhận, bỏ gói ")
    assert screen.page._held.views == ()
    assert "01 nhận xét chưa trả lời" not in screen.doings()
