"""The last overview as it was painted, kept in the folder's cache and shown before the database is open."""

from __future__ import annotations

import json
import logging
from pathlib import Path

from ntm_desktop.domain.overview import Overview, from_plain, to_plain

_log = logging.getLogger(__name__)


def read(folder: Path) -> Overview | None:
    """None when there is none yet, or when another version wrote it."""
    try:
        return from_plain(json.loads(_path(folder).read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write(folder: Path, overview: Overview) -> None:
    """Best effort: without it the next start shows its bars a little later."""
    path = _path(folder)
    try:
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(to_plain(overview), ensure_ascii=False), encoding="utf-8")
    except OSError as error:
        _log.warning("overview not cached: %s", error.strerror)


def _path(folder: Path) -> Path:
    return folder / "cache" / "overview.json"
