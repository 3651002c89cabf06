"""Wording the papers: last year's words, templates with places for the data, and versions taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from dossier_screen import press, texts
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from ntm_desktop.changes import Changes
from ntm_desktop.db.session import Session
from ntm_desktop.services import goals, history, narratives
from ui.context import Context
from ui.dialogs.narrative_versions import VersionsDialog
from ui.dialogs.narratives import NarrativesDialog

TODAY = date(2021, 6, 30)
PART = ("bao_cao", "kho_khan")


def write(context: Context, act: Callable[[Session], Changes]) -> None:
    context.tasks.write("Ghi", act, lambda _changes: None, context.tasks)


def save(context: Context, body: str) -> None:
    write(
        context,
        lambda session: narratives.save(session, paper=PART[0], part=PART[1], body=body, on=TODAY),
    )


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    return page


def opened(page: QWidget, context: Context) -> NarrativesDialog:
    dialog = NarrativesDialog(page, context)
    dialog.open()
    dialog._table.select(PART)
    return dialog


def state(dialog: NarrativesDialog) -> str:
    """What the list says of the part."""
    model = dialog._table.model()
    rows = [model.index(number, 0) for number in range(model.rowCount())]
    found = next(index for index in rows if index.data().endswith("Khó khăn"))
    return str(model.index(found.row(), 1).data())


def listed(dialog: NarrativesDialog) -> list[tuple[str, str]]:
    model = dialog._table.model()
    return [(model.index(n, 0).data(), model.index(n, 1).data()) for n in range(model.rowCount())]


def insert(dialog: NarrativesDialog, label: str) -> None:
    next(action for action in dialog.places().actions() if action.text() == label).trigger()


def test_words_of_last_year_say_so_until_they_are_kept(
    qtbot: QtBot, page: QWidget, sample_context: Context
) -> None:
    save(sample_context, "Địa bàn rộng.")
    write(
        sample_context,
        lambda session: goals.register(
            session, set_id="xa-ntm-2021-2025", year=2022, profile="btb", valid_from=TODAY
        ),
    )
    dialog = opened(page, sample_context)
    assert dialog._text.toPlainText() == "Địa bàn rộng."
    assert dialog._carried.isVisible()
    assert "Theo lời văn năm 2021. Sửa lại cho hồ sơ này, hoặc giữ nguyên." in texts(dialog)
    assert state(dialog) == "Năm 2021"
    press(qtbot, dialog, "Giữ nguyên")
    assert state(dialog) == "Của xã"
    assert not dialog._carried.isVisible()
    assert dialog._text.toPlainText() == "Địa bàn rộng."


def test_a_place_for_the_data_is_chosen_and_what_it_prints_is_shown(
    qtbot: QtBot, page: QWidget, sample_context: Context
) -> None:
    dialog = opened(page, sample_context)
    dialog._text.setPlainText("Năm ")
    dialog._text.moveCursor(QTextCursor.MoveOperation.End)
    insert(dialog, "Năm đăng ký")
    dialog._text.insertPlainText(" còn khó.")
    assert dialog._text.toPlainText() == "Năm {{ nam }} còn khó."
    dialog._text.commit()
    assert state(dialog) == "Văn mẫu của xã"
    assert dialog._printed.isVisible()
    assert dialog._printed.toPlainText() == "Năm 2021 còn khó."
    assert dialog._text.toPlainText() == "Năm {{ nam }} còn khó."


def test_the_default_is_taken_as_a_template_in_place_of_its_words(
    page: QWidget, sample_context: Context
) -> None:
    dialog = opened(page, sample_context)
    dialog._table.select(("to_trinh", "ket_qua"))
    default = dialog._text.toPlainText()
    insert(dialog, "Cả văn mẫu của phần này")
    dialog._text.commit()
    assert dialog._text.toPlainText().startswith("{{ uy_ban }} đã tổ chức")
    assert dialog._printed.toPlainText() == default


def test_what_a_place_lacks_is_named(qtbot: QtBot, page: QWidget, sample_context: Context) -> None:
    dialog = opened(page, sample_context)
    dialog._text.setPlainText("{% for mot in so_lieu_chung %}{{ mot.cong_thon|so }}{% endfor %}")
    dialog._text.commit()
    assert (
        "Còn thiếu: Số thôn được cộng, ghi sau số cộng cuối. Hồ sơ chính thức chưa in được khi còn chỗ trống."
        in (texts(dialog))
    )


def test_a_template_that_is_refused_stays_to_be_mended(
    qtbot: QtBot, page: QWidget, sample_context: Context
) -> None:
    dialog = opened(page, sample_context)
    dialog._text.setPlainText("Khó khăn:\n{{ khong_co }}")
    dialog._table.select(("to_trinh", "ket_qua"))
    assert state(dialog) == "Chưa lưu"
    dialog.reject()
    assert dialog.isVisible()
    assert dialog._text.toPlainText() == "Khó khăn:\n{{ khong_co }}"
    assert any(text.startswith("Dòng 2 của lời văn: không có trường “khong_co”") for text in texts(dialog))
    press(qtbot, dialog, "Dùng lại văn mẫu")
    assert dialog._text.toPlainText() != "Khó khăn:\n{{ khong_co }}"
    dialog.reject()
    assert not dialog.isVisible()


def test_an_older_version_is_read_and_taken_back(
    qtbot: QtBot, page: QWidget, sample_context: Context
) -> None:
    for body in ("Bản một.", "Bản hai."):
        save(sample_context, body)
    dialog = opened(page, sample_context)
    press(qtbot, dialog, "Các bản trước")
    versions = dialog.findChild(VersionsDialog)
    assert versions is not None
    assert versions._text.toPlainText() == "Bản hai."
    assert not versions._take.isEnabled()
    model = versions._table.model()
    assert [model.index(0, column).data() for column in range(5)] == [
        "30/6/2021",
        "Cao Thị Hòa",
        "2021",
        "Bản hai.",
        "Đang dùng",
    ]
    versions._table.selectRow(1)
    assert versions._text.toPlainText() == "Bản một."
    press(qtbot, versions, "Lấy lại bản này")
    assert dialog._text.toPlainText() == "Bản một."


def test_the_list_goes_by_paper_and_only_what_waits_is_unfolded(
    page: QWidget, sample_context: Context
) -> None:
    dialog = NarrativesDialog(page, sample_context)
    dialog.open()
    rows = listed(dialog)
    assert rows[0] == ("Tờ trình", "")
    assert ("Lời kết", "Văn mẫu") in rows
    assert "I. Thuận lợi" not in dict(rows)  # nothing waits in the report
    assert ("Biên bản cuộc họp đề nghị xét, công nhận", "Chưa có số liệu") in rows
    assert ("Báo cáo kết quả lấy ý kiến hài lòng", "Cơ quan khác ký") in rows
    assert len(rows) < 18  # all of it is seen at once
    dialog.reject()
    save(sample_context, "Địa bàn rộng ....... (ghi sau)")
    dialog = NarrativesDialog(page, sample_context)
    dialog.open()
    rows = listed(dialog)
    assert ("Báo cáo kết quả thực hiện", "Còn trống 1") in rows
    assert ("I. Khó khăn", "Còn trống") in rows
    assert "Còn chỗ “…” hoặc dãy dấu chấm chưa điền. Hồ sơ chính thức chưa in được khi còn chỗ trống." in (
        texts(dialog)
    )
    dialog.reject()


def test_the_paper_of_a_part_is_told_with_why_it_is_not_printed(
    page: QWidget, sample_context: Context
) -> None:
    dialog = opened(page, sample_context)
    assert "Báo cáo kết quả thực hiện" in texts(dialog)
    dialog._table.select(("bien_ban", "ket_thuc"))
    told = texts(dialog)
    assert "Biên bản cuộc họp đề nghị xét, công nhận. Chưa in trong hồ sơ: chưa có số liệu." in told
    assert "Còn thiếu: Giờ kết thúc họp. Nhập số liệu thì chỗ trống tự điền." in told


def test_an_action_names_the_paper_whose_part_it_words(page: QWidget, sample_context: Context) -> None:
    dialog = opened(page, sample_context)
    dialog._table.select(("no_dong", "mo_dau"))
    dialog._text.setPlainText("Kính báo cáo.")
    dialog._text.commit()
    found: list[str] = []
    sample_context.tasks.read(
        lambda session: history.entries(session, limit=1)[0].action, found.append, sample_context.tasks
    )
    assert found == ["Soạn lời văn: Báo cáo nợ đọng xây dựng cơ bản, Lời mở đầu"]


def test_data_of_the_meeting_are_offered_together(page: QWidget, sample_context: Context) -> None:
    dialog = opened(page, sample_context)
    dialog._table.select(("bien_ban", "ket_luan"))
    menu = dialog.places()
    groups = {group.title(): group for group in menu.findChildren(QMenu)}
    assert groups.keys() == {"Danh sách", "Lấy ý kiến", "Cuộc họp xét", "Công trình, minh chứng"}
    meeting = groups["Cuộc họp xét"].actions()
    next(action for action in meeting if action.text() == "Người chủ trì").trigger()
    assert dialog._text.toPlainText() == "{{ chu_tri }}"
