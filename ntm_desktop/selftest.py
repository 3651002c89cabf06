"""The program tries itself out wherever it was installed: ``self-test``. The window's part: ``ui.selftest``.

Needs nothing but a temporary folder; touches no data of the user's.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import pypdfium2
from docx.oxml.ns import qn
from sqlalchemy import create_engine

from ntm_desktop import paths
from ntm_desktop.db import engine, migrate
from ntm_desktop.services import commune, dossier, papers, registers, sample, works
from ntm_desktop.services.papers import DossierData

_OLD = paths.RESOURCES.parent / "tests" / "db" / "old"
"""A database of each released version: kept with the tests, and in the frozen program at the same place."""

_DAY = date(2021, 6, 30)
_WORDS = qn("w:t")


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
        say(f"ghi được {_write_word(folder / 'mẫu', folder / 'Word')} tệp Word và đọc lại được chữ")
        say(f"ghi được {_write_excel(folder / 'mẫu', folder / 'công trình.xlsx')} dòng Excel và đọc lại được")


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
    data = _data(folder)
    papers.make_dossier(data, out)
    document = pypdfium2.PdfDocument(out)
    try:
        text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
        pages = len(document)
    finally:
        document.close()
    _expect(data, text, "the printed dossier")
    return pages


def _write_word(folder: Path, out: Path) -> int:
    data = _data(folder)
    out.mkdir()
    files = papers.make_docx(data, out)
    words = [word.text or "" for file in files for word in docx.Document(str(file)).element.iter(_WORDS)]
    _expect(data, " ".join(words), "the Word files")
    return len(files)


def _write_excel(folder: Path, out: Path) -> int:
    with engine.Database.open(folder) as database, database.read() as session:
        registers.save(out, registers.export(session, registers.WORKS, today=_DAY))
        expected = len(works.table(session, on=_DAY).rows)
    rows = [len(sheet.rows) for sheet in registers.read_file(out, registers.WORKS)]
    if rows[:1] != [expected]:
        raise SelfTestError(f"{rows[:1]} of {expected} works came back from the workbook")
    return sum(rows)


def _data(folder: Path) -> DossierData:
    with engine.Database.open(folder) as database, database.read() as session:
        return dossier.collect(session, on=_DAY, today=_DAY, draft=True)


def _expect(data: DossierData, text: str, where: str) -> None:
    for expected in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TỜ TRÌNH", data.commune.place):
        if expected not in text:
            raise SelfTestError(f"“{expected}” is not in {where}")
