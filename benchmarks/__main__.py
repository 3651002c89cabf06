"""``python -m benchmarks [area …]``: all areas, or those named. Exit 1 when a figure is breached twice."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence

from benchmarks import (
    bench_binding,
    bench_communes,
    bench_dossier,
    bench_facts,
    bench_imports,
    bench_packages,
    bench_record,
    bench_window,
    bench_works,
)
from benchmarks.figures import Figure

AREAS: Mapping[str, Callable[[], Sequence[Figure]]] = {
    "window": bench_window.figures,
    "record": bench_record.figures,
    "facts": bench_facts.figures,
    "dossier": bench_dossier.figures,
    "binding": bench_binding.figures,
    "imports": bench_imports.figures,
    "works": bench_works.figures,
    "packages": bench_packages.figures,
    "communes": bench_communes.figures,
}


def main(names: Sequence[str]) -> int:
    unknown = set(names) - AREAS.keys()
    if unknown:
        print(f"no such area: {', '.join(sorted(unknown))}; there are: {', '.join(AREAS)}")
        return 2
    kept = True
    for name in names or AREAS:
        print(f"— {name}", flush=True)
        taken = AREAS[name]()
        if not all(figure.kept for figure in taken):
            print("  breached; taken once more", flush=True)
            taken = AREAS[name]()
        for figure in taken:
            print(f"  {figure.line()}", flush=True)
        kept = kept and all(figure.kept for figure in taken)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
