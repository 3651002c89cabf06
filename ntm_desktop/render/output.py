"""A file reaches its name only when it is whole: beside it, flush, fsync, read back, then rename."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import io
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from ntm_desktop.errors import NtmError, reason

_BLOCK = 1 << 20
_UNSYNCED = 32 << 20  # bytes; a slow disk takes what was written little by little, not for seconds at the end


class CancelledError(NtmError):
    """The person pressed Hủy; nothing was written."""

    def __init__(self) -> None:
        super().__init__("Đã hủy. Chưa ghi tệp nào.")


class Output(io.RawIOBase):
    """What is being written, from its beginning to its end, and the digest of it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._digest = hashlib.sha256()
        self._unsynced = 0

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]  # whatever has bytes
        self._digest.update(data)
        written = self._file.write(data)
        self._unsynced += written
        if self._unsynced > _UNSYNCED:
            self.sync()
        return written

    def sync(self) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())
        self._unsynced = 0

    @property
    def sha256(self) -> str:
        return self._digest.hexdigest()


@contextmanager
def replacing(target: Path, *, alive: Callable[[], None] | None = None) -> Iterator[Output]:
    """An output that becomes ``target`` when the block ends well; else ``target`` is as it was.

    ``alive`` is called again and again while the file is read back; what it raises ends that too.
    """
    temporary = target.with_name(f".{target.name}.tmp")
    try:
        with temporary.open("wb") as file:
            output = Output(file)
            yield output
            output.sync()
        if _digest(temporary, alive) != output.sha256:
            raise NtmError(
                f"“{target.name}” ghi ra ổ đĩa bị sai. Kiểm tra ổ đĩa hoặc chọn ổ khác rồi lưu lại."
            )
        temporary.replace(target)
    except OSError as error:
        raise NtmError(_sentence(error, target)) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


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
            path.unlink(missing_ok=True)


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
                path.replace(target)
                undone.callback(target.replace, path)
            except OSError as error:
                raise NtmError(_sentence(error, target)) from error
        undone.pop_all()
    for old in older:
        old.unlink(missing_ok=True)


def _digest(path: Path, alive: Callable[[], None] | None) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
            if alive is not None:
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
