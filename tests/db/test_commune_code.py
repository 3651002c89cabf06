from __future__ import annotations

from pathlib import Path

import pytest
from commune_rows import AT, act

from ntm_desktop.db.chain import verify_chain
from ntm_desktop.db.commune_code import correct_code
from ntm_desktop.db.engine import Database, live
from ntm_desktop.db.history import update
from ntm_desktop.db.models import assessment, hamlet
from ntm_desktop.db.undo import undo
from ntm_desktop.errors import NtmError


def test_every_row_and_the_history_go_along(commune: Database, folder: Path) -> None:
    act(commune, "Sửa", lambda session: update(session, hamlet, "h1", {"households": 9}))
    act(commune, "Sửa mã xã", lambda session: correct_code(session, "19117"))
    commune.close()
    with Database.open(folder) as again:
        assert again.commune_id == "19117"
        with again.read() as session:
            assert len(session.rows(live(hamlet, session))) == 2
            assert len(session.rows(live(assessment, session))) == 1
            assert verify_chain(session) == 6
            assert session.backend.dangling(deep=True) == set()
        act(again, "Hoàn tác", lambda session: undo(session, 5))
        with pytest.raises(NtmError, match="“Sửa mã xã”"):
            act(again, "Hoàn tác", lambda session: undo(session, 6))


def test_the_session_goes_on_under_the_new_code(commune: Database) -> None:
    with commune.write("Sửa mã xã", "An", AT) as session:
        correct_code(session, "19117")
        update(session, hamlet, "h1", {"households": 9})
    assert commune.commune_id == "19117"


def test_the_same_code_changes_nothing(commune: Database) -> None:
    act(commune, "Sửa mã xã", lambda session: correct_code(session, "18964"))
    with commune.read() as session:
        assert verify_chain(session) == 4
