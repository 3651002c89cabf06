"""Which evidence a bound dossier holds, criterion by criterion, and why some of it is only listed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ntm_desktop.db.files import FileStore
from ntm_desktop.documents.annexes import proof_key, shared
from ntm_desktop.documents.data import CriterionFacts, DossierData, EvidenceFacts
from ntm_desktop.documents.enclosures import Enclosure
from ntm_desktop.domain.page_ranges import pages_of
from ntm_desktop.errors import NtmError
from ntm_desktop.services import files
from ntm_desktop.services.incoming_pdf import page_count
from ntm_desktop.text import natural_key

_MOST_TEXT = 200_000  # bytes; more is a table or a log, not a document


@dataclass(frozen=True, slots=True)
class Part:
    """The evidence of one criterion."""

    criterion: CriterionFacts
    enclosed: tuple[Enclosure, ...]


def parts_of(data: DossierData, store: FileStore) -> tuple[Part, ...]:
    """The evidence of every criterion that has any; a file that stands for two is bound under the first."""
    bound: dict[tuple[str, str], str] = {}
    parts = []
    for criterion in sorted(data.criteria, key=lambda one: natural_key(one.code)):
        enclosed = []
        for item, codes in shared(criterion.indicators):
            key = proof_key(item)
            if key in bound:
                enclosed.append(Enclosure(item, tuple(codes), note=f"Xem tiêu chí số {bound[key]}"))
                continue
            one = _enclosure(item, tuple(codes), store)
            if one.is_bound:
                bound[key] = criterion.code
            enclosed.append(one)
        if enclosed:
            parts.append(Part(criterion, tuple(enclosed)))
    return tuple(parts)


def _enclosure(item: EvidenceFacts, codes: tuple[str, ...], store: FileStore) -> Enclosure:
    one = Enclosure(item, codes)
    if item.file_type in files.PICTURES:
        if item.picture is None:
            return replace(one, note=f"{item.absent}, không gộp được")
        return replace(one, path=item.picture, pages=(0,), picture=True)
    if item.file_type == "txt":
        return _text(one, store)
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


def _text(one: Enclosure, store: FileStore) -> Enclosure:
    """Letters that are Unicode and not too many are printed as they stand."""
    try:
        path = store.path(one.item.sha256)
        content = path.read_bytes() if path.stat().st_size <= _MOST_TEXT else b""
        said = content.decode("utf-8-sig")
    except NtmError as error:
        return replace(one, note=error.message)
    except UnicodeDecodeError:
        return replace(one, note="Tệp bị hỏng, không gộp được")
    if not said.strip():
        return replace(one, note="Tệp TXT, xem tệp riêng")
    return replace(one, path=path, text=said)
