from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from commune_rows import AT, act, fact, found_commune, make

from ntm_desktop.changes import Changes
from ntm_desktop.db.engine import Database, Session
from ntm_desktop.db.history import insert, remove, update
from ntm_desktop.db.models import assessment, evidence, evidence_link, file, hamlet, paper, person
from ntm_desktop.db.models import freeze as freeze_table
from ntm_desktop.db.models import goal as goal_table
from ntm_desktop.sync import canonical
from ntm_desktop.sync.canonical import CriteriaRef
from ntm_desktop.sync.freeze import Freeze, take, was_frozen

CRITERIA = CriteriaRef(set="xa-ntm-2016-2020", version="1", sha256="0" * 64)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with make(tmp_path / "data") as database:
        found_commune(database)
        yield database


def freeze(database: Database, day: int = 1) -> tuple[Freeze, Changes]:
    with database.write("Chốt số liệu", "An", AT) as session:
        return take(session, period="2021", criteria=CRITERIA, on=date(2021, 7, day))


def content(database: Database, frozen: Freeze, table: str) -> list[dict[str, Any]]:
    sha256 = dict(frozen.files)[f"data/{table}.jsonl"]
    return [json.loads(line) for line in database.files.read(sha256).splitlines()]


def attach(session: Session, *, uid: str, internal: int, file_uid: str, body: bytes) -> None:
    stored = session.files.put_bytes(body)
    held = {"uid": file_uid, "sha256": stored.sha256, "size": stored.size, "type": "pdf", "name": "a.pdf"}
    insert(session, file, [held])
    prove(session, uid=uid, internal=internal, file_uid=file_uid)


def prove(session: Session, *, uid: str, internal: int, file_uid: str) -> None:
    title = {"title": "Biên bản", "pages": "", "added_on": "2021-06-30"}
    insert(session, evidence, [{"uid": uid, "file_uid": file_uid, "internal": internal, **title}])
    link = {"uid": f"link-{uid}", "evidence_uid": uid, "set_id": "s", "code": "2.1", "position": 1}
    insert(session, evidence_link, [link])


def test_unchanged_data_have_the_same_root_and_one_freeze(database: Database) -> None:
    first, changes = freeze(database)
    again, none = freeze(database, day=20)
    assert (again, changes, none) == (first, Changes.of("freeze"), Changes())
    assert [path for path, _sha256 in first.files] == sorted(
        f"data/{table.name}.jsonl" for table in canonical.travelling_tables()
    )


def test_any_change_of_what_travels_changes_the_root(database: Database) -> None:
    roots = {freeze(database)[0].content_root}
    act(database, "Sửa", lambda session: update(session, hamlet, "h1", {"households": 9}))
    roots.add(freeze(database)[0].content_root)
    act(database, "Xóa", lambda session: remove(session, hamlet, ["h2"]))
    roots.add(freeze(database)[0].content_root)
    assert len(roots) == 3


def test_number_date_and_signer_stay_outside(database: Database) -> None:
    goal = {
        "uid": "g1", "set_id": "s", "set_version": "1", "regime": "2016", "tier": "dat-chuan", "year": 2021,
        "profile": "p", "profile_ground": "", "valid_from": "2021-01-01", "deadline": "2021-12-31",
    }  # fmt: skip
    act(database, "Đăng ký", lambda session: insert(session, goal_table, [goal]))
    before = freeze(database)[0]
    row = {
        "form": "to_trinh",
        "number": "12/TTr-UBND",
        "issued": "2021-07-02",
        "signer_uid": "p1",
        "goal_uid": "g1",
    }
    act(database, "Ghi số", lambda session: insert(session, paper, [row]))
    assert freeze(database)[0] == before


def test_rows_are_sorted_and_a_tombstone_keeps_no_content(database: Database) -> None:
    act(database, "Xóa", lambda session: remove(session, hamlet, ["h2"]))
    frozen, _changes = freeze(database)
    first, second = content(database, frozen, "hamlet")
    assert first == {
        "uid": "h1", "rev": 1, "deleted": False, "name": "thôn Yên Thắng", "position": 1,
        "households": None, "population": None,
    }  # fmt: skip
    assert second == {"uid": "h2", "rev": 2, "deleted": True}


def test_internal_evidence_stays_at_home_with_its_links_and_its_file(database: Database) -> None:
    with database.write("Thêm", "An", AT) as session:
        attach(session, uid="e1", internal=0, file_uid="t1", body=b"cong khai")
        attach(session, uid="e2", internal=1, file_uid="t2", body=b"noi bo")
        prove(session, uid="e3", internal=1, file_uid="t1")
    frozen, _changes = freeze(database)
    found = {
        table: [row["uid"] for row in content(database, frozen, table)]
        for table in ("evidence", "evidence_link", "file")
    }
    assert found == {"evidence": ["e1"], "evidence_link": ["link-e1"], "file": ["t1"]}
    with database.read() as session:
        (blob,) = canonical.blobs(session)
    assert database.files.read(blob) == b"cong khai"


def test_what_happens_to_internal_evidence_changes_no_root(database: Database) -> None:
    before = freeze(database)[0]
    with database.write("Thêm", "An", AT) as session:
        attach(session, uid="e2", internal=1, file_uid="t2", body=b"noi bo")
    assert freeze(database)[0].content_root == before.content_root


def test_a_row_is_known_to_have_been_frozen(database: Database) -> None:
    freeze(database)
    act(database, "Ghi", lambda session: insert(session, assessment, [fact("f2", seq=2)]))
    with database.read() as session:
        assert was_frozen(session, assessment, "f1")
        assert not was_frozen(session, assessment, "f2")
        assert not was_frozen(session, person, "f1")


def test_a_removed_freeze_still_tells_what_left(database: Database) -> None:
    """Data of a version that let a print be undone."""
    frozen, _changes = freeze(database)
    act(database, "Xóa", lambda session: remove(session, freeze_table, [frozen.uid]))
    with database.read() as session:
        assert was_frozen(session, assessment, "f1")


def test_a_lost_freeze_is_taken_to_hold_everything(database: Database) -> None:
    frozen, _changes = freeze(database)
    database.files.path(dict(frozen.files)["data/assessment.jsonl"]).unlink()
    with database.read() as session:
        assert was_frozen(session, assessment, "f2")
