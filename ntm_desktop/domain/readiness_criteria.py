"""Lines of readiness about the criteria: how they stand, by which levels, with which evidence."""

from __future__ import annotations

from ntm_desktop.domain.judging import Verdict
from ntm_desktop.domain.overview import Link
from ntm_desktop.domain.readiness_input import (
    OWN,
    DossierInput,
    ReadinessLine,
    ReadinessState,
    done,
    first,
    listed,
)
from ntm_desktop.text import count_words, natural_key

_MOST_TITLES = 10  # more than that nobody reads


def period(given: DossierInput) -> ReadinessLine | None:
    if not given.outside_period:
        return None
    why = given.outside_period[:1].upper() + given.outside_period[1:]
    link = Link("thiet-lap", "bo-tieu-chi")
    return ReadinessLine(
        "period",
        ReadinessState.BLOCK,
        "Thời kỳ",
        why,
        link,
        "Đổi bộ tiêu chí",
        given.rules.criteria,
        given.lead,
    )


def criteria(given: DossierInput) -> ReadinessLine:
    now, source = given.standing, given.rules.procedure
    count = f"{len(now.met_codes)}/{now.total} tiêu chí đạt"
    if now.left_out:
        count = f"{count}, trong đó {count_words(now.left_out, 'tiêu chí không xét')}"
    link = first("tieu-chi", now.unmet_codes)
    if now.reaches_set:
        return done("criteria", "Tiêu chí", count, link, source)
    left = now.total - len(now.met_codes)
    why = f"{count}, còn {count_words(left, 'tiêu chí')}"
    who = given.charged((*now.unmet_codes, *now.undecided_codes))
    action = f"Xem {count_words(left, 'tiêu chí')}"
    return ReadinessLine("criteria", ReadinessState.BLOCK, "Tiêu chí", why, link, action, source, who)


def open_indicators(given: DossierInput) -> ReadinessLine:
    """Not assessed, or a set whose indicators are not known at all."""
    source = given.rules.criteria
    if not given.standing.indicators:
        why = f"{given.criteria_set.short_title} chưa có chỉ tiêu; nhập tệp bộ tiêu chí đầy đủ"
        link = Link("thiet-lap", "bo-tieu-chi")
        return ReadinessLine(
            "indicators",
            ReadinessState.BLOCK,
            "Bộ tiêu chí",
            why,
            link,
            "Nhập bộ tiêu chí",
            source,
            given.lead,
        )
    codes = given.standing.indicators_in(Verdict.NOT_ASSESSED)
    what, link = "Đánh giá chỉ tiêu", first("tieu-chi", codes)
    if not codes:
        return done("assessed", what, "Đã đánh giá mọi chỉ tiêu", link, source)
    why = f"{count_words(len(codes), 'chỉ tiêu')} chưa đánh giá: {listed(given, codes)}"
    who = given.charged(codes)
    return ReadinessLine("assessed", ReadinessState.BLOCK, what, why, link, "Nhập số liệu", source, who)


def targets(given: DossierInput) -> ReadinessLine | None:
    codes = given.standing.indicators_in(Verdict.NO_TARGET)
    if not codes:
        return None
    what = f"Mức chỉ tiêu {listed(given, codes)}"
    by_province = all(
        (indicator := given.criteria_set.indicator(code)) is not None and indicator.set_by_province
        for code in codes
    )
    why = "Chưa nhập mức theo quyết định của tỉnh" if by_province else "Chưa có mức để xét"
    link = Link("thiet-lap", f"muc/{min(codes, key=natural_key)}")
    source, who = given.rules.criteria, given.charged(codes)
    return ReadinessLine("targets", ReadinessState.BLOCK, what, why, link, "Nhập mức", source, who)


def evidence(given: DossierInput) -> ReadinessLine:
    codes, what = given.without_evidence, "Minh chứng"
    link, source = first("tieu-chi", codes), _of_evidence(given)
    if not given.standing.indicators_in(Verdict.MET):
        why = "Chưa có chỉ tiêu nào đạt"
        return ReadinessLine(
            "evidence", ReadinessState.WARN, what, why, link, "Xem chỉ tiêu", source, given.lead
        )
    if not codes:
        return done("evidence", what, "Mọi chỉ tiêu đạt đều có tệp", link, source)
    why = f"{count_words(len(codes), 'chỉ tiêu')} chưa có tệp còn hiệu lực: {listed(given, codes)}"
    about = tuple(sorted(map(given.criteria_set.official, codes), key=natural_key))
    who = given.charged(codes)
    return ReadinessLine("evidence", ReadinessState.WARN, what, why, link, "Thêm tệp", source, who, about)


def lost(given: DossierInput) -> ReadinessLine | None:
    """A paper would name, and show, what nobody can open any more."""
    if not given.lost_files:
        return None
    names = ", ".join(f"“{title}”" for title, _code in given.lost_files[:_MOST_TITLES])
    rest = len(given.lost_files) - _MOST_TITLES
    more = f" và {count_words(rest, 'tệp')} khác" if rest > 0 else ""
    why = (
        f"{count_words(len(given.lost_files), 'tệp')}: {names}{more}; "
        "phục hồi từ bản sao lưu hoặc đính kèm lại tệp"
    )
    return ReadinessLine(
        "lost",
        ReadinessState.BLOCK,
        "Tệp đã mất",
        why,
        Link("tieu-chi", given.lost_files[0][1]),
        "Đính kèm lại",
        _of_evidence(given),
        given.charged(code for _title, code in given.lost_files),
    )


def differs(given: DossierInput) -> ReadinessLine | None:
    codes = given.judged_differs
    if not codes:
        return None
    why = f"Khác kết quả lúc ghi: {listed(given, codes)}. Mức hoặc mục tiêu đã đổi"
    link, who = first("tieu-chi", codes), given.charged(codes)
    return ReadinessLine("differs", ReadinessState.WARN, "Kết quả đổi", why, link, "Xem lại", OWN, who)


def unverified(given: DossierInput) -> ReadinessLine | None:
    codes = given.standing.unverified_codes
    if not codes:
        return None
    why = f"Xét theo mức chưa đối chiếu {count_words(len(codes), 'chỉ tiêu')}: {listed(given, codes)}"
    what, link = "Mức chưa đối chiếu", Link("thiet-lap", "muc")
    source = given.rules.criteria
    return ReadinessLine(
        "unverified", ReadinessState.WARN, what, why, link, "Đối chiếu mức", source, given.lead
    )


def _of_evidence(given: DossierInput) -> str:
    return given.rules.papers.get("minh_chung", given.rules.procedure)
