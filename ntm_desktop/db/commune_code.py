"""Correcting the commune's code, a part of every key: provisional or mistyped, until the first export."""

from __future__ import annotations

from ntm_desktop.changes import Changes
from ntm_desktop.db.chain import end_key
from ntm_desktop.db.history import keep_image
from ntm_desktop.db.models import metadata, workplace
from ntm_desktop.db.session import Session


def correct_code(session: Session, code: str) -> Changes:
    """Gives every row of the commune the new code; its history goes along and stays whole."""
    old = session.commune_id
    if code == old:
        return Changes()
    session.connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")  # until the commit, which checks them
    for table in metadata.sorted_tables:
        if "commune_id" in table.c:
            of_commune = table.c.commune_id == old
            session.connection.execute(table.update().where(of_commune).values(commune_id=code))
    named = workplace.c.key == "commune_id"
    session.connection.execute(workplace.update().where(named).values(value=code))
    end = workplace.c.key == end_key(old)
    session.connection.execute(workplace.update().where(end).values(key=end_key(code)))
    keep_image(session, workplace, "commune_id", {"value": old}, {"value": code})
    session.commune_id = code
    return Changes.of(*(table.name for table in metadata.sorted_tables))
