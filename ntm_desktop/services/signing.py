"""Signing a saved PDF, where the office has a key and the part of the program for it. Sessionless.

The register of prints knows the file as it was printed. A signed file begins with that very file, so
``print_check`` still recognises it; signing changes neither the printed file nor the register.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from ntm_desktop.errors import EntryRefused, NtmError
from ntm_desktop.render.signature_request import KeyFile as KeyFile
from ntm_desktop.render.signature_request import Manner as Manner
from ntm_desktop.render.signature_request import Prospect as Prospect
from ntm_desktop.render.signature_request import Signed as Signed
from ntm_desktop.render.signature_request import Token as Token
from ntm_desktop.render.signature_request import Wish as Wish
from ntm_desktop.services.fields import line
from ntm_desktop.text import count_words, counted, nfc, safe_file_name

_SIGNED = re.compile(r"(?P<name>.+) - đã ký(?: (?P<number>\d{1,3}))?")


def is_installed() -> bool:
    """Whether this copy of the program can sign at all."""
    from ntm_desktop.render import signing_library  # small, but nobody needs it at the start

    return signing_library.is_installed()


def sign(
    source: Path,
    target: Path,
    *,
    key: KeyFile | Token,
    wish: Wish,
    at: datetime,
    times_new_roman: bool = False,
    report: Callable[[int, int], None] | None = None,
) -> Signed:
    """Writes ``target``: ``source`` with a signature added. Needs no database and reaches no network.

    ``report`` hears how far it is; an exception of it ends the work, and there is no file.
    """
    wish = _whole(wish)
    if target.suffix.lower() != ".pdf":
        raise NtmError(f"Tệp đã ký là tệp PDF, “{target.name}” không có đuôi .pdf. Ghi {target.stem}.pdf.")
    _refuse_losing(source, target)
    from ntm_desktop.render.signing import sign_pdf  # pyHanko takes a while, and few offices have it

    return sign_pdf(
        source,
        target,
        key=key,
        wish=wish,
        at=at,
        times_new_roman=times_new_roman,
        report=report or _unheard,
    )


def foresee(
    source: Path,
    *,
    key: KeyFile | Token,
    wish: Wish,
    at: datetime,
    report: Callable[[int, int], None] | None = None,
) -> Prospect:
    """What ``sign`` would do, before anybody says where the signed file goes: whoever signs asks first where
    the paper has another name than the certificate."""
    wish = _whole(wish)
    from ntm_desktop.render.signing import foresee as foresee_pdf  # as in ``sign``

    return foresee_pdf(source, key=key, wish=wish, at=at, report=report or _unheard)


def _whole(wish: Wish) -> Wish:
    number = line(wish.number)
    if wish.manner is Manner.ANNEX and not number:
        raise EntryRefused(
            "number", "Chưa nhập số, ký hiệu của văn bản chính, ví dụ 12/TTr-UBND. Nhập rồi ký lại."
        )
    if wish.manner is Manner.ANNEX and wish.picture is not None:
        raise EntryRefused(
            "picture", "Phụ lục ở tệp riêng không hiện hình chữ ký, hình dấu. Bỏ hình rồi ký lại."
        )
    return replace(wish, number=number)


def _unheard(_done: int, _total: int) -> None:
    """Nobody waits for how far it is."""


def _refuse_losing(source: Path, target: Path) -> None:
    """A second person's signature comes after the first one's, not in its place."""
    from ntm_desktop.render.signed_fields import signatures_of

    lost = len(signatures_of(target).keys() - signatures_of(source).keys())
    if lost:
        raise NtmError(
            f"“{target.name}” đã có {counted(lost)} chữ ký mà “{source.name}” không có; ghi đè thì mất. "
            f"Chọn “{target.name}” làm tệp cần ký, hoặc đặt tên khác cho tệp đã ký."
        )


@dataclass(frozen=True, slots=True)
class Signatures:
    """How many there are, and who signed as far as they say."""

    count: int
    names: tuple[str, ...]

    def __str__(self) -> str:
        """“02 chữ ký số (Đinh Minh Đức, Cao Xuân Đạt)”."""
        who = f" ({', '.join(self.names)})" if self.names else ""
        return f"{count_words(self.count, 'chữ ký số')}{who}"


def signatures(path: Path) -> Signatures | None:
    """Those of a PDF, which are not judged; None of any other file, and where there is no file."""
    if path.suffix.lower() != ".pdf" or not path.is_file():
        return None
    from ntm_desktop.render.signed_fields import signatures_of

    found = signatures_of(path)
    names = tuple(dict.fromkeys(line(name) for name in found.values() if line(name)))
    return Signatures(len(found), names) if found else None


def refuse_signed(target: Path) -> None:
    """What is signed is not written over."""
    if found := signatures(target):
        raise NtmError(
            f"“{target.name}” đã có {found}; ghi đè thì mất chữ ký. Đặt tên khác, hoặc chuyển tệp đó đi rồi "
            "lưu lại."
        )


def suggested_name(source: Path) -> str:
    """ "Hồ sơ NTM xã Yên Hóa 2021 - đã ký", of that one "… - đã ký 2": a file name without its ending."""
    before = _SIGNED.fullmatch(nfc(source.stem))
    if before is None:
        return safe_file_name(f"{source.stem} - đã ký")
    return safe_file_name(f"{before['name']} - đã ký {int(before['number'] or 1) + 1}")
