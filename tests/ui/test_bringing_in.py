"""A page's modules come in parts: the core on a thread, what makes classes of Qt on the GUI thread."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.bringing_in import bring_in
from ui.main_window import PAGES

_PREPARED = """
import importlib, sys, threading
import ui.app, ui.main_window
from ui.bringing_in import prepare
before = set(sys.modules)
found = []
thread = threading.Thread(target=lambda: found.extend(prepare({module!r})))
thread.start(); thread.join()
made = [n for n in set(sys.modules) - before if n.split(".")[0] in ("ui", "PySide6")]
made = [n for n in made if not hasattr(sys.modules[n], "__path__")]  # the packages are empty
print("on the thread:", *sorted(made))
print("last:", found[-1])
for name in found:
    before = set(sys.modules)
    importlib.import_module(name)
    more = [n for n in set(sys.modules) - before if n.split(".")[0] in ("ui", "ntm_desktop") and n != name]
    if more:
        print("with", name, *sorted(more))
"""


@pytest.mark.parametrize("key", PAGES)
def test_no_class_of_qt_is_made_on_a_thread_and_no_module_brings_others(key: str) -> None:
    module = PAGES[key].module
    told = subprocess.run(
        [sys.executable, "-c", _PREPARED.format(module=module)], capture_output=True, text=True, check=True
    )
    assert told.stdout.splitlines() == ["on the thread:", f"last: {module}"]


def test_modules_follow_one_a_turn_and_then_what_waits(qtbot: QtBot) -> None:
    owner, said = QObject(), []
    bring_in(owner, ["ui.pages.history", "ui.pages.setup"], lambda: said.append(threading.current_thread()))
    assert said == []
    qtbot.waitUntil(lambda: said != [])
    assert said == [threading.main_thread()]
    assert "ui.pages.setup" in sys.modules
    bring_in(owner, [], lambda: said.append(threading.current_thread()))
    assert len(said) == 2
