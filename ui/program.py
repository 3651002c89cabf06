"""The program behind the window: settings, log, theme, tasks, events, each made once, here.

Imported on a thread after the first paint. The database is opened later still, on the data thread.
"""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Known:
    """What the files of a folder say before its database is open."""

    folder: Path
    has_data: bool
    settings: Settings
    kept: overview_cache.Kept | None
    head: str | None
    kind: str = ""
    """Whose workplace it is: ``Database.kind``."""


def look(folder: Path) -> Known:
    """Reads the folder; on a stick or in a network that may take a while, so not on the GUI thread."""
    database, own = folder / "ntm.db", _settings_of(folder)
    on_server = bool(own.database_url)  # where only authorities have theirs
    return Known(
        folder,
        on_server or database.is_file(),
        own,
        overview_cache.read(folder),
        _head(database),
        "appraiser" if on_server else _kind(database),
    )


class Program:
    """What the window shows: the wizard, or one workplace. Opening another (the sample) replaces it."""

    def __init__(self, folder: Path, window: Window, known: Known | None = None) -> None:
        self._folder = folder
        self._known = known or look(folder)
        self._window = window
        self._ask = Ask()
        self._tasks: Tasks | None = None
        self._before: Tasks | None = None  # of what was replaced: kept until its threads have ended
        self._hook: ErrorHook | None = None
        window.content_painted.connect(self._on_content_painted)
        self._dress()

    def begin(self) -> None:
        if self._known.has_data:
            self._open(self._known)
        else:
            self._set_up()

    def _dress(self) -> None:
        """Icon, language and theme, before the first widget."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setWindowIcon(QIcon(str(paths.resource("icons", "ntm-desktop.svg"))))
        chosen = self._known.settings
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
        """Opens another workplace in the place of what is on the screen, which stays until that was read."""
        tasks, self._tasks = self._tasks, None
        if tasks is None:
            return  # it is being opened
        self._before = tasks
        tasks.stop_then(lambda: look(folder), self._on_looked)

    def _on_looked(self, known: Known) -> None:
        theme.apply(known.settings.theme)
        self._open(known)

    def _open(self, known: Known) -> None:
        events, folder, kept = Events(), known.folder, known.kept
        story_day = known.settings.story_day
        day = date.fromisoformat(story_day) if story_day else None
        if day is None:  # after a look at the sample the next start is at the own commune again
            QSettings().setValue(LAST_FOLDER, str(folder))
        tasks = Tasks(lambda: _open_database(folder), events, day=day)
        tasks.refused.connect(lambda error: self._on_refused(error, folder))
        tasks.by = known.settings.worker
        self._tasks = tasks
        self._install_hook(folder)
        current = kept is not None and kept.overview.on == tasks.today() and kept.head == known.head
        context = Context(folder, tasks, events, self._ask)
        shell = _window_of(known.kind, context)
        shell.hide()  # until all is there
        shell.setParent(self._window)  # a tree that is put in when it is grown is styled once more
        doorbell = other_window.Doorbell(folder, lambda: tasks.is_open, shell)
        doorbell.rung.connect(lambda: other_window.come_forward(self._window))
        shell.replaced.connect(self._replace)
        shell.leaving.connect(lambda: self._window.keep_picture(picture_of(folder)))
        QTimer.singleShot(0, shell, lambda: self._furnish(shell, kept, current=current))

    def _furnish(self, shell: MainWindow, kept: Kept | None, *, current: bool) -> None:
        """A turn of the event loop of its own, as what follows: all at once would hold the window 100 ms."""
        shell.furnish(None)
        QTimer.singleShot(0, shell, lambda: self._fill(shell, kept, current=current))

    def _fill(self, shell: MainWindow, kept: Kept | None, *, current: bool) -> None:
        if kept is not None:
            shell.fill(kept.overview, current=current)
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

    def _on_refused(self, error: NtmError, folder: Path) -> None:
        """The data did not open. Another window of ours may have them: that one is to show itself."""
        from ntm_desktop.db.engine import DataInUse  # loaded by whoever raised the error

        if not isinstance(error, DataInUse):
            self._say_refused(error)
            return
        ring = other_window.Ring(folder, self._window)
        ring.answered.connect(QCoreApplication.exit)  # not closed: that would keep the look of this window
        ring.unanswered.connect(lambda: self._say_refused(error))
        ring.ring()

    def _say_refused(self, error: NtmError) -> None:
        """And asks for another folder."""
        self._ask.choose(
            self._window,
            QCoreApplication.translate("app", "Chưa mở được dữ liệu"),
            error.message,
            [QCoreApplication.translate("app", "Mở thư mục khác")],
            lambda _index: self._ask_for_folder(error),
            safe=QCoreApplication.translate("app", "Đóng"),
            otherwise=self._window.close,
        )

    def _ask_for_folder(self, error: NtmError) -> None:
        """Who chooses none is back at the question: behind it is a window that cannot be worked in."""
        title = QCoreApplication.translate("app", "Chọn thư mục dữ liệu")
        self._ask.folder(self._window, title, self._replace, otherwise=lambda: self._say_refused(error))

    def _install_hook(self, folder: Path) -> None:
        log_file = folder / "logs" / log.FILE_NAME
        self._hook = ErrorHook(self._ask, log_file, self._active_window)
        self._hook.install()

    def _active_window(self) -> QWidget:
        return QApplication.activeWindow() or self._window


def _head(database: Path) -> str | None:
    """Where the database's history ends, read before SQLAlchemy is there; None when it cannot be known."""
    from ntm_desktop.db.head import closed_head

    return closed_head(database) or None


def _kind(database: Path) -> str:
    from ntm_desktop.db.head import kind_of

    return kind_of(database)


def _window_of(kind: str, context: Context) -> MainWindow:
    if kind == "appraiser":
        from ui.authority_window import AuthorityWindow  # most PCs are a commune's

        return AuthorityWindow(context)
    return MainWindow(context)


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
