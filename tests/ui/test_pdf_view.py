"""Reading a PDF in the window: zoom, places, search, the strip of pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from ntm_desktop.services.preview import PdfPages
from ui.events import Events
from ui.tasks import InlineTasks
from ui.widgets.pdf_view import FIT_PAGE, FIT_WIDTH, STRIP_WIDTH, PageStrip, PdfView


def no_database() -> NoReturn:
    raise AssertionError("a preview needs no database")


@pytest.fixture
def tasks(qapp: QApplication) -> InlineTasks:
    return InlineTasks(no_database, Events())


@pytest.fixture
def pdf(tmp_path: Path) -> Iterator[PdfPages]:
    """Twelve pages; the third lies, every even one holds the word "kenh"."""
    canvas = Canvas(str(tmp_path / "a.pdf"))
    for number in range(12):
        canvas.setPageSize((842, 595) if number == 2 else (595, 842))
        canvas.drawString(80, 500, f"trang {number}" + (" kenh" if number % 2 else ""))
        canvas.rect(0, 0, 2000, 100, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    opened = PdfPages(tmp_path / "a.pdf")
    yield opened
    opened.close()


@pytest.fixture
def view(tasks: InlineTasks, pdf: PdfPages, qtbot: QtBot) -> PdfView:
    made = PdfView(tasks)
    qtbot.addWidget(made)
    made.resize(620, 500)
    made.show()
    made.show_pdf(pdf)
    return made


def wheel(view: PdfView, notches: int) -> None:
    middle = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        middle,
        view.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def dark_part(view: PdfView) -> float:
    picture = view.viewport().grab().toImage()
    dark = [
        picture.pixelColor(x, y).lightness() < 60
        for x in range(0, picture.width(), 10)
        for y in range(0, picture.height(), 10)
    ]
    return sum(dark) / len(dark)


def test_pages_fill_the_width_and_never_scroll_sideways(view: PdfView) -> None:
    assert view.fit == FIT_WIDTH
    assert view.horizontalScrollBar().maximum() == 0
    assert 70 < view.percent() < 80  # 596 of 620 px for 595 points at 96 dpi
    view.go_to(2)
    assert view.percent() < 60  # the lying page is as wide


def test_fit_page_shows_a_whole_page(view: PdfView) -> None:
    view.set_fit(FIT_PAGE)
    view.go_to(5)
    assert view.scale_of(5) * 842 <= view.viewport().height()
    assert dark_part(view) > 0.02  # the black bar at the foot of the page


def test_zoom_steps_and_keeps_the_place(view: PdfView) -> None:
    view.go_to(6, 100)
    wheel(view, 1)
    assert (view.fit, view.percent()) == ("", 90)
    assert view.page() == 6
    wheel(view, 1)
    wheel(view, 1)
    assert view.percent() == 125
    assert view.horizontalScrollBar().maximum() > 0
    wheel(view, -1)
    assert view.percent() == 100
    for _ in range(20):
        view.zoom_in()
    assert view.percent() == 300
    assert view.page() == 6


def test_the_page_in_sight_is_told(view: PdfView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.page_changed) as told:
        view.go_to(11)
    assert told.args == [12, 12]
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.page() == 0
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page() == 11


def test_a_part_of_the_pdf_counts_its_own_pages(view: PdfView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.page_changed) as told:
        view.show_range(range(3, 5))
    assert told.args == [1, 2]
    assert view.page() == 3
    view.go_to(9)  # not among those shown
    assert view.page() == 3


def test_search_goes_from_hit_to_hit_and_around(view: PdfView) -> None:
    told: list[tuple[int, int]] = []
    view.found.connect(lambda current, total: told.append((current, total)))
    view.go_to(4)
    view.search("KENH")
    assert told[-1] == (3, 6)  # pages 1 3 5 …: the first at or after what is being read
    assert view.page() == 5
    view.next_hit()
    assert view.page() == 7
    view.next_hit(-1)
    view.next_hit(-1)
    assert view.page() == 3
    for _ in range(5):
        view.next_hit()
    assert view.page() == 1
    view.search("nothing of the kind")
    assert told[-1] == (0, 0)


def test_hits_are_coloured(view: PdfView) -> None:
    view.search("kenh")
    picture = view.viewport().grab().toImage()
    colours = {
        picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())
    }
    assert "#ffff00" in colours


def test_a_new_pdf_keeps_the_place_that_was_read(view: PdfView, pdf: PdfPages, tmp_path: Path) -> None:
    view.go_to(7)
    again = PdfPages(pdf.path)
    view.show_pdf(again)
    assert view.page() == 7
    view.show_pdf(None)
    assert view.page() == -1
    again.close()


def test_pictures_are_kept_up_to_a_limit(view: PdfView) -> None:
    for _ in range(20):
        view.zoom_in()
    for page in range(12):
        view.go_to(page)
    assert sum(len(picture.pixels) for picture in view._pictures.values()) < 120_000_000


def test_a_pdf_closed_meanwhile_is_no_error(view: PdfView, pdf: PdfPages) -> None:
    pdf.close()
    view.go_to(11)
    assert view.page() == 11


def test_the_strip_asks_for_the_page_that_is_pressed(tasks: InlineTasks, pdf: PdfPages, qtbot: QtBot) -> None:
    strip = PageStrip(tasks)
    qtbot.addWidget(strip)
    strip.resize(STRIP_WIDTH, 500)
    strip.show()
    strip.show_pdf(pdf, range(3, 12))
    strip.mark(3)
    asked: list[int] = []
    strip.chosen.connect(asked.append)
    qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 60))
    qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 230))
    qtbot.keyClick(strip, Qt.Key.Key_Down)
    qtbot.keyClick(strip, Qt.Key.Key_Up)  # page 2 is not shown
    assert asked == [3, 4, 4]
    strip.mark(11)
    assert strip.verticalScrollBar().value() > 0
