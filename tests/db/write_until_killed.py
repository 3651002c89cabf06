"""Run by a test: one action after another, each told on stdout once it is saved, until somebody kills it."""

import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from ntm_desktop.db.engine import Database
from ntm_desktop.db.history import insert
from ntm_desktop.db.models import hamlet

AT = datetime(2021, 6, 30, tzinfo=UTC)

database = Database.open(Path(sys.argv[1]))
for number in count(int(sys.argv[2])):
    rows = [{"uid": f"{number}-{part}", "name": "thôn " + "x" * 500, "position": part} for part in range(3)]
    with database.write("Thêm thôn", "An", AT) as session:
        database.files.put_bytes(f"minh chứng {number}".encode())
        insert(session, hamlet, rows)
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()
