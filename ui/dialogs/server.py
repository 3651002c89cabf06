"""The server that the desks of an authority share: to come to it, make the data there, reach it anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ntm_desktop.domain.servers import Address
from ntm_desktop.errors import NtmError
from ui.context import Context
from ui.dialogs.key_password import PasswordEdit, typed
from ui.dialogs.record import RecordDialog, content
from ui.widgets.buttons import Button
from ui.widgets.edits import TextEdit
from ui.widgets.forms import Field, Sentence

if TYPE_CHECKING:
    from ntm_desktop.services.desks import Found
    from ui.tasks import Report


@dataclass(frozen=True, slots=True)
class Place:
    """Where the data of several desks are, as the settings keep it."""

    url: str
    store: str


def _look(place: Place) -> Found:
    from ntm_desktop.services import desks  # on a work thread: with it comes the database

    return desks.look(url=place.url, store_folder=place.store)


def _join(folder: Path, place: Place) -> None:
    from ntm_desktop.services import desks

    desks.join(folder, url=place.url, store_folder=place.store)


def _move(folder: Path, place: Place, unit: str) -> None:
    from ntm_desktop.services import desks

    desks.move(folder, url=place.url, store_folder=place.store, unit=unit)


class ServerDialog(RecordDialog):
    """Looks at what is there before anything is written; what then is done is of the dialogs below."""

    entered = Signal(object)  # Path of the data folder that is to be opened

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        verb: str,
        words: str,
        address: Address | None = None,
        store: str = "",
    ) -> None:
        super().__init__(parent, context, self.tr("Máy chủ dữ liệu chung"), verb, words)
        known = address or Address("", "", "")
        self._more = known.more
        self._host = Field(self.tr("Máy &chủ"), TextEdit(known.host, "192.168.1.10"))
        self._port = Field(self.tr("Cổn&g"), TextEdit(str(known.port)))
        self._database = Field(self.tr("Cơ sở &dữ liệu"), TextEdit(known.database, "ntm"))
        self._user = Field(self.tr("&Tài khoản"), TextEdit(known.user, "ntm"))
        password = PasswordEdit()
        password.setText(known.password)
        self._password = Field(
            self.tr("&Mật khẩu"),
            password,
            note=self.tr(
                "Mật khẩu nhập ở đây nằm trong tệp settings.json của thư mục dữ liệu, không mã hóa: ai mở "
                "được thư mục đó thì đọc được. Để trống nếu máy này đã có tệp mật khẩu của PostgreSQL "
                "(pgpass.conf)."
            ),
        )
        self._store = Field(
            self.tr("Thư mục tệ&p dùng chung"),
            TextEdit(store, "\\\\may-chu\\ntm"),
            note=self.tr("Mọi bàn mở được cùng thư mục này; minh chứng, ảnh nằm ở đó."),
        )
        browse = Button(self.tr("Chọ&n"), icon="folder-open")
        browse.clicked.connect(self._on_browse)
        self._store.row.addWidget(browse)
        self._found = Sentence()
        self._try = Button(self.tr("Thử &kết nối"), icon="refresh-cw")
        self._try.clicked.connect(self._on_try)
        self.add_row(self._host, self._port)
        self.add_row(self._database, self._user)
        self.add_row(self._password)
        self.add_row(self._store)
        self._lay_out_trying()
        self.require(self._store, self.tr("Chưa ghi thư mục tệp dùng chung."))
        self._host.edit.setFocus()

    def entries(self) -> Mapping[str, Field]:
        return {
            "host": self._host,
            "port": self._port,
            "database": self._database,
            "user": self._user,
            "password": self._password,
            "store": self._store,
        }

    def save(self) -> None:
        self._look_then(self.go)

    # For the dialogs that build on it

    def go(self, place: Place, found: Found) -> None:
        """What is to be done with the server that was found."""
        raise NotImplementedError

    def told_of(self, found: Found) -> str:
        if found.is_empty:
            return self.tr("Kết nối được {}. Cơ sở dữ liệu còn trống.").format(found.server)
        words = self.tr("Kết nối được {}. Đang giữ dữ liệu của {}, mã {}.")
        told = words.format(found.server, found.name, found.code)
        return f"{told} {self.of_older()}" if found.is_older else told

    def of_older(self) -> str:
        return self.tr(
            "Dữ liệu do phiên bản cũ hơn ghi: vào thì dữ liệu được nâng cấp, bàn còn bản cũ phải cài bản mới."
        )

    def finish(self, folder: Path) -> None:
        self._given = None
        self.accept()
        self.entered.emit(folder)

    # Slots

    def _on_browse(self) -> None:
        self.context.ask.folder(self, self.tr("Chọn thư mục tệp dùng chung"), self._on_folder_chosen)

    def _on_folder_chosen(self, folder: Path) -> None:
        assert isinstance(self._store.edit, TextEdit)
        self._store.edit.setText(str(folder))
        self._store.clear_error()

    def _on_try(self) -> None:
        self._problem.say("", failed=False)
        wrong = [field for field in self._fields if not self._is_readable(field)]
        if not wrong:
            self._look_then(self._on_tried)

    def _on_tried(self, _place: Place, found: Found) -> None:
        self._set_busy(busy=False)
        self._found.say(self.told_of(found), failed=False)
        self.verb.setFocus()  # else *Bỏ qua* has it, for the one that was pressed could not keep it

    def _on_refused(self, error: NtmError) -> None:
        self._set_busy(busy=False)
        self._found.say("", failed=False)
        super()._on_refused(error)

    # Private

    def _look_then(self, then: Callable[[Place, Found], None]) -> None:
        """``then`` is told where it looked: something else may be typed by then."""
        place = self._place()
        if place is None:
            return
        self._set_busy(busy=True)
        self.context.tasks.work(
            lambda _report: _look(place),
            lambda found: then(place, found),
            self,
            title=self.tr("Đang kết nối máy chủ"),
            failed=self._on_refused,
        )

    def _place(self) -> Place | None:
        """As it is typed; None where that cannot be an address, which is said beside it."""
        port = content(self._port)
        address = Address(
            content(self._host),
            content(self._database),
            content(self._user),
            int(port) if port.isascii() and port.isdecimal() else 0,
            typed(self._password),
            self._more,
        )
        for field in self.entries().values():
            field.clear_error()
        problems = address.problems()
        for name, sentence in problems.items():
            self.entries()[name].show_error(sentence)
        for name in problems:
            self.entries()[name].edit.setFocus()
            return None
        return Place(address.url, content(self._store))

    def _set_busy(self, *, busy: bool) -> None:
        for button in (self.verb, self._try):
            button.setEnabled(not busy)
        if busy:
            self._found.say(self.tr("Đang kết nối…"), failed=False)

    def _lay_out_trying(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._try, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self._found, 1)
        self.column.addSpacing(4)
        self.column.addLayout(row)


class JoinDialog(ServerDialog):
    """A desk more of the data on a server; ``empty`` where there are none yet, for whoever can make them."""

    empty = Signal(object)  # Place

    def __init__(self, parent: QWidget, context: Context, folder: Path, *, may_make: bool) -> None:
        words = self.tr("Nhiều bàn cùng làm trên một cơ sở dữ liệu PostgreSQL của cơ quan.")
        if not may_make:
            words = self.tr(
                "Bàn này vào dữ liệu chung của cơ quan, trong thư mục {}. Dữ liệu đang có ở máy này giữ "
                "nguyên chỗ cũ, không chuyển lên máy chủ."
            ).format(folder)
        super().__init__(parent, context, self.tr("Dùng máy chủ nà&y"), words)
        self._folder, self._may_make = folder, may_make

    def go(self, place: Place, found: Found) -> None:
        if found.is_empty and self._may_make:
            self._given = None
            self.accept()
            self.empty.emit(place)
        elif found.is_empty:
            self._on_refused(NtmError(self.told_of(found) + " " + self._where_it_is_made()))
        elif found.is_older:
            self.context.ask.confirm(
                self,
                self.tr("Nâng cấp dữ liệu trên máy chủ?"),
                self.of_older() + " " + self.tr("Sao lưu máy chủ trước khi nâng cấp."),
                self.tr("&Nâng cấp và vào"),
                lambda: self._enter(place),
                safe=self.tr("Để &sau"),
            )
            self._set_busy(busy=False)
            self._found.say(self.told_of(found), failed=False)
        else:
            self._enter(place)

    def _where_it_is_made(self) -> str:
        return self.tr(
            "Lập dữ liệu của cơ quan ở đó khi mở chương trình lần đầu trên một máy chưa có dữ liệu."
        )

    def _enter(self, place: Place) -> None:
        folder = self._folder
        self._set_busy(busy=True)

        def enter(_report: Report) -> None:
            _join(folder, place)

        self.context.tasks.work(
            enter,
            lambda _result: self.finish(folder),
            self,
            title=self.tr("Đang vào dữ liệu chung"),
            failed=self._on_refused,
        )


class MoveDialog(ServerDialog):
    """The same data under another address, account or password."""

    def __init__(self, parent: QWidget, context: Context, address: Address, store: str, *, unit: str) -> None:
        super().__init__(
            parent,
            context,
            self.tr("&Lưu địa chỉ"),
            self.tr("Máy chủ đổi địa chỉ, tài khoản hoặc mật khẩu thì sửa ở đây, trên từng bàn."),
            address,
            store,
        )
        self._unit = unit

    def go(self, place: Place, found: Found) -> None:
        folder, unit = self.context.folder, self._unit

        def move(_report: Report) -> None:
            _move(folder, place, unit)

        self.context.tasks.work(
            move,
            lambda _result: self.finish(folder),
            self,
            title=self.tr("Đang lưu địa chỉ máy chủ"),
            failed=self._on_refused,
        )
