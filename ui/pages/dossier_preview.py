"""The right side of *Hồ sơ*: the real pages with zoom, search and page list, and three ways out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ntm_desktop.services.preview import PdfPages
from ui import theme
from ui.tasks import Tasks
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, EmptyState, Note
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.line_edit import LineEdit
from ui.widgets.pdf_view import FIT_PAGE, FIT_WIDTH, PageStrip, PdfView

_TITLE_LEAST = 110  # px; with less beside the buttons it stands above them
_WORDS_FROM = 640  # px; below that the title needs the room of the zoom's words


class PreviewCard(Card):
    print_requested = Signal()
    pdf_requested = Signal()
    bound_requested = Signal()
    word_requested = Signal()
    excel_requested = Signal()
    make_requested = Signal()
    missing_requested = Signal()
    note_pressed = Signal()
    folder_requested = Signal()

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._title = ElidedLabel("", "card")
        self._facts = Label("", "caption", "text2")
        self._print = Button(self.tr("&In"), "primary", "printer", self.tr("In (Ctrl+P)"))
        self._pdf = Button(self.tr("&Lưu PDF"), icon="download", tip=self.tr("Lưu PDF (Ctrl+S)"))
        self._bound = Button(
            self.tr("Gộp &minh chứng"),
            icon="files",
            tip=self.tr("Lưu một tệp PDF gồm hồ sơ và minh chứng của từng tiêu chí"),
        )
        self._bound.hide()
        self._word = Button(self.tr("Lưu &Word"), icon="file-text")
        self._excel = Button(self.tr("Lưu &Excel"), icon="download")
        self._excel.hide()
        self._note_place = QVBoxLayout()
        self._note: Note | None = None
        self._done = _DoneRow()
        self.view = PdfView(tasks)
        self._strip = PageStrip(tasks)
        self._strip.hide()
        self._tools = _Tools()
        self._empty = EmptyState(
            self.tr("Bản xem trước chưa được lập hoặc việc lập đã dừng."), self.tr("Lập bản &xem trước")
        )
        self._missing: EmptyState | None = None
        self._lay_out()
        self._connect()
        self.show_pdf(None)

    def show_title(self, title: str) -> None:
        self._title.setText(title)

    def show_note(self, text: str, link: str = "", icon: str = "info") -> None:
        """What stays true of this print; "" for nothing."""
        if self._note is not None:
            self._note.hide()
            self._note.deleteLater()
            self._note = None
        if text:
            self._note = Note(text, link, icon)
            self._note.pressed.connect(self.note_pressed)
            self._note_place.addWidget(self._note)

    def show_pdf(self, pdf: PdfPages | None, pages: range | None = None) -> None:
        self.view.show_pdf(pdf, pages)
        self._strip.show_pdf(pdf, pages)
        self._stack.setCurrentIndex(0 if pdf else 1)
        self._tools.setEnabled(pdf is not None)
        self.set_ready(ready=pdf is not None)
        self._show_facts()

    def show_missing(self, sentence: str, action: str) -> None:
        """In the place of the pages: what was never entered, and the button that leads there."""
        if self._missing is not None:
            self._stack.removeWidget(self._missing)
            self._missing.deleteLater()
        self._missing = EmptyState(sentence, action)
        self._missing.acted.connect(self.missing_requested)
        self._stack.addWidget(self._missing)
        self._stack.setCurrentWidget(self._missing)

    def show_pages(self, pages: range) -> None:
        self.view.show_range(pages)
        self._strip.show_range(pages)
        self._show_facts()

    def set_ready(self, *, ready: bool, word: bool = True) -> None:
        """Whether what is shown may go out: not while a newer one is being made."""
        for button in (self._print, self._pdf, self._excel):
            button.setEnabled(ready)
        self._word.setEnabled(ready and word)
        self._bound.setEnabled(ready and word)

    def offer_excel(self) -> None:
        """What is shown can also become a workbook."""
        self._excel.show()

    def offer_bound(self) -> None:
        """What is shown can be bound together with the evidence."""
        self._bound.show()

    def is_ready(self) -> bool:
        return self._print.isEnabled()

    def tell(self, text: str, link: str) -> None:
        """What was just done with the pages."""
        self._done.tell(text, link)

    # Slots

    def _on_page_changed(self, _page: int, _count: int) -> None:
        self._strip.mark(self.view.page())
        self._show_facts()

    def _on_pages_toggled(self, shown: bool) -> None:
        self._strip.setVisible(shown)
        if shown:
            self._strip.mark(self.view.page())

    def _show_facts(self) -> None:
        pages = self.view.pages()
        if not pages:
            self._facts.setText("")
            return
        zoom = {FIT_WIDTH: self.tr("vừa chiều ngang"), FIT_PAGE: self.tr("vừa trang")}
        facts = [self.tr("trang {}/{}").format(self.view.page() - pages.start + 1, len(pages))]
        percent = f"{self.view.percent()}%"
        if self.width() > _WORDS_FROM:
            facts.append(zoom.get(self.view.fit, percent))
        self._facts.setText("  ·  ".join(facts))
        self._tools.show_percent(percent)

    # Building

    def _lay_out(self) -> None:
        self.body.setContentsMargins(14, 10, 14, 8)
        self.body.setSpacing(8)
        head, ways_out = FlowLayout(), FlowLayout()
        head.add(self._title, least=_TITLE_LEAST, grows=True)
        head.addWidget(self._facts)
        for button in (self._print, self._pdf, self._bound, self._word, self._excel):
            ways_out.addWidget(button)
        head.add(ways_out)
        self.body.addLayout(head)
        self.body.addLayout(self._note_place)
        self.body.addWidget(self._done)
        self.body.addWidget(self._tools)
        reading = QWidget()
        row = QHBoxLayout(reading)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._strip)
        row.addWidget(self.view, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(reading)
        self._stack.addWidget(self._empty)
        self.body.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._print.clicked.connect(self.print_requested)
        self._pdf.clicked.connect(self.pdf_requested)
        self._bound.clicked.connect(self.bound_requested)
        self._word.clicked.connect(self.word_requested)
        self._excel.clicked.connect(self.excel_requested)
        self._empty.acted.connect(self.make_requested)
        self._done.pressed.connect(self.folder_requested)
        self.view.page_changed.connect(self._on_page_changed)
        self.view.zoom_changed.connect(self._show_facts)
        self.view.found.connect(self._tools.show_found)
        self._strip.chosen.connect(self.view.go_to)
        tools = self._tools
        tools.pages.toggled.connect(self._on_pages_toggled)
        tools.smaller.clicked.connect(self.view.zoom_out)
        tools.larger.clicked.connect(self.view.zoom_in)
        tools.fit_width.clicked.connect(self._on_fit_width)
        tools.fit_page.clicked.connect(self._on_fit_page)
        tools.searched.connect(self.view.search)
        tools.stepped.connect(self.view.next_hit)
        for keys, slot in (
            (QKeySequence(QKeySequence.StandardKey.Find), tools.focus_search),
            (QKeySequence(QKeySequence.StandardKey.Print), self._print.click),
            (QKeySequence(QKeySequence.StandardKey.Save), self._pdf.click),
            (QKeySequence("F9"), tools.pages.click),
            (QKeySequence("Ctrl+Shift+F"), tools.fit_page.click),
        ):
            QShortcut(keys, self.parentWidget() or self, slot)

    def _on_fit_width(self) -> None:
        self.view.set_fit(FIT_WIDTH)

    def _on_fit_page(self) -> None:
        self.view.set_fit(FIT_PAGE)


class _Tools(QWidget):
    """Page list, zoom, search in the text."""

    searched = Signal(str)
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.pages = Button(self.tr("Danh sách trang (F9)"), "icon", "list")
        self.pages.setCheckable(True)
        self.smaller = Button(self.tr("Thu nhỏ (Ctrl+-)"), "icon", "zoom-out")
        self.larger = Button(self.tr("Phóng to (Ctrl++)"), "icon", "zoom-in")
        self.fit_width = Button(self.tr("Vừa chiều ngang (Ctrl+0)"), "icon", "move-horizontal")
        self.fit_page = Button(self.tr("Vừa trang (Ctrl+Shift+F)"), "icon", "maximize-2")
        self._percent = Label("", "caption", "text2")
        self._percent.setFixedWidth(38)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._field = LineEdit()
        self._field.setFont(theme.font("body"))
        self._field.setPlaceholderText(self.tr("Tìm trong văn bản (Ctrl+F)"))
        self._field.setAccessibleName(self.tr("Tìm trong văn bản"))
        self._field.setClearButtonEnabled(True)
        self._field.setMaximumWidth(220)
        self._count = Label("", "caption", "text2")
        self._back = Button(self.tr("Chỗ trước (Shift+Enter)"), "icon", "chevron-up")
        self._next = Button(self.tr("Chỗ sau (Enter)"), "icon", "chevron-down")

        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for widget in (self.pages, self.smaller, self._percent, self.larger, self.fit_width, self.fit_page):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._count)
        row.addSpacing(6)
        row.addWidget(self._field, 40)
        row.addWidget(self._back)
        row.addWidget(self._next)
        self.show_found(0, 0)

        self._searched = ""
        self._field.returnPressed.connect(self._on_return_pressed)
        self._field.textChanged.connect(self._on_text_changed)
        self._back.clicked.connect(self._on_back_clicked)
        self._next.clicked.connect(self._on_next_clicked)
        shift_enter = QShortcut(QKeySequence("Shift+Return"), self._field, self._on_back_clicked)
        shift_enter.setContext(Qt.ShortcutContext.WidgetShortcut)

    def focus_search(self) -> None:
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def show_percent(self, percent: str) -> None:
        self._percent.setText(percent)

    def show_found(self, current: int, total: int) -> None:
        words = self._field.text().strip()
        self._count.setText(f"{current}/{total}" if total else self.tr("không thấy") if words else "")
        self._back.setEnabled(total > 0)
        self._next.setEnabled(total > 0)

    def _on_return_pressed(self) -> None:
        if self._field.text() == self._searched and self._next.isEnabled():
            self.stepped.emit(1)
            return
        self._searched = self._field.text()
        self.searched.emit(self._searched)

    def _on_text_changed(self, text: str) -> None:
        """Nothing is searched while a person types; an emptied field takes the colours away."""
        self._count.setText("")
        if not text:
            self._searched = ""
            self.searched.emit("")

    def _on_back_clicked(self) -> None:
        self.stepped.emit(-1)

    def _on_next_clicked(self) -> None:
        self.stepped.emit(1)


class _DoneRow(QFrame):
    """What became of the last print or save, with the way to the file."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._text = ElidedLabel("", "caption", "met", Qt.TextElideMode.ElideMiddle)
        self._link = Button("", "link")
        self._link.clicked.connect(self.pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._text, 1)
        row.addWidget(self._link)
        self.hide()

    def tell(self, text: str, link: str) -> None:
        self._text.setText(text)
        self._link.setText(link)
        self._link.setVisible(bool(link))
        self.setVisible(bool(text))
