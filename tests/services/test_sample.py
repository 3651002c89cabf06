from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from ntm_desktop.db.engine import Database
from ntm_desktop.db.files import FileStore
from ntm_desktop.domain.alerts import Alert
from ntm_desktop.domain.capital import Source, by_source, overpaid
from ntm_desktop.domain.contributions import Kind
from ntm_desktop.domain.judging import CriterionState, Verdict
from ntm_desktop.domain.overview import Forecast
from ntm_desktop.domain.progress import in_force
from ntm_desktop.domain.rating import Rating
from ntm_desktop.errors import NtmError
from ntm_desktop.services import (
    assignments,
    commune,
    consultation,
    contributions,
    dossier,
    files,
    history,
    indicators,
    overview,
    sample,
    search,
    status,
    work_contracts,
    work_diary,
    works,
    year_review,
)
from ntm_desktop.services.files import IncomingFile

JUNE, DECEMBER = date(2021, 6, 30), date(2021, 12, 31)


def rows(folder: Path) -> list[str]:
    connection = sqlite3.connect(folder / "ntm.db")
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


def test_two_runs_make_equal_rows(sample_original: Path, tmp_path: Path) -> None:
    sample.make(tmp_path / "again")
    assert rows(tmp_path / "again") == rows(sample_original)


def test_yen_hoa_in_june_and_in_december(yen_hoa: Database) -> None:
    with yen_hoa.read() as session:
        june, december = status.status(session, on=JUNE), status.status(session, on=DECEMBER)
    assert june["criteria"]["met"] == 15
    assert june["criteria"]["unmet_codes"] == ["2", "6", "10", "17"]
    assert june["criteria"]["undecided_codes"] == []
    assert december["criteria"]["met"] == 17
    assert december["criteria"]["unmet_codes"] == ["2", "10"]
    assert june["illustrative"] is True
    assert june["goal"] == {"set": "xa-ntm-2016-2020", "regime": "2016", "tier": "ntm", "year": 2021}


@pytest.mark.parametrize(
    ("name", "unmet"), [("thai-thuy", ["5", "6", "17"]), ("dong-hoa", ["2", "11", "17"])]
)
def test_the_other_communes_reach_the_set_in_december(tmp_path: Path, name: str, unmet: list[str]) -> None:
    sample.make(tmp_path / name, commune=name)
    with Database.open(tmp_path / name) as database, database.read() as session:
        june, december = status.status(session, on=JUNE), status.status(session, on=DECEMBER)
        dossier.refuse_unready(session, on=DECEMBER)
    assert (june["criteria"]["met"], june["criteria"]["unmet_codes"]) == (16, unmet)
    assert (december["criteria"]["met"], december["criteria"]["unmet_codes"]) == (19, [])


def test_every_state_is_there_to_be_seen(yen_hoa: Database) -> None:
    with yen_hoa.read() as session:
        table = indicators.table(session, on=JUNE)
    rows = {row.code: row for criterion in table.criteria for row in criterion.indicators}
    assert rows["2.2"].verdict is Verdict.NO_TARGET
    assert rows["6.2"].verdict is Verdict.NOT_ASSESSED
    assert rows["17.2"].verdict is Verdict.NOT_APPLICABLE
    assert rows["17.6"].value_text == "64,23%"
    assert {code for code, row in rows.items() if row.regressed} == {"17.5", "17.6"}
    assert rows["10.1"].unverified
    assert table.footnote
    assert (table.counts.met, table.counts.total) == (41, 49)


def test_a_criterion_was_met_in_2019_and_is_not_now(yen_hoa: Database) -> None:
    with yen_hoa.read() as session:
        then = indicators.table(session, on=date(2019, 12, 31))
        now = indicators.table(session, on=JUNE)
    states = [next(c.state for c in table.criteria if c.code == "17") for table in (then, now)]
    assert states == [CriterionState.MET, CriterionState.UNMET]


def test_the_story_of_an_indicator(yen_hoa: Database) -> None:
    with yen_hoa.read() as session:
        shown = indicators.detail(session, code="17.6", on=JUNE)
    assert [point.text for point in shown.trend] == ["48%", "58,3%", "74,6%", "66,9%", "64,23%"]
    assert shown.person is not None
    assert shown.person.name == "Phạm Quốc Việt"
    assert shown.plan is not None
    assert [fact.superseded for fact in shown.facts[:3]] == [False, False, True]
    assert shown.facts[1].reason


def test_a_task_is_overdue_in_june_and_was_done_late_by_december(yen_hoa: Database) -> None:
    with yen_hoa.read() as session:
        june = assignments.table(session, on=JUNE).tasks
        december = assignments.table(session, on=DECEMBER).tasks
    late = next((task.code, task.person, task.standing.days_late) for task in june if task.done_on is None)
    assert late == ("6.2", "Đinh Thị Hoá", 10)
    assert next(task for task in december if task.code == "6.2").done_on == date(2021, 7, 15)


def test_a_rating_was_changed_and_says_why(yen_hoa: Database) -> None:
    with yen_hoa.read() as session:
        found = year_review.review(session, year=2021, on=JUNE)
    (changed,) = [row for row in found.rows if row.changed]
    assert (changed.name, changed.proposed, changed.rating) == ("Trần Văn Đông", Rating.DONE, Rating.GOOD)
    assert changed.reason.startswith("Đường trục thôn chậm do dịch bệnh")


def test_the_works_have_photos_a_changed_plan_and_what_is_kept_and_owed(yen_hoa: Database) -> None:
    with yen_hoa.read() as session:
        rows = {row.name: row for row in works.table(session, on=JUNE).rows}
        road = next(row for name, row in rows.items() if name.startswith("Đường trục"))
        diary = work_diary.diary(session, uid=road.uid, on=JUNE)
        photos = [(one.on, photo) for one in diary for photo in one.photos]
        canal = next(row for name, row in rows.items() if name.startswith("Kênh"))
        kept = work_contracts.papers(session, uid=canal.uid, on=JUNE)
        later = works.view(session, uid=canal.uid, on=DECEMBER)
        first = session.files.read(photos[0][1].sha256)
    assert [on.isoformat() for on, _photo in photos] == ["2021-06-25", "2021-06-25", "2021-05-31"]
    assert first[:3] == b"\xff\xd8\xff"
    assert len(first) < 60_000
    school = next(row for name, row in rows.items() if name.startswith("04 phòng"))
    now = in_force(school.facts.baselines, JUNE)
    assert now is not None
    assert (now.on, now.reason.split(";")[0]) == (date(2020, 12, 15), "Nghỉ thi công do lũ tháng 10/2020")
    assert len(school.facts.baselines) == 2
    assert all(row.person for row in rows.values())
    assert (canal.debt_due, kept.retention, kept.released) == (date(2022, 3, 31), 55_000_000, None)
    assert Alert.RETENTION_DUE in {one.alert for one in later.warnings}


def test_the_money_of_the_works_fits_what_was_allotted_and_given(yen_hoa: Database) -> None:
    with yen_hoa.read() as session:
        rows, gifts = works.table(session, on=DECEMBER).rows, contributions.gifts(session, on=DECEMBER)
    for row in rows:
        assert not overpaid(row.facts.money, on=DECEMBER), row.name
        labour = dict(by_source(row.facts.money, on=DECEMBER)).get(Source.PEOPLE_LABOUR)
        days = [one for one in gifts if one.gift.work == row.uid and one.gift.kind is Kind.LABOUR]
        assert labour is None or labour.disbursed == sum(one.value or 0 for one in days), row.name


def test_the_people_are_being_asked(yen_hoa: Database) -> None:
    with yen_hoa.read() as session:
        shown = consultation.view(session, on=JUNE)
    assert shown.surveys[0].satisfaction.text() == "98,61%"
    assert (len(shown.surveys), len(shown.unsurveyed)) == (4, 4)
    assert shown.meeting is not None
    assert shown.meeting.on == date(2021, 7, 15)
    assert [one.key for one in shown.breaks] == [
        "publication_open",
        "opinions",
        "opinions_reply",
        "survey",
        "meeting",
        "threshold/publication_days",
        "threshold/broadcasts",
        "thresholds",
    ]


def test_the_names_keep_their_spellings(yen_hoa: Database) -> None:
    with yen_hoa.read() as session:
        names = [hamlet.name for hamlet in commune.list_hamlets(session)]
    assert {"Yên Hoá", "Yên Hóa 2", "Đặng Hoá", "Tân Lợi 1"} <= set(names)


def test_the_overview_answers_and_lists_the_work(yen_hoa: Database) -> None:
    with yen_hoa.read() as session:
        shown = overview.load(session, today=JUNE)
    assert (shown.met, shown.total, shown.days_left) == (15, 19, 184)
    assert shown.forecast is Forecast.AT_RISK
    assert shown.causes[0][0] == "10 Thu nhập"  # the latest first
    assert shown.person.startswith("Cao Thị Hòa")
    todos = shown.todos
    assert [entry.key for entry in todos[:3]] == ["plan/6.2", "target/2.2", "assess/6.2"]
    assert todos[0].what == "Đẩy nhanh kế hoạch chỉ tiêu 6.2, quá hạn 10 ngày"
    assert len({entry.key for entry in todos}) == len(todos)
    assert {"backup", "plan/17.6", "unverified"} <= {entry.key for entry in todos}
    waiting = {
        entry.what: entry.why for entry in todos if entry.link.page in ("vuong-mac", "don-vi-thi-cong")
    }
    assert waiting == {
        "Nhắc UBND huyện Minh Hóa trả lời: Vốn huyện đã cam kết cho Sân thể thao xã chưa được giao": (
            "Hạn trả lời 21/6/2021, quá 9 ngày · Trần Văn Đông"
        ),
        "Đề nghị UBND huyện Minh Hóa bố trí 120 triệu đồng đã cam kết": (
            "Hạn 31/10/2020, quá 242 ngày · Kênh mương nội đồng 1,2 km"
        ),
        "Đề nghị UBND huyện Minh Hóa bố trí 1.000 triệu đồng đã cam kết": (
            "Hạn 31/5/2021, quá 30 ngày · Sân thể thao xã"
        ),
        "Nhắc Tổ thợ Yên Thắng trả lời công văn": "Số 40/CV-BQL ngày 21/6/2021, hạn trả lời 28/6/2021",
        "Tháo gỡ vướng mắc: Chưa có mức đạt của chỉ tiêu 2.2 đường trục thôn, bản": (
            "Chờ trả lời, đã 121 ngày · Cao Thị Hòa"
        ),
    }


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("duong truc thon", "2.2 Đường trục thôn, bản, ấp"),
        ("17.6", "17.6 Tỷ lệ hộ có nhà tiêu"),
        ("Hoá", "Đinh Thị Hoá"),
        ("giao thông", "2 Giao thông"),
        ("KH-UBND", "Kế hoạch số 15/KH-UBND"),
        ("vung gian cach", "Thợ mái ở vùng giãn cách"),
        ("141/VPĐP chung cua xa", "Cam kết vốn của Văn phòng Điều phối"),
        ("hong phuc", "Công ty TNHH Xây dựng Hồng Phúc"),
        ("35/CV-BQL", "Đề nghị bổ sung nhân lực"),
    ],
)
def test_search_finds_without_marks_and_ranks_typed_marks_first(
    yen_hoa: Database, text: str, first: str
) -> None:
    with yen_hoa.read() as session:
        assert search.search(session, text=text, on=JUNE)[0].title.startswith(first)
        assert search.search(session, text="   ", on=JUNE) == ()


def test_the_history_is_whole_and_says_who_did_what(yen_hoa: Database) -> None:
    with yen_hoa.read() as session:
        assert history.verify(session) > 40
        first = history.entries(session, limit=500)[-1]
    assert (first.action, first.by) == ("Lập dữ liệu xã Yên Hóa", "Cao Thị Hòa")


@pytest.mark.parametrize("there", [True, False])
def test_a_sample_that_fails_leaves_the_folder_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    folder = tmp_path / "dữ liệu" / "sample"
    if there:
        (folder / "logs").mkdir(parents=True)
        (folder / "ghi chú.txt").write_text("của người dùng", encoding="utf-8")
    taken_in: list[Path] = []

    def fill_the_disk(store: FileStore, path: Path) -> IncomingFile:
        if len(taken_in) == 3:
            raise NtmError("Ổ đĩa đã đầy.")
        taken_in.append(path)
        return files.take_in(store, path)

    monkeypatch.setattr(sample, "files", SimpleNamespace(take_in=fill_the_disk))
    with pytest.raises(NtmError, match="đã đầy"):
        sample.make(folder)
    assert len(taken_in) == 3
    left = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*"))
    kept = ["dữ liệu", "dữ liệu/sample", "dữ liệu/sample/ghi chú.txt", "dữ liệu/sample/logs"]
    assert left == (kept if there else [])


def test_an_unknown_sample_and_a_folder_with_data_are_refused(yen_hoa: Database, tmp_path: Path) -> None:
    with pytest.raises(NtmError, match="yen-hoa, thai-thuy, dong-hoa"):
        sample.make(tmp_path / "x", commune="xa-la")
    with pytest.raises(NtmError, match="đã có dữ liệu"):
        sample.make(yen_hoa.folder)
