"""The page *Các xã* and the taking of packages on a PostgreSQL server: how many communes stand there, folder.
JSON on stdout.

As in the window: Python's collector is off (``ui/garbage.py``), and a desk has taken a package before.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from benchmarks.communes_content import ON, take
from benchmarks.memory import peak_megabytes
from benchmarks.packages_content import opened
from ntm_desktop.services import communes

_TIMES = 5


def measure(folder: Path, first: int, packages: int) -> Mapping[str, float]:
    gc.disable()
    with opened(folder, "tinh") as side:
        listed = []
        for _ in range(_TIMES):
            start = time.perf_counter()
            with side.database.read() as session:
                found = communes.overview(session, on=ON)
            listed.append(time.perf_counter() - start)
        ready = sorted(folder.glob("*.ntmx"), key=lambda path: int(path.stem.split("_")[-2]))
        take(side, ready[first])
        start = time.perf_counter()
        for path in ready[first + 1 : first + packages]:
            take(side, path)
        taken = time.perf_counter() - start
    return {
        "communes": len(found.lines),
        "ms": 1000 * sorted(listed)[_TIMES // 2],
        "per_second": (packages - 1) / taken,
        "mb": peak_megabytes(),
    }


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
