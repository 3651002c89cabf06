"""Plots to be cleared and resources by origin as prepared rows. No queries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from ntm_desktop.domain.capital import SOURCE_NAMES, Source
from ntm_desktop.domain.clearance import Form
from ntm_desktop.domain.clearance import State as PlotState
from ntm_desktop.domain.resources import ORIGINS, Resource, share, summed
from ntm_desktop.services.clearance import PlotView
from ntm_desktop.services.totals import LandTotal
from ntm_desktop.text import format_date, format_decimal, format_int, format_share
from ui.models.rows import Cell, Column, Kind, Row
from ui.tokens import State
from ui.wording import said

HOUSEHOLD, HAMLET, PLOT, AREA, LAND, FORM, MONEY, SINCE, STATE = range(9)

MARKS = {
    PlotState.NOT_STARTED: State.NOT_ASSESSED,
    PlotState.INVENTORIED: State.REGRESSED,
    PlotState.AGREED: State.REGRESSED,
    PlotState.PAID: State.REGRESSED,
    PlotState.HANDED_OVER: State.MET,
}


def plot_columns(first: str) -> tuple[Column, ...]:
    return (
        Column(first),
        Column(QCoreApplication.translate("Land", "Thôn"), 110),
        Column(
            QCoreApplication.translate("Land", "Thửa/tờ"),
            78,
            full_title=QCoreApplication.translate("Land", "Số thửa, số tờ bản đồ"),
        ),
        Column(QCoreApplication.translate("Land", "m²"), 76, right=True),
        Column(QCoreApplication.translate("Land", "Loại đất"), 160),
        Column(QCoreApplication.translate("Land", "Hình thức"), 92),
        Column(
            QCoreApplication.translate("Land", "Chưa trả"),
            100,
            right=True,
            full_title=QCoreApplication.translate("Land", "Bồi thường đã duyệt, chưa chi trả (đồng)"),
        ),
        Column(
            QCoreApplication.translate("Land", "Ngày"),
            84,
            right=True,
            full_title=QCoreApplication.translate("Land", "Ngày của diễn biến mới nhất"),
        ),
        Column(QCoreApplication.translate("Land", "Trạng thái"), 140),
    )


def plot_rows(views: Sequence[PlotView]) -> list[Row]:
    """Grouped by work; the group says how far its land is."""
    by_work: dict[str, list[PlotView]] = {}
    for view in views:
        by_work.setdefault(view.work_uid, []).append(view)
    rows: list[Row] = []
    for uid, own in by_work.items():
        waiting = sum(view.standing.is_open for view in own)
        done = QCoreApplication.translate("Land", "{}/{} đã bàn giao").format(len(own) - waiting, len(own))
        cells = [Cell()] * 9
        cells[HOUSEHOLD] = Cell(own[0].work, tooltip=own[0].work)
        cells[AREA] = Cell(format_decimal(sum(v.area for v in own)))
        cells[STATE] = Cell(done)
        rows.append(Row(tuple(cells), f"work/{uid}", Kind.GROUP, uid))
        rows += [_plot_row(view) for view in own]
    return rows


def work_plot_rows(views: Sequence[PlotView]) -> list[Row]:
    """Of one work, without the group."""
    return [replace(_plot_row(view), group="") for view in views]


def _plot_row(view: PlotView) -> Row:
    sheet, standing = view.sheet, view.standing
    compensated = view.form is Form.COMPENSATED and standing.decided is not None
    cells = (
        Cell(view.household, tooltip=view.note),
        Cell(view.hamlet),
        Cell(f"{view.plot}/{sheet}" if sheet else view.plot),
        Cell(format_decimal(view.area)),
        Cell(view.land, tooltip=view.land),
        Cell(view.form_text),
        Cell(format_int(standing.unpaid) if compensated else ""),
        Cell(format_date(standing.since) if standing.since else ""),
        Cell(said(view.state_text), state=MARKS[standing.state]),
    )
    return Row(cells, view.uid, group=view.work_uid)


def land_columns() -> tuple[Column, ...]:
    """Of what an authority has in place of plots."""
    translate = QCoreApplication.translate
    return (
        Column(translate("Land", "Công trình")),
        Column(translate("Land", "Số thửa"), 72, right=True),
        Column(translate("Land", "Chưa bàn giao"), 108, right=True),
        Column(
            translate("Land", "Hộ còn lại"),
            88,
            right=True,
            full_title=translate("Land", "Số hộ chưa bàn giao hết đất"),
        ),
        Column(translate("Land", "m²"), 84, right=True),
        Column(
            translate("Land", "m² còn lại"),
            92,
            right=True,
            full_title=translate("Land", "Diện tích chưa bàn giao (m²)"),
        ),
        Column(
            translate("Land", "Đã trả"),
            108,
            right=True,
            full_title=translate("Land", "Bồi thường đã chi trả (đồng)"),
        ),
        Column(
            translate("Land", "Chưa trả"),
            108,
            right=True,
            full_title=translate("Land", "Bồi thường đã duyệt, chưa chi trả (đồng)"),
        ),
    )


def land_rows(sums: Sequence[LandTotal], works: Mapping[str, str]) -> list[Row]:
    """``works``: names by uid."""
    rows = [Row((Cell(works.get(one.work_uid, "")), *_land((one,))), one.work_uid) for one in sums]
    label = QCoreApplication.translate("Land", "Tổng cộng")
    return [*rows, Row((Cell(label), *_land(sums)), "total", Kind.TOTAL)] if rows else []


def _land(sums: Sequence[LandTotal]) -> tuple[Cell, ...]:
    texts = (
        format_int(sum(one.plots for one in sums)),
        format_int(sum(one.open_plots for one in sums)),
        format_int(sum(one.waiting for one in sums)) if len(sums) == 1 else "",  # one may wait for two works
        format_decimal(sum(one.area for one in sums)),
        format_decimal(sum(one.open_area for one in sums)),
        format_int(sum(one.paid for one in sums)),
        format_int(sum(one.unpaid for one in sums)),
    )
    return tuple(Cell(text) for text in texts)


def resource_columns() -> tuple[Column, ...]:
    return (
        Column(QCoreApplication.translate("Land", "Nguồn")),
        Column(
            QCoreApplication.translate("Land", "Vốn công trình"),
            124,
            right=True,
            full_title=QCoreApplication.translate("Land", "Vốn đã bố trí cho các công trình (đồng)"),
        ),
        Column(QCoreApplication.translate("Land", "Đóng góp đã ghi"), 118, right=True),
        Column(
            QCoreApplication.translate("Land", "Trùng nhau"),
            104,
            right=True,
            full_title=QCoreApplication.translate(
                "Land", "Đóng góp đã nằm trong vốn của công trình, chỉ tính một lần (đồng)"
            ),
        ),
        Column(QCoreApplication.translate("Land", "Tổng huy động"), 124, right=True),
        Column(QCoreApplication.translate("Land", "Tỷ trọng"), 72, right=True),
    )


def resource_rows(found: Mapping[Source, Resource]) -> list[Row]:
    """By origin; an origin of several sources opens them."""
    whole = summed(found.values())
    rows: list[Row] = []
    for origin, sources in ORIGINS.items():
        part = summed(found[source] for source in sources)
        several = len(sources) > 1
        kind = Kind.GROUP if several else Kind.ITEM
        rows.append(Row(_amounts(origin, part, whole, strong=True), origin, kind, origin))
        if several:
            rows += [
                Row(_amounts(said(SOURCE_NAMES[one]), found[one], whole), one.value, group=origin)
                for one in sources
            ]
    label = QCoreApplication.translate("Land", "Tổng cộng")
    return [*rows, Row(_amounts(label, whole, whole), "total", Kind.TOTAL)]


def _amounts(name: str, part: Resource, whole: Resource, *, strong: bool = False) -> tuple[Cell, ...]:
    amounts = (part.allotted, part.given, part.twice, part.mobilised)
    ratio = share(part, whole)
    return (
        Cell(name, strong=strong),
        *(Cell(format_int(amount), strong=strong) for amount in amounts),
        Cell("" if ratio is None else format_share(ratio, 1), strong=strong),
    )
