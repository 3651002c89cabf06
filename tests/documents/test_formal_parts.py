"""Letterhead, căn cứ, signature and annex headings as they are worded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from paper_sample import yen_hoa

from ntm_desktop.documents import formal, wording
from ntm_desktop.documents.data import PaperFacts, SignerFacts
from ntm_desktop.packs.forms import Citation, load_regime


@pytest.mark.parametrize(
    ("document", "text"),
    [
        (
            Citation(
                "Quyết định", "728/QĐ-UBND", date(2022, 3, 23), "Ủy ban nhân dân tỉnh", "về việc công nhận"
            ),
            "Quyết định số 728/QĐ-UBND ngày 23 tháng 3 năm 2022 của Ủy ban nhân dân tỉnh về việc công nhận",
        ),
        (
            Citation("Luật", "77/2015/QH13", date(2015, 6, 19), "Quốc hội", "Tổ chức chính quyền địa phương"),
            "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
        ),
        (Citation("Công văn", "", None, "", ""), "Công văn số … ngày … tháng … năm …"),
    ],
)
def test_citations(document: Citation, text: str) -> None:
    assert formal.citation_text(document) == text


@pytest.mark.parametrize(
    ("post", "lines"),
    [
        ("Chủ tịch", ("CHỦ TỊCH",)),
        ("Phó Chủ tịch", ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        ("Quyền Chủ tịch", ("Q. CHỦ TỊCH",)),
        ("Phó Bí thư Đảng ủy, Chủ tịch UBND xã", ("CHỦ TỊCH",)),
    ],
)
def test_posts(post: str, lines: tuple[str, ...]) -> None:
    assert formal.post_lines(SignerFacts("A", post)) == ("TM. ỦY BAN NHÂN DÂN", *lines)


@given(st.integers(1, 39))
def test_roman_numbers_grow_by_the_rules(number: int) -> None:
    values = {"I": 1, "V": 5, "X": 10}
    letters = [values[letter] for letter in formal.roman(number)]
    total = sum(-v if v < max(letters[i:], default=0) else v for i, v in enumerate(letters))
    assert total == number
    assert "IIII" not in formal.roman(number)


def test_the_offices_own_ground_replaces_the_same_number_of_the_regime() -> None:
    data = yen_hoa()
    own = Citation("Quyết định", "2540/QĐ-TTg", date(2016, 12, 30), "Thủ tướng Chính phủ", "(trích)")
    lines = formal.grounds(replace(data, grounds=(own,))).lines
    assert [line for line in lines if "2540/QĐ-TTg" in line] == [
        "Căn cứ Quyết định số 2540/QĐ-TTg ngày 30 tháng 12 năm 2016 của Thủ tướng Chính phủ (trích)"
    ]
    assert any("1980/QĐ-TTg ngày 17 tháng 10 năm 2016" in line for line in lines)


def test_what_amends_a_document_is_cited_after_it_once_its_date_is_known() -> None:
    data = yen_hoa()
    undated = Citation("Quyết định", "3/QĐ-TTg", None, "Thủ tướng Chính phủ", "")
    dated = msgspec.structs.replace(undated, issued=date(2021, 3, 7))
    later = msgspec.structs.replace(undated, issued=date(2021, 7, 1))
    for amendment, cited in ((undated, 0), (dated, 1), (later, 0)):
        regime = msgspec.structs.replace(data.regime, amendments=(amendment,))
        lines = formal.grounds(replace(data, regime=regime)).lines
        line = (
            "Căn cứ Quyết định số 3/QĐ-TTg ngày 07 tháng 3 năm 2021 của Thủ tướng Chính phủ "
            "sửa đổi, bổ sung Quyết định số 2540/QĐ-TTg"
        )
        assert lines.count(line) == cited
        assert ("3/QĐ-TTg" in " ".join(lines).replace("2540/QĐ-TTg", "")) is bool(cited)


def test_an_annex_names_the_paper_it_goes_with() -> None:
    data = yen_hoa()
    rule = load_regime("2016").form("bao_cao")
    assert rule is not None
    known = replace(data, papers=(PaperFacts("bao_cao", number="7", issued=date(2021, 7, 9)),))
    assert formal.annex_heading(known, "Phụ lục I", "Biểu", rule).reference == (
        "(Kèm theo Báo cáo số 07/BC-UBND ngày 09 tháng 7 năm 2021 của Ủy ban nhân dân xã Yên Hóa)"
    )
    open_date = formal.annex_heading(data, "Phụ lục I", "Biểu", rule).reference
    assert "số      /BC-UBND ngày      tháng 7 năm 2021" in open_date


def test_a_commune_without_district_is_not_made_one_up() -> None:
    data = yen_hoa()
    nowhere = replace(data, commune=replace(data.commune, district=""))
    assert wording.addressees(nowhere) == ("Ủy ban nhân dân …",)
