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
from ntm_desktop.db.models import history
from ntm_desktop.db.session import Session
from ntm_desktop.errors import NtmError
from ntm_desktop.services.history import HistoryDetail, entry

_GONE_ALREADY = "Nội dung của thao tác số {seq} đã được xóa từ trước. Không còn gì để xóa."
_EMPTY = "Thao tác số {seq} không giữ nội dung nào để xóa. Xem lại số thứ tự trong trang Lịch sử."


@dataclass(frozen=True, slots=True)
class Blanking:
    """What erasing the content of an action would take away, and where else the same rows are kept."""

    detail: HistoryDetail
    others: tuple[int, ...]
    """Other actions whose content speaks of the same rows, oldest first."""


def preview(session: Session, *, seq: int) -> Blanking:
    """Refused where there is no such action or nothing in it to erase."""
    detail = entry(session, seq=seq)
    if detail.blanked:
        raise NtmError(_GONE_ALREADY.format(seq=seq))
    if not detail.changes or not any(change.fields for change in detail.changes):
        raise NtmError(_EMPTY.format(seq=seq))
    query = select(history.c.seq, history.c.images).where(
        history.c.commune_id == session.commune_id, history.c.images.is_not(None)
    )
    kept = {
        found["seq"]: {(image["table"], image["uid"]) for image in json.loads(found["images"])}
        for found in session.rows(query.order_by(history.c.seq))
    }
    rows = kept.pop(seq)
    return Blanking(detail, tuple(other for other, names in kept.items() if names & rows))


def blank(session: Session, *, seq: int) -> Changes:
    """Erases it; the action can no longer be taken back."""
    preview(session, seq=seq)
    return chain.blank_images(session, seq)
