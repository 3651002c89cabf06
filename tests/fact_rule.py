"""The rule of the newest fact, told without a database; what the query finds is held against it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ntm_desktop.domain.facts import Fact, standing_facts


def state_on(facts: Iterable[Fact], on: date) -> Fact | None:
    """The newest fact by as-of date on or before ``on``, then by order of recording."""
    known = [fact for fact in standing_facts(facts) if fact.as_of <= on]
    return known[-1] if known else None
