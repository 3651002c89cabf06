"""Reading what was written from the medium itself, not from the system's memory of it."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ntm_desktop.paths import require_file
from ntm_desktop.sync.age_file import Alive

_BLOCK = 1 << 20  # a whole number of sectors, as unbuffered reading wants it


@dataclass(frozen=True, slots=True)
class ReadBack:
    """``cached``: the system may have answered from memory; what it says holds after unplugging only."""

    sha256: str
    size: int
    cached: bool


def read_back(path: Path, alive: Alive) -> ReadBack:
    """Raises OSError where the medium gives an error instead of bytes."""
    require_file(path)
    cached = False
    blocks = _unbuffered(path)
    if blocks is None:
        cached = not hasattr(os, "posix_fadvise")
        blocks = _ordinary(path)
    digest, size = hashlib.sha256(), 0
    with closing(blocks):  # on Windows nobody can take away a file that is open
        for block in blocks:
            digest.update(block)
            size += len(block)
            alive(len(block))
    return ReadBack(digest.hexdigest(), size, cached)


def _ordinary(path: Path) -> Generator[bytes]:
    with path.open("rb", buffering=0) as file:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while block := file.read(_BLOCK):
            yield block


def _unbuffered(path: Path) -> Generator[bytes] | None:
    """On Windows, of a disk that can be read so; else None."""
    if sys.platform != "win32":
        return None
    import ctypes
    import mmap
    from ctypes import wintypes

    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.CreateFileW.restype = wintypes.HANDLE
    kernel.CreateFileW.argtypes = (
        wintypes.LPCWSTR,
        wintypes.DWORD,
        wintypes.DWORD,
        wintypes.LPVOID,
        wintypes.DWORD,
        wintypes.DWORD,
        wintypes.HANDLE,
    )
    kernel.ReadFile.argtypes = (
        wintypes.HANDLE,
        wintypes.LPVOID,
        wintypes.DWORD,
        wintypes.LPDWORD,
        wintypes.LPVOID,
    )
    kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
    read, share, existing = 0x80000000, 0x1 | 0x2 | 0x4, 3
    no_buffering, sequential = 0x20000000, 0x08000000
    handle = kernel.CreateFileW(str(path), read, share, None, existing, no_buffering | sequential, None)
    if handle in (None, wintypes.HANDLE(-1).value):
        return None

    def sectors() -> Generator[bytes]:
        room = mmap.mmap(-1, _BLOCK)  # begins at a page, hence at a sector
        place, count = (ctypes.c_char * _BLOCK).from_buffer(room), wintypes.DWORD()
        try:
            while True:
                if not kernel.ReadFile(handle, place, _BLOCK, ctypes.byref(count), None):
                    raise ctypes.WinError(ctypes.get_last_error())
                if not count.value:
                    return
                yield room[: count.value]
        finally:
            kernel.CloseHandle(handle)

    return sectors()
