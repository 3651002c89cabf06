"""Root writes whatever the permissions say; these tests are also run by root and still want to be refused."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NOBODY = 65534


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Acts as nobody where the tests run as root. Modules must have been imported before."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@contextmanager
def read_only(source: Path | None = None) -> Iterator[Path]:
    """A folder that everybody may read and nobody write, empty or with what is in ``source``."""
    top = Path(tempfile.mkdtemp())
    folder = top / "chỉ đọc"
    try:
        if source is None:
            folder.mkdir()
        else:
            shutil.copytree(source, folder)
        top.chmod(0o755)
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        yield folder
    finally:
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o755)
        shutil.rmtree(top)
