"""Máy chủ: where the data of an authority lie, in this PC or on a server that several desks share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ntm_desktop import settings
from ntm_desktop.domain.servers import address_of
from ntm_desktop.services import authority
from ntm_desktop.settings import Settings
from ui.context import Context
from ui.dialogs.server import JoinDialog, MoveDialog
from ui.pages.setup_section import Section
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ntm_desktop.services.authority import AuthorityView

_CAPTION = 150  # px


class ServerSection(Section):
    TABLES: ClassVar[frozenset[str]] = frozenset()

    opened = Signal(object)  # Path of the data folder that is to be opened in place of this one

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._own = Settings()
        self._unit = ""
        self._told = QWidget()
        self._words = Label("", "body", "text2", wrap=True)
        self._act = Button("", icon="settings-2")
        self._act.setEnabled(False)
        self._card = Card(self.tr("Nơi giữ dữ liệu"))
        self._card.body.addWidget(self._told)
        self._card.body.addWidget(self._words)
        self._card.body.addWidget(self._act, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._card)
        self.column.addStretch(1)
        self._act.clicked.connect(self._on_act)

    def reload(self) -> None:
        folder = self.context.folder
        self.context.tasks.work(lambda _report: settings.load(folder), self._on_loaded, self)
        self.context.tasks.read(authority.view, self._on_viewed, self)

    def first_field(self) -> QWidget | None:
        return self._act

    def _on_loaded(self, own: Settings) -> None:
        self._own = own
        facts = [(self.tr("Thư mục dữ liệu"), str(self.context.folder))]
        if own.database_url:
            address = address_of(own.database_url)
            kept = (
                self.tr("trong settings.json của thư mục dữ liệu, không mã hóa")
                if address.password
                else self.tr("không ghi ở đây; lấy từ tệp mật khẩu của PostgreSQL trên máy này")
            )
            facts += [
                (self.tr("Máy chủ"), f"{address.host}:{address.port}"),
                (self.tr("Cơ sở dữ liệu"), address.database),
                (self.tr("Tài khoản"), address.user),
                (self.tr("Mật khẩu"), kept),
                (self.tr("Thư mục tệp dùng chung"), own.store_folder),
            ]
        self._show_facts(facts)
        self._words.setText(
            self.tr("Người quản trị máy chủ sao lưu cơ sở dữ liệu và thư mục tệp; chương trình không tự làm.")
            if own.database_url
            else self.tr(
                "Dữ liệu nằm trên máy này, một người dùng mỗi lúc. Nhiều bàn cùng làm thì dùng một máy chủ "
                "PostgreSQL chung."
            )
        )
        self._act.setText(
            self.tr("&Sửa địa chỉ, mật khẩu") if own.database_url else self.tr("&Vào máy chủ chung")
        )

    def _on_viewed(self, view: AuthorityView) -> None:
        self._unit = view.code
        self._act.setEnabled(True)

    def _on_act(self) -> None:
        own = self._own
        if own.database_url:
            address = address_of(own.database_url)
            dialog = MoveDialog(self, self.context, address, own.store_folder, unit=self._unit)
            dialog.entered.connect(self.opened)
            dialog.open()
        else:
            joining = JoinDialog(self, self.context, _beside(self.context.folder), may_make=False)
            joining.entered.connect(self.opened)
            joining.open()

    def _show_facts(self, facts: list[tuple[str, str]]) -> None:
        before, self._told = self._told, QWidget()
        grid = QGridLayout(self._told)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        grid.setColumnMinimumWidth(0, _CAPTION)
        grid.setColumnStretch(1, 1)
        for number, (name, said) in enumerate(facts):
            grid.addWidget(Label(name, "caption-medium", "text2"), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(said, "body", wrap=True), number, 1)
        self._card.body.replaceWidget(before, self._told)
        before.hide()
        before.deleteLater()


def _beside(folder: Path) -> Path:
    """A data folder for this desk, that is not there yet."""
    names = (f"{folder.name}-may-chu{f'-{number}' if number else ''}" for number in range(1_000))
    return next(place for name in names if not (place := folder.with_name(name)).exists())
