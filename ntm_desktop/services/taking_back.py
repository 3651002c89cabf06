"""A commune's own package taken back, where an older backup was put in the place of the data that it held.

A sender is among those who can open its packages (docs/package-format.md §4).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Table, select

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import bring_back
from ntm_desktop.db.session import Session
from ntm_desktop.errors import NtmError
from ntm_desktop.services import keys as key_services
from ntm_desktop.sync import header as headers
from ntm_desktop.sync import kinds, reader
from ntm_desktop.sync.age_file import Alive
from ntm_desktop.sync.header import Opening
from ntm_desktop.sync.keys import OwnKeys
from ntm_desktop.sync.reader import Package
from ntm_desktop.sync.rows import read_lines

_NOT_OWN = "Gói này không do đơn vị này gửi đi. Chọn gói mà máy này đã xuất ra trước khi phục hồi."


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
    return reader.open_whole(path, opening, keys, signed_by, body, alive)


def take_back(session: Session, package: Package) -> Changes:
    """Every row that the package has in a later state than the data; what the data have later, stays.

    Personal rows never travelled: what was lost of them is lost.
    """
    changes = Changes()
    for table, file in kinds.match("submission", package.manifest.files).items():
        if table.info["derived"]:
            continue
        own = select(table).where(table.c.commune_id == session.commune_id)
        present = {row["uid"]: row for row in session.rows(own)}
        with package.stream(file.path) as blocks:
            for row in _later(table, blocks, {uid: row["rev"] for uid, row in present.items()}):
                changes |= bring_back(session, table, row, present.get(row["uid"]))
    return changes


def _later(table: Table, blocks: Iterator[bytes], revs: dict[str, int]) -> Iterator[dict[str, Any]]:
    for row in read_lines(table, blocks):
        known = revs.get(row["uid"])
        if (known is None and not row["deleted"]) or (known is not None and row["rev"] > known):
            yield row
