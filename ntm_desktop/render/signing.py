"""Signing a PDF with pyHanko, which only some offices install: an incremental update, with no network.

What may be signed, where the signature stands, what it shows and the key are beside this file. The file that
is signed is never changed; the signed one gets its name only when it is whole.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from ntm_desktop.errors import EntryRefused, NtmError
from ntm_desktop.render import signature_look as look
from ntm_desktop.render import signature_place as places
from ntm_desktop.render.output import replacing
from ntm_desktop.render.signable import (
    FILE,
    Earlier,
    earlier,
    refuse_again,
    refuse_draft,
    refuse_taken,
    refuse_unreadable,
)
from ntm_desktop.render.signature_keys import Holder, certificate_of, holder_of, opened, refuse_unfit
from ntm_desktop.render.signature_place import Place, Report, Space
from ntm_desktop.render.signature_request import KeyFile, Manner, Prospect, Signed, Token, Wish
from ntm_desktop.render.signing_library import require
from ntm_desktop.render.signing_loop import run
from ntm_desktop.text import office_time

if TYPE_CHECKING:
    from PIL.Image import Image
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.pdf_utils.writer import BasePdfFileWriter
    from pyhanko.sign.signers import Signer

_FIELD = "NTM-{}"
_BLOCK = 1 << 20


def sign_pdf(
    source: Path,
    target: Path,
    *,
    key: KeyFile | Token,
    wish: Wish,
    at: datetime,
    times_new_roman: bool,
    report: Report,
) -> Signed:
    """``target`` is ``source`` with a signature after it; ``at`` is the time that the signature states.

    ``report`` hears how far it is, and may end the work by an exception: then there is no file. The first
    half is looking for the place, the second is writing.
    """
    require()
    _refuse_names(source, target)
    looked, wrote = (partial(_half, report, half) for half in (0, 1))
    with _ready(source, key, wish, at, looked) as (file, signer, found):
        holder, place, known = found.holder, found.place, found.known
        shown = _shown(found, wish, at, times_new_roman)
        field = next(name for n in range(1, known.count + 2) if (name := _FIELD.format(n)) not in known.names)
        with replacing(target) as out, tempfile.TemporaryFile(dir=target.parent) as signed:
            _write(file, signed, signer, field, place, shown, at)
            total = signed.seek(0, os.SEEK_END)
            signed.seek(0)
            for done in range(0, total, _BLOCK):
                wrote(done, total)
                out.write(signed.read(_BLOCK))
    return Signed(
        path=target,
        name=holder.name,
        organisation=holder.organisation,
        at=at,
        page=place.page + 1,
        in_block=place.in_block,
        before=known.count,
        sha256=out.sha256,
    )


def foresee(source: Path, *, key: KeyFile | Token, wish: Wish, at: datetime, report: Report) -> Prospect:
    """What ``sign_pdf`` would do, and everything that it would refuse but the name of the new file."""
    require()
    with _ready(source, key, wish, at, report) as (_file, _signer, found):
        return Prospect(
            manner=wish.manner,
            name=found.holder.name,
            organisation=found.holder.organisation,
            is_office=found.holder.is_office,
            page=found.place.page + 1,
            in_block=found.place.in_block,
            printed=found.printed,
        )


def _half(report: Report, half: int, done: int, total: int) -> None:
    report(half * total + done, 2 * total)


def _refuse_names(source: Path, target: Path) -> None:
    if target.exists() and source.exists() and target.samefile(source):
        raise NtmError(
            f"Tệp đã ký không được ghi đè lên “{source.name}”, bản gốc phải giữ nguyên. "
            "Đặt tên khác cho tệp đã ký."
        )
    if not target.absolute().parent.is_dir():
        raise NtmError(f"Không có thư mục “{target.parent}”. Tạo thư mục đó, hoặc ghi vào thư mục khác.")


# Signing


@contextmanager
def _reading(source: Path) -> Iterator[tuple[IO[bytes], PdfFileReader]]:
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.general import SigningError

    try:
        with source.open("rb") as file:
            yield file, PdfFileReader(file, strict=False)
    except (PdfError, SigningError) as error:
        raise EntryRefused(
            FILE,
            f"Tệp “{source.name}” có cấu trúc không ký được. In tệp ra PDF mới rồi ký tệp đó.",
        ) from error


@dataclass(frozen=True, slots=True)
class _Found:
    """Who signs, and where. ``printed``: the name below that place, "" without one."""

    holder: Holder
    known: Earlier
    place: Place
    printed: str
    picture: Image | None


@contextmanager
def _ready(
    source: Path, key: KeyFile | Token, wish: Wish, at: datetime, report: Report
) -> Iterator[tuple[IO[bytes], Signer, _Found]]:
    """All that must be known before anything is written."""
    refuse_unreadable(source)
    refuse_draft(source)
    with opened(key) as signer, _reading(source) as (file, reader):
        certificate = certificate_of(signer)
        refuse_unfit(certificate, at=at)
        known = earlier(source, list(reader.embedded_regular_signatures), certificate)
        refuse_again(known, is_chosen=wish.page is not None or bool(wish.paper))
        yield file, signer, _found(source, wish, holder_of(certificate), known, report)


def _found(source: Path, wish: Wish, holder: Holder, known: Earlier, report: Report) -> _Found:
    picture = look.open_picture(wish.picture) if wish.picture is not None else None
    pages = places.asked_pages(source, page=wish.page, paper=wish.paper)
    seal = wish.wants_block and wish.manner is Manner.ORGANISATION
    own, taken = known.own_places, (*known.others, *known.own_places)
    space: Space | None = None
    if seal:
        space = places.block_to_seal(source, pages, signed=known.others, own=own, report=report)
    elif wish.wants_block:
        space = places.block(source, pages, taken=taken, own=own, name=holder.name, report=report)
    place = space.place if space is not None else places.corner(source, pages[0], taken=taken, own=own)
    refuse_taken(known, place)
    if picture is not None and seal and space is not None:
        signature = places.signed_in(place, known.others) or places.around(place, places.USUAL_SHAPE)
        place = places.for_seal(signature, look.seal_size(picture))
    elif picture is not None:
        place = places.around(place, picture.width / picture.height)
    return _Found(holder, known, place, space.name if space is not None else "", picture)


def _shown(found: _Found, wish: Wish, at: datetime, times_new_roman: bool) -> bytes:
    """What stands there, as a page of a PDF."""
    if found.picture is not None:
        return look.with_picture(found.place, found.picture)
    holder = found.holder
    lines = look.words(
        wish.manner, name=holder.name, organisation=holder.organisation, number=wish.number, at=at
    )
    return look.with_words(found.place, lines, wish.manner, times_new_roman=times_new_roman)


def _write(
    file: IO[bytes], signed: IO[bytes], signer: Signer, field: str, place: Place, shown: bytes, at: datetime
) -> None:
    from pyhanko.pdf_utils.content import ImportedPdfPage
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.layout import AxisAlignment, SimpleBoxLayoutRule
    from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
    from pyhanko.sign.signers.pdf_signer import PdfSigningSession
    from pyhanko.stamp import StaticStampStyle

    class _AtThatTime(PdfSigner):
        def init_signing_session(
            self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False
        ) -> PdfSigningSession:
            session = super().init_signing_session(pdf_out, existing_fields_only)
            session.system_time = office_time(at).replace(microsecond=0)
            return session

    middle = SimpleBoxLayoutRule(AxisAlignment.ALIGN_MID, AxisAlignment.ALIGN_MID)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "shown.pdf")
        page.write_bytes(shown)
        style = StaticStampStyle(
            border_width=0,
            background=ImportedPdfPage(str(page)),  # type: ignore[no-untyped-call]
            background_layout=middle,
            background_opacity=1.0,
        )
        edges = (place.left, place.bottom, place.left + place.width, place.bottom + place.height)
        signing = _AtThatTime(
            PdfSignatureMetadata(
                field_name=field, md_algorithm="sha256", subfilter=SigSeedSubFilter.ADOBE_PKCS7_DETACHED
            ),
            signer,
            stamp_style=style,
            new_field_spec=SigFieldSpec(field, on_page=place.page, box=_whole(edges)),
        )
        writer = IncrementalPdfFileWriter(file, strict=False)
        run(signing.async_sign_pdf(writer, output=signed))


def _whole(edges: tuple[Any, ...]) -> tuple[int, int, int, int]:
    left, bottom, right, top = (round(edge) for edge in edges)
    return left, bottom, right, top
