"""Where things lie: the program's own resources and, unless told otherwise, the data. Creates nothing."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
"""Also right in the frozen program, where modules and resources keep their places below one folder."""


def require_file(path: Path) -> None:
    """Raises OSError for what is no plain file: reading a pipe or a device may never end."""
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "a folder", str(path))
    if not stat.S_ISREG(mode):
        raise OSError("đó là thiết bị hoặc ống dẫn của máy, không phải tệp")


def resource(*parts: str) -> Path:
    return RESOURCES.joinpath(*parts)


def default_data_folder() -> Path:
    """``NTM_DATA`` if set, else a folder of this account that neither roams nor is synchronised."""
    named = os.environ.get("NTM_DATA")
    return Path(named).absolute() if named else _program_folder() / "data"


def sample_folder(data: Path | None = None) -> Path:
    """Where the sample goes: beside the usual data, or beside the ``data`` folder that a person named."""
    usual = _program_folder()
    if data is None or data.absolute() == usual / "data":
        return usual / "sample"
    named = data.absolute()
    return named.with_name(f"{named.name}-mau") if named.name else named / "mau"


def _program_folder() -> Path:
    import platformdirs  # takes as long as a tenth of the first paint; not needed when a folder is named

    return platformdirs.user_data_path("NTM Desktop", appauthor=False, roaming=False)
