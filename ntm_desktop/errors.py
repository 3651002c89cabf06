"""The one error that a user is meant to read. Everything else that is raised is our own mistake."""

from __future__ import annotations

import errno
from collections.abc import Sequence

_REASONS = {
    errno.EACCES: "không được phép truy cập",
    errno.EPERM: "không được phép truy cập",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENOSPC: "ổ đĩa hết chỗ trống",
    errno.EFBIG: "tệp quá lớn đối với ổ đĩa này",
    errno.ENOENT: "không thấy tệp hoặc thư mục",
    errno.ENOTDIR: "đường dẫn không phải thư mục",
    errno.EISDIR: "đường dẫn là một thư mục",
    errno.EEXIST: "đã có tệp cùng tên",
    errno.EBUSY: "tệp đang được dùng",
    errno.EIO: "ổ đĩa có lỗi đọc ghi",
    errno.ENODEV: "ổ đĩa đã rút",
    errno.ENXIO: "ổ đĩa đã rút",
    errno.ENAMETOOLONG: "tên tệp quá dài",
}
_IN_USE_ON_WINDOWS = 32  # ERROR_SHARING_VIOLATION: open in Excel, Word or a PDF reader


class NtmError(Exception):
    """A Vietnamese sentence for the user: what happened and what to do; the data is as it was.

    ``problems`` lists further sentences, one a defect, when a check collected several.
    """

    def __init__(self, message: str, problems: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.problems = tuple(problems)


class EntryRefused(NtmError):  # noqa: N818 - it says which entry to mend
    """``field`` is what must be mended, by the name under which the service takes it or stores it."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


class NothingEntered(NtmError):  # noqa: N818 - it says what is missing
    """What is asked for rests on something that was never entered; ``action`` does that at ``page`` and
    ``anchor`` of the window."""

    def __init__(self, message: str, action: str, page: str, anchor: str) -> None:
        super().__init__(message)
        self.action, self.page, self.anchor = action, page, anchor


def reason(error: OSError) -> str:
    """Why the system refused, in a few Vietnamese words for the middle of a sentence."""
    if getattr(error, "winerror", None) == _IN_USE_ON_WINDOWS:
        return "tệp đang mở trong chương trình khác"
    if error.errno is None:
        return str(error)  # one that we raised ourselves
    return _REASONS.get(error.errno, f"lỗi hệ thống số {error.errno}")
