"""Erasing personal data from the history on request: what an action kept of the rows before and after it.

That it was done, when and by whom stays, and the chain of the history holds. The rows of today and the
backups made before are not touched here.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import select

from ntm_desktop.changes import Changes
from ntm_desktop.db import chain
from ntm_desktop.db.models import history, metadata
from ntm_desktop.db.session import Session
from ntm_desktop.errors import NtmError
from ntm_desktop.services.history import HistoryDetail, entry, title_of

_GONE_ALREADY = "Nội dung của thao tác số {seq} đã được xóa từ trước. Không còn gì để xóa."
_EMPTY = "Thao tác số {seq} không giữ nội dung nào để xóa. Xem lại số thứ tự trong trang Lịch sử."


@dataclass(frozen=True, slots=True)
class Blanking:
    """What erasing the content of an action would take away, and where else the same rows are kept."""

    detail: HistoryDetail
    others: tuple[int, ...]
    """Other actions whose content speaks of the same rows, oldest first."""
    unseen: tuple[str, ...]
    """Its rows that no screen shows, deleted or superseded, and that still hold their content."""


def preview(session: Session, *, seq: int) -> Blanking:
    """Refused where there is no such action or nothing in it to erase."""
    detail = entry(session, seq=seq)
    if detail.blanked:
        raise NtmError(_GONE_ALREADY.format(seq=seq))
    query = select(history.c.seq, history.c.images).where(
        history.c.commune_id == session.commune_id, history.c.images.is_not(None)
    )
    kept = {
        found["seq"]: {(image["table"], image["uid"]) for image in json.loads(found["images"])}
        for found in session.rows(query.order_by(history.c.seq))
    }
    rows = kept.pop(seq)
    if all(table == history.name for table, _uid in rows):
        raise NtmError(_EMPTY.format(seq=seq))
    others = tuple(other for other, names in kept.items() if names & rows)
    return Blanking(detail, others, _unseen(session, rows))


def _unseen(session: Session, rows: set[tuple[str, str]]) -> tuple[str, ...]:
    found = []
    for name, uid in sorted(rows):
        table = metadata.tables[name]
        if "deleted" not in table.c:
            continue
        own = table.c.commune_id == session.commune_id
        row = session.row(select(table).where(own, table.c.uid == uid))
        if row is None:
            continue
        later = "supersedes" in table.c and session.row(
            select(table).where(own, table.c.supersedes == uid, table.c.deleted == 0)
        )
        if row["deleted"] or later:
            state = "đã xóa" if row["deleted"] else "đã có số thay"
            found.append(f"{table.info['label']} {title_of(session, row)} ({state})")
    return tuple(found)


def blank(session: Session, *, seq: int) -> Changes:
    """Erases it; the action can no longer be taken back."""
    preview(session, seq=seq)
    return chain.blank_images(session, seq)
