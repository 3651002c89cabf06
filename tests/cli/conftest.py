"""The command line as a script calls it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from said import Said

from ntm_desktop import cli

Run = Callable[..., Said]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Dữ liệu xã"


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*words: str) -> Said:
        code = cli.main([*words, "--data", str(folder)])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run


@pytest.fixture
def commune(run: Run) -> Run:
    said = run(
        "new", "--name", "Yên Hóa", "--district", "Minh Hóa", "--province", "Quảng Bình", "--set",
        "xa-ntm-2016-2020", "--profile", "tdmnpb", "--year", "2021", "--from", "2020-12-22",
        "--established", "1/3/2012", "--as", "Cao Thị Hòa",
    )  # fmt: skip
    assert said.code == 0, said.err
    return run
