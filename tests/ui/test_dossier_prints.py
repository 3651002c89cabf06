"""What the page Hồ sơ prints is what is known; of each way out it says what came of it."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from dossier_screen import TODAY, bind, choose, finished, note, pdf_text, press, prints, show, texts
from pytestqt.qtbot import QtBot
from scripted import Asked, PrintingAsk
from tables_read import tables_of

from ntm_desktop.changes import Changes
from ntm_desktop.db.engine import Database, Session
from ntm_desktop.db.sqlite_file import driver
from ntm_desktop.services import dossier, works
from ui.context import Context
from ui.dialogs.print_register import PrintRegisterDialog
from ui.pages import dossier as page_module
from ui.pages.dossier import DossierPage
from ui.tasks import Job

BEFORE_POSTED = date(2021, 5, 15)


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


def test_a_paper_alone_is_registered_by_its_name_and_opened_as_itself(
    qtbot: QtBot, ready: Context, ask: PrintingAsk, tmp_path: Path
) -> None:
    page = show(qtbot, ready)
    whole = len(page._preview.view.pages())
    choose(page, "Tờ trình")
    pages = len(page._preview.view.pages())
    pdf, word = tmp_path / "tờ trình.pdf", tmp_path / "tờ trình.docx"
    ask.answers += [True, pdf, True, word, True]
    press(qtbot, page, "Lưu PDF")
    press(qtbot, page, "Lưu Word")
    press(qtbot, page, "In")
    rows = registered(ready)
    assert [(one.paper, one.pages) for one in rows] == [("Tờ trình", pages)] * 3
    assert pages < whole
    assert pdf_text(pdf, f"Trang 1/{pages}") == 1
    assert word.exists()
    assert hashlib.sha256(pdf.read_bytes()).hexdigest() == rows[2].sha256
    assert [path.name for path in (ready.folder / "tmp").glob("*-le-*")] == []

    press(qtbot, page, "Sổ bản in")
    dialog = page.findChild(PrintRegisterDialog)
    assert dialog is not None
    assert [dialog._table.rows.row(n).cells[2].text for n in range(3)] == ["Tờ trình"] * 3
    ask.answers += [[pdf]]
    press(qtbot, dialog, "Kiểm tra tệp")
    assert (ask.asked[-1].title, ask.asked[-1].body.count("bản in lần")) == ("Đúng bản đã ghi sổ", 3)
    press(qtbot, dialog, "Xem bản in này")
    assert "bản in lần 3 (Tờ trình)" in note(page)
    assert len(page._preview.view.pages()) == pages
    ask.answers += [tmp_path / "lại.pdf"]
    press(qtbot, page, "Lưu PDF")
    assert (tmp_path / "lại.pdf").read_bytes() == pdf.read_bytes()
    assert len(registered(ready)) == 3


def test_a_paper_of_a_draft_counts_its_own_pages_and_is_not_registered(
    qtbot: QtBot, sample_context: Context, ask: PrintingAsk, tmp_path: Path
) -> None:
    page = show(qtbot, sample_context)
    choose(page, "Phụ lục I.")
    pages = len(page._preview.view.pages())
    ask.answers += [tmp_path / "phụ lục.pdf"]
    press(qtbot, page, "Lưu PDF")
    assert pdf_text(tmp_path / "phụ lục.pdf", f"Trang {pages}/{pages}") == 1
    assert registered(sample_context) == ()


def test_what_was_told_of_one_paper_goes_when_another_is_chosen(
    qtbot: QtBot, sample_context: Context, ask: PrintingAsk, tmp_path: Path
) -> None:
    page = show(qtbot, sample_context)
    choose(page, "Tờ trình")
    ask.answers += [tmp_path / "a.pdf"]
    press(qtbot, page, "Lưu PDF")
    page.reload()
    assert "Đã lưu “a.pdf”." in texts(page)
    choose(page, "Báo cáo")
    assert "Đã lưu “a.pdf”." not in texts(page)


def test_the_next_step_asks_for_numbers_only_while_they_are_missing(qtbot: QtBot, ready: Context) -> None:
    page = show(qtbot, ready)
    assert any("trình ký, rồi ghi số và ngày." in text for text in texts(page))
    ready.tasks.write("Ghi số", _number_the_rest, lambda _changes: None, ready.tasks)
    assert any("Bước tiếp: In hoặc Lưu PDF, trình ký." in text for text in texts(page))


def _number_the_rest(session: Session) -> Changes:
    changes = Changes()
    papers = (("to_trinh", "9", TODAY), ("bao_cao", "8", BEFORE_POSTED), ("no_dong", "9", BEFORE_POSTED))
    for form, number, issued in papers:
        changes |= dossier.save_paper(session, form=form, on=TODAY, number=number, issued=issued)
    return changes


def registered(context: Context) -> tuple[dossier.PrintedView, ...]:
    found: list[dossier.PrintedView] = []
    context.tasks.read(dossier.register_list, found.extend, context.tasks)
    return tuple(found)
