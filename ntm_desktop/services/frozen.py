"""Whether a row has left the house: it is part of a freeze, so a dossier or a package shows it."""

from __future__ import annotations

import json

from sqlalchemy import Table

from ntm_desktop.db.models import freeze
from ntm_desktop.db.session import Session, live
from ntm_desktop.sync.canonical import path_of


def was_frozen(session: Session, table: Table, uid: str) -> bool:
    path = path_of(table)
    contents = {dict(json.loads(row["files"]))[path] for row in session.rows(live(freeze, session))}
    return any(f'"uid":"{uid}"'.encode() in session.files.read(sha256) for sha256 in sorted(contents))
