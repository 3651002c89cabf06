"""The authority on the command line: making its folder, its communes, one of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from exchanging import made, submitted, taken

from ntm_desktop import cli
from ntm_desktop.db.engine import Database
from ntm_desktop.services import sample

Run = Callable[..., Any]
NEW = ("new", "--appraiser", "--name", "UBND huyện Minh Hóa", "--code", "455", "--level", "huyen")


class Said(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def say(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def say(*words: str, folder: str = "huyen") -> Said:
        code = cli.main([*words, "--data", str(tmp_path / folder)])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return say


@pytest.fixture
def authority(say: Run, tmp_path: Path) -> Run:
    """It has a package of Đồng Hóa, and the key alone of Thái Thủy."""
    assert say(*NEW, "--province", "tỉnh Quảng Bình", "--place", "Minh Hóa", "--as", "Lê Văn Thẩm").code == 0
    side = made(Database.open(tmp_path / "huyen"))
    for name in ("dong-hoa", "thai-thuy"):
        sample.make(tmp_path / name, commune=name)
        commune = made(Database.open(tmp_path / name))
        commune.pins(side)
        side.pins(commune)
        if name == "dong-hoa":
            taken(side, submitted(commune, tmp_path))
        commune.database.close()
    side.database.close()
    return say


def test_an_authoritys_folder_is_made_with_its_level_and_staff(say: Run, tmp_path: Path) -> None:
    said = say(*NEW, "--province", "tỉnh Quảng Bình", "--as", "Lê Văn Thẩm")
    assert said.code == 0
    with Database.open(tmp_path / "huyen") as database:
        assert (database.kind, database.unit) == ("appraiser", "455")
    assert "Lê Văn Thẩm" in say("history").out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--appraiser", "--name", "UBND huyện"), "Thiếu"),
        ((*NEW[1:], "--province", "tỉnh", "--year", "2021"), "--year không dùng cùng --appraiser."),
        (("--name", "xã Yên Hóa", "--province", "tỉnh"), "Thiếu mức áp dụng (--profile MÃ), năm"),
    ],
)
def test_what_does_not_go_together_is_told(say: Run, words: tuple[str, ...], told: str) -> None:
    said = say("new", *words)
    assert said.code == 2
    assert told in said.err


def test_communes_are_listed_and_who_never_sent_is_named(authority: Run) -> None:
    lines = authority("appraise", "communes", "--on", "1/7/2021").out.splitlines()
    assert lines == [
        "MH-DH  Xã Đồng Hóa: 16/19, còn 03 tiêu chí (2, 11, 17); gói số 01 ngày 1/7/2021",
        "MH-TT  Xã Thái Thủy: chưa gửi gói nào",
    ]
    silent = authority("appraise", "communes", "--asked", "no-news", "--on", "1/7/2021").out
    assert silent.splitlines() == lines[1:]


def test_the_list_as_json_has_numbers_and_states(authority: Run) -> None:
    plain = authority("appraise", "communes", "--on", "1/7/2021", "--json").json
    assert (plain["total"], plain["lacking"]) == (2, {"2": 1, "11": 1, "17": 1})
    first, second = plain["communes"]
    assert first["criteria"]["left"] == 3
    assert first["criteria"]["states"]["11"] == "unmet"
    assert first["goal"] == {"set": "xa-ntm-2016-2020", "regime": "2016", "tier": "ntm", "year": 2021}
    assert first["package"]["seq"] == 1
    assert second["package"] is None


def test_one_commune_is_told_as_its_own_status(authority: Run) -> None:
    own = authority("status", "--on", "1/7/2021", "--json", folder="dong-hoa").json
    shown = authority("appraise", "show", "dong hoa", "--on", "1/7/2021", "--json").json
    assert shown.pop("package")["on"] == "2021-07-01"
    assert shown.pop("decisions") == []
    for key in ("readiness", "contributions", "clearance"):  # what stays at home makes these differ
        own.pop(key)
        shown.pop(key)
    assert shown == own


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("appraise", "show", "MH-TT"), "Xã Thái Thủy chưa gửi gói nào nên chưa có số liệu để xem."),
        (("appraise", "show", "Tân Hóa"), "Không có xã “Tân Hóa”. Xem mã và tên các xã bằng lệnh appraise"),
        (("status",), "là dữ liệu của cơ quan thẩm định. Xem một xã bằng lệnh appraise show"),
    ],
)
def test_a_refusal_says_what_to_do(authority: Run, words: tuple[str, ...], told: str) -> None:
    said = authority(*words)
    assert said.code == 1
    assert told in said.err


def test_a_communes_folder_has_no_communes(authority: Run) -> None:
    said = authority("appraise", "communes", folder="dong-hoa")
    assert said.code == 1
    assert "là dữ liệu của xã, không phải của cơ quan thẩm định" in said.err


def test_what_is_concluded_of_a_commune_is_shown_with_it(authority: Run) -> None:
    words = ("appraise", "decide", "dong hoa", "chua-du", "Còn 03 tiêu chí.", "--number", "12/BC-UBND")
    said = authority(*words, "--issued", "5/7/2021")
    assert said.out == "Đã ghi kết luận: Chưa đủ điều kiện. Gửi xã bằng lệnh appraise export.\n"
    authority("appraise", "decide", "dong hoa", "du-dieu-kien")
    lines = authority("appraise", "show", "dong hoa", "--on", "1/7/2021").out.splitlines()
    assert lines[1:3] == [
        "Kết luận thẩm định: Đủ điều kiện, đề nghị xét công nhận; Lê Văn Thẩm",
        "Kết luận thẩm định: Chưa đủ điều kiện; số 12/BC-UBND; ngày 5/7/2021; Lê Văn Thẩm; Còn 03 tiêu chí.",
    ]
    plain = authority("appraise", "show", "dong hoa", "--on", "1/7/2021", "--json").json
    assert [one["outcome"] for one in plain["decisions"]] == ["eligible", "not_eligible"]


def test_who_remarks_must_be_known(say: Run, tmp_path: Path) -> None:
    assert say(*NEW, "--province", "tỉnh Quảng Bình").code == 0
    side = made(Database.open(tmp_path / "huyen"))
    sample.make(tmp_path / "dong-hoa", commune="dong-hoa")
    commune = made(Database.open(tmp_path / "dong-hoa"))
    commune.pins(side)
    side.pins(commune)
    taken(side, submitted(commune, tmp_path))
    for one in (side, commune):
        one.database.close()
    for words in (("remark", "dong hoa", "2.1", "Bổ sung."), ("decide", "dong hoa", "chua-du")):
        said = say("appraise", *words)
        assert said.code == 1
        assert "Chưa ghi vì chưa biết ai ghi" in said.err
        assert say("appraise", *words, "--as", "Lê Văn Thẩm").code == 0
