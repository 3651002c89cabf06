"""``dossier --bound``, in volumes, and one paper alone."""

from __future__ import annotations

import contextlib
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2

from ntm_desktop.services import sample
from ntm_desktop.sync.codes import short_code

Run = Callable[..., Any]


def test_a_bound_dossier_has_the_evidence_and_the_code_of_the_register(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    sample.make(folder, commune="thai-thuy")
    plain = run("dossier", "--out", str(tmp_path / "1.pdf"), "--on", "2021-12-31", "--json")
    bound = run("dossier", "--out", str(tmp_path / "2.pdf"), "--on", "2021-12-31", "--bound", "--json")
    assert bound.code == 0, bound.err
    assert bound.json["content_root"] == plain.json["content_root"]
    assert bound.json["pages"] > plain.json["pages"]
    with pypdfium2.PdfDocument(tmp_path / "2.pdf") as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    assert all(short_code(bound.json["content_root"]) in text for text in texts)
    assert sum("HỒ SƠ MINH CHỨNG" in text for text in texts) > 10


def test_a_final_dossier_in_volumes_is_in_the_register_file_by_file(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    sample.make(folder, commune="thai-thuy")
    words = ("dossier", "--out", str(tmp_path / "hs.pdf"), "--on", "2021-12-31", "--json")
    made = run(*words, "--bound", "--volumes", "50")
    assert made.code == 0, made.err
    volumes = made.json["volumes"]
    names = [f"hs-tap-{number}.pdf" for number in range(1, len(volumes) + 1)]
    assert len(names) > 1
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == names
    assert sum(one["pages"] for one in volumes) == made.json["pages"]
    with contextlib.closing(sqlite3.connect(folder / "ntm.db")) as database:
        registered = database.execute("SELECT sha256, pages, content_root FROM dossier").fetchall()
    assert sorted(registered) == sorted(
        (one["sha256"], one["pages"], made.json["content_root"]) for one in volumes
    )


def test_of_a_killed_run_nothing_lies_where_the_file_was_wanted(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    sample.make(folder, commune="thai-thuy")
    stick = tmp_path / "USB"
    stick.mkdir()
    words = ["dossier", "--out", str(stick / "hs.pdf"), "--on", "2021-12-31", "--bound"]
    with subprocess.Popen([sys.executable, "-m", "ntm_desktop", *words, "--data", str(folder)]) as printing:
        while printing.poll() is None and not any((folder / "tmp").glob("*ho-so-*")):
            time.sleep(0.01)
        printing.kill()
    assert printing.returncode < 0, "it was being written"
    assert list(stick.iterdir()) == []
    made = run(*words)
    assert made.code == 0, made.err
    assert [path.name for path in stick.iterdir()] == ["hs.pdf"]
    assert not any((folder / "tmp").glob("*ho-so-*"))


def test_a_paper_alone(run: Run, folder: Path, tmp_path: Path) -> None:
    sample.make(folder, commune="thai-thuy")
    out = tmp_path / "bc.pdf"
    words = ("dossier", "--out", str(out), "--on", "2021-12-31", "--json", "--paper")
    made = run(*words, "bao_cao")
    assert made.code == 0, made.err
    with pypdfium2.PdfDocument(out) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    assert made.json["pages"] == len(texts)
    assert "BÁO CÁO" in texts[0]
    assert all(short_code(made.json["content_root"]) in text for text in texts)
    assert all(f"Trang {n}/{len(texts)}" in text for n, text in enumerate(texts, 1))
    refused = run(*words, "la_thu")
    assert "Hồ sơ không có văn bản “la_thu”. Chọn một trong: bia," in refused.json["error"]["message"]
    assert list(tmp_path.glob("*.pdf")) == [out]


def test_ways_to_print_that_do_not_go_together(commune: Run, tmp_path: Path) -> None:
    words = ("dossier", "--draft", "--out", str(tmp_path / "hs.pdf"))
    for more, told in (
        (["--volumes", "50"], "Ghi thêm --bound"),
        (["--bound", "--volumes", "ba"], "Ghi criterion"),
        (["--bound", "--volumes", "10"], "từ 20 đến 2000"),
        (["--bound", "--paper", "bao_cao"], "Bỏ --paper"),
        (["--docx", str(tmp_path), "--paper", "bao_cao"], "Bỏ --paper"),
    ):
        refused = commune(*words, *more)
        assert (refused.code, told in refused.err) == (2, True), refused.err
    assert not list(tmp_path.glob("*.pdf"))
