"""The list of what must hold before a commune is recognised again: whole or refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from ntm_desktop.domain.recognition import ANSWERED
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.forms import regime_ids
from ntm_desktop.packs.recognition import read_items, recognition_items
from ntm_desktop.paths import resource

Change = Callable[[dict[str, Any]], object]


def _given() -> dict[str, Any]:
    given: dict[str, Any] = json.loads(resource("people", "re-recognition.json").read_bytes())
    return given


def test_every_shipped_item_says_where_it_comes_from_and_for_which_regimes() -> None:
    items = recognition_items()
    assert {item.key for item in items if item.key} == ANSWERED
    assert all(item.text and item.source for item in items)
    assert {regime for item in items for regime in item.regimes} <= set(regime_ids())
    (revoked,) = [item for item in items if item.key == "revoked"]
    assert "2016" not in revoked.regimes  # Quyết định 18/2022 came later


@pytest.mark.parametrize(
    "change",
    [
        lambda given: given.update(format=2),
        lambda given: given.pop("format"),
        lambda given: given.pop("items"),
        lambda given: given.update(items={}),
        lambda given: given["items"][0].pop("source"),
        lambda given: given["items"][0].update(key="weather"),
        lambda given: given["items"][0].update(regimes="2016"),
        lambda given: given["items"][1].update(text=5),
    ],
)
def test_a_wrong_file_is_refused_as_a_whole(change: Change) -> None:
    given = _given()
    change(given)
    with pytest.raises(NtmError, match="Không đọc được danh mục điều kiện công nhận lại") as refused:
        read_items(json.dumps(given).encode())
    assert "\n" not in refused.value.message


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"\xff\xfe", resource("people", "re-recognition.json").read_bytes()[:-9]]
)
def test_what_is_no_such_file_is_refused(data: bytes) -> None:
    with pytest.raises(NtmError, match="Cài lại chương trình"):
        read_items(data)
