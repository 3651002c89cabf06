"""A file reaches its name only when it is whole: beside it, flush, fsync, read back, then rename."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from ntm_desktop.errors import NtmError, reason


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
    temporary = target.with_name(f".{target.name}.tmp")
    try:
        with temporary.open("wb") as file:
            output = Output(file)
            yield output
            file.flush()
            os.fsync(file.fileno())
        with temporary.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != output.sha256:
                raise NtmError(
                    f"“{target.name}” ghi ra ổ đĩa bị sai. Kiểm tra ổ đĩa hoặc chọn ổ khác rồi lưu lại."
                )
        temporary.replace(target)
    except OSError as error:
        raise NtmError(_sentence(error, target)) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


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
