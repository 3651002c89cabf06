"""The answer strip of the overview: how many criteria are met, how long there is, and whether it will do."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ntm_desktop.domain.judging import CriterionState
from ntm_desktop.domain.overview import Forecast, Overview
from ntm_desktop.text import counted, format_date, format_int
from ui import theme
from ui.tokens import State
from ui.widgets.labels import ElidedLabel, Label, Rule
from ui.widgets.marks import Mark

_MARKS = {
    Forecast.REACHED: State.MET,
    Forecast.ON_TRACK: State.MET,
    Forecast.AT_RISK: State.REGRESSED,
    Forecast.OVERDUE: State.UNMET,
}

_HEIGHT, _HEIGHT_NARROW = 106, 204
_GAP = 16


class AnswerCard(QFrame):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._count = Label("", "number")
        self._met = Label("", "body", "text2")
        self._squares = Squares()
        self._rest = ElidedLabel("", "caption", "text2")
        self._until = Label("", "caption", "text2")
        self._days = Label("", "number")
        self._unit = Label("", "body", "text2")
        self._mark = Mark(State.MET, 20)
        self._mark.hide()  # until an answer is known
        self._forecast = Label("", "selection")
        self._causes = [(Label("", "caption-strong"), ElidedLabel("", "caption", "text2")) for _ in range(2)]

        figures = QHBoxLayout()
        figures.setSpacing(_GAP)
        figures.addLayout(self._criteria_cell(), 18)
        figures.addWidget(Rule(upright=True))
        figures.addLayout(self._days_cell(), 9)
        self._rule = Rule(upright=True)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(16, 9, 16, 9)
        self._row.addLayout(figures, 27)
        self._row.addWidget(self._rule)
        self._row.addLayout(self._forecast_cell(), 22)
        self.set_narrow(narrow=False)

    def set_narrow(self, *, narrow: bool) -> None:
        """With little room the forecast and its causes stand below the figures."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if narrow else across)
        self._row.setSpacing(_GAP // 2 if narrow else _GAP)
        self._rule.setVisible(not narrow)
        self.setFixedHeight(_HEIGHT_NARROW if narrow else _HEIGHT)

    def show_overview(self, overview: Overview) -> None:
        self._count.setText(f"{overview.met}/{overview.total}")
        left_out = overview.met - sum(tile.state is CriterionState.MET for tile in overview.tiles)
        words = self.tr("tiêu chí đạt, gồm {} không xét")  # counted with the met ones
        self._met.setText(words.format(counted(left_out)) if left_out else self.tr("tiêu chí đạt"))
        self._squares.show_counts(overview.met, len(overview.unmet_codes), len(overview.undecided_codes))
        rest = overview.unmet_codes + overview.undecided_codes
        if rest:
            self._rest.setText(self.tr("Còn {} tiêu chí: {}").format(counted(len(rest)), ", ".join(rest)))
        else:
            self._rest.setText(self.tr("Không còn tiêu chí nào chưa đạt"))
        late = overview.days_left < 0
        deadline = format_date(overview.deadline)
        self._until.setText((self.tr("Quá hạn {}") if late else self.tr("Đến hạn {}")).format(deadline))
        self._days.setText(format_int(abs(overview.days_left)))
        self._unit.setText(self.tr("ngày"))
        self._show_forecast(overview)

    def _show_forecast(self, overview: Overview) -> None:
        words = {
            Forecast.REACHED: self.tr("Đã đạt đủ tiêu chí"),
            Forecast.ON_TRACK: self.tr("Kịp tiến độ"),
            Forecast.AT_RISK: self.tr("Có nguy cơ chậm"),
            Forecast.OVERDUE: self.tr("Đã quá hạn"),
        }
        state = _MARKS[overview.forecast]
        self._mark.set_state(state)
        self._mark.show()
        self._mark.setToolTip("")
        self._forecast.setText(words[overview.forecast])
        self._forecast.set_tone(state)
        causes = [*overview.causes[:2], ("", ""), ("", "")]
        for (name, why), (name_label, why_label) in zip(causes, self._causes, strict=False):
            name_label.setText(name)
            why_label.setText(why)

    def _criteria_cell(self) -> QVBoxLayout:
        cell = _cell(Label(self.tr("Tiêu chí"), "caption", "text2"))
        cell.addLayout(_number(self._count, self._met))
        cell.addWidget(self._squares)
        cell.addWidget(self._rest)
        cell.addStretch(1)
        return cell

    def _days_cell(self) -> QVBoxLayout:
        cell = _cell(self._until)
        cell.addLayout(_number(self._days, self._unit))
        cell.addStretch(1)
        return cell

    def _forecast_cell(self) -> QVBoxLayout:
        cell = _cell(Label(self.tr("Có kịp không?"), "caption", "text2"))
        row = QHBoxLayout()
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(9)
        row.addWidget(self._mark)
        row.addWidget(self._forecast, 1)
        cell.addLayout(row)
        for name, why in self._causes:
            line = QHBoxLayout()
            line.setSpacing(7)
            line.addWidget(name)
            line.addWidget(why, 1)
            cell.addLayout(line)
        cell.addStretch(1)
        return cell


class Squares(QWidget):
    """One small square per criterion: filled when met, outlined when not, dashed while undecided."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = (0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, met: int, unmet: int, undecided: int) -> None:
        self._counts = (met, unmet, undecided)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(285, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        met, unmet, undecided = self._counts
        total = met + unmet + undecided
        if not total:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = min(15.0, self.width() / total)
        states = [State.MET] * met + [State.UNMET] * unmet + [State.NOT_ASSESSED] * undecided
        for number, state in enumerate(states):
            color = theme.color(state)
            style = Qt.PenStyle.DashLine if state is State.NOT_ASSESSED else Qt.PenStyle.SolidLine
            painter.setPen(QPen(color, 1.4, style))
            painter.setBrush(color if state is State.MET else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(number * step + 1, 2.5, step - 4, 11), 1.5, 1.5)
        painter.end()


def _cell(caption: Label) -> QVBoxLayout:
    cell = QVBoxLayout()
    cell.setSpacing(0)
    cell.addWidget(caption)
    return cell


def _number(figure: Label, unit: Label) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(figure)
    row.addWidget(unit, 1)
    return row
