from __future__ import annotations

from datetime import date

import pytest
from office import AT, LEAD, TODAY, detail, record

from ntm_desktop.db.engine import Database
from ntm_desktop.domain.judging import Verdict
from ntm_desktop.errors import NtmError
from ntm_desktop.services import assessments, commune, dossier, goals, history, overview, targets
from ntm_desktop.services.assessments import DoubtfulNumber, NewerInForce, ReasonNeeded
from ntm_desktop.services.commune import HamletView
from ntm_desktop.text import AmbiguousNumber


def test_a_fraction_is_judged_and_the_gap_is_said_in_households(office: Database) -> None:
    record(office, "17.6", "862/1342")
    shown = detail(office, "17.6")
    assert shown.row.verdict is Verdict.UNMET
    assert shown.row.value_text == "64,23%"
    assert shown.row.target_text == "≥ 70%"
    assert "78 hộ trong 1.342 hộ" in shown.gap_text
    assert shown.parts[0].value_text == "862/1.342"


def test_a_share_just_below_its_level_never_reads_as_the_level(office: Database) -> None:
    enter_level(office, "2.1", "100")
    record(office, "2.1", "19999/20000")
    shown = detail(office, "2.1")
    assert (shown.row.verdict, shown.row.target_text) == (Verdict.UNMET, "100%")
    assert shown.row.value_text == "99,995%"
    assert shown.facts[0].value_text == "19.999/20.000 = 99,995%"
    record(office, "17.6", "69999/100000")
    assert detail(office, "17.6").row.value_text == "69,999%"


def test_the_state_of_a_day_is_the_newest_fact_up_to_it(office: Database) -> None:
    record(office, "15.1", "88", date(2020, 12, 31))
    record(office, "15.1", "80", date(2019, 12, 31))  # typed later, about an earlier day
    assert detail(office, "15.1").row.value_text == "88%"
    assert detail(office, "15.1", date(2020, 6, 30)).row.value_text == "80%"
    assert detail(office, "15.1", date(2018, 6, 30)).row.verdict is Verdict.NOT_ASSESSED


def test_retyping_ones_own_value_of_a_day_supersedes_without_a_reason(office: Database) -> None:
    record(office, "15.1", "88,5")
    record(office, "15.1", "89,5")
    shown = detail(office, "15.1")
    assert shown.row.value_text == "89,5%"
    assert [(fact.value_text, fact.superseded) for fact in shown.facts] == [("89,5%", False), ("88,5%", True)]
    assert not record(office, "15.1", "89,5")  # nothing new: no fact, no history entry


def test_correcting_another_persons_value_asks_for_a_reason(office: Database) -> None:
    record(office, "15.1", "88", by="Phạm Quốc Việt")
    with pytest.raises(ReasonNeeded, match="Phạm Quốc Việt"):
        record(office, "15.1", "89")
    assert detail(office, "15.1").row.value_text == "88%"
    record(office, "15.1", "89", reason="Theo danh sách của BHXH huyện")
    assert detail(office, "15.1").facts[0].reason == "Theo danh sách của BHXH huyện"


def test_a_date_mended_to_an_earlier_one_replaces_the_fact_in_force(office: Database) -> None:
    wrong, right = date(2021, 5, 10), date(2021, 4, 9)
    record(office, "15.1", "88", wrong)
    with pytest.raises(NewerInForce, match="ghi ngày 10/5/2021, mới hơn ngày 9/4/2021") as asked:
        record(office, "15.1", "80", right, ask_newer=True)
    assert detail(office, "15.1").row.value_text == "88%"
    record(office, "15.1", "80", right, replaces=asked.value.newer.uid)
    assert detail(office, "15.1").row.value_text == "80%"
    assert [(f.as_of, f.superseded) for f in detail(office, "15.1").facts] == [(wrong, True), (right, False)]
    with pytest.raises(NtmError, match="đã được sửa lần nữa"):
        record(office, "15.1", "81", right, replaces=asked.value.newer.uid)
    with office.write("Hoàn tác", LEAD, AT) as session:
        history.undo_last(session)
    assert detail(office, "15.1").row.value_text == "88%"


def test_an_earlier_fact_is_asked_about_only_where_it_changes_nothing(office: Database) -> None:
    early, late = date(2021, 4, 9), date(2021, 5, 10)
    record(office, "15.1", "80", early, ask_newer=True)
    record(office, "15.1", "88", late, ask_newer=True)
    record(office, "15.1", "81", early, ask_newer=True)  # retyping what that day has
    assert detail(office, "15.1", early).row.value_text == "81%"
    with pytest.raises(NewerInForce), office.write("Không xét", LEAD, AT) as session:
        assessments.record_not_applicable(
            session, code="15.1", ground="QĐ", as_of=date(2021, 4, 1), today=TODAY, ask_newer=True
        )
    record(office, "15.1", "70", date(2021, 4, 1))
    assert detail(office, "15.1").row.value_text == "88%"


def test_a_replacement_is_of_the_same_indicator_and_onto_a_free_day(office: Database) -> None:
    early, late = date(2021, 4, 9), date(2021, 5, 10)
    record(office, "15.1", "80", early)
    record(office, "15.1", "88", late)
    record(office, "15.2", "dat", late)
    uid = detail(office, "15.1").facts[0].uid
    with pytest.raises(NtmError, match="Ngày 9/4/2021 đã có số liệu khác"):
        record(office, "15.1", "88", early, replaces=uid)
    with pytest.raises(NtmError, match=r"không phải của chỉ tiêu 15\.2"):
        record(office, "15.2", "dat", early, replaces=uid)
    with pytest.raises(NtmError, match="đã được gỡ"):
        record(office, "15.1", "88", date(2021, 4, 1), replaces="khong-co")
    assert not record(office, "15.1", "88", late, replaces=uid)  # nothing new
    record(office, "15.1", "88", date(2021, 5, 11), replaces=uid)
    assert [fact.as_of for fact in detail(office, "15.1").facts if not fact.superseded] == [
        date(2021, 5, 11),
        early,
    ]


def test_mending_the_day_of_another_persons_value_asks_for_a_reason(office: Database) -> None:
    record(office, "15.1", "88", date(2021, 5, 10), by="Phạm Quốc Việt")
    uid = detail(office, "15.1").facts[0].uid
    with pytest.raises(ReasonNeeded, match="Phạm Quốc Việt"):
        record(office, "15.1", "88", date(2021, 4, 9), replaces=uid)
    record(office, "15.1", "88", date(2021, 4, 9), replaces=uid, reason="Ghi nhầm ngày")
    assert detail(office, "15.1", date(2021, 4, 9)).row.value_text == "88%"


def print_dossier(office: Database) -> None:
    with office.read() as session:
        data = dossier.collect(session, on=TODAY, today=TODAY, draft=False)
    with office.write("In hồ sơ", LEAD, AT) as session:
        dossier.register(session, data=data, printed=office.files.put_bytes(b"%PDF-1.7"), pages=1)


def test_correcting_a_printed_value_asks_for_a_reason(office: Database) -> None:
    record(office, "15.1", "88")
    print_dossier(office)
    with pytest.raises(ReasonNeeded, match="đã in"):
        record(office, "15.1", "89")
    record(office, "15.2", "dat")  # what was not there when it was printed is free


def test_undo_is_no_way_around_the_reason(office: Database) -> None:
    record(office, "15.1", "88")
    print_dossier(office)
    with pytest.raises(NtmError, match="đã vào sổ"), office.write("Hoàn tác", LEAD, AT) as session:
        history.undo_last(session)
    with office.read() as session:
        (printed, typed) = history.entries(session, limit=2)
        assert len(dossier.register_list(session)) == 1
        assert history.entry(session, seq=printed.seq).printed
        assert not history.entry(session, seq=typed.seq).printed
    with pytest.raises(NtmError, match="đã in vào hồ sơ"), office.write("Hoàn tác", LEAD, AT) as session:
        history.undo(session, seq=typed.seq)
    with pytest.raises(ReasonNeeded, match="đã in"):
        record(office, "15.1", "89")
    record(office, "15.1", "89", reason="Đếm lại")
    with office.write("Hoàn tác", LEAD, AT) as session:
        history.undo_last(session)  # the correction was never printed
    assert detail(office, "15.1").row.value_text == "88%"


def test_a_value_taken_back_lets_the_one_before_stand_again(office: Database) -> None:
    record(office, "15.1", "88", date(2020, 12, 31))
    record(office, "15.1", "70")
    fact = detail(office, "15.1").facts[0]
    with office.write("Gỡ số liệu", LEAD, AT) as session:
        assessments.remove(session, fact_uid=fact.uid, reason="Nhập nhầm chỉ tiêu")
    assert detail(office, "15.1").row.value_text == "88%"
    with office.read() as session:
        assert "Nhập nhầm chỉ tiêu" in history.entries(session, limit=1)[0].action


def test_a_value_that_another_corrects_is_neither_removed_nor_undone(office: Database) -> None:
    record(office, "15.1", "88")
    record(office, "15.1", "89")
    _newer, older = detail(office, "15.1").facts
    with pytest.raises(NtmError, match="số liệu sau thay"), office.write("Gỡ", LEAD, AT) as session:
        assessments.remove(session, fact_uid=older.uid)
    with pytest.raises(NtmError, match="sửa sau đó"), office.write("Hoàn tác", LEAD, AT) as session:
        history.undo(session, seq=2)
    with office.write("Hoàn tác", LEAD, AT) as session:
        history.undo_last(session)
    with office.write("Hoàn tác", LEAD, AT) as session:
        history.undo_last(session)
    assert not detail(office, "15.1").facts
    with pytest.raises(NtmError, match="sửa sau đó"), office.write("Làm lại", LEAD, AT) as session:
        history.undo(session, seq=4)  # the correction alone, without what it corrects
    with office.write("Làm lại", LEAD, AT) as session:
        history.undo(session, seq=5)
    assert detail(office, "15.1").row.value_text == "88%"


def test_a_value_that_was_taken_over_is_not_removed(office: Database) -> None:
    record(office, "3.1", "86")
    later = date(2022, 6, 30)
    with office.write("Đăng ký", LEAD, AT) as session:
        goals.register(
            session, set_id="xa-ntm-2021-2025", year=2022, profile="btb", valid_from=date(2022, 6, 1)
        )
    carry = detail(office, "3.1", later).carry
    assert carry is not None
    with office.write("Nhận", LEAD, AT) as session:
        assessments.take_over(session, code="3.1", fact_uid=carry.fact_uid, today=later)
    with pytest.raises(NtmError, match="nhận sang"), office.write("Gỡ", LEAD, AT) as session:
        assessments.remove(session, fact_uid=carry.fact_uid)
    with pytest.raises(NtmError, match="sửa sau đó"), office.write("Hoàn tác", LEAD, AT) as session:
        history.undo(session, seq=2)


def test_not_applicable_needs_its_legal_ground(office: Database) -> None:
    with pytest.raises(NtmError, match="căn cứ"), office.write("Nhập", LEAD, AT) as session:
        assessments.record_not_applicable(session, code="17.2", ground="  ", as_of=TODAY, today=TODAY)
    with office.write("Nhập", LEAD, AT) as session:
        assessments.record_not_applicable(
            session, code="17.2", ground="Sổ tay hướng dẫn 69/QĐ-BNN-VPĐP", as_of=TODAY, today=TODAY
        )
    shown = detail(office, "17.2")
    assert shown.row.verdict is Verdict.NOT_APPLICABLE
    assert shown.na_ground == "Sổ tay hướng dẫn 69/QĐ-BNN-VPĐP"


def test_a_value_is_summed_from_the_hamlets(office: Database) -> None:
    with office.write("Nhập thôn", LEAD, AT) as session:
        commune.save_hamlets(session, rows=[HamletView(None, "Tân Lợi 1"), HamletView(None, "Yên Thắng")])
    with office.read() as session:
        first, second = (str(view.uid) for view in commune.list_hamlets(session))
    record(office, "17.6", {f"v@{first}": "62/76", f"v@{second}": "170/231"})
    shown = detail(office, "17.6")
    assert shown.row.value_text == "75,57%"
    assert dict(shown.parts[0].by_hamlet) == {first: "62/76", second: "170/231"}
    with pytest.raises(NtmError, match="không còn trong danh sách"):
        record(office, "17.6", {"v@nowhere": "1/2"})


def test_a_verdict_is_kept_and_judged_anew_when_the_target_changes(office: Database) -> None:
    record(office, "15.1", "88")
    with office.write("Nhập mức", LEAD, AT) as session:
        targets.override(
            session, code="15.1", text="90", decision="12/QĐ-UBND", decided=date(2021, 1, 5), on=TODAY
        )
    shown = detail(office, "15.1")
    assert shown.row.verdict is Verdict.UNMET
    assert shown.row.judged_differs
    assert shown.facts[0].verdict is Verdict.MET  # as it was judged on the day
    assert shown.facts[0].target_text == "≥ 85%"


@pytest.mark.parametrize("measured_on", [date(2021, 3, 1), TODAY])
def test_a_figure_that_still_stands_is_confirmed_and_asks_no_more(
    office: Database, measured_on: date
) -> None:
    record(office, "15.1", "88", measured_on)
    with office.write("Nhập mức", LEAD, AT) as session:
        targets.override(
            session, code="15.1", text="90", decision="12/QĐ-UBND", decided=date(2021, 1, 5), on=TODAY
        )
    with office.read() as session:
        (todo,) = [one for one in overview.load(session, today=TODAY).todos if one.key == "differs/15.1"]
    assert "hoặc bấm Số liệu vẫn đúng" in todo.why
    with office.write("Xác nhận số liệu vẫn đúng", LEAD, AT) as session:
        assessments.keep(session, code="15.1", today=TODAY)
    shown = detail(office, "15.1")
    assert (shown.row.verdict, shown.row.value_text, shown.row.as_of) == (Verdict.UNMET, "88%", TODAY)
    assert not shown.row.judged_differs
    with office.read() as session:
        assert "differs/15.1" not in {one.key for one in overview.load(session, today=TODAY).todos}


def test_nothing_can_be_confirmed_where_nothing_was_recorded(office: Database) -> None:
    with pytest.raises(NtmError, match="chưa có số liệu"), office.write("Xác nhận", LEAD, AT) as session:
        assessments.keep(session, code="15.1", today=TODAY)


def test_met_before_and_unmet_now_is_a_regression(office: Database) -> None:
    record(office, "17.6", "74,6", date(2019, 12, 31))
    record(office, "17.6", "66,9", date(2020, 12, 31))
    record(office, "17.6", "64,2")
    shown = detail(office, "17.6")
    assert shown.row.regressed
    assert shown.met_on == date(2019, 12, 31)
    assert shown.regression_text == (
        "Đạt ngày 31/12/2019, chưa đạt từ ngày 31/12/2020 theo Bộ tiêu chí 2016–2020"
    )
    assert [point.value for point in shown.trend] == [74.6, 66.9, 64.2]
    assert shown.trend_target == 70.0


def enter_level(office: Database, code: str, text: str, valid_from: date | None = None) -> None:
    with office.write("Nhập mức", LEAD, AT) as session:
        targets.override(
            session, code=code, text=text, decision="1/QĐ-UBND", decided=None, valid_from=valid_from, on=TODAY
        )


def test_a_fall_is_seen_when_the_target_comes_after_the_figures(office: Database) -> None:
    for value, as_of in (("100", date(2019, 12, 31)), ("60", date(2020, 6, 30)), ("60", date(2020, 12, 31))):
        record(office, "2.2", value, as_of)
    assert detail(office, "2.2").row.verdict is Verdict.NO_TARGET
    enter_level(office, "2.2", "90")
    shown = detail(office, "2.2")
    assert shown.row.regressed
    assert shown.regression_text == (
        "Đạt ngày 31/12/2019, chưa đạt từ ngày 30/6/2020 theo Bộ tiêu chí 2016–2020"
    )


def test_figures_that_never_reached_the_target_are_no_fall(office: Database) -> None:
    record(office, "2.2", "80", date(2019, 12, 31))
    record(office, "2.2", "60", date(2020, 12, 31))
    enter_level(office, "2.2", "90")
    assert detail(office, "2.2").row.verdict is Verdict.UNMET
    assert not detail(office, "2.2").row.regressed


def test_an_earlier_figure_is_held_against_the_level_of_its_own_day(office: Database) -> None:
    record(office, "2.2", "60", date(2019, 12, 31))
    record(office, "2.2", "60", date(2020, 12, 31))
    enter_level(office, "2.2", "50")
    assert detail(office, "2.2").row.verdict is Verdict.MET
    enter_level(office, "2.2", "90", valid_from=date(2020, 7, 1))
    shown = detail(office, "2.2")
    assert shown.met_on == date(2019, 12, 31)


def test_a_fall_across_two_sets_names_both(office: Database) -> None:
    record(office, "17.8", "100", date(2021, 6, 30))
    with office.write("Đăng ký", LEAD, AT) as session:
        goals.register(
            session, set_id="xa-ntm-2021-2025", year=2022, profile="btb", valid_from=date(2022, 1, 1)
        )
    day = date(2022, 6, 30)
    with office.write("Nhập", LEAD, AT) as session:
        assessments.record(session, code="17.10", texts={"v": "80"}, as_of=day, today=day)
    shown = detail(office, "17.10", day)
    assert shown.row.regressed
    assert shown.regression_text == (
        "Đạt ngày 30/6/2021 theo Bộ tiêu chí 2016–2020, chưa đạt từ ngày 30/6/2022 theo Bộ tiêu chí 2021–2025"
    )


def test_a_level_that_rises_after_two_met_figures_is_a_fall(office: Database) -> None:
    record(office, "15.1", "88", date(2020, 6, 30))
    record(office, "15.1", "89", date(2020, 12, 31))
    with office.write("Mức của tỉnh", LEAD, AT) as session:
        targets.override(
            session,
            code="15.1",
            part="v",
            level="province",
            text="95",
            decision="01/QĐ",
            decided=TODAY,
            on=TODAY,
        )
    shown = detail(office, "15.1")
    assert shown.row.verdict is Verdict.UNMET
    assert shown.met_on == date(2020, 6, 30)


def test_figures_of_a_day_before_the_open_set_are_not_put_under_the_older_one(office: Database) -> None:
    with office.write("Đăng ký", LEAD, AT) as session:
        goals.register(
            session, set_id="xa-ntm-2021-2025", year=2022, profile="btb", valid_from=date(2021, 6, 1)
        )
    with pytest.raises(NtmError, match="2016–2020"), office.write("Nhập", LEAD, AT) as session:
        assessments.record(
            session,
            code="5.1",
            texts={"v": "80"},
            as_of=date(2021, 5, 31),
            today=TODAY,
            set_id="xa-ntm-2021-2025",
        )


@pytest.mark.parametrize(
    ("code", "text", "said"),
    [
        ("15.1", "nhiều", "không phải là số"),
        ("15.1", "101", "lớn hơn 100%"),
        ("15.1", "-5", "nhỏ hơn 0"),
        ("15.1", "95,555", "hai chữ số thập phân"),
        ("15.1", "", "Chưa nhập"),
        ("15.1", "60/50", "lớn hơn tổng số"),
        ("15.2", "95", "Đạt hoặc Chưa đạt"),
        ("99.9", "95", "không có chỉ tiêu"),
    ],
)
def test_a_wrong_value_is_refused_with_one_sentence(
    office: Database, code: str, text: str, said: str
) -> None:
    with pytest.raises(NtmError, match=said):
        record(office, code, text)
    with office.read() as session:
        assert len(history.entries(session, limit=9)) == 1  # the foundation alone


@pytest.mark.parametrize("text", ["1.5", "1,234,567"])
def test_a_number_that_can_be_read_two_ways_is_asked_about(office: Database, text: str) -> None:
    with pytest.raises(AmbiguousNumber) as caught:
        record(office, "10.1", text)
    assert caught.value.readings


@pytest.mark.parametrize(
    ("day", "said"), [(date(2021, 7, 1), "ở sau hôm nay"), (date(2011, 1, 1), "trước ngày thành lập")]
)
def test_a_day_in_the_future_or_before_the_commune_is_refused(office: Database, day: date, said: str) -> None:
    with pytest.raises(NtmError, match=said):
        record(office, "15.1", "90", day)


def test_a_number_far_beyond_the_last_one_is_asked_about_before_it_is_kept(office: Database) -> None:
    record(office, "10.1", "34,5", date(2021, 5, 10))
    with pytest.raises(DoubtfulNumber, match="gấp hơn 20 lần"):
        record(office, "10.1", "34.500.000")
    assert detail(office, "10.1").row.value_text == "34,5"
    record(office, "10.1", "34.500.000", sure=True)
    assert detail(office, "10.1").row.value_text == "34.500.000"
