"""Commune, staff, documents, responsibilities, plans: what is edited in place."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office import AT, LEAD, TODAY, detail, record

from ntm_desktop.db.engine import Database
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.criteria import load_builtin
from ntm_desktop.services import (
    commune,
    goals,
    history,
    official_documents,
    overview,
    people,
    plans,
    responsibilities,
)
from ntm_desktop.services.commune import HamletView, PredecessorView


def add_person(database: Database, name: str, **fields: object) -> str:
    with database.write("Thêm cán bộ", LEAD, AT) as session:
        people.save_person(session, name=name, post="Công chức", **fields)
        return next(view.uid for view in people.list_people(session) if view.name == " ".join(name.split()))


def test_the_commune_is_saved_field_by_field(office: Database) -> None:
    with office.write("Sửa xã", LEAD, AT) as session:
        assert commune.save(session, region="  Xã   biên giới ", schools=5)
        assert not commune.save(session, schools=5)
    with office.read() as session:
        view = commune.load(session)
    assert (view.region, view.schools, view.place) == ("Xã biên giới", 5, "Yên Hóa")
    with pytest.raises(NtmError, match="địa danh"), office.write("Sửa xã", LEAD, AT) as session:
        commune.save(session, place=" ")


def test_a_provisional_code_is_corrected_in_every_row(office: Database) -> None:
    record(office, "15.1", "90")
    with office.write("Sửa mã xã", LEAD, AT) as session:
        commune.correct_code(session, code="18930")
    with office.read() as session:
        assert commune.load(session).code == "18930"
        assert history.verify(session) == 3
    assert detail(office, "15.1").row.value_text == "90%"
    with pytest.raises(NtmError, match="không đúng"), office.write("Sửa mã xã", LEAD, AT) as session:
        commune.correct_code(session, code="mã <b>")


def test_hamlets_keep_the_commune_s_own_order(office: Database) -> None:
    with office.write("Nhập thôn", LEAD, AT) as session:
        commune.save_hamlets(session, rows=[HamletView(None, "Yên Thắng", 231), HamletView(None, "Đồng Tâm")])
    with office.read() as session:
        first, second = commune.list_hamlets(session)
    with office.write("Sửa thôn", LEAD, AT) as session:
        commune.save_hamlets(session, rows=[second, HamletView(None, "Tân Lợi 1")])
    with office.read() as session:
        assert [view.name for view in commune.list_hamlets(session)] == ["Đồng Tâm", "Tân Lợi 1"]
        assert first.uid not in {view.uid for view in commune.list_hamlets(session)}


def test_two_spellings_of_one_hamlet_are_one(office: Database) -> None:
    rows = [HamletView(None, "Yên Hóa"), HamletView(None, "Yên Hoá"), HamletView(None, "")]
    with pytest.raises(NtmError) as caught, office.write("Nhập thôn", LEAD, AT) as session:
        commune.save_hamlets(session, rows=rows)
    assert len(caught.value.problems) == 2
    with office.read() as session:
        assert commune.list_hamlets(session) == ()


def test_predecessors_and_figures(office: Database) -> None:
    former = PredecessorView(
        None, "18901", "xã Yên Hóa cũ", "huyện Minh Hóa", "tỉnh Quảng Bình", date(2025, 6, 30)
    )
    with office.write("Nhập", LEAD, AT) as session:
        commune.save_predecessors(session, rows=[former])
        commune.save_figures(
            session, values={"households": 1342, "area": 3_029_000}, as_of=date(2020, 12, 31)
        )
        commune.save_figures(session, values={"households": 1350}, as_of=date(2020, 12, 31))
    with office.read() as session:
        view = commune.load(session)
    assert [p.name for p in view.predecessors] == ["xã Yên Hóa cũ"]
    assert {f.name: f.value for f in view.figures} == {"households": 1350, "area": 3_029_000}


def test_people_serve_from_and_to(office: Database) -> None:
    add_person(office, "Đinh  Minh Đức <b>", signs=True, role="read_only", to_date=date(2020, 6, 30))
    with office.read() as session:
        assert {p.name for p in people.list_people(session)} == {LEAD, "Đinh Minh Đức <b>"}
        assert {p.name for p in people.list_people(session, on=TODAY)} == {LEAD}
        assert people.lead(session) == LEAD
    with pytest.raises(NtmError, match="trước ngày bắt đầu"):
        add_person(office, "X", from_date=date(2021, 1, 1), to_date=date(2020, 1, 1))
    with pytest.raises(NtmError, match="họ và tên"):
        add_person(office, "  ")


def test_a_responsibility_ends_when_the_next_begins(office: Database) -> None:
    first, second = add_person(office, "Phạm Quốc Việt"), add_person(office, "Trần Văn Đông")
    for uid, day in ((first, date(2021, 1, 1)), (second, date(2021, 6, 1))):
        with office.write("Phân công", LEAD, AT) as session:
            responsibilities.assign(session, criterion="17", person_uid=uid, from_date=day)
    assert detail(office, "17.6", date(2021, 5, 31)).person == detail(office, "17.1", date(2021, 3, 1)).person
    shown = detail(office, "17.6")
    assert shown.person is not None
    assert shown.person.name == "Trần Văn Đông"
    with pytest.raises(NtmError, match="phân công"), office.write("Xóa", LEAD, AT) as session:
        people.remove_person(session, uid=second)


def test_a_plan_is_made_noted_and_closed(office: Database) -> None:
    record(office, "17.6", "862/1342")
    with office.write("Lập kế hoạch", LEAD, AT) as session:
        plans.save(
            session,
            code="17.6",
            on=TODAY,
            decided_on=date(2021, 6, 1),
            cause="Thiếu vốn",
            money=600_000_000,
            deadline=date(2021, 6, 10),
            though_past=True,
        )
    plan = detail(office, "17.6").plan
    assert plan is not None
    with office.write("Ghi chép", LEAD, AT) as session:
        plans.add_note(session, plan_uid=plan.uid, on=TODAY, note="Thêm 12 hộ")
    with office.read() as session:
        told = [todo.what for todo in overview.load(session, today=TODAY).todos]
        assert told[:2] == ["Nhập danh sách thôn", "Đẩy nhanh kế hoạch chỉ tiêu 17.6, quá hạn 20 ngày"]
    shown = detail(office, "17.6").plan
    assert shown is not None
    assert [note.note for note in shown.notes] == ["Thêm 12 hộ"]
    with office.write("Xong", LEAD, AT) as session:
        plans.close(session, plan_uid=plan.uid, done_on=TODAY)
    assert detail(office, "17.6").plan is None


def save_plan(office: Database, **fields: object) -> None:
    with office.write("Lập kế hoạch", LEAD, AT) as session:
        plans.save(session, code="17.6", on=TODAY, **fields)


def test_a_plan_is_told_from_the_day_it_was_made(office: Database) -> None:
    record(office, "17.6", "862/1342", date(2020, 12, 31))
    save_plan(office, cause="Thiếu vốn", decided_on=date(2021, 3, 1), deadline=date(2021, 8, 1))
    day_before = date(2021, 2, 28)
    assert detail(office, "17.6", day_before).plan is None
    with office.read() as session:
        todos = {todo.key for todo in overview.load(session, today=TODAY, on=day_before).todos}
        assert "no-plan/17.6" in todos
        assert "plan/17.6" not in todos
        assert "plan/17.6" in {todo.key for todo in overview.load(session, today=TODAY).todos}
    save_plan(office, solution="Vay vốn", deadline=date(2021, 8, 1))  # the day stays
    shown = detail(office, "17.6", date(2021, 3, 1)).plan
    assert shown is not None
    assert (shown.decided_on, shown.solution) == (date(2021, 3, 1), "Vay vốn")
    save_plan(office, decided_on=date(2021, 2, 28))
    assert detail(office, "17.6", day_before).plan is not None
    with office.read() as session:
        seq = history.entries(session, limit=1)[0].seq
        labels = {f.name for row in history.entry(session, seq=seq).changes for f in row.fields}
    assert "Ngày lập kế hoạch" in labels


def test_a_plan_made_today_is_of_today(office: Database) -> None:
    save_plan(office, cause="Thiếu vốn")
    shown = detail(office, "17.6").plan
    assert shown is not None
    assert shown.decided_on == TODAY


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ({"decided_on": date(2021, 7, 1)}, "ở sau hôm nay"),
        ({"decided_on": date(1021, 3, 1)}, "bộ tiêu chí đầu tiên"),
        (
            {"decided_on": date(2021, 6, 11), "deadline": date(2021, 6, 10), "though_past": True},
            "Hạn 10/6/2021 ở trước ngày lập kế hoạch 11/6/2021",
        ),
    ],
)
def test_a_plan_of_an_impossible_day_is_refused(office: Database, days: dict[str, object], said: str) -> None:
    with pytest.raises(NtmError, match=said):
        save_plan(office, **days)
    assert detail(office, "17.6").plan is None


def test_a_deadline_that_has_passed_is_asked_about_once(office: Database) -> None:
    past = {"decided_on": date(2021, 3, 1), "deadline": date(2021, 6, 10)}
    with pytest.raises(plans.PastDeadline, match="Hạn 10/6/2021 đã qua"):
        save_plan(office, **past)
    save_plan(office, **past, though_past=True)
    save_plan(office, **past, cause="Thiếu vốn")  # known by now
    with pytest.raises(plans.PastDeadline):
        save_plan(office, deadline=date(2021, 6, 11))


def test_an_indicator_has_one_plan_a_day(office: Database) -> None:
    save_plan(office, decided_on=date(2021, 3, 1))
    plan = detail(office, "17.6").plan
    assert plan is not None
    with pytest.raises(NtmError, match="trước ngày lập"), office.write("Xong", LEAD, AT) as session:
        plans.close(session, plan_uid=plan.uid, done_on=date(2021, 2, 1))
    with office.write("Xong", LEAD, AT) as session:
        plans.close(session, plan_uid=plan.uid, done_on=date(2021, 5, 1))
    with pytest.raises(NtmError, match="lập ngày 1/3/2021, kết thúc ngày 1/5/2021"):
        save_plan(office, decided_on=date(2021, 4, 30))
    save_plan(office, decided_on=date(2021, 5, 1))
    for day, made in ((date(2021, 4, 30), date(2021, 3, 1)), (date(2021, 5, 1), date(2021, 5, 1))):
        shown = detail(office, "17.6", day).plan
        assert shown is not None
        assert shown.decided_on == made


def test_a_document_is_not_entered_twice(office: Database) -> None:
    def save(number: str) -> None:
        with office.write("Nhập văn bản", LEAD, AT) as session:
            official_documents.save_document(
                session,
                kind="Kế hoạch",
                number=number,
                issued=date(2021, 1, 28),
                issuer="UBND huyện Minh Hóa",
                title="xây dựng nông thôn mới năm 2021",
                role=official_documents.GROUND,
            )

    save("15/KH-UBND")
    with pytest.raises(NtmError, match="Đã có Kế hoạch số 15/KH-UBND ngày 28/1/2021"):
        save("15/kh-ubnd")
    save("16/KH-UBND")


@given(year=st.integers(-9999, 99999), day=st.dates())
def test_a_goal_of_any_year_and_day_is_judged_without_a_crash(year: int, day: date) -> None:
    of_2016 = load_builtin("xa-ntm-2016-2020")
    problems = goals.problems_of(
        of_2016, profile="btb", year=year, regime="", tier="", valid_from=day, today=TODAY
    )
    if not problems:
        assert 2016 <= year <= 2100
        assert 2009 <= day.year <= max(year, TODAY.year) + 1


def test_a_commune_is_not_established_in_days_to_come(office: Database) -> None:
    with pytest.raises(NtmError, match="sau hôm nay"), office.write("Sửa xã", LEAD, AT) as session:
        commune.save(session, established=date(2021, 7, 1))
    with office.write("Sửa xã", LEAD, AT) as session:
        assert commune.save(session, established=TODAY)


def test_goals_are_dated_and_the_only_one_stays(office: Database) -> None:
    with office.write("Đăng ký", LEAD, AT) as session:
        goals.register(
            session, set_id="xa-ntm-2016-2020", year=2022, profile="tdmnpb", valid_from=date(2022, 1, 10)
        )
    with office.read() as session:
        years = [goals.current(session, on=day).year for day in (date(2019, 1, 1), TODAY, date(2022, 1, 10))]
        newest = goals.list_goals(session)[-1]
    assert years == [2021, 2021, 2022]
    with pytest.raises(NtmError, match="Đã có mục tiêu"), office.write("Đăng ký", LEAD, AT) as session:
        goals.register(
            session, set_id="xa-ntm-2016-2020", year=2023, profile="btb", valid_from=date(2022, 1, 10)
        )
    with office.write("Xóa", LEAD, AT) as session:
        goals.remove_goal(session, uid=newest.uid)
    with office.read() as session:
        last = goals.list_goals(session)[0]
    with pytest.raises(NtmError, match="duy nhất"), office.write("Xóa", LEAD, AT) as session:
        goals.remove_goal(session, uid=last.uid)


def test_the_only_goal_is_corrected_on_its_own_day(office: Database) -> None:
    with office.read() as session:
        (first,) = goals.list_goals(session)
    with office.write("Sửa mục tiêu", LEAD, AT) as session:
        goals.register(
            session,
            uid=first.uid,
            set_id="xa-ntm-2021-2025",
            year=2022,
            profile="btb",
            valid_from=first.valid_from,
            profile_ground=" QĐ  12/QĐ-UBND ",
        )
    with office.read() as session:
        (mended,) = goals.list_goals(session)
    assert (mended.uid, mended.set_id, mended.year) == (first.uid, "xa-ntm-2021-2025", 2022)
    assert (mended.profile, mended.profile_ground) == ("btb", "QĐ 12/QĐ-UBND")
    assert (mended.regime, mended.deadline) == ("2021", date(2022, 12, 31))
    with office.write("Hoàn tác", LEAD, AT) as session:
        history.undo_last(session)
    with office.read() as session:
        assert goals.list_goals(session) == (first,)


def test_a_goal_is_not_corrected_onto_another_ones_day_nor_out_of_its_set(office: Database) -> None:
    given = {"set_id": "xa-ntm-2016-2020", "year": 2022, "profile": "btb"}
    with office.write("Đăng ký", LEAD, AT) as session:
        goals.register(session, **given, valid_from=date(2022, 1, 10))
    with office.read() as session:
        before = goals.list_goals(session)
    first, second = before
    for uid, wrong, said in (
        (second.uid, {"valid_from": first.valid_from}, "Đã có mục tiêu áp dụng từ ngày 22/12/2020"),
        (second.uid, {"profile": "nhom-9"}, "mức áp dụng"),
        ("khong-co", {}, "không còn trong dữ liệu"),
    ):
        fields = {**given, "valid_from": date(2023, 1, 1), **wrong}
        with pytest.raises(NtmError, match=said), office.write("Sửa", LEAD, AT) as session:
            goals.register(session, uid=uid, **fields)
    with office.read() as session:
        assert goals.list_goals(session) == before


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"profile": "nhom-9"}, "mức áp dụng"),
        ({"year": 21}, "không hợp lý"),
        ({"regime": "2099"}, "trình tự"),
        ({"tier": "zz"}, "Không có danh hiệu “zz”"),
        ({"tier": "nang-cao"}, "không phải xã nông thôn mới nâng cao"),
        ({"year": 2015}, "Năm đăng ký 2015 ở trước thời kỳ của Bộ tiêu chí 2016–2020"),
        ({"valid_from": date(2024, 1, 1)}, "không thể áp dụng từ ngày 1/1/2024"),
        ({"valid_from": date(2009, 4, 15)}, "không thể áp dụng từ ngày 15/4/2009"),
        ({"set_id": "xa-la"}, "Không có bộ tiêu chí"),
    ],
)
def test_a_goal_that_fits_no_set_is_refused(office: Database, wrong: dict[str, object], said: str) -> None:
    given = {"set_id": "xa-ntm-2016-2020", "year": 2022, "profile": "btb", "valid_from": date(2022, 1, 1)}
    with pytest.raises(NtmError, match=said), office.write("Đăng ký", LEAD, AT) as session:
        goals.register(session, **{**given, **wrong})
