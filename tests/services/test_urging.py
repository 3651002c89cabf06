"""Công văn đôn đốc tiến độ says what holds a work up, and puts to the contractor only what is its own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from office import AT, LEAD

from ntm_desktop.db.engine import Database
from ntm_desktop.domain.progress import DelayCause
from ntm_desktop.services import reports, work_progress, works
from ntm_desktop.text import nfc

JUNE = date(2021, 6, 30)
ROAD, HALL = "Đường trục thôn Tân Lợi 1, bê tông 0,85 km", "Nhà văn hóa thôn Yên Thắng"
BUILDERS = {ROAD: "Công ty TNHH Xây dựng Hồng Phúc", HALL: "Tổ thợ Yên Thắng"}
THREAT = "xử lý theo điều khoản của hợp đồng và quy định của pháp luật"
URGES = "Tập trung nhân lực, vật tư, thiết bị để bù khối lượng chậm"


def letter(database: Database, folder: Path, work: str) -> str:
    wanted = reports.Wanted(on=JUNE, today=JUNE, by=LEAD, contractor=BUILDERS[work])
    with database.read() as session:
        made = reports.collect(session, report=reports.find("don-doc"), wanted=wanted)
    reports.write(made, folder / "don-doc.pdf")
    with pypdfium2.PdfDocument(folder / "don-doc.pdf") as pdf:
        text = " ".join(page.get_textpage().get_text_range() for page in pdf)
    return nfc(" ".join(text.split()))


def measure(database: Database, name: str, cause: DelayCause | None, note: str = "") -> None:
    with database.write("Ghi khối lượng", LEAD, AT) as session:
        uid = works.uid_named(session, name=name)
        share = works.view(session, uid=uid, on=JUNE).state.share
        work_progress.measure(session, uid=uid, share=share, on=JUNE, today=JUNE, cause=cause, note=note)


def test_land_is_the_offices_matter_and_the_contractor_is_not_blamed(
    yen_hoa: Database, tmp_path: Path
) -> None:
    text = letter(yen_hoa, tmp_path, ROAD)
    for words in (
        "Nguyên nhân chậm đã ghi: dịch bệnh (nghỉ 18 ngày do giãn cách phòng dịch), ngày 15/05/2021; "
        "thời tiết (nghỉ 09 ngày do mưa), ngày 12/06/2021; mặt bằng (hộ ông Đinh Xuân Đỗ chưa bàn giao 85 m²",
        "Nguyên nhân gần nhất là mặt bằng, thuộc phần việc của Ban quản lý xã, không phải do Công ty TNHH",
        "thi công phần còn lại khi nhận đủ mặt bằng",
        "gửi văn bản đề nghị gia hạn",
        "Ủy ban nhân dân xã Yên Hóa cùng Ban quản lý xã hoàn thành việc bàn giao mặt bằng.",
        "thông báo để Công ty TNHH Xây dựng Hồng Phúc biết, phối hợp thực hiện./.",
    ):
        assert words in text
    assert THREAT not in text
    assert URGES not in text


def test_a_delay_of_the_contractor_is_put_to_it(yen_hoa: Database, tmp_path: Path) -> None:
    text = letter(yen_hoa, tmp_path, HALL)
    assert "nhà thầu (thiếu thợ mái), ngày 22/06/2021. Nguyên nhân gần nhất thuộc trách nhiệm của Tổ" in text
    assert URGES in text
    assert THREAT in text


@pytest.mark.parametrize(
    ("cause", "said"),
    [
        (DelayCause.CAPITAL, "khi được bố trí vốn"),
        (DelayCause.PROCEDURE, "khi thủ tục đã xong"),
        (DelayCause.WEATHER, "trở ngại khách quan, không phải do Tổ thợ Yên Thắng"),
        (DelayCause.EPIDEMIC, "Tranh thủ thời gian thuận lợi để bù khối lượng"),
    ],
)
def test_what_is_not_the_contractors_matter_threatens_nobody(
    yen_hoa: Database, tmp_path: Path, cause: DelayCause, said: str
) -> None:
    measure(yen_hoa, HALL, cause)
    text = letter(yen_hoa, tmp_path, HALL)
    assert said in text
    assert "không phải do Tổ thợ Yên Thắng" in text
    assert THREAT not in text
    assert URGES not in text


def test_another_cause_is_told_and_the_work_is_urged(yen_hoa: Database, tmp_path: Path) -> None:
    measure(yen_hoa, HALL, DelayCause.OTHER, "Mất điện")
    text = letter(yen_hoa, tmp_path, HALL)
    assert "khác (mất điện), ngày 30/06/2021." in text
    assert "Nguyên nhân gần nhất" not in text
    assert THREAT in text


def test_a_measurement_without_a_cause_leaves_the_recorded_one(yen_hoa: Database, tmp_path: Path) -> None:
    measure(yen_hoa, ROAD, None, "Vẫn chờ")
    assert "Nguyên nhân gần nhất là mặt bằng" in letter(yen_hoa, tmp_path, ROAD)
