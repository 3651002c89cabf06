"""Writing at the pace of the disk. Names, digests and sentences are the callers' matter."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

_SYNCED_EVERY = 8 << 20  # bytes


@contextmanager
def synced(file: BinaryIO) -> Iterator[Callable[[bytes], int]]:
    """How to write, so that the disk takes it while the rest is being made, not for seconds at the end. Who
    writes waits for a slow disk: an end, too, comes after two ``_SYNCED_EVERY`` at most."""
    waiting = 0
    thread: ThreadPoolExecutor | None = None
    syncing: Future[None] | None = None

    def write(data: bytes) -> int:
        nonlocal waiting, thread, syncing
        size = file.write(data)
        waiting += size
        if waiting >= _SYNCED_EVERY:
            if thread is None:
                from concurrent.futures import ThreadPoolExecutor  # few files are so large

                thread = after.enter_context(ThreadPoolExecutor(1))
            if syncing is not None:
                syncing.result()
            file.flush()
            syncing = thread.submit(os.fsync, file.fileno())
            waiting = 0
        return size

    with ExitStack() as after:
        yield write
        if syncing is not None:
            syncing.result()
    file.flush()
    os.fsync(file.fileno())
