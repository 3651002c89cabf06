"""A file reaches its name only when it is whole: temporary file beside it, flush, fsync, then rename."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from ntm_desktop.errors import NtmError


class CancelledError(NtmError):
    """The person pressed Hủy; nothing was written."""

    def __init__(self) -> None:
        super().__init__("Đã hủy. Chưa ghi tệp nào.")


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """An open file that becomes ``target`` when the block ends well; else ``target`` is as it was."""
    temporary = target.with_name(f".{target.name}.tmp")
    try:
        with temporary.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except OSError as error:
        raise NtmError(_sentence(error, target)) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def _sentence(error: OSError, target: Path) -> str:
    if error.filename is not None and error.errno == errno.ENOENT and target.parent.is_dir():
        return (
            f"Không còn thấy tệp ảnh “{Path(error.filename).name}”. Mở lại hồ sơ để tạo lại ảnh, rồi in lại."
        )
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"Không ghi được “{target.name}”: ổ đĩa đã đầy. Xóa bớt tệp hoặc chọn ổ khác rồi lưu lại."
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return f"Không ghi được “{target.name}”: không có thư mục {target.parent}. Chọn thư mục khác."
    if isinstance(error, IsADirectoryError):
        return f"Không ghi được “{target.name}”: đã có thư mục cùng tên. Chọn tên khác."
    if isinstance(error, PermissionError):
        return (
            f"Không ghi được “{target.name}”: tệp đang mở trong chương trình khác hoặc thư mục chỉ cho đọc. "
            "Đóng tệp hoặc chọn thư mục khác rồi lưu lại."
        )
    return f"Không ghi được “{target.name}”: {error.strerror}. Chọn thư mục khác rồi lưu lại."
