from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ntm_desktop.services.sample_files import write_file

Run = Callable[..., Any]


@pytest.fixture
def sampled(run: Run) -> Run:
    assert run("sample").code == 0
    return run


def test_the_fronts_report_is_attached_and_taken_off(sampled: Run, tmp_path: Path) -> None:
    scan = write_file(tmp_path, title="Báo cáo hài lòng", kind="pdf", pages=1, commune="xã Yên Hóa")
    listed = {row["form"]: row for row in sampled("paper", "list", "--json").json["papers"]}
    assert listed["hai_long"]["lacking"] == ["số, ngày", "tệp"]
    assert listed["to_trinh"]["attached"] is False
    done = sampled(
        "paper", "set", "hai_long", "--number", "15", "--issued", "29/6/2021", "--file", str(scan), "--json"
    )
    assert done.code == 0, done.err
    assert (done.json["number"], done.json["issued"], done.json["lacking"]) == ("15", "2021-06-29", [])
    assert done.json["file"]["name"] == scan.name
    text = sampled("paper", "list").out
    assert "số 15/BC-MTTQ-BTT ngày 29/6/2021" in text
    assert f"tệp “{scan.name}”" in text
    off = sampled("paper", "set", "hai_long", "--no-file", "--json")
    assert off.json["file"] is None
    assert off.json["number"] == "15"


def test_a_paper_that_is_none_and_nothing_to_do_are_refused(sampled: Run) -> None:
    wrong = sampled("paper", "set", "khac", "--number", "1")
    assert (wrong.code, "Ghi một trong: to_trinh" in wrong.err) == (1, True)
    idle = sampled("paper", "set", "hai_long")
    assert (idle.code, "Chưa ghi gì để đổi" in idle.err) == (1, True)


def test_each_line_of_the_readiness_says_where_its_rule_stands_and_who_mends_it(
    sampled: Run, tmp_path: Path
) -> None:
    lines = sampled("status", "--json").json["readiness"]["lines"]
    assert {row["key"] for row in lines} >= {"criteria", "asked/opinions", "asked/survey", "debts", "grounds"}
    assert all(row["what"] and row["why"] and row["source"] and row["who"] for row in lines)
    assert all(row["link"]["page"] for row in lines)
    assert "Người xử lý: Trần Văn Đông" in sampled("status").out
    refused = sampled("dossier", "--out", str(tmp_path / "hs.pdf"), "--json")
    problems = refused.json["error"]["problems"]
    assert (
        sum(
            "Căn cứ: Các bước theo Quyết định số 2540/QĐ-TTg. Người xử lý: Cao Thị Hòa." in one
            for one in problems
        )
        >= 3
    )
