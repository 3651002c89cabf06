"""The page Hồ sơ as the office uses it: see what is missing, read the real pages, print, save, look back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from dossier_screen import bind, choose, finished, lines, note, papers, pdf_text, press, prints, show, texts
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from scripted import Asked, PrintingAsk, cut_labels

from ntm_desktop.changes import Changes
from ntm_desktop.db.engine import Session
from ntm_desktop.documents.data import DossierData
from ntm_desktop.domain.overview import Link
from ntm_desktop.services import assessments, dossier
from ntm_desktop.services.preview import PdfPages
from ntm_desktop.sync.codes import short_code
from ntm_desktop.text import format_date
from ui import theme
from ui.context import Context
from ui.dialogs.grounds import ConfirmGroundDialog, GroundsDialog
from ui.dialogs.narratives import NarrativesDialog
from ui.dialogs.paper_facts import PaperFactsDialog
from ui.dialogs.print_register import PrintRegisterDialog
from ui.pages.dossier import DossierPage
from ui.tasks import Job
from ui.widgets.cards import Line
from ui.widgets.pdf_view import PageStrip

TODAY = date(2021, 6, 30)


@pytest.fixture
def ready(sample_context: Context) -> Context:
    """Everything met, nothing missing: a dossier that may go up."""
    sample_context.tasks.write("Hoàn thành", finished, lambda _changes: None, sample_context.tasks)
    return sample_context


def test_what_is_missing_leads_to_its_cure(qtbot: QtBot, sample_context: Context) -> None:
    page = show(qtbot, sample_context)
    assert lines(page)["Tiêu chí"][1:] == [
        "15/19 tiêu chí đạt, còn 04 tiêu chí",
        "Trần Văn Đông, Đinh Thị Hoá, Phạm Quốc Việt · Quyết định số 2540/QĐ-TTg",
        "Xem 04 tiêu chí",
    ]
    assert lines(page)["Minh chứng"][-1] == "Đã đủ"
    assert "09 mục phải bổ sung" in texts(page)
    assert "Chưa in được bản chính thức" in texts(page)
    assert "Còn 09 mục phải bổ sung, trước hết: Tiêu chí." in texts(page)
    line = next(found for found in page.findChildren(Line) if found.accessibleName() == "Mức chỉ tiêu 2.2")
    with qtbot.waitSignal(page.navigate) as followed:
        qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert followed.args == [Link("thiet-lap", "muc/2.2")]


def test_what_needs_action_is_counted(qtbot: QtBot, sample_context: Context) -> None:
    page = DossierPage(sample_context)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.count_changed) as counted:
        page.reload()
    assert counted.args == [9]  # the number that the answer and the head of the list say


def test_a_draft_says_so_and_its_papers_are_listed(qtbot: QtBot, sample_context: Context) -> None:
    page = show(qtbot, sample_context)
    assert "BẢN NHÁP" in note(page)
    listed = papers(page)
    assert listed["Tờ trình"] == "Bản nháp"
    assert next(iter(listed)) == "Toàn bộ hồ sơ"
    assert any(title.startswith("Phụ lục I.") for title in listed)


def test_choosing_a_paper_shows_its_pages_only(qtbot: QtBot, sample_context: Context) -> None:
    page = show(qtbot, sample_context)
    whole = len(page._preview.view.pages())
    choose(page, "Tờ trình")
    shown = page._preview.view.pages()
    assert 1 <= len(shown) < whole
    assert f"trang 1/{len(shown)}  ·  vừa chiều ngang" in texts(page._preview)
    choose(page, "Báo cáo")
    report = len(page._preview.view.pages())
    choose(page, "Phụ lục I.")
    assert len(page._preview.view.pages()) < report  # the report is shown with its annexes


def test_words_are_searched_in_the_pages(qtbot: QtBot, sample_context: Context) -> None:
    page = show(qtbot, sample_context)
    field = page._preview._tools._field
    qtbot.keyClicks(field, "to trinh")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    first = page._preview._tools._count.text()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert first.startswith("1/")
    assert page._preview._tools._count.text().startswith("2/")
    field.setText("không có từ này")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert page._preview._tools._count.text() == "không thấy"


def test_saving_a_draft_registers_nothing(
    qtbot: QtBot, sample_context: Context, ask: PrintingAsk, tmp_path: Path
) -> None:
    page = show(qtbot, sample_context)
    choose(page, "Tờ trình")
    ask.answers.append(tmp_path / "ra.pdf")
    press(qtbot, page, "Lưu PDF")
    assert ask.asked[-1].body == "Hồ sơ NTM xã Yên Hóa 2021 - bản nháp - Tờ trình.pdf"
    assert pdf_text(tmp_path / "ra.pdf", "TỜ TRÌNH") >= 1
    assert pdf_text(tmp_path / "ra.pdf", "Đặc điểm tự nhiên") == 0
    assert "Đã lưu “ra.pdf”." in texts(page)
    assert prints(sample_context) == []


def test_when_all_is_met_no_part_of_the_report_asks_for_plans(qtbot: QtBot, ready: Context) -> None:
    page = show(qtbot, ready)
    assert lines(page)["Lời văn hồ sơ"][-1] == "Đã đủ"
    said = texts(page._readiness)
    assert any(text.startswith("In được bản chính thức, cần xem lại 12 mục") for text in said)
    (then,) = [text for text in said if "Bước tiếp" in text]
    assert "Trước khi in xem lại: Minh chứng, " in then  # an indicator is met without a file
    assert lines(page)["Minh chứng"][1::2] == ["01 chỉ tiêu chưa có tệp còn hiệu lực: 6.2", "Thêm tệp"]
    assert page._made is not None
    assert pdf_text(page._made.pdf.path, "Không còn chỉ tiêu chưa đạt") == 1
    assert pdf_text(page._made.pdf.path, "Kinh phí thực hiện") == 0


def test_a_complete_dossier_is_printed_and_registered(
    qtbot: QtBot, ready: Context, ask: PrintingAsk, tmp_path: Path
) -> None:
    page = show(qtbot, ready)
    assert note(page) == ""
    assert papers(page)["Tờ trình"] == "Chưa có số"
    pages = len(page._preview.view.pages())
    ask.answers = [None, True]
    press(qtbot, page, "In")
    (asked,) = ask.asked
    assert asked.title == "In bản chính thức khi 01 chỉ tiêu đạt chưa có minh chứng?"
    assert "minh chứng của chỉ tiêu 6.2." in asked.body
    assert prints(ready) == []
    press(qtbot, page, "In")
    assert ask.asked[-1] == Asked("printer", "Hồ sơ NTM xã Yên Hóa 2021", str(pages))
    assert f"Đã gửi {pages} trang tới máy in." in texts(page)
    printed = PdfPages(ask.file)
    assert len(printed.sizes) == pages
    printed.close()
    assert prints(ready) == [1]
    ask.answers += [True, tmp_path / "ra.pdf"]
    press(qtbot, page, "Lưu PDF")
    assert prints(ready) == [2, 1]
    assert pdf_text(tmp_path / "ra.pdf", "BẢN NHÁP") == 0


def test_a_complete_dossier_saved_for_word_is_registered_too(
    qtbot: QtBot, ready: Context, ask: PrintingAsk, tmp_path: Path
) -> None:
    """It leaves as surely as the PDF does: whole, or one paper."""
    page = show(qtbot, ready)
    ask.answers += [True, tmp_path]
    press(qtbot, page, "Lưu Word")
    assert prints(ready) == [1]
    assert len(list((tmp_path / "Hồ sơ NTM xã Yên Hóa 2021").glob("*.docx"))) == 7
    choose(page, "Tờ trình")
    ask.answers += [True, tmp_path / "to trinh.docx"]
    press(qtbot, page, "Lưu Word")
    assert prints(ready) == [2, 1]
    assert (tmp_path / "to trinh.docx").read_bytes()[:2] == b"PK"


def test_a_ground_is_confirmed_where_its_line_leads(qtbot: QtBot, sample_context: Context) -> None:
    page = show(qtbot, sample_context)
    assert "Chưa đối chiếu với bản gốc 03 căn cứ" in " ".join(lines(page)["Căn cứ chưa đối chiếu"])
    page.select("can-cu")
    dialog = page.findChild(GroundsDialog)
    assert dialog is not None
    assert "Tổ chức chính quyền địa phương" in dialog._table.rows.row(0).cells[0].text
    assert dialog._table.rows.row(0).cells[1].text == "Chưa đối chiếu"
    assert any(text.startswith("So số, ngày, cơ quan ban hành") for text in texts(dialog))
    assert not any("hiểu biết chung" in text for text in texts(dialog))  # how the program came to it
    press(qtbot, dialog, "Đã đối chiếu")
    confirming = dialog.findChild(ConfirmGroundDialog)
    assert confirming is not None
    press(qtbot, confirming, "Ghi đã đối chiếu")
    assert "Chưa ghi đã đối chiếu với bản nào, ví dụ bản sao y, Công báo." in texts(confirming)
    confirming._against.edit.setText("Công báo")
    press(qtbot, confirming, "Ghi đã đối chiếu")
    assert dialog._table.rows.row(0).cells[1].text == f"Cao Thị Hòa, {format_date(TODAY)}"
    assert "Chưa đối chiếu với bản gốc 02 căn cứ" in " ".join(lines(page)["Căn cứ chưa đối chiếu"])


def test_an_earlier_print_can_be_looked_at_and_left(qtbot: QtBot, ready: Context, ask: PrintingAsk) -> None:
    page = show(qtbot, ready)
    ask.answers = [True]
    press(qtbot, page, "In")
    press(qtbot, page, "Sổ bản in")
    dialog = page.findChild(PrintRegisterDialog)
    assert dialog is not None
    cells = [cell.text for cell in dialog._table.rows.row(0).cells]
    assert cells[1:3] == ["", "Toàn bộ hồ sơ"]  # no volume
    assert cells[4:6] == ["Cao Thị Hòa", "Máy in"]
    press(qtbot, dialog, "Xem bản in này")
    assert "bản in lần 1" in note(page)
    press(qtbot, page, "In")
    assert prints(ready) == [1]  # a copy of what is registered
    press(qtbot, page, "Về hồ sơ hiện nay")
    assert note(page) == ""


def test_word_files_of_the_dossier_never_replace_edited_ones(
    qtbot: QtBot, sample_context: Context, ask: PrintingAsk, tmp_path: Path
) -> None:
    page = show(qtbot, sample_context)
    for _ in range(2):
        ask.answers.append(tmp_path)
        press(qtbot, page, "Lưu Word")
    made = sorted(path.name for path in tmp_path.glob("Hồ sơ NTM*"))
    assert made == [
        "Hồ sơ NTM xã Yên Hóa 2021 - bản nháp",
        "Hồ sơ NTM xã Yên Hóa 2021 - bản nháp (2)",
    ]
    assert all(list((tmp_path / name).glob("*.docx")) for name in made)
    choose(page, "Tờ trình")
    ask.answers.append(tmp_path / "to trinh.docx")
    press(qtbot, page, "Lưu Word")
    assert (tmp_path / "to trinh.docx").read_bytes()[:2] == b"PK"


def test_a_place_that_refuses_is_told_in_words(
    qtbot: QtBot, sample_context: Context, ask: PrintingAsk, tmp_path: Path
) -> None:
    told: list[str] = []
    sample_context.tasks.failed.connect(lambda error, _owner: told.append(error.message))
    page = show(qtbot, sample_context)
    ask.answers.append(tmp_path / "đã rút" / "ra.pdf")
    press(qtbot, page, "Lưu PDF")
    assert len(told) == 1
    assert "không có thư mục" in told[0]


def test_papers_and_evidence_become_one_file(
    qtbot: QtBot, sample_context: Context, ask: PrintingAsk, tmp_path: Path
) -> None:
    page = show(qtbot, sample_context)
    ask.answers.append(tmp_path / "ra.pdf")
    bind(qtbot, page)
    assert ask.asked[-1].body == "Hồ sơ NTM xã Yên Hóa 2021 - bản nháp kèm minh chứng.pdf"
    assert pdf_text(tmp_path / "ra.pdf", "HỒ SƠ MINH CHỨNG") > 10
    assert "Đã lưu “ra.pdf”." in texts(page)
    assert prints(sample_context) == []


def test_a_bound_dossier_is_registered_before_it_has_its_name(
    qtbot: QtBot, ready: Context, ask: PrintingAsk, tmp_path: Path
) -> None:
    page = show(qtbot, ready)
    ask.answers += [True, tmp_path / "ra.pdf"]
    bind(qtbot, page)
    assert prints(ready) == [1]
    assert page._made is not None
    code = short_code(page._made.data.root)
    assert pdf_text(tmp_path / "ra.pdf", code) == len(PdfPages(tmp_path / "ra.pdf").sizes)
    assert [path.name for path in tmp_path.glob("*ra.pdf*")] == ["ra.pdf"]


def test_number_and_date_appear_in_the_list(qtbot: QtBot, sample_context: Context) -> None:
    page = show(qtbot, sample_context)
    press(qtbot, page, "Số, ngày, người ký")
    dialog = page.findChild(PaperFactsDialog)
    assert dialog is not None
    row = dialog._rows["to_trinh"]
    row._issued.setText("31/2/2021")
    row._issued.editingFinished.emit()
    assert any("Không có ngày" in text for text in texts(dialog))
    for edit, text in ((row._number, "12"), (row._issued, "5/7/2021")):
        edit.setText(text)
        edit.editingFinished.emit()
    dialog.accept()
    assert papers(page)["Tờ trình"] == "Số 12, 5/7/2021"


def test_papers_made_elsewhere_are_numbered_where_their_line_leads(
    qtbot: QtBot, sample_context: Context
) -> None:
    page = show(qtbot, sample_context)
    for name in ("Báo cáo tổng hợp ý kiến", "Biên bản cuộc họp đề nghị xét, công nhận"):
        assert lines(page)[name][1] == "Chưa có số, ngày; phải có trước khi trình"
        assert lines(page)[name][-1] == "Nhập số, ngày"
    page.select("so-ngay")
    dialog = page.findChild(PaperFactsDialog)
    assert dialog is not None
    for form in ("tong_hop_y_kien", "bien_ban"):
        number, issued = dialog._rows[form]._number, dialog._rows[form]._issued
        number.setText("7")
        number.editingFinished.emit()
        issued.setText("5/6/2021")
        issued.editingFinished.emit()
    assert "Báo cáo tổng hợp ý kiến" not in lines(page)
    assert lines(page)["Báo cáo kết quả lấy ý kiến hài lòng"][1] == "Chưa có số, ngày, tệp"
    row = dialog._rows["hai_long"]
    assert any("/BC-MTTQ-BTT" in text for text in texts(row))
    assert not row._signer.isVisible()  # who signs it is not the committee's business
    for edit, text in ((row._number, "3"), (row._issued, "5/7/2021")):
        edit.setText(text)
        edit.editingFinished.emit()
    dialog.accept()
    assert lines(page)["Báo cáo kết quả lấy ý kiến hài lòng"][1] == "Chưa có tệp"


def test_the_deputy_signs_any_paper_of_the_committee(qtbot: QtBot, sample_context: Context) -> None:
    page = show(qtbot, sample_context)
    press(qtbot, page, "Số, ngày, người ký")
    dialog = page.findChild(PaperFactsDialog)
    shown = {form for form, row in dialog._rows.items() if row._signer.isVisibleTo(dialog)}
    assert shown == {"to_trinh", "bao_cao", "tong_hop_y_kien", "no_dong"}
    for form in ("tong_hop_y_kien", "no_dong"):
        choice = dialog._rows[form]._signer
        deputy = next(n for n in range(choice.count()) if "Phó Chủ tịch" in choice.itemText(n))
        choice.setCurrentIndex(deputy)
        choice.activated.emit(deputy)
    dialog.accept()
    day, found = date(2021, 6, 30), list[DossierData]()
    sample_context.tasks.read(
        lambda session: dossier.collect(session, on=day, today=day, draft=True), found.append, page
    )
    signers = {form: signer.post for form in shown if (signer := found[0].paper(form).signer) is not None}
    assert signers["tong_hop_y_kien"] == signers["no_dong"] == "Phó Chủ tịch"
    assert signers["to_trinh"] != "Phó Chủ tịch"


def test_a_date_that_is_none_keeps_the_papers_dialog_open(qtbot: QtBot, sample_context: Context) -> None:
    page = show(qtbot, sample_context)
    press(qtbot, page, "Số, ngày, người ký")
    dialog = page.findChild(PaperFactsDialog)
    number, issued = dialog.findChildren(QLineEdit)[:2]
    qtbot.waitUntil(number.hasFocus)  # the first field, not the button that closes
    issued.setFocus()
    qtbot.keyClicks(issued, "32/1/2021")
    press(qtbot, dialog, "Đóng")
    assert dialog.isVisible()
    assert any("32/1/2021" in label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
    assert issued.hasFocus()
    qtbot.keyClick(issued, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(issued, Qt.Key.Key_Delete)
    press(qtbot, dialog, "Đóng")
    assert not dialog.isVisible()


def test_an_empty_register_stands_in_the_middle(qtbot: QtBot, sample_context: Context) -> None:
    page = show(qtbot, sample_context)
    page.window().move(0, 0)
    press(qtbot, page, "Sổ bản in")
    dialog = page.findChild(PrintRegisterDialog)
    assert abs(dialog.geometry().center().x() - page.window().geometry().center().x()) < 40
    assert dialog.width() >= 480
    assert cut_labels(dialog) == []


def test_a_part_is_worded_and_given_back(qtbot: QtBot, sample_context: Context) -> None:
    page = show(qtbot, sample_context)
    page.select("loi-van")
    dialog = page.findChild(NarrativesDialog)
    assert dialog is not None
    dialog._table.select(("to_trinh", "ket_qua"))
    default = dialog._text.toPlainText()
    assert "15/19" in default
    dialog._text.setPlainText("Nhân dân đồng thuận hiến đất.")
    dialog._text.commit()
    assert page._made is not None
    assert pdf_text(page._made.pdf.path, "đồng thuận hiến đất") == 1
    press(qtbot, dialog, "Dùng lại văn mẫu")
    assert dialog._text.toPlainText() == default
    assert pdf_text(page._made.pdf.path, "đồng thuận hiến đất") == 0


def test_the_paper_that_is_looked_at_is_worded_first(qtbot: QtBot, sample_context: Context) -> None:
    page = show(qtbot, sample_context)
    rows = page._papers.table.rows
    found = next(n for n in range(rows.rowCount()) if rows.row(n).data.paper == "no_dong")
    page._papers.table.setCurrentIndex(rows.index(found, 0))
    page._papers.write_requested.emit()
    dialog = page.findChild(NarrativesDialog)
    assert dialog is not None
    assert dialog._table.current_data() == ("no_dong", "mo_dau")
    assert "Báo cáo nợ đọng xây dựng cơ bản" in texts(dialog)


def test_what_is_typed_last_is_saved_when_the_window_closes(qtbot: QtBot, sample_context: Context) -> None:
    page = show(qtbot, sample_context)
    page.select("loi-van")
    dialog = page.findChild(NarrativesDialog)
    assert dialog is not None
    dialog._table.select(("bao_cao", "kho_khan"))
    dialog._text.setPlainText("Địa bàn rộng, dân cư thưa.")
    dialog.reject()
    assert page._made is not None
    assert pdf_text(page._made.pdf.path, "dân cư thưa") == 1


def test_a_new_commune_has_a_dossier_to_read_from_the_first_day(qtbot: QtBot, context: Context) -> None:
    page = show(qtbot, context)
    assert lines(page)["Người ký"][-1] == "Thêm người ký"
    assert len(page._preview.view.pages()) > 2
    assert "BẢN NHÁP" in note(page)


def test_a_stopped_preview_can_be_made_after_all(qtbot: QtBot, sample_context: Context) -> None:
    def cancel(job: Job) -> None:
        job.cancelled = bool(job.title)

    sample_context.tasks.started.connect(cancel)
    page = show(qtbot, sample_context)
    assert page._made is None
    assert not page._preview.is_ready()
    sample_context.tasks.started.disconnect(cancel)
    press(qtbot, page, "Lập bản xem trước")
    assert page._preview.is_ready()
    assert len(page._preview.view.pages()) > 2


def test_a_lost_photo_leaves_a_draft_to_read_and_a_line_that_names_it(
    qtbot: QtBot, sample_context: Context
) -> None:
    for copy in (sample_context.folder / "cache").rglob("*.print.jpg"):
        (sample_context.folder / "files" / copy.parent.name / copy.name.removesuffix(".print.jpg")).unlink()
    page = show(qtbot, sample_context)
    assert "“Ảnh đường hoa, cảnh quan”" in " ".join(lines(page)["Tệp đã mất"])
    assert lines(page)["Tệp đã mất"][-1] == "Đính kèm lại"
    assert lines(page)["Tiêu chí"][-1] == "Xem 04 tiêu chí"
    assert page._preview.is_ready()
    assert page._made is not None
    assert pdf_text(page._made.pdf.path, "Không còn tệp ảnh") == 3


def test_previews_leave_one_file_behind(qtbot: QtBot, sample_context: Context) -> None:
    stray = sample_context.folder / "tmp" / "ho-so-9.pdf"
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"of an earlier run")
    page = show(qtbot, sample_context)

    def change(session: Session) -> Changes:
        return assessments.record(session, code="6.2", texts={"v": "dat"}, as_of=TODAY, today=TODAY)

    sample_context.tasks.write("Nhập chỉ tiêu 6.2", change, lambda _changes: None, sample_context.tasks)
    assert page._made is not None
    assert list((sample_context.folder / "tmp").glob("ho-so-*.pdf")) == [page._made.pdf.path]


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1176, 621), (1041, 488)])
def test_every_label_fits(qtbot: QtBot, sample_context: Context, look: str, width: int, height: int) -> None:
    theme.apply(look)
    page = show(qtbot, sample_context, width, height)
    assert cut_labels(page) == []


def test_keys_show_the_list_of_pages_and_a_whole_page(qtbot: QtBot, sample_context: Context) -> None:
    page = show(qtbot, sample_context)
    with qtbot.waitActive(page):
        page.activateWindow()
    strip = page.findChildren(PageStrip)[0]
    qtbot.keyClick(page, Qt.Key.Key_F9)
    assert strip.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_F9)
    assert not strip.isVisible()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page, Qt.Key.Key_F, both)
    assert any("vừa trang" in label.text() for label in page.findChildren(QLabel))


def test_a_page_that_is_read_ahead_makes_its_preview_once_it_is_opened(
    qtbot: QtBot, sample_context: Context
) -> None:
    page = DossierPage(sample_context)
    qtbot.addWidget(page)
    page.reload()
    assert "09 mục phải bổ sung" in texts(page)
    assert page._made is None
    page.show()
    assert page._made is not None
    before = page._made.printed
    page.hide()
    page.show()
    assert page._made.printed is before
