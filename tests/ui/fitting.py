"""The sizes at which everything must fit, and eyes for what does not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLayout, QLineEdit, QScrollArea, QWidget
from scripted import cut_labels

from ui import theme
from ui.widgets.tile import TileButton

SIZES = {"100 %": (1366, 697), "125 %": (1093, 558), "150 %": (911, 465), "200 %": (683, 348)}
"""Of the window on a screen of 1366×768, in its own pixels."""
SMALL = SIZES["200 %"]


def settle() -> None:
    for _ in range(3):  # layouts inside of layouts
        QTest.qWait(0)
        QCoreApplication.sendPostedEvents()


def shown(root: QWidget) -> Iterator[QWidget]:
    return (widget for widget in root.findChildren(QWidget) if widget.isVisible())


def overlapping(root: QWidget) -> list[str]:
    """Neighbours in one layout of which one lies over the other."""
    found = []
    for layout in root.findChildren(QLayout):
        widgets = [item.widget() for place in range(layout.count()) if (item := layout.itemAt(place))]
        seen = [widget for widget in widgets if widget is not None and widget.isVisible()]
        found += [
            f"{one.accessibleName() or one} over {other.accessibleName() or other}"
            for one, other in combinations(seen, 2)
            if one.parent() is other.parent() and one.geometry().intersects(other.geometry())
        ]
    return found


def squeezed(root: QWidget) -> list[str]:
    """Buttons that have less room than their words need."""
    return [
        f"{button.text() or button.accessibleName()}: {button.width()} of {button.minimumSizeHint().width()}"
        for button in shown(root)
        if isinstance(button, QAbstractButton)
        and not isinstance(button, TileButton)
        and not isinstance(button.parent(), QLineEdit)
        and button.width() < min(button.sizeHint().width(), button.maximumWidth())
    ]


def sideways(root: QWidget) -> list[str]:
    """What is wider than the place that would have to scroll sideways to show it."""
    return [
        f"{area.widget()}: {area.widget().width()} in {area.viewport().width()}"
        for area in shown(root)
        if isinstance(area, QScrollArea) and area.widget().width() > area.viewport().width()
    ]


def outside(root: QWidget) -> list[str]:
    """Widgets that stick out of what they are in, or have hardly any height."""
    found = []
    for widget in shown(root):
        around = widget.parentWidget()
        is_scrolled = around is not None and around.objectName() == "qt_scrollarea_viewport"
        if around is None or is_scrolled or around.inherits("QAbstractScrollArea"):
            continue
        if widget.objectName().startswith("qt_") or widget.isWindow():
            continue
        if around.inherits("QLineEdit") or around.inherits("QComboBox") or around.inherits("QHeaderView"):
            continue
        if not around.rect().contains(QRect(QPoint(widget.x(), widget.y()), widget.size())):
            found.append(f"{widget} {widget.accessibleName()} {widget.geometry()} in {around.size()}")
    return found


def misfits(root: QWidget) -> list[str]:
    """All that is wrong with how it is laid out."""
    return cut_labels(root) + overlapping(root) + squeezed(root) + sideways(root) + outside(root)


def cut_tiles(root: QWidget) -> list[str]:
    """Tiles in sight whose name, or word and count, are wider than their room."""
    found = []
    for tile in root.findChildren(TileButton):
        words = theme.metrics(tile._head_font()).horizontalAdvance(f"{tile._number}{tile._name}") + 18
        below = theme.metrics("caption-strong").horizontalAdvance(tile._word + tile._count) + 32 + 6 + 11
        if tile.isVisible() and max(words, below) > tile.width() - 2:
            found.append(tile.accessibleName())
    return found
