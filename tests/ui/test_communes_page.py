"""Các xã, driven as a person would: by keys, letters and filters."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from exchanging import AT, new_authority
from page_screen import PageScreen
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ntm_desktop.db.engine import Database
from ntm_desktop.db.models import commune_digest
from ntm_desktop.services import digests
from ntm_desktop.services.communes import CommuneLine
from ui.context import Context
from ui.models.communes import FIRST
from ui.pages.communes import CommunesPage
from ui.tokens import State
from ui.widgets.table import Table

Open = Callable[[Path], Context]


class CommunesScreen(PageScreen[CommunesPage]):
    def first_table(self) -> Table:
        return self.page._table

    def names(self) -> list[str]:
        return [row[0] for row in self.rows()]


@pytest.fixture
def context(authority_context: Context) -> Context:
    return authority_context


@pytest.fixture
def screen(qtbot: QtBot, context: Context) -> CommunesScreen:
    return CommunesScreen(qtbot, context, CommunesPage(context))


def test_each_commune_has_a_line_and_those_at_risk_come_first(screen: CommunesScreen) -> None:
    assert screen.names() == ["Xã Yên Hóa", "Xã Đồng Hóa", "Xã Thái Thủy", "Số xã còn thiếu"]
    row = screen.rows()[0]
    assert row[:3] == ("Xã Yên Hóa", "Minh Hóa", "15/19")
    assert row[FIRST + 19 :] == ("3", "120", "1.890", "1.120", "2", "1/7/2021, số 01")
    marks = [screen.first_table().rows.row(0).cells[FIRST + number].flag for number in range(19)]
    assert [number + 1 for number, mark in enumerate(marks) if mark is State.UNMET] == [2, 6, 10]
    assert [number + 1 for number, mark in enumerate(marks) if mark is State.REGRESSED] == [17]
    assert marks.count(State.MET) == 15


def test_below_the_list_stands_how_many_lack_each_criterion(screen: CommunesScreen) -> None:
    sums = screen.rows()[-1]
    lacking = {number + 1: text for number, text in enumerate(sums[FIRST : FIRST + 19]) if text}
    assert lacking == {2: "2", 5: "1", 6: "2", 10: "1", 11: "1", 17: "3"}
    facts = screen.says(screen.page.header)[1]
    assert facts == "03 xã  ·  0 xã đủ tiêu chí  ·  vướng nhất: tiêu chí 17 (03 xã)"


def test_the_chosen_commune_is_explained(screen: CommunesScreen) -> None:
    said = screen.says(screen.page._detail)
    assert said[0] == "Xã Yên Hóa"
    assert "còn 04 tiêu chí" in said[1]
    assert "gói số 01 ngày 1/7/2021" in said[1]
    assert "2.2 chưa có mức; 2.4: 41% (≥ 50%)" in said
    assert any(words.startswith("1.120 triệu đồng vốn cam kết quá hạn chưa bố trí") for words in said)
    screen.qtbot.keyClick(screen.first_table(), Qt.Key.Key_Down)
    assert screen.says(screen.page._detail)[0] == "Xã Đồng Hóa"


def test_a_filter_leaves_those_that_answer_it(screen: CommunesScreen) -> None:
    assert screen.counted[-1] == 3
    screen.press("Tụt chuẩn 1")
    assert screen.names() == ["Xã Yên Hóa", "Số xã còn thiếu"]
    screen.press("Tụt chuẩn 1")
    assert len(screen.names()) == 4


def test_letters_look_for_a_commune_and_enter_goes_back_to_the_list(screen: CommunesScreen) -> None:
    table = screen.first_table()
    table.setFocus()
    screen.qtbot.keyClicks(table, "t")
    field = QApplication.focusWidget()
    assert field is screen.page._search
    screen.qtbot.keyClicks(field, "huy")
    assert screen.names() == ["Xã Thái Thủy", "Số xã còn thiếu"]
    screen.qtbot.keyClick(field, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is table
    assert table.current_data() == "MH-TT"


def test_what_fits_nothing_says_so(screen: CommunesScreen) -> None:
    screen.page.begin_search()
    screen.qtbot.keyClicks(screen.page._search, "xyz")
    assert "Không có xã nào khớp. Bỏ bớt bộ lọc hoặc chữ tìm." in screen.says()
    screen.qtbot.keyClick(screen.page._search, Qt.Key.Key_Escape)
    assert len(screen.names()) == 4


def test_enter_opens_the_commune(screen: CommunesScreen) -> None:
    opened: list[CommuneLine] = []
    screen.page.open_requested.connect(opened.append)
    screen.qtbot.keyClick(screen.first_table(), Qt.Key.Key_Down)
    screen.qtbot.keyClick(screen.first_table(), Qt.Key.Key_Return)
    assert [line.code for line in opened] == ["MH-DH"]
    screen.press("Mở xã")
    assert len(opened) == 2


def test_what_was_judged_on_another_day_is_judged_anew(screen: CommunesScreen, context: Context) -> None:
    """The packages came on 1/7, and it is 30/6 here."""
    days: list[set[str]] = []
    context.tasks.read(
        lambda session: {row["as_of"] for row in session.rows(commune_digest.select())},
        days.append,
        screen.page,
    )
    assert days == [{"2021-06-30"}]
    assert "xét đến 30/6/2021" in screen.says(screen.page._detail)[1]


def test_without_a_commune_it_says_what_to_do(qtbot: QtBot, tmp_path: Path, open_context: Open) -> None:
    new_authority(tmp_path / "new").database.close()
    context = open_context(tmp_path / "new")
    screen = CommunesScreen(qtbot, context, CommunesPage(context))
    assert any(words.startswith("Chưa có xã nào. Nhận khóa của từng xã") for words in screen.says())
    screen.press("Nhận khóa, nhận gói")
    assert [link.page for link in screen.followed] == ["trao-doi"]  # type: ignore[attr-defined]


def test_thousands_stand_in_the_list_and_the_sums_stay_in_sight(
    qtbot: QtBot, authority_original: Path, tmp_path: Path, open_context: Open
) -> None:
    folder = Path(shutil.copytree(authority_original, tmp_path / "many"))
    with Database.open(folder) as database:
        for name in ("MH-YH", "MH-TT", "MH-DH"):
            with database.write("", "", AT, of=name) as session:
                digests.renew(session, on=datetime(2021, 6, 30, tzinfo=UTC).date())
        with database.write("", "", AT) as session:
            row = dict(session.rows(commune_digest.select())[0])
            many = [{**row, "commune_id": f"x{number}"} for number in range(3318)]
            session.connection.execute(commune_digest.insert(), many)
    context = open_context(folder)
    screen = CommunesScreen(qtbot, context, CommunesPage(context))
    table = screen.first_table()
    assert table.rows.rowCount() == 3322
    assert table._foot.isVisible()
    screen.qtbot.keyClick(table, Qt.Key.Key_End)
    screen.page.select("MH-TT")
    assert table.current_data() == "MH-TT"
