"""The key that signs: from a PKCS#12 file or a token. Passwords pass through and are kept nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ntm_desktop.domain.signing import is_office
from ntm_desktop.errors import EntryRefused, NtmError, reason
from ntm_desktop.render.signature_request import KeyFile, Token
from ntm_desktop.render.signing_library import require, require_token
from ntm_desktop.text import format_date, nfc, office_time

if TYPE_CHECKING:
    from asn1crypto.x509 import Certificate
    from pyhanko.sign.signers import Signer

_KEY, _PASSWORD, _LABEL = "key", "password", "label"  # fields that a refusal stands beside
_USES = frozenset({"digital_signature", "non_repudiation"})


@dataclass(frozen=True, slots=True)
class Holder:
    """Whom a certificate names."""

    name: str
    organisation: str
    is_office: bool = False


@contextmanager
def opened(key: KeyFile | Token) -> Iterator[Signer]:
    """The signer, as long as the block lasts."""
    if isinstance(key, KeyFile):
        yield _of_file(key)
    else:
        with _of_token(key) as signer:
            yield signer


def certificate_of(signer: Signer) -> Certificate:
    certificate = signer.signing_cert
    assert certificate is not None  # both kinds of keys are found by it
    return certificate


def holder_of(certificate: Certificate) -> Holder:
    subject: dict[str, Any] = certificate.subject.native
    name = _one(subject.get("common_name")) or _one(subject.get("organization_name"))
    organisation = _one(subject.get("organization_name"))
    numbers = [*_all(subject.get("user_id")), *_all(subject.get("serial_number"))]
    return Holder(name, organisation, is_office(name, organisation, numbers))


def refuse_unfit(certificate: Certificate, *, at: datetime) -> None:
    """A signature that everybody else's program would call invalid is not made."""
    name = holder_of(certificate).name
    if at > certificate.not_valid_after:
        ended = format_date(office_time(certificate.not_valid_after).date())
        raise EntryRefused(
            _KEY,
            f"Chứng thư số của “{name}” đã hết hạn ngày {ended}. Gia hạn rồi ký lại; nếu ngày giờ "
            f"của máy ({_shown(at)}) sai thì chỉnh lại.",
        )
    if at < certificate.not_valid_before:
        begins = format_date(office_time(certificate.not_valid_before).date())
        raise EntryRefused(
            _KEY,
            f"Chứng thư số của “{name}” có hiệu lực từ ngày {begins}, mà máy đang là {_shown(at)}. "
            "Chỉnh lại ngày giờ của máy rồi ký lại.",
        )
    uses = certificate.key_usage_value
    if uses is not None and not _USES & set(uses.native):
        raise EntryRefused(
            _KEY, f"Chứng thư số của “{name}” không dùng để ký văn bản. Chọn chứng thư số để ký."
        )


def _shown(at: datetime) -> str:
    here = office_time(at)
    return f"{here:%H:%M} ngày {format_date(here.date())}"


def _one(value: object) -> str:
    """Of a field that may be given several times the last one, which is the narrowest."""
    return (_all(value) or [""])[-1]


def _all(value: object) -> list[str]:
    return [nfc(str(one)) for one in (value if isinstance(value, list) else [value or ""])]


def _of_file(key: KeyFile) -> Signer:
    require()
    from asn1crypto.pkcs12 import Pfx
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import pkcs12
    from pyhanko.sign.signers import SimpleSigner

    name = key.path.name
    try:
        content = key.path.read_bytes()
    except OSError as error:
        raise EntryRefused(
            _KEY, f"Không đọc được “{name}”: {reason(error)}. Chọn lại tệp chứng thư số."
        ) from error
    password = key.password.encode("utf-8") or None
    try:
        Pfx.load(content, strict=True).native  # noqa: B018 - reading it is the trial
    except (ValueError, TypeError, KeyError):
        raise EntryRefused(
            _KEY, f"“{name}” không phải tệp chứng thư số (.p12, .pfx) hoặc đã hỏng. Chọn lại tệp."
        ) from None
    try:
        found = pkcs12.load_pkcs12(content, password)
        if found.key is None or found.cert is None:
            raise EntryRefused(
                _KEY, f"Tệp “{name}” không có khóa để ký. Chọn tệp có cả chứng thư số và khóa bí mật."
            )
        signer: Signer = SimpleSigner.load_pkcs12_data(content, other_certs=(), passphrase=password)
        return signer
    except UnsupportedAlgorithm:
        raise EntryRefused(
            _KEY,
            f"Tệp “{name}” dùng cách mã hóa quá cũ. "
            "Xuất lại tệp chứng thư số theo cách mới (AES) rồi ký lại.",
        ) from None
    except ValueError:
        raise EntryRefused(
            _PASSWORD, f"Sai mật khẩu của tệp “{name}”. Nhập lại mật khẩu; tệp PDF chưa được ký."
        ) from None


@contextmanager
def _of_token(key: Token) -> Iterator[Signer]:
    require_token()
    import pkcs11
    from pkcs11 import exceptions as said

    wrong = (said.PinIncorrect, said.PinInvalid, said.PinLenRange)
    try:
        token = _find(_slots(key.library), key)
        with token.open(user_pin=key.pin) as session:
            yield _signer(session, key)
    except wrong:
        raise EntryRefused(
            _PASSWORD, "Sai mã PIN của thiết bị ký số. Nhập lại cho đúng: sai nhiều lần thì thiết bị bị khóa."
        ) from None
    except said.PinLocked:
        raise EntryRefused(
            _PASSWORD, "Thiết bị ký số đã bị khóa mã PIN. Nhờ nơi cấp thiết bị mở khóa rồi ký lại."
        ) from None
    except said.UserPinNotInitialized:
        raise EntryRefused(
            _PASSWORD, "Thiết bị ký số chưa có mã PIN. Đặt mã PIN theo hướng dẫn của nơi cấp rồi ký lại."
        ) from None
    except (said.DeviceRemoved, said.TokenNotPresent, said.SessionClosed, said.SessionHandleInvalid):
        raise _absent() from None
    except pkcs11.PKCS11Error as error:
        raise NtmError(
            f"Thiết bị ký số báo lỗi {type(error).__name__}. Rút ra cắm lại thiết bị rồi ký lại."
        ) from error


def _absent() -> NtmError:
    return NtmError("Không thấy thiết bị ký số. Cắm thiết bị vào máy, đợi vài giây rồi ký lại.")


def _slots(library: Path) -> list[Any]:
    import pkcs11

    if not library.is_file():
        raise EntryRefused(
            _KEY,
            f"Không thấy thư viện “{library}” của thiết bị ký số. Cài phần mềm đi kèm thiết bị rồi chọn lại.",
        )
    try:
        return list(pkcs11.lib(str(library)).get_slots(token_present=True))
    except (RuntimeError, OSError) as error:  # pkcs11's own errors are among the first
        raise EntryRefused(
            _KEY,
            f"Không dùng được thư viện “{library.name}” của thiết bị ký số. "
            "Chọn đúng tệp .dll (trên Linux: .so) đi kèm thiết bị, bản 64-bit.",
        ) from error


def _find(slots: list[Any], key: Token) -> Any:
    from pkcs11 import TokenFlag

    plugged = [(slot.slot_id, slot.get_token()) for slot in slots]
    tokens = [(slot, token) for slot, token in plugged if TokenFlag.TOKEN_INITIALIZED in token.flags]
    fitting = [
        token
        for slot, token in tokens
        if (key.slot is None or slot == key.slot) and (not key.label or nfc(token.label) == nfc(key.label))
    ]
    if len(fitting) == 1:
        return fitting[0]
    if not tokens:
        raise _absent()
    known = ", ".join(f"“{nfc(token.label)}” (khe {slot})" for slot, token in tokens)
    if not fitting:
        raise EntryRefused(
            _LABEL, f"Không thấy đúng thiết bị ký số đã chọn. Đang cắm: {known}. Ghi lại tên thiết bị."
        )
    raise EntryRefused(
        _LABEL, f"Máy đang cắm nhiều thiết bị ký số: {known}. Ghi tên của thiết bị dùng để ký."
    )


def _signer(session: Any, key: Token) -> Signer:
    """By the certificate that has its private key on the device; others there complete its chain."""
    from asn1crypto.x509 import Certificate
    from pkcs11 import Attribute, ObjectClass
    from pyhanko.sign.pkcs11 import PKCS11Signer

    keys = {one[Attribute.ID] for one in session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY})}
    certificates = [
        (nfc(one[Attribute.LABEL]), one[Attribute.ID], Certificate.load(one[Attribute.VALUE]))
        for one in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE})
    ]
    own = [one for one in certificates if one[1] in keys]
    fitting = [one for one in own if not key.certificate or one[0] == nfc(key.certificate)]
    if len(fitting) != 1:
        known = ", ".join(f"“{label}”" for label, _id, _certificate in own)
        if not own:
            raise EntryRefused(
                _KEY, "Thiết bị ký số không có chứng thư số nào kèm khóa để ký. Dùng thiết bị khác."
            )
        raise NtmError(f"Thiết bị có các chứng thư số: {known}. Ghi tên của chứng thư số dùng để ký.")
    ((_label, number, certificate),) = fitting
    return PKCS11Signer(
        session,
        signing_cert=certificate,
        key_id=number,
        ca_chain=[other for _label, _id, other in certificates if other is not certificate],
        use_raw_mechanism=certificate.public_key.algorithm == "ec",  # what every device can do
    )
