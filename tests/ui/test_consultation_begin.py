"""A commune that has entered nothing yet: what is missing is said, with the way there."""

from __future__ import annotations

import pytest
from consultation_screen import Screen
from fitting import settle
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ntm_desktop.domain.overview import Link
from ui.context import Context
from ui.dialogs.report import ReportDialog, ReportMenu
from ui.dialogs.survey import QuestionsDialog


@pytest.fixture(autouse=True)
def menus_stay_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pop-up asks the offscreen platform for what it cannot do."""
    monkeypatch.setattr(ReportMenu, "popup", lambda _menu, _place: None)


@pytest.fixture
def empty(qtbot: QtBot, context: Context) -> Screen:
    return Screen(qtbot, context)


def buttons(place: QWidget) -> dict[str, QPushButton]:
    found = place.findChildren(QPushButton)
    return {one.text().replace("&", ""): one for one in found if one.isVisible() and one.text()}


def opened(screen: Screen, name: str) -> ReportDialog:
    screen.press("In, xuất")
    menu = screen.page.findChild(QMenu)
    assert isinstance(menu, QMenu)
    menu.triggered.emit(next(action for action in menu.actions() if action.data() == name))
    menu.close()
    settle()
    return screen.dialog(ReportDialog)


@pytest.mark.parametrize(
    ("name", "said", "action", "link"),
    [
        ("phieu-y-kien", "Phiếu chưa có câu hỏi", "Nhập nội dung phiếu", ("lay-y-kien", "noi-dung-phieu")),
        ("danh-sach-phat-phieu", "Xã chưa có thôn nào.", "Nhập danh sách thôn", ("thiet-lap", "thon")),
        ("tong-hop-y-kien", "Chưa ghi ý kiến tham gia nào.", "Ghi ý kiến", ("lay-y-kien", "y-kien")),
    ],
)  # fmt: skip
def test_a_paper_of_nothing_says_what_was_never_entered_and_leads_there(
    empty: Screen, name: str, said: str, action: str, link: tuple[str, str]
) -> None:
    dialog = opened(empty, name)
    words = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert [one for one in words if one.startswith(said)]
    assert not [one for one in words if "việc lập đã dừng" in one]
    ways = buttons(dialog)
    assert not any(ways[word].isEnabled() for word in ("In", "Lưu PDF", "Lưu Word"))
    empty.qtbot.mouseClick(ways[action], Qt.MouseButton.LeftButton)
    assert empty.followed == [Link(*link)]
    settle()
    assert not [one for one in empty.page.findChildren(ReportDialog) if one.isVisible()]


def test_the_link_to_the_questions_opens_them(empty: Screen) -> None:
    empty.page.select("noi-dung-phieu")
    assert empty.page.survey.isVisible()
    assert empty.dialog(QuestionsDialog).isVisible()


def test_without_hamlets_the_survey_leads_to_their_list(empty: Screen) -> None:
    empty.page.select("khao-sat")
    settle()
    button = buttons(empty.page.survey)["Nhập danh sách thôn"]
    empty.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert empty.followed == [Link("thiet-lap", "thon")]
