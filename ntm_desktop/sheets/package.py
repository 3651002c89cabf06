"""Whether a file is a workbook that may be opened: size, packing and kind, checked before it is read."""

from __future__ import annotations

import re
import zipfile
import zlib
from itertools import pairwise
from pathlib import Path

from ntm_desktop.errors import NtmError, reason
from ntm_desktop.paths import require_file

MOST_BYTES = 20 << 20
MOST_UNPACKED = 150 << 20
_MOST_PARTS = 2_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .xls, and what Excel writes when it locks with a password
_HEAD = 4_096

_AGAIN = "Mở tệp trong Excel, chọn Lưu thành (Save As), kiểu Excel Workbook (*.xlsx), rồi nhập tệp mới."


def check(path: Path) -> None:
    """Raises NtmError for whatever is not a plain .xlsx of a bearable size."""
    try:
        require_file(path)
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise NtmError(
                f"Tệp “{path.name}” lớn hơn {MOST_BYTES >> 20} MB. Xóa ảnh và trang không cần rồi nhập lại."
            )
        with path.open("rb") as file:
            head = file.read(len(_OLE))
        if head == _OLE:
            raise NtmError(_ole_words(path))
        if not zipfile.is_zipfile(path):
            raise NtmError(f"Tệp “{path.name}” không phải tệp Excel .xlsx. {_AGAIN}")
        with zipfile.ZipFile(path) as package:
            _check_package(package, path, size)
    except OSError as error:
        raise NtmError(f"Không đọc được tệp “{path.name}”: {reason(error)}.") from error
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, EOFError, RuntimeError) as error:
        raise NtmError(broken(path)) from error


def broken(path: Path) -> str:
    return f"Tệp “{path.name}” bị hỏng, không đọc được. {_AGAIN}"


def _check_package(package: zipfile.ZipFile, path: Path, size: int) -> None:
    parts = package.infolist()
    names = {part.filename.casefold() for part in parts}
    if any(name.endswith("vbaproject.bin") for name in names):
        raise NtmError(f"Tệp “{path.name}” có macro; chương trình không mở tệp có macro. {_AGAIN}")
    if "[content_types].xml" not in names or "xl/workbook.xml" not in names:
        raise NtmError(f"Tệp “{path.name}” không phải tệp Excel .xlsx. {_AGAIN}")
    packed = sum(part.compress_size for part in parts)
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > _MOST_PARTS or unpacked > MOST_UNPACKED or packed > size or _overlap(parts):
        raise NtmError(
            f"Tệp “{path.name}” khi mở ra quá lớn hoặc được nén bất thường nên không được mở. {_AGAIN}"
        )
    for part in parts:
        if part.filename.casefold().endswith((".xml", ".rels")):
            with package.open(part) as content:
                start = content.read(_HEAD).replace(b"\0", b"")
            if b"<!DOCTYPE" in start or b"<!ENTITY" in start or not re.search(rb"<[A-Za-z_]", start):
                raise NtmError(broken(path))


def _overlap(parts: list[zipfile.ZipInfo]) -> bool:
    """Two parts in the same bytes: the mark of a zip bomb."""
    placed = sorted(parts, key=lambda part: part.header_offset)
    return any(
        before.header_offset + before.compress_size > after.header_offset
        for before, after in pairwise(placed)
    )


def _ole_words(path: Path) -> str:
    locked = "EncryptedPackage".encode("utf-16-le")
    if locked in path.read_bytes():
        return f"Tệp “{path.name}” có mật khẩu. Mở tệp trong Excel, bỏ mật khẩu, lưu lại rồi nhập."
    return f"Tệp “{path.name}” là tệp Excel kiểu cũ (.xls). {_AGAIN}"
