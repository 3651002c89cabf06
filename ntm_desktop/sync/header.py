"""The beginning of a package, which is read before anything else is: docs/package-format.md §4."""

from __future__ import annotations

import re
import struct
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, BinaryIO

from ntm_desktop.sync import jcs
from ntm_desktop.sync.keys import UNIT, OwnKeys, verifies
from ntm_desktop.sync.refusals import PackageRefused, Refusal

MAGIC = b"NTMPKG1\n"
FORMAT = 1
KINDS = ("submission", "appraisal", "criteria", "keys")
NOTHING_BEFORE = "0" * 64
"""``prev`` of the first package of a stream."""
_HEADER = b"NTM/header/1\x00"
_SIGNATURE = 64
_LONGEST = 65_536
_DIGEST, _KEY, _NONCE = (re.compile(f"[0-9a-f]{{{digits}}}") for digits in (64, 16, 32))
_INSTALL = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_MOMENT = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_MOST_NUMBERED = 1_000_000
"""Packages of a stream, and epochs: whatever lacks below a number can be listed."""


@dataclass(frozen=True, slots=True)
class Sender:
    unit: str
    install: str
    key: str


@dataclass(frozen=True, slots=True)
class Addressee:
    unit: str
    key: str


@dataclass(frozen=True, slots=True)
class Epoch:
    """A new one begins where an installation starts over: after a restore, on another PC, with a new key."""

    n: int
    nonce: str


@dataclass(frozen=True, slots=True)
class Place:
    """What header and manifest both say: which package of which stream it is."""

    kind: str
    sender: Sender
    to: Addressee
    epoch: Epoch
    seq: int
    prev: str
    created_at: str

    def told(self) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "kind": self.kind,
            "from": asdict(self.sender),
            "to": asdict(self.to),
            "epoch": asdict(self.epoch),
            "seq": self.seq,
            "prev": self.prev,
            "created_at": self.created_at,
        }


PLACE_FIELDS = {"format", "kind", "from", "to", "epoch", "seq", "prev", "created_at"}
_FIELDS = PLACE_FIELDS | {"min_reader", "package_id", "body_len", "body_sha256", "app"}


@dataclass(frozen=True, slots=True)
class Header:
    place: Place
    package_id: str
    body_len: int
    body_sha256: str
    app: str


@dataclass(frozen=True, slots=True)
class Opening:
    """A header as it stands in a file, with what proves who wrote it; ``length`` bytes up to the body."""

    header: Header
    told: bytes
    signature: bytes

    @property
    def length(self) -> int:
        return len(MAGIC) + 4 + len(self.told) + _SIGNATURE

    def is_signed_by(self, sign_key: str) -> bool:
        return verifies(sign_key, _HEADER, self.told, self.signature)


def write(header: Header, keys: OwnKeys) -> bytes:
    """Everything before the body."""
    told = jcs.dumps(
        header.place.told()
        | {
            "min_reader": FORMAT,
            "package_id": header.package_id,
            "body_len": header.body_len,
            "body_sha256": header.body_sha256,
            "app": header.app,
        }
    )
    return MAGIC + struct.pack(">I", len(told)) + told + keys.sign(_HEADER, told)


def read(file: BinaryIO) -> Opening:
    """From the first byte on; the file stands at the body then. Raises PackageRefused."""
    if file.read(len(MAGIC)) != MAGIC:
        raise PackageRefused(Refusal.NOT_PACKAGE)
    length = file.read(4)
    size = struct.unpack(">I", length)[0] if len(length) == 4 else 0
    if not 2 <= size <= _LONGEST:
        raise PackageRefused(Refusal.HEADER, "length")
    told, signature = file.read(size), file.read(_SIGNATURE)
    if len(told) < size or len(signature) < _SIGNATURE:
        raise PackageRefused(Refusal.TRUNCATED, "header")
    try:
        given = jcs.loads(told)
    except ValueError as error:
        raise PackageRefused(Refusal.HEADER, str(error)) from error
    least = given.get("min_reader")
    if type(least) is int and least > FORMAT:
        raise PackageRefused(Refusal.NEWER, f"format {least}")
    try:
        if set(given) != _FIELDS or given["format"] != FORMAT or least != FORMAT:
            raise ValueError("keys")
        header = Header(
            place_of(given),
            _text(given["package_id"], _DIGEST),
            _count(given["body_len"]),
            _text(given["body_sha256"], _DIGEST),
            _free(given["app"]),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise PackageRefused(Refusal.HEADER, str(error)) from error
    return Opening(header, told, signature)


def place_of(given: dict[str, Any]) -> Place:
    """Raises ValueError, KeyError or TypeError for what is no place."""
    kind, sender, to, epoch = given["kind"], given["from"], given["to"], given["epoch"]
    if kind not in KINDS:
        raise ValueError("kind")
    if (
        set(sender) != {"unit", "install", "key"}
        or set(to) != {"unit", "key"}
        or set(epoch) != {"n", "nonce"}
    ):
        raise ValueError("from, to or epoch")
    place = Place(
        kind=kind,
        sender=Sender(
            _text(sender["unit"], UNIT), _text(sender["install"], _INSTALL), _text(sender["key"], _KEY)
        ),
        to=Addressee(_text(to["unit"], UNIT), _text(to["key"], _KEY)),
        epoch=Epoch(_number(epoch["n"]), _text(epoch["nonce"], _NONCE)),
        seq=_number(given["seq"]),
        prev=_text(given["prev"], _DIGEST),
        created_at=_moment(given["created_at"]),
    )
    if (place.seq == 1) != (place.prev == NOTHING_BEFORE):
        raise ValueError("prev of the first package, or of none but the first")
    return place


def _text(value: object, form: re.Pattern[str]) -> str:
    if not isinstance(value, str) or not form.fullmatch(value):
        raise ValueError(f"not of the form {form.pattern}")
    return value


def _moment(value: object) -> str:
    """Of a clock that may be wrong, but of a day that there is."""
    told = _text(value, _MOMENT)
    datetime.fromisoformat(told)
    return told


def _free(value: object) -> str:
    if not isinstance(value, str) or len(value) > 200:
        raise ValueError("text")
    return value


def _count(value: object) -> int:
    if type(value) is not int or value < 1:
        raise ValueError("count")
    return value


def _number(value: object) -> int:
    if _count(value) > _MOST_NUMBERED:
        raise ValueError("number")
    return _count(value)
