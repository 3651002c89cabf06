"""What was done, by whom, what it changed; taking it back. How entries are kept is ``db.chain``'s matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, Literal

from sqlalchemy import RowMapping, Select, Table, select

from ntm_desktop.changes import Changes
from ntm_desktop.db import chain
from ntm_desktop.db import undo as taking_back
from ntm_desktop.db.models import assessment, history, metadata
from ntm_desktop.db.session import Session
from ntm_desktop.errors import NtmError
from ntm_desktop.services import sent_words
from ntm_desktop.services.history_labels import COLUMNS, label_of
from ntm_desktop.services.history_words import name_of, shown
from ntm_desktop.sync.freeze import was_frozen
from ntm_desktop.text import format_date, office_time, search_key

_BATCH = 200
FIRST = 1
"""The entry that made the commune's data; it is never taken back."""
_GIST_FIELDS = 2

_SENT = (
    "Không hoàn tác được vì đã gửi xã trong gói số {seq}. Nhận xét thì rút ở trang Nhận xét, kết luận thì "
    "ghi kết luận mới; xã nhận ở gói sau."
)

State = Literal["added", "changed", "removed", "returned"]


@dataclass(frozen=True, slots=True)
class HistoryRow:
    seq: int
    at: datetime
    """In the office's time."""
    by: str
    action: str
    what: str
    """The action as people read it; of one that took another back: which one, and what that had brought."""
    undoes: int | None
    undone_by: int | None
    """The entry that took this one back and still stands."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step back or, ``again``, forward in what was done."""

    action: str
    again: bool
    reversible: bool
    """The next step the other way is of the same action."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowChange:
    label: str
    """What kind of thing: “thôn”, “kết quả đánh giá”."""
    title: str
    state: State
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class HistoryDetail:
    row: HistoryRow
    changes: tuple[RowChange, ...]
    blanked: bool
    """Its content was erased on request; it can no longer be taken back."""
    printed: bool
    """It put an official print into the register; that is never taken back."""
    exchanged: bool
    """It numbered, wrote out or took in a package; that is never taken back."""
    sent_in: int | None
    """The number of the package in which what the authority said has gone to the commune; that is never taken
    back."""
    restored: bool
    """It put a backup back; only another restore takes that back."""
    final: bool
    """It erased content or gave the commune another code; that is never taken back."""


def entries(
    session: Session, *, limit: int, before: int | None = None, text: str = ""
) -> tuple[HistoryRow, ...]:
    """Newest first, below entry ``before``; ``text`` is looked for in action and name, without marks."""
    wanted, undone = search_key(text), _undone(session)
    found = (
        row
        for row in (_row(session, entry, undone) for entry in _newest_first(session, before))
        if wanted in search_key(f"{row.what} {row.by}")
    )
    return tuple(islice(found, limit))


def entry(session: Session, *, seq: int) -> HistoryDetail:
    found = session.row(
        select(history).where(history.c.commune_id == session.commune_id, history.c.seq == seq)
    )
    if found is None:
        raise NtmError(f"Không có thao tác số {seq} trong lịch sử. Xem lại số thứ tự ở trang Lịch sử.")
    images = chain.images_of(found)
    restored = chain.is_restore(images)
    return HistoryDetail(
        _row(session, found, _undone(session)),
        tuple(_row_change(session, image) for image in images),
        blanked=found["images"] is None,
        printed=any(image["table"] in taking_back.PRINTED for image in images),
        exchanged=any(image["table"] in taking_back.EXCHANGED for image in images),
        sent_in=_sent_in(session, images),
        restored=restored,
        final=not restored and _is_final(images),
    )


def undo(session: Session, *, seq: int) -> Changes:
    """Takes an action back; one that brought a figure which was printed, or a remark which was sent since, is
    refused."""
    _refuse_printed_facts(session, seq)
    _refuse_sent(session, seq)
    return taking_back.undo(session, seq)


def undo_last(session: Session) -> Changes:
    """Takes back the newest action that still stands; called again, the one before it.

    An official print stays and is not passed over: who presses Ctrl+Z after it means the print.
    """
    found = _newest_standing(session)
    if found is None:
        raise NtmError("Chưa có thao tác nào để hoàn tác.")
    return undo(session, seq=found["seq"])


def next_to_undo(session: Session) -> str:
    """The action that ``undo_last`` means now; "" when nothing stands, or what does cannot be taken back."""
    found = _newest_standing(session)
    if found is None or found["seq"] <= FIRST:
        return ""
    images = session.scalar(_images(session, found["seq"]))
    if images is None or _is_final(chain.images_of({"seq": found["seq"], "images": images})):
        return ""
    return str(found["action"])


def redo_last(session: Session) -> Changes:
    """Puts back what was taken back last; refused once something else was done since."""
    undone = _undone(session)
    undoing = {}
    for found in _newest_first(session, None):
        if found["undoes"] is None:
            break
        undoing[found["seq"]] = found["undoes"]
    for seq in undoing:
        if seq not in undone and undoing[seq] not in undoing:
            return undo(session, seq=seq)
    raise NtmError("Không có thao tác nào vừa hoàn tác để làm lại.")


def newest_step(session: Session) -> Step | None:
    """What the newest entry took back or put back; None when it is an action of its own."""
    newest = next(_newest_first(session, None), None)
    if newest is None or newest["undoes"] is None:
        return None
    meant = entry(session, seq=newest["undoes"]).row
    if meant.undoes is None:
        return Step(meant.action, again=False, reversible=True)
    what = entry(session, seq=meant.undoes).row
    standing = _newest_standing(session)
    reversible = standing is not None and standing["seq"] == what.seq
    return Step(what.action, again=True, reversible=reversible)


def writers(session: Session, table: Table) -> Mapping[str, str]:
    """By row of a table, who wrote it first; of what was erased from the history nobody is known."""
    query = select(history.c.seq, history.c.by_name, history.c.images).where(
        history.c.commune_id == session.commune_id, history.c.images.contains(f'"table":"{table.name}",')
    )
    found: dict[str, str] = {}
    for written in session.rows(query.order_by(history.c.seq)):
        for image in chain.images_of(written):
            if image["table"] == table.name:
                found.setdefault(image["uid"], written["by_name"])
    return found


def verify(session: Session) -> int:
    """Checks the chain; returns the number of entries."""
    return chain.verify_chain(session)


def _refuse_printed_facts(session: Session, seq: int) -> None:
    """Correcting a figure that left on paper asks for a reason, and taking it back has no place for one."""
    images = session.scalar(_images(session, seq))
    for image in chain.images_of({"seq": seq, "images": images}):
        if (
            image["table"] == assessment.name
            and not image["after"]["deleted"]
            and was_frozen(session, assessment, image["uid"])
        ):
            raise NtmError(
                "Không hoàn tác được vì số liệu này đã in vào hồ sơ. "
                "Sửa hoặc gỡ số liệu trong trang Tiêu chí và nêu lý do."
            )


def _refuse_sent(session: Session, seq: int) -> None:
    """The commune has it: taken away here, it would go there without a word."""
    images = session.scalar(_images(session, seq))
    if sent_in := _sent_in(session, chain.images_of({"seq": seq, "images": images})):
        raise NtmError(_SENT.format(seq=sent_in))


def _sent_in(session: Session, images: Sequence[Mapping[str, Any]]) -> int | None:
    """A tombstone may come back: the commune never had it."""
    if session.own:
        return None
    for table in sent_words.TABLES:
        uids = {one["uid"] for one in images if one["table"] == table.name and not one["after"]["deleted"]}
        if uids and (seq := sent_words.sent_in(session, table, uids)):
            return seq
    return None


def _images(session: Session, seq: int) -> Select[Any]:
    return select(history.c.images).where(history.c.commune_id == session.commune_id, history.c.seq == seq)


def _is_final(images: Iterable[Mapping[str, Any]]) -> bool:
    """Rows without a tombstone have no way back: the code of the commune, the history, what was put back."""
    return any("deleted" not in metadata.tables[image["table"]].c for image in images)


def _newest_standing(session: Session) -> RowMapping | None:
    undone = _undone(session)
    return next(
        (
            found
            for found in _newest_first(session, None)
            if found["undoes"] is None and found["seq"] not in undone
        ),
        None,
    )


def _undone(session: Session) -> dict[int, int]:
    """Entries that were taken back, each with the entry that did it and was not taken back itself."""
    query = (
        select(history.c.seq, history.c.undoes)
        .where(history.c.commune_id == session.commune_id, history.c.undoes.is_not(None))
        .order_by(history.c.seq.desc())
    )
    undone: dict[int, int] = {}
    for found in session.rows(query):
        if found["seq"] not in undone:
            undone[found["undoes"]] = found["seq"]
    return undone


def _newest_first(session: Session, before: int | None) -> Iterator[RowMapping]:
    columns = (history.c.seq, history.c.at, history.c.by_name, history.c.action, history.c.undoes)
    query = select(*columns).where(history.c.commune_id == session.commune_id)
    while True:
        below = query if before is None else query.where(history.c.seq < before)
        batch = session.rows(below.order_by(history.c.seq.desc()).limit(_BATCH))
        yield from batch
        if len(batch) < _BATCH:
            return
        before = batch[-1]["seq"]


def _row(session: Session, found: RowMapping, undone: Mapping[int, int]) -> HistoryRow:
    return HistoryRow(
        found["seq"],
        office_time(datetime.fromisoformat(found["at"])),
        found["by_name"],
        found["action"],
        _what(session, found),
        found["undoes"],
        undone.get(found["seq"]),
    )


def _what(session: Session, found: RowMapping) -> str:
    if found["undoes"] is None:
        return str(found["action"])
    before = session.row(
        select(history).where(history.c.commune_id == session.commune_id, history.c.seq == found["undoes"])
    )
    if before is None:
        return str(found["action"])
    gist = _gist(session, chain.images_of(before))
    words = f"Hoàn tác việc {found['undoes']}: {_what(session, before)}"
    return f"{words} ({gist})" if gist and before["undoes"] is None else words


def _gist(session: Session, images: Sequence[Mapping[str, Any]]) -> str:
    """What an action on one row brought: the value of a fact, the fields of a correction; else ""."""
    if len(images) != 1 or chain.is_restore(images):
        return ""
    table, before, after = metadata.tables[images[0]["table"]], images[0]["before"], images[0]["after"]
    fields = _fields(session, table, before or {}, after)
    if table is assessment:
        said = [field.after for field in fields if field.name == COLUMNS["value"]]
    else:
        said = [field.after for field in fields] if _state(before, after) == "changed" else []
    return ", ".join(said) if len(said) <= _GIST_FIELDS else ""


def _row_change(session: Session, image: Mapping[str, Any]) -> RowChange:
    """A correction is a new fact: it is shown beside the one that it supersedes."""
    table = metadata.tables[image["table"]]
    before, after = image["before"], image["after"]
    if chain.is_restore([image]):
        return _restored_change(after)
    corrected = _superseded(session, table, after) if before is None else None
    return RowChange(
        str(table.info["label"]),
        name_of(session, table, after),
        "changed" if corrected is not None else _state(before, after),
        _fields(session, table, before or corrected or {}, after),
    )


def _superseded(session: Session, table: Table, after: Mapping[str, Any]) -> Mapping[str, Any] | None:
    uid = after.get("supersedes")
    if uid is None:
        return None
    query = select(table).where(table.c.commune_id == session.commune_id, table.c.uid == uid)
    return None if (row := session.row(query)) is None else {str(name): row[name] for name in row}


def _fields(
    session: Session, table: Table, before: Mapping[str, Any], after: Mapping[str, Any]
) -> tuple[FieldChange, ...]:
    changed = [name for name in COLUMNS if name in after and before.get(name) != after[name]]
    labels = {name: label_of(table.name, name) for name in changed}
    fields = (
        FieldChange(label, shown(session, table, before, name), shown(session, table, after, name))
        for name, label in labels.items()
        if label
    )
    return tuple(change for change in fields if change.before != change.after)


def _restored_change(said: Mapping[str, Any]) -> RowChange:
    made = office_time(datetime.fromisoformat(said["made_at"]))
    fields = (
        ("Sao lưu lúc", f"{made:%H:%M} ngày {format_date(made.date())}"),
        ("Thao tác cuối", said["action"] or ""),
        ("Dữ liệu trước đó", said["kept"] or ""),
    )
    return RowChange(
        "dữ liệu",
        f"bản sao lưu số {said['number']}",
        "returned",
        tuple(FieldChange(name, "", value) for name, value in fields if value),
    )


def _state(before: Mapping[str, Any] | None, after: Mapping[str, Any]) -> State:
    if after.get("deleted"):
        return "removed"
    if before is None:
        return "added"
    return "returned" if before.get("deleted") else "changed"
