"""From an empty folder to the first printed dossier, as a person does it at the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdfium2

ROOT = Path(__file__).resolve().parents[2]


def command(folder: Path, *words: str) -> Any:
    environment = {**os.environ, "NTM_DATA": str(folder), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "ntm_desktop", *words, "--json"],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=folder.parent,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join("\n".join(pages).split())


def test_from_nothing_to_a_draft_on_paper(tmp_path: Path) -> None:
    folder = tmp_path / "Dữ liệu xã"
    command(
        folder, "new", "--name", "xã Yên Hóa", "--district", "huyện Minh Hóa", "--province",
        "tỉnh Quảng Bình", "--set", "xa-ntm-2016-2020", "--profile", "tdmnpb", "--year", "2021",
        "--as", "Cao Thị Hòa",
    )  # fmt: skip
    note = "Đường số 1 ấp Hòa <Minh> & 5 m² ≥ 98,61%"
    scan = tmp_path / "Biên bản.txt"
    scan.write_text(note, encoding="utf-8")
    said = command(
        folder, "record", "17.6", "862/1342", "--on", "2021-06-30", "--note", note, "--evidence", str(scan)
    )
    assert (said["value"], said["verdict"], said["evidence"]) == ("64,23%", "unmet", 1)
    said = command(folder, "record", "17.2", "--na", f"Căn cứ {note}", "--on", "2021-06-30")
    assert command(folder, "status", "--on", "2021-06-30")["criteria"]["unmet_codes"] == ["17"]
    printed = command(folder, "dossier", "--out", str(tmp_path / "Hồ sơ.pdf"), "--draft")
    text = text_of(tmp_path / "Hồ sơ.pdf")
    assert printed["pages"] >= 4
    for words in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "TỜ TRÌNH",
        "XÃ YÊN HÓA",
        "862/1.342 = 64,23%",
        "BẢN NHÁP",
    ):
        assert words in text
    assert note.replace(" ", "") in text.replace(" ", "")


def test_the_sample_from_the_command_line(tmp_path: Path) -> None:
    folder = tmp_path / "mẫu"
    command(folder, "sample", "--commune", "yen-hoa")
    june = command(folder, "status", "--on", "2021-06-30")["criteria"]
    december = command(folder, "status", "--on", "2021-12-31")["criteria"]
    assert (june["met"], june["unmet"], june["unmet_codes"]) == (15, 4, ["2", "6", "10", "17"])
    assert december["met"] == 17
    assert command(folder, "status")["on"] == "2021-06-30"  # the day that its window shows
    command(folder, "dossier", "--out", str(tmp_path / "mẫu.pdf"), "--draft")
    text = text_of(tmp_path / "mẫu.pdf")
    assert "tháng 6 năm 2021" in text
    assert "SỐ LIỆU MINH HỌA" in text
    assert "15/19 tiêu chí" in text
