from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from commune_rows import AT, PERSON, fact, found_commune, make

from ntm_desktop import settings
from ntm_desktop.db import chain
from ntm_desktop.db.commune_code import correct_code
from ntm_desktop.db.engine import Database
from ntm_desktop.db.history import insert, remove, update
from ntm_desktop.db.models import assessment, evidence, file, hamlet, person
from ntm_desktop.db.sqlite_file import driver
from ntm_desktop.domain.overview import Link
from ntm_desktop.services import backup, blanking, history, overview, workplace
from ntm_desktop.services.check import CheckReport, check
from ntm_desktop.settings import Settings


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with make(tmp_path / "data") as database:
        found_commune(database)
        with database.write("Thêm tệp", "An", AT) as session:
            stored = session.files.put_bytes(b"bien ban")
            row = {"sha256": stored.sha256, "size": stored.size, "type": "txt", "name": "a.txt"}
            insert(session, file, [row])
        yield database


def checked(database: Database, *, deep: bool = True) -> CheckReport:
    with database.read() as session:
        return check(session, deep=deep, now=AT)


def test_all_is_well(database: Database) -> None:
    database.files.put_bytes(b"taken in but never attached")
    assert checked(database) == CheckReport((), entries=5, files=1, orphans=1, deep=True)
    assert checked(database, deep=False).problems == ()


def test_a_rotten_file_is_found_by_reading_it(database: Database) -> None:
    (sha256,) = database.files.stored()
    database.files.path(sha256).write_bytes(b"Bien ban")
    assert checked(database, deep=False).problems == ()
    (problem,) = checked(database).problems
    assert "“a.txt”" in problem


def test_a_lost_file_is_found_at_once(database: Database) -> None:
    (sha256,) = database.files.stored()
    database.files.path(sha256).unlink()
    assert "“a.txt”" in checked(database, deep=False).problems[0]


def test_lost_files_are_told_together_by_the_title_of_the_evidence(database: Database) -> None:
    with database.write("Thêm", "An", AT) as session:
        for number in range(12):
            stored = session.files.put_bytes(b"%d" % number)
            row = {
                "uid": f"t{number}",
                "sha256": stored.sha256,
                "size": 1,
                "type": "txt",
                "name": "Biên bản 1.txt",
            }
            insert(session, file, [row])
            proof = {
                "file_uid": f"t{number}",
                "title": f"Biên bản {number}",
                "pages": "",
                "internal": 0,
            }
            insert(session, evidence, [{**proof, "added_on": "2021-06-30"}])
    for sha256 in database.files.stored():
        database.files.path(sha256).unlink()
    (problem,) = checked(database, deep=False).problems
    assert problem.startswith(
        "13 tệp đã lưu bị mất hoặc bị hỏng: “Biên bản 0” (Biên bản 1.txt), “Biên bản 1”, “"
    )
    assert "và 03 mục khác" in problem


def test_a_fact_whose_predecessor_is_gone_is_found(database: Database) -> None:
    with database.write("Sửa", "An", AT) as session:
        insert(session, assessment, [fact("f2", code="5.1", seq=2, supersedes="f1")])
        remove(session, assessment, ["f1"])
    (problem,) = checked(database, deep=False).problems
    assert "01 mục dựa vào mục đã xóa: kết quả đánh giá 5." in problem


def cut_off(database: Database, entries: int) -> None:
    """Takes the last entries with what they did: the chain that is left is whole."""
    raw = driver(database.connection)
    raw.execute("DELETE FROM history WHERE seq > (SELECT max(seq) FROM history) - ?", (entries,))
    raw.execute("DELETE FROM hamlet WHERE uid LIKE 'moi%'")


def add_hamlets(database: Database, *numbers: int) -> None:
    for number in numbers:
        with database.write(f"Thêm thôn {number}", "An", AT) as session:
            row = {"uid": f"moi{number}", "name": f"thôn {number}", "position": 5, "households": 1}
            insert(session, hamlet, [row])


def test_an_end_that_was_cut_off_is_known_by_the_backups(database: Database, tmp_path: Path) -> None:
    add_hamlets(database, 1)
    backup.make(database, to=backup.own_place(database.folder), at=AT)
    add_hamlets(database, 2, 3)
    stick = tmp_path / "USB"
    stick.mkdir()
    settings.save(Settings(backup_places=(str(stick), str(tmp_path / "rút ra"))), database.folder)
    made = backup.make(database, to=stick, at=AT)
    assert checked(database).problems == ()
    cut_off(database, 3)
    for deep in (False, True):
        (problem,) = checked(database, deep=deep).problems
        assert problem.startswith(f"Bản sao lưu số 1 ở {stick} có 03 thao tác mà dữ liệu hiện nay không có")
        assert "đến “Thêm thôn 3”" in problem
        assert problem.endswith(f"phục hồi từ {made.path}.")
    add_hamlets(database, 4)  # work goes on: the end is still missing
    assert "có 03 thao tác" in checked(database).problems[0]


@pytest.mark.parametrize("rows_too", [False, True])
def test_an_end_that_was_cut_off_is_known_without_any_backup(database: Database, rows_too: bool) -> None:
    add_hamlets(database, 1, 2)
    cut_off(database, 1) if rows_too else driver(database.connection).execute(
        "DELETE FROM history WHERE seq = 7"
    )
    (problem,) = checked(database, deep=False).problems
    assert problem.startswith(
        "Phần cuối của lịch sử đã mất: đã ghi đến thao tác số 7 nhưng nay chỉ còn đến số 6."
    )
    with database.read() as session:
        assert workplace.warnings(session, now=AT) == (problem,)
    add_hamlets(database, 3, 4, 5)  # work goes on: the end is still missing
    assert "từ thao tác số 7" in checked(database, deep=False).problems[0]


def test_the_overview_tells_that_the_end_is_gone(yen_hoa: Database) -> None:
    driver(yen_hoa.connection).execute("DELETE FROM history WHERE seq = (SELECT max(seq) FROM history)")
    with yen_hoa.read() as session:
        notice = overview.load(session, today=date(2021, 6, 30)).warnings[0]
    assert "Phần cuối của lịch sử đã mất" in notice.sentence
    assert notice.link == Link("thiet-lap", "sao-luu")


def test_a_history_of_a_program_that_kept_no_end_is_whole(database: Database) -> None:
    raw = driver(database.connection)
    raw.execute("DELETE FROM workplace WHERE key LIKE 'history_end%'")
    assert checked(database).problems == ()
    add_hamlets(database, 1)
    raw.execute(
        "UPDATE workplace SET value = (SELECT '3 ' || digest FROM history WHERE seq = 3) "
        "WHERE key LIKE 'history_end%'"
    )  # such a one wrote after one of today
    assert checked(database).problems == ()
    add_hamlets(database, 2)
    cut_off(database, 1)
    assert "chỉ còn đến số 6" in checked(database, deep=False).problems[0]


def test_a_damaged_backup_and_one_of_another_commune_are_no_witnesses(
    database: Database, tmp_path: Path
) -> None:
    add_hamlets(database, 1, 2)
    made = backup.make(database, to=backup.own_place(database.folder), at=AT)
    made.path.with_name("ntm.db").write_bytes(b"bit rot" * 1000)
    with make(tmp_path / "other") as other:
        found_commune(other)
        driver(other.connection).execute("UPDATE history SET digest = digest || '0'")
        backup.make(other, to=backup.own_place(database.folder), at=AT)
    cut_off(database, 2)
    (problem,) = checked(database).problems
    assert "Bản sao lưu số" not in problem


def test_what_a_restore_replaced_is_not_missed(database: Database) -> None:
    folder, place = database.folder, backup.own_place(database.folder)
    older = backup.make(database, to=place, at=AT)
    add_hamlets(database, 1, 2)
    backup.make(database, to=place, at=AT)
    database.close()
    backup.restore(folder, manifest=older.path, at=AT)
    with Database.open(folder) as restored:
        assert checked(restored).problems == ()


@pytest.mark.parametrize(
    ("tamper", "found"),
    [
        ("UPDATE hamlet SET households = 9 WHERE uid = 'h1'", "thôn thôn Yên Thắng"),
        ("UPDATE assessment SET verdict = 'unmet'", "kết quả đánh giá 2.1"),
        ("UPDATE hamlet SET deleted = 1 WHERE uid = 'h2'", "thôn thôn Yên Bình"),
        ("DELETE FROM assessment", "kết quả đánh giá 2.1"),
        (
            "INSERT INTO hamlet SELECT commune_id, 'h3', 1, 0, 'thôn Lạ', 3, 1, 1 FROM hamlet LIMIT 1",
            "thôn thôn Lạ",
        ),
    ],
)
def test_rows_changed_outside_the_history_are_found_and_named(
    database: Database, tamper: str, found: str
) -> None:
    driver(database.connection).execute(tamper)
    (problem,) = checked(database).problems
    assert f"01 mục không khớp với lịch sử, đã bị sửa từ bên ngoài chương trình: {found}." in problem
    assert checked(database, deep=False).problems == ()


def test_what_was_erased_on_request_is_no_change_from_outside(database: Database) -> None:
    with database.write("Sửa", "An", AT) as session:
        update(session, hamlet, "h1", {"households": 9})
    with database.write("Xóa nội dung cũ", "An", AT) as session:
        chain.blank_images(session, 6)
        chain.blank_images(session, 3)
    assert checked(database).problems == ()
    driver(database.connection).execute("UPDATE hamlet SET name = 'thôn Khác' WHERE uid = 'h2'")
    (problem,) = checked(database).problems
    assert "thôn Khác" in problem


def test_an_erasing_that_nobody_asked_for_is_a_changed_history(database: Database) -> None:
    raw = driver(database.connection)
    raw.execute("UPDATE history SET images = NULL WHERE seq = 4")
    raw.execute("UPDATE assessment SET rev = rev + 1, verdict = 'unmet'")
    for deep in (False, True):
        assert "từ thao tác số 4" in checked(database, deep=deep).problems[0]


@pytest.mark.parametrize(
    ("tamper", "found"),
    [
        ("UPDATE assessment SET rev = rev + 1, verdict = 'unmet'", "kết quả đánh giá 2.1"),  # not erased
        ("UPDATE hamlet SET rev = rev + 1, name = 'thôn Khác' WHERE uid = 'h1'", "thôn thôn Khác"),
        ("UPDATE hamlet SET name = 'thôn Khác' WHERE uid = 'h2'", "thôn thôn Khác"),
        ("UPDATE person SET rev = rev + 1, post = 'Lạ' WHERE uid = 'p2'", "cán bộ p2"),
        ("DELETE FROM hamlet WHERE uid = 'h1'", "thôn h1"),
        ("INSERT INTO hamlet SELECT commune_id, 'h3', 9, 0, 'Lạ', 3, 1, 1 FROM hamlet LIMIT 1", "thôn Lạ"),
    ],
)
def test_an_erasing_on_request_hides_no_change_of_other_rows(
    database: Database, tamper: str, found: str
) -> None:
    with database.write("Thêm", "An", AT) as session:
        insert(session, person, [PERSON | {"uid": "p2", "post": "Ghi nhầm"}])
    with database.write("Sửa", "An", AT) as session:
        update(session, person, "p2", {"post": "Công chức"})
        update(session, hamlet, "h1", {"households": 9})
    with database.write("Xóa", "An", AT) as session:
        remove(session, person, ["p2"])
    with database.write("Xóa nội dung cũ", "An", AT) as session:
        blanking.blank(session, seq=7)
    assert checked(database).problems == ()
    driver(database.connection).execute(tamper)
    (problem,) = checked(database).problems
    assert f"chương trình: {found}." in problem


def test_what_an_older_program_erased_is_no_change_from_outside(database: Database) -> None:
    with database.write("Sửa", "An", AT) as session:
        update(session, hamlet, "h1", {"households": 9})
    with database.write("Xóa nội dung cũ", "An", AT) as session:
        driver(session.connection).execute("UPDATE history SET images = NULL WHERE seq = 6")
        session.writing.images[("history", "6")] = (None, {"seq": 6})  # all that it said
    assert checked(database).problems == ()
    with database.write("Sửa nữa", "An", AT) as session:
        update(session, hamlet, "h1", {"households": 10})
    driver(database.connection).execute("UPDATE hamlet SET rev = rev + 1, households = 11 WHERE uid = 'h1'")
    assert "thôn Yên Thắng" in checked(database).problems[0]


@pytest.mark.parametrize(
    ("tamper", "found"),
    [
        ("UPDATE workplace SET value = 'zz' WHERE key = 'kind'", "không rõ là dữ liệu của cấp nào (“zz”)"),
        (
            "INSERT INTO hamlet SELECT '1', 'h3', 1, 0, 'thôn Lạ', 3, 1, 1 FROM hamlet LIMIT 1",
            "có dòng mang mã của xã khác (thôn 1)",
        ),
        ("UPDATE history SET commune_id = '99999'", "không có lịch sử của xã mang mã 18964"),
    ],
)
def test_a_folder_that_is_not_of_one_commune_is_found(database: Database, tamper: str, found: str) -> None:
    folder = database.folder
    driver(database.connection).execute(tamper)
    database.close()
    with Database.open(folder) as again:
        assert any(found in problem for problem in checked(again, deep=False).problems)


def test_a_history_whose_kept_end_says_nothing_is_broken(database: Database) -> None:
    driver(database.connection).execute("UPDATE workplace SET value = 'x' WHERE key LIKE 'history_end%'")
    assert "Lịch sử bị thay đổi từ bên ngoài" in checked(database, deep=False).problems[0]


def test_a_history_that_was_worked_with_fits_its_rows(yen_hoa: Database) -> None:
    with yen_hoa.write("Sửa mã xã", "An", AT) as session:
        correct_code(session, "19117")
    with yen_hoa.write("Hoàn tác", "An", AT) as session:
        history.undo(session, seq=history.entries(session, limit=2)[1].seq)
    with yen_hoa.read() as session:
        problems = check(session, deep=True, now=AT + timedelta(days=9000)).problems
    assert problems == ()


def test_a_row_that_points_nowhere_is_found(database: Database) -> None:
    raw = driver(database.connection)
    raw.execute("PRAGMA foreign_keys=OFF")
    raw.execute("UPDATE assessment SET person_uid = 'nobody'")
    (problem,) = checked(database, deep=False).problems
    assert "assessment" in problem
    assert len(checked(database).problems) == 2  # and it was not done here


def test_a_changed_history_is_found(database: Database) -> None:
    with database.write("", "", AT) as session:
        session.connection.exec_driver_sql("UPDATE history SET by_name = 'khác' WHERE seq = 3")
    report = checked(database)
    assert report.entries == 0
    assert "thao tác số 3" in report.problems[0]


def test_a_clock_that_went_back_is_found(database: Database) -> None:
    with database.read() as session:
        (problem,) = check(session, deep=False, now=AT - timedelta(days=1)).problems
    assert "Đồng hồ máy" in problem
