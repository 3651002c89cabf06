"""What the lines of readiness lead to: the lists of the consultation, the papers that others sign."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from dossier_screen import press, show, texts
from pytestqt.qtbot import QtBot
from scripted import PrintingAsk

from ntm_desktop.domain.readiness_papers import ASKING
from ntm_desktop.services import dossier
from ntm_desktop.services.sample_files import write_file
from ui.context import Context
from ui.dialogs.paper_facts import PaperFactsDialog
from ui.pages.consultation import ConsultationPage

TODAY = date(2021, 6, 30)


def test_the_fronts_signed_report_is_attached_looked_at_and_taken_off(
    qtbot: QtBot, sample_context: Context, ask: PrintingAsk, tmp_path: Path
) -> None:
    scan = write_file(tmp_path, title="Báo cáo hài lòng", kind="pdf", pages=1, commune="xã Yên Hóa")
    page = show(qtbot, sample_context)
    press(qtbot, page, "Số, ngày, người ký")
    dialog = page.findChild(PaperFactsDialog)
    row = dialog._rows["hai_long"]
    assert not dialog._rows["to_trinh"]._file.isVisible()
    assert "chưa có tệp" in texts(row)
    ask.answers.append([scan])
    press(qtbot, row, "Đính kèm…")
    assert scan.name in texts(row)
    kept: list[bool] = []
    sample_context.tasks.read(
        lambda session: [view.file is not None for view in dossier.papers(session, on=TODAY)],
        kept.extend,
        sample_context.tasks,
    )
    assert sum(kept) == 1
    press(qtbot, row, "Gỡ")
    assert "chưa có tệp" in texts(row)


def test_a_file_that_arrives_leaves_what_is_being_typed(
    qtbot: QtBot, sample_context: Context, ask: PrintingAsk, tmp_path: Path
) -> None:
    scan = write_file(tmp_path, title="Báo cáo hài lòng", kind="pdf", pages=1, commune="xã Yên Hóa")
    page = show(qtbot, sample_context)
    press(qtbot, page, "Số, ngày, người ký")
    dialog = page.findChild(PaperFactsDialog)
    row, other = dialog._rows["hai_long"], dialog._rows["to_trinh"]
    other._issued.setText("32/1")
    other._issued.editingFinished.emit()
    row._number.setFocus()
    qtbot.keyClicks(row._number, "15")
    for file, said in (([scan], scan.name), ([tmp_path / "mất.pdf"], scan.name)):
        ask.answers.append(file)
        row.attach_wanted.emit(row._paper)  # chosen a while ago
        assert said in texts(row)
        assert row._number.text() == "15"
        assert other._issued.text() == "32/1"
        assert other.is_refused()
    assert ask.asked[-1].kind == "problem"


@pytest.mark.parametrize("anchor", sorted(ASKING.keys() - {"so-ngay"}))
def test_what_the_consultation_lacks_leads_to_its_list(
    qtbot: QtBot, sample_context: Context, anchor: str
) -> None:
    page = ConsultationPage(sample_context)
    qtbot.addWidget(page)
    page.reload()
    page.select(anchor)
    tab, _listed = page._lists[anchor]
    assert page.tabs.current() == tab
