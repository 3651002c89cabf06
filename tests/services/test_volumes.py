"""A bound dossier in volumes: what stands in which, and that there are all of them or none."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from threading import Event

import pikepdf
import pypdfium2
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ntm_desktop.db.engine import Database
from ntm_desktop.documents.data import DossierData
from ntm_desktop.errors import NtmError
from ntm_desktop.render.binding import Piece
from ntm_desktop.render.output import CancelledError
from ntm_desktop.services import dossier
from ntm_desktop.services.papers import BY_CRITERION, make_volumes
from ntm_desktop.services.volumes import (
    CRITERION,
    EVIDENCE,
    Places,
    Run,
    by_criterion,
    by_pages,
    settled,
)
from ntm_desktop.sync.codes import short_code

JUNE = date(2021, 6, 30)
FILE = Path("x.pdf")


@st.composite
def dossiers(draw: st.DrawFn) -> tuple[Run, ...]:
    """Papers, then criteria of one sheet each with some evidence."""
    lengths = st.integers(1, 70)
    runs = [Run(Piece(FILE, range(draw(lengths))), ("form", str(n), 0), "Văn bản") for n in range(2)]
    for number in range(draw(st.integers(0, 6))):
        runs.append(Run(Piece(FILE, range(1)), (CRITERION, str(number), 0), "Tiêu chí"))
        for order, length in enumerate(draw(st.lists(lengths, max_size=4))):
            runs.append(Run(Piece(FILE, range(length)), (EVIDENCE, str(number), order), "Minh chứng", 1))
    return tuple(runs)


def piece(pages: int, *key: str) -> Run:
    kind, name, order = key
    return Run(Piece(FILE, range(pages)), (kind, name, int(order)), name)


FULL_BEFORE_A_LONG_ONE = (
    piece(18, "form", "bao_cao", "0"),
    piece(1, CRITERION, "1", "0"),
    piece(17, EVIDENCE, "1", "0"),
    piece(30, EVIDENCE, "1", "1"),
)


@given(dossiers(), st.integers(5, 60))
@example(FULL_BEFORE_A_LONG_ONE, 18)
def test_volumes_hold_every_page_once_and_no_more_than_they_may(runs: tuple[Run, ...], room: int) -> None:
    shares = by_pages(runs, room)
    held = [run for share in shares for run in share]
    assert [page for run in held for page in run.piece.pages] == [p for run in runs for p in run.piece.pages]
    assert all(0 < sum(map(len, share)) <= room for share in shares)
    assert all(len(run) for run in held), "what begins nowhere cannot be found"
    assert len({run.key for run in held}) == len(held), "each has its own place"
    cut = {run for run in runs if run not in held}
    assert cut == {
        run
        for before, run in zip((None, *runs), runs, strict=False)
        if len(run) + (before is not None and before.key[0] == CRITERION and run.key[0] == EVIDENCE) > room
    }, "only what no volume can hold"


@given(dossiers(), st.integers(5, 60))
def test_the_sheet_of_a_criterion_stands_before_its_evidence(runs: tuple[Run, ...], room: int) -> None:
    followed = {before.key for before, after in pairwise(runs) if after.key[0] == EVIDENCE}
    for share in by_pages(runs, room):
        assert not (share[-1].key[0] == CRITERION and share[-1].key in followed)


@given(dossiers())
def test_by_criterion_each_has_its_volume(runs: tuple[Run, ...]) -> None:
    shares = by_criterion(runs)
    assert tuple(run for share in shares for run in share) == runs
    assert all(share[0].key[0] == CRITERION for share in shares[1:])
    assert all(run.key[0] != CRITERION for share in shares for run in share[1:])


@given(st.lists(st.tuples(st.integers(1, 400), st.integers(1, 12)), min_size=1, max_size=40))
def test_page_numbers_that_make_a_list_longer_are_told_right(pieces: list[tuple[int, int]]) -> None:
    """Each piece has a list of its own before it, which tells where all of them begin."""

    def laid_out(places: Places) -> tuple[tuple[Run, ...], ...]:
        runs = []
        for number, (length, line) in enumerate(pieces):
            letters = sum(len(str(places.get((EVIDENCE, str(n), 0), ""))) for n in range(len(pieces)))
            runs.append(piece(1 + letters // line, CRITERION, str(number), "0"))
            runs.append(piece(length, EVIDENCE, str(number), "0"))
        return (tuple(runs),)

    shares, told = settled(laid_out)
    assert shares == laid_out(told)
    begins = 1
    for run in shares[0]:
        assert told[run.key] == begins
        begins += len(run)


def collected(database: Database, *, draft: bool = True) -> DossierData:
    with database.read() as session:
        return dossier.collect(session, on=JUNE, today=JUNE, draft=draft)


def texts(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def outline(path: Path) -> list[str]:
    with pikepdf.open(path) as pdf, pdf.open_outline() as found:
        return [one.title for one in found.root]


def test_each_volume_says_which_it_is_and_where_everything_stands(yen_hoa: Database, tmp_path: Path) -> None:
    data = collected(yen_hoa, draft=False)
    made = make_volumes(data, tmp_path / "hs.pdf", limit=30, store=yen_hoa.files)
    assert [one.path.name for one in made] == [f"hs-tap-{number}.pdf" for number in range(1, len(made) + 1)]
    assert len(made) > 2
    total, before = sum(one.pages for one in made), 0
    whole: list[str] = []
    for number, one in enumerate(made, 1):
        pages = texts(one.path)
        assert one.pages == len(pages) <= 30
        assert f"Tập {number}/{len(made)} Từ trang {before + 1} đến trang {before + len(pages)}" in pages[0]
        assert f"DANH MỤC TÀI LIỆU Tập {number}/{len(made)}" in pages[1]
        for page, text in enumerate(pages, before + 1):
            assert f"Trang {page}/{total}" in text
            assert short_code(data.root) in text
        with pikepdf.open(one.path) as pdf:
            assert pdf.pages[0].label == str(before + 1)
            assert str(pdf.docinfo["/Title"]).endswith(f" - Tập {number}/{len(made)}")
        assert outline(one.path)[:2] == [f"Tập {number}/{len(made)}", "Danh mục tài liệu"]
        before += len(pages)
        whole += pages
    for name, page in re.findall(r"(Tiêu chí số \d+) - [^0-9]+ (\d+) 1 ", " ".join(whole)):
        assert f"HỒ SƠ MINH CHỨNG {name} - " in whole[int(page) - 1], (name, page)


def test_a_volume_for_each_criterion(yen_hoa: Database, tmp_path: Path) -> None:
    made = make_volumes(collected(yen_hoa), tmp_path / "hs.pdf", limit=BY_CRITERION, store=yen_hoa.files)
    assert len(made) > 10
    assert "Tờ trình" in outline(made[0].path)
    for one in made[1:]:
        names = outline(one.path)
        assert len(names) == 3
        assert names[2].startswith("Tiêu chí số ")


@pytest.mark.parametrize("part", [0.2, 0.6, 0.9, 1.0])
def test_cancelled_no_volume_is_left(yen_hoa: Database, tmp_path: Path, part: float) -> None:
    (tmp_path / "hs-tap-1.pdf").write_bytes(b"an earlier one")
    cancel = Event()

    def told(done: int, total: int) -> None:
        if done >= part * total:
            cancel.set()

    with pytest.raises(CancelledError):
        make_volumes(
            collected(yen_hoa),
            tmp_path / "hs.pdf",
            limit=30,
            store=yen_hoa.files,
            progress=told,
            cancel=cancel,
        )
    _only_the_earlier_one(tmp_path)


def _evidence_is_damaged(database: Database, data: DossierData, folder: Path) -> Callable[[int, int], None]:
    """While the papers are made, so that it was whole when it was looked at."""
    items = [item for one in data.indicators() for item in one.evidence if item.file_type == "pdf"]
    stored = database.files.path(items[-1].sha256)

    def told(done: int, total: int) -> None:
        if done > total // 2:
            stored.write_bytes(b"%PDF-1.4 nothing more")

    return told


def _a_name_is_taken(database: Database, data: DossierData, folder: Path) -> Callable[[int, int], None]:
    (folder / "hs-tap-2.pdf").mkdir()
    (folder / "hs-tap-2.pdf" / "x").touch()
    (folder / ".hs-tap-2.pdf.old").mkdir()
    (folder / ".hs-tap-2.pdf.old" / "x").touch()
    return lambda _done, _total: None


@pytest.mark.parametrize("breaking", [_evidence_is_damaged, _a_name_is_taken])
def test_failed_no_volume_is_left(
    yen_hoa: Database,
    tmp_path: Path,
    breaking: Callable[[Database, DossierData, Path], Callable[[int, int], None]],
) -> None:
    (tmp_path / "hs-tap-1.pdf").write_bytes(b"an earlier one")
    data = collected(yen_hoa)
    told = breaking(yen_hoa, data, tmp_path)
    with pytest.raises(NtmError):
        make_volumes(data, tmp_path / "hs.pdf", limit=30, store=yen_hoa.files, progress=told)
    _only_the_earlier_one(tmp_path)


def _only_the_earlier_one(folder: Path) -> None:
    assert (folder / "hs-tap-1.pdf").read_bytes() == b"an earlier one"
    assert [path.name for path in folder.iterdir() if path.is_file()] == ["hs-tap-1.pdf"]
