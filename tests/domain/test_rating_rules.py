"""The rating that a year's facts propose."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.domain.rating import Rating, YearFacts, proposed_rating
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.ratings import rating_rule, read_rule
from ntm_desktop.paths import resource

ORDER = list(Rating)  # best first


@st.composite
def facts(draw: st.DrawFn) -> YearFacts:
    criteria, tasks = draw(st.integers(1, 19)), draw(st.integers(0, 30))
    met = draw(st.integers(0, criteria))
    lost, late = draw(st.integers(0, criteria - met)), draw(st.integers(0, tasks))
    return YearFacts(criteria, met, lost, tasks, late, late_works=draw(st.integers(0, 5)))


@pytest.mark.parametrize(
    ("given_facts", "rating"),
    [
        (YearFacts(0, 0, 0, 3, 1), None),
        (YearFacts(5, 5, 0, 2, 0), Rating.EXCELLENT),
        (YearFacts(5, 5, 0, 2, 1), Rating.GOOD),
        (YearFacts(5, 5, 0, 2, 0, late_works=1), Rating.GOOD),
        (YearFacts(5, 4, 0, 0, 0), Rating.GOOD),
        (YearFacts(5, 4, 1, 0, 0), Rating.DONE),
        (YearFacts(2, 1, 0, 0, 0), Rating.DONE),
        (YearFacts(5, 2, 0, 0, 0), Rating.FAILED),
    ],
)
def test_the_levels(given_facts: YearFacts, rating: Rating | None) -> None:
    assert proposed_rating(given_facts, rating_rule()) is rating


def rank(known: YearFacts) -> int:
    rating = proposed_rating(known, rating_rule())
    assert rating is not None
    return ORDER.index(rating)


@given(known=facts())
def test_worse_facts_never_propose_more(known: YearFacts) -> None:
    assert rank(replace(known, tasks=known.tasks + 1, late=known.late + 1)) >= rank(known)
    assert rank(replace(known, lost=known.lost + 1)) >= rank(known)
    assert rank(replace(known, late_works=known.late_works + 1)) >= rank(known)
    if known.met:
        assert rank(replace(known, met=known.met - 1)) >= rank(known)


@given(known=facts())
def test_who_lost_a_criterion_is_not_proposed_for_good(known: YearFacts) -> None:
    lost = replace(known, lost=max(1, known.lost))
    assert proposed_rating(lost, rating_rule()) in (Rating.DONE, Rating.FAILED)


def test_the_rule_is_data_and_says_what_it_asks_for() -> None:
    given = resource("people", "rating-rule.json").read_text(encoding="utf-8")
    stricter = read_rule(given.replace('"met_percent": 80', '"met_percent": 90').encode())
    assert proposed_rating(YearFacts(5, 4, 0, 0, 0), stricter) is Rating.DONE
    assert stricter.sentences()[1] == "Hoàn thành tốt nhiệm vụ: đạt từ 90% tiêu chí, không tiêu chí nào mất."
    assert stricter.sentences()[-1] == "Không hoàn thành nhiệm vụ: các trường hợp còn lại."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"format": 1', '"format": 2'),
        ('"met_percent": 50', '"met_percent": 90'),
        ('"met_percent": 80', '"met_percent": "80"'),
        ('"rating": "good"', '"rating": "done"'),
        ('{"rating": "failed"}', '{"rating": "failed", "most_lost": 1}'),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(old: str, new: str) -> None:
    given = resource("people", "rating-rule.json").read_text(encoding="utf-8")
    assert old in given
    with pytest.raises(NtmError, match="quy tắc đề xuất"):
        read_rule(given.replace(old, new).encode())
