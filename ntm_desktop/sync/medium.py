"""A stick, or any folder, to which a package is copied: what is known of it, writing, reading back.

docs/package-format.md §7 and §11. ``finding`` looks for what came back on it.
"""

from __future__ import annotations

import errno
import hashlib
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from ntm_desktop.db import durable
from ntm_desktop.errors import NtmError, reason
from ntm_desktop.sync.age_file import Alive
from ntm_desktop.sync.drives import Drive, drive_of
from ntm_desktop.sync.pieces import Piece, in_parts, whole
from ntm_desktop.sync.read_back import ReadBack, read_back
from ntm_desktop.sync.suspicious import Suspicious, suspicious
from ntm_desktop.text import format_bytes

SPARE = 64 << 20
"""Bytes that stay free on the medium."""
_LOST = (
    "Đọc lại từ {name} thấy khác nội dung vừa ghi: USB hoặc ổ đĩa này bị hỏng, hoặc khai dung lượng sai. "
    "Đừng dùng nó nữa; xuất lại ra USB khác và kiểm tra các tệp cũ đã để trên đó."
)


@dataclass(frozen=True, slots=True)
class Medium:
    """``name`` is for people; ``largest`` as of a drive. Of a disk that stays in its PC nothing is called
    suspicious: hidden folders and programs belong there."""

    folder: Path
    name: str
    free: int
    total: int
    largest: int | None
    removable: bool | None
    suspicious: tuple[Suspicious, ...]


@dataclass(frozen=True, slots=True)
class WrittenFile:
    path: Path
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Written:
    """``read_back_cached``: reading back may have come from the system's memory. Then whoever wrote unplugs
    the medium, plugs it in again and lets ``check`` read once more."""

    files: tuple[WrittenFile, ...]
    read_back_cached: bool

    @property
    def paths(self) -> tuple[Path, ...]:
        return tuple(one.path for one in self.files)


def look(folder: Path) -> Medium:
    """Raises NtmError for a folder that is not there."""
    drive, usage = _drive(folder), _usage(folder)
    return Medium(
        folder=folder,
        name=drive.name,
        free=usage.free,
        total=usage.total,
        largest=drive.largest,
        removable=drive.removable,
        suspicious=() if drive.removable is False else suspicious(drive.root if drive.removable else folder),
    )


def parts_of(size: int, *, limit: int | None, largest: int | None) -> int:
    """About how many files a package of that size becomes."""
    most = _limit_of(size, limit, largest)
    return 1 if most is None else -(-size // most)


def work_of(size: int, *, limit: int | None = None, largest: int | None = None) -> int:
    """About how many bytes ``put`` tells ``alive`` of, for a file of that size."""
    return size * (2 if _limit_of(size, limit, largest) is None else 3)


def put(source: Path, folder: Path, name: str, *, limit: int | None = None, alive: Alive) -> Written:
    """Copies a file to ``folder/name``, or a package in parts where it is larger than ``limit`` or than the
    medium takes; each file is written beside its name, read back, compared and only then renamed.

    ``alive`` is told of bytes written and bytes read back; what it raises ends the work. Whatever fails, no
    half file has a final name; parts that were finished stay, and the next time only the others are written.
    """
    if name in ("", "..") or Path(name).name != name:
        raise ValueError(f"{name!r} is no name of a file")
    drive = _drive(folder)
    size = source.stat().st_size
    limit = _limit_of(size, limit, drive.largest)
    made = [whole(source, name, size)] if limit is None else in_parts(source, name, size, limit, alive)
    for piece in made:
        _clear(folder, piece)
    there = [_already(folder, piece, alive) for piece in made]
    missing = [piece for piece, told in zip(made, there, strict=True) if told is None]
    _refuse_full(folder, drive, sum(piece.size for piece in missing))
    files = []
    cached = False
    for piece, told in zip(made, there, strict=True):
        if told is None:
            told = _write(folder, drive, piece, alive)
        else:
            alive(2 * piece.size)
        files.append(WrittenFile(folder / piece.name, told.size, told.sha256))
        cached |= told.cached
    return Written(tuple(files), cached)


def check(written: Written, alive: Alive) -> None:
    """Reads once more what ``put`` wrote. Raises NtmError where it is not there or not the same."""
    for file in written.files:
        try:
            told = read_back(file.path, alive)
        except OSError as error:
            raise NtmError(
                f"Không đọc lại được “{file.path.name}”: {reason(error)}. Cắm lại USB rồi kiểm tra lại."
            ) from error
        if told.sha256 != file.sha256:
            raise NtmError(_LOST.format(name=file.path.parent))


def _limit_of(size: int, limit: int | None, largest: int | None) -> int | None:
    """What no file may exceed; None where it need not be cut."""
    limits = [one for one in (limit, largest) if one is not None]
    return min(limits) if limits and size > min(limits) else None


def _drive(folder: Path) -> Drive:
    try:
        if not stat.S_ISDIR(folder.stat().st_mode):
            raise NotADirectoryError(errno.ENOTDIR, "no folder", str(folder))
        return drive_of(folder)
    except OSError as error:
        raise _gone(folder, error) from error


def _usage(folder: Path) -> shutil._ntuple_diskusage:
    try:
        return shutil.disk_usage(folder)
    except OSError as error:
        raise _gone(folder, error) from error


def _gone(folder: Path, error: OSError) -> NtmError:
    return NtmError(f"Không mở được {folder}: {reason(error)}. Cắm lại USB hoặc chọn thư mục khác.")


def _refuse_full(folder: Path, drive: Drive, size: int) -> None:
    if not size:
        return
    if why := full(drive.name, free=_usage(folder).free, size=size):
        raise NtmError(why)


def full(name: str, *, free: int, size: int) -> str:
    """Why so many bytes do not go onto a medium; "" when they do."""
    needed = size + SPARE
    if free >= needed:
        return ""
    return (
        f"{name} còn trống {format_bytes(free)}, cần {format_bytes(needed, up=True)}: thiếu "
        f"{format_bytes(needed - free, up=True)}. Xóa bớt tệp trên đó hoặc dùng USB khác rồi xuất lại."
    )


def _temporary(folder: Path, piece: Piece) -> Path:
    return folder / f"{piece.name}.part"


def _clear(folder: Path, piece: Piece) -> None:
    """Takes away what an earlier attempt left, or this one leaves. Where it cannot, the stick was pulled out
    or writing tells why."""
    with suppress(OSError):
        _temporary(folder, piece).unlink()


def _already(folder: Path, piece: Piece, alive: Alive) -> ReadBack | None:
    """What the medium gives, where the file has the very content already."""
    target = folder / piece.name

    def only_alive(_done: int) -> None:
        alive(0)

    try:
        state = target.lstat()
        if not stat.S_ISREG(state.st_mode) or state.st_size != piece.size:
            return None
        durable.sync_folder(folder)  # it may have its name only since the power failed
        told = read_back(target, only_alive)
    except OSError:
        return None
    digest = hashlib.sha256()
    for block in piece.content():
        digest.update(block)
        alive(0)
    return told if digest.hexdigest() == told.sha256 else None


def _write(folder: Path, drive: Drive, piece: Piece, alive: Alive) -> ReadBack:
    temporary = _temporary(folder, piece)
    try:
        with _too_large_told(drive):
            sha256, size = durable.write_through(temporary, _told(piece.content(), alive))
        told = _read_back(temporary, alive)
        if (told.sha256, told.size) != (sha256, size):
            raise NtmError(_LOST.format(name=drive.name))
        durable.put_in_place(temporary, folder / piece.name)
    finally:
        _clear(folder, piece)
    return told


@contextmanager
def _too_large_told(drive: Drive) -> Iterator[None]:
    """Of a medium that does not tell beforehand how large a file it takes."""
    try:
        yield
    except NtmError as error:
        if isinstance(cause := error.__cause__, OSError) and cause.errno == errno.EFBIG:
            raise NtmError(
                f"{drive.name} không nhận tệp lớn như gói này. Xuất lại thành nhiều phần hoặc dùng USB khác."
            ) from cause
        raise


def _read_back(path: Path, alive: Alive) -> ReadBack:
    try:
        return read_back(path, alive)
    except OSError as error:
        raise durable.unwritable(path.parent, error) from error


def _told(content: Iterator[bytes], alive: Alive) -> Iterator[bytes]:
    for block in content:
        yield block
        alive(len(block))
