"""The page Lịch sử: who did what, before beside after, and taking it back."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from scripted import ScriptedAsk, cut_labels

from ntm_desktop.changes import Changes
from ntm_desktop.db.session import Session
from ntm_desktop.services import assessments, backup, commune, official_documents, people
from ntm_desktop.sync import freeze
from ntm_desktop.sync.canonical import CriteriaRef
from ui import theme
from ui.context import Context
from ui.pages.history import HistoryPage
from ui.stage import Stage

TODAY = date(2021, 6, 30)
STAGES: list[Stage] = []


@pytest.fixture(autouse=True)
def kept() -> Iterator[None]:
    """What is shown lives until the test is over: never collected while it is being painted."""
    yield
    STAGES.clear()


def do(context: Context, action: str, change: Callable[..., object], **values: object) -> None:
    context.tasks.write(
        action,
        lambda session: change(session, **values),  # type: ignore[arg-type, return-value]  # any service
        lambda _changes: None,
        context.tasks,
    )


@pytest.fixture
def busy(context: Context) -> Context:
    """A new commune after three actions."""
    fields = {"kind": "Quyết định", "issued": TODAY, "issuer": "UBND huyện", "title": "về việc giao chỉ tiêu"}
    do(context, "Thêm văn bản 15/QĐ", official_documents.save_document, number="15/QĐ-UBND", **fields)
    do(context, "Sửa địa danh", commune.save, place="Lợi Thượng")
    do(context, "Thêm người ký", people.save_person, name="Đinh Minh Đức", post="Chủ tịch", signs=True)
    return context


def show(qtbot: QtBot, context: Context, width: int = 1176, height: int = 621) -> HistoryPage:
    stage = Stage()
    qtbot.addWidget(stage)
    stage.resize(width, height)
    page = HistoryPage(context)
    stage.add(page)
    STAGES.append(stage)  # a widget without parent lives as long as its Python object
    stage.show_page("lich-su")
    stage.show()
    page.reload()
    return page


def actions(page: HistoryPage) -> list[str]:
    rows = page._table.rows
    return [rows.row(number).cells[2].text for number in range(rows.rowCount())]


def notes(page: HistoryPage) -> list[str]:
    rows = page._table.rows
    return [rows.row(number).cells[4].text for number in range(rows.rowCount())]


def choose(page: HistoryPage, action: str) -> None:
    page._table.setCurrentIndex(page._table.rows.index(actions(page).index(action), 0))


def details(page: HistoryPage) -> list[str]:
    QCoreApplication.sendPostedEvents()
    return [label.text() for label in page._details.findChildren(QLabel) if label.isVisible()]


def press(qtbot: QtBot, widget: QWidget, words: str) -> None:
    (button,) = [b for b in widget.findChildren(QPushButton) if b.text().replace("&", "") == words]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def place_of(context: Context) -> str:
    found: list[str] = []
    context.tasks.read(commune.load, lambda view: found.append(view.place), context.tasks)
    return found[0]


def test_the_newest_action_stands_first_with_its_time_and_name(qtbot: QtBot, busy: Context) -> None:
    page = show(qtbot, busy)
    assert actions(page)[:3] == ["Thêm người ký", "Sửa địa danh", "Thêm văn bản 15/QĐ"]
    first = page._table.rows.row(0).cells
    assert (first[0].text, first[1].text, first[3].text) == ("4", "10:32 30/6/2021", "Cao Thị Hòa")


def test_before_stands_beside_after(qtbot: QtBot, busy: Context) -> None:
    do(busy, "Sửa lại địa danh", commune.save, place="Tân Lợi Hạ")
    page = show(qtbot, busy)
    choose(page, "Sửa lại địa danh")
    assert page._details.is_open
    shown = details(page)
    at = shown.index("Địa danh")
    assert shown[at + 1 : at + 3] == ["Lợi Thượng", "Tân Lợi Hạ"]
    assert {"Trước", "Sau"} <= set(shown)
    choose(page, "Thêm người ký")
    assert any("Đinh Minh Đức" in text for text in details(page))
    assert "Trước" not in details(page)  # there was nothing before


def test_the_filter_needs_no_marks_and_looks_at_names_too(qtbot: QtBot, busy: Context) -> None:
    page = show(qtbot, busy)
    with qtbot.waitSignal(page._typing.timeout):
        qtbot.keyClicks(page._filter, "dia danh")
    assert actions(page) == ["Sửa địa danh"]
    with qtbot.waitSignal(page._typing.timeout):
        page._filter.setText("cao thi hoa")
    assert len(actions(page)) >= 3
    with qtbot.waitSignal(page._typing.timeout):
        page._filter.setText("không có việc này")
    assert actions(page) == []
    assert page._empty.isVisible()


def test_an_action_in_the_middle_is_taken_back(qtbot: QtBot, busy: Context) -> None:
    page = show(qtbot, busy)
    before = place_of(busy)
    choose(page, "Sửa địa danh")
    press(qtbot, page._details, "Hoàn tác việc này")
    assert before == "Lợi Thượng"
    assert place_of(busy) == "Tân Lợi"
    assert actions(page)[0] == "Hoàn tác việc 3: Sửa địa danh (Lợi Thượng)"
    assert "Đã hoàn tác ở 5" in notes(page)
    assert any("Đã được hoàn tác" in text for text in details(page))


def test_a_closed_panel_stays_closed_when_something_is_taken_back(qtbot: QtBot, busy: Context) -> None:
    page = show(qtbot, busy)
    page._table.setCurrentIndex(page._table.rows.index(0, 0))
    page._details.close_panel()
    press(qtbot, page, "Hoàn tác việc cuối")
    assert actions(page)[0] == "Hoàn tác việc 4: Thêm người ký"
    assert not page._details.is_open


def test_the_last_action_is_taken_back_one_after_the_other(qtbot: QtBot, busy: Context) -> None:
    page = show(qtbot, busy)
    press(qtbot, page, "Hoàn tác việc cuối")
    press(qtbot, page, "Hoàn tác việc cuối")
    assert [note for note in notes(page) if note] == ["Đã hoàn tác ở 5", "Đã hoàn tác ở 6"]
    assert actions(page)[:2] == [
        "Hoàn tác việc 3: Sửa địa danh (Lợi Thượng)",
        "Hoàn tác việc 4: Thêm người ký",
    ]
    assert place_of(busy) == "Tân Lợi"


def test_two_values_taken_back_are_told_apart(qtbot: QtBot, context: Context) -> None:
    for value in ("88,5", "91,5"):
        texts = {"v": value}
        do(
            context,
            "Nhập số liệu chỉ tiêu 15.1",
            assessments.record,
            code="15.1",
            texts=texts,
            as_of=TODAY,
            today=TODAY,
        )
    page = show(qtbot, context)
    press(qtbot, page, "Hoàn tác việc cuối")
    press(qtbot, page, "Hoàn tác việc cuối")
    assert actions(page)[:2] == [
        "Hoàn tác việc 2: Nhập số liệu chỉ tiêu 15.1 (88,5%)",
        "Hoàn tác việc 3: Nhập số liệu chỉ tiêu 15.1 (91,5%)",
    ]


def test_the_making_of_the_data_offers_no_undo(qtbot: QtBot, context: Context) -> None:
    page = show(qtbot, context)
    assert not page._undo_last.isEnabled()
    choose(page, actions(page)[0])
    assert not page._details._undo.isVisible()
    assert any("không hoàn tác được" in text for text in details(page))


def test_keys_of_the_program_are_shown_by_their_names(qtbot: QtBot, context: Context) -> None:
    page = show(qtbot, context)
    choose(page, actions(page)[0])
    shown = details(page)
    assert "Thêm mục tiêu đăng ký: Bộ tiêu chí 2016–2020, năm 2021" in shown
    assert "nông thôn mới" in shown
    assert "Trình tự theo Quyết định số 2540/QĐ-TTg (2016 - 2020)" in shown
    assert not {"btb", "ntm", "2016"} & set(shown)


def test_what_was_changed_again_since_is_refused_in_words(
    qtbot: QtBot, busy: Context, ask: ScriptedAsk
) -> None:
    told: list[str] = []
    busy.tasks.failed.connect(lambda error, _owner: told.append(error.message))
    do(busy, "Sửa lại địa danh", commune.save, place="Tân Lợi Hạ")
    page = show(qtbot, busy)
    choose(page, "Sửa địa danh")
    press(qtbot, page._details, "Hoàn tác việc này")
    assert "đã được sửa sau đó" in told[0]
    assert place_of(busy) == "Tân Lợi Hạ"


def test_an_official_print_offers_no_undo(qtbot: QtBot, busy: Context) -> None:
    def print_it(session: Session) -> Changes:
        return freeze.take(
            session, period="2021", criteria=CriteriaRef("xa-ntm-2016-2020", "1", "0" * 64), on=TODAY
        )[1]

    do(busy, "In hồ sơ", print_it)
    page = show(qtbot, busy)
    choose(page, "In hồ sơ")
    assert not page._details._undo.isVisible()
    assert any("đã vào sổ" in text for text in details(page))
    choose(page, "Sửa địa danh")
    assert page._details._undo.isVisible()


def test_a_link_opens_its_entry(qtbot: QtBot, busy: Context) -> None:
    page = show(qtbot, busy)
    page.select("2")
    assert any("Việc số 2," in text for text in details(page))


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1176, 621), (1041, 488)])
def test_every_label_fits(
    qtbot: QtBot,
    sample_folder: Path,
    tmp_path: Path,
    open_context: Callable[[Path], Context],
    look: str,
    width: int,
    height: int,
) -> None:
    shutil.copytree(sample_folder, tmp_path / "mẫu")
    theme.apply(look)
    page = show(qtbot, open_context(tmp_path / "mẫu"), width, height)
    for action in ("Nhập số liệu năm 2021", "Xong kế hoạch cho chỉ tiêu 6.1", actions(page)[-1]):
        choose(page, action)
        assert cut_labels(page) == []
        assert cut_labels(page._details) == []


def test_a_restore_stands_in_the_history_and_is_not_offered_to_be_taken_back(
    qtbot: QtBot, busy: Context
) -> None:
    at, made = busy.tasks.now(), []
    place = backup.own_place(busy.folder)
    busy.tasks.data(lambda database, _report: backup.make(database, to=place, at=at), made.append, busy.tasks)
    do(busy, "Sửa địa danh lần nữa", commune.save, place="Chỗ Khác")
    busy.tasks.closed(
        lambda: backup.restore(busy.folder, manifest=made[0].path, at=at, by="Cao Thị Hòa"),
        lambda _restored: None,
        busy.tasks,
    )
    page = show(qtbot, busy)
    newest = actions(page)[0]
    assert newest.startswith("Phục hồi từ bản sao lưu số 1 ngày ")
    assert not page._undo_last.isEnabled()
    choose(page, newest)
    said = [label.text() for label in page.panel.findChildren(QLabel) if label.isVisible()]
    assert "Phục hồi dữ liệu: bản sao lưu số 1" in said
    assert any(words.startswith("Việc phục hồi không hoàn tác được.") for words in said)
    assert not page.panel._undo.isVisible()
    do(busy, "Sửa địa danh", commune.save, place="Lợi Hạ")
    page.reload()
    assert page._undo_last.isEnabled()


def test_a_link_to_an_old_action_finds_it_behind_a_filter_and_beyond_the_newest(
    qtbot: QtBot, busy: Context
) -> None:
    for number in range(230):
        do(busy, f"Sửa địa danh {number}", commune.save, place=f"Lợi {number}")
    page = show(qtbot, busy)
    assert "Thêm văn bản 15/QĐ" not in actions(page)
    page._filter.setText("không có việc này")
    page.reload()
    page.select("2")
    assert page._table.current_data() == 2
    assert page._filter.text() == ""
    assert "Thêm văn bản 15/QĐ" in " ".join(details(page))


def test_a_link_to_an_action_that_is_not_there_ends(qtbot: QtBot, busy: Context) -> None:
    page = show(qtbot, busy)
    page.select("999")
    assert len(actions(page)) == 4


def test_the_count_says_that_it_is_of_the_newest(
    qtbot: QtBot, busy: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.pages.history._BATCH", 3)
    page = show(qtbot, busy)
    assert (page._count.text(), page._more.isHidden()) == ("03 việc mới nhất", False)
    page._more.click()
    assert (page._count.text(), page._more.isHidden()) == ("04 việc", True)
    assert len(actions(page)) == 4


def test_a_correction_stands_beside_what_it_corrects(qtbot: QtBot, busy: Context) -> None:
    for text in ("64,2", "71"):
        do(busy, f"Nhập {text}", assessments.record, code="17.6", texts={"v": text}, as_of=TODAY, today=TODAY)
    page = show(qtbot, busy)
    choose(page, "Nhập 71")
    shown = [label.text() for label in page._details._changes.findChildren(QLabel)]
    assert shown[:3] == ["Sửa kết quả đánh giá: 17.6", "Trước", "Sau"]
    at = shown.index("Giá trị")
    assert shown[at : at + 3] == ["Giá trị", "64,2%", "71%"]
