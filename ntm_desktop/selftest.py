"""The program tries itself out wherever it was installed: ``self-test``. The window's part: ``ui.selftest``.

Needs nothing but a temporary folder; touches no data of the user's.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdfium2
from sqlalchemy import create_engine

from ntm_desktop import paths
from ntm_desktop.db import engine, migrate
from ntm_desktop.services import commune, dossier, papers, sample

_OLD = paths.RESOURCES.parent / "tests" / "db" / "old"
"""A database of each released version: kept with the tests, and in the frozen program at the same place."""

_DAY = date(2021, 6, 30)


class SelfTestError(Exception):
    """A step ran through and gave the wrong thing: this copy of the program is not whole."""


def run(say: Callable[[str], None]) -> None:
    """Says each step that held; one that did not raises."""
    with tempfile.TemporaryDirectory(prefix="ntm-", ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary) / "thư mục thử"
        folder.mkdir()
        _take_all_steps(folder / "từ đầu.db")
        say("dựng được cơ sở dữ liệu qua từng bước nâng cấp")
        for old in sorted(_OLD.glob("*.db")):
            say(f"mở được cơ sở dữ liệu cũ {old.stem} của {_open(old, folder / old.stem)}")
        sample.make(folder / "mẫu")
        say("lập được xã mẫu")
        say(f"in được hồ sơ {_print(folder / 'mẫu', folder / 'hồ sơ.pdf')} trang và đọc lại được chữ")


def _take_all_steps(path: Path) -> None:
    """The migrations are files that Alembic looks for at run time; a build may lack them."""
    database = create_engine(f"sqlite:///{path}")
    with database.begin() as connection:
        migrate.take_steps(connection, migrate.STEPS)
    database.dispose()


def _open(old: Path, folder: Path) -> str:
    folder.mkdir()
    shutil.copyfile(old, folder / engine.FILE_NAME)
    with engine.Database.open(folder) as database, database.read() as session:
        return commune.load(session).name


def _print(folder: Path, out: Path) -> int:
    with engine.Database.open(folder) as database, database.read() as session:
        data = dossier.collect(session, on=_DAY, today=_DAY, draft=True)
    papers.make_dossier(data, out)
    document = pypdfium2.PdfDocument(out)
    try:
        text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
        pages = len(document)
    finally:
        document.close()
    for expected in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TỜ TRÌNH", data.commune.place):
        if expected not in text:
            raise SelfTestError(f"“{expected}” is not in the printed dossier")
    return pages
