"""Whether this workplace exchanges packages at all, and how much there is to do about it.

Asked at every start: the libraries of packages take 5 MB, and a commune without keys needs none of them.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from ntm_desktop.db.models import workplace
from ntm_desktop.db.session import Session

OWN_KEYS = "own_key"


def have_keys(session: Session) -> bool:
    return session.scalar(select(workplace.c.value).where(workplace.c.key == OWN_KEYS)) is not None


def need_action(session: Session, folder: Path) -> int:
    """As many as *Việc cần làm* of the commune lists; ``folder`` is where packages are held."""
    if not have_keys(session):
        return 1  # to make them
    from ntm_desktop.services import exchange, exchange_todo, offered_sets, quarantine

    view = exchange.view(session)
    held, sets = quarantine.held(folder), offered_sets.offered(session)
    return len(exchange_todo.of_commune(session, view, held, sets))
