"""The PDFs that a page or a dialog has open: closed when that goes, and when the program ends.

Windows neither deletes nor replaces a file that is open, and a window that goes over to another data folder
goes on.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject

from ntm_desktop.services.preview import PdfPages


class OpenPdfs:
    def __init__(self, owner: QObject) -> None:
        self._open: set[PdfPages] = set()
        close = partial(_close, self._open)  # holds no widget
        owner.destroyed.connect(close)
        app = QCoreApplication.instance()
        assert app is not None
        quitting = app.aboutToQuit.connect(close)
        owner.destroyed.connect(partial(app.disconnect, quitting))

    def add(self, pdf: PdfPages) -> None:
        self._open.add(pdf)

    def remove(self, pdf: PdfPages) -> None:
        """Somebody closes it now."""
        self._open.discard(pdf)


def _close(found: set[PdfPages]) -> None:
    while found:
        found.pop().close()
