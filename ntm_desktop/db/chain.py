"""The history: one entry an action, each holding the digest of the one before.

The chain covers digests of the images, not the images, so that personal data can be blanked on request.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, bindparam, func, select

from ntm_desktop.changes import Changes
from ntm_desktop.db.models import history
from ntm_desktop.db.session import Session, utc_text
from ntm_desktop.db.sqlite_file import driver
from ntm_desktop.errors import NtmError
from ntm_desktop.text import format_date, office_time

START = "0" * 64
_COVERED = ("seq", "at", "by_name", "action", "undoes", "images_sha256", "previous")
_NEWEST = (
    select(history.c.seq, history.c.digest)
    .where(history.c.commune_id == bindparam("commune_id"))
    .order_by(history.c.seq.desc())
    .limit(1)
)
_BROKEN = (
    "Lịch sử bị thay đổi từ bên ngoài hoặc bị hỏng từ thao tác số {seq}. Giữ nguyên thư mục dữ liệu, "
    "phục hồi từ bản sao lưu gần nhất và báo người phụ trách."
)
_CLOCK = (
    "Đồng hồ máy đang chỉ {now} nhưng lịch sử đã có thao tác lúc {newest}. "
    "Chỉnh lại ngày giờ của máy trước khi nhập tiếp."
)


def append(session: Session) -> int | None:
    """Writes the entry of the action under way and returns its number; none when nothing was touched."""
    writing = session.writing
    if not writing.images:
        return None
    images = canonical(
        [
            {"table": table, "uid": uid, "before": before, "after": after}
            for (table, uid), (before, after) in writing.images.items()
        ]
    )
    newest = session.connection.execute(_NEWEST, {"commune_id": session.commune_id}).mappings().first()
    seq = newest["seq"] + 1 if newest else 1
    entry = {
        "commune_id": session.commune_id,
        "seq": seq,
        "at": utc_text(writing.at),
        "by_name": writing.by,
        "action": writing.action,
        "undoes": writing.undoes,
        "images": images,
        "images_sha256": hashlib.sha256(images.encode()).hexdigest(),
        "previous": newest["digest"] if newest else START,
    }
    session.connection.execute(history.insert(), {**entry, "digest": _digest(entry)})
    return seq


def head(session: Session) -> str:
    """Digest of the newest entry: as long as it stays, nothing has changed; "" before the first."""
    newest = session.connection.execute(_NEWEST, {"commune_id": session.commune_id}).mappings().first()
    return newest["digest"] if newest else ""


def verify_chain(session: Session) -> int:
    """Checks each entry against the one before; returns how many there are."""
    query = select(history).where(history.c.commune_id == session.commune_id).order_by(history.c.seq)
    previous, count = START, 0
    for entry in session.connection.execute(query).mappings():
        count += 1
        images = entry["images"]
        whole = images is None or hashlib.sha256(images.encode()).hexdigest() == entry["images_sha256"]
        linked = entry["seq"] == count and entry["previous"] == previous and entry["digest"] == _digest(entry)
        if not (whole and linked):
            raise NtmError(_BROKEN.format(seq=count))
        previous = entry["digest"]
    return count


def clock_warning(session: Session, now: datetime) -> str:
    """A sentence when an entry is dated later than now; "" when the clock is believable."""
    newest = session.scalar(select(func.max(history.c.at)).where(history.c.commune_id == session.commune_id))
    if newest is None or newest <= utc_text(now):
        return ""
    return _CLOCK.format(
        now=_shown(office_time(now)), newest=_shown(office_time(datetime.fromisoformat(newest)))
    )


def blank_images(session: Session, seq: int) -> Changes:
    """Erases what the rows said before and after an action; that it happened stays, and the chain holds.

    Its bytes leave the file too, at the latest when the database is closed.
    """
    driver(session.connection).execute("PRAGMA secure_delete=ON")
    entry = history.c.commune_id == session.commune_id, history.c.seq == seq
    session.connection.execute(history.update().where(*entry).values(images=None))
    session.writing.images[(history.name, str(seq))] = (None, {"seq": seq})
    return Changes.of(history.name)


def canonical(value: Any) -> str:
    """JSON with sorted keys and no spaces: for texts, integers and None the same bytes as RFC 8785."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def _shown(moment: datetime) -> str:
    return f"{moment:%H:%M} ngày {format_date(moment.date())}"


def _digest(entry: Mapping[str, Any] | RowMapping) -> str:
    return hashlib.sha256(canonical({name: entry[name] for name in _COVERED}).encode()).hexdigest()
