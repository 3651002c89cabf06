"""The last overview as it was painted, kept in the folder's cache and shown before the database is open."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from pathlib import Path

from ntm_desktop import __version__
from ntm_desktop.domain.overview import Overview, from_plain, to_plain

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Kept:
    overview: Overview
    head: str
    """Digest of the newest history entry that the overview was made from."""


def read(folder: Path) -> Kept | None:
    """None when there is none yet, or when another version wrote it."""
    try:
        plain = json.loads(_path(folder).read_text(encoding="utf-8"))
        if plain["version"] != __version__:
            return None
        return Kept(from_plain(plain["overview"]), str(plain["head"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write(folder: Path, kept: Kept) -> None:
    """Best effort: without it the next start shows its bars a little later."""
    path = _path(folder)
    plain = {"version": __version__, "head": kept.head, "overview": to_plain(kept.overview)}
    try:
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")
    except OSError as error:
        _log.warning("overview not cached: %s", error.strerror)


def _path(folder: Path) -> Path:
    return folder / "cache" / "overview.json"
