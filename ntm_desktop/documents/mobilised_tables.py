"""Tables of what was mobilised: gifts by hamlet, by work and one by one, land to clear.

The sums name no household; the list of gifts and that of plots do, as both are made public in the commune.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ntm_desktop.documents.blocks import AnnexHeading, Paper, Section
from ntm_desktop.documents.office import Office
from ntm_desktop.documents.tables import (
    Cell,
    Head,
    Kind,
    Line,
    LineKind,
    Statement,
    body,
    paper_of,
    subject,
    summed,
    with_total,
)
from ntm_desktop.domain import contributions
from ntm_desktop.domain.clearance import FORM_NAMES, STATE_WORDS, Form, Standing
from ntm_desktop.domain.contributions import KIND_NAMES, Totals, Valued
from ntm_desktop.text import count_words, format_decimal, format_int

NO_GIFTS = "Chưa có khoản đóng góp nào."
NO_PLOTS = "Không có thửa đất nào phải giải phóng mặt bằng."
_VALUED = (contributions.Kind.STRUCTURES, contributions.Kind.CROPS, contributions.Kind.MATERIALS)


@dataclass(frozen=True, slots=True)
class GivenBy:
    """The totals of a hamlet, or for a work; None: nothing was ever recorded."""

    name: str
    totals: Totals | None


@dataclass(frozen=True, slots=True)
class GiftEntry:
    giver: str
    hamlet: str
    purpose: str
    document: str
    valued: Valued


@dataclass(frozen=True, slots=True)
class PlotEntry:
    work: str
    household: str
    hamlet: str
    place: str  # plot and sheet, "112/14"
    area: int
    land: str
    form: Form
    assets: str
    note: str
    standing: Standing


def by_hamlet(parts: Sequence[GivenBy], *, on: date, office: Office) -> Statement:
    """Đóng góp: a hamlet that gave nothing has zeros, one that nobody asked an empty row."""
    return _sums("Đóng góp của nhân dân và tổ chức", "Thôn, nguồn", parts, on, office)


def by_work(parts: Sequence[GivenBy], *, on: date, office: Office) -> Statement:
    return _sums("Đóng góp theo công trình", "Công trình", parts, on, office)


def _sums(name: str, first: str, parts: Sequence[GivenBy], on: date, office: Office) -> Statement:
    heads = (
        Head("TT", Kind.CODE),
        Head(first, width=36),
        Head("Số hộ", Kind.COUNT),
        Head("Tiền mặt", Kind.MONEY),
        Head("Công", Kind.QUANTITY, group="Ngày công"),
        Head("Giá trị", Kind.MONEY, group="Ngày công"),
        Head("m²", Kind.QUANTITY, group="Hiến đất"),
        Head("Giá trị", Kind.MONEY, group="Hiến đất"),
        *(Head(KIND_NAMES[kind], Kind.MONEY) for kind in _VALUED),
        Head("Tổng giá trị", Kind.MONEY),
    )
    lines = [_sum_line(place, part) for place, part in enumerate(parts, 1)]
    known = [part.totals for part in parts if part.totals is not None]
    unpriced = sum(sums.unpriced for sums in known)
    notes = []
    if known and len(known) < len(parts):
        notes.append("Dòng trống: chưa có số liệu. Số 0: không đóng góp.")
    if unpriced:
        area = format_decimal(unpriced)
        notes.append(f"Trong diện tích hiến có {area} m² không quy ra tiền, không tính vào giá trị.")
    total = summed("Tổng cộng", heads, lines)
    return Statement(
        name=name,
        subject=subject(office),
        on=on,
        heads=heads,
        lines=(*lines, total) if known else (),
        office=office,
        nothing=NO_GIFTS,
        notes=tuple(notes),
        in_dong=True,
    )


def _sum_line(place: int, part: GivenBy) -> Line:
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


def gift_list(gifts: Sequence[GiftEntry], *, on: date, office: Office) -> Statement:
    """Every gift with the price it was valued at: what the commune makes public."""
    heads = (
        Head("TT", Kind.CODE),
        Head("Người đóng góp", width=34),
        Head("Thôn", width=20),
        Head("Công trình, chỉ tiêu", width=40),
        Head("Ngày", Kind.DATE),
        Head("Loại", width=30),
        Head("Số lượng", Kind.QUANTITY),
        Head("Đơn vị", Kind.CODE),
        Head("Đơn giá", Kind.MONEY),
        Head("Giá trị", Kind.MONEY),
        Head("Chứng từ", width=26),
    )
    lines = [_gift_line(place, gift) for place, gift in enumerate(gifts, 1)]
    total = [None, "Tổng cộng", *(None,) * 7, sum(one.valued.value or 0 for one in gifts), None]
    return Statement(
        name="Danh sách đóng góp",
        subject=subject(office),
        on=on,
        heads=heads,
        lines=(*lines, Line(tuple(total), LineKind.TOTAL)) if lines else (),
        office=office,
        nothing=NO_GIFTS,
        in_dong=True,
    )


def _gift_line(place: int, entry: GiftEntry) -> Line:
    gift = entry.valued.gift
    money = gift.kind is contributions.Kind.MONEY
    cells: tuple[Cell, ...] = (
        place,
        entry.giver,
        entry.hamlet,
        entry.purpose,
        gift.on,
        ", ".join(part for part in (KIND_NAMES[gift.kind], gift.item) if part),
        None if money else gift.quantity,
        "" if money else gift.unit,
        entry.valued.price,
        entry.valued.value,
        entry.document,
    )
    return Line(cells)


def contribution_paper(sums: Statement, works: Statement, gifts: Statement) -> Paper:
    """The sums by hamlet, signed; by work and one by one in annexes."""
    paper = paper_of(sums)
    reference = f"(Kèm theo biểu {sums.name} của {sums.office.name})"
    annexes = []
    for number, one in (("I", works), ("II", gifts)):
        heading = AnnexHeading(f"Phụ lục {number}", one.name.upper(), reference)
        annexes.append(Section(one.name, (heading, *body(one)), landscape=True))
    return Paper(paper.form, paper.title, (*paper.sections, *(annexes if gifts.lines else ())))


def clearance_table(plots: Sequence[PlotEntry], *, on: date, office: Office) -> Statement:
    """GPMB: the plots of each work, those that are open first."""
    heads = (
        Head("TT", Kind.CODE),
        Head("Hộ", width=30),
        Head("Thôn", width=20),
        Head("Thửa/tờ", Kind.CODE),
        Head("m²", Kind.QUANTITY),
        Head("Loại đất", width=24),
        Head("Hình thức", Kind.CODE),
        Head("Tài sản", width=26),
        Head("Được duyệt", Kind.MONEY, group="Bồi thường"),
        Head("Đã chi trả", Kind.MONEY, group="Bồi thường"),
        Head("Trạng thái", width=20),
        Head("Ngày", Kind.DATE),
        Head("Ghi chú", width=26),
    )
    lines: list[Line] = []
    for work, found in groupby(plots, key=lambda plot: plot.work):
        own = list(found)
        lines.append(Line((f"{work}: {_count_of(own)}",), LineKind.GROUP))
        lines += [_plot_line(place, plot) for place, plot in enumerate(own, 1)]
    return Statement(
        name="Giải phóng mặt bằng",
        subject=subject(office),
        on=on,
        heads=heads,
        lines=with_total(heads, lines),
        office=office,
        nothing=NO_PLOTS,
    )


def clearance_sums(plots: Sequence[PlotEntry], *, on: date, office: Office) -> Statement:
    """GPMB of each work in one line, without the names of households."""
    heads = (
        Head("TT", Kind.CODE),
        Head("Công trình", width=60),
        Head("Số thửa", Kind.COUNT),
        Head("m²", Kind.QUANTITY),
        Head("Đã bàn giao", Kind.COUNT),
        Head("Chưa bàn giao", Kind.COUNT),
        Head("Được duyệt", Kind.MONEY, group="Bồi thường"),
        Head("Đã chi trả", Kind.MONEY, group="Bồi thường"),
    )
    lines: list[Line] = []
    for work, found in groupby(plots, key=lambda plot: plot.work):
        own = list(found)
        waiting, paid = sum(plot.standing.is_open for plot in own), sum(plot.standing.paid for plot in own)
        decided = sum(plot.standing.decided or 0 for plot in own)
        area = sum(plot.area for plot in own)
        lines.append(Line((len(lines) + 1, work, len(own), area, len(own) - waiting, waiting, decided, paid)))
    return Statement(
        name="Giải phóng mặt bằng theo công trình",
        subject=subject(office),
        on=on,
        heads=heads,
        lines=with_total(heads, lines),
        office=office,
        nothing=NO_PLOTS,
        landscape=False,
    )


def _count_of(plots: Sequence[PlotEntry]) -> str:
    waiting = sum(plot.standing.is_open for plot in plots)
    done = f"{format_int(len(plots) - waiting)}/{format_int(len(plots))} thửa đã bàn giao"
    return f"{done}, còn {count_words(waiting, 'thửa')} chưa bàn giao" if waiting else done


def _plot_line(place: int, plot: PlotEntry) -> Line:
    compensated = plot.form is Form.COMPENSATED
    cells: tuple[Cell, ...] = (
        place,
        plot.household,
        plot.hamlet,
        plot.place,
        plot.area,
        plot.land,
        FORM_NAMES[plot.form],
        plot.assets,
        plot.standing.decided if compensated else None,
        plot.standing.paid if compensated else None,
        STATE_WORDS[plot.standing.state],
        plot.standing.since,
        plot.note,
    )
    return Line(cells)
