"""What an indicator says of the works that serve it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ntm_desktop.db.engine import Database
from ntm_desktop.services import works
from ntm_desktop.services.works import WorkView
from ui.pages.criteria_works import ServingWorks

ROAD = "Đường trục thôn Tân Lợi 1, bê tông 0,85 km"
ON = date(2021, 6, 30)


@pytest.fixture
def road(sample_folder: Path, tmp_path: Path) -> WorkView:
    folder = Path(shutil.copytree(sample_folder, tmp_path / "mẫu"))
    with Database.open(folder) as database, database.read() as session:
        return works.view(session, uid=works.uid_named(session, name=ROAD), on=ON)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, "Chậm, 46%, dự kiến xong 26/8/2021"),
        ({"expected": None, "delay": 60}, "Chậm, 46%, chưa dự kiến được ngày xong, đã quá hạn 60 ngày"),
        ({"built": ON}, "Chậm, đã xong khối lượng, chưa nghiệm thu"),
    ],
)
def test_when_a_work_ends_is_said_only_where_it_is_known(
    qtbot: QtBot, road: WorkView, changed: dict[str, object], said: str
) -> None:
    serving = ServingWorks()
    qtbot.addWidget(serving)
    state = replace(road.state, **changed)  # type: ignore[arg-type]
    assert serving._words(replace(road, state=state)) == said
