"""What is typed wrong is told in one line, with how it is done right."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from typing import Any

import pytest

from ntm_desktop.cli import parser

Run = Callable[..., Any]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["bogus"], "Không có lệnh “bogus”. Chọn một trong: new, sample,"),
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
    assert {*commands, ""} == {name for name in parser._EXAMPLES if not name.startswith("work ")}
    for words in parser._EXAMPLES.values():
        main.parse_args(shlex.split(words, posix=False))


def test_help_speaks_vietnamese(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        run("--help")
    assert left.value.code == 0
    shown = capsys.readouterr().out
    assert "các lệnh" in shown
    assert "usage" not in shown
    assert "show this help" not in shown


@pytest.mark.parametrize("words", [["dossier"], ["status"], ["report"], ["work", "list"]])
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
