"""``write_at_a_desk.py FOLDER NAME COUNT``: adds hamlets, an action each."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from ntm_desktop.db.engine import Database
from ntm_desktop.db.history import insert
from ntm_desktop.db.models import hamlet

AT = datetime(2021, 6, 30, 1, tzinfo=UTC)


def main(folder: str, name: str, count: str) -> None:
    with Database.open(Path(folder)) as database:
        for number in range(int(count)):
            with database.write("Thêm thôn", name, AT) as session:
                insert(session, hamlet, [{"name": f"{name}: thôn {number}", "position": number}])


main(*sys.argv[1:])
