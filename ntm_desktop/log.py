"""The program's log: one rotating file in the workplace's ``logs`` folder, times in UTC.

Modules log with ``logging.getLogger(__name__)`` and know nothing of this.
"""

from __future__ import annotations

import logging
import platform
import sqlite3
import sys
from contextlib import suppress
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

from ntm_desktop import __version__
from ntm_desktop.errors import NtmError, reason

FILE_NAME = "ntm-desktop.log"

_ROOTS = ("ntm_desktop", "ui")
_MEBIBYTE = 1024 * 1024


class _UtcFormatter(logging.Formatter):
    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: ARG002 - as logging calls it
        return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")


class _FileHandler(RotatingFileHandler):
    """A log that cannot be written is no reason to tell a person more than what it was about."""

    def handleError(self, record: logging.LogRecord) -> None:
        if not isinstance(sys.exc_info()[1], OSError):
            super().handleError(record)


def start(folder: Path) -> Path:
    """Opens the log in ``folder/logs`` and returns its file. Called once, by whoever starts the program."""
    path = folder / "logs" / FILE_NAME
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = _FileHandler(path, maxBytes=_MEBIBYTE, backupCount=5, encoding="utf-8")
    except OSError as error:
        raise NtmError(
            f"Không ghi được vào thư mục dữ liệu {folder}: {reason(error)}. "
            "Chọn thư mục khác hoặc xin quyền ghi vào thư mục này rồi mở lại."
        ) from error
    handler.setFormatter(_UtcFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    for name in _ROOTS:
        logger = logging.getLogger(name)
        logger.setLevel(logging.INFO)
        logger.addHandler(handler)
    logging.getLogger(__name__).info(
        "NTM Desktop %s, Python %s, SQLite %s, %s",
        __version__,
        platform.python_version(),
        sqlite3.sqlite_version,
        sys.platform,
    )
    return path


def stop() -> None:
    """Closes the file, so that the folder can be moved or deleted (Windows holds open files)."""
    for name in _ROOTS:
        logger = logging.getLogger(name)
        for handler in list(logger.handlers):
            if isinstance(handler, RotatingFileHandler):
                logger.removeHandler(handler)
                with suppress(OSError):  # of a full disk: what is left in memory has no place
                    handler.close()
