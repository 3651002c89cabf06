"""Making the data folder of an authority that appraises communes: its level and name are data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from ntm_desktop.db.engine import Database
from ntm_desktop.db.history import insert
from ntm_desktop.db.models import commune as commune_table
from ntm_desktop.db.models import workplace
from ntm_desktop.db.session import Session, live
from ntm_desktop.domain.authorities import LEVELS
from ntm_desktop.errors import NtmError
from ntm_desktop.services import history, people, todo
from ntm_desktop.services.commune import check_code
from ntm_desktop.services.fields import line
from ntm_desktop.services.workplace import NOBODY, NewPerson, add_people, built_beside
from ntm_desktop.text import format_date, office_time


@dataclass(frozen=True, slots=True)
class NewAuthority:
    name: str  # "Ủy ban nhân dân huyện Minh Hóa"
    code: str
    level: str
    province: str
    place: str  # địa danh on its papers
    illustrative: bool = False


def create(
    folder: Path, *, authority: NewAuthority, new_people: Sequence[NewPerson] = (), at: datetime, by: str = ""
) -> None:
    """The folder holds the workplace afterwards, or is as it was. On a server: ``services.desks``."""
    check(authority)
    with built_beside(folder) as building:
        found(building, authority=authority, new_people=new_people, at=at, by=by)


def found(
    folder: Path,
    *,
    authority: NewAuthority,
    new_people: Sequence[NewPerson] = (),
    at: datetime,
    by: str = "",
    url: str = "",
) -> None:
    """The workplace in a folder that is being built, or on a server."""
    acting = line(by) or next((person.name for person in new_people if person.role == "lead"), NOBODY)
    database = Database.create(
        folder, kind="appraiser", commune_id=authority.code, level=line(authority.level), at=at, url=url
    )
    name = line(authority.name)
    with database, database.write(f"Lập dữ liệu {name}", acting, at) as session:
        row = {
            "name": name,
            "province": line(authority.province),
            "place": line(authority.place),
            "region": "",
            "provisional_code": 0,
            "illustrative": int(authority.illustrative),
        }
        insert(session, commune_table, [row])
        add_people(session, new_people)


@dataclass(frozen=True, slots=True)
class AuthorityView:
    """Whose workplace it is, and what the bars of its window say."""

    name: str
    code: str
    level: str
    province: str
    place: str
    illustrative: bool
    person: str
    last_backup: str
    undoable: str

    @property
    def level_text(self) -> str:
        return LEVELS.get(self.level, self.level)


def view(session: Session, *, person: str = "") -> AuthorityView:
    """Read with the session of the workplace's own unit; ``person``: who is at work, by default its lead."""
    row = session.row(live(commune_table, session))
    assert row is not None, "an authority's workplace holds the authority"
    level = session.scalar(select(workplace.c.value).where(workplace.c.key == "level"))
    made = todo.newest_backup(session)
    local = office_time(made) if made is not None else None
    return AuthorityView(
        name=row["name"],
        code=session.commune_id,
        level=str(level or ""),
        province=row["province"],
        place=row["place"],
        illustrative=bool(row["illustrative"]),
        person=person or people.lead_label(session),
        last_backup=f"{format_date(local.date())} {local:%H:%M}" if local else "",
        undoable=history.next_to_undo(session),
    )


def check(authority: NewAuthority) -> None:
    problems = [
        f"Chưa nhập {what}."
        for what, text in (
            ("tên cơ quan", authority.name),
            ("mã cơ quan", authority.code),
            ("cấp của cơ quan", authority.level),
            ("tên tỉnh", authority.province),
        )
        if not line(text)
    ]
    if authority.code:
        try:
            check_code(authority.code)
        except NtmError as error:
            problems.append(error.message)
    if problems:
        raise NtmError("Chưa lập được dữ liệu của cơ quan thẩm định.", problems)
