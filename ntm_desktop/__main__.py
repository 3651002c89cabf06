"""``python -m ntm_desktop``: the command line alone, without Qt."""

from __future__ import annotations

import sys

from ntm_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
