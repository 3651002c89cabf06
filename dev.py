#!/usr/bin/env python3
"""The one tool of this repository. Needs Python 3.11 to 3.13 and nothing else.

    python3 dev.py run [arguments]    open the program (without a display: print the sample's dossier)
    python3 dev.py test               everything: lint, types, import contracts, frozen build, all tests
    python3 dev.py test ARGUMENTS     only pytest, with these arguments
    python3 dev.py check              lint, format, types, import contracts
    python3 dev.py bench [arguments]  the speed and memory figures
    python3 dev.py build              the shipped program in dist/, made and tried out in an empty environment
    python3 dev.py translations       the catalogues: texts of ui/ into ntm_en.ts, then each .ts into its .qm
    python3 dev.py lock               the lock files anew from pyproject.toml (needs uv)

Each first makes what is missing: .venv with the locked packages, and on Debian and Ubuntu what Qt needs.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import platform
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "requirements-dev.lock"
STAMP = VENV / "made-from"
OUT = ROOT / "out"
CATALOGUES = ROOT / "resources" / "translations"

SERVERS = Path("/usr/lib/postgresql")
SYSTEM_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libcups.so.2": "libcups2",
}
TEST_TOOLS = {
    "pdfsig": "poppler-utils",  # the tests ask it whether a signature is good
    "certutil": "libnss3-tools",  # and tell it whom to trust
    "softhsm2-util": "softhsm2",  # a token to sign with
    "initdb": "postgresql",  # a server that the tests start themselves
    "faketime": "faketime",  # a clock of 1980 and of 2099
}
"""Without these the tests of signing, of the server and of clocks are skipped; in CI the latter two fail."""

SPREAD = ("--numprocesses", "auto", "--dist", "loadfile")
"""All cores; the tests of one file share what their fixtures made."""
CHECKS = {
    "lint": ["-m", "ruff", "check"],
    "format": ["-m", "ruff", "format", "--check"],
    "types": ["-m", "mypy"],
    "import contracts": ["-c", "from importlinter.cli import lint_imports_command as lint; lint()"],
}


def main(arguments: Sequence[str]) -> int:
    command, rest = (arguments[0], list(arguments[1:])) if arguments else ("", [])
    rest = rest[1:] if rest[:1] == ["--"] else rest  # “dev.py run -- --help”: all that follows is passed on
    commands = {
        "run": run,
        "test": test,
        "check": check,
        "bench": bench,
        "build": build,
        "translations": translations,
        "lock": lock,
    }
    if command not in commands:
        print(__doc__)
        return 0 if command in ("-h", "--help", "help") else 2
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        print(f"dev.py: needs Python 3.11, 3.12 or 3.13; this is {sys.version.split()[0]}", file=sys.stderr)
        return 1
    os.chdir(ROOT)
    if command != "lock":
        make_environment()
    return commands[command](rest)


def run(arguments: list[str]) -> int:
    if arguments or has_display():
        return python("-m", "ui", *arguments)
    say("no display here: making the sample commune and printing its dossier")
    data, paper = OUT / "sample", OUT / "ho-so-mau.pdf"
    shutil.rmtree(data, ignore_errors=True)
    OUT.mkdir(exist_ok=True)
    program = ("-m", "ntm_desktop", "--data", str(data))
    failed = python(*program, "sample") or python(*program, "dossier", "--draft", "--out", str(paper))
    if not failed:
        say(f"the sample's data: {data}\n        its dossier:       {paper}")
    return failed


def test(arguments: list[str]) -> int:
    if arguments:
        return python("-m", "pytest", *arguments, QT_QPA_PLATFORM="offscreen")
    failed = [name for name, step in (("check", check), ("build", build)) if step([])]
    if python("-m", "pytest", *SPREAD, QT_QPA_PLATFORM="offscreen"):
        failed.append("pytest")
    return report(failed)


def check(_arguments: list[str]) -> int:
    return report([name for name, command in CHECKS.items() if python(*command)])


def bench(arguments: list[str]) -> int:
    return python("-m", "benchmarks", *arguments)


def build(_arguments: list[str]) -> int:
    frozen = python("-m", "PyInstaller", "build.spec", "--noconfirm", "--clean", "--log-level", "ERROR")
    return frozen or python("tests/house/try_build.py", "dist/ntm-desktop")


def translations(_arguments: list[str]) -> int:
    """New texts enter the catalogue as unfinished: write their English there, then call this again."""
    texts = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "ui").rglob("*.py"))
    options = "-no-obsolete -locations none -source-language vi -target-language en"
    failed = pyside("lupdate", *options.split(), *texts, "-ts", str(CATALOGUES / "ntm_en.ts"))
    for catalogue in sorted(CATALOGUES.glob("*.ts")):
        failed = failed or pyside("lrelease", str(catalogue))
    return failed


def lock(_arguments: list[str]) -> int:
    options = "--quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header"
    uv = ["uv", "pip", "compile", *options.split(), "pyproject.toml"]
    shipped = call([*uv, "-o", "requirements.lock"])
    extras = ["--extra", "signing", "--extra", "postgresql", "--extra", "dev"]
    return shipped or call([*uv, *extras, "-c", "requirements.lock", "-o", LOCK.name])


def make_environment() -> None:
    """Makes .venv when it is missing or was made from another lock; says what it does."""
    wanted = hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()
    if STAMP.is_file() and STAMP.read_text(encoding="ascii") == wanted:
        return
    install_system_packages()
    if not made_by_this_python():
        say("making .venv")
        must([sys.executable, "-m", "venv", "--clear", str(VENV)])
    say(f"installing the packages of {LOCK.name} into .venv")
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    must([*pip, "--require-hashes", "--no-deps", "-r", str(LOCK)])
    plain_path = [
        "--config-settings",
        "editable_mode=compat",
    ]  # a finder would slow down each start of Python
    must([*pip, "--no-deps", "--no-build-isolation", *plain_path, "--editable", str(ROOT)])
    STAMP.write_text(wanted, encoding="ascii")


def made_by_this_python() -> bool:
    note = VENV / "pyvenv.cfg"
    version = f"version = {platform.python_version()}\n"
    return PYTHON.is_file() and note.is_file() and version in note.read_text(encoding="utf-8")


def install_system_packages() -> None:
    """What Qt, venv, build and tests need of Debian or Ubuntu; of other systems nothing is known here."""
    if not shutil.which("apt-get"):
        return
    packages = [package for library, package in SYSTEM_LIBRARIES.items() if not loads(library)]
    if sys.base_prefix == "/usr":  # Debian's own Python comes in parts
        version = f"3.{sys.version_info.minor}"
        if not importlib.util.find_spec("ensurepip"):
            packages.append(f"python{version}-venv")
        if not loads(f"libpython{version}.so.1.0"):
            packages.append(f"libpython{version}")
    if not shutil.which("objcopy"):
        packages.append("binutils")
    for_tests = [package for tool, package in TEST_TOOLS.items() if not is_installed(tool)]
    if not packages and not for_tests:
        return
    may = [] if os.geteuid() == 0 else ["sudo", "-n"]
    install = [
        *may,
        "apt-get",
        "install",
        "--quiet",
        "--yes",
        "--no-install-recommends",
        *packages,
        *for_tests,
    ]
    say(f"installing system packages: {' '.join([*packages, *for_tests])}")
    allowed = not may or (shutil.which("sudo") and call([*may, "true"]) == 0)
    if not allowed or call([*may, "apt-get", "update", "--quiet"]) or call(install):
        by_hand = " ".join(["sudo", "apt-get", "install", *packages, *for_tests])
        if not packages:
            say(f"some tests are skipped; for these: {by_hand}")
            return
        sys.exit(
            f"dev.py: these system packages are missing. Install them, then call dev.py again:\n  {by_hand}"
        )


def is_installed(tool: str) -> bool:
    """Debian keeps the programs of PostgreSQL's server out of PATH."""
    return bool(shutil.which(tool) or any(SERVERS.glob(f"*/bin/{tool}")))


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_display() -> bool:
    return sys.platform in ("win32", "darwin") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def report(failed: list[str]) -> int:
    if failed:
        print(f"dev.py: failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def python(*arguments: str, **environment: str) -> int:
    return call([str(PYTHON), *arguments], **environment)


def pyside(tool: str, *arguments: str) -> int:
    return call([str(PYTHON.with_name(f"pyside6-{tool}{PYTHON.suffix}")), *arguments])


def must(command: list[str]) -> None:
    if call(command):
        sys.exit(f"dev.py: this failed: {shlex.join(command)}")


def call(command: list[str], **environment: str) -> int:
    sys.stdout.flush()
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=False).returncode


def say(what: str) -> None:
    print(f"dev.py: {what}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
