"""Criteria sets that the authority sent: offered until the commune takes them over. It decides itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy import RowMapping

from ntm_desktop.changes import Changes
from ntm_desktop.db.models import criteria_pack, inbox
from ntm_desktop.db.session import Session, live
from ntm_desktop.domain.criteria import CriteriaSet
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.criteria import builtin_ids, load_builtin, read_pack
from ntm_desktop.services import criteria_sets
from ntm_desktop.sync import canonical
from ntm_desktop.text import natural_key


@dataclass(frozen=True, slots=True)
class OfferedSet:
    set_id: str
    title: str
    short_title: str
    decision: str
    version: str
    seq: int
    """Of the package that brought it."""
    replaces: str
    """The version that is known here; "" when the set is new."""
    data: bytes


def offered(session: Session) -> tuple[OfferedSet, ...]:
    """The newest of each set that came and that is newer than what is known here."""
    query = live(inbox, session).where(inbox.c.kind == "criteria")
    found: dict[str, OfferedSet] = {}
    for row in session.rows(query.order_by(inbox.c.epoch.desc(), inbox.c.seq.desc())):
        for data, told in _sets_of(session, row):
            if told.id in found:
                continue
            known = _known_version(session, told.id)
            if not known or natural_key(told.version) > natural_key(known):
                found[told.id] = OfferedSet(
                    told.id,
                    told.title,
                    told.short_title,
                    told.decision,
                    told.version,
                    row["seq"],
                    known,
                    data,
                )
    return tuple(found.values())


def take_over(session: Session, *, set_id: str) -> Changes:
    """Into the sets of this workplace; what the commune has registered for stays as it is."""
    one = next((one for one in offered(session) if one.set_id == set_id), None)
    if one is None:
        raise NtmError("Bộ tiêu chí này không còn chờ nhận. Mở lại trang Trao đổi để thấy danh sách mới.")
    return criteria_sets.import_pack(session, data=one.data)


def _sets_of(session: Session, row: RowMapping) -> Iterator[tuple[bytes, CriteriaSet]]:
    """A set that this program cannot read is not offered; the package stays in the list of what came."""
    sha256 = dict(json.loads(row["files"])).get(canonical.path_of(criteria_pack))
    if sha256 is None or not session.files.has(sha256):
        return
    for line in session.files.read(sha256).splitlines():
        told = json.loads(line)
        if not told["deleted"]:
            with suppress(NtmError):
                data = str(told["body"]).encode()
                yield data, read_pack(data)


def _known_version(session: Session, set_id: str) -> str:
    row = session.row(live(criteria_pack, session).where(criteria_pack.c.set_id == set_id))
    if row is not None:
        return str(row["version"])
    return load_builtin(set_id).version if set_id in builtin_ids() else ""
