"""What the papers say about the sample commune on 30/6/2021, and about communes with less known."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path

import msgspec
from paper_sample import NA_GROUND, yen_hoa

from ntm_desktop.documents import narratives
from ntm_desktop.documents.blocks import AnnexHeading, Paper, Paragraph, Row, Signature, Table
from ntm_desktop.documents.data import (
    CommuneFacts,
    DossierData,
    EvidenceFacts,
    FigureFacts,
    HamletFacts,
    NarrativeFacts,
    PaperFacts,
    PredecessorFacts,
    ResourceFacts,
)
from ntm_desktop.documents.dossier import marks, papers
from ntm_desktop.domain.judging import CriterionState, Verdict
from ntm_desktop.text import pad_dates


def words(value: object) -> list[str]:
    """Every text in a paper, in order."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for item in value for text in words(item)]
    if is_dataclass(value):
        return [text for field in fields(value) for text in words(getattr(value, field.name))]
    return []


def made(data: DossierData) -> dict[str, Paper]:
    return {paper.form: paper for paper in papers(data)}


def annex(data: DossierData, title: str) -> tuple[Row, ...]:
    section = next(s for s in made(data)["bao_cao"].sections if title in s.title)
    return next(block for block in section.blocks if isinstance(block, Table)).rows


def part(paper: str, key: str) -> narratives.NarrativePart:
    return next(p for p in narratives.parts(yen_hoa().regime) if (p.paper, p.part) == (paper, key))


def changed(data: DossierData, code: str, **facts: object) -> DossierData:
    """With other facts about one indicator."""
    criteria = tuple(
        replace(
            c,
            indicators=tuple(replace(i, **facts) if i.code == code else i for i in c.indicators),  # type: ignore[arg-type]
        )
        for c in data.criteria
    )
    return replace(data, criteria=criteria)


def unwritten(data: DossierData) -> tuple[str, ...]:
    """Titles of the parts in which a fact is still missing."""
    shown = [(known.title, narratives.text_of(known, data)) for known in narratives.parts(data.regime)]
    return tuple(title for title, text in shown if narratives.has_gap(text))


def test_results_list_groups_criteria_and_the_total() -> None:
    rows = annex(yen_hoa(), "Biểu chi tiết")
    assert rows[0].cells == ("QUY HOẠCH",)
    assert rows[-1].cells == ("Tổng số: 15/19 tiêu chí đạt",)
    roads = next(row for row in rows if row.cells[0] == "2.4")
    assert roads.cells[3:6] == ("≥ 50%", "41%", "Chưa đạt")
    assert "còn thiếu 9 điểm %" in str(roads.cells[6]).lower()
    assert next(row for row in rows if row.cells[0] == "2").cells[5] == "Chưa đạt"


def test_a_judgement_on_an_unverified_target_says_so_in_table_text_and_list() -> None:
    data = yen_hoa()
    unverified = data.unverified()
    assert unverified
    rows = {row.cells[0]: row for row in annex(data, "Biểu chi tiết") if len(row.cells) > 1}
    for indicator in unverified:
        row = rows[indicator.official_code]
        assert str(row.cells[3]).endswith("(*)")
        assert "mức chưa đối chiếu" in str(row.cells[6])
    listed = annex(data, "chưa đối chiếu")
    assert [row.cells[1] for row in listed] == [i.official_code for i in unverified]
    assert all("1980/QĐ-TTg" in str(row.cells[4]) for row in listed)


def test_without_unverified_targets_there_is_no_such_annex() -> None:
    data = yen_hoa()
    for indicator in data.unverified():
        data = changed(data, indicator.code, unverified=False, marked=False)
    assert not [s for s in made(data)["bao_cao"].sections if "chưa đối chiếu" in s.title]
    assert "(*)" not in " ".join(words(made(data)["bao_cao"]))


def test_what_does_not_apply_is_printed_with_its_ground() -> None:
    data = yen_hoa()
    (code,) = [i.code for i in data.indicators() if i.verdict is Verdict.NOT_APPLICABLE]
    row = next(row for row in annex(data, "Biểu chi tiết") if row.cells[0] == code)
    assert row.cells[5] == "Không xét"
    assert NA_GROUND in str(row.cells[6])
    assert f"không xét, căn cứ {NA_GROUND}" in " ".join(words(made(data)["bao_cao"]))


def left_out_seven() -> DossierData:
    """As if nothing of criterion 7 applied to the commune: it counts as before."""
    data = changed(yen_hoa(), "7.1", verdict=Verdict.NOT_APPLICABLE, na_ground=NA_GROUND)
    state = CriterionState.NOT_APPLICABLE
    return replace(
        data, criteria=tuple(replace(c, state=state) if c.code == "7" else c for c in data.criteria)
    )


def test_a_criterion_that_nobody_judged_is_told_where_it_is_counted() -> None:
    data = left_out_seven()
    clause = "15/19 tiêu chí (trong đó 01 tiêu chí không xét), bằng 78,9%"
    for form in ("to_trinh", "bao_cao"):
        assert clause in " ".join(words(made(data)[form])).replace("\xa0", " ")
    total = annex(data, "Biểu chi tiết")[-1].cells[0]
    assert total == "Tổng số: 15/19 tiêu chí đạt, trong đó 01 tiêu chí không xét"
    assert "chất lượng 14 tiêu chí đã đạt" in narratives.default_text(part("bao_cao", "muc_tieu"), data)
    results = narratives.default_text(part("bao_cao", "ket_qua"), data)
    assert "Không xét 01 tiêu chí: số 7" in results
    assert "tính vào số tiêu chí đạt theo quy định." in results


def test_where_it_is_not_counted_nothing_is_said_to_be() -> None:
    data = replace(left_out_seven(), met=14)
    text = " ".join(words(made(data)["to_trinh"])).replace("\xa0", " ")
    assert "14/19 tiêu chí, bằng 73,7%" in text
    results = narratives.default_text(part("bao_cao", "ket_qua"), data)
    assert results.splitlines()[-1].startswith("Không xét 01 tiêu chí: số 7")
    assert "tính vào" not in results


def test_evidence_is_listed_once_a_criterion_with_all_its_indicators() -> None:
    rows = annex(yen_hoa(), "hồ sơ minh chứng")
    assert ("1", "1.1, 1.2", "Biên bản kiểm tra tiêu chí Quy hoạch") in [row.cells[:3] for row in rows]
    assert rows[0].cells == ("Tiêu chí số 1 - Quy hoạch",)


def test_the_list_of_documents_counts_annexes_below_their_paper() -> None:
    table = next(b for b in made(yen_hoa())["danh_muc"].sections[0].blocks if isinstance(b, Table))
    assert [row.cells[0] for row in table.rows] == ["1", "2", "2a", "2b", "2c", "3", "4", "5", "6"]
    assert {row.cells[4] for row in table.rows} == {"02"}


def test_the_list_of_documents_goes_with_the_submission_that_is_signed_for_both() -> None:
    blocks = made(yen_hoa())["danh_muc"].sections[0].blocks
    assert [type(block).__name__ for block in blocks] == ["AnnexHeading", "Table"]
    heading = blocks[0]
    assert isinstance(heading, AnnexHeading)
    assert heading.reference.startswith("(Kèm theo Tờ trình số      /TTr-UBND ngày")


def test_the_window_offers_texts_with_dates_as_they_are_printed() -> None:
    data = yen_hoa()
    for one in narratives.parts(data.regime):
        text = narratives.default_text(one, data)
        assert text == pad_dates(text)
    assert "đến ngày 30/06/2021" in narratives.default_text(part("to_trinh", "ket_qua"), data)


def test_the_submission_asks_for_what_the_regime_asks() -> None:
    text = " ".join(words(made(yen_hoa())["to_trinh"])).replace("\xa0", " ")
    assert "Về việc thẩm tra, đề nghị xét, công nhận xã Yên Hóa đạt chuẩn nông thôn mới năm 2021" in text
    assert "15/19 tiêu chí, bằng 78,9%" in text
    assert "./." in text


def test_the_offices_own_words_replace_the_default() -> None:
    own = NarrativeFacts("bao_cao", "thuan_loi", "Đất rộng.\n\nDân cần cù.")
    data = replace(yen_hoa(), narratives=(own,))
    blocks = made(data)["bao_cao"].sections[0].blocks
    at = blocks.index(Paragraph("Đất rộng."))
    assert blocks[at + 1] == Paragraph("Dân cần cù.")
    assert unwritten(data) == tuple(title for title in unwritten(yen_hoa()) if title != "Thuận lợi")


def test_a_part_left_empty_is_left_out_and_the_rest_numbered_on() -> None:
    emptied = replace(yen_hoa(), narratives=(NarrativeFacts("bao_cao", "thuan_loi", " "),))
    text = words(made(emptied)["bao_cao"])
    assert "2. Thuận lợi" not in text
    assert "2. Khó khăn" in text


def test_default_texts_leave_gaps_where_nothing_is_known() -> None:
    data = yen_hoa()
    bare = replace(
        data,
        commune=replace(data.commune, hamlets=(), figures=(), district="", province=""),
        plans=(),
        criteria=tuple(replace(c, person="") for c in data.criteria),
    )
    features = narratives.default_text(part("bao_cao", "dac_diem"), bare)
    assert features.splitlines() == [
        "Xã Yên Hóa thuộc …",
        "Toàn xã có … thôn.",
        "Diện tích tự nhiên: …; số hộ: …; dân số: …",
    ]
    assert narratives.default_text(part("bao_cao", "giai_phap"), bare) == "…"
    assert "Nguyên nhân: …" in narratives.default_text(part("bao_cao", "ton_tai"), bare)


def test_the_set_has_one_full_name_on_papers() -> None:
    data = changed(yen_hoa(), "17.6", regression=f"Đạt ngày 31/12/2019 theo {yen_hoa().goal.set_title}")
    text = " ".join(words(tuple(made(data).values()))).replace("\xa0", " ")
    assert "Bộ tiêu chí quốc gia về xã nông thôn mới giai đoạn 2016 - 2020" in text
    assert "2016–2020" not in text
    assert "2016-2020" not in text


def test_the_level_is_named_after_what_it_is_for() -> None:
    data = yen_hoa()

    def said(name: str, ground: str) -> str:
        goal = replace(data.goal, profile_name=name, profile_ground=ground)
        text = narratives.default_text(part("bao_cao", "chi_dao"), replace(data, goal=goal))
        return text.splitlines()[0].partition("mức yêu cầu của ")[2]

    assert said("Bắc Trung Bộ", "Xã thuộc vùng Bắc Trung Bộ") == (
        "vùng Bắc Trung Bộ (do xã thuộc vùng Bắc Trung Bộ)."
    )
    assert (
        said("Bắc Trung Bộ", "Văn bản số 215/UBND-KTN") == "vùng Bắc Trung Bộ theo Văn bản số 215/UBND-KTN."
    )
    assert said("Bắc Trung Bộ", "khoản 2 Điều 1 Quyết định số 318/QĐ-TTg.") == (
        "vùng Bắc Trung Bộ theo khoản 2 Điều 1 Quyết định số 318/QĐ-TTg."
    )
    assert said("Xã nhóm 1", "") == "xã nhóm 1."
    assert said("Xã nhóm 1", "UBND tỉnh phân nhóm (đợt 1)") == "xã nhóm 1 (do UBND tỉnh phân nhóm, đợt 1)."


def test_figures_and_former_units_are_one_sentence_each() -> None:
    data = yen_hoa()
    day = date(2020, 12, 31)
    figures = (
        FigureFacts("area", "Diện tích tự nhiên", "3.029 ha", day),
        FigureFacts("households", "Số hộ", "1.342 hộ", day),
        FigureFacts("population", "Dân số", "5.244 người", day),
    )
    old = PredecessorFacts("xã Yên Hóa (trước điều chỉnh địa giới)", date(2016, 12, 31))
    commune = replace(data.commune, figures=figures, predecessors=(old, replace(old, name="xã Hóa Sơn")))

    def features(commune: CommuneFacts) -> list[str]:
        return narratives.default_text(
            part("bao_cao", "dac_diem"), replace(data, commune=commune)
        ).splitlines()

    lines = features(commune)
    assert lines[1] == (
        "Xã được thành lập trên cơ sở: xã Yên Hóa (trước điều chỉnh địa giới; đến ngày 31/12/2016); "
        "xã Hóa Sơn (đến ngày 31/12/2016)."
    )
    assert lines[-1] == (
        "Diện tích tự nhiên: 3.029 ha; số hộ: 1.342 hộ; dân số: 5.244 người (số liệu đến ngày 31/12/2020)."
    )
    two = replace(commune, hamlets=(), figures=(replace(figures[0], as_of=date(2019, 1, 1)), figures[1]))
    assert features(two)[-1] == (
        "Diện tích tự nhiên: 3.029 ha (đến ngày 01/01/2019); số hộ: 1.342 hộ (đến ngày 31/12/2020); dân số: …"
    )


def test_the_hamlets_together_tell_the_households_and_people_that_no_figure_does() -> None:
    data = yen_hoa()

    def told(*hamlets: HamletFacts, figures: tuple[FigureFacts, ...] = ()) -> str:
        commune = replace(data.commune, hamlets=hamlets, figures=figures)
        text = narratives.default_text(part("bao_cao", "dac_diem"), replace(data, commune=commune))
        return text.splitlines()[-1]

    east, west = HamletFacts("Đông", 200, 800), HamletFacts("Tây", 128, 537)
    assert told(east, west) == (
        "Số hộ: 328 hộ; dân số: 1.337 người (cộng số liệu của 02 thôn, tính đến ngày 30/06/2021); "
        "diện tích tự nhiên: …"
    )
    assert "số hộ: …" in told(east, replace(west, households=None))  # a part is no sum
    typed = FigureFacts("households", "Số hộ", "330 hộ", date(2020, 12, 31))
    assert told(east, west, figures=(typed,)).startswith(
        "Số hộ: 330 hộ (số liệu đến ngày 31/12/2020); dân số"
    )


def test_what_was_mobilised_is_told_by_origin_and_never_made_up() -> None:
    data = yen_hoa()
    of = part("bao_cao", "nguon_luc")
    assert narratives.default_text(of, replace(data, resources=ResourceFacts())) == "…"
    known = ResourceFacts((("Ngân sách nhà nước", 900), ("Nhân dân đóng góp", 1_100)), unpriced=1)
    assert narratives.default_text(of, replace(data, resources=known)).splitlines() == [
        "Tính đến ngày 30/06/2021, tổng nguồn lực huy động (vốn bố trí cho các công trình và đóng góp đã "
        "ghi) là 2.000 đồng, trong đó:",
        "- Ngân sách nhà nước: 900 đồng;",
        "- Nhân dân đóng góp: 1.100 đồng.",
        "Chưa tính 01 khoản đóng góp chưa có đơn giá.",
    ]


def test_notes_go_on_in_small_letters_and_numbers_have_their_zero() -> None:
    data = changed(yen_hoa(), "17.6", regression="Đạt ngày 1/1/2020, chưa đạt từ ngày 30/6/2021 theo X")
    proof = EvidenceFacts("Giấy", "Quyết định số 5/QĐ-UBND ngày 14/5/2019", valid_to=date(2022, 3, 9))
    data = changed(data, "17.6", evidence=(replace(proof, picture=Path("a.jpg")),))
    row = next(row for row in annex(data, "Biểu chi tiết") if row.cells[0] == "17.6")
    note = str(row.cells[6])
    assert "; đạt ngày 1/1/2020, chưa đạt từ ngày 30/6/2021 theo X; minh chứng: 01 tài liệu" in note
    listed = next(row for row in annex(data, "hồ sơ minh chứng") if "Giấy" in row.cells)
    assert listed.cells[3] == "Quyết định số 5/QĐ-UBND ngày 14/5/2019"
    assert listed.cells[-1] == "Ảnh; có giá trị đến 9/3/2022"
    numbered = replace(data, papers=(PaperFacts("to_trinh", "7", date(2021, 7, 9)),))
    table = next(b for b in made(numbered)["danh_muc"].sections[0].blocks if isinstance(b, Table))
    assert table.rows[0].cells[2:4] == ("07/TTr-UBND", "9/7/2021")


def test_a_note_stands_in_the_report_and_in_the_annex() -> None:
    data = changed(yen_hoa(), "17.6", note="Chờ vốn huyện")
    row = next(row for row in annex(data, "Biểu chi tiết") if row.cells[0] == "17.6")
    assert "chờ vốn huyện" in str(row.cells[6]).lower()
    assert any("Chờ vốn huyện" in text for text in words(made(data)["bao_cao"].sections[0]))


def test_evidence_that_has_run_out_is_told_and_not_counted() -> None:
    def noted(*evidence: EvidenceFacts) -> str:
        rows = annex(changed(yen_hoa(), "17.6", evidence=evidence), "Biểu chi tiết")
        return str(next(row for row in rows if row.cells[0] == "17.6").cells[6]).lower()

    old = EvidenceFacts("Giấy cũ", valid_to=date(2021, 3, 9), expired=True)
    assert "minh chứng" not in noted(old)
    assert "minh chứng: 01 tài liệu" in noted(old, EvidenceFacts("Giấy mới"))
    rows = annex(changed(yen_hoa(), "17.6", evidence=(old,)), "hồ sơ minh chứng")
    assert next(row for row in rows if "Giấy cũ" in row.cells).cells[-1] == "Đã hết hiệu lực ngày 9/3/2021"
    assert ("17.6", "Chưa có tài liệu minh chứng còn hiệu lực") in [row.cells[1:3] for row in rows]


def test_a_result_goes_on_in_small_letters_behind_the_name_of_its_indicator() -> None:
    said = words(made(yen_hoa())["bao_cao"])
    assert any(text.startswith("- Chỉ tiêu 1.1: đạt (ngày ") for text in said)
    assert any(text.startswith("Đạt (ngày ") for text in said)  # of the only indicator of a criterion


def test_a_self_assessment_stays_with_the_result_before_it() -> None:
    blocks = made(yen_hoa())["bao_cao"].sections[0].blocks
    ends = [
        n for n, b in enumerate(blocks) if isinstance(b, Paragraph) and b.text.startswith("c) Tự đánh giá")
    ]
    assert len(ends) == 19
    kept = [before for n in ends if isinstance(before := blocks[n - 1], Paragraph)]
    assert len(kept) == 19
    assert all(before.kept for before in kept)


def test_each_paper_ends_as_the_decree_ends_papers() -> None:
    for form in ("to_trinh", "bao_cao"):
        blocks = made(yen_hoa())[form].sections[0].blocks
        last = next(b for b in reversed(blocks) if isinstance(b, Paragraph))
        assert isinstance(blocks[-1], Signature)
        assert last is blocks[-2]
        assert last.text.endswith("./.")
        assert sum(text.count("./.") for text in words(blocks)) == 1


def test_default_texts_use_what_is_known() -> None:
    data = yen_hoa()
    assert "Toàn xã có 08 thôn: Tân Lợi 1, Tân Lợi 2" in narratives.default_text(
        part("bao_cao", "dac_diem"), data
    )
    funding = narratives.default_text(part("bao_cao", "kinh_phi"), data)
    total = sum(plan.money or 0 for plan in data.plans)
    assert f"{total:,}".replace(",", ".") in funding
    shortcomings = narratives.default_text(part("bao_cao", "ton_tai"), data)
    assert shortcomings.startswith("Còn 04 tiêu chí: số 2 (Giao thông);")
    assert ".." not in shortcomings


def test_a_regression_is_told() -> None:
    data = changed(yen_hoa(), "17.6", regression="Đạt ngày 31/12/2019, chưa đạt từ ngày 30/6/2021 theo X")
    told = narratives.default_text(part("bao_cao", "ton_tai"), data)
    assert "trước đây đã đạt ngày 31/12/2019, chưa đạt từ ngày 30/06/2021 theo X" in told
    row = next(row for row in annex(data, "Biểu chi tiết") if row.cells[0] == "17.6")
    assert "; đạt ngày 31/12/2019, chưa đạt từ" in str(row.cells[6])

    result = " ".join(words(made(data)["bao_cao"].sections[0]))
    assert "; trước đây đã đạt ngày 31/12/2019, chưa đạt từ ngày 30/6/2021 theo X" in result.split("V. Đ")[0]


def test_codes_with_letters_stand_in_their_natural_order() -> None:
    """A province may add a criterion "19a"."""
    data = yen_hoa()
    criteria = list(data.criteria)
    criteria[18] = replace(criteria[18], code="19a", state=CriterionState.UNMET, person="Cao Thị Hòa")
    for index in (1, 9):
        criteria[index] = replace(criteria[index], person="Cao Thị Hòa")
    data = replace(data, criteria=(criteria[18], criteria[9], *criteria[:9], *criteria[10:18]))
    charged = narratives.default_text(part("bao_cao", "chi_dao"), data)
    mine = re.search(r"Cao Thị Hòa: tiêu chí ([\w, ]+)", charged)
    assert mine is not None
    assert mine[1].split(", ") == ["1", "2", "10", "18", "19a"]
    told = narratives.default_text(part("bao_cao", "ton_tai"), data).splitlines()[0]
    assert re.findall(r"số (\w+) \(", told) == ["2", "6", "10", "17", "19a"]


def test_a_hidden_figure_stands_beside_the_word_of_the_decision() -> None:
    rows = {row.cells[0]: row for row in annex(yen_hoa(), "Biểu chi tiết")}
    assert rows["3.1"].cells[3] == "Đạt (≥ 80%) (*)"
    assert rows["18.1"].cells[3] == "Đạt (100%)"
    assert rows["3.2"].cells[3] == "Đạt (*)"


def test_the_cover_names_the_set_and_not_the_procedure() -> None:
    for regime in ("2016", "2025-2cap"):
        shown = words(made(yen_hoa(regime=regime))["bia"])
        assert "Bộ tiêu chí quốc gia về xã nông thôn mới giai đoạn 2016 - 2020" in shown
        assert not [text for text in shown if "Trình tự" in text or "02 cấp" in text]


def test_a_set_without_indicators_still_makes_papers() -> None:
    data = yen_hoa()
    skeleton = tuple(replace(c, indicators=(), state=CriterionState.UNDECIDED) for c in data.criteria)
    text = " ".join(words(made(replace(data, criteria=skeleton, met=0))["bao_cao"]))
    unknown = (
        "(Chỉ tiêu của tiêu chí này chưa có trong chương trình; bổ sung theo Quyết định số 1980/QĐ-TTg "
        "trước khi ký.)"
    )
    assert text.count(unknown) == 19
    assert "chưa quy định" not in text  # the decision has them
    assert "Tổng số: 0/19 tiêu chí đạt" in text
    assert "hồ sơ minh chứng" not in text
    assert "còn 19 tiêu chí" in text


def test_marks() -> None:
    assert marks(yen_hoa()) == ("BẢN NHÁP", "SỐ LIỆU MINH HỌA")
    assert marks(replace(yen_hoa(draft=False), illustrative=False)) == ()


def test_parts_follow_the_regime() -> None:
    regime = yen_hoa().regime
    assert {p.paper for p in narratives.parts(regime)} == {rule.form for rule in regime.forms}
    without = msgspec.structs.replace(regime, forms=tuple(f for f in regime.forms if f.form != "bao_cao"))
    assert {p.paper for p in narratives.parts(without)} == {rule.form for rule in without.forms}
    assert len({(p.paper, p.part) for p in narratives.parts(regime)}) == len(narratives.parts(regime))
