"""The capital of each budget year as bars: committed an outline, allotted a hatch, disbursed solid."""

from __future__ import annotations

from collections.abc import Callable

from ntm_desktop.domain.charts import CapitalBars
from ntm_desktop.render import chart_parts as p
from ntm_desktop.render.chart_parts import Drawn, Sheet
from ntm_desktop.render.fonts import Face
from ntm_desktop.text import format_int, millions

_ROW = 1.35  # of the letters' size
NO_MONEY = "Chưa nhập vốn."


def draw_capital(chart: CapitalBars, width: float, size: float, face: Face, *, on_paper: bool) -> Drawn:
    head, gap, row = 2.4 * size, 0.7 * size, _ROW * size
    lines = 3 * len(chart.years)
    sheet = Sheet(
        width,
        head + lines * row + len(chart.years) * gap + 4 if lines else 3 * size,
        size,
        face,
        on_paper=on_paper,
    )
    if not lines:
        sheet.text((0, size), NO_MONEY, color=p.GREY)
        return sheet.drawn()
    largest = max(1, *(max(a.committed, a.allotted, a.disbursed) for _year, a in chart.years))
    left = sheet.text_width("Năm 2021") + 10
    full = width - left - sheet.text_width(millions(largest), bold=True) - 10
    kinds: tuple[tuple[str, Callable[[float, float, float, float], None]], ...] = (
        ("cam kết", sheet.outlined),
        ("bố trí", sheet.hatched),
        ("giải ngân", sheet.solid),
    )
    _draw_key(sheet, kinds)
    low = sheet.height - head
    for year, amounts in chart.years:
        numbers = (amounts.committed, amounts.allotted, amounts.disbursed)
        sheet.text((0, low - 2 * row + row * 0.25), f"Năm {year}")
        for (name, draw), amount in zip(kinds, numbers, strict=True):
            low -= row
            length = full * max(0, amount) / largest
            if length:
                draw(left, low + row * 0.15, length, row * 0.7)
            end = left + length + 5
            sheet.text((end, low + row * 0.25), millions(amount), bold=name == "giải ngân")
            words = f"Năm {year}, {name}: {format_int(amount)} đồng"
            sheet.spot(left, low, max(length, 4) + 5 + sheet.text_width(millions(amount)), row, words)
        low -= gap
    sheet.line((left, 4), (left, sheet.height - head), p.GREY, 0.6)
    return sheet.drawn()


def _draw_key(
    sheet: Sheet, kinds: tuple[tuple[str, Callable[[float, float, float, float], None]], ...]
) -> None:
    size, low, left = sheet.size, sheet.height - sheet.size, 0.0
    for name, draw in kinds:
        draw(left, low, 1.6 * size, size * 0.7)
        sheet.text((left + 2.1 * size, low), name, color=p.GREY)
        left += 3.1 * size + sheet.text_width(name)
    unit = "triệu đồng"
    if left + sheet.text_width(unit) <= sheet.width:
        sheet.text((sheet.width, low), unit, anchor="end", color=p.GREY)
