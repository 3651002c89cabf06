"""Making the data folder of a commune: its database, who works there and what it registered for.

Sessionless: it is what happens before there is a session.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from ntm_desktop.db import chain
from ntm_desktop.db.engine import FILE_NAME, Database
from ntm_desktop.db.history import insert
from ntm_desktop.db.models import commune as commune_table
from ntm_desktop.db.session import Session
from ntm_desktop.services import goals, people
from ntm_desktop.services.commune import check_code
from ntm_desktop.services.fields import iso, line, required

NOBODY = "Người dùng máy này"
_DISTRICTS = ("huyện", "thị xã", "thành phố", "quận")


@dataclass(frozen=True, slots=True)
class NewCommune:
    name: str  # with the common noun: "xã Yên Hóa"
    province: str
    district: str = ""
    code: str = ""  # "": a provisional one is made
    provisional: bool = False
    place: str = ""  # "": the name without its common noun
    region: str = ""
    established: date | None = None
    schools: int | None = None
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class NewGoal:
    set_id: str
    year: int
    profile: str
    valid_from: date
    profile_ground: str = ""
    regime: str = ""
    tier: str = ""
    deadline: date | None = None


@dataclass(frozen=True, slots=True)
class NewPerson:
    name: str
    post: str = ""
    unit: str = ""
    role: str = "lead"
    signs: bool = False


def create(
    folder: Path,
    *,
    commune: NewCommune,
    goal: NewGoal,
    new_people: Sequence[NewPerson] = (),
    at: datetime,
    by: str = "",
    uids: Callable[[], str] | None = None,
) -> None:
    """The folder holds the whole commune afterwards, or is as it was."""
    required({"tên xã": commune.name, "tên tỉnh": commune.province})
    if commune.code:
        check_code(commune.code)
    name = _with_noun(line(commune.name), ("xã", "phường", "thị trấn", "đặc khu"), "xã")
    code = commune.code or f"tam-{uuid.uuid4().hex[:8]}"
    acting = line(by) or next((person.name for person in new_people if person.role == "lead"), NOBODY)
    database = Database.create(folder, kind="commune", commune_id=code, at=at, uids=uids)
    try:
        with database, database.write(f"Lập dữ liệu {name}", acting, at) as session:
            row = {
                "uid": session.new_uid(),
                "name": name,
                "district": _with_noun(line(commune.district), _DISTRICTS, "huyện") or None,
                "province": _with_noun(line(commune.province), ("tỉnh", "thành phố"), "tỉnh"),
                "place": line(commune.place) or _without_noun(name),
                "region": line(commune.region),
                "established": iso(commune.established),
                "provisional_code": int(commune.provisional or not commune.code),
                "illustrative": int(commune.illustrative),
                "schools": commune.schools,
            }
            insert(session, commune_table, [row])
            for person in new_people:
                people.save_person(
                    session,
                    name=person.name,
                    post=person.post,
                    unit=person.unit,
                    role=person.role,
                    signs=person.signs,
                )
            goals.register(
                session,
                set_id=goal.set_id,
                year=goal.year,
                profile=goal.profile,
                valid_from=goal.valid_from,
                profile_ground=goal.profile_ground,
                regime=goal.regime,
                tier=goal.tier,
                deadline=goal.deadline,
            )
    except BaseException:
        for leftover in folder.glob(f"{FILE_NAME}*"):
            leftover.unlink()
        raise


def is_made(folder: Path) -> bool:
    """Whether a data folder has a database yet; without one the window starts with its wizard."""
    return (folder / FILE_NAME).is_file()


def clock_warning(session: Session, *, now: datetime) -> str:
    """A sentence when the PC's clock stands before what was already done; "" when it is believable."""
    return chain.clock_warning(session, now)


def _with_noun(name: str, nouns: Sequence[str], usual: str) -> str:
    """Papers need the common noun; people leave it out when they type."""
    return name if not name or name.lower().startswith(tuple(f"{n} " for n in nouns)) else f"{usual} {name}"


def _without_noun(name: str) -> str:
    """Địa danh: “Yên Hóa” of “xã Yên Hóa”."""
    return name.split(" ", 2 if name.lower().startswith(("thị trấn ", "đặc khu ")) else 1)[-1]
