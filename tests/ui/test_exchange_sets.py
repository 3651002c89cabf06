"""A criteria set on its way: into the authority from a file, out to its communes, and taken over there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from complete import MADE_UP, model_set
from exchange_screen import Screen, export_of, meet, take_in
from exchanging import Side, new_authority
from page_screen import PageScreen
from pytestqt.qtbot import QtBot

from ntm_desktop.services import criteria_sets
from ui.context import Context
from ui.dialogs.export_package import ExportDialog
from ui.dialogs.import_package import ImportDialog
from ui.pages.exchange_communes import CommunesExchangePage
from ui.pages.setup_authority import AuthoritySetupPage
from ui.widgets.edits import Choice
from ui.widgets.table import Table

OFFER = "Đưa Bộ kiểu mẫu (minh họa) do cơ quan gửi vào máy"


class Communes(PageScreen[CommunesExchangePage]):
    def __init__(self, qtbot: QtBot, context: Context) -> None:
        super().__init__(qtbot, context, CommunesExchangePage(context))

    def first_table(self) -> Table:
        return self.page._list.table


class Setup(PageScreen[AuthoritySetupPage]):
    def __init__(self, qtbot: QtBot, context: Context) -> None:
        super().__init__(qtbot, context, AuthoritySetupPage(context))


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "KINGSTON"
    folder.mkdir()
    return folder


@pytest.fixture
def commune_screen(sample_context: Context, stick: Path, tmp_path: Path, qtbot: QtBot) -> Screen:
    """Known to the authority in ``huyện``, which is closed."""
    screen = Screen(qtbot, sample_context)
    side: Side = new_authority(tmp_path / "huyện")
    meet(screen, side, stick)
    side.database.close()
    for one in stick.iterdir():
        one.unlink()
    return screen


def test_a_set_goes_from_the_authoritys_file_to_the_sets_of_the_commune(
    commune_screen: Screen,
    open_context: Callable[[Path], Context],
    stick: Path,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    told = tmp_path / "bộ kiểu mẫu.json"
    told.write_bytes(model_set())
    context = open_context(tmp_path / "huyện")
    setup = Setup(qtbot, context)
    setup.page.select("bo-tieu-chi")
    setup.ask.answers.append([told])
    setup.press("Nhận bộ tiêu chí từ tệp")
    assert setup.told == ["Đã nhận bộ tiêu chí."]
    communes = Communes(qtbot, context)
    communes.page._list.table.selectRow(0)
    communes.press("Xuất gói")
    dialog = communes.dialog(ExportDialog)
    content = dialog._content.edit
    assert isinstance(content, Choice)
    content.load(MADE_UP)
    export_of(communes, dialog, stick)
    assert communes.ask.asked[-1].title == "Đã xuất gói số 1 ra KINGSTON"
    take_in(commune_screen, stick)
    commune_screen.press("Nhận gói", commune_screen.dialog(ImportDialog))
    assert OFFER in commune_screen.doings()
    commune_screen.ask.answers.append(None)
    commune_screen.do(OFFER)
    assert not known(commune_screen)
    commune_screen.ask.answers.append(True)
    commune_screen.do(OFFER)
    assert known(commune_screen)
    assert commune_screen.told == ["Đã nhận bộ tiêu chí."]
    assert OFFER not in commune_screen.doings()


def known(screen: Screen) -> bool:
    found: list[bool] = []
    screen.context.tasks.read(
        lambda session: MADE_UP in {one.id for one in criteria_sets.available(session)},
        found.append,
        screen.page,
    )
    return found[0]
