"""The keys of this workplace, and those of the places that it exchanges packages with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ntm_desktop.services import keys
from ntm_desktop.services.keys import OwnUnit, Peer
from ui.dialogs import fit
from ui.models.exchange import peer_columns, peer_rows
from ui.tokens import State
from ui.widgets.buttons import Button, buttons_row
from ui.widgets.cards import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Label
from ui.widgets.marks import Badge
from ui.widgets.table import Table

if TYPE_CHECKING:
    from ntm_desktop.services.keys import OwnKeys
    from ui.tasks import Session

_WIDTH = 780
_AROUND = 80  # px: margins and the last row
_MOST_ROWS = 6


@dataclass(frozen=True, slots=True)
class KeysView:
    own: OwnUnit
    file: bytes
    """The enrolment file."""
    peers: tuple[Peer, ...]

    @property
    def code(self) -> str:
        return keys.code_of(self.file)


def read(session: Session, own: OwnKeys) -> KeysView:
    return KeysView(keys.own_unit(session), keys.enrolment_file(session, own), keys.peers(session))


class KeysDialog(fit.Dialog):
    """Shows and asks; what is pressed is the page's matter."""

    save_requested = Signal()
    sheet_requested = Signal()
    recovery_requested = Signal()
    password_requested = Signal()
    pin_requested = Signal()
    revoke_requested = Signal(object)  # Peer

    def __init__(self, parent: QWidget, view: KeysView, *, whose: str = "", none: str = "") -> None:
        """``whose`` keys the list below holds, where it is not those of all; ``none``: said without any."""
        super().__init__(parent)
        self._whose = whose
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Khóa trao đổi"))
        self._view = view
        self._name = Label("", "selection", wrap=True)
        self._code = Label("", "card")
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._badge = Badge(State.MET)
        self._table = Table(peer_columns(), self.tr("Khóa của nơi trao đổi"))
        words = none or self.tr("Chưa ghi nhận khóa của nơi nào. Chọn tệp .ntmk do nơi trao đổi gửi đến.")
        self._none = Label(words, "body", "text2", wrap=True)
        self._save = Button(self.tr("&Lưu tệp khóa .ntmk"), "primary", "save")
        self._sheet = Button(self.tr("&In phiếu khóa"), icon="printer")
        self._recovery = Button(self.tr("Phiếu phục &hồi"), icon="file-text")
        self._password = Button(self.tr("Đổi &mật khẩu"), icon="key-round")
        self._pin = Button(self.tr("&Ghi nhận khóa"), icon="plus")
        self._revoke = Button(self.tr("&Thu hồi khóa"), "danger")
        self._close = Button(self.tr("Đó&ng"))
        self._lay_out()
        self._save.clicked.connect(self.save_requested)
        self._sheet.clicked.connect(self.sheet_requested)
        self._recovery.clicked.connect(self.recovery_requested)
        self._password.clicked.connect(self.password_requested)
        self._pin.clicked.connect(self.pin_requested)
        self._revoke.clicked.connect(self._on_revoke)
        self._close.clicked.connect(self.accept)
        self._table.current_changed.connect(self._on_current_changed)
        self.show_view(view)

    @property
    def view(self) -> KeysView:
        return self._view

    def show_view(self, view: KeysView) -> None:
        self._view = view
        own = view.own
        self._name.setText(own.name)
        self._code.setText(view.code)
        word = self.tr("Có mật khẩu") if own.is_protected else self.tr("Không có mật khẩu")
        self._badge.set_state(State.MET if own.is_protected else State.REGRESSED, word)
        self._table.show_rows(peer_rows(view.peers))
        self._table.fit_rows(max(1, min(len(view.peers), _MOST_ROWS)))
        self._table.setVisible(bool(view.peers))
        self._none.setVisible(not view.peers)
        self._on_current_changed(self._table.current_data())

    def _on_current_changed(self, uid: object) -> None:
        chosen = self._peer(uid)
        self._revoke.setEnabled(chosen is not None and not chosen.is_revoked)

    def _on_revoke(self) -> None:
        chosen = self._peer(self._table.current_data())
        if chosen is not None:
            self.revoke_requested.emit(chosen)

    def _peer(self, uid: object) -> Peer | None:
        return next((one for one in self._view.peers if one.uid == uid), None)

    def _lay_out(self) -> None:
        own = Card(self.tr("Khóa của đơn vị này"))
        own.head.addWidget(self._badge)
        own.body.addWidget(self._name)
        words = self.tr(
            "Đưa tệp khóa .ntmk cho nơi trao đổi, kèm phiếu khóa in ra có chữ ký, đóng dấu. Nơi nhận gõ mã "
            "trên phiếu để biết chắc khóa là của đơn vị. Mã trên phiếu:"
        )
        own.body.addWidget(Label(words, "body", "text2", wrap=True))
        own.body.addWidget(self._code)
        acts = FlowLayout()
        for button in (self._save, self._sheet, self._recovery, self._password):
            acts.addWidget(button)
        own.body.addLayout(acts)
        others = Card(self._whose or self.tr("Khóa của nơi trao đổi"))
        others.head.addWidget(self._revoke)
        others.head.addWidget(self._pin)
        others.body.addWidget(self._none)
        others.body.addWidget(self._table)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        column.setSpacing(10)
        inner = fit.scrolled(self, _WIDTH - 40, _AROUND)
        inner.body.setSpacing(10)
        inner.body.addWidget(own)
        inner.body.addWidget(others)
        column.addWidget(inner)
        column.addLayout(buttons_row(self._close))
        self._save.setFocus()
