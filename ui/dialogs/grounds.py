"""Căn cứ of the papers: which of the general ones somebody held against the document, and doing so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.services import grounds, people
from ntm_desktop.services.grounds import GroundView
from ntm_desktop.text import format_date
from ui.context import Context
from ui.dialogs import fit
from ui.dialogs.record import RecordDialog, content
from ui.models.rows import Cell, Column, Row
from ui.widgets.buttons import Button, buttons_row
from ui.widgets.edits import TextEdit
from ui.widgets.forms import Field
from ui.widgets.labels import Label
from ui.widgets.table import Table

if TYPE_CHECKING:
    from ui.tasks import Session

_SIZE = (820, 430)


class GroundsDialog(fit.Dialog):
    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent)
        self._context = context
        self._lead = ""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Căn cứ của hồ sơ"))
        fit.resize(self, *_SIZE)
        why = self.tr(
            "Chương trình dẫn sẵn các căn cứ này. Đối chiếu số, ngày, tên với văn bản gốc rồi bấm "
            "Đã đối chiếu. Căn cứ ghi sai thì nhập văn bản đúng, cùng số, ở Thiết lập, mục Văn bản: "
            "văn bản của xã thay cho dòng này."
        )
        self._table = Table(
            (Column(self.tr("Căn cứ, như trên bản in")), Column(self.tr("Đối chiếu"), 210)),
            self.tr("Căn cứ của hồ sơ"),
        )
        self._told = Label("", "body", "text2", wrap=True)
        self._confirm = Button(self.tr("Đã đối &chiếu"), "primary", "check")
        close = Button(self.tr("Đón&g"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(Label(why, "body", "text2", wrap=True))
        column.addWidget(self._table, 1)
        column.addWidget(self._told)
        column.addLayout(buttons_row(self._confirm, close))
        self._table.current_changed.connect(self._on_current_changed)
        self._table.opened.connect(self._on_opened)
        self._confirm.clicked.connect(self._on_confirm_clicked)
        close.clicked.connect(self.reject)
        self._on_current_changed(None)
        self._read()

    def _read(self) -> None:
        today = self._context.tasks.today()

        def read(session: Session) -> tuple[tuple[GroundView, ...], str]:
            return grounds.grounds_on(session, on=today), people.lead(session)

        self._context.tasks.read(read, self._on_loaded, self)

    def _on_loaded(self, loaded: tuple[tuple[GroundView, ...], str]) -> None:
        views, self._lead = loaded
        self._table.show_rows([self._row(view) for view in views])
        waiting = next((view for view in views if not view.confirmed), None)
        if waiting is not None:
            self._table.select(waiting)
        self._table.setFocus()

    def _on_current_changed(self, data: object) -> None:
        view = data if isinstance(data, GroundView) else None
        self._confirm.setEnabled(view is not None and not view.confirmed)
        told = ""
        if view is not None and view.by_name:
            told = self.tr("Đã đối chiếu với: {}").format(view.checked_against)
        elif view is not None and not view.confirmed:
            told = self.tr(
                "So số, ngày, cơ quan ban hành và tên với bản gốc hoặc Công báo, rồi bấm Đã đối chiếu."
            )
        self._told.setText(told)

    def _on_opened(self, data: object) -> None:
        if isinstance(data, GroundView) and not data.confirmed:
            self._on_confirm_clicked()

    def _on_confirm_clicked(self) -> None:
        view = self._table.current_data()
        if isinstance(view, GroundView):
            dialog = ConfirmGroundDialog(self, self._context, view, self._lead)
            dialog.saved.connect(self._read)
            dialog.open()

    def _row(self, view: GroundView) -> Row:
        if view.on is not None:
            state = f"{view.by_name}, {format_date(view.on)}"
        else:
            state = self.tr("Có sẵn, đã đối chiếu") if view.confirmed else self.tr("Chưa đối chiếu")
        return Row((Cell(view.text, tooltip=view.text), Cell(state, tooltip=state)), view)


class ConfirmGroundDialog(RecordDialog):
    """Somebody held a căn cứ against the document and found it right."""

    def __init__(self, parent: QWidget, context: Context, view: GroundView, by: str) -> None:
        super().__init__(
            parent,
            context,
            self.tr("Đã đối chiếu {}").format(view.name),
            self.tr("&Ghi đã đối chiếu"),
            self.tr("Lịch sử ghi người đối chiếu, ngày và bản đã xem; hoàn tác được."),
        )
        self._view = view
        self.column.addWidget(Label(view.text, "medium", wrap=True))
        self._against = Field(self.tr("Đối chiếu &với"), TextEdit(placeholder=self.tr("bản sao y, Công báo")))
        self._by = Field(self.tr("Người đố&i chiếu"), TextEdit(by))
        self.add_row(self._against)
        self.add_row(self._by)
        self.require(self._against, self.tr("Chưa ghi đã đối chiếu với bản nào, ví dụ bản sao y, Công báo."))
        self.require(self._by, self.tr("Chưa nhập tên người đối chiếu."))
        self._against.edit.setFocus()

    def save(self) -> None:
        text, source, by = self._view.text, content(self._against), content(self._by)
        on = self.context.tasks.today()

        def save(session: Session) -> Changes:
            return grounds.confirm(session, text=text, source=source, by=by, on=on)

        self.write(f"Đã đối chiếu căn cứ {self._view.name}", save)
