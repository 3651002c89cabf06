"""Trao đổi when *Hủy* is pressed half-way, and on a disk that is full: nothing half stays, and it is said."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from exchange_screen import Screen, authority_pins, export, make_keys, pin
from exchanging import AT, Side, new_authority
from page_screen import PageScreen
from pytestqt.qtbot import QtBot

from ntm_desktop.changes import Changes
from ntm_desktop.db.models import inbox
from ntm_desktop.db.session import Session, live
from ntm_desktop.services import evidence, files, quarantine
from ui.context import Context
from ui.dialogs.import_package import ImportDialog
from ui.pages.exchange_communes import CommunesExchangePage
from ui.tasks import Job, Tasks
from ui.widgets.table import Table

SIZE = 24 << 20
QUOTA = 12 << 20
"""More than the database has, less than the package."""
WHERE = "Đang ghi gói"


class Communes(PageScreen[CommunesExchangePage]):
    def __init__(self, qtbot: QtBot, context: Context) -> None:
        super().__init__(qtbot, context, CommunesExchangePage(context))

    def first_table(self) -> Table:
        return self.page._list.table


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "KINGSTON"
    made.mkdir()
    return made


@pytest.fixture
def huyen(tmp_path: Path) -> Iterator[Side]:
    side = new_authority(tmp_path / "huyện")
    yield side
    side.database.close()


@pytest.fixture
def xa(sample_context: Context, huyen: Side, qtbot: QtBot, stick: Path, tmp_path: Path) -> Screen:
    """Both sides know each other's keys; the commune has an attachment of 24 MB."""
    screen = Screen(qtbot, sample_context)
    make_keys(screen)
    pin(screen, huyen, stick)
    authority_pins(screen, huyen)
    (stick / "huyen.ntmk").unlink()
    scan = tmp_path / "bản quét.txt"
    scan.write_bytes(os.urandom(SIZE // 2).hex().encode()[: 19 << 20])

    def attach(session: Session) -> Changes:
        stored = files.take_in(session.files, scan)
        return evidence.attach(session, stored=stored, code="5.1", today=AT.date())

    screen.context.tasks.write("Minh chứng", attach, lambda _changes: None, screen.page)
    return screen


@pytest.fixture
def authority(
    xa: Screen, huyen: Side, open_context: Callable[[Path], Context], qtbot: QtBot, stick: Path
) -> Communes:
    """Its page, and the commune's package on the stick."""
    export(xa, stick)
    xa.ask.asked.clear()
    huyen.database.close()
    return Communes(qtbot, open_context(huyen.database.folder))


def press_cancel(job: Job) -> None:
    job.cancelled = job.can_cancel


@contextmanager
def meanwhile(
    tasks: Tasks,
    title: str,
    share: float,
    act: Callable[[Job], object] = press_cancel,
    due: Callable[[], bool] = lambda: True,
) -> Iterator[None]:
    """Once so much of that job is done a person presses *Hủy* on its card, or something else happens."""
    pressed: list[Job] = []

    def watch(job: Job) -> None:
        if title not in job.title:
            return
        report = job.report

        def until(done: int, total: int, /) -> None:
            if total and done >= share * total and not pressed and due():
                pressed.append(job)
                act(job)
            report(done, total)

        job.report = until  # type: ignore[method-assign]

    tasks.started.connect(watch)
    yield
    tasks.started.disconnect(watch)
    assert pressed


@contextmanager
def full_disk() -> Iterator[None]:
    """No file may grow beyond the quota."""
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (QUOTA, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []


def packages_taken(screen: PageScreen[CommunesExchangePage]) -> int:
    found: list[int] = []
    screen.context.tasks.read(
        lambda session: len(session.rows(live(inbox, session))),
        found.append,
        screen.page,
        of=screen.page._list.views[0].code,
    )
    return found[0]


@pytest.mark.parametrize("share", [0.05, 0.4, 0.75])
def test_an_export_that_is_stopped_leaves_nothing_on_the_stick(xa: Screen, stick: Path, share: float) -> None:
    with meanwhile(xa.context.tasks, WHERE, share):
        export(xa, stick)
    told = xa.ask.asked[-1]
    assert told.title == "Đã dừng: gói số 1 chưa ghi ra KINGSTON"
    assert "Gói giữ số" in told.body
    assert left_in(stick) == []
    assert left_in(xa.context.folder / "tmp") == []
    assert xa.doings() == ["Xuất gói số 1"]
    export(xa, stick)
    assert xa.asked()[-1] == "Đã xuất gói số 1 ra KINGSTON"
    assert len(left_in(stick)) == 1
    assert xa.doings() == []


@pytest.mark.parametrize(
    ("title", "share"),
    [("Đang chép gói", 0.5), ("Đang kiểm tra gói", 0.2), ("Đang kiểm tra gói", 0.8), ("Đang cất tệp", 0.0)],
)
def test_an_import_that_is_stopped_changes_nothing(
    authority: Communes, stick: Path, title: str, share: float
) -> None:
    screen, folder = authority, authority.context.folder
    (package,) = stick.iterdir()
    with meanwhile(screen.context.tasks, title, share):
        screen.ask.answers.append([package])
        screen.press("Nhận gói")
        if title == "Đang cất tệp":
            confirmed(screen)
    told = screen.ask.asked[-1]
    assert told.title == "Đã dừng: chưa nhận gói nào, số liệu không thay đổi"
    assert packages_taken(screen) == 0
    assert left_in(folder / "tmp") == []
    held = quarantine.held(folder)
    if title == "Đang chép gói":
        assert "trên USB vẫn còn" in told.body
        assert held == ()
        assert left_in(folder / "quarantine") == []
    else:
        assert "tab Giữ lại" in told.body
        assert [one.why for one in held] == ["Để lại, chưa nhận."]
        screen.page.tabs.choose(1)
        screen.page.show_tab()
        screen.page._held.table.selectRow(0)
    screen.ask.answers.append([package])
    screen.press("Nhận gói" if not held else "Thử lại")
    confirmed(screen)
    assert packages_taken(screen) == 1
    assert screen.ask.asked[-1].title.startswith("Đã nhận gói số 1 của ")
    assert quarantine.held(folder) == ()


def confirmed(screen: PageScreen[CommunesExchangePage]) -> None:
    dialog = screen.dialog(ImportDialog)
    dialog._confirmed.setChecked(True)
    screen.press("Nhận gói", dialog)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no quota of a process")
def test_an_export_on_a_full_disk_says_so_and_works_afterwards(xa: Screen, stick: Path) -> None:
    with full_disk():
        export(xa, stick)
    told = xa.ask.asked[-1]
    assert told.kind == "problem"
    assert told.title.startswith("Không lập được gói: ")
    assert "gói vẫn giữ số" in told.title
    assert left_in(stick) == []
    assert left_in(xa.context.folder / "tmp") == []
    assert xa.doings() == ["Xuất gói số 1"]
    export(xa, stick)
    assert xa.asked()[-1] == "Đã xuất gói số 1 ra KINGSTON"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no quota of a process")
def test_an_import_on_a_full_disk_says_so_and_works_afterwards(authority: Communes, stick: Path) -> None:
    screen, folder = authority, authority.context.folder
    (package,) = stick.iterdir()
    with full_disk():
        screen.ask.answers.append([package])
        screen.press("Nhận gói")
    told = screen.ask.asked[-1]
    assert told.title == "Chưa nhận được gói"
    assert "ổ đĩa" in told.body
    assert packages_taken(screen) == 0
    assert left_in(folder / "tmp") == []
    assert left_in(folder / "quarantine") == []
    screen.ask.answers.append([package])
    screen.press("Nhận gói")
    confirmed(screen)
    assert packages_taken(screen) == 1


@pytest.fixture
def small_stick(stick: Path) -> Iterator[Path]:
    """A disk of its own, of 100 MB."""
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=100m", "tmpfs", str(stick)], capture_output=True
    )
    if made.returncode != 0:
        pytest.skip("nobody may mount a disk here")
    yield stick
    subprocess.run(["umount", str(stick)], check=True)


def test_a_stick_that_fills_up_meanwhile_keeps_no_half_package(xa: Screen, small_stick: Path) -> None:
    def fill(_job: Job) -> None:
        subprocess.run(["dd", "if=/dev/zero", f"of={small_stick / 'phim.mp4'}", "bs=1M"], capture_output=True)

    with meanwhile(xa.context.tasks, WHERE, 0, fill, due=lambda: any(small_stick.glob("*.part"))):
        export(xa, small_stick)
    told = xa.ask.asked[-1]
    assert told.kind == "problem"
    assert "hết chỗ trống" in told.title
    assert left_in(small_stick) == ["phim.mp4"]
    assert xa.doings() == ["Xuất gói số 1"]
    (small_stick / "phim.mp4").unlink()
    export(xa, small_stick)
    assert xa.asked()[-1] == "Đã xuất gói số 1 ra KINGSTON"
