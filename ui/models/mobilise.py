"""What people gave as prepared rows: one gift a row, or sums by hamlet, kind and work. No queries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from ntm_desktop.domain.contributions import KIND_NAMES, Kind, Totals, grouped, totals
from ntm_desktop.services.contributions import ContributionTable, ContributionView, is_standing
from ntm_desktop.text import format_date, format_decimal, format_int
from ui.models.rows import Cell, Column, Row
from ui.models.rows import Kind as RowKind
from ui.tokens import State
from ui.wording import said

ON, GIVER, HAMLET, PURPOSE, WHAT, QUANTITY, PRICE, VALUE = range(8)
TOTAL = "total"


def gift_columns() -> tuple[Column, ...]:
    return (
        Column(QCoreApplication.translate("Mobilise", "Ngày"), 84, right=True),
        Column(QCoreApplication.translate("Mobilise", "Người đóng góp"), 160),
        Column(QCoreApplication.translate("Mobilise", "Thôn"), 110),
        Column(QCoreApplication.translate("Mobilise", "Công trình, chỉ tiêu")),
        Column(QCoreApplication.translate("Mobilise", "Loại"), 150),
        Column(QCoreApplication.translate("Mobilise", "Số lượng"), 104, right=True),
        Column(
            QCoreApplication.translate("Mobilise", "Đơn giá"),
            92,
            right=True,
            full_title=QCoreApplication.translate(
                "Mobilise", "Đơn giá thỏa thuận, hoặc đơn giá áp dụng ngày đóng góp (đồng)"
            ),
        ),
        Column(
            QCoreApplication.translate("Mobilise", "Giá trị"),
            116,
            right=True,
            full_title=QCoreApplication.translate("Mobilise", "Giá trị: số lượng nhân đơn giá (đồng)"),
        ),
    )


def work_gift_columns() -> tuple[Column, ...]:
    """Of one work: what was given takes the place of what it was given for, which is hidden."""
    columns = gift_columns()
    return tuple(replace(one, width=0) if place == WHAT else one for place, one in enumerate(columns))


def gift_rows(views: Sequence[ContributionView], table: ContributionTable) -> list[Row]:
    """The gifts that are listed, and the sum of those that stand."""
    words = _Words(
        gone=QCoreApplication.translate("Mobilise", "Đã rút"),
        since=QCoreApplication.translate("Mobilise", "Đơn giá từ ngày {}"),
        free=QCoreApplication.translate("Mobilise", "không tính"),
    )
    rows = [_gift_row(view, words, standing=is_standing(view, table.on)) for view in views]
    if not rows:
        return []
    value = totals(view.valued for view in views if is_standing(view, table.on)).value
    label = QCoreApplication.translate("Mobilise", "Tổng cộng")
    cells = [Cell()] * 8
    cells[GIVER], cells[VALUE] = Cell(label), Cell(format_int(value))
    return [*rows, Row(tuple(cells), TOTAL, RowKind.TOTAL)]


def what_of(view: ContributionView) -> str:
    """“Hiến đất, đất ở”."""
    return ", ".join(part for part in (said(KIND_NAMES[view.gift.kind]), view.gift.item) if part)


def quantity_of(view: ContributionView) -> str:
    """“620 m²”; of money its đồng."""
    gift = view.gift
    if gift.kind is Kind.MONEY:
        return QCoreApplication.translate("Mobilise", "{} đồng").format(format_int(gift.quantity))
    return f"{format_decimal(gift.quantity)} {gift.unit}"


@dataclass(frozen=True, slots=True)
class _Words:
    """Translated once for all rows."""

    gone: str
    since: str
    free: str


@lru_cache(maxsize=8192)
def _cell(text: str, tone: str, tooltip: str = "") -> Cell:
    """Days, givers, hamlets, kinds and prices come again and again in a long list: each is made once."""
    return Cell(text, tone, tooltip=tooltip)


def _gift_row(view: ContributionView, words: _Words, *, standing: bool) -> Row:
    money, worth, price_on = view.gift.kind is Kind.MONEY, view.valued.value, view.valued.price_on
    tone = "text" if standing else "text3"
    value = words.free if worth is None else format_int(worth)
    what = what_of(view)
    price = "" if view.valued.price is None else format_int(view.valued.price)
    since = words.since.format(format_date(price_on)) if price_on else ""
    gone = Cell(words.gone, state=State.NOT_APPLICABLE, tooltip=view.withdrawal) if not standing else None
    cells = (
        _cell(format_date(view.gift.on), tone),
        _cell(view.giver, tone, view.giver),
        _cell(view.hamlet, tone),
        _cell(said(view.purpose), tone, view.purpose),
        _cell(what, tone, what),
        _cell("" if money else quantity_of(view), tone),
        _cell(price, tone, since),
        gone or _cell(value, tone),
    )
    return Row(cells, view.uid)


def sum_columns(first: str) -> tuple[Column, ...]:
    return (
        Column(first),
        Column(QCoreApplication.translate("Mobilise", "Số hộ"), 64, right=True),
        Column(QCoreApplication.translate("Mobilise", "Tiền mặt"), 108, right=True),
        Column(QCoreApplication.translate("Mobilise", "Công"), 76, right=True),
        Column(QCoreApplication.translate("Mobilise", "Giá trị công"), 108, right=True),
        Column(QCoreApplication.translate("Mobilise", "Đất (m²)"), 82, right=True),
        Column(QCoreApplication.translate("Mobilise", "Giá trị đất"), 108, right=True),
        Column(
            QCoreApplication.translate("Mobilise", "Hiện vật"),
            108,
            right=True,
            full_title=QCoreApplication.translate(
                "Mobilise", "Vật kiến trúc, cây cối, hoa màu, vật tư, máy móc quy ra tiền (đồng)"
            ),
        ),
        Column(QCoreApplication.translate("Mobilise", "Tổng giá trị"), 116, right=True),
    )


BY_HAMLET, BY_KIND, BY_WORK = "hamlet", "kind", "work"


def sums_by(
    by: str, table: ContributionTable, *, kind: str = "", hamlet: str = "", of_work: bool = False
) -> list[Row]:
    """What was given, of one kind or hamlet or of all; ``of_work``: to one work. Whoever has sums alone knows
    how many households gave for whole hamlets and works, and for the commune."""
    given = table.narrowed(kind=kind, hamlet=hamlet)
    told = not table.is_summed
    found: Mapping[str | None, Totals]
    if by == BY_KIND:
        found = grouped(given.valued, lambda gift: gift.kind)
        parts = [(one.value, said(KIND_NAMES[one]), found.get(one)) for one in Kind]
        parts_told = told
    elif by == BY_WORK:
        found = given.by_work()
        rest = QCoreApplication.translate("Mobilise", "Không cho công trình nào")
        parts = [(uid, name, found[uid]) for uid, name in table.works if uid in found]
        parts += [("", rest, found[None])] if None in found else []
        parts_told = told or not (kind or hamlet)
    else:
        found = given.by_hamlet()
        outside = QCoreApplication.translate("Mobilise", "Ngoài thôn")
        parts = [(uid, name, found.get(uid)) for uid, name in table.hamlets if hamlet in ("", uid)]
        parts += [("", outside, found[None])] if None in found else []
        parts_told = told or not (kind or of_work)
    rows = [Row((Cell(name, tooltip=name), *_sums(sums, parts_told)), key) for key, name, sums in parts]
    label = QCoreApplication.translate("Mobilise", "Tổng cộng")
    whole = _sums(given.totals, told or not (kind or hamlet or of_work))
    return [*rows, Row((Cell(label), *whole), TOTAL, RowKind.TOTAL)] if rows else []


def _sums(sums: Totals | None, households_told: bool) -> tuple[Cell, ...]:
    """Empty cells, not zeros, where nothing was ever recorded."""
    if sums is None:
        return (Cell(),) * 8
    values = sums.values
    things = sum(values.get(kind, 0) for kind in (Kind.STRUCTURES, Kind.CROPS, Kind.MATERIALS))
    texts = (
        format_int(sums.households) if households_told else "",
        format_int(values.get(Kind.MONEY, 0)),
        format_decimal(sums.labour),
        format_int(values.get(Kind.LABOUR, 0)),
        format_decimal(sums.land),
        format_int(values.get(Kind.LAND, 0)),
        format_int(things),
        format_int(sums.value),
    )
    return tuple(Cell(text) for text in texts)
