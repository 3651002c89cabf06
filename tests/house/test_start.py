"""What starting costs and touches: no network at all, and nothing heavy before the first paint."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

WITHOUT_SOCKETS = """
import sys
def forbid(event, arguments):
    if event.startswith("socket."):
        raise SystemExit(f"the program uses the network: {event}")
sys.addaudithook(forbid)
from ntm_desktop.cli import main
data, paper = sys.argv[1:]
COMMANDS = (["sample"], ["status"], ["dossier", "--draft", "--out", paper], ["backup"], ["check", "--deep"])
for command in COMMANDS:
    code = main(["--data", data, *command])
    if code:
        raise SystemExit(f"{command}: {code}")
"""

HEAVY = (
    "sqlalchemy",
    "alembic",
    "reportlab",
    "pikepdf",
    "pypdfium2",
    "PIL",
    "docx",
    "openpyxl",
    "xlsxwriter",
    "msgspec",
    "jinja2",
    "ntm_desktop.db",
)


def _python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_commune_workplace_opens_no_socket(tmp_path: Path) -> None:
    done = _python(WITHOUT_SOCKETS, str(tmp_path / "data"), str(tmp_path / "ho-so.pdf"))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "ho-so.pdf").read_bytes().startswith(b"%PDF-")


def test_nothing_heavy_is_loaded_before_the_first_paint() -> None:
    done = _python("import sys, ui.app, ui.main_window; print(*sys.modules)")
    assert done.returncode == 0, done.stderr
    loaded = done.stdout.split()
    assert [
        name for name in loaded if any(name == heavy or name.startswith(f"{heavy}.") for heavy in HEAVY)
    ] == []


def test_the_command_line_needs_no_qt() -> None:
    done = _python("import sys, ntm_desktop.cli; print(*sys.modules)")
    assert done.returncode == 0, done.stderr
    assert not {"PySide6", "shiboken6", "ui"} & set(done.stdout.split())


def test_a_subcommand_is_handed_over_without_qt(tmp_path: Path) -> None:
    """Refused, since there is no data: but by the command line."""
    code = "import sys; from ui.__main__ import main; print(main(sys.argv[1:]), *sys.modules)"
    done = _python(code, "--data", str(tmp_path), "status")
    assert done.returncode == 0, done.stderr
    code, *loaded = done.stdout.split()
    assert code == "1"
    assert "ntm_desktop.cli" in loaded
    assert not {"PySide6", "shiboken6"} & set(loaded)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a display")
def test_without_a_display_the_window_says_so_and_commands_run(tmp_path: Path) -> None:
    shown_by = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in shown_by}

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "ui", *words]
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8")

    for words in ((), ("--data", str(tmp_path))):
        opened = run(*words)
        assert (opened.returncode, opened.stdout) == (1, "")
        assert opened.stderr.startswith("Cửa sổ chương trình cần màn hình mà ở đây không có.")
        assert opened.stderr.count("\n") == 1
    assert run("--version").returncode == 0
    said = run("--data", str(tmp_path), "status")
    assert said.returncode == 1
    assert "màn hình" not in said.stderr
