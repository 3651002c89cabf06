"""Giao diện: the looks and language of the screen, the face and printer of the papers, the licences."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from ntm_desktop import __version__, settings
from ntm_desktop.services import papers
from ntm_desktop.settings import Settings
from ui import theme
from ui.context import Context
from ui.dialogs.licences import LicencesDialog
from ui.pages.setup_section import Section
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.edits import Choice
from ui.widgets.forms import Field
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ui.tasks import Report

_BUNDLED, _WINDOWS = "bundled", "windows"


@dataclass(frozen=True, slots=True)
class _Loaded:
    settings: Settings
    has_times_new_roman: bool
    printers: tuple[str, ...]


class AppearanceSection(Section):
    TABLES: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._theme = Choice(
            [
                ("system", self.tr("Theo máy")),
                ("light", self.tr("Sáng")),
                ("dark", self.tr("Tối")),
            ]
        )
        self._face = Choice(
            [
                (_BUNDLED, self.tr("Chữ kèm chương trình (cùng khổ chữ)")),
                (_WINDOWS, self.tr("Times New Roman của máy này")),
            ]
        )
        self._language = Choice([("vi", "Tiếng Việt"), ("en", "English")])
        self._printer = Choice()
        self._face_field = Field(self.tr("&Chữ của văn bản in"), self._face)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.addWidget(Field(self.tr("&Nền màn hình"), self._theme), 0, 0)
        grid.addWidget(Field(self.tr("&Máy in đề nghị trước"), self._printer), 0, 1)
        grid.addWidget(self._face_field, 1, 0)
        later = self.tr("Đổi từ lần mở chương trình sau.")
        grid.addWidget(Field(self.tr("N&gôn ngữ"), self._language, note=later), 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        looks = Card(self.tr("Màn hình và in"))
        looks.body.addLayout(grid)
        self.column.addWidget(looks)
        self.column.addWidget(self._about())
        self.column.addStretch(1)
        self._theme.committed.connect(self._on_theme)
        self._face.committed.connect(self._on_face)
        self._language.committed.connect(self._on_language)
        self._printer.committed.connect(self._on_printer)

    def reload(self) -> None:
        folder = self.context.folder

        def look(_report: Report) -> _Loaded:
            names = tuple(QPrinterInfo.availablePrinterNames())
            return _Loaded(settings.load(folder), papers.has_times_new_roman(), names)

        self.context.tasks.work(look, self._on_loaded, self)

    def _on_loaded(self, loaded: _Loaded) -> None:
        kept = loaded.settings
        self._theme.load(kept.theme)
        self._language.load(kept.language)
        self._face.load(_WINDOWS if kept.times_new_roman else _BUNDLED)
        self._face_field.set_note(
            "" if loaded.has_times_new_roman else self.tr("Máy này không có Times New Roman.")
        )
        self._face.setEnabled(loaded.has_times_new_roman or kept.times_new_roman)
        names = [kept.printer, *loaded.printers] if kept.printer else loaded.printers
        options = [(name, name) for name in dict.fromkeys(names)]
        self._printer.set_options([("", self.tr("Máy in mặc định của máy")), *options])
        self._printer.load(kept.printer)

    def _on_theme(self, name: str) -> None:
        self._save(theme=name)
        theme.apply(name)

    def _on_face(self, key: str) -> None:
        self._save(times_new_roman=key == _WINDOWS)

    def _on_language(self, name: str) -> None:
        self._save(language=name)

    def _on_printer(self, name: str) -> None:
        self._save(printer=name)

    def _save(self, **values: str | bool) -> None:
        folder = self.context.folder

        def save(_report: Report) -> None:
            kept = settings.load(folder)
            settings.save(replace(kept, **values), folder)  # type: ignore[arg-type]  # each slot knows its type

        self.context.tasks.work(save, self._on_saved, self)

    def _on_saved(self, _nothing: None) -> None:
        pass  # the screen shows it already

    def _about(self) -> Card:
        card = Card(self.tr("Giới thiệu"))
        words = (
            self.tr(
                "NTM Desktop {}: theo dõi tiêu chí nông thôn mới và lập hồ sơ xét công nhận, không cần mạng."
            ),
            self.tr("Phần mềm tự do, giấy phép Apache-2.0: được dùng, chép và sửa."),
            self.tr(
                "Giao diện dùng Qt và PySide6 theo giấy phép LGPL-3.0; các thư viện này là tệp riêng trong "
                "thư mục chương trình, có thể thay bằng bản khác. Mã nguồn của Qt được gửi khi có yêu cầu."
            ),
        )
        for text in words:
            card.body.addWidget(Label(text.format(__version__), wrap=True))
        read = Button(self.tr("&Xem giấy phép"), icon="scroll-text")
        read.clicked.connect(self._on_licences)
        row = QHBoxLayout()
        row.addWidget(read)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _on_licences(self) -> None:
        LicencesDialog(self).open()
