"""The bound dossier: the papers, then the evidence of each criterion behind a sheet that names it, as one
file or in volumes.

A service without a session: the work threads run it. What cannot be bound is told on that sheet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event

from ntm_desktop.db.files import FileStore
from ntm_desktop.documents import annexes
from ntm_desktop.documents.blocks import Paper, Row, Section
from ntm_desktop.documents.data import DossierData
from ntm_desktop.documents.dossier import dossier_title, marks, papers
from ntm_desktop.documents.enclosures import Listed, separator, volume_front, volume_title
from ntm_desktop.documents.submission import document_list
from ntm_desktop.documents.wording import committee, criterion_name
from ntm_desktop.documents.wording import places as place_names
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.forms import FORM_NAMES, fill
from ntm_desktop.render.binding import Bound, Piece, bind
from ntm_desktop.render.described import Entry
from ntm_desktop.render.output import all_or_none, forget
from ntm_desktop.render.pdf import PrintedDossier, PrintedSection, render_pdf
from ntm_desktop.services.enclosing import Part, parts_of
from ntm_desktop.services.footed import with_foot
from ntm_desktop.services.incoming_pdf import page_count
from ntm_desktop.services.papers import BY_CRITERION, mark_of, volume_name
from ntm_desktop.services.volumes import (
    CRITERION,
    EVIDENCE,
    FORM,
    Key,
    Places,
    Run,
    Share,
    by_criterion,
    by_pages,
    settled,
)

_LIST = "danh_muc"
_COVER, _CONTENTS = "cover", "contents"
_FRONT = 2
"""Pages before what a volume holds: its cover and, if short, its list."""
Progress = Callable[[int, int], None]


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
    press = _Press(data, times_new_roman, progress, cancel)
    with _begun(press, out, store) as binding:
        shares, places = binding.laid_out(None)
        (made,) = press.bind(shares, places, [out])
    return made


def bind_volumes(
    data: DossierData,
    out: Path,
    *,
    limit: int,
    store: FileStore,
    times_new_roman: bool = False,
    progress: Progress | None = None,
    cancel: Event | None = None,
) -> tuple[Bound, ...]:
    """The same as volumes of at most ``limit`` pages, or by criterion (``BY_CRITERION``), which are named
    after ``out``: there are all of them or none."""
    press = _Press(data, times_new_roman, progress, cancel)
    with _begun(press, out, store) as binding:
        shares, places = binding.laid_out(limit)
        targets = [volume_name(out, number) for number in range(1, len(shares) + 1)]
        with all_or_none(targets) as waiting:
            made = press.bind(shares, places, waiting)
    return tuple(replace(one, path=path) for one, path in zip(made, targets, strict=True))


@dataclass(frozen=True, slots=True)
class _Press:
    """Makes the files of one dossier."""

    data: DossierData
    times_new_roman: bool
    progress: Progress | None
    cancel: Event | None

    def print(self, papers: Sequence[Paper], target: Path, told: Progress | None = None) -> PrintedDossier:
        return render_pdf(
            papers,
            target,
            title=dossier_title(self.data),
            author=committee(self.data.commune),
            dated=self.data.on,
            marks=marks(self.data),
            times_new_roman=self.times_new_roman,
            progress=told,
            cancel=self.cancel,
        )

    def bind(self, shares: Sequence[Share], places: Places, targets: Sequence[Path]) -> tuple[Bound, ...]:
        pages = sum(len(run) for share in shares for run in share)
        made = []
        for number, (share, target) in enumerate(zip(shares, targets, strict=True), 1):
            before = places[share[0].key] - 1
            name = f" - {volume_title(number, len(shares))}" if len(shares) > 1 else ""
            bound = bind(
                [run.piece for run in share],
                target,
                title=dossier_title(self.data) + name,
                author=committee(self.data.commune),
                outline=_outline(share, places, before),
                dated=self.data.on,
                mark=mark_of(self.data),
                marks=marks(self.data),
                before=before,
                total=pages,
                times_new_roman=self.times_new_roman,
                progress=_of_volume(_half(self.progress, 1), before / pages, sum(map(len, share)) / pages),
                cancel=self.cancel,
            )
            made.append(bound)
        return tuple(made)


@dataclass(frozen=True, slots=True)
class _Binding:
    press: _Press
    parts: tuple[Part, ...]
    own: PrintedDossier
    """The papers but for the lists of documents and of evidence, which tell pages of the whole."""
    listed: Section | None
    """The annex that lists the evidence, if there is one."""
    attached: tuple[Run, ...]
    """The papers that others made and signed."""
    lists: Path
    fronts: Path

    def laid_out(self, limit: int | None) -> tuple[tuple[Share, ...], Places]:
        """The volumes, and where everything begins."""
        return settled(lambda places: self._shares(limit, places))

    def _shares(self, limit: int | None, places: Places) -> tuple[Share, ...]:
        lists = self.press.print(_lists(self.press.data, self.parts, places, self.listed), self.lists)
        runs = _runs(self.press.data, self.own, self.attached, lists, self.parts)
        if limit is None:
            return (runs,)
        front = _FRONT
        while True:
            held = by_criterion(runs[1:]) if limit == BY_CRITERION else by_pages(runs[1:], limit - front)
            shares = self._with_fronts(held, places)
            longest = max(len(share[0]) + len(share[1]) for share in shares)
            if limit == BY_CRITERION or longest <= front:
                return shares
            front = longest

    def _with_fronts(self, shares: Sequence[Share], places: Places) -> tuple[Share, ...]:
        """Each volume begins with its cover and the list of what it holds."""
        count = len(shares)
        fronts = [
            volume_front(
                self.press.data,
                number,
                count,
                [Listed(run.title, run.level, places.get(run.key), len(run)) for run in share],
                places.get((_COVER, "", number)),
            )
            for number, share in enumerate(shares, 1)
        ]
        printed = self.press.print(fronts, self.fronts)
        sections = iter(printed.sections)
        return tuple(
            (
                Run(_piece(printed, next(sections)), (_COVER, "", number), volume_title(number, count)),
                Run(_piece(printed, section := next(sections)), (_CONTENTS, "", number), section.title),
                *share,
            )
            for number, share in enumerate(shares, 1)
        )


@contextmanager
def _begun(press: _Press, out: Path, store: FileStore) -> Iterator[_Binding]:
    """With the papers made, beside ``out``; they are gone again afterwards."""
    names = ("papers", "lists", "fronts")
    made, lists, fronts = (out.with_name(f".{out.stem}.{name}.pdf") for name in names)
    try:
        first = [one for one in papers(press.data) if one.form != _LIST]
        listed = next((at for one in first for at in one.sections if at.key == annexes.EVIDENCE_LIST), None)
        first = [replace(one, sections=tuple(at for at in one.sections if at is not listed)) for one in first]
        own = press.print(first, made, _half(press.progress, 0))
        attached = _attached(press.data, store)
        yield _Binding(press, parts_of(press.data, store), own, listed, attached, lists, fronts)
    finally:
        for path in (made, lists, fronts):
            forget(path)


def _half(progress: Progress | None, half: int) -> Progress | None:
    """The papers are the first half of the way, binding the second."""
    if progress is None:
        return None
    return lambda done, total: progress(half * total + done, 2 * total)


def _of_volume(progress: Progress | None, before: float, share: float) -> Progress | None:
    """As a part of the way through all volumes."""
    if progress is None or share == 1:
        return progress
    return lambda done, total: progress(round((before + share * done / total) * 1_000), 1_000)


def _outline(share: Share, places: Places, before: int) -> tuple[Entry, ...]:
    """Evidence of a criterion that began in the volume before stands by itself."""
    entries = []
    under = False
    for run in share:
        under = under or run.key[0] in (FORM, CRITERION)
        entries.append(Entry(run.title, places[run.key] - 1 - before, run.level if under else 0))
    return tuple(entries)


def _lists(
    data: DossierData, parts: Sequence[Part], places: Places, listed: Section | None
) -> tuple[Paper, ...]:
    """The lists of documents and of evidence, the sheet before each criterion's; with pages where known."""
    rows = tuple(
        Row(("", criterion_name(part.criterion), "", "", "", "", str(places.get(_part_key(part), ""))))
        for part in parts
    )
    heading = (Row(("Hồ sơ minh chứng theo tiêu chí",), heading=True),) if parts else ()
    forms = {form: page for (kind, form, _order), page in places.items() if kind == FORM}
    return (
        document_list(data, forms, (*heading, *rows)),
        *_evidence_list(data, parts, places, listed),
        *(
            separator(
                part.criterion,
                part.enclosed,
                [places.get(_item_key(part, order)) for order in range(len(part.enclosed))],
            )
            for part in parts
        ),
    )


def _evidence_list(
    data: DossierData, parts: Sequence[Part], places: Places, listed: Section | None
) -> tuple[Paper, ...]:
    """The annex as it was made, its table once more with where everything is bound."""
    if listed is None:
        return ()
    bound: dict[annexes.ProofKey, annexes.Bound] = {}
    for part in parts:
        for order, one in enumerate(part.enclosed):
            found = annexes.Bound(places.get(_item_key(part, order)), "" if one.is_bound else one.note)
            bound.setdefault(annexes.proof_key(one.item), found)
    section = replace(listed, blocks=(listed.blocks[0], *annexes.evidence_list(data, bound)))
    return (Paper(listed.key, listed.title, (section,)),)


def _attached(data: DossierData, store: FileStore) -> tuple[Run, ...]:
    """Without one of them there is no dossier to bind: raises NtmError where files are gone or damaged."""
    runs, refused = [], []
    for rule in data.regime.forms:
        file = data.paper(rule.form).file if rule.attached else None
        if file is None:
            continue
        title = FORM_NAMES.get(rule.form) or fill(rule.title, place_names(data))
        try:
            path = store.path(file.sha256)
            runs.append(Run(_foreign(path, range(page_count(path))), (FORM, rule.form, 0), title))
        except NtmError as error:
            refused.append(f"{title} (“{file.name}”): {error.message}")
    if refused:
        raise NtmError(
            "Chưa gộp được hồ sơ vì tệp của văn bản đã ký dưới đây không đọc được. "
            "Gỡ rồi đính kèm lại tệp ở Số, ngày, người ký.",
            refused,
        )
    return tuple(runs)


def _runs(
    data: DossierData,
    own: PrintedDossier,
    attached: Sequence[Run],
    lists: PrintedDossier,
    parts: Sequence[Part],
) -> tuple[Run, ...]:
    """All that is bound, in order: the cover, the list of documents, the papers as that lists them (whoever
    made them), the evidence."""
    cover, *others = own.sections
    documents, *following = lists.sections
    form_order = [rule.form for rule in data.regime.forms]
    of_forms = [(form_order.index(one.form), _run_of(own, one)) for one in others]
    of_forms += [(form_order.index(run.key[1]), run) for run in attached]
    in_order = [run for _place, run in sorted(of_forms, key=lambda one: one[0])]
    if following and following[0].key == annexes.EVIDENCE_LIST:
        evidence = replace(_run_of(lists, following.pop(0)), level=1)
        before = [run for run in in_order if run.key[1] in form_order[: form_order.index(evidence.key[1])]]
        in_order.insert(in_order.index(before[-1]) + 1, evidence)
    listed = iter(following)
    runs = [_run_of(own, cover), _run_of(lists, documents), *in_order]
    for part in parts:
        runs.append(replace(_run_of(lists, next(listed)), key=_part_key(part)))
        for order, one in enumerate(part.enclosed):
            if one.path is None:
                continue
            piece = _piece(lists, next(listed)) if one.is_laid_out else _foreign(one.path, one.pages)
            runs.append(Run(piece, _item_key(part, order), one.item.title, level=1))
    return tuple(runs)


def _run_of(printed: PrintedDossier, section: PrintedSection) -> Run:
    key = (FORM, section.key or section.form, 0)
    return Run(_piece(printed, section), key, section.title, level=int(section.annex))


def _piece(printed: PrintedDossier, section: PrintedSection) -> Piece:
    pages = range(section.first_page, section.first_page + section.pages)
    return Piece(printed.path, pages, own=True)


def _foreign(path: Path, pages: Sequence[int]) -> Piece:
    return Piece(path, pages, footed=with_foot(path, pages))


def _part_key(part: Part) -> Key:
    return CRITERION, part.criterion.code, 0


def _item_key(part: Part, order: int) -> Key:
    return EVIDENCE, part.criterion.code, order
