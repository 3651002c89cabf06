"""The first run without a window."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ntm_desktop import settings
from ntm_desktop.db.engine import Database
from ntm_desktop.services import commune, criteria_sets, goals, people
from ui.dialogs.setup_steps import SetupSteps, Step, create

TODAY = date(2021, 6, 30)


@pytest.fixture
def steps() -> SetupSteps:
    made = SetupSteps(TODAY)
    made.offer(criteria_sets.builtin_choices(), goals.regimes())
    return made


def filled(steps: SetupSteps) -> SetupSteps:
    steps.answer({"name": "xã  Yên Ho\u0300a ", "province": "Quảng Bình", "district": "Minh Hóa"})
    steps.choose_set("xa-ntm-2016-2020")
    steps.answers.profile = "btb"
    steps.answers.year = 2021
    steps.answer({"lead": "Cao Thị Hòa", "lead_post": "Văn phòng – Thống kê", "signer": "Đinh Xuân Đỗ"})
    return steps


def test_five_steps_at_most() -> None:
    assert len(Step) <= 5


def test_a_step_is_left_only_when_it_is_answered(steps: SetupSteps) -> None:
    assert not steps.forward()
    assert set(steps.problems()) == {"name", "province"}
    steps.answer({"name": "xã Yên Hóa", "province": "Quảng Bình", "code": "18a"})
    assert set(steps.problems()) == {"code"}
    steps.answer({"code": ""})
    assert steps.forward()
    assert set(steps.problems()) == {"profile"}


def test_a_district_is_doubted_once_now_that_there_are_none() -> None:
    steps = SetupSteps(date(2026, 11, 29))
    steps.answer({"name": "xã Yên Hóa", "province": "Quảng Trị", "district": "Minh Hóa"})
    assert not steps.forward()
    assert steps.told["district"].startswith("Từ 01/7/2025 không còn cấp huyện")
    steps.answer({"district": "Tuyên Hóa"})
    assert not steps.forward()
    assert steps.forward()
    steps = SetupSteps(TODAY)
    steps.answer({"name": "xã Yên Hóa", "province": "Quảng Bình", "district": "Minh Hóa"})
    assert steps.forward()


def test_every_problem_says_what_to_do(steps: SetupSteps) -> None:
    for step in Step:
        steps.step = step
        for sentence in steps.problems().values():
            assert sentence.endswith(".")
            assert "!" not in sentence


def test_the_set_of_the_period_is_proposed(steps: SetupSteps) -> None:
    assert steps.answers.set_id == "xa-ntm-2021-2025"
    assert steps.answers.year == 2021


def test_a_set_without_indicators_is_never_proposed() -> None:
    steps = SetupSteps(date(2026, 11, 29))
    steps.offer(criteria_sets.builtin_choices(), goals.regimes())
    assert steps.answers.set_id == "xa-ntm-2021-2025"
    assert steps.answers.year == 2026


@pytest.mark.parametrize(
    ("today", "district", "regime"),
    [
        (date(2021, 6, 30), "Minh Hóa", "2021"),
        (date(2025, 6, 30), "Minh Hóa", "2021"),
        (date(2025, 7, 1), "Minh Hóa", "2025-2cap"),
        (date(2026, 11, 29), "", "2025-2cap"),
        (date(2021, 6, 30), "", "2025-2cap"),
    ],
)
def test_without_a_district_the_dossier_goes_to_the_province(today: date, district: str, regime: str) -> None:
    steps = SetupSteps(today)
    steps.offer(criteria_sets.builtin_choices(), goals.regimes())
    steps.answer({"name": "xã Yên Hóa", "district": district})
    steps.choose_set("xa-ntm-2021-2025")
    assert steps.answers.regime == regime
    title = dict(goals.regimes())[regime]
    assert ("Trình tự", title) in steps.summary()


def test_the_summary_names_every_answer(steps: SetupSteps) -> None:
    said = dict(filled(steps).summary())
    assert said == {
        "Đơn vị": "Xã Yên Hòa",
        "Huyện, tỉnh": "Minh Hóa, Quảng Bình",
        "Bộ tiêu chí": "Bộ tiêu chí 2016–2020",
        "Mức áp dụng": "Bắc Trung Bộ",
        "Năm đăng ký": "2021",
        "Trình tự": "Trình tự theo Quyết định số 2540/QĐ-TTg (2016 - 2020)",
        "Người phụ trách": "Cao Thị Hòa, Văn phòng – Thống kê",
        "Người ký": "Đinh Xuân Đỗ, Chủ tịch UBND xã",
        "Nơi sao lưu": "Chỉ trên máy này",
    }
    steps.answer({"code": "18928", "signer": ""})
    said = dict(steps.summary())
    assert said["Đơn vị"] == "Xã Yên Hòa, mã 18928"
    assert said["Người ký"] == "Chưa có, thêm sau trong Thiết lập"


def test_another_set_brings_its_own_profiles_and_years(steps: SetupSteps) -> None:
    steps.answers.profile = "btb"
    steps.choose_set("xa-ntm-2016-2020")
    assert steps.answers.profile == "btb"
    assert steps.years()[-1] == 2021
    steps.choose_set("xa-ntm-2026-2030")
    assert steps.answers.profile == ""
    assert steps.answers.year == 2026


def test_going_back_keeps_the_answers(steps: SetupSteps) -> None:
    filled(steps)
    assert steps.forward()
    steps.back()
    assert steps.step is Step.COMMUNE
    assert steps.answers.name == "xã Y\u00ean H\u00f2a"
    steps.back()
    assert steps.step is Step.COMMUNE


def test_an_absent_backup_place_is_told(steps: SetupSteps, tmp_path: Path) -> None:
    steps.step = Step.BACKUP
    steps.answer({"backup_place": str(tmp_path / "USB")})
    assert set(steps.problems()) == {"backup_place"}
    steps.answer({"backup_place": str(tmp_path)})
    assert steps.problems() == {}


def test_the_answers_make_a_commune(steps: SetupSteps, tmp_path: Path) -> None:
    folder = tmp_path / "dữ liệu"
    filled(steps).answer({"backup_place": str(tmp_path)})
    create(steps.answers, folder, at=datetime(2021, 6, 30, 1, 0, tzinfo=UTC), today=TODAY)
    with Database.open(folder) as database, database.read() as session:
        made = commune.load(session)
        goal = goals.current(session, on=TODAY)
        staff = people.list_people(session)
    assert (made.name, made.district, made.provisional) == ("xã Yên Hòa", "huyện Minh Hóa", True)
    assert (goal.set_id, goal.profile, goal.year) == ("xa-ntm-2016-2020", "btb", 2021)
    assert goal.regime == "2016"
    assert [(person.name, person.signs) for person in staff] == [
        ("Cao Thị Hòa", False),
        ("Đinh Xuân Đỗ", True),
    ]
    assert settings.load(folder).backup_places == (str(tmp_path / "Sao lưu NTM - xã Yên Hòa"),)
