"""Dialogs and the questions of the first run at 200 % of a screen of 1366×768."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from pathlib import Path

import pytest
from fitting import SMALL, misfits, settle
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

import ui.dialogs
import ui.errors
from ntm_desktop.errors import NtmError
from ntm_desktop.services import reports
from ui.ask import Ask
from ui.context import Context
from ui.dialogs import fit
from ui.dialogs.form_settings import FormSettingsDialog
from ui.dialogs.grounds import GroundsDialog
from ui.dialogs.licences import LicencesDialog
from ui.dialogs.message import MessageDialog
from ui.dialogs.narratives import NarrativesDialog
from ui.dialogs.paper_facts import PaperFactsDialog
from ui.dialogs.print_register import PrintRegisterDialog
from ui.dialogs.report import ReportDialog
from ui.dialogs.sign import SignDialog
from ui.dialogs.staff import PersonDialog
from ui.dialogs.wizard import SetupWizard


@pytest.mark.parametrize("width", [683, 911, 1366])
def test_the_questions_of_the_wizard_fit(
    qtbot: QtBot, open_context: Callable[[Path], Context], tmp_path: Path, width: int
) -> None:
    wizard = SetupWizard(open_context(tmp_path))
    qtbot.addWidget(wizard)
    wizard.resize(width, 348 if width == 683 else 465)
    wizard.show()
    for page in wizard._pages:
        for other in wizard._pages:
            other.setVisible(other is page)
        settle()
        assert wizard.width() == width
        assert misfits(wizard) == []


@pytest.mark.parametrize(
    "kind", ["narratives", "facts", "grounds", "settings", "register", "licences", "person", "report", "sign"]
)
def test_dialogs_are_no_larger_than_the_screen(
    qtbot: QtBot, sample_context: Context, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = QSize(675, 308)
    monkeypatch.setattr(fit, "room", lambda _widget: room)
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(*SMALL)
    page.show()
    made = {
        "narratives": lambda: NarrativesDialog(page, sample_context),
        "facts": lambda: PaperFactsDialog(page, sample_context),
        "grounds": lambda: GroundsDialog(page, sample_context),
        "settings": lambda: FormSettingsDialog(page, sample_context),
        "register": lambda: PrintRegisterDialog(page, sample_context),
        "licences": lambda: LicencesDialog(page),
        "person": lambda: PersonDialog(page, sample_context, None),
        "sign": lambda: SignDialog(page, sample_context, None),
        "report": lambda: ReportDialog(page, sample_context, reports.find("von")),
    }[kind]()
    made.open()
    settle()
    assert made.width() <= room.width()
    assert made.height() <= room.height()
    assert misfits(made) == []
    made.close()


def test_a_dialog_that_grows_stays_on_the_screen_with_its_frame(
    qtbot: QtBot, sample_context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = QRect(0, 0, 780, 800)
    monkeypatch.setattr(fit, "available", lambda _widget: screen)
    page = QWidget()
    qtbot.addWidget(page)
    page.setGeometry(0, 0, 780, 800)
    page.show()
    dialog = PaperFactsDialog(page, sample_context)
    dialog.open()
    dialog.move(60, 660)  # where a shorter one has room
    settle()
    dialog._rows["to_trinh"]._issued.setText("31/2/2021")
    dialog._rows["to_trinh"]._issued.editingFinished.emit()
    settle()
    assert dialog.height() > 500
    assert screen.contains(dialog.frameGeometry())
    dialog.move(-90, -20)
    dialog.hide()
    dialog.show()
    assert dialog.pos().x() >= 0
    assert dialog.pos().y() >= 0
    dialog.close()


def test_the_buttons_stay_in_sight_below_many_problems(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    room = QSize(675, 308)
    monkeypatch.setattr(fit, "room", lambda _widget: room)
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(*SMALL)
    page.show()
    Ask().problem(page, NtmError("Chưa đủ điều kiện.", [f"Mục {n}: còn thiếu." for n in range(60)]))
    dialog = page.findChild(MessageDialog)
    assert dialog is not None
    settle()
    assert dialog.height() <= room.height()
    assert misfits(dialog) == []
    dialog.close()


def test_every_dialog_keeps_to_the_screen() -> None:
    """Qt's own QDialog does so only when it opens, and not for what grows while it is open."""
    for module in pkgutil.iter_modules(ui.dialogs.__path__):
        importlib.import_module(f"ui.dialogs.{module.name}")
    kinds = [kind for kind in QDialog.__subclasses__() if kind.__module__.startswith("ui.")]
    assert kinds == [fit.Dialog]
