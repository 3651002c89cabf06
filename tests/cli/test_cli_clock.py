"""The exchange as the command line does it, which asks the PC's own clock, where that is years off."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
ASKED = (
    "test_a_state_goes_over_and_is_told_by_its_code",
    "test_unchanged_data_are_the_same_package",
    "test_parts_come_one_after_the_other",
    "test_an_unknown_sender_waits_until_its_key_is_pinned",
    "test_a_remark_its_answer_and_the_conclusion_go_both_ways",
)
_NOT_THERE = "faketime is not installed; on Debian and Ubuntu: sudo apt-get install faketime"


@pytest.mark.skipif(sys.platform == "win32", reason="no program there gives another one a clock of its own")
@pytest.mark.parametrize("clock", ["1980-01-02 08:00:00", "2099-12-30 08:00:00"])
def test_packages_go_both_ways_whatever_the_clock_says(clock: str) -> None:
    program = shutil.which("faketime")
    if program is None:
        if "CI" in os.environ:
            pytest.fail(_NOT_THERE)
        pytest.skip(_NOT_THERE)
    ids = [f"{TESTS / 'cli' / 'test_cli_exchange.py'}::{one}" for one in ASKED]
    words = [program, "-f", f"@{clock}", sys.executable, "-m", "pytest", "-q", "-p", "no:xdist"]
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")}
    done = subprocess.run(
        [*words, "-p", "no:cacheprovider", *ids], cwd=TESTS.parent, env=environment, capture_output=True
    )
    assert done.returncode == 0, done.stdout.decode()
    assert f"{len(ASKED)} passed" in done.stdout.decode()
