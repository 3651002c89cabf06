"""The note of a figure. It belongs to the figure it was written for: with another it is only offered."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ntm_desktop.text import nfc
from ui.widgets.buttons import Button
from ui.widgets.edits import TextEdit
from ui.widgets.forms import Field
from ui.widgets.labels import Label


class NoteField(QWidget):
    """Hidden until there is a note, one is wanted (``annotate``) or an old one is offered."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.annotate = Button(
            self.tr("Thêm gh&i chú"), "link", writes=True
        )  # stands where the form wants it
        self._edit = TextEdit()
        self._field = Field(self.tr("&Ghi chú (in trong báo cáo và biểu chi tiết)"), self._edit)
        self._old = Label("", "caption", "text2", wrap=True)
        self._again = Button(self.tr("Dùng &lại ghi chú cũ"), "link", writes=True)
        self._stored, self._day = "", ""
        self._typed = False
        self._wanted = False
        self.stops: list[QWidget] = [self._edit, self._again, self.annotate]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._field)
        column.addWidget(self._old)
        column.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeft)
        self._edit.returnPressed.connect(self.entered)
        self._edit.textEdited.connect(self._on_edited)
        self._edit.taken_back.connect(self._on_taken_back)
        self._again.clicked.connect(self._on_again_clicked)
        self.annotate.clicked.connect(self._on_annotate_clicked)

    def load(self, note: str, day: str) -> None:
        """The note of the stored figure, and the day of that figure; ``follow`` shows it."""
        self.keep_over(note, day)
        self._typed = False
        self._wanted = self._edit.is_typed_in()  # opened, and not a letter typed yet

    def keep_over(self, note: str, day: str) -> None:
        """The same, and what is being typed stays."""
        self._stored, self._day = note, day

    def follow(self, *, same: bool) -> None:
        """``same``: the stored figure stands in the fields, not another one."""
        if not self._typed:
            self._edit.load(self._stored if same else "")
        offered = bool(self._stored) and not same and not self._edit.text()
        self._old.setText(self.tr("Ghi chú của số ngày {}: “{}”").format(self._day, self._stored))
        for widget in (self._old, self._again):
            widget.setVisible(offered)
        shown = offered or self._wanted or bool(self._edit.text())
        self.setVisible(shown)
        self.annotate.setVisible(not shown)

    def text(self) -> str:
        return nfc(self._edit.text().strip())

    def _on_edited(self) -> None:
        self._typed = True

    def _on_taken_back(self) -> None:
        self._typed = False

    def _on_again_clicked(self) -> None:
        self._typed = True
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)  # first: a hidden button hands the focus on
        self._edit.setText(self._stored)
        for widget in (self._old, self._again):
            widget.hide()

    def _on_annotate_clicked(self) -> None:
        self._wanted = True
        self.show()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.annotate.hide()
