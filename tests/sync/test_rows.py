"""Rows that come in a package: a commune's own come back as they were, others are refused by line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.db.engine import Database
from ntm_desktop.db.models import hamlet
from ntm_desktop.services import sample
from ntm_desktop.sync import canonical
from ntm_desktop.sync.refusals import PackageRefused, Refusal
from ntm_desktop.sync.rows import read_rows

UID = "01234567-89ab-cdef-0123-456789abcdef"
ROW: dict[str, Any] = {"uid": UID, "rev": 1, "deleted": False, "name": "Thôn Đông", "position": 1}


@pytest.fixture(scope="module")
def commune(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("xã")
    sample.make(folder, commune="yen-hoa")
    return folder


def test_every_row_of_a_commune_comes_back_as_it_was(commune: Path) -> None:
    with Database.open(commune) as database, database.read() as session:
        known = 0
        for table in canonical.travelling_tables():
            rows = list(canonical.travelling_rows(session, table))
            content = canonical.lines(rows)
            halves = [content[: len(content) // 3], content[len(content) // 3 :]]
            found = {row["uid"]: row for row in read_rows(table, halves, session.commune_id)}
            assert found == {row["uid"]: row for row in rows if not row["deleted"]}, table.name
            known += len(found)
        assert known > 500


def line(row: dict[str, Any]) -> bytes:
    return json.dumps(row, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"


def refused(*told: bytes) -> str:
    with pytest.raises(PackageRefused) as found:
        list(read_rows(hamlet, told, "18964"))
    assert found.value.refusal is Refusal.SCHEMA
    return found.value.detail


def test_the_columns_of_a_hamlet() -> None:
    """The other tests change this row, so it must be one."""
    names = [column.name for column in hamlet.columns if column.name != "commune_id"]
    row = {name: ROW.get(name) for name in names}
    assert [one["name"] for one in read_rows(hamlet, [line(row)], "18964")] == ["Thôn Đông"]


def whole(**change: Any) -> dict[str, Any]:
    names = [column.name for column in hamlet.columns if column.name != "commune_id"]
    return {name: ROW.get(name) for name in names} | change


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda row: row | {"more": 1}, "unknown field"),
        (lambda row: row | {"commune_id": "18997"}, "unknown field"),
        (lambda row: {key: value for key, value in row.items() if key != "name"}, "missing required"),
        (lambda row: row | {"name": 1}, "Expected `str`"),
        (lambda row: row | {"rev": "1"}, "Expected `int`"),
        (lambda row: row | {"rev": True}, "Expected `int`"),
        (lambda row: row | {"rev": 2**53}, "exactly"),
        (lambda row: row | {"name": "Tho\u0302n"}, "composed"),
        (lambda row: row | {"name": "Thôn\u0007"}, "control"),
        (lambda row: row | {"name": "Thôn\t"}, "control"),
        (lambda row: row | {"deleted": None}, "Expected `bool`"),
        (lambda row: row | {"deleted": True}, "tombstone"),
        (lambda row: row | {"uid": "x"}, "uid"),
    ],
)
def test_a_row_that_is_not_of_its_table(change: Callable[[dict[str, Any]], dict[str, Any]], why: str) -> None:
    assert why in refused(line(change(whole())))


def test_order_ends_and_form_of_the_lines() -> None:
    first, second = line(whole()), line(whole(uid=UID[:-1] + "0"))
    assert "not after" in refused(first, second)
    assert "not after" in refused(first, first)
    assert "no end" in refused(first[:-1])
    assert "canonical" in refused(first.replace(b'":', b'": ', 1))
    assert "line 1" in refused(b"\n")
    assert list(read_rows(hamlet, [], "18964")) == []


@given(st.binary(max_size=80))
def test_anything_else_has_a_name(told: bytes) -> None:
    try:
        rows = list(read_rows(hamlet, [told], "18964"))
    except PackageRefused:
        return
    assert rows == []
