"""Taking an entry of the history back: a new action that puts the rows as they were before it.

Taking back what was taken back is the same again.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import RowMapping, Table, select

from ntm_desktop.changes import Changes
from ntm_desktop.db.chain import images_of, is_restore
from ntm_desktop.db.history import (
    content_of,
    dead_parent,
    live_children,
    put,
    rows_using,
)
from ntm_desktop.db.models import commune, dossier, export, freeze, history, inbox, metadata, outbox
from ntm_desktop.db.session import Session
from ntm_desktop.db.types import SUCCESSION
from ntm_desktop.errors import NtmError

_UNKNOWN = "Không có thao tác số {seq} trong lịch sử. Xem lại số thứ tự trong trang Lịch sử."
_BLANKED = "Không hoàn tác được thao tác số {seq}: nội dung cũ đã được xóa theo yêu cầu."
_TOUCHED = (
    "Không hoàn tác được “{action}” vì {label} liên quan đã được sửa sau đó. Hoàn tác thao tác sau trước, "
    "hoặc sửa trực tiếp."
)
_IN_USE = (
    "Không hoàn tác được “{action}” vì {label} thêm khi đó đang được dùng trong {uses}. "
    "Xóa hoặc sửa những mục đó trước."
)
_ORPHANED = (
    "Không hoàn tác được “{action}” vì {label} khi đó gắn với {parent} đã bị xóa. "
    "Hoàn tác việc xóa đó trước, hoặc nhập lại."
)
_FINAL = "Không hoàn tác được “{action}”. Nếu cần, sửa lại trong trang Thiết lập."
_ERASED = (
    "Không hoàn tác được “{action}”: nội dung đó đã xóa hẳn khỏi lịch sử. "
    "Chỉ còn có thể xem lại trong bản sao lưu làm trước khi xóa."
)
_PRINTED = (
    "Không hoàn tác được “{action}”: bản in đã vào sổ và có thể đã gửi đi. Sửa số liệu rồi in lại; "
    "việc làm trước đó hoàn tác trong trang Lịch sử."
)
_EXCHANGED = (
    "Không hoàn tác được “{action}”: gói đã có số và có thể đã đưa đi, hoặc đã nhận. Sửa số liệu rồi gửi gói "
    "mới; việc làm trước đó hoàn tác trong trang Lịch sử."
)
_EXCHANGED_WITH = (
    "Không hoàn tác được “{action}”: gói đã có số và có thể đã đưa đi, hoặc đã nhận. Nhận xét đã gửi thì rút "
    "ở trang Nhận xét, kết luận thì ghi kết luận mới; việc chưa gửi thì hoàn tác trong trang Lịch sử."
)
"""To the authority, of a commune that it looks at."""
_RESTORED = (
    "Không hoàn tác được việc phục hồi từ bản sao lưu. Muốn lấy lại dữ liệu trước đó thì phục hồi "
    "từ bản sao lưu làm ngay trước khi phục hồi, trong trang Thiết lập, mục Sao lưu."
)
_FOUNDING = "Không hoàn tác được việc lập dữ liệu. Sửa thông tin của đơn vị trong trang Thiết lập."

PRINTED = frozenset({dossier.name, freeze.name})
"""What left the office stays in the register: these rows are never taken back."""
EXCHANGED = frozenset({outbox.name, export.name, inbox.name})
"""A number that was given once is never given to another package."""


def undo(session: Session, seq: int) -> Changes:
    """Puts the before-images of an entry back; a row that it added becomes a tombstone.

    Refused when a row is no longer as the entry left it: a later action touched it and still stands.
    """
    entry = session.row(
        select(history).where(history.c.commune_id == session.commune_id, history.c.seq == seq)
    )
    if entry is None:
        raise NtmError(_UNKNOWN.format(seq=seq))
    if entry["images"] is None:
        raise NtmError(_BLANKED.format(seq=seq))
    images, action = images_of(entry), _shown(session, entry)
    written = {image["table"] for image in images}
    if EXCHANGED & written:
        raise NtmError((_EXCHANGED if session.own else _EXCHANGED_WITH).format(action=action))
    if PRINTED & written:
        raise NtmError(_PRINTED.format(action=action))
    if is_restore(images):
        raise NtmError(_RESTORED)
    touched: dict[Table, list[str]] = {}
    for image in images:
        table = metadata.tables[image["table"]]
        if table is history:
            raise NtmError(_ERASED.format(action=action))
        if "deleted" not in table.c:
            raise NtmError(_FINAL.format(action=action))
        if table is commune and image["before"] is None:
            raise NtmError(_FOUNDING)
        current = session.row(
            select(table).where(table.c.commune_id == session.commune_id, table.c.uid == image["uid"])
        )
        if current is None or not _is_as(current, image["after"]):
            raise NtmError(_TOUCHED.format(action=action, label=table.info["label"]))
        before = image["before"] or {"deleted": 1}
        put(session, table, image["uid"], current, {**content_of(current), **before})
        touched.setdefault(table, []).append(image["uid"])
    for table, uids in touched.items():
        if not _succession_stands(session, table, uids):
            raise NtmError(_TOUCHED.format(action=action, label=table.info["label"]))
        _require_whole(session, action, table, uids)
    session.writing.undoes = seq
    session.writing.action = _called(session, entry)
    return Changes.of(*(table.name for table in touched))


def _shown(session: Session, entry: RowMapping) -> str:
    """The action as people know it; older programs wrote of an undoing only that it was one."""
    query = select(history).where(
        history.c.commune_id == session.commune_id, history.c.seq == entry["undoes"]
    )
    before = None if entry["undoes"] is None else session.row(query)
    return str(entry["action"]) if before is None else _called(session, before)


def _called(session: Session, entry: RowMapping) -> str:
    """What taking an entry back is called, in the history and in a backup: “Hoàn tác: …” or “Làm lại: …”."""
    again = False
    while entry["undoes"] is not None:
        query = select(history).where(
            history.c.commune_id == session.commune_id, history.c.seq == entry["undoes"]
        )
        if (before := session.row(query)) is None:
            break
        entry, again = before, not again
    return f"{'Làm lại' if again else 'Hoàn tác'}: {entry['action']}"


def _is_as(current: RowMapping, after: dict[str, Any]) -> bool:
    """Whether a row still says what the entry made it say; ``rev`` alone tells nothing about that."""
    return all(current[name] == value for name, value in after.items() if name != "rev")


def _require_whole(session: Session, action: str, table: Table, uids: list[str]) -> None:
    """No live row may now refer to a tombstone, from here or to here."""
    rows = session.rows(select(table).where(table.c.commune_id == session.commune_id, table.c.uid.in_(uids)))
    label = table.info["label"]
    if parent := dead_parent(session, table, [row for row in rows if not row["deleted"]]):
        raise NtmError(_ORPHANED.format(action=action, label=label, parent=parent))
    if uses := live_children(session, table, [row["uid"] for row in rows if row["deleted"]]):
        raise NtmError(_IN_USE.format(action=action, label=label, uses=uses))


def _succession_stands(session: Session, table: Table, uids: list[str]) -> bool:
    """Whether every live fact, of these or built on these, still finds the one it corrects or continues."""
    names = [name for name in SUCCESSION if name in table.c]
    if not names:
        return True
    key = table.c.commune_id == session.commune_id
    rows = session.rows(select(table).where(key, table.c.uid.in_(uids)))
    gone = [row["uid"] for row in rows if row["deleted"]]
    named = {row[name] for row in rows for name in names if not row["deleted"] and row[name]}
    dead = select(table.c.uid).where(key, table.c.uid.in_(named), table.c.deleted == 1)
    return session.row(dead) is None and not any(rows_using(session, table, name, gone) for name in names)
