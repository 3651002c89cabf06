"""The running clock of work, and the notices beside it, in a commune that has just begun."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from office import AT, LEAD, TODAY, record

from ntm_desktop import settings
from ntm_desktop.db.engine import Database
from ntm_desktop.domain.overview import Link, Overview, Todo, from_plain, to_plain
from ntm_desktop.services import backup, commune, dossier, goals, history, overview, targets


def load(office: Database, *, after: int = 0) -> Overview:
    with office.read() as session:
        return overview.load(session, today=TODAY + timedelta(days=after))


def backup_todo(office: Database, *, after: int = 0) -> Todo | None:
    return next((todo for todo in load(office, after=after).todos if todo.key == "backup"), None)


def keep_on(usb: Path, office: Database) -> None:
    settings.save(settings.Settings(backup_places=(str(usb),)), office.folder)


def test_the_programs_own_backup_is_none_on_a_usb_stick(office: Database) -> None:
    backup.make_at_close(office, places=[], at=AT)
    assert load(office).last_backup  # what the status bar tells
    todo = backup_todo(office)
    assert todo is not None
    assert todo.why == "Chưa chọn nơi sao lưu nào ngoài máy này"


def test_a_backup_on_a_usb_stick_is_enough_for_a_week(office: Database, tmp_path: Path) -> None:
    usb = tmp_path / "USB"
    keep_on(usb, office)
    todo = backup_todo(office)
    assert todo is not None
    assert todo.why == "Chưa thấy bản sao lưu nào ở nơi đã chọn"
    backup.make_at_close(office, places=[usb], at=AT)
    assert backup_todo(office) is None
    assert backup_todo(office, after=7) is None
    todo = backup_todo(office, after=8)
    assert todo is not None
    assert todo.why == "Lần gần nhất 30/6/2021"


def test_unverified_targets_are_told_before_anything_is_assessed(office: Database) -> None:
    with office.read() as session:
        codes = {row.code for row in targets.table(session, on=TODAY) if row.verification == "unverified"}
    (notice,) = [one for one in load(office).warnings if "chưa xác minh" in one.sentence]
    assert f"{len(codes):02d} chỉ tiêu" in notice.sentence
    assert (notice.action, notice.link) == ("Đối chiếu mức", Link("thiet-lap", "muc"))


def test_what_ctrl_z_would_take_back(office: Database) -> None:
    assert load(office).undoable == ""  # the making of the data stays
    record(office, "15.1", "88")
    assert load(office).undoable == "Nhập chỉ tiêu 15.1"
    with office.write("Hoàn tác", LEAD, AT) as session:
        history.undo_last(session)
    assert load(office).undoable == ""


def test_a_dossier_to_a_district_needs_one(office: Database) -> None:
    def why() -> list[str]:
        with office.read() as session:
            return [line.why for line in dossier.readiness(session, on=TODAY) if line.key == "addressee"]

    assert why() == []
    with office.write("Sửa huyện", LEAD, AT) as session:
        commune.save(session, district="")
    assert why() == ["Trình tự đã chọn gửi hồ sơ tới UBND huyện, xã chưa có tên huyện"]
    with office.read() as session:
        (goal,) = goals.list_goals(session)
    with office.write("Sửa mục tiêu", LEAD, AT) as session:
        goals.correct(
            session,
            uid=goal.uid,
            set_id=goal.set_id,
            year=goal.year,
            profile=goal.profile,
            valid_from=goal.valid_from,
            regime="2025-2cap",
        )
    assert why() == []


def test_an_overview_comes_back_from_its_cache_whole(office: Database) -> None:
    shown = load(office)
    assert from_plain(to_plain(shown)) == shown
