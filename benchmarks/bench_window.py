"""The first painted window, the live overview, the longest stall and the memory at rest, each against a bare
PySide6 window with a table. Every run is a process of its own; times count from its start."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.figures import Figure, Measurements, in_process, medians

_RUNS = 7
_STALL_MS = 50
_ANEW = 7  # no promise: a guard around what was measured


def figures() -> Sequence[Figure]:
    from ntm_desktop.services import sample

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "sample"
        sample.make(folder)
        for what in ("bare", "product"):  # compiles, paints the overview into the cache, warms the disk
            _run(what, folder)
        taken = medians(
            {"bare": lambda: _run("bare", folder), "product": lambda: _run("product", folder)}, _RUNS
        )
    bare, product = taken["bare"], taken["product"]
    return [
        Figure("first painted window", product["painted"], "s", 1.25, bare["painted"]),
        # live: known to be what the database says (its history still ends where the overview was made from)
        Figure("live overview of the sample", product["live"], "s", 3.3, bare["painted"]),
        Figure("the same read anew through the services", product["anew"], "s", _ANEW, bare["painted"]),
        Figure("longest stall of the GUI thread while loading", product["stall"] * 1e3, "ms", _STALL_MS),
        Figure("resident memory at rest", product["memory"], "MB", 2.2, bare["memory"]),
    ]


def _run(what: str, folder: Path) -> Measurements:
    return in_process("window_process", what, folder, NTM_BENCH_START=str(time.monotonic()))
