"""A bound file as its reader sees it: every page of every piece, its foot, its outline."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Event

import pikepdf
import pypdfium2
import pytest
from pdf_reading import Page, read, whole_text
from PIL import Image
from reportlab.lib.pagesizes import A3, A4, A5, landscape
from reportlab.pdfgen.canvas import Canvas

from ntm_desktop.errors import NtmError
from ntm_desktop.render import binding
from ntm_desktop.render.binding import Bound, Piece, bind
from ntm_desktop.render.described import Entry
from ntm_desktop.render.foot import Mark
from ntm_desktop.render.output import CancelledError
from ntm_desktop.sync.codes import qr_text, short_code

ROOT = "5af3" * 16
MARK = Mark(short_code(ROOT), qr_text(unit="27256", period="2021", content_root=ROOT))
ON = date(2021, 6, 30)


def scan(path: Path, words: str, *, pages: int = 1, size: tuple[float, float] = A4, turn: int = 0) -> Path:
    canvas = Canvas(str(path), pagesize=size)
    for number in range(1, pages + 1):
        canvas.drawString(40, 40, f"{words} {number}")
        canvas.rect(1, 1, size[0] - 2, size[1] - 2)
        canvas.showPage()
    canvas.save()
    return _changed(path, lambda pdf: [page.rotate(turn, relative=False) for page in pdf.pages])


def _changed(path: Path, change: Callable[[pikepdf.Pdf], object]) -> Path:
    target = path.with_stem(f"{path.stem} changed")
    with pikepdf.open(path) as pdf:
        change(pdf)
        pdf.save(target)
    return target.replace(path)


def bound(
    tmp_path: Path, *pieces: Piece, mark: Mark | None = None, name: str = "bound.pdf", **more: object
) -> Bound:
    entries = [Entry("Phần một", 0)]
    return bind(  # type: ignore[arg-type]
        pieces, tmp_path / name, title="Hồ sơ", author="UBND xã", outline=entries, dated=ON, mark=mark, **more
    )


def footed(page: Page, words: str) -> bool:
    """It stands in the lowest 18 mm."""
    return any(line.text == words and page.height - line.down < 18 for line in page.lines)


def test_each_page_tells_its_place_in_the_whole(tmp_path: Path) -> None:
    first = scan(tmp_path / "a.pdf", "Scan", pages=3)
    second = scan(tmp_path / "b.pdf", "Photo")
    made = bound(tmp_path, Piece(first, (2, 0)), Piece(second, (0,)))
    pages = read(made.path)
    assert made.pages == len(pages) == 3
    assert [next(line.text for line in page.lines) for page in pages] == [
        "Scan 3",
        "Scan 1",
        "Photo 1",
    ]
    assert all(footed(page, f"Trang {number}/3") for number, page in enumerate(pages, 1))


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("size", [A4, landscape(A4), A3, landscape(A3), A5, (5000, 7000)])
def test_a_page_of_any_size_and_turn_is_whole_above_the_foot(
    tmp_path: Path, size: tuple[float, float], turn: int
) -> None:
    """On a sheet of A4 that stands or lies as the page is seen."""
    lies = (size[0] > size[1]) != (turn in (90, 270))
    made = bound(tmp_path, Piece(scan(tmp_path / "a.pdf", "Map", size=size, turn=turn), (0,)), mark=MARK)
    page = read(made.path)[0]
    assert (round(page.width), round(page.height)) == ((297, 210) if lies else (210, 297))
    with pypdfium2.PdfDocument(made.path) as document:
        shown = document[0].render(scale=2).to_pil().convert("L")
    foot = round(18 / 25.4 * 72 * 2)
    drawn = (
        shown.crop((0, 0, shown.width, shown.height - foot)).point(lambda grey: 255 * (grey < 200)).getbbox()
    )
    assert drawn is not None
    margin = 5 / 25.4 * 72 * 2 - 3
    assert drawn[0] > margin and drawn[1] > margin and drawn[2] < shown.width - margin  # noqa: PT018
    assert abs((drawn[2] - drawn[0]) / (drawn[3] - drawn[1]) - _shape(size, turn)) < 0.02, (
        "as it was, not stretched"
    )


def _shape(size: tuple[float, float], turn: int) -> float:
    across, down = size if turn in (0, 180) else size[::-1]
    return across / down


def test_a_page_is_never_enlarged(tmp_path: Path) -> None:
    made = bound(tmp_path, Piece(scan(tmp_path / "a.pdf", "Slip", size=A5), (0,)))
    with pikepdf.open(made.path) as pdf:
        assert pdf.pages[0].Contents.read_bytes().startswith(b"q 1.00000 0 0 1.00000")


def test_the_code_stands_on_every_page_and_a_draft_has_none(tmp_path: Path) -> None:
    pieces = Piece(scan(tmp_path / "a.pdf", "Scan", pages=2), (0, 1))
    with_code, draft = bound(tmp_path, pieces, mark=MARK), bound(tmp_path, pieces, name="draft.pdf")
    assert all(footed(page, MARK.code) for page in read(with_code.path))
    assert MARK.code not in whole_text(draft.path)


def test_volumes_count_on(tmp_path: Path) -> None:
    piece = Piece(scan(tmp_path / "a.pdf", "Scan", pages=2), (0, 1))
    made = bound(tmp_path, piece, before=10, total=30)
    assert [footed(page, f"Trang {number}/30") for number, page in enumerate(read(made.path), 11)] == [
        True,
        True,
    ]
    with pikepdf.open(made.path) as pdf:
        assert [page.label for page in pdf.pages] == ["11", "12"]


def test_the_file_says_what_it_is(tmp_path: Path) -> None:
    piece = Piece(scan(tmp_path / "a.pdf", "Scan", pages=3), (0, 1, 2))
    outline = [Entry("Tờ trình", 0), Entry("Phụ lục", 1, 1), Entry("Minh chứng", 2)]
    made = bind([piece], tmp_path / "b.pdf", title="Hồ sơ", author="UBND", outline=outline, dated=ON)
    with pikepdf.open(made.path) as pdf:
        assert pdf.pdf_version == "1.7"
        assert str(pdf.Root["/Lang"]) == "vi-VN"
        assert str(pdf.docinfo["/Title"]) == "Hồ sơ"
        with pdf.open_outline() as found:
            assert [(one.title, [child.title for child in one.children]) for one in found.root] == [
                ("Tờ trình", ["Phụ lục"]),
                ("Minh chứng", []),
            ]


def test_two_runs_are_equal_and_originals_stay_as_they_were(tmp_path: Path) -> None:
    original = scan(tmp_path / "a.pdf", "Scan", pages=2)
    before = original.read_bytes()
    first, again = (
        bound(tmp_path, Piece(original, (0, 1)), mark=MARK, name=name) for name in ("1.pdf", "2.pdf")
    )
    assert first.sha256 == again.sha256 == hashlib.sha256(again.path.read_bytes()).hexdigest()
    assert original.read_bytes() == before


@pytest.fixture(params=["in memory", "read later"])
def source(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A few files are held in memory, of more each page is read when the whole is written."""
    if request.param == "read later":
        monkeypatch.setattr(binding, "_COPIED", 0)


@pytest.mark.usefixtures("source")
def test_a_file_that_may_be_read_but_not_changed_is_bound(tmp_path: Path) -> None:
    path = scan(tmp_path / "a.pdf", "Locked", turn=90)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.save(encryption=pikepdf.Encryption(owner="secret", user=""))
    before = path.read_bytes()
    made = bound(tmp_path, Piece(path, (0,)))
    assert "Locked 1" in whole_text(made.path)
    assert (round(read(made.path)[0].width), round(read(made.path)[0].height)) == (297, 210)
    with pikepdf.open(made.path) as pdf:
        assert not pdf.is_encrypted
    assert path.read_bytes() == before


@pytest.mark.usefixtures("source")
@pytest.mark.parametrize("harm", ["where objects lie", "where their table lies", "its end"])
def test_a_damaged_file_is_repaired_where_that_is_possible(tmp_path: Path, harm: str) -> None:
    path = scan(tmp_path / "a.pdf", "Saved", pages=3)
    whole = path.read_bytes()
    table = whole.rindex(b"xref", 0, whole.rindex(b"startxref"))
    path.write_bytes(
        {
            "where objects lie": whole[:table] + whole[table:].replace(b"0000000", b"0000777"),
            "where their table lies": whole.replace(b"startxref\n", b"startxref\n9"),
            "its end": whole[: whole.rindex(b"startxref")],
        }[harm]
    )
    made = bound(tmp_path, Piece(path, (0, 1, 2)))
    assert [next(line.text for line in page.lines) for page in read(made.path)] == [
        "Saved 1",
        "Saved 2",
        "Saved 3",
    ]


def test_a_file_with_a_password_is_named(tmp_path: Path) -> None:
    path = scan(tmp_path / "a.pdf", "Secret")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.save(encryption=pikepdf.Encryption(owner="secret", user="more"))
    with pytest.raises(NtmError, match=r"tệp minh chứng a\.pdf"):
        bound(tmp_path, Piece(path, (0,)))


@pytest.mark.usefixtures("source")
def test_a_filled_form_shows_what_was_filled_in_and_runs_nothing(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.acroForm.textfield(name="ten", value="Dinh Van Bay", x=50, y=500, width=200, height=20)
    canvas.showPage()
    canvas.save()

    def add_scripts(pdf: pikepdf.Pdf) -> None:
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
        pdf.Root.OpenAction = script
        pdf.pages[0].obj["/AA"] = pikepdf.Dictionary(O=script)

    made = bound(tmp_path, Piece(_changed(tmp_path / "a.pdf", add_scripts), (0,)))
    assert "Dinh Van Bay" in whole_text(made.path)
    with pikepdf.open(made.path) as pdf:
        assert not any("JavaScript" in repr(one) for one in pdf.objects)
        assert "/Annots" not in pdf.pages[0].obj
        assert "/AcroForm" not in pdf.Root


def test_more_files_than_a_process_may_hold_open(tmp_path: Path) -> None:
    paths = [scan(tmp_path / f"{number}.pdf", f"Sheet {number},") for number in range(320)]
    made = bound(tmp_path, *(Piece(path, (0,)) for path in paths))
    assert "Sheet 319, 1" in read(made.path)[-1].text


def test_cancelled_or_failed_no_file_is_left(tmp_path: Path) -> None:
    good = scan(tmp_path / "a.pdf", "Scan", pages=20)
    out = tmp_path / "bound.pdf"
    out.write_bytes(b"an earlier one")
    cancel = Event()
    with pytest.raises(CancelledError):
        bound(
            tmp_path,
            Piece(good, range(20)),
            cancel=cancel,
            progress=lambda done, _total: cancel.set() if done > 25 else None,
        )
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 nothing more")
    with pytest.raises(NtmError, match="Phục hồi từ bản sao lưu"):
        bound(tmp_path, Piece(good, (0,)), Piece(tmp_path / "broken.pdf", (0,)))
    assert out.read_bytes() == b"an earlier one"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.pdf", "bound.pdf", "broken.pdf"]


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process")
@pytest.mark.parametrize("size", [5, 4_000, 300_000])
def test_on_a_full_disk_the_program_goes_on_and_no_file_is_left(tmp_path: Path, size: int) -> None:
    """pikepdf ends the process when a stream fails it twice."""
    Image.effect_noise((900, 900), 90).save(tmp_path / "a.pdf")
    out = tmp_path / "bound.pdf"
    out.write_bytes(b"an earlier one")
    script = Path(__file__).with_name("bind_on_full_disk.py")
    done = subprocess.run(
        [sys.executable, script, tmp_path / "a.pdf", out, str(size)], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode().startswith("NtmError: Không ghi được “bound.pdf”")
    assert out.read_bytes() == b"an earlier one"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.pdf", "bound.pdf"]


def test_what_the_disk_gives_back_wrongly_is_no_dossier(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    piece = Piece(scan(tmp_path / "a.pdf", "Scan"), (0,))
    synced = os.fsync

    def sync(file: int) -> None:
        synced(file)
        os.truncate(file, os.fstat(file).st_size // 2)

    monkeypatch.setattr(os, "fsync", sync)
    with pytest.raises(NtmError, match="ghi ra ổ đĩa bị sai"):
        bound(tmp_path, piece)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.pdf"]
