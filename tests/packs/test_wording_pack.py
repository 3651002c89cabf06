"""The default wording as it is shipped, and files of it that are not as they should be."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from ntm_desktop.documents.fields import FIELDS
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.forms import FORM_NAMES
from ntm_desktop.packs.wording import load_wording, read_wording
from ntm_desktop.paths import resource

SHIPPED = sorted(resource("forms", "wording").glob("*.json"))


def test_every_file_is_of_a_paper_and_each_part_stands_once() -> None:
    assert {path.stem for path in SHIPPED} <= set(FORM_NAMES)
    keys = [(one.paper, one.part) for one in load_wording(FIELDS)]
    assert len(keys) == len(set(keys))
    assert list(dict.fromkeys(paper for paper, _part in keys)) == list(FORM_NAMES)  # none is without words
    for path in SHIPPED:
        assert json.loads(path.read_bytes())["source"].strip()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda plain: plain.update(format=2),
        lambda plain: plain.update(lạ=1),
        lambda plain: plain.pop("source"),
        lambda plain: plain["parts"][0].update(template="một dòng"),
        lambda plain: plain["parts"][0].update(template=["{{ xa.__class__ }}"]),
        lambda plain: plain["parts"][0].update(template=["{{ khong_co }}"]),
    ],
)
def test_a_file_that_is_not_whole_or_not_safe_is_refused(spoil: Callable[[dict[str, Any]], object]) -> None:
    plain = json.loads(SHIPPED[0].read_bytes())
    assert read_wording(json.dumps(plain).encode(), FIELDS)
    spoil(plain)
    with pytest.raises(NtmError):
        read_wording(json.dumps(plain).encode(), FIELDS)


def test_half_a_file_is_refused() -> None:
    data = SHIPPED[0].read_bytes()
    with pytest.raises(NtmError, match="Cài lại chương trình"):
        read_wording(data[: len(data) // 2], FIELDS)
