from __future__ import annotations

import json
from datetime import date

import pytest
from office import AT, LEAD, TODAY, detail, record

from ntm_desktop.db.engine import Database
from ntm_desktop.domain.criteria import Verification
from ntm_desktop.domain.judging import Verdict
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.criteria import load_builtin
from ntm_desktop.paths import resource
from ntm_desktop.services import commune, criteria_sets, goals, targets
from ntm_desktop.services.commune import PredecessorView
from ntm_desktop.services.targets import TargetRow

DECISION = {"decision": "12/QĐ-UBND", "decided": date(2021, 1, 5)}
NATIONAL = {"decision": "1980/QĐ-TTg", "decided": date(2016, 10, 17)}


def row(database: Database, code: str) -> TargetRow:
    with database.read() as session:
        return next(row for row in targets.table(session, on=TODAY) if row.code == code)


def test_a_target_of_the_province_makes_the_indicator_judgeable(office: Database) -> None:
    record(office, "2.2", "62,4")
    assert detail(office, "2.2").row.verdict is Verdict.NO_TARGET
    assert row(office, "2.2").verification is None
    with office.write("Nhập mức", LEAD, AT) as session:
        targets.override(session, code="2.2", text="60", on=TODAY, **DECISION)
    assert detail(office, "2.2").row.verdict is Verdict.MET
    assert row(office, "2.2").target_text == "≥ 60%"
    assert "12/QĐ-UBND" in row(office, "2.2").source


def test_the_commune_s_own_level_goes_before_the_province_and_can_be_taken_back(office: Database) -> None:
    for level, text in (("province", "60"), ("commune", "65"), ("province", "50")):
        with office.write("Nhập mức", LEAD, AT) as session:
            targets.override(session, code="2.2", text=text, level=level, on=TODAY, **DECISION)
    assert row(office, "2.2").target_text == "≥ 65%"
    uid = row(office, "2.2").override_uid
    assert uid is not None
    with office.write("Bỏ mức", LEAD, AT) as session:
        targets.remove_override(session, uid=uid)
    assert row(office, "2.2").target_text == "≥ 50%"  # the later decision replaced the earlier


def test_a_later_level_leaves_what_was_in_force_before_it(office: Database) -> None:
    record(office, "2.2", "62,4", date(2020, 12, 31))
    for text, valid_from in (("60", None), ("65", date(2021, 1, 1)), ("70", date(2021, 1, 1))):
        with office.write("Nhập mức", LEAD, AT) as session:
            targets.override(session, code="2.2", text=text, valid_from=valid_from, on=TODAY, **DECISION)
    assert detail(office, "2.2", date(2020, 12, 31)).row.verdict is Verdict.MET
    assert detail(office, "2.2").row.target_text == "≥ 70%"  # of one day, the last given
    assert detail(office, "2.2").row.verdict is Verdict.UNMET
    assert not detail(office, "2.2").row.judged_differs  # before there was a level it could not be judged
    uid = row(office, "2.2").override_uid
    assert uid is not None
    with office.write("Bỏ mức", LEAD, AT) as session:
        targets.remove_override(session, uid=uid)
    assert row(office, "2.2").target_text == "≥ 60%"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"code": "99.1", "text": "5"}, "không có chỉ tiêu"),
        ({"code": "2.2", "text": "101"}, "lớn hơn 100%"),
        ({"code": "2.2", "text": "45/50"}, "phải là một số"),
        ({"code": "2.2", "text": "60", "part": "x"}, "không có phần"),
        ({"code": "2.2", "text": "60", "profile": "x"}, "không có mức áp dụng"),
        ({"code": "2.2", "text": "60", "level": "national"}, "của tỉnh hoặc của xã"),
    ],
)
def test_a_wrong_target_is_refused(office: Database, given: dict[str, str], said: str) -> None:
    with pytest.raises(NtmError, match=said), office.write("Nhập mức", LEAD, AT) as session:
        targets.override(session, on=TODAY, **DECISION, **given)


def test_a_target_needs_its_decision(office: Database) -> None:
    with pytest.raises(NtmError, match="số quyết định"), office.write("Nhập mức", LEAD, AT) as session:
        targets.override(session, code="2.2", text="60", decision=" ", decided=None, on=TODAY)


def test_confirming_one_target_and_then_the_whole_set(office: Database) -> None:
    record(office, "17.6", "72")
    assert detail(office, "17.6").row.unverified
    with office.write("Đối chiếu", LEAD, AT) as session:
        targets.confirm(session, code="17.6", by=LEAD, on=TODAY, **DECISION)  # any paper that says so
    assert not detail(office, "17.6").row.unverified
    assert row(office, "17.7").verification is Verification.UNVERIFIED
    with office.write("Đối chiếu", LEAD, AT) as session:
        targets.confirm(session, by=LEAD, on=TODAY, **NATIONAL)
    assert row(office, "17.7").verification is Verification.CONFIRMED
    with pytest.raises(NtmError, match="người đối chiếu"), office.write("Đối chiếu", LEAD, AT) as session:
        targets.confirm(session, by="", on=TODAY, **NATIONAL)


def test_a_whole_set_is_checked_against_a_decision_that_it_takes_levels_from(office: Database) -> None:
    with pytest.raises(NtmError, match="1980/QĐ-TTg"), office.write("Đối chiếu", LEAD, AT) as session:
        targets.confirm(session, by=LEAD, on=TODAY, **DECISION)


def test_a_target_that_is_not_known_cannot_be_checked(office: Database) -> None:
    with pytest.raises(NtmError, match=r"2\.2 chưa có mức"), office.write("Đối chiếu", LEAD, AT) as session:
        targets.confirm(session, code="2.2", by=LEAD, on=TODAY, **DECISION)


def test_a_goal_of_another_profile_and_an_amendment_ask_levels_that_nobody_checked(office: Database) -> None:
    def confirm(on: date, code: str | None, decision: str = "318/QĐ-TTg") -> None:
        with office.write("Đối chiếu", LEAD, AT) as session:
            targets.confirm(session, code=code, decision=decision, decided=None, by=LEAD, on=on)

    def waiting(on: date) -> set[str]:
        with office.read() as session:
            found = targets.table(session, on=on)
        return {row.code for row in found if row.verification is Verification.UNVERIFIED}

    for profile, valid_from in (("btb", date(2022, 7, 1)), ("tdmnpb", date(2023, 7, 1))):
        with office.write("Đăng ký", LEAD, AT) as session:
            goals.register(
                session, set_id="xa-ntm-2021-2025", year=2024, profile=profile, valid_from=valid_from
            )
    before, after = date(2024, 2, 1), date(2024, 3, 1)
    confirm(date(2023, 1, 1), "15.3")
    assert "15.3" not in waiting(date(2023, 1, 1))
    assert "15.3" in waiting(before)
    confirm(before, "13.1")
    assert "13.1" not in waiting(before)
    assert "13.1" in waiting(after)
    confirm(before, None)
    assert not waiting(before)
    assert not waiting(date(2023, 1, 1))
    assert waiting(after) == {"13.1", "15.4", "18.4"}
    confirm(after, None, "211/QĐ-TTg")
    assert not waiting(after)


def test_an_overlay_brings_all_values_of_a_province_and_changes_nothing_twice(office: Database) -> None:
    data = resource("samples", "qb-minh-hoa.json").read_bytes()
    with office.write("Nhập mức của tỉnh", LEAD, AT) as session:
        assert targets.import_overlay(session, data=data)
    with office.write("Nhập mức của tỉnh", LEAD, AT) as session:
        assert not targets.import_overlay(session, data=data)
    assert row(office, "2.4").target_text == "≥ 50%"
    assert row(office, "2.2").verification is None


def overlay(*lines: dict[str, object], **head: object) -> bytes:
    """A province's levels as an office writes them by hand."""
    content = {
        "set": "xa-ntm-2016-2020",
        "title": "Mức của tỉnh",
        "province": "tỉnh Quảng Bình",
        "decision": "12/QĐ-UBND",
        "decided": "2017-06-30",
        "targets": lines,
        **head,
    }
    return json.dumps({"format": 1, "kind": "targets", "overlay": content}).encode()


INCOME = {"code": "10.1", "value": 40000, "measure": "amount"}
CLEAN = {"code": "17.6", "value": 7500, "measure": "percent"}


@pytest.mark.parametrize(("line", "text"), [(CLEAN, "≥ 75%"), (INCOME, "≥ 40 triệu đồng/người/năm")])
def test_a_level_of_the_province_without_unit_judges_what_was_recorded(
    office: Database, line: dict[str, object], text: str
) -> None:
    record(office, "17.6", "72,13")
    record(office, "10.1", "36,5")
    code = str(line["code"])
    assert detail(office, code).row.verdict is Verdict.MET
    with office.write("Nhập mức của tỉnh", LEAD, AT) as session:
        targets.import_overlay(session, data=overlay(line))
    assert detail(office, code).row.verdict is Verdict.UNMET
    assert row(office, code).target_text == text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (overlay(CLEAN, province="tỉnh khác"), "của tỉnh khác, xã thuộc tỉnh Quảng Bình"),
        (overlay({**CLEAN, "value": 10**30}), "số quá lớn"),
        (overlay({**CLEAN, "article": "\ud800"}), "ký tự hỏng"),
        (overlay({**CLEAN, "measure": "count"}), "không dùng được"),
        (overlay(CLEAN, decision=""), "không dùng được"),
    ],
)
def test_an_overlay_that_cannot_be_right_changes_nothing(office: Database, data: bytes, said: str) -> None:
    before = row(office, "17.6")
    with pytest.raises(NtmError, match=said), office.write("Nhập mức của tỉnh", LEAD, AT) as session:
        targets.import_overlay(session, data=data)
    assert row(office, "17.6") == before


@pytest.mark.parametrize("province", ["Quảng Bình", "TỈNH QUẢNG BÌNH", "tỉnh Quảng Trị"])
def test_the_levels_may_be_of_a_province_before_communes_were_merged(office: Database, province: str) -> None:
    old = PredecessorView(None, "18925", "xã Cũ", "", "tỉnh Quảng Trị", date(2020, 1, 1))
    with office.write("Xã trước sắp xếp", LEAD, AT) as session:
        commune.save_predecessors(session, rows=[old])
    with office.write("Nhập mức của tỉnh", LEAD, AT) as session:
        assert targets.import_overlay(session, data=overlay(CLEAN, province=province))


def test_a_wrong_or_cut_off_overlay_is_refused_whole(office: Database) -> None:
    data = resource("samples", "qb-minh-hoa.json").read_bytes()
    wrong = json.loads(data)
    wrong.pop("sha256")
    wrong["overlay"]["targets"].append({"code": "99.9", "measure": "percent", "unit": "%", "value": 1})
    for spoiled in (data[:200], b"", json.dumps(wrong).encode()):
        with pytest.raises(NtmError), office.write("Nhập mức của tỉnh", LEAD, AT) as session:
            targets.import_overlay(session, data=spoiled)
    assert row(office, "2.4").verification is None


def test_a_set_from_a_file_takes_the_place_of_the_shipped_one(office: Database) -> None:
    data = resource("criteria", "xa-ntm-2021-2025.json").read_bytes()
    with office.write("Nhập bộ tiêu chí", LEAD, AT) as session:
        assert criteria_sets.import_pack(session, data=data)
        assert not criteria_sets.import_pack(session, data=data)
    with office.read() as session:
        known = {choice.id: choice for choice in criteria_sets.available(session)}
        assert criteria_sets.load(session, set_id="xa-ntm-2021-2025").sha256
    assert known["xa-ntm-2021-2025"].imported
    assert not known["xa-ntm-2016-2020"].imported
    for spoiled in (data[:1000], data.replace(b"2021", b"2020", 1), b"{}", b"\xff\xfe"):
        with pytest.raises(NtmError), office.write("Nhập bộ tiêu chí", LEAD, AT) as session:
            criteria_sets.import_pack(session, data=spoiled)


@pytest.mark.parametrize("coding", ["utf-8-sig", "utf-16"])
def test_a_set_saved_in_another_coding_is_read_again_after_its_import(office: Database, coding: str) -> None:
    data = resource("criteria", "xa-ntm-2021-2025.json").read_bytes()
    with office.write("Nhập bộ tiêu chí", LEAD, AT) as session:
        assert criteria_sets.import_pack(session, data=data.decode().encode(coding))
    with office.read() as session:
        assert criteria_sets.load(session, set_id="xa-ntm-2021-2025") == load_builtin("xa-ntm-2021-2025")


def test_the_parts_of_one_indicator_are_known_by_their_beginning(office: Database) -> None:
    with office.read() as session:
        texts = [row.text for row in targets.table(session, on=TODAY) if row.code == "17.1"]
    assert [text[:26] for text in texts] == ["Phần 1/2, nước hợp vệ sinh", "Phần 2/2, trong đó nước sạ"]
    assert all("Tỷ lệ hộ được sử dụng nước" in text for text in texts)
