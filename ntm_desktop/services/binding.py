"""The bound dossier: the papers, then the evidence of each criterion behind a sheet that names it, one file.

A service without a session: the work threads run it. What cannot be bound is told on that sheet.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from threading import Event

from ntm_desktop.db.files import FileStore
from ntm_desktop.documents.annexes import shared
from ntm_desktop.documents.blocks import Paper, Row
from ntm_desktop.documents.data import CriterionFacts, DossierData, EvidenceFacts
from ntm_desktop.documents.dossier import dossier_title, marks, papers
from ntm_desktop.documents.enclosures import Enclosure, separator
from ntm_desktop.documents.submission import document_list
from ntm_desktop.documents.wording import committee, criterion_name
from ntm_desktop.domain.page_ranges import pages_of
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.forms import FORM_NAMES
from ntm_desktop.render.binding import Bound, Entry, Piece, bind
from ntm_desktop.render.pdf import PrintedDossier, PrintedSection, render_pdf
from ntm_desktop.render.stamps import Mark
from ntm_desktop.services import files
from ntm_desktop.services.incoming_pdf import page_count
from ntm_desktop.sync.codes import qr_text, short_code
from ntm_desktop.text import natural_key

_LIST = "danh_muc"
_FORM, _CRITERION, _EVIDENCE = "form", "criterion", "evidence"
_Key = tuple[str, str, int]
"""Of what begins on a page: a form, a criterion's evidence, or a piece of it by its order there."""
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class _Part:
    """The evidence of one criterion."""

    criterion: CriterionFacts
    enclosed: tuple[Enclosure, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    """Pages that follow one another, what they are known by, and their line of the outline."""

    piece: Piece
    key: _Key
    title: str
    level: int = 0


def bind_dossier(
    data: DossierData,
    out: Path,
    *,
    store: FileStore,
    times_new_roman: bool = False,
    progress: Progress | None = None,
    cancel: Event | None = None,
) -> Bound:
    """``out`` is replaced only by a whole file; cancelling raises CancelledError."""
    parts, attached = _parts(data, store), _attached(data, store)
    made, listed = (out.with_name(f".{out.stem}.{name}.pdf") for name in ("papers", "lists"))

    def render(papers: Sequence[Paper], target: Path, told: Progress | None = None) -> PrintedDossier:
        return render_pdf(
            papers,
            target,
            title=dossier_title(data),
            author=committee(data.commune),
            dated=data.on,
            marks=marks(data),
            times_new_roman=times_new_roman,
            progress=told,
            cancel=cancel,
        )

    try:
        own = render([one for one in papers(data) if one.form != _LIST], made, _share(progress, 0))
        places = _places(_runs(own, attached, render(_lists(data, parts, {}), listed), parts))
        runs = _runs(own, attached, render(_lists(data, parts, places), listed), parts)
        if _places(runs) != places:
            raise AssertionError("page numbers changed how long the lists are")
        return bind(
            [run.piece for run in runs],
            out,
            title=dossier_title(data),
            author=committee(data.commune),
            outline=[Entry(run.title, places[run.key] - 1, run.level) for run in runs],
            dated=data.on,
            mark=_mark(data),
            times_new_roman=times_new_roman,
            progress=_share(progress, 1),
            cancel=cancel,
        )
    finally:
        made.unlink(missing_ok=True)
        listed.unlink(missing_ok=True)


def _mark(data: DossierData) -> Mark | None:
    """Of what the dossier says; a draft has no code."""
    if not data.root:
        return None
    text = qr_text(unit=data.commune.code, period=str(data.goal.year), content_root=data.root)
    return Mark(short_code(data.root), text)


def _share(progress: Progress | None, half: int) -> Progress | None:
    """The papers are the first half of the way, binding the second."""
    if progress is None:
        return None
    return lambda done, total: progress(half * total + done, 2 * total)


def _parts(data: DossierData, store: FileStore) -> tuple[_Part, ...]:
    """The evidence of every criterion that has any; a file that stands for two is bound under the first."""
    bound: dict[tuple[str, str], str] = {}
    parts = []
    for criterion in sorted(data.criteria, key=lambda one: natural_key(one.code)):
        enclosed = []
        for item, codes in shared(criterion.indicators):
            key = (item.sha256, item.pages)
            if key in bound:
                enclosed.append(Enclosure(item, tuple(codes), note=f"Xem tiêu chí số {bound[key]}"))
                continue
            one = _enclosure(item, tuple(codes), store)
            if one.is_bound:
                bound[key] = criterion.code
            enclosed.append(one)
        if enclosed:
            parts.append(_Part(criterion, tuple(enclosed)))
    return tuple(parts)


def _enclosure(item: EvidenceFacts, codes: tuple[str, ...], store: FileStore) -> Enclosure:
    one = Enclosure(item, codes)
    if item.file_type in files.PICTURES:
        if item.picture is None:
            return replace(one, note=f"{item.absent}, không gộp được")
        return replace(one, path=item.picture, pages=(0,), picture=True)
    if item.file_type != "pdf":
        return replace(one, note=f"Tệp {item.file_type.upper()}, xem tệp riêng")
    try:
        path = store.path(item.sha256)
        total = page_count(path)
    except NtmError as error:
        return replace(one, note=error.message)
    pages = pages_of(item.pages, total)
    if pages is None:
        return replace(one, path=path, pages=tuple(range(total)), note=f"không có trang “{item.pages}”")
    return replace(one, path=path, pages=pages)


def _lists(data: DossierData, parts: Sequence[_Part], places: Mapping[_Key, int]) -> tuple[Paper, ...]:
    """The list of documents and the sheet before each criterion's evidence, with pages where known."""
    rows = tuple(
        Row(("", criterion_name(part.criterion), "", "", "", "", str(places.get(_part_key(part), ""))))
        for part in parts
    )
    heading = (Row(("Hồ sơ minh chứng theo tiêu chí",), heading=True),) if parts else ()
    forms = {form: page for (kind, form, _order), page in places.items() if kind == _FORM}
    return (
        document_list(data, forms, (*heading, *rows)),
        *(
            separator(
                part.criterion,
                part.enclosed,
                [places.get(_item_key(part, order)) for order in range(len(part.enclosed))],
            )
            for part in parts
        ),
    )


def _attached(data: DossierData, store: FileStore) -> tuple[_Run, ...]:
    """The papers that others made and signed; without one of them there is no dossier to bind."""
    files = {rule: data.paper(rule.form).file for rule in data.regime.forms if rule.attached}
    return tuple(
        _Run(
            Piece(store.path(file.sha256), range(page_count(store.path(file.sha256)))),
            (_FORM, rule.form, 0),
            FORM_NAMES.get(rule.form, file.name),
        )
        for rule, file in files.items()
        if file is not None
    )


def _runs(
    own: PrintedDossier, attached: Sequence[_Run], lists: PrintedDossier, parts: Sequence[_Part]
) -> tuple[_Run, ...]:
    """All that is bound, in order: the cover, the list of documents, the papers, the evidence."""
    cover, *others = (_run_of(own, section) for section in own.sections)
    listed = iter(lists.sections)
    runs = [cover, _run_of(lists, next(listed)), *others, *attached]
    for part in parts:
        runs.append(replace(_run_of(lists, next(listed)), key=_part_key(part)))
        for order, one in enumerate(part.enclosed):
            if one.path is None:
                continue
            piece = _piece(lists, next(listed)) if one.picture else Piece(one.path, one.pages)
            runs.append(_Run(piece, _item_key(part, order), one.item.title, level=1))
    return tuple(runs)


def _run_of(printed: PrintedDossier, section: PrintedSection) -> _Run:
    key = (_FORM, section.key or section.form, 0)
    return _Run(_piece(printed, section), key, section.title, level=int(section.annex))


def _piece(printed: PrintedDossier, section: PrintedSection) -> Piece:
    pages = range(section.first_page, section.first_page + section.pages)
    return Piece(printed.path, pages, own=True)


def _places(runs: Sequence[_Run]) -> dict[_Key, int]:
    """On which page of the whole each begins, counting from 1."""
    lengths = (len(run.piece.pages) for run in runs)
    return {run.key: 1 + begin for run, begin in zip(runs, accumulate(lengths, initial=0), strict=False)}


def _part_key(part: _Part) -> _Key:
    return _CRITERION, part.criterion.code, 0


def _item_key(part: _Part, order: int) -> _Key:
    return _EVIDENCE, part.criterion.code, order
