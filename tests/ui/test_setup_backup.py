"""Thiết lập, mục Sao lưu and Giao diện."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from scripted import ScriptedAsk
from setup_screen import (
    choose,
    dialog,
    no_dialog,
    open_page,
    press,
    problem,
    read,
    table,
    texts,
    type_into,
    words_on,
)

from ntm_desktop import settings
from ntm_desktop.changes import Changes
from ntm_desktop.db.session import Session
from ntm_desktop.services import commune, evidence, files
from ui import theme
from ui.context import Context
from ui.pages.setup import SetupPage

BACKUPS = "Các bản sao lưu"


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> SetupPage:
    return open_page(context, qtbot, "sao-luu")


def test_places_are_added_and_removed(
    page: SetupPage, context: Context, ask: ScriptedAsk, qtbot: QtBot, tmp_path: Path
) -> None:
    stick = tmp_path / "ổ E"
    stick.mkdir()
    own = stick / "Sao lưu NTM - xã Tân Lợi"
    ask.answers = [context.folder / "files", stick]
    press(page, "Thêm nơi sao lưu", qtbot)
    assert "nằm trong thư mục dữ liệu" in problem(page)
    press(page, "Thêm nơi sao lưu", qtbot)
    assert problem(page) == ""
    assert settings.load(context.folder).backup_places == (str(own),)
    places = table(page, "Nơi sao lưu")
    assert texts(places)[1] == (str(own), "Sẵn sàng")
    assert not own.exists()
    press(page, "Sao lưu ngay", qtbot)
    assert list(stick.iterdir()) == [own]
    ask.answers = [own]
    press(page, "Thêm nơi sao lưu", qtbot)
    assert settings.load(context.folder).backup_places == (str(own),)
    shutil.rmtree(stick)
    page.reload()
    assert texts(places)[1][1] == "Không thấy, cắm lại ổ"
    press(page, "Sao lưu ngay", qtbot)
    assert "Không thấy nơi sao lưu" in problem(page)
    places.selectRow(1)
    press(page, "Bỏ nơi này", qtbot)
    assert settings.load(context.folder).backup_places == ()


def test_what_was_saved_comes_back(page: SetupPage, context: Context, qtbot: QtBot) -> None:
    assert "Chưa có bản sao lưu nào." in words_on(page)
    press(page, "Sao lưu ngay", qtbot)
    assert "Đã sao lưu và đọc lại kiểm tra." in words_on(page)
    assert len(texts(table(page, BACKUPS))) == 1
    assert texts(table(page, BACKUPS))[0][0] == "1"  # as the history calls it
    page.select("xa")
    type_into(page, "Tên xã", "xã Nhầm", qtbot)
    page.select("can-bo")
    press(page, "Thêm người", qtbot)
    type_into(dialog(page), "Họ và tên", "Trần Văn Đông", qtbot)
    press(dialog(page), "Thêm người", qtbot)
    page.select("sao-luu")
    assert "Đã sao lưu và đọc lại kiểm tra." not in words_on(page)  # of the data as they were before
    table(page, BACKUPS).selectRow(0)
    press(page, "Phục hồi", qtbot)
    shown = dialog(page)
    assert ("Cán bộ", "2", "1") in texts(table(shown, "Số dòng khác nhau"))
    assert any("02 việc làm sau bản này sẽ bị thay." in words for words in words_on(shown))
    press(shown, "Giữ dữ liệu hiện nay", qtbot)
    assert read(context, commune.load).name == "xã Nhầm"
    press(page, "Phục hồi", qtbot)
    press(dialog(page), "Phục hồi bản này", qtbot)
    assert no_dialog(page)
    assert read(context, commune.load).name == "xã Tân Lợi"
    assert any(words.startswith("Đã phục hồi bản lúc") for words in words_on(page))
    assert [row[2] for row in texts(table(page, BACKUPS))].count("Trước khi phục hồi") == 1
    page.select("can-bo")
    assert [row[0] for row in texts(table(page, "Nhân sự"))] == ["Cao Thị Hòa"]


def test_a_backup_that_lost_a_file_says_so_and_brings_the_rest(
    page: SetupPage, context: Context, qtbot: QtBot, tmp_path: Path
) -> None:
    proof = tmp_path / "Biên bản họp thôn.txt"
    proof.write_text("Biên bản", encoding="utf-8")

    def attach(session: Session) -> Changes:
        stored = files.take_in(session.files, proof)
        return evidence.attach(session, stored=stored, code="15.1", today=date(2021, 6, 30))

    context.tasks.write("Thêm minh chứng", attach, lambda _changes: None, page)
    press(page, "Sao lưu ngay", qtbot)
    for kept in (
        path for place in ("files", "backups/files") for path in (context.folder / place).rglob("*")
    ):
        if kept.is_file():
            kept.unlink()
    table(page, BACKUPS).selectRow(0)
    press(page, "Phục hồi", qtbot)
    said = "Bản này không còn 01 tệp, phục hồi xong vẫn thiếu: “Biên bản họp thôn”."
    assert said in words_on(dialog(page))
    press(dialog(page), "Phục hồi bản này", qtbot)
    lost = "Không phục hồi được các tệp đã mất: “Biên bản họp thôn”. Đính kèm lại các tệp này."
    assert any(words.startswith("Đã phục hồi bản lúc") and lost in words for words in words_on(page))


def test_a_file_that_is_no_backup_is_refused(
    page: SetupPage, context: Context, ask: ScriptedAsk, qtbot: QtBot, tmp_path: Path
) -> None:
    other = tmp_path / "manifest.json"
    other.write_text("{}", encoding="utf-8")
    ask.answers = [[other]]
    press(page, "Phục hồi từ nơi khác", qtbot)
    assert "bị hỏng hoặc không phải của chương trình này" in problem(page)
    assert no_dialog(page)


def test_checking_tells_that_all_is_well_or_what_is_lost(
    page: SetupPage, context: Context, qtbot: QtBot
) -> None:
    press(page, "Kiểm tra dữ liệu", qtbot)
    assert any(words.startswith("Dữ liệu nguyên vẹn") for words in words_on(page))
    press(page, "Kiểm tra kỹ", qtbot)
    assert any("đã đọc lại 0 tệp" in words for words in words_on(page))


def test_the_looks_are_kept(page: SetupPage, context: Context, qtbot: QtBot) -> None:
    page.select("giao-dien")
    choose(page, "Nền màn hình", "Tối")
    assert theme.tokens().dark
    assert settings.load(context.folder).theme == "dark"
    choose(page, "Ngôn ngữ", "English")
    assert settings.load(context.folder).language == "en"
    assert "Đổi từ lần mở chương trình sau." in words_on(page)
    press(page, "Xem giấy phép", qtbot)
    assert dialog(page).windowTitle() == "Giấy phép"
