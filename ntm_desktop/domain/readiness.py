"""What the dossier still lacks: one line a condition, each with its cure. Only ``block`` refuses it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ntm_desktop.domain.criteria import CriteriaSet
from ntm_desktop.domain.judging import Verdict
from ntm_desktop.domain.overview import Link
from ntm_desktop.domain.signing import WHO_SIGNS
from ntm_desktop.domain.standing import Standing
from ntm_desktop.text import count_words, natural_key

_MOST_TITLES = 10  # more than that nobody reads


class ReadinessState(StrEnum):
    DONE = "done"
    BLOCK = "block"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class ReadinessLine:
    key: str
    state: ReadinessState
    what: str
    why: str
    link: Link
    action: str  # words of the link; "" when nothing is left to do
    about: tuple[str, ...] = ()  # printed codes of the met indicators without evidence, all of them


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether the dossier may be printed, and what comes next: what all lines say together."""

    state: ReadinessState
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class DossierInput:
    """What the rules look at, collected by the caller."""

    criteria_set: CriteriaSet
    standing: Standing
    outside_period: str  # why the year is another set's, with that set's name; "" when it is this one's
    judged_differs: Sequence[str]  # indicators judged another way than when recorded
    without_evidence: Sequence[str]  # met indicators without a file
    lost_files: Sequence[tuple[str, str]]  # title and an indicator of evidence whose file is gone
    missing_place: bool  # địa danh is printed on every paper
    missing_district: bool  # the procedure sends the dossier to a district, and none is known
    has_signer: bool
    unwritten: Sequence[str]  # titles of required narrative parts that are empty
    carried: Sequence[str]  # titles of those that still say what an earlier year's dossier said, with it
    illustrative: bool
    provisional_code: bool
    separate: int  # papers that the regime asks for and that are made elsewhere
    separate_open: int  # of these, without number or date
    separate_due: Sequence[str]  # names of the open ones that are there before the dossier goes up
    separate_after: Sequence[str]  # names of those of before it that are dated after the tờ trình
    dated_before: Sequence[str]  # papers dated before the day whose results they report, each with its day
    figures_of: str  # that day
    grounds_unconfirmed: Sequence[str]  # căn cứ of the papers that nobody has held against the document
    grounds_missing: Sequence[str]  # what no căn cứ is known for


def readiness(given: DossierInput) -> tuple[ReadinessLine, ...]:
    """Every line, also those that are done, in the order of the work."""
    lines = [
        _period(given),
        _criteria(given),
        *_open_indicators(given),
        _targets(given),
        _evidence(given),
        _lost(given),
        _differs(given),
        _signer(given),
        _place(given),
        _addressee(given),
        _narratives(given),
        _separate(given),
        _dates(given),
        _missing_grounds(given),
        _unconfirmed_grounds(given),
        _unverified(given),
        _code(given),
        _illustrative(given),
    ]
    return tuple(line for line in lines if line is not None)


def blocks(lines: Sequence[ReadinessLine]) -> tuple[ReadinessLine, ...]:
    return tuple(line for line in lines if line.state is ReadinessState.BLOCK)


def answer(lines: Sequence[ReadinessLine]) -> Answer:
    """Warnings keep nobody from printing, but each is named: nothing passes silently."""
    if open_ones := blocks(lines):
        why = f"Còn {count_words(len(open_ones), 'mục')} phải bổ sung, trước hết: {open_ones[0].what}."
        return Answer(ReadinessState.BLOCK, "Chưa in được bản chính thức", why)
    doubts = [line.what for line in lines if line.state is ReadinessState.WARN]
    then = "Bước tiếp: In hoặc Lưu PDF, trình ký, rồi ghi số và ngày."
    if doubts:
        what = f"In được bản chính thức, cần xem lại {count_words(len(doubts), 'mục')}"
        why = f"{then} Trước khi in xem lại: {', '.join(doubts)}."
        return Answer(ReadinessState.WARN, what, why)
    return Answer(ReadinessState.DONE, "In được bản chính thức", f"{then} Không còn thiếu mục nào.")


def open_count(lines: Sequence[ReadinessLine]) -> int:
    """How many lines the answer speaks of: those that refuse the final print, else those to look at again.
    The one number, wherever what the dossier lacks is counted."""
    return len(blocks(lines)) or sum(line.state is ReadinessState.WARN for line in lines)


def _done(key: str, what: str, why: str, link: Link) -> ReadinessLine:
    return ReadinessLine(key, ReadinessState.DONE, what, why, link, "")


def _listed(given: DossierInput, codes: Sequence[str], most: int = 6) -> str:
    """“2.2, 17.8”, cut short when there are many."""
    ordered = sorted(map(given.criteria_set.official, codes), key=natural_key)
    rest = len(ordered) - most
    return ", ".join(ordered[:most]) + (f" và {rest} chỉ tiêu khác" if rest > 0 else "")


def _first(page: str, codes: Sequence[str]) -> Link:
    return Link(page, min(codes, key=natural_key) if codes else "")


def _period(given: DossierInput) -> ReadinessLine | None:
    if not given.outside_period:
        return None
    why = given.outside_period[:1].upper() + given.outside_period[1:]
    link = Link("thiet-lap", "bo-tieu-chi")
    return ReadinessLine("period", ReadinessState.BLOCK, "Thời kỳ", why, link, "Đổi bộ tiêu chí")


def _criteria(given: DossierInput) -> ReadinessLine:
    now = given.standing
    count = f"{len(now.met_codes)}/{now.total} tiêu chí đạt"
    if now.left_out:
        count = f"{count}, trong đó {count_words(now.left_out, 'tiêu chí không xét')}"
    link = _first("tieu-chi", now.unmet_codes)
    if now.reaches_set:
        return _done("criteria", "Tiêu chí", count, link)
    left = now.total - len(now.met_codes)
    why = f"{count}, còn {count_words(left, 'tiêu chí')}"
    return ReadinessLine(
        "criteria", ReadinessState.BLOCK, "Tiêu chí", why, link, f"Xem {count_words(left, 'tiêu chí')}"
    )


def _open_indicators(given: DossierInput) -> tuple[ReadinessLine, ...]:
    """Not assessed, or a set whose indicators are not known at all."""
    if not given.standing.indicators:
        why = f"{given.criteria_set.short_title} chưa có chỉ tiêu; nhập tệp bộ tiêu chí đầy đủ"
        return (
            ReadinessLine(
                "indicators",
                ReadinessState.BLOCK,
                "Bộ tiêu chí",
                why,
                Link("thiet-lap", "bo-tieu-chi"),
                "Nhập bộ tiêu chí",
            ),
        )
    codes = given.standing.indicators_in(Verdict.NOT_ASSESSED)
    link = _first("tieu-chi", codes)
    if not codes:
        return (_done("assessed", "Đánh giá chỉ tiêu", "Đã đánh giá mọi chỉ tiêu", link),)
    why = f"{count_words(len(codes), 'chỉ tiêu')} chưa đánh giá: {_listed(given, codes)}"
    return (ReadinessLine("assessed", ReadinessState.BLOCK, "Đánh giá chỉ tiêu", why, link, "Nhập số liệu"),)


def _targets(given: DossierInput) -> ReadinessLine | None:
    codes = given.standing.indicators_in(Verdict.NO_TARGET)
    if not codes:
        return None
    what = f"Mức chỉ tiêu {_listed(given, codes)}"
    by_province = all(
        (indicator := given.criteria_set.indicator(code)) is not None and indicator.set_by_province
        for code in codes
    )
    why = "Chưa nhập mức theo quyết định của tỉnh" if by_province else "Chưa có mức để xét"
    anchor = f"muc/{min(codes, key=natural_key)}"
    return ReadinessLine("targets", ReadinessState.BLOCK, what, why, Link("thiet-lap", anchor), "Nhập mức")


def _evidence(given: DossierInput) -> ReadinessLine:
    codes = given.without_evidence
    link = _first("tieu-chi", codes)
    if not given.standing.indicators_in(Verdict.MET):
        return ReadinessLine(
            "evidence", ReadinessState.WARN, "Minh chứng", "Chưa có chỉ tiêu nào đạt", link, "Xem chỉ tiêu"
        )
    if not codes:
        return _done("evidence", "Minh chứng", "Mọi chỉ tiêu đạt đều có tệp", link)
    why = f"{count_words(len(codes), 'chỉ tiêu')} chưa có tệp còn hiệu lực: {_listed(given, codes)}"
    about = tuple(sorted(map(given.criteria_set.official, codes), key=natural_key))
    return ReadinessLine("evidence", ReadinessState.WARN, "Minh chứng", why, link, "Thêm tệp", about)


def unproven(lines: Sequence[ReadinessLine]) -> tuple[str, ...]:
    """Printed codes of the indicators that are met without evidence: asked about before the final print."""
    return next((line.about for line in lines if line.key == "evidence"), ())


def _lost(given: DossierInput) -> ReadinessLine | None:
    """A paper would name, and show, what nobody can open any more."""
    if not given.lost_files:
        return None
    named = ", ".join(f"“{title}”" for title, _code in given.lost_files[:_MOST_TITLES])
    rest = len(given.lost_files) - _MOST_TITLES
    more = f" và {count_words(rest, 'tệp')} khác" if rest > 0 else ""
    why = (
        f"{count_words(len(given.lost_files), 'tệp')}: {named}{more}; "
        "phục hồi từ bản sao lưu hoặc đính kèm lại tệp"
    )
    return ReadinessLine(
        "lost",
        ReadinessState.BLOCK,
        "Tệp đã mất",
        why,
        Link("tieu-chi", given.lost_files[0][1]),
        "Đính kèm lại",
    )


def _differs(given: DossierInput) -> ReadinessLine | None:
    codes = given.judged_differs
    if not codes:
        return None
    why = f"Khác kết quả lúc ghi: {_listed(given, codes)}. Mức hoặc mục tiêu đã đổi"
    return ReadinessLine(
        "differs", ReadinessState.WARN, "Kết quả đổi", why, _first("tieu-chi", codes), "Xem lại"
    )


def _signer(given: DossierInput) -> ReadinessLine:
    link = Link("thiet-lap", "can-bo")
    if given.has_signer:
        return _done("signer", "Người ký", "Đã có người ký", link)
    return ReadinessLine(
        "signer", ReadinessState.BLOCK, "Người ký", f"Chưa có {WHO_SIGNS} ký văn bản", link, "Thêm người ký"
    )


def _place(given: DossierInput) -> ReadinessLine | None:
    if not given.missing_place:
        return None
    return ReadinessLine(
        "place",
        ReadinessState.BLOCK,
        "Địa danh",
        "Chưa nhập địa danh ghi trên văn bản",
        Link("thiet-lap", "xa"),
        "Nhập địa danh",
    )


def _addressee(given: DossierInput) -> ReadinessLine | None:
    if not given.missing_district:
        return None
    return ReadinessLine(
        "addressee",
        ReadinessState.BLOCK,
        "Nơi nhận hồ sơ",
        "Trình tự đã chọn gửi hồ sơ tới UBND huyện, xã chưa có tên huyện",
        Link("thiet-lap", "bo-tieu-chi"),
        "Sửa trình tự",
    )


def _narratives(given: DossierInput) -> ReadinessLine:
    link = Link("ho-so", "loi-van")
    if not given.unwritten and given.carried:
        why = f"Còn theo lời văn cũ: {', '.join(given.carried)}. Giữ hoặc sửa từng phần cho hồ sơ này"
        return ReadinessLine("narratives", ReadinessState.WARN, "Lời văn báo cáo", why, link, "Xem lại")
    if not given.unwritten:
        return _done("narratives", "Lời văn báo cáo", "Đã đủ các phần", link)
    count = count_words(len(given.unwritten), "phần")
    why = f"Để trống {count}: {', '.join(given.unwritten)}"
    return ReadinessLine("narratives", ReadinessState.BLOCK, "Lời văn báo cáo", why, link, "Viết tiếp")


def _separate(given: DossierInput) -> ReadinessLine | None:
    """Of the papers made elsewhere those refuse a dossier that come before the tờ trình in the procedure:
    báo cáo tổng hợp ý kiến (step 5) and biên bản cuộc họp (step 6), whose number and date the tờ trình
    cites. The report on debt may be a section of the main one, and the survey of satisfaction is taken
    after the dossier went up (step 9): these two only warn. domain/dossier.md §2, §3; data: ``precedes``.
    """
    if not given.separate:
        return None
    what, link = "Văn bản lập riêng", Link("ho-so", "so-ngay/lap-rieng")
    if given.separate_after:
        why = f"Ngày ở sau ngày tờ trình: {'; '.join(given.separate_after)}"
        return ReadinessLine("separate", ReadinessState.BLOCK, what, why, link, "Nhập số, ngày")
    if not given.separate_open:
        return _done("separate", what, f"Đã có số, ngày của {count_words(given.separate, 'văn bản')}", link)
    if given.separate_due:
        due = count_words(len(given.separate_due), "văn bản")
        why = f"Chưa có số, ngày: {due} phải có trước khi trình ({'; '.join(given.separate_due)})"
        return ReadinessLine("separate", ReadinessState.BLOCK, what, why, link, "Nhập số, ngày")
    why = f"Chưa có số, ngày: {count_words(given.separate_open, 'văn bản')} lập riêng"
    return ReadinessLine("separate", ReadinessState.WARN, what, why, link, "Nhập số, ngày")


def _dates(given: DossierInput) -> ReadinessLine | None:
    """No paper can report what came after it. It warns: the day after a dossier was signed its figures are
    judged anew, and what was printed is right."""
    if not given.dated_before:
        return None
    why = f"Trước ngày số liệu {given.figures_of}: {'; '.join(given.dated_before)}. Sửa ngày trước khi in lại"
    link = Link("ho-so", "so-ngay")
    return ReadinessLine("dates", ReadinessState.WARN, "Ngày văn bản", why, link, "Sửa ngày")


def _missing_grounds(given: DossierInput) -> ReadinessLine | None:
    if not given.grounds_missing:
        return None
    missing = ", ".join(given.grounds_missing)
    why = f"Chưa có căn cứ của {missing}; bản nháp nêu chỗ đó, bản chính thức không dẫn"
    link = Link("thiet-lap", "van-ban")
    return ReadinessLine(
        "grounds_missing", ReadinessState.WARN, "Căn cứ còn thiếu", why, link, "Nhập văn bản"
    )


def _unconfirmed_grounds(given: DossierInput) -> ReadinessLine | None:
    if not given.grounds_unconfirmed:
        return None
    count = count_words(len(given.grounds_unconfirmed), "căn cứ")
    why = f"Chưa đối chiếu với bản gốc {count}: {'; '.join(given.grounds_unconfirmed)}"
    return ReadinessLine(
        "grounds", ReadinessState.WARN, "Căn cứ chưa đối chiếu", why, Link("ho-so", "can-cu"), "Đối chiếu"
    )


def _unverified(given: DossierInput) -> ReadinessLine | None:
    codes = given.standing.unverified_codes
    if not codes:
        return None
    why = f"Xét theo mức chưa đối chiếu {count_words(len(codes), 'chỉ tiêu')}: {_listed(given, codes)}"
    return ReadinessLine(
        "unverified",
        ReadinessState.WARN,
        "Mức chưa đối chiếu",
        why,
        Link("thiet-lap", "muc"),
        "Đối chiếu mức",
    )


def _code(given: DossierInput) -> ReadinessLine | None:
    if not given.provisional_code:
        return None
    why = "Mã đơn vị hành chính của xã đang là mã tạm"
    return ReadinessLine("code", ReadinessState.WARN, "Mã xã", why, Link("thiet-lap", "xa"), "Nhập mã xã")


def _illustrative(given: DossierInput) -> ReadinessLine | None:
    if not given.illustrative:
        return None
    why = "Mọi trang in ghi “SỐ LIỆU MINH HỌA”"
    return ReadinessLine(
        "illustrative", ReadinessState.WARN, "Số liệu minh họa", why, Link("thiet-lap", "xa"), "Mở thiết lập"
    )
