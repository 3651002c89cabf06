"""The unlocked keys of this workplace: the key password is asked once, until the program closes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ntm_desktop.services.keys import OwnKeys, OwnUnit
    from ui.context import Context
    from ui.tasks import Session


class Keyring:
    """Holds the keys in memory only."""

    def __init__(self) -> None:
        self.own: OwnKeys | None = None

    def forget(self) -> None:
        self.own = None


def with_keys(page: QWidget, context: Context, done: Callable[[OwnKeys], None]) -> None:
    """``done`` gets the keys, once the password was given; without keys the page is told what to do."""
    if context.keyring.own is not None:
        done(context.keyring.own)
        return

    def on_unlocked(own: OwnKeys) -> None:
        context.keyring.own = own
        done(own)

    def on_known(unit: OwnUnit) -> None:
        from ui.dialogs.key_password import UnlockDialog

        if unit.is_protected:
            UnlockDialog(page, context, done).open()
        else:
            context.tasks.read(_unlock, on_unlocked, page)

    context.tasks.read(_own_unit, on_known, page)


def _own_unit(session: Session) -> OwnUnit:
    from ntm_desktop.services import keys

    return keys.own_unit(session)


def _unlock(session: Session) -> OwnKeys:
    from ntm_desktop.services import keys

    return keys.unlock(session, password="")
