"""From an empty folder to the first printed dossier, as a person does it at the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pypdfium2
from complete import assess_everything
from consulted import consult

from ntm_desktop.db.engine import Database
from ntm_desktop.db.session import Session
from ntm_desktop.services import commune, dossier, narratives, people
from ntm_desktop.services.commune import HamletView

ROOT = Path(__file__).resolve().parents[2]
ON = date(2021, 12, 31)
AT = datetime(2022, 1, 4, 1, tzinfo=UTC)


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NTM_DATA": str(folder), "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-m", "ntm_desktop", *words, "--json"],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=folder.parent,
    )


def command(folder: Path, *words: str) -> Any:
    done = run(folder, *words)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def refused(folder: Path, *words: str) -> list[str]:
    done = run(folder, *words)
    assert done.returncode == 1
    problems: list[str] = json.loads(done.stdout)["error"]["problems"]
    return problems


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


def test_the_first_final_dossier(tmp_path: Path) -> None:
    """What is missing is named; given, the dossier is printed and registered, twice the same."""
    folder = tmp_path / "Dữ liệu xã"
    command(
        folder, "new", "--name", "xã Yên Hóa", "--district", "huyện Minh Hóa", "--province",
        "tỉnh Quảng Bình", "--set", "xa-ntm-2016-2020", "--profile", "tdmnpb", "--year", "2021",
        "--as", "Cao Thị Hòa",
    )  # fmt: skip
    words = ("dossier", "--on", "2021-12-31", "--out")
    missing = refused(folder, *words, str(tmp_path / "0.pdf"))
    for what in ("Tiêu chí", "Đánh giá chỉ tiêu", "Người ký", "Lời văn hồ sơ", "Niêm yết", "Cuộc họp"):
        assert any(problem.startswith(f"{what}:") for problem in missing), missing
    assert not (tmp_path / "0.pdf").exists()
    with Database.open(folder) as database:
        for act in (assess, name_a_signer, word_the_report, ask, number_what_comes_before):
            with database.write("Bổ sung", "Cao Thị Hòa", AT) as session:
                act(session)
    first = command(folder, *words, str(tmp_path / "1.pdf"))
    second = command(folder, *words, str(tmp_path / "2.pdf"))
    assert (tmp_path / "1.pdf").read_bytes() == (tmp_path / "2.pdf").read_bytes()
    assert first["content_root"] == second["content_root"]
    text = text_of(tmp_path / "1.pdf")
    assert "BẢN NHÁP" not in text
    assert "Tổng số: 19/19 tiêu chí đạt" in text
    assert "(số 12/BB-UBND ngày 20/12/2021)" in text
    with Database.open(folder) as database, database.read() as session:
        printed = dossier.register_list(session)
    assert [(one.ordinal, one.sha256, one.pages) for one in printed] == [
        (2, second["sha256"], second["pages"]),
        (1, first["sha256"], first["pages"]),
    ]


def assess(session: Session) -> None:
    assess_everything(session, ON)


def name_a_signer(session: Session) -> None:
    people.save_person(session, name="Đinh Minh Đức", post="Chủ tịch UBND xã", signs=True)


def word_the_report(session: Session) -> None:
    data = dossier.collect(session, on=ON, today=ON, draft=True)
    for part in narratives.list_parts(data):
        if part.gap:
            narratives.save(session, paper=part.paper, part=part.part, body="Lời văn của xã.", on=ON)


def ask(session: Session) -> None:
    commune.save_hamlets(session, rows=[HamletView(None, "Tân Lợi 1", 76, 300)])
    consult(session, on=date(2021, 12, 20))


def number_what_comes_before(session: Session) -> None:
    for form, number in (("tong_hop_y_kien", "118"), ("bao_cao", "119"), ("bien_ban", "12")):
        dossier.save_paper(session, form=form, on=ON, number=number, issued=date(2021, 12, 20))


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
