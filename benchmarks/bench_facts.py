"""100 000 assessments: the status, and what each page reads, on the data thread."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from benchmarks import commune
from benchmarks.figures import Figure, medians, seconds
from ntm_desktop.db.session import Session
from ntm_desktop.services import dossier, history, indicators, overview, search, status

FACTS = 100_000
_STATUS_MS = 50
_PAGE_MS = 100

_PAGES: dict[str, Callable[[Session], object]] = {
    "status": lambda s: status.status(s, on=commune.TODAY),
    "page Tổng quan": lambda s: overview.load(s, today=commune.TODAY),
    "page Tiêu chí": lambda s: indicators.table(s, on=commune.TODAY),
    "page Tiêu chí, one indicator": lambda s: indicators.detail(s, code="4.2", on=commune.TODAY),
    "page Hồ sơ": lambda s: (
        dossier.readiness(s, on=commune.TODAY),
        dossier.papers(s, on=commune.TODAY),
        dossier.register_list(s),
    ),
    "page Lịch sử": lambda s: history.entries(s, limit=200),
    "search": lambda s: search.search(s, text="duong thon"),
}


def figures() -> Sequence[Figure]:
    with tempfile.TemporaryDirectory() as name:
        database = commune.make(Path(name) / "data", facts=FACTS)

        def read(page: Callable[[Session], object]) -> dict[str, float]:
            with database.read() as session:
                return {"ms": seconds(lambda: page(session)) * 1e3}

        taken = medians({name: partial(read, page) for name, page in _PAGES.items()})
        database.close()
    return [
        Figure(f"{FACTS} facts, {name}", one["ms"], "ms", _STATUS_MS if name == "status" else _PAGE_MS)
        for name, one in taken.items()
    ]
