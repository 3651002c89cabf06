"""Where the choosers of files begin."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui import ask
from ui.ask import PAPERS, Ask
from ui.dialogs.message import MessageDialog


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


def test_a_signed_file_is_written_over_only_after_its_own_question(
    page: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "tờ trình.pdf"
    target.write_bytes(_signed_by("Đinh Minh Đức"))
    taken: list[Path] = []
    Ask().save_file(page, "Lưu PDF", str(target), "Tệp PDF (*.pdf)", taken.append)
    shown = chooser(page)
    shown.accept()
    question = shown.findChild(MessageDialog)
    assert question is not None
    said = " ".join(label.text() for label in question.findChildren(QLabel))
    assert "“tờ trình.pdf” đã ký số. Ghi đè?" in said
    assert "01 chữ ký số (Đinh Minh Đức)" in said
    question.reject()
    assert (taken, shown.isVisible()) == ([], True), "another name can be typed"
    shown.accept()
    second = [one for one in shown.findChildren(MessageDialog) if one.isVisible()][-1]
    (write_over,) = [b for b in second.findChildren(QPushButton) if "Ghi đè" in b.text().replace("&", "")]
    qtbot.mouseClick(write_over, Qt.MouseButton.LeftButton)
    assert taken == [target]


def _signed_by(name: str) -> bytes:
    """No signature that anybody would believe, yet a field of one."""
    made = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        value = pikepdf.Dictionary(
            Type=pikepdf.Name.Sig, ByteRange=[0, 1, 2, 3], Contents=b"x", Name=pikepdf.String(name)
        )
        field = pdf.make_indirect(pikepdf.Dictionary(FT=pikepdf.Name.Sig, T=b"a", V=value))
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=[field])
        pdf.save(made)
    return made.getvalue()
