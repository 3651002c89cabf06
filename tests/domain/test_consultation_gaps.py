"""What stands half entered, what the papers would leave open, and which gaps keep the dossier back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whole_consultation import (
    LEVELS,
    MEETING,
    NOTHING,
    STEPS,
    WHOLE,
    at,
    keys,
    only,
    only_of,
    survey,
    threshold,
)

from ntm_desktop.domain.consultation import (
    Publication,
    totals,
)
from ntm_desktop.domain.consultation_breaks import breaks
from ntm_desktop.domain.consulted import stopping


@pytest.mark.parametrize(
    ("counts", "lacking"),
    [
        ((0, 0, 0, 0, 0), "số hộ, số phiếu phát ra, số phiếu thu về, số phiếu hợp lệ"),
        ((76, 0, 0, 0, 0), "số phiếu phát ra, số phiếu thu về, số phiếu hợp lệ"),
        ((76, 76, 70, 0, 0), "số phiếu hợp lệ"),
    ],
)
def test_a_hamlet_of_which_only_a_part_was_typed_is_not_surveyed(
    counts: tuple[int, ...], lacking: str
) -> None:
    begun = survey("Thôn 2", *counts)
    found = only(replace(WHOLE, surveys=(*WHOLE.surveys, begun)))
    assert found.why == f"Chưa đủ phiếu của 01 thôn: Thôn 2 (chưa có {lacking})"
    assert totals([*WHOLE.surveys, begun]) == totals(WHOLE.surveys)
    assert only(replace(WHOLE, surveys=(begun,))).key == "survey"


@given(st.lists(st.tuples(*[st.integers(0, 3)] * 5), max_size=6))
def test_only_whole_rows_are_counted(rows: list[tuple[int, ...]]) -> None:
    surveys = [survey(f"Thôn {place}", *row) for place, row in enumerate(rows)]
    whole = [row for row in rows if all(row[:4])]
    count = totals(surveys)
    assert (count.households, count.satisfied) == (sum(r[0] for r in whole), sum(r[4] for r in whole))
    told = [one for one in breaks(replace(WHOLE, surveys=tuple(surveys))) if one.key == "survey"]
    assert bool(told) == (len(whole) < len(rows) or not rows)


def test_where_nobody_was_satisfied_the_hamlet_is_surveyed_all_the_same() -> None:
    assert survey("Thôn 1", 76, 76, 70, 70, 0).is_whole


def test_where_no_number_of_broadcasts_is_known_one_is_asked_for_all_the_same() -> None:
    """The report on opinions tells of the broadcasts."""
    unknown = {**WHOLE.thresholds, "broadcasts": threshold("broadcasts", None)}
    assert "broadcasts_none" not in keys(replace(WHOLE, thresholds=unknown))
    found = only_of(replace(WHOLE, thresholds=unknown, broadcasts=()), "broadcasts_none")
    assert (found.stops, found.source) == (True, STEPS)


@pytest.mark.parametrize(
    ("field", "none", "word"),
    [
        ("begins", "", "giờ bắt đầu"),
        ("ends", "", "giờ kết thúc"),
        ("place", "", "nơi họp"),
        ("chair", "", "người chủ trì"),
        ("secretary", "", "thư ký"),
        ("invited", 0, "số người được mời"),
        ("discussion", " ", "ý kiến thảo luận"),
        ("copies_sent", 0, "số bản của biên bản"),
    ],
)
def test_what_the_minutes_would_leave_open_is_named(field: str, none: object, word: str) -> None:
    found = only(replace(WHOLE, meeting=replace(MEETING, **{field: none})))  # type: ignore[arg-type]
    assert found.why == f"Biên bản còn để trống 01 chỗ: {word}"
    assert (found.stops, found.link.anchor) == (True, "cuoc-hop")


@pytest.mark.parametrize(
    ("key", "change"),
    [
        ("vote", {"meeting": replace(MEETING, agreed=20)}),
        ("publication_days", {"publications": (Publication("p", "UBND xã", at(6, 6), at(6, 15)),)}),
        ("broadcasts", {"broadcasts": WHOLE.broadcasts[:1]}),
    ],
)
def test_a_figure_that_nobody_has_checked_warns_and_a_checked_one_refuses(
    key: str, change: dict[str, object]
) -> None:
    broken = replace(WHOLE, **change)  # type: ignore[arg-type]
    doubted = {**WHOLE.thresholds, key: threshold(key, LEVELS[key], confirmed=False)}
    assert only_of(broken, key) in stopping(breaks(broken))
    unsure = replace(broken, thresholds=doubted)
    assert only_of(unsure, key) not in stopping(breaks(unsure))


def test_what_the_procedure_does_not_ask_for_before_the_dossier_goes_up_only_warns() -> None:
    assert [one.key for one in stopping(breaks(NOTHING))] == ["publication", "opinions", "meeting"]
    nothing_due = replace(NOTHING, due=frozenset({"to_trinh"}))
    assert stopping(breaks(nothing_due)) == ()
    assert [one.who for one in breaks(NOTHING) if one.key == "survey"] == [
        "Ủy ban Mặt trận Tổ quốc Việt Nam xã"
    ]
