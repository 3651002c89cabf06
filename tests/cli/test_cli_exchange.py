"""Keys, packages out and in, on the command line: two data folders and a stick."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from complete import MADE_UP, model_set
from said import Said

from ntm_desktop import cli
from ntm_desktop.db.engine import Database
from ntm_desktop.services import authority, criteria_sets

Run = Callable[..., Any]


class Office:
    """The command line with the data folder of one side."""

    def __init__(self, run: Run, folder: Path) -> None:
        self._run, self._folder = run, folder

    def __call__(self, *words: str) -> Any:
        return self._run(*words, "--data", str(self._folder))

    def make_keys(self, stick: Path) -> tuple[Path, str]:
        code = self("keys", "init", "--json").json["code"]
        path = stick / f"{self._folder.name}.ntmk"
        assert self("keys", "export", "--to", str(path)).code == 0
        return path, code


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Run:
    def say(*words: str) -> Any:
        code = cli.main(list(words))
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return say


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "USB"
    made.mkdir()
    return made


@pytest.fixture
def xa(say: Run, tmp_path: Path) -> Office:
    folder = tmp_path / "xa"
    words = (
        "new", "--name", "Yên Hóa", "--district", "Minh Hóa", "--province", "Quảng Bình", "--code", "18928",
        "--set", "xa-ntm-2016-2020", "--profile", "tdmnpb", "--year", "2021", "--from", "2020-12-22",
    )  # fmt: skip
    assert say(*words, "--data", str(folder)).code == 0
    return Office(say, folder)


@pytest.fixture
def huyen(say: Run, tmp_path: Path) -> Office:
    folder = tmp_path / "huyen"
    told = authority.NewAuthority(
        name="Ủy ban nhân dân huyện Minh Hóa",
        code="455",
        level="huyen",
        province="tỉnh Quảng Bình",
        place="Minh Hóa",
    )
    authority.create(folder, authority=told, at=datetime(2021, 7, 1, tzinfo=UTC))
    return Office(say, folder)


@pytest.fixture
def known(xa: Office, huyen: Office, stick: Path) -> tuple[Office, Office]:
    """Both have keys, and each has compared the code of the other's with the paper."""
    (ours, our_code), (theirs, their_code) = xa.make_keys(stick), huyen.make_keys(stick)
    assert xa("keys", "import", str(theirs), "--code", their_code).code == 0
    assert huyen("keys", "import", str(ours), "--code", our_code.lower().replace("-", " ")).code == 0
    return xa, huyen


def test_a_state_goes_over_and_is_told_by_its_code(known: tuple[Office, Office], stick: Path) -> None:
    xa, huyen = known
    out = xa("export", "--to", str(stick), "--json").json
    assert (out["kind"], out["seq"], out["new"]) == ("submission", 1, True)
    asked = huyen("import", str(stick))
    assert asked.code == 1
    assert out["code"] in asked.err
    assert "gói đầu tiên" in asked.err
    (taken,) = huyen("import", str(stick), "--yes", "--json").json["applied"]
    assert (taken["unit"], taken["seq"], taken["code"], taken["result"]) == ("18928", 1, out["code"], "OK")
    assert huyen("import", str(stick), "--json").json["applied"][0]["result"] == "OK_AGAIN"
    package = out["files"][0]
    assert huyen("verify-code", out["code"], package).out.startswith("KHỚP: ")
    wrong = huyen("verify-code", "JTYPM-A9KJR-SJVZW-0FR27-4ANM3", package)
    assert (wrong.code, wrong.out.startswith("KHÔNG KHỚP: ")) == (1, True)


def test_unchanged_data_are_the_same_package(known: tuple[Office, Office], stick: Path) -> None:
    xa, _huyen = known
    first = xa("export", "--to", str(stick), "--json").json
    second = xa("export", "--to", str(stick), "--json").json
    assert second["package_id"] == first["package_id"]
    assert not second["new"]


def test_parts_come_one_after_the_other(known: tuple[Office, Office], stick: Path, tmp_path: Path) -> None:
    xa, huyen = known
    parts = [
        Path(name) for name in xa("export", "--to", str(stick), "--limit", "8000", "--json").json["files"]
    ]
    assert len(parts) > 2
    last = parts[1].rename(tmp_path / "để sau")
    first = huyen("import", str(stick), "--yes")
    assert "thiếu phần 2" in first.err
    for part in parts:
        part.unlink(missing_ok=True)
    (taken,) = huyen("import", str(last), "--yes", "--json").json["applied"]
    assert taken["result"] == "OK"


def test_an_unknown_sender_waits_until_its_key_is_pinned(xa: Office, huyen: Office, stick: Path) -> None:
    (ours, code), (theirs, their_code) = xa.make_keys(stick), huyen.make_keys(stick)
    assert xa("keys", "import", str(theirs), "--code", their_code).code == 0
    package = Path(xa("export", "--to", str(stick), "--json").json["files"][0])
    refused = huyen("import", str(package), "--yes")
    assert (refused.code, "Chưa ghi nhận khóa của nơi gửi" in refused.err) == (1, True)
    package.unlink()
    assert huyen("keys", "import", str(ours), "--code", code).code == 0
    (taken,) = huyen("import", str(stick), "--yes", "--json").json["applied"]
    assert taken["result"] == "OK"


def test_a_wrong_code_pins_nothing(xa: Office, huyen: Office, stick: Path) -> None:
    xa.make_keys(stick)
    theirs, _code = huyen.make_keys(stick)
    said = xa("keys", "import", str(theirs), "--code", "JTYPM-A9KJR-SJVZW-0FR27-4ANM3")
    assert said.code == 1
    assert "không khớp" in said.err
    assert xa("keys", "list", "--json").json["peers"] == []
    assert "Chưa ghi nhận khóa của nơi nhận" in xa("export", "--to", str(stick)).err


def test_the_key_password_is_asked_for(
    known: tuple[Office, Office], xa: Office, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NTM_PASSWORD", "không phải")
    said = xa("export", "--to", str(stick))
    assert (said.code, said.err) == (
        1,
        "Sai mật khẩu khóa. Nhập lại mật khẩu mà cơ quan đã đặt khi lập khóa.\n",
    )


def test_anybody_may_look_at_the_header(known: tuple[Office, Office], say: Run, stick: Path) -> None:
    xa, _huyen = known
    package = xa("export", "--to", str(stick), "--json").json["files"][0]
    told = say("inspect", package, "--json").json
    assert (told["kind"], told["from"]["unit"], told["to"]["unit"], told["seq"]) == (
        "submission",
        "18928",
        "455",
        1,
    )


def test_a_damaged_package_is_named_and_changes_nothing(
    known: tuple[Office, Office], stick: Path, tmp_path: Path
) -> None:
    xa, huyen = known
    package = Path(xa("export", "--to", str(stick), "--json").json["files"][0])
    content = bytearray(package.read_bytes())
    content[-100] ^= 1
    package.write_bytes(content)
    before = (tmp_path / "huyen" / "ntm.db").read_bytes()
    said = huyen("import", str(package), "--yes")
    assert (said.code, said.err.startswith("Gói bị hỏng khi chép.")) == (1, True)
    assert (tmp_path / "huyen" / "ntm.db").read_bytes() == before


@pytest.mark.parametrize("words", [("export", "--to", "."), ("import", ".")])
def test_without_keys_it_says_how_to_make_them(xa: Office, words: tuple[str, ...]) -> None:
    said = xa(*words)
    assert (said.code, said.err.startswith("Chưa lập khóa của đơn vị.")) == (1, True)


def test_an_authority_sends_remarks_not_a_state(known: tuple[Office, Office], stick: Path) -> None:
    _xa, huyen = known
    assert "appraise export" in huyen("export", "--to", str(stick)).err


def test_a_remark_its_answer_and_the_conclusion_go_both_ways(
    known: tuple[Office, Office], stick: Path
) -> None:
    xa, huyen = known
    xa("export", "--to", str(stick))
    huyen("import", str(stick), "--yes")
    remark = ("appraise", "remark", "18928", "2.1, 17.6", "Chưa có biên bản.")
    signed = ("--as", "Lê Văn Thẩm")
    assert "--as" in huyen(*remark).err  # nobody is in charge yet, and a remark has an author
    assert huyen(*remark, *signed).code == 0
    assert "Không có nhận xét nào về 1.1" in huyen("appraise", "conclude", "18928", "1.1", "rut").err
    sent = huyen("appraise", "export", "Yên Hóa", "--to", str(stick), "--json").json
    assert sent["kind"] == "appraisal"
    assert xa("import", sent["files"][0], "--json").json["applied"][0]["kind"] == "appraisal"
    back = ("appraise", "conclude", "18928", "2.1", "tra-lai", "Chưa rõ.")
    assert "trả lời" in huyen(*back, *signed).err  # none came yet
    assert huyen("appraise", "conclude", "18928", "2.1", "rut", *signed).code == 0


def test_two_packages_are_compared(known: tuple[Office, Office], stick: Path) -> None:
    xa, huyen = known
    xa("export", "--to", str(stick))
    xa("record", "17.6", "80", "--on", "1/6/2021")
    xa("export", "--to", str(stick))
    huyen("import", str(stick), "--yes")
    said = huyen("appraise", "compare", "18928", "1", "2", "--json").json
    assert any("17.6" in one["what"] and "80" in one["now"] for one in said["changes"])
    assert "Không có gói số 9" in huyen("appraise", "compare", "18928", "1", "9").err


def test_sheets_of_keys_are_printed(known: tuple[Office, Office], tmp_path: Path) -> None:
    xa, huyen = known
    for office, act in ((xa, "sheet"), (huyen, "sheet"), (xa, "recovery")):
        out = tmp_path / f"{act}.pdf"
        assert office("keys", act, "--out", str(out)).code == 0
        assert out.read_bytes().startswith(b"%PDF-1.7")


def test_an_own_package_brings_back_what_an_older_copy_lacks(
    known: tuple[Office, Office], stick: Path, tmp_path: Path
) -> None:
    xa, huyen = known
    xa("export", "--to", str(stick))
    shutil.copytree(tmp_path / "xa", tmp_path / "bản cũ")
    assert xa("record", "15.1", "95,5", "--on", "2021-06-30").code == 0
    status = xa("status", "--json").json
    (sent,) = xa("export", "--to", str(stick), "--json").json["files"]
    assert "máy này đang có đủ số liệu của gói" in xa("import", sent).out
    huyen("import", str(stick), "--yes")
    shutil.rmtree(tmp_path / "xa")
    (tmp_path / "bản cũ").rename(tmp_path / "xa")
    asked = xa("import", sent)
    assert (asked.code, "do chính đơn vị này gửi đi" in asked.err) == (1, True)
    assert "thêm 1" in asked.err
    done = xa("import", sent, "--yes", "--json").json["taken_back"]
    assert done["new_epoch"]
    assert xa("status", "--json").json == status
    again = xa("export", "--to", str(stick), "--json").json
    assert (again["epoch"], again["seq"]) == (2, 1)
    (taken,) = huyen("import", again["files"][0], "--yes", "--json").json["applied"]
    assert taken["result"] == "NEW_EPOCH"
    assert "không có gì để lấy lại" in xa("import", sent).out


def test_a_criteria_set_of_the_authority_is_offered_and_taken_over(
    known: tuple[Office, Office], stick: Path, tmp_path: Path
) -> None:
    xa, huyen = known
    (sent,) = xa("export", "--to", str(stick), "--json").json["files"]
    huyen("import", sent, "--yes")
    refused = huyen("appraise", "export", "18928", "--to", str(stick), "--criteria", MADE_UP)
    assert (refused.code, "chưa nhận bộ tiêu chí" in refused.err) == (1, True)
    with (
        Database.open(tmp_path / "huyen") as database,
        database.write("Nhận bộ tiêu chí", "Lê Văn Thẩm", datetime(2021, 7, 1, tzinfo=UTC)) as session,
    ):
        criteria_sets.import_pack(session, data=model_set())
    out = huyen("appraise", "export", "18928", "--to", str(stick), "--criteria", MADE_UP, "--json").json
    assert out["kind"] == "criteria"
    told = xa("import", out["files"][0])
    assert "Thêm --take-criteria để đưa vào các bộ tiêu chí của máy." in told.out
    (taken,) = xa("import", out["files"][0], "--take-criteria", "--json").json["criteria"]
    assert (taken["set"], taken["taken"]) == (MADE_UP, True)
    assert xa("import", out["files"][0], "--json").json["criteria"] == []


@pytest.fixture
def forked(known: tuple[Office, Office], say: Run, stick: Path, tmp_path: Path) -> tuple[Office, str, str]:
    """The commune's PC was copied and both sent a number 2; that of the first one was taken. The authority,
    and the codes of both."""
    xa, huyen = known
    xa("export", "--to", str(stick))
    huyen("import", str(stick), "--yes")
    shutil.copytree(tmp_path / "xa", tmp_path / "bản chép")
    copy = Office(say, tmp_path / "bản chép")
    xa("record", "17.6", "80", "--on", "1/6/2021")
    copy("record", "17.6", "90", "--on", "1/6/2021")
    first = xa("export", "--to", str(stick), "--json").json
    huyen("import", first["files"][0], "--yes")
    other = tmp_path / "USB hai"
    other.mkdir()
    second = copy("export", "--to", str(other), "--json").json
    refused = huyen("import", str(other), "--yes")
    assert refused.code == 1
    for words in ("--fork giu", "--fork thay", first["code"], second["code"]):
        assert words in refused.err
    shutil.rmtree(other)  # the copy that is held is enough
    return huyen, first["code"], second["code"]


def value_of(huyen: Office) -> Any:
    return huyen("appraise", "show", "18928", "--json").json


def test_of_two_branches_the_other_one_is_taken(forked: tuple[Office, str, str]) -> None:
    huyen, applied, held = forked
    asked = huyen("import", "--fork", "thay")
    assert (asked.code, "thêm --yes" in asked.err) == (1, True)
    told = huyen("import", "--fork", "thay", "--yes", "--json").json
    assert [one["code"] for one in told["applied"]] == [held]
    again = huyen("import", "--fork", "giu")
    assert (again.code, "cần có gói trái nhau" in again.err) == (1, True)
    assert applied != held


def test_of_two_branches_the_applied_one_is_kept(forked: tuple[Office, str, str]) -> None:
    huyen, _applied, _held = forked
    before = value_of(huyen)
    asked = huyen("import", "--json").json["error"]
    assert any("Giữ lại: gói số 2" in problem for problem in asked["problems"])
    said = huyen("import", "--fork", "giu")
    assert (said.code, said.out.startswith("Đã giữ gói nhận trước và bỏ gói NTM_18928_455_")) == (0, True)
    assert value_of(huyen) == before
    assert huyen("import", "--fork", "giu").code == 1


def test_files_stay_behind_when_that_is_asked(
    known: tuple[Office, Office], stick: Path, tmp_path: Path
) -> None:
    xa, _huyen = known
    for option in ("--no-pictures", "--no-files", "--all"):
        assert xa("export", "--to", str(stick), option, "--json").json["blobs"] == 0  # there are none
    assert "để lại" not in xa("export", "--to", str(stick), "--no-files").out
    proof = tmp_path / "biên bản.txt"
    proof.write_text("Biên bản")
    assert xa("record", "15.1", "90", "--on", "2021-06-30", "--evidence", str(proof)).code == 0
    left = xa("export", "--to", str(stick), "--no-files")
    assert "Còn 01 tệp đính kèm để lại, gửi kèm lần xuất sau." in left.out
    assert xa("export", "--to", str(stick), "--no-files", "--json").json["left"] == 1
    whole = xa("export", "--to", str(stick), "--json").json
    assert (whole["blobs"], whole["left"]) == (1, 0)
    both = xa("export", "--to", str(stick), "--all", "--no-files")
    assert both.code == 2
