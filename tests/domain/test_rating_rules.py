"""The rating that a year's facts propose."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.domain.rating import Rating, YearFacts, proposed_rating

ORDER = list(Rating)  # best first


@st.composite
def facts(draw: st.DrawFn) -> YearFacts:
    criteria, tasks = draw(st.integers(1, 19)), draw(st.integers(0, 30))
    met = draw(st.integers(0, criteria))
    return YearFacts(criteria, met, draw(st.integers(0, criteria - met)), tasks, draw(st.integers(0, tasks)))


@pytest.mark.parametrize(
    ("given_facts", "rating"),
    [
        (YearFacts(0, 0, 0, 3, 1), None),
        (YearFacts(5, 5, 0, 2, 0), Rating.EXCELLENT),
        (YearFacts(5, 5, 0, 2, 1), Rating.GOOD),
        (YearFacts(5, 4, 0, 0, 0), Rating.GOOD),
        (YearFacts(5, 4, 1, 0, 0), Rating.DONE),
        (YearFacts(2, 1, 0, 0, 0), Rating.DONE),
        (YearFacts(5, 2, 0, 0, 0), Rating.FAILED),
    ],
)
def test_the_levels(given_facts: YearFacts, rating: Rating | None) -> None:
    assert proposed_rating(given_facts) is rating


def rank(known: YearFacts) -> int:
    rating = proposed_rating(known)
    assert rating is not None
    return ORDER.index(rating)


@given(known=facts())
def test_worse_facts_never_propose_more(known: YearFacts) -> None:
    assert rank(replace(known, tasks=known.tasks + 1, late=known.late + 1)) >= rank(known)
    assert rank(replace(known, lost=known.lost + 1)) >= rank(known)
    if known.met:
        assert rank(replace(known, met=known.met - 1)) >= rank(known)


@given(known=facts())
def test_who_lost_a_criterion_is_not_proposed_for_good(known: YearFacts) -> None:
    lost = replace(known, lost=max(1, known.lost))
    assert proposed_rating(lost) in (Rating.DONE, Rating.FAILED)
