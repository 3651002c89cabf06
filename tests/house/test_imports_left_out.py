"""What stays out of memory until somebody asks for it. Each case is a process of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

_DATABASE = (
    "import sys, ntm_desktop.services.dossier, ntm_desktop.db.engine, sqlalchemy.dialects.sqlite\n"
    "left_out = {'asyncio.events', 'ssl', 'email', 'importlib.metadata._functools'} & set(sys.modules)\n"
    "assert not left_out, left_out\n"
)
_ASKED = {
    "by name": "import asyncio; print(asyncio.run(asyncio.sleep(0, 'ran')))",
    "one name of it": "from asyncio import run, sleep; print(run(sleep(0, 'ran')))",
    "a module of it": "import asyncio.subprocess; print('ran' if asyncio.subprocess.PIPE else '')",
    "a version": "import importlib.metadata; print('ran' if importlib.metadata.version('alembic') else '')",
    "a name of versions": "from importlib.metadata import version; print(version('alembic') and 'ran')",
    "versions": "from importlib import metadata; print('ran' if metadata.version('alembic') else '')",
}


@pytest.mark.parametrize("asking", _ASKED.values(), ids=_ASKED)
def test_the_database_needs_neither_asyncio_nor_plug_ins_and_whoever_asks_gets_them(asking: str) -> None:
    done = subprocess.run([sys.executable, "-c", _DATABASE + asking], capture_output=True, text=True)
    assert (done.stdout.strip(), done.stderr) == ("ran", "")


def test_an_error_of_the_database_is_told_as_it_is() -> None:
    """SQLAlchemy asks asyncio for its errors when one of a statement passes."""
    code = (
        "import ntm_desktop.db.engine, sqlalchemy as sa\n"
        "try: sa.create_engine('sqlite://').connect().execute(sa.text('select absent'))\n"
        "except sa.exc.OperationalError as error: print(error.orig)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.stdout.strip(), done.stderr) == ("no such column: absent", "")


def test_writing_papers_opens_no_door_to_the_network() -> None:
    code = (
        "import sys, ntm_desktop.render.pdf, ntm_desktop.render.charts\n"
        "print(sorted({'urllib.request', 'http.client', 'ssl'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
