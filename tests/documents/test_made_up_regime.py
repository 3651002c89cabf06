"""A regime that this program has never seen: its pack alone says which papers there are, in which words."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from paper_sample import yen_hoa

from ntm_desktop.documents.annexes import _BUILDERS
from ntm_desktop.documents.blocks import AnnexHeading, Letterhead
from ntm_desktop.documents.data import ConsultationFacts, DebtFacts, DossierData, PaperFacts
from ntm_desktop.documents.dossier import _MAKERS, papers
from ntm_desktop.documents.submission import document_list
from ntm_desktop.domain.consultation import Meeting
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.forms import ANNEXES_MADE, FORM_NAMES, PAPERS_MADE, read_regime
from ntm_desktop.render.pdf import render_pdf

TIERS = ["nông thôn mới", "nông thôn mới nâng cao", "nông thôn mới kiểu mẫu"]
HELD = Meeting(
    uid="", on=date(2031, 3, 1), begins="07:30", ends="10:00", place="Hội trường", chair="Đinh Minh Đức",
    chair_post="Chủ tịch", secretary="Cao Thị Hòa", secretary_post="Công chức", invited=42, present=40,
    agreed=38, discussion="Nhất trí.", copies_kept=1, copies_sent=2,
)  # fmt: skip


def form(key: str, code: str, title: str, **more: Any) -> dict[str, Any]:
    return {
        "form": key, "code": code, "title": title, "summary": "", "required": True, "copies": 3,
        "verification": "unverified", "source": "bịa ra để thử", **more,
    }  # fmt: skip


PACK = {
    "format": 1,
    "id": "2031",
    "version": "1",
    "title": "Trình tự bịa ra để thử",
    "short_title": "Bịa ra để thử",
    "decision": {
        "kind": "Nghị định", "number": "99/2031/NĐ-CP", "issued": "2031-01-02", "issuer": "Chính phủ",
        "title": "về xét, công nhận xã",
    },
    "grounds": [],
    "addressees": ["Sở Nông nghiệp và Môi trường {province}", "Ủy ban nhân dân {province}"],
    "recipients": ["Mặt trận Tổ quốc xã"],
    "chain": ["Ủy ban nhân dân {province} công nhận"],
    "forms": [
        form("bien_ban", "BB", "Biên bản bình xét {commune} đạt chuẩn {tier}", attached=True),
        form("no_dong", "BC", "Báo cáo nợ của {commune} khi xây dựng {tier}", attached=True),
        form("to_trinh", "TTr", "Tờ trình đề nghị công nhận {commune} đạt {tier} năm {year}"),
        form("ban_do", "", "Bản đồ quy hoạch {commune}", attached=True),
        form("bao_cao", "BC", "Báo cáo xây dựng {tier} của {commune}"),
        form("bieu_chi_tiet", "", "Biểu kết quả", annex_of="bao_cao"),
        form("anh_ve_tinh", "", "Ảnh vệ tinh {commune}", annex_of="bao_cao", attached=True),
    ],
    "thresholds": [
        {
            "key": "vote", "name": "Nhất trí", "value": 9500, "unit": "%", "verification": "unverified",
            "source": "bịa ra để thử",
        }
    ],
}  # fmt: skip


def data(tier: str) -> DossierData:
    known = yen_hoa(draft=False)
    return replace(
        known,
        regime=read_regime(json.dumps(PACK).encode()),
        goal=replace(known.goal, tier=tier, year=2031, set_period=(2031, 2035)),
        today=date(2031, 3, 5),
        consultation=ConsultationFacts(meeting=HELD),
        debts=DebtFacts(4),
    )


@pytest.mark.parametrize("tier", TIERS)
def test_its_papers_are_made_in_its_order_and_words(tier: str, tmp_path: Path) -> None:
    made = papers(data(tier))
    assert [paper.form for paper in made][2:] == ["bien_ban", "no_dong", "to_trinh", "bao_cao"]
    told = repr(made).replace("\\xa0", " ")
    for words in (
        f"Biên bản bình xét xã Yên Hóa đạt chuẩn {tier}",
        f"Báo cáo nợ của xã Yên Hóa khi xây dựng {tier}",
        f"Tờ trình đề nghị công nhận xã Yên Hóa đạt {tier} năm 2031",
        f"Ủy ban nhân dân tỉnh Quảng Bình đề nghị công nhận xã Yên Hóa đạt {tier} năm 2031.",
        "Sở Nông nghiệp và Môi trường tỉnh Quảng Bình",
        "Mặt trận Tổ quốc xã",
        "Căn cứ Nghị định số 99/2031/NĐ-CP ngày 02 tháng 01 năm 2031 của Chính phủ",
    ):
        assert words in told
    assert "2540" not in told
    printed = render_pdf(made, tmp_path / "hồ sơ.pdf", title="Hồ sơ", author="UBND")
    assert [section.key for section in printed.sections if section.annex] == ["bieu_chi_tiet"]


def test_what_the_program_cannot_make_is_listed_as_made_elsewhere() -> None:
    rows = [
        row.cells
        for block in document_list(data(TIERS[0])).sections[0].blocks
        for row in getattr(block, "rows", ())
    ]
    remarks = {row[1]: row[-1] for row in rows}
    assert remarks["Bản đồ quy hoạch xã Yên Hóa"] == "Lập riêng"
    assert remarks["Ảnh vệ tinh xã Yên Hóa"] == "Lập riêng"
    assert remarks["Biểu kết quả"] == "Phụ lục"
    assert remarks["Biên bản bình xét xã Yên Hóa đạt chuẩn nông thôn mới"] == ""
    assert {row[4] for row in rows} == {"03"}


def test_annexes_go_up_in_as_many_copies_as_the_paper_they_are_bound_with() -> None:
    forms = [one | ({"copies": 1} if one.get("annex_of") else {}) for one in PACK["forms"]]  # type: ignore[attr-defined]
    regime = read_regime(json.dumps(PACK | {"forms": forms}).encode())
    listed = document_list(replace(data(TIERS[0]), regime=regime)).sections[0].blocks
    rows = [row.cells for block in listed for row in getattr(block, "rows", ())]
    assert "Biểu kết quả" in {row[1] for row in rows}
    assert {row[4] for row in rows} == {"03"}


def test_what_the_office_entered_stands_in_the_place_of_the_packs_word() -> None:
    known = data(TIERS[0])
    numbered = {"to_trinh": "Mẫu số 7", "bieu_chi_tiet": "Mẫu số 7.1"}
    papers_with = [one for one in known.papers if one.form not in numbered]
    papers_with += [PaperFacts(form, form_number=number) for form, number in numbered.items()]
    entered = replace(known, addressed=("Văn phòng Điều phối",), copies=5, papers=tuple(papers_with))
    without, made = repr(papers(known)), papers(entered)
    assert "Mẫu số" not in without
    told = repr(made)
    assert "Sở Nông nghiệp và Môi trường tỉnh Quảng Bình" not in told
    assert "kính đề nghị Văn phòng Điều phối xem xét" in told
    assert ": 05 bản" in told
    assert ": 03 bản" not in told
    rows = [
        row.cells for block in document_list(entered).sections[0].blocks for row in getattr(block, "rows", ())
    ]
    assert {row[4] for row in rows} == {"05"}
    heads = {
        section.key or paper.form: block.form_number
        for paper in made
        for section in paper.sections
        for block in section.blocks
        if isinstance(block, Letterhead | AnnexHeading) and block.form_number
    }
    assert heads == numbered


@pytest.mark.parametrize("required", [True, False])
def test_a_pack_that_has_the_program_make_what_it_cannot_is_refused_with_the_papers_name(
    required: bool,
) -> None:
    strange = form("ban_do", "", "Bản đồ quy hoạch {commune}") | {"required": required}
    pack = PACK | {"forms": [*PACK["forms"][:3], strange]}  # type: ignore[index]
    with pytest.raises(NtmError, match=r"không lập được văn bản .*Bản đồ quy hoạch"):
        read_regime(json.dumps(pack).encode())


def test_what_packs_may_ask_the_program_to_make_is_what_it_makes() -> None:
    assert _MAKERS.keys() == PAPERS_MADE
    assert _BUILDERS.keys() == ANNEXES_MADE
    assert FORM_NAMES.keys() >= PAPERS_MADE | ANNEXES_MADE
