"""What every test of the window has: one theme, inline tasks on a real database, and a scripted ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from ntm_desktop.db.engine import Database
from ntm_desktop.errors import NtmError
from ntm_desktop.services import sample, workplace
from ui import theme
from ui.ask import Ask
from ui.context import Context
from ui.events import Events
from ui.tasks import InlineTasks
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

    def text(self, parent: QWidget, title: str, body: str, verb: str, done: Callable[[str], None]) -> None:
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

    def folder(self, parent: QWidget, title: str, done: Callable[[Path], None]) -> None:
        answer = self._answer("folder", title)
        if isinstance(answer, Path):
            done(answer)

    def save_file(
        self, parent: QWidget, title: str, suggested: str, filters: str, done: Callable[[Path], None]
    ) -> None:
        answer = self._answer("save_file", title, suggested)
        if isinstance(answer, Path):
            done(answer)


@pytest.fixture(scope="session")
def themed(qapp: QApplication) -> QApplication:
    QCoreApplication.setOrganizationName("NTM Desktop tests")
    QCoreApplication.setApplicationName("NTM Desktop tests")
    theme.start(qapp, "light")
    return qapp


@pytest.fixture(autouse=True)
def light(themed: QApplication) -> None:
    """Each test begins in the light theme and with no remembered sizes."""
    QSettings().clear()
    if theme.tokens().dark:
        theme.apply("light")


@pytest.fixture
def ask() -> ScriptedAsk:
    return ScriptedAsk()


@pytest.fixture
def open_context(ask: ScriptedAsk) -> Iterator[Callable[[Path], Context]]:
    """Opens a data folder the way the program does, but on this thread; closes it afterwards."""
    opened: list[Context] = []

    def make(folder: Path) -> Context:
        events = Events()
        tasks = InlineTasks(lambda: Database.open(folder), events, lambda: NOW)
        tasks.by = "Cao Thị Hòa"
        opened.append(Context(folder, tasks, events, ask))
        return opened[-1]

    yield make
    for context in opened:
        context.tasks.stop()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A new commune without a single assessment."""
    made = tmp_path / "xã mới"
    workplace.create(
        made,
        commune=workplace.NewCommune(
            name="xã Tân Lợi", district="Minh Hóa", province="Quảng Bình", schools=3
        ),
        goal=workplace.NewGoal(
            set_id="xa-ntm-2016-2020", year=2021, profile="btb", valid_from=date(2021, 1, 1)
        ),
        new_people=[workplace.NewPerson(name="Cao Thị Hòa", post="Văn phòng – Thống kê")],
        at=datetime(2021, 1, 2, 1, 0, tzinfo=UTC),
    )
    return made


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample commune Yên Hóa, made once; copy it before writing to it."""
    made = tmp_path_factory.mktemp("sample") / "yen-hoa"
    sample.make(made)
    return made


@pytest.fixture
def context(folder: Path, open_context: Callable[[Path], Context]) -> Context:
    return open_context(folder)


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
