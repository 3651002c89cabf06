from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def sampled(run: Run) -> Run:
    assert run("sample").code == 0
    return run


def test_what_is_there_and_what_is_open(sampled: Run) -> None:
    shown = sampled("consultation", "show", "--json").json
    assert shown["on"] == "2021-06-30"
    assert shown["publications"][0] == {
        "place": "Trụ sở UBND xã", "first": "2021-06-21", "last": "2021-07-10", "days": 20,
    }  # fmt: skip
    assert shown["survey"]["hamlets"][0]["satisfaction"] == 9861
    assert len(shown["survey"]["without"]) == 4
    assert shown["meeting"] == {"on": "2021-07-15", "invited": 42, "present": 0, "agreed": 0, "vote": None}
    open_lines = {row["key"]: row["why"] for row in shown["breaks"]}
    assert open_lines["publication_open"] == "Đang niêm yết đến hết ngày 10/7/2021"
    levels = {row["key"]: row["value"] for row in shown["thresholds"]}
    assert (levels["vote"], levels["broadcasts"]) == (9000, None)
    text = sampled("consultation", "show").out
    assert "Phiếu thu về 450/575 (78,26%) hộ" in text
    assert "- Số lần phát thanh: Chưa có mức, nhập mức theo văn bản của tỉnh hoặc Mặt trận." in text


def test_an_office_that_has_asked_nobody(commune: Run) -> None:
    said = commune("consultation", "show", "--on", "30/6/2021")
    assert (said.code, "Chưa ghi cuộc họp đề nghị xét, công nhận" in said.out) == (0, True)
    refused = commune("consultation")
    assert (refused.code, "Ví dụ: ntm-desktop consultation show" in refused.err) == (2, True)
