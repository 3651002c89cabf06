"""The cards of the overview about works, their capital and obstacles: built once, then filled anew.

Each leads to its page; with nothing to tell it says in one line what to do.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ntm_desktop.domain.obstacles import STATE_WORDS, Level
from ntm_desktop.domain.obstacles import State as ObstacleState
from ntm_desktop.domain.overview import Capital, Obstacles, UrgentWork, Works
from ntm_desktop.text import counted, format_int, format_percent, millions
from ui import theme
from ui.tokens import State
from ui.widgets.bars import MoneyBar
from ui.widgets.brief import BriefLine
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.labels import Label
from ui.widgets.marks import Mark
from ui.wording import said

_WORKS, _OBSTACLES = "cong-trinh", "vuong-mac"
_MANY = 100  # open obstacles: beside their number the days of the oldest, told below, have no room


class _LeadingCard(Card):
    """At the right of its head it says how much there is, and leads to the page of all that."""

    followed = Signal(str, str)  # page, anchor

    def __init__(self, title: str, page: str, tip: str) -> None:
        super().__init__(title)
        self._page = page
        self.body.setContentsMargins(9, 7, 9, 8)
        self.body.setSpacing(0)
        self.head.setContentsMargins(6, 0, 6, 2)
        self._more = Button("", "slim", tip=tip)
        self._more.setFont(theme.font("caption-medium"))
        self._more.clicked.connect(self._on_more_clicked)
        self.note.hide()
        self.head.addWidget(self._more)
        self._nothing = Label("", "caption", "text2", wrap=True)
        self._nothing.setContentsMargins(6, 0, 6, 0)

    def _on_more_clicked(self) -> None:
        self.followed.emit(self._page, "")


class _ListCard(_LeadingCard):
    def __init__(self, title: str, page: str, tip: str) -> None:
        super().__init__(title, page, tip)
        self._lines: list[BriefLine] = []
        self._uids: list[str] = []
        self.body.addWidget(self._nothing)
        self.body.addStretch(1)

    def _show_count(self, count: int, nothing: str) -> None:
        """So many lines; without any it says ``nothing``."""
        while len(self._lines) < count:
            line = BriefLine()
            line.clicked.connect(self._on_line_clicked)
            self.body.insertWidget(1 + len(self._lines), line)
            self._lines.append(line)
        for number, line in enumerate(self._lines):
            line.setVisible(number < count)
        self._nothing.setText(nothing)
        self._nothing.setVisible(not count)

    def _on_line_clicked(self) -> None:
        line = self.sender()
        if isinstance(line, BriefLine):
            self.followed.emit(self._page, self._uids[self._lines.index(line)])


class WorksCard(_ListCard):
    def __init__(self) -> None:
        super().__init__(self.tr("Công trình cần chú ý"), _WORKS, self.tr("Mở trang Công trình (Ctrl+3)"))

    def show_works(self, works: Works) -> None:
        urgent = works.urgent
        if works.need_action > len(urgent):
            words = self.tr("{} gấp nhất trong {}")
            self._more.setText(words.format(counted(len(urgent)), counted(works.need_action)))
        elif works.total:
            self._more.setText(self.tr("Xem {} công trình").format(counted(works.total)))
        else:
            self._more.setText(self.tr("Thêm công trình"))
        self._uids = [work.uid for work in urgent]
        self._show_count(
            len(urgent),
            self.tr("Không có công trình nào cần chú ý. Ghi lần đo mới ở trang Công trình.")
            if works.total
            else self.tr("Chưa có công trình nào. Thêm công trình để theo dõi tiến độ."),
        )
        for line, work in zip(self._lines, urgent, strict=False):
            state = State.UNMET if work.severe else State.REGRESSED
            line.show_line(work.name, self._word(work), state=state, tone=state)
            line.setToolTip(f"{work.name}\n{work.why}")

    def _word(self, work: UrgentWork) -> str:
        if work.delay:
            return self.tr("chậm {} ngày").format(format_int(work.delay))
        if work.debt:
            return self.tr("nợ đọng {} triệu").format(millions(work.debt))
        return said(work.word)


class CapitalCard(_LeadingCard):
    """Promised, allotted and paid as bars of one scale, in one unit, and what is still missing."""

    def __init__(self) -> None:
        super().__init__(self.tr("Vốn công trình"), _WORKS, self.tr("Xem vốn ở trang Công trình (Ctrl+3)"))
        self.note.setText(self.tr("triệu đồng"))
        self._money = QWidget()
        self._money.hide()
        self._bars = [MoneyBar() for _ in range(3)]
        self._amounts = [Label("", "caption-strong") for _ in range(3)]
        self._missing_mark = Mark(State.REGRESSED, 15)
        self._missing = Label("", "caption")
        self._lay_out()

    def show_capital(self, capital: Capital, works: int) -> None:
        known = bool(capital.total or capital.committed or capital.allotted or capital.disbursed)
        self._money.setVisible(known)
        self._nothing.setVisible(not known)
        self.note.setVisible(known)
        if works:
            self._more.setText(self.tr("Xem {} công trình").format(counted(works)))
            self._nothing.setText(
                self.tr("Chưa ghi vốn. Chọn một công trình rồi ghi cam kết, bố trí, giải ngân ở thẻ Vốn.")
            )
        else:
            self._more.setText(self.tr("Thêm công trình"))
            self._nothing.setText(self.tr("Chưa ghi vốn. Thêm công trình trước, rồi ghi vốn của công trình."))
        if known:
            self._show_amounts(capital)

    def _show_amounts(self, capital: Capital) -> None:
        amounts = (capital.committed, capital.allotted, capital.disbursed)
        committed, allotted, disbursed = self._bars
        committed.show_amounts(capital.committed, 0, 0, max(amounts))
        allotted.show_amounts(0, capital.allotted, 0, max(amounts))
        disbursed.show_amounts(0, 0, capital.disbursed, max(amounts))
        rates = (None, capital.allotted_rate, capital.disbursed_rate)
        committed_by = self.tr(
            "Cơ cấu vốn của các công trình: mọi nguồn, gồm cả ngân sách xã và Nhân dân đóng góp. "
            "Cam kết của huyện, tỉnh bằng văn bản: xem trang Vướng mắc, mục Cam kết vốn."
        )
        tips = (committed_by, self.tr("{} vốn cam kết"), self.tr("{} vốn đã bố trí"))
        for label, amount, rate, tip in zip(self._amounts, amounts, rates, tips, strict=True):
            share = "" if rate is None else format_percent(rate, 0)
            label.setText(f"{millions(amount)} · {share}" if share else millions(amount))
            label.setToolTip(tip.format(share))
        self._missing_mark.set_state(State.REGRESSED if capital.missing else State.MET)
        self._missing_mark.setToolTip("")
        if capital.missing:
            words = self.tr("Còn thiếu {} so với tổng mức {}")
            self._missing.setText(words.format(millions(capital.missing), millions(capital.total)))
        else:
            self._missing.setText(self.tr("Đã bố trí đủ tổng mức {}").format(millions(capital.total)))

    def _lay_out(self) -> None:
        grid = QGridLayout(self._money)
        grid.setContentsMargins(6, 0, 6, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        names = (self.tr("Mọi nguồn cam kết"), self.tr("Đã bố trí"), self.tr("Giải ngân"))
        for place, (name, bar, label) in enumerate(zip(names, self._bars, self._amounts, strict=True)):
            grid.setRowMinimumHeight(place, 24)
            grid.addWidget(Label(name, "caption", "text2"), place, 0)
            grid.addWidget(bar, place, 1, Qt.AlignmentFlag.AlignVCenter)
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(label, place, 2)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._missing_mark)
        row.addWidget(self._missing, 1)
        grid.addLayout(row, 3, 0, 1, 3)
        grid.setRowMinimumHeight(3, 24)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._money)
        self.body.addStretch(1)


class ObstaclesCard(_ListCard):
    def __init__(self) -> None:
        super().__init__(self.tr("Vướng mắc"), _OBSTACLES, self.tr("Mở trang Vướng mắc (Ctrl+5)"))
        self._waits = {
            Level.COMMUNE: said(STATE_WORDS[ObstacleState.OWN]),
            Level.DISTRICT: self.tr("Chờ huyện"),
            Level.PROVINCE: self.tr("Chờ tỉnh"),
            Level.CENTRAL: self.tr("Chờ trung ương"),
        }

    def show_obstacles(self, obstacles: Obstacles) -> None:
        oldest = obstacles.oldest
        if obstacles.open >= _MANY:
            self._more.setText(self.tr("{} đang mở").format(counted(obstacles.open)))
        elif oldest:
            words = self.tr("{} đang mở, lâu nhất {} ngày")
            self._more.setText(words.format(counted(obstacles.open), format_int(oldest[0].age)))
        else:
            self._more.setText(self.tr("Mở danh sách"))
        self._uids = [one.uid for one in oldest]
        self._show_count(
            len(oldest),
            self.tr("Không có vướng mắc đang mở. Việc nào phải chờ cấp trên thì thêm ở trang Vướng mắc."),
        )
        metrics = theme.metrics("caption-strong")
        width = max((metrics.horizontalAdvance(self._waits[one.level]) for one in oldest), default=0)
        for line, one in zip(self._lines, oldest, strict=False):
            line.set_lead_width(width + 2)
            days = self.tr("{} ngày").format(format_int(one.age))
            line.show_line(one.what, days, lead=self._waits[one.level])
            line.setToolTip(one.what)
