"""A file reaches its name only when it is whole: beside it, flush, fsync, read back, then rename."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import io
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Thread
from typing import BinaryIO

from ntm_desktop.errors import NtmError, reason

_BLOCK = 1 << 20


class CancelledError(NtmError):
    """The person pressed Hủy; nothing was written."""

    def __init__(self) -> None:
        super().__init__("Đã hủy. Chưa ghi tệp nào.")


class Output(io.RawIOBase):
    """What is being written, from its beginning to its end, and the digest of it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._digest = hashlib.sha256()

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]  # whatever has bytes
        self._digest.update(data)
        return self._file.write(data)

    @property
    def sha256(self) -> str:
        return self._digest.hexdigest()


@contextmanager
def replacing(target: Path) -> Iterator[Output]:
    """An output that becomes ``target`` when the block ends well; else ``target`` is as it was."""
    with temporary(target) as path:
        with path.open("wb") as file:
            output = Output(file)
            yield output
            file.flush()
            os.fsync(file.fileno())
        with path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != output.sha256:
                raise wrong(target)


@contextmanager
def temporary(target: Path) -> Iterator[Path]:
    """Where to write what becomes ``target`` when the block ends well; who writes reads it back."""
    path = target.with_name(f".{target.name}.tmp")
    try:
        yield path
        path.replace(target)
    except OSError as error:
        raise NtmError(_sentence(error, target)) from error
    finally:
        forget(path)


def wrong(target: Path) -> NtmError:
    """What was read back is not what was written."""
    return NtmError(f"“{target.name}” ghi ra ổ đĩa bị sai. Kiểm tra ổ đĩa hoặc chọn ổ khác rồi lưu lại.")


@contextmanager
def all_or_none(targets: Sequence[Path]) -> Iterator[tuple[Path, ...]]:
    """Names to write to, which become ``targets`` together when the block ends well; else these are as they
    were."""
    waiting = tuple(target.with_name(f".{target.name}.new") for target in targets)
    try:
        yield waiting
        release_all(waiting, targets)
    finally:
        for path in waiting:
            forget(path)


def forget(path: Path) -> None:
    """Takes away what nobody needs any more. A scanner may hold it for a moment: that spoils nothing.

    Linux gives a gigabyte back in 0.7 s, when the last one who has the file open closes it: nobody waits.
    """
    with contextlib.suppress(OSError), ExitStack() as after:
        if os.name == "posix":
            after.callback(Thread(target=os.close, args=(os.open(path, os.O_RDONLY),)).start)
        path.unlink()


def release_all(waiting: Sequence[Path], targets: Sequence[Path]) -> None:
    """Gives every file its name. Raises NtmError when one of them cannot have it; none has it then."""
    undone = ExitStack()
    older: list[Path] = []
    with undone:
        for path, target in zip(waiting, targets, strict=True):
            try:
                if target.exists():
                    old = target.with_name(f".{target.name}.old")
                    target.replace(old)
                    older.append(old)
                    undone.callback(old.replace, target)
                _give_name(path, target, undone)
            except OSError as error:
                raise NtmError(_sentence(error, target)) from error
        undone.pop_all()
    for one in (*older, *waiting):
        forget(one)


def _give_name(path: Path, target: Path, undone: ExitStack) -> None:
    """On another disk the name belongs to a copy; ``path`` stays until all have their names."""
    try:
        path.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        with replacing(target) as output, path.open("rb") as file:
            shutil.copyfileobj(file, output, _BLOCK)
        undone.callback(forget, target)
    else:
        undone.callback(target.replace, path)


def refuse_place(target: Path, *, comes_from: Path, size: int = 0) -> None:
    """Raises NtmError, before long work or while all can be undone, where files of ``size`` bytes together
    cannot come to be beside ``target``. From a folder on the same disk they are only renamed."""
    probe = target.with_name(f".{target.name}.tmp")
    try:
        probe.touch()
        forget(probe)
        is_moved = comes_from.stat().st_dev == target.parent.stat().st_dev
        if not is_moved and shutil.disk_usage(target.parent).free < size:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    except OSError as error:
        raise NtmError(_sentence(error, target)) from error


def digest_of(path: Path, alive: Callable[[], None]) -> str:
    """``alive`` is called again and again; what it raises ends the reading."""
    digest = hashlib.sha256()
    with path.open("rb", buffering=0) as file:
        while block := file.read(_BLOCK):
            digest.update(block)
            alive()
    return digest.hexdigest()


def _sentence(error: OSError, target: Path) -> str:
    name = target.name
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"Không ghi được “{name}”: ổ đĩa đã đầy. Xóa bớt tệp hoặc chọn ổ khác rồi lưu lại."
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return f"Không ghi được “{name}”: không có thư mục {target.parent}. Chọn thư mục khác."
    if isinstance(error, PermissionError | IsADirectoryError):
        return (
            f"Không ghi được “{name}”: tệp đang mở trong chương trình khác hoặc thư mục chỉ cho đọc. "
            "Đóng tệp hoặc chọn thư mục khác rồi lưu lại."
        )
    return f"Không ghi được “{name}”: {reason(error)}. Chọn thư mục khác rồi lưu lại."
