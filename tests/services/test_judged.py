"""The quick search for the fact that counts finds what the rule says."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

from commune_rows import fact
from fact_rule import state_on
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from office import AT, LEAD

from ntm_desktop.db.engine import Database
from ntm_desktop.db.history import insert, remove
from ntm_desktop.db.models import assessment
from ntm_desktop.db.session import live
from ntm_desktop.services.judged import fact_of, judge_on, newest_fact

START = date(2021, 1, 1)
SET = "xa-ntm-2016-2020"


class TakeBackError(Exception):
    """Ends a transaction without a trace."""


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    story=st.lists(
        st.tuples(st.integers(0, 6), st.one_of(st.none(), st.integers(0, 5)), st.booleans()), max_size=8
    ),
    on=st.integers(-1, 7),
)
def test_the_fact_found_is_the_one_of_the_rule(
    office: Database, story: list[tuple[int, int | None, bool]], on: int
) -> None:
    """Each fact: day, which earlier one it supersedes, whether it was taken back."""
    day = START + timedelta(days=on)
    with suppress(TakeBackError), office.write("Thử", LEAD, AT) as session:
        for seq, (offset, earlier, _gone) in enumerate(story):
            old = f"f{earlier}" if earlier is not None and earlier < seq else None
            as_of = (START + timedelta(days=offset)).isoformat()
            insert(session, assessment, [fact(f"f{seq}", as_of=as_of, seq=seq, supersedes=old)])
        remove(session, assessment, [f"f{seq}" for seq, (_d, _e, gone) in enumerate(story) if gone])
        found = newest_fact(session, set_id=SET, code="2.1", on=day)
        expected = state_on(map(fact_of, session.rows(live(assessment, session))), day)
        assert found == expected
        assert judge_on(session, on=day).states["2.1"].fact == expected
        raise TakeBackError
