"""Tries the frozen program out as a stranger's PC would have it; ``dev.py build`` calls this.

No Python on the path, no home folder, no environment at all, a program folder that cannot be written to, and a
path with Vietnamese letters and spaces. Then the program runs its own ``self-test``.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

FORBIDDEN = re.compile(
    r"(Qt6?|/)(Charts|Graphs|DataVisualization|VirtualKeyboard|HttpServer|Quick3D|QuickTimeline|Lottie|Mqtt|CoAp"
    r"|Coap|OpcUa|Scxml|StateMachine|NetworkAuth|WaylandCompositor|Protobuf|Grpc|PdfWidgets|WebEngine)"
    r"|PyQt|fitz|pymupdf|python3?\.exe$",
    re.IGNORECASE,
)
"""Qt modules that are GPL only (or need a paid licence), and other GPL or AGPL libraries."""

NOBODY = 65534


def forbidden_files(files: Iterable[Path]) -> list[str]:
    return [file.as_posix() for file in files if FORBIDDEN.search(file.as_posix())]


def try_out(program_folder: Path) -> int:
    """The exit code of the built program's self-test in a copy of its folder."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "Thư mục Nông thôn mới" / "Chương trình"
        shutil.copytree(program_folder, folder, symlinks=True)
        Path(temporary).chmod(0o755)
        scratch = Path(temporary) / "tạm"
        scratch.mkdir()
        scratch.chmod(0o777)
        _set_writable(folder, False)
        try:
            return _self_test(folder, scratch)
        finally:
            _set_writable(folder, True)


def _self_test(folder: Path, scratch: Path) -> int:
    name = "ntm-desktop-cli.exe" if os.name == "nt" else "ntm-desktop-cli"
    environment = {"TMPDIR": str(scratch)}
    if os.name == "nt":
        environment |= {"TMP": str(scratch), "SystemRoot": os.environ["SystemRoot"]}
    command = [str(folder / name), "self-test"]
    as_nobody = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if _is_root() else {}
    done = subprocess.run(command, cwd=scratch, env=environment, check=False, timeout=300, **as_nobody)
    return done.returncode


def _is_root() -> bool:
    """Root writes whatever the permissions say, so that a read-only folder is none."""
    return os.name != "nt" and os.geteuid() == 0


def _set_writable(folder: Path, writable: bool) -> None:
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            mode = path.stat().st_mode
            path.chmod(mode | 0o200 if writable else mode & ~0o222)


def main(program_folder: Path) -> int:
    files = [path.relative_to(program_folder) for path in program_folder.rglob("*")]
    if found := forbidden_files(files):
        print("forbidden in the build:", *found, sep="\n  ", file=sys.stderr)
        return 1
    size = sum(path.lstat().st_size for path in program_folder.rglob("*") if path.is_file())
    print(f"build: {program_folder}, {size / 1e6:.0f} MB; its self-test in an empty environment:", flush=True)
    return try_out(program_folder)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
