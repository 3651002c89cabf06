from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from commune_rows import AT, act, fact, found_commune, make
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Text, select

from ntm_desktop.db.chain import blank_images
from ntm_desktop.db.commune_code import correct_code
from ntm_desktop.db.engine import Database, Session, live
from ntm_desktop.db.history import insert, references, remove, update
from ntm_desktop.db.models import assessment, hamlet, metadata
from ntm_desktop.db.types import SUCCESSION
from ntm_desktop.errors import NtmError
from ntm_desktop.services import history
from ntm_desktop.services.blanking import WORDS


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with make(tmp_path / "data") as database:
        found_commune(database)
        yield database


def undo_last(database: Database) -> None:
    act(database, "Hoàn tác", lambda session: history.undo_last(session))


def name_of(database: Database) -> str:
    with database.read() as session:
        return str(session.scalar(select(hamlet.c.name).where(hamlet.c.uid == "h1")))


def rename(database: Database, name: str) -> None:
    act(database, f"Đổi tên thành {name}", lambda session: update(session, hamlet, "h1", {"name": name}))


def test_entries_come_newest_first_and_in_pages(database: Database) -> None:
    with database.read() as session:
        newest = history.entries(session, limit=3)
        older = history.entries(session, limit=3, before=newest[-1].seq)
    assert [row.action for row in newest] == ["Ghi chỉ tiêu", "Thêm cán bộ", "Thêm thôn"]
    assert [row.seq for row in older] == [1]
    assert (newest[0].by, newest[0].at.isoformat()) == ("Nguyễn Văn An", "2021-06-30T08:00:00+07:00")


def test_many_entries_are_searched_without_marks(database: Database) -> None:
    for number in range(450):
        act(database, "Sửa", lambda session, n=number: update(session, hamlet, "h1", {"households": n}))
    with database.read() as session:
        found = history.entries(session, limit=5, text="them thon")
        everything = history.entries(session, limit=1000)
    assert [row.seq for row in found] == [2]
    assert [row.seq for row in everything] == list(range(454, 0, -1))


def test_an_edit_is_shown_in_words(database: Database) -> None:
    act(
        database,
        "Sửa",
        lambda session: update(session, hamlet, "h1", {"name": "thôn Một", "households": 1200}),
    )
    with database.read() as session:
        (change,) = history.entry(session, seq=5).changes
    assert (change.label, change.title, change.state) == ("thôn", "thôn Một", "changed")
    assert {(field.name, field.before, field.after) for field in change.fields} == {
        ("Tên", "thôn Yên Thắng", "thôn Một"),
        ("Số hộ", "", "1.200"),
    }


def test_a_fact_is_shown_as_the_indicator_reads_it(database: Database) -> None:
    facts = [fact("f2", code="2.1", value='{"v":[9,10]}', person_uid="p1", seq=2)]
    act(database, "Ghi", lambda session: insert(session, assessment, facts))
    with database.read() as session:
        (change,) = history.entry(session, seq=5).changes
    shown = {field.name: field.after for field in change.fields}
    assert (change.state, shown["Kết luận"], shown["Ngày số liệu"]) == ("added", "Đạt", "30/6/2021")
    assert shown["Người phụ trách"] == "Trần Thị Bình"
    assert shown["Giá trị"].endswith("= 90%")


def test_a_correction_is_shown_beside_what_it_corrects(database: Database) -> None:
    facts = [fact("f2", code="15.1", value='{"v":[9,10]}', as_of="2021-03-31", seq=2)]
    act(database, "Ghi", lambda session: insert(session, assessment, facts))
    corrected = {**facts[0], "uid": "f3", "value": '{"v":[7,10]}', "verdict": "unmet", "seq": 3}
    corrected |= {"supersedes": "f2", "reason": "đếm nhầm"}
    act(database, "Sửa", lambda session: insert(session, assessment, [corrected]))
    act(database, "Gỡ", lambda session: remove(session, assessment, ["f2"]))
    with database.read() as session:
        (change,) = history.entry(session, seq=6).changes
    assert (change.state, change.title) == ("changed", "15.1")
    assert {(field.name, field.before, field.after) for field in change.fields} == {
        ("Giá trị", "9/10 = 90%", "7/10 = 70%"),
        ("Kết luận", "Đạt", "Chưa đạt"),
        ("Lý do", "", "đếm nhầm"),
    }


def test_removed_and_returned_are_told_apart(database: Database) -> None:
    act(database, "Xóa", lambda session: remove(session, hamlet, ["h2"]))
    undo_last(database)
    with database.read() as session:
        states = [history.entry(session, seq=seq).changes[0].state for seq in (2, 5, 6)]
    assert states == ["added", "removed", "returned"]


def test_undoing_again_and_again_goes_back_step_by_step(database: Database) -> None:
    rename(database, "thôn Một")
    rename(database, "thôn Hai")
    undo_last(database)
    assert name_of(database) == "thôn Một"
    undo_last(database)
    assert name_of(database) == "thôn Yên Thắng"
    with database.read() as session:
        taken_back = {row.seq: row.undone_by for row in history.entries(session, limit=9)}
    assert (taken_back[5], taken_back[6]) == (8, 7)


def test_what_was_done_again_can_be_undone_again(database: Database) -> None:
    rename(database, "thôn Một")
    undo_last(database)
    act(database, "Làm lại", lambda session: history.undo(session, seq=6))
    assert name_of(database) == "thôn Một"
    undo_last(database)
    assert name_of(database) == "thôn Yên Thắng"


def redo_last(database: Database) -> None:
    act(database, "Làm lại", lambda session: history.redo_last(session))


def test_what_was_taken_back_is_put_back_step_by_step(database: Database) -> None:
    rename(database, "thôn Một")
    rename(database, "thôn Hai")
    undo_last(database)
    undo_last(database)
    names = []
    for _ in range(2):
        redo_last(database)
        names.append(name_of(database))
    assert names == ["thôn Một", "thôn Hai"]
    with pytest.raises(NtmError, match="Không có thao tác nào vừa hoàn tác"):
        redo_last(database)
    undo_last(database)
    assert name_of(database) == "thôn Một"


def test_nothing_is_put_back_over_a_later_action(database: Database) -> None:
    rename(database, "thôn Một")
    undo_last(database)
    act(database, "Sửa", lambda session: update(session, hamlet, "h2", {"name": "thôn Ba"}))
    with pytest.raises(NtmError, match="Không có thao tác nào vừa hoàn tác"):
        redo_last(database)
    assert name_of(database) == "thôn Yên Thắng"


def test_with_nothing_left_undo_says_so(tmp_path: Path) -> None:
    with make(tmp_path / "empty") as database, pytest.raises(NtmError, match="Chưa có thao tác nào"):
        undo_last(database)


def test_a_corrected_code_is_shown(database: Database) -> None:
    act(database, "Sửa mã xã", lambda session: correct_code(session, "19117"))
    with database.read() as session:
        (change,) = history.entry(session, seq=5).changes
    assert (change.label, change.state) == ("mã xã", "changed")
    assert [(field.before, field.after) for field in change.fields] == [("18964", "19117")]


def test_blanked_content_is_said_to_be_gone(database: Database) -> None:
    act(database, "Xóa nội dung cũ", lambda session: blank_images(session, 3))
    with database.read() as session:
        detail = history.entry(session, seq=3)
        assert (detail.blanked, detail.changes) == (True, ())
        assert history.verify(session) == 5
        with pytest.raises(NtmError, match="số 99"):
            history.entry(session, seq=99)


def test_the_words_that_can_be_erased_are_columns_and_no_keys() -> None:
    tables = [table for table in metadata.sorted_tables if "deleted" in table.c]
    assert {column.name for table in tables for column in table.c} >= WORDS
    keys = {name for table in tables for name, _parent in references(table)} | set(SUCCESSION)
    assert not keys & WORDS
    assert all(isinstance(table.c[name].type, Text) for table in tables for name in WORDS if name in table.c)


def test_the_order_is_the_number_not_the_clock(database: Database) -> None:
    with database.write("Sửa", "An", AT - timedelta(days=3000)) as session:
        update(session, hamlet, "h1", {"households": 1})
    with database.read() as session:
        assert history.entries(session, limit=1)[0].seq == 5


actions = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.integers(0, 4), st.integers(0, 9)),
        st.tuples(st.just("change"), st.integers(0, 4), st.integers(0, 9)),
        st.tuples(st.just("remove"), st.integers(0, 4), st.just(0)),
    ),
    max_size=8,
)


def run(session: Session, kind: str, number: int, households: int) -> None:
    uids = [str(row["uid"]) for row in session.rows(live(hamlet, session).order_by(hamlet.c.uid))]
    uid = uids[number % len(uids)] if uids else ""
    if kind == "add" or not uids:
        insert(session, hamlet, [{"name": f"thôn {number}", "position": number}])
    elif kind == "change":
        update(session, hamlet, uid, {"households": households})
    else:
        remove(session, hamlet, [uid])


def rows_of(database: Database) -> list[dict[str, object]]:
    with database.read() as session:
        found = session.rows(live(hamlet, session).order_by(hamlet.c.uid))
        return [{str(name): value for name, value in row.items() if name != "rev"} for row in found]


@settings(max_examples=30)
@given(actions)
def test_undoing_everything_gives_back_every_state_on_the_way(some: list[tuple[str, int, int]]) -> None:
    with TemporaryDirectory() as folder, make(Path(folder)) as database:
        states = [rows_of(database)]
        for kind, number, households in some:
            before = rows_of(database)
            act(database, kind, partial(run, kind=kind, number=number, households=households))
            if rows_of(database) != before:
                states.append(rows_of(database))
        while states[1:]:
            assert rows_of(database) == states.pop()
            undo_last(database)
        assert rows_of(database) == states[0]
        with database.read() as session:
            history.verify(session)
