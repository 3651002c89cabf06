"""Paper out of the printer: the system's own dialog, pages drawn by PDFium at the printer's resolution."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QShowEvent
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from ntm_desktop.errors import NtmError
from ntm_desktop.services.preview import PdfPages
from ui.dialogs import fit
from ui.tasks import Report

_FINEST_DPI = 600  # beyond that the eye sees no more, only the memory grows
_BAND_ROWS = 512


class PrinterDialog(QPrintDialog):
    """Which printer, which pages, how many copies; ``done`` gets the printer as chosen."""

    def __init__(
        self, parent: QWidget, title: str, pages: int, preferred: str, done: Callable[[QPrinter], None]
    ) -> None:
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if preferred in QPrinterInfo.availablePrinterNames():
            self._printer.setPrinterName(preferred)
        self._printer.setDocName(title)
        self._printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        super().__init__(self._printer, parent)
        self._done = done
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        self.setMinMax(1, pages)
        self.setFromTo(1, pages)
        self.accepted.connect(self._on_accepted)

    def open_dialog(self) -> None:
        """``QPrintDialog.open`` hides the plain one."""
        QDialog.open(self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit.stand_on_screen(self)

    def _on_accepted(self, printer: QPrinter) -> None:
        self._done(printer)


def require_printer() -> None:
    """Refuses in words when this PC has none."""
    if not QPrinterInfo.availablePrinterNames():
        raise NtmError(
            QCoreApplication.translate(
                "Printing",
                "Máy này chưa cài máy in nào. Cài máy in rồi in lại, "
                "hoặc bấm Lưu PDF và in tệp đó ở máy khác.",
            )
        )


def chosen_pages(printer: QPrinter, pages: Sequence[int]) -> Sequence[int]:
    """Those of ``pages`` that the dialog asked for."""
    if printer.printRange() != QPrinter.PrintRange.PageRange:
        return pages
    return pages[max(0, printer.fromPage() - 1) : printer.toPage()]


def print_pages(printer: QPrinter, pdf: PdfPages, pages: Sequence[int], report: Report) -> int:
    """Prints on the calling thread (a work thread); gives back how many pages. Stops between two pages."""
    printer.setFullPage(True)
    painter = QPainter()
    try:
        for number, page in enumerate(pages):
            report(number, len(pages))
            _turn(printer, pdf, page)
            if not (painter.begin(printer) if number == 0 else printer.newPage()):
                raise NtmError(
                    QCoreApplication.translate(
                        "Printing",
                        "Máy in “{}” không nhận bản in. Bật máy in, kiểm tra giấy và dây nối rồi in lại.",
                    ).format(printer.printerName() or printer.outputFileName())
                )
            _draw(painter, printer, pdf, page)
    except BaseException:
        printer.abort()
        raise
    finally:
        if painter.isActive():
            painter.end()
    return len(pages)


def _turn(printer: QPrinter, pdf: PdfPages, page: int) -> None:
    size = pdf.sizes[page]
    lying = size.width > size.height
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    )


def _draw(painter: QPainter, printer: QPrinter, pdf: PdfPages, page: int) -> None:
    """The page as large as the paper allows, in the middle, a band at a time."""
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    size = pdf.sizes[page]
    scale = min(paper.width() / size.width, paper.height() / size.height)
    left = (paper.width() - size.width * scale) / 2
    top = (paper.height() - size.height * scale) / 2
    width = max(1, round(size.width * scale * min(1.0, _FINEST_DPI / printer.resolution())))
    height = pdf.height_at(page, width)
    step = size.width * scale / width  # dots of the printer for a pixel
    for row in range(0, height, _BAND_ROWS):
        band = pdf.render(page, width, rows=range(row, min(row + _BAND_ROWS, height)))
        picture = QImage(band.pixels, band.width, band.height, QImage.Format.Format_RGB32)
        place = QRectF(left, top + row * step, band.width * step, band.height * step)
        painter.drawImage(place, picture)
