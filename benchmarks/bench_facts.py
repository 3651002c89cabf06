"""100 000 assessments: the status through the services, and each page in a window that runs.

A page counts from the click, or from the write that makes it read anew, to the painted page: what the data
thread reads and what the window builds and fills.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from benchmarks import commune
from benchmarks.figures import Figure, Measurements, in_process, medians, seconds
from ntm_desktop import settings
from ntm_desktop.db.engine import Database, Session
from ntm_desktop.services import search, status
from ntm_desktop.settings import Settings

FACTS = 100_000
_STATUS_MS = 50
_PAGE_MS = 100

_NAMES: Mapping[str, str] = {
    "tong-quan": "page Tổng quan",
    "tieu-chi": "page Tiêu chí",
    "tieu-chi/4.2": "page Tiêu chí, one indicator",
    "cong-trinh": "page Công trình",
    "vuong-mac": "page Vướng mắc",
    "ho-so": "page Hồ sơ",
    "lich-su": "page Lịch sử",
    "thiet-lap": "page Thiết lập",
}

_READ: Mapping[str, Callable[[Session], object]] = {
    "status": lambda session: status.status(session, on=commune.TODAY),
    "search": lambda session: search.search(session, text="duong thon", on=commune.TODAY),
}


def figures() -> Sequence[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "data"
        commune.make(folder, facts=FACTS).close()
        settings.save(Settings(story_day=commune.TODAY.isoformat()), folder)
        contestants = {
            "services": lambda: _services(folder),
            "window": lambda: in_process("pages_process", folder, *_NAMES),
        }
        taken = medians(contestants)
    services, pages = taken["services"], taken["window"]
    return [
        Figure(f"{FACTS} facts, status", services["status"], "ms", _STATUS_MS),
        Figure(f"{FACTS} facts, search", services["search"], "ms", _PAGE_MS),
        *(
            Figure(f"{FACTS} facts, {name}, {how}", pages[f"{key} {target}"], "ms", _PAGE_MS)
            for target, name in _NAMES.items()
            for key, how in (("again", "read anew"), ("first", "opened for the first time"))
        ),
    ]


def _services(folder: Path) -> Measurements:
    """Each after a figure was recorded, and after another reading that compiled the queries."""
    with Database.open(folder) as database:
        found = {}
        for _ in range(2):
            for name, read in _READ.items():
                commune.touch(database)
                with database.read() as session:
                    found[name] = seconds(partial(read, session)) * 1e3
    return found
