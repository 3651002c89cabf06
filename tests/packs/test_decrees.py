"""The file of decrees on the simplified route: whole or refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from ntm_desktop.errors import NtmError
from ntm_desktop.packs.decrees import read_decrees, route_decrees
from ntm_desktop.paths import resource

Change = Callable[[dict[str, Any]], object]


def _given() -> dict[str, Any]:
    given: dict[str, Any] = json.loads(resource("works", "simplified-route.json").read_bytes())
    return given


def test_the_shipped_decrees_say_where_they_were_read() -> None:
    decrees = route_decrees()
    assert [decree.name for decree in decrees] == [
        "Nghị định số 161/2016/NĐ-CP",
        "Nghị định số 27/2022/NĐ-CP",
    ]
    assert all(one.source for decree in decrees for one in (decree, *decree.conditions))


@pytest.mark.parametrize(
    "change",
    [
        lambda given: given.update(format=2),
        lambda given: given.pop("decrees"),
        lambda given: given["decrees"][0].pop("ceiling"),
        lambda given: given["decrees"][0].update(since="31/12/2016"),
        lambda given: given["decrees"][1]["conditions"][0].update(key="weather"),
        lambda given: given["decrees"][1].update(ceiling="5 tỷ"),
    ],
)
def test_a_wrong_file_is_refused_as_a_whole(change: Change) -> None:
    given = _given()
    change(given)
    with pytest.raises(NtmError, match="Không đọc được điều kiện cơ chế đặc thù"):
        read_decrees(json.dumps(given).encode())


def test_half_a_file_is_refused() -> None:
    with pytest.raises(NtmError, match="Không đọc được"):
        read_decrees(resource("works", "simplified-route.json").read_bytes()[:-20])


def test_two_decrees_in_force_on_one_day_are_refused() -> None:
    given = _given()
    given["decrees"][0]["until"] = "2022-04-19"
    with pytest.raises(NtmError, match="trùng thời gian hiệu lực"):
        read_decrees(json.dumps(given).encode())
