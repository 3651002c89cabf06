"""One binding in a process of its own: ``product``, ``bare`` or ``cancelled``, folder of scans, output file.
JSON on stdout."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path
from threading import Event

import pikepdf

from benchmarks.memory import peak_megabytes
from ntm_desktop.render.binding import Piece, bind
from ntm_desktop.render.described import Entry
from ntm_desktop.render.fonts import face
from ntm_desktop.render.foot import Mark
from ntm_desktop.render.output import CancelledError
from ntm_desktop.render.stamps import Stamps
from ntm_desktop.sync.codes import qr_text, short_code

_ROOT = "5af3" * 16
_MARK = Mark(short_code(_ROOT), qr_text(unit="27256", period="2021", content_root=_ROOT))
_ON = date(2021, 6, 30)


def product(scans: list[Path], out: Path) -> Mapping[str, float]:
    pieces, outline = _told(scans)
    words: list[float] = []
    start = time.perf_counter()
    bind(
        pieces,
        out,
        title="Hồ sơ",
        author="UBND xã",
        outline=outline,
        dated=_ON,
        mark=_MARK,
        progress=lambda _done, _total: words.append(time.perf_counter()),
    )
    end = time.perf_counter()
    times = [start, *words, end]
    return {
        "s": end - start,
        "mb": peak_megabytes(),
        "bytes": out.stat().st_size,
        "silent": max(after - before for before, after in pairwise(times)),
    }


def bare(scans: list[Path], out: Path) -> Mapping[str, float]:
    """The same pages, stamps and outline without what keeps a half file away."""
    start = time.perf_counter()
    opened = [pikepdf.open(path) for path in scans]
    with pikepdf.new() as target:
        stamps = Stamps(target, face(times_new_roman=False), _MARK, len(scans))
        with target.open_outline() as outline:
            for number, source in enumerate(opened, 1):
                target.pages.extend(source.pages)
                page = target.pages[-1]
                stamps.add_to(page.obj["/Resources"])
                page.contents_add(target.make_stream(stamps.content(number, 595)))
                outline.root.append(pikepdf.OutlineItem(f"Minh chứng {number}", number - 1))
        target.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return {"s": time.perf_counter() - start}


def cancelled(scans: list[Path], out: Path) -> Mapping[str, float]:
    """At four places on the way, the last while the file is read back; the longest counts."""
    out.unlink(missing_ok=True)
    longest = 0.0
    for place in (0.05, 0.32, 0.6, 1.0):
        longest = max(longest, _cancel_at(place, scans, out))
    return {"s": longest, "left": len([path for path in out.parent.iterdir() if out.name in path.name])}


def _cancel_at(place: float, scans: list[Path], out: Path) -> float:
    pieces, outline = _told(scans)
    cancel, pressed = Event(), [0.0]

    def told(done: int, total: int) -> None:
        if done >= place * total and not cancel.is_set():
            pressed[0] = time.perf_counter()
            cancel.set()

    try:
        bind(
            pieces,
            out,
            title="Hồ sơ",
            author="UBND xã",
            outline=outline,
            dated=_ON,
            progress=told,
            cancel=cancel,
        )
    except CancelledError:
        return time.perf_counter() - pressed[0]
    raise AssertionError("it was not cancelled")


def _told(scans: list[Path]) -> tuple[list[Piece], list[Entry]]:
    pieces, outline, page = [], [], 0
    for number, path in enumerate(scans, 1):
        with pikepdf.open(path) as pdf:
            count = len(pdf.pages)
        pieces.append(Piece(path, range(count)))
        outline.append(Entry(f"Minh chứng {number}", page))
        page += count
    return pieces, outline


if __name__ == "__main__":
    what = {"product": product, "bare": bare, "cancelled": cancelled}[sys.argv[1]]
    print(json.dumps(what(sorted(Path(sys.argv[2]).glob("*.pdf")), Path(sys.argv[3]))))
