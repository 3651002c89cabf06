"""Two narrow strips of the overview: the indicators by verdict, and what stays true until it is mended."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ntm_desktop.domain.judging import Verdict
from ntm_desktop.domain.overview import Notice
from ui.tokens import State
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout, flowing
from ui.widgets.labels import Label
from ui.widgets.marks import Mark, state_word
from ui.wording import said

_VERDICTS = (Verdict.UNMET, Verdict.NOT_ASSESSED, Verdict.NO_TARGET, Verdict.MET, Verdict.NOT_APPLICABLE)
_FIRST_NOTICE_KEY = 1 + len(_VERDICTS)  # Alt+1 to Alt+5 open the verdicts

_MARK, _GAP = 15, 6
_HEADER = 30  # px, as the title beside it


class VerdictCounts(QWidget):
    """How many indicators have which verdict; each opens the list narrowed to it."""

    followed = Signal(str, str)  # page, anchor

    def __init__(self) -> None:
        super().__init__()
        row = FlowLayout(14, self, between_lines=0)
        self.setSizePolicy(flowing())
        self._met = Label("", "strong")
        self._met.setMinimumHeight(_HEADER)
        row.add(self._met)
        self._links: dict[Verdict, Button] = {}
        for number, verdict in enumerate(_VERDICTS, start=1):
            keys = f"Alt+{number}"
            link = Button("", "slim", tip=self.tr("Xem chỉ tiêu ({})").format(keys))
            link.setProperty("anchor", verdict.value)
            link.clicked.connect(self._on_clicked)
            holder = _marked(State(verdict.value), link)
            holder.setMinimumHeight(_HEADER)
            row.add(holder)
            self._links[verdict] = link
        self.hide()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        applicable = sum(counts.values()) - counts.get(Verdict.NOT_APPLICABLE, 0)
        self._met.setText(self.tr("Chỉ tiêu {}/{} đạt").format(counts.get(Verdict.MET, 0), applicable))
        for number, (verdict, link) in enumerate(self._links.items(), start=1):
            count = counts.get(verdict, 0)
            link.setText(f"{state_word(State(verdict.value))} {count}")
            link.setShortcut(QKeySequence(f"Alt+{number}"))  # a new text takes it away
            link.setEnabled(count > 0)
        self.show()

    def _on_clicked(self) -> None:
        self.followed.emit("tieu-chi", str(self.sender().property("anchor")))


class Notices(QFrame):
    """*Cần lưu ý*: side by side while there is room; hidden when there is nothing to say."""

    followed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName(self.tr("Cần lưu ý"))
        self._flow = FlowLayout(22, between_lines=2)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 4, 12, 4)
        column.addLayout(self._flow)
        self.setSizePolicy(flowing())
        self.hide()

    def show_notices(self, notices: list[tuple[State, Notice]]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        number = _FIRST_NOTICE_KEY
        for state, notice in notices:
            link = None
            if notice.action:
                action = said(notice.action)
                of_settings = notice.link.page == "thiet-lap"
                link = Button(action, "slim", tip=f"{action} (Alt+{number})", writes=of_settings)
                link.setShortcut(QKeySequence(f"Alt+{number}"))
                link.setProperty("link", (notice.link.page, notice.link.anchor))
                link.clicked.connect(self._on_clicked)
                number += 1
            sentence = Label(notice.sentence, "caption", wrap=True)
            width = sentence.fontMetrics().horizontalAdvance(notice.sentence) + 1
            beside = _MARK + _GAP if link is None else _MARK + 2 * _GAP + link.sizeHint().width()
            self._flow.add(_marked(state, sentence, link), least=width + beside)
        self.setVisible(bool(notices))

    def _on_clicked(self) -> None:
        self.followed.emit(*self.sender().property("link"))


def _marked(state: State, *parts: QWidget | None) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(_GAP)
    row.addWidget(Mark(state, _MARK))
    for part in parts:
        if part is not None:
            row.addWidget(part, 1 if isinstance(part, Label) else 0)
    return holder
