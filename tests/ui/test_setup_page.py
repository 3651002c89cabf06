"""Thiết lập as a page: nothing is cut, each section opens, nothing is written by looking."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from scripted import cut_labels
from setup_screen import open_page, read, words_on

from ntm_desktop.services import history
from ui import theme
from ui.context import Context
from ui.widgets.tabs import Tab

ANCHORS = ("xa", "can-bo", "bo-tieu-chi", "muc", "van-ban", "sao-luu", "giao-dien")


@pytest.mark.parametrize("size", [(1176, 621), (1041, 480)])
@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("made", ["empty", "sample"])
def test_no_label_is_cut_and_looking_writes_nothing(
    made: str,
    look: str,
    size: tuple[int, int],
    folder: Path,
    sample_folder: Path,
    tmp_path: Path,
    open_context: Callable[[Path], Context],
    qtbot: QtBot,
) -> None:
    theme.apply(look)
    used = folder if made == "empty" else Path(shutil.copytree(sample_folder, tmp_path / "mẫu"))
    context = open_context(used)
    before = read(context, lambda session: history.entries(session, limit=1))
    page = open_page(context, qtbot, "xa")
    page.resize(*size)
    for anchor in ANCHORS:
        page.select(anchor)
        assert cut_labels(page) == []
    assert read(context, lambda session: history.entries(session, limit=1)) == before


def test_arrows_go_from_section_to_section(context: Context, qtbot: QtBot) -> None:
    page = open_page(context, qtbot, "can-bo")
    tab = next(tab for tab in page.findChildren(Tab) if tab.isChecked())
    tab.setFocus()
    qtbot.keyClick(tab, Qt.Key.Key_Left)
    assert next(tab.text() for tab in page.findChildren(Tab) if tab.isChecked()) == "Xã"
    assert "Tên và địa bàn" in words_on(page)
