"""Tab *Nhật ký và ảnh* of a work: its measurements; of the chosen one the note, what it corrected, photos."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ntm_desktop.domain.progress import CAUSE_NAMES
from ntm_desktop.services.work_diary import Measurement
from ntm_desktop.text import format_date, format_percent, millions
from ui.models.works import measurement_columns, measurement_rows
from ui.pages.works_actions import WorkActions
from ui.tasks import Tasks
from ui.widgets.buttons import Button
from ui.widgets.drop_area import FileDropArea
from ui.widgets.flow import FlowLayout, flowing
from ui.widgets.labels import Label
from ui.widgets.photos import PhotoStrip
from ui.widgets.table import Table
from ui.wording import said

_MOST_ROWS = 6


class WorkDiary(QWidget):
    """Enter on a measurement corrects it; photos are dropped on the place below, or chosen."""

    def __init__(self, actions: WorkActions, tasks: Tasks) -> None:
        super().__init__()
        self._actions = actions
        self._measured: Sequence[Measurement] = ()
        self.table = Table(measurement_columns(), self.tr("Các lần đo khối lượng"))
        self._correct = Button(self.tr("Sửa &lần đo"), writes=True)
        self._empty = Label(self.tr("Chưa ghi khối lượng lần nào."), "body", "text2")
        self._entry = QWidget()
        self._words = Label("", "caption", wrap=True)
        self._earlier = Label("", "caption", "text2", wrap=True)
        self.photos = PhotoStrip(tasks)
        self._area = FileDropArea(self.tr("Kéo ảnh hiện trường vào đây"), self.tr("Thê&m ảnh"))
        self._lay_out()
        self._connect()

    def show_diary(self, measured: Sequence[Measurement]) -> None:
        before = {one.uid for one in self._measured}
        self._measured = measured
        self.table.show_rows(measurement_rows(measured))
        self.table.fit_rows(min(max(1, len(measured)), _MOST_ROWS))
        for part in (self.table, self._correct, self._entry):
            part.setVisible(bool(measured))
        self._empty.setVisible(not measured)
        new = [one.uid for one in measured if one.uid not in before]
        if new and len(new) < len(measured):  # of the work that was shown already: what was just measured
            self.table.select(new[0])
        elif measured and self.current() is None:
            self.table.select(measured[0].uid)
        self._on_current_changed(self.table.current_data())

    def current(self) -> Measurement | None:
        chosen = self.table.current_data()
        return next((one for one in self._measured if one.uid == chosen), None)

    # Slots

    def _on_current_changed(self, _data: object) -> None:
        one = self._actions.measurement = self.current()
        if one is None:
            self.photos.show_photos(())
            return
        cause = said(CAUSE_NAMES[one.cause]) if one.cause else ""
        words = [
            ": ".join(filter(None, (cause, one.note))),
            one.reason and self.tr("Lý do: {}").format(one.reason),
        ]
        self._words.setText("\n".join(filter(None, words)))
        self._words.setVisible(bool(self._words.text()))
        self._earlier.setText("\n".join(self._before(old) for old in one.earlier))
        self._earlier.setVisible(bool(one.earlier))
        self.photos.show_photos(one.photos)

    def _before(self, old: Measurement) -> str:
        words = self.tr("Trước khi sửa: ngày {}, {}").format(format_date(old.on), format_percent(old.share))
        if old.value is not None:
            words = self.tr("{}, {} triệu đồng").format(words, millions(old.value))
        return f"{words}. {old.note}" if old.note else f"{words}."

    # Building

    def _lay_out(self) -> None:
        buttons = QWidget()
        flow = FlowLayout(8, buttons)
        buttons.setSizePolicy(flowing())
        flow.addWidget(self._correct)
        entry = QVBoxLayout(self._entry)
        entry.setContentsMargins(0, 0, 0, 0)
        entry.setSpacing(4)
        for part in (self._words, self._earlier, self.photos, self._area):
            entry.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        for row in (buttons, self._empty, self.table, self._entry):
            column.addWidget(row)

    def _connect(self) -> None:
        self.table.current_changed.connect(self._on_current_changed)
        self.table.opened.connect(self._actions.correct)
        self._correct.clicked.connect(self._actions.correct)
        self._area.dropped.connect(self._actions.add_photos)
        self._area.asked_to_choose.connect(self._actions.choose_photos)
        self.photos.open_wanted.connect(self._actions.open_photo)
        self.photos.remove_wanted.connect(self._actions.remove_photo)
