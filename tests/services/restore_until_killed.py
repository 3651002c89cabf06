"""Run by a test: restores backups in turn, each told on stdout once it is done, until somebody kills it."""

import sys
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path

from ntm_desktop.services import backup

for manifest in cycle(sys.argv[2:]):
    backup.restore(Path(sys.argv[1]), manifest=Path(manifest), at=datetime(2021, 6, 30, tzinfo=UTC))
    sys.stdout.write("done\n")
    sys.stdout.flush()
