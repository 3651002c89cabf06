"""What ``record`` says of the files that come with a figure."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
from PIL import Image

Run = Callable[..., Any]


def test_a_file_that_may_not_be_whole_is_taken_and_told(commune: Run, tmp_path: Path) -> None:
    path = tmp_path / "Biên bản.pdf"
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(path)
    path.write_bytes(path.read_bytes() + b"\0" * 3000)
    said = commune("record", "15.1", "90", "--on", "2021-06-30", "--evidence", str(path))
    assert said.code == 0
    assert "“Biên bản.pdf” có chỗ hỏng. Mở tệp xem đủ 1 trang chưa; nếu thiếu thì quét lại." in said.err


def test_odd_camera_data_say_nothing(commune: Run, folder: Path, tmp_path: Path) -> None:
    odd = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x0f\x01\x02\0\xff\0\0\0\xff\0\0\0"
    Image.new("RGB", (300, 200)).save(tmp_path / "a.jpg", exif=odd)
    words = ["record", "15.1", "90", "--on", "2021-06-30", "--evidence", str(tmp_path / "a.jpg")]
    command = [sys.executable, "-m", "ntm_desktop", *words, "--data", str(folder)]
    said = subprocess.run(command, capture_output=True, check=True)
    assert said.stderr.decode() == ""
