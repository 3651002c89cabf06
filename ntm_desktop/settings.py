"""The settings of one workplace, kept as ``settings.json`` in its data folder.

Not here: window geometry and the last folder (``QSettings``), and what describes the commune (the database).
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ntm_desktop.errors import NtmError, reason

FILE_NAME = "settings.json"
VERSION = 1
THEMES = ("system", "light", "dark")
LANGUAGES = ("vi", "en")
_SCHEMES = ("postgresql", "postgresql+psycopg")

_DAMAGED = (
    "Không đọc được các thiết lập của máy này: {reason}. Xóa hoặc đổi tên tệp {path} rồi mở lại "
    "chương trình; dữ liệu của xã không bị ảnh hưởng, chỉ cần chọn lại nơi sao lưu và máy in."
)
_NEWER = (
    "Tệp {path} do phiên bản mới hơn của chương trình ghi. Cài phiên bản mới hơn rồi mở lại; "
    "không có gì bị thay đổi."
)
_UNWRITABLE = (
    "Không lưu được thiết lập vào {path}: {reason}. Kiểm tra ổ đĩa còn chỗ trống và thư mục cho phép ghi, "
    "rồi lưu lại; các thiết lập cũ vẫn còn nguyên."
)


@dataclass(frozen=True, slots=True)
class Settings:
    backup_places: tuple[str, ...] = ()
    """Folders that every backup is also copied to, besides ``backups`` in the data folder."""
    printer: str = ""
    """The printer offered first; empty: the system's own choice."""
    theme: str = "system"
    """One of ``THEMES``."""
    language: str = "vi"
    """Of the window, one of ``LANGUAGES``; papers and the history are always Vietnamese."""
    times_new_roman: bool = False
    """Papers use this PC's Times New Roman where it has one; else the bundled face of the same measures."""
    worker: str = ""
    """Who works at this PC, as the history names them; empty: the lead of the commune."""
    story_day: str = ""
    """ISO date at which the window of a sample stands still; empty: the day of this PC."""
    signing_file: str = ""
    """The certificate file that signed last, offered for the next time; its password is kept nowhere."""
    signing_token: str = ""
    """The library of the device that signed last."""
    database_url: str = ""
    """Of a PostgreSQL database that several desks share, ``postgresql://…``; empty: a file in this folder.

    The password may stand in it, in PGPASSWORD or in the password file of PostgreSQL.
    """
    store_folder: str = ""
    """Where these desks keep the files, a folder that all of them reach; only with ``database_url``."""


def _is_day(text: str) -> bool:
    try:
        return not text or bool(date.fromisoformat(text))
    except ValueError:
        return False


def is_database_url(text: str) -> bool:
    """Whether it may name a database on a server; "" names none."""
    if not text:
        return True
    from urllib.parse import urlsplit  # most places have no URL

    try:
        parts = urlsplit(text)
        port_is_one = parts.port is None or parts.port > 0
    except ValueError:
        return False
    whole = text.isprintable() and " " not in text
    return whole and port_is_one and parts.scheme in _SCHEMES and len(parts.path) > 1


def _is_place(text: str) -> bool:
    return not text or Path(text).is_absolute()


def _anything(_value: object) -> bool:
    return True


_CHECKS: Mapping[str, Callable[[Any], bool]] = {
    "theme": THEMES.__contains__,
    "language": LANGUAGES.__contains__,
    "story_day": _is_day,
    "database_url": is_database_url,
    "store_folder": _is_place,
}


def load(folder: Path) -> Settings:
    """The saved settings, or the defaults when none were saved yet."""
    path = folder / FILE_NAME
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError):
        raise NtmError(_DAMAGED.format(path=path, reason="tệp không mở được hoặc đã hỏng")) from None
    try:
        content = json.loads(text)
    except ValueError:
        raise NtmError(_DAMAGED.format(path=path, reason="nội dung tệp đã hỏng")) from None
    return _checked(content, path)


def save(settings: Settings, folder: Path) -> None:
    """Replaces the file as a whole: after a power cut either the old or the new one is there."""
    path = folder / FILE_NAME
    temporary = folder / f"{FILE_NAME}.tmp"
    content = json.dumps({"version": VERSION, **asdict(settings)}, ensure_ascii=False, indent=2) + "\n"
    try:
        with temporary.open("w", encoding="utf-8") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if temporary.read_text(encoding="utf-8") != content:
            raise OSError("nội dung đọc lại khác nội dung đã ghi")
        temporary.replace(path)
    except OSError as error:
        raise NtmError(_UNWRITABLE.format(path=path, reason=reason(error))) from error


def _checked(content: Any, path: Path) -> Settings:
    if not isinstance(content, dict) or not isinstance(content.get("version"), int):
        raise NtmError(_DAMAGED.format(path=path, reason="tệp không có dạng của chương trình này"))
    if content["version"] > VERSION:
        raise NtmError(_NEWER.format(path=path))
    values = {name: _frozen(value) for name, value in content.items() if name != "version"}
    defaults = asdict(Settings())
    for name, value in values.items():
        right = name in defaults and type(value) is type(defaults[name])
        if not right or not _CHECKS.get(name, _anything)(value):
            raise NtmError(_DAMAGED.format(path=path, reason=f"mục “{name}” không hợp lệ"))
    return Settings(**values)


def _frozen(value: Any) -> Any:
    """A JSON list of texts as the tuple that ``Settings`` keeps; anything else as it is."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    return value
