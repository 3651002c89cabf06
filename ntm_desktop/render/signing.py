"""Signing a PDF with pyHanko, which only some offices install: an incremental update, with no network.

Where the signature stands, what it shows and the key are beside this file. The file that is signed is never
changed; the signed one gets its name only when it is whole.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import pikepdf

from ntm_desktop.documents.dossier import DRAFT_MARK
from ntm_desktop.errors import NtmError, reason
from ntm_desktop.render import signature_look as look
from ntm_desktop.render import signature_place as places
from ntm_desktop.render.output import replacing
from ntm_desktop.render.rasters import OpenPdf
from ntm_desktop.render.signature_keys import Holder, certificate_of, holder_of, opened, refuse_unfit
from ntm_desktop.render.signature_place import Place, Report
from ntm_desktop.render.signature_request import KeyFile, Manner, Signed, Token, Wish
from ntm_desktop.render.signing_library import require
from ntm_desktop.render.signing_loop import run
from ntm_desktop.text import format_date, office_time

if TYPE_CHECKING:
    from asn1crypto.x509 import Certificate
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.pdf_utils.writer import BasePdfFileWriter
    from pyhanko.sign.signers import Signer
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

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
    _refuse_unreadable(source)
    _refuse_draft(source)
    with opened(key) as signer, _reading(source) as (file, reader):
        certificate = certificate_of(signer)
        refuse_unfit(certificate, at=at)
        before = list(reader.embedded_regular_signatures)
        _refuse_signed(before, certificate)
        holder = holder_of(certificate)
        taken = places.signatures(source) if before else ()
        looked, wrote = (partial(_half, report, half) for half in (0, 1))
        place, shown = _appearance(source, wish, holder, taken, at, times_new_roman, looked)
        names = {str(one.field_name) for one in before}
        field = next(name for n in range(1, len(names) + 2) if (name := _FIELD.format(n)) not in names)
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
        before=len(before),
        sha256=out.sha256,
    )


def _half(report: Report, half: int, done: int, total: int) -> None:
    report(half * total + done, 2 * total)


# What is refused


def _refuse_names(source: Path, target: Path) -> None:
    if target.exists() and source.exists() and target.samefile(source):
        raise NtmError(
            f"Tệp đã ký không được ghi đè lên “{source.name}”, bản gốc phải giữ nguyên. "
            "Đặt tên khác cho tệp đã ký."
        )
    if not target.absolute().parent.is_dir():
        raise NtmError(f"Không có thư mục “{target.parent}”. Tạo thư mục đó, hoặc ghi vào thư mục khác.")


def _refuse_unreadable(source: Path) -> None:
    try:
        with pikepdf.open(source) as pdf:
            locked, pages = pdf.is_encrypted, len(pdf.pages)
    except pikepdf.PasswordError:
        locked, pages = True, 1
    except pikepdf.PdfError:
        raise NtmError(f"“{source.name}” không phải tệp PDF hoặc đã hỏng. Chọn lại tệp PDF đã lưu.") from None
    except OSError as error:
        raise NtmError(f"Không đọc được “{source.name}”: {reason(error)}. Chọn lại tệp PDF.") from error
    if locked:
        raise NtmError(
            f"Tệp “{source.name}” có mật khẩu nên không ký được. Lưu lại tệp không mật khẩu rồi ký."
        )
    if not pages:
        raise NtmError(f"Tệp “{source.name}” không có trang nào. Chọn lại tệp PDF đã lưu.")


def _refuse_draft(source: Path) -> None:
    """Its first page says what it is; a draft becomes no document by being signed."""
    opened = OpenPdf(source, f"Không mở được “{source.name}”. Kiểm tra lại tệp rồi ký lại.")
    try:
        draft = DRAFT_MARK in opened.letters(0)
    finally:
        opened.close()
    if draft:
        raise NtmError(f"“{source.name}” là bản nháp nên không ký. Lưu bản chính thức rồi ký bản đó.")


def _refuse_signed(before: list[EmbeddedPdfSignature], certificate: Certificate) -> None:
    """Earlier signatures must be good, allow another one, and be of somebody else."""
    for one in before:
        name = holder_of(one.signer_cert).name
        if one.compute_digest() != _stated_digest(one):
            raise NtmError(
                f"Tệp đã bị sửa sau khi “{name}” ký: chữ ký đó không còn đúng. "
                "Lấy lại tệp đã ký ban đầu rồi ký."
            )
        if one.docmdp_level is not None and one.docmdp_level.value == 1:
            raise NtmError(
                f"“{name}” đã ký và khóa tệp, không cho ký thêm. Lấy tệp chưa khóa rồi ký theo đúng thứ tự."
            )
        if one.signer_cert.dump() == certificate.dump():
            when = one.self_reported_timestamp
            day = f" ngày {format_date(office_time(when).date())}" if when is not None else ""
            raise NtmError(
                f"Tệp này “{name}” đã ký{day}. Không cần ký lại; muốn ký lại thì chọn tệp chưa ký."
            )


def _stated_digest(signature: EmbeddedPdfSignature) -> bytes | None:
    """What the signer signed the file's digest to be."""
    for attribute in signature.signer_info["signed_attrs"]:
        if attribute["type"].native == "message_digest":
            return bytes(attribute["values"][0].native)
    return None


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
        raise NtmError(
            f"Tệp “{source.name}” có cấu trúc không ký được. In tệp ra PDF mới rồi ký tệp đó."
        ) from error


def _appearance(
    source: Path,
    wish: Wish,
    holder: Holder,
    taken: Sequence[Place],
    at: datetime,
    times_new_roman: bool,
    report: Report,
) -> tuple[Place, bytes]:
    """Where it stands and what it shows, as a page of a PDF. ``taken``: where others have signed."""
    picture = look.open_picture(wish.picture) if wish.picture is not None else None
    pages = places.asked_pages(source, page=wish.page, paper=wish.paper)
    seal = wish.wants_block and wish.manner is Manner.ORGANISATION
    found = None
    if seal:
        found = places.block_to_seal(source, pages, signed=taken, report=report)
    elif wish.wants_block:
        found = places.block(source, pages, taken=taken, name=holder.name, report=report)
    place = found or places.corner(source, pages[0], taken=taken)
    if picture is None:
        lines = look.words(
            wish.manner, name=holder.name, organisation=holder.organisation, number=wish.number, at=at
        )
        return place, look.with_words(place, lines, wish.manner, times_new_roman=times_new_roman)
    if seal and found is not None:
        signature = places.signed_in(found, taken) or places.around(found, places.USUAL_SHAPE)
        place = places.for_seal(signature, look.seal_size(picture))
    else:
        place = places.around(place, picture.width / picture.height)
    return place, look.with_picture(place, picture)


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
