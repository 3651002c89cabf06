"""The window of an authority: its communes, what goes to and fro, and one commune's own pages to read.

A commune's pages are the same as in its own window, with another context: their jobs run with that commune
open, and nothing in them writes (``ui.read_only``).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ntm_desktop.domain.overview import Link, Overview
from ntm_desktop.domain.owners import READ_ONLY
from ntm_desktop.errors import NtmError
from ntm_desktop.text import counted, format_date
from ui.context import Context
from ui.main_window import PAGES, MainWindow, PageFile, back_up
from ui.pages.overview import OverviewPage
from ui.tasks import TasksOf
from ui.widgets.buttons import Button
from ui.widgets.labels import ElidedLabel, IconLabel

if TYPE_CHECKING:
    from ntm_desktop.services.authority import AuthorityView
    from ntm_desktop.services.communes import CommuneLine, Communes
    from ui.tasks import Database, Session
    from ui.widgets.page import Page

_OWN = ("cac-xa", "trao-doi", "lich-su", "thiet-lap")
"""Pages of the authority itself; all others are of the commune that is open."""
_OWN_SETTINGS = ("", "co-quan", "can-bo", "sao-luu", "may-chu", "giao-dien")


def _view(session: Session, person: str) -> AuthorityView:
    from ntm_desktop.services import authority  # on the data thread

    return authority.view(session, person=person)


def _answered(session: Session) -> int:
    from ntm_desktop.services import remark_states

    return remark_states.answered(session)


def _undoable(session: Session) -> str:
    from ntm_desktop.services import history

    return history.next_to_undo(session)


def _back_up_and_look(
    database: Database, folder: Path, at: datetime, person: str
) -> tuple[tuple[str, ...], AuthorityView]:
    problems = back_up(database, folder, at)
    with database.read() as session:
        return problems, _view(session, person)


class ReadingBar(QFrame):
    """Which commune is being looked at, of which package, and the way back."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("note")
        self._words = ElidedLabel("", "strong")
        back = Button(self.tr("Về các &xã"), "link", "arrow-left", self.tr("Về danh sách các xã (Esc)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 2, 12, 2)
        row.setSpacing(8)
        row.addWidget(IconLabel("eye", 16, "amber"))
        row.addWidget(self._words, 1)
        row.addWidget(back)
        back.clicked.connect(self.left)
        self.hide()

    def show_line(self, line: CommuneLine) -> None:
        assert line.created is not None
        words = self.tr("Đang xem {} – gói số {} ngày {} – chỉ xem")
        self._words.setText(words.format(line.name, counted(line.seq), format_date(line.created)))

    def words(self) -> str:
        return self._words.text()


class AuthorityWindow(MainWindow):
    HOME: ClassVar[str] = "cac-xa"
    PAGES: ClassVar[Mapping[str, PageFile]] = {
        "cac-xa": PageFile("ui.pages.communes", "CommunesPage"),
        OverviewPage.KEY: PageFile("ui.pages.overview", "OverviewPage"),
        **PAGES,
        "nhan-xet": PageFile("ui.pages.remarks", "RemarksPage"),
        "lich-su": PageFile("ui.pages.history_authority", "AuthorityHistoryPage"),
        "trao-doi": PageFile("ui.pages.exchange_communes", "CommunesExchangePage"),
        "thiet-lap": PageFile("ui.pages.setup_authority", "AuthoritySetupPage"),
    }

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._open_line: CommuneLine | None = None
        self._undoable: dict[bool, str] = {}  # by whether it is the authority's own
        self._of = TasksOf(context.tasks, "")
        self._reading = Context(context.folder, self._of, context.events, context.ask, is_read_only=True)
        self.reading_bar = ReadingBar()
        self._inner.insertWidget(1, self.reading_bar)
        self.reading_bar.left.connect(self._on_left)
        self._stage.escaped.connect(self._on_left)
        self._status.without_todo()
        self._top.search_in(None)
        self._enable_commune(enabled=False)

    def furnish(self, overview: Overview | None) -> None:
        """There is nothing to show until the database is open."""

    def fill(self, overview: Overview, *, current: bool) -> None:
        """As ``furnish``."""

    def begin(self) -> None:
        self._look_again()
        self.follow(Link(self.HOME))

    def follow(self, link: Link) -> None:
        if link.page not in self.PAGES:
            return
        if link.page not in _OWN and self._open_line is None:
            return
        if link.page == "thiet-lap" and link.anchor.partition("/")[0] not in _OWN_SETTINGS:
            self._context.ask.problem(self, NtmError(READ_ONLY["unit"]))  # a commune's own settings
            return
        super().follow(link)

    def open_commune(self, line: CommuneLine) -> None:
        """Its own pages, to read."""
        if self._open_line != line:
            self._open_line = line
            self._of.of = line.code
            self._stale |= {key for key in self.PAGES if key not in _OWN and self._stage.page(key)}
            self.reading_bar.show_line(line)
            self._show_in_history(self._stage.page("lich-su"))
            self._enable_commune(enabled=True)
            self._top.search_in(self._of)
            self._count()
            self._read_undoable()
        self.follow(Link(OverviewPage.KEY))

    # Slots

    def _back_up(self) -> None:
        folder, tasks = self._context.folder, self._context.tasks
        at, by = tasks.now(), tasks.by
        tasks.data(
            lambda database, _report: _back_up_and_look(database, folder, at, by),
            self._on_copied,
            self,
            title=self.tr("Đang sao lưu trước khi đóng"),
            failed=self._on_backup_failed,
        )

    def _on_copied(self, left: tuple[tuple[str, ...], AuthorityView]) -> None:
        problems, view = left
        self._show_view(view)
        self._close_unless(problems)

    def _on_left(self) -> None:
        current = self._stage.current()
        if current is not None and current.KEY not in _OWN:
            self.follow(Link(self.HOME))

    def _count(self) -> None:
        super()._count()
        self._of.read(_answered, self._on_answered_counted, self, shows="answered", behind=True)

    def _on_answered_counted(self, count: int) -> None:
        self._navigation.set_count("nhan-xet", count)

    def _on_counted(self, counts: Mapping[str, int]) -> None:
        """Of the commune that is open; the pages of the authority count for themselves."""
        super()._on_counted({key: count for key, count in counts.items() if key not in _OWN})

    def _on_todo_pressed(self) -> None:
        pass  # its work stands in its pages

    def _on_communes_loaded(self, found: Communes) -> None:
        """The commune that is open may have sent another package meanwhile."""
        if self._open_line is None:
            return
        code = self._open_line.code
        line = next((one for one in found.lines if one.code == code), None)
        if line is not None and line.seq:
            self._open_line = line
            self.reading_bar.show_line(line)

    # What is shown

    def _look_again(self) -> None:
        tasks = self._context.tasks
        by = tasks.by
        tasks.read(lambda session: _view(session, by), self._show_view, self, shows="authority")
        if self._open_line is not None:
            if isinstance(overview := self._stage.page(OverviewPage.KEY), OverviewPage):
                overview.reload()  # it knows how much is to be done
            self._count()
            self._read_undoable()

    def _show_view(self, view: AuthorityView) -> None:
        facts = (self.tr("Nơi thẩm định"), view.province)
        self._top.show_place(view.name, facts, illustrative=view.illustrative)
        self._undoable[True] = view.undoable
        self._offer_undo()
        self._status.show_office(view.last_backup, view.person)
        self._show_whose(view.name, illustrative=view.illustrative)

    def _on_overview_loaded(self, overview: Overview) -> None:
        self._navigation.set_count("tieu-chi", overview.to_do_indicators)
        self._navigation.set_count("ho-so", overview.to_do_dossier)

    def _show_page(self, key: str) -> None:
        before = self._tasks_in_front()
        super()._show_page(key)
        self.reading_bar.setVisible(key not in _OWN)
        if self._tasks_in_front() is not before:
            self._on_whose_changed()

    def _read_undoable(self) -> None:
        self._of.read(_undoable, self._on_undoable_read, self, shows="undoable")

    def _on_undoable_read(self, action: str) -> None:
        self._undoable[False] = action
        self._offer_undo()

    def _on_whose_changed(self) -> None:
        """*Hoàn tác* means another action now: of the authority itself, or about the commune that is open."""
        self._toast.hide()
        self._offer_undo()

    def _offer_undo(self) -> None:
        tasks = self._tasks_in_front()
        action = self._undoable.get(tasks is tasks.own, "")
        self._top.show_undoable(action)
        self._undo_keys.setEnabled(bool(action))

    def _show_in_history(self, page: Page | None) -> None:
        if page is not None and self._open_line is not None:
            page.show_commune(self._open_line.name, self._of)  # type: ignore[attr-defined]

    def _enable_commune(self, *, enabled: bool) -> None:
        for _caption, items in self._groups():
            for key, *_words in items:
                if key not in _OWN:
                    self._navigation.set_enabled(key, enabled=enabled)

    # Building

    def _context_of(self, key: str) -> Context:
        return self._context if key in _OWN else self._reading

    def _connect_page(self, page: Page) -> None:
        super()._connect_page(page)
        if isinstance(page, OverviewPage):
            page.loaded.connect(self._on_overview_loaded)
        elif page.KEY == self.HOME:
            page.open_requested.connect(self.open_commune)  # type: ignore[attr-defined]
            page.loaded.connect(self._on_communes_loaded)  # type: ignore[attr-defined]
        elif page.KEY == "thiet-lap":
            page.opened.connect(self.replaced)  # type: ignore[attr-defined]
        elif page.KEY == "lich-su":
            page.whose_changed.connect(self._on_whose_changed)  # type: ignore[attr-defined]
            self._show_in_history(page)

    def _groups(self) -> tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]:
        watching, dossier, machine = super()._groups()
        own = [("cac-xa", self.tr("Các xã"), "house")]
        if "trao-doi" in self.PAGES:
            own.append(("trao-doi", self.tr("Trao đổi"), "usb"))
        rest = tuple(item for item in machine[1] if item[0] in ("lich-su", "thiet-lap"))
        said = ("nhan-xet", self.tr("Nhận xét"), "pencil")
        seen = (*watching[1], said, *(item for item in dossier[1] if item[0] not in _OWN))
        return (
            (self.tr("Thẩm định"), tuple(own)),
            (self.tr("Xã đang xem"), tuple(item for item in seen if item[0] not in _OWN)),
            (machine[0], rest),
        )
