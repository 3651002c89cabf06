"""The search of the whole commune: each register is found by what stands in it."""

from __future__ import annotations

from datetime import date

import pytest

from ntm_desktop.db.engine import Database
from ntm_desktop.services import search

TODAY = date(2021, 6, 30)


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        ("2.1", "indicator", "2.1 Đường xã"),
        ("thu nhap", "criterion", "10 Thu nhập"),
        ("kenh muong", "work", "Kênh mương nội đồng 1,2 km"),
        ("Nhà văn hóa thôn Yên Thắng", "work", "Nhà văn hóa thôn Yên Thắng"),
        ("cao thi hoa", "person", "Cao Thị Hòa"),
    ],
)
def test_what_is_typed_finds_the_row_of_its_register_first(
    yen_hoa: Database, text: str, kind: str, title: str
) -> None:
    with yen_hoa.read() as session:
        first = search.search(session, text=text, on=TODAY)[0]
    assert (first.kind, first.title[: len(title)]) == (kind, title)
    assert first.link.page


def test_a_work_is_found_by_where_it_is_and_who_builds_it(yen_hoa: Database) -> None:
    with yen_hoa.read() as session:
        hits = [
            hit for hit in search.search(session, text="đường trục tân lợi 1", on=TODAY) if hit.kind == "work"
        ]
    assert [(hit.title, hit.link.page) for hit in hits] == [
        ("Đường trục thôn Tân Lợi 1, bê tông 0,85 km", "cong-trinh")
    ]
    with yen_hoa.read() as session:
        builder = hits[0].subtitle.rsplit(", ", 1)[1]
        found = search.search(session, text=builder, on=TODAY)
    assert hits[0] in found
