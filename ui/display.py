"""Whether a window can be shown here at all: Qt itself would end the process without a word."""

from __future__ import annotations

import os
import sys


def is_missing() -> bool:
    """On Linux, unless a person named another way of showing than a screen."""
    named = map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    return sys.platform == "linux" and not any(named)
