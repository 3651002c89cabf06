"""Báo cáo tổng hợp ý kiến tham gia: how people were asked, what they said, what the commune makes of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ntm_desktop.documents.blocks import Addressees, Block, Heading, Paper, Paragraph, Section
from ntm_desktop.documents.data import ConsultationFacts, DossierData
from ntm_desktop.documents.formal import letterhead, recipients, signature, title
from ntm_desktop.documents.record_fields import answered, in_one_sentence, who_asked
from ntm_desktop.documents.worded import CLOSING, OPENING, part, section
from ntm_desktop.documents.wording import addressees
from ntm_desktop.domain.consultation import (
    ACCEPTED_NAMES,
    GIVER_NAMES,
    OPINION_FORM_NAMES,
    WRITE,
    Giver,
    Opinion,
)
from ntm_desktop.packs.forms import FormRule
from ntm_desktop.text import format_date, lowered

_OPEN = "bổ sung trước khi ký"
_LETTERS = "abcdđegh"
_NOBODY = f"(Chưa nhận được ý kiến; {_OPEN}.)"


def opinions(data: DossierData, rule: FormRule) -> Paper:
    asked = data.consultation
    blocks: list[Block] = [
        letterhead(data, rule),
        title(data, rule, "BÁO CÁO"),
        Addressees(addressees(data)),
        *part(data, rule.form, OPENING),
        Heading(1, "I. Quá trình tổ chức lấy ý kiến"),
        *section(data, rule.form, "I"),
        Heading(1, "II. Ý kiến tham gia"),
        *_front(asked),
        *_organisations(asked),
        *_residents(asked),
        *_others(asked),
        Heading(1, "III. Tiếp thu, giải trình của UBND xã"),
        *part(data, rule.form, "tiep_thu"),
        *_replies(data),
        *part(data, rule.form, CLOSING),
        signature(data, rule.form, recipients(data)),
    ]
    return Paper(rule.form, "Báo cáo tổng hợp ý kiến", (Section("Báo cáo tổng hợp ý kiến", tuple(blocks)),))


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
        yield Heading(3, f"{letter}{who_asked(one)}")
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
    yield Paragraph(f"- Nội dung ý kiến: {in_one_sentence(one.content)};")
    yield Paragraph(f"- Đề xuất, kiến nghị: {in_one_sentence(one.proposal) if one.proposal else 'không'}.")


def _replies(data: DossierData) -> Iterator[Paragraph]:
    for order, one in enumerate(answered(data), 1):
        who = who_asked(one)
        said = in_one_sentence(one.proposal or one.content)
        yield Paragraph(f"{order}. {who}: “{said}”.", kept=True)
        if one.accepted is None:
            reply = f": {in_one_sentence(one.reply)}" if one.reply else ""
            yield Paragraph(f"(Chưa tiếp thu, giải trình{reply}; {_OPEN}.)")
            continue
        reply = f": {in_one_sentence(one.reply)}" if one.reply else ""
        yield Paragraph(f"{ACCEPTED_NAMES[one.accepted]}{reply}.")
