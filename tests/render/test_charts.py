"""The charts on paper, in Word and as pictures: what they say, and that black and white tells it."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_reading import read, whole_text
from PIL import Image
from reportlab.graphics.shapes import String

from ntm_desktop.documents.blocks import Chart, Paper, Section
from ntm_desktop.domain.capital import Amounts
from ntm_desktop.domain.charts import CapitalBars, Gantt, GanttRow, Reached, SCurve, Span, WorkChart
from ntm_desktop.domain.progress import even_plan
from ntm_desktop.render.chart_parts import ACCENT, Sheet, TimeAxis, spread
from ntm_desktop.render.charts import draw, rasterised
from ntm_desktop.render.docx import write_docx
from ntm_desktop.render.fonts import face, screen_face
from ntm_desktop.render.pdf import render_pdf
from ntm_desktop.services import work_charts

MILLION = 1_000_000
ON, START, FINISH = date(2021, 6, 30), date(2021, 4, 12), date(2021, 7, 20)
FIRST, LAST = date(2021, 4, 1), date(2021, 9, 30)

CURVE = SCurve(
    on=ON,
    first=FIRST,
    last=LAST,
    plan=even_plan(START, LAST),
    earlier_plan=even_plan(START, FINISH),
    measured=[Reached(FIRST, 0, 0), Reached(date(2021, 6, 25), 4600, 4300, 545 * MILLION)],
    paid=[Reached(FIRST, 0, 0), Reached(date(2021, 6, 20), 3880, 4000, 485 * MILLION)],
)
GANTT = Gantt(
    ON,
    FIRST,
    LAST,
    [
        GanttRow("clearance", "Mặt bằng", Span(FIRST, START), Span(START, ON, open=True), late=79),
        GanttRow("building", "Thi công", Span(START, FINISH), None),
    ],
)
CAPITAL = CapitalBars(
    ON, [(2020, Amounts(400 * MILLION, 250_500_000, 0)), (2021, Amounts(1250 * MILLION, 1, 2))]
)


def printed(chart: WorkChart, tmp_path: Path, caption: str = "") -> str:
    paper = Paper("a", "Thử", (Section("Thử", (Chart(chart, caption),)),))
    render_pdf([paper], tmp_path / "a.pdf", title="Thử", author="")
    return whole_text(tmp_path / "a.pdf")


def test_the_curve_says_what_its_lines_are(tmp_path: Path) -> None:
    text = printed(CURVE, tmp_path, "Hình 1. Tiến độ lũy kế")
    for words in ("Khối lượng 46%", "Giải ngân 38,8%", "Kế hoạch", "Kế hoạch trước", "30/06/2021", "T4/2021"):
        assert words in text
    assert "Hình 1. Tiến độ lũy kế" in text
    (page,) = read(tmp_path / "a.pdf")
    assert {line.font for line in page.lines} == {"Tinos-Regular", "Tinos-Bold", "Tinos-Italic"}
    assert all(line.left >= 30 - 1 and line.right <= 190 + 1 for line in page.lines)


def test_a_work_not_begun_prints_0_percent(tmp_path: Path) -> None:
    idle = replace(CURVE, measured=CURVE.measured[:1], paid=CURVE.paid[:1], plan=(), earlier_plan=())
    text = printed(idle, tmp_path)
    assert "Khối lượng 0%" in text
    assert "Giải ngân 0%" in text
    assert "Kế hoạch" not in text


def test_the_gantt_names_its_rows_and_strokes(tmp_path: Path) -> None:
    text = printed(GANTT, tmp_path)
    for words in ("Mặt bằng", "Thi công", "kế hoạch", "đã làm", "đang làm", "30/06/2021"):
        assert words in text
    assert "Chưa nhập ngày" in printed(Gantt(ON, FIRST, LAST, []), tmp_path)


def test_the_capital_says_its_numbers_in_millions(tmp_path: Path) -> None:
    text = printed(CAPITAL, tmp_path)
    for words in ("Năm 2020", "Năm 2021", "1.250", "250,5", "triệu đồng", "cam kết", "bố trí", "giải ngân"):
        assert words in text
    assert "Chưa nhập vốn." in printed(CapitalBars(ON, []), tmp_path)


def test_the_same_chart_gives_the_same_bytes(tmp_path: Path) -> None:
    printed(CURVE, tmp_path)
    first = (tmp_path / "a.pdf").read_bytes()
    printed(CURVE, tmp_path)
    assert (tmp_path / "a.pdf").read_bytes() == first


def test_word_gets_the_chart_as_a_picture_that_prints_sharp(tmp_path: Path) -> None:
    paper = Paper("a", "Thử", (Section("Thử", (Chart(GANTT, "Hình 2"),)),))
    for name in ("a.docx", "b.docx"):
        write_docx(paper, tmp_path / name, author="")
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.docx") as word:
        (name,) = [name for name in word.namelist() if name.startswith("word/media/")]
        with word.open(name) as file, Image.open(file) as picture:
            assert picture.width == round(160 / 25.4 * 220)
        assert "Hình 2" in word.read("word/document.xml").decode()


# In the window


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_the_window_gets_the_same_drawing_at_its_own_ratio(ratio: float) -> None:
    picture = work_charts.picture(CURVE, 400, ratio)
    assert picture.image.width == round(400 * ratio)
    assert abs(picture.image.height - picture.height * ratio) <= ratio
    assert len(picture.image.pixels) == 4 * picture.image.width * picture.image.height


def test_the_window_has_its_own_letters() -> None:
    """The drawing of the window in its own face, and not in that of the papers."""
    shown = bytes(work_charts.picture(CURVE, 400).image.pixels)
    window, paper = (
        bytes(rasterised(draw(CURVE, 400, work_charts.SCREEN_SIZE, cut, on_paper=False), 400).pixels)
        for cut in (screen_face(), face())
    )
    assert shown == window != paper


def test_places_tell_their_numbers_and_the_drawing_has_ink_there() -> None:
    picture = work_charts.picture(CURVE, 400)
    words = [spot.text for spot in picture.spots]
    assert "25/6/2021: khối lượng 46%, kế hoạch 43%, giá trị 545.000.000 đồng" in words
    assert "20/6/2021: lũy kế 485.000.000 đồng, giải ngân so với tổng mức đầu tư 38,8%" in words
    size = (picture.image.width, picture.image.height)
    pixels = Image.frombuffer("RGB", size, picture.image.pixels, "raw", "BGRX")
    spot = next(spot for spot in picture.spots if "khối lượng" in spot.text)
    centre = (round(spot.box.left + spot.box.width / 2), round(spot.box.top + spot.box.height / 2))
    assert pixels.getpixel(centre) == (0x17, 0x50, 0x7A) == tuple(ACCENT.bitmap_rgb())


@pytest.mark.parametrize(("on_paper", "today"), [(True, "30/06/2021"), (False, "30/6/2021")])
@pytest.mark.parametrize("chart", [CURVE, GANTT])
def test_paper_writes_dates_with_zeros_and_the_window_as_it_does_elsewhere(
    chart: WorkChart, on_paper: bool, today: str
) -> None:
    drawn = draw(chart, 400, 12, face(), on_paper=on_paper).drawing
    words = [part.text for part in drawn.contents if isinstance(part, String)]
    assert any(today in text for text in words)


def test_rows_of_a_gantt_tell_their_days_and_their_key() -> None:
    spot = work_charts.picture(GANTT, 600).spots[0]
    assert spot.key == "clearance"
    words = "kế hoạch 1/4/2021 – 12/4/2021, đang làm từ 12/4/2021 (79 ngày), chậm 79 ngày"
    assert spot.text == f"Mặt bằng: {words}"


def test_a_late_row_that_has_not_begun_says_so() -> None:
    waiting = GanttRow("acceptance", "Nghiệm thu", Span(date(2021, 6, 15), date(2021, 6, 20)), None, late=10)
    spot = work_charts.picture(replace(GANTT, rows=[waiting]), 600).spots[0]
    assert spot.text == "Nghiệm thu: kế hoạch 15/6/2021 – 20/6/2021, chưa làm, chậm 10 ngày"


def test_bars_tell_in_black_and_white() -> None:
    """Outline, hatch and solid differ in how much ink they hold, whatever the colour."""
    amounts = Amounts(100 * MILLION, 100 * MILLION, 100 * MILLION)
    picture = work_charts.picture(CapitalBars(ON, [(2021, amounts)]), 400, 2.0)
    size = (picture.image.width, picture.image.height)
    grey = Image.frombuffer("RGB", size, picture.image.pixels, "raw", "BGRX").convert("1", dither=0)
    inks = []
    for spot in picture.spots:
        left, top = 2 * spot.box.left + 6, 2 * spot.box.top + 12
        box = grey.crop((round(left), round(top), round(left) + 200, round(top) + 10))
        inks.append(box.histogram()[0] / (200 * 10))
    outline, hatch, solid = inks
    assert outline < 0.02
    assert 0.1 < hatch < 0.6
    assert solid > 0.98


@given(st.lists(st.floats(0, 100), min_size=1, max_size=6))
@settings(max_examples=50)
def test_labels_stand_apart_and_keep_their_order(levels: list[float]) -> None:
    moved = spread(levels, 12.0, 0.0, 100.0)
    order = sorted(range(len(levels)), key=lambda n: (levels[n], n))
    places = [moved[n] for n in order]
    assert all(after - before >= 12.0 - 1e-6 for before, after in pairwise(places))
    assert places[0] >= 0.0 - 1e-6
    assert places[-1] <= 100.0 + 1e-6


@given(st.integers(0, 4000), st.integers(120, 900))
@settings(max_examples=40, deadline=None)
def test_no_two_months_are_written_over_each_other(days: int, width: int) -> None:
    sheet = Sheet(width, 100, 12, face(), on_paper=True)
    TimeAxis(FIRST, FIRST + timedelta(days=days), 0, width).draw(sheet, 20, 90)
    drawn = sorted(
        (s.x, s.x + sheet.text_width(s.text)) for s in sheet.drawn().drawing.contents if hasattr(s, "text")
    )
    assert all(end <= start for (_, end), (start, _) in pairwise(drawn))


def test_a_long_name_is_cut_and_told_in_full() -> None:
    name = "Đường trục thôn Tân Lợi 1 nối từ nhà ông Đinh Xuân Đỗ đến kênh mương nội đồng, bê tông 0,85 km"
    drawn = draw(Gantt(ON, FIRST, LAST, [GanttRow("w", name, Span(FIRST, ON), None, 0, 0)]), 400, 12, face())
    texts = [shape.text for shape in drawn.drawing.contents if hasattr(shape, "text")]
    assert any(text.endswith("…") for text in texts)
    assert name in drawn.spots[0].text


@pytest.mark.parametrize("chart", [CURVE, GANTT], ids=["curve", "gantt"])
def test_a_chart_is_lower_where_there_is_little_height(chart: WorkChart) -> None:
    usual = draw(chart, 560, 12, screen_face(), on_paper=False)
    room = usual.drawing.height - 10
    low = draw(chart, 560, 12, screen_face(), on_paper=False, most=room)
    assert low.drawing.height == pytest.approx(room)
    assert len(low.spots) == len(usual.spots)
    assert (
        draw(chart, 560, 12, screen_face(), on_paper=False, most=900).drawing.height == usual.drawing.height
    )
    least = draw(chart, 560, 12, screen_face(), on_paper=False, most=1)
    levels = sorted(one.y for one in least.drawing.contents if isinstance(one, String) and one.x < 30)
    assert all(above - below >= 12 for below, above in pairwise(levels))  # words stay apart
