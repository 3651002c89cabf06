"""One entry of the history: what each row said before, and what it says since."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ntm_desktop.services.history import FIRST, FieldChange, HistoryDetail, HistoryRow, RowChange
from ntm_desktop.text import counted, format_date
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, Rule
from ui.widgets.page import SidePanel
from ui.wording import said

_MOST_CHANGES = 40  # an import touches thousands of rows; nobody reads them here
_NAME_WIDTH = 92


class HistoryPanel(SidePanel):
    undo_requested = Signal(object)  # HistoryRow

    def __init__(self) -> None:
        super().__init__()
        self._row: HistoryRow | None = None
        self._title = Label("", "card", wrap=True)
        self._facts = Label("", "caption", "text2", wrap=True)
        self._undo = Button(self.tr("&Hoàn tác việc này"), icon="undo-2")
        self._why_not = Label("", "caption", "text2", wrap=True)
        self._changes = QWidget()
        close = Button(self.tr("Đóng"), "icon", "x")
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._title, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addWidget(self._facts)
        row = QHBoxLayout()
        row.addWidget(self._undo)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self._why_not)
        self.body.addWidget(self._changes)
        self.body.addStretch(1)
        close.clicked.connect(self.close_panel)
        self._undo.clicked.connect(self._on_undo_clicked)

    def show_detail(self, detail: HistoryDetail) -> None:
        row = self._row = detail.row
        self._title.setText(row.what)
        moment = f"{row.at:%H:%M:%S} {format_date(row.at.date())}"
        self._facts.setText(self.tr("Việc số {}, {}, lúc {}").format(row.seq, row.by, moment))
        reason = self._reason(detail)
        self._undo.setVisible(not reason)
        self._why_not.setText(reason)
        self._why_not.setVisible(bool(reason))
        self._show_changes(detail.changes)

    def _reason(self, detail: HistoryDetail) -> str:
        if detail.blanked:
            return self.tr("Nội dung đã được xóa theo yêu cầu, không hoàn tác được.")
        if detail.exchanged:
            return self.tr("Gói đã có số, có thể đã đưa đi, hoặc đã nhận: không hoàn tác được.")
        if detail.sent_in is not None:
            return self.tr(
                "Đã gửi xã trong gói số {}, không hoàn tác được. Nhận xét thì rút ở trang Nhận xét, kết luận "
                "thì ghi kết luận mới."
            ).format(detail.sent_in)
        if detail.printed:
            return self.tr("Bản in chính thức đã vào sổ, không hoàn tác được.")
        if detail.restored:
            return self.tr(
                "Việc phục hồi không hoàn tác được. Muốn lấy lại dữ liệu trước đó thì phục hồi "
                "từ bản sao lưu làm ngay trước khi phục hồi, trong Thiết lập, mục Sao lưu."
            )
        if detail.row.seq == FIRST:
            return self.tr("Việc lập dữ liệu không hoàn tác được. Sửa thông tin của đơn vị trong Thiết lập.")
        if detail.final:
            return self.tr("Việc này không hoàn tác được.")
        if detail.row.undone_by is not None:
            return self.tr("Đã được hoàn tác ở việc số {}.").format(detail.row.undone_by)
        return ""

    def _on_undo_clicked(self) -> None:
        self.undo_requested.emit(self._row)

    def _show_changes(self, changes: tuple[RowChange, ...]) -> None:
        before = self._changes
        self._changes = QWidget()
        column = QVBoxLayout(self._changes)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        for change in changes[:_MOST_CHANGES]:
            column.addWidget(Rule())
            column.addWidget(_ChangeView(change))
        rest = len(changes) - _MOST_CHANGES
        if rest > 0:
            words = self.tr("và {} mục khác").format(counted(rest))
            column.addWidget(Label(words, "caption", "text2"))
        self.body.replaceWidget(before, self._changes)
        before.hide()
        before.deleteLater()


class _ChangeView(QWidget):
    """One row: what it is, and its fields before and after."""

    def __init__(self, change: RowChange) -> None:
        super().__init__()
        words = {
            "added": self.tr("Thêm {}"),
            "changed": self.tr("Sửa {}"),
            "removed": self.tr("Xóa {}"),
            "returned": self.tr("Phục hồi {}"),
        }
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        grid.setColumnMinimumWidth(0, _NAME_WIDTH)
        what = words[change.state].format(said(change.label))
        title = f"{what}: {change.title}" if change.title else what
        grid.addWidget(Label(title, "strong", wrap=True), 0, 0, 1, 3)
        both = change.state == "changed"
        if both and change.fields:
            grid.addWidget(Label(self.tr("Trước"), "caption-strong", "text2"), 1, 1)
            grid.addWidget(Label(self.tr("Sau"), "caption-strong", "text2"), 1, 2)
            grid.setColumnStretch(2, 1)
        grid.setColumnStretch(1, 1)
        for number, field in enumerate(change.fields, start=2):
            self._add_field(grid, number, field, both=both)

    def _add_field(self, grid: QGridLayout, number: int, field: FieldChange, *, both: bool) -> None:
        top = Qt.AlignmentFlag.AlignTop
        name = Label(said(field.name), "caption", "text2", wrap=True)
        name.setFixedWidth(_NAME_WIDTH)
        grid.addWidget(name, number, 0, top)
        if both:
            before = Label(field.before or self.tr("(trống)"), "body", "text2", wrap=True)
            grid.addWidget(before, number, 1, top)
            grid.addWidget(Label(field.after or self.tr("(trống)"), "medium", wrap=True), number, 2, top)
        else:
            grid.addWidget(Label(field.after or field.before, "body", wrap=True), number, 1, 1, 2, top)
