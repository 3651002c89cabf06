"""The first window on an empty PC: five questions, or the sample. What they mean is ``setup_steps``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ntm_desktop import paths
from ntm_desktop.errors import NtmError
from ui.context import Context
from ui.dialogs.setup_steps import SetupSteps, Step, create
from ui.dialogs.wizard_pages import BackupPage, CommunePage, PeoplePage, QuestionPage, SetPage, StartPage
from ui.dialogs.wizard_rail import StepRail
from ui.widgets.buttons import Button
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.over_page import ProgressCover
from ui.widgets.page import Scrolled

if TYPE_CHECKING:
    from ntm_desktop.services.criteria_sets import SetChoice
    from ui.dialogs.server import Place
    from ui.help import HelpWindow

_HELP = "bat-dau"
_CARD = (860, 640)
_RAIL, _RAIL_SMALL = 210, 54
_LOW_BELOW = 420


def _offers() -> tuple[tuple[SetChoice, ...], tuple[tuple[str, str], ...]]:
    from ntm_desktop.services import criteria_sets, goals  # on a work thread

    return criteria_sets.builtin_choices(), goals.regimes()


def _make_sample(folder: Path) -> None:
    from ntm_desktop.services import sample

    if not (folder / "ntm.db").is_file():
        sample.make(folder)


class SetupWizard(QWidget):
    finished = Signal(object)  # Path of the data folder to open

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._steps = SetupSteps(context.tasks.today())
        self._help: HelpWindow | None = None
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._rail = StepRail(
            (
                self.tr("Đơn vị"),
                self.tr("Bộ tiêu chí"),
                self.tr("Người dùng"),
                self.tr("Nơi sao lưu"),
                self.tr("Bắt đầu"),
            )
        )
        self._backup = BackupPage(self._steps)
        self._set_page = SetPage(self._steps)
        self._first = CommunePage(self._steps)
        self._pages: tuple[QuestionPage, ...] = (
            self._first,
            self._set_page,
            PeoplePage(self._steps),
            self._backup,
            StartPage(self._steps, context.folder),
        )
        self._questions = Scrolled()
        self._sample = Button(self.tr("&Dùng thử với số liệu minh họa"), "link")
        self._sample_folder = paths.sample_folder(context.folder)
        named = self._sample_folder != paths.sample_folder()
        where = self.tr("lập ở {}").format(self._sample_folder) if named else ""
        self._sample_place = ElidedLabel(where, "caption", "text2", Qt.TextElideMode.ElideMiddle)
        self._back = Button(self.tr("&Quay lại"))
        self._next = Button(self.tr("&Tiếp tục"), "primary", "arrow-right")
        self._next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._lay_out()
        self._cover = ProgressCover(context.tasks, self)

        self._sample.clicked.connect(self._on_sample_clicked)
        self._back.clicked.connect(self._on_back_clicked)
        self._next.clicked.connect(self._on_next_clicked)
        QShortcut(QKeySequence("F1"), self, self._on_help)
        self._first.server_requested.connect(self._on_server_requested)
        self._backup.browse_requested.connect(self._on_browse_requested)
        context.tasks.failed.connect(self._on_failed)
        context.tasks.load(_offers, self._on_offers_loaded, self)
        self._show_step()

    def begin(self) -> None:
        self._page().focus_first()

    # Slots

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_next_clicked()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window the rail keeps its numbers only, and the question scrolls."""
        super().resizeEvent(event)
        small = self.width() < _CARD[0] or self.height() < _LOW_BELOW
        self._side.setFixedWidth(_RAIL_SMALL if small else _RAIL)
        self._rail.set_narrow(narrow=small)
        for label in self._around_rail:
            label.setVisible(not small)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()  # nothing was made yet, so there is nothing to keep

    def _on_offers_loaded(self, offers: tuple[tuple[SetChoice, ...], tuple[tuple[str, str], ...]]) -> None:
        self._steps.offer(*offers)
        self._set_page.show_sets()

    def _on_back_clicked(self) -> None:
        self._collect()
        self._steps.back()
        self._show_step()

    def _on_next_clicked(self) -> None:
        self._collect()
        if self._steps.step is Step.START:
            self._create()
        elif self._steps.forward():
            self._show_step()
        else:
            self._page().show_problems(self._steps.told)

    def _on_help(self) -> None:
        if self._help is None:
            from ui.help import HelpWindow  # few ask

            self._help = HelpWindow(self, self._context.ask)
        self._help.open_chapter(_HELP)

    def _on_browse_requested(self) -> None:
        self._context.ask.folder(self, self.tr("Chọn nơi sao lưu"), self._backup.show_place)

    def _on_server_requested(self) -> None:
        from ui.dialogs.server import JoinDialog  # few have one

        dialog = JoinDialog(self, self._context, self._context.folder, may_make=True)
        dialog.entered.connect(self.finished)
        dialog.empty.connect(self._on_empty_server)
        dialog.open()

    def _on_empty_server(self, place: Place) -> None:
        """The data of the authority are made there once the questions are answered."""
        self._collect()
        self._steps.answers.database_url = place.url
        self._steps.answers.store_folder = place.store
        self._first.show_server()

    def _on_sample_clicked(self) -> None:
        folder = self._sample_folder
        self._sample.setEnabled(False)
        self._context.tasks.work(
            lambda _report: _make_sample(folder),
            lambda _result: self.finished.emit(folder),
            self,
            title=self.tr("Đang lập xã mẫu"),
            failed=self._on_sample_failed,
        )

    def _on_sample_failed(self, error: NtmError) -> None:
        self._sample.setEnabled(True)
        self._on_failed(error)

    def _on_failed(self, error: NtmError) -> None:
        self._next.setEnabled(True)
        self._context.ask.problem(self, error)

    # Private

    def _create(self) -> None:
        answers, folder = self._steps.answers, self._context.folder
        at, today = self._context.tasks.now(), self._context.tasks.today()
        self._next.setEnabled(False)
        self._context.tasks.work(
            lambda _report: create(answers, folder, at=at, today=today),
            lambda _result: self.finished.emit(folder),
            self,
            title=self.tr("Đang lập dữ liệu"),
            failed=self._on_failed,
        )

    def _page(self) -> QuestionPage:
        return self._pages[self._steps.step]

    def _collect(self) -> None:
        self._steps.answer(self._page().texts())

    def _show_step(self) -> None:
        step = self._steps.step
        self._rail.show_step(step, [self._steps.chosen(Step(number)) for number in range(step)])
        self._page().begin()
        for page in self._pages:
            page.setVisible(page is self._page())
        self._questions.verticalScrollBar().setValue(0)
        self._back.setEnabled(step is not Step.COMMUNE)
        self._next.setText(self.tr("&Lập dữ liệu") if step is Step.START else self.tr("&Tiếp tục"))
        self._page().focus_first()

    def _lay_out(self) -> None:
        for page in self._pages:
            self._questions.body.addWidget(page, 1)
        card = _Card()
        card.setObjectName("card")
        rail = self._side = QFrame()
        rail.setObjectName("rail")
        left = QVBoxLayout(rail)
        left.setContentsMargins(19, 17, 12, 12)
        left.setSpacing(14)
        self._around_rail = (
            Label(self.tr("Thiết lập lần đầu"), "card"),
            Label(self.tr("Không cần mạng internet."), "caption", "text2"),
        )
        left.addWidget(self._around_rail[0])
        left.addWidget(self._rail, 1)
        left.addWidget(self._around_rail[1])

        foot = QFrame()
        foot.setObjectName("foot")
        foot.setFixedHeight(54)
        row = QHBoxLayout(foot)
        row.setContentsMargins(28, 0, 29, 0)
        row.setSpacing(8)
        row.addWidget(self._sample)
        row.addWidget(self._sample_place, 1)
        row.addWidget(self._back)
        row.addWidget(self._next)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._questions, 1)
        right.addWidget(foot)
        across = QHBoxLayout(card)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(rail)
        across.addLayout(right, 1)
        outer = QVBoxLayout(self)
        outer.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)


class _Card(QFrame):
    """In the middle of the window; smaller where that is smaller."""

    def sizeHint(self) -> QSize:
        return QSize(*_CARD)
