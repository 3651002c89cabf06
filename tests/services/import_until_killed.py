"""Imports a workbook and dies after so many new rows: ``import_until_killed.py FOLDER FILE ROWS``."""

from __future__ import annotations

import os
import sys
import uuid
from pathlib import Path

from office import AT, LEAD, TODAY

from ntm_desktop.db.engine import Database
from ntm_desktop.services import importing, registers

folder, file, most = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
given = 0


def uid() -> str:
    global given
    given += 1
    if given > most:
        os._exit(9)
    return str(uuid.uuid4())


with Database.open(folder, uids=uid) as database:
    with database.read() as session:
        shown = registers.preview(
            session, registers.WORKS, sheets=registers.read_file(file, registers.WORKS), today=TODAY
        )
    with database.write(registers.action(shown), LEAD, AT) as session:
        importing.write(session, shown)
