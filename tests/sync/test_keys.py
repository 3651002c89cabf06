"""Keys of an office, wrapped and enrolled."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.errors import NtmError
from ntm_desktop.sync import jcs
from ntm_desktop.sync.keys import OwnKeys, key_id, read_enrolment, unwrap, wrap, write_enrolment

KEYS = OwnKeys.make()
INSTALL = "01234567-89ab-cdef-0123-456789abcdef"
FILE = write_enrolment(KEYS, unit="18964", name="Xã Yên Hóa", level="xa", install=INSTALL)


def test_an_enrolment_file_says_who_and_which_keys() -> None:
    one = read_enrolment(FILE)
    assert (one.unit, one.name, one.level) == ("18964", "Xã Yên Hóa", "xa")
    assert (one.sign_key, one.age_key) == (KEYS.sign_key, KEYS.age_key)
    assert one.key == key_id(KEYS.sign_key)
    assert b"PRIVATE" not in FILE
    assert str(KEYS.age).encode() not in FILE


@given(st.integers(0, len(FILE) - 1), st.integers(1, 255))
def test_a_changed_byte_is_found_out(place: int, change: int) -> None:
    changed = bytearray(FILE)
    changed[place] ^= change
    with pytest.raises(NtmError, match=r"tệp khóa|phiên bản mới hơn"):
        read_enrolment(bytes(changed))


@pytest.mark.parametrize(
    "change",
    [
        {"name": "Xã Yên Hóa khác"},
        {"unit": "../18964"},
        {"age_key": "age1abc"},
        {"sign_key": OwnKeys.make().sign_key},
        {"signature": "00" * 64},
        {"more": "x"},
        {"level": 3},
    ],
)
def test_another_word_in_it_is_refused_although_it_is_well_formed(change: dict[str, Any]) -> None:
    with pytest.raises(NtmError, match="Xin lại tệp khóa"):
        read_enrolment(jcs.dumps(json.loads(FILE) | change))


def test_a_newer_file_says_so() -> None:
    with pytest.raises(NtmError, match="Cập nhật chương trình"):
        read_enrolment(jcs.dumps(json.loads(FILE) | {"format": 2}))


@pytest.mark.parametrize(
    "told", [b"", b"[]", b"{", b"x" * 20_000, b'{"format":1,"format":1}', "{}".encode("utf-16")]
)
def test_what_is_no_enrolment_file(told: bytes) -> None:
    with pytest.raises(NtmError, match="Xin lại tệp khóa"):
        read_enrolment(told)


@pytest.mark.parametrize("password", ["", "mật khẩu của xã"])
def test_wrapped_keys_open_with_their_password_alone(password: str) -> None:
    wrapped = wrap(KEYS, password)
    assert bytes(KEYS.signing) not in wrapped
    opened = unwrap(wrapped, password)
    assert (opened.sign_key, opened.age_key) == (KEYS.sign_key, KEYS.age_key)
    with pytest.raises(NtmError, match="Sai mật khẩu khóa"):
        unwrap(wrapped, password + "x")
    assert wrap(KEYS, password) != wrapped, "salted"


@given(st.binary(max_size=60))
def test_canonical_json_is_read_back_or_refused(told: bytes) -> None:
    try:
        value = jcs.loads(told)
    except ValueError:
        return
    assert jcs.dumps(value) == told


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-jcs.LARGEST, jcs.LARGEST) | st.text("aăđ \n", max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.text("abcđ", max_size=4), VALUES, max_size=4))
def test_what_is_written_is_read(value: dict[str, Any]) -> None:
    assert jcs.loads(jcs.dumps(value)) == value


@pytest.mark.parametrize(
    "told",
    [
        b'{"a":1,"a":1}',
        b'{"b":1,"a":1}',
        b'{"a": 1}',
        b'{"a":1.0}',
        b'{"a":1e2}',
        b'{"a":9007199254740993}',
        b'{"a":NaN}',
        b'{"a":"\\u0041"}',
        b'{"a":"\\t"}',
        '{"a":"ê\u0301"}'.encode(),
        b'{"a":"\\ud800"}',
        b'{"a":' * 5000 + b"1" + b"}" * 5000,
        b"[]",
        b"",
    ],
)
def test_json_that_is_not_canonical_is_refused(told: bytes) -> None:
    with pytest.raises(ValueError):
        jcs.loads(told)
