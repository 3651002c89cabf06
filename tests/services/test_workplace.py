"""Making a data folder: wholly or not at all, whatever happens on the way."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from office import LEAD

from ntm_desktop import settings
from ntm_desktop.db.engine import Database
from ntm_desktop.services import check, goals, people, sample, workplace
from ntm_desktop.settings import Settings

PROGRAM = Path(__file__).with_name("make_until_killed.py")


def _made_until(folder: Path, what: str, step: int) -> int:
    """Makes the data until a step on the disk; returns the steps taken, 0 when it was killed."""
    command = [sys.executable, str(PROGRAM), str(folder), what, str(step)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert not ran.stderr
    return int(ran.stdout or 0)


def _require_whole(folder: Path, what: str) -> None:
    with Database.open(folder) as database, database.read() as session:
        report = check.check(session, deep=True, now=datetime(2026, 1, 1, tzinfo=UTC))
        assert (report.problems, report.orphans) == ((), 0)
        assert people.lead(session) == LEAD
        assert len(goals.list_goals(session)) == (3 if what == "sample" else 1)
    assert not (folder / "tmp" / "lap-moi").exists()
    story_day = sample.STORY_DAY if what == "sample" else ""
    assert settings.load(folder).story_day == story_day


@pytest.mark.parametrize(("what", "parts"), [("new", 6), ("sample", 2)])
def test_killed_while_making_there_is_all_or_nothing(tmp_path: Path, what: str, parts: int) -> None:
    folder = tmp_path / "data"
    steps = _made_until(tmp_path / "first", what, 1_000_000)
    _require_whole(tmp_path / "first", what)
    halves = 0
    for step in [*(steps * part // parts for part in range(1, parts)), *range(steps - 7, steps, 3)]:
        assert not _made_until(folder, what, step)
        if workplace.is_made(folder):
            _require_whole(folder, what)
            shutil.rmtree(folder)
        else:
            halves += 1  # what is left is in the way of nothing
    assert halves
    assert _made_until(folder, what, 1_000_000)
    _require_whole(folder, what)


def test_what_a_killed_sample_left_does_not_stop_the_clock_of_a_commune(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    settings.save(Settings(story_day=sample.STORY_DAY, backup_places=("E:/Sao lưu",)), folder)
    assert _made_until(folder, "new", 1_000_000)
    assert settings.load(folder) == Settings(backup_places=("E:/Sao lưu",))
    _require_whole(folder, "new")


def test_opening_sweeps_what_a_power_cut_left(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    assert _made_until(folder, "new", 1_000_000)
    left = folder / "tmp" / "lap-moi" / "files"
    left.mkdir(parents=True)
    Database.open(folder).close()
    assert not left.parent.exists()
