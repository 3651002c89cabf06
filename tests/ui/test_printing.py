"""What reaches the printer: every page asked for, each the right way round and as large as the paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from ntm_desktop.errors import NtmError
from ntm_desktop.services.preview import PdfPages
from ui.printing import PrinterDialog, chosen_pages, print_pages, require_printer
from ui.tasks import Cancelled


@pytest.fixture
def pdf(tmp_path: Path) -> Iterator[PdfPages]:
    """An upright page black in its upper left quarter, then a lying one black in its lower half."""
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(595.28, 841.89))
    canvas.rect(0, 421, 298, 421, stroke=0, fill=1)
    canvas.showPage()
    canvas.setPageSize((841.89, 595.28))
    canvas.rect(0, 0, 842, 298, stroke=0, fill=1)
    canvas.showPage()
    canvas.save()
    opened = PdfPages(tmp_path / "a.pdf")
    yield opened
    opened.close()


@pytest.fixture
def printer(qapp: QApplication, tmp_path: Path) -> QPrinter:
    """The same drawing as on a real printer, into a file."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    made.setResolution(200)
    made.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    return made


def no_report(_done: int, _total: int) -> None:
    pass


def is_black(pages: PdfPages, page: int, across: float, down: float) -> bool:
    made = pages.render(page, 200)
    column, row = int(across * made.width), int(down * made.height)
    return made.pixels[(row * made.width + column) * 4] < 60


def test_pages_stand_as_they_do_in_the_pdf(pdf: PdfPages, printer: QPrinter, tmp_path: Path) -> None:
    assert print_pages(printer, pdf, [0, 1], no_report) == 2
    printed = PdfPages(tmp_path / "printed.pdf")
    upright, lying = printed.sizes
    assert (round(upright.width), round(upright.height)) == (595, 842)
    assert (round(lying.width), round(lying.height)) == (842, 595)
    assert is_black(printed, 0, 0.02, 0.02)
    assert is_black(printed, 0, 0.48, 0.48)
    assert not is_black(printed, 0, 0.55, 0.4)
    assert not is_black(printed, 0, 0.4, 0.55)
    assert is_black(printed, 1, 0.98, 0.98)
    assert not is_black(printed, 1, 0.5, 0.45)
    printed.close()


def test_only_the_pages_asked_for_are_printed(pdf: PdfPages, printer: QPrinter, tmp_path: Path) -> None:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    assert list(chosen_pages(printer, range(2))) == [1]
    assert list(chosen_pages(printer, range(7, 12))) == [8]
    assert print_pages(printer, pdf, chosen_pages(printer, range(2)), no_report) == 1
    printed = PdfPages(tmp_path / "printed.pdf")
    assert printed.sizes[0].width > printed.sizes[0].height
    printed.close()


def test_printing_can_be_stopped_between_pages(pdf: PdfPages, printer: QPrinter) -> None:
    def stop(done: int, _total: int) -> None:
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        print_pages(printer, pdf, [0, 1], stop)


@pytest.mark.qt_log_ignore(r"QPainter::begin\(\): Returned false")
def test_a_printer_that_refuses_is_told_in_words(pdf: PdfPages, printer: QPrinter, tmp_path: Path) -> None:
    printer.setOutputFileName(str(tmp_path / "no such folder" / "printed.pdf"))
    with pytest.raises(NtmError, match="không nhận bản in"):
        print_pages(printer, pdf, [0], no_report)


def test_a_pc_without_printer_is_told_what_to_do(qapp: QApplication) -> None:
    if QPrinterInfo.availablePrinterNames():
        pytest.skip("this machine has a printer")
    with pytest.raises(NtmError, match="chưa cài máy in"):
        require_printer()


def test_the_dialog_hands_over_the_printer(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    given: list[QPrinter] = []
    dialog = PrinterDialog(parent, "Hồ sơ", 24, "", given.append)
    assert (dialog.minPage(), dialog.maxPage()) == (1, 24)
    dialog.accept()
    assert [printer.docName() for printer in given] == ["Hồ sơ"]
