"""The cards of the overview: works that need somebody, capital, obstacles; and the numbers beside it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from functools import reduce
from operator import or_
from pathlib import Path

import pytest
from fitting import settle
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from scripted import ScriptedAsk, cut_labels

from ntm_desktop.changes import Changes
from ntm_desktop.db.engine import Database
from ntm_desktop.db.session import Session
from ntm_desktop.domain.obstacles import EventKind, Level
from ntm_desktop.domain.overview import Link, Overview
from ntm_desktop.services import assessments, commune, obstacles, works
from ui import overview_cache, theme
from ui.context import Context
from ui.events import Events
from ui.main_window import MainWindow
from ui.tasks import InlineTasks
from ui.widgets.brief import BriefLine
from ui.widgets.buttons import Button
from ui.widgets.navigation import NavItem
from ui.widgets.tile import TileButton

Opener = Callable[[Path], Context]


def opened(qtbot: QtBot, context: Context) -> MainWindow:
    kept = overview_cache.read(context.folder)
    window = MainWindow(context)
    window.furnish(kept.overview if kept else None)
    qtbot.addWidget(window, before_close_func=lambda closing: closing._close_now())
    window.resize(1366, 697)
    window.show()
    return window


@pytest.fixture
def sample(sample_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample_folder, tmp_path / "mẫu"))


@pytest.fixture
def window(qtbot: QtBot, sample: Path, open_context: Opener) -> MainWindow:
    made = opened(qtbot, open_context(sample))
    made.begin()
    return made


@pytest.fixture
def empty(qtbot: QtBot, folder: Path, open_context: Opener) -> MainWindow:
    made = opened(qtbot, open_context(folder))
    made.begin()
    return made


@pytest.fixture
def followed(window: MainWindow) -> list[Link]:
    """What is pressed on the page, in place of where it leads."""
    found: list[Link] = []
    window._overview.navigate.disconnect()
    window._overview.navigate.connect(found.append)
    return found


def shown(window: MainWindow) -> Overview:
    overview = window._overview._overview
    assert overview is not None
    return overview


def words(window: MainWindow) -> str:
    return "\n".join(label.text() for label in window._overview.findChildren(QLabel) if label.isVisible())


def lines(window: MainWindow) -> dict[str, BriefLine]:
    return {line.accessibleName(): line for line in window.findChildren(BriefLine) if line.isVisible()}


def button(window: MainWindow, text: str) -> Button:
    (found,) = [b for b in window._overview.findChildren(Button) if b.isVisible() and b.text() == text]
    return found


def test_late_works_come_first_and_lead_to_the_work(
    window: MainWindow, followed: list[Link], qtbot: QtBot
) -> None:
    assert list(lines(window))[:4] == [
        "Đường trục thôn Tân Lợi 1, bê tông 0,85 km: chậm 37 ngày",
        "Nhà văn hóa thôn Yên Thắng: chậm 28 ngày",
        "Bãi tập kết rác xã: chậm 20 ngày",
        "Kênh mương nội đồng 1,2 km: nợ đọng 120 triệu",
    ]
    line = lines(window)["Nhà văn hóa thôn Yên Thắng: chậm 28 ngày"]
    assert "Quá hạn hợp đồng 10 ngày" in line.toolTip()
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    button(window, "04 gấp nhất trong 05").click()
    uid = shown(window).works.urgent[1].uid
    assert followed == [Link("cong-trinh", uid), Link("cong-trinh", uid), Link("cong-trinh")]


def test_capital_is_told_in_one_unit_with_what_is_missing(window: MainWindow, followed: list[Link]) -> None:
    told = words(window).splitlines()
    assert "triệu đồng" in told
    places = [told.index(one) for one in ("9.050", "7.160 · 79%", "5.005 · 70%")]
    assert places == sorted(places)
    assert "Còn thiếu 1.890 so với tổng mức 9.050" in told
    assert "Mọi nguồn cam kết" in told  # not what the page Vướng mắc calls the promises of huyện and tỉnh
    assert "Vốn công trình" in told
    button(window, "Xem 06 công trình").click()
    assert followed == [Link("cong-trinh")]


def test_obstacles_say_how_old_they_are_and_who_must_decide(
    window: MainWindow, followed: list[Link], qtbot: QtBot
) -> None:
    told = list(lines(window))[4:]
    assert [one.split(":")[0] for one in told] == ["Chờ tỉnh", "Chờ huyện", "Xã giải quyết"]
    assert [one.rsplit(": ", 1)[1] for one in told] == ["121 ngày", "30 ngày", "5 ngày"]
    qtbot.mouseClick(lines(window)[told[1]], Qt.MouseButton.LeftButton)
    button(window, "03 đang mở, lâu nhất 121 ngày").click()
    assert followed == [Link("vuong-mac", shown(window).obstacles.oldest[1].uid), Link("vuong-mac")]


def test_a_link_of_a_card_opens_that_very_work(window: MainWindow) -> None:
    next(iter(lines(window).values())).click()
    page = window._stage.current()
    assert page is not None
    assert page.KEY == "cong-trinh"
    assert "Đường trục thôn Tân Lợi 1" in "\n".join(
        label.text() for label in page.findChildren(QLabel) if label.isVisible()
    )


def test_a_closed_obstacle_leaves_the_card(window: MainWindow) -> None:
    tasks = window._context.tasks
    oldest = shown(window).obstacles.oldest[0]
    tasks.write(
        "Đóng vướng mắc",
        lambda session: obstacles.record_event(
            session,
            uid=oldest.uid,
            event=EventKind.CLOSED,
            on=tasks.today(),
            today=tasks.today(),
            note="Đã có mức",
        ),
        lambda _changes: None,
        window,
    )
    assert button(window, "02 đang mở, lâu nhất 30 ngày").isVisible()
    assert not any(one.startswith("Chờ tỉnh") for one in lines(window))


def test_of_hundreds_of_obstacles_the_number_is_read_whole(empty: MainWindow) -> None:
    tasks = empty._context.tasks

    def add(session: Session, what: str) -> Changes:
        day = date(2021, 1, 4)
        return obstacles.save(session, what=what, since=day, today=day, level=Level.COMMUNE)

    def add_all(session: Session) -> Changes:
        return reduce(or_, [add(session, f"Vướng mặt bằng đoạn {at}") for at in range(1200)])

    tasks.write("Thêm vướng mắc", add_all, lambda _changes: None, empty)
    (link,) = [one for one in empty._overview.findChildren(Button) if "đang mở" in one.text()]
    assert (link.text(), link.width() >= link.sizeHint().width()) == ("1.200 đang mở", True)


def test_a_new_commune_is_told_what_to_do(empty: MainWindow) -> None:
    assert lines(empty) == {}
    told = words(empty)
    assert "Chưa có công trình nào. Thêm công trình để theo dõi tiến độ." in told
    assert "Chưa ghi vốn. Thêm công trình trước, rồi ghi vốn của công trình." in told
    assert "Không có vướng mắc đang mở." in told
    assert "Còn thiếu" not in told
    empty._context.tasks.write(
        "Thêm công trình",
        lambda session: works.save(session, name="Trạm y tế", kind="y-te"),
        lambda _changes: None,
        empty,
    )
    assert "Chưa ghi vốn. Chọn một công trình" in words(empty)


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("state", ["sample", "new"])
def test_all_of_it_stands_on_one_screen_without_scrolling(
    qtbot: QtBot, sample: Path, folder: Path, ask: ScriptedAsk, state: str, look: str
) -> None:
    theme.apply(look)
    shown, events = sample if state == "sample" else folder, Events()
    tasks = InlineTasks(lambda: Database.open(shown), events, day=date(2021, 6, 30))
    made = opened(qtbot, Context(shown, tasks, events, ask))
    made.begin()
    settle()
    assert made._overview.scrolled.verticalScrollBar().maximum() == 0
    assert cut_labels(made) == []
    tasks.stop()


def test_the_legend_counts_what_the_tiles_say(window: MainWindow) -> None:
    tiles = [tile.accessibleName() for tile in window.findChildren(TileButton) if tile.isVisible()]
    legend = [label.text() for label in window._overview._legend.findChildren(QLabel)]
    assert legend == ["03 chưa đạt", "01 tụt chuẩn", "15 đạt"]
    assert sum(int(one.split()[0]) for one in legend) == len(tiles)
    for count, word in (one.split(" ", 1) for one in legend):
        assert sum(f": {word}," in tile.lower() for tile in tiles) == int(count)


def test_the_legend_counts_a_criterion_that_is_left_out_apart(window: MainWindow) -> None:
    tasks = window._context.tasks
    tasks.write(
        "Không xét 7.1",
        lambda session: assessments.record_not_applicable(
            session, code="7.1", ground="QĐ 01", as_of=tasks.today(), today=tasks.today()
        ),
        lambda _changes: None,
        window,
    )
    legend = [label.text() for label in window._overview._legend.findChildren(QLabel)]
    assert legend == ["03 chưa đạt", "01 tụt chuẩn", "14 đạt", "01 không áp dụng"]


def number_of_dossier(window: MainWindow) -> int:
    item = next(item for item in window.findChildren(NavItem) if item.key == "ho-so")
    return int(item.accessibleName().removeprefix("Hồ sơ").removeprefix(": ") or 0)


def test_the_number_beside_the_dossier_is_there_before_it_is_opened(window: MainWindow) -> None:
    before = number_of_dossier(window)
    assert before > 0
    window.follow(Link("ho-so"))
    assert number_of_dossier(window) == before  # as the page itself counts it


def test_the_number_beside_the_dossier_follows_each_change(window: MainWindow) -> None:
    window.follow(Link("ho-so"))
    window.follow(Link("lich-su"))
    before = number_of_dossier(window)
    window._context.tasks.write(
        "Xóa huyện", lambda session: commune.save(session, district=""), lambda _changes: None, window
    )
    after = number_of_dossier(window)
    assert after > before
    window.follow(Link("ho-so"))
    assert number_of_dossier(window) == after


def test_the_cards_are_painted_before_the_database_opens(
    qtbot: QtBot, sample: Path, open_context: Opener, window: MainWindow
) -> None:
    context = open_context(sample)
    again = opened(qtbot, context)
    assert list(lines(again)) == list(lines(window))
    assert number_of_dossier(again) == number_of_dossier(window)
    assert not context.tasks.is_open


@pytest.mark.parametrize("lost", ["works", "capital", "obstacles", "to_do_dossier"])
def test_an_overview_of_an_earlier_shape_is_not_shown(
    qtbot: QtBot, sample: Path, open_context: Opener, window: MainWindow, lost: str
) -> None:
    cache = sample / "cache" / "overview.json"
    plain = json.loads(cache.read_text(encoding="utf-8"))
    del plain["overview"][lost]
    cache.write_text(json.dumps(plain), encoding="utf-8")
    again = opened(qtbot, open_context(sample))
    assert again._overview._overview is None
    assert lines(again) == {}
