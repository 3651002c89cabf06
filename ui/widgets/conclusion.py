"""What the authority concluded about a commune: the newest first, in a line each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from ntm_desktop.domain.remarks import DECISION_WORDS, Decision
from ntm_desktop.text import format_date, format_moment
from ui.widgets.labels import ElidedLabel, Label
from ui.wording import said

_MOST = 3


class Conclusions(QFrame):
    """Hidden while there are none."""

    def __init__(self, *, framed: bool = True) -> None:
        """``framed``: as a card of its own."""
        super().__init__()
        if framed:
            self.setObjectName("card")
        self.setAccessibleName(self.tr("Kết luận thẩm định"))
        self._shown: tuple[Decision, ...] | None = None
        self._lines = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*((14, 7, 12, 7) if framed else (0, 2, 0, 2)))
        self._column.addWidget(self._lines)
        self.hide()

    def show_decisions(self, decisions: Sequence[Decision]) -> None:
        shown = tuple(decisions[:_MOST])
        self.setVisible(bool(shown))
        if shown == self._shown:
            return
        self._shown = shown
        before, self._lines = self._lines, QWidget()
        grid = QGridLayout(self._lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(2, 1)
        for number, one in enumerate(shown):
            caption = self.tr("Trước đó") if number else self.tr("Kết luận thẩm định")
            style, tone = ("body", "text2") if number else ("strong", "text")
            grid.addWidget(Label(caption, "body", "text2"), number, 0)
            grid.addWidget(Label(said(DECISION_WORDS[one.outcome]), style, tone), number, 1)
            grid.addWidget(ElidedLabel(self._told(one), "body", "text2"), number, 2)
        self._column.replaceWidget(before, self._lines)
        before.hide()
        before.deleteLater()

    def _told(self, one: Decision) -> str:
        parts = []
        if one.number:
            parts.append(self.tr("số {}").format(one.number))
        if one.issued is not None:
            parts.append(self.tr("ngày {}").format(format_date(one.issued)))
        parts += filter(None, (" ".join(one.body.split()), one.by))
        parts.append(self.tr("ghi {}").format(format_moment(one.made_at)))
        return " · ".join(parts)
