"""Run by a test: restores a backup on a disk that lets no file grow beyond 256 KiB."""

import resource
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from ntm_desktop.errors import NtmError
from ntm_desktop.services import backup

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (256 * 1024, 256 * 1024))
try:
    backup.restore(
        Path(sys.argv[1]), manifest=Path(sys.argv[2]), at=datetime(2021, 6, 30, tzinfo=UTC), by="An"
    )
except NtmError as error:
    sys.stdout.buffer.write(f"NtmError: {error}".encode())
