"""What people gave: recorded, valued, withdrawn, corrected, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from office import AT, LEAD, TODAY

from ntm_desktop.changes import Changes
from ntm_desktop.db.engine import Database, Session
from ntm_desktop.domain.contributions import GiverKind, Kind
from ntm_desktop.errors import EntryRefused, NtmError
from ntm_desktop.services import commune, contributions, history, households, reports, unit_prices, works
from ntm_desktop.services.commune import HamletView
from ntm_desktop.services.contributions import ContributionTable, Told
from ntm_desktop.services.reports import Wanted

MAY = date(2021, 5, 10)


def write(database: Database, act: Callable[[Session], Changes]) -> Changes:
    with database.write("Ghi đóng góp", LEAD, AT) as session:
        return act(session)


def table(database: Database, on: date = TODAY) -> ContributionTable:
    with database.read() as session:
        return contributions.table(session, on=on)


def hamlets(database: Database) -> dict[str, str]:
    return {name: uid for uid, name in table(database).hamlets}


def give(database: Database, quantity: int = 5_000, **more: Any) -> Changes:
    """Five công of Đinh Văn Đức of Tân Lợi 1 unless said otherwise."""
    given: dict[str, Any] = {
        "giver_kind": GiverKind.HOUSEHOLD,
        "giver": "Đinh Văn Đức",
        "hamlet_uid": hamlets(database)["Tân Lợi 1"],
        "kind": Kind.LABOUR,
        "unit": "công",
        "on": MAY,
        **more,
    }
    today = given.pop("today", TODAY)
    return write(database, lambda s: contributions.record(s, Told(quantity=quantity, **given), today=today))


def price(database: Database, amount: int, on: date, **more: Any) -> Changes:
    given: dict[str, Any] = {"kind": Kind.LABOUR, "unit": "công", "today": TODAY, **more}
    return write(database, lambda s: unit_prices.save(s, amount=amount, on=on, **given))


@pytest.fixture
def commune_of_two(office: Database) -> Database:
    """An office with two hamlets, a work and a price of a công."""
    rows = [HamletView(None, "Tân Lợi 1", 76, 298), HamletView(None, "Đặng Hoá", 159, 621)]
    write(office, lambda s: commune.save_hamlets(s, rows=rows))
    write(office, lambda s: works.save(s, name="Đường trục thôn", kind="giao-thong"))
    price(office, 180_000, date(2021, 1, 1))
    return office


def test_a_gift_has_the_value_of_its_day_and_keeps_it(commune_of_two: Database) -> None:
    give(commune_of_two)
    price(commune_of_two, 200_000, date(2021, 6, 1))
    give(commune_of_two, on=date(2021, 6, 2))
    newest, oldest = table(commune_of_two).rows
    assert (oldest.giver, oldest.hamlet, oldest.valued.value) == ("Đinh Văn Đức", "Tân Lợi 1", 900_000)
    assert (oldest.valued.price_on, newest.valued.value) == (date(2021, 1, 1), 1_000_000)
    assert table(commune_of_two).totals.households == 1
    assert table(commune_of_two, date(2021, 5, 9)).rows == ()


def test_a_household_is_added_once_by_name_and_hamlet(commune_of_two: Database) -> None:
    give(commune_of_two)
    give(commune_of_two, giver=" ĐINH  Văn Đức ")
    give(commune_of_two, hamlet_uid=hamlets(commune_of_two)["Đặng Hoá"])
    with commune_of_two.read() as session:
        known = households.list_households(session)
    assert [view.label for view in known] == ["Đinh Văn Đức, Tân Lợi 1", "Đinh Văn Đức, Đặng Hoá"]


def test_a_household_is_one_in_whichever_way_its_tone_is_put(commune_of_two: Database) -> None:
    for giver in ("Cao Thị Hòa", "Cao Thị Hoà", "Cao Thị Hoa"):
        give(commune_of_two, giver=giver)
    assert [row.giver for row in table(commune_of_two).rows] == ["Cao Thị Hoa", "Cao Thị Hòa", "Cao Thị Hòa"]


def test_nothing_given_is_a_row_and_nothing_known_is_none(commune_of_two: Database) -> None:
    second = hamlets(commune_of_two)["Đặng Hoá"]
    give(commune_of_two, 0, giver_kind=GiverKind.HAMLET, giver="", hamlet_uid=second)
    sums = table(commune_of_two).by_hamlet()
    assert {uid: part.value for uid, part in sums.items()} == {second: 0}
    assert (table(commune_of_two).rows[0].giver, table(commune_of_two).rows[0].hamlet) == (
        "Cả thôn Đặng Hoá",
        "Đặng Hoá",
    )


@pytest.mark.parametrize(
    ("more", "field", "said"),
    [
        ({"quantity": -1}, "quantity", "không được âm"),
        ({"on": date(2021, 7, 1)}, "on_date", "ở sau hôm nay"),
        ({"kind": Kind.LAND, "unit": "m²", "item": "Đất ở"}, "price", "Chưa có đơn giá Đất ở, tính theo m²"),
        ({"on": date(2020, 12, 31)}, "price", "Chưa có đơn giá ngày công"),
        ({"price": 0}, "price", "phải lớn hơn 0"),
        ({"unit": "m²"}, "unit", "Ngày công tính bằng công"),
        ({"unpriced": True}, "price", "Chỉ đất hiến"),
        ({"giver": "  "}, "giver", "Chưa nhập tên chủ hộ"),
        ({"hamlet_uid": None}, "hamlet_uid", "Chưa chọn thôn"),
        ({"giver_kind": GiverKind.DONOR, "giver": ""}, "giver", "người tài trợ"),
        ({"indicator": "99.9"}, "indicator", "Không có chỉ tiêu 99.9"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field_and_leaves_nothing(
    commune_of_two: Database, more: dict[str, Any], field: str, said: str
) -> None:
    with pytest.raises(EntryRefused, match=said) as refused:
        give(commune_of_two, **more)
    assert refused.value.field == field
    assert table(commune_of_two).rows == ()
    with commune_of_two.read() as session:
        assert households.list_households(session) == ()


def test_land_may_be_left_unpriced_and_is_counted_in_metres(commune_of_two: Database) -> None:
    give(commune_of_two, 620_000, kind=Kind.LAND, unit="m²", unpriced=True)
    sums = table(commune_of_two).totals
    assert (sums.land, sums.unpriced, sums.value) == (620_000, 620_000, 0)


def test_a_gift_is_withdrawn_once_with_a_reason(commune_of_two: Database) -> None:
    give(commune_of_two)
    uid = table(commune_of_two).rows[0].uid

    def withdraw(on: date, reason: str = "Hộ đổi ý") -> Changes:
        return write(
            commune_of_two,
            lambda s: contributions.withdraw(s, uid=uid, on=on, today=TODAY, reason=reason),
        )

    for on, reason, said in (
        (date(2021, 7, 1), "vì", "ở sau hôm nay"),
        (date(2021, 5, 1), "vì", "ở trước ngày đóng góp"),
        (date(2021, 6, 1), " ", "Ghi lý do rút"),
    ):
        with pytest.raises(EntryRefused, match=said):
            withdraw(on, reason)
    assert table(commune_of_two).totals.value == 900_000
    withdraw(date(2021, 6, 1))
    with commune_of_two.read() as session:
        newest = history.entries(session, limit=1)[0]
        (change,) = history.entry(session, seq=newest.seq).changes
    assert (change.label, change.title) == ("rút đóng góp", "Đinh Văn Đức")
    assert table(commune_of_two).totals.value == 0
    assert table(commune_of_two).rows[0].withdrawal == "Hộ đổi ý"
    assert table(commune_of_two, date(2021, 5, 31)).totals.value == 900_000
    with pytest.raises(EntryRefused, match="đã rút ngày 1/6/2021"):
        withdraw(date(2021, 6, 2))
    with pytest.raises(NtmError, match="đã rút, không sửa được"):
        give(commune_of_two, supersedes=uid, reason="nhầm")
    write(commune_of_two, history.undo_last)
    assert table(commune_of_two).totals.value == 900_000


def test_a_correction_takes_the_place_of_what_it_corrects(commune_of_two: Database) -> None:
    give(commune_of_two)
    uid = table(commune_of_two).rows[0].uid
    with pytest.raises(EntryRefused, match="Ghi lý do sửa"):
        give(commune_of_two, 6_000, supersedes=uid)
    give(commune_of_two, 6_000, supersedes=uid, reason="Đếm lại")
    (row,) = table(commune_of_two).rows
    assert row.valued.value == 1_080_000
    with pytest.raises(NtmError, match="không còn trong danh sách"):
        give(commune_of_two, 7_000, supersedes=uid, reason="Đếm lại nữa")


def test_prices_are_refused_when_they_cannot_be(commune_of_two: Database) -> None:
    for more, said in (
        ({"amount": 0}, "phải lớn hơn 0"),
        ({"amount": 190_000, "on": date(2021, 1, 1)}, "Đã có đơn giá này"),
        ({"amount": 190_000, "on": date(2021, 7, 1)}, "ở sau hôm nay"),
        ({"amount": 1, "kind": Kind.MONEY, "unit": "đồng"}, "không có đơn giá"),
        ({"amount": 1, "unit": "m²"}, "tính bằng công"),
    ):
        with pytest.raises(EntryRefused, match=said):
            price(commune_of_two, **{"on": date(2021, 2, 1), **more})  # type: ignore[arg-type]


def test_the_report_says_by_hamlet_who_gave_and_who_did_not(commune_of_two: Database) -> None:
    give(commune_of_two)
    give(commune_of_two, 620_000, kind=Kind.LAND, unit="m²", unpriced=True)
    with commune_of_two.read() as session:
        made = reports.collect(session, report=reports.find("dong-gop"), wanted=Wanted(TODAY, TODAY))
    statement = made.sheets[0]
    assert [line.cells[:6] for line in statement.lines] == [
        (1, "Tân Lợi 1", 1, 0, 5_000, 900_000),
        (2, "Đặng Hoá", None, None, None, None),
        (None, "Tổng cộng", 1, 0, 5_000, 900_000),
    ]
    assert "620 m² không quy ra tiền" in statement.notes[1]
