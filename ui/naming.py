"""What an authority tells a commune is said by somebody: where nobody is in charge, the name is asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.errors import NtmError
from ntm_desktop.services import people
from ntm_desktop.services.remarks import Nameless
from ui.context import Context

if TYPE_CHECKING:
    from ui.tasks import Session


def write(
    context: Context,
    place: QWidget,
    action: str,
    fn: Callable[[Session], Changes],
    done: Callable[[Changes], None],
    failed: Callable[[NtmError], None],
) -> None:
    """As ``Tasks.write``. Who gives a name is in charge from then on, and what was to be written is written;
    who gives none is told by ``failed`` what is missing."""
    again = partial(write, context, place, action, fn, done, failed)

    def take_charge(name: str) -> None:
        context.tasks.own.write(
            f"Ghi người phụ trách {name}",
            lambda session: people.take_charge(session, name=name),
            lambda _changes: again(),
            place,
            failed=failed,
        )

    def refused(error: NtmError) -> None:
        failed(error)
        if isinstance(error, Nameless):
            translate = QCoreApplication.translate
            context.ask.text(
                place,
                translate("Naming", "Ai ghi?"),
                translate(
                    "Naming",
                    "Cơ quan chưa có người phụ trách. Ghi họ và tên: xã đọc được tên này, và tên được giữ "
                    "cho những việc sau. Sửa ở Thiết lập, mục Nhân sự.",
                ),
                translate("Naming", "&Ghi tên"),
                take_charge,
                safe=translate("Naming", "&Bỏ qua"),
            )

    context.tasks.write(action, fn, done, place, failed=refused)
