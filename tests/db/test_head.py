"""Where the history ends, read without SQLAlchemy."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from ntm_desktop.db import chain
from ntm_desktop.db.engine import FILE_NAME, Database
from ntm_desktop.db.head import closed_head
from ntm_desktop.db.history import insert
from ntm_desktop.db.models import hamlet

AT = datetime(2021, 6, 30, 1, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Database.create(tmp_path, kind="commune", commune_id="1", at=AT).close()
    return tmp_path


def add(database: Database, name: str) -> str:
    with database.write("Thêm thôn", "Cao Thị Hòa", AT) as session:
        insert(session, hamlet, [{"name": name, "position": 1}])
    with database.read() as session:
        return chain.head(session)


def test_it_is_the_digest_of_the_newest_entry_and_moves_with_each(folder: Path) -> None:
    path = folder / FILE_NAME
    assert closed_head(path) == ""
    heads = []
    for name in ("Tân Lợi 1", "Tân Lợi 2"):
        with Database.open(folder) as database:
            head = add(database, name)
        assert closed_head(path) == head
        heads.append(head)
    assert heads[0] != heads[1]


def test_it_is_not_told_while_somebody_has_the_database_open(folder: Path) -> None:
    with Database.open(folder) as database:
        add(database, "Yên Thắng")
    with Database.open(folder) as database:
        add(database, "Yên Phú 3")  # only in the log as yet: the file still ends with the entry before
        assert closed_head(folder / FILE_NAME) == ""


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 400])
def test_what_is_no_database_of_ours_has_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / FILE_NAME
    assert closed_head(path) == ""
    path.write_bytes(content)
    assert closed_head(path) == ""
    assert path.read_bytes() == content
