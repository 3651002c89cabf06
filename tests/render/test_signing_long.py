"""Signing a file of many pages: where the place is looked for, how far that is told, and how it is ended."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from signers import AT, NAME

from ntm_desktop.render.binding import Piece, bind
from ntm_desktop.render.described import Entry
from ntm_desktop.render.fonts import face
from ntm_desktop.render.output import CancelledError
from ntm_desktop.services.signing import KeyFile, Wish, sign

MM = 72 / 25.4


def written(path: Path, *pages: tuple[str, str]) -> Path:
    """Each page has a post, and the name below the space to sign in."""
    canvas = Canvas(str(path), pagesize=(210 * MM, 297 * MM))
    for post, name in pages:
        canvas.setFont(face().bold, 14)
        canvas.drawCentredString(150 * MM, 190 * MM, post)
        canvas.drawCentredString(150 * MM, 160 * MM, name)
        canvas.showPage()
    canvas.save()
    return path


@pytest.fixture
def bound(tmp_path: Path) -> Path:
    """Two pages of ours before sixty of evidence, which the same person signed in an earlier year."""
    own = written(tmp_path / "own.pdf", ("Nội dung", ""), ("CHỦ TỊCH", "Lê Văn Ba"))
    evidence = written(tmp_path / "evidence.pdf", *[("CHỦ TỊCH", NAME)] * 60)
    pieces = (Piece(own, (0, 1), own=True), Piece(evidence, range(60)))
    outline = [Entry("Tờ trình", 0), Entry("Minh chứng", 2)]
    out = tmp_path / "hồ sơ.pdf"
    return bind(pieces, out, title="Hồ sơ", author="UBND", outline=outline, dated=date(2021, 6, 30)).path


def test_bound_evidence_is_signed_only_where_that_was_asked_for(bound: Path, person: KeyFile) -> None:
    signed = sign(bound, bound.with_name("1.pdf"), key=person, wish=Wish(), at=AT)
    assert (signed.page, signed.in_block) == (2, True)
    again = sign(bound, bound.with_name("2.pdf"), key=person, wish=Wish(page=7), at=AT)
    assert (again.page, again.in_block) == (7, True)
    of_part = sign(bound, bound.with_name("3.pdf"), key=person, wish=Wish(paper="Minh chứng"), at=AT)
    assert (of_part.page, of_part.in_block) == (3, True)


def test_a_file_of_evidence_alone_is_looked_through(tmp_path: Path, person: KeyFile) -> None:
    evidence = written(tmp_path / "evidence.pdf", ("Nội dung", ""), ("CHỦ TỊCH", NAME))
    volume = bind(
        [Piece(evidence, (0, 1))],
        tmp_path / "tập.pdf",
        title="",
        author="",
        outline=[],
        dated=date(2021, 6, 30),
    )
    signed = sign(volume.path, tmp_path / "1.pdf", key=person, wish=Wish(), at=AT)
    assert (signed.page, signed.in_block) == (2, True)


def test_the_looking_tells_each_page_and_ends_at_once_when_cancelled(tmp_path: Path, person: KeyFile) -> None:
    path = written(tmp_path / "quét.pdf", *[("Nội dung", "")] * 40)
    told: list[tuple[int, int]] = []
    sign(path, tmp_path / "1.pdf", key=person, wish=Wish(), at=AT, report=lambda *far: told.append(far))
    shares = [done / total for done, total in told]
    assert told[:40] == [(page, 80) for page in range(40)]
    assert shares == sorted(shares)
    assert shares[-1] >= 0.5

    def cancel(done: int, _total: int) -> None:
        told.append((done, 0))
        if done == 5:
            raise CancelledError

    told.clear()
    with pytest.raises(CancelledError):
        sign(path, tmp_path / "2.pdf", key=person, wish=Wish(), at=AT, report=cancel)
    assert told[-1] == (5, 0)
    assert {one.name for one in tmp_path.iterdir()} == {"quét.pdf", "1.pdf"}
