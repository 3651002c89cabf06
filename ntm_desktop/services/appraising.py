"""What an authority sends: its remarks and decisions with receipts, a criteria set, and a new key.

docs/package-format.md §6. Each holds all of its kind, so that the newest one is enough.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import RowMapping, Table, select

from ntm_desktop.changes import Changes
from ntm_desktop.db.models import criteria_pack, decision, inbox, receipt, remark, verdict
from ntm_desktop.db.session import Session, live, named_uid
from ntm_desktop.errors import NtmError
from ntm_desktop.services import keys as key_services
from ntm_desktop.services import sending
from ntm_desktop.services.keys import Peer
from ntm_desktop.services.sending import Outgoing
from ntm_desktop.sync import canonical, kinds, manifest
from ntm_desktop.sync.canonical import CriteriaRef
from ntm_desktop.sync.sequence import Result

RECEIPTS = 200
_NO_SET = (
    "Cơ quan chưa nhận bộ tiêu chí “{set_id}” từ tệp nên không gửi được. Nhận bộ đó ở Thiết lập, mục Bộ tiêu "
    "chí; bộ kèm chương trình thì xã đã có."
)
_NO_CRITERIA = CriteriaRef("", "", "0" * 64)


def appraise(session: Session, *, to: Peer, author: str, note: str = "") -> tuple[Outgoing, Changes]:
    """All remarks and decisions on the commune that is open, and receipts; without any, it acknowledges."""
    return _number(session, "appraisal", _said(session), to=to, author=author, note=note)


def measure(session: Session) -> tuple[int, int]:
    """Rows and bytes of the data files of what ``appraise`` would send now."""
    found = [canonical.lines(rows) for rows in _said(session).values()]
    return sum(told.count(b"\n") - told.count(canonical.TOMBSTONE) for told in found), sum(map(len, found))


def _said(session: Session) -> Mapping[Table, Sequence[Mapping[str, Any] | RowMapping]]:
    return {
        receipt: list(receipts(session)),
        **{
            table: session.rows(select(table).where(table.c.commune_id == session.commune_id))
            for table in (remark, verdict, decision)
        },
    }


def offer_criteria(
    session: Session, *, set_id: str, to: Peer, author: str, note: str = ""
) -> tuple[Outgoing, Changes]:
    """A criteria set that the authority imported, for the commune to take over."""
    unit = key_services.own_unit(session).unit
    rows = session.rows(
        select(criteria_pack).where(
            criteria_pack.c.commune_id == unit, criteria_pack.c.set_id == set_id, criteria_pack.c.deleted == 0
        )
    )
    if not rows:
        raise NtmError(_NO_SET.format(set_id=set_id))
    return _number(session, "criteria", {criteria_pack: rows}, to=to, author=author, note=note)


def announce_key(session: Session, *, enrolment: bytes, to: Peer, author: str) -> tuple[Outgoing, Changes]:
    """The enrolment file under a new key, signed by the old one as any package."""
    row = {
        "uid": named_uid(to.enrolment.unit, enrolment.decode()),
        "rev": 1,
        "deleted": 0,
        "told": enrolment.decode(),
    }
    return _number(session, "keys", {kinds.ENROLMENT: [row]}, to=to, author=author)


def receipts(session: Session) -> Iterator[dict[str, Any]]:
    """Of the newest packages of the commune that is open. What a receipt says is what stands, however they
    came: the package whose rows are the present ones, or one kept as history."""
    query = live(inbox, session).order_by(inbox.c.epoch.desc(), inbox.c.seq.desc()).limit(RECEIPTS)
    for row in session.rows(query):
        named = {sha256 for path, sha256 in json.loads(row["files"]) if path.startswith("blobs/")}
        yield {
            "uid": named_uid("receipt", row["package_id"]),
            "rev": 1,
            "deleted": 0,
            "epoch": row["epoch"],
            "seq": row["seq"],
            "package_id": row["package_id"],
            "content_root": row["content_root"],
            "result": (Result.OK if row["current"] else Result.LATE).value,
            "missing": json.dumps(sorted(session.files.missing(named)), separators=(",", ":")),
        }


def _number(
    session: Session,
    kind: str,
    rows: Mapping[Table, Sequence[Mapping[str, Any] | RowMapping]],
    *,
    to: Peer,
    author: str,
    note: str = "",
) -> tuple[Outgoing, Changes]:
    files = [
        (canonical.path_of(table), session.files.put_bytes(canonical.lines(found)).sha256)
        for table, found in rows.items()
    ]
    current = session.row(live(inbox, session).where(inbox.c.kind == "submission", inbox.c.current == 1))
    told = sending.manifest_of(session.files, current) if current else None
    said = manifest.Told(
        kind=kind,
        period=told.period if told else "",
        criteria=told.criteria if told else _NO_CRITERIA,
        author=author,
        note=note,
    )
    return sending.number(session, said, files, to=to)
