"""The fields of one indicator: its parts, the date, or the legal ground why it does not apply.

One fact is one form: it is complete when Enter is pressed in its last field or when the focus goes elsewhere,
never half-way, so that no figure is kept under a date that was about to be typed. Saving is the caller's.

The form shows the figure in force with its day and note. Another figure typed over it is a new one of today
without a note; to correct the old one, its day is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ntm_desktop.domain.criteria import HOUSEHOLDS, Measure
from ntm_desktop.domain.targets import NO_TARGET_TEXT
from ntm_desktop.errors import NtmError
from ntm_desktop.services.indicators import IndicatorDetail, PartEntry
from ntm_desktop.text import format_date, format_int, nfc, parse_date
from ui.pages.criteria_fields import AnswerField, NumberField, keep_error_until_typed
from ui.pages.criteria_note import NoteField
from ui.widgets.buttons import Button
from ui.widgets.edits import DateEdit, TextEdit
from ui.widgets.forms import Field
from ui.widgets.labels import Label

_SHORT_ANSWERS = 3  # so many still fit beside the date
_SHORT_UNIT = 8  # letters; with "triệu đồng/người/năm" behind it a number beside the date would be cut


@dataclass(frozen=True, slots=True)
class Figures:
    """What was typed: texts by part (``part@hamlet`` for one hamlet) or the ground of "không áp dụng"."""

    texts: Mapping[str, str]
    as_of: date
    day: str
    """The same as it was typed."""
    note: str
    ground: str | None


@dataclass(frozen=True, slots=True)
class _Typed:
    texts: Mapping[str, str]
    day: str
    note: str
    ground: str | None

    def is_empty(self) -> bool:
        return not any(self.texts.values()) and not self.ground


class EntryForm(QWidget):
    """Shows the parts of one indicator; ``figures`` is what is to be saved, None when nothing was typed."""

    entered = Signal()  # Enter in the last field
    left = Signal()  # the focus went elsewhere
    unsaved = Signal(bool)  # a figure is typed that is not kept yet, or no more
    escaped = Signal()  # Esc with nothing left to take back
    hamlets_wanted = Signal(str)  # part key

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stops: list[QWidget] = []  # of the Tab key
        self._code = ""
        self._applies = True
        self._beside = False  # the date stands beside the only part
        self._inputs: list[NumberField | AnswerField] = []
        self._stored: tuple[Mapping[str, str], str | None] = ({}, None)  # figure or ground in force
        self._stored_day = ""  # its day; "" when there is none
        self._today = ""
        self._day_chosen = False  # by a person: it stays, whatever is typed beside it
        self._date = DateEdit()
        self._date_field = Field(self.tr("Số liệu ngà&y"), self._date)
        self._correct = Button("", "link", writes=True)
        self._ground = TextEdit(placeholder=self.tr("Khoản 2 Điều 5 Quyết định …"))
        self._ground_field = Field(self.tr("Căn cứ &pháp lý để không áp dụng"), self._ground)
        self._gap = Label("", "caption-medium", "unmet", wrap=True)
        self._hint = Label("", "caption", "text3", wrap=True)
        self._refused: _Typed | None = None  # what stands in the fields as it was refused
        self._told_unsaved = False
        self._keys = ""  # which keys answer, of the indicator at hand
        self._note = NoteField()
        self._turn = Button("", "link", writes=True)
        self._loaded = _Typed({}, "", "", None)

        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._grid)
        column.addWidget(self._date_field.below)  # a grid would cut its second line
        column.addWidget(self._hint)
        column.addWidget(self._correct, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._note)
        column.addWidget(self._gap)
        links = QHBoxLayout()
        links.setSpacing(12)
        links.addWidget(self._note.annotate)
        links.addWidget(self._turn)
        links.addStretch(1)
        column.addLayout(links)

        for field, edit in ((self._date_field, self._date), (self._ground_field, self._ground)):
            keep_error_until_typed(field, edit)
        self._date.textEdited.connect(self._on_date_edited)
        self._date.taken_back.connect(self._on_date_taken_back)
        self._date.returnPressed.connect(self.entered)
        self._correct.clicked.connect(self._on_correct_clicked)
        self._ground.textChanged.connect(self._follow)
        self._ground.taken_back.connect(self._follow)
        self._ground.returnPressed.connect(self.entered)
        self._note.entered.connect(self.entered)
        self._turn.clicked.connect(self._on_turn_clicked)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def show_detail(self, detail: IndicatorDetail) -> None:
        """What is being typed stays as it is."""
        self._gap.setText(detail.gap_text)
        self._gap.setVisible(bool(detail.gap_text))
        same = detail.row.code == self._code and len(self._inputs) == len(detail.parts)
        typing = same and self._state() != self._loaded
        if not same:
            self._code = detail.row.code
            self._build(detail)
        self._stored, row = _stored_in(detail), detail.row
        counts = row.as_of is not None and not _Typed(self._stored[0], "", "", self._stored[1]).is_empty()
        self._stored_day = format_date(row.as_of) if row.as_of is not None and counts else ""
        self._today = format_date(detail.on)
        note = row.note if counts else ""
        if typing:
            self._keep_over(detail, note)
        else:
            self._load(detail, note)

    def _load(self, detail: IndicatorDetail, note: str) -> None:
        for field, part in zip(self._inputs, detail.parts, strict=True):
            field.load(part)
        self._ground.load(detail.na_ground)
        self._ground.setToolTip(detail.na_ground)
        self._set_applies(not detail.na_ground)
        self._day_chosen = False
        self._note.load(note, self._stored_day)
        self._follow()
        self._ground_field.clear_error()
        self._offer_totals(detail)
        self._loaded = self._state()

    def _keep_over(self, detail: IndicatorDetail, note: str) -> None:
        """What is typed is compared with what is stored now."""
        for field, part in zip(self._inputs, detail.parts, strict=True):
            field.keep_over(part)
        self._ground.keep_over(detail.na_ground)
        self._note.keep_over(note, self._stored_day)
        self._follow()
        texts, ground = self._stored
        self._loaded = _Typed(texts, self._stored_day or self._today, note, ground)

    def figures(self) -> Figures | None:
        """Raises NtmError (also shown beside the field) when the date is none."""
        typed = self._state()
        if typed == self._loaded or (typed.is_empty() and self._loaded.is_empty()):
            self._date_field.clear_error()
            return None
        try:
            as_of = _day_of(self._date.text())
        except NtmError as error:
            self._date_field.show_error(error.message)
            raise
        return Figures(typed.texts, as_of, typed.day, typed.note, typed.ground)

    def mark_saved(self, saved: Figures) -> None:
        """These are stored now: the next detail may replace them, but not what was typed since."""
        self._loaded = _Typed(saved.texts, saved.day, saved.note, saved.ground)

    def give_up(self) -> None:
        """What is typed does not count; the next detail replaces it."""
        self._loaded = self._state()

    def set_hamlets(self, part: str, texts: Mapping[str, str]) -> None:
        for field in self._inputs:
            if isinstance(field, NumberField) and field.part.key == part:
                field.set_hamlets(texts)
                self._follow()
                field.focus()

    def hamlets(self, part: str) -> Mapping[str, str]:
        field = next(field for field in self._inputs if field.part.key == part)
        return field.hamlets if isinstance(field, NumberField) else {}

    def refuse(self, error: NtmError, *, take_focus: bool) -> None:
        """Puts each sentence beside its field."""
        refused: list[Field | AnswerField] = []
        for problem in error.problems or (error.message,):
            field, sentence = self._place_of(problem)
            if field not in refused:
                field.show_error(sentence)
                refused.append(field)
        self._refused = self._state()
        self._say_hint(unsaved=self._told_unsaved)
        if take_focus:
            refused[0].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_of(self, problem: str) -> tuple[Field | AnswerField, str]:
        """A sentence begins with the name of its part where there are several."""
        if not self._applies:
            return self._ground_field, problem
        for field in self._inputs:
            if field.part.name and problem.startswith(f"{field.part.name}: "):
                return field, problem.removeprefix(f"{field.part.name}: ")
        if "ngày" in problem.casefold() or not self._inputs:
            return self._date_field, problem
        return self._inputs[0], problem

    def say_kept(self) -> None:
        """What stands in the fields is on the disk: nothing is unsaved, nor refused any more."""
        self._show_hint(same=True)
        for field in (*self._inputs, self._ground_field, self._date_field):
            if isinstance(field, Field):
                field.clear_error()

    def unclear(self) -> NumberField | None:
        """The first part whose number can be read in two ways."""
        numbers = (field for field in self._inputs if isinstance(field, NumberField))
        return next((field for field in numbers if field.readings()), None)

    def focus_first(self) -> None:
        if self._applies and self._inputs:
            self._inputs[0].focus()
        else:
            self._ground.setFocus(Qt.FocusReason.OtherFocusReason)

    def type_text(self, text: str) -> None:
        """What typing does in the field that has the focus."""
        if (field := self._focused()) is not None:
            field.type_text(text)

    def press_enter(self) -> None:
        field = self._focused()
        if field is None:
            self.entered.emit()
        else:
            field.press_enter()

    def sum_hamlets(self) -> None:
        """Opens the table of the hamlets of the part at hand, else of the first that has one."""
        here = self._focused()
        summed = [field for field in self._inputs if isinstance(field, NumberField) and field.by_hamlet]
        if self._applies and summed:
            field = here if isinstance(here, NumberField) and here in summed else summed[0]
            self.hamlets_wanted.emit(field.part.key)

    def _focused(self) -> NumberField | AnswerField | None:
        here = QApplication.focusWidget()
        return next((field for field in self._inputs if here is not None and field.isAncestorOf(here)), None)

    def event(self, event: QEvent) -> bool:
        is_key = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_key and event.type() == QEvent.Type.ShortcutOverride:  # ours, before it closes the panel
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() == Qt.Key.Key_F4:
            self.sum_hamlets()
        else:
            super().keyPressEvent(event)

    def _state(self) -> _Typed:
        texts, ground = self._values()
        return _Typed(texts, self._date.text().strip(), self._note.text(), ground)

    def _values(self) -> tuple[Mapping[str, str], str | None]:
        if not self._applies:
            return {}, nfc(self._ground.text().strip())
        texts: dict[str, str] = {}
        for field in self._inputs:
            texts |= field.texts()
        return texts, None

    def _follow(self) -> None:
        """Another figure than that in force is of today, without a note, unless a person says otherwise."""
        same = self._values() == self._stored
        if not self._day_chosen:
            self._date.load(self._stored_day if same and self._stored_day else self._today)
        self._note.follow(same=same)
        self._show_day(same=same)
        self._show_hint(same=same)

    def _show_day(self, *, same: bool) -> None:
        """Says what becomes of the figure in force, which has a day of its own."""
        told, corrects = "", False
        if self._stored_day and not same:
            corrects = _is_same_day(self._date.text(), self._stored_day)
            told = self.tr("Sửa chính số đã ghi ngày {}.")
            if not corrects:
                told = self.tr("Số đã ghi ngày {} được giữ trong lịch sử.")
            told = told.format(self._stored_day)
        self._date_field.set_note(told)
        self._correct.setText(self.tr("Sửa số ngày {}").format(self._stored_day))
        self._correct.setVisible(bool(told) and not corrects)

    def _show_hint(self, *, same: bool) -> None:
        """That a figure is not saved yet; before that, which keys answer."""
        texts, ground = self._values()
        unsaved = not same and (any(texts.values()) or bool(ground))
        if unsaved != self._told_unsaved:
            self._told_unsaved = unsaved
            self.unsaved.emit(unsaved)
        self._say_hint(unsaved=unsaved)

    def _say_hint(self, *, unsaved: bool) -> None:
        words = self._keys
        if unsaved and self._state() == self._refused:
            words = self.tr("Chưa lưu. Sửa chỗ báo đỏ rồi nhấn Enter.")
        elif unsaved:
            words = self.tr("Chưa lưu. Nhấn Enter hoặc bấm ra ngoài để lưu.")
        self._hint.setText(words if self._applies or unsaved else "")
        self._hint.set_tone("amber" if unsaved else "text3")
        self._hint.setVisible(bool(self._hint.text()))

    def _keys_of(self, detail: IndicatorDetail) -> str:
        measures = {part.measure for part in detail.parts}
        if Measure.ACHIEVED in measures:
            return self.tr("Phím d: Đạt, phím c: Chưa đạt; Enter để lưu.")
        if Measure.LEVEL in measures:
            return self.tr("Phím 1, 2, 3… chọn mức theo thứ tự; Enter để lưu.")
        return ""

    def _build(self, detail: IndicatorDetail) -> None:
        self._keys = self._keys_of(detail)
        while self._grid.takeAt(0) is not None:
            pass
        for old in self._inputs:
            for widget in (old, old.below):
                widget.hide()
                widget.deleteLater()
        self._inputs = [self._make(part, detail) for part in detail.parts]
        single = len(self._inputs) == 1 and _is_short(detail.parts[0])
        for row, field in enumerate(self._inputs):
            self._grid.addWidget(field, row, 0, 1, 1 if single else 2)
        if single:
            self._grid.addWidget(self._inputs[0].below, 1, 0, 1, 2)
        self._grid.addWidget(self._ground_field, len(self._inputs) + 1, 0, 1, 2)
        self._beside = single
        for before, after in pairwise(self._inputs):
            before.entered.connect(after.focus)
        if self._inputs:
            self._inputs[-1].entered.connect(self.entered)
        self.stops = [field.stops[0] for field in self._inputs]
        self.stops += [self._ground, self._date, self._correct, *self._note.stops, self._turn]
        self.stops += [stop for field in self._inputs for stop in field.stops[1:]]

    def _make(self, part: PartEntry, detail: IndicatorDetail) -> NumberField | AnswerField:
        label = part.name[:1].upper() + part.name[1:] or self.tr("Hiện t&rạng")
        if len(detail.parts) > 1 and part.target_text:
            known = part.target_text != NO_TARGET_TEXT
            words = self.tr("{} (mức {})") if known else "{} ({})"
            label = words.format(label, part.target_text)
        if part.measure in (Measure.ACHIEVED, Measure.LEVEL):
            answer = AnswerField(part, label)
            answer.changed.connect(self._follow)
            return answer
        countable = part.measure in (Measure.PERCENT, Measure.COUNT)
        field = NumberField(part, label, by_hamlet=bool(detail.hamlets) and countable)
        field.hamlets_wanted.connect(self.hamlets_wanted)
        field.changed.connect(self._follow)
        return field

    def _offer_totals(self, detail: IndicatorDetail) -> None:
        households = [hamlet.households for hamlet in detail.hamlets]
        counted = sum(number for number in households if number is not None)
        known = format_int(counted) if counted and None not in households else ""
        for field, part in zip(self._inputs, detail.parts, strict=True):
            if isinstance(field, NumberField):
                first = not part.value_text and part.counted == HOUSEHOLDS
                field.offer_total(field.total() or (known if first else ""))

    def _set_applies(self, applies: bool) -> None:
        self._applies = applies
        for field in self._inputs:
            field.setVisible(applies)
            field.clear_error()
            field.below.setHidden(not applies or field.below.isHidden())
        self._ground_field.setVisible(not applies)
        place = (0, 1) if applies and self._beside else (len(self._inputs) + 2, 0)
        self._grid.addWidget(self._date_field, *place)
        self._turn.setText(self.tr("Không á&p dụng…") if applies else self.tr("Nhập &số liệu"))

    def _on_date_edited(self) -> None:
        self._day_chosen = True
        self._show_day(same=self._values() == self._stored)

    def _on_date_taken_back(self) -> None:
        self._day_chosen = False
        self._follow()

    def _on_correct_clicked(self) -> None:
        self._day_chosen = True
        self._date.setFocus(Qt.FocusReason.OtherFocusReason)  # first: a hidden button hands the focus on
        self._date.load(self._stored_day)
        self._show_day(same=False)

    def _on_turn_clicked(self) -> None:
        self._set_applies(not self._applies)
        self._follow()
        self.focus_first()

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is None or not self.isAncestorOf(old):
            return
        switched_program = new is None and QApplication.activeWindow() is None
        if not switched_program and (new is None or not self.isAncestorOf(new)):
            self.left.emit()


def _stored_in(detail: IndicatorDetail) -> tuple[Mapping[str, str], str | None]:
    """Figure or ground in force, as the fields give them when nothing else is typed."""
    if detail.na_ground:
        return {}, nfc(detail.na_ground.strip())
    texts: dict[str, str] = {}
    for part in detail.parts:
        by_hamlet = {f"{part.key}@{hamlet}": text for hamlet, text in part.by_hamlet}
        texts |= by_hamlet or {part.key: part.value_text}
    return texts, None


def _is_short(part: PartEntry) -> bool:
    return len(part.levels) <= _SHORT_ANSWERS and len(part.unit) <= _SHORT_UNIT


def _day_of(text: str) -> date:
    if not text.strip():
        words = QCoreApplication.translate(
            "EntryForm", "Chưa nhập ngày của số liệu. Nhập ngày, ví dụ 30/6/2021."
        )
        raise NtmError(words)
    return parse_date(text)


def _is_same_day(text: str, day: str) -> bool:
    try:
        return format_date(parse_date(text)) == day
    except NtmError:
        return False
