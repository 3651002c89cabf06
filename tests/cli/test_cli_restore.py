"""``restore`` of a backup that is not whole any more."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from ntm_desktop import cli
from ntm_desktop.db.engine import Database
from ntm_desktop.db.history import insert
from ntm_desktop.db.models import figure

Run = Callable[..., Any]


def test_a_backup_that_lost_a_file_brings_the_rest_on_demand(
    commune: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    proof = tmp_path / "Biên bản họp thôn.txt"
    proof.write_text("Biên bản", encoding="utf-8")
    commune("record", "15.1", "90", "--on", "2021-06-30", "--evidence", str(proof))
    made = commune("backup", "--to", str(tmp_path / "USB"), "--json").json
    (kept,) = [path for path in (tmp_path / "USB" / "files").rglob("*") if path.is_file()]
    kept.unlink()
    elsewhere = ["restore", made["manifest"], "--data", str(tmp_path / "máy mới")]
    assert cli.main(elsewhere) == 1
    told = capsys.readouterr().err
    assert "không còn đủ tệp: thiếu 01 tệp" in told
    assert "thêm --yes" in told
    assert "- Tệp không còn trong bản sao lưu: “Biên bản họp thôn”" in told
    assert not (tmp_path / "máy mới" / "ntm.db").exists()
    assert cli.main([*elsewhere, "--yes"]) == 0
    said = capsys.readouterr()
    assert "Đã phục hồi xã Yên Hóa" in said.out
    assert "Không phục hồi được 01 tệp đã mất: “Biên bản họp thôn”" in said.err


def test_data_that_lost_a_table_are_refused_and_put_right(commune: Run, folder: Path, tmp_path: Path) -> None:
    made = commune("backup", "--to", str(tmp_path / "USB"), "--json").json
    with closing(sqlite3.connect(folder / "ntm.db")) as raw:
        raw.execute("DROP TABLE person")
    for words in (["status"], ["check", "--deep"]):
        said = commune(*words)
        assert said.code == 1
        assert "bị hỏng nên không mở. Giữ nguyên thư mục này và phục hồi từ bản sao lưu gần nhất" in said.err
    said = commune("restore", made["manifest"])
    assert said.code == 0, said.err
    assert "không phục hồi từ đó được" in said.out
    assert "nếu muốn quay lại" not in said.out
    assert commune("check", "--deep").code == 0


@pytest.mark.parametrize(
    "tamper",
    [
        "UPDATE workplace SET value = '99999' WHERE key = 'commune_id'",
        "UPDATE commune SET deleted = 1",
        "DELETE FROM commune",
    ],
)
def test_data_that_are_of_no_commune_any_more_are_refused_untouched_and_put_right(
    commune: Run, folder: Path, tmp_path: Path, tamper: str
) -> None:
    made = commune("backup", "--to", str(tmp_path / "USB"), "--json").json
    with closing(sqlite3.connect(folder / "ntm.db")) as raw, raw:
        raw.execute(tamper)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for words in (
        ["status"],
        ["check"],
        ["history"],
        ["backup"],
        ["record", "15.1", "90", "--on", "2021-06-30"],
    ):
        said = commune(*words)
        assert said.code == 1, words
        assert "không có thông tin xã mang mã đó. Giữ nguyên thư mục này và phục hồi từ bản sao" in said.err
        assert said.err.count("\n") == 1
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    said = commune("restore", made["manifest"])
    assert said.code == 0, said.err
    assert commune("check", "--deep").code == 0


def test_a_number_of_numbers_is_said_so_that_it_reads(commune: Run, folder: Path, tmp_path: Path) -> None:
    made = commune("backup", "--to", str(tmp_path / "USB"), "--json").json
    with Database.open(folder) as database, database.write("Ghi", "An", datetime.now(UTC)) as session:
        row = {"name": "area", "value": 1, "as_of": "2021-01-01", "source": ""}
        insert(session, figure, [row])
    said = commune("restore", made["manifest"]).err
    assert "- Số mục “số liệu chung”: đang có 1, phục hồi xong còn 0." in said
    assert "Số số" not in said
