"""A person's answers written down beforehand, the clock of the tests, and an eye for cut labels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QWidget

from ntm_desktop.errors import NtmError
from ui.ask import Ask
from ui.widgets.labels import ElidedLabel

NOW = datetime(2021, 6, 30, 3, 32, 5, tzinfo=UTC)  # 10:32:05 in the office


@dataclass(frozen=True, slots=True)
class Asked:
    kind: str
    title: str
    body: str = ""
    verbs: tuple[str, ...] = ()


class ScriptedAsk(Ask):
    """Answers from ``answers``, in turn; None is the safe answer. Everything asked is kept in ``asked``."""

    def __init__(self) -> None:
        self.answers: list[object] = []
        self.asked: list[Asked] = []

    def _answer(self, kind: str, title: str, body: str = "", verbs: Sequence[str] = ()) -> object:
        self.asked.append(Asked(kind, title, body, tuple(verbs)))
        assert self.answers, f"nobody expected to be asked: {title} {body}"
        return self.answers.pop(0)

    def tell(self, parent: QWidget, title: str, body: str = "") -> None:
        self.asked.append(Asked("tell", title, body))

    def problem(self, parent: QWidget, error: NtmError) -> None:
        self.asked.append(Asked("problem", error.message, "\n".join(error.problems)))

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
        if self._answer("confirm", title, body, [verb]):
            done()

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
        answer = self._answer("choose", title, body, verbs)
        if isinstance(answer, int):
            done(answer)
        elif otherwise is not None:
            otherwise()

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
        answer = self._answer("text", title, body, [verb])
        if isinstance(answer, str):
            done(answer)

    def open_files(
        self,
        parent: QWidget,
        title: str,
        filters: str,
        done: Callable[[list[Path]], None],
        *,
        many: bool = True,
    ) -> None:
        answer = self._answer("open_files", title)
        if isinstance(answer, list):
            done(answer)

    def folder(
        self,
        parent: QWidget,
        title: str,
        done: Callable[[Path], None],
        *,
        purpose: str = "place",
        otherwise: Callable[[], object] | None = None,
    ) -> None:
        answer = self._answer("folder", title)
        if isinstance(answer, Path):
            done(answer)
        elif otherwise is not None:
            otherwise()

    def save_file(
        self, parent: QWidget, title: str, suggested: str, filters: str, done: Callable[[Path], None]
    ) -> None:
        answer = self._answer("save_file", title, suggested)
        if isinstance(answer, Path):
            done(answer)


class PrintingAsk(ScriptedAsk):
    """Answers the printer dialog with a printer that writes into a file."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.file = file

    def printer(
        self, parent: QWidget, title: str, pages: int, preferred: str, done: Callable[[QPrinter], None]
    ) -> None:
        self.asked.append(Asked("printer", title, str(pages)))
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.file))
        done(printer)


def cut_labels(window: QWidget) -> list[str]:
    """Texts that do not fit their box, except where eliding is meant. ``window`` must be shown."""
    QCoreApplication.sendPostedEvents()  # layouts that wait for their turn
    cut = []
    for label in window.findChildren(QLabel):
        if isinstance(label, ElidedLabel) or not label.isVisible() or not label.text():
            continue
        needed = label.sizeHint()
        if label.wordWrap():
            needed.setWidth(0)
            needed.setHeight(label.heightForWidth(label.width()))
        if needed.width() > label.width() or needed.height() > label.height():
            cut.append(f"{label.text()}: needs {needed.toTuple()}, has {label.size().toTuple()}")
    return cut
