"""What this process alone holds: ``ru_maxrss`` would begin with what its parent had."""

from __future__ import annotations

from pathlib import Path


def resident_megabytes() -> float:
    return _status("VmRSS")


def peak_megabytes() -> float:
    return _status("VmHWM")


def _status(key: str) -> float:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith(key)).split()[1]) / 1024
