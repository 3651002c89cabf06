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
from ntm_desktop.errors import NtmError

DONE, REFUSED, USAGE, MISTAKE = range(4)


def main(argv: Sequence[str] | None = None) -> int:
    words = sys.argv[1:] if argv is None else list(argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # a Windows console still defaults to another one
    as_json = "--json" in words
    try:
        args = parse(words)
    except UsageError as error:
        return _refuse(error.message, (), as_json, USAGE)
    try:
        from ntm_desktop.cli.commands import RUN  # takes the database along; --help does without

        answer = RUN[args.command](args)
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
        _write(sys.stderr, warning)
    _write(sys.stdout, _as_json(answer.plain) if as_json else answer.text)
    return DONE


def _refuse(message: str, problems: Sequence[str], as_json: bool, code: int) -> int:
    if as_json:
        _write(sys.stdout, _as_json({"error": {"message": message, "problems": list(problems)}}))
    lines = [message, *(f"- {problem}" for problem in problems if problem != message)]
    _write(sys.stderr, "\n".join(lines))
    return code


def _as_json(plain: dict[str, Any]) -> str:
    return json.dumps(plain, ensure_ascii=False)


def _write(stream: Any, text: str) -> None:
    try:
        stream.write(f"{text}\n")
        stream.flush()
    except BrokenPipeError:  # whoever reads has enough (``| head``); nothing may follow, not even at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


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
