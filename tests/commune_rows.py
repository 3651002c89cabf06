"""A small commune in rows, for the tests of what keeps rows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from ntm_desktop.db.engine import Database, Session
from ntm_desktop.db.history import insert
from ntm_desktop.db.models import assessment, commune, hamlet, person

AT = datetime(2021, 6, 30, 1, tzinfo=UTC)

COMMUNE = {
    "uid": "c1",
    "name": "xã Yên Hóa",
    "province": "tỉnh Quảng Bình",
    "place": "Yên Hóa",
    "region": "Bắc Trung Bộ",
    "provisional_code": 0,
    "illustrative": 0,
}
HAMLETS = [
    {"uid": "h1", "name": "thôn Yên Thắng", "position": 1},
    {"uid": "h2", "name": "thôn Yên Bình", "position": 2},
]
PERSON = {
    "uid": "p1",
    "name": "Trần Thị Bình",
    "post": "Công chức",
    "unit": "",
    "role": "lead",
    "signs": 0,
    "position": 1,
}


def fact(uid: str, **values: str | int | None) -> dict[str, str | int | None]:
    """A row of ``assessment``."""
    return {
        "uid": uid,
        "set_id": "xa-ntm-2016-2020",
        "set_version": "1",
        "code": "2.1",
        "value": '{"v":10000}',
        "as_of": "2021-06-30",
        "note": "",
        "verdict": "met",
        "target": "{}",
        "recorded_by": "Trần Thị Bình",
        "recorded_at": "2021-06-30T01:00:00Z",
        "seq": 1,
        "reason": "",
        **values,
    }


def make(folder: Path) -> Database:
    return Database.create(folder, kind="commune", commune_id="18964", at=AT)


def found_commune(database: Database) -> None:
    """A commune with two hamlets, a person, and a fact that the person recorded: four actions."""
    act(database, "Lập dữ liệu xã", lambda session: insert(session, commune, [COMMUNE]))
    act(database, "Thêm thôn", lambda session: insert(session, hamlet, HAMLETS))
    act(database, "Thêm cán bộ", lambda session: insert(session, person, [PERSON]))
    act(database, "Ghi chỉ tiêu", lambda session: insert(session, assessment, [fact("f1", person_uid="p1")]))


def act(database: Database, action: str, do: Callable[[Session], object]) -> None:
    with database.write(action, "Nguyễn Văn An", AT) as session:
        do(session)
