"""Thiết lập: what the office is, aims at and works with. One view a section; a section owns its actions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.pages.setup_appearance import AppearanceSection
from ui.pages.setup_backup import BackupSection
from ui.pages.setup_commune import CommuneSection
from ui.pages.setup_documents import DocumentsSection
from ui.pages.setup_goals import GoalsSection
from ui.pages.setup_people import PeopleSection
from ui.pages.setup_section import Section
from ui.pages.setup_targets import TargetsSection
from ui.widgets.page import Page
from ui.widgets.tabs import Tabs

_SECTIONS: tuple[type[Section], ...] = (
    CommuneSection,
    PeopleSection,
    GoalsSection,
    TargetsSection,
    DocumentsSection,
    BackupSection,
    AppearanceSection,
)
_ANCHORS = {
    "xa": 0,
    "thon": 0,
    "can-bo": 1,
    "bo-tieu-chi": 2,
    "muc": 3,
    "van-ban": 4,
    "sao-luu": 5,
    "giao-dien": 6,
}


class SetupPage(Page):
    KEY: ClassVar[str] = "thiet-lap"
    TABLES: ClassVar[frozenset[str]] = frozenset().union(*(section.TABLES for section in _SECTIONS))

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Thiết lập"))
        self._kinds, words, self._anchors = self._made_of()
        self._sections: dict[int, Section] = {}
        self._stale: set[int] = set()
        self._shown = 0
        self._tabs = Tabs(words)
        self.head.addWidget(self._tabs)
        self._tabs.chosen.connect(self._on_chosen)
        self._build(self._tabs.current())

    def _made_of(self) -> tuple[Sequence[type[Section]], list[str], Mapping[str, int]]:
        """The sections, the words of their tabs, and by anchor which one a link means."""
        words = [
            self.tr("Xã"),
            self.tr("Nhân sự"),
            self.tr("Mục tiêu"),
            self.tr("Mức đạt chuẩn"),
            self.tr("Văn bản"),
            self.tr("Sao lưu"),
            self.tr("Giao diện"),
        ]
        return _SECTIONS, words, _ANCHORS

    def reload(self) -> None:
        """Reads the section in front; the others when they come to the front."""
        self._stale = set(self._sections)
        self._on_chosen(self._tabs.current())

    def select(self, anchor: str) -> None:
        """``anchor``: a section, and after a slash the record in it: muc/13.2, van-ban/<uid>."""
        section, _, record = anchor.partition("/")
        if section in self._anchors:
            self._tabs.choose(self._anchors[section])
            self._sections[self._anchors[section]].select(record or section)

    def place_of_keys(self) -> QWidget | None:
        return self._sections[self._shown].first_field() or super().place_of_keys()

    def _on_chosen(self, index: int) -> None:
        if index not in self._sections:
            self._build(index)
        if index in self._stale:
            self._stale.discard(index)
            self._sections[index].reload()
        for place, section in self._sections.items():
            section.setVisible(place == index)
        if self._shown != index:
            self._shown = index
            self.scrolled.verticalScrollBar().setValue(0)

    def _build(self, index: int) -> None:
        section = self._sections[index] = self._kinds[index](self.context)
        section.told.connect(self.told)
        section.hide()
        self.column.addWidget(section, 1)
        self._stale.add(index)
