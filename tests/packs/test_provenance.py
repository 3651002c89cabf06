"""What an official is shown of where a line of a pack was read: never the words of the one who wrote it."""

from __future__ import annotations

import pytest

from ntm_desktop.domain.criteria import Verification
from ntm_desktop.packs.forms import load_regime, regime_ids
from ntm_desktop.packs.provenance import ground, shown


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("thành phần hồ sơ ghi theo hiểu biết chung, chưa đối chiếu phụ lục của quyết định", ""),
        ("năm 2019: báo Tây Ninh 12/2019; năm 2018: trên 60%", "năm 2018: trên 60%"),
        ("Hướng dẫn 90/HD-MTTW-BTT ngày 20/9/2022, chưa đọc được", "Hướng dẫn 90/HD-MTTW-BTT ngày 20/9/2022"),
        ("Điều 5 Quyết định số 18/2022/QĐ-TTg, dẫn trên mạng", "Điều 5 Quyết định số 18/2022/QĐ-TTg"),
        ("theo thực tế; hồ sơ minh chứng lưu tại xã", "hồ sơ minh chứng lưu tại xã"),
        ("chưa đọc được văn bản gốc", ""),
    ],
)  # fmt: skip
def test_documents_are_named_and_research_is_not(source: str, told: str) -> None:
    assert shown(source) == told


def test_a_line_that_nobody_has_checked_says_so_under_the_name_of_the_document() -> None:
    name, source = "Quyết định số 2540/QĐ-TTg", "ghi theo hiểu biết chung, chưa đối chiếu bản gốc"
    assert ground(name, source, Verification.UNVERIFIED) == f"{name}; chưa đối chiếu với văn bản gốc"
    assert ground(name, source, Verification.CONFIRMED) == name


@pytest.mark.parametrize("regime", regime_ids())
def test_no_regime_shows_where_its_writer_looked(regime: str) -> None:
    known = load_regime(regime)
    told = " ".join(
        shown(one.source)
        for lines in (
            known.forms,
            known.thresholds,
            known.conditions,
            (known.addressees_read, known.copies_read),
        )
        for one in lines
    )
    for word in ("hiểu biết", "chưa đọc", "thuvienphapluat", "dantri", "langngheviet", "báo Tây Ninh"):
        assert word not in told
