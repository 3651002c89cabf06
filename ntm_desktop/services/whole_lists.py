"""Lists that are edited as a whole, in an order of their own: what is left out goes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any

from sqlalchemy import Table

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, remove, update
from ntm_desktop.db.session import Session


def replace_list(
    session: Session,
    table: Table,
    *,
    known: Set[str],
    uids: Sequence[str | None],
    values: Sequence[Mapping[str, Any]],
    children: bool = False,
) -> Changes:
    """``known``: the rows of the list until now; ``uids``: of each of ``values`` its row, None of a new one.

    With ``children`` what cannot be without a row that goes, goes along.
    """
    changes = Changes()
    if gone := sorted(known - set(uids)):
        changes |= remove(session, table, gone, children=children)
    added = []
    for uid, row in zip(uids, values, strict=True):
        if uid is not None and uid in known:
            changes |= update(session, table, uid, row)
        else:
            added.append({"uid": session.new_uid(), **row})
    return changes | insert(session, table, added) if added else changes
