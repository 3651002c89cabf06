"""Binding a dossier: papers and evidence become one file, with outline, page labels and a foot on each page.

A page of evidence, of whatever size and turn, is drawn a little smaller on a sheet of A4, so that the foot
hides nothing of it; where it bears a foot of this program, the new one takes its place. The files that it
comes from are only read. Measured (design/performance.md): pikepdf.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Event
from typing import BinaryIO, cast

import pikepdf
from reportlab.lib.units import mm

from ntm_desktop.disk import synced
from ntm_desktop.errors import NtmError
from ntm_desktop.render import typography as t
from ntm_desktop.render.described import VERSION, Entry, describe, outlined
from ntm_desktop.render.fonts import face
from ntm_desktop.render.foot import Mark
from ntm_desktop.render.output import CancelledError, digest_of, temporary, wrong
from ntm_desktop.render.stamps import Stamps

Progress = Callable[[int, int], None]

_MOST_OPEN = 300  # files; a process on Windows may hold 512
_SAVING = 2  # of three parts of the time
_BLOCK = 1 << 20
_COPIED = 128 << 20  # bytes of sources that may lie in memory
_DRAWN = "/NtmP"  # what a sheet calls the page of evidence on it


@dataclass(frozen=True, slots=True)
class Piece:
    """Pages of a file, which count from 0. Those of ``own`` papers leave their foot free already; those
    that are ``footed`` bear a foot of another file, in whose place comes that of the bound one."""

    path: Path
    pages: Sequence[int]
    own: bool = False
    footed: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Bound:
    path: Path
    pages: int
    sha256: str


def bind(
    pieces: Sequence[Piece],
    out: Path,
    *,
    title: str,
    author: str,
    outline: Sequence[Entry],
    dated: date,
    mark: Mark | None = None,
    marks: Sequence[str] = (),
    before: int = 0,
    total: int | None = None,
    times_new_roman: bool = False,
    progress: Progress | None = None,
    cancel: Event | None = None,
) -> Bound:
    """Writes the file; ``out`` stays as it was when anything fails or ``cancel`` is set.

    ``marks`` stand on each page of evidence; our own papers have them already. A volume begins after
    ``before`` pages of a whole of ``total``. ``dated`` is the day that the file says it was made on: two runs
    are equal. Raises NtmError naming a file that cannot be read.
    """
    count = sum(len(piece.pages) for piece in pieces)
    steps = _Steps(count, progress, cancel)
    with pikepdf.new() as target, ExitStack() as opened:
        stamps = Stamps(target, face(times_new_roman), mark, count if total is None else total, marks)
        sources = _Sources(opened, {piece.path: piece.own for piece in pieces})
        for number, (piece, page) in enumerate(_each(pieces), before + 1):
            source = sources.open(piece.path)
            if piece.own:
                _take(target, source.pages[page], stamps, number)
            else:
                _draw(target, source.pages[page], stamps, number, footed=page in piece.footed)
            steps.taken()
        describe(target, title=title, author=author, dated=dated, first=before + 1)
        outlined(target, outline)
        with temporary(out) as path:
            _save(target, path, steps)
            if _pages_in(path) != count:
                raise wrong(out)
            digest = digest_of(path, steps.read_back)
    return Bound(out, count, digest)


def is_evidence(page: pikepdf.Object) -> bool:
    """Whether that page of a bound file is a sheet with evidence on it."""
    found: object = page
    for key in ("/Resources", "/XObject", _DRAWN):
        if not isinstance(found, pikepdf.Dictionary) or key not in found:
            return False
        found = found[key]
    return True


def _save(target: pikepdf.Pdf, path: Path, steps: _Steps) -> None:
    with path.open("wb", buffering=_BLOCK) as file, synced(file) as write:
        stream = _Unfailing(write)

        def saved(percent: int) -> None:
            stream.check()
            steps.saved(percent)

        target.save(
            cast("BinaryIO", stream),
            deterministic_id=True,
            force_version=VERSION,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            progress=saved,
        )
        stream.check()


class _Unfailing(io.RawIOBase):
    """Keeps for later what goes wrong: pikepdf ends the process when a stream fails it at the end."""

    def __init__(self, write: Callable[[bytes], int]) -> None:
        self._write = write
        self._error: OSError | None = None

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]  # whatever has bytes
        try:
            return self._write(data)
        except OSError as error:
            self._error = error
            return len(data)

    def check(self) -> None:
        if self._error is not None:
            raise self._error


def _pages_in(path: Path) -> int:
    try:
        with pikepdf.open(path) as pdf:
            return len(pdf.pages)
    except pikepdf.PikepdfError:
        return 0


class _Steps:
    """Where the work stands; raises when it is to end."""

    def __init__(self, pages: int, progress: Progress | None, cancel: Event | None) -> None:
        self._pages, self._done = pages, 0
        self._progress, self._cancel = progress, cancel

    def taken(self) -> None:
        self._done += 1
        self._tell(self._done)

    def saved(self, percent: int) -> None:
        self._tell(self._pages + _SAVING * self._pages * percent // 100)

    def read_back(self) -> None:
        self._tell((1 + _SAVING) * self._pages)

    def _tell(self, done: int) -> None:
        if self._cancel is not None and self._cancel.is_set():
            raise CancelledError
        if self._progress is not None:
            self._progress(done, (1 + _SAVING) * self._pages)


class _Sources:
    """The files that pages come from, each open until the whole is written."""

    def __init__(self, opened: ExitStack, own: Mapping[Path, bool]) -> None:
        self._opened, self._own = opened, own
        self._known: dict[Path, pikepdf.Pdf] = {}
        self._room = _COPIED
        self._kept_open = "n" if len(own) > _MOST_OPEN else "y"

    def open(self, path: Path) -> pikepdf.Pdf:
        if path not in self._known:
            try:
                source = self._opened.enter_context(self._opened_or_later(path))
            except (pikepdf.PikepdfError, OSError) as error:
                raise NtmError(
                    f"Không đọc được tệp minh chứng {path.name[:8]}… để gộp vào hồ sơ. "
                    "Phục hồi từ bản sao lưu hoặc đính kèm lại tệp, rồi lập lại hồ sơ."
                ) from error
            self._known[path] = source
            if not self._own[path]:
                _flatten(source)
        return self._known[path]

    def _opened_or_later(self, path: Path) -> pikepdf.Pdf:
        """What ``pikepdf.open`` opens is copied into memory when its pages are taken over: 900 MB for 2 000
        scans. What a job opens is read when the whole is written, and takes longer to open."""
        self._room -= path.stat().st_size
        if self._room > 0 and self._kept_open == "y":
            return pikepdf.open(path)
        words = ("--empty", "--no-warn", f"--keep-files-open={self._kept_open}", "--pages")
        return pikepdf.Job(["qpdf", *words, str(path.absolute()), "1-z", "--", os.devnull]).create_pdf()


def _each(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, int]]:
    for piece in pieces:
        for page in piece.pages:
            yield piece, page


def _flatten(source: pikepdf.Pdf) -> None:
    """What a form's fields and stamps show becomes part of the page; what they do is left behind."""
    if "/AcroForm" in source.Root:
        source.generate_appearance_streams()
    if any("/Annots" in page.obj for page in source.pages):
        source.flatten_annotations("print")


def _take(target: pikepdf.Pdf, page: pikepdf.Page, stamps: Stamps, number: int) -> None:
    """A page of our own as it is."""
    target.pages.append(page)
    copied = target.pages[-1]
    if "/Resources" not in copied.obj:
        copied.obj["/Resources"] = pikepdf.Dictionary()
    resources = copied.obj["/Resources"]
    stamps.add_to(resources)
    box = [float(side) for side in copied.mediabox]
    copied.contents_add(target.make_stream(stamps.content(number, box[2] - box[0])))


def _draw(
    target: pikepdf.Pdf, page: pikepdf.Page, stamps: Stamps, number: int, *, footed: bool = False
) -> None:
    """A page of evidence on a sheet that stands or lies as it does. One that is ``footed`` stays as large as
    it is: the foot of the sheet takes the place of its own."""
    form = target.copy_foreign(page.as_form_xobject())
    left, bottom, width, height = _seen(form)
    across, down = (t.PAGE[1], t.PAGE[0]) if width > height else t.PAGE
    across, down = across * mm, down * mm
    foot, edge = t.SHEET_FOOT * mm, 0.0 if footed else t.SHEET_EDGE * mm
    if footed:
        bottom, height = bottom + foot, height - foot
    room, free = across - 2 * edge, down - edge - foot
    scale = min(1.0, room / width, free / height)
    x = (across - scale * width) / 2 - scale * left
    y = foot + free - scale * height - scale * bottom
    resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary({_DRAWN: form}))
    stamps.add_to(resources)
    behind = stamps.behind(resources, across, down)
    cut = f"{left:.3f} {bottom:.3f} {width:.3f} {height:.3f} re W n " if footed else ""
    drawn = f"q {scale:.5f} 0 0 {scale:.5f} {x:.3f} {y:.3f} cm {cut}{_DRAWN} Do Q".encode("ascii")
    sheet = pikepdf.Dictionary(
        Type=pikepdf.Name.Page,
        MediaBox=[0, 0, across, down],
        Resources=resources,
        Contents=target.make_stream(behind + drawn + stamps.content(number, across)),
    )
    target.pages.append(pikepdf.Page(target.make_indirect(sheet)))


def _seen(form: pikepdf.Object) -> tuple[float, float, float, float]:
    """Left, bottom, width and height of what a page shows, turned as its reader sees it; points."""
    x0, y0, x1, y1 = (float(side) for side in form["/BBox"])
    a, b, c, d, e, f = (float(part) for part in form.get("/Matrix", [1, 0, 0, 1, 0, 0]))
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (x0, x1) for y in (y0, y1)]
    left, bottom = (min(corner[axis] for corner in corners) for axis in (0, 1))
    right, top = (max(corner[axis] for corner in corners) for axis in (0, 1))
    if not (right > left and top > bottom):
        raise NtmError("Có trang minh chứng không có khổ giấy. Quét hoặc in lại tệp đó ra PDF mới.")
    return left, bottom, right - left, top - bottom
