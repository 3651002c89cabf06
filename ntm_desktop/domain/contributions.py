"""What people gave (đóng góp): kinds, unit prices in force, values, withdrawals, totals.

Money is whole đồng; every other quantity thousandths of its unit. A value is never typed: it is the quantity
at the price that was agreed, else at the price in force on the day of giving. Nothing given is a fact too.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeVar

from ntm_desktop.errors import EntryRefused
from ntm_desktop.text import format_date, search_key, sort_key

LARGEST = 1_000_000_000_000_000  # đồng or thousandths: more is a slip of the hand


class Kind(StrEnum):
    """In the order of the official tables."""

    MONEY = "tien"
    LABOUR = "cong"
    LAND = "dat"
    STRUCTURES = "vat-kien-truc"
    CROPS = "cay-coi"
    MATERIALS = "vat-tu"


KIND_NAMES: Mapping[Kind, str] = {
    Kind.MONEY: "Tiền mặt",
    Kind.LABOUR: "Ngày công",
    Kind.LAND: "Hiến đất",
    Kind.STRUCTURES: "Vật kiến trúc",
    Kind.CROPS: "Cây cối, hoa màu",
    Kind.MATERIALS: "Vật tư, máy móc",
}

UNITS: Mapping[Kind, tuple[str, ...]] = {
    Kind.MONEY: ("đồng",),
    Kind.LABOUR: ("công",),
    Kind.LAND: ("m²",),
    Kind.STRUCTURES: ("m", "m²", "m³", "cái"),
    Kind.CROPS: ("cây", "m²"),
    Kind.MATERIALS: ("m³", "tấn", "kg", "viên", "cái", "ca máy"),
}
"""The first one is offered. A công is 8 hours."""


class GiverKind(StrEnum):
    HOUSEHOLD = "ho"
    HAMLET = "thon"  # all its households together, where no list was kept
    ORGANISATION = "to-chuc"
    DONOR = "tai-tro"


GIVER_NAMES: Mapping[GiverKind, str] = {
    GiverKind.HOUSEHOLD: "Hộ gia đình",
    GiverKind.HAMLET: "Cả thôn",
    GiverKind.ORGANISATION: "Doanh nghiệp, HTX, tổ chức",
    GiverKind.DONOR: "Nhà tài trợ, con em xa quê",
}


@dataclass(frozen=True, slots=True)
class Price:
    """đồng a unit from a day on; ``item`` "" holds for all of the kind that has no price of its own."""

    kind: Kind
    item: str
    unit: str
    amount: int
    on: date
    uid: str = ""
    seq: int = 0
    supersedes: str | None = None


@dataclass(frozen=True, slots=True)
class Gift:
    """One contribution. ``price`` is an agreed one, with the day of giving for its date."""

    kind: Kind
    quantity: int
    unit: str
    on: date
    item: str = ""
    price: int | None = None
    unpriced: bool = False
    giver: GiverKind = GiverKind.HOUSEHOLD
    giver_key: str = ""  # of a household: its uid
    hamlet: str | None = None
    work: str | None = None
    withdrawn: date | None = None
    uid: str = ""
    seq: int = 0
    supersedes: str | None = None


@dataclass(frozen=True, slots=True)
class Valued:
    """A gift with the price that it was valued at; ``value`` is None only where it is left unpriced."""

    gift: Gift
    price: int | None
    price_on: date | None
    value: int | None
    gifts: int = 1
    """How many it stands for: an authority knows sums alone."""


def price_in_force(prices: Iterable[Price], kind: Kind, item: str, unit: str, on: date) -> Price | None:
    """The newest price of that item until a day; without one, that of the whole kind in the same unit."""
    usable = _usable(prices, kind, unit, on)
    for wanted in dict.fromkeys((search_key(item), "")):
        found = [one for one in usable if search_key(one.item) == wanted]
        if found:
            return max(found, key=lambda one: (one.on, one.seq))
    return None


def priced_items(prices: Iterable[Price], kind: Kind, unit: str, on: date) -> tuple[str, ...]:
    """The names that have a price of their own on a day, each as it was written last, in their order."""
    usable = sorted(_usable(prices, kind, unit, on), key=lambda one: (one.on, one.seq))
    names = {search_key(one.item): one.item for one in usable if one.item}
    return tuple(sorted(names.values(), key=sort_key))


def _usable(prices: Iterable[Price], kind: Kind, unit: str, on: date) -> list[Price]:
    known = list(prices)
    corrected = {one.supersedes for one in known}
    return [
        one
        for one in known
        if one.uid not in corrected and one.kind is kind and one.unit == unit and one.on <= on
    ]


def valued(gift: Gift, prices: Sequence[Price]) -> Valued:
    return all_valued([gift], prices)[0]


def all_valued(gifts: Iterable[Gift], prices: Sequence[Price]) -> tuple[Valued, ...]:
    """Each at its price; the same price is looked up once for all gifts of a day."""
    known: dict[tuple[Kind, str, str, date], Price | None] = {}
    found = []
    for gift in gifts:
        price = None
        if gift.kind is not Kind.MONEY and not gift.unpriced and gift.price is None:
            key = (gift.kind, gift.item, gift.unit, gift.on)
            if key not in known:
                known[key] = price_in_force(prices, *key)
            price = known[key]
        found.append(_valued(gift, price))
    return tuple(found)


def _valued(gift: Gift, price: Price | None) -> Valued:
    if gift.kind is Kind.MONEY:
        return Valued(gift, None, None, gift.quantity)
    if gift.unpriced:
        return Valued(gift, None, None, None)
    if gift.price is not None:
        return Valued(gift, gift.price, gift.on, worth(gift.quantity, gift.price))
    if price is None:
        return Valued(gift, None, None, 0 if gift.quantity == 0 else None)
    return Valued(gift, price.amount, price.on, worth(gift.quantity, price.amount))


def worth(quantity: int, price: int) -> int:
    """Thousandths of a unit at đồng a unit, rounded half up to whole đồng."""
    return (quantity * price + 500) // 1000


@dataclass(frozen=True, slots=True)
class Totals:
    """``values``: đồng by kind. ``labour`` and ``land`` in thousandths of công and m²; the other kinds have
    several units, which no sum can be made of. ``unpriced``: m² of land that no value was put on."""

    households: int = 0
    values: Mapping[Kind, int] = field(default_factory=dict)
    labour: int = 0
    land: int = 0
    unpriced: int = 0

    @property
    def value(self) -> int:
        return sum(self.values.values())


def totals(gifts: Iterable[Valued]) -> Totals:
    found = list(gifts)
    values = {kind: sum(one.value or 0 for one in found if one.gift.kind is kind) for kind in Kind}
    gave = {
        one.gift.giver_key for one in found if one.gift.giver is GiverKind.HOUSEHOLD and one.gift.quantity > 0
    }
    return Totals(
        households=len(gave),
        values=values,
        labour=_quantity(found, Kind.LABOUR),
        land=_quantity(found, Kind.LAND),
        unpriced=sum(one.gift.quantity for one in found if one.gift.kind is Kind.LAND and one.value is None),
    )


K = TypeVar("K", bound=Hashable)


def grouped(gifts: Iterable[Valued], key: Callable[[Gift], K]) -> Mapping[K, Totals]:
    """Totals by hamlet, by work, by kind; a group of zero rows is there, with zero."""
    parts: dict[K, list[Valued]] = {}
    for one in gifts:
        parts.setdefault(key(one.gift), []).append(one)
    return {name: totals(part) for name, part in parts.items()}


def check_gift(gift: Gift, prices: Sequence[Price], *, today: date, reason: str) -> None:
    """Refuses the first of ``gift_problems``."""
    for refused in gift_problems(gift, prices, today=today, reason=reason):
        raise refused


def gift_problems(gift: Gift, prices: Sequence[Price], *, today: date, reason: str) -> Iterator[EntryRefused]:
    """A quantity, unit, price or day that cannot be, and an in-kind gift that nobody can value."""
    if gift.on > today:
        yield EntryRefused("on_date", _future(gift.on, today))
    if gift.quantity < 0:
        yield EntryRefused("quantity", "Số lượng không được âm. Nhập 0 nếu không đóng góp, hoặc nhập lại số.")
    if gift.quantity > LARGEST:
        yield EntryRefused("quantity", "Số lượng quá lớn. Kiểm tra lại số đã nhập.")
    if gift.unit not in UNITS[gift.kind]:
        units = ", ".join(UNITS[gift.kind])
        yield EntryRefused("unit", f"{KIND_NAMES[gift.kind]} tính bằng {units}. Chọn lại đơn vị.")
    if gift.unpriced and gift.kind is not Kind.LAND:
        yield EntryRefused("price", "Chỉ đất hiến được để không quy ra tiền. Nhập đơn giá.")
    if gift.price is not None:
        yield from _price_problems(gift.price)
    elif gift.unpriced or gift.on > today or gift.unit not in UNITS[gift.kind]:
        pass
    elif valued(gift, prices).value is None:
        per = f"{gift.item or KIND_NAMES[gift.kind].lower()}, tính theo {gift.unit}"
        yield EntryRefused(
            "price",
            f"Chưa có đơn giá {per}, áp dụng ngày {format_date(gift.on)}. Nhập đơn giá vào ô này, "
            "hoặc thêm vào bảng đơn giá.",
        )
    if gift.supersedes is not None and not reason.strip():
        yield EntryRefused("reason", "Ghi lý do sửa khoản đóng góp đã nhập; nội dung trước vẫn được lưu.")


def check_withdrawal(gift: Gift, *, on: date, today: date, reason: str) -> None:
    if gift.withdrawn is not None:
        raise EntryRefused(
            "on_date",
            f"Khoản đóng góp này đã rút ngày {format_date(gift.withdrawn)}. Không rút được lần nữa.",
        )
    if on > today:
        raise EntryRefused("on_date", _future(on, today))
    if on < gift.on:
        raise EntryRefused(
            "on_date",
            f"Ngày rút {format_date(on)} ở trước ngày đóng góp {format_date(gift.on)}. Nhập lại ngày.",
        )
    if not reason.strip():
        raise EntryRefused("reason", "Ghi lý do rút, ví dụ hộ đổi ý sau khi đo lại đất.")


def check_price(price: Price, *, today: date, reason: str) -> None:
    if price.kind is Kind.MONEY:
        raise EntryRefused("kind", "Tiền mặt không có đơn giá. Chọn loại đóng góp khác.")
    if price.unit not in UNITS[price.kind]:
        units = ", ".join(UNITS[price.kind])
        raise EntryRefused("unit", f"{KIND_NAMES[price.kind]} tính bằng {units}. Chọn lại đơn vị.")
    for refused in _price_problems(price.amount, field="amount"):
        raise refused
    if price.on > today:
        raise EntryRefused("on_date", _future(price.on, today))
    if price.supersedes is not None and not reason.strip():
        raise EntryRefused("reason", "Ghi lý do sửa đơn giá đã nhập; đơn giá trước vẫn được lưu.")


def _price_problems(amount: int, *, field: str = "price") -> Iterator[EntryRefused]:
    if amount <= 0:
        yield EntryRefused(field, "Đơn giá phải lớn hơn 0. Nhập số đồng của một đơn vị, ví dụ 180.000.")
    if amount > LARGEST:
        yield EntryRefused(field, "Đơn giá quá lớn. Kiểm tra lại số đã nhập.")


def _future(on: date, today: date) -> str:
    return f"Ngày {format_date(on)} ở sau hôm nay ({format_date(today)}). Nhập lại ngày."


def _quantity(gifts: Iterable[Valued], kind: Kind) -> int:
    return sum(one.gift.quantity for one in gifts if one.gift.kind is kind)
