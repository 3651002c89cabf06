"""Sets that an older version took in: whatever is refused today, what is stored is read."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sealing import seal

from ntm_desktop.domain.criteria import CriteriaSet
from ntm_desktop.domain.goals import TIERS, YEARS
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.criteria import builtin_ids, read_pack, read_stored
from ntm_desktop.packs.envelope import content_checksum
from ntm_desktop.packs.forms import regime_ids
from ntm_desktop.paths import resource

REAL = resource("criteria", "xa-ntm-2016-2020.json").read_bytes()


def first(body):
    return body["criteria"][0]["indicators"][0]


def level(body, **changes):
    first(body)["targets"][0].update(changes)


def counted(body, value):
    first(body).update(
        kind="count",
        parts=[{"key": "v", "measure": "count", "unit": "cái"}],
        targets=[{"value": value, "verification": "confirmed"}],
    )


def unnamed_levels(body):
    first(body).update(
        kind="level",
        parts=[{"key": "v", "measure": "level", "levels": ["", "Tốt"]}],
        targets=[{"value": 1, "verification": "confirmed"}],
    )


LATER = {  # what versions before took in, by what is said of it today
    "Mã của bộ “../Bộ”": lambda b: b.update(id="../Bộ"),
    "Bộ tiêu chí: tên bị trống": lambda b: b.update(title="", short_title=" "),
    "phiên bản bị trống": lambda b: b.update(version=""),
    "số quyết định bị trống": lambda b: b.update(decision=""),
    "Nhóm tiêu chí": lambda b: b["groups"][0].update(name=" "),
    "Nhóm mức tdmnpb: tên": lambda b: b["profiles"][0].update(name=""),
    "Thời kỳ 2020–2016": lambda b: b.update(period=[2020, 2016]),
    "Thời kỳ 0–": lambda b: b.update(period=[0, 10**30]),
    "danh hiệu “zz”": lambda b: b.update(tier="zz"),
    "trình tự công nhận “zz”": lambda b: b.update(default_regime="zz"),
    "Tiêu chí 1: tên bị trống": lambda b: b["criteria"][0].update(name="", short_name=""),
    "Chỉ tiêu 1.1: nội dung": lambda b: first(b).update(text=""),
    "không áp dụng cho nhóm nào": lambda b: level(b, profiles=[]),
    "mức của năm 99999": lambda b: level(b, year=99999),
    "số trường từ 5 đến 0": lambda b: level(b, schools=[5, 0]),
    "số trường từ -1": lambda b: (level(b, schools=[-1, None]), first(b).update(needs_schools=True)),
    "mức quá lớn": lambda b: counted(b, 10**30),
    "thiếu tên các mức độ": unnamed_levels,
}


def stored(*changes):
    body = json.loads(REAL)["set"]
    for change in changes:
        change(body)
    return seal(body)


def is_fit(one: CriteriaSet) -> bool:
    """What the rest of the program takes for granted."""
    texts = [one.title, one.short_title, one.decision, one.version]
    texts += [name for _id, name in one.groups] + [profile.name for profile in one.profiles]
    texts += [text for c in one.criteria for text in (c.name, c.short_name)]
    texts += [i.text for i in one.indicators()]
    texts += [name for i in one.indicators() for part in i.parts for name in part.levels]
    return (
        all(text.strip() for text in texts)
        and one.tier in TIERS
        and one.default_regime in regime_ids()
        and YEARS[0] <= one.period[0] <= one.period[1] <= YEARS[-1]
        and all(any(t.part == part.key for t in i.targets) for i in one.indicators() for part in i.parts)
    )


def judged_by(one: CriteriaSet) -> list[object]:
    """All but the first indicator, which most of the changes are made in."""
    return [
        (i.code, i.text, i.parts, [(t.part, t.value, t.profile, t.year, t.schools) for t in i.targets])
        for i in one.indicators()[1:]
    ]


@pytest.mark.parametrize("set_id", builtin_ids())
def test_a_sound_set_is_read_as_it_is_taken_in(set_id):
    data = resource("criteria", f"{set_id}.json").read_bytes()
    assert read_stored(data) == read_pack(data)
    assert not read_stored(data).doubt


@pytest.mark.parametrize("says", LATER)
def test_what_is_refused_today_is_read_where_it_is_stored(says):
    data = stored(LATER[says])
    with pytest.raises(NtmError):
        read_pack(data)
    read = read_stored(data)
    assert any(says in defect for defect in read.defects) or says == "mức quá lớn"
    assert "nhận từ tệp có chỗ sai" in read.doubt
    assert is_fit(read)
    assert judged_by(read) == judged_by(read_pack(REAL))


@given(st.lists(st.sampled_from(list(LATER.values())), min_size=1, max_size=8))
def test_defects_may_come_together(changes):
    assert is_fit(read_stored(stored(*changes)))


def test_letters_that_cannot_be_printed_are_left_out():
    body = json.loads(REAL)["set"]
    first(body).update(text="Đường\x07 xã\ud800")
    body.update(title="Bộ\x00")
    pack = json.dumps({"format": 1, "kind": "criteria-set", "sha256": content_checksum(body), "set": body})
    with pytest.raises(NtmError):
        read_pack(pack.encode())
    read = read_stored(pack.encode())
    assert read.indicators()[0].text == "Đường xã"
    assert read.title == "Bộ"


def test_a_level_that_nobody_can_reach_is_not_known_and_says_so():
    (target,) = read_stored(stored(lambda b: counted(b, 10**30))).indicators()[0].targets
    assert target.value is None
    assert target.provenance.article == "mức ghi trong bộ tiêu chí không dùng được"


@given(st.binary(max_size=200) | st.integers(0, len(REAL.strip()) - 1).map(lambda length: REAL[:length]))
def test_what_was_damaged_since_is_told(data):
    with pytest.raises(NtmError, match="nay không đọc được: nội dung lưu trong máy bị hỏng"):
        read_stored(data)


def test_what_no_version_took_in_is_told_with_the_place():
    with pytest.raises(NtmError, match="phục hồi từ bản sao lưu") as told:
        read_stored(stored(lambda b: b["criteria"].pop()))
    assert "Có 18 tiêu chí, văn bản có 19." in told.value.problems
