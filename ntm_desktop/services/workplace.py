"""Making the data folder of a commune: its database, who works there and what it registered for.

Sessionless: it is what happens before there is a session.
"""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from ntm_desktop import settings
from ntm_desktop.db import chain, durable
from ntm_desktop.db.engine import BUILDING, FILE_NAME, Database, DataInUse, claimed, has_data
from ntm_desktop.db.files import FileStore
from ntm_desktop.db.history import insert
from ntm_desktop.db.models import commune as commune_table
from ntm_desktop.db.session import Session
from ntm_desktop.errors import NtmError
from ntm_desktop.services import criteria_sets, goals, people
from ntm_desktop.services.commune import check_code, check_established
from ntm_desktop.services.fields import iso, line
from ntm_desktop.text import office_time

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
    with built_beside(folder) as building:
        found(building, commune=commune, goal=goal, new_people=new_people, at=at, by=by, uids=uids)


def found(
    folder: Path,
    *,
    commune: NewCommune,
    goal: NewGoal,
    new_people: Sequence[NewPerson] = (),
    at: datetime,
    by: str = "",
    uids: Callable[[], str] | None = None,
) -> None:
    """The commune in a folder that is being built; ``create`` does all of it."""
    _check(commune, goal, today=office_time(at).date())
    name = _with_noun(line(commune.name), ("xã", "phường", "thị trấn", "đặc khu"), "xã")
    code = commune.code or f"tam-{uuid.uuid4().hex[:8]}"
    acting = line(by) or next((person.name for person in new_people if person.role == "lead"), NOBODY)
    database = Database.create(folder, kind="commune", commune_id=code, at=at, uids=uids)
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
        add_people(session, new_people)
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


def add_people(session: Session, new_people: Sequence[NewPerson]) -> None:
    for person in new_people:
        people.save_person(
            session,
            name=person.name,
            post=person.post,
            unit=person.unit,
            role=person.role,
            signs=person.signs,
        )


@contextmanager
def built_beside(folder: Path) -> Iterator[Path]:
    """A place to build the data of a new folder in; they move in when all is there, the database last.

    So a power cut leaves the whole or no data, and what is left in the place goes with the next start.
    """
    building = folder / BUILDING
    with whole_or_nothing(folder):
        lock = claimed(folder)
        try:
            yield building
            _move_in(building, folder)
        finally:
            shutil.rmtree(building, ignore_errors=True)
            FileStore(folder).remove_temporary()
            lock.release()


def _move_in(building: Path, folder: Path) -> None:
    FileStore(folder).move_in(FileStore(building))
    with suppress(OSError):  # the cache is free to lose
        (building / "cache").rename(folder / "cache")
    present, built = settings.load(folder), settings.load(building)
    if present.story_day != built.story_day:
        settings.save(replace(present, story_day=built.story_day), folder)
    durable.put_in_place(building / FILE_NAME, folder / FILE_NAME)


@contextmanager
def whole_or_nothing(folder: Path) -> Iterator[None]:
    """What is new in a folder goes again when the making of it fails; the folder too where there was none."""
    missing = [path for path in (folder, *folder.parents) if not os.path.lexists(path)]
    before = _inside(folder)
    try:
        yield
    except DataInUse:
        raise  # what is new there is somebody else's
    except BaseException:
        for path in _inside(folder) - before:
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
        for path in missing:
            with suppress(OSError):  # it was never made, or the disk is gone
                path.rmdir()
        raise


def _inside(folder: Path) -> set[Path]:
    try:
        return set(folder.iterdir())
    except OSError:  # not there, no folder, not ours to read: then nothing is made in it either
        return set()


def is_made(folder: Path) -> bool:
    """Whether a data folder has a database yet; without one the window starts with its wizard."""
    return has_data(folder)


def warnings(session: Session, *, now: datetime) -> tuple[str, ...]:
    """What is seen at once on opening: the end of the history is missing, the PC's clock went back."""
    return tuple(filter(None, (chain.cut_off(session), chain.clock_warning(session, now))))


def _check(commune: NewCommune, goal: NewGoal, *, today: date) -> None:
    """Everything that is wrong is told at once, before anything is made."""
    problems: list[str] = []
    criteria_set = None
    if not line(commune.name):
        problems.append("Chưa nhập tên xã. Nhập tên, ví dụ xã Yên Hóa.")
    if not line(commune.province):
        problems.append("Chưa nhập tên tỉnh. Nhập tên, ví dụ tỉnh Quảng Bình.")
    with _told(problems):
        if commune.code:
            check_code(commune.code)
    with _told(problems):
        check_established(commune.established, today=today)
    with _told(problems):
        criteria_set = criteria_sets.load_shipped(goal.set_id)
    problems += goals.problems_of(
        criteria_set,
        profile=goal.profile,
        year=goal.year,
        regime=goal.regime,
        tier=goal.tier,
        valid_from=goal.valid_from,
        today=today,
    )
    if problems:
        raise NtmError(problems[0] if len(problems) == 1 else "Chưa lập được dữ liệu xã.", problems)


@contextmanager
def _told(problems: list[str]) -> Iterator[None]:
    try:
        yield
    except NtmError as error:
        problems.append(error.message)


def _with_noun(name: str, nouns: Sequence[str], usual: str) -> str:
    """Papers need the common noun; people leave it out when they type."""
    return name if not name or name.lower().startswith(tuple(f"{n} " for n in nouns)) else f"{usual} {name}"


def _without_noun(name: str) -> str:
    """Địa danh: “Yên Hóa” of “xã Yên Hóa”."""
    return name.split(" ", 2 if name.lower().startswith(("thị trấn ", "đặc khu ")) else 1)[-1]
