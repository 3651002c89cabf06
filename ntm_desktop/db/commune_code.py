"""Correcting the commune's code, a part of every key: provisional or mistyped, until the first export."""

from __future__ import annotations

from sqlalchemy import Connection

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
    give_code(session.connection, old=old, new=code)
    keep_image(session, workplace, "commune_id", {"value": old}, {"value": code})
    session.commune_id = code
    return Changes.of(*(table.name for table in metadata.sorted_tables))


def give_code(connection: Connection, *, old: str, new: str) -> None:
    """Every row that bears the old code bears the new one."""
    for table in metadata.sorted_tables:
        if "commune_id" in table.c:
            of_commune = table.c.commune_id == old
            connection.execute(table.update().where(of_commune).values(commune_id=new))
    named = workplace.c.key == "commune_id"
    connection.execute(workplace.update().where(named).values(value=new))
    end = workplace.c.key == end_key(old)
    connection.execute(workplace.update().where(end).values(key=end_key(new)))
