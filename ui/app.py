"""The composition root: settings, log, theme, tasks, events, window, each made once, here.

Nothing that takes long is imported before the first paint: the database is opened on the data thread.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QSettings, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from ntm_desktop import log, paths, settings
from ntm_desktop.errors import NtmError
from ui import other_window, overview_cache, theme
from ui.ask import Ask
from ui.context import Context
from ui.errors import ErrorHook
from ui.events import Events
from ui.main_window import MainWindow
from ui.tasks import Tasks

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.tasks import Database

_LAST_FOLDER = "folder"


def run(folder: Path | None) -> int:
    """Opens the window on ``folder``, or on ``NTM_DATA``, the last one used, or the usual one."""
    app = make_application(sys.argv[:1])
    code = 1
    try:
        program = Program(folder or _last_folder())
        program.begin()
        code = app.exec()
        program.end()
    finally:
        theme.pixmap.cache_clear()  # before Qt's own end
        log.stop()
    return code


def make_application(arguments: list[str]) -> QApplication:
    """The application object with names, language and fonts; the theme follows with the settings."""
    QCoreApplication.setOrganizationName("NTM Desktop")
    QCoreApplication.setApplicationName("NTM Desktop")
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    app = QApplication(arguments)
    app.setApplicationDisplayName("Nông thôn mới")
    app.setWindowIcon(QIcon(str(paths.resource("icons", "ntm-desktop.svg"))))
    translator = QTranslator(app)
    if translator.load(str(paths.resource("translations", "qt_vi.qm"))):
        app.installTranslator(translator)
    return app


class Program:
    """One workplace with its window; opening another one (the sample) replaces it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._ask = Ask()
        self._window: QWidget | None = None
        self._tasks: Tasks | None = None
        self._hook: ErrorHook | None = None

    def begin(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.start(app, _theme_of(self._folder))
        if (self._folder / "ntm.db").is_file():
            self._open(self._folder)
        else:
            self._set_up()

    def end(self) -> None:
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
        self._window = wizard
        self._tasks.start()
        wizard.show()

    def _replace(self, folder: Path) -> None:
        """Opens another workplace in the place of what is on the screen."""
        before = self._window
        self.end()
        theme.apply(_theme_of(folder))
        self._open(folder)
        if before is not None:
            before.hide()
            before.deleteLater()

    def _open(self, folder: Path) -> None:
        QSettings().setValue(_LAST_FOLDER, str(folder))
        events = Events()
        self._tasks = Tasks(lambda: _open_database(folder), events)
        self._tasks.refused.connect(self._on_refused)
        self._install_hook(folder)
        window = MainWindow(Context(folder, self._tasks, events, self._ask), overview_cache.read(folder))
        window.painted.connect(self._on_painted)
        self._window = window
        window.show()

    def _on_painted(self) -> None:
        if self._tasks is not None and isinstance(self._window, MainWindow):
            self._tasks.start()
            self._window.begin()

    def _on_refused(self, error: NtmError) -> None:
        """The data did not open. Another window of ours has it: show that one. Else ask for a folder."""
        from ntm_desktop.db.engine import DataInUse  # loaded by whoever raised the error

        window = self._window
        if window is None:
            return
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
        if self._window is not None:
            title = QCoreApplication.translate("app", "Chọn thư mục dữ liệu")
            self._ask.folder(self._window, title, self._replace)

    def _install_hook(self, folder: Path) -> None:
        log_file = folder / "logs" / log.FILE_NAME
        self._hook = ErrorHook(self._ask, log_file, self._active_window)
        self._hook.install()

    def _active_window(self) -> QWidget | None:
        return QApplication.activeWindow() or self._window


def _open_database(folder: Path) -> Database:
    """On the data thread: this is where SQLAlchemy is imported, after the first paint."""
    from ntm_desktop.db.engine import Database

    log.start(folder)
    return Database.open(folder)


def _nothing_to_open() -> Database:
    raise NtmError(QCoreApplication.translate("app", "Chưa có dữ liệu. Lập xong đơn vị rồi làm lại."))


def _theme_of(folder: Path) -> str:
    try:
        return settings.load(folder).theme
    except NtmError:
        return "system"  # the data thread meets the same file and says what is wrong with it


def _last_folder() -> Path:
    last = QSettings().value(_LAST_FOLDER)
    if "NTM_DATA" not in os.environ and last and (Path(str(last)) / "ntm.db").is_file():
        return Path(str(last))
    return paths.default_data_folder()
