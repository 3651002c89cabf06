"""What the reader of criteria sets refuses: damage, what cannot be kept, what contradicts itself."""

import hashlib
import json
import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sealing import seal

from ntm_desktop.errors import NtmError
from ntm_desktop.packs.criteria import load_builtin, read_pack
from ntm_desktop.paths import resource

SMALLEST = resource("criteria", "xa-ntm-2026-2030.json").read_bytes()
REAL = resource("criteria", "xa-ntm-2016-2020.json").read_bytes()


def as_read(data):
    """The set, or None when it was refused as only bad packs are."""
    try:
        return read_pack(data)
    except NtmError:
        return None


@settings(max_examples=300)
@given(st.integers(0, len(SMALLEST) - 1))
def test_a_truncated_pack_loads_equal_or_is_refused(length):
    assert as_read(SMALLEST[:length]) in (None, read_pack(SMALLEST))


@settings(max_examples=1500)
@given(st.integers(0, len(SMALLEST) * 8 - 1))
def test_a_pack_with_one_flipped_bit_loads_equal_or_is_refused(bit):
    damaged = bytearray(SMALLEST)
    damaged[bit // 8] ^= 1 << bit % 8
    assert as_read(bytes(damaged)) in (None, read_pack(SMALLEST))


@settings(max_examples=60)
@given(st.integers(0, len(REAL) * 8 - 1), st.integers(1, len(REAL)))
def test_a_damaged_real_set_loads_equal_or_is_refused(bit, length):
    damaged = bytearray(REAL)
    damaged[bit // 8] ^= 1 << bit % 8
    assert as_read(bytes(damaged)) in (None, load_builtin("xa-ntm-2016-2020"))
    assert as_read(REAL[:length]) in (None, load_builtin("xa-ntm-2016-2020"))


@given(st.binary(max_size=200))
def test_any_other_bytes_are_refused(data):
    assert as_read(data) is None


def changed(change):
    body = json.loads(REAL)["set"]
    change(body)
    return seal(body)


def first_indicator(body):
    return body["criteria"][0]["indicators"][0]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda b: b["criteria"][0]["indicators"].pop(), "Có 48 chỉ tiêu, văn bản có 49"),
        (lambda b: b["criteria"].pop(), "Có 18 tiêu chí, văn bản có 19"),
        (lambda b: first_indicator(b).update(code="1.2"), "Trùng chỉ tiêu 1.2"),
        (lambda b: first_indicator(b).update(code="2.1"), "nằm trong tiêu chí 1"),
        (lambda b: first_indicator(b).update(kind="percent"), "không đúng với loại"),
        (lambda b: first_indicator(b)["targets"][0].update(value=2), "không hợp với cách đo"),
        (lambda b: first_indicator(b)["targets"][0].update(part="x"), "phần “x” không có"),
        (lambda b: first_indicator(b)["targets"][0].update(profiles=["x"]), "không có nhóm mức “x”"),
        (lambda b: first_indicator(b)["targets"].append(first_indicator(b)["targets"][0]), "trùng mức"),
        (lambda b: first_indicator(b).update(targets=[]), "không có dòng mức nào"),
        (lambda b: first_indicator(b).update(parts=[]), "không có phần nào"),
        (lambda b: b["criteria"][0].update(group="x"), "không có nhóm “x”"),
        (lambda b: b["criteria"][0].update(short_name="x" * 18), "tên ngắn"),
        (lambda b: b["criteria"][0].update(short_name=" "), "Tiêu chí 1: tên ngắn bị trống"),
        (lambda b: b["criteria"][0].update(name=""), "Tiêu chí 1: tên bị trống"),
        (lambda b: b["groups"][0].update(name=""), ": tên bị trống"),
        (lambda b: b["profiles"][0].update(name=""), "Nhóm mức tdmnpb: tên bị trống"),
        (lambda b: first_indicator(b).update(text=" "), "Chỉ tiêu 1.1: nội dung bị trống"),
        (lambda b: b.update(title=""), "Bộ tiêu chí: tên bị trống"),
        (lambda b: b.update(decision=""), "số quyết định bị trống"),
        (lambda b: b.update(id="../Bộ"), "Mã của bộ “../Bộ”"),
        (lambda b: b.update(tier="zz"), "danh hiệu “zz”"),
        (lambda b: b.update(default_regime="zz"), "trình tự công nhận “zz”"),
        (lambda b: b.update(period=[2020, 2016]), "Thời kỳ 2020–2016"),
        (lambda b: b.update(period=[1000, 2020]), "Thời kỳ 1000–2020"),
        (lambda b: first_indicator(b)["targets"][0].update(profiles=[]), "không áp dụng cho nhóm nào"),
        (lambda b: first_indicator(b)["targets"][0].update(year=99999), "mức của năm 99999"),
        (lambda b: first_indicator(b)["targets"][0].update(schools=[5, -1]), "số trường từ 5 đến -1"),
        (lambda b: first_indicator(b)["targets"][0].update(schools=[5, 0]), "số trường từ 5 đến 0"),
        (lambda b: first_indicator(b)["targets"][0].update(schools=[-1, None]), "số trường từ -1"),
        (
            lambda b: first_indicator(b).update(
                kind="level",
                parts=[{"key": "v", "measure": "level"}],
                targets=[{"value": None, "verification": "unverified"}],
            ),
            "thiếu tên các mức độ",
        ),
        (lambda b: b.update(revocation_key_criteria=["20"]), "tiêu chí 20"),
        (lambda b: b.update(carried_from=[["a", "1.1", "9.9"]]), "chỉ tiêu 9.9"),
    ],
)
def test_a_pack_that_contradicts_itself_is_refused_with_the_place(change, says):
    with pytest.raises(NtmError) as refused:
        read_pack(changed(change))
    assert any(says in problem for problem in refused.value.problems)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda b: b.update(surprise=1), "mục lạ “surprise”"),
        (lambda b: b.pop("title"), "thiếu mục “title”"),
        (
            lambda b: first_indicator(b)["targets"][0].update(value=1.0),
            "criteria[0].indicators[0].targets[0].value",
        ),
        (lambda b: first_indicator(b)["targets"][0].update(value="1"), "targets[0].value"),
        (lambda b: first_indicator(b).update(kind="magic"), "criteria[0].indicators[0].kind"),
        (lambda b: b.update(issued="17/10/2016"), "issued"),
    ],
)
def test_a_pack_outside_the_schema_is_refused_with_the_place(change, place, caplog):
    caplog.set_level("INFO")
    with pytest.raises(NtmError, match="lược đồ") as refused:
        read_pack(changed(change))
    (problem,) = refused.value.problems
    assert not re.search("Expected|Object|Invalid", problem)
    assert place in problem
    assert re.search("Expected|Object|Invalid", caplog.text)


def decomposed(value):
    """As an office on macOS might send it: every text NFD."""
    if isinstance(value, dict):
        return {key: decomposed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [decomposed(inner) for inner in value]
    return unicodedata.normalize("NFD", value) if isinstance(value, str) else value


def test_a_pack_in_decomposed_letters_is_read_composed():
    read = read_pack(seal(decomposed(json.loads(REAL)["set"])))
    assert replace(read, sha256="") == replace(load_builtin("xa-ntm-2016-2020"), sha256="")


def places(value, path=()):
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield from places(one, (*path, key))
    if isinstance(value, str | int):
        yield path


PLACES = list(places(json.loads(SMALLEST)["set"]))


@given(
    st.sampled_from(PLACES),
    st.sampled_from(["\ud800", "a\udfff", "\x00", "\uffff", 10**30, -(10**30), 2**63])
    | st.text(st.characters(exclude_categories=()), max_size=5)
    | st.integers(),
)
def test_a_pack_with_any_text_or_number_is_read_fit_to_be_kept_or_refused(place, value):
    body = json.loads(SMALLEST)["set"]
    inner = body
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = value
    pack = {"format": 1, "kind": "criteria-set", "sha256": content_checksum_of(body), "set": body}
    read = as_read(json.dumps(pack).encode())
    if read is not None:
        assert repr(read).encode()
        assert "\\x00" not in repr(read)


def content_checksum_of(body):
    canonical = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


@pytest.mark.parametrize(
    ("text", "said"),
    [('"\\ud800"', "ký tự hỏng"), ('"\\u0000"', "ký tự hỏng"), ("1" + "0" * 30, "số quá lớn")],
)
def test_what_no_database_holds_is_refused_with_its_place(text, said):
    data = REAL.replace(b'"notes": [', f'"notes": [{text}, '.encode(), 1)
    assert data != REAL
    with pytest.raises(NtmError, match=said) as refused:
        read_pack(data)
    assert refused.value.problems == (f"Phần “set.notes[0]” có {said}.",)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (REAL[: REAL.index(b"\n", 3000) + 1], "Chỗ sai đầu tiên ở dòng "),
        (b'{"format": 1,\n"kind"}', "Chỗ sai đầu tiên ở dòng 2."),
        (b'"\xff"', "Tệp không phải văn bản UTF-8."),
        (b"[" * 200_000, "Các phần của tệp lồng nhau quá sâu."),
    ],
)
def test_an_unreadable_pack_is_refused_without_a_word_of_english(data, problem):
    with pytest.raises(NtmError, match="Không đọc được tệp bộ tiêu chí") as refused:
        read_pack(data)
    assert refused.value.problems[0].startswith(problem)


def test_a_sealed_pack_comes_back_with_its_checksum():
    criteria_set = read_pack(changed(lambda body: body))
    assert criteria_set == load_builtin("xa-ntm-2016-2020")
    assert re.fullmatch("[0-9a-f]{64}", criteria_set.sha256)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"format": 2}, "Cập nhật chương trình"),
        ({"format": True}, "định dạng"),
        ({"kind": "targets"}, "mức của tỉnh"),
        ({"kind": "photo"}, "không phải tệp bộ tiêu chí"),
        ({"sha256": "0" * 64}, "mã kiểm tra"),
        ({"set": []}, "thiếu phần"),
        ({"more": 1}, "phần lạ"),
    ],
)
def test_a_wrong_wrapper_is_refused_in_words(change, says):
    pack = json.loads(REAL) | change
    with pytest.raises(NtmError, match=says):
        read_pack(json.dumps(pack).encode())


def test_a_pack_without_its_checksum_and_a_huge_one_are_refused():
    pack = json.loads(REAL)
    del pack["sha256"]
    with pytest.raises(NtmError, match="thiếu phần"):
        read_pack(json.dumps(pack).encode())
    with pytest.raises(NtmError, match="quá lớn"):
        read_pack(b" " * (5 * 1024 * 1024))
    with pytest.raises(NtmError):
        read_pack(b"[" * 100_000)
