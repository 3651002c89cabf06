from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont

from ntm_desktop import cli, settings
from ntm_desktop.db.engine import Database
from ntm_desktop.paths import resource
from ntm_desktop.services import goals, people, sample
from ntm_desktop.settings import Settings

Run = Callable[..., Any]


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        (["15.1", "95,5"], "met"),
        (["17.6", "862/1342"], "unmet"),
        (["15.2", "dat"], "met"),
        (["15.2", "chua-dat"], "unmet"),
        (["17.1", "hop_ve_sinh=93,1", "nuoc_sach=40"], "unmet"),
        (["10", "34,8"], "unmet"),
        (["9.1", "0"], "met"),
        (["2.2", "62,4"], "no_target"),
    ],
)
def test_record_takes_every_kind_of_value(commune: Run, words: list[str], verdict: str) -> None:
    said = commune("record", *words, "--on", "30/6/2021", "--json")
    assert said.code == 0, said.err
    assert said.json["verdict"] == verdict


@pytest.mark.parametrize(
    "words",
    [
        ["15.1", "--on", "2021-06-30", "95,5"],
        ["--on", "2021-06-30", "15.1", "95,5"],
        ["15.1", "--on", "2021-06-30", "--note", "x", "95,5"],
    ],
)
def test_the_value_may_stand_before_or_after_the_options(commune: Run, words: list[str]) -> None:
    assert commune("record", *words, "--json").json["value"].startswith("95,5")


def test_record_not_applicable_with_its_ground(commune: Run) -> None:
    said = commune("record", "17.2", "--na", "Sổ tay 69/QĐ-BNN-VPĐP", "--on", "2021-06-30", "--json")
    assert said.json["verdict"] == "not_applicable"


def test_record_with_evidence_of_a_name_with_marks(commune: Run, tmp_path: Path) -> None:
    paper = tmp_path / "Bie\u0302n ba\u0309n <b>.txt"
    paper.write_text("Đường số 1 ấp Hòa", encoding="utf-8")
    said = commune("record", "15.1", "95,5", "--on", "2021-06-30", "--evidence", str(paper), "--json")
    assert said.json["evidence"] == 1
    missing = commune("record", "15.1", "96", "--on", "2021-06-30", "--evidence", str(tmp_path / "mất.pdf"))
    assert missing.code == 1
    assert "Không còn thấy tệp" in missing.err
    assert commune("history", "--json").json["entries"][0]["action"] == "Nhập số liệu chỉ tiêu 15.1"
    assert len(commune("history", "--json").json["entries"]) == 2  # the refused one left nothing


def test_evidence_that_is_there_already_is_named_and_the_figure_kept(commune: Run, tmp_path: Path) -> None:
    paper = tmp_path / "Biên bản.txt"
    paper.write_text("Biên bản", encoding="utf-8")
    new = tmp_path / "Danh sách.txt"
    new.write_text("Danh sách", encoding="utf-8")
    files = ("--evidence", str(paper), str(new))
    commune("record", "15.1", "95,5", "--on", "2021-06-30", "--evidence", str(paper))
    said = commune("record", "15.1", "96", "--on", "2021-06-30", *files, "--json")
    assert (said.code, said.json["value"], said.json["evidence"]) == (0, "96%", 2)
    assert "“Biên bản.txt” đã có ở chỉ tiêu 15.1 với tên “Biên bản”." in said.err


def test_evidence_goes_to_the_set_of_the_day_of_the_figures(
    commune: Run, folder: Path, tmp_path: Path
) -> None:
    with (
        Database.open(folder) as database,
        database.write("Đăng ký", "An", datetime(2022, 1, 1, tzinfo=UTC)) as session,
    ):
        goals.register(
            session, set_id="xa-ntm-2021-2025", year=2022, profile="btb", valid_from=date(2022, 1, 1)
        )
    paper = tmp_path / "Biên bản.txt"
    paper.write_text("Đường số 1 ấp Hòa", encoding="utf-8")
    said = commune("record", "15.1", "95,5", "--on", "2021-06-30", "--evidence", str(paper), "--json")
    assert said.json["evidence"] == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["15.1", "nhiều"], "không phải là số"),
        (["15.1", "1.5"], "là 1,5 hay"),
        (["10.1", "1,234,567"], "1.234.567"),
        (["15.1", "101"], "lớn hơn 100%"),
        (["15.1", "-5"], "nhỏ hơn 0"),
        (["15.1", "-5,5"], "nhỏ hơn 0"),
        (["99.9", "5"], "không có chỉ tiêu"),
        (["15.1"], "Nhập giá trị"),
        (["15.1", "5", "6"], "Có hai giá trị cho chỉ tiêu 15.1: “5” và “6”. Chỉ nhập một"),
        (["17.1", "hop_ve_sinh=5", "hop_ve_sinh=6"], "Có hai giá trị cho phần hop_ve_sinh: “5” và “6”"),
        (["17.1", "100", "75"], "Nhập hop_ve_sinh=… nuoc_sach=…"),
        (["15.1", "5", "--replaces", "1/6/2021"], "không có số liệu ghi ngày 1/6/2021 để sửa"),
        (["15.1", "55/50"], "lớn hơn tổng số (50). Nhập lại, số đạt trước, tổng số sau, ví dụ 45/50."),
        (["17.1", "nuoc_sach=50"], "gồm 02 phần, còn thiếu hop_ve_sinh=… (nước hợp vệ sinh). Nhập đủ các"),
        (["17.1", "hop_ve_sinh=", "nuoc_sach=50"], "còn thiếu hop_ve_sinh=… (nước hợp vệ sinh)"),
        (["17.1", "hop_ve_sinh=95", "nuocsach=50"], "không có phần “nuocsach”"),
        (["17.1", "93,1"], "Nhập hop_ve_sinh=… nuoc_sach=… (nước hợp vệ sinh; trong đó nước sạch)."),
    ],
)
def test_a_bad_value_is_refused_in_plain_words_and_changes_nothing(
    commune: Run, words: list[str], said: str
) -> None:
    refused = commune("record", *words, "--on", "2021-06-30", "--json")
    assert refused.code == 1
    assert said in refused.err
    assert refused.json["error"]["message"]
    assert isinstance(refused.json["error"]["problems"], list)
    assert len(commune("history", "--json").json["entries"]) == 1


def test_a_day_in_the_future_or_before_the_commune_is_refused(commune: Run) -> None:
    later = (date.today() + timedelta(days=400)).isoformat()  # noqa: DTZ011 - any day far ahead will do
    assert "ở sau hôm nay" in commune("record", "15.1", "90", "--on", later).err
    assert "trước ngày thành lập" in commune("record", "15.1", "90", "--on", "1/1/2011").err


def test_an_earlier_value_that_changes_nothing_is_said_and_can_replace(commune: Run) -> None:
    said = commune("record", "15.1", "90", "--on", "10/6/2021")
    assert said.err == ""
    said = commune("record", "15.1", "80", "--on", "9/5/2021")
    assert "Số đang dùng vẫn là số ghi ngày 10/6/2021" in said.err
    commune("undo")
    said = commune("record", "15.1", "80", "--on", "9/5/2021", "--replaces", "10/6/2021")
    assert (said.code, said.err) == (0, "")
    assert commune("record", "15.1", "81", "--on", "9/5/2021").err == ""
    with_nothing_newer = commune("status", "--on", "2021-06-30", "--json").json
    assert with_nothing_newer["indicators"]["unmet"] == 1


def test_who_acts_is_one_of_the_staff(commune: Run) -> None:
    refused = commune("record", "15.1", "90", "--on", "2021-06-30", "--as", "Cao Thi Hoa")
    assert refused.code == 1
    assert "Không có cán bộ “Cao Thi Hoa” trong dữ liệu. Ghi đúng một trong các tên: Cao Thị Hòa." in (
        refused.err
    )
    assert commune("record", "15.1", "90", "--on", "2021-06-30", "--as", " Cao Thị  Hòa").code == 0


def test_correcting_anothers_value_needs_a_reason(commune: Run, folder: Path) -> None:
    with (
        Database.open(folder) as database,
        database.write("Thêm", "Cao Thị Hòa", datetime(2021, 6, 1, tzinfo=UTC)) as session,
    ):
        people.save_person(session, name="Phạm Quốc Việt", post="")
    assert commune("record", "15.1", "90", "--on", "2021-06-30", "--as", "Phạm Quốc Việt").code == 0
    refused = commune("record", "15.1", "91", "--on", "2021-06-30")
    assert (refused.code, "Phạm Quốc Việt nhập" in refused.err) == (1, True)
    assert commune("record", "15.1", "91", "--on", "2021-06-30", "--reason", "Tính lại").code == 0


def test_a_dossier_is_refused_with_all_that_is_missing_and_a_draft_is_printed(
    commune: Run, tmp_path: Path
) -> None:
    out = tmp_path / "hồ sơ.pdf"
    refused = commune("dossier", "--out", str(out), "--on", "2021-06-30", "--json")
    assert refused.code == 1
    assert len(refused.json["error"]["problems"]) > 2
    assert not out.exists()
    done = commune("dossier", "--out", str(out), "--draft", "--docx", str(tmp_path / "word"), "--json")
    assert done.code == 0, done.err
    with pypdfium2.PdfDocument(out) as document:
        assert len(document) == done.json["pages"]
    assert all(Path(path).is_file() for path in done.json["docx"])
    assert len(done.json["docx"]) > 1


def test_an_empty_name_or_a_folder_is_no_place_for_a_dossier(commune: Run, tmp_path: Path) -> None:
    for option in ("--out", "--docx"):
        words = ["--out", str(tmp_path / "hs.pdf"), option, ""]
        empty = commune("dossier", "--draft", *words)
        assert (empty.code, f"{option}: chưa ghi tên" in empty.err) == (2, True)
    refused = commune("dossier", "--draft", "--out", str(tmp_path))
    assert (refused.code, "là một thư mục" in refused.err, "ho-so.pdf" in refused.err) == (1, True, True)
    assert not (tmp_path / "hs.pdf").exists()


def test_papers_are_set_in_the_offices_own_times_new_roman_where_it_is_wanted(
    commune: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fonts = tmp_path / "Fonts"  # a Windows folder with the face in it: Tinos under its names
    fonts.mkdir()
    for name, style in (("", "Regular"), ("bd", "Bold"), ("i", "Italic"), ("bi", "BoldItalic")):
        face = TTFont(resource("fonts", f"Tinos-{style}.ttf"))
        face["name"].setName(f"TimesNewRoman-{style}", 6, 3, 1, 0x409)
        face["name"].setName(f"TimesNewRoman-{style}", 6, 1, 0, 0)
        face.save(fonts / f"times{name}.ttf")
    monkeypatch.setenv("WINDIR", str(tmp_path))
    out = tmp_path / "hồ sơ.pdf"
    for wanted in (True, False):
        settings.save(Settings(times_new_roman=wanted), folder)
        commune("dossier", "--out", str(out), "--draft")
        with pikepdf.open(out) as pdf:
            names = {str(font.BaseFont) for page in pdf.pages for font in page.Resources.Font.values()}
        assert any("TimesNewRoman" in name for name in names) is wanted, names


def test_no_dossier_is_printed_as_of_a_day_to_come(run: Run, folder: Path, tmp_path: Path) -> None:
    run("sample", "--commune", "yen-hoa")
    out = tmp_path / "mai.pdf"
    for draft in ((), ("--draft",)):
        refused = run("dossier", "--out", str(out), "--on", "2090-01-01", *draft, "--json")
        assert refused.code == 1
        assert refused.json["error"]["problems"] == []
        assert "ngày 1/1/2090 ở sau hôm nay" in refused.json["error"]["message"]
    assert not out.exists()
    later = run("dossier", "--out", str(out), "--on", "2021-12-31", "--draft")  # its story stands in June
    assert later.code == 0


def test_a_complete_dossier_is_registered_with_its_code(run: Run, folder: Path, tmp_path: Path) -> None:
    sample.make(folder, commune="thai-thuy")
    first = run("dossier", "--out", str(tmp_path / "1.pdf"), "--on", "2021-12-31", "--json")
    assert first.code == 0, first.err
    second = run("dossier", "--out", str(tmp_path / "2.pdf"), "--on", "2021-12-31", "--json")
    assert second.json["content_root"] == first.json["content_root"]  # nothing changed in between
    assert (tmp_path / "1.pdf").read_bytes() == (tmp_path / "2.pdf").read_bytes()
    settings.save(Settings(story_day="2021-12-31"), folder)
    assert run("record", "15.1", "90", "--on", "2021-12-31").code == 0  # new on that day: corrects nothing
    corrected = run("record", "10.1", "40", "--on", "2021-12-31")
    assert (corrected.code, "đã in vào hồ sơ" in corrected.err) == (1, True)


@pytest.mark.logs_warning
def test_a_final_paper_is_in_the_register_before_it_has_its_name(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    """Where it cannot be kept, no paper is out."""
    words = ("dossier", "--on", "2021-12-31", "--json", "--out")
    sample.make(folder, commune="thai-thuy")
    with contextlib.closing(sqlite3.connect(folder / "ntm.db")) as database:
        database.execute("CREATE TRIGGER full BEFORE INSERT ON dossier BEGIN SELECT RAISE(ABORT, 'đầy'); END")
    out = tmp_path / "hs.pdf"
    with contextlib.suppress(Exception):
        assert run(*words, str(out)).code != 0
    assert list(tmp_path.glob("*.pdf")) == []
    with contextlib.closing(sqlite3.connect(folder / "ntm.db")) as database:
        database.execute("DROP TRIGGER full")
    assert run(*words, str(out)).code == 0
    assert list(tmp_path.glob("*.pdf")) == [out]


def test_a_dossier_is_a_pdf_and_says_so(commune: Run, tmp_path: Path) -> None:
    refused = commune("dossier", "--draft", "--out", str(tmp_path / "hồ sơ.txt"))
    assert refused.code == 1
    assert "“hồ sơ.txt” không có đuôi .pdf" in refused.err
    assert "--docx" in refused.err
    assert not list(tmp_path.glob("hồ sơ*"))


def test_edited_word_files_are_not_written_over(commune: Run, tmp_path: Path) -> None:
    word, out = tmp_path / "word", tmp_path / "hs.pdf"
    word.mkdir()
    (word / "03 Tờ trình.docx").write_text("lãnh đạo đã sửa", encoding="utf-8")
    refused = commune("dossier", "--draft", "--out", str(out), "--docx", str(word), "--json")
    assert refused.code == 1
    assert "không ghi đè" in refused.json["error"]["message"]
    assert refused.json["error"]["problems"] == ["03 Tờ trình.docx"]
    assert (word / "03 Tờ trình.docx").read_text(encoding="utf-8") == "lãnh đạo đã sửa"
    assert [path.name for path in word.iterdir()] == ["03 Tờ trình.docx"]
    assert not out.exists()


def test_undo_takes_the_last_action_back(commune: Run) -> None:
    commune("record", "15.1", "90", "--on", "2021-06-30")
    said = commune("undo", "--json")
    assert said.json["action"] == "Nhập số liệu chỉ tiêu 15.1"
    assert commune("status", "--on", "2021-06-30", "--json").json["indicators"]["not_assessed"] == 49
    assert "không có thao tác" in commune("undo", "77").err.lower()


@pytest.mark.parametrize("inside", [".", "files", "backups/them"])
def test_a_backup_into_the_data_themselves_is_refused(commune: Run, folder: Path, inside: str) -> None:
    before = sorted(path for path in folder.rglob("*") if "logs" not in path.parts)
    said = commune("backup", "--to", str(folder / inside))
    assert said.code == 1
    assert "nằm trong thư mục dữ liệu" in said.err
    assert sorted(path for path in folder.rglob("*") if "logs" not in path.parts) == before


def test_the_history_is_read_as_a_person_would(commune: Run) -> None:
    commune("record", "15.1", "90", "--on", "2021-06-30")
    done = commune("undo")
    assert "Đã hoàn tác thao tác số 2: Nhập số liệu chỉ tiêu 15.1.\n" in done.out
    assert "ntm-desktop undo 3" in done.out
    newest, hint = commune("history", "--limit", "1").out.splitlines()
    assert "Hoàn tác việc 2: Nhập số liệu chỉ tiêu 15.1 (90%)" in newest
    assert "xem thêm bằng --limit" in hint
    assert len(commune("history").out.splitlines()) == 3
    assert commune("history", "--text", "khong co").out == "Không có thao tác nào có chữ “khong co”.\n"
    assert commune("undo", "3").code == 0
    assert commune("check").out == (
        "Dữ liệu nguyên vẹn: 4 thao tác trong lịch sử, 0 tệp "
        "(chưa đọc lại từng tệp, muốn đọc lại thì thêm --deep).\n"
    )


def test_a_backup_beside_the_data_says_that_it_guards_little(commune: Run) -> None:
    said = commune("backup")
    assert said.code == 0
    assert "nằm cùng ổ với dữ liệu" in said.out + said.err


def test_backup_and_restore_bring_the_values_back(commune: Run, folder: Path, tmp_path: Path) -> None:
    commune("record", "15.1", "90", "--on", "2021-06-30")
    made = commune("backup", "--to", str(tmp_path / "USB"), "--json").json
    commune("record", "15.2", "dat", "--on", "2021-06-30")
    refused = commune("restore", made["manifest"])
    assert (refused.code, "thêm --yes" in refused.err) == (1, True)
    assert "- Thao tác cuối trong bản sao lưu: Nhập số liệu chỉ tiêu 15.1 (" in refused.err
    assert "- Thao tác cuối hiện nay: Nhập số liệu chỉ tiêu 15.2 (" in refused.err
    assert "- 01 thao tác sau bản sao lưu này sẽ bị thay." in refused.err
    assert "- Số kết quả đánh giá: đang có 2, phục hồi xong còn 1." in refused.err
    a_folder = commune("restore", str(tmp_path / "USB"))
    assert (
        f"là một thư mục. Chọn tệp manifest.json của bản sao lưu trong thư mục đó, ví dụ {made['manifest']}."
        in (a_folder.err)
    )
    assert commune("status", "--on", "2021-06-30", "--json").json["indicators"]["met"] == 2
    restored = commune("restore", made["manifest"], "--json", "--yes")
    assert restored.code == 0, restored.err
    assert restored.json["replaced"] == 1
    assert restored.json["kept"]
    newest = commune("history", "--json").json["entries"][0]
    assert newest["action"].startswith("Phục hồi từ bản sao lưu số 1 ngày ")
    assert newest["by"] == "Cao Thị Hòa"
    assert (commune("undo").code, commune("check", "--deep").code) == (1, 0)
    assert commune("status", "--on", "2021-06-30", "--json").json["indicators"]["met"] == 1
    (folder / "ntm.db").write_bytes(b"hong")
    assert commune("status").code == 1
    assert commune("restore", made["manifest"]).code == 0
    assert commune("check", "--deep").code == 0
    newer(folder / "ntm.db")
    refused = commune("restore", made["manifest"])
    assert (refused.code, "phiên bản mới hơn" in refused.err, "--yes" in refused.err) == (1, True, True)
    assert commune("restore", made["manifest"], "--yes").code == 0


def test_an_empty_folder_is_filled_without_asking(
    commune: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = commune("backup", "--to", str(tmp_path / "USB"), "--json").json
    assert cli.main(["restore", made["manifest"], "--data", str(tmp_path / "máy mới")]) == 0
    assert "Đã phục hồi xã Yên Hóa" in capsys.readouterr().out
    missing = commune("restore", str(tmp_path / "mất" / "manifest.json"))
    assert (missing.code, "Không thấy bản sao lưu" in missing.err) == (1, True)


def test_anothers_backup_is_restored_only_on_demand(
    commune: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "khác"
    sample.make(other)
    assert cli.main(["backup", "--to", str(tmp_path / "USB"), "--data", str(other), "--json"]) == 0
    manifest = json.loads(capsys.readouterr().out)["manifest"]
    refused = commune("restore", manifest)
    assert (refused.code, "--yes" in refused.err) == (1, True)
    assert "- Toàn bộ dữ liệu hiện nay (01 thao tác) sẽ bị thay." in refused.err
    assert refused.err.count("\n") == 4
    assert commune("restore", manifest, "--yes").code == 0


def test_check_names_a_lost_file(commune: Run, folder: Path, tmp_path: Path) -> None:
    paper = tmp_path / "biên bản.txt"
    paper.write_text("nội dung", encoding="utf-8")
    commune("record", "15.1", "90", "--on", "2021-06-30", "--evidence", str(paper))
    assert commune("check", "--json").json["files"] == 1
    next((folder / "files").glob("*/*")).unlink()
    said = commune("check", "--json")
    assert said.code == 1
    assert len(said.json["error"]["problems"]) == 1


def test_a_command_is_refused_while_the_window_is_open(commune: Run, folder: Path) -> None:
    with Database.open(folder):
        said = commune("status")
    assert said.code == 1
    assert "đang được mở" in said.err
    assert commune("status").code == 0


def newer(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version=9999")
    connection.execute("UPDATE alembic_version SET version_num='9999'")
    connection.commit()
    connection.close()


def another(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (x)")
    connection.close()


def damaged(path: Path) -> None:
    path.write_bytes(os.urandom(8192))


@pytest.mark.parametrize("spoil", [newer, another, damaged])
def test_a_database_that_is_newer_foreign_or_damaged_is_refused_before_any_write(
    commune: Run, folder: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(folder / "ntm.db")
    before = (folder / "ntm.db").read_bytes()
    said = commune("record", "15.1", "90", "--on", "2021-06-30")
    assert said.code == 1
    assert said.err.count("\n") == 1
    assert (folder / "ntm.db").read_bytes() == before


def test_a_place_that_cannot_be_written_is_refused(run: Run, folder: Path) -> None:
    folder.write_text("một tệp, không phải thư mục")
    said = run("sample")
    assert said.code == 1
    assert "Không ghi được vào thư mục dữ liệu" in said.err


def test_a_clock_that_stands_before_the_last_entry_is_reported(commune: Run, folder: Path) -> None:
    connection = sqlite3.connect(folder / "ntm.db")
    connection.execute("UPDATE history SET at='2999-01-01T00:00:00Z'")
    connection.commit()
    connection.close()
    said = commune("status", "--json")
    assert said.code == 0
    assert said.json["on"]
    assert "đồng hồ" in said.err.lower()


def test_a_reader_that_stops_early_is_no_mistake(commune: Run, folder: Path) -> None:
    """As with ``ntm-desktop history | head -1``."""
    words = [sys.executable, "-m", "ntm_desktop", "history", "--data", str(folder)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        said = program.stderr.read()
    assert (program.returncode, said) == (0, b"")


@pytest.mark.logs_warning
def test_our_own_mistake_names_the_log(commune: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connection = sqlite3.connect(folder / "ntm.db")
    connection.execute("UPDATE goal SET deadline='x'")  # what no action of ours can do
    connection.commit()
    connection.close()
    said = commune("status")
    assert said.code == 3
    assert str(folder / "logs") in said.err
    assert "Traceback" in next((folder / "logs").glob("*.log")).read_text(encoding="utf-8")
