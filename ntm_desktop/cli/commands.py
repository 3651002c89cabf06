"""Which function carries out which command."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping

from ntm_desktop.cli.answer import Answer
from ntm_desktop.cli.appraising import appraise
from ntm_desktop.cli.assessing import record, status
from ntm_desktop.cli.attaching import paper
from ntm_desktop.cli.consulting import consult
from ntm_desktop.cli.exchanging import export, import_packages, inspect, verify_code
from ntm_desktop.cli.keeping import backup, blank, check, history, restore, self_test, undo
from ntm_desktop.cli.keys import keys
from ntm_desktop.cli.making import join, new, sample
from ntm_desktop.cli.printing import dossier
from ntm_desktop.cli.reporting import report
from ntm_desktop.cli.signing import sign
from ntm_desktop.cli.spreadsheets import (
    export_contributions,
    export_households,
    export_works,
    import_contributions,
    import_households,
    import_works,
)
from ntm_desktop.cli.works import work

RUN: Mapping[str, Callable[[argparse.Namespace], Answer]] = {
    "new": new,
    "join": join,
    "sample": sample,
    "status": status,
    "record": record,
    "dossier": dossier,
    "paper": paper,
    "work": work,
    "consultation": consult,
    "report": report,
    "sign": sign,
    "import-works": import_works,
    "export-works": export_works,
    "import-contributions": import_contributions,
    "export-contributions": export_contributions,
    "import-households": import_households,
    "export-households": export_households,
    "appraise": appraise,
    "keys": keys,
    "export": export,
    "import": import_packages,
    "inspect": inspect,
    "verify-code": verify_code,
    "backup": backup,
    "restore": restore,
    "check": check,
    "history": history,
    "undo": undo,
    "blank": blank,
    "self-test": self_test,
}
