"""Where the choosers of files begin."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ui import ask
from ui.ask import PAPERS, Ask


@pytest.fixture
def page(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    monkeypatch.setattr(ask._Chooser, "_last", {})
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def place(page: QWidget) -> Path:
    """Of the chooser that is open."""
    return Path(chooser(page).directory().absolutePath())


def chooser(page: QWidget) -> QFileDialog:
    return next(dialog for dialog in page.findChildren(QFileDialog) if dialog.isVisible())


def choose(page: QWidget, path: Path) -> None:
    shown = chooser(page)
    shown.filesSelected.emit([str(path)])
    shown.done(0)


def test_papers_are_not_saved_among_the_evidence(page: QWidget, qtbot: QtBot, tmp_path: Path) -> None:
    evidence, papers = tmp_path / "minh chứng", tmp_path / "hồ sơ"
    evidence.mkdir()
    papers.mkdir()
    taken: list[object] = []
    Ask().open_files(page, "Thêm minh chứng", "Mọi tệp (*)", taken.append)
    choose(page, evidence / "a.pdf")
    Ask().save_file(page, "Lưu PDF", "ho-so.pdf", "Tệp PDF (*.pdf)", taken.append)
    assert place(page) != evidence
    choose(page, papers / "ho-so.pdf")
    Ask().folder(page, "Chọn nơi lưu các tệp Word", taken.append, purpose=PAPERS)
    assert place(page) == papers
    chooser(page).done(0)
    Ask().open_files(page, "Thêm minh chứng", "Mọi tệp (*)", taken.append)
    assert place(page) == evidence
    chooser(page).done(0)
    assert taken == [[evidence / "a.pdf"], papers / "ho-so.pdf"]
