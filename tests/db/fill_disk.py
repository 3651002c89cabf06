"""Run by a test: saves too much into a data folder on a disk that lets no file grow beyond 512 KiB."""

import resource
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from ntm_desktop.db.engine import Database
from ntm_desktop.db.history import insert
from ntm_desktop.db.models import hamlet
from ntm_desktop.errors import NtmError

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (512 * 1024, 512 * 1024))
rows = [{"name": f"thôn {number}", "position": number} for number in range(20_000)]
database = Database.open(Path(sys.argv[1]))
try:
    with database.write("Thêm thôn", "An", datetime(2021, 6, 30, tzinfo=UTC)) as session:
        insert(session, hamlet, rows)
except NtmError as error:
    sys.stdout.buffer.write(f"NtmError: {error}".encode())
database.close()
