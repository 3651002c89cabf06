"""A PDF is open while somebody looks at it, and no longer: Windows deletes no file that is open."""

from __future__ import annotations

import pytest
import shiboken6
from dossier_screen import show
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ntm_desktop.errors import NtmError
from ntm_desktop.services import reports
from ntm_desktop.services.preview import PdfPages
from ui.context import Context
from ui.dialogs.report import ReportDialog
from ui.pages.dossier import DossierPage


def is_open(pdf: PdfPages) -> bool:
    try:
        pdf.render(0, 40)
    except NtmError:
        return False
    return True


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def looked_at(window: QWidget, context: Context, what: str) -> tuple[QWidget, PdfPages]:
    if what == "page":
        page = DossierPage(context)
        page.setParent(window)
        page.show()
        page.reload()
        assert page._made is not None
        return page, page._made.pdf
    dialog = ReportDialog(window, context, reports.find("von"))
    dialog.open()
    assert dialog._pdf is not None
    return dialog, dialog._pdf


@pytest.mark.parametrize("what", ["page", "dialog"])
def test_it_is_closed_with_the_widget_that_showed_it(
    window: QWidget, sample_context: Context, what: str
) -> None:
    shown, pdf = looked_at(window, sample_context, what)
    assert is_open(pdf)
    shiboken6.delete(shown)
    assert not is_open(pdf)


@pytest.mark.parametrize("what", ["page", "dialog"])
def test_it_is_closed_when_the_program_ends(
    window: QWidget, qapp: QApplication, sample_context: Context, what: str
) -> None:
    _shown, pdf = looked_at(window, sample_context, what)
    assert is_open(pdf)
    qapp.aboutToQuit.emit()
    assert not is_open(pdf)


def test_the_one_before_is_closed_when_another_is_shown(qtbot: QtBot, sample_context: Context) -> None:
    page = show(qtbot, sample_context)
    assert page._made is not None
    before = page._made.pdf
    page._make()
    assert page._made.pdf is not before
    assert (is_open(before), is_open(page._made.pdf)) == (False, True)
    assert not before.path.exists()
