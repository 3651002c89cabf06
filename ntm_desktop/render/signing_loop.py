"""Runs pyHanko's coroutines, which wait for calls only: asyncio's loops open sockets to wake themselves."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class _Loop(asyncio.BaseEventLoop):
    def __init__(self) -> None:
        super().__init__()
        self._woken = threading.Event()
        self._selector = self  # of BaseEventLoop, which asks it for what happened

    def select(self, timeout: float | None) -> list[object]:
        self._woken.wait(timeout)
        self._woken.clear()
        return []

    def _process_events(self, events: list[object]) -> None:
        """Nothing but calls ever comes."""

    def _write_to_self(self) -> None:
        self._woken.set()


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    with asyncio.Runner(loop_factory=_Loop) as runner:
        return runner.run(coroutine)
