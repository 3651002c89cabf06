"""Run by a test: puts a package on a stick that is full, or is killed at one of its steps.

Arguments: source, stick, name, limit ("0": none), what happens, and a number:
"size" lets no file grow beyond so many bytes; "killed" ends the process at that step, "count" says how many
steps there are; "filled" mounts a small disk of its own as the stick, which another program fills meanwhile.
"""

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

from ntm_desktop.errors import NtmError
from ntm_desktop.sync import medium

STEPS = {"open", "os.rename", "os.remove"}
source, stick, name = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
limit, what, number = int(sys.argv[4]), sys.argv[5], int(sys.argv[6])
steps = 0


def step(event: str = "", _arguments: object = ()) -> None:
    global steps
    if event and event not in STEPS:
        return
    steps += 1
    if what == "killed" and steps == number:
        os.kill(os.getpid(), signal.SIGKILL)


def alive(_done: int) -> None:
    step()
    if what == "filled" and not (stick / "phim.mp4").exists():
        subprocess.run(["dd", "if=/dev/zero", f"of={stick / 'phim.mp4'}", "bs=1M"], stderr=subprocess.DEVNULL)


if what == "size":
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (number, number))
elif what == "filled":
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={number}", "tmpfs", str(stick)], check=True)
sys.addaudithook(step)
try:
    medium.put(source, stick, name, limit=limit or None, alive=alive)
    said = f"done after {steps}"
except NtmError as error:
    said = f"NtmError: {error}"
left = sorted(path.name for path in stick.iterdir())
sys.stdout.buffer.write("\n".join((said, *left)).encode())
