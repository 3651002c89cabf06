"""Correcting the commune's code, a part of every key: provisional or mistyped, until the first export."""

from __future__ import annotations

from sqlalchemy import Connection, literal, select

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
    give_code(session.connection, old=old, new=code)
    keep_image(session, workplace, "commune_id", {"value": old}, {"value": code})
    session.commune_id = code
    return Changes.of(*(table.name for table in metadata.sorted_tables))


def give_code(connection: Connection, *, old: str, new: str) -> None:
    """Every row that bears the old code bears the new one. Parents come before their children, go after."""
    tables = [table for table in metadata.sorted_tables if "commune_id" in table.c]
    for table in tables:
        names = [column.name for column in table.c if column.name != "commune_id"]
        kept = select(literal(new), *(table.c[name] for name in names)).where(table.c.commune_id == old)
        connection.execute(table.insert().from_select(["commune_id", *names], kept))
    for table in reversed(tables):
        connection.execute(table.delete().where(table.c.commune_id == old))
    named = workplace.c.key == "commune_id"
    connection.execute(workplace.update().where(named).values(value=new))
    end = workplace.c.key == end_key(old)
    connection.execute(workplace.update().where(end).values(key=end_key(new)))
