"""The program is killed while it saves. What it had called saved is there, nothing is there by half."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from commune_rows import make

from ntm_desktop.db.chain import verify_chain
from ntm_desktop.db.engine import Database, live
from ntm_desktop.db.models import hamlet

PROGRAM = Path(__file__).with_name("write_until_killed.py")


def _killed_after(folder: Path, acknowledged: int, start: int) -> int:
    """Kills the writer once it has told of so many actions; returns the last one it told of."""
    command = [sys.executable, str(PROGRAM), str(folder), str(start)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        for _ in range(acknowledged):
            assert writer.stdout.readline()
        writer.kill()
        told = [int(line) for line in writer.stdout.read().splitlines()]
    return max([start + acknowledged - 1, *told])


def test_killed_at_many_points(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    make(folder).close()
    start = 0
    for acknowledged in (1, 2, 3, 5, 8, 13, 21, 34, 55, 89):
        last = _killed_after(folder, acknowledged, start)
        with Database.open(folder) as database, database.read() as session:
            uids = {row["uid"] for row in session.rows(live(hamlet, session))}
            entries = verify_chain(session)
            saved = {f"{number}-{part}" for number in range(last + 1) for part in range(3)}
            assert saved <= uids
            assert len(uids) == 3 * entries
            for sha256 in database.files.stored():
                assert not list(database.files.damaged([sha256]))
            start = entries
