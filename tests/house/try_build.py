"""Tries the frozen program out as a stranger's PC would have it; ``dev.py build`` calls this.

No Python on the path, no home folder, no environment at all, a program folder that cannot be written to, in a
path with Vietnamese letters and spaces. There the program runs its own ``self-test``.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

FORBIDDEN = re.compile(
    r"Qt6?(Charts|Graphs|DataVisualization|VirtualKeyboard|HttpServer|Quick|Qml|Lottie|Mqtt|Coap|OpcUa"
    r"|NetworkAuth|Protobuf|Grpc|WaylandCompositor|WebEngine|Pdf|Network)"
    r"|PyQt[56]|/fitz/|pymupdf|libreadline",
    re.IGNORECASE,
)
"""Qt modules that are GPL only, those we have no use for, and other GPL or AGPL libraries."""

NOBODY = 65534


def forbidden_files(files: Iterable[Path]) -> list[str]:
    return [file.as_posix() for file in files if FORBIDDEN.search(file.as_posix())]


def try_out(program_folder: Path) -> int:
    """The exit code of the built program's self-test in a copy of its folder."""
    with tempfile.TemporaryDirectory() as temporary:
        top = Path(temporary)
        scratch = top / "tạm"
        scratch.mkdir()
        folder = top / "Thư mục Nông thôn mới" / "Chương trình"
        shutil.copytree(program_folder, folder, symlinks=True)
        for path in (folder, *folder.rglob("*")):
            _protect(path)
        folder.parent.chmod(0o555)
        top.chmod(0o755)
        scratch.chmod(0o777)
        try:
            return _self_test(folder, scratch)
        finally:
            for path in (folder.parent, folder, *folder.rglob("*")):
                if not path.is_symlink():
                    path.chmod(path.stat().st_mode | stat.S_IWUSR)


def _protect(path: Path) -> None:
    """Everybody may read, and run what can be run; nobody may write."""
    if path.is_symlink():
        return
    runs = path.is_dir() or path.stat().st_mode & stat.S_IXUSR
    path.chmod(0o555 if runs else 0o444)


def _self_test(folder: Path, scratch: Path) -> int:
    name = "ntm-desktop-cli.exe" if os.name == "nt" else "ntm-desktop-cli"
    environment = {"TMPDIR": str(scratch)}
    if os.name == "nt":
        environment |= {"TMP": str(scratch), "SYSTEMROOT": os.environ["SYSTEMROOT"]}
    command = [str(folder / name), "self-test"]
    nobody = NOBODY if _is_root() else None
    done = subprocess.run(
        command,
        cwd=scratch,
        env=environment,
        check=False,
        timeout=300,
        user=nobody,
        group=nobody,
        extra_groups=None if nobody is None else [],
    )
    if done.returncode:
        for file in scratch.rglob("*.log"):
            print(file.read_text(encoding="utf-8"), file=sys.stderr)
    return done.returncode


def _is_root() -> bool:
    """Root writes whatever the permissions say, so that a read-only folder is none."""
    return os.name != "nt" and os.geteuid() == 0


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
