"""Databases in a folder of the test, and the shortest way to write in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

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


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Dữ liệu xã"


@pytest.fixture
def database(folder: Path) -> Iterator[Database]:
    with make(folder) as database:
        yield database


@pytest.fixture
def act(database: Database) -> Callable[[Callable[[Session], object]], None]:
    """Does one thing as one action."""

    def run(do: Callable[[Session], object], action: str = "Sửa") -> None:
        with database.write(action, "Nguyễn Văn A", AT) as session:
            do(session)

    return run


@pytest.fixture
def fill(act: Callable[[Callable[[Session], object]], None]) -> Callable[[], None]:
    """A commune with two hamlets, a person, and a fact that the person recorded."""

    def run() -> None:
        act(lambda session: insert(session, commune, [COMMUNE]))
        act(lambda session: insert(session, hamlet, HAMLETS))
        act(lambda session: insert(session, person, [PERSON]))
        act(lambda session: insert(session, assessment, [fact("f1", person_uid="p1")]))

    return run
