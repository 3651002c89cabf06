"""The running clock of work, and the notices beside it, in a commune that has just begun."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from office import AT, LEAD, TODAY, detail, record

from ntm_desktop import settings
from ntm_desktop.db.engine import Database
from ntm_desktop.domain.overview import Link, Overview, Todo, from_plain, to_plain
from ntm_desktop.services import (
    backup,
    commune,
    dossier,
    evidence,
    files,
    goals,
    history,
    indicators,
    overview,
    people,
    targets,
)
from ntm_desktop.services.commune import HamletView


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


def test_a_commune_that_has_entered_nothing_begins_with_its_hamlets_and_people(office: Database) -> None:
    def first() -> list[tuple[str, Link | None]]:
        return [(one.what, one.link) for one in load(office).todos[:2]]

    hamlets = ("Nhập danh sách thôn", Link("thiet-lap", "thon"))
    officers = ("Nhập danh sách cán bộ", Link("thiet-lap", "can-bo"))
    assert (first()[0], officers in first()) == (hamlets, False)
    with office.write("Xóa cán bộ", LEAD, AT) as session:
        for person in people.list_people(session):
            people.remove_person(session, uid=person.uid)
    assert first() == [hamlets, officers]
    with office.write("Sửa danh sách thôn", LEAD, AT) as session:
        commune.save_hamlets(session, rows=[HamletView(None, "Yên Thắng")])
    assert (first()[0], hamlets in first()) == (officers, False)


def test_unverified_targets_are_told_before_anything_is_assessed(office: Database) -> None:
    with office.read() as session:
        codes = {row.code for row in targets.table(session, on=TODAY) if row.verification == "unverified"}
    (notice,) = [one for one in load(office).warnings if "chưa đối chiếu" in one.sentence]
    assert f"{len(codes):02d} chỉ tiêu" in notice.sentence
    assert (notice.action, notice.link) == ("Đối chiếu mức", Link("thiet-lap", "muc"))


def test_levels_that_the_set_lacks_are_counted_until_they_are_entered(office: Database) -> None:
    def told() -> list[str]:
        return [one.sentence for one in load(office).warnings if "thiếu mức" in one.sentence]

    assert told() == ["Bộ tiêu chí 2016–2020 thiếu mức 06 chỉ tiêu, do tỉnh quy định."]
    for code in ("2.1", "2.2", "2.3", "2.4"):
        set_level(office, code, "80")
    assert told() == ["Bộ tiêu chí 2016–2020 thiếu mức 02 chỉ tiêu, do tỉnh quy định."]


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
        goals.register(
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


def set_level(office: Database, code: str, text: str) -> None:
    with office.write("Nhập mức", LEAD, AT) as session:
        targets.override(
            session, code=code, text=text, decision="12/QĐ-UBND", decided=date(2021, 1, 5), on=TODAY
        )


def test_the_number_beside_the_page_is_that_of_the_indicators_left(office: Database) -> None:
    def left() -> tuple[int, list[str]]:
        with office.read() as session:
            table = indicators.table(session, on=TODAY)
        rows = [row for criterion in table.criteria for row in criterion.indicators]
        return load(office).to_do_indicators, [row.code for row in rows if row.needs_action]

    record(office, "2.2", "62,4")  # no level yet
    record(office, "15.1", "80")
    assert left() == (49, list(left()[1]))
    assert {"2.2", "15.1"} <= set(left()[1])
    set_level(office, "2.2", "50")
    set_level(office, "15.1", "75")
    assert detail(office, "15.1").row.judged_differs  # unmet when it was recorded
    assert left()[0] == len(left()[1]) == 47
    assert not {"2.2", "15.1"} & set(left()[1])


def test_a_first_level_changes_no_result(office: Database) -> None:
    record(office, "2.2", "62,4")
    set_level(office, "2.2", "50")
    assert "differs/2.2" not in {todo.key for todo in load(office).todos}
    with office.read() as session:
        assert "differs" not in {line.key for line in dossier.readiness(session, on=TODAY)}


def test_many_indicators_met_without_a_file_are_one_thing_to_do(office: Database) -> None:
    def asked() -> list[Todo]:
        return [todo for todo in load(office).todos if todo.key.startswith("evidence")]

    record(office, "15.1", "88")
    record(office, "15.2", "dat")
    assert [todo.what for todo in asked()] == ["Thêm minh chứng cho 02 chỉ tiêu của tiêu chí 15 Y tế"]
    record(office, "1.2", "dat")
    (one,) = asked()
    assert one.what == "Thêm minh chứng cho 03 chỉ tiêu đã đạt"
    assert one.why == "Chưa có tệp: tiêu chí 1, 15"


def test_evidence_that_has_run_out_is_none(office: Database, tmp_path: Path) -> None:
    record(office, "15.1", "88")
    paper = tmp_path / "Giấy chứng nhận.txt"
    paper.write_text("Giấy chứng nhận", encoding="utf-8")
    stored = files.take_in(office.files, paper)
    with office.write("Thêm minh chứng", LEAD, AT) as session:
        evidence.attach(session, stored=stored, code="15.1", today=TODAY, valid_to=TODAY)

    def told(on: date) -> tuple[int, int, list[str], str]:
        with office.read() as session:
            row = indicators.detail(session, code="15.1", on=on).row
            listed = indicators.table(session, on=on)
            shown = next(
                one for criterion in listed.criteria for one in criterion.indicators if one.code == "15.1"
            )
            assert (shown.evidence_count, shown.evidence_outdated) == (
                row.evidence_count,
                row.evidence_outdated,
            )
            keys = [todo.key for todo in overview.load(session, today=on).todos]
            ready = next(line for line in dossier.readiness(session, on=on) if line.key == "evidence")
        about = [key.split("/")[0] for key in keys if "evidence" in key or "expired" in key]
        return row.evidence_count, row.evidence_outdated, about, ready.why

    assert told(TODAY) == (1, 0, [], "Mọi chỉ tiêu đạt đều có tệp")
    count, outdated, about, why = told(TODAY + timedelta(days=1))
    assert (count, outdated, about) == (0, 1, ["expired"])  # one line, not two
    assert why == "01 chỉ tiêu chưa có tệp còn hiệu lực: 15.1"
