"""Where a package goes: a stick or a folder, whole or in parts, with the attachments that lack or all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ntm_desktop.errors import NtmError
from ntm_desktop.services import exchange_out
from ntm_desktop.services.exchange_out import LIMITS, Medium, first_lines, place_name
from ntm_desktop.text import format_bytes
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
    everything: bool
    set_id: str = ""
    """A criteria set goes instead of remarks and receipts."""


class ExportDialog(fit.Dialog):
    """``size``: about how large the package will be; 0 where nobody knows yet."""

    chosen = Signal(object)  # Target

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        media: Sequence[Medium],
        *,
        to: str,
        everything: bool = False,
        note: str = "",
        sets: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._media = list(media)
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
        self._everything = QCheckBox(self.tr("Gửi lại tất cả tệp &đính kèm"))
        self._everything.setChecked(everything)
        self._everything.setToolTip(self.tr("Kể cả những tệp mà nơi nhận đã báo là có"))
        self._suspicious = Note("", icon="triangle-alert")
        self._suspicious.hide()
        self._problem = Sentence()
        self._export = Button(self.tr("&Xuất gói"), "primary", "usb")
        cancel = Button(self.tr("Bỏ &qua"))
        inner = fit.scrolled(self, _WIDTH - 40, _AROUND)
        inner.body.addWidget(Label(self.tr("Gửi cho {}").format(to), "card", wrap=True))
        if note:
            inner.body.addWidget(Label(note, "body", "text2", wrap=True))
        inner.body.addWidget(self._content)
        inner.body.addWidget(self._place)
        inner.body.addWidget(self._suspicious)
        inner.body.addWidget(self._limit)
        inner.body.addWidget(self._everything)
        inner.body.addWidget(self._problem)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        column.addWidget(inner)
        column.addSpacing(4)
        column.addLayout(buttons_row(cancel, self._export))
        self._place.edit.committed.connect(self._on_place_chosen)
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
        assert isinstance(self._limit.edit, Choice)
        limit = int(self._limit.edit.key()) if self._limit.edit.key() else None
        assert isinstance(self._content.edit, Choice)
        target = Target(medium, limit, self._everything.isChecked(), self._content.edit.key())
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

    def _medium(self) -> Medium | None:
        assert isinstance(self._place.edit, Choice)
        key = self._place.edit.key()
        return next((one for one in self._media if str(one.folder) == key), None)

    def _show_chosen(self) -> None:
        medium = self._medium()
        self._problem.say("", failed=False)
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
