"""The tabs Đóng góp and Văn bản of the chosen work."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot
from scripted import cut_labels
from works_screen import ROAD, Screen

from ntm_desktop.domain.overview import Link
from ui.context import Context
from ui.pages.works_detail import DOCUMENTS, GIFTS
from ui.widgets.tabs import Tab


@pytest.fixture
def screen(qtbot: QtBot, sample_context: Context) -> Screen:
    found = Screen(qtbot, sample_context)
    found.choose(ROAD)
    return found


def tabs(screen: Screen) -> list[str]:
    return [tab.text() for tab in screen.page.findChildren(Tab)]


def test_the_tabs_count_what_they_hold(screen: Screen) -> None:
    assert tabs(screen)[-4:] == ["Đóng góp 9", "Mặt bằng 1", "Văn bản 4", "Nhận xét"]
    screen.choose("Sân thể thao xã")
    assert tabs(screen)[-4:] == ["Đóng góp", "Mặt bằng", "Văn bản 3", "Nhận xét"]


def test_the_gifts_to_a_work_with_their_sum(screen: Screen) -> None:
    screen.page._detail.tabs.choose(GIFTS)
    gifts = screen.page._detail.gifts
    rows = screen.rows(gifts.table)
    assert rows[0][:3] == ("31/5/2021", "Cả thôn Tân Lợi 1", "Tân Lợi 1")
    assert rows[-1][-1] == "154.590.000"
    assert "09 khoản, tổng giá trị 154.590.000 đồng" in screen.says(gifts)
    assert not cut_labels(screen.stage)
    screen.press("Mở Huy động", gifts)
    (link,) = screen.followed
    assert link == Link("huy-dong", str(gifts.table.rows.row(0).data))


def test_a_work_without_gifts_says_so(screen: Screen) -> None:
    screen.choose("Sân thể thao xã")
    screen.page._detail.tabs.choose(GIFTS)
    said = screen.says(screen.page._detail.gifts)
    assert "Chưa ghi khoản đóng góp nào cho công trình này." in said
    assert not screen.page._detail.gifts.table.isVisible()


def test_the_papers_of_a_work_say_what_they_are_for(screen: Screen) -> None:
    screen.page._detail.tabs.choose(DOCUMENTS)
    rows = screen.rows(screen.page._detail.documents.table)
    assert [row[:3] for row in rows] == [
        ("28/1/2021", "Công văn 92/UBND-KTN", "UBND tỉnh Quảng Bình"),
        ("26/2/2021", "Quyết định 17/QĐ-UBND", "UBND xã Yên Hóa"),
        ("9/4/2021", "Hợp đồng 07/2021/HĐ-XD", "Công ty TNHH Xây dựng Hồng Phúc"),
        ("14/6/2021", "Công văn 35/CV-BQL", ""),
    ]
    assert rows[1][3].startswith("Giai đoạn Phê duyệt: phê duyệt công trình")


def test_a_file_is_attached_to_a_paper_and_opened(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = tmp_path / "qd-17.txt"
    scan.write_text("Quyết định", encoding="utf-8")
    screen.page._detail.tabs.choose(DOCUMENTS)
    documents = screen.page._detail.documents
    documents.table.select(documents.table.rows.row(1).data)
    assert not documents._open.isEnabled()
    screen.ask.answers.append([scan])
    screen.press("Đính kèm tệp…", documents)
    assert screen.rows(documents.table)[1][4] == "qd-17.txt"
    opened: list[Path] = []

    def open_url(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    screen.press("Mở tệp", documents)
    assert [path.read_text(encoding="utf-8") for path in opened] == ["Quyết định"]


def test_a_contract_takes_no_file(screen: Screen) -> None:
    screen.page._detail.tabs.choose(DOCUMENTS)
    documents = screen.page._detail.documents
    documents.table.select(documents.table.rows.row(2).data)
    assert not documents._attach.isEnabled()


def test_both_tabs_fit_a_small_window(qtbot: QtBot, sample_context: Context) -> None:
    screen = Screen(qtbot, sample_context, width=1038, height=482)
    screen.choose(ROAD)
    for tab in (GIFTS, DOCUMENTS):
        screen.page._detail.tabs.choose(tab)
        assert not cut_labels(screen.stage)
