"""What an authority said about a commune and has sent: it stands in a package that has its number."""

from __future__ import annotations

import json
from collections.abc import Collection

from sqlalchemy import Table

from ntm_desktop.db.models import decision, outbox, remark, verdict
from ntm_desktop.db.session import Session, live
from ntm_desktop.sync import canonical

TABLES = (remark, verdict, decision)


def sent_in(session: Session, table: Table, uids: Collection[str]) -> int | None:
    """The number of the newest package with one of these rows; None where none of them has left. Each package
    holds all that was said until then (docs/package-format.md §6), and nothing that was sent goes away."""
    newest = session.row(
        live(outbox, session)
        .where(outbox.c.kind == "appraisal")
        .order_by(outbox.c.epoch.desc(), outbox.c.seq.desc())
    )
    if newest is None:
        return None
    sha256 = dict(json.loads(newest["files"]))[canonical.path_of(table)]
    said = map(json.loads, session.files.read(sha256).splitlines())
    return newest["seq"] if any(row["uid"] in uids and not row["deleted"] for row in said) else None
