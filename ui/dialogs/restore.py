"""What putting a backup back would change, before anything is changed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from ntm_desktop.services.backup import CountChange, RestorePreview
from ntm_desktop.text import counted, format_int, format_moment
from ui.dialogs import fit
from ui.models.rows import Cell, Column, Row
from ui.widgets.buttons import Button, buttons_row
from ui.widgets.cards import Note
from ui.widgets.labels import Label
from ui.widgets.table import HEADER_HEIGHT, ROW_HEIGHT, Table

_WIDTH = 600
_AROUND = 90  # px: margins and buttons
_MOST_ROWS = 10
_MOST_TITLES = 10


class RestoreDialog(fit.Dialog):
    confirmed = Signal()

    def __init__(self, parent: QWidget, preview: RestorePreview) -> None:
        super().__init__(parent)
        manifest = preview.manifest
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Phục hồi dữ liệu"))
        question = self.tr("Phục hồi bản sao lưu lúc {}?").format(format_moment(manifest.made_at))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        column.setSpacing(8)
        inside = fit.scrolled(self, _WIDTH - 40, _AROUND)
        column.addWidget(inside)
        lines = [
            Label(question, "card", wrap=True),
            Label(self._what(preview), "body", "text2", wrap=True),
        ]
        for line in lines:
            inside.body.addWidget(line)
        if preview.other_commune:
            warning = self.tr("Bản này là của {}, không phải xã đang mở.").format(manifest.commune_name)
            inside.body.addWidget(Note(warning, icon="triangle-alert"))
        if preview.lost:
            inside.body.addWidget(Note(self._lost(preview.lost), icon="triangle-alert"))
        if preview.counts:
            inside.body.addWidget(_counts(preview.counts))
        else:
            inside.body.addWidget(Label(self._why_no_counts(preview)))
        keep, restore = (
            Button(self.tr("&Giữ dữ liệu hiện nay")),
            Button(self.tr("&Phục hồi bản này"), "danger"),
        )
        column.addSpacing(4)
        column.addLayout(buttons_row(restore, keep))
        keep.clicked.connect(self.reject)
        restore.clicked.connect(self._on_restore)
        keep.setFocus()

    def _what(self, preview: RestorePreview) -> str:
        newest = preview.manifest.newest
        then = self.tr("Việc cuối trong bản này: {} ({}).").format(
            newest.action, format_moment(newest.at)
        ) if newest else ""  # fmt: skip
        now = ""
        if preview.newest_now is not None:
            now = self.tr("Việc cuối hiện nay: {} ({}).").format(
                preview.newest_now.action, format_moment(preview.newest_now.at)
            )
        replaced = brought = ""
        if preview.replaced:
            replaced = self.tr("{} việc làm sau bản này sẽ bị thay.").format(counted(preview.replaced))
        if preview.brought and preview.newest_now is not None:
            brought = self.tr("{} việc làm chỉ có trong bản này sẽ có lại.").format(counted(preview.brought))
        kept = self.tr(
            "Dữ liệu hiện nay được sao lưu trước vào thư mục dữ liệu, có thể phục hồi lại nếu cần."
        )
        return "\n".join(text for text in (then, now, replaced, brought, kept) if text)

    def _lost(self, titles: tuple[str, ...]) -> str:
        named = ", ".join(titles[:_MOST_TITLES])
        if (rest := len(titles) - _MOST_TITLES) > 0:
            named = self.tr("{} và {} tệp khác").format(named, counted(rest))
        return self.tr("Bản này không còn {} tệp, phục hồi xong vẫn thiếu: {}.").format(
            counted(len(titles)), named
        )

    def _why_no_counts(self, preview: RestorePreview) -> str:
        if not preview.replaced and not preview.brought:
            return self.tr("Từ bản này đến nay chưa có việc nào mới: phục hồi không làm đổi gì.")
        return self.tr("Mọi bảng có số dòng như nhau; chỉ nội dung các dòng khác.")

    def _on_restore(self) -> None:
        self.accept()
        self.confirmed.emit()


def _counts(counts: tuple[CountChange, ...]) -> Table:
    translate = QCoreApplication.translate
    table = Table(
        (
            Column(translate("RestoreDialog", "Bảng")),
            Column(translate("RestoreDialog", "Hiện nay"), 100, right=True),
            Column(translate("RestoreDialog", "Trong bản này"), 120, right=True),
        ),
        translate("RestoreDialog", "Số dòng khác nhau"),
    )
    rows = [
        Row(
            (
                Cell(change.label[:1].upper() + change.label[1:]),
                Cell(format_int(change.now)),
                Cell(format_int(change.then)),
            ),
            change.label,
        )
        for change in counts
    ]
    table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    table.setFixedHeight(HEADER_HEIGHT + min(len(rows), _MOST_ROWS) * ROW_HEIGHT + 2)
    table.show_rows(rows)
    return table
