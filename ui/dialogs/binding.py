"""The bound dossier as one file, or in which volumes."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ntm_desktop.errors import NtmError
from ntm_desktop.services import papers
from ui.context import Context
from ui.dialogs.record import RecordDialog, content
from ui.widgets.edits import Choice, CountEdit
from ui.widgets.forms import Field

_WHOLE, _BY_CRITERION, _BY_PAGES = "whole", "criterion", "pages"
_USUAL = 300  # pages that an office can still staple


class BindingDialog(RecordDialog):
    WRITES: ClassVar[bool] = False

    chosen = Signal(object)
    """The most pages of a volume, or ``papers.BY_CRITERION``; None for one file."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(
            parent,
            context,
            self.tr("Gộp hồ sơ và minh chứng"),
            self.tr("&Chọn nơi lưu"),
            self.tr("Mỗi tập có bìa, danh mục tài liệu và mục lục riêng; trang đánh số liền cả hồ sơ."),
        )
        self._way = Choice(
            [
                (_WHOLE, self.tr("Một tệp")),
                (_BY_CRITERION, self.tr("Mỗi tiêu chí một tập")),
                (_BY_PAGES, self.tr("Chia tập theo số trang")),
            ]
        )
        self._way.load(_WHOLE)
        limit = CountEdit()
        limit.load_count(_USUAL)
        self._limit = Field(self.tr("Số &trang nhiều nhất của một tập"), limit)
        self.add_row(Field(self.tr("Chia &tập"), self._way), self._limit)
        self._way.committed.connect(self._show_limit)
        self._show_limit()
        self._way.setFocus()

    def save(self) -> None:
        try:
            limit = self._chosen_limit()
        except NtmError as error:
            self._limit.show_error(error.message)
            self._limit.edit.setFocus()
            return
        self.accept()
        self.chosen.emit(limit)

    def reject(self) -> None:
        """Nothing was entered that could be lost."""
        self.done(int(self.DialogCode.Rejected))

    def _chosen_limit(self) -> int | None:
        way = self._way.key()
        if way != _BY_PAGES:
            return None if way == _WHOLE else papers.BY_CRITERION
        edit = self._limit.edit
        assert isinstance(edit, CountEdit)
        return papers.volume_limit(edit.read(content(self._limit)) or 0)

    def _show_limit(self) -> None:
        self._limit.setVisible(self._way.key() == _BY_PAGES)
