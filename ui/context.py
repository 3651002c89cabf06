"""What every page and dialog is given, made once by ``ui.app``. Holds, does nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ui.keyring import Keyring

if TYPE_CHECKING:
    from ui.ask import Ask
    from ui.events import Events
    from ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Context:
    folder: Path
    """The data folder of this workplace (``settings.load(folder)`` has its settings)."""
    tasks: Tasks
    events: Events
    ask: Ask
    is_read_only: bool = False
    """A commune is shown that belongs to another side: what writes is not offered (``ui.read_only``)."""
    keyring: Keyring = field(default_factory=Keyring)
