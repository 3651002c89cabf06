"""Xuất gói: what will be written and whether it fits is said before; what is left out goes later."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from exchange_screen import Screen, choose_place, export, make_keys, pin
from exchanging import Side, new_authority
from fitting import SMALL, misfits, settle
from pytestqt.qtbot import QtBot

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert
from ntm_desktop.db.models import evidence, file
from ntm_desktop.db.session import Session
from ntm_desktop.services.enclosed import Enclosed
from ui.context import Context
from ui.dialogs.export_package import ExportDialog
from ui.pages.exchange import SENT
from ui.widgets.edits import Choice

LATER = "Còn 01 tệp đính kèm chưa gửi"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "KINGSTON"
    made.mkdir()
    return made


@pytest.fixture
def screen(sample_context: Context, qtbot: QtBot, stick: Path, tmp_path: Path) -> Iterator[Screen]:
    """The authority's key is pinned; nothing was sent yet."""
    authority: Side = new_authority(tmp_path / "huyện")
    made = Screen(qtbot, sample_context)
    make_keys(made)
    pin(made, authority, stick)
    yield made
    authority.database.close()


def asked_where(screen: Screen, stick: Path) -> ExportDialog:
    screen.press("Xuất gói")
    dialog = screen.dialog(ExportDialog)
    choose_place(screen, dialog, stick)
    return dialog


def said(screen: Screen, dialog: ExportDialog) -> str:
    return "\n".join(screen.says(dialog))


def choose(dialog: ExportDialog, way: Enclosed) -> None:
    choice = dialog._enclosed.edit
    assert isinstance(choice, Choice)
    choice.setCurrentIndex(choice.findData(way))
    choice.activated.emit(choice.currentIndex())


def ways(dialog: ExportDialog) -> list[str]:
    choice = dialog._enclosed.edit
    assert isinstance(choice, Choice)
    return [choice.itemText(n) for n in range(choice.count())]


def has_a_photo_larger_than_the_disk(screen: Screen) -> None:
    size = shutil.disk_usage(screen.context.folder).free + (1 << 30)

    def write(session: Session) -> Changes:
        one = session.new_uid()
        row = {"uid": one, "sha256": "a" * 64, "size": size, "type": "jpeg", "name": "ảnh.jpg", "pages": None}
        proof = {"file_uid": one, "title": "Ảnh", "pages": "", "internal": 0, "added_on": "2021-06-30"}
        return insert(session, file, [row]) | insert(session, evidence, [proof])

    screen.context.tasks.write("Ảnh", write, lambda _changes: None, screen.page)


def test_it_says_before_what_will_be_written(screen: Screen, stick: Path) -> None:
    dialog = asked_where(screen, stick)
    told = said(screen, dialog)
    assert "Sẽ ghi " in told
    assert " dòng số liệu, " in told
    assert "KINGSTON còn trống " in told
    first = ways(dialog)[0]
    assert first.startswith("Các tệp nơi nhận chưa có: ")
    count = first.removeprefix("Các tệp nơi nhận chưa có: ").split(" tệp")[0].lstrip("0")
    assert f", {count} tệp đính kèm: không quá " in told
    choose(dialog, Enclosed.NONE)
    assert ", 0 tệp đính kèm: không quá " in said(screen, dialog)
    limits = dialog._limit.edit
    assert isinstance(limits, Choice)
    settle()
    assert misfits(dialog) == []
    screen.press("Xuất gói", dialog)
    (package,) = stick.glob("*.ntmx")
    most = dialog_size(told)
    assert package.stat().st_size < most


def dialog_size(told: str) -> int:
    """“… không quá 1.234 KB. …” in bytes."""
    number, unit = told.split("không quá ")[1].split(". ")[0].split(" ")
    return int(number.replace(".", "")) * {"KB": 1 << 10, "MB": 1 << 20}[unit]


def test_what_was_left_out_is_told_and_goes_with_the_next_export(screen: Screen, stick: Path) -> None:
    dialog = asked_where(screen, stick)
    choose(dialog, Enclosed.NONE)
    screen.press("Xuất gói", dialog)
    small = next(stick.glob("*.ntmx")).stat().st_size
    (left,) = [one for one in screen.doings() if one.endswith(" tệp đính kèm chưa gửi")]
    screen.do(left)
    dialog = screen.dialog(ExportDialog)
    choose_place(screen, dialog, stick)
    screen.press("Xuất gói", dialog)
    assert "vẫn là gói đó" in screen.ask.asked[-1].body
    assert next(stick.glob("*.ntmx")).stat().st_size > small
    assert not [one for one in screen.doings() if one.endswith(" chưa gửi")]
    screen.tab(SENT)
    assert [row[0] for row in screen.rows()] == ["1"]


def test_what_does_not_fit_is_refused_before_it_has_a_number(screen: Screen, stick: Path) -> None:
    export(screen, stick)
    has_a_photo_larger_than_the_disk(screen)
    for package in stick.glob("*.ntmx"):
        package.unlink()
    dialog = asked_where(screen, stick)
    told = said(screen, dialog)
    assert "KINGSTON còn trống " in told
    assert "thiếu 1" in told
    assert "chọn “Như trên, để lại ảnh và phim” thì chỉ cần 6" in told
    dialog.resize(*SMALL)
    settle()
    assert misfits(dialog) == []
    screen.press("Xuất gói", dialog)
    assert dialog.isVisible()
    screen.tab(SENT)
    assert [row[0] for row in screen.rows()] == ["1"]
    choose(dialog, Enclosed.NO_PICTURES)
    assert "thiếu" not in said(screen, dialog)
    screen.press("Xuất gói", dialog)
    assert screen.ask.asked[-1].title == "Đã xuất gói số 2 ra KINGSTON"
    assert LATER in screen.doings()
