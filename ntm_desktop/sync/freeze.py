"""A freeze: the canonical rows of all travelling tables at one moment, kept as files in the store.

The only kind of snapshot (architecture §3.14). Unchanged data give the same root and make no new row.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Table, select

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert
from ntm_desktop.db.models import freeze as freeze_table
from ntm_desktop.db.session import Session, live
from ntm_desktop.sync import canonical
from ntm_desktop.sync.canonical import CriteriaRef


@dataclass(frozen=True, slots=True)
class Freeze:
    uid: str
    content_root: str
    files: tuple[tuple[str, str], ...]
    """Path and SHA-256 of each ``data/`` file, sorted."""


def take(session: Session, *, period: str, criteria: CriteriaRef, on: date) -> tuple[Freeze, Changes]:
    """Freezes the commune's rows as they are now; finds the freeze again when nothing changed since."""
    files = tuple(
        sorted(
            (canonical.path_of(table), session.files.put_bytes(content).sha256)
            for table in canonical.travelling_tables()
            for content in [canonical.lines(canonical.travelling_rows(session, table))]
        )
    )
    root = canonical.content_root(
        unit=session.commune_id,
        period=period,
        criteria=criteria,
        data=files,
        blobs=canonical.blobs(session),
    )
    present = session.row(live(freeze_table, session).where(freeze_table.c.content_root == root))
    if present is not None:
        return Freeze(present["uid"], root, files), Changes()
    uid = session.new_uid()
    row = {
        "uid": uid,
        "content_root": root,
        "made_on": on.isoformat(),
        "files": json.dumps(files, separators=(",", ":")),
    }
    return Freeze(uid, root, files), insert(session, freeze_table, [row])


def was_frozen(session: Session, table: Table, uid: str) -> bool:
    """Whether a row ever left on paper or in a package; when a freeze's file is lost, it is taken to have.

    A freeze that is a tombstone counts too: what left cannot be called back.
    """
    path, mark = canonical.path_of(table), canonical.mark(uid)
    for freeze in session.rows(select(freeze_table).where(freeze_table.c.commune_id == session.commune_id)):
        sha256 = dict(json.loads(freeze["files"]))[path]
        if not session.files.has(sha256) or mark in session.files.read(sha256):
            return True
    return False
