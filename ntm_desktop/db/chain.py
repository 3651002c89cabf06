"""The history: one entry an action, each holding the digest of the one before.

The chain covers digests of the images, not the images, so that personal data can be blanked on request.
Where it ends is also kept beside it, so that an end that was cut off is missed without any backup.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import LargeBinary, RowMapping, Table, Text, bindparam, func, select, text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from ntm_desktop.changes import Changes
from ntm_desktop.db.models import history, workplace
from ntm_desktop.db.session import Session, utc_text
from ntm_desktop.errors import NtmError
from ntm_desktop.text import format_date, office_time

START = "0" * 64
RESTORED = "restored"
"""In place of a ``uid``: of the image that says which backup was put back."""
_END = "history_end/{commune_id}"
"""Key in ``workplace``: number and digest of the newest entry."""
_SPEAKS_OF_ERASING = f'"table":"{history.name}"'
_COVERED = ("seq", "at", "by_name", "action", "undoes", "images_sha256", "previous")
_NEWEST = (
    select(history.c.seq, history.c.digest)
    .where(history.c.commune_id == bindparam("commune_id"))
    .order_by(history.c.seq.desc())
    .limit(1)
)


def _plain(value: Any) -> str:
    """Names of tables and keys of the program are texts of a kind of their own."""
    if isinstance(value, str):
        return str.__str__(value)
    raise TypeError(f"no JSON for {type(value).__name__}")


_CANONICAL = msgspec.json.Encoder(order="deterministic", enc_hook=_plain)


class _text_of(FunctionElement[str]):  # noqa: N801 - a function of SQL
    """The images of an import are megabytes: the database takes their bytes as they are."""

    type = Text()
    inherit_cache = True


@compiles(_text_of)
def _cast(element: _text_of, compiler: SQLCompiler, **named: Any) -> str:
    return f"CAST({compiler.process(element.clauses, **named)} AS TEXT)"


@compiles(_text_of, "postgresql")
def _converted(element: _text_of, compiler: SQLCompiler, **named: Any) -> str:
    return f"convert_from({compiler.process(element.clauses, **named)}, 'UTF8')"


_ENTRY = history.insert().values(images=_text_of(bindparam("encoded", type_=LargeBinary)))
_MOVE_END = text("UPDATE workplace SET value = :new WHERE key = :key AND value = :old")
_PUT_END = text(
    "INSERT INTO workplace (key, value) VALUES (:key, :new) "
    "ON CONFLICT (key) DO UPDATE SET value = excluded.value"
)
_BROKEN = (
    "Lịch sử bị thay đổi từ bên ngoài hoặc bị hỏng từ thao tác số {seq}. Giữ nguyên thư mục dữ liệu, "
    "phục hồi từ bản sao lưu gần nhất và báo người phụ trách."
)
_CUT_OFF = (
    "Phần cuối của lịch sử đã mất: đã ghi đến thao tác số {known} nhưng nay chỉ còn đến số {left}. "
    "Giữ nguyên thư mục dữ liệu, phục hồi từ bản sao lưu gần nhất và báo người phụ trách."
)
_UNREADABLE = (
    "Nội dung của thao tác số {seq} trong lịch sử bị hỏng. Giữ nguyên thư mục dữ liệu, "
    "phục hồi từ bản sao lưu gần nhất và báo người phụ trách."
)
_CLOCK = (
    "Đồng hồ máy đang chỉ {now} nhưng lịch sử đã có thao tác lúc {newest}. "
    "Chỉnh lại ngày giờ của máy trước khi nhập tiếp."
)


def append(session: Session) -> str:
    """Writes the entry of the action under way; returns where the history ends now, "" when nothing was
    touched."""
    writing = session.writing
    if not writing.images:
        return ""
    images = _CANONICAL.encode(
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
        "encoded": images,
        "images_sha256": hashlib.sha256(images).hexdigest(),
        "previous": newest["digest"] if newest else START,
    }
    digest = _digest(entry)
    session.connection.execute(_ENTRY, {**entry, "digest": digest})
    end = f"{seq} {digest}"
    _keep_end(session, newest, end)
    return end


def _keep_end(session: Session, before: RowMapping | None, now: str) -> None:
    """An end that was cut off is not forgotten because work went on."""
    key = end_key(session.commune_id)
    old = f"{before['seq']} {before['digest']}" if before else ""
    moved = session.connection.execute(_MOVE_END, {"key": key, "old": old, "new": now}).rowcount
    if not moved and not cut_off(session):  # none was kept yet, or by a program that kept none
        session.connection.execute(_PUT_END, {"key": key, "new": now})


def cut_off(session: Session) -> str:
    """A sentence when entries that were written are not there any more; "" when all are. Costs nothing."""
    kept = session.scalar(select(workplace.c.value).where(workplace.c.key == end_key(session.commune_id)))
    if not kept:  # or "", the place for it
        return ""
    number, _space, digest = str(kept).partition(" ")
    own = history.c.commune_id == session.commune_id
    if not number.isdecimal():
        return _BROKEN.format(seq=1)
    found = session.scalar(select(history.c.digest).where(own, history.c.seq == int(number)))
    if found == digest:
        return ""
    if found is not None:
        return _BROKEN.format(seq=number)
    left = session.scalar(select(func.max(history.c.seq)).where(own))
    return _CUT_OFF.format(known=number, left=left or 0)


def end_key(commune_id: str) -> str:
    """Under which ``workplace`` keeps where the history of a commune ends."""
    return _END.format(commune_id=commune_id)


def images_of(entry: Mapping[str, Any] | RowMapping) -> list[dict[str, Any]]:
    """The rows before and after an action; none where they were erased."""
    try:
        images: list[dict[str, Any]] = json.loads(entry["images"] or "[]")
    except ValueError:
        raise NtmError(_UNREADABLE.format(seq=entry["seq"])) from None
    return images


def note_restore(session: Session, said: Mapping[str, str | int | None]) -> None:
    """Makes the action under way the one that put a backup back: which one, and where the data before are."""
    session.writing.images[(workplace.name, RESTORED)] = (None, dict(said))


def is_restore(images: Iterable[Mapping[str, Any]]) -> bool:
    return any(image["table"] == workplace.name and image["uid"] == RESTORED for image in images)


def head(session: Session) -> str:
    """Digest of the newest entry: as long as it stays, nothing has changed; "" before the first."""
    newest = session.connection.execute(_NEWEST, {"commune_id": session.commune_id}).mappings().first()
    return newest["digest"] if newest else ""


def verify_chain(session: Session) -> int:
    """Checks each entry against the one before; returns how many there are."""
    query = select(history).where(history.c.commune_id == session.commune_id).order_by(history.c.seq)
    previous, count = START, 0
    gone: set[int] = set()
    for entry in session.connection.execute(query).mappings():
        count += 1
        images = entry["images"]
        if images is None:
            gone.add(count)
            whole = True
        else:
            whole = hashlib.sha256(images.encode()).hexdigest() == entry["images_sha256"]
        linked = entry["seq"] == count and entry["previous"] == previous and entry["digest"] == _digest(entry)
        if not (whole and linked):
            raise NtmError(_BROKEN.format(seq=count))
        if images is not None and _SPEAKS_OF_ERASING in images:
            gone -= {note["seq"] for note in erasings(images_of(entry))}
        previous = entry["digest"]
    if gone:  # by somebody's hand, not on request
        raise NtmError(_BROKEN.format(seq=min(gone)))
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

    Its bytes leave the file too; those of earlier changes of the same rows, with ``Database.compact``.
    """
    session.backend.forget_deleted()
    key = history.c.commune_id == session.commune_id, history.c.seq == seq
    left: dict[str, dict[str, int]] = {}
    for entry in session.rows(select(history).where(*key)):
        for image in images_of(entry):
            if "rev" in image["after"]:
                left.setdefault(image["table"], {})[image["uid"]] = image["after"]["rev"]
    session.connection.execute(history.update().where(*key).values(images=None))
    session.writing.images[(history.name, str(seq))] = (None, {"seq": seq, "rows": left, "emptied": {}})
    return Changes.of(history.name)


def empty_words(session: Session, seq: int, table: Table, row: RowMapping, names: Iterable[str]) -> Changes:
    """Takes words out of a row that is shown no more; an image of it would keep them. Comes after the
    blanking of the action, whose note then says what the row is left with."""
    key = table.c.commune_id == session.commune_id, table.c.uid == row["uid"]
    emptied: dict[str, Any] = {name: None if table.c[name].nullable else "" for name in names}
    emptied["rev"] = row["rev"] + 1
    session.connection.execute(table.update().where(*key).values(**emptied))
    _before, note = session.writing.images[(history.name, str(seq))]
    assert note is not None
    note["emptied"].setdefault(table.name, {})[row["uid"]] = emptied
    return Changes.of(table.name)


def erasings(images: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """What an action that erased says of it: ``seq`` of which one; ``rows``, by table and row the ``rev``
    that it had left; ``emptied``, what rows are left with since. Older programs wrote ``seq`` alone.
    """
    return (image["after"] for image in images if image["table"] == history.name)


def all_erasings(session: Session) -> dict[int, tuple[int, Mapping[str, Any]]]:
    """By erased action: which later one erased it, and what that says of it."""
    query = select(history).where(
        history.c.commune_id == session.commune_id, history.c.images.contains(_SPEAKS_OF_ERASING)
    )
    return {
        note["seq"]: (entry["seq"], note)
        for entry in session.rows(query.order_by(history.c.seq))
        for note in erasings(images_of(entry))
    }


def canonical(value: Any) -> str:
    """JSON with sorted keys and no spaces: for texts, integers and None the same bytes as RFC 8785."""
    return _CANONICAL.encode(value).decode()


def _shown(moment: datetime) -> str:
    return f"{moment:%H:%M} ngày {format_date(moment.date())}"


def _digest(entry: Mapping[str, Any] | RowMapping) -> str:
    return hashlib.sha256(canonical({name: entry[name] for name in _COVERED}).encode()).hexdigest()
