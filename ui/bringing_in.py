"""Modules of pages, brought in without holding the window, each on the thread where that is safe.

Shiboken looks its types up in a table without a lock, on the GUI thread also without Python's (PySide 6.11.3,
``SignalManager::retrieveMetaObject``). A class of Qt that is made on another thread at that moment ends the
program: seen twice in some fifty first starts. So another thread brings in what knows no Qt, which is most of
the time; the rest follows on the GUI thread, a module a turn.
"""

from __future__ import annotations

import dis
import importlib
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from types import CodeType

from PySide6 import QtWidgets
from PySide6.QtCore import QObject, QTimer

_CORE, _UI = "ntm_desktop", "ui"
_CLASSES_AT_ONCE = 8


def prepare(module: str) -> tuple[str, ...]:
    """On any thread: brings in what a module of ``ui`` needs of the core. Gives those of ``ui`` that are
    lacking, each after those that it needs itself."""
    lacking: dict[str, None] = {}
    _visit(module, set(), lacking)
    return tuple(lacking)


def bring_in(owner: QObject, modules: Sequence[str], then: Callable[[], None]) -> None:
    """On the GUI thread, one a turn of the event loop; with nothing to do ``then`` follows at once."""
    if not modules:
        then()
        return
    importlib.import_module(modules[0])
    QTimer.singleShot(0, owner, lambda: bring_in(owner, modules[1:], then))


def make_classes(owner: QObject, names: Sequence[str] = ()) -> None:
    """Of all widgets: Shiboken would make them at once where it first meets a pointer it does not know."""
    left = names or dir(QtWidgets)
    for name in left[:_CLASSES_AT_ONCE]:
        getattr(QtWidgets, name)
    if len(left) > _CLASSES_AT_ONCE:
        QTimer.singleShot(0, owner, lambda: make_classes(owner, left[_CLASSES_AT_ONCE:]))


def _visit(module: str, seen: set[str], lacking: dict[str, None]) -> None:
    if module in sys.modules or module in seen:
        return
    seen.add(module)
    for name in _imports(module):
        if name.partition(".")[0] == _CORE:
            importlib.import_module(name)
        else:
            _visit(name, seen, lacking)
    lacking[module] = None


def _imports(module: str) -> Iterator[str]:
    """What it imports of this program when it is itself, by its compiled code; not what only types need."""
    spec = find_spec(module)
    code = spec.loader.get_code(module) if spec is not None and spec.loader is not None else None  # type: ignore[attr-defined]  # of every loader of files
    return _imported_by(code) if isinstance(code, CodeType) else iter(())


def _imported_by(code: CodeType) -> Iterator[str]:
    resume, typing_only, base = 0, False, ""
    for step in dis.get_instructions(code):
        if step.offset < resume:
            continue
        if typing_only and "JUMP" in step.opname:
            resume = int(step.argval)
        typing_only = step.argval == "TYPE_CHECKING" and step.opname.startswith("LOAD")
        if step.opname == "IMPORT_NAME":
            base = str(step.argval)
            if base.partition(".")[0] in (_CORE, _UI):
                yield base
        elif step.opname == "IMPORT_FROM" and base.partition(".")[0] in (_CORE, _UI):
            name = f"{base}.{step.argval}"
            if hasattr(sys.modules.get(base), "__path__") and find_spec(name) is not None:
                yield name
