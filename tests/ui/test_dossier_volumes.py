"""The bound dossier in volumes, asked for on the page Hồ sơ."""

from __future__ import annotations

from pathlib import Path

from dossier_screen import bind, finished, pdf_text, prints, show, texts
from pytestqt.qtbot import QtBot
from scripted import PrintingAsk

from ntm_desktop.errors import NtmError
from ui.context import Context


def test_volumes_are_registered_one_by_one(
    qtbot: QtBot, sample_context: Context, ask: PrintingAsk, tmp_path: Path
) -> None:
    sample_context.tasks.write("Hoàn thành", finished, lambda _changes: None, sample_context.tasks)
    page = show(qtbot, sample_context)
    ask.answers += [True, tmp_path / "ra.pdf"]
    bind(qtbot, page, "Chia tập theo số trang", "60")
    files = sorted(path.name for path in tmp_path.glob("*.pdf"))
    assert files == [f"ra-tap-{number}.pdf" for number in range(1, len(files) + 1)]
    assert len(files) > 1
    assert prints(sample_context) == list(range(len(files), 0, -1))
    assert pdf_text(tmp_path / "ra-tap-2.pdf", f"Tập 2/{len(files)}") > 0
    assert [path for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    assert f"Đã lưu {len(files):02} tập, từ “ra-tap-1.pdf”." in texts(page)


def test_volumes_of_last_month_are_neither_replaced_nor_mixed_with_new_ones(
    qtbot: QtBot, sample_context: Context, ask: PrintingAsk, tmp_path: Path
) -> None:
    told: list[NtmError] = []
    sample_context.tasks.failed.connect(lambda error, _owner: told.append(error))
    for name in ("ra-tap-2.pdf", "ra-tap-11.pdf", "ra-tap-1 - đã ký.pdf"):
        (tmp_path / name).write_text("đã ký", encoding="utf-8")
    page = show(qtbot, sample_context)
    ask.answers += [tmp_path / "ra.pdf"]
    bind(qtbot, page, "Chia tập theo số trang", "60")
    (error,) = told
    assert "“ra.pdf”, có thể đã được ký, nên không ghi đè. Đặt tên khác" in error.message
    assert error.problems == ("ra-tap-2.pdf", "ra-tap-11.pdf")
    assert {path.read_text(encoding="utf-8") for path in tmp_path.glob("*.pdf")} == {"đã ký"}


def test_a_number_of_pages_that_is_too_small_is_refused_beside_its_field(
    qtbot: QtBot, sample_context: Context, ask: PrintingAsk
) -> None:
    page = show(qtbot, sample_context)
    dialog = bind(qtbot, page, "Chia tập theo số trang", "3")
    assert dialog.isVisible()
    (told,) = [text for text in texts(dialog) if "từ 20" in text]
    assert told == "Mỗi tập có từ 20 đến 2.000 trang. Ghi lại số trang nhiều nhất của một tập."
    assert ask.asked == []
