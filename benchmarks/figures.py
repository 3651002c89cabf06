"""How every figure is taken: interleaved runs, medians, a ratio against the floor, one repeat on a breach."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

RUNS = 5
Measurements = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Figure:
    """One promise: ``measured`` against ``floor`` times ``limit``; without a floor the limit is absolute."""

    name: str
    measured: float
    unit: str
    limit: float
    floor: float | None = None

    @property
    def value(self) -> float:
        return self.measured if self.floor is None else self.measured / self.floor

    @property
    def kept(self) -> bool:
        return self.value <= self.limit

    def line(self) -> str:
        verdict = "ok    " if self.kept else "BREACH"
        if self.floor is None:
            return (
                f"{verdict} {self.name}: {self.measured:.4g} {self.unit} (limit {self.limit:g} {self.unit})"
            )
        return (
            f"{verdict} {self.name}: {self.value:.2f} × floor (limit {self.limit:g} ×; "
            f"{self.measured:.4g} against {self.floor:.4g} {self.unit})"
        )


def medians(
    contestants: Mapping[str, Callable[[], Measurements]], runs: int = RUNS
) -> Mapping[str, Measurements]:
    """Runs all contestants in turn, ``runs`` times; the median of each number that they return."""
    taken: dict[str, list[Measurements]] = {name: [] for name in contestants}
    for _ in range(runs):
        for name, contestant in contestants.items():
            taken[name].append(contestant())
    return {
        name: {key: statistics.median(one[key] for one in rows) for key in rows[0]}
        for name, rows in taken.items()
    }


def in_process(process: str, *arguments: str | Path, **environment: str) -> Measurements:
    """The numbers that ``benchmarks.<process>`` prints; run as ``build.spec`` builds the product: compiled,
    without docstrings, in a home of its own."""
    with tempfile.TemporaryDirectory() as home:
        around = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "HOME": home, "XDG_CONFIG_HOME": home}
        around.pop("PYTHONDONTWRITEBYTECODE", None)
        around["PYTHONPYCACHEPREFIX"] = _compiled().name
        done = subprocess.run(
            [sys.executable, "-OO", "-m", f"benchmarks.{process}", *map(str, arguments)],
            env=around | environment,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    numbers: dict[str, float] = json.loads(done.stdout)
    return numbers


@cache
def _compiled() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(ignore_cleanup_errors=True)


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
