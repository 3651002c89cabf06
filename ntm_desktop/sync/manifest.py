"""What is in a package, signed inside its encryption: docs/package-format.md §5."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from ntm_desktop.sync import jcs
from ntm_desktop.sync.canonical import CriteriaRef, content_root
from ntm_desktop.sync.header import PLACE_FIELDS, Place, place_of
from ntm_desktop.sync.keys import OwnKeys, verifies
from ntm_desktop.sync.refusals import PackageRefused, Refusal

NAME, SIGNATURE = "manifest.json", "manifest.sig"
LATER = "data/paper.jsonl"
"""Outside ``content_root``: number, date and signer are filled in after printing."""
_MANIFEST = b"NTM/manifest/1\x00"
_FIELDS = PLACE_FIELDS | {
    "period",
    "criteria",
    "schema",
    "content_root",
    "author",
    "note",
    "seen",
    "files",
    "blobs",
    "dossiers",
}
_DIGEST = re.compile("[0-9a-f]{64}")
_TYPE = re.compile("[a-z0-9]{1,16}")
_PATH = re.compile(r"data/[a-z_]{1,40}\.jsonl")
_LONGEST_TEXT = 20_000


@dataclass(frozen=True, slots=True)
class DataFile:
    path: str
    sha256: str
    size: int
    rows: int


@dataclass(frozen=True, slots=True)
class Blob:
    """An attachment that the rows refer to; it may travel in another package."""

    sha256: str
    size: int
    type: str


@dataclass(frozen=True, slots=True)
class Print:
    """A printed PDF of the freeze; it travels as a blob."""

    sha256: str
    size: int
    form: str


@dataclass(frozen=True, slots=True)
class Seen:
    """The newest package of the other side that was applied when this one was numbered."""

    epoch: int
    seq: int
    package_id: str


@dataclass(frozen=True, slots=True)
class Told:
    """What whoever sends says in a package, before it has a place in the stream."""

    kind: str
    period: str
    criteria: CriteriaRef
    author: str
    note: str = ""
    blobs: tuple[Blob, ...] = ()
    dossiers: tuple[Print, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    place: Place
    period: str
    criteria: CriteriaRef
    schema: int
    content_root: str
    author: str
    note: str
    seen: Seen | None
    files: tuple[DataFile, ...]
    blobs: tuple[Blob, ...]
    dossiers: tuple[Print, ...]

    @classmethod
    def of(
        cls, told: Told, place: Place, *, schema: int, seen: Seen | None, files: tuple[DataFile, ...]
    ) -> Manifest:
        made = cls(
            place=place,
            period=told.period,
            criteria=told.criteria,
            schema=schema,
            content_root="",
            author=told.author,
            note=told.note,
            seen=seen,
            files=files,
            blobs=told.blobs,
            dossiers=told.dossiers,
        )
        return replace(made, content_root=made.root())

    def says_the_same_as(self, other: Manifest) -> bool:
        """Whoever has this one learns nothing from the other."""
        mine, theirs = (
            replace(one, place=replace(one.place, seq=0, prev="", created_at="")) for one in (self, other)
        )
        return mine == theirs

    def write(self) -> bytes:
        return jcs.dumps(
            self.place.told()
            | {
                "period": self.period,
                "criteria": asdict(self.criteria),
                "schema": self.schema,
                "content_root": self.content_root,
                "author": self.author,
                "note": self.note,
                "seen": asdict(self.seen) if self.seen else None,
                "files": [asdict(one) for one in self.files],
                "blobs": [asdict(one) for one in self.blobs],
                "dossiers": [asdict(one) for one in self.dossiers],
            }
        )

    @property
    def attachments(self) -> tuple[str, ...]:
        """Digests of all that may travel as blobs, each once."""
        blobs, prints = (one.sha256 for one in self.blobs), (one.sha256 for one in self.dossiers)
        return tuple(dict.fromkeys((*blobs, *prints)))

    def root(self) -> str:
        """The ``content_root`` that the files and attachments make."""
        return content_root(
            unit=self.place.sender.unit,
            period=self.period,
            criteria=self.criteria,
            data=[(one.path, one.sha256) for one in self.files if one.path != LATER],
            blobs=[one.sha256 for one in self.blobs],
        )


def package_id(told: bytes) -> str:
    return hashlib.sha256(told).hexdigest()


def sign(told: bytes, keys: OwnKeys) -> bytes:
    return keys.sign(_MANIFEST, told)


def read(told: bytes, signature: bytes, sign_key: str) -> Manifest:
    """Raises PackageRefused for what that key has not signed, or what contradicts itself."""
    if not verifies(sign_key, _MANIFEST, told, signature):
        raise PackageRefused(Refusal.MANIFEST, "signature")
    manifest = parse(told)
    _refuse_disorder([one.path for one in manifest.files])
    _refuse_disorder([one.sha256 for one in manifest.blobs])
    _refuse_disorder([one.sha256 for one in manifest.dossiers])
    if manifest.root() != manifest.content_root:
        raise PackageRefused(Refusal.HASH, "content_root")
    return manifest


def parse(told: bytes) -> Manifest:
    """What a manifest says whose signature was looked at when it came in, or that is our own."""
    try:
        given = jcs.loads(told)
        if set(given) != _FIELDS or given["format"] != 1:
            raise ValueError("keys")
        return Manifest(
            place=place_of(given),
            period=_text(given["period"]),
            criteria=_criteria(given["criteria"]),
            schema=_count(given["schema"]),
            content_root=_digest(given["content_root"]),
            author=_text(given["author"]),
            note=_text(given["note"]),
            seen=_seen(given["seen"]),
            files=tuple(_data_file(one) for one in given["files"]),
            blobs=tuple(_blob(one) for one in given["blobs"]),
            dossiers=tuple(_print(one) for one in given["dossiers"]),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise PackageRefused(Refusal.MANIFEST, str(error)) from error


def _refuse_disorder(names: Sequence[str]) -> None:
    if list(names) != sorted(set(names)):
        raise PackageRefused(Refusal.MANIFEST, "a list that is not sorted, or names something twice")


def _exactly(given: Any, *names: str) -> dict[str, Any]:
    if not isinstance(given, dict) or set(given) != set(names):
        raise ValueError(f"not exactly {', '.join(names)}")
    return given


def _criteria(given: Any) -> CriteriaRef:
    one = _exactly(given, "set", "version", "sha256")
    return CriteriaRef(_text(one["set"]), _text(one["version"]), _digest(one["sha256"]))


def _data_file(given: Any) -> DataFile:
    one = _exactly(given, "path", "sha256", "size", "rows")
    if not isinstance(one["path"], str) or not _PATH.fullmatch(one["path"]):
        raise ValueError("path")
    return DataFile(one["path"], _digest(one["sha256"]), _size(one["size"]), _size(one["rows"]))


def _blob(given: Any) -> Blob:
    one = _exactly(given, "sha256", "size", "type")
    if not isinstance(one["type"], str) or not _TYPE.fullmatch(one["type"]):
        raise ValueError("type")
    return Blob(_digest(one["sha256"]), _size(one["size"]), one["type"])


def _print(given: Any) -> Print:
    one = _exactly(given, "sha256", "size", "form")
    return Print(_digest(one["sha256"]), _size(one["size"]), _text(one["form"]))


def _seen(given: Any) -> Seen | None:
    if given is None:
        return None
    one = _exactly(given, "epoch", "seq", "package_id")
    return Seen(_count(one["epoch"]), _count(one["seq"]), _digest(one["package_id"]))


def _digest(given: object) -> str:
    if not isinstance(given, str) or not _DIGEST.fullmatch(given):
        raise ValueError("digest")
    return given


def _text(given: object) -> str:
    if not isinstance(given, str) or len(given) > _LONGEST_TEXT:
        raise ValueError("text")
    return given


def _size(given: object) -> int:
    if type(given) is not int or given < 0:
        raise ValueError("size")
    return given


def _count(given: object) -> int:
    if _size(given) < 1:
        raise ValueError("count")
    return _size(given)
