"""Takes the pictures of the guide and of the README from the real window, on the sample commune.

Run from the root of the repository after a change of the screens:

    .venv/bin/python docs/make_pictures.py

The window has 1366×697 pixels and its time stands still, so equal programs make equal pictures.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QSettings
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from ntm_desktop.db.engine import Database
from ntm_desktop.domain.overview import Link
from ntm_desktop.paths import default_data_folder
from ntm_desktop.services import exchange_in, exchange_out, keys, remarks, sample, sample_authority
from ntm_desktop.services.remarks import Target
from ntm_desktop.sync.keys import OwnKeys
from ui import theme
from ui.app import make_application
from ui.ask import Ask
from ui.authority_window import AuthorityWindow
from ui.context import Context
from ui.dialogs.wizard import SetupWizard
from ui.events import Events
from ui.main_window import MainWindow
from ui.tasks import InlineTasks
from ui.widgets.table import Table

DOCS = Path(__file__).resolve().parent
GUIDE = DOCS / "huong-dan" / "hinh"
README = DOCS / "pictures"
SIZE = (1366, 697)
MOST_BYTES = 64_000
MOST_COLOURS = 44
GROUNDS = 22  # kept exactly
SAME = 22  # of 255 in each of red, green, blue
NOW = datetime(2022, 1, 11, 3, 32, 5, tzinfo=UTC)  # 10:32:05 in the office, after all that the sample tells
CHANGED = "174"  # an action of the sample that shows a before and an after
STORY_DAY = date.fromisoformat(sample.STORY_DAY)
SENT = datetime(2021, 6, 30, 3, 32, 5, tzinfo=UTC)
LEAD, APPRAISER = "Cao Thị Hòa", "Lê Văn Thẩm"
REMARKS = {
    "2.1": "Bổ sung biên bản nghiệm thu đường trục xã.",
    "17.6": "Thấp hơn lần trước: nêu nguyên nhân và thời hạn khắc phục.",
    "6.2": "Chưa có số liệu: nêu điểm vui chơi của từng thôn.",
}


class Office:
    """A window, and the hands and eyes of somebody in front of it."""

    def __init__(self, folder: Path, looks: str) -> None:
        theme.apply(looks)
        events = Events()
        self._tasks = InlineTasks(lambda: Database.open(folder), events, lambda: NOW, STORY_DAY)
        context = Context(folder, self._tasks, events, Ask())
        self.window: SetupWizard | MainWindow
        if (folder / "ntm.db").is_file():
            self.window = AuthorityWindow(context) if is_authority(folder) else MainWindow(context)
            self.window.furnish(None)
        else:
            self.window = SetupWizard(context)
        self.window.resize(*SIZE)
        self.window.show()
        self.window.begin()
        settle()

    def open(self, page: str, anchor: str = "") -> None:
        assert isinstance(self.window, MainWindow)
        self.window.follow(Link(page, anchor))
        settle()

    def press(self, words: str) -> None:
        buttons = (dialog() or self.window).findChildren(QAbstractButton)
        shown = [button for button in buttons if button.isVisible() and words in names_of(button)]
        if not shown:
            raise LookupError(f"no button {words!r} is on the screen")
        shown[0].click()
        settle()

    def choose(self, row: int) -> None:
        """A row of the table in front; what is known of it opens beside."""
        table = next(table for table in self.window.findChildren(Table) if table.isVisible())
        table.setCurrentIndex(table.model().index(row, 0))
        settle()

    def type_into_fields(self, *texts: str) -> None:
        fields = [field for field in self.window.findChildren(QLineEdit) if field.isVisible()]
        for field, text in zip(fields, texts, strict=True):
            field.insert(text)

    def part(self, name: str) -> QWidget:
        """A visible part by its object name: panel, card."""
        return next(part for part in self.window.findChildren(QWidget, name) if part.isVisible())

    def leave(self) -> None:
        self._tasks.stop()
        self.window.deleteLater()
        settle()


def first_run(folder: Path) -> None:
    office = Office(folder, "light")
    office.type_into_fields("xã Yên Hóa", "", "Minh Hóa", "Quảng Bình")
    keep(office.part("card"), GUIDE / "lap-xa.png")
    office.press("Tiếp tục")
    keep(office.part("card"), GUIDE / "bo-tieu-chi.png")
    office.leave()


def guide(folder: Path) -> None:
    office = Office(folder, "light")
    keep(office.window, GUIDE / "tong-quan.png")
    office.open("tieu-chi", "17.6")
    keep(office.window, GUIDE / "tieu-chi.png")
    keep(office.part("panel"), GUIDE / "so-lieu.png")
    office.press("Cộng theo thôn")
    keep_dialog(GUIDE / "cong-theo-thon.png")
    office.press("Kế hoạch")
    keep(office.part("panel"), GUIDE / "ke-hoach.png")
    office.open("cong-trinh")
    keep(office.window, GUIDE / "cong-trinh.png")
    office.press("Hợp đồng")
    keep(office.window, GUIDE / "hop-dong.png")
    office.press("Đơn vị thi công")
    office.choose(1)
    keep(office.window, GUIDE / "don-vi-thi-cong.png")
    for page, row in (("huy-dong", 2), ("vuong-mac", 0), ("phan-cong", 1), ("lay-y-kien", 0)):
        office.open(page)
        office.choose(row)
        keep(office.window, GUIDE / f"{page}.png")
    office.open("ho-so")
    keep(office.window, GUIDE / "ho-so.png")
    office.press("Soạn lời văn")
    keep_dialog(GUIDE / "loi-van.png")
    office.press("Số, ngày, người ký")
    keep_dialog(GUIDE / "so-ngay-nguoi-ky.png")
    office.open("lich-su", CHANGED)
    keep(office.window, GUIDE / "lich-su.png")
    office.open("thiet-lap", "xa")
    keep(office.window, GUIDE / "thiet-lap.png")
    office.press("Mức đạt chuẩn")
    keep(office.window, GUIDE / "muc-dat-chuan.png")
    office.press("Sao lưu")
    office.press("Sao lưu ngay")
    keep(office.window, GUIDE / "sao-luu.png")
    office.leave()


def exchange(work: Path) -> None:
    """The sample commune after its package went to the sample authority and the remarks on it came back."""
    commune, authority = work / "trao-doi" / "yen-hoa", work / "trao-doi" / "co-quan"
    sample.make(commune)
    sample_authority.make(authority)
    with Database.open(commune) as theirs, Database.open(authority) as ours:
        send_and_remark(theirs, ours, work)
    office = Office(commune, "light")
    QTest.qWait(3_000)  # the pages come into the window one a turn
    office.open("trao-doi")
    keep(office.window, GUIDE / "trao-doi.png")
    office.press("Nhận xét 03")
    office.choose(0)
    keep(office.window, GUIDE / "tra-loi-nhan-xet.png")
    office.leave()
    office = Office(authority, "light")
    office.open("cac-xa")
    office.choose(0)
    keep(office.window, GUIDE / "cac-xa.png")
    office.leave()


def send_and_remark(commune: Database, authority: Database, stick: Path) -> None:
    with authority.read() as session:
        ours = keys.unlock(session, password="")
        enrolled = keys.enrolment_file(session, ours)
    with commune.write("Lập khóa", LEAD, SENT) as session:
        theirs = keys.init(session, password="")
        told = keys.enrolment_file(session, theirs)
        keys.pin(session, enrolled, code=keys.code_of(enrolled), on=STORY_DAY)
    with authority.write("Ghi nhận khóa", APPRAISER, SENT, of=commune.unit) as session:
        keys.pin(session, told, code=keys.code_of(told), on=STORY_DAY)
    hand_over((commune, theirs), (authority, ours), commune.unit, stick)
    with authority.write("Nhận xét", APPRAISER, SENT, of=commune.unit) as session:
        for code, text in REMARKS.items():
            remarks.add(session, targets=[Target(indicator=code)], text=text, on=STORY_DAY)
    hand_over((authority, ours), (commune, theirs), commune.unit, stick)


def hand_over(
    sender: tuple[Database, OwnKeys], receiver: tuple[Database, OwnKeys], of: str, stick: Path
) -> None:
    (left, own), (right, theirs) = sender, receiver
    with left.write("Lập gói", LEAD, SENT, of=of) as session:
        one, _changes = exchange_out.number(session, on=STORY_DAY)
    written = exchange_out.write_out(one, own, left.files, stick, report=unheard)
    with left.write("Xuất gói", LEAD, SENT, of=of) as session:
        exchange_out.note(session, one, written, medium_name="KINGSTON")
    arrival = exchange_in.arrive(right.folder, written.paths[0], report=unheard)
    with right.read(of=right.unit) as session:
        opened = exchange_in.open_package(session, arrival)
    package = exchange_in.read(opened, theirs, right.folder, report=unheard)
    exchange_in.keep(right.files, package, report=unheard)
    with right.write(f"Nhận gói số {one.seq}", APPRAISER, SENT, of=of) as session:
        exchange_in.apply(session, opened, package)
    exchange_in.finish(opened, package)


def unheard(_done: int, _total: int) -> None:
    pass


def is_authority(folder: Path) -> bool:
    with Database.open(folder) as database:
        return database.kind != "commune"


def readme(folder: Path) -> None:
    office = Office(folder, "dark")
    office.open("tieu-chi", "17.6")
    keep(office.window, README / "tieu-chi-toi.png")
    office.leave()


def names_of(button: QAbstractButton) -> tuple[str, str]:
    return button.text().replace("&", ""), button.accessibleName()


def dialog() -> QWidget | None:
    return QApplication.activeModalWidget()


def keep_dialog(file: Path) -> None:
    shown = dialog()
    assert shown is not None
    keep(shown, file)
    shown.close()
    settle()


def settle() -> None:
    """Layouts, deferred deletions and the pictures of pages have their turn."""
    QTest.qWait(80)
    QCoreApplication.sendPostedEvents()


def keep(widget: QWidget, file: Path) -> None:
    if isinstance(field := QApplication.focusWidget(), QLineEdit):
        field.deselect()
    settle()
    picture = from_qt(widget.grab())
    picture.quantize(palette=palette_of(picture), dither=Image.Dither.NONE).save(file, optimize=True)
    if file.stat().st_size > MOST_BYTES:
        raise ValueError(f"{file.name} has {file.stat().st_size} bytes")


def palette_of(picture: Image.Image) -> Image.Image:
    """The most frequent colours that differ visibly. Pillow's own choice would lose the few red pixels."""
    counted = sorted(picture.getcolors(picture.width * picture.height) or (), reverse=True)
    colours = [tuple(colour) for _, colour in counted if isinstance(colour, tuple)]
    chosen = colours[:GROUNDS]
    for colour in colours[GROUNDS:]:
        if len(chosen) < MOST_COLOURS and all(differ(colour, one) for one in chosen):
            chosen.append(colour)
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in chosen for part in colour])
    return palette


def differ(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) > SAME


def from_qt(pixmap: QPixmap) -> Image.Image:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pixmap.save(buffer, "PNG")
    return Image.open(io.BytesIO(buffer.data().data())).convert("RGB")


def main() -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = make_application(sys.argv[:1])
    QCoreApplication.setApplicationName("NTM Desktop pictures")  # never the user's window
    QSettings().clear()
    theme.start(app, "light")
    for folder in (GUIDE, README):
        folder.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.gettempdir()) / "ntm-desktop"  # always the same: Sao lưu shows it
    shutil.rmtree(work, ignore_errors=True)
    sample.make(work / "yen-hoa")
    os.environ["XDG_DATA_HOME"] = str(work)  # of an account that has no commune yet
    first_run(default_data_folder())
    guide(work / "yen-hoa")
    readme(work / "yen-hoa")
    exchange(work)
    theme.pixmap.cache_clear()
    shutil.rmtree(work)


if __name__ == "__main__":
    main()
