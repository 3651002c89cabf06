"""A figure of the procedure as the province or the Front sets it, with its document and *Đã đối chiếu*."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.domain.consultation import Threshold
from ntm_desktop.services import thresholds
from ntm_desktop.text import format_decimal, format_int
from ui.context import Context
from ui.dialogs.record import RecordDialog, content
from ui.widgets.edits import Choice, CountEdit, ShareEdit, TextEdit
from ui.widgets.forms import Field
from ui.widgets.labels import Label
from ui.wording import said

if TYPE_CHECKING:
    from ui.tasks import Session

_CHECKED = "checked"


class ThresholdDialog(RecordDialog):
    def __init__(self, parent: QWidget, context: Context, known: Threshold) -> None:
        super().__init__(parent, context, self.tr("Nhập mức quy định"), self.tr("&Ghi mức"))
        self._known = known
        self.column.addWidget(Label(said(known.name), "medium", wrap=True))
        now = f"{known.text} ({known.source_text})" if known.source_text else known.text
        self.column.addWidget(Label(self.tr("Đang áp dụng: {}").format(now), "body", "text2", wrap=True))
        self._edit: ShareEdit | CountEdit
        if known.unit == "%":
            self._edit = ShareEdit()
            self._edit.load("" if known.value is None else format_decimal(known.value * 10))
        else:
            self._edit = CountEdit()
            self._edit.load("" if known.value is None else format_int(known.value))
        checked = Choice()
        checked.set_options(
            [("", self.tr("Chưa đối chiếu")), (_CHECKED, self.tr("Đã đối chiếu với văn bản"))]
        )
        checked.load(_CHECKED if known.confirmed else "")
        self._value = Field(
            self.tr("&Mức"), self._edit, known.unit, note=self.tr("Chưa có mức thì để trống.")
        )
        self._source = Field(
            self.tr("&Số, ngày văn bản"),
            TextEdit(known.source if known.own else "", placeholder="90/HD-MTTW-BTT, 20/9/2022"),
        )
        self._checked = Field(self.tr("Đối &chiếu"), checked)
        self._by = Field(self.tr("&Người đối chiếu"), TextEdit(context.tasks.by))
        self.add_row(self._value, self._checked)
        self.add_row(self._source)
        self.add_row(self._by)
        checked.committed.connect(self._show_parts)
        self._show_parts()
        self._value.edit.setFocus()

    def save(self) -> None:
        value, source = self._edit.read(content(self._value)), content(self._source)
        confirmed, by = content(self._checked) == _CHECKED, content(self._by)
        key, today = self._known.key, self.context.tasks.today()

        def save(session: Session) -> Changes:
            return thresholds.save_threshold(
                session, key=key, value=value, source=source, today=today, confirmed=confirmed, by=by
            )

        self.write(f"Nhập mức {self._known.name}", save)

    def entries(self) -> Mapping[str, Field]:
        return {
            "value": self._value,
            "source": self._source,
            "confirmed": self._checked,
            "by": self._by,
        }

    def _show_parts(self, _key: object = None) -> None:
        self._by.setVisible(content(self._checked) == _CHECKED)
