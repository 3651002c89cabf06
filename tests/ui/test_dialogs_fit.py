"""Dialogs and the questions of the first run at 200 % of a screen of 1366×768."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from fitting import SMALL, misfits, settle
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ntm_desktop.services import reports
from ui.context import Context
from ui.dialogs import fit
from ui.dialogs.grounds import GroundsDialog
from ui.dialogs.licences import LicencesDialog
from ui.dialogs.narratives import NarrativesDialog
from ui.dialogs.paper_facts import PaperFactsDialog
from ui.dialogs.print_register import PrintRegisterDialog
from ui.dialogs.report import ReportDialog
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
    "kind", ["narratives", "facts", "grounds", "register", "licences", "person", "report"]
)
def test_dialogs_are_no_larger_than_the_screen(
    qtbot: QtBot,
    sample_folder: Path,
    tmp_path: Path,
    open_context: Callable[[Path], Context],
    kind: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    room = QSize(675, 308)
    monkeypatch.setattr(fit, "room", lambda _widget: room)
    context = open_context(Path(shutil.copytree(sample_folder, tmp_path / "mẫu")))
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(*SMALL)
    page.show()
    made = {
        "narratives": lambda: NarrativesDialog(page, context),
        "facts": lambda: PaperFactsDialog(page, context),
        "grounds": lambda: GroundsDialog(page, context),
        "register": lambda: PrintRegisterDialog(page, context),
        "licences": lambda: LicencesDialog(page),
        "person": lambda: PersonDialog(page, context, None),
        "report": lambda: ReportDialog(page, context, reports.find("von")),
    }[kind]()
    made.open()
    settle()
    assert made.width() <= room.width()
    assert made.height() <= room.height()
    assert misfits(made) == []
    made.close()
