"""The commune that is chosen in *Các xã*: what it has not met and why, in a few lines."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ntm_desktop.services.communes import CommuneLine
from ntm_desktop.services.digests import Detail, OpenCriterion
from ntm_desktop.text import counted, format_date
from ui.models.communes import lowered_noun, news_words, shown_state, state_words, summary
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.conclusion import Conclusions
from ui.widgets.labels import ElidedLabel, Facts, Label, Rule
from ui.widgets.marks import Badge
from ui.widgets.page import Scrolled

_NAME, _BADGE = 176, 112  # px


class CommuneDetail(Card):
    opened = Signal()
    compared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = Label("", "selection")
        self._facts = Facts()
        self._open = Button(self.tr("&Mở xã"), "primary", "arrow-right", self.tr("Mở xã để xem (Enter)"))
        self._compare = Button(self.tr("&So sánh hai gói"), icon="arrow-left-right")
        self.conclusions = Conclusions(framed=False)
        self._lines = QWidget()
        self._scroll = Scrolled()
        self._summary = Label("", "body", "text2", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._name)
        head.addWidget(self._facts, 1)
        head.addWidget(self._compare)
        head.addWidget(self._open)
        self.body.addLayout(head)
        self.body.addWidget(Rule())
        self.body.addWidget(self._scroll, 1)
        self._scroll.body.addWidget(self.conclusions)
        self._scroll.body.addWidget(self._lines)
        self._scroll.body.addWidget(self._summary)
        self._scroll.body.addStretch(1)
        self._open.clicked.connect(self.opened)
        self._compare.clicked.connect(self.compared)

    def show_line(self, line: CommuneLine) -> None:
        """Its criteria come with ``show_detail``."""
        digest = line.digest
        self._name.setText(lowered_noun(line.name))
        facts = []
        if digest is not None:
            facts.append(f"{digest.met}/{digest.total}")
            facts.append(
                self.tr("còn {} tiêu chí").format(counted(digest.left))
                if digest.left
                else self.tr("đủ tiêu chí")
            )
            facts.append(self.tr("đăng ký đạt {}").format(digest.year))
        if line.created is not None:
            words = self.tr("gói số {} ngày {}")
            facts.append(words.format(counted(line.seq), format_date(line.created)))
        facts.append(news_words(line))
        if digest is not None and line.as_of is not None:
            facts.append(self.tr("xét đến {}").format(format_date(line.as_of)))
        self._facts.set_facts(facts)
        self._open.setVisible(bool(line.seq))
        self._compare.setVisible(bool(line.seq))
        self._summary.setText(self._below(line))

    def show_detail(self, detail: Detail) -> None:
        before, self._lines = self._lines, QWidget()
        grid = QGridLayout(self._lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, _NAME)
        grid.setColumnMinimumWidth(1, _BADGE)
        grid.setColumnStretch(2, 1)
        grid.setColumnStretch(3, 1)
        for number, one in enumerate(detail.criteria):
            self._add(grid, number, one)
        self._scroll.body.replaceWidget(before, self._lines)
        self._lines.setVisible(bool(detail.criteria))
        before.hide()
        before.deleteLater()

    def _add(self, grid: QGridLayout, number: int, one: OpenCriterion) -> None:
        grid.addWidget(Label(f"{one.code}  {one.name}", "strong"), number, 0)
        grid.addWidget(Badge(shown_state(one.state), state_words(one.state)), number, 1)
        grid.addWidget(ElidedLabel(one.why), number, 2)
        grid.addWidget(ElidedLabel(one.held_up, "body", "text2"), number, 3)

    def _below(self, line: CommuneLine) -> str:
        if line.silent is None:
            return self.tr("Nhắc xã gửi gói số liệu; khi nhận được gói, xã hiện đầy đủ ở đây.")
        if line.digest is None:
            return self.tr(
                "Chương trình này chưa có bộ tiêu chí mà xã dùng. Mở xã để xem, hoặc cập nhật chương trình."
            )
        if not line.digest.left and not summary(line):
            return self.tr("Không còn tiêu chí nào chưa đạt, không có việc chậm.")
        return summary(line)
