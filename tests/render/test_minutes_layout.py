"""Minutes as form 1.9 lays them out: no place and day in the header, the secretary left, the chair right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from pdf_reading import read

from ntm_desktop.documents.data import ConsultationFacts, DossierData
from ntm_desktop.documents.minutes import minutes
from ntm_desktop.domain.consultation import Meeting
from ntm_desktop.render.pdf import render_pdf

HELD = Meeting(
    uid="", on=date(2021, 7, 1), begins="07:30", ends="10:00", place="Hội trường", chair="Đinh Minh Đức",
    chair_post="Chủ tịch", secretary="Cao Thị Hòa", secretary_post="Công chức", invited=42, present=40,
    agreed=40, discussion="Nhất trí.", copies_kept=1, copies_sent=2,
)  # fmt: skip


def test_the_header_has_no_day_and_recipients_stand_below_both_signatures(
    data: DossierData, tmp_path: Path
) -> None:
    rule = data.regime.form("bien_ban")
    assert rule is not None
    paper = minutes(replace(data, consultation=ConsultationFacts(meeting=HELD)), rule)
    out = tmp_path / "bien-ban.pdf"
    render_pdf([paper], out, title="Biên bản", author="UBND")
    pages = read(out)
    assert pages[0].has("Số:")
    assert not any(line.text.startswith("Yên Hóa, ngày") for line in pages[0].lines)
    signed = next(page for page in pages if page.has("THƯ KÝ"))
    left, right = signed.line("THƯ KÝ"), signed.line("CHỦ TỌA")
    assert left.right < signed.width / 2 < right.left
    assert left.down == right.down
    names = signed.line("Cao Thị Hòa"), signed.line("Đinh Minh Đức")
    assert names[0].down == names[1].down > left.down + 15  # room to sign
    assert abs(names[0].centre - left.centre) < 1
    assert abs(names[1].centre - right.centre) < 1
    assert signed.line("Nơi nhận").down > names[0].down
    assert signed.line("- Lưu: VT, Hồ sơ.").down > signed.line("Nơi nhận").down
