"""Taking a person's file into the store: what it really is, whether it is safe, its picture for print.

Sessionless, for the work threads. The rows that name a file are ``services.evidence``; where the bytes
lie is ``db.files``.
"""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from ntm_desktop.db import durable
from ntm_desktop.db.files import FileStore
from ntm_desktop.errors import NtmError, reason
from ntm_desktop.paths import require_file
from ntm_desktop.services import incoming_pdf
from ntm_desktop.text import nfc

if TYPE_CHECKING:
    from PIL import Image

MAX_PIXELS = 100_000_000
PRINT_SIDE = 2000  # px on the long side: 200 dpi on a full page
PICTURES = ("jpeg", "png", "webp")

_NO_PICTURE = (OSError, SyntaxError, TypeError, ValueError, struct.error)
"""What Pillow raises for a damaged picture, or for damaged camera data in a whole one."""

_HEAD = 4096
_MAX_TEXT = 20_000_000
_PART, _MOST_PARTS = 1 << 16, 1 << 10  # of a document's main part so much is read
_OFFICE = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
_SCRIPT_NAMES = (".bat", ".cmd", ".hta", ".js", ".ps1", ".py", ".sh", ".vbs", ".wsf")
_ACCEPTED = "Chương trình nhận tệp PDF, ảnh (JPEG, PNG, WEBP), Word (.docx), Excel (.xlsx) và văn bản (.txt)."


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """A file that is in the store but not yet named by any row."""

    sha256: str
    size: int
    type: str
    name: str
    pages: int | None
    doubt: str = ""
    """A sentence when it was taken though a part of it may be missing."""


def take_in(store: FileStore, path: Path) -> IncomingFile:
    """Recognises, checks and copies the file; a picture also gets its print-size copy."""
    name = nfc(path.name)
    try:
        require_file(path)
        with path.open("rb") as file:
            head = file.read(_HEAD)
        kind = _recognise(path, name, head)
        pages, doubt = incoming_pdf.check(path, name) if kind == "pdf" else (None, "")
        if kind in PICTURES:
            _check_picture(path, name)
        stored = store.put_file(path)
    except FileNotFoundError:
        raise NtmError(
            f"Không còn thấy tệp “{name}”: tệp đã bị chuyển, đổi tên hoặc ổ USB đã rút. Chọn lại tệp."
        ) from None
    except IsADirectoryError:
        raise NtmError(f"“{name}” là một thư mục. Mở thư mục rồi chọn từng tệp.") from None
    except PermissionError:
        raise NtmError(
            f"Không mở được tệp “{name}”: tệp đang được chương trình khác dùng hoặc không có quyền đọc. "
            "Đóng chương trình kia rồi thử lại."
        ) from None
    except OSError as error:
        raise NtmError(
            f"Không đọc được tệp “{name}”: {reason(error)}. Chép tệp sang ổ đĩa khác rồi chọn lại."
        ) from error
    if kind in PICTURES:
        print_copy(store, stored.sha256, name)
    return IncomingFile(stored.sha256, stored.size, kind, name, pages, doubt)


class DamagedPicture(NtmError):  # noqa: N818 - as the other refusals are called
    def __init__(self, name: str) -> None:
        super().__init__(
            f"Không đọc được ảnh “{name}”: tệp bị hỏng hoặc chưa chép xong. Chép lại ảnh rồi thử lại."
        )


def take_in_all(
    store: FileStore, paths: Sequence[Path], report: Callable[[int, int], None]
) -> list[IncomingFile]:
    """Several files; the first that is refused ends it."""
    taken = []
    for number, path in enumerate(paths):
        report(number, len(paths))
        taken.append(take_in(store, path))
    return taken


def on_paper(store: FileStore, sha256: str, title: str) -> tuple[Path | None, str]:
    """The print-size JPEG of a stored picture, or why there is none; told by what a person knows it by."""
    if not store.has(sha256):
        return None, f"Không còn tệp ảnh “{title}”"
    try:
        return print_copy(store, sha256, title), ""
    except DamagedPicture:
        return None, f"Tệp ảnh “{title}” bị hỏng"


def print_copy(store: FileStore, sha256: str, name: str) -> Path:
    """The print-size JPEG of a stored picture, in the cache; made again when it is missing.

    It is made only of the very bytes that were taken in: what has the right digest then needs no check
    each time it is printed.
    """
    target = store.derivative(sha256, "print.jpg")
    if target.exists():
        return target
    if store.has(sha256) and next(store.damaged([sha256]), None):
        raise DamagedPicture(name)
    from PIL import Image, ImageOps

    content = io.BytesIO()
    try:
        with _quietly(), Image.open(store.path(sha256)) as picture:
            picture.draft("RGB", (PRINT_SIDE, PRINT_SIDE))  # a JPEG is decoded at a fraction of its size
            picture.thumbnail((PRINT_SIDE, PRINT_SIDE))
            turned = ImageOps.exif_transpose(picture)
            _on_white(turned).save(content, "JPEG", quality=88, optimize=True)
    except _NO_PICTURE as error:
        raise DamagedPicture(name) from error
    durable.write(target, content.getvalue())
    return target


@contextmanager
def _quietly() -> Iterator[None]:
    """What Pillow finds odd in a picture that it reads all the same is nothing for a person's eyes."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module=r"PIL\.")
        yield


def _on_white(picture: Image.Image) -> Image.Image:
    from PIL import Image

    if picture.mode.startswith("I"):  # grey of 16 bits, which Pillow would cut off at 255
        return picture.convert("I").point(lambda grey: grey * (1 / 257)).convert("L").convert("RGB")
    if picture.mode not in ("RGBA", "LA", "P"):
        return picture.convert("RGB")
    layer = picture.convert("RGBA")
    ground = Image.new("RGB", layer.size, "white")
    ground.paste(layer, mask=layer.getchannel("A"))
    return ground


def _recognise(path: Path, name: str, head: bytes) -> str:
    """What the bytes are, whatever the name says."""
    if not head:
        raise NtmError(f"Tệp “{name}” rỗng, không có nội dung. Kiểm tra lại tệp gốc rồi chọn lại.")
    if head.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "webp"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _office_kind(path, name)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise NtmError(
            f"Tệp “{name}” là Word/Excel đời cũ hoặc có mật khẩu. "
            "Mở bằng Word hoặc Excel, bỏ mật khẩu, lưu lại dạng .docx hoặc .xlsx rồi chọn lại."
        )
    if head.startswith((b"MZ", b"\x7fELF")):
        raise NtmError(f"“{name}” là một chương trình, không phải tài liệu, nên không được nhận. {_ACCEPTED}")
    if _is_text(path):
        return _text_kind(name, head)
    if name.lower().endswith(".txt") and b"\0" not in head:
        raise NtmError(
            f"Tệp văn bản “{name}” không dùng bảng mã Unicode UTF-8 (có thể là TCVN3 hoặc VNI) nên mở ra "
            "sẽ sai chữ. Chuyển sang Unicode bằng công cụ của UniKey, hoặc lưu thành PDF, rồi chọn lại."
        )
    raise NtmError(f"Không nhận ra loại của tệp “{name}”. {_ACCEPTED}")


def _office_kind(path: Path, name: str) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            members = set(archive.namelist())
            kind = next((kind for member, kind in _OFFICE.items() if member in members), None)
            if kind and not _is_whole(archive, members, kind):
                raise zipfile.BadZipFile
            if kind and archive.getinfo("[Content_Types].xml").file_size < 1 << 20:
                macros = b"macroEnabled" in archive.read("[Content_Types].xml")
            else:
                macros = False
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, RuntimeError, ValueError):
        raise NtmError(f"Tệp “{name}” bị hỏng hoặc chưa chép xong. Chép lại tệp gốc rồi thử lại.") from None
    if kind is None:
        raise NtmError(f"“{name}” là tệp nén hoặc loại khác. Giải nén rồi chọn từng tệp. {_ACCEPTED}")
    if macros or any(member.endswith("vbaProject.bin") for member in members):
        raise NtmError(
            f"Tệp “{name}” có chứa macro nên không được nhận. "
            f"Mở tệp, lưu lại dạng .{kind} không macro rồi chọn lại."
        )
    return kind


def _is_whole(archive: zipfile.ZipFile, members: Collection[str], kind: str) -> bool:
    """Whether the parts are there that Word and Excel cannot do without, and the main one is as written."""
    main = next(member for member, found in _OFFICE.items() if found == kind)
    with archive.open(main) as content:
        size = sum(len(part) for part in takewhile(bool, (content.read(_PART) for _ in range(_MOST_PARTS))))
    sheets = kind != "xlsx" or any(member.startswith("xl/worksheets/") for member in members)
    return bool(size) and sheets and "_rels/.rels" in members


def _is_text(path: Path) -> bool:
    content = path.read_bytes() if path.stat().st_size <= _MAX_TEXT else b"\0"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    else:
        encoding = "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return all(letter >= " " or letter in "\t\r\n\f" for letter in text)


def _text_kind(name: str, head: bytes) -> str:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"#!", b"<", b"@echo")) or name.lower().endswith(_SCRIPT_NAMES):
        raise NtmError(
            f"“{name}” là tệp lệnh hoặc trang web, không phải tài liệu, nên không được nhận. {_ACCEPTED}"
        )
    return "txt"


def _check_picture(path: Path, name: str) -> None:
    """Reads the header alone: a picture too large for this PC is refused before it is decoded."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # the limit is ours, with our sentence
    try:
        with _quietly(), Image.open(path) as picture:
            width, height = picture.size
    except _NO_PICTURE as error:
        raise NtmError(f"Ảnh “{name}” bị hỏng hoặc chưa chép xong. Chép lại ảnh rồi thử lại.") from error
    if width * height > MAX_PIXELS:
        raise NtmError(
            f"Ảnh “{name}” quá lớn ({width * height // 1_000_000} triệu điểm ảnh). "
            f"Thu nhỏ ảnh xuống dưới {MAX_PIXELS // 1_000_000} triệu điểm ảnh rồi chọn lại."
        )
