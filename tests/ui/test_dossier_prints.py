"""What the page Hồ sơ prints is what is known; of each way out it says what came of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from dossier_screen import TODAY, bind, finished, press, prints, show
from pytestqt.qtbot import QtBot
from scripted import Asked, PrintingAsk
from tables_read import tables_of

from ntm_desktop.db.engine import Database
from ntm_desktop.db.sqlite_file import driver
from ntm_desktop.services import works
from ui.context import Context
from ui.pages import dossier as page_module
from ui.pages.dossier import DossierPage
from ui.tasks import Job


@pytest.fixture
def folder(sample_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample_folder, tmp_path / "mẫu"))


@pytest.fixture
def ready(folder: Path, open_context: Callable[[Path], Context]) -> Context:
    """Everything met, nothing missing: a dossier that may go up."""
    context = open_context(folder)
    context.tasks.write("Hoàn thành", finished, lambda _changes: None, context.tasks)
    return context


def _read_by_the_page(folder: Path) -> set[str]:
    """With nothing kept from before, as at the start."""
    said: list[str] = []
    with Database.open(folder) as database, database.read() as session:
        driver(database.connection).set_trace_callback(said.append)
        page_module._read(session, TODAY)
        driver(database.connection).set_trace_callback(None)
    return tables_of(said)


def test_the_page_hears_of_each_table_that_it_reads(folder: Path, ready: Context) -> None:
    """A final print tells more than a draft: the code of everything that may leave."""
    ready.tasks.stop()
    assert _read_by_the_page(folder) - {"history"} == DossierPage.TABLES


def test_a_print_refused_for_newer_data_can_be_made_at_the_next_press(
    qtbot: QtBot, ready: Context, ask: PrintingAsk
) -> None:
    page = show(qtbot, ready)
    ready.events.changed.disconnect(page.reload)  # it hears nothing of what follows

    ready.tasks.write(
        "Thêm công trình",
        lambda session: works.save(session, name="Cầu Ồ Ồ", kind="giao-thong"),
        lambda _changes: None,
        ready.tasks,
    )
    ask.answers += [True, True]
    press(qtbot, page, "In")
    refused = "Số liệu đã thay đổi trong khi lập bản in. In lại để bản in khớp với số liệu."
    assert ask.asked[-1] == Asked("problem", refused)
    assert prints(ready) == []
    press(qtbot, page, "In")
    assert prints(ready) == [1]


def test_a_bound_file_stopped_at_the_last_moment_is_nowhere(
    qtbot: QtBot, ready: Context, ask: PrintingAsk, tmp_path: Path
) -> None:
    """Not where the person looks; in the program's own folder until the next start."""

    def cancel(job: Job) -> None:
        job.cancelled = "gộp" in job.title

    page = show(qtbot, ready)
    ready.tasks.finished.connect(cancel)
    place = tmp_path / "bàn giao"
    place.mkdir()
    ask.answers += [True, place / "ra.pdf"]
    bind(qtbot, page)
    assert list(place.iterdir()) == []
    assert prints(ready) == []
    assert len(list((ready.folder / "tmp").glob("*kem*"))) == 1
    qtbot.addWidget(DossierPage(ready))
    assert list((ready.folder / "tmp").glob("*kem*")) == []


def test_a_print_that_cannot_be_read_back_is_told_in_words(
    qtbot: QtBot, ready: Context, ask: PrintingAsk
) -> None:
    page = show(qtbot, ready)
    assert page._made is not None
    page._made.printed.path.unlink()
    ask.answers += [True]
    press(qtbot, page, "In")
    assert ask.asked[-1].title.startswith("Không đọc lại được bản in vừa lập: ")
    assert prints(ready) == []
