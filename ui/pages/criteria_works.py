"""The works that an indicator waits for: how far each is and when it is expected, with a way there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ntm_desktop.domain.forecast import Awaited
from ntm_desktop.services.works import WorkView
from ntm_desktop.text import format_date, format_int, format_percent
from ui.models.works import state_of, word_of
from ui.widgets.cards import Line
from ui.widgets.labels import Label


class ServingWorks(QWidget):
    wanted = Signal(str)  # uid of a work

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._uids: dict[Line, str] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(Label(self.tr("Công trình"), "strong"))
        self._forecast = Label("", "caption", "text2", wrap=True)
        self._column.addWidget(self._forecast)

    def show_works(self, works: Sequence[WorkView], wait: Awaited | None) -> None:
        """``wait``: when the indicator should be met."""
        self._forecast.setText(self._awaited(wait) if wait is not None else "")
        self._forecast.setVisible(bool(self._forecast.text()))
        for line in self._uids:
            line.hide()
            line.deleteLater()
        self._uids = {}
        for work in works:
            line = Line(work.name, self._words(work), state=state_of(work))
            line.pressed.connect(self._on_pressed)
            self._column.addWidget(line)
            self._uids[line] = work.uid
        self.setVisible(bool(works))

    def _awaited(self, wait: Awaited) -> str:
        """“Dự kiến đạt 26/8/2021 theo công trình, sau hạn kế hoạch 30/7/2021.”"""
        if not wait.work:
            return ""
        if wait.due is None:
            return self.tr("Chưa dự kiến được ngày đạt: {} chưa có ngày xong.").format(wait.work)
        if wait.plan_due is not None and wait.after_plan:
            words = self.tr("Dự kiến đạt {} theo công trình, sau hạn kế hoạch {}.")
            return words.format(format_date(wait.due), format_date(wait.plan_due))
        return self.tr("Dự kiến đạt {} theo công trình.").format(format_date(wait.due))

    def _words(self, work: WorkView) -> str:
        """“Chậm, 46%, dự kiến xong 26/8/2021”."""
        share, expected = format_percent(work.state.share), work.state.expected
        if work.state.finished is not None:
            return self.tr("đã nghiệm thu {}").format(format_date(work.state.finished))
        if work.state.built is not None:
            return self.tr("{}, đã xong khối lượng, chưa nghiệm thu").format(word_of(work))
        if expected is None and work.state.is_late:
            words = self.tr("{}, {}, chưa dự kiến được ngày xong, đã quá hạn {} ngày")
            return words.format(word_of(work), share, format_int(work.state.days_late))
        if expected is None:
            return f"{word_of(work)}, {share}"
        return self.tr("{}, {}, dự kiến xong {}").format(word_of(work), share, format_date(expected))

    def _on_pressed(self) -> None:
        line = self.sender()
        if isinstance(line, Line):
            self.wanted.emit(self._uids[line])
