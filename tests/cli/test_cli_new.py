"""``new`` with its codes and defaults, and ``blank``, as a script calls them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from desks import Shared

from ntm_desktop import cli
from ntm_desktop.db.engine import Database
from ntm_desktop.services import people

Run = Callable[..., Any]


def test_new_makes_a_commune_with_its_nouns_and_a_provisional_code(commune: Run) -> None:
    plain = commune("status", "--on", "2021-06-30", "--json").json
    assert plain["commune"]["name"] == "xã Yên Hóa"
    assert plain["commune"]["code"].startswith("tam-")
    assert plain["goal"] == {"set": "xa-ntm-2016-2020", "regime": "2016", "tier": "ntm", "year": 2021}
    assert plain["indicators"]["not_assessed"] == 49
    assert plain["illustrative"] is False


def test_new_is_refused_whole_and_leaves_nothing(run: Run, folder: Path) -> None:
    said = run(
        "new", "--name", "Yên Hóa", "--province", "Quảng Bình", "--set", "xa-ntm-2016-2020", "--profile",
        "mien-nui", "--year", "2021",
    )  # fmt: skip
    assert said.code == 1
    assert "không có mức áp dụng “mien-nui”" in said.err
    assert not folder.exists()
    said = run("status")
    assert said.code == 1
    assert "chưa có dữ liệu" in said.err


def test_new_without_a_name_says_what_to_type(run: Run, folder: Path) -> None:
    said = run("new", "--name", "", "--province", " ", "--profile", "btb", "--year", "2021", "--json")
    assert said.json["error"]["problems"] == [
        "Chưa nhập tên xã. Nhập tên, ví dụ xã Yên Hóa.",
        "Chưa nhập tên tỉnh. Nhập tên, ví dụ tỉnh Quảng Bình.",
    ]
    assert not folder.exists()


def test_new_tells_all_that_is_wrong_at_once(run: Run, folder: Path) -> None:
    said = run(
        "new", "--name", " ", "--province", "Quảng Bình", "--set", "xa-ntm-2016-2020", "--profile",
        "mien-nui", "--year", "21", "--code", "18 928", "--regime", "2099", "--json",
    )  # fmt: skip
    problems = said.json["error"]["problems"]
    assert said.code == 1
    for word in ("tên xã", "Mã xã “18 928”", "“mien-nui”", "Năm đăng ký 21", "“2099”"):
        assert any(word in problem for problem in problems), word
    assert len(problems) == 5
    assert not folder.exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--tier", "zz"], "Không có danh hiệu “zz”"),
        (["--tier", "nang-cao"], "dùng để xét xã nông thôn mới, không phải xã nông thôn mới nâng cao"),
        (["--tier", "nang-cao"], "Bộ tiêu chí nâng cao 2021–2025 (xa-ntm-nang-cao-2021-2025)"),
        (
            ["--tier", "kieu-mau"],
            "Chương trình không kèm bộ tiêu chí của danh hiệu đó. Lập xã theo một bộ có sẵn",
        ),
        (["--tier", "kieu-mau"], "thẻ Mục tiêu, bấm Nhận bộ tiêu chí từ tệp"),
        (["--year", "2018"], "Năm đăng ký 2018 ở trước thời kỳ của Bộ tiêu chí 2021–2025 (2021–2025)"),
        (["--established", "1/1/2100"], "Ngày thành lập xã 1/1/2100 ở sau hôm nay"),
        (["--from", "1/1/2099"], "không thể áp dụng từ ngày 1/1/2099. Nhập ngày từ 16/4/2009 đến 31/12/"),
        (["--from", "1/1/2001"], "không thể áp dụng từ ngày 1/1/2001"),
    ],
)
def test_new_refuses_what_the_set_is_not_for_and_days_that_would_lock_the_commune(
    run: Run, folder: Path, words: list[str], said: str
) -> None:
    given = ["--province", "Quảng Trị", "--set", "xa-ntm-2021-2025", "--profile", "btb", "--year", "2025"]
    refused = run("new", "--name", "Yên Hóa", *given, *words)
    assert refused.code == 1
    assert said in refused.err
    assert not folder.exists()


def test_new_takes_the_tier_of_its_set(run: Run) -> None:
    given = ["--province", "Quảng Trị", "--profile", "btb", "--year", "2025"]
    run("new", "--name", "Yên Hóa", *given, "--set", "xa-ntm-nang-cao-2021-2025", "--tier", "nang-cao")
    assert run("status", "--json").json["goal"]["tier"] == "nang-cao"


def test_new_in_a_folder_with_data_is_refused(commune: Run) -> None:
    said = commune(
        "new",
        "--name",
        "x",
        "--province",
        "y",
        "--set",
        "xa-ntm-2016-2020",
        "--profile",
        "btb",
        "--year",
        "2021",
    )
    assert said.code == 1
    assert "đã có dữ liệu" in said.err


@pytest.mark.parametrize(
    ("words", "set_id", "regime"),
    [
        (["--year", "2026", "--profile", "btb"], "xa-ntm-2021-2025", "2025-2cap"),
        (["--year", "2022", "--profile", "btb", "--from", "1/1/2022"], "xa-ntm-2021-2025", "2025-2cap"),
        (
            ["--year", "2022", "--profile", "btb", "--from", "1/1/2022", "--district", "Minh Hóa"],
            "xa-ntm-2021-2025",
            "2021",
        ),
        (
            ["--year", "2018", "--profile", "btb", "--from", "1/1/2018", "--district", "Minh Hóa"],
            "xa-ntm-2016-2020",
            "2016",
        ),
        (
            ["--year", "2025", "--profile", "btb", "--from", "1/7/2025", "--district", "Minh Hóa"],
            "xa-ntm-2021-2025",
            "2025-2cap",
        ),
        (
            ["--year", "2026", "--profile", "nhom1", "--set", "xa-ntm-2026-2030", "--regime", "2021"],
            "xa-ntm-2026-2030",
            "2021",
        ),
    ],
)
def test_new_chooses_a_set_that_can_be_assessed_and_the_procedure_of_its_levels(
    run: Run, words: list[str], set_id: str, regime: str
) -> None:
    said = run("new", "--name", "Yên Hóa", "--province", "Quảng Trị", *words, "--json")
    assert (said.json["set"], said.json["regime"]) == (set_id, regime)
    goal = run("status", "--json").json["goal"]
    assert (goal["set"], goal["regime"]) == (set_id, regime)


def test_new_warns_of_a_year_that_is_another_sets(run: Run) -> None:
    said = run(
        "new", "--name", "Yên Hóa", "--province", "Quảng Trị", "--profile", "btb", "--year", "2026", "--json"
    )
    assert said.json["set"] == "xa-ntm-2021-2025"
    warned = (
        "Năm đánh giá 2026 ngoài thời kỳ của Bộ tiêu chí 2021–2025, đã có Bộ tiêu chí 2026–2030 "
        "(Quyết định số 51/2025/QĐ-TTg, hiệu lực từ 15/2/2026)"
    )
    assert warned in said.err
    refused = run("dossier", "--out", "a.pdf")
    assert refused.code == 1
    assert f"Thời kỳ: {warned}." in refused.err


def test_new_takes_the_set_that_has_the_profile(run: Run) -> None:
    said = run(
        "new",
        "--name",
        "Yên Hóa",
        "--province",
        "Quảng Trị",
        "--profile",
        "nhom1",
        "--year",
        "2026",
        "--json",
    )
    assert said.json["set"] == "xa-ntm-2026-2030"
    assert "ngoài thời kỳ" not in said.err


def test_the_status_of_a_set_without_indicators_says_so(run: Run) -> None:
    run(
        "new", "--name", "Yên Hóa", "--province", "Quảng Trị", "--set", "xa-ntm-2026-2030", "--year", "2026",
        "--profile", "nhom1",
    )  # fmt: skip
    assert "Chỉ tiêu: bộ tiêu chí này chưa có chỉ tiêu trong chương trình\n" in run("status").out


def test_the_help_of_new_names_every_code(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["new", "-h"])
    told = capsys.readouterr().out
    for code in ("xa-ntm-2016-2020", "xa-ntm-2026-2030", "tdmnpb: ", "nhom1: ", "2016: ", "2025-2cap: "):
        assert code in told, code


def test_personal_data_is_blanked_from_the_history(commune: Run, folder: Path) -> None:
    def save(uid: str | None, name: str) -> None:
        with (
            Database.open(folder) as database,
            database.write("Sửa cán bộ", "Cao Thị Hòa", datetime(2021, 6, 1, tzinfo=UTC)) as session,
        ):
            people.save_person(session, uid=uid, name=name, post="")

    save(None, "Lò Văn Riêng")
    with Database.open(folder) as database, database.read() as session:
        uid = next(person.uid for person in people.list_people(session) if person.name == "Lò Văn Riêng")
    save(uid, "Đã xóa")
    shown = commune("blank", "2")
    assert shown.code == 1
    assert "Chưa xóa gì. Nội dung của thao tác số 2 (Sửa cán bộ)" in shown.err
    assert "- cán bộ Lò Văn Riêng, Tên: “Lò Văn Riêng”" in shown.err
    assert "Bản sao lưu ở nơi khác, nếu có, vẫn giữ nội dung này." in shown.err
    assert "- Xóa cùng lúc nội dung của các thao tác khác giữ cùng những chữ đó: 3." in shown.err
    assert len(commune("history", "--json").json["entries"]) == 3
    assert commune("blank", "2", "--yes").code == 0
    assert "Riêng".encode() not in (folder / "ntm.db").read_bytes()
    assert commune("check", "--deep").code == 0
    assert commune("history").out.splitlines()[0].endswith("Xóa nội dung cũ của thao tác số 2 theo yêu cầu")
    for words, said in (
        (["blank", "2", "--yes"], "Không còn gì để xóa"),
        (["blank", "3", "--yes"], "Không còn gì để xóa"),
        (["blank", "4", "--yes"], "không giữ nội dung nào"),
        (["blank", "99"], "Không có thao tác số 99"),
        (["undo", "2"], "nội dung cũ đã được xóa theo yêu cầu"),
        (["undo"], "đã xóa hẳn khỏi lịch sử"),
    ):
        refused = commune(*words)
        assert (refused.code, said in refused.err) == (1, True), refused.err


def test_a_note_that_was_taken_back_goes_from_the_file_with_its_row(commune: Run, folder: Path) -> None:
    commune("record", "1.1", "dat", "--on", "2021-06-30", "--note", "BIMATXYZ123")
    commune("undo")
    said = commune("blank", "2", "--yes")
    assert said.code == 0
    assert "các thao tác khác giữ cùng những chữ đó: 3." in said.out
    assert (
        "Xóa cùng lúc trong các dòng không còn hiện trên màn hình: kết quả đánh giá 1.1 (đã xóa)." in said.out
    )
    assert b"BIMATXYZ123" not in (folder / "ntm.db").read_bytes()
    assert commune("check", "--deep").code == 0


def test_a_note_that_was_corrected_goes_from_the_superseded_fact(commune: Run, folder: Path) -> None:
    commune("record", "15.1", "80", "--on", "2021-06-30", "--note", "BIMATXYZ123")
    commune("record", "15.1", "90", "--on", "2021-06-30", "--replaces", "2021-06-30", "--note", "BIMATXYZ123")
    commune("record", "15.1", "91", "--on", "2021-06-30", "--replaces", "2021-06-30")
    said = commune("blank", "2", "--yes", "--json")
    assert said.json["along"] == [3]
    assert said.json["emptied"] == ["kết quả đánh giá 15.1 (đã có số thay)"] * 2
    assert b"BIMATXYZ123" not in (folder / "ntm.db").read_bytes()
    assert commune("check", "--deep").code == 0
    assert commune("status", "--on", "2021-06-30", "--json").json["indicators"]["met"] == 1


def test_what_is_still_shown_is_left_with_what_to_do(commune: Run, folder: Path, tmp_path: Path) -> None:
    commune("backup")  # of before
    commune("record", "15.1", "80", "--on", "2021-06-30", "--note", "BIMATXYZ123")
    commune("backup")
    commune("backup", "--to", str(tmp_path / "USB"))
    said = commune("blank", "2", "--yes")
    assert "Đang dùng nên không xóa: kết quả đánh giá 15.1 (Ghi chú). Muốn xóa hẳn" in said.out
    assert f"01 bản ở {folder / 'backups'}. Sao lưu lại, rồi xóa những bản cũ đó" in said.out
    assert b"BIMATXYZ123" in (folder / "ntm.db").read_bytes()
    commune("record", "15.1", "90", "--on", "2021-06-30", "--replaces", "2021-06-30")
    commune("undo")  # the note is back, and the correction a tombstone
    commune("record", "15.1", "91", "--on", "2021-06-30", "--replaces", "2021-06-30")
    assert commune("check", "--deep").code == 0


def test_a_word_in_the_title_of_an_action_is_told_to_stay(commune: Run, folder: Path) -> None:
    with (
        Database.open(folder) as database,
        database.write("Thêm Lò Văn Riêng", "An", datetime(2021, 6, 1, tzinfo=UTC)) as session,
    ):
        people.save_person(session, name="Lò Văn Riêng", post="")
    commune("undo")
    assert "Tên của thao tác 2, 3 cũng có chữ đó và không xóa được." in commune("blank", "2", "--yes").out


def test_an_authority_on_a_server_is_made_at_one_desk_and_joined_at_another(
    run: Run, blank: Shared, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server = ("--database", blank.url, "--store", str(tmp_path / "tệp chung"))
    told = ("--name", "Ủy ban nhân dân huyện Minh Hóa", "--code", "455", "--level", "huyen")
    made = run("new", "--appraiser", *told, "--province", "Quảng Bình", *server, "--as", "Lê Văn Thẩm")
    assert (made.code, made.err) == (0, "")
    joined = cli.main(["join", *server, "--data", str(tmp_path / "Bàn 2"), "--json"])
    assert joined == 0
    assert json.loads(capsys.readouterr().out) == {"folder": str(tmp_path / "Bàn 2"), "unit": "455"}
    assert "Lê Văn Thẩm" in run("history").out
    refused = run("backup")
    assert refused.code == 1
    assert "pg_dump" in refused.err


def test_a_commune_keeps_its_data_in_a_file(run: Run) -> None:
    told = ("--name", "Yên Hóa", "--province", "Quảng Bình", "--profile", "tdmnpb", "--year", "2021")
    said = run("new", *told, "--database", "postgresql://a@b/c", "--store", "/x")
    assert said.code == 2
    assert "--database" in said.err
