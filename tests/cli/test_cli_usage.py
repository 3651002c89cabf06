"""What is typed wrong is told in one line, with how it is done right."""

from __future__ import annotations

import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ntm_desktop.cli import parser, usage

Run = Callable[..., Any]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["bogus"], "Không có lệnh “bogus”. Chọn một trong: new, join, sample,"),
        (
            ["record", "15.1", "5"],
            "Thiếu ngày của số liệu (--on NGÀY). Ví dụ: ntm-desktop record 17.6 95,5 --on",
        ),
        (["record"], "Thiếu mã chỉ tiêu (MÃ)"),
        (["record", "15.1", "5", "--on"], "Thiếu giá trị sau --on. Ví dụ: ntm-desktop record"),
        (
            ["work", "progress"],
            "Thiếu công trình (CÔNG-TRÌNH), khối lượng lũy kế (TỶ-LỆ), ngày đo (--on NGÀY)",
        ),
        (["work"], "Thiếu tên việc (VIỆC). Ví dụ: ntm-desktop work list"),
        (["restore"], "Thiếu tệp manifest.json của bản sao lưu (TỆP)"),
        (["record", "15.1", "5", "--on", "31/2/2021"], "Không có ngày"),
        (["status", "--nhanh"], "Không hiểu “--nhanh”. Ví dụ: ntm-desktop status"),
        (["status", "90"], "Không hiểu “90”"),
        (["record", "15.1", "5", "--on", "2021-06-30", "--nhanh", "6"], "Không hiểu “--nhanh 6”"),
        (["history", "--limit", "0"], "phải là số từ 1 trở lên"),
        (["undo", "0"], "phải là số từ 1 trở lên"),
        (["status", "--on", "9999-12-31"], "Ngày “9999-12-31” không nằm trong các năm 1900 đến 2100"),
        ([], "Thiếu tên lệnh (LỆNH)"),
    ],
)
def test_wrong_usage_is_told_in_one_line_with_an_example(run: Run, words: list[str], said: str) -> None:
    told = run(*words)
    assert told.code == 2
    assert said in told.err
    assert told.err.count("\n") == 1
    assert "Ví dụ: ntm-desktop " in told.err
    assert "--help)." in told.err
    assert told.out == ""


def test_every_command_has_an_example_that_is_right() -> None:
    main, commands = parser._build()
    assert {*commands, ""} == {name for name in usage.EXAMPLES if " " not in name}
    for words in usage.EXAMPLES.values():
        main.parse_args(shlex.split(words, posix=False))


def test_help_speaks_vietnamese(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        run("--help")
    assert left.value.code == 0
    shown = capsys.readouterr().out
    assert "các lệnh" in shown
    assert "usage" not in shown
    assert "show this help" not in shown


@pytest.mark.parametrize(
    "words", [["dossier"], ["status"], ["report"], ["work", "list"], ["consultation", "show"]]
)
def test_help_says_that_a_sample_has_a_day_of_its_own(
    run: Run, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    with pytest.raises(SystemExit):
        run(*words, "--help")
    shown = " ".join(capsys.readouterr().out.split())
    assert "mặc định hôm nay, riêng xã mẫu là ngày của số liệu mẫu" in shown


def test_a_number_far_beyond_its_level_is_kept_only_with_yes(commune: Run) -> None:
    words = ("record", "10", "34.500.000", "--on", "30/6/2021")
    refused = commune(*words)
    assert refused.code == 1
    assert "gấp hơn 20 lần mức" in refused.err
    assert "Nếu số này đúng thì thêm --yes." in refused.err
    assert len(commune("history", "--json").json["entries"]) == 1
    assert commune(*words, "--yes").code == 0


@pytest.mark.parametrize(
    "words",
    [
        ["status", "--data", "/tmp/\udcff"],
        ["record", "15.1\udcff", "5", "--on", "2021-06-30"],
        ["record", "15.1", "5", "--on", "2021-06-30", "--note", "\udcff"],
        ["history", "--text", "\udcff"],
        ["status", "--as", "Bình\udcff"],
    ],
)
def test_bytes_that_are_no_letters_are_refused_in_one_sentence(run: Run, words: list[str]) -> None:
    told = run(*words)
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith("Không đọc được “")
    assert told.err.count("\n") == 1


def test_a_data_folder_named_by_the_system_in_such_bytes_is_refused_too(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NTM_DATA", "/tmp/\udcff")
    assert "có ký tự không theo bảng mã UTF-8" in run("status").err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
@pytest.mark.parametrize("words", [["status"], ["status", "--json"], ["--help"]])
def test_an_answer_that_finds_no_room_is_told_without_a_traceback(
    commune: Run, folder: Path, words: list[str]
) -> None:
    with Path("/dev/full").open("w") as full:
        said = _program(words, folder, stdout=full.fileno())
    assert "Traceback" not in said.stderr
    assert "Exception" not in said.stderr
    if "--help" not in words:
        assert said.returncode == 3
        assert "không ghi được kết quả ra ngoài: ổ đĩa hết chỗ trống." in said.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="started by a shell that Windows has not")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_an_answer_that_nobody_wants_is_no_mistake(commune: Run, folder: Path, closed: str) -> None:
    line = f"{shlex.quote(sys.executable)} -m ntm_desktop status --data {shlex.quote(str(folder))} {closed}"
    said = subprocess.run(["sh", "-c", line], capture_output=True, text=True)
    assert (said.returncode, said.stderr) == (0, "")


def _program(words: list[str], folder: Path, *, stdout: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ntm_desktop", *words, "--data", str(folder)]
    return subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, encoding="utf-8")
