"""Small evidence files for the sample commune: the same bytes each time, all marked SỐ LIỆU MINH HỌA."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from ntm_desktop.sheets.legacy import in_tcvn3
from ntm_desktop.text import safe_file_name

MARK = "SỐ LIỆU MINH HỌA"
_PHOTO = (1600, 1200)
_SITE_PHOTO = (960, 720)


def write_file(folder: Path, *, title: str, kind: str, pages: int, commune: str) -> Path:
    """One file of the kind named (pdf, jpeg or txt) that says what it stands for."""
    ending = {"pdf": "pdf", "jpeg": "jpg", "txt": "txt"}[kind]
    path = folder / f"{safe_file_name(title)}.{ending}"
    lines = (commune.upper(), title, f"{MARK}: tệp này chỉ để thử chương trình.")
    if kind == "pdf":
        _write_pdf(path, lines, pages)
    elif kind == "jpeg":
        _write_photo(path, title, _PHOTO)
    else:
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def write_site_photo(folder: Path, *, title: str, building: bool) -> Path:
    """A small picture of a building site: a road, or a house beside it."""
    path = folder / f"{safe_file_name(title)}.jpg"
    _write_photo(path, title, _SITE_PHOTO, building=building)
    return path


def old_list(heads: Sequence[str], rows: Sequence[Sequence[str | float]], title: str) -> bytes:
    """A workbook as offices kept it before Unicode: texts in TCVN3 under the font .VnTime."""
    import io

    import xlsxwriter

    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.set_properties({"created": datetime(2021, 6, 30)})  # the same bytes each time  # noqa: DTZ001
    head, old = book.add_format({"bold": True}), book.add_format({"font_name": ".VnTime"})
    sheet = book.add_worksheet(title)
    sheet.write_row(0, 0, heads, head)
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(number, place, in_tcvn3(value), old)
            else:
                sheet.write_number(number, place, value)
    sheet.set_column(0, len(heads) - 1, 20)
    book.close()
    return target.getvalue()


def _write_pdf(path: Path, lines: tuple[str, ...], pages: int) -> None:
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    from ntm_desktop.render import fonts

    font = fonts.face()
    width, height = A4
    canvas = Canvas(
        str(path), pagesize=A4, invariant=1, pageCompression=1, initialFontName=font.regular
    )  # else it names Helvetica, which is not in the file
    canvas.setTitle(lines[1])
    for page in range(1, pages + 1):
        for place, text in enumerate(lines):
            canvas.setFont(font.bold if place == 1 else font.regular, 14)
            canvas.drawCentredString(width / 2, height - 120 - 24 * place, text)
        canvas.drawCentredString(width / 2, 60, f"Trang {page}/{pages}")
        canvas.showPage()
    canvas.save()


def _write_photo(path: Path, title: str, size: tuple[int, int], *, building: bool = False) -> None:
    """A landscape of sky, hills and a road; enough to see that photos print."""
    from PIL import Image, ImageDraw, ImageFont

    from ntm_desktop.paths import resource

    width, height = _PHOTO
    picture = Image.new("RGB", _PHOTO, "#B9D6E8")
    draw = ImageDraw.Draw(picture)
    draw.polygon(
        [(0, 620), (420, 330), (820, 610), (1180, 380), (width, 640), (width, height), (0, height)], "#6E9C6A"
    )
    draw.polygon([(700, 640), (820, 640), (1250, height), (350, height)], "#C9C3B8")
    if building:
        draw.rectangle((260, 520, 1120, 900), fill="#E9DFC9", outline="#7A6E5A", width=6)
        draw.polygon([(200, 520), (690, 330), (1180, 520)], "#A4553F")
        for left in (360, 640, 920):
            draw.rectangle((left, 620, left + 110, 760), fill="#8FB3C7", outline="#7A6E5A", width=4)
    font = ImageFont.truetype(str(resource("fonts", "NTMSans-SemiBold.ttf")), 44)
    draw.text((40, 30), title, "#17211F", font)
    draw.text((40, height - 90), MARK, "#8A5A00", font)
    if size != _PHOTO:
        picture = picture.resize(size, Image.Resampling.LANCZOS)
    picture.save(path, "JPEG", quality=80)
