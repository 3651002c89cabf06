"""What the dossier lacks, and what only deserves a warning; the commune's figures."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.domain.consulted import Break, BreakKind
from ntm_desktop.domain.figures import FIGURES
from ntm_desktop.domain.form_settings import ADDRESSEES, COPIES, FormSetting
from ntm_desktop.domain.judging import Judgement, Verdict
from ntm_desktop.domain.overview import Link
from ntm_desktop.domain.readiness import (
    CitedPaper,
    DossierInput,
    Numbered,
    Owed,
    ReadinessState,
    Rules,
    SeparatePaper,
    Shown,
    answer,
    blocks,
    open_count,
    readiness,
    unproven,
)
from ntm_desktop.domain.readiness_input import named
from ntm_desktop.domain.standing import standing
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.criteria import load_builtin

SEPARATE = (
    SeparatePaper("tong_hop_y_kien", "Tổng hợp ý kiến", lacking=(), precedes=True),
    SeparatePaper("bien_ban", "Biên bản", lacking=(), precedes=True),
    SeparatePaper("no_dong", "Báo cáo nợ đọng", lacking=(), precedes=False),
    SeparatePaper("hai_long", "Báo cáo hài lòng", lacking=(), precedes=False, who="Mặt trận xã"),
)

SENT = FormSetting(ADDRESSEES, "Ủy ban nhân dân tỉnh A", "12/HD-UBND", confirmed=True, own=True)
COPIED = FormSetting(COPIES, "2", "12/HD-UBND", confirmed=True, own=True)

PRIOR = Shown(
    "prior_tier", "Danh hiệu đã có", "xã đã đạt chuẩn", "QĐ 18", "công nhận … xã A đạt chuẩn", document=""
)


def separate_but(*places: int, **change: object) -> tuple[SeparatePaper, ...]:
    return tuple(replace(one, **change) if at in places else one for at, one in enumerate(SEPARATE))


def numbered(*known: tuple[str, int | None]) -> tuple[Numbered, ...]:
    return tuple(
        Numbered(str(at), f"Báo cáo {at}", "BC-UBND", number, year) for at, (number, year) in enumerate(known)
    )


def asked(kind: BreakKind, **more: object) -> tuple[Break, ...]:
    link = Link("lay-y-kien", "niem-yet")
    return (Break("publication", kind, "Niêm yết", "Chưa niêm yết", "Điều 5", "Niêm yết", link, **more),)


@pytest.fixture
def complete(set_2016) -> DossierInput:
    """A commune with nothing left to do."""
    return DossierInput(
        criteria_set=set_2016,
        standing=standing_with(set_2016),
        outside_period="",
        judged_differs=(),
        without_evidence=(),
        lost_files=(),
        missing_place=False,
        rules=Rules("Quyết định số 2540/QĐ-TTg", "Quyết định số 1980/QĐ-TTg", {}),
        lead="Cao Thị Hòa",
        in_charge={"2": "Trần Văn Đông", "17": "Phạm Quốc Việt"},
        unaddressed="",
        has_signer=True,
        unwritten={},
        carried={},
        illustrative=False,
        provisional_code=False,
        asked=(),
        separate=SEPARATE,
        cited=(),
        numbered=(),
        left_out={},
        conditions=(),
        owed=(),
        dated_before=(),
        figures_of="30/11/2026",
        grounds_unconfirmed=(),
        grounds_open=(),
        grounds_missing=(),
        settings=(SENT, COPIED),
    )


def standing_with(criteria_set, unverified=(), **others):
    """All met except those named, ``c2_2=Verdict.NO_TARGET`` being indicator 2.2."""
    judgements = {
        i.code: Judgement(others.get("c" + i.code.replace(".", "_"), Verdict.MET), (), i.code in unverified)
        for i in criteria_set.indicators()
    }
    return standing(criteria_set, judgements)


def line(given, key):
    return next(found for found in readiness(given) if found.key == key)


def test_a_complete_dossier_lacks_nothing_and_says_what_is_done(complete):
    lines = readiness(complete)
    assert blocks(lines) == ()
    assert {found.state for found in lines} == {ReadinessState.DONE}
    assert line(complete, "criteria").why == "19/19 tiêu chí đạt"


def test_the_answer_says_that_it_may_be_printed_and_what_comes_next(complete):
    found = answer(readiness(complete))
    assert (found.state, found.what) == (ReadinessState.DONE, "In được bản chính thức")
    assert found.why == ("Bước tiếp: In hoặc Lưu PDF, trình ký, rồi ghi số và ngày. Không còn thiếu mục nào.")
    numbered = answer(readiness(complete), numbered=True)
    assert numbered.why == "Bước tiếp: In hoặc Lưu PDF, trình ký. Không còn thiếu mục nào."


def test_the_answer_names_each_doubt_before_it_is_signed(complete):
    found = answer(readiness(replace(complete, without_evidence=("17.8",), provisional_code=True)))
    assert (found.state, found.what) == (
        ReadinessState.WARN,
        "In được bản chính thức, cần xem lại 02 mục",
    )
    assert found.why.startswith("Bước tiếp: In hoặc Lưu PDF")
    assert found.why.endswith("Trước khi in xem lại: Minh chứng, Mã xã.")


def test_the_answer_counts_what_is_missing_and_says_where_to_begin(complete):
    found = answer(readiness(replace(complete, has_signer=False, missing_place=True)))
    assert (found.state, found.what) == (ReadinessState.BLOCK, "Chưa in được bản chính thức")
    assert found.why == "Còn 02 mục phải bổ sung, trước hết: Người ký."


def test_one_number_says_what_is_open_first_what_refuses_the_print_then_what_to_look_at(complete):
    doubtful = replace(complete, without_evidence=("17.8", "2.1"), provisional_code=True)
    assert open_count(readiness(replace(doubtful, has_signer=False))) == 1
    assert open_count(readiness(doubtful)) == 2
    assert open_count(readiness(complete)) == 0


def test_all_indicators_without_evidence_are_known_however_many(complete, set_2016):
    codes = tuple(i.code for i in set_2016.indicators())
    lines = readiness(replace(complete, without_evidence=codes))
    assert len(unproven(lines)) == len(codes)
    assert unproven(lines)[:3] == ("1.1", "1.2", "2.1")
    assert unproven(readiness(complete)) == ()


def test_a_paper_dated_before_its_figures_is_named_with_both_days(complete):
    found = line(replace(complete, dated_before=("Tờ trình ghi ngày 28/11/2026",)), "dates")
    assert found.why == (
        "Trước ngày số liệu 30/11/2026: Tờ trình ghi ngày 28/11/2026. Sửa ngày trước khi in lại"
    )
    assert (found.link, found.action) == (Link("ho-so", "so-ngay"), "Sửa ngày")


def test_unmet_criteria_refuse_a_dossier_and_lead_to_the_first(complete, set_2016):
    unmet = {"c2_4": Verdict.UNMET, "c10_1": Verdict.UNMET}
    found = line(replace(complete, standing=standing_with(set_2016, **unmet)), "criteria")
    assert found.state is ReadinessState.BLOCK
    assert found.why == "17/19 tiêu chí đạt, còn 02 tiêu chí"
    assert found.link == Link("tieu-chi", "2")


def test_what_was_not_judged_is_told_beside_the_count(complete, set_2016):
    left_out = standing_with(set_2016, c7_1=Verdict.NOT_APPLICABLE, c10_1=Verdict.UNMET)
    found = line(replace(complete, standing=left_out), "criteria")
    assert found.why == "18/19 tiêu chí đạt, trong đó 01 tiêu chí không xét, còn 01 tiêu chí"


def test_a_missing_level_refuses_a_dossier_and_leads_to_its_entry(complete, set_2016):
    found = line(replace(complete, standing=standing_with(set_2016, c2_2=Verdict.NO_TARGET)), "targets")
    assert found.state is ReadinessState.BLOCK
    assert found.what == "Mức chỉ tiêu 2.2"
    assert found.why == "Chưa nhập mức theo quyết định của tỉnh"
    assert found.action == "Nhập mức"


def test_many_open_indicators_are_cut_short(complete, set_2016):
    found = line(replace(complete, standing=standing(set_2016, {})), "assessed")
    assert found.why == "49 chỉ tiêu chưa đánh giá: 1.1, 1.2, 2.1, 2.2, 2.3, 2.4 và 43 chỉ tiêu khác"


def test_where_nothing_is_met_no_evidence_is_ticked(complete, set_2016):
    found = line(replace(complete, standing=standing(set_2016, {})), "evidence")
    assert (found.state, found.why) == (ReadinessState.WARN, "Chưa có chỉ tiêu nào đạt")
    assert found.action


def test_lost_files_are_named_and_lead_to_their_indicator(complete):
    gone = [(f"Ảnh {number}", f"6.{number}") for number in range(1, 13)]
    found = line(replace(complete, lost_files=gone), "lost")
    assert found.why.startswith("12 tệp: “Ảnh 1”, “Ảnh 2”")
    assert found.why.endswith("và 02 tệp khác; phục hồi từ bản sao lưu hoặc đính kèm lại tệp")
    assert found.link == Link("tieu-chi", "6.1")


def test_a_skeleton_set_refuses_a_dossier_and_says_why(complete):
    skeleton = load_builtin("xa-ntm-2026-2030")
    given = replace(complete, criteria_set=skeleton, standing=standing(skeleton, {}))
    assert "chưa có chỉ tiêu" in line(given, "indicators").why
    assert {found.key for found in blocks(readiness(given))} == {"criteria", "indicators"}


@pytest.mark.parametrize(
    ("change", "key", "state"),
    [
        ({"outside_period": "năm đánh giá 2026 ngoài thời kỳ"}, "period", ReadinessState.BLOCK),
        ({"has_signer": False}, "signer", ReadinessState.BLOCK),
        ({"unaddressed": "huyện"}, "addressee", ReadinessState.BLOCK),
        ({"settings": (replace(SENT, confirmed=False), COPIED)}, "addressees", ReadinessState.WARN),
        ({"settings": (SENT, replace(COPIED, confirmed=False))}, "copies", ReadinessState.WARN),
        ({"missing_place": True}, "place", ReadinessState.BLOCK),
        ({"unwritten": {"Báo cáo": ("Thuận lợi, khó khăn",)}}, "narratives", ReadinessState.BLOCK),
        ({"carried": {"Báo cáo": ("Thuận lợi (năm 2021)",)}}, "narratives", ReadinessState.WARN),
        ({"without_evidence": ("17.8",)}, "evidence", ReadinessState.WARN),
        ({"lost_files": (("Ảnh sân thể thao", "6.1"),)}, "lost", ReadinessState.BLOCK),
        ({"judged_differs": ("11.1",)}, "differs", ReadinessState.WARN),
        ({"illustrative": True}, "illustrative", ReadinessState.WARN),
        ({"provisional_code": True}, "code", ReadinessState.WARN),
        ({"separate": separate_but(3, lacking=("số, ngày",))}, "separate/hai_long", ReadinessState.WARN),
        ({"separate": separate_but(1, lacking=("số, ngày",))}, "separate/bien_ban", ReadinessState.BLOCK),
        ({"separate": separate_but(1, after=True)}, "separate/bien_ban", ReadinessState.BLOCK),
        ({"separate": separate_but(2, after=True)}, "separate/no_dong", ReadinessState.BLOCK),
        ({"separate": separate_but(3, after=True, foreign=True)}, "separate/hai_long", ReadinessState.WARN),
        (
            {"separate": separate_but(2, lacking=("số, ngày",), cited_by=("Tờ trình",))},
            "separate/no_dong",
            ReadinessState.BLOCK,
        ),
        (
            {"cited": (CitedPaper("bao_cao", "Báo cáo", ("Tờ trình",), ("Tờ trình",)),)},
            "cited/bao_cao",
            ReadinessState.BLOCK,
        ),
        (
            {"cited": (CitedPaper("bao_cao", "Báo cáo", ("Tờ trình",), ()),)},
            "cited/bao_cao",
            ReadinessState.WARN,
        ),
        ({"numbered": numbered(("12", 2024), ("012", 2024))}, "numbers/1", ReadinessState.BLOCK),
        ({"numbered": numbered(("12", 2024), ("12", None))}, "numbers/1", ReadinessState.BLOCK),
        ({"asked": asked(BreakKind.MISSING)}, "asked/publication", ReadinessState.BLOCK),
        ({"asked": asked(BreakKind.BROKEN)}, "asked/publication", ReadinessState.BLOCK),
        ({"asked": asked(BreakKind.BROKEN, doubted=True)}, "asked/publication", ReadinessState.WARN),
        ({"asked": asked(BreakKind.MISSING, due=False)}, "asked/publication", ReadinessState.WARN),
        ({"asked": asked(BreakKind.UNCONFIRMED)}, "asked/publication", ReadinessState.WARN),
        ({"asked": asked(BreakKind.NO_THRESHOLD)}, "asked/no_threshold", ReadinessState.WARN),
        ({"left_out": {"hinh_anh": "Hình ảnh"}}, "annex/hinh_anh", ReadinessState.WARN),
        ({"conditions": (PRIOR,)}, "condition/prior_tier", ReadinessState.WARN),
        ({"owed": (Owed("w", "Kênh mương", planned=True),)}, "debts", ReadinessState.WARN),
        ({"owed": (Owed("w", "Kênh mương", planned=False),)}, "debts", ReadinessState.BLOCK),
        ({"dated_before": ("Tờ trình ghi ngày 28/11/2026",)}, "dates", ReadinessState.WARN),
        ({"grounds_unconfirmed": ("Luật X",)}, "grounds", ReadinessState.WARN),
        ({"grounds_open": ("Kế hoạch X",)}, "grounds_open", ReadinessState.BLOCK),
        ({"grounds_missing": ("Chương trình giai đoạn Y",)}, "grounds_missing", ReadinessState.WARN),
    ],
)
def test_each_condition_alone(complete, change, key, state):
    given = replace(complete, **change)
    left = [found for found in readiness(given) if found.state is not ReadinessState.DONE]
    assert [(found.key, found.state) for found in left] == [(key, state)]
    assert left[0].action
    assert left[0].who
    assert left[0].source
    assert left[0].link.page


def test_a_condition_tells_by_which_words_its_document_is_known_and_then_names_that(complete):
    asked_for = line(replace(complete, conditions=(PRIOR,)), "condition/prior_tier")
    assert asked_for.why == (
        "Chưa có văn bản cho thấy xã đã đạt chuẩn. "
        "Thêm văn bản có số, ngày và trích yếu ghi “công nhận … xã A đạt chuẩn”"
    )
    shown = replace(PRIOR, document="Quyết định số 728/QĐ-UBND")
    found = line(replace(complete, conditions=(shown,)), "condition/prior_tier")
    assert (found.state, found.why) == (ReadinessState.DONE, "Theo Quyết định số 728/QĐ-UBND")


def test_the_papers_made_elsewhere_want_a_number_and_a_date(complete):
    given = replace(complete, separate=separate_but(2, 3, lacking=("số, ngày",)))
    debts, front = (line(given, f"separate/{form}") for form in ("no_dong", "hai_long"))
    assert (debts.what, debts.why, debts.who) == ("Báo cáo nợ đọng", "Chưa có số, ngày", "Cao Thị Hòa")
    assert (front.what, front.who) == ("Báo cáo hài lòng", "Mặt trận xã")
    assert front.link == Link("ho-so", "so-ngay/hai_long")
    assert line(complete, "separate").why == "Đã có số, ngày của 04 văn bản"
    assert "separate" not in {found.key for found in readiness(replace(complete, separate=()))}


def test_each_paper_has_a_line_by_its_name_that_says_all_it_lacks_and_what_to_do_first(complete):
    late, minutes, debts, front = SEPARATE
    given = replace(
        complete,
        separate=(
            replace(late, after=True, lacking=("tệp",)),
            replace(minutes, lacking=("số, ngày",)),
            replace(debts, lacking=("số, ngày",), cited_by=("Tờ trình",)),
            replace(front, lacking=("tệp",)),
        ),
    )
    left = [found for found in readiness(given) if found.state is not ReadinessState.DONE]
    assert [(found.what, found.why, found.action) for found in left] == [
        (
            "Tổng hợp ý kiến",
            "Ngày ở sau ngày tờ trình gửi kèm văn bản này. Chưa có tệp; phải có trước khi trình",
            "Sửa ngày",
        ),
        ("Biên bản", "Chưa có số, ngày; phải có trước khi trình", "Nhập số, ngày"),
        ("Báo cáo nợ đọng", "Chưa có số, ngày. Tờ trình đã ghi ngày và dẫn văn bản này", "Nhập số, ngày"),
        ("Báo cáo hài lòng", "Chưa có tệp", "Đính kèm tệp"),
    ]
    assert len(blocks(left)) == 3
    whole = replace(complete, separate=(replace(front, lacking=("số, ngày", "tệp")),))
    assert line(whole, "separate/hai_long").action == "Nhập số, ngày"


def test_a_number_is_of_one_paper_in_a_year(complete):
    same = numbered(("12", 2024), ("13", 2024), (" 012 ", 2024))
    found = line(replace(complete, numbered=same), "numbers/2")
    assert found.why == "Số 012/BC-UBND ghi cho 02 văn bản: Báo cáo 0; Báo cáo 2"
    assert found.link == Link("ho-so", "so-ngay/2")
    minutes = replace(same[0], form="bb", symbol="BB-UBND")
    for others in (numbered(("12", 2024), ("12", 2025)), (same[0], minutes)):
        assert not [one for one in readiness(replace(complete, numbered=others)) if "number" in one.key]


def test_papers_that_cite_one_without_its_day_are_named(complete):
    both = ("Tờ trình", "Biên bản cuộc họp")
    paper = CitedPaper("bao_cao", "Báo cáo kết quả thực hiện", both, both[1:])
    found = line(replace(complete, cited=(paper,)), "cited/bao_cao")
    assert found.why == "Chưa có số, ngày; biên bản cuộc họp đã ghi ngày và dẫn văn bản này"
    assert found.link == Link("ho-so", "so-ngay/bao_cao")
    open_one = line(replace(complete, cited=(replace(paper, dated=()),)), "cited/bao_cao")
    assert open_one.why == "Chưa có số, ngày; tờ trình và biên bản cuộc họp dẫn văn bản này"


def test_who_answers_for_the_criteria_is_named_and_else_the_lead(complete, set_2016):
    unmet = {"c2_4": Verdict.UNMET, "c17_6": Verdict.UNMET}
    found = line(replace(complete, standing=standing_with(set_2016, **unmet)), "criteria")
    assert found.who == "Trần Văn Đông, Phạm Quốc Việt"
    assert found.sentence == (
        "Tiêu chí: 17/19 tiêu chí đạt, còn 02 tiêu chí. Căn cứ: Quyết định số 2540/QĐ-TTg. "
        "Người xử lý: Trần Văn Đông, Phạm Quốc Việt."
    )
    assert line(replace(complete, without_evidence=("10.1",)), "evidence").who == "Cao Thị Hòa"


def test_many_people_are_not_all_named():
    assert named(["A", "B", "A", "", "C", "D", "E"]) == "A, B, C và 02 người khác"


def test_judgements_that_rest_on_unverified_levels_warn_but_do_not_block(complete, set_2016):
    given = replace(complete, standing=standing_with(set_2016, unverified=("10.1", "4.2")))
    found = line(given, "unverified")
    assert found.state is ReadinessState.WARN
    assert found.why.endswith("4.2, 10")
    assert blocks(readiness(given)) == ()


@given(st.sampled_from(sorted(FIGURES)), st.integers(0, 10**9))
def test_a_figure_comes_back_from_its_text(key, value):
    kind = FIGURES[key]
    assert kind.parse(kind.text(value).removesuffix(kind.unit)) == value


def test_a_figure_refuses_what_it_cannot_be():
    assert FIGURES["area"].text(3_029_500) == "3.029,5 ha"
    for key, typed in (("households", "12,5"), ("households", "-1"), ("area", "1,2345")):
        with pytest.raises(NtmError, match=FIGURES[key].name):
            FIGURES[key].parse(typed)
