"""The charts, drawn once: a ReportLab drawing for paper, and PDFium's picture of the same drawing."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageChops
from reportlab.graphics import renderPDF

from ntm_desktop.domain.charts import CapitalBars, Gantt, SCurve, WorkChart
from ntm_desktop.render.chart_parts import Drawn
from ntm_desktop.render.charts_capital import draw_capital
from ntm_desktop.render.charts_curve import draw_curve
from ntm_desktop.render.charts_gantt import draw_gantt
from ntm_desktop.render.fonts import READING, Face, face
from ntm_desktop.render.rasters import OpenPdf, PageImage

_PRINTED = 220  # dots an inch
_UNDRAWN = "Không vẽ được biểu đồ này. Mở lại trang rồi thử lại; số liệu vẫn nguyên vẹn."


def draw(
    chart: WorkChart, width: float, size: float, face: Face, *, on_paper: bool = True, most: float = 0
) -> Drawn:
    """``width`` in points, letters of ``size`` points; the height follows from what there is to draw. With
    ``most`` it is no higher, as long as its words can be read."""
    match chart:
        case SCurve():
            return draw_curve(chart, width, size, face, on_paper=on_paper, most=most)
        case Gantt():
            return draw_gantt(chart, width, size, face, on_paper=on_paper, most=most)
        case CapitalBars():
            return draw_capital(chart, width, size, face, on_paper=on_paper)


def chart_png(chart: WorkChart, width: float, size: float) -> bytes:
    """For Word, which has no strokes of its own: sharp on a printer."""
    image = rasterised(draw(chart, width, size, face()), round(width * _PRINTED / 72))
    png = BytesIO()
    size_of = (image.width, image.height)
    Image.frombuffer("RGB", size_of, bytes(image.pixels), "raw", "BGRX").save(png, "PNG", optimize=True)
    return png.getvalue()


def in_dark(image: PageImage, ground: tuple[int, int, int], ink: tuple[int, int, int]) -> PageImage:
    """The same picture with light and dark exchanged: white becomes ``ground``, black ``ink`` (red, green,
    blue), and a colour keeps its hue."""
    size = (image.width, image.height)
    bands = Image.frombuffer("RGB", size, bytes(image.pixels), "raw", "BGRX").split()
    lightest = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    darkest = ImageChops.darker(ImageChops.darker(bands[0], bands[1]), bands[2])
    shift = ImageChops.add(lightest, darkest, offset=-255)  # of both: how much too light, how much too dark
    gain = ImageChops.subtract(ImageChops.invert(lightest), darkest)
    turned = [
        ImageChops.subtract(ImageChops.add(band, gain), shift).point(
            [low + (high - low) * level // 255 for level in range(256)]
        )
        for band, low, high in zip(bands, ground, ink, strict=True)
    ]
    pixels = Image.merge("RGB", turned).tobytes("raw", "BGRX")
    return PageImage(image.width, image.height, memoryview(pixels))


def rasterised(drawn: Drawn, pixels: int) -> PageImage:
    """The drawing as pixels, so many across."""
    with READING:
        content = renderPDF.drawToString(drawn.drawing)
    pdf = OpenPdf(content, _UNDRAWN)
    try:
        return pdf.render(0, pixels)
    finally:
        pdf.close()
