"""Thiết lập of an authority: its name, who works there, criteria sets, backups, how the window looks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.services import authority, commune
from ntm_desktop.services.authority import AuthorityView
from ui.context import Context
from ui.pages.setup import SetupPage
from ui.pages.setup_appearance import AppearanceSection
from ui.pages.setup_backup import BackupSection
from ui.pages.setup_people import PeopleSection
from ui.pages.setup_section import Section
from ui.pages.setup_server import ServerSection
from ui.pages.setup_sets import SetsSection
from ui.widgets.cards import Card
from ui.widgets.edits import TextEdit
from ui.widgets.forms import Field
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ui.tasks import Session


class AuthoritySection(Section):
    TABLES: ClassVar[frozenset[str]] = frozenset({"commune", "workplace"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._fields = {
            "name": Field(self.tr("Tê&n cơ quan"), TextEdit()),
            "province": Field(self.tr("Tỉ&nh, thành phố"), TextEdit()),
            "place": Field(self.tr("Địa &danh ghi trên văn bản"), TextEdit()),
        }
        self._fixed = Label("", "body", "text2", wrap=True)
        card = Card(self.tr("Cơ quan thẩm định"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for number, (key, field) in enumerate(self._fields.items()):
            field.edit.setObjectName(key)
            field.edit.committed.connect(self._on_committed)
            grid.addWidget(field, *divmod(number, 2))
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        card.body.addLayout(grid)
        card.body.addWidget(self._fixed)
        self.column.addWidget(card)
        self.column.addStretch(1)

    def reload(self) -> None:
        self.context.tasks.read(authority.view, self._on_loaded, self)

    def select(self, anchor: str) -> None:
        self._fields["name"].edit.setFocus()

    def first_field(self) -> QWidget | None:
        return self._fields["name"].edit

    def _on_loaded(self, view: AuthorityView) -> None:
        for key, text in (("name", view.name), ("province", view.province), ("place", view.place)):
            edit = self._fields[key].edit
            assert isinstance(edit, TextEdit)
            edit.load(text)
        words = self.tr("Mã {}, {}. Mã và cấp nằm trong khóa đã trao cho các xã nên không sửa ở đây.")
        self._fixed.setText(words.format(view.code, view.level_text))

    def _on_committed(self, value: object) -> None:
        key = self.sender().objectName()
        field = self._fields[key]

        def save(session: Session) -> Changes:
            return commune.save(session, **{key: str(value)})

        self.context.tasks.write(
            "Sửa thông tin cơ quan thẩm định",
            save,
            self._on_saved,
            self,
            failed=lambda error: field.show_error(error.message),
        )

    def _on_saved(self, _changes: Changes) -> None:
        pass  # "Đã lưu" in the status bar is the sign


class AuthoritySetupPage(SetupPage):
    TABLES: ClassVar[frozenset[str]] = (
        AuthoritySection.TABLES | PeopleSection.TABLES | SetsSection.TABLES | BackupSection.TABLES
    )

    opened = Signal(object)  # Path of the data folder that is to be opened in place of this one

    def _build(self, index: int) -> None:
        super()._build(index)
        section = self._sections[index]
        if isinstance(section, ServerSection):
            section.opened.connect(self.opened)

    def _made_of(self) -> tuple[Sequence[type[Section]], list[str], Mapping[str, int]]:
        sections = (
            AuthoritySection,
            PeopleSection,
            SetsSection,
            BackupSection,
            ServerSection,
            AppearanceSection,
        )
        words = [
            self.tr("Cơ quan"),
            self.tr("Nhân sự"),
            self.tr("Bộ tiêu chí"),
            self.tr("Sao lưu"),
            self.tr("Máy chủ"),
            self.tr("Giao diện"),
        ]
        anchors = ("co-quan", "can-bo", "bo-tieu-chi", "sao-luu", "may-chu", "giao-dien")
        return sections, words, {anchor: number for number, anchor in enumerate(anchors)}
