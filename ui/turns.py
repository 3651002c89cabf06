"""Who is next on a thread: in the order of coming, but what a person waits for before what can wait."""

from __future__ import annotations

from itertools import count
from queue import PriorityQueue
from typing import Generic, TypeVar

T = TypeVar("T")

FIRST, BEHIND, LAST = range(3)


class Turns(Generic[T]):
    """Like a queue of ``queue``; of one rank the first to come is the first to go."""

    def __init__(self) -> None:
        self._waiting: PriorityQueue[tuple[int, int, T]] = PriorityQueue()
        self._numbers = count()

    def put(self, item: T, rank: int = FIRST) -> None:
        self._waiting.put((rank, next(self._numbers), item))

    def is_awaited(self) -> bool:
        """Whether something of the first rank is waiting: what is done meanwhile may break off for it."""
        with self._waiting.mutex:
            return any(rank == FIRST for rank, _, _ in self._waiting.queue)

    def get(self) -> T:
        """Waits for one."""
        return self._waiting.get()[2]
