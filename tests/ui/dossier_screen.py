"""The page Hồ sơ as the tests see it: what is shown, and what a person presses."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from consulted import consult
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ntm_desktop.changes import Changes
from ntm_desktop.db.engine import Session
from ntm_desktop.services import assessments, dossier, targets
from ntm_desktop.services.preview import PdfPages
from ui.context import Context
from ui.dialogs.binding import BindingDialog
from ui.pages.dossier import DossierPage
from ui.widgets.cards import Line, Note

TODAY = date(2021, 6, 30)
_LACKING = {"2.4": "60", "6.1": "dat", "6.2": "dat", "10.1": "40", "17.5": "dat", "17.6": "75"}


def show(qtbot: QtBot, context: Context, width: int = 1176, height: int = 621) -> DossierPage:
    page = DossierPage(context)
    qtbot.addWidget(page)
    page.resize(width, height)
    context.events.changed.connect(page.reload)
    page.show()
    page.reload()
    return page


def press(qtbot: QtBot, page: QWidget, words: str) -> None:
    (button,) = [b for b in page.findChildren(QPushButton) if b.text().replace("&", "") == words]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(page: DossierPage, title: str) -> None:
    rows = page._papers.table.rows
    number = next(n for n in range(rows.rowCount()) if title in rows.row(n).cells[0].text)
    page._papers.table.setCurrentIndex(rows.index(number, 0))


def papers(page: DossierPage) -> dict[str, str]:
    rows = page._papers.table.rows
    cells = [rows.row(n).cells for n in range(rows.rowCount())]
    return {title.text.strip(): state.text for title, state in cells}


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.text() and not label.isHidden()]


def lines(page: DossierPage) -> dict[str, list[str]]:
    body = page._readiness._scroll.body
    found = [item.widget() for place in range(body.count()) if (item := body.itemAt(place)) is not None]
    return {line.accessibleName(): texts(line) for line in found if isinstance(line, Line)}


def note(page: DossierPage) -> str:
    QCoreApplication.sendPostedEvents()
    return " ".join(text for found in page.findChildren(Note) if found.isVisible() for text in texts(found))


def prints(context: Context) -> list[int]:
    found: list[int] = []
    context.tasks.read(
        lambda session: [view.ordinal for view in dossier.register_list(session)],
        found.extend,
        context.tasks,
    )
    return found


def pdf_text(path: Path, words: str) -> int:
    pages = PdfPages(path)
    hits = pages.find(words, lambda _done, _total: None)
    pages.close()
    return len(hits)


def bind(qtbot: QtBot, page: DossierPage, way: str = "Một tệp", pages: str = "") -> BindingDialog:
    press(qtbot, page, "Gộp minh chứng")
    dialog = page.findChildren(BindingDialog)[-1]
    dialog._way.setCurrentText(way)
    dialog._way.activated.emit(dialog._way.currentIndex())
    if pages:
        dialog._limit.edit.setText(pages)
    press(qtbot, dialog, "Chọn nơi lưu")
    return dialog


def finished(session: Session) -> Changes:
    """What the sample still lacks."""
    changes = targets.override(session, code="2.2", text="60", decision="12/QĐ-UBND", decided=TODAY, on=TODAY)
    for code, value in _LACKING.items():
        changes |= assessments.record(session, code=code, texts={"v": value}, as_of=TODAY, today=TODAY)
    for form, number in (("tong_hop_y_kien", "7"), ("bao_cao", "8"), ("bien_ban", "7")):
        changes |= dossier.save_paper(session, form=form, on=TODAY, number=number, issued=TODAY)
    return changes | consult(session, on=TODAY)
