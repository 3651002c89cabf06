"""Ký số: a saved PDF becomes a signed one, by a key in a file or on a device. Passwords are kept nowhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ntm_desktop import settings
from ntm_desktop.errors import NtmError
from ntm_desktop.services import signing
from ntm_desktop.services.signing import KeyFile, Manner, Prospect, Signed, Token, Wish
from ui.context import Context
from ui.dialogs.record import RecordDialog, content
from ui.tasks import Job, Report
from ui.widgets.buttons import Button
from ui.widgets.edits import Choice, CountEdit, TextEdit
from ui.widgets.forms import Field
from ui.widgets.over_page import ProgressCover

_FILE, _TOKEN = "file", "token"


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the fields said when the verb was pressed."""

    source: Path
    key: KeyFile | Token
    wish: Wish


class SignDialog(RecordDialog):
    WRITES: ClassVar[bool] = False

    signed = Signal(object)  # Signed

    def __init__(self, parent: QWidget, context: Context, file: Path | None) -> None:
        words = self.tr("Tệp đã ký là tệp mới, tệp gốc giữ nguyên. Ký không cần mạng.")
        super().__init__(parent, context, self.tr("Ký số"), self.tr("&Ký và lưu"), words)
        by = Choice(
            [
                (_FILE, self.tr("Tệp chứng thư số (.p12, .pfx)")),
                (_TOKEN, self.tr("Thiết bị ký số (USB)")),
            ]
        )
        manner = Choice(
            [
                (Manner.PERSON, self.tr("Người có thẩm quyền")),
                (Manner.ORGANISATION, self.tr("Cơ quan")),
                (Manner.ANNEX, self.tr("Cơ quan, trên phụ lục riêng")),
            ]
        )
        by.load(_FILE)
        manner.load(Manner.PERSON)
        password = TextEdit()
        password.setEchoMode(QLineEdit.EchoMode.Password)
        saved_first = self.tr(
            "Chưa lưu bản in nào để ký. Bấm Lưu PDF ở trang Hồ sơ để lưu bản in chính thức trước, "
            "hoặc chọn tệp đã lưu lần trước."
        )
        self._file = Field(
            self.tr("&Tệp PDF cần ký"), TextEdit(str(file or "")), note="" if file else saved_first
        )
        self._by = Field(self.tr("Ký &bằng"), by)
        self._key = Field(self.tr("Tệp &chứng thư số"), TextEdit())
        self._password = Field(self.tr("&Mật khẩu"), password)
        self._label = Field(
            self.tr("Tên th&iết bị"), TextEdit(), note=self.tr("Chỉ cần khi cắm nhiều thiết bị.")
        )
        self._manner = Field(self.tr("Chữ ký củ&a"), manner)
        self._number = Field(self.tr("&Số, ký hiệu văn bản chính"), TextEdit(placeholder="12/TTr-UBND"))
        self._picture = Field(
            self.tr("&Hình chữ ký hoặc hình dấu (.png)"),
            TextEdit(),
            note=self.tr("Nền trong suốt. Không có hình thì hiện tên, cơ quan và thời gian ký."),
        )
        self._paper = Field(
            self.tr("Vă&n bản trong tệp"),
            TextEdit(placeholder=self.tr("Biên bản")),
            note=self.tr("Vài chữ của tên trong mục lục."),
        )
        self._page = Field(self.tr("T&rang"), CountEdit(), note=self.tr("Để trống cả hai thì tự tìm chỗ ký."))
        self._lay_out()
        self._cover = ProgressCover(context.tasks, self)
        self._connect()
        self._show_key()
        self._show_manner()
        (self._key if file else self._file).edit.setFocus()

    def entries(self) -> Mapping[str, Field]:
        return {
            "file": self._file,
            "key": self._key,
            "password": self._password,
            "label": self._label,
            "number": self._number,
            "picture": self._picture,
            "page": self._page,
            "paper": self._paper,
        }

    def save(self) -> None:
        """Nobody is asked where the signed file goes before it is known that there will be one."""
        self.verb.setEnabled(False)
        asked = _Asked(Path(content(self._file)), self._wanted_key(), self._wish())
        at = self.context.tasks.now()

        def work(report: Report) -> Prospect:
            return signing.foresee(asked.source, key=asked.key, wish=asked.wish, at=at, report=report)

        title, done = self.tr("Đang tìm chỗ ký"), partial(self._on_foreseen, asked)
        self.context.tasks.work(work, done, self, title=title, failed=self._on_refused)

    def reject(self) -> None:
        """While it signs, only that ends: else there would be a signed file of which nobody hears."""
        if not self._cover.cancel():
            super().reject()

    # Slots

    def _on_foreseen(self, asked: _Asked, prospect: Prospect) -> None:
        self.verb.setEnabled(True)
        asked = replace(asked, wish=prospect.found(asked.wish))
        if prospect.is_office_as_person:
            self._ask_office(asked, prospect)
        elif prospect.is_other_person:
            self._ask_other(asked, prospect)
        else:
            self._ask_where(asked)

    def _ask_office(self, asked: _Asked, prospect: Prospect) -> None:
        if prospect.printed:
            words = self.tr("“{}” là chứng thư của cơ quan, mà chỗ ký ở trang {} in tên “{}”.")
        else:
            words = self.tr("“{}” là chứng thư của cơ quan, mà chữ ký ở trang {} là của người ký.")
        self.context.ask.choose(
            self,
            self.tr("Ký với tư cách cơ quan?"),
            words.format(prospect.name, prospect.page, prospect.printed),
            [self.tr("Ký là &cơ quan"), self.tr("&Vẫn ký vào chỗ này")],
            partial(self._on_office_answered, asked),
            safe=self.tr("Xem lại"),
        )

    def _ask_other(self, asked: _Asked, prospect: Prospect) -> None:
        words = self.tr("Chỗ ký ở trang {} in tên “{}”, chứng thư của “{}”.")
        self.context.ask.confirm(
            self,
            self.tr("Ký vào chỗ này?"),
            words.format(prospect.page, prospect.printed, prospect.name),
            self.tr("&Vẫn ký vào chỗ này"),
            partial(self._ask_where, asked),
            safe=self.tr("Xem lại"),
        )

    def _on_office_answered(self, asked: _Asked, index: int) -> None:
        if index:
            self._ask_where(asked)
            return
        assert isinstance(self._manner.edit, Choice)
        self._manner.edit.load(Manner.ORGANISATION)
        self._show_manner()
        self.save()

    def _ask_where(self, asked: _Asked) -> None:
        title, filters = self.tr("Lưu tệp đã ký"), self.tr("Tệp PDF (*.pdf)")
        beside = asked.source.with_name(f"{signing.suggested_name(asked.source)}.pdf")
        self.context.ask.save_file(self, title, str(beside), filters, partial(self._sign, asked))

    def _sign(self, asked: _Asked, target: Path) -> None:
        self.verb.setEnabled(False)
        at, folder = self.context.tasks.now(), self.context.folder

        def work(report: Report) -> Signed:
            face = settings.load(folder).times_new_roman
            return signing.sign(
                asked.source,
                target,
                key=asked.key,
                wish=asked.wish,
                at=at,
                times_new_roman=face,
                report=report,
            )

        title = self.tr("Đang ký số")
        done = partial(self._on_signed, asked.key, asked.wish)  # the fields may say another one by then
        self.context.tasks.work(work, done, self, title=title, failed=self._on_refused)

    def _on_job_finished(self, job: Job) -> None:
        if job.owner is self and job.cancelled:
            self.verb.setEnabled(True)

    def _on_signed(self, key: KeyFile | Token, wish: Wish, signed: Signed) -> None:
        self._remember(key)
        self.signed.emit(signed)
        self.accept()
        if wish.wants_block and not signed.in_block:
            self._tell_corner(signed.page)

    def _remember(self, key: KeyFile | Token) -> None:
        folder = self.context.folder
        try:
            kept = settings.load(folder)
            if isinstance(key, Token):
                settings.save(replace(kept, signing_token=str(key.library)), folder)
            else:
                settings.save(replace(kept, signing_file=str(key.path)), folder)
        except NtmError as error:
            self.context.ask.problem(self.parentWidget() or self, error)  # this closes now

    def _show_key(self, _key: object = None) -> None:
        """What the kind of key needs."""
        token = content(self._by) == _TOKEN
        self._key.set_label(self.tr("Thư &viện của thiết bị") if token else self.tr("Tệp &chứng thư số"))
        self._password.set_label(self.tr("&Mã PIN") if token else self.tr("&Mật khẩu"))
        self._label.setVisible(token)
        assert isinstance(self._key.edit, TextEdit)
        kept = settings.load(self.context.folder)
        self._key.edit.load(kept.signing_token if token else kept.signing_file)

    def _show_manner(self, _key: object = None) -> None:
        manner = Manner(content(self._manner))
        annex = manner is Manner.ANNEX
        if annex:
            self._manner.set_note(self.tr("Số và thời gian ký ở góc trên bên phải."))
        elif manner is Manner.ORGANISATION:
            self._manner.set_note(self.tr("Dấu trùm 1/3 chữ ký về bên trái."))
        else:
            self._manner.set_note(self.tr("Giữa chức vụ và họ tên."))
        self._number.setVisible(annex)
        self._picture.setVisible(not annex)

    def _on_file_named(self) -> None:
        self._file.set_note("")  # what must be saved first

    def _on_file_clicked(self) -> None:
        self._choose(self._file, self.tr("Chọn tệp PDF cần ký"), self.tr("Tệp PDF (*.pdf)"))

    def _on_key_clicked(self) -> None:
        if content(self._by) == _TOKEN:
            title, filters = self.tr("Chọn thư viện của thiết bị"), self.tr("Thư viện (*.dll *.so)")
        else:
            title, filters = self.tr("Chọn tệp chứng thư số"), self.tr("Chứng thư số (*.p12 *.pfx)")
        self._choose(self._key, title, filters)

    def _on_picture_clicked(self) -> None:
        self._choose(self._picture, self.tr("Chọn hình chữ ký, hình dấu"), self.tr("Hình PNG (*.png)"))

    def _tell_corner(self, page: int) -> None:
        words = self.tr(
            "Không tìm thấy chỗ ký (dưới chức vụ, trên họ tên) nên chữ ký nằm ở góc trên trang {}. "
            "Nếu cần ở chỗ khác, ký lại từ tệp gốc và ghi văn bản hoặc trang."
        )
        parent = self.parentWidget()
        assert parent is not None
        self.context.ask.tell(parent, self.tr("Chữ ký ở góc trang"), words.format(page))

    # Reading the fields

    def _choose(self, field: Field, title: str, filters: str) -> None:
        self.context.ask.open_files(self, title, filters, partial(_load, field), many=False)

    def _wanted_key(self) -> KeyFile | Token:
        path = Path(content(self._key))
        assert isinstance(self._password.edit, TextEdit)
        password = self._password.edit.text()  # as it was typed: a blank may belong to it
        if content(self._by) == _TOKEN:
            return Token(path, password, content(self._label))
        return KeyFile(path, password)

    def _wish(self) -> Wish:
        assert isinstance(self._page.edit, CountEdit)
        manner, page = Manner(content(self._manner)), self._page.edit.read(content(self._page))
        wish = Wish(manner, page=page, paper=content(self._paper))
        if manner is Manner.ANNEX:
            return replace(wish, number=content(self._number))
        picture = content(self._picture)
        return replace(wish, picture=Path(picture) if picture else None)

    # Building

    def _lay_out(self) -> None:
        self.add_row(self._file)
        self.add_row(self._by, self._manner)
        self.add_row(self._key)
        self.add_row(self._password, self._label)
        self.add_row(self._number)
        self.add_row(self._picture)
        self.add_row(self._paper, self._page)
        self.require(self._file, self.tr("Chưa chọn tệp PDF cần ký."))
        self.require(self._key, self.tr("Chưa chọn khóa để ký."))
        self.require(self._password, self.tr("Chưa nhập mật khẩu hoặc mã PIN."))

    def _connect(self) -> None:
        self.context.tasks.finished.connect(self._on_job_finished)
        assert isinstance(self._file.edit, TextEdit)
        self._file.edit.textChanged.connect(self._on_file_named)
        self._by.edit.committed.connect(self._show_key)
        self._manner.edit.committed.connect(self._show_manner)
        for field, name, slot in (
            (self._file, self.tr("Chọn tệp PDF cần ký"), self._on_file_clicked),
            (self._key, self.tr("Chọn khóa để ký"), self._on_key_clicked),
            (self._picture, self.tr("Chọn hình chữ ký, hình dấu"), self._on_picture_clicked),
        ):
            _add_button(field, self.tr("Chọn…"), name, slot)


def _add_button(field: Field, words: str, name: str, slot: Callable[[], None]) -> None:
    button = Button(words, tip=name)
    button.setAccessibleName(name)
    button.clicked.connect(slot)
    field.row.addWidget(button)


def _load(field: Field, paths: list[Path]) -> None:
    assert isinstance(field.edit, TextEdit)
    field.edit.load(str(paths[0]))
    field.clear_error()
