"""The Gantt chart: of each stage, or each work, when it was planned and how it went."""

from __future__ import annotations

from ntm_desktop.domain.charts import Gantt, GanttRow, Span
from ntm_desktop.render import chart_parts as p
from ntm_desktop.render.chart_parts import Drawn, Sheet, TimeAxis
from ntm_desktop.render.fonts import Face
from ntm_desktop.text import format_date, format_percent

_ROW, _LOW_ROW = 1.8, 1.2  # of the letters' size
_LEAST_BAR = 3.0
_NAMES = 0.34  # of the width at most
NO_ROWS = "Chưa nhập ngày kế hoạch hoặc ngày hoàn thành."


def draw_gantt(
    chart: Gantt, width: float, size: float, face: Face, *, on_paper: bool, most: float = 0
) -> Drawn:
    row = _ROW * size
    head, foot = 3.2 * size, 2 * size
    if most and chart.rows:
        row = max(min(row, (most - head - foot) / len(chart.rows)), _LOW_ROW * size)
    sheet = Sheet(width, head + max(1, len(chart.rows)) * row + foot, size, face, on_paper=on_paper)
    if not chart.rows:
        sheet.text((0, sheet.height / 2), NO_ROWS, color=p.GREY)
        return sheet.drawn()
    names = [_name(one) for one in chart.rows]
    left = min(max(map(sheet.text_width, names)) + 10, width * _NAMES)
    axis = TimeAxis(chart.first, chart.last, left, width - 4)
    top = sheet.height - head
    _draw_key(sheet)
    axis.draw(sheet, foot, top)
    axis.draw_today(sheet, chart.on, foot, top)
    for place, (one, name) in enumerate(zip(chart.rows, names, strict=True)):
        low = top - (place + 1) * row
        sheet.line((0, low), (width - 4, low), p.FAINT, 0.4)
        sheet.text((0, low + row / 2 - size * 0.35), sheet.cut(name, left - 8))
        _draw_row(sheet, axis, one, low, row)
        sheet.spot(0, low, width, row, _words(one), one.key)
    return sheet.drawn()


def _draw_key(sheet: Sheet) -> None:
    size, low = sheet.size, sheet.height - sheet.size
    sheet.outlined(0, low, 2 * size, size * 0.6)
    sheet.text((2.5 * size, low), "kế hoạch", color=p.GREY)
    left = 3.5 * size + sheet.text_width("kế hoạch")
    sheet.solid(left, low, 2 * size, size * 0.6)
    sheet.text((left + 2.5 * size, low), "đã làm", color=p.GREY)
    left += 3.5 * size + sheet.text_width("đã làm")
    sheet.hatched(left, low, 2 * size, size * 0.6)
    sheet.text((left + 2.5 * size, low), "đang làm", color=p.GREY)


def _draw_row(sheet: Sheet, axis: TimeAxis, one: GanttRow, low: float, row: float) -> None:
    """The plan an outline above, what happened below it: solid when done, hatched while it goes on."""
    thick = row * 0.3
    if one.planned is not None:
        left, width = _across(axis, one.planned)
        sheet.outlined(left, low + row * 0.55, width, thick)
    if one.actual is not None:
        left, width = _across(axis, one.actual)
        draw = sheet.hatched if one.actual.open else sheet.solid
        draw(left, low + row * 0.14, width, thick)


def _across(axis: TimeAxis, span: Span) -> tuple[float, float]:
    left, right = axis.at(span.start), axis.at(span.end)
    return (left, right - left) if right - left >= _LEAST_BAR else (right - _LEAST_BAR, _LEAST_BAR)


def _name(one: GanttRow) -> str:
    return one.name if one.share is None else f"{one.name} ({format_percent(one.share)})"


def _words(one: GanttRow) -> str:
    parts = []
    if one.planned is not None:
        parts.append(f"kế hoạch {_days(one.planned)}")
    if one.actual is not None and one.actual.open:
        parts.append(f"đang làm từ {format_date(one.actual.start)}{_long(one.actual)}")
    elif one.actual is not None:
        parts.append(f"thực tế {_days(one.actual)}{_long(one.actual)}")
    elif one.late:
        parts.append("chưa làm")
    if one.late:
        parts.append(f"chậm {one.late} ngày")
    return f"{_name(one)}: {', '.join(parts) or 'chưa có ngày'}"


def _long(span: Span) -> str:
    return f" ({span.days} ngày)" if span.days else ""


def _days(span: Span) -> str:
    if span.start == span.end:
        return format_date(span.end)
    return f"{format_date(span.start)} – {format_date(span.end)}"
