"""To whom the dossier goes, in how many copies, under which form numbers: the procedure's word or the
office's own, and whether anybody held it against the document."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ntm_desktop.changes import Changes
from ntm_desktop.domain.form_settings import ADDRESSEES, FormSetting
from ntm_desktop.errors import NtmError
from ntm_desktop.services import form_settings
from ntm_desktop.services.form_settings import FormSettings, NumberedForm
from ui.context import Context
from ui.dialogs import fit
from ui.dialogs.record import RecordDialog, content
from ui.models.rows import Cell, Column, Row
from ui.widgets.buttons import Button, buttons_row
from ui.widgets.edits import Choice, CountEdit, TextArea, TextEdit
from ui.widgets.forms import Field
from ui.widgets.labels import Label
from ui.widgets.table import Table
from ui.wording import said

if TYPE_CHECKING:
    from ui.tasks import Session

_SIZE = (860, 520)
_CHECKED = "checked"
_LINES = 3  # of the addressees in sight


class FormSettingsDialog(fit.Dialog):
    """``key``: the line that it begins at, else the first one."""

    def __init__(self, parent: QWidget, context: Context, key: str = "") -> None:
        super().__init__(parent)
        self._context = context
        self._key = key
        self._shown: FormSettings | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Nơi nhận, số bản, mẫu số"))
        fit.resize(self, *_SIZE)
        why = self.tr(
            "Nơi nhận, số bản theo trình tự; tỉnh quy định khác thì nhập riêng. Mẫu số chỉ in khi đã nhập, "
            "ở góc trên bên phải văn bản."
        )
        self._table = Table(
            (
                Column(self.tr("Nội dung")),
                Column(self.tr("Đang dùng"), 250),
                Column(self.tr("Đối chiếu"), 130),
            ),
            self.tr("Nơi nhận, số bản, mẫu số"),
        )
        self._told = Label("", "body", "text2", wrap=True)
        self._enter = Button(self.tr("&Nhập, đối chiếu"), "primary", "pencil")
        self._own = Button(self.tr("&Bỏ mục riêng"), icon="undo-2")
        close = Button(self.tr("Đón&g"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(Label(why, "body", "text2", wrap=True))
        column.addWidget(self._table, 1)
        column.addWidget(self._told)
        column.addLayout(buttons_row(self._own, self._enter, close))
        self._table.current_changed.connect(self._on_current_changed)
        self._table.opened.connect(self._on_opened)
        self._enter.clicked.connect(self._on_enter_clicked)
        self._own.clicked.connect(self._on_own_clicked)
        close.clicked.connect(self.reject)
        self._on_current_changed(None)
        self._read()

    def _read(self) -> None:
        today = self._context.tasks.today()
        self._context.tasks.read(
            lambda session: form_settings.settings(session, on=today), self._on_loaded, self
        )

    def _on_loaded(self, loaded: FormSettings) -> None:
        first = self._shown is None
        self._shown = loaded
        rows = [self._setting_row(loaded.addressees), self._setting_row(loaded.copies)]
        self._table.show_rows([*rows, *map(self._form_row, loaded.forms)])
        if first:
            self._table.select(self._key or ADDRESSEES)
        self._on_current_changed(self._table.current_data())
        self._table.setFocus()

    def _setting_row(self, one: FormSetting) -> Row:
        state = self.tr("Đã đối chiếu") if one.confirmed else self.tr("Chưa đối chiếu")
        cells = (
            Cell(said(one.name)),
            Cell(one.text, strong=one.own, tooltip=one.text),
            Cell(state, tooltip=one.source_text),
        )
        return Row(cells, one.key)

    def _form_row(self, one: NumberedForm) -> Row:
        name = self.tr("Mẫu số: {}").format(one.title)
        number = (
            Cell(one.number, strong=True, tooltip=one.number) if one.number else Cell(self.tr("không in"))
        )
        return Row((Cell(name, tooltip=name), number, Cell("")), one.form)

    # Slots

    def _on_current_changed(self, data: object) -> None:
        setting, form = self._setting(data), self._form(data)
        self._enter.setEnabled(setting is not None or form is not None)
        self._enter.setText(self.tr("&Nhập mẫu số") if form else self.tr("&Nhập, đối chiếu"))
        self._own.setEnabled(bool(setting and setting.own) or bool(form and form.number))
        told = ""
        if setting is not None:
            told = f"{said(setting.name)}: {setting.text}. {setting.source_text}."
        elif form is not None:
            told = form.title
        self._told.setText(told)

    def _on_opened(self, _data: object) -> None:
        self._on_enter_clicked()

    def _on_enter_clicked(self) -> None:
        data = self._table.current_data()
        dialog: RecordDialog
        if (setting := self._setting(data)) is not None:
            chain = self._shown.chain if self._shown else ()
            dialog = FormSettingDialog(self, self._context, setting, chain)
        elif (form := self._form(data)) is not None:
            dialog = FormNumberDialog(self, self._context, form)
        else:
            return
        dialog.saved.connect(self._read)
        dialog.open()

    def _on_own_clicked(self) -> None:
        data, today = self._table.current_data(), self._context.tasks.today()
        if (setting := self._setting(data)) is not None:
            key = setting.key
            self._write(
                f"Bỏ mục riêng {setting.name}",
                lambda session: form_settings.remove_setting(session, key=key, today=today),
            )
        elif (form := self._form(data)) is not None:
            name = form.form
            self._write(
                f"Bỏ mẫu số: {form.title}",
                lambda session: form_settings.save_form_number(session, form=name, number="", today=today),
            )

    def _write(self, action: str, act: Callable[[Session], Changes]) -> None:
        self._context.tasks.write(action, act, self._on_written, self, failed=self._on_refused)

    def _on_written(self, _changes: Changes) -> None:
        self._read()

    def _on_refused(self, error: NtmError) -> None:
        self._context.ask.problem(self, error)
        self._read()

    def _setting(self, key: object) -> FormSetting | None:
        known = (self._shown.addressees, self._shown.copies) if self._shown else ()
        return next((one for one in known if one.key == key), None)

    def _form(self, key: object) -> NumberedForm | None:
        known = self._shown.forms if self._shown else ()
        return next((one for one in known if one.form == key), None)


class FormSettingDialog(RecordDialog):
    """``chain``: who appraises by the procedure, in order."""

    def __init__(
        self, parent: QWidget, context: Context, known: FormSetting, chain: Sequence[str] = ()
    ) -> None:
        super().__init__(parent, context, said(known.name), self.tr("&Ghi"))
        self._known = known
        now = f"{known.text} ({known.source_text})"
        self.column.addWidget(Label(self.tr("Đang áp dụng: {}").format(now), "body", "text2", wrap=True))
        self._lines, self._count = TextArea(), CountEdit()
        if known.key == ADDRESSEES:
            if chain:
                words = self.tr("Theo trình tự: {}.").format("; ".join(chain))
                self.column.addWidget(Label(words, "body", "text2", wrap=True))
            self._lines.load(known.value)
            self._lines.setFixedHeight(self._lines.fontMetrics().lineSpacing() * _LINES + 16)
            note = self.tr("Mỗi dòng một cơ quan, in sau “Kính gửi:”.")
            self._value = Field(self.tr("Nơi nhận &hồ sơ"), self._lines, note=note)
        else:
            self._count.load(known.value if known.value.isdigit() else "")
            note = self.tr("Của mỗi văn bản trong hồ sơ; in ở tờ trình và danh mục văn bản.")
            self._value = Field(self.tr("&Số bản"), self._count, self.tr("bản"), note=note)
        source = TextEdit(known.source if known.own else "", placeholder="12/HD-UBND, 20/9/2022")
        checked = Choice()
        checked.set_options(
            [("", self.tr("Chưa đối chiếu")), (_CHECKED, self.tr("Đã đối chiếu với văn bản"))]
        )
        checked.load(_CHECKED if known.own and known.confirmed else "")
        self._source = Field(self.tr("Số, ngày &văn bản quy định"), source)
        self._checked = Field(self.tr("Đối &chiếu"), checked)
        self._by = Field(self.tr("&Người đối chiếu"), TextEdit(context.tasks.by))
        self.add_row(self._value)
        self.add_row(self._source, self._checked)
        self.add_row(self._by)
        checked.committed.connect(self._show_parts)
        self._show_parts()
        self._value.edit.setFocus()

    def save(self) -> None:
        source, today, by = content(self._source), self.context.tasks.today(), content(self._by)
        confirmed, text = content(self._checked) == _CHECKED, content(self._value)
        is_addressee = self._known.key == ADDRESSEES
        copies = None if is_addressee else self._count.read(text)

        def save(session: Session) -> Changes:
            if is_addressee:
                return form_settings.save_addressees(
                    session, text=text, source=source, today=today, confirmed=confirmed, by=by
                )
            return form_settings.save_copies(
                session, copies=copies, source=source, today=today, confirmed=confirmed, by=by
            )

        self.write(f"Nhập {self._known.name}", save)

    def entries(self) -> Mapping[str, Field]:
        return {"value": self._value, "source": self._source, "by": self._by}

    def _show_parts(self, _key: object = None) -> None:
        self._by.setVisible(content(self._checked) == _CHECKED)


class FormNumberDialog(RecordDialog):
    def __init__(self, parent: QWidget, context: Context, known: NumberedForm) -> None:
        super().__init__(parent, context, self.tr("Mẫu số của văn bản"), self.tr("&Ghi"))
        self._known = known
        self.column.addWidget(Label(known.title, "medium", wrap=True))
        note = self.tr("In đúng như đã nhập. Để trống thì không in.")
        number = TextEdit(known.number, placeholder=self.tr("Mẫu số 1.1"))
        self._number = Field(self.tr("&Mẫu số"), number, note=note)
        self.add_row(self._number)
        number.setFocus()

    def save(self) -> None:
        form, number, today = self._known.form, content(self._number), self.context.tasks.today()

        def save(session: Session) -> Changes:
            return form_settings.save_form_number(session, form=form, number=number, today=today)

        self.write(f"Nhập mẫu số: {self._known.title}", save)

    def entries(self) -> Mapping[str, Field]:
        return {"value": self._number}
