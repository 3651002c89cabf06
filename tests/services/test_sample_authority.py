"""The directive's own table, from the sample of an authority with its seven communes."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_reports import pdf_text

from ntm_desktop.db.engine import Database
from ntm_desktop.errors import NtmError
from ntm_desktop.services import communes, keys, reports, sample_authority
from ntm_desktop.services.reports import Wanted


def test_each_registered_commune_and_how_many_criteria_it_lacks(tmp_path: Path) -> None:
    folder = tmp_path / "cơ quan"
    sample_authority.make(folder)
    on = sample_authority.DAY
    with Database.open(folder) as database, database.read() as session:
        found = {line.name: line for line in communes.overview(session, on=on).lines}
        made = reports.collect(session, report=reports.find("tong-hop-xa"), wanted=Wanted(on=on, today=on))
        assert len(keys.all_peers(session)) == 7
    left = {name: line.digest.left for name, line in found.items() if line.digest}
    assert left == {
        "xã Yên Hóa": 4,
        "xã Thái Thủy": 3,
        "xã Đồng Hóa": 3,
        "xã Sơn Lộc": 2,
        "xã Quảng Đông": 2,
        "xã A (minh họa)": 1,
        "xã B (minh họa)": 2,
    }
    reports.write(made, tmp_path / "tổng hợp.pdf")
    said = pdf_text(tmp_path / "tổng hợp.pdf")
    assert "SỐ LIỆU MINH HỌA" in said
    assert "xã Yên Hóa Minh Hóa 2021 15/19 04 tiêu chí 2, 6, 10, 17" in said
    assert "xã Thái Thủy Lệ Thủy 2021 16/19 03 tiêu chí 5, 6, 17" in said
    assert "xã Đồng Hóa Tuyên Hóa 2021 16/19 03 tiêu chí 2, 11, 17" in said
    with pytest.raises(NtmError, match="đã có dữ liệu"):
        sample_authority.make(folder)
