"""The commune itself: names, hamlets in its own order, predecessors, dated figures."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Table

from ntm_desktop.changes import Changes
from ntm_desktop.db import commune_code
from ntm_desktop.db.history import insert, update
from ntm_desktop.db.models import commune, figure, hamlet, predecessor
from ntm_desktop.db.session import Session, live, until_written
from ntm_desktop.domain.figures import FIGURES
from ntm_desktop.errors import NtmError
from ntm_desktop.services.fields import day_of, iso, line, required
from ntm_desktop.services.whole_lists import replace_list
from ntm_desktop.text import format_date, office_time, search_key

_CODE = re.compile(r"[0-9A-Za-z-]{1,20}")


@dataclass(frozen=True, slots=True)
class HamletView:
    uid: str | None  # None: not yet saved
    name: str
    households: int | None = None
    population: int | None = None


@dataclass(frozen=True, slots=True)
class PredecessorView:
    uid: str | None
    code: str
    name: str
    district: str
    province: str
    valid_to: date
    recognised: str = ""


@dataclass(frozen=True, slots=True)
class FigureView:
    name: str  # a key of domain.figures.FIGURES
    value: int
    as_of: date
    source: str


@dataclass(frozen=True, slots=True)
class CommuneView:
    name: str
    code: str
    provisional: bool
    district: str
    province: str
    place: str
    region: str
    established: date | None
    illustrative: bool
    schools: int | None
    hamlets: tuple[HamletView, ...]
    predecessors: tuple[PredecessorView, ...]
    figures: tuple[FigureView, ...]


@until_written(commune, hamlet, predecessor, figure)
def load(session: Session) -> CommuneView:
    row = session.row(live(commune, session))
    assert row is not None, "a commune's database holds its commune"
    return CommuneView(
        name=row["name"],
        code=session.commune_id,
        provisional=bool(row["provisional_code"]),
        district=row["district"] or "",
        province=row["province"],
        place=row["place"],
        region=row["region"],
        established=day_of(row["established"]),
        illustrative=bool(row["illustrative"]),
        schools=row["schools"],
        hamlets=list_hamlets(session),
        predecessors=_predecessors(session),
        figures=_figures(session),
    )


def save(session: Session, **fields: str | int | date | None) -> Changes:
    """Changes the named fields: name, district, province, place, region, established, schools."""
    unknown = set(fields) - {"name", "district", "province", "place", "region", "established", "schools"}
    if unknown:
        raise TypeError(f"no such field of a commune: {', '.join(sorted(unknown))}")
    required({
        label: str(fields[key] or "")
        for key, label in (("name", "tên xã"), ("province", "tên tỉnh"), ("place", "địa danh"))
        if key in fields
    })  # fmt: skip
    values = {key: _kept(value) for key, value in fields.items()}
    if "district" in values:
        values["district"] = values["district"] or None
    if isinstance(schools := values.get("schools"), int) and schools < 0:
        raise NtmError("Số trường không thể âm. Nhập số trường của xã, ví dụ 3.")
    if isinstance(established := fields.get("established"), date):
        check_established(established, today=office_time(session.at).date())
    row = session.row(live(commune, session))
    assert row is not None
    return update(session, commune, row["uid"], values)


def correct_code(session: Session, *, code: str) -> Changes:
    """The official code in the place of a provisional or mistyped one."""
    check_code(code)
    changes = commune_code.correct_code(session, line(code))
    row = session.row(live(commune, session))
    assert row is not None
    return changes | update(session, commune, row["uid"], {"provisional_code": 0})


def check_code(code: str) -> None:
    if not _CODE.fullmatch(line(code)):
        raise NtmError(f"Mã xã “{line(code)}” không đúng. Mã gồm chữ số, ví dụ 18928.")


def check_established(day: date | None, *, today: date) -> None:
    """Figures of earlier days are refused, so a day to come would lock the commune."""
    if day is not None and day > today:
        raise NtmError(
            f"Ngày thành lập xã {format_date(day)} ở sau hôm nay ({format_date(today)}). Nhập lại ngày, "
            "hoặc chỉnh đồng hồ của máy nếu đồng hồ sai."
        )


def save_hamlets(session: Session, *, rows: Sequence[HamletView]) -> Changes:
    """The whole list in the commune's own order; those left out are removed."""
    problems = [f"Thôn thứ {n} chưa có tên." for n, row in enumerate(rows, 1) if not line(row.name)]
    seen: dict[str, str] = {}
    for row in rows:
        key = search_key(row.name)
        if key and key in seen:
            problems.append(f"“{line(row.name)}” trùng tên với “{seen[key]}”.")
        seen[key] = line(row.name)
        if min(row.households or 0, row.population or 0) < 0:
            problems.append(f"Số hộ, số người của “{line(row.name)}” không thể âm.")
    if problems:
        raise NtmError("Danh sách thôn chưa lưu được. Sửa các dòng sau rồi lưu lại.", problems)
    return _replace_list(
        session,
        hamlet,
        [row.uid for row in rows],
        [
            {
                "name": line(row.name),
                "position": position,
                "households": row.households,
                "population": row.population,
            }
            for position, row in enumerate(rows)
        ],
    )


def save_predecessors(session: Session, *, rows: Sequence[PredecessorView]) -> Changes:
    for row in rows:
        required({"tên xã trước sắp xếp": row.name, "mã xã trước sắp xếp": row.code})
    return _replace_list(
        session,
        predecessor,
        [row.uid for row in rows],
        [
            {
                "code": line(row.code),
                "name": line(row.name),
                "district": line(row.district) or None,
                "province": line(row.province),
                "valid_to": row.valid_to.isoformat(),
                "recognised": line(row.recognised) or None,
            }
            for row in rows
        ],
    )


def save_figures(session: Session, *, values: Mapping[str, int], as_of: date, source: str = "") -> Changes:
    """Figures of one day; one already given for that day is corrected."""
    unknown = set(values) - set(FIGURES)
    if unknown or min(values.values(), default=0) < 0:
        raise NtmError("Số liệu chung của xã không thể âm. Sửa lại số đã nhập.")
    changes = Changes()
    for name, value in values.items():
        known = session.row(
            live(figure, session).where(figure.c.name == name, figure.c.as_of == as_of.isoformat())
        )
        kept = {"value": value, "source": line(source)}
        if known is None:
            row = {"uid": session.new_uid(), "name": name, "as_of": as_of.isoformat(), **kept}
            changes |= insert(session, figure, [row])
        else:
            changes |= update(session, figure, known["uid"], kept)
    return changes


def _replace_list(
    session: Session, table: Table, uids: Sequence[str | None], values: Sequence[Mapping[str, Any]]
) -> Changes:
    known = {row["uid"] for row in session.rows(live(table, session))}
    return replace_list(session, table, known=known, uids=uids, values=values)


def list_hamlets(session: Session) -> tuple[HamletView, ...]:
    rows = session.rows(live(hamlet, session).order_by(hamlet.c.position, hamlet.c.uid))
    return tuple(HamletView(row["uid"], row["name"], row["households"], row["population"]) for row in rows)


def _predecessors(session: Session) -> tuple[PredecessorView, ...]:
    return tuple(
        PredecessorView(
            uid=row["uid"],
            code=row["code"],
            name=row["name"],
            district=row["district"] or "",
            province=row["province"],
            valid_to=date.fromisoformat(row["valid_to"]),
            recognised=row["recognised"] or "",
        )
        for row in session.rows(live(predecessor, session).order_by(predecessor.c.code))
    )


def _figures(session: Session) -> tuple[FigureView, ...]:
    rows = session.rows(live(figure, session).order_by(figure.c.as_of, figure.c.name))
    return tuple(
        FigureView(row["name"], row["value"], date.fromisoformat(row["as_of"]), row["source"]) for row in rows
    )


def _kept(value: str | int | date | None) -> str | int | None:
    if isinstance(value, date):
        return iso(value)
    return line(value) if isinstance(value, str) else value
