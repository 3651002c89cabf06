"""What is imported when: nothing heavy before the first paint."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ntm_desktop import settings
from ntm_desktop.db.engine import Database
from ntm_desktop.db.history import insert
from ntm_desktop.db.models import hamlet

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ["sqlalchemy", "alembic", "reportlab", "PIL", "pikepdf", "pypdfium2", "docx", "msgspec", "filelock"]
OURS = ["ntm_desktop.db", "ntm_desktop.services"]


@pytest.mark.parametrize("module", ["ui.app", "ui.program", "ui.pages.overview", "ui.dialogs.wizard"])
def test_nothing_heavy_is_imported_before_the_shell_stands(module: str) -> None:
    program = f"""
import sys
import {module}
heavy = {HEAVY + OURS!r}
print(*sorted(name for name in sys.modules if name in heavy))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT, env=os.environ
    )
    assert done.stdout.strip() == ""


def test_the_window_is_painted_before_any_page_is_imported() -> None:
    program = "import sys, ui.app; print(*(n for n in sys.modules if n.split('.')[0] == 'ui'))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT, env=os.environ
    )
    assert set(done.stdout.split()) == {"ui", "ui.app", "ui.garbage", "ui.window"}


def test_pages_wait_for_their_first_opening_without_what_prints_and_reads_pdfs() -> None:
    program = """
import sys
from ui import main_window
from ntm_desktop.services import overview
main_window._import_pages()
rarely_used = {"reportlab", "PIL", "pikepdf", "pypdfium2", "docx", "lxml", "alembic"}
print(*sorted(rarely_used & set(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT, env=os.environ
    )
    assert done.stdout.strip() == ""


def test_the_sources_of_what_is_imported_are_not_kept(tmp_path: Path) -> None:
    program = """
import linecache, sys
from pathlib import Path
from ui.app import Start, make_application
app = make_application(["ntm-desktop"])
start = Start(Path("none"))
import ui.main_window, ntm_desktop.services.works
print(*(name for name in linecache.cache if "sqlalchemy" in name and name.endswith(".py")))
"""
    assert _said(program, tmp_path, tmp_path) == ""


@pytest.mark.parametrize("sample", [True, False])
def test_the_next_start_is_at_the_own_commune(
    sample_folder: Path, folder: Path, tmp_path: Path, sample: bool
) -> None:
    opened = tmp_path / "opened"
    shutil.copytree(sample_folder if sample else folder, opened)
    program = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QSettings
from ui.app import LAST_FOLDER, make_application
app = make_application(["ntm-desktop"])
QCoreApplication.setApplicationName("NTM Desktop tests")
QSettings().clear()
from ui.program import Program
from ui.window import Window
program = Program(Path(sys.argv[1]), Window(Path("none.png")))
program.begin()
print(QSettings().value(LAST_FOLDER))
program.end()
"""
    assert _said(program, opened, tmp_path) == ("None" if sample else str(opened))


@pytest.mark.parametrize(
    ("language", "page", "button"), [("vi", "Tổng quan", "Hủy"), ("en", "Overview", "Cancel")]
)
def test_the_window_speaks_the_chosen_language(
    folder: Path, tmp_path: Path, language: str, page: str, button: str
) -> None:
    settings.save(settings.Settings(language=language), folder)
    program = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QDialogButtonBox
from ui.app import make_application
app = make_application(["ntm-desktop"])
QCoreApplication.setApplicationName("NTM Desktop tests")
from ui.program import Program
from ui.window import Window
window = Window(Path("none.png"))
program = Program(Path(sys.argv[1]), window)
program.begin()
from ui.widgets.navigation import NavItem
while window.findChild(NavItem) is None:
    app.processEvents()
print(window.findChild(NavItem).text())
box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
print(box.buttons()[0].text().replace("&", ""))
program.end()
"""
    assert _said(program, folder, tmp_path).splitlines() == [page, button]


def _said(program: str, folder: Path, home: Path) -> str:
    """What ``program`` prints in a process of its own, where the window has no past."""
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "XDG_CONFIG_HOME": str(home), "PYTHONIOENCODING": "utf-8"},
    )
    return done.stdout.strip()


def test_the_kept_overview_counts_only_while_nothing_was_done_since(folder: Path, tmp_path: Path) -> None:
    opened = tmp_path / "opened"
    shutil.copytree(folder, opened)
    program = """
import sys
from pathlib import Path
from ui.app import make_application
app = make_application(["ntm-desktop"])
from ui.pages.overview import OverviewPage
from ui.program import Program
from ui.window import Window
window = Window(Path("none.png"))
program = Program(Path(sys.argv[1]), window)
program.begin()
while window.findChild(OverviewPage) is None:
    app.processEvents()
page = window.findChild(OverviewPage)
page.loaded.connect(app.quit)
print(page.is_current, end=" ")
window.show()
app.exec()
print(page.is_current)
program.end()
"""
    assert _said(program, opened, tmp_path) == "False True"  # nothing kept yet
    assert _said(program, opened, tmp_path) == "True True"
    at = datetime(2021, 6, 30, 1, tzinfo=UTC)
    with Database.open(opened) as database, database.write("Thêm thôn", "Cao Thị Hòa", at) as session:
        insert(session, hamlet, [{"name": "Tân Lợi 9", "position": 9}])
    assert _said(program, opened, tmp_path) == "False True"
