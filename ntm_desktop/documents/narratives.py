"""The parts of the papers that the office words itself, and what stands there until it has.

A default text is made from the data alone. What the data do not know is said neutrally or left as a marked
gap ("…"); nothing is made up. A part whose text is empty is left out of the paper.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ntm_desktop.documents.data import CriterionFacts, DossierData, GoalFacts, IndicatorFacts
from ntm_desktop.documents.wording import (
    GAP,
    VERDICT_WORDS,
    addressees,
    committee,
    ended,
    gap_clause,
    joined,
    lowered,
    places,
    regression_clause,
    with_aside,
    without_end,
)
from ntm_desktop.domain.figures import FIGURES
from ntm_desktop.domain.judging import CriterionState, Verdict
from ntm_desktop.packs.forms import Regime, fill
from ntm_desktop.text import count_words, format_date, format_int, format_percent, natural_key, pad_dates

RESOURCES = ("bao_cao", "nguon_luc")

_DOCUMENT = re.compile(
    r"(?:luật|pháp lệnh|nghị quyết|nghị định|quyết định|thông tư|chỉ thị|kế hoạch|hướng dẫn|công văn|văn bản"
    r"|thông báo|tờ trình|báo cáo|biên bản|phụ lục|qđ|nq|nđ|tt|kh|hd|cv|tb)\b|(?:điều|khoản|mục) \d|điểm \w\b"
)


@dataclass(frozen=True, slots=True)
class NarrativePart:
    paper: str  # form of the regime
    part: str
    section: str  # "I" … "VI" of the report, "" elsewhere
    title: str


def parts(regime: Regime) -> tuple[NarrativePart, ...]:
    """The parts of the papers that this regime asks for, in the order they are printed."""
    return tuple(part for part in _DEFAULTS if regime.form(part.paper) is not None)


def part_title(paper: str, part: str) -> str:
    """What a part is called; its key where no paper has such a part any more."""
    return next((known.title for known in _DEFAULTS if (known.paper, known.part) == (paper, part)), part)


def default_text(part: NarrativePart, data: DossierData) -> str:
    """With its dates as paper has them, so that the office edits what it will sign."""
    return pad_dates(_DEFAULTS[part](data))


def text_of(part: NarrativePart, data: DossierData) -> str:
    """What the office wrote, else the default."""
    own = next((n.body for n in data.narratives if (n.paper, n.part) == (part.paper, part.part)), None)
    return default_text(part, data) if own is None else own


def has_gap(text: str) -> bool:
    """A fact is still missing in this text."""
    return GAP in text


def indicator_name(indicator: IndicatorFacts) -> str:
    return f"Chỉ tiêu {indicator.official_code}"


def criterion_name(criterion: CriterionFacts) -> str:
    return f"Tiêu chí số {criterion.code} - {criterion.name}"


def met_text(data: DossierData) -> str:
    total = data.goal.set_criteria
    tenths = (data.met * 1000 + total // 2) // total
    return f"{data.met}/{total} tiêu chí{left_out_text(data, ' ({})')}, bằng {format_percent(tenths * 10)}"


def left_out_text(data: DossierData, form: str) -> str:
    """The clause in ``form``: which of the met criteria nobody judged; nothing where there are none."""
    if not data.left_out:
        return ""
    return form.format(f"trong đó {count_words(data.left_out, 'tiêu chí không xét')}")


def _done(data: DossierData) -> str:
    return (
        f"{committee(data.commune)} đã tổ chức thực hiện {data.goal.set_title} và tự đánh giá kết quả "
        f"đến ngày {format_date(data.on)}. Tổng số tiêu chí đạt: {met_text(data)}."
    )


def _request(data: DossierData) -> str:
    rule = data.regime.form("to_trinh")
    what = fill(rule.summary, places(data)).removeprefix("Về việc ") if rule else GAP
    return f"{committee(data.commune)} kính trình {', '.join(addressees(data))} {what}."


def _features(data: DossierData) -> str:
    commune = data.commune
    above = ", ".join(name for name in (commune.district, commune.province) if name)
    name = commune.name[:1].upper() + commune.name[1:]
    lines = [ended(f"{name} thuộc {above or GAP}")]
    if commune.predecessors:
        formed = "; ".join(
            with_aside(p.name, f"đến ngày {format_date(p.valid_to)}") for p in commune.predecessors
        )
        lines.append(f"Xã được thành lập trên cơ sở: {formed}.")
    if commune.hamlets:
        names = ", ".join(hamlet.name for hamlet in commune.hamlets)
        lines.append(f"Toàn xã có {count_words(len(commune.hamlets), 'thôn')}: {names}.")
    else:
        lines.append(f"Toàn xã có {GAP} thôn.")
    lines.append(_figures(data))
    return "\n".join(lines)


def _figures(data: DossierData) -> str:
    labels = {"area": "Diện tích tự nhiên", "households": "Số hộ", "population": "Dân số"}
    said = {figure.key for figure in data.commune.figures}
    figures = data.commune.figures
    known = [f"{figure.label}: {figure.text}" for figure in figures]
    if len({figure.as_of for figure in figures}) == 1:  # said once
        known[-1] += f" (số liệu đến ngày {format_date(figures[0].as_of)})"
    else:
        known = [
            f"{text} (đến ngày {format_date(figure.as_of)})"
            for text, figure in zip(known, figures, strict=True)
        ]
    summed = _summed(data)
    missing = [f"{label}: {GAP}" for key, label in labels.items() if key not in said | summed.keys()]
    added = [f"{labels[key]}: {text}" for key, text in summed.items() if key not in said]
    if added:
        hamlets = count_words(len(data.commune.hamlets), "thôn")
        added[-1] += f" (cộng số liệu của {hamlets}, tính đến ngày {format_date(data.on)})"
    return ended(joined(known + added + missing))


def _summed(data: DossierData) -> dict[str, str]:
    """Households and people of the commune, where every hamlet tells its own."""
    hamlets = data.commune.hamlets
    told = {
        "households": [hamlet.households for hamlet in hamlets],
        "population": [hamlet.population for hamlet in hamlets],
    }
    return {
        key: FIGURES[key].text(sum(number or 0 for number in numbers))
        for key, numbers in told.items()
        if numbers and None not in numbers
    }


def _direction(data: DossierData) -> str:
    lines = []
    goal = data.goal
    lines.append(
        f"Xã đăng ký đạt chuẩn {goal.tier} năm {goal.year}, thực hiện {goal.set_title}, mức yêu cầu "
        f"của {_profile(goal)}."
    )
    people = sorted(
        {c.person for c in data.criteria if c.person}, key=lambda person: natural_key(_codes(data, person)[0])
    )
    if people:
        charged = "; ".join(f"{person}: tiêu chí {', '.join(_codes(data, person))}" for person in people)
        lines.append(f"Các tiêu chí được giao cho người phụ trách: {charged}.")
    return "\n".join(lines)


def _profile(goal: GoalFacts) -> str:
    """ "vùng Bắc Trung Bộ" or "xã nhóm 1", with the document or the reason that says so."""
    name = goal.profile_name
    named = lowered(name) if name.lower().startswith(("xã", "nhóm", "vùng")) else f"vùng {name}"
    ground = without_end(goal.profile_ground)
    if not ground:
        return named
    if _DOCUMENT.match(ground.lower()):
        return f"{named} theo {ground}"
    reason = lowered(ground).replace(" (", ", ").replace(")", "")
    return f"{named} (do {reason})"


def _codes(data: DossierData, person: str) -> list[str]:
    return sorted((c.code for c in data.criteria if c.person == person), key=natural_key)


def _results(data: DossierData) -> str:
    lines = [f"Đến ngày {format_date(data.on)}, xã đạt {met_text(data)}."]
    undecided = data.criteria_in(CriterionState.UNDECIDED)
    left_out = data.criteria_in(CriterionState.NOT_APPLICABLE)
    if undecided:
        lines.append(f"Chưa đủ căn cứ đánh giá {_count_and_names(undecided)}.")
    if left_out:
        counted = ", tính vào số tiêu chí đạt theo quy định" if data.left_out else ""
        lines.append(f"Không xét {_count_and_names(left_out)}{counted}.")
    return "\n".join(lines)


def _count_and_names(criteria: tuple[CriterionFacts, ...]) -> str:
    ordered = sorted(criteria, key=lambda criterion: natural_key(criterion.code))
    names = "; ".join(f"số {criterion.code} ({criterion.name})" for criterion in ordered)
    return f"{count_words(len(criteria), 'tiêu chí')}: {names}"


def _shortcomings(data: DossierData) -> str:
    unmet = data.criteria_in(CriterionState.UNMET)
    if not unmet:
        undecided = data.criteria_in(CriterionState.UNDECIDED)
        open_ones = f"; còn {_count_and_names(undecided)} chưa đủ căn cứ đánh giá" if undecided else ""
        return f"Không có tiêu chí chưa đạt{open_ones}."
    lines = [f"Còn {_count_and_names(unmet)} chưa đạt."]
    for indicator in (i for criterion in unmet for i in criterion.indicators if i.verdict is Verdict.UNMET):
        plan = data.plan(indicator.code)
        result = f"kết quả {indicator.value_text or GAP}, mức yêu cầu {indicator.target_text}"
        if indicator.value_text == VERDICT_WORDS[Verdict.UNMET]:
            result = indicator.value_text.lower()
        lines.append(
            f"- {indicator_name(indicator)}: {result}{gap_clause(indicator)}{regression_clause(indicator)}. "
            + ended(f"Nguyên nhân: {_clause(plan.cause if plan else '')}")
        )
    return "\n".join(lines)


def _clause(text: str) -> str:
    """A sentence of the office used inside another one: without its full stop, a gap when empty."""
    return without_end(text) or GAP


def _aims(data: DossierData) -> str:
    unmet = data.criteria_in(CriterionState.UNMET, CriterionState.UNDECIDED)
    lines = []
    if met := len(data.criteria_in(CriterionState.MET)):
        lines.append(f"Giữ vững và nâng cao chất lượng {count_words(met, 'tiêu chí')} đã đạt.")
    if unmet:
        lines.append(f"Hoàn thành {_count_and_names(unmet)}.")
    return "\n".join(lines)


def _measures(data: DossierData) -> str:
    official = {indicator.code: indicator.official_code for indicator in data.indicators()}
    lines = []
    for plan in data.plans:
        text = f"- Chỉ tiêu {official.get(plan.code, plan.code)}: {_clause(plan.solution)}"
        if plan.deadline:
            text += f"; hoàn thành trước ngày {format_date(plan.deadline)}"
        if plan.work:
            text += f"; nhưng {plan.work}"
        if plan.person:
            text += f"; phụ trách: {plan.person}"
        lines.append(ended(text))
    if not lines and _nothing_is_open(data):
        return "Không còn chỉ tiêu chưa đạt; tiếp tục giữ vững kết quả các chỉ tiêu đã đạt."
    return "\n".join(lines) or GAP


def _nothing_is_open(data: DossierData) -> bool:
    """No criterion is left that a plan would have to tell of."""
    return not data.criteria_in(CriterionState.UNMET, CriterionState.UNDECIDED)


def _funding(data: DossierData) -> str:
    official = {indicator.code: indicator.official_code for indicator in data.indicators()}
    funded = [plan for plan in data.plans if plan.money is not None]
    if not funded:
        return "" if _nothing_is_open(data) else GAP  # the money of plans, and there are none
    total = sum(plan.money or 0 for plan in funded)
    lines = [f"Tổng kinh phí dự kiến cho các chỉ tiêu chưa hoàn thành: {format_int(total)} đồng, trong đó:"]
    lines += [
        f"- Chỉ tiêu {official.get(plan.code, plan.code)}: {format_int(plan.money or 0)} đồng;"
        for plan in funded
    ]
    lines[-1] = lines[-1].rstrip(";") + "."
    return "\n".join(lines)


def _resources(data: DossierData) -> str:
    if not data.resources.origins:
        return GAP
    total = format_int(sum(amount for _name, amount in data.resources.origins))
    day = format_date(data.on)
    lines = [
        f"Tính đến ngày {day}, tổng nguồn lực huy động (vốn bố trí cho các công trình và đóng góp đã ghi) là "
        f"{total} đồng, trong đó:"
    ]
    lines += [f"- {name}: {format_int(amount)} đồng;" for name, amount in data.resources.origins]
    lines[-1] = lines[-1].rstrip(";") + "."
    if data.resources.unpriced:
        unpriced = count_words(data.resources.unpriced, "khoản đóng góp")
        lines.append(f"Chưa tính {unpriced} chưa có đơn giá.")
    return "\n".join(lines)


def _gap(_data: DossierData) -> str:
    return GAP


def _nothing(_data: DossierData) -> str:
    return ""


_DEFAULTS: dict[NarrativePart, Callable[[DossierData], str]] = {
    NarrativePart("to_trinh", "ket_qua", "", "Kết quả thực hiện"): _done,
    NarrativePart("to_trinh", "de_nghi", "", "Nội dung đề nghị"): _request,
    NarrativePart("bao_cao", "dac_diem", "I", "Đặc điểm tự nhiên, kinh tế - xã hội"): _features,
    NarrativePart("bao_cao", "thuan_loi", "I", "Thuận lợi"): _gap,
    NarrativePart("bao_cao", "kho_khan", "I", "Khó khăn"): _gap,
    NarrativePart("bao_cao", "chi_dao", "III", "Công tác chỉ đạo, điều hành"): _direction,
    NarrativePart("bao_cao", "truyen_thong", "III", "Công tác truyền thông, tập huấn"): _gap,
    NarrativePart("bao_cao", "san_xuat", "III", "Phát triển sản xuất, nâng cao thu nhập"): _gap,
    NarrativePart(*RESOURCES, "III", "Kết quả huy động nguồn lực"): _resources,
    NarrativePart("bao_cao", "ket_qua", "V", "Kết quả đạt được"): _results,
    NarrativePart("bao_cao", "ton_tai", "V", "Tồn tại, hạn chế và nguyên nhân"): _shortcomings,
    NarrativePart("bao_cao", "bai_hoc", "V", "Bài học kinh nghiệm"): _gap,
    NarrativePart("bao_cao", "mo_hinh", "V", "Mô hình, cách làm hay"): _nothing,
    NarrativePart("bao_cao", "muc_tieu", "VI", "Mục tiêu"): _aims,
    NarrativePart("bao_cao", "giai_phap", "VI", "Nhiệm vụ, giải pháp"): _measures,
    NarrativePart("bao_cao", "kinh_phi", "VI", "Kinh phí thực hiện"): _funding,
}
