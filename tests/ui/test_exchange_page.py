"""Trao đổi of a commune: keys, the package that goes, the one that comes, and what the page says of each."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from exchange_screen import (
    CODE,
    Screen,
    authority_pins,
    choose_ntmk,
    export,
    make_keys,
    meet,
    ntmk,
    pin,
    remark,
    sent_back,
    take_in,
)
from exchanging import Side, new_authority, quiet
from fitting import SIZES, misfits, settle
from pytestqt.qtbot import QtBot

from ntm_desktop.services import exchange_in, quarantine
from ntm_desktop.sync import medium
from ui.context import Context
from ui.dialogs.answer import AnswerDialog
from ui.dialogs.export_package import ExportDialog
from ui.dialogs.import_package import ImportDialog
from ui.dialogs.key_password import ChangePasswordDialog, MakeKeysDialog, UnlockDialog
from ui.dialogs.keys import KeysDialog
from ui.dialogs.pin_key import PinDialog
from ui.pages.exchange import HELD, RECEIVED, REMARKS, SENT
from ui.widgets.edits import Choice

PACKAGE_CODE = "Mã trên giấy, hoặc nghe đọc qua điện thoại"


@pytest.fixture
def screen(sample_context: Context, qtbot: QtBot) -> Screen:
    return Screen(qtbot, sample_context)


@pytest.fixture
def authority(tmp_path: Path) -> Iterator[Side]:
    side = new_authority(tmp_path / "huyện")
    yield side
    side.database.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "KINGSTON"
    made.mkdir()
    return made


@pytest.fixture
def met(screen: Screen, authority: Side, stick: Path) -> tuple[Screen, Side]:
    """Both sides know each other's keys, and the authority has the first package."""
    meet(screen, authority, stick)
    return screen, authority


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


def test_from_no_keys_to_a_package_on_the_stick(screen: Screen, authority: Side, stick: Path) -> None:
    assert screen.doings() == ["Lập khóa của đơn vị"]
    make_keys(screen)
    assert screen.doings() == [
        "Ghi nhận khóa của cơ quan thẩm định",
        "Đưa khóa của xã cho cơ quan thẩm định",
    ]
    pin(screen, authority, stick)
    assert screen.doings() == ["Gửi gói đầu tiên cho cơ quan"]
    export(screen, stick)
    told = screen.ask.asked[-1]
    assert told.title == "Đã xuất gói số 1 ra KINGSTON"
    assert "Đã đọc lại và khớp." in told.body
    (package,) = stick.glob("*.ntmx")
    assert package.name in told.body
    screen.tab(SENT)
    assert [row[0] for row in screen.rows()] == ["1"]
    assert screen.rows()[0][-1] == "Chưa xác nhận"
    assert list((screen.context.folder / "tmp").iterdir()) == []
    export(screen, stick)
    assert "Không có gì mới từ gói số 1" in screen.ask.asked[-1].body
    assert [row[0] for row in screen.rows()] == ["1"]


def test_a_password_is_typed_twice_and_asked_once(screen: Screen, authority: Side, stick: Path) -> None:
    screen.do("Lập khóa của đơn vị")
    dialog = screen.dialog(MakeKeysDialog)
    screen.press("Lập khóa", dialog)
    assert "Chưa nhập mật khẩu." in screen.says(dialog)
    screen.type("Mật khẩu khóa", "ngan", dialog)
    screen.press("Lập khóa", dialog)
    assert "Mật khẩu cần ít nhất 8 ký tự." in screen.says(dialog)
    screen.type("Mật khẩu khóa", "mat khau dai", dialog)
    screen.type("Nhập lại mật khẩu", "mat khau khac", dialog)
    screen.press("Lập khóa", dialog)
    assert "Hai lần nhập không giống nhau. Nhập lại." in screen.says(dialog)
    screen.type("Nhập lại mật khẩu", "mat khau dai", dialog)
    screen.press("Lập khóa", dialog)
    screen.dialog(KeysDialog).accept()
    screen.context.keyring.forget()  # as after a new start
    pin(screen, authority, stick)
    screen.press("Xuất gói")
    unlock = screen.dialog(UnlockDialog)
    screen.type("Mật khẩu khóa", "mat khau sai", unlock)
    screen.press("Mở khóa", unlock)
    assert any(words.startswith("Sai mật khẩu khóa.") for words in screen.says(unlock))
    screen.type("Mật khẩu khóa", "mat khau dai", unlock)
    screen.press("Mở khóa", unlock)
    screen.dialog(ExportDialog).reject()
    screen.press("Khóa")
    shown = screen.dialog(KeysDialog)
    screen.press("Đổi mật khẩu", shown)
    change = next(one for one in shown.findChildren(ChangePasswordDialog) if one.isVisible())
    screen.type("Mật khẩu hiện nay", "nham roi", change)
    screen.type("Mật khẩu khóa", "mat khau moi", change)
    screen.type("Nhập lại mật khẩu", "mat khau moi", change)
    screen.press("Đổi mật khẩu", change)
    assert any(words.startswith("Sai mật khẩu khóa.") for words in screen.says(change))
    screen.type("Mật khẩu hiện nay", "mat khau dai", change)
    screen.press("Đổi mật khẩu", change)
    screen.context.keyring.forget()
    shown.accept()
    screen.press("Xuất gói")
    unlock = screen.dialog(UnlockDialog)
    screen.type("Mật khẩu khóa", "mat khau moi", unlock)
    screen.press("Mở khóa", unlock)
    assert screen.dialog(ExportDialog)


def test_without_a_password_the_screen_says_what_that_means(screen: Screen) -> None:
    screen.do("Lập khóa của đơn vị")
    dialog = screen.dialog(MakeKeysDialog)
    dialog._none.click()
    assert any("chỉ được bảo vệ bằng quyền mở thư mục" in words for words in screen.says(dialog))
    screen.press("Lập khóa", dialog)
    assert screen.dialog(KeysDialog)._badge.accessibleName() == "Không có mật khẩu"


def test_a_key_is_pinned_only_when_the_code_of_the_paper_is_that_of_the_file(
    screen: Screen, authority: Side, stick: Path
) -> None:
    make_keys(screen)
    path, code = ntmk(authority, stick)
    choose_ntmk(screen, path)
    dialog = screen.dialog(PinDialog)
    assert code not in " ".join(screen.says(dialog))
    screen.type(CODE, code[:-1], dialog)
    assert dialog._code.word() == ""  # not whole yet
    assert not dialog.verb.isEnabled()
    screen.type(CODE, code[:-1] + ("0" if code[-1] != "0" else "1"), dialog)
    assert dialog._code.word() == "KHÔNG KHỚP"
    assert not dialog.verb.isEnabled()
    screen.type(CODE, code.replace("-", " ").lower(), dialog)
    assert dialog._code.word() == "KHỚP"
    screen.press("Ghi nhận khóa này", dialog)
    assert screen.doings() == ["Gửi gói đầu tiên cho cơ quan"]


def test_files_that_are_no_key_of_an_authority_are_refused(screen: Screen, stick: Path) -> None:
    make_keys(screen)
    wrong = stick / "khoa.ntmk"
    wrong.write_text("không phải", encoding="utf-8")
    choose_ntmk(screen, wrong)
    assert screen.ask.asked[-1].title.startswith("Tệp này không phải tệp khóa .ntmk còn nguyên vẹn.")
    screen.press("Khóa")
    shown = screen.dialog(KeysDialog)
    own = stick / "xã.ntmk"
    screen.ask.answers.append(own)
    screen.press("Lưu tệp khóa .ntmk", shown)
    assert own.read_bytes() == shown.view.file
    assert shown.view.code in screen.ask.asked[-1].body
    screen.ask.answers.append([own])
    screen.press("Ghi nhận khóa", shown)
    assert "chính đơn vị này" in screen.ask.asked[-1].title
    assert not [one for one in screen.page.findChildren(PinDialog) if one.isVisible()]


def test_a_revoked_key_is_asked_for_anew(met: tuple[Screen, Side]) -> None:
    screen, _authority = met
    screen.press("Khóa")
    shown = screen.dialog(KeysDialog)
    shown._table.selectRow(0)
    screen.ask.answers.append(None)
    screen.press("Thu hồi khóa", shown)
    assert screen.doings() == []
    screen.ask.answers.append(True)
    screen.press("Thu hồi khóa", shown)
    assert screen.rows(shown._table)[0][-1] == "Đã thu hồi"
    assert screen.doings() == ["Ghi nhận khóa mới của cơ quan thẩm định"]
    assert not screen.page.send.isEnabled()


def test_what_the_authority_says_comes_in_and_is_answered(met: tuple[Screen, Side], stick: Path) -> None:
    screen, authority = met
    remark(authority, screen.unit())
    package = sent_back(authority, stick, screen.unit())
    take_in(screen, stick)
    dialog = screen.dialog(ImportDialog)
    said = screen.says(dialog)
    assert "Nhận gói số 1 của Ủy ban nhân dân huyện Minh Hóa?" in said
    screen.type(PACKAGE_CODE, "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE", dialog)
    assert dialog._code.word() == "KHÔNG KHỚP"
    assert not dialog._take.isEnabled()
    screen.type(PACKAGE_CODE, dialog._shown.code, dialog)
    assert dialog._code.word() == "KHỚP"
    screen.type(PACKAGE_CODE, dialog._shown.qr, dialog)  # as a scanner types it
    assert dialog._code.word() == "KHỚP"
    screen.press("Nhận gói", dialog)
    assert screen.asked()[-1] == "Đã nhận gói số 1 của Ủy ban nhân dân huyện Minh Hóa"
    assert package.exists()
    assert quarantine.held(screen.context.folder) == ()
    assert screen.doings() == ["01 nhận xét chưa trả lời"]
    screen.tab(SENT)
    assert screen.rows()[0][-1] == "Đã nhận"
    screen.tab(RECEIVED)
    assert screen.rows(screen.page._received.table)[0][2] == "Nhận xét, biên nhận"
    screen.do("01 nhận xét chưa trả lời")
    assert screen.page.tabs.current() == REMARKS
    table = screen.page._remarks.table
    table.selectRow(0)
    assert "Bổ sung biên bản." in screen.says(screen.page.details)
    screen.press("Trả lời", screen.page.details)
    answer = screen.dialog(AnswerDialog)
    screen.press("Ghi trả lời", answer)
    assert "Chưa nhập nội dung trả lời." in screen.says(answer)
    answer._text.edit.setPlainText("Đã bổ sung ngày 02/7/2021.")
    screen.press("Ghi trả lời", answer)
    assert screen.rows(table)[0][-1] == "Đã trả lời, chờ kết luận"
    assert "Số liệu đã thay đổi từ gói gần nhất" in screen.doings()
    screen.press("Mở chỉ tiêu", screen.page.details)
    assert [(link.page, link.anchor) for link in screen.followed] == [("tieu-chi", "17.6")]


def test_a_package_put_aside_or_refused_is_held_with_its_reason(
    met: tuple[Screen, Side], stick: Path, tmp_path: Path
) -> None:
    screen, authority = met
    package = sent_back(authority, tmp_path, screen.unit())
    torn = stick / "hỏng.ntmx"
    torn.write_bytes(package.read_bytes()[:-9] + b"123456789")
    take_in(screen, torn)
    assert screen.asked()[-1] == "Chưa nhận được gói"
    assert "hỏng.ntmx: Gói bị hỏng khi chép." in screen.ask.asked[-1].body
    assert screen.doings()[0] == "01 gói đến mà chưa nhận"
    take_in(screen, package)
    screen.dialog(ImportDialog).reject()
    assert screen.doings()[0] == "02 gói đến mà chưa nhận"
    screen.tab(HELD)
    held = screen.page._held.table
    by_name = {row[0]: row for row in screen.rows(held)}
    assert by_name[package.name][-1] == "Để lại, chưa nhận."
    held.select(next(one.path for one in screen.page._held.views if one.name == package.name))
    package.unlink()  # the copy is enough
    screen.press("Thử lại")
    screen.press("Nhận gói", screen.dialog(ImportDialog))
    assert [row[0] for row in screen.rows(held)] == ["hỏng.ntmx"]
    held.selectRow(0)
    screen.ask.answers.append(None)
    screen.press("Xóa gói này")
    assert len(screen.rows(held)) == 1
    screen.ask.answers.append(True)
    screen.press("Xóa gói này")
    assert screen.rows(held) == []
    assert list(quarantine.place(screen.context.folder).glob("*.*")) == []


def test_a_file_that_is_no_package_and_an_empty_stick_are_told(
    met: tuple[Screen, Side], stick: Path, tmp_path: Path
) -> None:
    screen, _authority = met
    letter = tmp_path / "Công văn.docx"
    letter.write_bytes(b"PK")
    take_in(screen, letter)
    assert "“Công văn.docx” không phải gói dữ liệu." in screen.ask.asked[-1].body
    empty = tmp_path / "trống"
    empty.mkdir()
    take_in(screen, empty)
    assert screen.asked()[-1] == "Không thấy gói nào"


def test_a_package_of_an_unknown_sender_is_tried_again_once_the_key_is_pinned(
    screen: Screen, authority: Side, stick: Path, tmp_path: Path
) -> None:
    make_keys(screen)
    authority_pins(screen, authority)
    package = sent_back(authority, tmp_path, screen.unit())
    take_in(screen, package)
    assert "Chưa ghi nhận khóa của nơi gửi gói này." in screen.ask.asked[-1].body
    assert "01 gói đến mà chưa nhận" in screen.doings()
    pin(screen, authority, stick)
    screen.press("Nhận gói", screen.dialog(ImportDialog))
    assert screen.doings() == ["Gửi gói đầu tiên cho cơ quan"]
    take_in(screen, package)  # nothing is asked
    assert "đã nhận từ trước" in screen.asked()[-1]
    screen.tab(RECEIVED)
    assert len(screen.rows(screen.page._received.table)) == 1


def test_a_package_in_parts_comes_over_two_days(
    met: tuple[Screen, Side], stick: Path, tmp_path: Path
) -> None:
    screen, authority = met
    export_to = tmp_path / "phần"
    export_to.mkdir()
    for one in ("một", "hai"):
        (tmp_path / one).mkdir()
    for _ in range(9):
        remark(authority, screen.unit())
    whole = sent_back(authority, tmp_path, screen.unit())
    written = medium.put(whole, export_to, whole.name, limit=whole.stat().st_size - 100, alive=quiet)
    first, *others = written.paths
    shutil.copy(first, tmp_path / "một")
    for path in others:
        shutil.copy(path, tmp_path / "hai")
    take_in(screen, tmp_path / "một")
    assert screen.asked()[-1] == "Chưa đủ để nhận"
    assert "thiếu phần" in screen.ask.asked[-1].body
    screen.tab(HELD)
    ((name, *_cells, why),) = screen.rows(screen.page._held.table)
    assert name == whole.name
    assert why.startswith("Thiếu phần ")
    screen.page._held.table.selectRow(0)
    screen.ask.answers.append(True)
    screen.press("Xóa gói này")
    assert screen.page._held.views == ()
    take_in(screen, tmp_path / "một")
    screen.page._held.table.selectRow(0)
    screen.ask.answers.append([tmp_path / "hai"])
    screen.press("Nhận tiếp các phần")
    screen.press("Nhận gói", screen.dialog(ImportDialog))
    assert screen.page._held.views == ()
    assert screen.asked()[-1] == "Đã nhận gói số 1 của Ủy ban nhân dân huyện Minh Hóa"


def test_a_stick_that_is_gone_keeps_the_number_and_the_data(
    screen: Screen, authority: Side, stick: Path, tmp_path: Path
) -> None:
    make_keys(screen)
    pin(screen, authority, stick)
    screen.press("Xuất gói")
    dialog = screen.dialog(ExportDialog)
    screen.ask.answers.append(stick)
    place = dialog._place.edit
    assert isinstance(place, Choice)
    place.setCurrentIndex(place.findData("other"))
    place.activated.emit(place.currentIndex())
    shutil.rmtree(stick)
    screen.press("Xuất gói", dialog)
    assert screen.ask.asked[-1].kind == "problem"
    assert "Cắm lại USB" in screen.asked()[-1]
    assert screen.doings() == ["Xuất gói số 1"]
    stick.mkdir()
    export(screen, stick)
    assert screen.asked()[-1] == "Đã xuất gói số 1 ra KINGSTON"
    assert screen.doings() == []


@pytest.mark.parametrize("size", SIZES)
def test_it_fits(met: tuple[Screen, Side], stick: Path, size: str) -> None:
    screen, authority = met
    remark(authority, screen.unit())
    sent_back(authority, stick, screen.unit())
    take_in(screen, stick)
    screen.press("Nhận gói", screen.dialog(ImportDialog))
    width, height = SIZES[size]
    screen.stage.set_narrow(width < 1180)
    screen.stage.resize(width - (184 if width > 1180 else 52), height - 76)
    for tab in range(5):
        screen.tab(tab)
        settle()
        assert misfits(screen.stage) == [], tab


def test_the_place_of_parts_is_no_package(screen: Screen, stick: Path) -> None:
    found = exchange_in.find([stick], screen.context.folder, lambda _done, _total: None)
    assert found.packages == ()
    assert quarantine.held(screen.context.folder) == ()


def test_sheets_of_keys_are_saved_and_nothing_of_them_stays(screen: Screen, stick: Path) -> None:
    make_keys(screen)
    screen.press("Khóa")
    shown = screen.dialog(KeysDialog)
    sheet, recovery = stick / "Phiếu khóa.pdf", stick / "Phiếu phục hồi.pdf"
    for button, target in (("In phiếu khóa", sheet), ("Phiếu phục hồi", recovery)):
        screen.ask.answers += [1, target]
        screen.press(button, shown)
        assert screen.asked()[-1].startswith("Đã lưu phiếu")
    assert shown.view.code in text_of(sheet)
    assert "PHIẾU" in text_of(recovery)
    assert list((screen.context.folder / "tmp").iterdir()) == []
    screen.ask.answers += [0]  # to the printer
    screen.press("In phiếu khóa", shown)
    assert screen.asked()[-1].startswith("Đã gửi phiếu khóa")
