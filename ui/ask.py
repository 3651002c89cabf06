"""Every message box and every chooser. Nothing else in ``ui`` may open one, so that tests can script it.

All of them return at once and call back; the safe answer calls nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from ntm_desktop.errors import NtmError
from ui.dialogs import fit
from ui.dialogs.message import MessageDialog

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PAPERS = "papers"
"""What is saved for others to read: these go where the last of them went."""


class Ask:
    def tell(self, parent: QWidget, title: str, body: str = "") -> None:
        """Something the user must have read; no choice."""
        MessageDialog(parent, title, body, safe=QCoreApplication.translate("Ask", "Đóng")).open()

    def problem(self, parent: QWidget, error: NtmError) -> None:
        """A refusal that has no field to stand beside."""
        body = "\n".join(f"– {problem}" for problem in error.problems)
        MessageDialog(
            parent, error.message, body, safe=QCoreApplication.translate("Ask", "Đóng"), state="unmet"
        ).open()

    def confirm(
        self,
        parent: QWidget,
        title: str,
        body: str,
        verb: str,
        done: Callable[[], None],
        *,
        safe: str = "",
        destructive: bool = False,
    ) -> None:
        """``title`` is the question, ``verb`` the act ("Xóa minh chứng"), ``safe`` the way out."""
        dialog = MessageDialog(
            parent, title, body, verbs=[verb], safe=safe or QCoreApplication.translate("Ask", "Giữ lại")
        )
        dialog.destructive = destructive
        dialog.answered = lambda _index: done()
        dialog.open()

    def choose(
        self,
        parent: QWidget,
        title: str,
        body: str,
        verbs: Sequence[str],
        done: Callable[[int], None],
        *,
        safe: str = "",
        otherwise: Callable[[], object] | None = None,
    ) -> None:
        """One of several acts, by its index; e.g. which number ``1.5`` was meant to be."""
        dialog = MessageDialog(
            parent, title, body, verbs=verbs, safe=safe or QCoreApplication.translate("Ask", "Nhập lại")
        )
        dialog.answered = done
        dialog.refused = otherwise
        dialog.open()

    def text(
        self,
        parent: QWidget,
        title: str,
        body: str,
        verb: str,
        done: Callable[[str], None],
        *,
        safe: str = "",
    ) -> None:
        """A few words that are required, e.g. the reason of a correction."""
        dialog = MessageDialog(
            parent,
            title,
            body,
            verbs=[verb],
            safe=safe or QCoreApplication.translate("Ask", "Giữ lại"),
            asks_text=True,
        )
        dialog.answered_text = done
        dialog.open()

    def open_files(
        self,
        parent: QWidget,
        title: str,
        filters: str,
        done: Callable[[list[Path]], None],
        *,
        many: bool = True,
    ) -> None:
        """``filters`` as Qt writes them: "Tệp PDF (*.pdf);;Mọi tệp (*)"."""
        chooser = _Chooser(parent, title, "files", done)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFiles if many else QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilters(filters.split(";;"))
        chooser.open()

    def folder(
        self,
        parent: QWidget,
        title: str,
        done: Callable[[Path], None],
        *,
        purpose: str = "place",
        otherwise: Callable[[], object] | None = None,
    ) -> None:
        """``otherwise``: what to do when none is chosen."""
        chooser = _Chooser(parent, title, purpose, lambda paths: done(paths[0]))
        if otherwise is not None:
            chooser.rejected.connect(otherwise)
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.open()

    def save_file(
        self, parent: QWidget, title: str, suggested: str, filters: str, done: Callable[[Path], None]
    ) -> None:
        chooser = _Chooser(parent, title, PAPERS, lambda paths: done(paths[0]))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilters(filters.split(";;"))
        chooser.setDefaultSuffix(Path(suggested).suffix.lstrip("."))
        chooser.selectFile(suggested)
        chooser.open()

    def printer(
        self, parent: QWidget, title: str, pages: int, preferred: str, done: Callable[[QPrinter], None]
    ) -> None:
        """The system's own printer dialog; without a printer it says what to do instead."""
        from ui.printing import PrinterDialog, require_printer  # not needed before the first print

        try:
            require_printer()
        except NtmError as error:
            self.problem(parent, error)
            return
        PrinterDialog(parent, title, pages, preferred, done).open_dialog()


class _Chooser(QFileDialog):
    """Begins where the last one for the same ``purpose`` ended, first in the person's documents.

    Files taken in, papers saved and places chosen lie apart: a dossier is not saved among its evidence.
    """

    _last: ClassVar[dict[str, str]] = {}

    def __init__(self, parent: QWidget, title: str, purpose: str, done: Callable[[list[Path]], None]) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        places = (self._last.get(purpose), documents)
        begin = next((place for place in places if place and Path(place).is_dir()), "")
        super().__init__(parent, title, begin or str(Path.home()))
        self._purpose, self._done = purpose, done
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.filesSelected.connect(self._on_files_selected)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit.stand_on_screen(self)

    def accept(self) -> None:
        """A signed file is written over only after its own question, which names who signed; of any other
        file that is there Qt asks."""
        from ntm_desktop.services import signing  # takes a while, and nothing is saved at the start

        target = self._target()
        if target is None or not (found := signing.signatures(target)):
            super().accept()
            return
        title = QCoreApplication.translate("Ask", "“{}” đã ký số. Ghi đè?").format(target.name)
        body = QCoreApplication.translate("Ask", "Tệp đang có {}. Ghi đè thì mất chữ ký, không lấy lại được.")
        verb = QCoreApplication.translate("Ask", "Ghi đè tệp đã ký")
        safe = QCoreApplication.translate("Ask", "Đặt tên khác")
        dialog = MessageDialog(self, title, body.format(found), verbs=[verb], safe=safe)
        dialog.destructive = True
        dialog.answered = self._on_written_over
        dialog.open()

    def _target(self) -> Path | None:
        names = self.selectedFiles()
        is_saving = self.acceptMode() is QFileDialog.AcceptMode.AcceptSave
        return Path(names[0]) if is_saving and names else None

    def _on_written_over(self, _index: int) -> None:
        self.setOption(QFileDialog.Option.DontConfirmOverwrite)
        super().accept()

    def _on_files_selected(self, names: list[str]) -> None:
        _Chooser._last[self._purpose] = str(Path(names[0]).parent)
        self._done([Path(name) for name in names])
