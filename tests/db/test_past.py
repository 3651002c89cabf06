"""A copy of the data goes back to any entry of the history; the data themselves stay as they are."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
from commune_rows import AT, act, fact
from sqlalchemy import select

from ntm_desktop.db.chain import blank_images, head
from ntm_desktop.db.commune_code import correct_code
from ntm_desktop.db.engine import Database, live
from ntm_desktop.db.history import insert, remove, update
from ntm_desktop.db.models import assessment, hamlet, history, metadata
from ntm_desktop.db.past import past
from ntm_desktop.db.session import Session
from ntm_desktop.db.undo import undo
from ntm_desktop.errors import NtmError

Rows = dict[str, list[dict[str, Any]]]


def all_rows(session: Session) -> Rows:
    """Of the commune, and of the history."""
    return {
        table.name: sorted(
            (
                {str(name): value for name, value in row.items()}
                for row in session.rows(select(table).where(table.c.commune_id == session.commune_id))
            ),
            key=repr,
        )
        for table in metadata.sorted_tables
        if "commune_id" in table.c
    }


def read(database: Database) -> Rows:
    with database.read() as session:
        return all_rows(session)


def names(session: Session) -> list[str]:
    return sorted(row["name"] for row in session.rows(live(hamlet, session)))


@pytest.mark.parametrize("seed", range(6))
def test_every_state_that_once_was_is_found_again(commune: Database, seed: int) -> None:
    """Whatever was added, changed, removed, taken back, or called by another code since."""
    chosen = random.Random(seed)
    states = [read(commune)]

    def step(session: Session) -> None:
        number = len(states)
        known = [row["uid"] for row in session.rows(live(hamlet, session))]
        what = chosen.choice(("add", "change", "remove", "undo", "fact", "code"))
        if what == "add" or not known:
            insert(session, hamlet, [{"name": f"thôn {number}", "position": number}])
        elif what == "change":
            update(session, hamlet, chosen.choice(known), {"households": number})
        elif what == "remove":
            remove(session, hamlet, [chosen.choice(known)])
        elif what == "fact":
            insert(session, assessment, [fact(f"n{number}", seq=number)])
        elif what == "code":
            correct_code(session, str(20_000 + number))
        else:
            undo(session, chosen.randint(5, 4 + number))

    while len(states) < 25:
        try:
            act(commune, "Làm", step)
        except NtmError:
            continue  # an undoing that is refused
        if (now := read(commune)) != states[-1]:
            states.append(now)
    with commune.read() as session, past(session) as copy:
        for number in reversed(range(len(states))):
            assert all_rows(copy.back_to(4 + number)) == states[number]
        assert copy.unknown == ()
        assert all_rows(session) == states[-1]
    for number in chosen.sample(range(len(states)), 3):  # at one go
        with commune.read() as session, past(session) as copy:
            assert all_rows(copy.back_to(4 + number)) == states[number]


def test_the_past_can_be_gone_back_in_but_not_written(commune: Database) -> None:
    with commune.read() as session, past(session) as copy:
        before = copy.back_to(2)
        assert before.rows(live(assessment, before)) == []
        assert before.scalar(select(history.c.seq).order_by(history.c.seq.desc())) == 2
        with pytest.raises(RuntimeError):
            insert(before, hamlet, [{"name": "thôn mới", "position": 9}])
        assert len(session.rows(live(assessment, session))) == 1
        newest = head(session)
    with commune.read() as session:
        assert head(session) == newest


def test_what_an_erased_action_added_was_not_there_before(commune: Database) -> None:
    act(commune, "Thêm thôn", lambda s: insert(s, hamlet, [{"uid": "h3", "name": "thôn Ba", "position": 3}]))
    act(commune, "Xóa thôn", lambda s: remove(s, hamlet, ["h3"]))
    act(commune, "Xóa nội dung", lambda s: blank_images(s, 5))
    act(commune, "Xóa nội dung", lambda s: blank_images(s, 6))
    with commune.read() as session, past(session) as copy:
        before = copy.back_to(4)
        assert [row["uid"] for row in all_rows(before)["hamlet"]] == ["h1", "h2"]
        assert copy.unknown == (6,)  # which row it changed is known, not what stood there


def test_a_change_whose_content_was_erased_is_said_to_be_unknown(commune: Database) -> None:
    act(commune, "Sửa thôn", lambda s: update(s, hamlet, "h1", {"name": "thôn Mới"}))
    act(commune, "Sửa thôn", lambda s: update(s, hamlet, "h1", {"name": "thôn Mới Hơn"}))
    act(commune, "Xóa nội dung", lambda s: blank_images(s, 5))
    with commune.read() as session, past(session) as copy:
        assert names(copy.back_to(6)) == ["thôn Mới Hơn", "thôn Yên Bình"]
        assert copy.unknown == ()
        assert names(copy.back_to(4)) == ["thôn Mới", "thôn Yên Bình"]  # the oldest that is still known
        assert copy.unknown == (5,)


def test_a_column_that_came_with_an_upgrade_is_gone_back_to_what_that_gave_it(commune: Database) -> None:
    """The first image lacks it, a later one has it."""
    act(commune, "Sửa thôn", lambda s: update(s, hamlet, "h1", {"name": "thôn Mới"}))
    act(commune, "Sửa thôn", lambda s: update(s, hamlet, "h1", {"households": 120, "name": "thôn Mới Hơn"}))
    act(commune, "Sửa thôn", lambda s: update(s, hamlet, "h1", {"households": 150}))
    with commune.write("Đổi", "An", AT) as session:
        images = json.loads(session.scalar(select(history.c.images).where(history.c.seq == 5)))
        for side in ("before", "after"):  # as a version wrote it that knew no households
            del images[0][side]["households"]
        session.connection.execute(
            history.update().where(history.c.seq == 5).values(images=json.dumps(images))
        )
    with commune.read() as session, past(session) as copy:
        found = {}
        for seq in (7, 6, 5, 4):
            (row,) = (row for row in all_rows(copy.back_to(seq))["hamlet"] if row["uid"] == "h1")
            found[seq] = (row["name"], row["households"])
        assert found == {
            7: ("thôn Mới Hơn", 150),
            6: ("thôn Mới Hơn", 120),
            5: ("thôn Mới", None),
            4: ("thôn Yên Thắng", None),
        }
    with commune.read() as session, past(session) as copy:  # at one go
        (row,) = (row for row in all_rows(copy.back_to(4))["hamlet"] if row["uid"] == "h1")
        assert (row["name"], row["households"]) == ("thôn Yên Thắng", None)


def test_a_row_of_an_older_version_keeps_what_it_was_given_since(commune: Database) -> None:
    """Images lack the columns that came later; those stay as the upgrade filled them."""
    act(commune, "Sửa thôn", lambda s: update(s, hamlet, "h1", {"households": 120, "population": 400}))
    with commune.write("Đổi", "An", AT) as session:
        session.connection.execute(
            history.update()
            .where(history.c.seq == 5)
            .values(images='[{"table":"hamlet","uid":"h1","before":{"rev":1,"deleted":0,"name":"thôn Cũ",'
                    '"old":1},"after":{}}]')
        )  # fmt: skip
    with commune.read() as session, past(session) as copy:
        before = copy.back_to(4)
        row = before.row(live(hamlet, before).where(hamlet.c.uid == "h1"))
        assert row is not None
        assert (row["name"], row["rev"], row["population"]) == ("thôn Cũ", 1, 400)
