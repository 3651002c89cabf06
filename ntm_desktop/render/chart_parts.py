"""What charts are drawn with: strokes that tell in black and white, letters, hatches, an axis of time.

Places are points; in a ReportLab drawing they count from the lower left corner.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reportlab.graphics.shapes import Circle, Drawing, Line, Path, PolyLine, Rect, String
from reportlab.lib.colors import HexColor

from ntm_desktop.render import typography as t
from ntm_desktop.render.fonts import Face, text_width
from ntm_desktop.render.rasters import Box

INK = HexColor("#1B2423")
GREY = HexColor("#5B6664")
FAINT = HexColor("#D5DAD9")
ACCENT = HexColor("#17507A")
TINT = HexColor("#DCE9F2")
PAPER = HexColor("#FFFFFF")

LINE_DONE, LINE_MONEY, LINE_PLAN, LINE_OLD = 2.2, 1.6, 1.4, 0.7
DASH_MONEY, DASH_PLAN, DASH_OLD, DASH_OPEN = (1.5, 2.5), (6, 3), (2.5, 2.5), (3, 2)
_HATCH = 4.0  # points between its strokes
_DOT = 2.6

_APART = 6.0  # points between the names of months
_ELLIPSIS = "…"
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a drawing that says more: its box from the upper left corner, in points."""

    box: Box
    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    drawing: Drawing
    spots: tuple[Spot, ...]


class Sheet:
    """A drawing being made: ``width`` by ``height`` points, letters of ``size`` points.

    ``on_paper``: dates as papers write them, 05/06/2021; else as the window does.
    """

    def __init__(self, width: float, height: float, size: float, face: Face, *, on_paper: bool) -> None:
        self.width, self.height, self.size, self.face = width, height, size, face
        self._said = t.plain if on_paper else t.clean
        self._drawing = Drawing(width, height)
        self._spots: list[Spot] = []

    def drawn(self) -> Drawn:
        return Drawn(self._drawing, tuple(self._spots))

    # Strokes

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        color: HexColor = INK,
        width: float = 0.6,
        dash: Sequence[float] | None = None,
    ) -> None:
        self._drawing.add(
            Line(*start, *end, strokeColor=color, strokeWidth=width, strokeDashArray=_dashed(dash))
        )

    def curve(
        self,
        points: Sequence[tuple[float, float]],
        color: HexColor,
        width: float,
        dash: Sequence[float] | None = None,
    ) -> None:
        if len(points) < 2:
            return
        self._drawing.add(
            PolyLine(
                [place for point in points for place in point],
                strokeColor=color,
                strokeWidth=width,
                strokeDashArray=_dashed(dash),
                strokeLineJoin=1,
            )
        )

    def dot(self, place: tuple[float, float], color: HexColor = ACCENT) -> None:
        self._drawing.add(Circle(*place, _DOT, fillColor=color, strokeColor=PAPER, strokeWidth=0.6))

    def square(self, place: tuple[float, float], color: HexColor = INK) -> None:
        left, low = place[0] - _DOT, place[1] - _DOT
        self._drawing.add(
            Rect(left, low, 2 * _DOT, 2 * _DOT, fillColor=color, strokeColor=PAPER, strokeWidth=0.6)
        )

    # Bars: an outline, a hatch on tint, or solid

    def outlined(
        self, left: float, low: float, width: float, height: float, dash: Sequence[float] | None = None
    ) -> None:
        self._drawing.add(
            Rect(
                left, low, width, height,
                fillColor=PAPER, strokeColor=ACCENT, strokeWidth=0.9, strokeDashArray=_dashed(dash),
            )
        )  # fmt: skip

    def hatched(self, left: float, low: float, width: float, height: float) -> None:
        self._drawing.add(Rect(left, low, width, height, fillColor=TINT, strokeColor=ACCENT, strokeWidth=0.9))
        strokes = Path(strokeColor=ACCENT, strokeWidth=0.6, fillColor=None)  # one shape: a line each is slow
        at = _HATCH
        while at < width + height:
            strokes.moveTo(left + min(at, width), low + max(0.0, at - width))
            strokes.lineTo(left + max(0.0, at - height), low + min(at, height))
            at += _HATCH
        self._drawing.add(strokes)

    def solid(self, left: float, low: float, width: float, height: float, color: HexColor = ACCENT) -> None:
        self._drawing.add(Rect(left, low, width, height, fillColor=color, strokeColor=color, strokeWidth=0.9))

    # Letters

    def text(
        self,
        place: tuple[float, float],
        words: str,
        *,
        anchor: str = "start",
        bold: bool = False,
        color: HexColor = INK,
        size: float | None = None,
    ) -> None:
        """``anchor``: start, middle or end; ``place`` is on the baseline."""
        font = self.face.bold if bold else self.face.regular
        self._drawing.add(
            String(
                *place, self._said(words),
                textAnchor=anchor, fontName=font, fontSize=size or self.size, fillColor=color,
            )
        )  # fmt: skip

    def text_width(self, words: str, *, bold: bool = False) -> float:
        return text_width(self._said(words), self.face.bold if bold else self.face.regular, self.size)

    def cut(self, words: str, room: float) -> str:
        """As much of the words as the room has, an ellipsis at the end."""
        if self.text_width(words) <= room:
            return words
        while words and self.text_width(words + _ELLIPSIS) > room:
            words = words[:-1].rstrip()
        return words + _ELLIPSIS

    # What the pointer finds

    def spot(self, left: float, low: float, width: float, height: float, words: str, key: str = "") -> None:
        box = Box(left, self.height - low - height, width, height)
        self._spots.append(Spot(box, t.clean(words), key))

    def spot_at(self, place: tuple[float, float], words: str) -> None:
        reach = 3 * _DOT
        self.spot(place[0] - reach, place[1] - reach, 2 * reach, 2 * reach, words)


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Days from ``first`` to ``last`` laid from ``left`` to ``right``."""

    first: date
    last: date
    left: float
    right: float

    def at(self, day: date) -> float:
        days = (self.last - self.first).days + 1
        passed = min(max(0, (day - self.first).days), days)
        return self.left + (self.right - self.left) * passed / days

    def draw(self, sheet: Sheet, low: float, high: float) -> None:
        """Months under the line, as many as have room: “T4”, and the year where it begins."""
        months = self._months()
        per_month = (self.right - self.left) / len(months)
        room = sheet.text_width("T12") + _APART
        step = next((step for step in _MONTH_STEPS if step * per_month >= room), _MONTH_STEPS[-1])
        year, free = 0, self.left - 1
        for day in months[::step]:
            across = self.at(day)
            sheet.line((across, low), (across, high), FAINT, 0.4)
            words = f"T{day.month}/{day.year}" if day.year != year else f"T{day.month}"
            if across < free or across + sheet.text_width(words) > sheet.width:
                continue
            sheet.text((across, low - sheet.size - 2), words, color=GREY)
            year, free = day.year, across + sheet.text_width(words) + _APART

    def draw_today(self, sheet: Sheet, on: date, low: float, high: float) -> None:
        """A thin upright with its date above; nothing when the day is outside."""
        if not self.first <= on <= self.last:
            return
        across = self.at(on)
        sheet.line((across, low), (across, high), INK, 0.8)
        words = f"{on.day}/{on.month}/{on.year}"
        half = sheet.text_width(words) / 2
        centre = min(max(across, half), sheet.width - half)
        sheet.text((centre, high + 0.6 * sheet.size), words, anchor="middle", color=INK)

    def _months(self) -> list[date]:
        found, day = [], self.first.replace(day=1)
        while day <= self.last:
            found.append(day)
            day = (day + timedelta(days=32)).replace(day=1)
        return found


def spread(places: Sequence[float], apart: float, low: float, high: float) -> list[float]:
    """The places moved as little as they must be to stand ``apart`` from each other, in their order."""
    order = sorted(range(len(places)), key=lambda index: (places[index], index))
    moved = list(places)
    floor = low
    for index in order:
        moved[index] = max(moved[index], floor)
        floor = moved[index] + apart
    ceiling = high
    for index in reversed(order):
        moved[index] = min(moved[index], ceiling)
        ceiling = moved[index] - apart
    return moved


def _dashed(dash: Sequence[float] | None) -> list[float] | None:
    return list(dash) if dash else None
