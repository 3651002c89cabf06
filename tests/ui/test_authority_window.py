"""The window of an authority: its communes, and one of them opened to read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import authority_folder
import pytest
from fitting import settle
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from scripted import ScriptedAsk
from whole_window import begun, entries, opened, says

from ntm_desktop.db.head import kind_of
from ntm_desktop.domain.overview import Link
from ntm_desktop.domain.owners import READ_ONLY
from ntm_desktop.services import dossier, works
from ui.authority_window import AuthorityWindow
from ui.context import Context
from ui.main_window import MainWindow
from ui.pages.works import WorksPage
from ui.program import _window_of
from ui.read_only import Vanishing
from ui.widgets.edits import Choice, TextEdit
from ui.widgets.navigation import NavItem

OF_COMMUNE = (
    *("tong-quan", "tieu-chi", "cong-trinh", "don-vi-thi-cong", "huy-dong", "vuong-mac", "phan-cong"),
    *("lay-y-kien", "ho-so"),
)


@pytest.fixture
def context(authority_context: Context) -> Context:
    return authority_context


@pytest.fixture
def window(qtbot: QtBot, context: Context) -> AuthorityWindow:
    return begun(qtbot, AuthorityWindow(context))


def front(window: AuthorityWindow) -> str:
    current = window._stage.current()
    assert current is not None
    return current.KEY


def test_a_folder_is_opened_with_the_window_of_its_kind(
    context: Context, sample_folder: Path, open_context: Callable[[Path], Context], qtbot: QtBot
) -> None:
    assert kind_of(sample_folder / "ntm.db") == "commune"
    kind = kind_of(context.folder / "ntm.db")
    made = _window_of(kind, context)
    qtbot.addWidget(made, before_close_func=lambda closing: closing._close_now())
    assert isinstance(made, AuthorityWindow)
    other = _window_of("commune", open_context(sample_folder))
    qtbot.addWidget(other, before_close_func=lambda closing: closing._close_now())
    assert type(other) is MainWindow


def test_it_begins_with_its_communes_and_none_is_open(window: AuthorityWindow) -> None:
    assert front(window) == "cac-xa"
    assert not window.reading_bar.isVisible()
    items = {item.key: item for item in window.findChildren(NavItem)}
    assert {key for key in OF_COMMUNE if key in items and items[key].isEnabled()} == set()
    assert items["thiet-lap"].isEnabled()
    window.follow(Link("cong-trinh"))
    assert front(window) == "cac-xa"
    assert "Ủy ban nhân dân huyện Minh Hóa" in says(window._top)


def test_a_commune_opens_with_its_own_overview_and_esc_goes_back(
    window: AuthorityWindow, qtbot: QtBot
) -> None:
    opened(window, qtbot)
    assert front(window) == "tong-quan"
    assert window.reading_bar.words() == "Đang xem xã Yên Hóa – gói số 01 ngày 1/7/2021 – chỉ xem"
    assert window.reading_bar.isVisible()
    page = window._stage.current()
    assert page is not None
    assert {"15/19", "Còn 04 tiêu chí: 2, 6, 10, 17"} <= set(says(page))
    assert not any("Sao lưu" in words for words in says(page))  # a matter of the commune's own PC
    qtbot.keyClick(window._stage, Qt.Key.Key_Escape)
    assert front(window) == "cac-xa"
    assert not window.reading_bar.isVisible()


def test_another_commune_takes_its_place_on_the_same_pages(window: AuthorityWindow, qtbot: QtBot) -> None:
    opened(window, qtbot)
    window.follow(Link("cong-trinh"))
    page = window._stage.current()
    assert isinstance(page, WorksPage)
    assert page._table.rows.rowCount() == 7  # six and their sums
    opened(window, qtbot, "Thai Thuy")
    assert window.reading_bar.words().startswith("Đang xem xã Thái Thủy – ")
    window.follow(Link("cong-trinh"))
    assert page._table.rows.rowCount() == 0
    assert any(words.startswith("Chưa có công trình nào.") for words in says(page))


@pytest.mark.parametrize("key", OF_COMMUNE)
def test_nothing_in_a_page_begins_a_change(window: AuthorityWindow, qtbot: QtBot, key: str) -> None:
    opened(window, qtbot)
    window.follow(Link(key))
    settle()
    shown = [one for one in window._stage.findChildren(QWidget) if one.isVisible()]
    assert [one for one in shown if isinstance(one, Vanishing) and one.writes] == []
    assert [one for one in shown if isinstance(one, TextEdit | QPlainTextEdit) and not one.isReadOnly()] == []
    assert [one for one in shown if isinstance(one, Choice) and one.isEnabled() and not one._narrows] == []
    words = {one.text().replace("&", "") for one in shown if isinstance(one, QPushButton)}
    verbs = ("Thêm", "Sửa", "Xóa", "Ghi", "Nhập", "Gỡ", "Rút", "Phân công", "Đổi", "Soạn", "Hủy")
    assert [word for word in words if word.startswith(verbs)] == []


def test_what_still_asks_for_a_change_is_told_why_not(
    window: AuthorityWindow, context: Context, ask: ScriptedAsk, qtbot: QtBot
) -> None:
    opened(window, qtbot)
    window.follow(Link("cong-trinh"))
    page = window._stage.current()
    assert isinstance(page, WorksPage)
    before = entries(context, window, "MH-YH")
    page._table.setFocus()
    qtbot.keyClick(page._table, Qt.Key.Key_Return)  # in the commune it opens the work's register
    page._actions.remove_photo  # noqa: B018 - there is one, and the menu of a photo has it
    page.context.tasks.write(
        "Thêm công trình", lambda session: works.save(session, name="Cầu", kind="giao-thong"), list, page
    )
    assert [asked.title for asked in ask.asked] == [READ_ONLY["unit"]] * 2
    assert entries(context, window, "MH-YH") == before


def test_a_communes_settings_are_its_own(window: AuthorityWindow, ask: ScriptedAsk, qtbot: QtBot) -> None:
    opened(window, qtbot)
    window.follow(Link("thiet-lap", "muc/2.2"))
    assert [asked.title for asked in ask.asked] == [READ_ONLY["unit"]]
    assert front(window) == "tong-quan"
    window.follow(Link("thiet-lap"))
    assert front(window) == "thiet-lap"
    page = window._stage.current()
    assert page is not None
    assert "Ủy ban nhân dân huyện Minh Hóa" in [edit.text() for edit in page.findChildren(TextEdit)]


def test_its_papers_are_drafts(window: AuthorityWindow, context: Context) -> None:
    drafts: list[bool] = []
    context.tasks.read(
        lambda session: (
            dossier.collect(session, on=authority_folder.DAY, today=authority_folder.DAY, draft=False).draft
        ),
        drafts.append,
        window,
        of="MH-TT",
    )
    assert drafts == [True]


def test_what_the_authority_does_stands_in_its_own_history(
    window: AuthorityWindow, context: Context, qtbot: QtBot
) -> None:
    before, theirs = entries(context, window), entries(context, window, "MH-YH")
    opened(window, qtbot)
    window.follow(Link("thiet-lap"))
    page = window._stage.current()
    assert page is not None
    place = next(edit for edit in page.findChildren(TextEdit) if edit.objectName() == "place")
    place.setFocus()
    place.selectAll()
    qtbot.keyClicks(place, "Quy Dat")
    qtbot.keyClick(place, Qt.Key.Key_Return)
    assert (entries(context, window), entries(context, window, "MH-YH")) == (before + 1, theirs)


def test_closing_makes_a_copy(window: AuthorityWindow, context: Context) -> None:
    window.close()
    assert list((context.folder / "backups").glob("*/manifest.json"))
