"""The program behind the window: settings, log, theme, tasks, events, each made once, here.

Imported on a thread after the first paint. The database is opened later still, on the data thread.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSettings, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from ntm_desktop import log, paths, settings
from ntm_desktop.errors import NtmError
from ntm_desktop.settings import Settings
from ui import other_window, overview_cache, theme
from ui.app import LAST_FOLDER, picture_of
from ui.ask import Ask
from ui.context import Context
from ui.errors import ErrorHook
from ui.events import Events
from ui.main_window import MainWindow
from ui.tasks import Tasks
from ui.window import Window

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.overview_cache import Kept
    from ui.tasks import Database

_CATALOGUES = {"vi": "qt_vi.qm", "en": "ntm_en.qm"}
"""The program's own texts are Vietnamese, those of Qt English: each language lacks the other half."""


class Program:
    """What the window shows: the wizard, or one workplace. Opening another (the sample) replaces it."""

    def __init__(self, folder: Path, window: Window) -> None:
        self._folder = folder
        self._window = window
        self._ask = Ask()
        self._tasks: Tasks | None = None
        self._hook: ErrorHook | None = None
        window.content_painted.connect(self._on_content_painted)
        self._dress()

    def begin(self) -> None:
        if (self._folder / "ntm.db").is_file():
            self._open(self._folder)
        else:
            self._set_up()

    def _dress(self) -> None:
        """Icon, language and theme, before the first widget."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setWindowIcon(QIcon(str(paths.resource("icons", "ntm-desktop.svg"))))
        chosen = _settings_of(self._folder)
        translator = QTranslator(app)
        if translator.load(str(paths.resource("translations", _CATALOGUES[chosen.language]))):
            app.installTranslator(translator)
        theme.start(app, chosen.theme)

    def end(self) -> None:
        """After the last event: closes the database and what Qt wants gone before itself."""
        self._stop()
        theme.pixmap.cache_clear()
        log.stop()

    def _stop(self) -> None:
        if self._tasks is not None:
            self._tasks.stop()
            self._tasks = None

    def _set_up(self) -> None:
        from ui.dialogs.wizard import SetupWizard  # only an empty PC needs it

        events = Events()
        self._tasks = Tasks(_nothing_to_open, events)
        self._install_hook(self._folder)
        wizard = SetupWizard(Context(self._folder, self._tasks, events, self._ask))
        wizard.finished.connect(self._replace)
        self._window.set_content(wizard)
        wizard.begin()

    def _replace(self, folder: Path) -> None:
        """Opens another workplace in the place of what is on the screen."""
        self._stop()
        theme.apply(_settings_of(folder).theme)
        self._open(folder)

    def _open(self, folder: Path) -> None:
        events = Events()
        story_day = _settings_of(folder).story_day
        day = date.fromisoformat(story_day) if story_day else None
        if day is None:  # after a look at the sample the next start is at the own commune again
            QSettings().setValue(LAST_FOLDER, str(folder))
        tasks = Tasks(lambda: _open_database(folder), events, day=day)
        tasks.refused.connect(self._on_refused)
        tasks.by = _settings_of(folder).worker
        self._tasks = tasks
        self._install_hook(folder)
        kept = overview_cache.read(folder)
        current = kept is not None and kept.overview.on == tasks.today() and kept.head == _head(folder)
        context = Context(folder, tasks, events, self._ask)
        shell = MainWindow(context)
        shell.leaving.connect(lambda: self._window.keep_picture(picture_of(folder)))
        QTimer.singleShot(0, shell, lambda: self._furnish(shell, kept, current=current))

    def _furnish(self, shell: MainWindow, kept: Kept | None, *, current: bool) -> None:
        """A turn of the event loop of its own, as what follows: all at once would hold the window 100 ms."""
        shell.furnish(kept.overview if kept else None, current=current)
        QTimer.singleShot(0, shell, lambda: self._show(shell))

    def _show(self, shell: MainWindow) -> None:
        self._window.set_content(shell)
        shell.begin()

    def _on_content_painted(self) -> None:
        """Now, not earlier: what the data thread imports would hold up every widget."""
        QTimer.singleShot(0, self._start_tasks)

    def _start_tasks(self) -> None:
        if self._tasks is not None:
            self._tasks.start()

    def _on_refused(self, error: NtmError) -> None:
        """The data did not open. Another window of ours has it: show that one. Else ask for a folder."""
        from ntm_desktop.db.engine import DataInUse  # loaded by whoever raised the error

        window = self._window
        title = window.windowTitle()
        window.setWindowTitle("")
        if isinstance(error, DataInUse) and other_window.bring_forward(title):
            window.close()
            return
        window.setWindowTitle(title)
        self._ask.choose(
            window,
            QCoreApplication.translate("app", "Chưa mở được dữ liệu"),
            error.message,
            [QCoreApplication.translate("app", "Mở thư mục khác")],
            self._on_other_folder_wanted,
            safe=QCoreApplication.translate("app", "Đóng"),
            otherwise=window.close,
        )

    def _on_other_folder_wanted(self, _index: int) -> None:
        title = QCoreApplication.translate("app", "Chọn thư mục dữ liệu")
        self._ask.folder(self._window, title, self._replace)

    def _install_hook(self, folder: Path) -> None:
        log_file = folder / "logs" / log.FILE_NAME
        self._hook = ErrorHook(self._ask, log_file, self._active_window)
        self._hook.install()

    def _active_window(self) -> QWidget:
        return QApplication.activeWindow() or self._window


def _head(folder: Path) -> str | None:
    """Where the database's history ends, read before SQLAlchemy is there; None when it cannot be known."""
    from ntm_desktop.db.head import closed_head

    return closed_head(folder / "ntm.db") or None


def _open_database(folder: Path) -> Database:
    """On the data thread: this is where SQLAlchemy is imported, after the first paint."""
    from ntm_desktop.db.engine import Database

    log.start(folder)
    return Database.open(folder)


def _nothing_to_open() -> Database:
    raise NtmError(QCoreApplication.translate("app", "Chưa có dữ liệu. Lập xong đơn vị rồi làm lại."))


def _settings_of(folder: Path) -> Settings:
    try:
        return settings.load(folder)
    except NtmError:
        return Settings()  # the data thread meets the same file and says what is wrong with it
