"""The register of households that give or that hold land in the way of a work: name and hamlet, no more."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, update
from ntm_desktop.db.models import hamlet, history, household
from ntm_desktop.db.session import Session, live
from ntm_desktop.errors import EntryRefused, NtmError
from ntm_desktop.services.fields import line
from ntm_desktop.text import sort_key, spelling_key


@dataclass(frozen=True, slots=True)
class HouseholdView:
    uid: str
    name: str
    hamlet_uid: str
    hamlet: str

    @property
    def label(self) -> str:
        """“Đinh Văn Đức, Tân Lợi 1”."""
        return f"{self.name}, {self.hamlet}"


class Known:
    """The households of the register, and those that are about to be added: found by name and hamlet."""

    def __init__(self) -> None:
        self._by_name: dict[tuple[str, str], str] = {}
        self._by_spelling: dict[tuple[str, str], str] = {}

    def find(self, name: str, hamlet_uid: str) -> str | None:
        """“Đinh Thị Hoà” is the one that is written “Đinh Thị Hòa”."""
        name = line(name)
        exact = self._by_name.get((name, hamlet_uid))
        return exact or self._by_spelling.get((spelling_key(name), hamlet_uid))

    def add(self, uid: str, name: str, hamlet_uid: str) -> dict[str, str]:
        """The row of a household that is new."""
        name = line(name)
        self._by_name[name, hamlet_uid] = uid
        self._by_spelling.setdefault((spelling_key(name), hamlet_uid), uid)
        return {"uid": uid, "name": name, "hamlet_uid": hamlet_uid}


def list_households(session: Session) -> tuple[HouseholdView, ...]:
    """By name within the hamlets in the commune's own order."""
    rows = session.rows(live(hamlet, session).order_by(hamlet.c.position, hamlet.c.uid))
    places = {row["uid"]: (place, row["name"]) for place, row in enumerate(rows)}
    views = [
        HouseholdView(row["uid"], row["name"], row["hamlet_uid"], places[row["hamlet_uid"]][1])
        for row in session.rows(live(household, session))
    ]
    return tuple(sorted(views, key=lambda view: (places[view.hamlet_uid][0], sort_key(view.name), view.uid)))


def known(session: Session) -> Known:
    found = Known()
    for row in session.rows(live(household, session)):
        found.add(row["uid"], row["name"], row["hamlet_uid"])
    return found


@dataclass(frozen=True, slots=True)
class Former:
    """What lists that were written before a correction still say, by the spelling of a name and the hamlet.

    A name that another household of the hamlet bears now means that one.
    """

    called: Mapping[tuple[str, str], str]
    """The name that the household bears now."""
    moved: Mapping[tuple[str, str], tuple[HouseholdView, ...]]
    """Those that were entered there and are in another hamlet now."""
    namesakes: Mapping[str, tuple[HouseholdView, ...]]
    """All that bear a name, in whichever hamlet."""

    def elsewhere(self, name: str, hamlet_uid: str) -> tuple[HouseholdView, ...]:
        """Those of that name in other hamlets, where the hamlet itself has none."""
        found = self.namesakes.get(name, ())
        return () if any(one.hamlet_uid == hamlet_uid for one in found) else found


def former(session: Session) -> Former:
    rows = session.rows(live(household, session))
    borne = {(spelling_key(row["name"]), row["hamlet_uid"]) for row in rows}
    now = {row["uid"]: row for row in rows}
    query = select(history.c.images).where(
        history.c.commune_id == session.commune_id,
        history.c.images.like(f'%}},"table":"{household.name}",%'),  # an image of it as it was before
    )
    called: dict[tuple[str, str], str] = {}
    moved: dict[tuple[str, str], dict[str, None]] = {}
    for row in session.rows(query.order_by(history.c.seq)):
        for image in json.loads(row["images"]):
            before, own = image["before"], now.get(image["uid"])
            if image["table"] != household.name or before is None or own is None:
                continue
            key = (spelling_key(before["name"]), before["hamlet_uid"])
            if key in borne:
                continue
            if before["hamlet_uid"] == own["hamlet_uid"]:
                called[key] = own["name"]
            else:
                moved.setdefault(key, {})[own["uid"]] = None
    views = {view.uid: view for view in list_households(session)}
    namesakes: dict[str, list[HouseholdView]] = {}
    for view in views.values():
        namesakes.setdefault(spelling_key(view.name), []).append(view)
    return Former(
        called,
        {key: tuple(views[uid] for uid in uids) for key, uids in moved.items()},
        {key: tuple(found) for key, found in namesakes.items()},
    )


def find_or_add(session: Session, *, name: str, hamlet_uid: str | None) -> tuple[Changes, str]:
    """The uid of the household of that name in the hamlet, which is added when it is new."""
    hamlet_uid = check(name, hamlet_uid)
    owners = known(session)
    if (found := owners.find(name, hamlet_uid)) is not None:
        return Changes(), found
    uid = session.new_uid()
    return insert(session, household, [owners.add(uid, name, hamlet_uid)]), uid


def check(name: str, hamlet_uid: str | None) -> str:
    """The hamlet of a household that can be named. Raises the first of ``problems``."""
    for refused in problems(name, hamlet_uid):
        raise refused
    assert hamlet_uid is not None
    return hamlet_uid


def problems(name: str, hamlet_uid: str | None) -> Iterator[EntryRefused]:
    """What a household that is named lacks."""
    if not line(name):
        yield EntryRefused("giver", "Chưa nhập tên chủ hộ.")
    if hamlet_uid is None:
        yield EntryRefused("hamlet_uid", "Chưa chọn thôn của hộ.")


def rename(session: Session, *, uid: str, name: str, hamlet_uid: str) -> Changes:
    """Corrects a household in place; what it gave stays with the hamlet it was entered for.

    Refused where the hamlet has another household of that name.
    """
    name = line(name)
    if not name:
        raise EntryRefused("giver", "Chưa nhập tên chủ hộ.")
    twin = session.row(
        live(household, session).where(household.c.name == name, household.c.hamlet_uid == hamlet_uid)
    )
    if twin is not None and twin["uid"] != uid:
        raise NtmError(f"Thôn này đã có hộ “{name}”. Ghi thêm tên thường gọi hoặc năm sinh để phân biệt.")
    return update(session, household, uid, {"name": name, "hamlet_uid": hamlet_uid})
