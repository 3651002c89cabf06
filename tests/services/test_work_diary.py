"""Measurements read back with what they corrected, and their photos."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from office import AT, LEAD, TODAY
from PIL import Image

from ntm_desktop.changes import Changes
from ntm_desktop.db.engine import Database, Session
from ntm_desktop.domain.progress import DelayCause
from ntm_desktop.errors import NtmError
from ntm_desktop.services import files, history, work_diary, work_progress, works
from ntm_desktop.services.work_diary import Measurement

MAY = date(2021, 5, 31)


def write(database: Database, act: Callable[[Session], Changes]) -> Changes:
    with database.write("Thử", LEAD, AT) as session:
        return act(session)


@pytest.fixture
def road(office: Database) -> str:
    write(office, lambda s: works.save(s, name="Đường trục thôn", kind="giao-thong"))
    with office.read() as session:
        return works.uid_named(session, name="Đường trục thôn")


def measure(
    office: Database, uid: str, share: int, on: date, *, note: str = "", old: str | None = None
) -> None:
    write(
        office,
        lambda s: work_progress.measure(
            s, uid=uid, share=share, on=on, today=TODAY, cause=DelayCause.LAND, note=note,
            supersedes=old, reason="Đo lại" if old else "",
        ),
    )  # fmt: skip


def read(office: Database, uid: str, on: date = TODAY) -> tuple[Measurement, ...]:
    with office.read() as session:
        return work_diary.diary(session, uid=uid, on=on)


def photo(folder: Path, name: str, color: str) -> Path:
    path = folder / name
    Image.new("RGB", (2400, 1200), color).save(path)
    return path


def hang(office: Database, uid: str, paths: Sequence[Path]) -> Changes:
    stored = [files.take_in(office.files, path) for path in paths]
    return write(office, lambda s: work_diary.add_photos(s, measurement_uid=uid, stored=stored))


def test_the_diary_is_newest_first_and_knows_nothing_of_later_days(office: Database, road: str) -> None:
    measure(office, road, 1000, date(2021, 4, 30))
    measure(office, road, 2500, MAY, note="Chờ bàn giao")
    assert [one.share for one in read(office, road)] == [2500, 1000]
    assert [one.share for one in read(office, road, date(2021, 5, 1))] == [1000]
    assert read(office, road)[0].note == "Chờ bàn giao"


def test_a_correction_keeps_what_it_corrected_with_its_reason_and_photos(
    office: Database, road: str, tmp_path: Path
) -> None:
    measure(office, road, 2500, MAY)
    (first,) = read(office, road)
    hang(office, first.uid, [photo(tmp_path, "Nền_đường.jpg", "red")])
    measure(office, road, 2000, date(2021, 5, 30), old=first.uid)
    measure(office, road, 2100, date(2021, 5, 29), old=read(office, road)[0].uid)
    (now,) = read(office, road)
    assert (now.share, now.on, now.reason) == (2100, date(2021, 5, 29), "Đo lại")
    assert [(one.share, one.on) for one in now.earlier] == [(2000, date(2021, 5, 30)), (2500, MAY)]
    assert [one.title for one in now.photos] == ["Nền đường"]
    write(office, history.undo_last)
    assert [one.share for one in read(office, road)] == [2000]
    write(office, history.undo_last)
    (again,) = read(office, road)
    assert (again.share, [one.title for one in again.photos]) == (2500, ["Nền đường"])


def test_photos_have_their_order_and_a_print_size_copy_and_come_off(
    office: Database, road: str, tmp_path: Path
) -> None:
    measure(office, road, 2500, MAY)
    (one,) = read(office, road)
    red, blue = photo(tmp_path, "a.jpg", "red"), photo(tmp_path, "b.png", "blue")
    assert hang(office, one.uid, [red, blue])
    assert not hang(office, one.uid, [red])  # hangs there already
    photos = read(office, road)[0].photos
    assert [photo.file_name for photo in photos] == ["a.jpg", "b.png"]
    with Image.open(files.print_copy(office.files, photos[1].sha256, "b.png")) as picture:
        assert picture.size == (2000, 1000)
    write(office, lambda s: work_diary.remove_photo(s, uid=photos[0].uid))
    assert [photo.file_name for photo in read(office, road)[0].photos] == ["b.png"]
    assert office.files.has(photos[0].sha256)
    with pytest.raises(NtmError, match="Ảnh này đã bị gỡ"):
        write(office, lambda s: work_diary.remove_photo(s, uid=photos[0].uid))
    write(office, history.undo_last)
    assert [photo.file_name for photo in read(office, road)[0].photos] == ["a.jpg", "b.png"]


def test_what_is_no_photo_and_what_has_no_measurement_is_refused(
    office: Database, road: str, tmp_path: Path
) -> None:
    measure(office, road, 2500, MAY)
    (one,) = read(office, road)
    text = tmp_path / "Biên bản.txt"
    text.write_text("Biên bản nghiệm thu", encoding="utf-8")
    with pytest.raises(NtmError, match=r"“Biên bản.txt” không phải là ảnh"):
        hang(office, one.uid, [photo(tmp_path, "a.jpg", "red"), text])
    assert read(office, road)[0].photos == ()
    with pytest.raises(NtmError, match="Lần đo này đã được sửa"):
        hang(office, "không có", [])


def test_a_removed_work_takes_its_photos_along_and_brings_them_back(
    office: Database, road: str, tmp_path: Path
) -> None:
    measure(office, road, 2500, MAY)
    hang(office, read(office, road)[0].uid, [photo(tmp_path, "a.jpg", "red")])
    write(office, lambda s: works.remove_work(s, uid=road))
    assert read(office, road) == ()
    write(office, history.undo_last)
    assert len(read(office, road)[0].photos) == 1
