"""The command line: the second client of the services, for scripts and checks (architecture §7).

Needs no Qt and no display. Exit codes: 0 done; 1 refused, data untouched; 2 usage; 3 our own mistake.
"""

from __future__ import annotations

import io
import json
import logging
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ntm_desktop.cli.parser import UsageError, parse
from ntm_desktop.errors import NtmError, reason

DONE, REFUSED, USAGE, MISTAKE = range(4)

_UNREADABLE = (
    "Không đọc được “{}”: có ký tự không theo bảng mã UTF-8. Gõ lại cho đúng, hoặc đổi tên tệp, thư mục đó "
    "rồi làm lại."
)

_NO_DISPLAY = (
    "Cửa sổ chương trình cần màn hình mà ở đây không có. Mở trên máy có màn hình, hoặc dùng dòng lệnh: thêm "
    "--help để xem các lệnh."
)


def refuse_window() -> int:
    """To who would open the window where nothing can show it."""
    return _refuse(_NO_DISPLAY, (), as_json=False, code=REFUSED)


def main(argv: Sequence[str] | None = None) -> int:
    words = sys.argv[1:] if argv is None else list(argv)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the caller
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - for good
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # a Windows console still defaults to another one
    as_json = "--json" in words
    if unreadable := next(filter(_is_unreadable, [*words, os.environ.get("NTM_DATA", "")]), None):
        shown = unreadable.encode("utf-8", "replace").decode()
        return _refuse(_UNREADABLE.format(shown), (), as_json, USAGE)
    try:
        args = parse(words)
    except UsageError as error:
        return _refuse(error.message, (), as_json, USAGE)
    except SystemExit:  # the help was asked for
        _write(sys.stdout, "")
        raise
    try:
        from ntm_desktop.cli.commands import RUN  # takes the database along; --help does without

        answer = RUN[args.command](args)
    except UsageError as error:  # what the command itself finds does not go together
        return _refuse(error.message, (), as_json, USAGE)
    except NtmError as error:
        return _refuse(error.message, error.problems, as_json, REFUSED)
    except KeyboardInterrupt:
        return _refuse("Đã dừng theo yêu cầu.", (), as_json, REFUSED)
    except Exception:  # noqa: BLE001 - the one place where our own mistakes end: logged, told, exit 3
        path = _log(args.folder)
        where = f"Chi tiết ở tệp {path}." if path else "Không còn chỗ nào trên máy để ghi lại chi tiết."
        message = f"Chương trình gặp lỗi ngoài dự kiến; dữ liệu vẫn an toàn. {where}"
        return _refuse(message, (), as_json, MISTAKE)
    for warning in answer.warnings:
        _write(sys.stderr, f"{warning}\n")
    unsaid = _write(sys.stdout, f"{_as_json(answer.plain) if as_json else answer.text}\n")
    if unsaid:
        _write(sys.stderr, f"Lệnh đã chạy xong nhưng không ghi được kết quả ra ngoài: {unsaid}.\n")
        return MISTAKE
    return REFUSED if answer.refused else DONE


def _refuse(message: str, problems: Sequence[str], as_json: bool, code: int) -> int:
    if as_json:
        _write(sys.stdout, _as_json({"error": {"message": message, "problems": list(problems)}}) + "\n")
    lines = [message, *(f"- {problem}" for problem in problems if problem != message)]
    _write(sys.stderr, "".join(f"{line}\n" for line in lines))
    return code


def _as_json(plain: dict[str, Any]) -> str:
    return json.dumps(plain, ensure_ascii=False)


def _is_unreadable(word: str) -> bool:
    """Whether it holds bytes that are no letters: what Python makes of them can be neither kept nor shown."""
    try:
        word.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _write(stream: Any, text: str) -> str:
    """Why it could not be written; "" when it was, or when nobody wants it."""
    try:
        stream.write(text)
        stream.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # nothing may follow, not even at exit
        return "" if isinstance(error, BrokenPipeError) else reason(error)  # ``| head`` has enough
    return ""


def _log(folder: Path) -> Path | None:
    """Where the traceback went: the workplace's log, or the PC's temporary folder if that takes none."""
    from ntm_desktop import log

    try:
        path = log.start(folder)
    except NtmError:
        try:
            path = log.start(Path(tempfile.mkdtemp(prefix="ntm-desktop-")))
        except (NtmError, OSError):
            return None
    logging.getLogger(__name__).exception("the command failed")
    log.stop()
    return path
