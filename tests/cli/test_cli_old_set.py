"""A commune whose criteria set an older version took in, which would be refused as a file today."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from stored_set import store_old_set

Run = Callable[..., Any]
ON = ("--on", "2021-06-30")


def test_everything_goes_on_and_what_cannot_be_judged_says_so(
    commune: Run, folder: Path, tmp_path: Path
) -> None:
    before = commune("status", *ON, "--json").json
    assert commune("record", "10.1", "45", *ON).code == 0
    assert (
        commune("status", *ON, "--json").json["indicators"]["no_target"] == before["indicators"]["no_target"]
    )
    store_old_set(folder)
    said = commune("status", *ON, "--json")
    assert said.code == 0, said.err
    assert said.json["indicators"]["no_target"] == before["indicators"]["no_target"] + 1
    assert said.json["criteria"]["total"] == before["criteria"]["total"]
    assert "nhận từ tệp có chỗ sai, phần đúng vẫn dùng được" in said.err
    assert "Chỉ tiêu 10.1: mức quá lớn, không thể là mức thật." in said.err
    assert "Xin tệp đúng rồi nhận lại ở Thiết lập, mục Mục tiêu." in said.err
    assert said.err.count("\n") == 1
    said = commune("record", "17.6", "95", *ON)
    assert said.code == 0, said.err
    assert "đạt" in said.out
    assert commune("dossier", "--draft", "--out", str(tmp_path / "hồ sơ.pdf")).code == 0
    assert commune("check", "--deep").code == 0
