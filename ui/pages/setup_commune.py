"""Xã: its names as the papers print them, its hamlets, its dated figures, the communes it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.domain.goals import TWO_LEVELS_FROM
from ntm_desktop.errors import NtmError
from ntm_desktop.services import commune
from ntm_desktop.services.commune import CommuneView, PredecessorView
from ntm_desktop.services.history_labels import COLUMNS
from ntm_desktop.text import format_date
from ui.context import Context
from ui.dialogs.predecessor import PredecessorDialog
from ui.models.rows import Cell, Column, Row
from ui.pages.setup_figures import FiguresTable
from ui.pages.setup_hamlets import HamletsTable
from ui.pages.setup_section import RecordList, Section, fit_rows, load_text
from ui.widgets.cards import Card
from ui.widgets.edits import DateEdit, TextEdit
from ui.widgets.forms import Field
from ui.widgets.page import scroll_to

if TYPE_CHECKING:
    from ui.tasks import Session

_PREDECESSORS_SHOWN = 6
_STACKED_BELOW = 960  # px; with less the two columns of cards would cut their tables


class CommuneSection(Section):
    TABLES: ClassVar[frozenset[str]] = frozenset({"commune", "hamlet", "predecessor", "figure"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._predecessors: tuple[PredecessorView, ...] = ()
        self._fields = self._make_fields()
        self._names = Card(self.tr("Tên và địa bàn"))
        self._hamlets = HamletsTable(context)
        self._figures = FiguresTable(context)
        self._merged = RecordList(
            (Column(self.tr("Xã")), Column(self.tr("Mã"), 70), Column(self.tr("Đến ngày"), 88)),
            self.tr("Xã trước sắp xếp"),
            empty=self.tr("Để trống nếu xã không do nhiều xã sáp nhập thành."),
            add=self.tr("&Thêm xã"),
            edit=self.tr("&Sửa"),
            remove=self.tr("Xó&a"),
        )
        self._lay_out()
        for key, field in self._fields.items():
            field.edit.setObjectName(key)
            field.edit.committed.connect(self._on_committed)
        self._hamlets.told.connect(self.told)
        self._merged.add_requested.connect(self._on_add_predecessor)
        self._merged.edit_requested.connect(self._on_edit_predecessor)
        self._merged.remove_requested.connect(self._on_remove_predecessor)

    def reload(self) -> None:
        self.context.tasks.read(commune.load, self._on_loaded, self)

    def select(self, anchor: str) -> None:
        """``thon``: the table of the hamlets; anything else: the names."""
        if anchor == "thon":
            self._hamlets.table.setFocus()
            scroll_to(self._hamlets.table)
        else:
            self._fields["name"].edit.setFocus()

    def first_field(self) -> QWidget | None:
        name = self._fields["name"].edit
        return name if isinstance(name, TextEdit) and name.text() else None

    # Slots

    def _on_loaded(self, view: CommuneView) -> None:
        for key, text in (
            ("name", view.name),
            ("code", "" if view.provisional else view.code),
            ("district", view.district),
            ("province", view.province),
            ("place", view.place),
            ("region", view.region),
            ("schools", "" if view.schools is None else str(view.schools)),
            ("established", format_date(view.established) if view.established else ""),
        ):
            edit = self._fields[key].edit
            assert isinstance(edit, TextEdit)
            load_text(edit, text)
        note = self.tr("Đang dùng mã tạm. Điền mã chính thức trước khi gửi hồ sơ.")
        if not self._fields["code"].edit.property("invalid"):
            self._fields["code"].set_note(note if view.provisional else "")
        no_district = self.tr("Để trống khi không còn cấp huyện.")
        if view.district and self.context.tasks.today() >= TWO_LEVELS_FROM:
            no_district = self.tr(
                "Từ 01/7/2025 không còn cấp huyện, hồ sơ gửi thẳng lên tỉnh. Xóa tên huyện."
            )
        self._fields["district"].set_note(no_district)
        self._names.note.setText(self.tr("Số liệu minh họa") if view.illustrative else "")
        self._hamlets.show_hamlets(view.hamlets)
        self._figures.show_figures(view.figures)
        self._predecessors = view.predecessors
        self._merged.show_rows([_row(old, place) for place, old in enumerate(view.predecessors)])
        fit_rows(self._merged.table, len(view.predecessors), _PREDECESSORS_SHOWN)

    def _on_committed(self, value: object) -> None:
        key = self.sender().objectName()
        field = self._fields[key]

        def save(session: Session) -> Changes:
            return _save(session, key, value)

        action = f"Sửa thông tin xã: {COLUMNS[key]}"
        self.context.tasks.write(
            action, save, self._on_saved, self, failed=lambda error: field.show_error(error.message)
        )

    def _on_saved(self, _changes: Changes) -> None:
        pass  # "Đã lưu" in the status bar is the sign

    def _on_add_predecessor(self) -> None:
        PredecessorDialog(self, self.context, self._predecessors, None).open()

    def _on_edit_predecessor(self, place: int) -> None:
        PredecessorDialog(self, self.context, self._predecessors, place).open()

    def _on_remove_predecessor(self, place: int) -> None:
        left = [old for number, old in enumerate(self._predecessors) if number != place]

        def save(session: Session) -> Changes:
            return commune.save_predecessors(session, rows=left)

        action = f"Xóa xã trước sắp xếp {self._predecessors[place].name}"
        self.context.tasks.write(action, save, self._on_predecessor_removed, self)

    def _on_predecessor_removed(self, _changes: Changes) -> None:
        self.told.emit(self.tr("Đã xóa xã trước sắp xếp."))

    # Building

    def _make_fields(self) -> dict[str, Field]:
        schools = _CountEdit()
        return {
            "name": Field(self.tr("Tên &xã"), TextEdit(placeholder=self.tr("xã Yên Hóa"))),
            "code": Field(self.tr("&Mã xã"), TextEdit(placeholder="18928")),
            "district": Field(
                self.tr("&Huyện"), TextEdit(), note=self.tr("Để trống khi không còn cấp huyện.")
            ),
            "province": Field(self.tr("Tỉ&nh, thành phố"), TextEdit()),
            "place": Field(self.tr("Địa &danh ghi trên văn bản"), TextEdit(placeholder=self.tr("Yên Hóa"))),
            "region": Field(self.tr("&Vùng, đặc điểm của xã"), TextEdit()),
            "established": Field(self.tr("Ngày thành &lập"), DateEdit()),
            "schools": Field(
                self.tr("Số t&rường"),
                schools,
                self.tr("trường"),
                note=self.tr("Mầm non, tiểu học, THCS: quyết định mức của tiêu chí trường học."),
            ),
        }

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for number, field in enumerate(self._fields.values()):
            grid.addWidget(field, *divmod(number, 2))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._names.body.addLayout(grid)
        hamlets = Card(self.tr("Các thôn"))
        hamlets.body.addWidget(self._hamlets)
        figures = Card(self.tr("Số liệu chung"))
        figures.body.addWidget(self._figures)
        merged = Card(self.tr("Xã trước sắp xếp"))
        merged.body.addWidget(self._merged)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, cards in ((left, (self._names, hamlets)), (right, (figures, merged))):
            column.setSpacing(8)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(8)
        self._sides.addLayout(left, 1)
        self._sides.addLayout(right, 1)
        self.column.addLayout(self._sides)
        self.column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(down if self.width() < _STACKED_BELOW else across)


class _CountEdit(TextEdit):
    """A small count; commits an int, or None when emptied."""

    def read(self, text: str) -> int | None:
        if not text:
            return None
        if not text.isdecimal():
            raise NtmError(self.tr("“{}” không phải số đếm. Nhập số trường, ví dụ 3.").format(text))
        return int(text)


def _save(session: Session, key: str, value: object) -> Changes:
    if key == "code":
        return commune.correct_code(session, code=str(value))
    return commune.save(session, **{key: value})  # type: ignore[arg-type]  # each edit commits its own type


def _row(old: PredecessorView, place: int) -> Row:
    return Row(
        (Cell(old.name, tooltip=old.recognised), Cell(old.code), Cell(format_date(old.valid_to))), place
    )
