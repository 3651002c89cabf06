"""Keys of an installation and of those it exchanges packages with: docs/package-format.md §3.

The libraries are taken in where they are used: a window that exchanges nothing keeps 2 MB.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ntm_desktop.errors import NtmError
from ntm_desktop.sync import jcs

if TYPE_CHECKING:
    from nacl.secret import SecretBox
    from nacl.signing import SigningKey
    from pyrage import x25519  # type: ignore[import-untyped]  # it brings no types

_ENROL = b"NTM/enrol/1\x00"
_KEY_ID = 16  # digits
_FIELDS = {"format", "unit", "name", "level", "install", "sign_key", "age_key", "signature"}
_TEXTS = _FIELDS - {"format"}
_HEX = re.compile("[0-9a-f]+")
MOST_BYTES = 16_384
"""Of an enrolment file."""
UNIT = re.compile(r"[0-9A-Za-z.-]{1,40}")


@dataclass(frozen=True, slots=True)
class OwnKeys:
    """The private keys, unwrapped; they leave memory only wrapped or on the recovery sheet."""

    signing: SigningKey
    age: x25519.Identity
    older: tuple[OwnKeys, ...] = ()
    """Those before, newest first: packages from then are opened, and written out again, with them."""

    @classmethod
    def make(cls, older: tuple[OwnKeys, ...] = ()) -> OwnKeys:
        from nacl.signing import SigningKey
        from pyrage import x25519

        return cls(SigningKey.generate(), x25519.Identity.generate(), older)

    @property
    def all(self) -> tuple[OwnKeys, ...]:
        return (self, *self.older)

    @property
    def key(self) -> str:
        return key_id(self.sign_key)

    def of(self, key: str) -> OwnKeys:
        """Those with that id. Raises KeyError when they are not among them."""
        return {one.key: one for one in self.all}[key]

    @property
    def sign_key(self) -> str:
        return bytes(self.signing.verify_key).hex()

    @property
    def age_key(self) -> str:
        return str(self.age.to_public())

    def sign(self, purpose: bytes, told: bytes) -> bytes:
        """64 bytes; ``purpose`` keeps a signature from meaning something elsewhere."""
        return bytes(self.signing.sign(purpose + told).signature)


@dataclass(frozen=True, slots=True)
class Enrolment:
    """Who a unit is, and its public keys: what an ``.ntmk`` file says."""

    unit: str
    name: str
    level: str
    install: str
    sign_key: str
    age_key: str

    @property
    def key(self) -> str:
        return key_id(self.sign_key)


def key_id(sign_key: str) -> str:
    """Finds a key among those that are known; what is compared is the whole key."""
    return hashlib.sha256(bytes.fromhex(sign_key)).hexdigest()[:_KEY_ID]


def verifies(sign_key: str, purpose: bytes, told: bytes, signature: bytes) -> bool:
    from nacl.exceptions import CryptoError
    from nacl.signing import VerifyKey

    try:
        VerifyKey(bytes.fromhex(sign_key)).verify(purpose + told, signature)
    except (CryptoError, ValueError):
        return False
    return True


def wrap(keys: OwnKeys, password: str) -> bytes:
    """For the database: Argon2id over the office's key password, then secretbox. Takes some tenths of a
    second and 64 MB, which an old PC has too: who guesses pays that for each guess."""
    from nacl.pwhash import argon2id
    from nacl.utils import random

    salt = random(argon2id.SALTBYTES)
    plain = [{"sign": bytes(one.signing).hex(), "age": str(one.age)} for one in keys.all]
    return salt + bytes(_box(password, salt).encrypt(jcs.dumps({"keys": plain})))


def unwrap(wrapped: bytes, password: str) -> OwnKeys:
    """Raises NtmError for another password."""
    from nacl.exceptions import CryptoError
    from nacl.pwhash import argon2id
    from nacl.signing import SigningKey
    from pyrage import x25519

    salt = wrapped[: argon2id.SALTBYTES]
    try:
        plain = _box(password, salt).decrypt(wrapped[len(salt) :])
    except CryptoError:
        raise NtmError("Sai mật khẩu khóa. Nhập lại mật khẩu mà cơ quan đã đặt khi lập khóa.") from None
    newest, *older = (
        OwnKeys(SigningKey(bytes.fromhex(one["sign"])), x25519.Identity.from_str(one["age"]))
        for one in jcs.loads(plain)["keys"]
    )
    return replace(newest, older=tuple(older))


def _box(password: str, salt: bytes) -> SecretBox:
    from nacl.pwhash import argon2id
    from nacl.secret import SecretBox

    return SecretBox(
        argon2id.kdf(
            SecretBox.KEY_SIZE,
            password.encode(),
            salt,
            opslimit=argon2id.OPSLIMIT_MODERATE,
            memlimit=argon2id.MEMLIMIT_INTERACTIVE,
        )
    )


def write_enrolment(keys: OwnKeys, *, unit: str, name: str, level: str, install: str) -> bytes:
    told: dict[str, Any] = {
        "format": 1,
        "unit": unit,
        "name": name,
        "level": level,
        "install": install,
        "sign_key": keys.sign_key,
        "age_key": keys.age_key,
    }
    return jcs.dumps(told | {"signature": keys.sign(_ENROL, jcs.dumps(told)).hex()})


def read_enrolment(told: bytes) -> Enrolment:
    """Raises NtmError for what is no enrolment file, is newer, or was not signed by the key in it."""
    wrong = "Tệp này không phải tệp khóa .ntmk còn nguyên vẹn. Xin lại tệp khóa từ nơi gửi."
    try:
        given = jcs.loads(told) if len(told) <= MOST_BYTES else {}
    except ValueError:
        raise NtmError(wrong) from None
    if "format" in given and given["format"] != 1:
        raise NtmError("Tệp khóa do phiên bản mới hơn của chương trình lập. Cập nhật chương trình.")
    texts = {name: given.get(name) for name in _TEXTS}
    if set(given) != _FIELDS or not all(isinstance(text, str) and text for text in texts.values()):
        raise NtmError(wrong)
    one = Enrolment(**{name: str(text) for name, text in texts.items() if name != "signature"})
    signature = str(texts["signature"])
    signed = jcs.dumps({name: value for name, value in given.items() if name != "signature"})
    if not (
        UNIT.fullmatch(one.unit)
        and _is_hex(one.sign_key, 64)
        and _is_hex(signature, 128)
        and _is_recipient(one.age_key)
        and verifies(one.sign_key, _ENROL, signed, bytes.fromhex(signature))
    ):
        raise NtmError(wrong)
    return one


def recipient(age_key: str) -> x25519.Recipient:
    from pyrage import x25519

    return x25519.Recipient.from_str(age_key)


def identity(age_secret: str) -> x25519.Identity:
    """Of a recovery sheet. Raises NtmError for what is none."""
    from pyrage import IdentityError, x25519

    try:
        return x25519.Identity.from_str(age_secret)
    except IdentityError:
        raise NtmError(
            "Khóa giải mã trên phiếu phục hồi không đúng. Nhập lại từng chữ như trên phiếu."
        ) from None


def _is_hex(text: str, digits: int) -> bool:
    return len(text) == digits and _HEX.fullmatch(text) is not None


def _is_recipient(age_key: str) -> bool:
    from pyrage import RecipientError

    try:
        recipient(age_key)
    except RecipientError:
        return False
    return True
