"""What age writes to: counts and digests what goes by, and can be stopped."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

Alive = Callable[[int], None]
"""Called with the bytes that were done since the last call; what it raises ends the work."""


def ignored(_done: int) -> None:
    """Of work that nobody watches."""


class Told:
    def __init__(self, out: BinaryIO, alive: Alive, *, digested: bool = True) -> None:
        self._out, self._alive, self._digested = out, alive, digested
        self._digest = hashlib.sha256()
        self._failed: BaseException | None = None
        self.size = 0

    def write(self, block: bytes) -> int:
        try:
            if self._digested:
                self._digest.update(block)
            self.size += len(block)
            self._alive(len(block))
            return self._out.write(block)
        except BaseException as error:
            self._failed = error
            raise

    def flush(self) -> None:
        self._out.flush()

    @property
    def sha256(self) -> str:
        return self._digest.hexdigest()

    @contextmanager
    def own_errors(self) -> Iterator[None]:
        """age makes an error of its own of what was raised at writing: here that comes out again."""
        try:
            yield
        except BaseException as error:
            if self._failed is not None:
                raise self._failed from None
            raise error
