"""The charts of construction works for the screen: a picture of the drawing, and what its places say.

Sessionless, for the work threads. The window imports this module ahead, so ReportLab is imported where a
chart is really drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ntm_desktop.domain.charts import WorkChart
from ntm_desktop.render.rasters import PageImage

if TYPE_CHECKING:
    from ntm_desktop.render.chart_parts import Spot

SCREEN_SIZE = 12.0
"""Letters in pixels, as the smallest of the window."""


@dataclass(frozen=True, slots=True)
class ChartPicture:
    """``width`` and ``height`` count as the spots do: pixels before the screen's own ratio."""

    image: PageImage
    width: int
    height: int
    spots: tuple[Spot, ...]


Color = tuple[int, int, int]
"""Red, green, blue."""


def picture(
    chart: WorkChart,
    width: int,
    ratio: float = 1.0,
    dark: tuple[Color, Color] | None = None,
    *,
    most: int = 0,
) -> ChartPicture:
    """``width`` in pixels; ``ratio`` is how many the screen has for each of them. ``dark``: ground and ink of
    a dark window; without them it is as on paper. ``most``: the height that there is; 0: any."""
    from ntm_desktop.render.charts import draw, in_dark, rasterised
    from ntm_desktop.render.fonts import screen_face

    drawn = draw(chart, width, SCREEN_SIZE, screen_face(), on_paper=False, most=most)
    image = rasterised(drawn, round(width * ratio))
    if dark is not None:
        image = in_dark(image, *dark)
    return ChartPicture(image, width, round(drawn.drawing.height), drawn.spots)
