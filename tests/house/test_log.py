from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from ntm_desktop import log
from ntm_desktop.errors import NtmError


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    yield
    log.stop()


def test_the_log_begins_with_the_versions_and_counts_time_in_utc(tmp_path: Path) -> None:
    path = log.start(tmp_path)
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert path.parent == tmp_path / "logs"
    assert f"SQLite {sqlite3.sqlite_version}" in first
    assert first.split()[0].endswith("+00:00")


@pytest.mark.logs_warning
def test_what_the_program_logs_is_kept_and_others_are_not(tmp_path: Path) -> None:
    path = log.start(tmp_path)
    logging.getLogger("ntm_desktop.services.backup").warning("Không thấy ổ %s", "E:")
    logging.getLogger("ui.app").info("mở")
    logging.getLogger("alembic").warning("khác")
    text = path.read_text(encoding="utf-8")
    assert "WARNING ntm_desktop.services.backup: Không thấy ổ E:" in text
    assert "INFO ui.app: mở" in text
    assert "khác" not in text


def test_after_stop_the_file_is_left_alone(tmp_path: Path) -> None:
    path = log.start(tmp_path)
    log.stop()
    before = path.read_bytes()
    logging.getLogger("ui").info("muộn")
    assert path.read_bytes() == before


def test_a_full_log_goes_on_in_a_new_file_and_five_are_kept(tmp_path: Path) -> None:
    path = log.start(tmp_path)
    for number in range(60):
        logging.getLogger("ui").info("dòng %s %s", number, "x" * 150_000)
    kept = [path, *(path.with_name(f"{path.name}.{number}") for number in range(1, 6))]
    assert sorted(path.parent.iterdir()) == sorted(kept)
    assert all(one.stat().st_size < 1_300_000 for one in kept)
    told = "".join(one.read_text(encoding="utf-8") for one in reversed(kept))
    numbers = [int(line.split("dòng ")[1].split()[0]) for line in told.splitlines() if "dòng" in line]
    assert numbers == list(range(numbers[0], 60))
    assert len(numbers) > 35


def test_a_log_that_may_not_be_renamed_is_written_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = log.start(tmp_path)

    def held(_path: Path, _target: Path) -> None:
        raise PermissionError("đang mở")

    monkeypatch.setattr(Path, "replace", held)
    for number in range(9):
        logging.getLogger("ui").info("dòng %s %s", number, "x" * 150_000)
    assert path.read_text(encoding="utf-8").count("dòng") == 9


def test_a_folder_that_cannot_hold_a_log_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("một tệp", encoding="utf-8")
    with pytest.raises(NtmError, match="Không ghi được vào thư mục dữ liệu"):
        log.start(tmp_path)
