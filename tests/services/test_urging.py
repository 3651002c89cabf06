"""Công văn đôn đốc tiến độ says what holds a work up, and puts to the contractor only what is its own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from office import AT, LEAD

from ntm_desktop.db.engine import Database
from ntm_desktop.documents.blocks import Paragraph
from ntm_desktop.documents.urging import Signed, UrgedWork, urging_letter
from ntm_desktop.domain.alerts import alerts
from ntm_desktop.domain.contractors import Urging
from ntm_desktop.domain.progress import Baseline, DelayCause, Measured, even_plan
from ntm_desktop.domain.stages import Route
from ntm_desktop.domain.works import Contract, WorkFacts, state_on
from ntm_desktop.errors import NtmError
from ntm_desktop.services import reports, work_progress, works
from ntm_desktop.services.office import office_of
from ntm_desktop.text import nfc

JUNE = date(2021, 6, 30)
ROAD, HALL = "Đường trục thôn Tân Lợi 1, bê tông 0,85 km", "Nhà văn hóa thôn Yên Thắng"
ROOMS = "04 phòng học Trường Mầm non Yên Hóa"
BUILDERS = {ROAD: "Công ty TNHH Xây dựng Hồng Phúc", HALL: "Tổ thợ Yên Thắng", ROOMS: "Minh Hóa"}
THREAT = "xử lý theo điều khoản của hợp đồng và quy định của pháp luật"
URGES = "Tập trung nhân lực, vật tư, thiết bị để bù khối lượng chậm"


def letter(database: Database, folder: Path, work: str, on: date = JUNE) -> str:
    wanted = reports.Wanted(on=on, today=JUNE, by=LEAD, contractor=BUILDERS[work])
    with database.read() as session:
        made = reports.collect(session, report=reports.find("don-doc"), wanted=wanted)
    reports.write(made, folder / "don-doc.pdf")
    with pypdfium2.PdfDocument(folder / "don-doc.pdf") as pdf:
        text = " ".join(page.get_textpage().get_text_range() for page in pdf)
    return nfc(" ".join(text.split()))


def measure(
    database: Database, name: str, cause: DelayCause | None, note: str = "", share: int | None = None
) -> None:
    with database.write("Ghi khối lượng", LEAD, AT) as session:
        uid = works.uid_named(session, name=name)
        share = works.view(session, uid=uid, on=JUNE).state.share if share is None else share
        work_progress.measure(
            session, uid=uid, share=share, on=JUNE, today=JUNE, cause=cause, note=note, reason="Đo lại"
        )


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


def test_of_a_built_work_the_papers_of_its_acceptance_are_asked_for(
    yen_hoa: Database, tmp_path: Path
) -> None:
    text = letter(yen_hoa, tmp_path, ROOMS)
    for words in (
        f"V/v hoàn thiện hồ sơ nghiệm thu công trình {ROOMS}",
        "đạt 100% khối lượng từ ngày 15/06/2021, chưa nghiệm thu.",
        "1. Hoàn thiện hồ sơ hoàn công, hồ sơ nghiệm thu hoàn thành, gửi trước ngày 07 tháng 7 năm 2021",
        "biết, phối hợp thực hiện./.",
    ):
        assert words in text
    for words in (THREAT, URGES, "chậm", "Lập tiến độ thi công"):
        assert words not in text


def test_a_work_that_keeps_its_plan_is_reminded_of_its_day_without_a_threat(
    yen_hoa: Database, tmp_path: Path
) -> None:
    measure(yen_hoa, ROAD, None, share=9_000)
    text = letter(yen_hoa, tmp_path, ROAD)
    for words in (
        f"V/v nhắc tiến độ thi công công trình {ROAD}",
        "đạt 90% khối lượng, kế hoạch 86%.",
        "Hợp đồng còn 20 ngày (hạn 20/07/2021)",
        "1. Bố trí đủ nhân lực, vật tư, thiết bị để hoàn thành đúng hạn, ngày 20 tháng 7 năm 2021.",
        "biết, phối hợp thực hiện./.",
    ):
        assert words in text
    for words in (THREAT, URGES, "chậm", "Nguyên nhân"):
        assert words not in text


def test_who_is_in_time_gets_no_letter(yen_hoa: Database, tmp_path: Path) -> None:
    start = date(2021, 4, 12)
    with pytest.raises(NtmError) as refused:
        letter(yen_hoa, tmp_path, ROAD, start)
    assert str(refused.value) == (
        "Đến ngày 12/4/2021, Công ty TNHH Xây dựng Hồng Phúc không có công trình nào chậm, sắp hết hạn hợp "
        "đồng hay chờ nghiệm thu, nên không có gì để đôn đốc. Chọn nhà thầu khác hoặc ngày khác."
    )


def test_a_letter_about_several_works_says_of_each_what_is_asked(office: Database) -> None:
    """A late one, one that ends soon and a built one; of the fourth, in time, nothing is said."""
    plan = Baseline(date(2021, 3, 1), even_plan(date(2021, 3, 1), date(2021, 7, 15)))

    def facts(name: str, share: int, ends: date) -> UrgedWork:
        measured = [Measured(date(2021, 6, 20), share, uid=name)]
        signed = Contract(date(2021, 3, 1), 1_000, date(2021, 3, 1), ends)
        work = WorkFacts(
            name, name, Route.ORDINARY, {}, contracts=[signed], measured=measured, baselines=[plan]
        )
        state = state_on(work, JUNE)
        return UrgedWork(name, "Ban quản lý xã", [Signed("1", signed)], state, alerts(work, state))

    known = [
        facts("Đường A", 4_000, date(2021, 9, 1)),
        facts("Kênh B", 9_500, date(2021, 7, 15)),
        facts("Trạm C", 10_000, date(2021, 7, 15)),
        facts("Chợ D", 9_500, date(2021, 9, 1)),
    ]
    assert [work.kind for work in known] == [Urging.LATE, Urging.SOON, Urging.BUILT, None]
    with office.read() as session:
        desk = office_of(session, today=JUNE, by=LEAD)
    paper = urging_letter([work for work in known if work.kind], contractor="HTX", on=JUNE, office=desk)
    texts = [block.text for block in paper.sections[0].blocks if isinstance(block, Paragraph)]
    told = "\n".join(texts)
    assert "bù khối lượng chậm công trình Đường A, hoàn thành chậm nhất ngày 01 tháng 9 năm 2021." in told
    assert "để hoàn thành công trình Kênh B đúng hạn, ngày 15 tháng 7 năm 2021." in told
    assert "hồ sơ nghiệm thu hoàn thành công trình Trạm C, gửi trước" in told
    assert "mà tiến độ công trình Đường A không chuyển biến" in told
    assert "Chợ D" not in told
