"""The S-curve of one work: what was planned, what was built, what was paid, in percent over the months."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ntm_desktop.domain.capital import PAID_OF_TOTAL
from ntm_desktop.domain.charts import Reached, SCurve
from ntm_desktop.domain.progress import WHOLE, PlanPoint, planned_share
from ntm_desktop.render import chart_parts as p
from ntm_desktop.render.chart_parts import Drawn, Sheet, TimeAxis
from ntm_desktop.render.fonts import Face
from ntm_desktop.text import format_date, format_int, format_percent

_SHAPE = 0.46  # height of the width
_LEAST, _MOST = 120.0, 260.0
_LOWEST = 7.0  # times the letters: the lines at 0, 50 and 100 % with their names, and the date above


def draw_curve(
    chart: SCurve, width: float, size: float, face: Face, *, on_paper: bool, most: float = 0
) -> Drawn:
    height = min(max(_LEAST, width * _SHAPE), _MOST)
    if most:
        height = max(min(height, most), _LOWEST * size)
    sheet = Sheet(width, height, size, face, on_paper=on_paper)
    plot = _Plot(chart, sheet)
    plot.draw()
    return sheet.drawn()


class _Plot:
    def __init__(self, chart: SCurve, sheet: Sheet) -> None:
        self._chart, self._sheet = chart, sheet
        self._low, self._high = 2 * sheet.size, sheet.height - 1.6 * sheet.size
        self._ends = self._labels()
        room = max(sheet.text_width(words, bold=True) for _share, words, _bold in self._ends)
        left, right = sheet.text_width("100%") + 5, sheet.width - room - 12
        self._axis = TimeAxis(chart.first, chart.last, left, right)

    def draw(self) -> None:
        sheet, chart, axis = self._sheet, self._chart, self._axis
        axis.draw(sheet, self._low, self._high)
        for share in (0, WHOLE // 2, WHOLE):
            level = self._level(share)
            sheet.line((axis.left, level), (axis.right, level), p.FAINT if share else p.GREY, 0.6)
            sheet.text(
                (axis.left - 5, level - sheet.size * 0.35), format_percent(share), anchor="end", color=p.GREY
            )
        axis.draw_today(sheet, chart.on, self._low, self._high)
        sheet.curve(self._planned(chart.earlier_plan), p.GREY, p.LINE_OLD, p.DASH_OLD)
        sheet.curve(self._planned(chart.plan), p.GREY, p.LINE_PLAN, p.DASH_PLAN)
        until = min(max(chart.on, chart.first), chart.last)
        sheet.curve(self._steps(chart.paid, until), p.INK, p.LINE_MONEY, p.DASH_MONEY)
        sheet.curve(self._straight(chart.measured, until), p.ACCENT, p.LINE_DONE)
        for point in chart.plan:
            words = f"Kế hoạch đến {format_date(point.on)}: {format_percent(point.share)}"
            sheet.spot_at(self._place(point.on, point.share), words)
        for one in chart.paid[1:]:
            sheet.square(self._place(one.on, one.share))
            sheet.spot_at(self._place(one.on, one.share), _paid_words(one))
        for one in chart.measured[1:]:
            sheet.dot(self._place(one.on, one.share))
            sheet.spot_at(self._place(one.on, one.share), _done_words(one))
        self._draw_labels()

    def _labels(self) -> list[tuple[int, str, bool]]:
        """The end of each line, in percent, and what it is called."""
        chart = self._chart
        done, paid = chart.measured[-1].share, chart.paid[-1].share
        found = [
            (done, f"Khối lượng {format_percent(done)}", True),
            (paid, f"Giải ngân {format_percent(paid)}", True),
        ]
        if chart.plan:
            found.append((WHOLE, "Kế hoạch", False))
        if chart.earlier_plan:
            found.append((planned_share(chart.earlier_plan, chart.last), "Kế hoạch trước", False))
        return found

    def _draw_labels(self) -> None:
        sheet, axis = self._sheet, self._axis
        levels = [self._level(share) for share, _words, _bold in self._ends]
        half = sheet.size * 0.35
        moved = p.spread(levels, sheet.size * 1.3, self._low, self._high)
        ends = [self._end(self._chart.measured), self._end(self._chart.paid)]
        for place, ((_share, words, bold), level, at) in enumerate(
            zip(self._ends, levels, moved, strict=True)
        ):
            start = ends[place] + 4 if place < len(ends) else axis.right
            if start < axis.right - 1:
                sheet.line((start, level), (axis.right, level), p.GREY, 0.4, (1, 2))
            sheet.line((axis.right, level), (axis.right + 6, at), p.GREY, 0.4)
            color = p.ACCENT if place == 0 else p.INK if bold else p.GREY
            sheet.text((axis.right + 8, at - half), words, bold=bold, color=color)

    def _end(self, points: Sequence[Reached]) -> float:
        """How far across the line of what was reached is drawn."""
        until = min(max(self._chart.on, self._chart.first), self._chart.last)
        flat = points is self._chart.paid or len(points) == 1
        return self._axis.at(until if flat else points[-1].on)

    def _level(self, share: int) -> float:
        return self._low + (self._high - self._low) * min(max(0, share), WHOLE) / WHOLE

    def _place(self, on: date, share: int) -> tuple[float, float]:
        return self._axis.at(on), self._level(share)

    def _planned(self, points: Sequence[PlanPoint]) -> list[tuple[float, float]]:
        places = [self._place(point.on, point.share) for point in points]
        if points and points[-1].on < self._chart.last:
            places.append(self._place(self._chart.last, points[-1].share))
        return places

    def _straight(self, points: Sequence[Reached], until: date) -> list[tuple[float, float]]:
        """From measurement to measurement; of a work that was never measured the line of 0 % until today."""
        places = [self._place(one.on, one.share) for one in points]
        return places if len(places) > 1 else [*places, self._place(until, points[-1].share)]

    def _steps(self, points: Sequence[Reached], until: date) -> list[tuple[float, float]]:
        """Money comes in sums: flat between payments, and flat since the last."""
        places = [self._place(points[0].on, points[0].share)]
        for one in points[1:]:
            places += [(self._axis.at(one.on), places[-1][1]), self._place(one.on, one.share)]
        return [*places, (self._axis.at(until), places[-1][1])]


def _done_words(one: Reached) -> str:
    words = f"{format_date(one.on)}: khối lượng {format_percent(one.share)}"
    words += f", kế hoạch {format_percent(one.planned)}"
    return f"{words}, giá trị {format_int(one.amount)} đồng" if one.amount else words


def _paid_words(one: Reached) -> str:
    return (
        f"{format_date(one.on)}: lũy kế {format_int(one.amount)} đồng, "
        f"{PAID_OF_TOTAL.lower()} {format_percent(one.share)}"
    )
