"""Names that were typed on one line."""

from __future__ import annotations

import pytest

from ntm_desktop.domain.attendance import apart
from ntm_desktop.domain.consultation import Attendee


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        ("Cao Thị Hòa, Hồ Văn Cao,Đinh Đức", [("Cao Thị Hòa", ""), ("Hồ Văn Cao", ""), ("Đinh Đức", "")]),
        ("Cao Thị Hòa, Chủ tịch UBND xã", [("Cao Thị Hòa", "Chủ tịch UBND xã")]),
        (
            "ông Cao An, Bí thư, Trưởng thôn, bà Hồ Lê, MTTQ",
            [("ông Cao An", "Bí thư, Trưởng thôn"), ("bà Hồ Lê", "MTTQ")],
        ),
        ("Đại diện các thôn, Cao Thị Hòa", [("Đại diện các thôn, Cao Thị Hòa", "")]),
        ("Cao Thị Hòa", [("Cao Thị Hòa", "")]),
        (",", [(",", "")]),
    ],
)
def test_each_name_is_a_line_and_what_follows_is_its_post(typed: str, people: list[tuple[str, str]]) -> None:
    assert apart([Attendee(typed)]) == [Attendee(*one) for one in people]


def test_a_post_that_stood_apart_stays_with_the_last_name() -> None:
    typed = [Attendee("Cao An, Hồ Lê", "Trưởng thôn"), Attendee("Đinh Đức", "Bí thư, Trưởng thôn")]
    assert apart(typed) == [Attendee("Cao An"), Attendee("Hồ Lê", "Trưởng thôn"), typed[1]]
