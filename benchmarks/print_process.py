"""One printing in the running window: data folder, output file. JSON on stdout.

The window opens, the page *Hồ sơ* makes its preview, and the button *Lưu PDF* registers it and writes the
file. ``mb`` is the most that was resident until then, ``rest`` what was when the window had settled.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.memory import peak_megabytes, resident_megabytes

if TYPE_CHECKING:
    from ui.app import Start
    from ui.pages.dossier_output import Output
    from ui.pages.dossier_preview import PreviewCard


_REST_MS = 1_500
_LOOK_MS = 20


class Printing:
    """Presses what a person would press, one after the other."""

    def __init__(self, app: QApplication, start: Start, out: Path) -> None:
        self.numbers: dict[str, float] = {}
        self._app = app
        self._start = start
        self._out = out
        self._clicked = 0.0
        self._watch = QTimer()
        self._watch.setInterval(_LOOK_MS)
        self._watch.timeout.connect(self._on_watched)
        start.window.content_painted.connect(self._on_shown)

    def _on_shown(self) -> None:
        from ui.ask import Ask
        from ui.pages.overview import OverviewPage

        Ask.save_file = _answering(self._out)  # type: ignore[method-assign]  # the file dialog, answered
        page = self._start.window.findChild(OverviewPage)
        assert page is not None
        page.loaded.connect(self._on_loaded)

    def _on_loaded(self, _overview: object) -> None:
        if not self.numbers:
            self.numbers["rest"] = 0.0
            QTimer.singleShot(_REST_MS, self._open_dossier)

    def _open_dossier(self) -> None:
        from ntm_desktop.domain.overview import Link
        from ui.main_window import MainWindow

        self.numbers["rest"] = resident_megabytes()
        shell = self._start.window.findChild(MainWindow)
        assert shell is not None
        self._clicked = time.perf_counter()
        shell.follow(Link("ho-so"))
        self._watch.start()

    def _on_watched(self) -> None:
        card = self._card()
        if card is not None and card.is_ready():
            self._watch.stop()
            self.numbers["preview"] = time.perf_counter() - self._clicked
            output = self._output()
            output.told.connect(self._on_told)
            self._clicked = time.perf_counter()
            card.pdf_requested.emit()

    def _on_told(self, _words: str, _link: str) -> None:
        self.numbers["save"] = time.perf_counter() - self._clicked
        self.numbers["mb"] = peak_megabytes()
        self._app.quit()

    def _card(self) -> PreviewCard | None:
        from ui.pages.dossier_preview import PreviewCard

        return self._start.window.findChild(PreviewCard)

    def _output(self) -> Output:
        from ui.pages.dossier_output import Output

        found = self._start.window.findChild(Output)
        assert found is not None
        return found


def _answering(target: Path) -> Callable[..., None]:
    def save_file(
        _ask: object, _parent: QWidget, _title: str, _name: str, _filters: str, done: Callable[[Path], None]
    ) -> None:
        done(target)

    return save_file


def main(folder: Path, out: Path) -> None:
    from ui import app as root

    app = root.make_application(sys.argv[:1])
    start = root.Start(folder)
    printing = Printing(app, start, out)
    app.exec()
    assert start.program is not None
    start.program.end()
    print(json.dumps(printing.numbers))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
