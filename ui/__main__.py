"""The entry of the program: opens the window, or hands a subcommand to ``ntm_desktop.cli`` without Qt."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ui import display


def main(arguments: list[str] | None = None) -> int:
    arguments = sys.argv[1:] if arguments is None else arguments
    parser = argparse.ArgumentParser(add_help=False, exit_on_error=False, allow_abbrev=False)
    parser.add_argument("--data", type=Path)
    try:
        known, rest = parser.parse_known_args(arguments)
    except argparse.ArgumentError:
        known, rest = argparse.Namespace(data=None), arguments
    if not rest and display.is_missing():
        from ntm_desktop.cli import refuse_window

        return refuse_window()
    if not rest:
        from ui.app import run

        return run(known.data)
    from ntm_desktop.cli import main as run_command

    code = run_command(arguments)
    if rest[0] == "self-test" and code == 0:
        from ui.selftest import run as show_window

        code = show_window()
    return code


if __name__ == "__main__":
    sys.exit(main())
