"""One reading of a workbook in its own process: ``floor`` (openpyxl alone) or ``import``. JSON on stdout.

As in the window, Python's own collector is off. ``import``: preview and write into a new data folder.
"""

from __future__ import annotations

import gc
import json
import sys
import tempfile
import time
from pathlib import Path

import openpyxl

from benchmarks import commune
from ntm_desktop.services import importing, registers


def main(contestant: str, path: Path) -> None:
    gc.disable()
    with tempfile.TemporaryDirectory() as name:
        database = commune.make(Path(name) / "data")
        start = time.perf_counter()
        if contestant == "floor":
            book = openpyxl.load_workbook(path, read_only=True, data_only=True)
            for sheet in book.worksheets:
                for _row in sheet.iter_rows(values_only=True):
                    pass
        else:
            sheets = registers.read_file(path, registers.WORKS)
            with database.read() as session:
                preview = registers.preview(session, registers.WORKS, sheets=sheets, today=commune.TODAY)
            with database.write(registers.action(preview), "Nguyễn Văn Đo", commune.AT) as session:
                importing.write(session, preview)
        took = time.perf_counter() - start
        database.close()
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    peak = int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024
    print(json.dumps({"s": took, "mb": peak}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
