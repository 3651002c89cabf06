"""``sign``: a saved PDF with a digital signature added. Opens no data folder: the window may stay open."""

from __future__ import annotations

import argparse
import os

from ntm_desktop import settings
from ntm_desktop.cli.answer import Answer, now
from ntm_desktop.errors import NtmError
from ntm_desktop.services import signing
from ntm_desktop.services.signing import KeyFile, Manner, Prospect, Token, Wish
from ntm_desktop.text import office_time

_PASSWORD = "NTM_SIGN_PASSWORD"


def sign(args: argparse.Namespace) -> Answer:
    manner = Manner.ORGANISATION if args.as_organisation else Manner.ANNEX if args.annex else Manner.PERSON
    wish = Wish(manner, args.page, args.paper, args.image, args.annex)
    face = settings.load(args.folder).times_new_roman
    key, at = _key(args), now()
    prospect = signing.foresee(args.file, key=key, wish=wish, at=at)
    if not args.yes:
        _refuse_doubtful(prospect)
    found = prospect.found(wish)
    signed = signing.sign(args.file, args.out, key=key, wish=found, at=at, times_new_roman=face)
    plain: dict[str, object] = {
        "pdf": str(signed.path),
        "name": signed.name,
        "organisation": signed.organisation,
        "at": office_time(signed.at).isoformat(timespec="seconds"),
        "page": signed.page,
        "in_block": signed.in_block,
        "before": signed.before,
        "sha256": signed.sha256,
    }
    return Answer(plain, f"Đã ký {args.file.name} bằng chứng thư số của {signed.name}. {_where(signed)}")


def _key(args: argparse.Namespace) -> KeyFile | Token:
    if args.p12 is None and args.pkcs11 is None:
        raise NtmError(
            "Chưa chọn khóa để ký. Ghi --p12 và tên tệp chứng thư số, hoặc --pkcs11 và thư viện của thiết bị."
        )
    password = os.environ.get(_PASSWORD)
    if password is None:
        raise NtmError(f"Chưa có mật khẩu hoặc mã PIN để ký. Đặt vào biến môi trường {_PASSWORD} rồi ký lại.")
    if args.p12 is not None:
        return KeyFile(args.p12, password)
    return Token(args.pkcs11, password, args.token, args.slot, args.certificate)


def _refuse_doubtful(prospect: Prospect) -> None:
    page, name, printed = prospect.page, prospect.name, prospect.printed
    if prospect.is_office_as_person:
        there = (
            f"chỗ ký ở trang {page} in tên “{printed}”"
            if printed
            else f"chữ ký ở trang {page} là của người ký"
        )
        raise NtmError(
            f"“{name}” là chứng thư của cơ quan, mà {there}. "
            "Ghi thêm --as-organisation để ký là cơ quan; vẫn ký vào chỗ này thì ghi thêm --yes."
        )
    if prospect.is_other_person:
        raise NtmError(
            f"Chỗ ký ở trang {page} in tên “{printed}”, chứng thư của “{name}”. Chọn chứng thư, văn bản "
            "(--paper) hoặc trang (--page) khác; vẫn ký vào chỗ này thì ghi thêm --yes."
        )


def _where(signed: signing.Signed) -> str:
    place = "ở chỗ của người ký" if signed.in_block else "ở góc trên bên phải"
    return f"Chữ ký nằm {place}, trang {signed.page} của {signed.path}."
