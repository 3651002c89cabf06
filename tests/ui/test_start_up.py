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
import importlib, sys
from ui import main_window
from ntm_desktop.services import overview
for place in main_window.PAGES.values():
    importlib.import_module(place.module)
rarely_used = {"reportlab", "PIL", "pikepdf", "pypdfium2", "docx", "lxml", "alembic"}
print(*sorted(rarely_used & set(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT, env=os.environ
    )
    assert done.stdout.strip() == ""


def test_pages_that_nobody_opens_are_not_imported(sample_folder: Path, tmp_path: Path) -> None:
    """They would take memory that an old PC needs for the papers."""
    program = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from ui.app import Start, make_application
app = make_application(["ntm-desktop"])
start = Start(Path(sys.argv[1]))
def look():
    from ui.widgets.navigation import NavItem
    counted = any(":" in item.accessibleName() for item in start.window.findChildren(NavItem))
    if counted and "ui.pages.criteria" in sys.modules:
        app.quit()  # the page of every day and the numbers beside the pages come last
timer = QTimer()
timer.timeout.connect(look)
start.window.content_painted.connect(lambda: timer.start(50))
app.exec()
start.program.end()
print(*sorted(n for n in sys.modules if n in ("ui.pages.overview", "ui.pages.criteria", "ui.pages.works")))
"""
    opened = tmp_path / "opened"
    shutil.copytree(sample_folder, opened)
    assert _said(program, opened, tmp_path).split() == ["ui.pages.criteria", "ui.pages.overview"]


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
while (page := window.findChild(OverviewPage)) is None or not page.isVisibleTo(window):
    app.processEvents()
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


def test_who_chooses_no_other_folder_is_back_at_the_question(tmp_path: Path) -> None:
    broken = tmp_path / "hỏng"
    broken.mkdir()
    (broken / "ntm.db").write_bytes(b"not a database" * 100)
    program = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from ui.app import make_application
app = make_application(["ntm-desktop"])
QCoreApplication.setApplicationName("NTM Desktop tests")
from ui.dialogs.message import MessageDialog
from ui.program import Program
from ui.widgets.buttons import Button
from ui.window import Window
window = Window(Path("none.png"))
window.show()
program = Program(Path(sys.argv[1]), window)
program.begin()
def shown(kind):
    for _ in range(1500):
        QTest.qWait(20)
        found = [dialog for dialog in window.findChildren(kind) if dialog.isVisible()]
        if found:
            return found[0]
for _ in range(2):
    dialog = shown(MessageDialog)
    print(dialog.accessibleName())
    next(b for b in dialog.findChildren(Button) if "khác" in b.text()).click()
    shown(QFileDialog).reject()
shown(MessageDialog).reject()
QTest.qWait(20)
print(window.isVisible())
program.end()
"""
    said = _said(program, broken, tmp_path).splitlines()
    assert said == ["Chưa mở được dữ liệu", "Chưa mở được dữ liệu", "False"]


FIRST_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from ui.app import Start, make_application
app = make_application(["ntm-desktop"])
start = Start(Path(sys.argv[1]))
def look():
    tasks = start.program and start.program._tasks
    if not start.window.isMinimized() and tasks and tasks.is_open:
        if start.window.property("was_away"):
            print("forward", flush=True)
            app.exit()
        else:
            start.window.setProperty("was_away", True)
            start.window.showMinimized()
            print("away", flush=True)
timer = QTimer()
timer.timeout.connect(look)
timer.start(50)
app.exec()
start.program.end()
"""


def test_a_second_window_brings_the_first_forward_and_ends(folder: Path, tmp_path: Path) -> None:
    opened = Path(shutil.copytree(folder, tmp_path / "opened"))
    environment = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path), "PYTHONIOENCODING": "utf-8"}
    with subprocess.Popen(
        [sys.executable, "-c", FIRST_WINDOW, str(opened)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=environment,
    ) as first:
        assert first.stdout is not None
        try:
            assert first.stdout.readline().strip() == "away"
            second = subprocess.run(
                [sys.executable, "-m", "ui", "--data", str(opened)], cwd=ROOT, env=environment, timeout=60
            )
            assert second.returncode == 0
            assert first.stdout.readline().strip() == "forward"
        finally:
            first.kill()
    assert not list(opened.glob("lock.*"))


def test_data_held_by_a_command_are_told_of_when_no_window_answers(folder: Path, tmp_path: Path) -> None:
    opened = Path(shutil.copytree(folder, tmp_path / "opened"))
    program = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from ui.app import Start, make_application
app = make_application(["ntm-desktop"])
start = Start(Path(sys.argv[1]))
from ui.dialogs.message import MessageDialog
for _ in range(1500):
    QTest.qWait(20)
    found = [dialog for dialog in start.window.findChildren(MessageDialog) if dialog.isVisible()]
    if found:
        break
print(found[0].accessibleName())
found[0].reject()
QTest.qWait(20)
print(start.window.isVisible())
start.program.end()
"""
    with Database.open(opened):
        assert _said(program, opened, tmp_path).splitlines() == ["Chưa mở được dữ liệu", "False"]
    assert not list(opened.glob("lock.*"))


def test_a_folder_whose_database_is_on_a_server_is_an_authoritys(tmp_path: Path) -> None:
    """It has its settings alone; the window stands before anybody asks the server."""
    from ui.program import look

    assert not look(tmp_path).has_data
    settings.save(settings.Settings(database_url="postgresql://ntm@192.168.1.10/ntm"), tmp_path)
    found = look(tmp_path)
    assert (found.has_data, found.kind) == (True, "appraiser")
