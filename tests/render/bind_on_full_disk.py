"""Run by a test: binds a file of noise on a disk that lets no file grow beyond the size given."""

import resource
import signal
import sys
from datetime import date
from pathlib import Path

from ntm_desktop.errors import NtmError
from ntm_desktop.render.binding import Piece, bind

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
size = int(sys.argv[3])
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
try:
    bind(
        [Piece(Path(sys.argv[1]), (0,))],
        Path(sys.argv[2]),
        title="Hồ sơ",
        author="UBND",
        outline=[],
        dated=date(2021, 6, 30),
    )
except NtmError as error:
    sys.stdout.buffer.write(f"NtmError: {error}".encode())
