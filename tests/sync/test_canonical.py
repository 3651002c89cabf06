from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Mapping
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.db.history import storable
from ntm_desktop.sync.canonical import CriteriaRef, content_root, lines, mark, row_line
from ntm_desktop.sync.jcs import LARGEST

CRITERIA = CriteriaRef(set="xa-ntm-2016-2020", version="1", sha256="0" * 64)

values = st.one_of(st.none(), st.integers(-LARGEST, LARGEST), st.text().map(storable))
rows = st.fixed_dictionaries(
    {
        "commune_id": st.just("18964"),
        "uid": st.uuids().map(str),
        "rev": st.integers(1, LARGEST),
        "deleted": st.sampled_from([0, 1]),
    },
    optional=dict.fromkeys(("name", "value", "as_of", "note"), values),
)


@given(rows)
def test_a_line_is_what_rfc_8785_says(row: dict[str, Any]) -> None:
    line = row_line(row)
    assert line == rfc8785.dumps(json.loads(line))
    assert b"\n" not in line


@given(rows)
def test_a_line_holds_the_row_but_not_the_commune(row: dict[str, Any]) -> None:
    expected = {name: value for name, value in row.items() if name != "commune_id"} | {
        "deleted": bool(row["deleted"])
    }
    if row["deleted"]:
        expected = {name: expected[name] for name in ("uid", "rev", "deleted")}
    assert json.loads(row_line(row)) == expected


@given(st.lists(rows, unique_by=lambda row: row["uid"]), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(some: list[Mapping[str, Any]], chance: random.Random) -> None:
    shuffled = list(some)
    chance.shuffle(shuffled)
    content = lines(some)
    assert lines(shuffled) == content
    uids = [json.loads(line)["uid"] for line in content.splitlines()]
    assert uids == sorted(row["uid"] for row in some)
    assert all(mark(uid) in content for uid in uids)


def test_a_number_that_json_cannot_carry_is_our_mistake() -> None:
    with pytest.raises(ValueError, match="larger than JSON"):
        row_line({"commune_id": "1", "uid": "u", "rev": 1, "deleted": 0, "value": LARGEST + 1})


pairs = st.lists(
    st.tuples(st.sampled_from(["data/a.jsonl", "data/b.jsonl"]), st.text("0123456789abcdef", min_size=64))
)


@given(pairs, st.lists(st.text("0123456789abcdef", min_size=64)), st.randoms(use_true_random=False))
def test_the_root_does_not_depend_on_order(
    data: list[tuple[str, str]], blobs: list[str], chance: random.Random
) -> None:
    root = content_root(unit="18964", period="2021", criteria=CRITERIA, data=data, blobs=blobs)
    data, blobs = list(data), list(blobs)
    chance.shuffle(data)
    chance.shuffle(blobs)
    assert content_root(unit="18964", period="2021", criteria=CRITERIA, data=data, blobs=blobs) == root


def test_the_root_is_the_digest_of_the_documented_json() -> None:
    root = content_root(
        unit="18964",
        period="2021",
        criteria=CRITERIA,
        data=[("data/b", "2"), ("data/a", "1")],
        blobs=["f", "e"],
    )
    documented = (
        '{"blobs":["e","f"],"criteria":{"set":"xa-ntm-2016-2020","sha256":"' + "0" * 64 + '","version":"1"},'
        '"data":[["data/a","1"],["data/b","2"]],"period":"2021","unit":"18964","v":1}'
    )
    assert root == hashlib.sha256(documented.encode()).hexdigest()
