"""TCVN3 and VNI: told apart from Unicode by their words, and never seen in good text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.sheets.legacy import _TCVN3, _VNI, Encoding, convert, detect, in_tcvn3, is_syllable

WORDS = (
    "đường trục thôn bê tông nhà văn hóa xã kênh mương nội đồng trường mầm non trạm y tế chợ nước sạch",
    "quyết định giải phóng mặt bằng nghiệm thu khối lượng hộ gia đình nguyễn thị thuỷ thủy khuỷu giếng gì",
    "quỳnh huyện minh hóa quảng bình khuya uỷ ban nhân dân ước rượu nghiêng ngoằn ngoèo yêu",
)
TEXTS = st.lists(st.sampled_from(" ".join(WORDS).split()), min_size=1, max_size=8).map(" ".join)


def encode(text: str, encoding: Encoding) -> str:
    table = {letter: code for code, letter in (_TCVN3 if encoding is Encoding.TCVN3 else _VNI).items()}
    return "".join(table.get(letter, letter) for letter in text)


@pytest.mark.parametrize(
    ("typed", "encoding", "said"),
    [
        ("B¶o Th¾ng", Encoding.TCVN3, "Bảo Thắng"),
        ("M\u00adêng Kh\u00ad¬ng", Encoding.TCVN3, "Mường Khương"),
        ("Nhµ v¨n ho¸ th«n 3, 120 m²", Encoding.TCVN3, "Nhà văn hoá thôn 3, 120 m²"),
        ("Xin chaøo caùc baïn", Encoding.VNI, "Xin chào các bạn"),
        ("ÑÖÔØNG BEÂ TOÂNG", Encoding.VNI, "ĐƯỜNG BÊ TÔNG"),
    ],
)
def test_old_text_is_shown_as_what_it_says(typed: str, encoding: Encoding, said: str) -> None:
    found = detect(typed)
    assert found is not None
    assert (found.encoding, found.text) == (encoding, said)
    assert "không phải âm tiết tiếng Việt" in found.evidence


@pytest.mark.parametrize(
    "text",
    [
        "500 m², sân bê tông, mái che",
        "· Xã Yên",
        "Café São Paulo",
        "§1",
        "25 °C ± 2",
        "thôn",
        "hé",
        "",
        "«Hà»",
    ],
)
def test_other_signs_are_no_proof(text: str) -> None:
    assert detect(text) is None


def test_the_font_tells_what_words_cannot() -> None:
    found = detect("hé", ".VnTime")
    assert found is not None
    assert (found.text, found.evidence) == ("hộ", "phông chữ .VnTime")
    capitals = detect("x\u00adëng", ".VnTimeH")
    assert capitals is not None
    assert capitals.text == "XƯỞNG"
    assert detect("xã Yên Hóa đường", ".VnTime") is None  # Unicode, whatever the font


@given(TEXTS, st.sampled_from(Encoding))
def test_what_was_typed_in_an_old_code_comes_back(text: str, encoding: Encoding) -> None:
    typed = encode(text, encoding)
    assert convert(typed, encoding) == text
    found = detect(typed)
    if found is not None:
        assert found.encoding is encoding
        assert found.text == text
    else:  # every word happens to be one in Unicode as well
        assert all(word.isascii() or is_syllable(word) or len(word) < 2 for word in typed.split())


@given(TEXTS, st.sampled_from(("NFC", "NFD")), st.booleans())
def test_good_vietnamese_is_never_taken_for_old(text: str, form: str, upper: bool) -> None:
    shown = unicodedata.normalize(form, text.upper() if upper else text)
    assert detect(shown) is None


@given(st.text(max_size=30), st.text(max_size=8))
def test_any_text_is_looked_at_without_harm(text: str, font: str) -> None:
    found = detect(text, font)
    if found is not None:
        assert found.text == unicodedata.normalize("NFC", found.text)


def test_words_are_syllables() -> None:
    assert [word for word in " ".join(WORDS).split() if not is_syllable(word)] == []


def test_what_is_written_in_tcvn3_is_read_again() -> None:
    for text in ("Hồ Thị Mến", "Đinh Xuân Trường", "Bãi tập kết rác xã", "Bồi thường"):
        written = in_tcvn3(text)
        assert written != text
        found = detect(written, ".VnTime")
        assert found is not None
        assert found.text == text
