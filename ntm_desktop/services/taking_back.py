"""A commune's own package taken back, where an older backup was put in the place of the data that it held.

A sender is among those who can open its packages (docs/package-format.md §4).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import RowMapping, Table, select

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import bring_back, dead_parent, live_children
from ntm_desktop.db.models import outbox, workplace
from ntm_desktop.db.session import Session, live
from ntm_desktop.errors import NtmError, reason
from ntm_desktop.services import keys as key_services
from ntm_desktop.services import receiving
from ntm_desktop.services.exchange_out import Report, counting
from ntm_desktop.services.package_preview import TableChange
from ntm_desktop.sync import header as headers
from ntm_desktop.sync import kinds, reader
from ntm_desktop.sync.age_file import Alive
from ntm_desktop.sync.codes import short_code
from ntm_desktop.sync.header import Opening
from ntm_desktop.sync.keys import OwnKeys
from ntm_desktop.sync.reader import Package
from ntm_desktop.sync.rows import read_lines

_NOT_OWN = "Gói này không do đơn vị này gửi đi. Chọn gói mà máy này đã xuất ra trước khi phục hồi."

_Row = tuple[Mapping[str, Any], RowMapping | None]
"""Of the package, and as it is."""


@dataclass(frozen=True, slots=True)
class Lost:
    """What a package that this workplace sent holds beyond its data. ``gone`` of a table is always 0."""

    seq: int
    epoch: int
    created_at: str
    author: str
    code: str
    tables: tuple[TableChange, ...]
    missing: int
    """Attachments that neither the package nor this workplace has."""
    needs_epoch: bool
    """This workplace does not know that it sent it, and still counts in the epoch of then."""

    @property
    def rows(self) -> int:
        return sum(one.added + one.changed + one.removed for one in self.tables)


def is_own(path: Path, keys: OwnKeys) -> bool:
    """A submission that one of these keys signed, as its header says."""
    try:
        with path.open("rb") as file:
            place = headers.read(file).header.place
    except (NtmError, OSError):
        return False
    return place.kind == "submission" and place.sender.key in {one.key for one in keys.all}


def open_own(session: Session, path: Path) -> Opening:
    """Raises NtmError unless this workplace itself sent it."""
    own = key_services.own_unit(session)
    with path.open("rb") as file:
        opening = headers.read(file)
    place = opening.header.place
    if place.sender.unit != own.unit or place.kind != "submission":
        raise NtmError(_NOT_OWN)
    return opening


def read(path: Path, opening: Opening, keys: OwnKeys, body: Path, alive: Alive) -> Package:
    """As ``receiving.read``; needs no session."""
    key = opening.header.place.sender.key
    signed_by = {one.key: one.sign_key for one in keys.all}.get(key, "")
    package = reader.open_whole(path, opening, keys, signed_by, body, alive)
    try:
        receiving.check_rows(package)
    except BaseException:
        body.unlink(missing_ok=True)
        raise
    return package


def read_in(path: Path, opening: Opening, keys: OwnKeys, folder: Path, *, report: Report) -> Package:
    """``read`` into the data folder; what fails there is told."""
    body = folder / "tmp" / f"{opening.header.package_id}.zip"
    body.parent.mkdir(parents=True, exist_ok=True)
    try:
        return read(path, opening, keys, body, counting(report, 3 * opening.header.body_len))
    except OSError as error:
        body.unlink(missing_ok=True)
        raise NtmError(
            f"Không mở được gói: {reason(error)}. Kiểm tra USB và chỗ trống của ổ đĩa rồi làm lại."
        ) from error


def show(session: Session, package: Package) -> Lost:
    """What would come back."""
    told, place = package.manifest, package.manifest.place
    tables = tuple(_counted(table, rows) for table, rows in _later(session, package) if rows)
    known = session.row(live(outbox, session).where(outbox.c.package_id == package.header.package_id))
    lacking = session.files.missing(set(told.attachments) - package.held)
    return Lost(
        seq=place.seq,
        epoch=place.epoch.n,
        created_at=place.created_at,
        author=told.author,
        code=short_code(told.content_root),
        tables=tables,
        missing=len(lacking),
        needs_epoch=known is None and key_services.epoch(session).n <= place.epoch.n,
    )


def take_back(session: Session, package: Package) -> Changes:
    """Every row that the package has in a later state than the data; what the data have later, stays.

    Personal rows never travelled: what was lost of them is lost.
    """
    found = [(table, rows) for table, rows in _later(session, package) if rows]
    changes = Changes()
    for table, rows in found:
        changes |= _bring_living(session, table, [one for one in rows if not one[0]["deleted"]])
    for table, rows in reversed(found):
        for row, present in rows:
            if row["deleted"] and not live_children(session, table, [row["uid"]]):
                changes |= bring_back(session, table, row, present)
    return changes


def _bring_living(session: Session, table: Table, rows: list[_Row]) -> Changes:
    """Those whose parents are no longer there stay away; a row may refer to another one of its table."""
    changes, left = Changes(), rows
    while left:
        waiting = []
        for row, present in left:
            if dead_parent(session, table, [row]):
                waiting.append((row, present))
            else:
                changes |= bring_back(session, table, row, present)
        if len(waiting) == len(left):
            break
        left = waiting
    return changes


def start_over(session: Session, *, after: int) -> Changes:
    """What is sent from here on counts in an epoch of its own; in the old one numbers were given twice."""
    key_services.begin_epoch(session, after=after)
    return Changes.of(workplace.name)


def _later(session: Session, package: Package) -> Iterator[tuple[Table, list[_Row]]]:
    for table, file in kinds.match("submission", package.manifest.files).items():
        if table.info["derived"]:
            continue
        own = select(table).where(table.c.commune_id == session.commune_id)
        present = {row["uid"]: row for row in session.rows(own)}
        with package.stream(file.path) as blocks:
            found: list[_Row] = [
                (row, known)
                for row in read_lines(table, blocks)
                if _is_later(row, known := present.get(row["uid"]))
            ]
        yield table, found


def _is_later(row: Mapping[str, Any], known: RowMapping | None) -> bool:
    return bool(row["rev"] > known["rev"]) if known is not None else not row["deleted"]


def _counted(table: Table, rows: list[_Row]) -> TableChange:
    added = sum(1 for row, known in rows if not row["deleted"] and (known is None or known["deleted"]))
    removed = sum(1 for row, _known in rows if row["deleted"])
    return TableChange(table.info["label"], added, len(rows) - added - removed, removed, 0)
