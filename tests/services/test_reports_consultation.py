"""The papers of the consultation: what they say of the sample commune, and of one that has asked nobody."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest
from office import AT, LEAD, TODAY
from test_reports import JUNE, made, pdf_text, printed

from ntm_desktop.db.engine import Database
from ntm_desktop.documents.blocks import Table
from ntm_desktop.documents.data import DossierData
from ntm_desktop.documents.dossier import papers
from ntm_desktop.documents.submission import document_list
from ntm_desktop.domain.consultation import Attendee, Giver, OpinionForm
from ntm_desktop.errors import NtmError
from ntm_desktop.services import consultation, consultation_meeting, dossier, reports
from ntm_desktop.services.papers import make_dossier


def collected(database: Database) -> DossierData:
    with database.read() as session:
        return dossier.collect(session, on=JUNE, today=JUNE, draft=True)


def listed(data: DossierData, title: str) -> str:
    """What the list of documents remarks on a paper."""
    tables = [block for block in document_list(data).sections[0].blocks if isinstance(block, Table)]
    return next(row.cells[-1] or "" for row in tables[0].rows if (row.cells[1] or "").startswith(title))


def word_text(database: Database, folder: Path, name: str) -> str:
    """Everything a Word file says, tables too, in no order."""
    out = folder / f"{name}.docx"
    reports.write(made(database, name), out)
    document = docx.Document(str(out))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join(" ".join([*(line.text for line in document.paragraphs), *cells]).split())


def test_the_opinions_are_reported_with_how_people_were_asked_and_answered(
    yen_hoa: Database, tmp_path: Path
) -> None:
    text = printed(yen_hoa, tmp_path, "tong-hop-y-kien")
    for words in (
        "/BC-UBND",
        "BÁO CÁO Tổng hợp ý kiến tham gia của Mặt trận Tổ quốc",
        "Kính gửi: Ủy ban nhân dân huyện Minh Hóa",
        "- Trụ sở UBND xã: từ ngày 21/06/2021 đến hết ngày 10/07/2021 (20 ngày, đang niêm yết);",
        "Đã phát 03 lần trên hệ thống truyền thanh của xã, các ngày: 21/06/2021, 24/06/2021, 28/06/2021.",
        "Đã tiếp nhận 05 ý kiến: 03 ý kiến bằng văn bản, 01 ý kiến tại cuộc họp, "
        "01 ý kiến qua hòm thư góp ý.",
        "Họp lấy ý kiến: thôn Tân Lợi 1 ngày 26/06/2021.",
        "1. Ủy ban Mặt trận Tổ quốc Việt Nam xã - Hình thức: bằng văn bản số 12/MTTQ-BTT, ngày 25/06/2021;",
        "a) Hội Nông dân xã - Hình thức: bằng văn bản số 08/HND, ngày 25/06/2021; - Nội dung ý kiến: "
        "Thống nhất với dự thảo báo cáo tự đánh giá; - Đề xuất, kiến nghị: không.",
        "c) Hội Cựu chiến binh xã (Chưa nhận được ý kiến; bổ sung trước khi ký.)",
        "a) Cao Văn Tiến, thôn Tân Lợi 1 - Hình thức: tại cuộc họp, ngày 26/06/2021;",
        "“Làm tiếp rãnh thoát nước dọc đường trục thôn”. Giải trình: Rãnh thoát nước thuộc giai đoạn sau",
        "“Mua thêm 20 bộ bàn ghế và bộ âm thanh”. (Chưa tiếp thu, giải trình; bổ sung trước khi ký.)",
        "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Đinh Minh Đức",
    ):
        assert words in text
    word = word_text(yen_hoa, tmp_path, "tong-hop-y-kien")
    assert "- Đề xuất, kiến nghị: Ưu tiên xử lý rác thải ở các thôn ven suối trước mùa mưa lũ." in word
    assert "Đinh Minh Đức" in word


def test_the_dossier_has_the_report_on_opinions_once_there_are_any(
    yen_hoa: Database, office: Database, tmp_path: Path
) -> None:
    out = tmp_path / "hồ sơ.pdf"
    make_dossier(collected(yen_hoa), out)
    text = pdf_text(out)
    assert "II. Ý KIẾN THAM GIA" in text.upper()
    assert "tong_hop_y_kien" not in [paper.form for paper in papers(collected(office))]
    assert listed(collected(office), "Báo cáo tổng hợp ý kiến") == "Lập riêng"
    with office.write("Ghi ý kiến", LEAD, AT) as session:
        consultation.save_opinion(
            session,
            giver=Giver.FRONT,
            form=OpinionForm.WRITTEN,
            on=TODAY,
            today=TODAY,
            content="Nhất trí <b> & ký",
        )
    make_dossier(collected(office), out)
    assert listed(collected(office), "Báo cáo tổng hợp ý kiến") == ""
    text = pdf_text(out)
    assert "Nhấttrí<b>&ký;" in text.replace(" ", "")
    assert "Không có đề xuất, kiến nghị phải tiếp thu, giải trình." in text
    assert "(Chưa ghi nơi, thời gian niêm yết; bổ sung trước khi ký.)" in text


def test_without_any_opinion_there_is_nothing_to_report(office: Database) -> None:
    with pytest.raises(NtmError, match="Ghi ý kiến ở trang Lấy ý kiến"):
        made(office, "tong-hop-y-kien")


def test_only_broadcasts_within_the_posting_are_told(yen_hoa: Database, tmp_path: Path) -> None:
    with yen_hoa.write("Ghi lần phát thanh", by=LEAD, at=AT) as session:
        consultation.save_broadcast(session, on=date(2021, 6, 19), today=TODAY)  # posted from 21/6 on
    text = printed(yen_hoa, tmp_path, "tong-hop-y-kien")
    assert "Đã phát 03 lần trên hệ thống truyền thanh của xã, các ngày: 21/06/2021, 24/06/2021," in text
    assert "19/06/2021" not in text


def test_what_comes_after_the_day_of_the_papers_is_not_told(yen_hoa: Database) -> None:
    on = date(2021, 6, 26)
    told = repr(made(yen_hoa, "tong-hop-y-kien", on).paper)
    assert "Đã tiếp nhận 03 ý kiến" in told
    assert "Đinh Thị Lựu" not in told


def hold(database: Database, *, present: int = 1000, agreed: int = 899, attendees: bool = True) -> None:
    """A meeting that was planned and held on the day of the figures."""
    with database.write("Ghi cuộc họp", LEAD, AT) as session:
        consultation_meeting.save_meeting(
            session,
            on=TODAY,
            today=TODAY,
            begins="07:30",
            ends="10:05",
            place="Hội trường UBND xã",
            chair="Ông Đinh Minh Đức",
            chair_post="Chủ tịch UBND xã",
            secretary="Cao Thị Hòa",
            secretary_post="Công chức Văn phòng",
            invited=present,
            present=present,
            agreed=agreed,
            discussion="Bà A: cần làm rõ tiêu chí 17.\nÔng B: nhất trí.",
            copies_kept=1,
            copies_sent=2,
        )
        if attendees:
            consultation_meeting.save_attendees(
                session,
                rows=[
                    Attendee("Đinh Minh Đức", "Chủ tịch UBND xã"),
                    Attendee("Cao Thị Hòa"),
                ],
                today=TODAY,
            )


def test_the_minutes_have_the_vote_exactly_and_no_day_in_the_header(office: Database, tmp_path: Path) -> None:
    hold(office)
    text = printed(office, tmp_path, "bien-ban", on=TODAY)
    assert "Yên Hóa, ngày" not in text
    for words in (
        "/BB-UBND",
        "BIÊN BẢN Họp đề nghị xét, công nhận xã Yên Hóa đạt chuẩn nông thôn mới năm 2021",
        "Hôm nay, vào hồi 07 giờ 30 phút, ngày 30 tháng 6 năm 2021, tại Hội trường UBND xã, Ủy ban nhân dân "
        "xã Yên Hóa tổ chức họp đề nghị xét, công nhận",
        "1. Chủ trì (chủ tọa): ông (bà) Đinh Minh Đức, Chủ tịch UBND xã.",
        "3. Số người được mời: 1.000; số người có mặt: 1.000 (danh sách kèm theo).",
        "Bà A: cần làm rõ tiêu chí 17. Ông B: nhất trí.",
        "899/1.000 người dự họp, đạt 89,9%.",
        "Cuộc họp kết thúc vào 10 giờ 05 phút, ngày 30 tháng 6 năm 2021.",
        "lập thành 03 bản có giá trị như nhau: Ủy ban nhân dân xã Yên Hóa lưu 01 bản, "
        "gửi kèm hồ sơ 02 bản./.",
    ):
        assert words in text
    assert "THƯ KÝ Cao Thị Hòa CHỦ TỌA Đinh Minh Đức Nơi nhận: - Ủy ban nhân dân" in text
    assert "TT Họ và tên Chức vụ, đơn vị Ký tên 1 Đinh Minh Đức Chủ tịch UBND xã 2 Cao Thị Hòa" in text


def test_a_vote_just_under_the_level_is_not_rounded_up_to_it(office: Database, tmp_path: Path) -> None:
    hold(office, present=100_000, agreed=89_999, attendees=False)
    text = printed(office, tmp_path, "bien-ban", on=TODAY)
    assert "89.999/100.000 người dự họp, đạt 89,999%." in text
    assert "danh sách kèm theo" not in text
    assert "DANH SÁCH" not in text


def test_the_minutes_in_word(office: Database, tmp_path: Path) -> None:
    hold(office)
    out = tmp_path / "bien-ban.docx"
    reports.write(made(office, "bien-ban", TODAY), out)
    document = docx.Document(str(out))
    assert "Yên Hóa, ngày" not in document.tables[0].cell(0, 1).text
    left, right = document.tables[1].rows[0].cells
    assert left.text.split("\n") == ["THƯ KÝ", "Cao Thị Hòa"]
    assert right.text.split("\n") == ["CHỦ TỌA", "Đinh Minh Đức"]
    lines = [line.text for line in document.paragraphs]
    assert lines.index("Nơi nhận:") > next(
        n for n, line in enumerate(lines) if line.startswith("Cuộc họp kết")
    )
    assert [cell.text for cell in document.tables[2].rows[2].cells] == ["2", "Cao Thị Hòa", "", ""]


def test_the_dossier_has_the_minutes_once_the_meeting_was_held(office: Database, yen_hoa: Database) -> None:
    assert "bien_ban" not in [paper.form for paper in papers(collected(yen_hoa))]  # only planned
    assert listed(collected(office), "Biên bản") == "Lập riêng"
    hold(office)
    made_here = [paper.form for paper in papers(collected(office))]
    assert made_here[-1] == "bien_ban"
    assert listed(collected(office), "Biên bản") == ""


def test_of_a_meeting_to_come_the_minutes_are_a_form_to_fill_in(
    office: Database, yen_hoa: Database, tmp_path: Path
) -> None:
    planned = printed(yen_hoa, tmp_path, "bien-ban")
    assert "Hôm nay, vào hồi 07 giờ 30 phút, ngày 15 tháng 7 năm 2021, tại Hội trường UBND xã" in planned
    assert "Số người được mời: 42; số người có mặt: … (danh sách kèm theo)." in planned
    assert "…/… người dự họp, đạt …%" in planned
    assert "DANH SÁCH Người dự họp ngày 15 tháng 7 năm 2021 (Kèm theo Biên bản số" in planned
    assert "/BB-UBND ngày 15 tháng 7 năm 2021 của Ủy ban nhân dân xã Yên Hóa)" in planned
    assert "40 41 42" in planned
    empty = printed(office, tmp_path, "bien-ban", on=TODAY)
    assert "Hôm nay, vào hồi … giờ … phút, ngày … tháng … năm …, tại ………" in empty
    assert "THƯ KÝ CHỦ TỌA" in empty
