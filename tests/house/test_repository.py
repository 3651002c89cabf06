"""Promises about the repository as a whole, read from its files."""

from __future__ import annotations

import ast
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MADE = {".venv", ".git", "build", "dist", "out", "node_modules"}
TEXTS = {".py", ".md", ".json", ".toml", ".txt", ".qss", ".svg", ".lock", ".spec", ".ts", ""}

UNWANTED_QT = re.compile(
    r"Qt(Charts|Graphs|DataVisualization|VirtualKeyboard|HttpServer|Quick|Qml|Lottie|Mqtt|Coap|OpcUa|NetworkAuth"
    r"|Protobuf|Grpc|WaylandCompositor|InsightTracker|WebEngine|Pdf|Network)"
)
"""GPL only (charts, graphs, data visualisation, virtual keyboard, HTTP server …), or of no use here."""
GPL_OR_UNWANTED = {"PyQt5", "PyQt6", "fitz", "pymupdf", "requests", "urllib3", "numpy"}
INDEXES = (
    "pypi" + ".org",
    "python" + "hosted.org",
    "registry.npm" + "js",
    "--index" + "-url",
    "--find" + "-links",
)
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:root|home|work|Users)/\w|[A-Z]:\\\\?Users\\")


def _files() -> Iterator[Path]:
    for top in ROOT.iterdir():
        if (
            top.name in MADE
            or (top.name.startswith(".") and top.name != ".ci")
            or top.name.endswith(".egg-info")
        ):
            continue
        for path in [top] if top.is_file() else top.rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path


FILES = sorted(_files())
TEXT_FILES = [path for path in FILES if path.suffix in TEXTS]
SOURCES = [path for path in FILES if path.suffix == ".py"]
UI_SOURCES = [path for path in SOURCES if path.is_relative_to(ROOT / "ui")]


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _calls(path: Path, method: str) -> Iterator[ast.Call]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == method:
            yield node


def test_no_forbidden_library_is_imported() -> None:
    def is_forbidden(module: str) -> bool:
        first, second = (*module.split("."), "")[:2]
        return first in GPL_OR_UNWANTED or (first == "PySide6" and bool(UNWANTED_QT.match(second)))

    assert [
        (_name(path), module) for path in SOURCES for module in _imports(path) if is_forbidden(module)
    ] == []


def test_tables_are_core_only() -> None:
    assert [_name(path) for path in SOURCES if "sqlalchemy.orm" in _imports(path)] == []


def test_files_stay_short() -> None:
    lengths = {_name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert {name: length for name, length in lengths.items() if length > 500} == {}


def test_the_window_never_pumps_events_by_hand() -> None:
    assert [_name(path) for path in UI_SOURCES if list(_calls(path, "processEvents"))] == []


def test_tests_time_nothing() -> None:
    """Figures are the matter of ``benchmarks/``: a busy machine is no mistake of the program."""
    clock = re.compile(r"\b(perf_counter|process_time|monotonic)(_ns)?\(")
    tests = [path for path in SOURCES if path.is_relative_to(ROOT / "tests")]
    assert [_name(path) for path in tests if clock.search(path.read_text(encoding="utf-8"))] == []


def test_there_is_one_stylesheet() -> None:
    users = [_name(path) for path in UI_SOURCES if list(_calls(path, "setStyleSheet"))]
    assert [name for name in users if name not in ("ui/theme.py", "ui/app.py")] == []


def test_texts_are_given_to_the_catalogue_as_they_stand() -> None:
    """An f-string, or ``.format()`` inside the call, is never found in the catalogue."""
    calls = [(path, call) for path in UI_SOURCES for call in _calls(path, "tr")]
    assert [
        f"{_name(path)}:{call.lineno}" for path, call in calls if not isinstance(call.args[0], ast.Constant)
    ] == []


def test_text_is_composed() -> None:
    texts = {_name(path): path.read_text(encoding="utf-8") for path in TEXT_FILES}
    assert [name for name, text in texts.items() if not unicodedata.is_normalized("NFC", text)] == []


def test_nothing_names_a_machine_or_a_package_index() -> None:
    texts = {_name(path): path.read_text(encoding="utf-8") for path in TEXT_FILES}
    assert [(name, host) for name, text in texts.items() for host in INDEXES if host in text] == []
    assert [(name, found[0]) for name, text in texts.items() if (found := MACHINE_PATH.search(text))] == []


@pytest.mark.parametrize(
    "name",
    [
        "LICENSE",
        "resources/fonts/Tinos-LICENSE.txt",
        "resources/fonts/NTMSans-LICENSE.txt",
        "resources/icons/LICENSE.txt",
        "resources/licenses/LGPL-3.0.txt",
        "resources/licenses/GPL-3.0.txt",
        "resources/licenses/NOTICE.txt",
    ],
)
def test_licences_are_there(name: str) -> None:
    assert (ROOT / name).stat().st_size > 1000


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_each_locked_package_has_a_version_and_a_hash(name: str) -> None:
    entries = re.split(r"\n(?=[a-z0-9])", (ROOT / name).read_text(encoding="utf-8").strip())
    for entry in entries:
        assert re.match(r"[a-z0-9-]+==\S+( ; [^\n]+)? \\\n", entry), entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry


def test_the_lock_is_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    shipped = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    developing = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8")
    for requirement in project["dependencies"]:
        assert f"\n{requirement.lower()} " in f"\n{shipped}"
    extras = project["optional-dependencies"]
    for requirement in [*project["dependencies"], *extras["dev"], *extras["signing"]]:
        assert f"\n{requirement.lower()} " in f"\n{developing}"
    for requirement in extras["signing"]:
        assert requirement.lower() not in shipped


def test_what_is_shipped_has_a_licence_we_may_ship() -> None:
    allowed = re.compile(r"\b(MIT|BSD|Apache|MPL-2\.0|PSF-2\.0|LGPL-3\.0-only)\b")
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    spec = (ROOT / "build.spec").read_text(encoding="utf-8")
    signing = re.findall(r'"([a-z0-9-]+)"', spec.partition("SIGNING_PACKAGES = [")[2].partition("]")[0])
    assert "pyhanko" in signing
    for name in [*re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE), *signing]:
        about = metadata.metadata(name)
        said = [
            text for key in ("License-Expression", "License", "Classifier") for text in about.get_all(key, [])
        ]
        if name == "pyrage":  # it names its licence in the file alone
            said += [one.read_text() for one in metadata.files(name) or () if one.name == "LICENSE"]
        assert any(allowed.search(text) for text in said), name
