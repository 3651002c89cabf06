from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def sampled(run: Run) -> Run:
    assert run("sample").code == 0
    return run


def test_alone_it_lists_what_can_be_made(run: Run) -> None:
    said = run("report", "--json").json["reports"]
    first = said[0]
    assert first == {
        "name": "danh-muc",
        "title": "Danh mục công trình",
        "files": [".pdf", ".docx", ".xlsx"],
        "options": [],
    }
    assert "danh-muc: Danh mục công trình (.pdf, .docx, .xlsx)" in run("report").out


@pytest.mark.parametrize("suffix", ["pdf", "docx", "xlsx"])
def test_a_report_is_written(sampled: Run, tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"bieu.{suffix}"
    said = sampled("report", "danh-muc", "--out", str(out), "--json").json
    assert (said["name"], said["on"], said["file"]) == ("danh-muc", "2021-06-30", str(out))
    assert (said["pages"] is not None) == (suffix == "pdf")
    assert out.stat().st_size > 1000


def test_it_says_what_it_wrote(sampled: Run, tmp_path: Path) -> None:
    out = tmp_path / "bieu.pdf"
    said = sampled("report", "danh-muc", "--out", str(out), "--on", "31/3/2021")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Đã ghi Danh mục công trình")


def test_a_letter_and_a_year(sampled: Run, tmp_path: Path) -> None:
    letter, capital = tmp_path / "cv.docx", tmp_path / "von.xlsx"
    said = sampled("report", "don-doc", "--contractor", "phuc", "--out", str(letter), "--json").json
    assert said["title"] == "Công văn đôn đốc tiến độ, Công ty TNHH Xây dựng Hồng Phúc"
    said = sampled("report", "von", "--year", "2020", "--out", str(capital), "--json").json
    assert said["title"] == "Kế hoạch vốn và giải ngân năm 2020"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("report", "bao-cao", "--out", "x.pdf"), "Không có báo cáo “bao-cao”"),
        (("report", "danh-muc"), "Thêm --out, ví dụ --out danh-muc.pdf"),
        (("report", "danh-muc", "--out", "x.csv"), "đuôi .csv"),
        (("report", "danh-muc", "--out", "khong-co/x.pdf"), "Không có thư mục"),
        (("report", "danh-muc", "--out", "x.pdf", "--on", "1/1/2099"), "ngày 1/1/2099 ở sau hôm nay"),
        (("report", "--out", "x.pdf"), "Chưa ghi tên báo cáo"),
        (("report", "danh-muc", "--out", "x.pdf", "--year", "2021"), "không dùng --year"),
        (("report", "von", "--out", "x.pdf", "--contractor", "A"), "không dùng --contractor"),
        (("report", "von", "--out", "x.pdf", "--year", "1999"), "Năm 1999 không hợp lệ"),
        (("report", "don-doc", "--out", "x.pdf"), "Chưa chọn nhà thầu"),
        (("report", "don-doc", "--out", "x.xlsx", "--contractor", "phuc"), "đuôi .xlsx"),
    ],
)
def test_refusals(
    sampled: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    refused = sampled(*words)
    assert refused.code == 1
    assert said in refused.err
    assert list(tmp_path.glob("x.*")) == []
