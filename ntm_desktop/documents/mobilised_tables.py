"""Tables of what people gave: by hamlet and kind. Names of households are not printed in the sums."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ntm_desktop.documents.office import Office
from ntm_desktop.documents.tables import Head, Kind, Line, Statement, summed
from ntm_desktop.documents.work_tables import subject
from ntm_desktop.domain import contributions
from ntm_desktop.domain.contributions import Totals
from ntm_desktop.text import format_decimal

NO_GIFTS = "Chưa có khoản đóng góp nào."
_VALUED: Mapping[contributions.Kind, str] = {
    contributions.Kind.STRUCTURES: "Vật kiến trúc",
    contributions.Kind.CROPS: "Cây cối, hoa màu",
    contributions.Kind.MATERIALS: "Vật tư, máy móc",
}


@dataclass(frozen=True, slots=True)
class GivenBy:
    """The totals of a hamlet, or of givers outside the hamlets; None: nothing was ever recorded."""

    name: str
    totals: Totals | None


def contribution_table(parts: Sequence[GivenBy], *, on: date, office: Office) -> Statement:
    """Đóng góp by hamlet: a hamlet that gave nothing has zeros, one that nobody asked an empty row."""
    heads = (
        Head("TT", Kind.CODE),
        Head("Thôn, nguồn", width=36),
        Head("Số hộ", Kind.COUNT),
        Head("Tiền mặt", Kind.MONEY),
        Head("Công", Kind.QUANTITY, group="Ngày công"),
        Head("Giá trị", Kind.MONEY, group="Ngày công"),
        Head("m²", Kind.QUANTITY, group="Hiến đất"),
        Head("Giá trị", Kind.MONEY, group="Hiến đất"),
        *(Head(title, Kind.MONEY) for title in _VALUED.values()),
        Head("Tổng giá trị", Kind.MONEY),
    )
    lines = [_line(place, part) for place, part in enumerate(parts, 1)]
    given = any(part.totals is not None for part in parts)
    unpriced = sum(part.totals.unpriced for part in parts if part.totals is not None)
    asked = all(part.totals is not None for part in parts)
    notes = (
        *(("Dòng trống: chưa có số liệu. Số 0: thôn không đóng góp.",) if given and not asked else ()),
        *((_unpriced_note(unpriced),) if unpriced else ()),
    )
    return Statement(
        name="Đóng góp của nhân dân và tổ chức",
        subject=subject(office),
        on=on,
        heads=heads,
        lines=(*lines, summed("Tổng cộng", heads, lines)) if given else (),
        office=office,
        nothing=NO_GIFTS,
        notes=notes,
    )


def _line(place: int, part: GivenBy) -> Line:
    sums = part.totals
    if sums is None:
        return Line((place, part.name, *(None,) * 10))
    values = sums.values
    return Line(
        (
            place,
            part.name,
            sums.households,
            values.get(contributions.Kind.MONEY, 0),
            sums.labour,
            values.get(contributions.Kind.LABOUR, 0),
            sums.land,
            values.get(contributions.Kind.LAND, 0),
            *(values.get(kind, 0) for kind in _VALUED),
            sums.value,
        )
    )


def _unpriced_note(area: int) -> str:
    return f"Trong diện tích hiến có {format_decimal(area)} m² không quy ra tiền, không tính vào giá trị."
