"""An authority with 100 to 3 321 communes, of 57 indicators and 30 works each, on a PostgreSQL server."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import communes_content
from benchmarks.figures import Figure, in_process

SIZES = (100, 1_000, 3_321)
PACKAGES = 12
"""Taken at each size."""


def figures() -> Sequence[Figure]:
    taken = {}
    with tempfile.TemporaryDirectory() as name, communes_content.server() as url:
        folder = Path(name)
        stick = communes_content.make(folder, url)
        for turn, size in enumerate(SIZES):
            communes_content.multiply(url, stick.commune, size)
            told = str(1 + turn * PACKAGES), str(PACKAGES)
            taken[size] = in_process("communes_process", folder, *told)
    few, most = taken[SIZES[0]], taken[SIZES[-1]]
    return [
        Figure(f"Các xã, {SIZES[-1]} communes", most["ms"], "ms", 300),
        Figure("its growth, to that of the communes", most["ms"] / few["ms"], "×", SIZES[-1] / SIZES[0]),
        Figure("seconds a package of rows alone", 1 / most["per_second"], "s", 1 / 20),
        Figure("their growth from 100 communes", few["per_second"] / most["per_second"], "×", 1.3),
        Figure("memory", most["mb"], "MB", 250),
    ]
