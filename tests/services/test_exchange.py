"""What a workplace knows of its exchange: sent and silent, received and lacking, and what needs doing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from exchanging import AT, Side, made, new_authority, submitted, taken

from ntm_desktop.db.engine import Database
from ntm_desktop.errors import NtmError
from ntm_desktop.services import history


@pytest.fixture
def commune(yen_hoa: Database) -> Side:
    return made(yen_hoa)


@pytest.fixture
def authority(tmp_path: Path) -> Iterator[Side]:
    side = new_authority(tmp_path / "huyện")
    yield side
    side.database.close()


@pytest.fixture
def pinned(commune: Side, authority: Side) -> tuple[Side, Side]:
    commune.pins(authority)
    authority.pins(commune)
    return commune, authority


def test_a_number_that_was_given_is_never_taken_back(pinned: tuple[Side, Side], tmp_path: Path) -> None:
    commune, authority = pinned
    path = submitted(commune, tmp_path)
    taken(authority, path)
    with commune.database.write("Hoàn tác", "Trần Thị Bình", AT) as session:  # noqa: SIM117
        with pytest.raises(NtmError, match="gói đã có số"):
            history.undo_last(session)
    place = authority.database.write("Hoàn tác", "Lê Văn Thẩm", AT, of=commune.database.unit)
    with place as session, pytest.raises(NtmError, match="gói đã có số"):
        history.undo_last(session)
