"""What a signature shows on the page: a one-page PDF of the size of its place, which is then embedded.

Words stand for a picture that the office has not got: the decree wants the picture of the signature, of the
seal, and only of an annex the words.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path

from PIL import Image
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ntm_desktop.errors import EntryRefused, reason
from ntm_desktop.render.fonts import READING, face, wrap
from ntm_desktop.render.signature_place import Place
from ntm_desktop.render.signature_request import Manner
from ntm_desktop.text import nfc, office_time

_SIZE, _LEAST_SIZE = 10.0, 6.0  # D10
_LINE = 1.2
_COLOURS = {Manner.PERSON: (0.0, 0.0, 0.75), Manner.ORGANISATION: (0.8, 0.0, 0.0), Manner.ANNEX: (0, 0, 0)}
_SEAL = 36 * mm  # of a picture that does not say how large the seal is


def moment(at: datetime) -> str:
    """ "15.03.2020 14:00:00 +07:00": day, hour, minute, second and the zone as ISO 8601 writes it."""
    return f"{office_time(at):%d.%m.%Y %H:%M:%S} +07:00"


def words(manner: Manner, *, name: str, organisation: str, number: str, at: datetime) -> tuple[str, ...]:
    if manner is Manner.ANNEX:
        return nfc(number), moment(at)
    issuer = (f"Cơ quan: {organisation}",) if organisation and organisation != name else ()
    return (f"Ký bởi: {name}", *issuer, f"Thời gian ký: {moment(at)}")


def with_words(place: Place, lines: Sequence[str], manner: Manner, *, times_new_roman: bool) -> bytes:
    """In the middle of a signer's space; in a corner at the upper right. Long names make it smaller."""
    font = face(times_new_roman).regular
    size = _SIZE
    while True:
        wrapped = [part for line in lines for part in wrap(line, font, size, place.width)]
        height = len(wrapped) * size * _LINE
        if height <= place.height or size <= _LEAST_SIZE:
            break
        size -= 0.5
    page = BytesIO()
    canvas = Canvas(page, pagesize=(place.width, place.height), initialFontName=font, invariant=1)
    canvas.setFillColorRGB(*_COLOURS[manner])
    canvas.setFont(font, size)
    top = place.height - (place.height - height) / 2 if place.in_block else place.height
    for number, line in enumerate(wrapped):
        base = top - number * size * _LINE - size
        if place.in_block:
            canvas.drawCentredString(place.width / 2, base, line)
        else:
            canvas.drawRightString(place.width, base, line)
    with READING:
        canvas.save()
    return page.getvalue()


def with_picture(place: Place, picture: Image.Image) -> bytes:
    """As large as the place allows, in its middle; what is transparent stays so."""
    scale = min(place.width / picture.width, place.height / picture.height)
    width, height = picture.width * scale, picture.height * scale
    page = BytesIO()
    canvas = Canvas(page, pagesize=(place.width, place.height), invariant=1)
    left, bottom = (place.width - width) / 2, (place.height - height) / 2
    canvas.drawImage(ImageReader(picture), left, bottom, width, height, mask="auto")
    canvas.save()
    return page.getvalue()


def open_picture(path: Path) -> Image.Image:
    try:
        with Image.open(path) as image:
            if image.format == "PNG":
                picture = image.convert("RGBA")
                picture.info = dict(image.info)
                return picture
    except OSError as error:
        if error.errno is not None:
            raise EntryRefused(
                "picture", f"Không đọc được hình “{path.name}”: {reason(error)}. Chọn lại tệp hình."
            ) from error
    except (Image.DecompressionBombError, SyntaxError, ValueError):
        pass
    raise EntryRefused(
        "picture",
        f"“{path.name}” không phải hình PNG đọc được. "
        "Chọn hình chữ ký hoặc hình dấu dạng .png, nền trong suốt.",
    )


def seal_size(picture: Image.Image) -> float:
    """How large the seal really is, in points: as the picture's resolution says."""
    dots = picture.info.get("dpi", (0, 0))[0]
    size = float(max(picture.size) / dots * 72) if dots else 0.0
    return size if 20 * mm <= size <= 60 * mm else _SEAL
