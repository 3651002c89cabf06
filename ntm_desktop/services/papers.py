"""Printing the collected dossier to files: PDF, Word. Sessionless, for the work threads.

What the papers say is ``documents``; collecting it and registering the print is ``services.dossier``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Protocol

from ntm_desktop.documents.data import DossierData as DossierData
from ntm_desktop.documents.dossier import dossier_title, marks, papers
from ntm_desktop.documents.wording import committee
from ntm_desktop.errors import NtmError, reason
from ntm_desktop.sync.codes import qr_text, short_code
from ntm_desktop.text import format_int, natural_key, nfc, safe_file_name

if TYPE_CHECKING:
    from ntm_desktop.db.files import FileStore, StoredFile
    from ntm_desktop.documents.blocks import Paper
    from ntm_desktop.render.binding import Bound as Bound
    from ntm_desktop.render.foot import Mark
    from ntm_desktop.render.pdf import PrintedDossier as PrintedDossier

BY_CRITERION = 0
"""The limit of volumes that are not shared out by their pages."""
FEWEST_PAGES, MOST_PAGES = 20, 2_000
"""Of a volume, that the office may ask for."""


class Printed(Protocol):
    """A PDF that may enter the register."""

    @property
    def path(self) -> Path: ...

    @property
    def pages(self) -> int: ...

    @property
    def sha256(self) -> str: ...


def make_dossier(
    data: DossierData,
    out: Path,
    *,
    times_new_roman: bool = False,
    progress: Callable[[int, int], None] | None = None,
    cancel: Event | None = None,
) -> PrintedDossier:
    """All papers in one PDF. ``out`` is replaced only by a whole file; cancelling raises CancelledError."""
    return _printed(data, papers(data), out, dossier_title(data), times_new_roman, progress, cancel)


def _printed(
    data: DossierData,
    wanted: Sequence[Paper],
    out: Path,
    title: str,
    times_new_roman: bool,
    progress: Callable[[int, int], None] | None,
    cancel: Event | None,
) -> PrintedDossier:
    from ntm_desktop.render.pdf import render_pdf  # ReportLab takes a while, and few sessions print

    return render_pdf(
        wanted,
        out,
        title=title,
        author=committee(data.commune),
        dated=data.on,
        marks=marks(data),
        numbered=True,
        mark=mark_of(data),
        times_new_roman=times_new_roman,
        progress=progress,
        cancel=cancel,
    )


def mark_of(data: DossierData) -> Mark | None:
    """The code of what the dossier says; a draft has none."""
    from ntm_desktop.render.foot import Mark

    if not data.root:
        return None
    text = qr_text(unit=data.commune.code, period=str(data.goal.year), content_root=data.root)
    return Mark(_code(data), text)


def _code(data: DossierData) -> str:
    return short_code(data.root) if data.root else ""


def make_bound(
    data: DossierData,
    out: Path,
    *,
    store: FileStore,
    times_new_roman: bool = False,
    progress: Callable[[int, int], None] | None = None,
    cancel: Event | None = None,
) -> Bound:
    """The papers and all evidence in one PDF, as ``services.binding`` puts them together."""
    from ntm_desktop.services.binding import bind_dossier  # takes a while, and few sessions bind

    return bind_dossier(
        data,
        out,
        store=store,
        times_new_roman=times_new_roman,
        progress=progress,
        cancel=cancel,
    )


def make_volumes(
    data: DossierData,
    out: Path,
    *,
    limit: int,
    store: FileStore,
    times_new_roman: bool = False,
    progress: Callable[[int, int], None] | None = None,
    cancel: Event | None = None,
) -> tuple[Bound, ...]:
    """The bound dossier in volumes, of which each is a file (``volume_name``)."""
    from ntm_desktop.services.binding import bind_volumes

    return bind_volumes(
        data,
        out,
        limit=limit,
        store=store,
        times_new_roman=times_new_roman,
        progress=progress,
        cancel=cancel,
    )


def volume_limit(pages: int) -> int:
    """Raises NtmError for what is no sensible number of pages of a volume."""
    if not FEWEST_PAGES <= pages <= MOST_PAGES:
        raise NtmError(
            f"Mỗi tập có từ {FEWEST_PAGES} đến {format_int(MOST_PAGES)} trang. Ghi lại số trang nhiều nhất "
            "của một tập."
        )
    return pages


def keep(printed: Sequence[Printed], store: FileStore) -> list[tuple[StoredFile, int]]:
    """Into the store, for ``dossier.register_all``: each file with its pages."""
    try:
        return [(store.put_file(one.path), one.pages) for one in printed]
    except OSError as error:
        raise NtmError(f"Không đọc lại được bản in vừa lập: {reason(error)}. In lại.") from error


def release_all(waiting: Sequence[Path], targets: Sequence[Path]) -> None:
    """Gives files that were made under other names their own, all of them or none."""
    from ntm_desktop.render import output

    output.release_all(waiting, targets)


def refuse_place(target: Path, *, comes_from: Path, size: int = 0) -> None:
    """Raises where ``release_all`` could not give its name to what is made in another folder."""
    from ntm_desktop.render import output

    output.refuse_place(target, comes_from=comes_from, size=size)


def forget(path: Path) -> None:
    """Takes away a file that nobody needs any more, if it can be."""
    from ntm_desktop.render import output

    output.forget(path)


def are_numbered(data: DossierData) -> bool:
    """Whether each paper made here that bears a number has it, and its day."""
    known = (data.paper(rule.form) for rule in data.regime.forms if rule.code and data.is_made(rule))
    return all(one.number and one.issued for one in known)


def one_paper(data: DossierData, name: str) -> Paper:
    """A paper with its annexes, or an annex by itself, by the name of its form."""
    known: dict[str, Paper] = {}
    for paper in papers(data):
        known[paper.form] = paper
        known |= {
            one.key: replace(paper, title=one.title, sections=(one,)) for one in paper.sections[1:] if one.key
        }
    if name not in known:
        raise NtmError(f"Hồ sơ không có văn bản “{name}”. Chọn một trong: {', '.join(known)}.")
    return known[name]


def make_paper(
    data: DossierData,
    name: str,
    out: Path,
    *,
    times_new_roman: bool = False,
    progress: Callable[[int, int], None] | None = None,
    cancel: Event | None = None,
) -> PrintedDossier:
    """One paper (``one_paper``) as a file of its own, whose pages count from 1."""
    paper = one_paper(data, name)
    return _printed(
        data, [paper], out, f"{dossier_title(data)} - {paper.title}", times_new_roman, progress, cancel
    )


def volume_name(out: Path, number: int) -> Path:
    """ "ho-so-tap-2.pdf" beside "ho-so.pdf"."""
    return out.with_name(f"{out.stem}-tap-{number}{out.suffix}")


def refuse_older_volumes(out: Path) -> None:
    """Raises with the name of each volume that is there: one may be signed, and of another division of the
    dossier some would stay beside the new ones."""
    number = re.compile(re.escape(nfc(f"{out.stem}-tap-")) + r"\d+" + re.escape(out.suffix), re.IGNORECASE)
    try:
        present = [path.name for path in out.parent.iterdir() if number.fullmatch(nfc(path.name))]
    except OSError:
        return  # that there is no such folder is told by who writes
    if present:
        raise NtmError(
            f"Thư mục {out.parent} đã có các tập dưới đây của “{out.name}”, có thể đã được ký, nên không ghi "
            "đè. Đặt tên khác, hoặc chuyển các tệp này đi rồi lưu lại.",
            sorted(present, key=natural_key),
        )


def make_docx(data: DossierData, folder: Path) -> tuple[Path, ...]:
    """One Word file a paper, for leaders who edit; gives back the files in the order of the dossier.

    A file that is already there may have been edited: it is never written over.
    """
    from ntm_desktop.render.docx import render_docx

    refuse_overwriting(data, folder)
    return render_docx(
        papers(data),
        folder,
        author=committee(data.commune),
        dated=data.on,
        marks=marks(data),
        code=_code(data),
    )


def refuse_overwriting(data: DossierData, folder: Path) -> None:
    """Raises with the name of each Word file of the dossier that is already in the folder."""
    from ntm_desktop.render.docx import targets

    present = [path.name for path in targets(papers(data), folder) if path.exists()]
    if present:
        raise NtmError(
            f"Thư mục {folder} đã có các tệp Word dưới đây, có thể đã được sửa, nên không ghi đè. "
            "Chọn thư mục khác, hoặc chuyển các tệp này đi rồi lưu lại.",
            present,
        )


def make_paper_docx(data: DossierData, name: str, target: Path) -> None:
    """One paper (``one_paper``) as a Word file of that name."""
    from ntm_desktop.render.docx import write_docx

    write_docx(
        one_paper(data, name),
        target,
        author=committee(data.commune),
        dated=data.on,
        marks=marks(data),
        code=_code(data),
    )


def has_times_new_roman() -> bool:
    """Whether this PC has the face that the decree names; else the bundled one of the same widths serves."""
    from ntm_desktop.render import fonts

    return fonts.has_times_new_roman()


def suggested_name(data: DossierData) -> str:
    """ "Hồ sơ NTM xã Yên Hóa 2021 - bản nháp": a file name without its ending."""
    draft = " - bản nháp" if data.draft else ""
    return safe_file_name(f"Hồ sơ NTM {data.commune.name} {data.goal.year}{draft}")
