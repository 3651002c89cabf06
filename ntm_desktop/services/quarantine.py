"""Packages that came and were not taken yet: kept under the digest of their bytes, each with why.

A small note lies beside each: under what name it came and what was said of it. Nothing here is of the
database; a note that is lost costs the reason only.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import RowMapping, select

from ntm_desktop.db import durable
from ntm_desktop.db.models import inbox
from ntm_desktop.db.session import Session
from ntm_desktop.errors import NtmError
from ntm_desktop.services.receiving import Arrival
from ntm_desktop.sync import header as headers
from ntm_desktop.sync import parts
from ntm_desktop.sync.codes import short_code
from ntm_desktop.sync.drives import shown_name
from ntm_desktop.sync.finding import ranges
from ntm_desktop.sync.parts import Part
from ntm_desktop.sync.refusals import PackageRefused, Refusal

LATER = "later"
"""Put aside by a person."""
_TRIED_AGAIN = frozenset({Refusal.UNKNOWN_SENDER.value, Refusal.EPOCH.value})
_NAME = re.compile(r"[0-9a-f]{64}\.ntmx")
_PART_NAME = re.compile(r"\.p[0-9]+of[0-9]+$")
_LONGEST = 4096


@dataclass(frozen=True, slots=True)
class Held:
    """``kind``, ``unit``, ``epoch`` and ``seq`` as the file says, which nothing may have proved."""

    path: Path
    name: str
    size: int
    refusal: str
    why: str
    at: str
    unit: str = ""
    kind: str = ""
    epoch: int = 0
    seq: int = 0
    package_id: str = ""
    code: str = ""
    """Of a fork, as it was decrypted."""
    applied_seq: int = 0
    """Of a fork: the package that was applied and that it contradicts."""
    applied_code: str = ""
    parts: tuple[Path, ...] = ()
    """Of a package of which some parts are here: these; ``path`` is the first."""

    @property
    def arrival(self) -> Arrival:
        return Arrival(self.path, self.name)

    @property
    def is_fork(self) -> bool:
        return self.refusal == Refusal.FORK.value

    @property
    def is_tried_again(self) -> bool:
        """After another package was taken, or a key pinned: what it waited for may be there."""
        return self.refusal in _TRIED_AGAIN


def place(folder: Path) -> Path:
    return folder / "quarantine"


def parts_place(folder: Path) -> Path:
    return place(folder) / "parts"


def held(folder: Path) -> tuple[Held, ...]:
    """By sender and number; then packages of which parts lack."""
    try:
        paths = [one for one in place(folder).iterdir() if _NAME.fullmatch(one.name) and one.is_file()]
    except OSError:
        return ()
    found = sorted(map(_held, paths), key=lambda one: (one.unit, one.epoch, one.seq, one.path.name))
    return (*found, *_in_parts(folder))


def _in_parts(folder: Path) -> Iterator[Held]:
    """As the names and first bytes of the parts say; they prove themselves when they are joined."""
    by_file: dict[tuple[str, str, int, int], dict[Path, Part]] = {}
    with suppress(OSError):
        for path in sorted(parts_place(folder).iterdir()):
            if (part := _beginning_of(path)) is not None:
                by_file.setdefault(part.whole, {})[path] = part
    for (package_id, _sha256, _size, count), found in by_file.items():
        lacking = parts.lacking(found.values())
        paths = tuple(found)
        yield Held(
            path=paths[0],
            name=_PART_NAME.sub("", shown_name(paths[0].name)),
            size=sum(path.stat().st_size for path in paths),
            refusal="",
            why=f"Thiếu phần {ranges(lacking)} (trong {count} phần). Nhận tiếp khi có phần còn thiếu."
            if lacking
            else f"Đã đủ {count} phần. Nhận tiếp để ghép.",
            at="",
            package_id=package_id,
            parts=paths,
        )


def _beginning_of(path: Path) -> Part | None:
    try:
        with path.open("rb") as file:
            return parts.read_beginning(file)
    except (NtmError, OSError):
        return None


def compared(session: Session, found: Sequence[Held]) -> tuple[Held, ...]:
    """With what each fork contradicts: the applied package of its number, else a neighbour."""
    if not any(one.is_fork for one in found):
        return tuple(found)
    units = {one.unit for one in found if one.is_fork}
    rows = session.rows(select(inbox).where(inbox.c.from_unit.in_(units), inbox.c.deleted == 0))
    return tuple(_compared(one, rows) if one.is_fork else one for one in found)


def _compared(one: Held, rows: Sequence[RowMapping]) -> Held:
    known = [row for row in rows if row["from_unit"] == one.unit and row["epoch"] == one.epoch]
    row = min(known, key=lambda row: (abs(row["seq"] - one.seq), -row["seq"]), default=None)
    if row is None:
        return one
    return replace(one, applied_seq=row["seq"], applied_code=short_code(row["content_root"]))


def keep(arrival: Arrival, error: NtmError | None, *, at: str) -> None:
    """Notes why it waits; without an error a person put it aside."""
    refusal = error.refusal.value if isinstance(error, PackageRefused) else "" if error else LATER
    why = error.message if error else "Để lại, chưa nhận."
    told = {"name": arrival.name, "refusal": refusal, "why": why, "at": at}
    if isinstance(error, PackageRefused) and error.refusal is Refusal.FORK:
        told["code"] = error.detail
    with suppress(NtmError):  # of a full disk: the file itself is kept
        durable.write(_note(arrival.path), json.dumps(told, ensure_ascii=False).encode())


def throw_away(one: Held) -> None:
    """A person does not want it."""
    for path in one.parts or (one.path,):
        discard(path)


def discard(path: Path) -> None:
    """The package was taken, or a person does not want it."""
    for one in (path, _note(path)):
        with suppress(OSError):
            one.unlink(missing_ok=True)


def _held(path: Path) -> Held:
    note = _read_note(path)
    one = Held(
        path=path,
        name=shown_name(note.get("name") or path.name),
        size=path.stat().st_size,
        refusal=note.get("refusal", ""),
        why=note.get("why") or "Chưa xử lý xong khi chương trình đóng. Thử lại.",
        at=note.get("at", ""),
        code=note.get("code", ""),
    )
    try:
        with path.open("rb") as file:
            told = headers.read(file).header
    except (NtmError, OSError):
        return one
    sent = told.place
    return replace(
        one,
        unit=sent.sender.unit,
        kind=sent.kind,
        epoch=sent.epoch.n,
        seq=sent.seq,
        package_id=told.package_id,
    )


def _note(path: Path) -> Path:
    return path.with_suffix(".json")


def _read_note(path: Path) -> dict[str, str]:
    try:
        with _note(path).open("rb") as file:
            told = json.loads(file.read(_LONGEST))
    except (OSError, ValueError):
        return {}
    if not isinstance(told, dict):
        return {}
    return {key: value for key, value in told.items() if isinstance(value, str)}
