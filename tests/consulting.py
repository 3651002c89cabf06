"""Short ways to act in a consultation and to read what it says, for tests of services."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from office import AT, LEAD, TODAY

from ntm_desktop.changes import Changes
from ntm_desktop.db.engine import Database, Session
from ntm_desktop.errors import EntryRefused
from ntm_desktop.services import consultation, history
from ntm_desktop.services.consultation import ConsultationView


def write(database: Database, act: Callable[[Session], Changes], action: str = "Ghi lấy ý kiến") -> Changes:
    with database.write(action, LEAD, AT) as session:
        return act(session)


def view(database: Database, on: date = TODAY) -> ConsultationView:
    with database.read() as session:
        return consultation.view(session, on=on)


def said(database: Database, key: str, on: date = TODAY) -> str:
    """Why, of what the rules say under a key; "" when they say nothing."""
    return next((one.why for one in view(database, on).breaks if one.key == key), "")


def refused(database: Database, act: Callable[[Session], Changes]) -> tuple[str, str]:
    before = view(database)
    with pytest.raises(EntryRefused) as found:
        write(database, act)
    assert view(database) == before
    return found.value.field, found.value.message


def newest(database: Database) -> history.RowChange:
    """What the newest action changed, of one row."""
    with database.read() as session:
        seq = history.entries(session, limit=1)[0].seq
        (change,) = history.entry(session, seq=seq).changes
    return change


def june(day: int) -> date:
    return date(2021, 6, day)
