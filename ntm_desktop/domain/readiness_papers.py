"""Lines of readiness about the papers: who signs, what they say, when they are dated, on what they rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ntm_desktop.domain.consulted import Break, BreakKind
from ntm_desktop.domain.form_settings import ADDRESSEES, COPIES
from ntm_desktop.domain.overview import Link
from ntm_desktop.domain.readiness_input import (
    LAYOUT,
    OWN,
    DossierInput,
    Numbered,
    ReadinessLine,
    ReadinessState,
    SeparatePaper,
    done,
    named,
)
from ntm_desktop.domain.signing import WHO_SIGNS
from ntm_desktop.text import count_words, lowered

ASKING = {
    "niem-yet": "Ghi niêm yết",
    "phat-thanh": "Ghi phát thanh",
    "y-kien": "Ghi ý kiến",
    "khao-sat": "Ghi khảo sát",
    "cuoc-hop": "Ghi cuộc họp",
    "muc": "Đối chiếu mức",
    "so-ngay": "Sửa ngày",
}
"""Words of the links into page Lấy ý kiến, and to the dates of the papers."""


def signer(given: DossierInput) -> ReadinessLine:
    what, link, source = "Người ký", Link("thiet-lap", "can-bo"), f"{LAYOUT} (chữ ký)"
    if given.has_signer:
        return done("signer", what, "Đã có người ký", link, source)
    why = f"Chưa có {WHO_SIGNS} ký văn bản"
    return ReadinessLine("signer", ReadinessState.BLOCK, what, why, link, "Thêm người ký", source, given.lead)


def place(given: DossierInput) -> ReadinessLine | None:
    if not given.missing_place:
        return None
    return ReadinessLine(
        "place",
        ReadinessState.BLOCK,
        "Địa danh",
        "Chưa nhập địa danh ghi trên văn bản",
        Link("thiet-lap", "xa"),
        "Nhập địa danh",
        f"{LAYOUT} (địa danh và thời gian)",
        given.lead,
    )


def addressee(given: DossierInput) -> ReadinessLine | None:
    if not given.unaddressed:
        return None
    what, unit = "Nơi nhận hồ sơ", given.unaddressed
    why = f"Trình tự đã chọn gửi hồ sơ tới UBND {unit}, xã chưa có tên {unit}"
    link, source = Link("thiet-lap", "bo-tieu-chi"), given.rules.procedure
    return ReadinessLine(
        "addressee", ReadinessState.BLOCK, what, why, link, "Sửa trình tự", source, given.lead
    )


_SAID = {ADDRESSEES: "Văn bản của hồ sơ gửi", COPIES: "Tờ trình và danh mục văn bản ghi"}


def unconfirmed_settings(given: DossierInput) -> Iterator[ReadinessLine]:
    """Where the dossier goes and in how many copies, as long as nobody has held that against the document; of
    an addressee whose name is missing the line above tells."""
    for one in given.settings:
        if one.confirmed or (one.key == ADDRESSEES and given.unaddressed and not one.own):
            continue
        what = f"{one.name} chưa đối chiếu"
        why = f"{_SAID[one.key]} {one.text}; chưa ai đối chiếu với văn bản quy định"
        link = Link("ho-so", f"noi-nhan/{one.key}")
        yield ReadinessLine(
            one.key, ReadinessState.WARN, what, why, link, "Đối chiếu", one.source_text, given.lead
        )


def narratives(given: DossierInput) -> ReadinessLine:
    what, link = "Lời văn hồ sơ", Link("ho-so", "loi-van")
    source = given.rules.papers.get("bao_cao", given.rules.procedure)
    if not given.unwritten and given.carried:
        why = f"Còn theo lời văn cũ. {_by_paper(given.carried)}. Giữ hoặc sửa từng phần cho hồ sơ này"
        return ReadinessLine(
            "narratives", ReadinessState.WARN, what, why, link, "Xem lại", source, given.lead
        )
    if not given.unwritten:
        return done("narratives", what, "Đã đủ các phần", link, source)
    count = count_words(sum(map(len, given.unwritten.values())), "phần")
    why = f"Còn chỗ trống ở {count}. {_by_paper(given.unwritten)}"
    return ReadinessLine("narratives", ReadinessState.BLOCK, what, why, link, "Viết tiếp", source, given.lead)


def _by_paper(found: Mapping[str, Sequence[str]]) -> str:
    return "; ".join(f"{paper}: {', '.join(titles)}" for paper, titles in found.items())


def separate(given: DossierInput) -> Iterator[ReadinessLine]:
    """Of the papers made elsewhere those refuse a dossier that come before the tờ trình in the procedure:
    báo cáo tổng hợp ý kiến (step 5) and biên bản cuộc họp (step 6), whose number and date the tờ trình
    cites. The report on debt may be a section of the main one, and the survey of satisfaction is taken
    after the dossier went up (step 9): these two only warn. domain/dossier.md §2, §3; data: ``precedes``.
    The office's own refuse it too where papers contradict: one that is printed without its day while a dated
    one cites it, one that is enclosed before its day.

    A line for each paper, which tells all that it lacks: who mends one thing is not refused for the next.
    """
    found = [line for one in given.separate if (line := _separate(given, one)) is not None]
    yield from found
    if given.separate and not found:
        count, source = count_words(len(given.separate), "văn bản"), given.rules.procedure
        link = Link("ho-so", "so-ngay")
        yield done("separate", "Văn bản lập riêng", f"Đã có số, ngày của {count}", link, source)


def _separate(given: DossierInput, one: SeparatePaper) -> ReadinessLine | None:
    if not (one.after or one.lacking):
        return None
    said = ["Ngày ở sau ngày tờ trình gửi kèm văn bản này"] if one.after else []
    if one.lacking:
        said.append(f"Chưa có {', '.join(one.lacking)}" + "; phải có trước khi trình" * one.precedes)
    if one.cited_by:
        said.append(f"{_joined(one.cited_by)} đã ghi ngày và dẫn văn bản này")
    only_files = all(word.startswith("tệp") for word in one.lacking)
    action = "Sửa ngày" if one.after else "Đính kèm tệp" if only_files else "Nhập số, ngày"
    stops = one.precedes or one.cited_by or (one.after and not one.foreign)
    return ReadinessLine(
        f"separate/{one.form}",
        ReadinessState.BLOCK if stops else ReadinessState.WARN,
        one.title,
        ". ".join(said),
        Link("ho-so", f"so-ngay/{one.form}"),
        action,
        given.rules.papers.get(one.form, given.rules.procedure),
        one.who or given.lead,
    )


def cited(given: DossierInput) -> Iterator[ReadinessLine]:
    """A paper that has its day cites nothing that has none; while none of them has, they are numbered one
    after the other."""
    for one in given.cited:
        why = f"Chưa có số, ngày; {_joined(one.dated or one.by, small=True)} "
        why += "đã ghi ngày và dẫn văn bản này" if one.dated else "dẫn văn bản này"
        yield ReadinessLine(
            f"cited/{one.form}",
            ReadinessState.BLOCK if one.dated else ReadinessState.WARN,
            one.title,
            why,
            Link("ho-so", f"so-ngay/{one.form}"),
            "Nhập số, ngày",
            f"{LAYOUT} (căn cứ ban hành văn bản)",
            given.lead,
        )


def _joined(titles: Sequence[str], *, small: bool = False) -> str:
    """ "Tờ trình và biên bản cuộc họp"."""
    said = " và ".join(lowered(title) for title in titles)
    return said if small else said[:1].upper() + said[1:]


def numbers(given: DossierInput) -> Iterator[ReadinessLine]:
    """One whose year is not known yet may be of any."""
    found: dict[tuple[str, str], list[Numbered]] = {}
    for one in given.numbered:
        found.setdefault((one.symbol, one.number.strip().lstrip("0").casefold()), []).append(one)
    for (symbol, _number), papers in found.items():
        twice = [
            one
            for one in papers
            if any(one is not other and _same_year(one.year, other.year) for other in papers)
        ]
        if not twice:
            continue
        last = twice[-1]
        yield ReadinessLine(
            f"numbers/{last.form}",
            ReadinessState.BLOCK,
            "Số văn bản trùng nhau",
            f"Số {last.number.strip()}/{symbol} ghi cho {count_words(len(twice), 'văn bản')}: "
            f"{'; '.join(one.title for one in twice)}",
            Link("ho-so", f"so-ngay/{last.form}"),
            "Sửa số",
            _UNIQUE,
            given.lead,
        )


def _same_year(one: int | None, other: int | None) -> bool:
    return one is None or other is None or one == other


_UNIQUE = "Khoản 1 Điều 15 Nghị định số 30/2020/NĐ-CP (số, ký hiệu là duy nhất trong một năm)"


def asked(given: DossierInput) -> Iterator[ReadinessLine]:
    """What the consultation lacks; figures that nobody knows stand in one line."""
    unknown = [one for one in given.asked if one.kind is BreakKind.NO_THRESHOLD]
    for one in given.asked:
        if one not in unknown:
            yield _asked(given, one)
    if unknown:
        yield ReadinessLine(
            "asked/no_threshold",
            ReadinessState.WARN,
            "Mức chưa có",
            f"Chưa có mức để xét việc lấy ý kiến: {'; '.join(one.what for one in unknown)}",
            unknown[0].link,
            "Nhập mức",
            "; ".join(f"{one.what}: {one.source}" for one in unknown),
            given.lead,
        )


def _asked(given: DossierInput, one: Break) -> ReadinessLine:
    state = ReadinessState.BLOCK if one.stops else ReadinessState.WARN
    action, who = ASKING[one.link.anchor.partition("/")[0]], one.who or given.lead
    what = "Mức trình tự chưa đối chiếu" if one.kind is BreakKind.UNCONFIRMED else one.what
    return ReadinessLine(f"asked/{one.key}", state, what, one.why, one.link, action, one.source, who)


_ENTERED = {
    "danh_muc_cong_trinh": ("Chưa có công trình nào", Link("cong-trinh"), "Thêm công trình"),
    "nguon_luc": ("Chưa ghi nguồn lực nào đã huy động", Link("huy-dong"), "Ghi nguồn lực"),
    "hinh_anh": ("Minh chứng chưa có ảnh nào", Link("tieu-chi"), "Thêm ảnh"),
}
"""Of annexes that are there once something is entered: what is not, and where it is."""


def left_out(given: DossierInput) -> Iterator[ReadinessLine]:
    """What the commune never did has no annex: only the office knows whether that is so, hence no refusal."""
    for form, name in given.left_out.items():
        lacking, link, action = _ENTERED[form]
        without = "phụ lục này"
        if form == "danh_muc_cong_trinh" and "no_dong" in given.rules.papers:
            without += " và báo cáo nợ đọng do chương trình lập"
        why = f"{lacking}; hồ sơ in ra không có {without}"
        source = given.rules.papers.get(form, given.rules.procedure)
        yield ReadinessLine(f"annex/{form}", ReadinessState.WARN, name, why, link, action, source, given.lead)


def conditions(given: DossierInput) -> Iterator[ReadinessLine]:
    """The program cannot know that they are fulfilled; a document in the office's list says so."""
    link = Link("thiet-lap", "van-ban")
    for one in given.conditions:
        key = f"condition/{one.key}"
        if one.document:
            yield done(key, one.name, f"Theo {one.document}", link, one.source)
            continue
        why = f"Chưa có văn bản cho thấy {one.text}. Thêm văn bản có số, ngày và trích yếu ghi “{one.titled}”"
        yield ReadinessLine(
            key, ReadinessState.WARN, one.name, why, link, "Nhập văn bản", one.source, given.lead
        )


def debts(given: DossierInput) -> ReadinessLine | None:
    """What is owed warns: the register also has works of other programmes. A debt about which the report
    could not say how it will be paid refuses: the office would sign a gap."""
    if not given.owed:
        return None
    what, count = "Nợ đọng", count_words(len(given.owed), "công trình")
    source = given.rules.no_debt or given.rules.papers.get("no_dong", given.rules.procedure)
    if unplanned := [one for one in given.owed if not one.planned]:
        why = f"Chưa ghi nguồn, thời hạn xử lý nợ đọng: {'; '.join(one.name for one in unplanned)}"
        state, about = ReadinessState.BLOCK, unplanned
    else:
        why = f"Còn nợ đọng ở {count}: {'; '.join(one.name for one in given.owed)}"
        state, about = ReadinessState.WARN, list(given.owed)
    link, who = Link("cong-trinh", about[0].uid), named(one.who or given.lead for one in about)
    return ReadinessLine("debts", state, what, why, link, "Xem công trình", source, who)


def dates(given: DossierInput) -> ReadinessLine | None:
    """No paper can report what came after it. It warns: the day after a dossier was signed its figures are
    judged anew, and what was printed is right."""
    if not given.dated_before:
        return None
    why = f"Trước ngày số liệu {given.figures_of}: {'; '.join(given.dated_before)}. Sửa ngày trước khi in lại"
    link = Link("ho-so", "so-ngay")
    return ReadinessLine("dates", ReadinessState.WARN, "Ngày văn bản", why, link, "Sửa ngày", OWN, given.lead)


def open_grounds(given: DossierInput) -> ReadinessLine | None:
    """The office would sign a gap."""
    if not given.grounds_open:
        return None
    why = f"Chưa có số hoặc ngày: {'; '.join(given.grounds_open)}"
    what, link = "Căn cứ còn trống", Link("thiet-lap", "van-ban")
    return ReadinessLine(
        "grounds_open", ReadinessState.BLOCK, what, why, link, "Sửa văn bản", _GROUNDS, given.lead
    )


def missing_grounds(given: DossierInput) -> ReadinessLine | None:
    if not given.grounds_missing:
        return None
    missing = ", ".join(given.grounds_missing)
    why = f"Chưa có căn cứ của {missing}; bản nháp nêu chỗ đó, bản chính thức không dẫn"
    what, link = "Căn cứ còn thiếu", Link("thiet-lap", "van-ban")
    return ReadinessLine(
        "grounds_missing", ReadinessState.WARN, what, why, link, "Nhập văn bản", _GROUNDS, given.lead
    )


_GROUNDS = f"{LAYOUT} (căn cứ ban hành văn bản)"


def unconfirmed_grounds(given: DossierInput) -> ReadinessLine | None:
    if not given.grounds_unconfirmed:
        return None
    count = count_words(len(given.grounds_unconfirmed), "căn cứ")
    why = f"Chưa đối chiếu với bản gốc {count}: {'; '.join(given.grounds_unconfirmed)}"
    what, link = "Căn cứ chưa đối chiếu", Link("ho-so", "can-cu")
    return ReadinessLine("grounds", ReadinessState.WARN, what, why, link, "Đối chiếu", _GROUNDS, given.lead)


def code(given: DossierInput) -> ReadinessLine | None:
    if not given.provisional_code:
        return None
    why = "Mã đơn vị hành chính của xã đang là mã tạm"
    link, source = Link("thiet-lap", "xa"), "Danh mục đơn vị hành chính"
    return ReadinessLine("code", ReadinessState.WARN, "Mã xã", why, link, "Nhập mã xã", source, given.lead)


def illustrative(given: DossierInput) -> ReadinessLine | None:
    if not given.illustrative:
        return None
    what, why = "Số liệu minh họa", "Mọi trang in ghi “SỐ LIỆU MINH HỌA”"
    link = Link("thiet-lap", "xa")
    return ReadinessLine(
        "illustrative", ReadinessState.WARN, what, why, link, "Mở thiết lập", OWN, given.lead
    )
