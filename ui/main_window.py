"""The shell: it carries the place, the navigation and the state of saving, and shows one page at a time.

It only navigates; a page owns its actions. No service is imported here: the shell stands before the database
is open. Pages other than the overview are brought in when the pointer first comes near their name, or when
they are opened, and then built: those that nobody opens today would take 5 MB.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ntm_desktop import settings
from ntm_desktop.changes import Changes
from ntm_desktop.domain.overview import Link, Overview
from ntm_desktop.errors import NtmError
from ntm_desktop.text import office_time
from ui.bringing_in import bring_in, make_classes, prepare
from ui.context import Context
from ui.focus import KeptFocus
from ui.pages.overview import OverviewPage, load_and_keep
from ui.shell import StatusBar, TopBar
from ui.stage import Stage
from ui.widgets.cards import EmptyState
from ui.widgets.navigation import Navigation, page_keys
from ui.widgets.over_page import ProgressCover, Toast
from ui.widgets.page import Page

if TYPE_CHECKING:
    from ntm_desktop.services.history import Step
    from ui.help import HelpWindow
    from ui.tasks import Database, Session, Tasks

_NARROW_BELOW = 1180
_LOW_BELOW = 460  # px; the captions of the navigation need them
_SAMPLE_EDGE = 3  # as style.qss draws it
_HELP = "tro-giup"


class PageFile(NamedTuple):
    module: str
    name: str


PAGES: Mapping[str, PageFile] = {
    "tieu-chi": PageFile("ui.pages.criteria", "CriteriaPage"),
    "cong-trinh": PageFile("ui.pages.works", "WorksPage"),
    "don-vi-thi-cong": PageFile("ui.pages.contractors", "ContractorsPage"),
    "huy-dong": PageFile("ui.pages.mobilise", "MobilisePage"),
    "vuong-mac": PageFile("ui.pages.obstacles", "ObstaclesPage"),
    "phan-cong": PageFile("ui.pages.assignments", "AssignmentsPage"),
    "lay-y-kien": PageFile("ui.pages.consultation", "ConsultationPage"),
    "ho-so": PageFile("ui.pages.dossier", "DossierPage"),
    "trao-doi": PageFile("ui.pages.exchange", "ExchangePage"),
    "lich-su": PageFile("ui.pages.history", "HistoryPage"),
    "thiet-lap": PageFile("ui.pages.setup", "SetupPage"),
}


_PART_OF = {"don-vi-thi-cong": "cong-trinh"}
"""A page that is reached from another one, which stays marked in the navigation."""

_COUNTED = ("cong-trinh", "huy-dong", "vuong-mac", "phan-cong", "lay-y-kien", "trao-doi")
"""Pages that have a number before they are built; while one is in front, it tells its own."""


def _undo_last(session: Session) -> Changes:
    from ntm_desktop.services import history

    return history.undo_last(session)


def _redo_last(session: Session) -> Changes:
    from ntm_desktop.services import history

    return history.redo_last(session)


def _newest_step(session: Session) -> Step | None:
    from ntm_desktop.services import history

    return history.newest_step(session)


def _to_do(session: Session, on: date, folder: Path) -> Mapping[str, int]:
    """By page, what needs action there: as the page itself counts it once it is built."""
    from ntm_desktop.services import assignments, clearance, consultation, exchange_begun, obstacles, works

    return {
        "cong-trinh": works.table(session, on=on).need_action,
        "huy-dong": clearance.table(session, on=on).open_count,
        "vuong-mac": len(obstacles.table(session, on=on).open),
        "phan-cong": assignments.table(session, on=on).need_action,
        "lay-y-kien": len(consultation.view(session, on=on).breaks),
        "trao-doi": exchange_begun.need_action(session, folder),
    }


class _Left(NamedTuple):
    problems: tuple[str, ...]  # of backup places
    overview: Overview  # as the next start shows it first


def back_up(database: Database, folder: Path, at: datetime) -> tuple[str, ...]:
    """Copies what is new to every place of the settings; what went wrong is told by place."""
    from ntm_desktop.services import backup

    places = [Path(place) for place in settings.load(folder).backup_places]
    return tuple(backup.make_at_close(database, places=places, at=at).problems)


def _back_up_and_look(database: Database, folder: Path, at: datetime, today: date, by: str) -> _Left:
    """Also keeps the overview that tells of the copy."""
    problems = back_up(database, folder, at)
    with database.read() as session:
        return _Left(problems, load_and_keep(session, folder, today, at, by))


class MainWindow(QWidget):
    HOME: ClassVar[str] = "tong-quan"
    PAGES: ClassVar[Mapping[str, PageFile]] = PAGES

    leaving = Signal()
    """The page of the start is in front, and the window closes next."""
    replaced = Signal(object)
    """Path of the data folder that is to be opened in this one's place."""

    def __init__(self, context: Context) -> None:
        """The bars around an empty stage. ``furnish`` comes next, in a turn of the event loop of its own."""
        super().__init__()
        self._context = context
        self._may_close = False
        self._stale: set[str] = set()
        self._help: HelpWindow | None = None
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

        self._top = TopBar(context.tasks, self)
        self._navigation = Navigation(self._groups(), (_HELP, self.tr("Trợ giúp (F1)"), "circle-help"))
        self._stage = Stage()
        self._kept_focus = KeptFocus(self._stage)
        self._status = StatusBar()
        self._lay_out()
        self._cover = ProgressCover(context.tasks, self._stage)
        self._toast = Toast(self._stage)

        self._top.undo_requested.connect(self._on_undo_requested)
        self._top.followed.connect(self.follow)
        self._toast.undo_requested.connect(self._on_undo_requested)
        self._toast.redo_requested.connect(self._on_redo_requested)
        self._navigation.chosen.connect(self._on_chosen)
        self._navigation.approached.connect(self._on_approached)
        self._status.todo_pressed.connect(self._on_todo_pressed)
        context.tasks.saved.connect(self._on_saved)
        context.tasks.failed.connect(self._on_failed)
        context.events.changed.connect(self._on_changed)
        self._undo_keys = QShortcut(QKeySequence("Ctrl+Z"), self, self._on_undo_requested)
        self._undo_keys.setEnabled(False)  # until it is known that there is something to take back
        for keys, slot in (
            ("Ctrl+K", self._top.focus_search),
            ("F1", self._on_help),
            ("F5", self._on_refresh),
            ("Ctrl+Y", self._on_redo_requested),
        ):
            QShortcut(QKeySequence(keys), self, slot)
        order = [key for _caption, items in self._groups() for key, *_words in items]
        for number, key in enumerate(order, start=1):
            shortcut = QShortcut(QKeySequence(page_keys(number, len(order))), self, self._on_page_shortcut)
            shortcut.setObjectName(key)

    # What the composition root and the pages call

    def furnish(self, overview: Overview | None) -> None:
        """``overview`` as it was last seen, if it is not filled in later."""
        self._overview = OverviewPage(self._context)
        self._stage.add(self._overview)
        self._connect_page(self._overview)
        self._overview.loaded.connect(self._show_overview)
        if overview is not None:
            self.fill(overview, current=False)
        self._show_page("tong-quan")
        self._stage.setFocus()

    def fill(self, overview: Overview, *, current: bool) -> None:
        """With what was last seen; ``current`` when the database is known to say the same still."""
        self._overview.show_overview(overview, current=current)
        self._show_overview(overview)

    def begin(self) -> None:
        """The data thread runs: read what is live, then bring in the page of every day."""
        self._overview.reload()
        self._import("tieu-chi", self._on_imported)

    def follow(self, link: Link) -> None:
        """Opens the page a link leads to and selects what it means."""
        if self._stage.page(link.page) is not None:
            self._open(link)
        else:
            self._import(link.page, lambda: self._open(link))

    # Slots

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW_BELOW
        self._navigation.set_narrow(narrow or self.height() < _LOW_BELOW)
        self._stage.set_narrow(narrow)
        overview = self._stage.page(OverviewPage.KEY)
        if isinstance(overview, OverviewPage):
            overview.set_narrow(narrow)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close or not self._context.tasks.is_open:
            if self._stage.page(self.HOME) is not None:  # else it was not there yet
                self._show_page(self.HOME)
                self.leaving.emit()
            event.accept()
            return
        event.ignore()
        if (field := self.focusWidget()) is not None:
            field.clearFocus()  # what was typed last is saved before the copy is made
        self._back_up()

    def _back_up(self) -> None:
        folder, tasks = self._context.folder, self._context.tasks
        at, today, by = tasks.now(), tasks.today(), tasks.by
        tasks.data(
            lambda database, _report: _back_up_and_look(database, folder, at, today, by),
            self._on_backed_up,
            self,
            title=self.tr("Đang sao lưu trước khi đóng"),
            failed=self._on_backup_failed,
        )

    def _on_backed_up(self, left: _Left) -> None:
        self._overview.show_overview(left.overview)
        self._show_overview(left.overview)
        self._close_unless(left.problems)

    def _close_unless(self, problems: Sequence[str]) -> None:
        if problems:
            self._offer_closing("\n".join(problems))
        else:
            self._close_now()

    def _on_backup_failed(self, error: NtmError) -> None:
        self._offer_closing(error.message)

    def _offer_closing(self, why: str) -> None:
        title, verb, safe = self.tr("Đóng khi chưa sao lưu đủ?"), self.tr("Đóng"), self.tr("Ở lại")
        self._context.ask.confirm(self, title, why, verb, self._close_now, safe=safe)

    def _close_now(self) -> None:
        self._may_close = True
        QTimer.singleShot(0, self.window().close)  # not from within the close event that asked for the backup

    def _on_chosen(self, key: str) -> None:
        if key == _HELP:
            self._on_help()
        else:
            self.follow(Link(key))

    def _on_approached(self, key: str) -> None:
        """Builds the page that may be wanted next, and reads it where that is what its opening takes."""
        if key not in self.PAGES:
            return
        if self.PAGES[key].module in sys.modules:
            QTimer.singleShot(0, self, lambda: self._prepare(key))
        else:
            self._import(key, lambda: self._prepare(key))

    def _import(self, key: str, then: Callable[[], None]) -> None:
        """In turn with the data; what is already there follows at once."""
        module = self.PAGES[key].module
        self._context.tasks.load(lambda: prepare(module), lambda lacking: bring_in(self, lacking, then), self)

    def _prepare(self, key: str) -> None:
        page = self._built(key)
        if page.READ_AHEAD:
            self._read(page)

    def _on_imported(self) -> None:
        make_classes(self)
        self._count()

    def _count(self) -> None:
        tasks = self._context_of(OverviewPage.KEY).tasks
        on, folder = tasks.today(), self._context.folder
        tasks.read(
            lambda session: _to_do(session, on, folder), self._on_counted, self, shows="counts", behind=True
        )

    def _on_counted(self, counts: Mapping[str, int]) -> None:
        for key, count in counts.items():
            self._navigation.set_count(key, count)

    def _on_page_shortcut(self) -> None:
        self.follow(Link(self.sender().objectName()))

    def _on_undo_requested(self) -> None:
        self._tasks_in_front().write("Hoàn tác", _undo_last, self._on_stepped, self)

    def _on_redo_requested(self) -> None:
        self._tasks_in_front().write("Làm lại", _redo_last, self._on_stepped, self)

    def _on_stepped(self, _changes: Changes) -> None:
        self._tell_step()

    def _tell_step(self) -> None:
        self._tasks_in_front().read(_newest_step, self._on_step_known, self)

    def _on_step_known(self, step: Step | None) -> None:
        """The button of the toast means this very action, or there is none."""
        if step is None:
            return
        if not step.again:
            self._status.show_undone(f"{office_time(self._context.tasks.now()):%H:%M:%S}")
        words = self.tr("Đã làm lại: {}") if step.again else self.tr("Đã hoàn tác: {}")
        undo, redo = step.again and step.reversible, not step.again
        self._toast.tell(words.format(step.action), undo=undo, redo=redo)

    def _on_todo_pressed(self) -> None:
        self.follow(Link("tong-quan", "viec-can-lam"))

    def _on_help(self) -> None:
        if self._help is None:
            from ui.help import HelpWindow  # most days nobody asks

            self._help = HelpWindow(self, self._context.ask)
        current = self._stage.current()
        self._help.open_chapter(current.KEY if current is not None else "")

    def _on_refresh(self) -> None:
        if (current := self._stage.current()) is not None:
            current.reload()

    def _on_saved(self, at: datetime) -> None:
        self._status.show_saved(f"{office_time(at):%H:%M:%S}")

    def _on_failed(self, error: NtmError, _owner: object) -> None:
        self._context.ask.problem(self, error)

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.touches("workplace"):  # a restore put everything back: what was saved may be gone
            self._status.show_nothing_saved()
        self._toast.hide()  # its button would mean what was done just now
        for key in self.PAGES:
            page = self._stage.page(key)
            if page is not None and changes.touches(*page.TABLES):
                if page is self._stage.current():
                    page.reload()
                else:
                    self._stale.add(key)
        self._look_again()  # after what is in front

    def _look_again(self) -> None:
        """What stands in the bars may be another."""
        self._overview.reload()
        current = self._stage.current()
        if current is None or current.KEY not in _COUNTED:
            self._count()

    def _on_count_changed(self, count: int) -> None:
        page = self.sender()
        if isinstance(page, Page):
            self._navigation.set_count(page.KEY, count)

    def _show_overview(self, overview: Overview) -> None:
        self._top.show_overview(overview)
        self._status.show_overview(overview)
        self._undo_keys.setEnabled(bool(overview.undoable))
        self._navigation.set_count("tieu-chi", overview.to_do_indicators)
        self._navigation.set_count("ho-so", overview.to_do_dossier)
        self._show_whose(overview.commune, illustrative=overview.illustrative)

    def _show_whose(self, name: str, *, illustrative: bool) -> None:
        if bool(self._frame.property("sample")) != illustrative:
            self._frame.setProperty("sample", illustrative)
            self._frame.style().polish(self._frame)
            edge = _SAMPLE_EDGE if illustrative else 0
            self._inner.setContentsMargins(edge, edge, edge, edge)
        self.window().setWindowTitle(self.tr("Nông thôn mới – {}").format(name))

    # Building

    def _groups(self) -> tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]:
        watching = (
            ("tong-quan", self.tr("Tổng quan"), "layout-dashboard"),
            ("tieu-chi", self.tr("Tiêu chí"), "list-checks"),
            ("cong-trinh", self.tr("Công trình"), "hard-hat"),
            ("huy-dong", self.tr("Huy động"), "hand-coins"),
            ("vuong-mac", self.tr("Vướng mắc"), "triangle-alert"),
            ("phan-cong", self.tr("Phân công"), "users"),
        )
        dossier = (
            ("lay-y-kien", self.tr("Lấy ý kiến"), "vote"),
            ("ho-so", self.tr("Hồ sơ"), "folder-check"),
            ("trao-doi", self.tr("Trao đổi"), "arrow-left-right"),
        )
        machine = (
            ("lich-su", self.tr("Lịch sử"), "history"),
            ("thiet-lap", self.tr("Thiết lập"), "settings-2"),
        )
        return (
            (self.tr("Theo dõi"), watching),
            (self.tr("Lập hồ sơ"), dossier),
            (self.tr("Máy này"), machine),
        )

    def _lay_out(self) -> None:
        self._frame = QWidget()  # not a QFrame, which would make room for the edge a second time
        self._frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._frame.setObjectName("frame")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._frame)
        self._inner = QVBoxLayout(self._frame)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.setSpacing(0)
        self._inner.addWidget(self._top)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._navigation)
        middle.addWidget(self._stage, 1)
        self._inner.addLayout(middle, 1)
        self._inner.addWidget(self._status)

    def _tasks_in_front(self) -> Tasks:
        current = self._stage.current()
        return current.shown_tasks if current is not None else self._context.tasks

    def _context_of(self, _key: str) -> Context:
        """What a page works with."""
        return self._context

    def _built(self, key: str) -> Page:
        """Reads nothing: a page just built is stale."""
        page = self._stage.page(key)
        if page is None:
            place = self.PAGES[key]
            made = getattr(importlib.import_module(place.module), place.name)
            page = cast("Page", made(self._context_of(key)))
            page.hide()
            self._stage.add(page)
            self._connect_page(page)
            self._stale.add(key)
        return page

    def _connect_page(self, page: Page) -> None:
        page.navigate.connect(self.follow)
        page.told.connect(self._toast_for)
        page.written.connect(self._toast_without_undo)
        page.taken_back.connect(self._tell_step)
        page.unsaved.connect(self._on_unsaved)
        page.count_changed.connect(self._on_count_changed)
        for empty in page.findChildren(EmptyState):
            empty.asked_for_help.connect(self._on_help)

    def _on_unsaved(self, unsaved: bool) -> None:
        self._status.show_unsaved(unsaved=unsaved)

    def _toast_without_undo(self, words: str) -> None:
        self._toast.tell(words, undo=False)

    def _toast_for(self, words: str) -> None:
        """The button that did it may stand for the next line now: one more Enter would be for that."""
        if isinstance(focus := QApplication.focusWidget(), QAbstractButton) and self._stage.isAncestorOf(
            focus
        ):
            self._stage.take_focus()
        self._toast.tell(words)

    def _open(self, link: Link) -> None:
        page = self._built(link.page)
        self._read(page)  # while it is laid out
        self._show_page(link.page)
        if link.anchor:
            page.select(link.anchor)

    def _read(self, page: Page) -> None:
        if page.KEY in self._stale:
            self._stale.discard(page.KEY)
            page.reload()

    def _show_page(self, key: str) -> None:
        self._stage.show_page(key)
        self._toast.raise_()  # a page that is built later lies above what was there
        self._navigation.set_current(_PART_OF.get(key, key))
