"""Why PySide6 is pinned: a version that takes a reference from ``None`` at each call ends by aborting Python.

See docs/decisions/0002. From Python 3.12 on ``None`` is immortal and these cannot fail.
"""

from __future__ import annotations

import sys

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 10_000
NOISE = 100


def test_calls_that_return_nothing_leave_none_alone(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(CALLS):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < NOISE


def test_painting_leaves_none_alone(qtbot: QtBot) -> None:
    image = QImage(64, 64, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    before = sys.getrefcount(None)
    for number in range(CALLS):
        painter.drawText(2, 20, str(number))
    difference = sys.getrefcount(None) - before
    painter.end()
    assert abs(difference) < NOISE
