"""Bringing the window of another process of ours to the front, where the system lets one do that."""

from __future__ import annotations

import sys


def bring_forward(title: str) -> bool:
    """False where there is no such window, or no way to raise it; then the caller says what is the matter."""
    if sys.platform != "win32":
        return False
    import ctypes

    user = ctypes.windll.user32
    window = user.FindWindowW(None, title)
    if not window:
        return False
    restore = 9
    user.ShowWindow(window, restore)
    return bool(user.SetForegroundWindow(window))
