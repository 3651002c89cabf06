from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
import sqlite3
import struct
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from commune_rows import AT, act, found_commune, make

from ntm_desktop.db.engine import Database, DataInUse, live
from ntm_desktop.db.history import insert, remove, update
from ntm_desktop.db.models import file, hamlet
from ntm_desktop.errors import NtmError
from ntm_desktop.services import backup, history
from ntm_desktop.services.history import HistoryDetail

OLD = Path(__file__).parents[1] / "db" / "old" / "0.1.0.db"
PHOTO = b"\xff\xd8\xff anh cong trinh" * 1000


@pytest.fixture
def database(tmp_path: Path) -> Database:
    """Closed by the test."""
    database = make(tmp_path / "data")
    found_commune(database)
    with database.write("Thêm minh chứng", "An", AT) as session:
        stored = session.files.put_bytes(PHOTO)
        row = {"uid": "t1", "sha256": stored.sha256, "size": stored.size, "type": "jpeg", "name": "anh.jpg"}
        insert(session, file, [row])
    return database


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "USB"
    place.mkdir()
    return place


def names_of(folder: Path) -> list[str]:
    with Database.open(folder) as database, database.read() as session:
        return sorted(row["name"] for row in session.rows(live(hamlet, session)))


def test_a_backup_is_a_whole_copy_with_each_file_once(database: Database, stick: Path) -> None:
    first = backup.make(database, to=stick, at=AT)
    act(database, "Sửa thôn", lambda session: update(session, hamlet, "h1", {"households": 9}))
    second = backup.make(database, to=stick, at=AT - timedelta(days=4000))
    database.close()
    assert [path.name for path in sorted(stick.iterdir())] == ["1", "2", "files"]
    (photo,) = [path for path in (stick / "files").rglob("*") if path.is_file()]
    assert photo.read_bytes() == PHOTO
    assert first.manifest.files == ((photo.name, len(PHOTO)),) == second.manifest.files
    assert (first.manifest.commune_name, first.manifest.made_at) == ("xã Yên Hóa", "2021-06-30T01:00:00Z")
    assert first.manifest.counts["hamlet"] == 2
    assert second.manifest.newest is not None
    assert (second.manifest.newest.seq, second.manifest.newest.action) == (6, "Sửa thôn")
    assert [found.manifest.number for found in backup.list_backups(place=stick)] == [2, 1]


def test_a_place_is_a_folder_of_its_own_unless_backups_lie_there(database: Database, stick: Path) -> None:
    own = backup.place_in(stick, commune_name="xã Yên Hóa")
    assert own == stick / "Sao lưu NTM - xã Yên Hóa"
    assert backup.place_in(own, commune_name="xã Yên Hóa") == own
    backup.make(database, to=stick, at=AT)
    database.close()
    assert backup.place_in(stick, commune_name="xã Yên Hóa") == stick


def test_an_unplugged_stick_is_told(database: Database, tmp_path: Path) -> None:
    with pytest.raises(NtmError, match="Không thấy nơi sao lưu"):
        backup.make(database, to=tmp_path / "media" / "USB", at=AT)
    database.close()
    assert not (tmp_path / "media").exists()


def test_a_lost_file_does_not_stop_the_backup_and_is_named(database: Database, stick: Path) -> None:
    (sha256,) = database.files.stored()
    database.files.path(sha256).write_bytes(b"bit rot")
    made = backup.make(database, to=stick, at=AT)
    database.close()
    assert (made.manifest.files, made.manifest.missing) == ((), (sha256,))


def test_closing_backs_up_only_what_is_new_and_keeps_the_newest(database: Database, stick: Path) -> None:
    backup.make(database, to=stick, at=AT)
    for day in range(4):
        act(database, "Sửa", lambda session, day=day: update(session, hamlet, "h1", {"households": day}))
        closing = backup.make_at_close(database, places=[stick], at=AT - timedelta(days=day), keep=2)
        assert (len(closing.made), closing.problems) == (2, ())
    assert backup.make_at_close(database, places=[stick], at=AT).made == ()
    numbers = [(found.manifest.number, found.manifest.reason) for found in backup.list_backups(place=stick)]
    assert numbers == [(5, "close"), (4, "close"), (1, "asked")]
    own = backup.list_backups(place=backup.own_place(database.folder))
    assert [found.manifest.number for found in own] == [4, 3]
    database.close()


def test_closing_without_the_stick_still_backs_up_at_home(database: Database, tmp_path: Path) -> None:
    closing = backup.make_at_close(database, places=[tmp_path / "media" / "USB"], at=AT)
    database.close()
    assert len(closing.made) == 1
    assert "Cắm lại ổ USB" in closing.problems[0]


def test_files_no_backup_names_any_more_leave_the_place(database: Database, stick: Path) -> None:
    (stick / "files" / "ab").mkdir(parents=True)
    stray = stick / "files" / "ab" / ("ab" * 32)
    stray.write_bytes(b"left by a backup that is gone")
    backup.make_at_close(database, places=[stick], at=AT, keep=1)
    database.close()
    assert not stray.exists()
    assert len([path for path in (stick / "files").rglob("*") if path.is_file()]) == 1


def test_what_is_not_ours_on_the_stick_stays_and_what_was_cut_off_goes(
    database: Database, stick: Path
) -> None:
    theirs = stick / "2021" / "anh.jpg"
    cut_off = stick / "2022" / "ntm.db"
    for path in (theirs, cut_off):
        path.parent.mkdir()
        path.write_bytes(b"something")
    closing = backup.make_at_close(database, places=[stick], at=AT)
    database.close()
    assert closing.made[1].manifest.number == 2023
    assert theirs.read_bytes() == b"something"
    assert not cut_off.parent.exists()


def test_the_preview_says_what_would_change(database: Database, stick: Path) -> None:
    made = backup.make(database, to=stick, at=AT)
    act(database, "Xóa thôn", lambda session: remove(session, hamlet, ["h2"]))
    preview = backup.preview_restore(database, manifest=made.path)
    assert [(c.label, c.now, c.then) for c in preview.counts] == [("thôn", 1, 2)]
    assert preview.newest_now is not None
    assert (preview.newest_now.action, preview.other_commune) == ("Xóa thôn", False)
    assert (preview.replaced, preview.brought) == (1, 0)
    database.close()
    on_an_empty_pc = backup.preview_restore(None, manifest=made.path)
    assert ("thôn", 0, 2) in [(c.label, c.now, c.then) for c in on_an_empty_pc.counts]


def test_the_preview_counts_the_actions_since_the_two_histories_parted(
    database: Database, stick: Path, tmp_path: Path
) -> None:
    first = backup.make(database, to=stick, at=AT)
    for name in ("thôn Một", "thôn Hai", "thôn Ba"):
        act(database, "Sửa tên", lambda session, name=name: update(session, hamlet, "h1", {"name": name}))
    second = backup.make(database, to=stick, at=AT)
    preview = backup.preview_restore(database, manifest=first.path)
    assert (preview.counts, preview.replaced, preview.brought) == ((), 3, 0)
    same = backup.preview_restore(database, manifest=second.path)
    assert (same.replaced, same.brought) == (0, 0)
    database.close()
    backup.restore(tmp_path / "data", manifest=first.path, at=AT)
    with Database.open(tmp_path / "data") as again:
        older = backup.preview_restore(again, manifest=second.path)
        assert (older.replaced, older.brought) == (0, 3)
        act(again, "Sửa tên", lambda session: update(session, hamlet, "h1", {"name": "thôn Khác"}))
        parted = backup.preview_restore(again, manifest=second.path)
    assert (parted.replaced, parted.brought) == (1, 3)
    assert backup.preview_restore(None, manifest=second.path).replaced == 0


def test_a_preview_of_a_backup_without_its_database_is_refused(database: Database, stick: Path) -> None:
    made = backup.make(database, to=stick, at=AT)
    _lost_database(made.path.parent)
    with pytest.raises(NtmError, match="bị hỏng"):
        backup.preview_restore(database, manifest=made.path)
    database.close()


def test_what_is_not_there_is_not_called_damaged(database: Database, stick: Path) -> None:
    made = backup.make(database, to=stick, at=AT)
    with pytest.raises(NtmError, match="Không thấy bản sao lưu"):
        backup.preview_restore(database, manifest=stick / "9" / "manifest.json")
    with pytest.raises(NtmError, match="là một thư mục"):
        backup.preview_restore(database, manifest=made.path.parent)
    database.close()


def test_restoring_brings_rows_and_files_back_and_keeps_what_was(
    database: Database, stick: Path, tmp_path: Path
) -> None:
    made = backup.make(database, to=stick, at=AT)
    act(database, "Xóa thôn", lambda session: remove(session, hamlet, ["h2"]))
    database.close()
    folder = tmp_path / "data"
    shutil.rmtree(folder / "files")
    restored = backup.restore(folder, manifest=made.path, at=AT)
    assert names_of(folder) == ["thôn Yên Bình", "thôn Yên Thắng"]
    with Database.open(folder) as again:
        assert [again.files.read(sha256) for sha256 in again.files.stored()] == [PHOTO]
    assert restored.kept is not None
    backup.restore(folder, manifest=restored.kept, at=AT)
    assert names_of(folder) == ["thôn Yên Thắng"]


def newest_of(folder: Path) -> HistoryDetail:
    with Database.open(folder) as database, database.read() as session:
        assert history.verify(session) > 0
        return history.entry(session, seq=history.entries(session, limit=1)[0].seq)


def test_the_history_tells_of_the_restore_and_the_backup_stays_as_it_was(
    database: Database, stick: Path, tmp_path: Path
) -> None:
    made = backup.make(database, to=stick, at=AT)
    act(database, "Xóa thôn", lambda session: remove(session, hamlet, ["h2"]))
    database.close()
    before = {path: path.read_bytes() for path in stick.rglob("*") if path.is_file()}
    folder, later = tmp_path / "data", AT + timedelta(hours=1)
    restored = backup.restore(folder, manifest=made.path, at=later, by="Cao Thị Hòa")
    assert {path: path.read_bytes() for path in stick.rglob("*") if path.is_file()} == before
    detail = newest_of(folder)
    assert detail.row.what == "Phục hồi từ bản sao lưu số 1 ngày 30/6/2021"
    assert (detail.row.by, detail.row.seq) == ("Cao Thị Hòa", 6)
    assert detail.row.at.isoformat() == "2021-06-30T09:00:00+07:00"
    (change,) = detail.changes
    assert (change.label, change.title, change.state) == ("dữ liệu", "bản sao lưu số 1", "returned")
    assert [field.after for field in change.fields] == [
        "08:00 ngày 30/6/2021",
        "Thêm minh chứng",
        str(restored.kept),
    ]


def test_a_backup_says_what_was_taken_back_or_done_again_last(database: Database, stick: Path) -> None:
    act(database, "Xóa thôn", lambda session: remove(session, hamlet, ["h2"]))
    act(database, "Hoàn tác", history.undo_last)
    made = backup.make(database, to=stick, at=AT)
    assert made.manifest.newest is not None
    assert made.manifest.newest.action == "Hoàn tác: Xóa thôn"
    act(database, "Làm lại", history.redo_last)
    made = backup.make(database, to=stick, at=AT)
    assert made.manifest.newest is not None
    assert made.manifest.newest.action == "Làm lại: Xóa thôn"


def test_a_restore_is_not_offered_to_be_taken_back(database: Database, stick: Path, tmp_path: Path) -> None:
    made = backup.make(database, to=stick, at=AT)
    database.close()
    backup.restore(tmp_path / "data", manifest=made.path, at=AT)
    assert newest_of(tmp_path / "data").restored
    assert newest_of(tmp_path / "data").row.by == "Trần Thị Bình"  # the lead, where nobody is named
    with Database.open(tmp_path / "data") as again:
        with again.read() as session:
            assert history.next_to_undo(session) == ""
        with (
            pytest.raises(NtmError, match="Không hoàn tác được việc phục hồi"),
            again.write("Hoàn tác", "An", AT) as session,
        ):
            history.undo_last(session)
        act(again, "Sửa tên", lambda session: update(session, hamlet, "h1", {"name": "thôn Mới"}))
        with again.read() as session:
            assert history.next_to_undo(session) == "Sửa tên"


def test_a_backup_of_an_older_program_with_rotten_content_is_refused(
    database: Database, stick: Path, tmp_path: Path
) -> None:
    made = backup.make(database, to=stick, at=AT)
    database.close()
    copy = made.path.with_name("ntm.db")
    shutil.copy(OLD, copy)
    as_old = json.loads(made.path.read_bytes()) | {"files": [], "database_sha256": sha256(copy)}
    made.path.write_text(json.dumps(as_old))
    backup.restore(tmp_path / "other", manifest=made.path, at=AT)
    assert newest_of(tmp_path / "other").restored
    with contextlib.closing(sqlite3.connect(copy, isolation_level=None)) as raw:
        raw.execute("UPDATE history SET images = '[{' WHERE seq = 3")
    made.path.write_text(json.dumps(as_old | {"database_sha256": sha256(copy)}))
    with pytest.raises(NtmError, match=r"đã hỏng từ trước khi sao lưu\. Chọn bản sao lưu cũ hơn"):
        backup.restore(tmp_path / "data", manifest=made.path, at=AT)
    assert names_of(tmp_path / "data") == ["thôn Yên Bình", "thôn Yên Thắng"]


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_an_empty_pc_is_filled_from_a_stick(database: Database, stick: Path, tmp_path: Path) -> None:
    made = backup.make(database, to=stick, at=AT)
    database.close()
    restored = backup.restore(tmp_path / "PC mới" / "data", manifest=made.path, at=AT)
    assert restored.kept is None
    assert names_of(tmp_path / "PC mới" / "data") == ["thôn Yên Bình", "thôn Yên Thắng"]


def test_a_damaged_database_is_replaced_and_kept_as_it_is(
    database: Database, stick: Path, tmp_path: Path
) -> None:
    made = backup.make(database, to=stick, at=AT)
    database.close()
    damaged = tmp_path / "data" / "ntm.db"
    damaged.write_bytes(damaged.read_bytes()[:5000])
    damaged.with_name("ntm.db-wal").write_bytes(b"what a crash left")
    restored = backup.restore(tmp_path / "data", manifest=made.path, at=AT)
    assert restored.kept is not None
    assert (restored.kept / "ntm.db").stat().st_size == 5000
    assert (restored.kept / "ntm.db-wal").read_bytes() == b"what a crash left"
    assert names_of(tmp_path / "data") == ["thôn Yên Bình", "thôn Yên Thắng"]


def test_an_open_database_is_not_replaced(database: Database, stick: Path) -> None:
    made = backup.make(database, to=stick, at=AT)
    with pytest.raises(DataInUse):
        backup.restore(database.folder, manifest=made.path, at=AT)
    database.close()


def _rotten_database(backup_folder: Path) -> None:
    copy = backup_folder / "ntm.db"
    content = bytearray(copy.read_bytes())
    content[-100] ^= 1
    copy.write_bytes(content)


def _lost_database(backup_folder: Path) -> None:
    (backup_folder / "ntm.db").unlink()


def _rotten_file(backup_folder: Path) -> None:
    (photo,) = [path for path in (backup_folder.parent / "files").rglob("*") if path.is_file()]
    photo.write_bytes(PHOTO[:-1])


def _lost_file(backup_folder: Path) -> None:
    (photo,) = [path for path in (backup_folder.parent / "files").rglob("*") if path.is_file()]
    photo.unlink()


def _cut_manifest(backup_folder: Path) -> None:
    path = backup_folder / "manifest.json"
    path.write_bytes(path.read_bytes()[:-20])


def _climbing_manifest(backup_folder: Path) -> None:
    path = backup_folder / "manifest.json"
    manifest = json.loads(path.read_bytes())
    manifest["files"][0][0] = "../../../../etc/passwd"
    path.write_text(json.dumps(manifest))


def _no_manifest(backup_folder: Path) -> None:
    (backup_folder / "manifest.json").unlink()


@pytest.mark.parametrize(
    "spoil",
    [_rotten_database, _lost_database, _cut_manifest, _climbing_manifest, _no_manifest],
)
def test_a_spoilt_backup_is_refused_and_the_data_stay(
    database: Database, stick: Path, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    made = backup.make(database, to=stick, at=AT)
    act(database, "Xóa thôn", lambda session: remove(session, hamlet, ["h2"]))
    database.close()
    spoil(made.path.parent)
    with pytest.raises(NtmError, match="Chọn bản sao lưu khác"):
        backup.restore(tmp_path / "data", manifest=made.path, at=AT)
    assert names_of(tmp_path / "data") == ["thôn Yên Thắng"]


@pytest.mark.parametrize(("spoil", "seen"), [(_lost_file, ("“anh.jpg”",)), (_rotten_file, ("“anh.jpg”",))])
def test_a_backup_without_one_of_its_files_still_brings_the_rest(
    database: Database, stick: Path, tmp_path: Path, spoil: Callable[[Path], None], seen: tuple[str, ...]
) -> None:
    made = backup.make(database, to=stick, at=AT)
    database.close()
    spoil(made.path.parent)
    assert backup.preview_restore(None, manifest=made.path).lost == seen
    folder = tmp_path / "PC mới"
    with pytest.raises(NtmError, match=r"thiếu hoặc hỏng 01 tệp\. Chọn bản sao lưu khác") as refused:
        backup.restore(folder, manifest=made.path, at=AT)
    assert refused.value.problems == ("“anh.jpg”",)
    assert not (folder / "ntm.db").exists()
    restored = backup.restore(folder, manifest=made.path, at=AT, incomplete=True)
    assert restored.lost == ("“anh.jpg”",)
    assert names_of(folder) == ["thôn Yên Bình", "thôn Yên Thắng"]


@pytest.mark.parametrize("spoil", [_lost_file, _rotten_file])
def test_what_the_backup_lost_is_taken_from_the_data_that_still_have_it(
    database: Database, stick: Path, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    made = backup.make(database, to=stick, at=AT)
    spoil(made.path.parent)
    assert backup.preview_restore(database, manifest=made.path).lost == ()
    database.close()
    assert backup.restore(tmp_path / "data", manifest=made.path, at=AT).lost == ()


def test_a_restore_mends_a_file_that_was_damaged_here(
    database: Database, stick: Path, tmp_path: Path
) -> None:
    made = backup.make(database, to=stick, at=AT)
    (sha256,) = database.files.stored()
    database.files.path(sha256).write_bytes(b"hong")
    database.close()
    backup.restore(tmp_path / "data", manifest=made.path, at=AT)
    with Database.open(tmp_path / "data") as again:
        assert again.files.read(sha256) == PHOTO


def test_a_backup_of_a_newer_program_is_refused(database: Database, stick: Path, tmp_path: Path) -> None:
    made = backup.make(database, to=stick, at=AT)
    database.close()
    copy = made.path.with_name("ntm.db")
    content = bytearray(copy.read_bytes())
    content[60:64] = struct.pack(">I", 9999)
    copy.write_bytes(content)
    manifest = json.loads(made.path.read_bytes())
    manifest["database_sha256"] = hashlib.sha256(content).hexdigest()
    made.path.write_text(json.dumps(manifest))
    with pytest.raises(NtmError, match="phiên bản mới hơn"):
        backup.restore(tmp_path / "data", manifest=made.path, at=AT)
    assert names_of(tmp_path / "data") == ["thôn Yên Bình", "thôn Yên Thắng"]


def test_closing_deletes_what_no_row_names_once_all_is_backed_up(database: Database, stick: Path) -> None:
    orphan = database.files.put_bytes(b"taken in, never attached").sha256
    cut_off = database.folder / "tmp" / "ntm-half.part"
    cut_off.write_bytes(b"half")
    backup.make_at_close(database, places=[stick / "not" / "there"], at=AT)
    assert database.files.has(orphan)
    backup.make_at_close(database, places=[stick], at=AT)
    assert not database.files.has(orphan)
    assert not cut_off.exists()
    assert len(list(database.files.stored())) == 1
    database.close()


def test_a_restore_that_is_killed_was_done_wholly_or_not_at_all(
    database: Database, stick: Path, tmp_path: Path
) -> None:
    one = backup.make(database, to=stick, at=AT)
    act(database, "Xóa thôn", lambda session: remove(session, hamlet, ["h2"]))
    other = backup.make(database, to=stick, at=AT)
    database.close()
    folder = tmp_path / "data"
    program = Path(__file__).with_name("restore_until_killed.py")
    command = [sys.executable, str(program), str(folder), str(one.path), str(other.path)]
    for told in (0, 1, 2, 3, 5):
        with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            for _ in range(told):
                assert writer.stdout.readline()
            writer.kill()
        assert names_of(folder) in (["thôn Yên Bình", "thôn Yên Thắng"], ["thôn Yên Thắng"])
    backup.restore(folder, manifest=one.path, at=AT)
    assert names_of(folder) == ["thôn Yên Bình", "thôn Yên Thắng"]
