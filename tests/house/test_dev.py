"""``dev.py`` and the try-out of the build: a failing step fails the whole."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import try_build

import dev

ROOT = Path(__file__).resolve().parents[2]


def _dev(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(folder / "dev.py"), *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project with the real tool and the real rules, and the environment that runs this test."""
    for name in ("dev.py", "pyproject.toml", "requirements-dev.lock"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / ".venv").symlink_to(ROOT / ".venv")
    for package in ("ntm_desktop", "ui"):
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").touch()
    return tmp_path


def test_readme_and_ci_call_the_same_test_command() -> None:
    command = "python3 dev.py test"
    assert command in (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1] == command
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_without_a_command_it_says_what_there_is(project: Path) -> None:
    done = _dev(project)
    assert done.returncode == 2
    assert "dev.py run" in done.stdout


def test_what_follows_two_dashes_is_passed_on(project: Path) -> None:
    (project / "ui" / "__main__.py").write_text("import sys\nprint(sys.argv[1:])\n", encoding="utf-8")
    done = _dev(project, "run", "--", "--help")
    assert (done.returncode, done.stdout.strip()) == (0, "['--help']")


def test_each_check_that_fails_is_named(project: Path) -> None:
    (project / "ntm_desktop" / "errors.py").write_text(
        "import ui\n\n\ndef f(x): return x\n", encoding="utf-8"
    )
    done = _dev(project, "check")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == "dev.py: failed: lint, format, types, import contracts"


@pytest.mark.parametrize(("assertion", "code"), [("True", 0), ("False", 1)])
def test_arguments_go_to_pytest_and_its_result_comes_back(project: Path, assertion: str, code: int) -> None:
    (project / "test_x.py").write_text(f"def test_x():\n    assert {assertion}\n", encoding="utf-8")
    done = _dev(project, "test", "test_x.py", "-q")
    assert done.returncode == code
    assert done.stdout.splitlines()[-1].startswith("1 passed" if code == 0 else "1 failed")


def test_everything_fails_when_the_tests_do(project: Path) -> None:
    (project / "tests").mkdir()
    (project / "tests" / "test_x.py").write_text("def test_x():\n    assert False\n", encoding="utf-8")
    done = _dev(project, "test")
    assert done.returncode == 1
    assert "1 failed" in done.stdout.splitlines()[-1]
    assert done.stderr.splitlines()[-1] == "dev.py: failed: check, build, pytest"


@pytest.fixture
def debian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Debian that lacks one library; its apt-get writes its calls down and exits with ``answer``."""
    programs = {
        "apt-get": f'echo "$@" >> "{tmp_path}/calls"; exit $(/bin/cat "{tmp_path}/answer")',
        "sudo": 'shift; exec "$@"',
        "true": "exit 0",
        "objcopy": "exit 0",
        **dict.fromkeys(dev.TEST_TOOLS, "exit 0"),
    }
    for name, body in programs.items():
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        program.chmod(0o755)
    (tmp_path / "answer").write_text("0", encoding="ascii")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "base_prefix", "not Debian's own")
    monkeypatch.setattr(dev, "SYSTEM_LIBRARIES", {"libc.so.6": "libc6", "libnowhere.so.9": "libnowhere9"})
    return tmp_path


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has packages to install")
class TestSystemPackages:
    def test_only_what_is_missing_is_installed(self, debian: Path) -> None:
        dev.install_system_packages()
        update, install = (debian / "calls").read_text(encoding="utf-8").splitlines()
        assert update.startswith("update")
        assert install == "install --quiet --yes --no-install-recommends libnowhere9"

    def test_when_it_cannot_it_names_the_command(self, debian: Path) -> None:
        (debian / "answer").write_text("100", encoding="ascii")
        with pytest.raises(SystemExit, match="sudo apt-get install libnowhere9"):
            dev.install_system_packages()

    def test_what_only_tests_need_stops_nobody(
        self, debian: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(dev, "SYSTEM_LIBRARIES", {"libc.so.6": "libc6"})
        (debian / "pdfsig").unlink()
        (debian / "answer").write_text("100", encoding="ascii")
        dev.install_system_packages()
        assert (
            "some tests are skipped; for these: sudo apt-get install poppler-utils" in capsys.readouterr().out
        )

    def test_a_server_out_of_path_is_found(
        self, debian: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(dev, "SYSTEM_LIBRARIES", {"libc.so.6": "libc6"})
        monkeypatch.setattr(dev, "SERVERS", tmp_path / "servers")
        (debian / "initdb").rename(debian / "kept")
        dev.install_system_packages()
        assert (debian / "calls").read_text(encoding="utf-8").splitlines()[-1].endswith(" postgresql")
        (debian / "calls").unlink()
        (tmp_path / "servers" / "15" / "bin").mkdir(parents=True)
        (debian / "kept").rename(tmp_path / "servers" / "15" / "bin" / "initdb")
        dev.install_system_packages()
        assert not (debian / "calls").exists()

    def test_nothing_is_called_when_nothing_is_missing(
        self, debian: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(dev, "SYSTEM_LIBRARIES", {"libc.so.6": "libc6"})
        dev.install_system_packages()
        assert not (debian / "calls").exists()


@pytest.mark.parametrize(
    ("name", "forbidden"),
    [
        ("_internal/PySide6/QtCharts.abi3.so", True),
        ("_internal/PySide6/Qt/lib/libQt6Graphs.so.6", True),
        ("PySide6/Qt6DataVisualization.dll", True),
        ("PySide6/plugins/platforminputcontexts/qtvirtualkeyboardplugin.dll", True),
        ("_internal/libreadline.so.8", True),
        ("_internal/fitz/__init__.pyc", True),
        ("_internal/PySide6/QtWidgets.abi3.so", False),
        ("_internal/reportlab/graphics/charts/lineplots.pyc", False),
        ("_internal/resources/icons/chart-line.svg", False),
    ],
)
def test_gpl_only_files_are_recognised_in_a_build(name: str, forbidden: bool) -> None:
    assert bool(try_build.forbidden_files([Path(name)])) is forbidden


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for the program is a shell script")
@pytest.mark.parametrize(
    ("script", "code"),
    [
        ("exit 0", 0),
        ("exit 3", 3),
        ('touch "$(dirname "$0")/note" 2>/dev/null && exit 0 || exit 4', 4),
        ('test -z "$HOME" || exit 5', 0),
        ('case "$0" in *"Nông thôn mới"*) exit 0;; esac; exit 6', 0),
    ],
)
def test_the_build_is_tried_out_as_on_a_strangers_pc(tmp_path: Path, script: str, code: int) -> None:
    program = tmp_path / "ntm-desktop-cli"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    assert try_build.main(tmp_path) == code


def test_a_forbidden_file_fails_the_build(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "libQt6Charts.so.6").touch()
    assert try_build.main(tmp_path) == 1
    assert "libQt6Charts.so.6" in capfd.readouterr().err
