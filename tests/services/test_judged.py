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
from ntm_desktop.services import people
from ntm_desktop.services.history import undo
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


def test_a_reading_after_an_action_knows_what_the_action_did(office: Database) -> None:
    """What one screen found serves the next, but never longer than the data say so."""
    assert _judged(office) == ("", 1)
    with office.write("Ghi 2.1", LEAD, AT) as session:
        insert(session, assessment, [fact("f1", as_of=START.isoformat(), seq=1)])
    first = _judged(office)
    assert first[0] == "f1"
    assert _judged(office) == first
    with suppress(TakeBackError), office.write("Bỏ dở", LEAD, AT) as session:
        remove(session, assessment, ["f1"])
        raise TakeBackError
    assert _judged(office) == first
    with office.write("Thêm người", LEAD, AT) as session:
        people.save_person(session, name="Trần Thị Mới", post="Công chức")
    assert _judged(office) == ("f1", first[1] + 1)
    with office.write("Hoàn tác", LEAD, AT) as session:
        undo(session, seq=2)
    assert _judged(office) == ("", first[1] + 1)


def _judged(office: Database) -> tuple[str, int]:
    with office.read() as session:
        standing = judge_on(session, on=START).states["2.1"].fact
        return standing.uid if standing else "", len(people.list_people(session))
