"""Where backups go: what is no folder, and what a backup that was killed left there."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from commune_rows import AT

from ntm_desktop.db.engine import Database
from ntm_desktop.errors import NtmError
from ntm_desktop.services import backup


def test_a_file_is_no_place(commune: Database, tmp_path: Path) -> None:
    (tmp_path / "tệp").write_text("of somebody")
    for place in (tmp_path / "tệp", tmp_path / "tệp" / "trong"):
        with pytest.raises(NtmError, match="không phải là thư mục nên không sao lưu vào đó được"):
            backup.make(commune, to=place, at=AT)
    assert (tmp_path / "tệp").read_text() == "of somebody"


def test_what_a_killed_backup_left_goes_with_the_next_and_nothing_else(
    commune: Database, tmp_path: Path
) -> None:
    place = tmp_path / "USB"
    place.mkdir()
    whole = backup.make(commune, to=place, at=AT)
    killed, of_somebody, parts = place / "2", place / "2021", place / "tmp"
    for folder in (killed, of_somebody, parts):
        folder.mkdir()
    (killed / "ntm.db").write_bytes(b"half")
    (killed / "ntm.db-journal").write_bytes(b"half")
    (of_somebody / "ntm.db").write_bytes(b"whatever")
    (of_somebody / "ảnh.jpg").write_bytes(b"whatever")
    (parts / "ntm-0123.part").write_bytes(b"half")
    made = backup.make(commune, to=place, at=AT)
    assert whole.path.exists()
    assert not parts.exists()
    assert {path.name for path in place.iterdir() if path.is_dir()} == {"1", "2021", "2022"}
    assert made.manifest.number == 2022
    assert not killed.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among its files")
def test_a_pipe_in_the_place_of_a_backup_is_not_waited_for(commune: Database, tmp_path: Path) -> None:
    (tmp_path / "USB").mkdir()
    made = backup.make(commune, to=tmp_path / "USB", at=AT)
    for name, said in (("ntm.db", "bị hỏng hoặc không phải"), ("manifest.json", "bị hỏng hoặc không phải")):
        made.path.with_name(name).unlink()
        os.mkfifo(made.path.with_name(name))
        with pytest.raises(NtmError, match=said):
            backup.preview_restore(None, manifest=made.path)
        with pytest.raises(NtmError, match=said):
            backup.restore(tmp_path / "mới", manifest=made.path, at=AT)
