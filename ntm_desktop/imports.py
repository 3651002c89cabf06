"""What a library imports in passing and this program never needs is left out until somebody asks for it."""

from __future__ import annotations

import importlib
import inspect
import sys
from types import ModuleType


class _Later(ModuleType):
    """Stands for a module until one of its names is asked for, then gives way to the real one."""

    iscoroutine = staticmethod(
        inspect.iscoroutine
    )  # all that SQLAlchemy wants of asyncio while it is imported

    def __getattr__(self, name: str) -> object:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(importlib.import_module(self.__name__), name)


def defer() -> None:
    """What SQLAlchemy (2.1.9) imports and we never use: asyncio with SSL, 2.9 of 17 MB, and the finder of
    plug-ins, which reads their papers as e-mail, 1.2 MB in the window."""
    sys.modules.setdefault("asyncio", _Later("asyncio"))
    if "importlib.metadata" not in sys.modules:
        later = _Later("importlib.metadata")
        sys.modules["importlib.metadata"] = later
        importlib.metadata = later  # as importing it would
