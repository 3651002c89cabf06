"""Page Tiêu chí: the evidence of an indicator, taken in, edited, opened, detached."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from criteria_screen import Screen
from fitting import misfits, settle
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.context import Context
from ui.dialogs.evidence_entry import EvidenceDialog, EvidenceEntry
from ui.models.indicators import FILES
from ui.pages.criteria_evidence import EvidenceRow, size_text
from ui.pages.criteria_panel import IndicatorPanel
from ui.widgets.drop_area import FileDropArea


@pytest.fixture
def screen(qtbot: QtBot, context: Context) -> Screen:
    return Screen(qtbot, context)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "Biên bản kiểm tra thôn Tân Lợi 1, 2.txt"
    path.write_text("Biên bản", encoding="utf-8")
    return path


def test_evidence_enters_through_the_chooser(screen: Screen, paper: Path) -> None:
    screen.choose("17.6")
    screen.ask.answers = [[paper]]
    screen.field("Thêm tệp").setFocus()
    screen.press(Qt.Key.Key_Return)
    (view,) = screen.detail("17.6").evidence
    assert view.title == "Biên bản kiểm tra thôn Tân Lợi 1, 2"
    assert screen.cell("17.6", FILES) == "1"
    assert "01 tệp" in screen.says()


@pytest.mark.parametrize("on", [FileDropArea, IndicatorPanel])
def test_evidence_is_dropped_anywhere_on_the_panel(screen: Screen, paper: Path, on: type[QWidget]) -> None:
    screen.choose("17.6")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(paper))])
    (area,) = screen.stage.findChildren(on)
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(area, QDragEnterEvent(QPoint(5, 5), *how))
    QApplication.sendEvent(area, QDropEvent(QPointF(5, 5), *how))
    assert [view.file_name for view in screen.detail("17.6").evidence] == [paper.name]


def test_a_refused_file_is_told_and_nothing_is_kept(screen: Screen, paper: Path, tmp_path: Path) -> None:
    broken = tmp_path / "ảnh.jpg"
    broken.write_bytes(b"\xff\xd8\xff no picture")
    problems: list[str] = []
    screen.context.tasks.failed.connect(lambda error, _owner: problems.append(error.message))
    screen.choose("17.6")
    screen.page._actions.attach([paper, broken])
    assert "bị hỏng" in problems[0]
    assert screen.detail("17.6").evidence == ()


def test_evidence_is_edited_and_detached_by_keyboard(qtbot: QtBot, screen: Screen, paper: Path) -> None:
    screen.choose("17.6")
    screen.page._actions.attach([paper])
    screen.settle()
    (row,) = screen.page.details.findChildren(EvidenceRow)
    row.setFocus()
    screen.press(Qt.Key.Key_F2)
    (dialog,) = screen.page.findChildren(EvidenceDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    title, pages, begin, end = dialog.findChildren(QLineEdit)
    title.selectAll()
    screen.type("Biên bản số 5")
    pages.setFocus()
    screen.type("1-3")
    begin.setFocus()
    screen.type("1/3/2021")
    end.setFocus()
    screen.type("1/2/2021")
    save = next(b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == "Lưu")
    save.click()
    assert screen.focus() is end
    assert end.accessibleDescription() == "Ngày này trước ngày bắt đầu. Sửa lại một trong hai ngày."
    end.selectAll()
    screen.type("20/6/2021")
    save.click()
    (view,) = screen.detail("17.6").evidence
    assert (view.title, view.pages) == ("Biên bản số 5", "1-3")
    assert (view.valid_from, view.valid_to) == (date(2021, 3, 1), date(2021, 6, 20))
    assert "hết hiệu lực" in screen.says()

    screen.stage.activateWindow()
    qtbot.waitUntil(screen.stage.isActiveWindow)
    screen.settle()
    row = next(row for row in screen.page.details.findChildren(EvidenceRow) if row.isVisible())
    row.setFocus()
    screen.press(Qt.Key.Key_Delete)
    assert screen.detail("17.6").evidence == ()
    assert screen.told == ["Đã gỡ minh chứng khỏi chỉ tiêu 17.6"]


def test_evidence_that_has_run_out_is_marked_and_not_counted(screen: Screen, paper: Path) -> None:
    screen.choose("17.6")
    screen.page._actions.attach([paper])
    (view,) = screen.detail("17.6").evidence
    entry = EvidenceEntry(view, view.title, "", None, date(2021, 6, 29), internal=False)
    screen.page._actions.edit_evidence(entry)
    assert "0 tệp có hiệu lực, 01 hết hiệu lực" in screen.says()
    assert screen.cell("17.6", FILES) == "0"


@pytest.mark.parametrize("begin", ["1/3/2021", "31/13/2021", "hôm qua, sau khi họp thôn"])
def test_why_a_day_of_evidence_is_refused_can_be_read(screen: Screen, paper: Path, begin: str) -> None:
    screen.choose("17.6")
    screen.page._actions.attach([paper])
    (view,) = screen.detail("17.6").evidence
    dialog = EvidenceDialog(screen.page, view)
    dialog.open()
    _title, _pages, first, last = dialog.findChildren(QLineEdit)
    first.setText(begin)
    last.setText("1/2/2021")
    next(b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == "Lưu").click()
    settle()
    assert first.accessibleDescription() or last.accessibleDescription()
    assert misfits(dialog) == []


def test_evidence_that_does_not_hold_yet_is_marked(screen: Screen, paper: Path) -> None:
    screen.choose("17.6")
    screen.page._actions.attach([paper])
    (view,) = screen.detail("17.6").evidence
    entry = EvidenceEntry(view, view.title, "", date(2021, 7, 1), None, internal=False)
    screen.page._actions.edit_evidence(entry)
    assert "chưa có hiệu lực" in screen.says()
    assert screen.cell("17.6", FILES) == "0"


def test_of_several_files_the_new_ones_are_kept_and_the_known_named(
    screen: Screen, paper: Path, tmp_path: Path
) -> None:
    screen.choose("17.6")
    screen.page._actions.attach([paper])
    new = tmp_path / "Danh sách hộ.txt"
    new.write_text("Danh sách", encoding="utf-8")
    again = Path(shutil.copyfile(new, tmp_path / "Danh sách hộ (2).txt"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (paper, new, again)])
    (area,) = screen.stage.findChildren(FileDropArea)
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(area, QDragEnterEvent(QPoint(5, 5), *how))
    QApplication.sendEvent(area, QDropEvent(QPointF(5, 5), *how))
    names = [view.file_name for view in screen.detail("17.6").evidence]
    assert sorted(names) == sorted([paper.name, new.name])
    (told,) = screen.ask.asked
    assert told.title == "Đã thêm 01 tệp minh chứng, bỏ qua 02 tệp."
    assert told.body.splitlines() == [
        f"“{paper.name}” đã có ở chỉ tiêu 17.6 với tên “{paper.stem}”.",
        f"“{again.name}” đã có ở chỉ tiêu 17.6 với tên “{new.stem}”.",
    ]


def test_a_pdf_that_was_written_badly_is_taken_and_named(screen: Screen, tmp_path: Path) -> None:
    path = tmp_path / "Biên bản.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path)
    path.write_bytes(path.read_bytes() + bytes(3000))
    screen.choose("17.6")
    screen.page._actions.attach([path])
    assert screen.cell("17.6", FILES) == "1"
    (told,) = screen.ask.asked
    assert told.title == "Đã thêm 01 tệp minh chứng; có tệp nên mở xem lại."
    assert "Biên bản.pdf" in told.body


class _Opener(QObject):
    """Stands in for the desktop's own programs."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


def test_evidence_that_no_program_opens_is_told(
    screen: Screen, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    screen.choose("17.6")
    screen.page._actions.attach([paper])
    screen.settle()
    (row,) = screen.page.details.findChildren(EvidenceRow)
    row.setFocus()
    screen.press(Qt.Key.Key_Return)
    told = screen.ask.asked[-1]
    assert told.title.startswith(f"Không mở được tệp “{paper.name}”. Máy này chưa có chương trình")


def test_opening_evidence_hands_over_a_copy_with_its_own_name(screen: Screen, paper: Path) -> None:
    opener = _Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")
    screen.choose("17.6")
    screen.page._actions.attach([paper])
    screen.settle()
    (row,) = screen.page.details.findChildren(EvidenceRow)
    row.setFocus()
    screen.press(Qt.Key.Key_Return)
    QDesktopServices.unsetUrlHandler("file")
    (copy,) = opener.opened
    assert copy.name == paper.name
    assert copy.read_bytes() == paper.read_bytes()
    assert "files" not in copy.relative_to(screen.context.folder).parts


@pytest.mark.parametrize(
    ("size", "words"), [(1, "1 KB"), (412_300, "412 KB"), (1_234_000, "1,2 MB"), (250_000_000, "250,0 MB")]
)
def test_sizes(size: int, words: str) -> None:
    assert size_text(size) == words
