"""What may be signed: a whole PDF that is no draft, whose earlier signatures are good and allow another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf

from ntm_desktop.documents.dossier import DRAFT_MARK
from ntm_desktop.errors import EntryRefused, NtmError, reason
from ntm_desktop.render import signature_place as places
from ntm_desktop.render.rasters import OpenPdf
from ntm_desktop.render.signature_keys import holder_of
from ntm_desktop.render.signature_place import Place
from ntm_desktop.text import format_date, office_time

if TYPE_CHECKING:
    from asn1crypto.x509 import Certificate
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

FILE = "file"


@dataclass(frozen=True, slots=True)
class Own:
    """A signature that was made with the same certificate; ``place``: None where it is not seen."""

    name: str
    day: str
    place: Place | None

    @property
    def said(self) -> str:
        on_page = f" ở trang {self.place.page + 1}" if self.place is not None else ""
        return f"“{self.name}” đã ký{self.day}{on_page}"


@dataclass(frozen=True, slots=True)
class Earlier:
    """The signatures of a file, as far as another one must know of them."""

    count: int
    names: frozenset[str]  # of their fields
    others: tuple[Place, ...]
    own: tuple[Own, ...]

    @property
    def own_places(self) -> tuple[Place, ...]:
        return tuple(one.place for one in self.own if one.place is not None)


def refuse_unreadable(source: Path) -> None:
    try:
        with pikepdf.open(source) as pdf:
            locked, pages = pdf.is_encrypted, len(pdf.pages)
    except pikepdf.PasswordError:
        locked, pages = True, 1
    except pikepdf.PdfError:
        raise EntryRefused(
            FILE, f"“{source.name}” không phải tệp PDF hoặc đã hỏng. Chọn lại tệp PDF đã lưu."
        ) from None
    except OSError as error:
        raise EntryRefused(
            FILE, f"Không đọc được “{source.name}”: {reason(error)}. Chọn lại tệp PDF."
        ) from error
    if locked:
        raise EntryRefused(
            FILE, f"Tệp “{source.name}” có mật khẩu nên không ký được. Lưu lại tệp không mật khẩu rồi ký."
        )
    if not pages:
        raise EntryRefused(FILE, f"Tệp “{source.name}” không có trang nào. Chọn lại tệp PDF đã lưu.")


def refuse_draft(source: Path) -> None:
    """Its first page says what it is; a draft becomes no document by being signed."""
    opened = OpenPdf(source, f"Không mở được “{source.name}”. Kiểm tra lại tệp rồi ký lại.")
    try:
        draft = DRAFT_MARK in opened.letters(0)
    finally:
        opened.close()
    if draft:
        raise EntryRefused(
            FILE, f"“{source.name}” là bản nháp nên không ký. Lưu bản chính thức rồi ký bản đó."
        )


def earlier(source: Path, before: Sequence[EmbeddedPdfSignature], certificate: Certificate) -> Earlier:
    """Those of the file; refused where one is no longer good, or allows no other."""
    seen = places.signatures(source) if before else {}
    own = []
    for one in before:
        name = holder_of(one.signer_cert).name
        if one.compute_digest() != _stated_digest(one):
            raise EntryRefused(
                FILE,
                f"Tệp đã bị sửa sau khi “{name}” ký: chữ ký đó không còn đúng. "
                "Lấy lại tệp đã ký ban đầu rồi ký.",
            )
        if one.docmdp_level is not None and one.docmdp_level.value == 1:
            raise EntryRefused(
                FILE,
                f"“{name}” đã ký và khóa tệp: ký thêm thì chữ ký đó không còn đúng. "
                "Lấy tệp chưa khóa rồi ký theo đúng thứ tự.",
            )
        if one.signer_cert.dump() == certificate.dump():
            when = one.self_reported_timestamp
            day = f" ngày {format_date(office_time(when).date())}" if when is not None else ""
            own.append(Own(name, day, seen.pop(bytes(one.pkcs7_content), None)))
    return Earlier(
        len(before), frozenset(str(one.field_name) for one in before), tuple(seen.values()), tuple(own)
    )


def refuse_again(known: Earlier, *, is_chosen: bool) -> None:
    """Who has signed says where the next signature goes; a second click is no wish for another one."""
    if known.own and not is_chosen:
        raise NtmError(
            f"Tệp này {known.own[-1].said}. Muốn ký tiếp văn bản khác trong tệp thì ghi văn bản hoặc trang "
            "đó; muốn ký lại thì chọn tệp chưa ký."
        )


def refuse_taken(known: Earlier, place: Place) -> None:
    """The very place where the same certificate has signed."""
    for one in known.own:
        if one.place is not None and places.overlap(one.place, place):
            raise NtmError(
                f"Chỗ ký này {one.said}. Muốn ký chỗ khác trong tệp thì ghi văn bản hoặc trang khác; "
                "muốn ký lại thì chọn tệp chưa ký."
            )


def _stated_digest(signature: EmbeddedPdfSignature) -> bytes | None:
    """What the signer signed the file's digest to be."""
    for attribute in signature.signer_info["signed_attrs"]:
        if attribute["type"].native == "message_digest":
            return bytes(attribute["values"][0].native)
    return None
