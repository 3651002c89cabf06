"""Run by a test: makes a commune or the sample, and is killed at one of its steps on the disk.

Arguments: folder, “new” or “sample”, and the step. A step is a file or folder made, renamed or removed, in
the order in which they happen.
"""

import os
import signal
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from ntm_desktop.services import sample, workplace

STEPS = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "sqlite3.connect"}
folder, what, left = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])


def count(event: str, _arguments: object) -> None:
    global left
    if event in STEPS:
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


sys.addaudithook(count)
if what == "sample":
    sample.make(folder)
else:
    workplace.create(
        folder,
        commune=workplace.NewCommune(name="xã Yên Hóa", province="tỉnh Quảng Bình", code="18928"),
        goal=workplace.NewGoal("xa-ntm-2016-2020", 2021, "tdmnpb", date(2020, 12, 22)),
        new_people=[workplace.NewPerson("Cao Thị Hòa")],
        at=datetime(2021, 6, 30, tzinfo=UTC),
    )
sys.stdout.write(f"{int(sys.argv[3]) - left}\n")
