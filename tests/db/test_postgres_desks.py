"""Several desks at one database of a server: who waits for whom, what each sees, and what a lost connection
leaves."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from commune_rows import AT, act, found_commune
from desks import Server, Shared
from sqlalchemy import select
from wire import Wire

from ntm_desktop.db import postgres_backend
from ntm_desktop.db.chain import verify_chain
from ntm_desktop.db.commune_code import correct_code
from ntm_desktop.db.engine import Database, Session, live
from ntm_desktop.db.history import insert, update
from ntm_desktop.db.models import hamlet
from ntm_desktop.db.session import until_written
from ntm_desktop.errors import NtmError

_WRITER = Path(__file__).with_name("write_at_a_desk.py")


@until_written(hamlet)
def names(session: Session) -> list[str]:
    return [row["name"] for row in session.rows(live(hamlet, session).order_by(hamlet.c.position))]


@pytest.fixture
def first(shared: Shared) -> Iterator[Database]:
    with shared.open("Bàn 1") as database:
        found_commune(database)
        yield database


@pytest.fixture
def second(first: Database, shared: Shared) -> Iterator[Database]:
    with shared.open("Bàn 2") as database:
        yield database


def rename(database: Database, uid: str, name: str, of: str | None = None) -> None:
    with database.write("Đổi tên thôn", "An", AT, of=of) as session:
        update(session, hamlet, uid, {"name": name})


def read(database: Database) -> list[str]:
    with database.read() as session:
        return names(session)


def hurry(database: Database, wait: str = "200ms") -> None:
    database.connection.exec_driver_sql(f"SET lock_timeout = '{wait}'")
    database.connection.rollback()


def test_a_desk_sees_what_another_wrote_since(first: Database, second: Database) -> None:
    assert read(second) == ["thôn Yên Thắng", "thôn Yên Bình"]
    rename(first, "h1", "thôn Một")
    assert read(second) == ["thôn Một", "thôn Yên Bình"]
    rename(second, "h2", "thôn Hai")
    assert read(first) == read(second) == ["thôn Một", "thôn Hai"]
    with first.read() as session:
        assert verify_chain(session) == 6


def test_what_an_action_decides_by_is_what_the_others_left(first: Database, second: Database) -> None:
    assert read(second) == ["thôn Yên Thắng", "thôn Yên Bình"]
    rename(first, "h1", "thôn Một")
    with second.write("Ghi", "Bình", AT) as session:
        assert names(session) == ["thôn Một", "thôn Yên Bình"]


def test_a_reading_sees_one_moment(first: Database, second: Database) -> None:
    with second.read() as session:
        before = session.rows(live(hamlet, session).order_by(hamlet.c.uid))
        rename(first, "h1", "thôn Một")
        assert session.rows(live(hamlet, session).order_by(hamlet.c.uid)) == before


def test_actions_about_one_commune_wait_for_each_other_and_others_do_not(
    first: Database, second: Database
) -> None:
    hurry(second)
    with first.write("Ghi lâu", "An", AT):
        with pytest.raises(NtmError, match=r"Máy khác đang ghi .* chưa được lưu\. Chờ một lát rồi thử lại"):
            rename(second, "h2", "thôn Hai")
        with second.write("Nhận gói", "Bình", AT, of="19117"):
            pass
    rename(second, "h2", "thôn Hai")
    assert read(first) == ["thôn Yên Thắng", "thôn Hai"]


def test_an_action_that_waited_comes_after_the_other(first: Database, second: Database) -> None:
    begun = threading.Event()

    def write() -> None:
        begun.set()
        rename(second, "h2", "thôn Hai")

    waiting = threading.Thread(target=write)
    with first.write("Đổi tên thôn", "An", AT) as session:
        waiting.start()
        begun.wait()
        update(session, hamlet, "h2", {"name": "thôn Khác", "households": 12})
    waiting.join()
    with first.read() as session:
        row = session.row(select(hamlet).where(hamlet.c.uid == "h2"))
        assert row is not None
        assert (row["name"], row["households"], row["rev"]) == ("thôn Hai", 12, 3)
        assert verify_chain(session) == 6


def test_processes_that_write_at_the_same_time_lose_nothing(shared: Shared, first: Database) -> None:
    first.close()
    desks = [shared.desk(f"Bàn {number}") for number in (1, 2)]
    running = [
        subprocess.Popen([sys.executable, str(_WRITER), str(desk), f"bàn {n}", "40"])
        for n, desk in enumerate(desks, 1)
    ]
    assert [process.wait(300) for process in running] == [0, 0]
    expected = {f"bàn {n}: thôn {number}" for n in (1, 2) for number in range(40)}
    with Database.open(desks[0]) as database:
        with database.read() as session:
            found = [row["name"] for row in session.rows(live(hamlet, session))]
            assert verify_chain(session) == 4 + 2 * 40
        assert sorted(found) == sorted(["thôn Yên Thắng", "thôn Yên Bình", *expected])


def test_all_desks_go_on_under_a_corrected_code(first: Database, second: Database) -> None:
    read(second)
    act(first, "Sửa mã", lambda session: correct_code(session, "18999"))
    with pytest.raises(NtmError, match="vừa được sửa thành 18999 ở máy khác"):
        rename(second, "h1", "thôn Một")
    assert (second.unit, second.commune_id) == ("18999", "18999")
    rename(second, "h1", "thôn Một")
    act(first, "Sửa mã", lambda session: correct_code(session, "18964"))
    assert read(second) == read(first) == ["thôn Một", "thôn Yên Bình"]
    assert second.commune_id == "18964"
    with second.read() as session:
        assert verify_chain(session) == 7


def end_all(postgresql: Server) -> None:
    """As a server does that is shut down."""
    postgresql.ask(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'ntm-desktop'"
    )


def test_a_server_that_was_started_anew_is_met_again_without_a_word(
    first: Database, postgresql: Server
) -> None:
    end_all(postgresql)
    assert read(first) == ["thôn Yên Thắng", "thôn Yên Bình"]
    end_all(postgresql)
    rename(first, "h1", "thôn Một")
    assert read(first) == ["thôn Một", "thôn Yên Bình"]


def test_an_action_whose_connection_breaks_is_told_and_leaves_nothing(
    first: Database, postgresql: Server
) -> None:
    with pytest.raises(NtmError, match=r"Mất kết nối .* chưa được lưu\. Kiểm tra máy chủ và mạng nội bộ"):
        add_a_third(first, lambda: end_all(postgresql))
    assert read(first) == ["thôn Yên Thắng", "thôn Yên Bình"]
    rename(first, "h1", "thôn Một")
    with first.read() as session:
        assert verify_chain(session) == 5


@pytest.fixture
def wire(postgresql: Server) -> Iterator[Wire]:
    wire = Wire(postgresql.port)
    yield wire
    wire.close()


@pytest.fixture
def far(first: Database, shared: Shared, wire: Wire) -> Iterator[Database]:
    """A desk at the other end of the wire."""
    with shared.through(wire.port).open("Bàn xa") as database:
        yield database


def add_a_third(database: Database, until: Callable[[], object] = str) -> None:
    with database.write("Thêm thôn", "An", AT) as session:
        insert(session, hamlet, [{"name": "thôn Ba", "position": 3}])
        until()


def test_an_action_whose_answer_was_lost_is_saved_once(first: Database, far: Database, wire: Wire) -> None:
    wire.cut = "after"
    add_a_third(far)
    assert wire.cut == "never"
    assert read(far) == read(first) == ["thôn Yên Thắng", "thôn Yên Bình", "thôn Ba"]
    rename(far, "h1", "thôn Một")
    with first.read() as session:
        assert verify_chain(session) == 6


def test_an_action_that_never_reached_the_server_is_told(first: Database, far: Database, wire: Wire) -> None:
    wire.cut = "before"
    with pytest.raises(NtmError, match=r"Mất kết nối .* chưa được lưu"):
        add_a_third(far)
    assert wire.cut == "never"
    assert read(far) == read(first) == ["thôn Yên Thắng", "thôn Yên Bình"]


def test_who_hears_no_more_of_an_action_is_told_to_look(
    first: Database, far: Database, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres_backend, "_WAITS", (0, 0))
    wire.cut, wire.is_down = "after", True
    with pytest.raises(NtmError, match=r"chưa rõ thao tác đã được lưu .* xem trang Lịch sử trước khi nhập"):
        add_a_third(far)
    with pytest.raises(NtmError, match="Mất kết nối"):
        read(far)
    wire.is_down = False
    assert read(far) == ["thôn Yên Thắng", "thôn Yên Bình", "thôn Ba"]
