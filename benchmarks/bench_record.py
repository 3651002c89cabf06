"""Recording a value, from the service call to committed on disk, against a raw commit of one row.

The row of the floor holds the value alone: no checks, and no history entry as the program adds one.
"""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from benchmarks import commune
from benchmarks.figures import Figure, medians, seconds
from ntm_desktop.services import assessments

_ROUNDS = 60


def figures() -> Sequence[Figure]:
    with tempfile.TemporaryDirectory() as name:
        database = commune.make(Path(name) / "data")
        raw = _raw(Path(name) / "raw.db")
        start = iter(range(1_000_000))

        def record() -> None:
            day = date(2012, 1, 1) + timedelta(days=next(start) % 3_000)
            with database.write("Nhập số liệu", "Nguyễn Văn Đo", commune.AT) as session:
                assessments.record(session, code="4.2", texts={"v": "96,5"}, as_of=day, today=commune.TODAY)

        def commit() -> None:
            raw.execute("BEGIN IMMEDIATE")
            row = (f"{next(start)}", "4.2", '{"v":9650}', "2021-06-30")
            raw.execute("INSERT INTO fact VALUES (?, ?, ?, ?)", row)
            raw.execute("COMMIT")

        taken = medians(
            {
                "record": lambda: {"s": statistics.median(seconds(record) for _ in range(_ROUNDS))},
                "commit": lambda: {"s": statistics.median(seconds(commit) for _ in range(_ROUNDS))},
            }
        )
        database.close()
        raw.close()
    return [
        Figure(
            "recording a value, committed", taken["record"]["s"] * 1e3, "ms", 6, taken["commit"]["s"] * 1e3
        )
    ]


def _raw(path: Path) -> sqlite3.Connection:
    """The same pragmas, one table, one row a commit."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("locking_mode=EXCLUSIVE", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE fact (uid TEXT PRIMARY KEY, code TEXT, value TEXT, as_of TEXT) STRICT")
    return connection
