from __future__ import annotations

import os
import shutil
import sqlite3
import struct
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from commune_rows import AT, HAMLETS, act, make
from ordinary_user import ordinary_user, read_only
from sqlalchemy import select

from ntm_desktop.db.chain import verify_chain
from ntm_desktop.db.engine import Database, DataInUse, Session, live
from ntm_desktop.db.history import insert
from ntm_desktop.db.models import hamlet, history
from ntm_desktop.db.sqlite_file import driver
from ntm_desktop.errors import NtmError


def everything(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "lock"
    }


def test_a_new_database_says_what_it_is(database: Database, folder: Path) -> None:
    assert (database.kind, database.commune_id) == ("commune", "18964")
    with database.read() as session:
        pragma = {
            name: session.connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("locking_mode", "journal_mode", "synchronous", "foreign_keys", "application_id")
        }
        loose = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict"
        tables = set(session.connection.exec_driver_sql(loose).scalars())
    assert pragma == {
        "locking_mode": "exclusive",
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "application_id": 0x4E544D44,
    }
    assert tables == {"alembic_version", "sqlite_schema"}
    database.close()
    assert {path.name for path in folder.iterdir()} == {"ntm.db", "lock"}


@pytest.mark.skipif(os.name != "posix", reason="Windows' permissions are not those of chmod")
def test_a_read_only_data_folder_is_refused_and_left_alone(commune: Database, folder: Path) -> None:
    commune.close()
    before = everything(folder)
    with read_only(folder) as locked, ordinary_user():
        with pytest.raises(NtmError, match=r"Không ghi được vào thư mục dữ liệu .*Xin quyền ghi"):
            Database.open(locked)
        assert everything(locked) == before


@pytest.mark.skipif(os.name != "posix", reason="Windows' permissions are not those of chmod")
def test_no_data_are_laid_in_a_read_only_folder() -> None:
    with read_only() as locked, ordinary_user():
        with pytest.raises(NtmError, match=r"Không ghi được vào thư mục dữ liệu"):
            make(locked / "Dữ liệu xã")
        assert list(locked.iterdir()) == []


def test_what_was_written_is_there_after_opening_again(commune: Database, folder: Path) -> None:
    commune.close()
    with Database.open(folder) as database, database.read() as session:
        names = [row["name"] for row in session.rows(live(hamlet, session).order_by(hamlet.c.position))]
    assert names == ["thôn Yên Thắng", "thôn Yên Bình"]


def test_an_action_that_fails_half_way_leaves_nothing(database: Database) -> None:
    def fail(session: Session) -> None:
        insert(session, hamlet, HAMLETS)
        raise NtmError("Dừng")

    with pytest.raises(NtmError, match="Dừng"):
        act(database, "Thêm thôn", fail)
    with database.read() as session:
        assert session.rows(live(hamlet, session)) == []
        assert session.rows(select(history)) == []


def test_an_action_takes_the_right_to_write_before_it_reads(database: Database) -> None:
    """What it decides by is then still so when it writes."""
    said: list[str] = []
    driver(database.connection).set_trace_callback(said.append)
    with database.write("Thêm thôn", "An", AT) as session:
        session.rows(live(hamlet, session))
    with database.read() as session:
        session.rows(live(hamlet, session))
    begun = [words for words in said if words.startswith("BEGIN")]
    assert (begun, said[0]) == (["BEGIN IMMEDIATE", "BEGIN"], "BEGIN IMMEDIATE")


def test_an_action_without_change_leaves_no_entry(database: Database) -> None:
    with database.write("Xem", "An", AT):
        pass
    with database.read() as session:
        assert session.rows(select(history)) == []


def test_a_reading_session_has_no_author(database: Database) -> None:
    with database.read() as session, pytest.raises(RuntimeError):
        insert(session, hamlet, HAMLETS)


def test_a_timestamp_without_offset_is_our_mistake(database: Database) -> None:
    with pytest.raises(ValueError), database.write("Thêm", "An", datetime(2021, 6, 30)) as session:  # noqa: DTZ001 - the mistake
        insert(session, hamlet, HAMLETS)


def test_made_on_one_thread_and_used_on_another(database: Database) -> None:
    found = []

    def read() -> None:
        act(database, "Thêm thôn", lambda session: insert(session, hamlet, HAMLETS))
        with database.read() as session:
            found.extend(session.rows(live(hamlet, session)))

    thread = threading.Thread(target=read)
    thread.start()
    thread.join()
    assert len(found) == 2


def test_a_second_opener_is_told_to_close_the_first(database: Database, folder: Path) -> None:
    with pytest.raises(DataInUse, match="đang được mở"):
        Database.open(folder)
    program = (
        "import sys; from pathlib import Path; from ntm_desktop.db.engine import Database, DataInUse\n"
        + ("try: Database.open(Path(sys.argv[1]))\nexcept DataInUse as error: print(type(error).__name__)")
    )
    ran = subprocess.run([sys.executable, "-c", program, str(folder)], capture_output=True, check=True)
    assert ran.stdout.strip() == b"DataInUse"
    database.close()
    Database.open(folder).close()


def test_a_folder_without_data_stays_without(tmp_path: Path) -> None:
    with pytest.raises(NtmError, match="chưa có dữ liệu"):
        Database.open(tmp_path / "nothing")
    assert list(tmp_path.iterdir()) == []


def test_data_are_never_made_over_data(commune: Database, folder: Path) -> None:
    commune.close()
    before = everything(folder)
    with pytest.raises(NtmError, match="đã có dữ liệu"):
        make(folder)
    assert everything(folder) == before


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NtmError, match="Không ghi được vào thư mục dữ liệu"):
        make(tmp_path / "file" / "data")


def _foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE notes (text)")
        other.commit()


def _text(path: Path) -> None:
    path.write_text("Đây không phải cơ sở dữ liệu. " * 10, encoding="utf-8")


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _newer(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[60:64] = struct.pack(">I", 9999)
    path.write_bytes(content)


def _cut(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def _scratched(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[8192 : 8192 + 4096] = b"\xa5" * 4096
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (_foreign, "không phải dữ liệu của chương trình"),
        (_text, "không phải dữ liệu của chương trình"),
        (_empty, "không phải dữ liệu của chương trình"),
        (_newer, "phiên bản mới hơn"),
        (_cut, "bị hỏng"),
        (_scratched, "bị hỏng"),
    ],
)
def test_what_cannot_be_opened_is_refused_untouched(
    commune: Database, folder: Path, spoil: Callable[[Path], None], sentence: str
) -> None:
    commune.close()
    spoil(folder / "ntm.db")
    before = everything(folder)
    with pytest.raises(NtmError, match=sentence):
        Database.open(folder)
    assert everything(folder) == before
    with pytest.raises(NtmError, match=sentence):  # the lock is free again
        Database.open(folder)


def test_a_newer_database_whose_writer_was_cut_off_is_refused(commune: Database, folder: Path) -> None:
    """Its header still says the old number; only the log beside it knows better."""
    commune.close()
    copy = folder.with_name("copy")
    copy.mkdir()
    with closing(sqlite3.connect(folder / "ntm.db", isolation_level=None)) as raw:
        raw.execute("PRAGMA locking_mode=EXCLUSIVE")
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
        raw.execute("PRAGMA user_version=9999")
        for path in folder.glob("ntm.db*"):
            shutil.copy(path, copy)
    with pytest.raises(NtmError, match="phiên bản mới hơn"):
        Database.open(copy)


def test_a_full_disk_loses_nothing_that_was_saved(commune: Database, folder: Path) -> None:
    with commune.read() as session:
        pages = session.connection.exec_driver_sql("PRAGMA page_count").scalar()
        session.connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    many = [{"name": f"thôn {number}", "position": number} for number in range(5000)]
    with pytest.raises(NtmError, match="đã đầy"):
        act(commune, "Thêm thôn", lambda session: insert(session, hamlet, many))
    with commune.read() as session:
        assert len(session.rows(live(hamlet, session))) == 2
        assert verify_chain(session) == 4
    commune.close()
    with Database.open(folder) as again, again.read() as session:
        assert len(session.rows(live(hamlet, session))) == 2


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of a file")
def test_a_disk_that_fills_while_saving_is_told(commune: Database, folder: Path) -> None:
    """The system itself refuses to let the file grow."""
    commune.close()
    program = Path(__file__).with_name("fill_disk.py")
    ran = subprocess.run(
        [sys.executable, str(program), str(folder)], capture_output=True, text=True, check=True
    )
    assert ran.stdout.startswith("NtmError: ")
    assert "dữ liệu đã lưu trước đó vẫn nguyên vẹn" in ran.stdout
    with Database.open(folder) as again, again.read() as session:
        assert len(session.rows(live(hamlet, session))) == 2
        assert verify_chain(session) == 4


@pytest.mark.skipif(
    os.name == "nt" or not Path("/proc").is_dir(), reason="needs a file system without writing"
)
def test_a_folder_that_may_only_be_read_is_told(commune: Database, folder: Path) -> None:
    commune.close()
    (folder / "lock").unlink()
    (folder / "lock").mkdir()  # what nobody, not even root, can open for writing
    before = everything(folder)
    with pytest.raises(NtmError, match="Không ghi được vào thư mục dữ liệu"):
        Database.open(folder)
    assert everything(folder) == before
