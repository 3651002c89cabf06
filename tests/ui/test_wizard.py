"""The first window, driven as a person without a mouse would."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QTextBrowser
from pytestqt.qtbot import QtBot
from scripted import NOW, ScriptedAsk, cut_labels

from ntm_desktop.db.engine import Database
from ntm_desktop.services import authority, commune
from ui import theme
from ui.context import Context
from ui.dialogs.setup_steps import AUTHORITY, COMMUNE, SetupSteps, Step
from ui.dialogs.wizard import SetupWizard
from ui.dialogs.wizard_pages import CommunePage
from ui.events import Events
from ui.help import HelpWindow
from ui.tasks import InlineTasks
from ui.widgets.buttons import Button
from ui.widgets.edits import Choice, TextEdit
from ui.widgets.labels import ElidedLabel


@pytest.fixture
def wizard(qtbot: QtBot, tmp_path: Path, ask: ScriptedAsk) -> SetupWizard:
    folder = tmp_path / "data"
    events = Events()
    tasks = InlineTasks(lambda: Database.open(folder), events, lambda: NOW)
    made = SetupWizard(Context(folder, tasks, events, ask))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def type_here(qtbot: QtBot, text: str) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), text)


def press(qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key)


def test_keyboard_alone_sets_up_a_commune(wizard: SetupWizard, qtbot: QtBot, tmp_path: Path) -> None:
    type_here(qtbot, "Yen Hoa")
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Tab)
    type_here(qtbot, "Minh Hoa")
    press(qtbot, Qt.Key.Key_Tab)
    type_here(qtbot, "Quang Binh")
    press(qtbot, Qt.Key.Key_Return)
    assert wizard._steps.step is Step.SET
    press(qtbot, Qt.Key.Key_Up)  # the set before the proposed one
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    assert wizard._steps.step is Step.PEOPLE
    type_here(qtbot, "Cao Thi Hoa")
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)
    assert wizard._steps.step is Step.START
    with qtbot.waitSignal(wizard.finished) as finished:
        press(qtbot, Qt.Key.Key_Return)
    assert finished.args == [tmp_path / "data"]
    with Database.open(tmp_path / "data") as database, database.read() as session:
        assert commune.load(session).name == "xã Yen Hoa"


def test_an_authority_is_set_up_without_a_criteria_set(
    wizard: SetupWizard, qtbot: QtBot, tmp_path: Path
) -> None:
    page = wizard.findChild(CommunePage)
    assert page is not None
    qtbot.mouseClick(page._rows[AUTHORITY], Qt.MouseButton.LeftButton)
    assert not page.fields["district"].isVisible()
    assert page.fields["level"].isVisible()
    page.fields["name"].edit.setFocus()
    type_here(qtbot, "UBND huyen Minh Hoa")
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Return)
    told = {name: field.below.text() for name, field in page.fields.items() if name in wizard._steps.told}
    assert set(told) == {"code", "level", "province"}
    assert told["code"].startswith("Chưa có mã cơ quan.")
    page.fields["code"].edit.setFocus()
    type_here(qtbot, "455")
    page.fields["province"].edit.setFocus()
    type_here(qtbot, "Quang Binh")
    page.fields["level"].edit.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    assert wizard._steps.step is Step.PEOPLE
    qtbot.keyClick(wizard, Qt.Key.Key_Return)
    type_here(qtbot, "Le Van Tham")
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)
    assert wizard._steps.step is Step.START
    with qtbot.waitSignal(wizard.finished):
        press(qtbot, Qt.Key.Key_Return)
    with Database.open(tmp_path / "data") as database, database.read() as session:
        assert (database.kind, database.unit) == ("appraiser", "455")
        view = authority.view(session)
    assert (view.name, view.level, view.province) == ("UBND huyen Minh Hoa", "huyen", "Quang Binh")
    assert view.person.startswith("Le Van Tham")


def test_a_person_who_meant_a_commune_after_all_goes_on_as_one(wizard: SetupWizard, qtbot: QtBot) -> None:
    page = wizard.findChild(CommunePage)
    assert page is not None
    qtbot.mouseClick(page._rows[AUTHORITY], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page._rows[COMMUNE], Qt.MouseButton.LeftButton)
    assert page.fields["district"].isVisible()
    assert not page.fields["level"].isVisible()
    assert wizard._steps.answers.signer_post == "Chủ tịch UBND xã"


@pytest.mark.parametrize("size", [(1366, 697), (1093, 558), (911, 465)])
def test_the_card_stands_in_the_middle(wizard: SetupWizard, size: tuple[int, int]) -> None:
    wizard.resize(*size)
    QCoreApplication.sendPostedEvents()
    card = wizard.findChild(QFrame, "card")
    assert card is not None
    assert abs(card.geometry().center().x() - wizard.rect().center().x()) <= 1
    assert abs(card.geometry().center().y() - wizard.rect().center().y()) <= 1
    assert card.width() == min(860, size[0] - 22)


def test_every_set_can_be_read_whole_where_the_window_has_room(wizard: SetupWizard) -> None:
    wizard._steps._today = date(2026, 11, 29)
    wizard.resize(1366, 697)
    wizard._steps.step = Step.SET
    wizard._show_step()
    page = wizard._set_page
    for row in page._rows.values():
        row.radio.setChecked(True)
        QCoreApplication.sendPostedEvents()
        seen = page._choices.viewport()
        for other in page._rows.values():
            place = QRect(other.mapTo(seen, QPoint(0, 0)), other.size())
            assert seen.rect().contains(place), other.radio.accessibleName()
        assert cut_labels(wizard) == []


@pytest.mark.qt_log_ignore(r"does not support raise\(\)")
def test_f1_opens_the_guide_where_one_begins(wizard: SetupWizard, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_F1)
    (shown,) = [window for window in wizard.findChildren(HelpWindow) if window.isVisible()]
    browser = shown.findChild(QTextBrowser)
    assert browser is not None
    assert "Lập xã" in browser.toPlainText()
    field = wizard._page().fields["name"].edit
    place = QRect(field.mapToGlobal(QPoint(0, 0)), field.size())
    assert shown.width() == 420 or not shown.frameGeometry().intersects(place)
    shown.close()


def test_the_last_page_shows_the_answers_again(wizard: SetupWizard, tmp_path: Path) -> None:
    wizard._steps.answer({"name": "xã Yên Hóa", "province": "Quảng Trị", "lead": "Cao Thị Hòa"})
    wizard._steps.step = Step.START
    wizard._show_step()
    QCoreApplication.sendPostedEvents()
    shown = [label.text() for label in wizard._page().findChildren(QLabel) if label.isVisible()]
    for said in ("Quảng Trị", "Mức áp dụng", "Trình tự", "Người ký", str(tmp_path / "data")):
        assert said in shown


def test_an_example_does_not_look_like_an_answer(wizard: SetupWizard) -> None:
    for page in wizard._pages:
        for field in page.fields.values():
            example = field.edit.placeholderText() if isinstance(field.edit, TextEdit) else ""
            assert not example or example.startswith("ví dụ: ")


def test_nothing_is_proposed_for_a_district_where_there_is_none(qtbot: QtBot) -> None:
    page = CommunePage(SetupSteps(date(2026, 1, 2)))
    qtbot.addWidget(page)
    district = page.fields["district"].edit
    assert isinstance(district, TextEdit)
    assert district.placeholderText() == ""


def test_it_says_where_hamlets_are_entered(wizard: SetupWizard) -> None:
    shown = [label.text() for label in wizard._page().findChildren(QLabel) if label.isVisible()]
    assert "Thôn, số trường và số liệu chung: nhập sau ở Thiết lập, mục Xã." in shown


def test_what_is_missing_is_said_beside_its_field(wizard: SetupWizard, qtbot: QtBot, tmp_path: Path) -> None:
    press(qtbot, Qt.Key.Key_Return)
    assert wizard._steps.step is Step.COMMUNE
    field = wizard._page().fields["name"]
    assert field.edit.hasFocus()
    assert "Chưa có tên xã" in field.edit.accessibleDescription()
    assert not (tmp_path / "data" / "ntm.db").exists()


def test_what_is_put_right_is_not_red_any_longer(wizard: SetupWizard, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_Return)
    field = wizard._page().fields["name"]
    assert field.edit.property("invalid")
    type_here(qtbot, "Y")  # still in the field
    assert not field.edit.property("invalid")
    assert "Chưa có tên xã" not in field.edit.accessibleDescription()
    assert wizard._page().fields["province"].edit.property("invalid")


def test_a_backup_place_that_is_chosen_anew_is_not_red(
    wizard: SetupWizard, qtbot: QtBot, ask: ScriptedAsk, tmp_path: Path
) -> None:
    wizard._steps.step = Step.BACKUP
    wizard._show_step()
    type_here(qtbot, "/khong/co")
    press(qtbot, Qt.Key.Key_Return)
    edit = wizard._page().fields["backup_place"].edit
    assert edit.property("invalid")
    ask.answers = [tmp_path]
    qtbot.mouseClick(
        next(b for b in wizard.findChildren(Button) if b.isVisible() and "Chọn" in b.text()),
        Qt.MouseButton.LeftButton,
    )
    assert not edit.property("invalid")
    assert "Không thấy" not in edit.accessibleDescription()


def test_the_sample_is_one_press_away_and_lies_beside_the_folder_that_was_named(
    wizard: SetupWizard, qtbot: QtBot, tmp_path: Path
) -> None:
    beside = tmp_path / "data-mau"
    assert f"lập ở {beside}" in [label.text() for label in wizard.findChildren(ElidedLabel)]
    button = next(b for b in wizard.findChildren(Button) if "minh họa" in b.text())
    with qtbot.waitSignal(wizard.finished) as finished:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert finished.args == [beside]
    assert (beside / "ntm.db").exists()
    assert not (tmp_path / "data" / "ntm.db").exists()


def test_the_backup_place_comes_from_the_chooser(
    wizard: SetupWizard, qtbot: QtBot, ask: ScriptedAsk, tmp_path: Path
) -> None:
    wizard._steps.step = Step.BACKUP
    wizard._show_step()
    ask.answers = [tmp_path]
    button = next(b for b in wizard.findChildren(Button) if b.isVisible() and "Chọn" in b.text())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wizard._page().texts() == {"backup_place": str(tmp_path)}


@pytest.mark.parametrize("setting", ["light", "dark"])
@pytest.mark.parametrize("size", [(1366, 697), (1093, 558)])
def test_nothing_is_cut_off_in_any_step(wizard: SetupWizard, size: tuple[int, int], setting: str) -> None:
    theme.apply(setting)
    wizard.resize(*size)
    for step in Step:
        wizard._steps.step = step
        wizard._show_step()
        assert cut_labels(wizard) == []


def test_what_follows_from_a_set_is_read_in_full(wizard: SetupWizard, qtbot: QtBot) -> None:
    type_here(qtbot, "Yen Hoa")
    for _ in range(3):
        press(qtbot, Qt.Key.Key_Tab)
    type_here(qtbot, "Quang Binh")
    press(qtbot, Qt.Key.Key_Return)
    words = [
        label for label in wizard._page().findChildren(ElidedLabel) if label.isVisible() and label.text()
    ]
    assert len(words) == 4
    for label in words:
        assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width(), label.text()
    for set_id in ("xa-ntm-2016-2020", "xa-ntm-2021-2025"):
        wizard._steps.choose_set(set_id)
        said = wizard._steps.chosen(Step.SET)
        assert theme.metrics("caption").horizontalAdvance(said) <= 210 - 19 - 12 - 34, said


def test_a_set_says_what_it_lacks_and_how_far_it_may_be_relied_on(wizard: SetupWizard) -> None:
    wizard._steps.step = Step.SET
    wizard._show_step()
    page = wizard._set_page

    def said() -> str:
        return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())

    assert (
        "Quyết định 318/QĐ-TTg. Thiếu mức 27 chỉ tiêu, trong đó 04 do tỉnh quy định. "
        "Mức của 51 chỉ tiêu chưa đối chiếu."
    ) in said()
    assert "Quyết định 1980/QĐ-TTg. Thiếu mức 06 chỉ tiêu, do tỉnh quy định." in said()
    assert "Trước khi làm hồ sơ chính thức" not in said()
    page._rows["xa-ntm-nang-cao-2021-2025"].radio.setChecked(True)
    assert "Trước khi làm hồ sơ chính thức" in said()
    page._rows["xa-ntm-2016-2020"].radio.setChecked(True)
    assert "Trước khi làm hồ sơ chính thức" not in said()


def test_a_year_that_is_another_sets_is_doubted(wizard: SetupWizard) -> None:
    wizard._steps._today = date(2026, 11, 29)
    wizard._steps.step = Step.SET
    wizard._show_step()
    page = wizard._set_page
    page._rows["xa-ntm-2016-2020"].radio.setChecked(True)
    page._rows["xa-ntm-2021-2025"].radio.setChecked(True)
    year = page.fields["year"].edit
    assert isinstance(year, Choice)

    def choose(words: str) -> str:
        year.setCurrentIndex(year.findText(words))
        year.activated.emit(year.currentIndex())
        shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
        return next((words for words in shown if "ngoài thời kỳ" in words), "")

    assert choose("2025") == ""
    assert choose("2026") == (
        "Năm 2026 ngoài thời kỳ của bộ này: đã có Bộ tiêu chí 2026–2030 (Quyết định 51/2025/QĐ-TTg, "
        "hiệu lực từ 15/2/2026). Chương trình chưa có chỉ tiêu và mức của bộ đó: dùng tạm bộ này để "
        "theo dõi. Có tệp bộ mới thì nhập ở Thiết lập, mục Mục tiêu, rồi mới làm hồ sơ chính thức."
    )


def test_a_choice_that_is_missing_is_framed_as_any_field(wizard: SetupWizard, qtbot: QtBot) -> None:
    type_here(qtbot, "Yen Hoa")
    for _ in range(3):
        press(qtbot, Qt.Key.Key_Tab)
    type_here(qtbot, "Quang Binh")
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)
    profile = wizard._set_page.fields["profile"].edit
    assert profile.property("invalid")
    assert QApplication.focusWidget() is profile
    press(qtbot, Qt.Key.Key_Down)
    assert not profile.property("invalid")
