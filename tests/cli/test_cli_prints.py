"""The register of prints on the command line: what is in it, whose a file is, what changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from signers import NAME, PASSWORD, Authority

from ntm_desktop import cli, settings
from ntm_desktop.cli.answer import now
from ntm_desktop.services import sample
from ntm_desktop.settings import Settings

Run = Callable[..., Any]
DECEMBER = ("--on", "2021-12-31")
CORNER = ("--page", "1")
"""Where anybody may sign."""


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A commune whose dossier was printed twice, with one figure in between, and another since."""
    place = tmp_path_factory.mktemp("in")
    folder = place / "xã"
    sample.make(folder, commune="thai-thuy")
    settings.save(Settings(story_day=DECEMBER[1]), folder)  # figures of December are recorded
    again = (*DECEMBER, "--reason", "đo lại", "--yes")
    for words in (
        ("dossier", "--out", str(place / "1.pdf"), *DECEMBER),
        ("record", "17.6", "88", *again),
        ("dossier", "--out", str(place / "2.pdf"), *DECEMBER),
        ("record", "17.6", "89", *again),
    ):
        assert cli.main([*words, "--data", str(folder)]) == 0
    return place


@pytest.fixture
def printed(run: Run, original: Path, folder: Path, tmp_path: Path) -> Run:
    """A copy of it, with the two files beside it."""
    shutil.copytree(original / "xã", folder)
    for name in ("1.pdf", "2.pdf"):
        shutil.copy(original / name, tmp_path)
    return run


def changes(said: Any) -> list[tuple[str, str, str]]:
    return [(one["label"], one["then"], one["now"]) for one in said.json["changes"]]


def test_the_register_tells_when_by_whom_and_with_which_code(printed: Run, tmp_path: Path) -> None:
    second, first = printed("dossier", "list", "--json").json["prints"]
    assert (first["ordinal"], second["ordinal"], first["way"]) == (1, 2, "Tệp PDF")
    assert first["pages"] > 10
    assert len(first["sha256"]) == 64
    said = printed("dossier", "list").out
    for one in (first, second):
        assert f"mã nội dung {one['code']}" in said
        assert f"SHA-256 {one['sha256']}" in said
        assert one["by"] in said


def test_what_changed_between_prints_and_since(printed: Run, tmp_path: Path) -> None:
    usual = printed("dossier", "compare", "--json")
    assert (usual.json["from"]["print"], usual.json["to"]["print"]) == (1, 2)
    assert changes(usual) == [("Kết quả", "87%", "88%")]
    since = printed("dossier", "compare", "--to", "nay", *DECEMBER, "--json")
    assert (since.json["from"]["print"], since.json["to"]["print"]) == (2, None)
    assert changes(since) == [("Kết quả", "88%", "89%")]
    assert changes(printed("dossier", "compare", "--from", "1", "--to", "nay", *DECEMBER, "--json")) == [
        ("Kết quả", "87%", "89%")
    ]
    said = printed("dossier", "compare").out
    assert "Chỉ tiêu\n  17.6 " in said
    assert said.endswith(": Kết quả: 87% → 88%\n")
    out = tmp_path / "so sánh.xlsx"
    assert f"vào {out}" in printed("dossier", "compare", "--out", str(out)).out
    assert out.read_bytes()[:2] == b"PK"
    assert printed("undo").code == 0
    assert "Không có gì thay đổi." in printed("dossier", "compare", "--to", "nay", *DECEMBER).out


def test_a_file_is_held_against_the_register(printed: Run, tmp_path: Path) -> None:
    same = printed("dossier", "check", str(tmp_path / "1.pdf"), "--json")
    assert (same.json["found"], [one["ordinal"] for one in same.json["prints"]]) == ("same", [1])
    assert "bản in lần 2" in printed("dossier", "check", str(tmp_path / "2.pdf")).out
    draft = tmp_path / "nháp.pdf"
    assert printed("dossier", "--draft", "--out", str(draft), *DECEMBER).code == 0
    unknown = printed("dossier", "check", str(draft), "--json")
    assert (unknown.json["found"], unknown.code) == ("unknown", 1)
    lost = printed("dossier", "check", str(tmp_path / "mất.pdf"))
    assert (lost.code, "Không đọc được tệp" in lost.err) == (1, True)


def test_a_signed_print_is_still_known(printed: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    authority = Authority(now())
    monkeypatch.setenv("NTM_SIGN_PASSWORD", PASSWORD)
    key = authority.file(tmp_path / "ky-so.p12", authority.issue())
    signed = tmp_path / "đã ký.pdf"
    done = printed("sign", str(tmp_path / "2.pdf"), "--p12", str(key), "--out", str(signed), "--page", "1")
    assert done.code == 0, done.err
    said = printed("dossier", "check", str(signed), "--json")
    assert (said.json["found"], [one["ordinal"] for one in said.json["prints"]]) == ("added", [2])
    assert said.code == 0


def test_a_paper_alone_is_registered_and_recognised_as_itself(
    printed: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "tờ trình.pdf"
    made = printed("dossier", "--out", str(out), "--paper", "to_trinh", *DECEMBER, "--json").json
    newest = printed("dossier", "list", "--json").json["prints"][0]
    assert (newest["ordinal"], newest["paper"], newest["volume"]) == (3, "Tờ trình", None)
    assert (newest["pages"], newest["sha256"]) == (made["pages"], made["sha256"])
    assert made["pages"] < 5
    assert printed("dossier", "list").out.startswith("Lần 3 (Tờ trình): ")
    same = printed("dossier", "check", str(out))
    assert same.code == 0
    assert "đúng từng byte với bản đã ghi sổ: bản in lần 3 ngày" in same.out
    assert f"(Tờ trình, {newest['by']}, số liệu đến 31/12/2021, {made['pages']:02} trang)" in same.out
    monkeypatch.setenv("NTM_SIGN_PASSWORD", PASSWORD)
    authority = Authority(now())
    key = authority.file(tmp_path / "ky-so.p12", authority.issue())
    signed = tmp_path / "đã ký.pdf"
    assert printed("sign", str(out), "--p12", str(key), "--out", str(signed), *CORNER).code == 0
    found = printed("dossier", "check", str(signed), "--json")
    assert (found.code, found.json["found"]) == (0, "added")
    assert [one["paper"] for one in found.json["prints"]] == ["Tờ trình"]
    usual = printed("dossier", "compare", "--json").json
    assert (usual["from"]["print"], usual["to"]["print"]) == (1, 2), "a paper alone is no dossier"


def test_a_signed_file_is_not_written_over(
    printed: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = Authority(now())
    monkeypatch.setenv("NTM_SIGN_PASSWORD", PASSWORD)
    key = authority.file(tmp_path / "ky-so.p12", authority.issue())
    signed = tmp_path / "đã ký.pdf"
    assert (
        printed("sign", str(tmp_path / "2.pdf"), "--p12", str(key), "--out", str(signed), *CORNER).code == 0
    )
    before = signed.read_bytes()
    for words in (["--draft"], ["--draft", "--bound"], ["--paper", "to_trinh"], []):
        refused = printed("dossier", "--out", str(signed), *words, *DECEMBER)
        assert refused.code == 1
        assert f"“đã ký.pdf” đã có 01 chữ ký số ({NAME}" in refused.err
        assert "Đặt tên khác" in refused.err
    assert signed.read_bytes() == before
    assert len(printed("dossier", "list", "--json").json["prints"]) == 2
    assert printed("dossier", "--draft", "--out", str(tmp_path / "1.pdf"), *DECEMBER).code == 0


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["compare", "--from", "9"], 1, "không có lần in 9. Chọn một trong các lần: 1, 2"),
        (["compare", "--from", "2", "--to", "2"], 1, "cùng một lần in"),
        (["compare", "--to", "1"], 1, "Trước lần in 1 không có lần in nào"),
        (["compare", "--out", "a.txt"], 1, "Đổi đuôi của tên tệp"),
        (["compare", "--on", "2090-01-01", "--to", "nay"], 1, "ở sau hôm nay"),
        (["compare", "--bound"], 2, "dossier compare không dùng --bound"),
        (["compare", "--paper", "to_trinh"], 2, "dossier compare không dùng --paper"),
        (["list", "--volumes", "50"], 2, "dossier list không dùng --volumes"),
        (["list", "--out", "a.pdf"], 2, "dossier list không dùng --out"),
        (["check"], 2, "Chưa ghi tệp cần kiểm tra"),
        (["--out", "a.pdf", "--from", "1"], 2, "ghi dossier compare"),
        (["compare", "--to", "mai"], 2, "“mai” không phải số nguyên dương"),
        (["print"], 2, "Không có việc “print”. Chọn một trong: list, check, compare"),
    ],
)
def test_what_cannot_be_is_said_in_one_sentence(printed: Run, words: list[str], code: int, told: str) -> None:
    said = printed("dossier", *words)
    assert (said.code, told in said.err) == (code, True), said.err
    assert said.err.count("\n") == 1


def test_before_the_first_print_there_is_nothing_to_compare(commune: Run) -> None:
    assert commune("dossier", "list").out == "Chưa có bản in chính thức nào trong sổ.\n"
    refused = commune("dossier", "compare")
    assert (refused.code, "Chưa có bản in chính thức nào" in refused.err) == (1, True)
