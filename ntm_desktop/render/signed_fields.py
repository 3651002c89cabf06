"""The signatures that a PDF bears and whose they are, read without pyHanko and without judging them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf

from ntm_desktop.render import signing_library
from ntm_desktop.render.signature_keys import holder_of

_DEEPEST = 20  # of fields in fields; a form that a person made has two or three


def signatures_of(path: Path) -> dict[bytes, str]:
    """Content of each and who it says has signed; none where there is no file or no PDF that can be read."""
    try:
        with pikepdf.open(path) as pdf:
            fields = pdf.Root.get("/AcroForm", pikepdf.Dictionary()).get("/Fields", pikepdf.Array())
            return dict(_signatures(fields, 0))
    except (OSError, pikepdf.PdfError, pikepdf.PasswordError):
        return {}


def _signatures(fields: pikepdf.Object, depth: int) -> Iterator[tuple[bytes, str]]:
    for field in fields:
        value = field.get("/V")
        if isinstance(value, pikepdf.Dictionary) and "/ByteRange" in value:
            content = bytes(value.get("/Contents", pikepdf.String("")))
            yield content, str(value.get("/Name", "")) or _certified(content)
        if depth < _DEEPEST:
            yield from _signatures(field.get("/Kids", pikepdf.Array()), depth + 1)


def _certified(content: bytes) -> str:
    """Whom the certificate of a signature names; "" where that cannot be read, or nothing to read it by is
    installed."""
    if not signing_library.is_installed():
        return ""
    from asn1crypto.cms import ContentInfo  # some milliseconds; nobody needs it before there is a signature

    try:
        signed = ContentInfo.load(content)["content"]
        serial = signed["signer_infos"][0]["sid"].chosen["serial_number"].native
        certificates = [one.chosen for one in signed["certificates"]]
        return next((holder_of(one).name for one in certificates if one.serial_number == serial), "")
    except (ValueError, KeyError, TypeError, AttributeError, IndexError):
        return ""
