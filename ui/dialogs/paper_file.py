"""The signed file of a paper that is made elsewhere: attach it, look at it, take it off."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ntm_desktop.services.dossier import PaperView
from ui.widgets.buttons import Button
from ui.widgets.labels import ElidedLabel, Label


class PaperFile(QWidget):
    attach_wanted = Signal()
    open_wanted = Signal()
    detach_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ElidedLabel("")
        self._attach = Button(self.tr("Đính kèm…"), "slim", "paperclip")
        self._open = Button(self.tr("Mở"), "slim")
        self._detach = Button(self.tr("Gỡ"), "slim")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Label(self.tr("Bản đã ký"), "caption-medium", "text2"))
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._name, 1)
        row.addWidget(self._attach)
        row.addWidget(self._open)
        row.addWidget(self._detach)
        column.addLayout(row)
        self._attach.clicked.connect(self.attach_wanted)
        self._open.clicked.connect(self.open_wanted)
        self._detach.clicked.connect(self.detach_wanted)

    def show_paper(self, paper: PaperView) -> None:
        there = paper.file is not None
        self._name.setText(paper.file.name if paper.file is not None else self.tr("chưa có tệp"))
        self._name.set_tone("text" if there else "text2")
        self._attach.setVisible(not there)
        self._open.setVisible(there)
        self._detach.setVisible(there)
        for button, words in (
            (self._attach, self.tr("Đính kèm bản đã ký của {}")),
            (self._open, self.tr("Mở bản đã ký của {}")),
            (self._detach, self.tr("Gỡ bản đã ký của {}")),
        ):
            button.setAccessibleName(words.format(paper.title))
