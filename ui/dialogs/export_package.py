"""Where a package goes, whole or in parts, with which attachments; how large it is, and whether it fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ntm_desktop.errors import NtmError
from ntm_desktop.services import exchange_out
from ntm_desktop.services.enclosed import Enclosed
from ntm_desktop.services.exchange_out import LIMITS, Medium, first_lines, place_name
from ntm_desktop.services.export_plan import Plan
from ntm_desktop.text import counted, format_bytes, format_int
from ui.context import Context
from ui.dialogs import fit
from ui.widgets.buttons import Button, buttons_row
from ui.widgets.cards import Note
from ui.widgets.edits import Choice
from ui.widgets.forms import Field, Sentence
from ui.widgets.labels import Label
from ui.wording import said

_WIDTH = 560
_AROUND = 90
_OTHER = "other"


@dataclass(frozen=True, slots=True)
class Target:
    medium: Medium
    limit: int | None
    enclosed: Enclosed
    set_id: str = ""
    """A criteria set goes instead of remarks and receipts."""


class ExportDialog(fit.Dialog):
    """``plan`` is None for many receivers, of whom each gets little; ``here``: bytes that are free where
    packages are built."""

    chosen = Signal(object)  # Target

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        media: Sequence[Medium],
        *,
        to: str,
        plan: Plan | None,
        here: int,
        everything: bool = False,
        sets: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._media, self._plan, self._here = list(media), plan, here
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Xuất gói"))
        self._place = Field(self.tr("&Ghi ra"), Choice())
        self._refresh = Button(self.tr("&Tìm lại USB"), icon="refresh-cw")
        self._place.row.addWidget(self._refresh)
        limits = Choice([(str(limit or ""), said(words)) for limit, words in LIMITS])
        limits.load("")
        self._limit = Field(self.tr("&Chia gói"), limits)
        self._content = Field(
            self.tr("&Nội dung"), Choice([("", self.tr("Nhận xét, biên nhận")), *(sets or ())])
        )
        assert isinstance(self._content.edit, Choice)
        self._content.edit.load("")
        self._content.setVisible(bool(sets))
        ways = self._ways(plan) if plan is not None else []
        self._offered = frozenset(key for key, _words in ways)
        self._enclosed = Field(self.tr("Tệp đính &kèm"), Choice(ways))
        wanted = Enclosed.ALL if everything else Enclosed.LACKING
        assert isinstance(self._enclosed.edit, Choice)
        self._enclosed.edit.load(wanted if wanted in self._offered else Enclosed.LACKING)
        self._enclosed.setVisible(bool(ways))
        self._size = Label("", "body", "text2", wrap=True)
        self._suspicious = Note("", icon="triangle-alert")
        self._suspicious.hide()
        self._problem = Sentence()
        self._export = Button(self.tr("&Xuất gói"), "primary", "usb")
        cancel = Button(self.tr("Bỏ &qua"))
        inner = fit.scrolled(self, _WIDTH - 40, _AROUND)
        inner.body.addWidget(Label(self.tr("Gửi cho {}").format(to), "card", wrap=True))
        inner.body.addWidget(self._content)
        inner.body.addWidget(self._place)
        inner.body.addWidget(self._suspicious)
        inner.body.addWidget(self._enclosed)
        inner.body.addWidget(self._limit)
        inner.body.addWidget(self._size)
        inner.body.addWidget(self._problem)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        column.addWidget(inner)
        column.addSpacing(4)
        column.addLayout(buttons_row(cancel, self._export))
        self._place.edit.committed.connect(self._on_place_chosen)
        for field in (self._enclosed, self._limit, self._content):
            field.edit.committed.connect(self._show_size)
        self._refresh.clicked.connect(self._on_refresh)
        self._export.clicked.connect(self._on_export)
        cancel.clicked.connect(self.reject)
        self._show_media(self._media)
        self._export.setFocus() if self._media else self._place.edit.setFocus()

    # Slots

    def _on_place_chosen(self, key: object) -> None:
        if key == _OTHER:
            self._context.ask.folder(
                self,
                self.tr("Chọn thư mục"),
                self._on_folder,
                purpose="packages",
                otherwise=self._on_no_folder,
            )
        self._show_chosen()

    def _on_folder(self, folder: Path) -> None:
        self._context.tasks.work(
            lambda _report: exchange_out.look(folder), self._on_looked, self, failed=self._on_failed
        )

    def _on_no_folder(self) -> None:
        self._show_media(self._media)

    def _on_looked(self, medium: Medium) -> None:
        if all(one.folder != medium.folder for one in self._media):
            self._media.append(medium)
        self._show_media(self._media, chosen=str(medium.folder))

    def _on_refresh(self) -> None:
        self._context.tasks.work(lambda _report: exchange_out.places(), self._on_found, self)

    def _on_found(self, media: tuple[Medium, ...]) -> None:
        others = [one for one in self._media if not one.removable]
        self._media = [*media, *others]
        self._show_media(self._media)

    def _on_failed(self, error: NtmError) -> None:
        self._show_media(self._media)
        self._problem.say(error.message, failed=True)

    def _on_export(self) -> None:
        medium = self._medium()
        if medium is None:
            self._place.show_error(self.tr("Chọn USB hoặc thư mục để ghi gói."))
            self._place.edit.setFocus()
            return
        if self._refusal(medium):
            self._place.edit.setFocus()
            return
        target = Target(medium, self._chosen_limit(), self._chosen_ways(), _key(self._content))
        self.accept()
        self.chosen.emit(target)

    # Showing

    def _show_media(self, media: Sequence[Medium], chosen: str = "") -> None:
        place = self._place.edit
        assert isinstance(place, Choice)
        options = [(str(one.folder), self._named(one)) for one in media]
        options.append((_OTHER, self.tr("Thư mục khác…")))
        place.set_options(options)
        place.load(chosen or (str(media[0].folder) if media else ""))
        self._show_chosen()

    def _named(self, one: Medium) -> str:
        where = one.name if one.removable else str(one.folder)
        return self.tr("{} · còn trống {}").format(where, format_bytes(one.free))

    def _ways(self, plan: Plan) -> list[tuple[str, str]]:
        """Only those that differ in what goes."""
        words = {
            Enclosed.LACKING: self.tr("Các tệp nơi nhận chưa có: {}"),
            Enclosed.NO_PICTURES: self.tr("Như trên, để lại ảnh và phim: {}"),
            Enclosed.NONE: self.tr("Chỉ số liệu, để lại mọi tệp"),
            Enclosed.ALL: self.tr("Gửi lại tất cả tệp: {}"),
        }
        found: dict[tuple[str, ...], tuple[str, str]] = {}
        for way in (Enclosed.LACKING, Enclosed.NONE, Enclosed.NO_PICTURES, Enclosed.ALL):
            files = plan.attachments.of(way)
            size = format_bytes(plan.attachments.size_of(files), up=True)
            told = (
                self.tr("{} tệp, {}").format(counted(len(files)), size)
                if files
                else self.tr("không có tệp nào")
            )
            found.setdefault(files, (way, words[way].format(told)))
        ways = sorted(found.values(), key=lambda one: list(words).index(Enclosed(one[0])))
        return ways if len(ways) > 1 else []

    def _chosen_ways(self) -> Enclosed:
        return Enclosed(_key(self._enclosed) or Enclosed.LACKING)

    def _chosen_limit(self) -> int | None:
        return int(_key(self._limit)) if _key(self._limit) else None

    def _refusal(self, medium: Medium) -> str:
        if self._plan is None or _key(self._content):
            return ""
        less = {
            Enclosed.NO_PICTURES: self.tr("chọn “Như trên, để lại ảnh và phim”"),
            Enclosed.NONE: self.tr("chọn “Chỉ số liệu, để lại mọi tệp”"),
        }
        less = {way: words for way, words in less.items() if way in self._offered}
        return self._plan.refusal(self._chosen_ways(), medium, here=self._here, less=less)

    def _show_size(self, _chosen: object = None) -> None:
        """What will be written, and why it cannot be."""
        medium = self._medium()
        self._problem.say(self._refusal(medium) if medium is not None else "", failed=True)
        self._size.setText(self._told_size(medium))
        self._size.setVisible(bool(self._size.text()))

    def _told_size(self, medium: Medium | None) -> str:
        room = ""
        if medium is not None:
            room = self.tr("{} còn trống {}.").format(place_name(medium), format_bytes(medium.free))
        if (plan := self._plan) is None or _key(self._content):
            return room
        way = self._chosen_ways()
        told = self.tr("Sẽ ghi {} dòng số liệu, {} tệp đính kèm: không quá {}.").format(
            format_int(plan.rows), format_int(plan.files(way)), format_bytes(plan.size(way), up=True)
        )
        parts = plan.parts(way, medium, self._chosen_limit()) if medium is not None else 1
        if parts > 1:
            told += " " + self.tr("Chia thành khoảng {} phần.").format(counted(parts))
        return f"{told} {room}".rstrip()

    def _medium(self) -> Medium | None:
        key = _key(self._place)
        return next((one for one in self._media if str(one.folder) == key), None)

    def _show_chosen(self) -> None:
        medium = self._medium()
        self._show_size()
        self._place.clear_error()
        if medium is None:
            self._place.set_note(
                self.tr("Không thấy USB nào. Cắm USB rồi bấm Tìm lại, hoặc chọn thư mục khác.")
            )
            self._suspicious.hide()
            return
        self._place.set_note(str(medium.folder) if medium.removable else "")
        found = [one.told for one in medium.suspicious]
        if found:
            words = self.tr(
                "Trên {} có tệp lạ, có thể do vi-rút. Không mở các tệp này; quét vi-rút USB trước khi đưa "
                "đi:\n{}"
            )
            self._suspicious.set_text(words.format(place_name(medium), first_lines(found)))
        self._suspicious.setVisible(bool(found))


def _key(field: Field) -> str:
    assert isinstance(field.edit, Choice)
    return field.edit.key()
