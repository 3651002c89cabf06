"""Who signs for a People's Committee, by the post as an office types it; and whom a certificate names."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.domain.signing import (
    SigningPost,
    is_office,
    is_same_person,
    looks_like_name,
    plain_name,
    signing_post,
)


@pytest.mark.parametrize(
    ("post", "signs_as"),
    [
        ("Chủ tịch", SigningPost.CHAIR),
        ("Chủ tịch UBND xã", SigningPost.CHAIR),
        ("CHỦ TỊCH  ỦY BAN NHÂN DÂN XÃ YÊN HÓA", SigningPost.CHAIR),
        ("Phó Bí thư Đảng ủy, Chủ tịch UBND xã", SigningPost.CHAIR),
        ("Chủ tịch xã", SigningPost.CHAIR),
        ("Phó Chủ tịch", SigningPost.DEPUTY),
        ("Phó chủ tịch thường trực UBND xã", SigningPost.DEPUTY),
        ("Phó Chủ tịch phụ trách kinh tế", SigningPost.DEPUTY),
        ("Quyền Chủ tịch", SigningPost.ACTING),
        ("Q. Chủ tịch UBND xã", SigningPost.ACTING),
        ("Công chức Địa chính", None),
        ("Chủ tịch Hội Nông dân xã", None),
        ("Chủ tịch Ủy ban Mặt trận Tổ quốc", None),
        ("Chủ tịch HĐND xã", None),
        ("Phó Chủ tịch Hội đồng nhân dân xã", None),
        ("", None),
    ],
)
def test_posts_that_sign(post, signs_as):
    assert signing_post(post) is signs_as


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("Nguyễn Văn A", "Nguyễn Văn A"),
        ("Ông Nguyễn Văn A", "Nguyễn Văn A"),
        ("Đồng chí TS. Nguyễn Văn A", "Nguyễn Văn A"),
        ("Bà", "Bà"),
        ("Bàn Thị Ông", "Bàn Thị Ông"),
    ],
)
def test_names_lose_titles_only(name, printed):
    assert plain_name(name) == printed


_WORDS = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạếềểễệĐÔƯ", min_size=2, max_size=7)


@given(st.lists(_WORDS, min_size=2, max_size=5))
def test_capitals_and_missing_marks_make_no_other_person(words):
    name = " ".join(word.capitalize() for word in words)
    bare = unicodedata.normalize("NFD", name).replace("đ", "d").replace("Đ", "D")
    bare = "".join(char for char in bare if not unicodedata.combining(char))
    for form in (name.upper(), bare, bare.upper(), f"ThS. {name}", unicodedata.normalize("NFD", name)):
        assert is_same_person(form, name)
    assert not is_same_person(f"{name} Hai", name)


def test_another_name_is_another_person():
    assert not is_same_person("Cao Xuân Đạt", "Đinh Minh Đức")
    assert not is_same_person("Đinh Minh", "Đinh Minh Đức")


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("Đinh Minh Đức", True),
        ("ĐINH MINH ĐỨC", True),
        ("ThS. Lê A", True),
        ("đại diện", False),
        ("Trang 3/37", False),
        ("Nơi nhận:", False),
        ("(Ký, ghi rõ họ tên)", False),
        ("Đức", False),
        ("", False),
    ],
)
def test_a_name_is_told_from_other_lines(text, is_name):
    assert looks_like_name(text) is is_name


@pytest.mark.parametrize(
    ("name", "organisation", "numbers", "expected"),
    [
        ("ỦY BAN NHÂN DÂN XÃ YÊN HÓA", "ỦY BAN NHÂN DÂN XÃ YÊN HÓA", [], True),
        ("Ủy ban nhân dân xã Yên Hóa", "UBND huyện Minh Hóa", ["MST:3100"], True),
        ("UBND xã Yên Hóa", "", [], True),
        ("Hội LHPN xã", "HỘI LHPN XÃ", [], True),
        ("Đinh Minh Đức", "ỦY BAN NHÂN DÂN XÃ YÊN HÓA", [], False),
        ("Bàn Văn Hội", "UBND xã", [], False),
        ("Đinh Minh Đức", "Đinh Minh Đức", ["CCCD:044"], False),
    ],
)
def test_the_certificate_of_an_office_is_told_from_a_persons(name, organisation, numbers, expected):
    assert is_office(name, organisation, numbers) is expected
