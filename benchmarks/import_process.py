"""One reading of a workbook in its own process: ``floor`` (openpyxl alone) or ``import``. JSON on stdout.

As in the window, Python's own collector is off. ``import``: preview and write into a new data folder of a
commune with hamlets and works.
"""

from __future__ import annotations

import gc
import json
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import openpyxl

from benchmarks import commune
from benchmarks.memory import peak_megabytes
from ntm_desktop.db.engine import Database
from ntm_desktop.domain.stages import Stage
from ntm_desktop.services import commune as register
from ntm_desktop.services import importing, registers, works

HAMLETS, WORKS = 20, 100
STARTED = date(2021, 1, 4)
_BOOKS = {"works": registers.WORKS, "gifts": registers.CONTRIBUTIONS, "plots": registers.PLOTS}


def hamlet(number: int) -> str:
    return f"Tân Lợi {number % HAMLETS}"


def work(number: int) -> str:
    return f"Kênh mương nội đồng số {number % WORKS}"


def main(contestant: str, book: str, path: Path) -> None:
    gc.disable()
    with tempfile.TemporaryDirectory() as name:
        database = commune.make(Path(name) / "data")
        _prepare(database)
        start, worked = time.perf_counter(), time.process_time()
        if contestant == "floor":
            read = openpyxl.load_workbook(path, read_only=True, data_only=True)
            for sheet in read.worksheets:
                for _row in sheet.iter_rows(values_only=True):
                    pass
        else:
            _import(database, _BOOKS[book], path)
        took, cpu = time.perf_counter() - start, time.process_time() - worked
        database.close()
    print(json.dumps({"s": took, "cpu": cpu, "mb": peak_megabytes()}))


def _import(database: Database, book: registers.Book, path: Path) -> None:
    sheets = registers.read_file(path, book)
    with database.read() as session:
        preview = registers.preview(session, book, sheets=sheets, today=commune.TODAY)
    with database.write(registers.action(preview), "Nguyễn Văn Đo", commune.AT) as session:
        importing.write(session, preview)


def _prepare(database: Database) -> None:
    """The same for both, so that their memory can be compared."""
    hamlets = [register.HamletView(None, hamlet(number), 80, 300) for number in range(HAMLETS)]
    with database.write("Nhập thôn và công trình", "Nguyễn Văn Đo", commune.AT) as session:
        register.save_hamlets(session, rows=hamlets)
        for number in range(WORKS):
            works.save(session, name=work(number), kind="thuy-loi")
            uid = works.uid_named(session, name=work(number))
            works.set_stage(session, uid=uid, stage=Stage.START, done=STARTED, today=commune.TODAY)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
