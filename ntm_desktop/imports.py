"""What a library imports in passing and this program never needs is left out until somebody asks for it."""

from __future__ import annotations

import importlib
import inspect
import sys
from types import ModuleType


class _LaterAsyncio(ModuleType):
    """Stands for ``asyncio`` until one of its names is asked for, then gives way to the real one."""

    iscoroutine = staticmethod(inspect.iscoroutine)  # all that SQLAlchemy wants while it is imported

    def __getattr__(self, name: str) -> object:
        if sys.modules.get("asyncio") is self:
            del sys.modules["asyncio"]
        return getattr(importlib.import_module("asyncio"), name)


def defer_asyncio() -> None:
    """SQLAlchemy imports asyncio and with it SSL: 40 modules, 2.9 of 17 MB (2.1.9)."""
    sys.modules.setdefault("asyncio", _LaterAsyncio("asyncio"))
