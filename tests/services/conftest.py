"""A commune's office made through the services, and the sample commune."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import small_commune
from exchanging import made, new_authority, pinned
from office import AT, LEAD

from ntm_desktop.db.engine import Database
from ntm_desktop.services import sample, workplace

pytest.register_assert_rewrite("exchange_model", "exchange_play")


@pytest.fixture
def office_folder(tmp_path: Path) -> Path:
    """A data folder of one commune that has a lead and a goal, and nothing else."""
    folder = tmp_path / "Dữ liệu xã"
    workplace.create(
        folder,
        commune=workplace.NewCommune(
            name="xã Yên Hóa",
            district="huyện Minh Hóa",
            province="tỉnh Quảng Bình",
            code="18928",
            established=date(2012, 3, 1),
            schools=4,
        ),
        goal=workplace.NewGoal("xa-ntm-2016-2020", 2021, "tdmnpb", date(2020, 12, 22)),
        new_people=[workplace.NewPerson(LEAD, "Công chức Văn phòng – Thống kê")],
        at=AT,
    )
    return folder


@pytest.fixture
def office(office_folder: Path) -> Iterator[Database]:
    with Database.open(office_folder) as database:
        yield database


@pytest.fixture(scope="session")
def sample_original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mau") / "Yên Hóa"
    sample.make(folder)
    return folder


@pytest.fixture
def yen_hoa(sample_original: Path, tmp_path: Path) -> Iterator[Database]:
    """A copy of the sample commune."""
    folder = tmp_path / "sample"
    shutil.copytree(sample_original, folder)
    with Database.open(folder) as database:
        yield database


@pytest.fixture(scope="session")
def exchange_original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folders of a small commune, ``xã``, and of its authority, ``huyện``, with each other's keys."""
    folder = tmp_path_factory.mktemp("trao đổi")
    side, authority = made(small_commune.make(folder / "xã")), new_authority(folder / "huyện")
    pinned(side, authority)
    side.database.close()
    authority.database.close()
    return folder
