"""The papers of an authority on the sample commune, as they stand on paper and in Excel."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from exchanging import AT, ON, Side, made, new_authority, submitted, taken
from test_reports import pdf_text

from ntm_desktop.db.engine import Database
from ntm_desktop.errors import NtmError
from ntm_desktop.services import remarks, reports
from ntm_desktop.services.remarks import Target
from ntm_desktop.services.reports import Wanted


@pytest.fixture
def huyen(yen_hoa: Database, tmp_path: Path) -> Iterator[Side]:
    commune, authority = made(yen_hoa), new_authority(tmp_path / "huyện")
    commune.pins(authority)
    authority.pins(commune)
    taken(authority, submitted(commune, tmp_path))
    with authority.database.write("Nhận xét", "Lê Văn Thẩm", AT, of=yen_hoa.unit) as session:
        remarks.add(session, targets=[Target("2.1")], text="Chưa có biên bản nghiệm thu.", on=ON)
    yield authority
    authority.database.close()


def paper(side: Side, name: str, out: Path, commune: str = "") -> str:
    wanted = Wanted(on=ON, today=ON, commune=commune)
    with side.database.read() as session:
        report = reports.collect(session, report=reports.find(name), wanted=wanted)
    reports.write(report, out)
    return " ".join(pdf_text(out).split())


def test_the_summary_tells_which_criteria_a_commune_lacks(huyen: Side, tmp_path: Path) -> None:
    said = paper(huyen, "tong-hop-xa", tmp_path / "a.pdf")
    assert "ỦY BAN NHÂN DÂN HUYỆN MINH HÓA" in said
    assert "15/19 04 tiêu chí 2, 6, 10, 17 3 120 1.890" in said


def test_promised_capital_is_told_by_commune(huyen: Side, tmp_path: Path) -> None:
    said = paper(huyen, "von-cac-xa", tmp_path / "a.pdf")
    assert "UBND huyện Minh Hóa Sân thể thao xã 1.000 0 1.000 31/05/2021 30 ngày" in said
    assert "Tổng cộng 3.720 2.350 1.370" in said


def test_obstacles_stand_under_the_level_that_must_decide(huyen: Side, tmp_path: Path) -> None:
    said = paper(huyen, "vuong-mac-cac-xa", tmp_path / "a.pdf")
    province, district = said.index("cấp tỉnh: 01"), said.index("cấp huyện: 01")
    assert province < said.index("Chưa có mức đạt của chỉ tiêu 2.2") < district


def test_the_appraisal_sets_the_authority_beside_the_commune(huyen: Side, tmp_path: Path) -> None:
    said = paper(huyen, "tham-tra", tmp_path / "a.pdf", "Yên Hóa")
    assert "Xã Yên Hóa tự đánh giá đạt 15/19 tiêu chí" in said
    assert "Còn 01 nhận xét chưa được giải trình đầy đủ" in said
    assert "Chờ xã giải trình" in said
    assert "Còn nợ đọng xây dựng cơ bản 120 triệu đồng" in said
    assert "Chưa có kết luận." in said


def test_what_was_decided_is_its_conclusion(huyen: Side, yen_hoa: Database, tmp_path: Path) -> None:
    with huyen.database.write("Quyết định", "Lê Văn Thẩm", AT, of=yen_hoa.unit) as session:
        remarks.decide(session, outcome="not_eligible", number="12/BC-UBND", text="Thiếu 04 tiêu chí.")
    said = paper(huyen, "tham-tra", tmp_path / "a.pdf", "MH-YH")
    assert "Chưa đủ điều kiện (văn bản số 12/BC-UBND). Thiếu 04 tiêu chí." in said


def test_an_unknown_commune_is_refused_by_name(huyen: Side, tmp_path: Path) -> None:
    with pytest.raises(NtmError, match="Không có xã “Tân Lợi”"):
        paper(huyen, "tham-tra", tmp_path / "a.pdf", "Tân Lợi")
    assert not (tmp_path / "a.pdf").exists()
