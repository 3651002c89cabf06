"""Size of a photo on paper, for PDF and DOCX alike. Only the head of the file is read."""

from __future__ import annotations

from PIL import Image

from ntm_desktop.documents.blocks import Picture
from ntm_desktop.errors import NtmError

_BOX = 2 / 3  # of the box in the place of a photo that is gone: height to width


def fitted(picture: Picture, width: float, height: float) -> tuple[float, float]:
    """Width and height of the photo in its own shape, as large as the box allows."""
    if picture.path is None:
        return min(width, height / _BOX), min(width, height / _BOX) * _BOX
    try:
        with Image.open(picture.path) as image:
            across, down = image.size
    except OSError as error:
        raise NtmError(
            f"Không đọc được ảnh của “{picture.caption}”: tệp không còn hoặc bị hỏng. "
            "Đính kèm lại ảnh trong trang Tiêu chí rồi in lại."
        ) from error
    scale = min(width / across, height / down)
    return across * scale, down * scale
