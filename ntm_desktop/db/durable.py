"""Writing that survives a power cut: temporary name, flush, fsync, read back, rename.

Everything that leaves the program goes through here; what is written and where is the caller's matter.
"""

from __future__ import annotations

import hashlib
import os
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ntm_desktop.disk import synced
from ntm_desktop.errors import NtmError, reason
from ntm_desktop.paths import require_file

_CHUNK = 1 << 16
_REFUSED = (
    "Không ghi được vào {folder}: {reason}. Kiểm tra ổ đĩa còn chỗ trống, còn cắm và cho phép ghi, "
    "rồi làm lại; các tệp đã có vẫn nguyên vẹn."
)
_CHANGED = (
    "Nội dung đọc lại từ {folder} khác nội dung đã ghi: ổ đĩa hoặc USB có thể bị hỏng. "
    "Dùng ổ đĩa khác rồi làm lại; các tệp đã có vẫn nguyên vẹn."
)


def read_chunks(path: Path) -> Iterator[bytes]:
    require_file(path)
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, as far as the system allows from the medium and not from memory."""
    digest = hashlib.sha256()
    require_file(path)
    with path.open("rb") as file:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def write(target: Path, content: bytes) -> None:
    """Writes a file as a whole: afterwards the old or the new content is there, never a part."""
    temporary = target.with_name(f"{target.name}.{uuid.uuid4().hex}.part")  # two threads may write one file
    try:
        write_checked(temporary, [content])
        put_in_place(temporary, target)
    finally:
        with suppress(OSError):  # of a stick that was pulled out: the sentence about that is on its way
            temporary.unlink()


def write_checked(path: Path, chunks: Iterable[bytes]) -> tuple[str, int]:
    """Writes the chunks to the medium, reads them back; returns SHA-256 and size.

    An error while the caller's chunks are read stays what it is; one of the target is told to the user.
    """
    with _told_of(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
    written, size = write_through(path, chunks)
    with _told_of(path.parent):
        read_back = sha256_of(path)
    if read_back != written:
        raise NtmError(_CHANGED.format(folder=path.parent))
    return written, size


def write_through(path: Path, chunks: Iterable[bytes]) -> tuple[str, int]:
    """Writes the chunks to the medium, into a folder that is there, and reads nothing back."""
    digest, size = hashlib.sha256(), 0
    try:
        with _told_of(path.parent), path.open("wb") as file, synced(file) as to_medium:
            for chunk in _told_apart(chunks):
                digest.update(chunk)
                size += len(chunk)
                to_medium(chunk)
    except _Unread as unread:
        raise unread.error from None
    return digest.hexdigest(), size


class _Unread(Exception):  # noqa: N818 - it never leaves this module
    """What went wrong where the chunks come from."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.error = error


def _told_apart(chunks: Iterable[bytes]) -> Iterator[bytes]:
    try:
        yield from chunks
    except OSError as error:
        raise _Unread(error) from error


def sync_file(path: Path) -> None:
    """Brings to the medium what another library wrote."""
    with _told_of(path.parent), path.open("r+b") as file:
        os.fsync(file.fileno())


def put_in_place(temporary: Path, target: Path) -> None:
    """Gives a written file its name, for good."""
    with _told_of(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary.replace(target)
        sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Makes a rename last through a power cut; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _told_of(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise unwritable(folder, error) from error


def unwritable(folder: Path, error: OSError) -> NtmError:
    return NtmError(_REFUSED.format(folder=folder, reason=reason(error)))
