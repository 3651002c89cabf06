"""Charts and diary on the page Công trình: pictures that can be read with the keys, corrections, photos."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fitting import settle
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot
from scripted import NOW, ScriptedAsk
from works_screen import ROAD, Screen, edit, field, type_into

from ntm_desktop.db.engine import Database
from ntm_desktop.services import history
from ui import theme
from ui.context import Context
from ui.dialogs.work_progress import MeasureDialog
from ui.events import Events
from ui.pages.works import WorksPage
from ui.pages.works_detail import DIARY, MONEY, PROGRESS
from ui.tasks import InlineTasks, Job
from ui.widgets.chart_view import ChartView
from ui.widgets.labels import ElidedLabel
from ui.widgets.photos import Thumb

FIELD = "Sân thể thao xã"


@pytest.fixture
def screen(qtbot: QtBot, sample_context: Context) -> Screen:
    made = Screen(qtbot, sample_context)
    made.choose(ROAD)
    return made


def curve(screen: Screen) -> ChartView:
    screen.page._detail.tabs.choose(PROGRESS)
    return screen.page._detail.progress.curve


def said_by(view: ChartView) -> list[str]:
    """All places of a chart, as somebody hears them who goes through it with the arrow keys."""
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home)
    heard = [view.accessibleDescription()]
    while True:
        QTest.keyClick(view, Qt.Key.Key_Right)
        if view.accessibleDescription() == heard[0]:
            return heard
        heard.append(view.accessibleDescription())


def test_the_numbers_of_the_curve_are_read_with_the_keys(screen: Screen) -> None:
    heard = said_by(curve(screen))
    assert "25/6/2021: khối lượng 46%, kế hoạch 80,83%, giá trị 545.000.000 đồng" in heard
    assert "20/6/2021: lũy kế 485.000.000 đồng, giải ngân so với tổng mức đầu tư 38,8%" in heard
    assert "Kế hoạch đến 30/6/2021: 86%" in heard
    assert not any("khối lượng 72%" in words for words in heard)  # of September
    QTest.keyClick(curve(screen), Qt.Key.Key_Left)
    assert curve(screen).accessibleDescription() == heard[-1]


def test_the_pointer_reads_them_too(screen: Screen) -> None:
    screen.stage.resize(1176, 1400)  # all of it in sight
    view = curve(screen)
    settle()
    assert view._picture is not None
    number = next(n for n, spot in enumerate(view._picture.spots) if "khối lượng 46%" in spot.text)
    QTest.mouseMove(view, view._place(number).center().toPoint())
    assert view.words().startswith("25/6/2021: khối lượng 46%")
    assert QToolTip.text() == view.words()
    QTest.mouseMove(view, QPoint(1, 1))
    assert view.words() == ""


def test_the_gantt_of_the_stages_says_what_is_late(screen: Screen) -> None:
    screen.page._detail.tabs.choose(PROGRESS)
    heard = said_by(screen.page._detail.progress.gantt)
    assert "Mặt bằng: kế hoạch 5/4/2021 – 10/4/2021, đang làm từ 9/4/2021 (82 ngày), chậm 81 ngày" in heard
    assert "Nghiệm thu: kế hoạch 15/7/2021 – 20/7/2021" in heard


def test_it_is_told_how_far_the_building_is_ahead_of_its_pay(screen: Screen) -> None:
    screen.page._detail.tabs.choose(PROGRESS)
    progress = screen.page._detail.progress
    assert any("Khối lượng cao hơn giải ngân 7,2 điểm phần trăm." in words for words in screen.says(progress))
    screen.choose("Sân thể thao xã")
    assert not any("điểm phần trăm" in words for words in screen.says(progress))


def test_the_capital_of_the_years(screen: Screen) -> None:
    screen.page._detail.tabs.choose(MONEY)
    assert said_by(screen.page._detail.money.capital) == [
        "Năm 2021, cam kết: 1.250.000.000 đồng",
        "Năm 2021, bố trí: 1.100.000.000 đồng",
        "Năm 2021, giải ngân: 485.000.000 đồng",
    ]


def test_all_works_on_one_line_of_time_and_back_to_one_of_them(screen: Screen) -> None:
    screen.press("Thời gian các công trình")
    gantt = screen.page._gantt
    assert gantt.isVisible()
    assert not screen.page._table.isVisible()
    assert not screen.page._detail.isVisible()
    heard = said_by(gantt)
    assert len(heard) == 6
    words = "kế hoạch 12/4/2021 – 20/7/2021, đang làm từ 12/4/2021 (79 ngày), chậm 37 ngày"
    assert f"{ROAD} (46%): {words}" in heard
    assert f"{FIELD} (0%): kế hoạch 20/7/2021 – 20/11/2021" in heard
    gantt.setFocus()
    QTest.keyClick(gantt, Qt.Key.Key_Home)
    for _ in range(next(n for n, words in enumerate(heard) if words.startswith(FIELD))):
        QTest.keyClick(gantt, Qt.Key.Key_Down)
    QTest.keyClick(gantt, Qt.Key.Key_Return)
    assert screen.page._table.isVisible()
    current = screen.page._current()
    assert current is not None
    assert current.name == FIELD


def test_a_work_not_begun_has_its_chart_at_0_percent(screen: Screen) -> None:
    screen.choose(FIELD)
    view = curve(screen)
    assert view._picture is not None
    assert view.height() > 100
    assert not any("khối lượng" in spot.text for spot in view._picture.spots)
    assert "Chưa chốt kế hoạch khối lượng nên không tính được số ngày chậm." in screen.says()


def colors(view: ChartView) -> set[str]:
    shot = view.grab().toImage()
    return {QColor(shot.pixel(x, y)).name() for x in range(shot.width()) for y in range(shot.height())}


def test_a_chart_lies_on_the_ground_of_its_theme_and_is_read_on_it(screen: Screen) -> None:
    view = curve(screen)
    light = colors(view)
    assert {theme.color("surface").name(), "#17507a"} <= light
    theme.apply("dark")
    try:
        view.clearFocus()
        settle()
        dark = colors(view)
        assert theme.color("surface").name() in dark
        assert "#ffffff" not in dark
        drawn = [QColor(name) for name in dark if QColor(name).lightness() > 170]
        assert any(color.hslSaturation() > 90 and 190 < color.hslHue() < 220 for color in drawn)  # the curve
        assert any(color.hslSaturation() < 40 for color in drawn)  # the words
    finally:
        theme.apply("light")
    settle()
    assert colors(view) == light


class SlowTasks(InlineTasks):
    """Does one thing after another, each when it is told to."""

    def __init__(self, folder: Path) -> None:
        super().__init__(lambda: Database.open(folder), Events(), lambda: NOW)
        self._waiting: list[Job] = []

    def _submit(self, queue: object, job: Job) -> None:
        self._waiting.append(job)

    def do_next(self) -> bool:
        if not self._waiting:
            return False
        job = self._waiting.pop(0)
        self._execute(job)
        self._finish(job)
        return True


def test_the_name_is_there_and_nothing_jumps_while_a_work_is_read(
    qtbot: QtBot, sample_folder: Path, tmp_path: Path, ask: ScriptedAsk
) -> None:
    folder = Path(shutil.copytree(sample_folder, tmp_path / "mẫu"))
    tasks = SlowTasks(folder)
    page = WorksPage(Context(folder, tasks, Events(), ask))
    qtbot.addWidget(page)
    page.resize(1176, 621)
    page.show()
    page.reload()
    assert tasks.do_next()  # the list; the chosen work is still to be read
    settle()
    shown = [label.text() for label in page.findChildren(ElidedLabel) if label.isVisible()]
    assert any(text.startswith("Đường trục thôn Tân Lợi 1") for text in shown)
    assert [part.isVisible() for part in page._detail._parts()].count(True) == 1
    curve = page._detail.overview._curve
    heights = []
    while tasks.do_next():
        settle()
        heights.append((page._table.height(), curve._image.width()))
    assert {height for height, _width in heights} == {page._table.height()}
    assert len({width for _height, width in heights if width}) == 1  # no picture of a width it never had
    tasks.stop()


# Correcting


def open_correction(screen: Screen) -> MeasureDialog:
    screen.page._detail.tabs.choose(DIARY)
    table = screen.page._detail.diary.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    return screen.dialog(MeasureDialog)


def test_a_measurement_is_corrected_and_the_old_one_is_told(screen: Screen) -> None:
    dialog = open_correction(screen)
    assert dialog.windowTitle() == "Sửa lần đo"
    shown = [edit(dialog, label) for label in ("Ngày đo", "Khối lượng lũy kế", "Giá trị lũy kế")]
    assert [line.text() for line in shown] == ["25/6/2021", "46", "545.000.000"]  # type: ignore[union-attr]
    type_into(dialog, "Khối lượng lũy kế", "44,5")
    screen.press("Sửa lần đo", dialog)
    assert screen.says(field(dialog, "Lý do sửa").below) == ["Ghi lý do sửa, ví dụ nhập nhầm, đo lại."]
    type_into(dialog, "Lý do sửa", "Đo lại cùng giám sát")
    screen.press("Sửa lần đo", dialog)
    first = screen.rows(screen.page._detail.diary.table)[0]
    assert first[:4] == ("25/6/2021", "44,5%", "545", "Mặt bằng")
    assert len(screen.rows(screen.page._detail.diary.table)) == 5
    says = screen.says(screen.page._detail.diary)
    assert any("Lý do: Đo lại cùng giám sát" in words for words in says)
    assert any(words.startswith("Trước khi sửa: ngày 25/6/2021, 46%, 545 triệu đồng.") for words in says)
    assert screen.work(ROAD).state.share == 4450
    screen.context.tasks.write("Hoàn tác", history.undo_last, lambda _changes: None, screen.page)
    assert screen.rows(screen.page._detail.diary.table)[0][1] == "46%"


def test_a_correction_that_cannot_be_is_refused_beside_its_field(screen: Screen) -> None:
    dialog = open_correction(screen)
    type_into(dialog, "Ngày đo", "1/7/2021")
    type_into(dialog, "Lý do sửa", "Nhầm ngày")
    screen.press("Sửa lần đo", dialog)
    assert screen.says(field(dialog, "Ngày đo").below)[0].startswith("Ngày 1/7/2021 ở sau hôm nay")
    assert screen.work(ROAD).state.share == 4600


# Photos


def add_photo(screen: Screen, path: Path) -> None:
    ask = screen.context.ask
    assert isinstance(ask, ScriptedAsk)
    ask.answers.append([path])
    screen.page._detail.tabs.choose(DIARY)
    screen.press("Thêm ảnh")


def thumbs(screen: Screen) -> list[Thumb]:
    screen.page._detail.tabs.choose(DIARY)
    return [one for one in screen.page.findChildren(Thumb) if one.isVisible()]


def test_photos_of_a_measurement_are_seen_opened_and_taken_off(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Nền đường.jpg"
    Image.new("RGB", (800, 600), "#c02020").save(path)
    before = len(thumbs(screen))
    add_photo(screen, path)
    settle()
    thumb = next(one for one in thumbs(screen) if one.accessibleName() == "Nền đường")
    middle = QColor(thumb.grab().toImage().pixel(68, 50))
    assert (middle.red() > 150, middle.blue() < 80) == (True, True)
    assert screen.rows(screen.page._detail.diary.table)[0][4] == str(before + 1)
    assert [tab.text() for tab in screen.page._detail.tabs._tabs][DIARY] == "Nhật ký và ảnh 4"
    opened: list[Path] = []
    monkeypatch.setattr("ui.opening.open_path", lambda _ask, _window, shown: opened.append(shown))
    thumb.setFocus()
    QTest.keyClick(thumb, Qt.Key.Key_Return)
    assert [shown.name for shown in opened] == ["Nền đường.jpg"]
    assert opened[0].read_bytes() == path.read_bytes()
    QTest.keyClick(thumb, Qt.Key.Key_Delete)
    assert screen.told == ["Đã gỡ ảnh khỏi lần đo."]
    settle()
    left = [one.accessibleName() for one in thumbs(screen)]
    assert (len(left), "Nền đường" in left) == (before, False)


def test_what_is_no_photo_is_told_and_nothing_hangs_there(screen: Screen, tmp_path: Path) -> None:
    path = tmp_path / "Biên bản.txt"
    path.write_text("Biên bản", encoding="utf-8")
    told: list[str] = []
    screen.context.tasks.failed.connect(lambda error, _owner: told.append(error.message))
    before = screen.rows(screen.page._detail.diary.table)[0][4]
    add_photo(screen, path)
    assert told == ["“Biên bản.txt” không phải là ảnh. Chọn ảnh JPEG, PNG hoặc WEBP."]
    assert screen.rows(screen.page._detail.diary.table)[0][4] == before
