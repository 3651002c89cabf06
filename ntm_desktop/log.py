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
from pathlib import Path

from ntm_desktop import __version__
from ntm_desktop.errors import NtmError, reason

FILE_NAME = "ntm-desktop.log"

_ROOTS = ("ntm_desktop", "ui")
_LONGEST = 1024 * 1024  # bytes
_KEPT = 5  # full ones, ".1" the newest


class _UtcFormatter(logging.Formatter):
    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: ARG002 - as logging calls it
        return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")


class _FileHandler(logging.FileHandler):
    """Goes on in a new file where one is full. ``logging.handlers`` has such a one, and brings sockets and
    pickles along: 2,5 MB of an idle window.

    A log that cannot be written is no reason to tell a person more than what it was about.
    """

    def emit(self, record: logging.LogRecord) -> None:
        try:
            if self.stream is not None and self.stream.tell() > _LONGEST:
                self.stream.close()
                self.stream = None  # the next line opens it
                self._make_room()
            super().emit(record)
        except OSError:
            self.handleError(record)

    def _make_room(self) -> None:
        """Where a file may not be renamed, because somebody reads it, the full one is written on."""
        path = Path(self.baseFilename)
        numbered = [path, *(path.with_name(f"{path.name}.{number}") for number in range(1, _KEPT + 1))]
        with suppress(OSError):
            for older, newer in zip(numbered[:0:-1], numbered[-2::-1], strict=True):
                if newer.exists():
                    newer.replace(older)

    def handleError(self, record: logging.LogRecord) -> None:
        if not isinstance(sys.exc_info()[1], OSError):
            super().handleError(record)


def start(folder: Path) -> Path:
    """Opens the log in ``folder/logs`` and returns its file. Called once, by whoever starts the program."""
    path = folder / "logs" / FILE_NAME
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = _FileHandler(path, encoding="utf-8")
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
            if isinstance(handler, _FileHandler):
                logger.removeHandler(handler)
                with suppress(OSError):  # of a full disk: what is left in memory has no place
                    handler.close()
