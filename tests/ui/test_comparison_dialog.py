"""So sánh với lần trước, and the register as the office uses it: what changed, whose a file is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from dossier_screen import press, show, texts
from fitting import misfits, settle
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from scripted import PrintingAsk, cut_labels

from ntm_desktop.changes import Changes
from ntm_desktop.db.engine import Session
from ntm_desktop.services import assessments, commune, dossier
from ui.context import Context
from ui.dialogs import fit
from ui.dialogs.comparison import ComparisonDialog
from ui.dialogs.print_register import PrintRegisterDialog
from ui.models.rows import Kind
from ui.pages.dossier import DossierPage

TODAY = date(2021, 6, 30)
_CONTENT = b"%PDF-1.7 ban in "


def print_it(context: Context, *numbers: int) -> None:
    """As ``Output`` does, of volumes all at once; readiness is another test's matter."""
    stored = [(context.tasks.store.put_bytes(_CONTENT + str(one).encode()), 12) for one in numbers]

    def register(session: Session) -> Changes:
        data = dossier.collect(session, on=TODAY, today=TODAY, draft=False)
        return dossier.register_all(session, data=data, printed=stored)

    write(context, register, dossier.print_action(dossier.Way.PDF))


def write(context: Context, do: Callable[[Session], Changes], action: str = "Làm") -> None:
    context.tasks.write(action, do, lambda _changes: None, context.tasks)


def record(context: Context, value: str) -> None:
    write(
        context,
        lambda session: assessments.record(
            session, code="17.6", texts={"v": value}, as_of=TODAY, today=TODAY, reason="đo lại"
        ),
    )


def opened(qtbot: QtBot, context: Context) -> tuple[DossierPage, ComparisonDialog]:
    page = show(qtbot, context)
    press(qtbot, page, "So sánh với lần trước")
    dialog = page.findChild(ComparisonDialog)
    assert dialog is not None
    return page, dialog


def cells(dialog: ComparisonDialog) -> list[list[str]]:
    model = dialog._table.rows
    rows = [model.row(number) for number in range(model.rowCount())]
    return [[cell.text for cell in row.cells] for row in rows if row.kind is Kind.ITEM]


def groups(dialog: ComparisonDialog) -> list[str]:
    model = dialog._table.rows
    rows = [model.row(number) for number in range(model.rowCount())]
    return [row.cells[0].text for row in rows if row.kind is Kind.GROUP]


def test_before_the_first_print_it_says_what_to_do(qtbot: QtBot, sample_context: Context) -> None:
    _page, dialog = opened(qtbot, sample_context)
    assert any("In hồ sơ chính thức rồi so sánh" in text for text in texts(dialog))
    assert not dialog._table.isVisible()
    assert not dialog._save.isVisible()


def test_what_changed_since_the_only_print(qtbot: QtBot, sample_context: Context) -> None:
    print_it(sample_context, 1)
    _page, dialog = opened(qtbot, sample_context)
    assert "Không có gì thay đổi" in texts(dialog)
    assert not dialog._table.isVisible()
    assert dialog._now.currentText() == "Số liệu hiện nay"
    dialog.close()
    record(sample_context, "100")
    _page, dialog = opened(qtbot, sample_context)
    assert ["862/1.342 = 64,23%", "100%"] in [row[2:] for row in cells(dialog)]
    assert "Chỉ tiêu (3)" in groups(dialog)


def test_two_prints_are_chosen_and_compared(qtbot: QtBot, sample_context: Context) -> None:
    for number, value in enumerate(("70", "71", "72"), 1):
        record(sample_context, value)
        print_it(sample_context, number)
    _page, dialog = opened(qtbot, sample_context)
    assert (dialog._then.key(), dialog._now.key()) == ("2", "3")
    assert [row[2:] for row in cells(dialog)] == [["71%", "72%"]]
    assert "01 nội dung thay đổi" in texts(dialog)
    assert dialog._is.toPlainText() == "72%"
    choose(dialog._then, "1")
    assert [row[2:] for row in cells(dialog)] == [["70%", "72%"]]
    choose(dialog._now, "1")
    assert any("cùng một lần in" in text for text in texts(dialog))
    assert cells(dialog) == []
    assert not dialog._save.isEnabled()
    choose(dialog._now, "0")
    assert [row[2:] for row in cells(dialog)] == [["70%", "72%"]]
    assert dialog._save.isEnabled()
    assert cut_labels(dialog) == []


def test_on_a_small_screen_nothing_of_it_is_cut(
    qtbot: QtBot, sample_context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = QSize(675, 308)
    monkeypatch.setattr(fit, "room", lambda _widget: room)
    print_it(sample_context, 1)
    record(sample_context, "100")
    _page, dialog = opened(qtbot, sample_context)
    settle()
    assert (dialog.width() <= room.width(), dialog.height() <= room.height()) == (True, True)
    assert misfits(dialog) == []
    dialog.close()
    register = register_of(qtbot, sample_context)
    settle()
    assert (register.width() <= room.width(), register.height() <= room.height()) == (True, True)
    assert misfits(register) == []


def choose(choice: object, key: str) -> None:
    number = choice.findData(key)  # type: ignore[attr-defined]
    choice.setCurrentIndex(number)  # type: ignore[attr-defined]
    choice.activated.emit(number)  # type: ignore[attr-defined]


def test_of_a_long_text_the_whole_stands_below_the_table(qtbot: QtBot, sample_context: Context) -> None:
    print_it(sample_context, 1)
    long = "Vùng miền núi phía tây. " * 20
    write(sample_context, lambda session: commune.save(session, region=long))
    _page, dialog = opened(qtbot, sample_context)
    (row,) = [row for row in cells(dialog) if row[:2] == ["Thông tin chung", "Vùng"]]
    assert row[3].endswith("…")
    assert "Thông tin chung: Vùng" in texts(dialog)
    assert dialog._is.toPlainText() == long.strip()


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".xlsx"])
def test_the_comparison_is_saved_as_a_file(
    qtbot: QtBot, sample_context: Context, ask: PrintingAsk, tmp_path: Path, ending: str
) -> None:
    print_it(sample_context, 1)
    record(sample_context, "100")
    _page, dialog = opened(qtbot, sample_context)
    ask.answers = [tmp_path / f"so sánh{ending}"]
    press(qtbot, dialog, "Lưu bảng so sánh")
    assert f"Đã lưu “so sánh{ending}”." in texts(dialog)
    assert (tmp_path / f"so sánh{ending}").stat().st_size > 1000


def register_of(qtbot: QtBot, context: Context) -> PrintRegisterDialog:
    page = show(qtbot, context)
    press(qtbot, page, "Sổ bản in")
    dialog = page.findChild(PrintRegisterDialog)
    assert dialog is not None
    return dialog


def test_the_register_gives_code_and_hash_to_copy(qtbot: QtBot, sample_context: Context) -> None:
    print_it(sample_context, 1)
    record(sample_context, "100")
    print_it(sample_context, 2)
    dialog = register_of(qtbot, sample_context)
    shown = dialog._table.rows.row(1)
    printed = shown.data
    assert isinstance(printed, dossier.PrintedView)
    assert [cell.text for cell in shown.cells] == [
        "1", "", "Toàn bộ hồ sơ", "10:32 30/6/2021", "Cao Thị Hòa", "Tệp PDF", "30/6/2021", "12",
        printed.code,
    ]  # fmt: skip
    assert len(printed.code.split("-")) == 5  # as the pages bear it
    dialog._table.select(printed)
    assert any(printed.sha256 in text for text in texts(dialog))
    press(qtbot, dialog, "Chép mã")
    assert QGuiApplication.clipboard().text() == (
        f"Mã nội dung: {printed.code}\nSHA-256 của tệp: {printed.sha256}"
    )


def test_volumes_stand_one_by_one_in_the_register_and_are_compared_as_one(
    qtbot: QtBot, sample_context: Context
) -> None:
    print_it(sample_context, 1)
    record(sample_context, "100")
    print_it(sample_context, 2, 3)
    rows = register_of(qtbot, sample_context)._table.rows
    assert [[cell.text for cell in rows.row(n).cells[:2]] for n in range(3)] == [
        ["3", "2/2"],
        ["2", "1/2"],
        ["1", ""],
    ]
    _page, dialog = opened(qtbot, sample_context)
    assert [dialog._now.itemText(number) for number in range(dialog._now.count())] == [
        "Số liệu hiện nay",
        "Lần in 2–3 (02 tập), ngày 30/6/2021, số liệu đến 30/6/2021",
        "Lần in 1, ngày 30/6/2021, số liệu đến 30/6/2021",
    ]
    assert (dialog._then.key(), dialog._now.key()) == ("1", "2")
    assert "100%" in [row[3] for row in cells(dialog)]


def test_a_file_is_held_against_the_register(
    qtbot: QtBot, sample_context: Context, ask: PrintingAsk, tmp_path: Path
) -> None:
    print_it(sample_context, 1)
    dialog = register_of(qtbot, sample_context)
    ours, strange = tmp_path / "ở tỉnh.pdf", tmp_path / "lạ.pdf"
    ours.write_bytes(_CONTENT + b"1")
    strange.write_bytes(b"%PDF-1.7")
    ask.answers = [[ours], [strange]]
    far: list[tuple[str, tuple[int, int]]] = []
    sample_context.tasks.finished.connect(lambda job: far.append((job.title, job.progress)))
    for _ in range(2):
        press(qtbot, dialog, "Kiểm tra tệp")
    sizes = [path.stat().st_size for path in (ours, strange)]  # told, so that Hủy is heard
    assert [one for one in far if one[0]] == [("Đang kiểm tra tệp", (size, size)) for size in sizes]
    told = [one for one in ask.asked if one.kind == "tell"]
    assert [one.title for one in told] == ["Đúng bản đã ghi sổ", "Không có trong sổ bản in"]
    assert "bản in lần 1 ngày 30/6/2021" in told[0].body
