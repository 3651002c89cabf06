"""Phiếu theo dõi công trình: one work with its charts, diary and photos, as PDF and Word."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from office import AT, LEAD, TODAY
from PIL import Image

from ntm_desktop.db.engine import Database
from ntm_desktop.domain.progress import PlanPoint
from ntm_desktop.errors import NtmError
from ntm_desktop.services import files, reports, work_diary, work_progress, works
from ntm_desktop.text import nfc

JUNE = date(2021, 6, 30)


def made(database: Database, work: str, on: date = JUNE) -> reports.Made:
    wanted = reports.Wanted(on=on, today=on, by=LEAD, work=work)
    with database.read() as session:
        return reports.collect(session, report=reports.find("phieu-cong-trinh"), wanted=wanted)


def printed(database: Database, folder: Path, work: str, on: date = JUNE) -> str:
    reports.write(made(database, work, on), folder / "phieu.pdf")
    with pypdfium2.PdfDocument(folder / "phieu.pdf") as pdf:
        return nfc(" ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split()))


def test_the_sheet_of_the_road(yen_hoa: Database, tmp_path: Path) -> None:
    text = printed(yen_hoa, tmp_path, "tan loi 1")
    for words in (
        "PHIẾU THEO DÕI CÔNG TRÌNH",
        "(Tính đến ngày 30/06/2021)",
        "46%, kế hoạch 86%, chậm 37 ngày",
        "Thi công, 79 ngày",
        "Khối lượng so với giải ngân Cao hơn 7,2 điểm phần trăm",
        "1.250 triệu đồng",
        "Không có nợ đọng",
        "Khối lượng 46%",
        "Giải ngân so với vốn bố trí 44,09%",
        "Giải ngân so với tổng mức đầu tư 38,8%",
        "Giải ngân 38,8%",
        "Kế hoạch chốt ngày 12/04/2021",
        "đang làm",
        "Năm 2021",
        "Hộ ông Đinh Xuân Đỗ chưa bàn giao 85 m²",
        "NGƯỜI LẬP BIỂU",
        "SỐ LIỆU MINH HỌA",
    ):
        assert words in text, words
    assert "25/09/2021" not in text  # measured later


def test_a_work_not_begun_has_a_sheet_at_0_percent(yen_hoa: Database, tmp_path: Path) -> None:
    text = printed(yen_hoa, tmp_path, "Sân thể thao xã")
    assert "Khối lượng 0%" in text
    assert "Chưa chốt kế hoạch khối lượng." in text
    assert "Chưa ghi khối lượng lần nào." in text


def test_a_changed_plan_and_a_photo_are_on_the_sheet(yen_hoa: Database, tmp_path: Path) -> None:
    path = tmp_path / "Mặt đường.jpg"
    Image.new("RGB", (800, 600), "grey").save(path)
    with yen_hoa.write("Thử", LEAD, AT) as session:
        uid = works.uid_named(session, name="Đường trục thôn Tân Lợi 1, bê tông 0,85 km")
        points = [PlanPoint(date(2021, 4, 12), 0), PlanPoint(date(2021, 9, 30), 10_000)]
        changes = work_progress.freeze_plan(
            session, uid=uid, points=points, on=TODAY, today=TODAY, reason="Chờ mặt bằng"
        )
        newest = work_diary.diary(session, uid=uid, on=TODAY)[0].uid
        stored = [files.take_in(session.files, path)]
        changes |= work_diary.add_photos(session, measurement_uid=newest, stored=stored)
    text = printed(yen_hoa, tmp_path, "tân lợi 1")
    assert "Kế hoạch trước" in text
    assert "Kế hoạch chốt ngày 30/06/2021, thay kế hoạch ngày 12/04/2021: Chờ mặt bằng" in text
    assert "Mặt đường, 25/06/2021" in text
    with pypdfium2.PdfDocument(tmp_path / "phieu.pdf") as pdf:
        last = nfc(pdf[len(pdf) - 1].get_textpage().get_text_range())
    assert "Mặt đường" in last  # whoever signs has something above the signature
    assert "NGƯỜI LẬP BIỂU" in last
    reports.write(made(yen_hoa, "tân lợi 1"), tmp_path / "phieu.docx")
    with zipfile.ZipFile(tmp_path / "phieu.docx") as word:
        pictures = [name for name in word.namelist() if name.startswith("word/media/")]
        assert len(pictures) == 7  # three charts, three photos of the sample and this one
        assert "Chờ mặt bằng" in word.read("word/document.xml").decode()
    yen_hoa.files.path(stored[0].sha256).unlink()
    assert "Không còn tệp ảnh “Mặt đường”" in printed(yen_hoa, tmp_path, "tân lợi 1")


@pytest.mark.parametrize(
    ("work", "said"),
    [
        ("", "Chưa chọn công trình của phiếu"),
        ("cầu treo", "Không có công trình “cầu treo”"),
        ("thôn", "Có 02"),
    ],
)
def test_a_work_that_is_not_one_is_refused(yen_hoa: Database, work: str, said: str) -> None:
    with pytest.raises(NtmError, match=said):
        made(yen_hoa, work)


def test_without_works_there_is_no_sheet(office: Database) -> None:
    with pytest.raises(NtmError, match=r"Chưa có công trình nào\."):
        made(office, "1")


def test_the_sheet_is_no_excel_file(tmp_path: Path) -> None:
    with pytest.raises(NtmError, match=r"Phiếu theo dõi công trình lập được ra PDF, Word"):
        reports.check_file(reports.find("phieu-cong-trinh"), tmp_path / "phieu.xlsx")
