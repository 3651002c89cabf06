"""What every test of the window has: one theme, inline tasks on a real database, and a scripted ask."""

from __future__ import annotations

import importlib
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import authority_folder
import pytest
from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QApplication
from scripted import NOW, PrintingAsk, ScriptedAsk

from ntm_desktop.db.engine import Database
from ntm_desktop.services import sample, workplace
from ui import theme
from ui.authority_window import AuthorityWindow
from ui.context import Context
from ui.events import Events
from ui.main_window import PAGES
from ui.tasks import InlineTasks, Tasks

for _page in (*PAGES.values(), *AuthorityWindow.PAGES.values()):
    importlib.import_module(_page.module)  # as in a window that has been open: a page follows at once


@pytest.fixture(scope="session")
def themed(qapp: QApplication) -> Iterator[QApplication]:
    QCoreApplication.setOrganizationName("NTM Desktop tests")
    QCoreApplication.setApplicationName("NTM Desktop tests")
    theme.start(qapp, "light")
    yield qapp
    qapp.aboutToQuit.emit()  # for the last widgets no event loop comes: they close their files


@pytest.fixture(autouse=True)
def light(themed: QApplication) -> None:
    """Each test begins in the light theme and with no remembered sizes."""
    QSettings().clear()
    if theme.tokens().dark:
        theme.apply("light")


@pytest.fixture
def ask(tmp_path: Path) -> PrintingAsk:
    return PrintingAsk(tmp_path / "printed.pdf")


@pytest.fixture
def open_context(ask: ScriptedAsk) -> Iterator[Callable[[Path], Context]]:
    """Opens a data folder the way the program does, but on this thread; closes it afterwards."""
    opened: list[Context] = []

    def make(folder: Path) -> Context:
        events = Events()
        tasks = InlineTasks(lambda: Database.open(folder), events, lambda: NOW)
        tasks.by = "Cao Thị Hòa"
        opened.append(Context(folder, tasks, events, ask))
        return opened[-1]

    yield make
    for context in opened:
        context.tasks.stop()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A new commune without a single assessment."""
    made = tmp_path / "xã mới"
    workplace.create(
        made,
        commune=workplace.NewCommune(
            name="xã Tân Lợi", district="Minh Hóa", province="Quảng Bình", schools=3
        ),
        goal=workplace.NewGoal(
            set_id="xa-ntm-2016-2020", year=2021, profile="btb", valid_from=date(2021, 1, 1)
        ),
        new_people=[workplace.NewPerson(name="Cao Thị Hòa", post="Văn phòng – Thống kê")],
        at=datetime(2021, 1, 2, 1, 0, tzinfo=UTC),
    )
    return made


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample commune Yên Hóa, made once; copy it before writing to it."""
    made = tmp_path_factory.mktemp("sample") / "yen-hoa"
    sample.make(made)
    return made


@pytest.fixture
def sample_context(sample_folder: Path, tmp_path: Path, open_context: Callable[[Path], Context]) -> Context:
    """A copy of the sample commune."""
    return open_context(Path(shutil.copytree(sample_folder, tmp_path / "mẫu")))


@pytest.fixture(scope="session")
def authority_original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An authority with a package of three sample communes, made once; copy it before writing to it."""
    return authority_folder.make(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def authority_context(
    authority_original: Path, tmp_path: Path, open_context: Callable[[Path], Context]
) -> Context:
    """A copy of that authority."""
    return open_context(Path(shutil.copytree(authority_original, tmp_path / "authority")))


@pytest.fixture
def context(folder: Path, open_context: Callable[[Path], Context]) -> Context:
    return open_context(folder)


@pytest.fixture
def threaded(folder: Path, context: Context) -> Iterator[Context]:
    """The same on the real threads."""
    events = Events()
    tasks = Tasks(lambda: Database.open(folder), events, lambda: NOW)
    tasks.by = "Cao Thị Hòa"
    tasks.start()
    yield Context(folder, tasks, events, context.ask)
    tasks.stop()
