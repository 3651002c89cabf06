"""The five questions of the first run. A page shows fields; ``setup_steps`` knows what is right."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.dialogs.setup_steps import AUTHORITY, COMMUNE, SetupSteps, levels
from ui.models.criteria_sets import content
from ui.widgets.buttons import Button
from ui.widgets.edits import Choice, TextEdit
from ui.widgets.forms import Field
from ui.widgets.labels import ElidedLabel, Label, WholeLabel
from ui.widgets.page import Whole, scroll_to

_CHOICES_LEAST = 130  # px: two of them and a half, so that one sees there are more

_CAPTION_WIDTH = 124


class QuestionPage(QWidget):
    """The question, its consequence, and the fields by their name in ``Answers``."""

    def __init__(self, steps: SetupSteps, question: str, consequence: str) -> None:
        super().__init__()
        self.steps = steps
        self.fields: dict[str, Field] = {}
        self._problems: Mapping[str, str] = {}  # shown beside their fields
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(28, 22, 29, 12)
        self.column.setSpacing(8)
        self.column.addWidget(Label(question, "title"))
        self.column.addWidget(Label(consequence, "body", "text2", wrap=True))

    def begin(self) -> None:
        """Called whenever the page comes to the front."""

    def texts(self) -> dict[str, str]:
        return {
            name: field.edit.text() for name, field in self.fields.items() if isinstance(field.edit, TextEdit)
        }

    def show_problems(self, problems: Mapping[str, str]) -> None:
        self._problems = problems
        for name, field in self.fields.items():
            if name in problems:
                field.show_error(problems[name])
            else:
                field.clear_error()
        first = next((self.fields[name] for name in problems if name in self.fields), None)
        if first is not None:
            first.edit.setFocus()
            scroll_to(first)

    def recheck(self) -> None:
        """What was wrong and is put right now is not red any longer."""
        if not self._problems:
            return
        self.steps.answer(self.texts())
        left = self.steps.problems()
        for name in self._problems.keys() - left.keys():
            self.fields[name].clear_error()
        self._problems = {name: said for name, said in self._problems.items() if name in left}

    def focus_first(self) -> None:
        for field in self.fields.values():
            field.edit.setFocus()
            break

    def add_row(self, *fields: tuple[str, Field]) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        for name, field in fields:
            self.fields[name] = field
            row.addWidget(field, 1)
            if isinstance(field.edit, TextEdit):
                field.edit.textEdited.connect(self.recheck)
        self.column.addLayout(row)


class CommunePage(QuestionPage):
    """Who works on this PC: a commune, or an authority that appraises communes; and which."""

    server_requested = Signal()

    def __init__(self, steps: SetupSteps) -> None:
        super().__init__(
            steps,
            self.tr("Đơn vị nào làm việc trên máy này?"),
            self.tr("Tên được in trên mọi văn bản. Sửa được sau trong Thiết lập."),
        )
        self._kinds = QButtonGroup(self)
        self._rows = {
            COMMUNE: SetRow(self.tr("Xã"), self.tr("Lập hồ sơ, gửi số liệu lên cấp trên."), ""),
            AUTHORITY: SetRow(
                self.tr("Cơ quan thẩm định"), self.tr("Nhận số liệu của các xã, xem và nhận xét."), ""
            ),
        }
        choices = QHBoxLayout()
        choices.setSpacing(12)
        for number, row in enumerate(self._rows.values()):
            self._kinds.addButton(row.radio, number)
            choices.addWidget(row, 1)
        self.column.addLayout(choices)
        self.add_row(
            ("name", Field(self.tr("Tê&n xã"), TextEdit(placeholder=self.tr("xã Yên Hóa")))),
            ("code", Field(self.tr("&Mã xã"), TextEdit())),
        )
        provinces = self.tr("Quảng Bình") if steps.has_districts else self.tr("Quảng Trị")
        province = Field(self.tr("Tỉnh, thành &phố"), TextEdit(placeholder=provinces))
        districts = self.tr("Minh Hóa") if steps.has_districts else ""
        note = "" if steps.has_districts else self.tr("Từ 01/7/2025 không còn cấp huyện: để trống.")
        district = Field(self.tr("&Huyện"), TextEdit(placeholder=districts), note=note)
        self._level = Choice(levels())
        level = Field(self.tr("&Cấp của cơ quan"), self._level)
        place = Field(
            self.tr("Địa &danh ghi trên văn bản"),
            TextEdit(placeholder=self.tr("Đồng Hới")),
            note=self.tr("Chưa biết thì để trống."),
        )
        self.add_row(("district", district), ("province", province))
        self.add_row(("level", level), ("place", place))
        self._later = Label("", "body", "text2", wrap=True)
        self._server = Button(self.tr("Dùng chung dữ liệu trên má&y chủ"), "link", "database-backup")
        self._server.clicked.connect(self.server_requested)
        self.column.addSpacing(4)
        self.column.addWidget(self._later)
        self.column.addWidget(self._server, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self._kinds.idToggled.connect(self._on_kind_toggled)
        self._level.committed.connect(self._on_level_committed)
        self._rows[COMMUNE].radio.setChecked(True)

    def _on_kind_toggled(self, number: int, checked: bool) -> None:
        kind = list(self._rows)[number]
        self._rows[kind].set_chosen(chosen=checked)
        if checked:
            self.steps.choose_kind(kind)
            self._show_kind()

    def _on_level_committed(self, key: str) -> None:
        self.steps.answers.level = key
        self.recheck()

    def show_server(self) -> None:
        self._show_kind()

    def _show_kind(self) -> None:
        authority = self.steps.is_authority
        for name in ("level", "place"):
            self.fields[name].setVisible(authority)
        self.fields["district"].setVisible(not authority)
        self.fields["name"].set_label(self.tr("Tê&n cơ quan") if authority else self.tr("Tê&n xã"))
        self.fields["code"].set_label(self.tr("&Mã cơ quan") if authority else self.tr("&Mã xã"))
        example = self.tr("Ủy ban nhân dân huyện Minh Hóa") if authority else self.tr("xã Yên Hóa")
        typed = self.fields["name"].edit
        assert isinstance(typed, TextEdit)
        typed.setPlaceholderText(self.tr("ví dụ: {}").format(example))
        self.fields["code"].set_note(
            self.tr("Mã huyện, tỉnh; xã gửi gói số liệu cho mã này.")
            if authority
            else self.tr("Chưa biết thì để trống, điền sau.")
        )
        self._server.setVisible(authority)
        self._later.setText(
            self.tr("Dữ liệu sẽ lập trên máy chủ {}. Bổ sung các mục trên rồi bấm Tiếp tục.").format(
                self.steps.server
            )
            if self.steps.server
            else self.tr("Khóa để nhận gói của các xã: lập sau ở trang Trao đổi.")
            if authority
            else self.tr("Thôn, số trường và số liệu chung: nhập sau ở Thiết lập, mục Xã.")
        )
        self.show_problems({})


class SetPage(QuestionPage):
    def __init__(self, steps: SetupSteps) -> None:
        super().__init__(
            steps,
            self.tr("Xã đánh giá theo bộ tiêu chí nào?"),
            self.tr(
                "Bộ tiêu chí quyết định số chỉ tiêu, mức yêu cầu và mẫu hồ sơ. Đổi được sau trong Thiết lập."
            ),
        )
        self._group = QButtonGroup(self)
        self._rows: dict[str, SetRow] = {}
        self._choices = Whole()
        self._choices.setMinimumHeight(_CHOICES_LEAST)
        self._profile = Choice()
        self._year = Choice()
        self.column.addWidget(self._choices, 1)
        self.add_row(
            (
                "profile",
                Field(
                    self.tr("Mức áp dụng theo &vùng"),
                    self._profile,
                    note=self.tr("Theo văn bản của tỉnh, có thể khác vùng địa lý."),
                ),
            ),
            ("year", Field(self.tr("Năm đăng &ký đạt chuẩn"), self._year)),
        )
        self._outside = WholeLabel("", "caption", "amber")
        self._outside.hide()
        self.column.addWidget(self._outside)
        self._group.idToggled.connect(self._on_toggled)
        self._profile.committed.connect(self._on_profile_committed)
        self._year.committed.connect(self._on_year_committed)

    def show_sets(self) -> None:
        for number, choice in enumerate(self.steps.sets()):
            criteria, indicators = choice.expected
            title = self.tr("{}: {} tiêu chí, {} chỉ tiêu").format(choice.short_title, criteria, indicators)
            below = self.tr("Quyết định {}. {}").format(choice.decision, content(choice))
            row = SetRow(title, below, next(iter(choice.notes), ""))
            self._group.addButton(row.radio, number)
            self._rows[choice.id] = row
            self._choices.body.addWidget(row)
        self._choices.body.addStretch(1)
        chosen = self._rows.get(self.steps.answers.set_id)
        if chosen is not None:
            chosen.radio.setChecked(True)

    def focus_first(self) -> None:
        checked = self._group.checkedButton()
        if checked is not None:
            checked.setFocus()

    def _on_toggled(self, number: int, checked: bool) -> None:
        choice = self.steps.sets()[number]
        self._rows[choice.id].set_chosen(chosen=checked)
        if not checked:
            return
        scroll_to(self._rows[choice.id])
        self.steps.choose_set(choice.id)
        self._profile.set_options(self.steps.profiles())
        self._profile.load(self.steps.answers.profile)
        self._year.set_options([(str(year), str(year)) for year in self.steps.years()])
        self._year.load(str(self.steps.answers.year))
        self._tell_of_period()
        self.recheck()

    def _on_profile_committed(self, key: str) -> None:
        self.steps.answers.profile = key

    def _on_year_committed(self, key: str) -> None:
        self.steps.answers.year = int(key)
        self._tell_of_period()

    def _tell_of_period(self) -> None:
        words = self.steps.outside_period()
        self._outside.setText(words)
        self._outside.setVisible(bool(words))


class SetRow(QFrame):
    """One choice: a bordered row with a radio button, what it is and what follows from it.

    ``note`` is what its makers say of its use; it is there while the row is chosen.
    """

    def __init__(self, title: str, below: str, note: str) -> None:
        super().__init__()
        self.setObjectName("choice")
        self.radio = QRadioButton()
        theme.frame_box(self.radio)
        self.radio.setAccessibleName(title)
        self.radio.setAccessibleDescription(below)
        self._title = ElidedLabel(title, "medium")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(10)
        row.addWidget(self.radio)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(Label(below, "caption", "text2", wrap=True))
        self._note = Label(note, "caption", "text2", wrap=True)
        self._note.hide()
        words.addWidget(self._note)
        row.addLayout(words, 1)

    def set_chosen(self, *, chosen: bool) -> None:
        self.setProperty("chosen", chosen)
        self._title.setFont(theme.font("strong" if chosen else "medium"))
        self.style().polish(self)
        self._note.setVisible(chosen and bool(self._note.text()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.radio.setFocus()
        self.radio.setChecked(True)


class PeoplePage(QuestionPage):
    def __init__(self, steps: SetupSteps) -> None:
        super().__init__(
            steps,
            self.tr("Ai phụ trách và ai ký văn bản?"),
            self.tr(
                "Lịch sử ghi tên người phụ trách, tờ trình ghi tên người ký. Thêm người trong Thiết lập."
            ),
        )
        self.add_row(
            ("lead", Field(self.tr("Người phụ t&rách"), TextEdit(placeholder=self.tr("Cao Thị Hòa")))),
            (
                "lead_post",
                Field(self.tr("&Chức vụ"), TextEdit(placeholder=self.tr("Văn phòng – Thống kê"))),
            ),
        )
        self.add_row(
            ("signer", Field(self.tr("Người &ký"), TextEdit(), note=self.tr("Để trống nếu chưa biết."))),
            ("signer_post", Field(self.tr("Chức &vụ người ký"), TextEdit(steps.answers.signer_post))),
        )
        self.column.addStretch(1)

    def begin(self) -> None:
        post = self.fields["signer_post"].edit
        assert isinstance(post, TextEdit)
        post.load(self.steps.answers.signer_post)


class BackupPage(QuestionPage):
    browse_requested = Signal()

    def __init__(self, steps: SetupSteps) -> None:
        super().__init__(
            steps,
            self.tr("Sao lưu thêm ra đâu?"),
            self.tr(
                "Mỗi lần đóng, chương trình sao lưu vào thư mục dữ liệu và vào nơi chọn ở đây. "
                "Chọn một ổ khác, tốt nhất là USB: ổ cứng hỏng thì số liệu vẫn còn."
            ),
        )
        self._edit = TextEdit()
        self.add_row(
            (
                "backup_place",
                Field(
                    self.tr("Thư mục &sao lưu"), self._edit, note=self.tr("Để trống nếu chưa có, chọn sau.")
                ),
            )
        )
        browse = Button(self.tr("Chọn thư &mục"), icon="folder-open")
        browse.clicked.connect(self.browse_requested)
        self.column.addWidget(browse, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def show_place(self, folder: Path) -> None:
        self._edit.load(str(folder))
        self.recheck()


class StartPage(QuestionPage):
    """The answers once more, before anything is written."""

    def __init__(self, steps: SetupSteps, folder: Path) -> None:
        super().__init__(
            steps,
            self.tr("Lập dữ liệu với các lựa chọn này?"),
            self.tr("Sau bước này có thể nhập số liệu từng chỉ tiêu ngay. Mọi điều đã chọn đều sửa được."),
        )
        self._folder = folder
        self._answers = QWidget()
        self.column.addSpacing(2)
        self.column.addWidget(self._answers)
        self.column.addStretch(1)

    def begin(self) -> None:
        before, self._answers = self._answers, QWidget()
        grid = QGridLayout(self._answers)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        grid.setColumnMinimumWidth(0, _CAPTION_WIDTH)
        grid.setColumnStretch(1, 1)
        folder = (self.tr("Thư mục dữ liệu"), str(self._folder))
        top = Qt.AlignmentFlag.AlignTop
        for number, (name, answer) in enumerate([*self.steps.summary(), folder]):
            grid.addWidget(Label(name, "caption-medium", "text2"), number, 0, top)
            grid.addWidget(Label(answer, "body", wrap=True), number, 1)
        self.column.replaceWidget(before, self._answers)
        before.hide()
        before.deleteLater()

    def focus_first(self) -> None:
        self.setFocus()
