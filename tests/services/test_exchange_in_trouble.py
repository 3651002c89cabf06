"""Exchanging while the program is killed, or on a disk that is full: all of an action or nothing of it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import small_commune
from exchanging import AT, made, new_authority, pinned, submitted, taken
from office import LEAD, TODAY

from ntm_desktop.db.engine import Database
from ntm_desktop.services import commune, evidence, files, works

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no fork")
PROGRAM = Path(__file__).with_name("exchange_in_trouble.py")
TESTS = PROGRAM.parents[1]
Json = dict[str, Any]


@pytest.fixture
def place(tmp_path: Path) -> Callable[[bytes], Path]:
    """A commune that has changed since its last package, and an authority that its next one lies before; with
    an attachment of that content."""

    def make(content: bytes) -> Path:
        side, authority = made(small_commune.make(tmp_path / "xã")), new_authority(tmp_path / "huyện")
        pinned(side, authority)
        (tmp_path / "usb").mkdir()
        first = submitted(side, tmp_path)
        taken(authority, first)
        for left in ("quarantine", "tmp"):
            shutil.rmtree(tmp_path / "huyện" / left)
        scan = tmp_path / "bản quét.txt"
        scan.write_bytes(content)
        with side.database.write("Sửa", LEAD, AT) as session:
            commune.save(session, schools=7)
            works.save(session, name="Nhà văn hóa thôn Yên Bình", kind="van-hoa")
            evidence.attach(session, stored=files.take_in(session.files, scan), code="5.1", today=TODAY)
        side.database.close()
        later = tmp_path / "sau"
        shutil.copytree(tmp_path / "xã", later)
        with Database.open(later) as database:
            side.database = database
            submitted(side, tmp_path / "usb", everything=True)
        authority.database.close()
        return tmp_path

    return make


def memory() -> Path | None:
    """A disk that nobody waits for, where there is a large one."""
    disk = Path("/dev/shm")
    return disk if disk.is_dir() and shutil.disk_usage(disk).free > 2 << 30 else None


def run(place: Path, *arguments: str) -> list[Json]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(TESTS), str(TESTS.parent)])}
    with tempfile.TemporaryDirectory(dir=memory()) as runs:
        command = [sys.executable, str(PROGRAM), str(place), runs, *arguments]
        done = subprocess.run(command, capture_output=True, env=environment)
    assert done.returncode == 0, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def test_killed_at_two_hundred_points_it_is_done_wholly_or_not_at_all(place: Callable[[bytes], Path]) -> None:
    killed = 0
    wanted: dict[str, Json] = {}
    for told in run(place("Biên bản.\n".encode() * 20_000), "killed", "105", "23"):
        if "whole" in told:
            wanted[told["act"]] = told
            continue
        killed += "killed" in told["first"]
        _check_whole_or_not(told, wanted[told["act"]])
    assert killed >= 200


def _check_whole_or_not(told: Json, wanted: Json) -> None:
    assert "error" not in told, told["error"]
    assert "error" not in told["first"], told["first"]["error"]
    told_of = f"{told['act']} at {told.get('at') or told.get('where')}"
    before, end = wanted["before"]["rows"], wanted["end"]["end"]
    after = told["after"]
    assert after["problems"] == [], told_of
    assert after["tmp"] == [], told_of
    if told["act"] == "in":
        assert after["rows"] in (before, end["rows"]), told_of
        assert len(after["quarantine"]) == after["held"] <= 1, f"{told_of}: a person sees what waits"
    else:
        assert after["rows"]["outbox"] in (before["outbox"], before["outbox"] + 1), told_of
    assert told["package_id"] == wanted["whole"]["package_id"], told_of
    again = told["end"]
    assert again["usb"] == end["usb"], told_of
    assert (again["problems"], again["orphans"], again["tmp"]) == ([], [], []), told_of
    assert again["quarantine"] == [], told_of
    rows = {name: count for name, count in again["rows"].items() if name != "export"}
    assert rows == {name: count for name, count in end["rows"].items() if name != "export"}, told_of


def test_a_disk_that_fills_up_at_any_point_says_so_and_loses_nothing(place: Callable[[bytes], Path]) -> None:
    said, wanted = 0, dict[str, Json]()
    for told in run(place(os.urandom(1 << 20).hex().encode()), "fills up", "24", "29"):
        if "whole" in told:
            wanted[told["act"]] = told
            continue
        _check_whole_or_not(told, wanted[told["act"]])
        if sentence := told["first"].get("said"):
            said += 1
            assert any(words in sentence for words in ROOM), f"{told['act']} at {told['at']}: {sentence}"
    assert said >= 32


ROOM = ("ổ đĩa", "Ổ đĩa", "chỗ trống")


def test_on_a_full_disk_each_step_says_so_and_works_afterwards(place: Callable[[bytes], Path]) -> None:
    said: dict[tuple[str, int], str] = {}
    wanted: dict[str, Json] = {}
    for told in run(place(os.urandom(6 << 20).hex().encode()), "full", "0", "0"):
        if "whole" in told:
            wanted[told["act"]] = told
            continue
        _check_whole_or_not(told, wanted[told["act"]])
        if sentence := told["first"].get("said"):
            said[told["where"], told["quota"]] = sentence
    writing = {"number", "write_out", "note", "arrive", "read", "keep", "apply"}
    assert {where for where, quota in said if quota == 0} == writing
    assert {where for where, quota in said if quota == 10 << 20} == {"write_out", "arrive", "read"}
    for sentence in said.values():
        assert any(words in sentence for words in ROOM), sentence
