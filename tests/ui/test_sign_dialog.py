"""Ký số on page Hồ sơ: a saved dossier becomes a signed one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from dossier_screen import finished, press, show
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas
from scripted import NOW, ScriptedAsk
from signers import NAME, OFFICE, PASSWORD, Authority, needs_pdfsig, verdicts

from ntm_desktop import settings
from ntm_desktop.db.engine import Database
from ntm_desktop.render.fonts import face
from ntm_desktop.render.signed_fields import signatures_of
from ntm_desktop.services import signing
from ntm_desktop.services.signing import Manner
from ntm_desktop.settings import Settings
from ui.context import Context
from ui.dialogs.sign import SignDialog
from ui.events import Events
from ui.pages.dossier import DossierPage
from ui.tasks import Job, Tasks
from ui.widgets.edits import Choice
from ui.widgets.forms import Field, Sentence
from ui.widgets.over_page import ProgressCover


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority(NOW)


@pytest.fixture
def key(authority: Authority, tmp_path: Path) -> Path:
    return authority.file(tmp_path / "ký số.p12", authority.issue())


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "tờ trình.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.setFont(face().bold, 14)
    canvas.drawCentredString(430, 400, "CHỦ TỊCH")
    canvas.drawCentredString(430, 300, NAME)
    canvas.save()
    return path


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> DossierPage:
    return show(qtbot, context)


def opened(qtbot: QtBot, page: DossierPage) -> SignDialog:
    press(qtbot, page, "Ký số")
    return next(dialog for dialog in page.findChildren(SignDialog) if dialog.isVisible())


def chooser(dialog: SignDialog, name: str) -> QPushButton:
    return next(button for button in dialog.findChildren(QPushButton) if button.accessibleName() == name)


def said(dialog: SignDialog) -> str:
    return " ".join(one.text() for one in dialog.findChildren(Sentence) if not one.isHidden())


def fill(dialog: SignDialog, ask: ScriptedAsk, paper: Path, key: Path, password: str = PASSWORD) -> None:
    ask.answers = [[paper], [key]]
    chooser(dialog, "Chọn tệp PDF cần ký").click()
    chooser(dialog, "Chọn khóa để ký").click()
    field = next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == "Mật khẩu")
    assert field.echoMode() == QLineEdit.EchoMode.Password
    field.setText(password)


@needs_pdfsig
def test_a_saved_file_is_signed(
    qtbot: QtBot, page: DossierPage, ask: ScriptedAsk, paper: Path, key: Path, authority: Authority
) -> None:
    dialog = opened(qtbot, page)
    fill(dialog, ask, paper, key)
    out = paper.with_name("xong.pdf")
    ask.answers = [out]
    press(qtbot, dialog, "Ký và lưu")
    assert ask.asked[-1].body == str(paper.with_name("tờ trình - đã ký.pdf"))
    (found,) = verdicts(out, authority.trusted(paper.parent / "nss"))
    assert (found.name, found.signature) == (NAME, "Signature is Valid.")
    assert page._preview._done._text.text() == "Đã ký “xong.pdf”, chữ ký ở trang 1."
    assert not dialog.isVisible()
    assert [one.kind for one in ask.asked].count("tell") == 0  # it stands where it belongs
    again = opened(qtbot, page)
    assert any(one.text() == str(key) for one in again.findChildren(QLineEdit))
    assert not any(PASSWORD in one.text() for one in again.findChildren(QLineEdit))
    assert settings.load(page.context.folder) == replace(Settings(), signing_file=str(key))
    assert QSettings().allKeys() == []
    assert PASSWORD not in (page.context.folder / settings.FILE_NAME).read_text(encoding="utf-8")


def test_the_key_that_signed_is_offered_again_not_one_typed_meanwhile(
    qtbot: QtBot, page: DossierPage, ask: ScriptedAsk, paper: Path, key: Path
) -> None:
    dialog = opened(qtbot, page)
    fill(dialog, ask, paper, key)
    field = next(one for one in dialog.findChildren(QLineEdit) if one.text() == str(key))

    def type_on(job: Job) -> None:
        if job.title == "Đang ký số":
            field.setText("khác.p12")

    page.context.tasks.started.connect(type_on)
    ask.answers = [paper.with_name("xong.pdf")]
    press(qtbot, dialog, "Ký và lưu")
    assert settings.load(page.context.folder).signing_file == str(key)


def test_settings_that_cannot_be_written_do_not_hide_that_it_was_signed(
    qtbot: QtBot, page: DossierPage, ask: ScriptedAsk, paper: Path, key: Path
) -> None:
    dialog = opened(qtbot, page)
    fill(dialog, ask, paper, key)
    (page.context.folder / f"{settings.FILE_NAME}.tmp").mkdir()
    ask.answers = [paper.with_name("xong.pdf")]
    press(qtbot, dialog, "Ký và lưu")
    assert ask.asked[-1].title.startswith("Không lưu được thiết lập vào ")
    assert page._preview._done._text.text() == "Đã ký “xong.pdf”, chữ ký ở trang 1."


def put(dialog: SignDialog, **fields: str) -> None:
    for name, text in fields.items():
        field = {"file": "Tệp PDF cần ký", "paper": "Văn bản trong tệp", "page": "Trang"}[name]
        next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == field).setText(text)


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """Two papers of one file: the first has a place to sign, the second none."""
    path = tmp_path / "hai văn bản.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    for title, post in (("Tờ trình", "CHỦ TỊCH"), ("Biên bản", "Không ai ký")):
        canvas.bookmarkPage(title)
        canvas.addOutlineEntry(title, title)
        canvas.setFont(face().bold, 14)
        canvas.drawCentredString(430, 400, post)
        canvas.showPage()
    canvas.save()
    return path


@pytest.mark.parametrize(("field", "text"), [("paper", "biên bản"), ("page", "2")])
def test_paper_or_page_is_chosen_and_a_place_that_was_not_found_is_told(
    qtbot: QtBot, page: DossierPage, ask: ScriptedAsk, two: Path, key: Path, field: str, text: str
) -> None:
    dialog = opened(qtbot, page)
    fill(dialog, ask, two, key)
    put(dialog, **{field: text})
    ask.answers = [two.with_name("xong.pdf")]
    press(qtbot, dialog, "Ký và lưu")
    assert page._preview._done._text.text() == "Đã ký “xong.pdf”, chữ ký ở trang 2."
    told = ask.asked[-1]
    assert (told.kind, told.title) == ("tell", "Chữ ký ở góc trang")
    assert told.body.startswith("Không tìm thấy chỗ ký (dưới chức vụ, trên họ tên)")
    assert "góc trên trang 2." in told.body


def test_a_paper_that_the_file_has_not_is_told_in_the_dialog(
    qtbot: QtBot, page: DossierPage, ask: ScriptedAsk, two: Path, key: Path
) -> None:
    dialog = opened(qtbot, page)
    fill(dialog, ask, two, key)
    put(dialog, paper="giấy mời")
    press(qtbot, dialog, "Ký và lưu")
    assert "không có văn bản “giấy mời” (có: Tờ trình; Biên bản)" in said(dialog)
    assert dialog.isVisible()


def beside(dialog: SignDialog, name: str) -> str:
    """What stands below the field of that name."""
    field = next(
        one for one in dialog.findChildren(Field) if one.isVisible() and one.edit.accessibleName() == name
    )
    return field.below.text()


@pytest.mark.parametrize(
    ("wrong", "field", "words"),
    [
        ("password", "Mật khẩu", "Sai mật khẩu của tệp “ký số.p12”"),
        ("key", "Tệp chứng thư số", "“lạ.p12” không phải tệp chứng thư số"),
        ("paper", "Tệp PDF cần ký", "“lạ.pdf” không phải tệp PDF"),
    ],
)
def test_what_is_wrong_stands_beside_its_field_before_a_place_is_asked_for(
    qtbot: QtBot,
    page: DossierPage,
    ask: ScriptedAsk,
    paper: Path,
    key: Path,
    wrong: str,
    field: str,
    words: str,
) -> None:
    for ending in ("p12", "pdf"):
        paper.with_name(f"lạ.{ending}").write_bytes(b"xin")
    dialog = opened(qtbot, page)
    fill(
        dialog,
        ask,
        paper.with_name("lạ.pdf") if wrong == "paper" else paper,
        key.with_name("lạ.p12") if wrong == "key" else key,
        "khác" if wrong == "password" else PASSWORD,
    )
    press(qtbot, dialog, "Ký và lưu")
    assert [one.kind for one in ask.asked].count("save_file") == 0
    assert beside(dialog, field).startswith(words)
    assert dialog.isVisible()
    assert dialog.verb.isEnabled()


def test_where_nothing_was_saved_it_says_what_comes_first(
    qtbot: QtBot, page: DossierPage, paper: Path
) -> None:
    dialog = opened(qtbot, page)
    assert beside(dialog, "Tệp PDF cần ký").startswith("Chưa lưu bản in nào để ký. Bấm Lưu PDF ở trang Hồ sơ")
    put(dialog, file="một tệp.pdf")
    assert beside(dialog, "Tệp PDF cần ký") == ""
    put(dialog, file="")
    dialog.reject()
    page._output.saved = paper
    assert beside(opened(qtbot, page), "Tệp PDF cần ký") == ""


@pytest.mark.parametrize("agreed", [False, True])
def test_a_place_with_another_name_is_signed_only_when_that_is_agreed_to(
    qtbot: QtBot, page: DossierPage, ask: ScriptedAsk, paper: Path, authority: Authority, agreed: bool
) -> None:
    other = authority.file(paper.with_name("khác.p12"), authority.issue("Cao Xuân Đạt"))
    out = paper.with_name("xong.pdf")
    dialog = opened(qtbot, page)
    fill(dialog, ask, paper, other)
    ask.answers = [True, out] if agreed else [None]
    press(qtbot, dialog, "Ký và lưu")
    question = next(one for one in ask.asked if one.kind == "confirm")
    assert question.title == "Ký vào chỗ này?"
    assert question.body == f"Chỗ ký ở trang 1 in tên “{NAME}”, chứng thư của “Cao Xuân Đạt”."
    assert out.exists() == agreed
    assert dialog.isVisible() != agreed


@pytest.mark.parametrize(("answer", "in_block"), [(0, False), (1, True)])
def test_the_offices_certificate_proposes_to_sign_as_the_office(
    qtbot: QtBot,
    page: DossierPage,
    ask: ScriptedAsk,
    paper: Path,
    authority: Authority,
    answer: int,
    in_block: bool,
) -> None:
    office = authority.file(paper.with_name("dấu.p12"), authority.issue(OFFICE, OFFICE))
    out = paper.with_name("xong.pdf")
    dialog = opened(qtbot, page)
    found: list[signing.Signed] = []
    dialog.signed.connect(found.append)
    fill(dialog, ask, paper, office)
    ask.answers = [answer, out]
    press(qtbot, dialog, "Ký và lưu")
    question = next(one for one in ask.asked if one.kind == "choose")
    assert question.title == "Ký với tư cách cơ quan?"
    assert question.body == f"“{OFFICE}” là chứng thư của cơ quan, mà chỗ ký ở trang 1 in tên “{NAME}”."
    assert [one.in_block for one in found] == [in_block]


def test_what_is_missing_is_told_beside_its_field(qtbot: QtBot, page: DossierPage) -> None:
    dialog = opened(qtbot, page)
    press(qtbot, dialog, "Ký và lưu")
    for words in ("Chưa chọn tệp PDF cần ký.", "Chưa chọn khóa để ký.", "Chưa nhập mật khẩu hoặc mã PIN."):
        assert words in said(dialog)


def test_an_annex_asks_for_a_number_and_shows_no_picture(
    qtbot: QtBot, page: DossierPage, ask: ScriptedAsk, paper: Path, key: Path
) -> None:
    dialog = opened(qtbot, page)
    fill(dialog, ask, paper, key)
    manner = next(one for one in dialog.findChildren(Choice) if one.accessibleName() == "Chữ ký của")
    manner.load(signing.Manner.ANNEX)
    manner.committed.emit(signing.Manner.ANNEX)
    shown = {one.accessibleName() for one in dialog.findChildren(QLineEdit) if one.isVisible()}
    assert "Số, ký hiệu văn bản chính" in shown
    assert "Hình chữ ký hoặc hình dấu (.png)" not in shown
    press(qtbot, dialog, "Ký và lưu")
    assert "Chưa nhập số, ký hiệu của văn bản chính" in said(dialog)


def test_a_device_asks_for_its_library_and_a_pin(
    qtbot: QtBot, page: DossierPage, ask: ScriptedAsk, paper: Path, tmp_path: Path
) -> None:
    dialog = opened(qtbot, page)
    kind = next(one for one in dialog.findChildren(Choice) if one.accessibleName() == "Ký bằng")
    kind.load("token")
    kind.committed.emit("token")
    names = {one.accessibleName() for one in dialog.findChildren(QLineEdit) if one.isVisible()}
    assert {"Thư viện của thiết bị", "Mã PIN", "Tên thiết bị"} <= names
    ask.answers = [[paper], [tmp_path / "không có.dll"]]
    chooser(dialog, "Chọn tệp PDF cần ký").click()
    chooser(dialog, "Chọn khóa để ký").click()
    next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == "Mã PIN").setText("1")
    press(qtbot, dialog, "Ký và lưu")
    assert "Cài phần mềm đi kèm thiết bị rồi chọn lại." in said(dialog)


def file_to_sign(dialog: SignDialog) -> str:
    file = next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == "Tệp PDF cần ký")
    return file.text()


def sign(qtbot: QtBot, dialog: SignDialog, ask: ScriptedAsk, key: Path, out: Path, manner: Manner) -> None:
    ask.answers = [[key], out]
    chooser(dialog, "Chọn khóa để ký").click()
    choice = next(one for one in dialog.findChildren(Choice) if one.accessibleName() == "Chữ ký của")
    choice.load(manner)
    choice.committed.emit(manner)
    next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == "Mật khẩu").setText(
        PASSWORD
    )
    press(qtbot, dialog, "Ký và lưu")


def test_who_signs_next_signs_what_was_signed_and_loses_no_signature(
    qtbot: QtBot, sample_context: Context, ask: ScriptedAsk, authority: Authority, tmp_path: Path
) -> None:
    sample_context.tasks.write("Hoàn thành", finished, lambda _changes: None, sample_context.tasks)
    page = show(qtbot, sample_context)
    saved, first = tmp_path / "hồ sơ.pdf", tmp_path / "hồ sơ - đã ký.pdf"
    ask.answers = [True, saved]
    press(qtbot, page, "Lưu PDF")
    dialog = opened(qtbot, page)
    assert file_to_sign(dialog) == str(saved)
    key = authority.file(tmp_path / "chủ tịch.p12", authority.issue("Đinh Minh Đức"))
    sign(qtbot, dialog, ask, key, first, Manner.PERSON)
    content = first.read_bytes()
    dialog = opened(qtbot, page)
    assert file_to_sign(dialog) == str(first)
    seal = authority.file(tmp_path / "cơ quan.p12", authority.issue())
    sign(qtbot, dialog, ask, seal, tmp_path / "xong.pdf", Manner.ORGANISATION)
    assert ask.asked[-1].body == str(tmp_path / "hồ sơ - đã ký 2.pdf")
    assert len(signatures_of(tmp_path / "xong.pdf")) == 2
    dialog = opened(qtbot, page)
    file = next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == "Tệp PDF cần ký")
    file.setText(str(saved))
    sign(qtbot, dialog, ask, seal, first, Manner.ORGANISATION)
    assert "“hồ sơ - đã ký.pdf” đã có 01 chữ ký mà “hồ sơ.pdf” không có; ghi đè thì mất." in said(dialog)
    assert first.read_bytes() == content


def test_a_draft_is_not_signed(
    qtbot: QtBot, page: DossierPage, ask: ScriptedAsk, key: Path, tmp_path: Path
) -> None:
    saved, out = tmp_path / "hồ sơ.pdf", tmp_path / "xong.pdf"
    ask.answers = [saved]
    press(qtbot, page, "Lưu PDF")
    dialog = opened(qtbot, page)
    assert file_to_sign(dialog) == ""
    fill(dialog, ask, saved, key)
    press(qtbot, dialog, "Ký và lưu")
    assert "“hồ sơ.pdf” là bản nháp nên không ký. Lưu bản chính thức rồi ký bản đó." in said(dialog)
    assert not out.exists()


def test_a_copy_without_signing_looks_as_before(
    qtbot: QtBot, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyhanko", None)  # as where it is not installed
    page = show(qtbot, context)
    assert not page._sign.isVisible()
    assert page._register.isVisible()
    assert QApplication.focusWidget() is not page._sign


@pytest.fixture
def working(folder: Path, ask: ScriptedAsk) -> Iterator[Context]:
    """With threads, as in the program: the window is alive while a file is signed."""
    tasks = Tasks(lambda: Database.open(folder), events := Events(), lambda: NOW)
    tasks.start()
    yield Context(folder, tasks, events, ask)
    tasks.stop()


@pytest.fixture
def long_paper(tmp_path: Path) -> Path:
    """A file of others, seconds to look through."""
    path = tmp_path / "quy hoạch.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    for _page in range(600):
        for row in range(40):
            canvas.drawString(
                40, 800 - 18 * row, "Khu trung tam xa, cac diem dan cu nong thon va duong giao thong. "
            )
        canvas.showPage()
    canvas.save()
    return path


@pytest.mark.parametrize("way", ["Hủy", "Esc"])
def test_signing_a_long_file_is_shown_and_ended_in_the_dialog(
    qtbot: QtBot, working: Context, ask: ScriptedAsk, long_paper: Path, key: Path, way: str
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = SignDialog(window, working, None)
    dialog.open()
    fill(dialog, ask, long_paper, key)
    press(qtbot, dialog, "Ký và lưu")
    (cover,) = dialog.findChildren(ProgressCover)
    qtbot.waitUntil(
        lambda: cover.isVisible() and any("/600" in one.text() for one in cover.findChildren(QLabel))
    )
    with qtbot.waitSignal(working.tasks.finished, timeout=1_000):
        if way == "Hủy":
            press(qtbot, cover, "Hủy")
        else:
            qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not cover.isVisible()
    assert dialog.verb.isEnabled()
    assert {one.name for one in long_paper.parent.iterdir() if one.suffix in (".pdf", ".tmp")} == {
        long_paper.name
    }
    dialog.accept()
