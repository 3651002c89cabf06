"""Báo cáo tổng hợp ý kiến tham gia: how people were asked, what they said, what the commune makes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ntm_desktop.documents.blocks import Addressees, Block, Heading, Paper, Paragraph, Section
from ntm_desktop.documents.data import ConsultationFacts, DossierData
from ntm_desktop.documents.formal import letterhead, recipients, signature, title
from ntm_desktop.documents.wording import addressees, committee, without_end
from ntm_desktop.domain.consultation import (
    ACCEPTED_NAMES,
    GIVER_NAMES,
    OPINION_FORM_NAMES,
    WRITE,
    Giver,
    Opinion,
    OpinionForm,
)
from ntm_desktop.domain.hamlets import hamlet_text
from ntm_desktop.packs.forms import FormRule
from ntm_desktop.text import count_words, format_date, lowered

_OPEN = "bổ sung trước khi ký"
_LETTERS = "abcdđegh"
_NOBODY = f"(Chưa nhận được ý kiến; {_OPEN}.)"


def opinions(data: DossierData, rule: FormRule) -> Paper:
    asked = data.consultation
    goal = f"kết quả xây dựng {data.goal.tier} năm {data.goal.year} của {data.commune.name}"
    blocks: list[Block] = [
        letterhead(data, rule),
        title(data, rule, "BÁO CÁO"),
        Addressees(addressees(data)),
        Paragraph(f"{committee(data.commune)} báo cáo tổng hợp ý kiến tham gia về {goal} như sau:"),
        Heading(1, "I. Quá trình tổ chức lấy ý kiến"),
        Heading(2, "1. Niêm yết công khai"),
        *_postings(data),
        Heading(2, "2. Phát thanh"),
        _broadcasts(asked),
        Heading(2, "3. Họp, tiếp nhận ý kiến"),
        *_received(asked),
        Heading(1, "II. Ý kiến tham gia"),
        *_front(asked),
        *_organisations(asked),
        *_residents(asked),
        *_others(asked),
        Heading(1, "III. Tiếp thu, giải trình của UBND xã"),
        *_replies(asked),
        Paragraph(
            f"Trên đây là báo cáo tổng hợp ý kiến tham gia về {goal}, kính trình "
            f"{', '.join(addressees(data))} xem xét./."
        ),
        signature(data, rule.form, recipients(data)),
    ]
    return Paper(rule.form, "Báo cáo tổng hợp ý kiến", (Section("Báo cáo tổng hợp ý kiến", tuple(blocks)),))


def _postings(data: DossierData) -> Iterator[Paragraph]:
    """What still hangs out on the day of the paper is told as such."""
    asked = data.consultation
    if not asked.publications:
        yield Paragraph(f"(Chưa ghi nơi, thời gian niêm yết; {_OPEN}.)")
    for order, one in enumerate(asked.publications, 1):
        end = "." if order == len(asked.publications) else ";"
        until = "hết ngày" if one.last > data.today else "ngày"
        still = ", đang niêm yết" if one.last > data.today else ""
        yield Paragraph(
            f"- {one.place}: từ ngày {format_date(one.first)} đến {until} {format_date(one.last)} "
            f"({count_words(one.days, 'ngày')}{still}){end}"
        )


def _broadcasts(asked: ConsultationFacts) -> Paragraph:
    if not asked.broadcasts:
        return Paragraph(f"(Chưa ghi lần phát thanh nào trong thời gian niêm yết; {_OPEN}.)")
    heard = Counter(one.on for one in asked.broadcasts)
    days = [
        format_date(on) + (f" ({count_words(times, 'lần')})" if times > 1 else "")
        for on, times in heard.items()
    ]
    times = count_words(len(asked.broadcasts), "lần")
    return Paragraph(f"Đã phát {times} trên hệ thống truyền thanh của xã, các ngày: {', '.join(days)}.")


def _received(asked: ConsultationFacts) -> Iterator[Paragraph]:
    forms = Counter(one.form for one in asked.opinions)
    told = ", ".join(
        f"{count_words(forms[form], 'ý kiến')} {lowered(name)}"
        for form, name in OPINION_FORM_NAMES.items()
        if form in forms
    )
    yield Paragraph(f"Đã tiếp nhận {count_words(len(asked.opinions), 'ý kiến')}: {told}.")
    held = [one for one in asked.opinions if one.form is OpinionForm.MEETING]
    if meetings := list(dict.fromkeys((_where(one), one.on) for one in held)):
        told = "; ".join(f"{where} ngày {format_date(on)}" for where, on in meetings)
        yield Paragraph(f"Họp lấy ý kiến: {told}.")
    if asked.surveys:
        hamlets = ", ".join(one.hamlet for one in asked.surveys)
        yield Paragraph(
            f"Lấy phiếu về sự hài lòng tại {count_words(len(asked.surveys), 'thôn')}: {hamlets}. "
            "Kết quả do Mặt trận Tổ quốc báo cáo riêng."
        )


def _where(one: Opinion) -> str:
    return hamlet_text(one.hamlet) if one.hamlet else lowered(one.giver_text)


def _front(asked: ConsultationFacts) -> Iterator[Block]:
    yield Heading(2, f"1. {GIVER_NAMES[Giver.FRONT]}")
    yield from _of(asked, Giver.FRONT)


def _organisations(asked: ConsultationFacts) -> Iterator[Block]:
    yield Heading(2, "2. Các tổ chức chính trị - xã hội")
    for letter, giver in zip(_LETTERS, (one for one in WRITE if one is not Giver.FRONT), strict=False):
        yield Heading(3, f"{letter}) {GIVER_NAMES[giver]}")
        yield from _of(asked, giver)


def _residents(asked: ConsultationFacts) -> Iterator[Block]:
    yield Heading(2, "3. Nhân dân")
    found = [one for one in asked.opinions if one.giver is Giver.RESIDENTS]
    if not found:
        yield Paragraph(_NOBODY)
    for letter, one in _lettered(found):
        yield Heading(3, f"{letter}{_resident(one)}")
        yield from _told(one)


def _others(asked: ConsultationFacts) -> Iterator[Block]:
    found = [one for one in asked.opinions if one.giver is Giver.OTHER]
    if found:
        yield Heading(2, f"4. {GIVER_NAMES[Giver.OTHER]}")
    for letter, one in _lettered(found):
        yield Heading(3, f"{letter}{one.giver_text}")
        yield from _told(one)


def _lettered(found: Sequence[Opinion]) -> Iterator[tuple[str, Opinion]]:
    """ "a) " as far as there are letters, then "- "."""
    for place, one in enumerate(found):
        yield (f"{_LETTERS[place]}) " if len(found) <= len(_LETTERS) else "- "), one


def _resident(one: Opinion) -> str:
    known = (one.giver_name, hamlet_text(one.hamlet) if one.hamlet else "")
    return ", ".join(word for word in known if word) or GIVER_NAMES[Giver.RESIDENTS]


def _of(asked: ConsultationFacts, giver: Giver) -> Iterator[Block]:
    found = [one for one in asked.opinions if one.giver is giver]
    if not found:
        yield Paragraph(_NOBODY)
    for one in found:
        yield from _told(one)


def _told(one: Opinion) -> Iterator[Paragraph]:
    """How it came, what was said, what is proposed."""
    number = f" số {one.number}" if one.number else ""
    yield Paragraph(
        f"- Hình thức: {lowered(OPINION_FORM_NAMES[one.form])}{number}, ngày {format_date(one.on)};"
    )
    yield Paragraph(f"- Nội dung ý kiến: {_run(one.content)};")
    yield Paragraph(f"- Đề xuất, kiến nghị: {_run(one.proposal) if one.proposal else 'không'}.")


def _run(text: str) -> str:
    """Lines of the office's text inside one sentence."""
    return "; ".join(without_end(line) for line in text.splitlines() if line.strip())


def _replies(asked: ConsultationFacts) -> Iterator[Paragraph]:
    answered = [one for one in asked.opinions if one.proposal or one.reply or one.accepted]
    if not answered:
        yield Paragraph("Không có đề xuất, kiến nghị phải tiếp thu, giải trình.")
    for order, one in enumerate(answered, 1):
        who = _resident(one) if one.giver is Giver.RESIDENTS else one.giver_text
        said = _run(one.proposal or one.content)
        yield Paragraph(f"{order}. {who}: “{said}”.", kept=True)
        if one.accepted is None:
            reply = f": {_run(one.reply)}" if one.reply else ""
            yield Paragraph(f"(Chưa tiếp thu, giải trình{reply}; {_OPEN}.)")
            continue
        reply = f": {_run(one.reply)}" if one.reply else ""
        yield Paragraph(f"{ACCEPTED_NAMES[one.accepted]}{reply}.")
