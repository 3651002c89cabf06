"""What the office words is kept for each goal, in all versions; a new goal starts from the last one's."""

from __future__ import annotations

import re
from datetime import date

import pytest
from office import AT, LEAD, record

from ntm_desktop.db.engine import Database
from ntm_desktop.db.history import insert
from ntm_desktop.db.models import narrative
from ntm_desktop.domain.readiness import ReadinessState
from ntm_desktop.errors import NtmError
from ntm_desktop.services import dossier, goals, history, narratives
from ntm_desktop.services.check import check
from ntm_desktop.services.narratives import NarrativeView, VersionView
from ntm_desktop.services.resources import resource_facts
from ntm_desktop.text import format_int

JUNE, NEXT, AFTER = date(2021, 6, 30), date(2022, 1, 10), date(2023, 1, 10)
PART = {"paper": "bao_cao", "part": "thuan_loi"}


def register(office: Database, year: int) -> None:
    with office.write("Đăng ký", LEAD, AT) as session:
        goals.register(
            session, set_id="xa-ntm-2021-2025", year=year, profile="btb", valid_from=date(year, 1, 1)
        )


def save(office: Database, body: str, on: date) -> bool:
    """Whether anything was written."""
    with office.write("Viết lời văn", LEAD, AT) as session:
        return bool(narratives.save(session, **PART, body=body, on=on))


def said(office: Database, on: date) -> NarrativeView:
    with office.read() as session:
        parts = narratives.list_parts(dossier.collect(session, on=on, today=on, draft=True))
    return next(view for view in parts if (view.paper, view.part) == (PART["paper"], PART["part"]))


def versions(office: Database, on: date) -> list[tuple[str, int, bool]]:
    with office.read() as session:
        found: tuple[VersionView, ...] = narratives.versions(session, **PART, on=on)
    return [(one.body, one.year, one.current) for one in found]


def test_a_new_goal_starts_from_the_words_of_the_last_and_the_old_dossier_keeps_its_own(
    office: Database,
) -> None:
    save(office, "Đất rộng.", JUNE)
    register(office, 2022)
    assert (said(office, NEXT).body, said(office, NEXT).year) == ("Đất rộng.", 2021)
    save(office, "Đường đã xong.", NEXT)
    assert (said(office, NEXT).body, said(office, NEXT).year) == ("Đường đã xong.", None)
    assert (said(office, JUNE).body, said(office, JUNE).year) == ("Đất rộng.", None)
    register(office, 2023)
    assert (said(office, AFTER).body, said(office, AFTER).year) == ("Đường đã xong.", 2022)
    save(office, "Đất rộng, dân cần cù.", JUNE)  # mends the old dossier alone
    assert said(office, AFTER).body == said(office, NEXT).body == "Đường đã xong."


def test_the_words_of_last_year_are_kept_by_saying_them_again(office: Database) -> None:
    save(office, "Đất rộng.", JUNE)
    register(office, 2022)
    assert save(office, "Đất rộng.", NEXT)
    assert said(office, NEXT).year is None
    assert not save(office, "Đất rộng.", NEXT)


def test_a_new_goal_goes_back_to_the_default_without_touching_the_old_one(office: Database) -> None:
    default = said(office, JUNE)
    save(office, "Đất rộng.", JUNE)
    register(office, 2022)
    assert save(office, "", NEXT)
    assert (said(office, NEXT).body, said(office, NEXT).default) == (default.body, True)
    assert said(office, JUNE).body == "Đất rộng."
    register(office, 2023)
    assert said(office, AFTER).default  # from the last one, which had it


def test_old_versions_are_there_to_be_taken_back(office: Database) -> None:
    for body in ("Một.", "", "Hai."):
        save(office, body, JUNE)
    register(office, 2022)
    assert versions(office, NEXT) == [("Hai.", 2021, True), ("", 2021, False), ("Một.", 2021, False)]
    save(office, "Một.", NEXT)
    assert said(office, NEXT).body == "Một."
    assert versions(office, NEXT)[:2] == [("Một.", 2022, True), ("Hai.", 2021, False)]


def test_each_version_tells_who_wrote_it(office: Database) -> None:
    for name, body in (("Cao Thị Hòa", "Một."), ("Đinh Minh Đức", "Hai.")):
        with office.write("Viết lời văn", name, AT) as session:
            narratives.save(session, **PART, body=body, on=JUNE)
    with office.write("Hoàn tác", "Lê Văn Tư", AT) as session:
        history.undo_last(session)
    with office.write("Làm lại", "Lê Văn Tư", AT) as session:
        history.redo_last(session)
    with office.read() as session:
        found = narratives.versions(session, **PART, on=JUNE)
    assert [(one.body, one.by) for one in found] == [("Hai.", "Đinh Minh Đức"), ("Một.", "Cao Thị Hòa")]


def test_readiness_tells_which_words_are_of_an_earlier_year(office: Database) -> None:
    def line(on: date) -> tuple[ReadinessState, str]:
        with office.read() as session:
            found = next(one for one in dossier.readiness(session, on=on) if one.key == "narratives")
        return found.state, found.why

    with office.read() as session:
        parts = narratives.list_parts(dossier.collect(session, on=JUNE, today=JUNE, draft=True))
    for part in (one for one in parts if one.gap):
        with office.write("Viết", LEAD, AT) as session:
            narratives.save(session, paper=part.paper, part=part.part, body="Đủ.", on=JUNE)
    assert line(JUNE)[0] is ReadinessState.DONE
    register(office, 2022)
    state, why = line(NEXT)
    assert state is ReadinessState.WARN
    assert "Thuận lợi (năm 2021)" in why


def test_a_goal_that_goes_leaves_its_words_to_the_one_in_force(office: Database) -> None:
    save(office, "Đất rộng.", JUNE)
    register(office, 2022)
    save(office, "Đường đã xong.", NEXT)
    with office.write("Xóa mục tiêu", LEAD, AT) as session:
        goals.remove_goal(session, uid=goals.list_goals(session)[-1].uid)
    assert (said(office, NEXT).body, said(office, NEXT).year) == ("Đường đã xong.", None)
    assert [body for body, _year, _current in versions(office, NEXT)] == ["Đường đã xong.", "Đất rộng."]
    with office.read() as session:
        newest = history.entries(session, limit=1)[0].seq
    with office.write("Hoàn tác", LEAD, AT) as session:
        history.undo(session, seq=newest)
    assert (said(office, NEXT).body, said(office, JUNE).body) == ("Đường đã xong.", "Đất rộng.")
    with office.read() as session:
        assert check(session, deep=True, now=AT).problems == ()


@pytest.mark.parametrize("body", ["  ", "\n\n"])
def test_blank_words_are_none(office: Database, body: str) -> None:
    assert not save(office, body, JUNE)
    assert said(office, JUNE).default


def test_a_template_of_the_office_goes_on_with_the_data(office: Database) -> None:
    save(office, "Toàn {{ xa }} đạt {{ da_dat|dem('tiêu chí') }}, trên {{ ngay_so_lieu }}.", JUNE)
    before = said(office, JUNE)
    assert before.template
    assert before.source.startswith("Toàn {{ xa }} đạt")
    assert re.fullmatch(r"Toàn xã Yên Hóa đạt \d+ tiêu chí, trên 30/06/2021\.", before.body)
    for code in ("1.1", "1.2"):
        record(office, code, "dat")
    assert said(office, JUNE).body == "Toàn xã Yên Hóa đạt 01 tiêu chí, trên 30/06/2021."
    save(office, "Văn thường.", JUNE)
    assert (said(office, JUNE).template, said(office, JUNE).source) == (False, "Văn thường.")


def test_what_a_template_lacks_is_a_gap_by_name_and_a_line_of_the_readiness(office: Database) -> None:
    save(office, "Kết quả: {% for mot in chi_tieu_chua_dat %}{{ mot.nguyen_nhan }}{% endfor %}", JUNE)
    record(office, "17.8", "1")
    shown = said(office, JUNE)
    assert (shown.body, shown.gap, shown.missing) == ("Kết quả: …", True, ("Nguyên nhân chưa đạt",))
    with office.read() as session:
        line = next(one for one in dossier.readiness(session, on=JUNE) if one.key == "narratives")
    assert line.state is ReadinessState.BLOCK
    assert "Thuận lợi" in line.why


@pytest.mark.parametrize(
    "body", ["Xã {{ xa", "{{ xa.__class__ }}", "{% for x in thon %}{{ x() }}{% endfor %}"]
)
def test_a_template_that_is_not_accepted_is_not_saved(office: Database, body: str) -> None:
    with pytest.raises(NtmError, match="Dòng 1 của lời văn"):
        save(office, body, JUNE)
    assert said(office, JUNE).default


def test_a_text_from_elsewhere_that_is_no_template_is_printed_as_it_is(office: Database) -> None:
    with office.write("Nhập", LEAD, AT) as session:
        row = {**PART, "body": "Theo {{ xa.__class__ }}", "seq": 1, "on_date": "2021-06-30"}
        insert(session, narrative, [row])
    shown = said(office, JUNE)
    assert (shown.body, shown.template) == ("Theo {{ xa.__class__ }}", False)


def test_a_template_may_tell_of_resources_though_their_part_has_words_of_its_own(yen_hoa: Database) -> None:
    with yen_hoa.write("Viết", LEAD, AT) as session:
        narratives.save(session, paper="bao_cao", part="nguon_luc", body="Đã huy động nhiều.", on=JUNE)
        total = sum(amount for _name, amount in resource_facts(session, on=JUNE).origins)
    assert total
    save(yen_hoa, "Huy động {{ tong_nguon_luc }}.", JUNE)
    assert said(yen_hoa, JUNE).body == f"Huy động {format_int(total)} đồng."


@pytest.mark.parametrize("field", narratives.insertable(), ids=lambda field: field.label)
def test_each_place_of_the_list_can_be_saved_as_it_is_inserted(
    office: Database, field: narratives.FieldView
) -> None:
    save(office, f"Nội dung: {field.place}", JUNE)
    assert said(office, JUNE).template
