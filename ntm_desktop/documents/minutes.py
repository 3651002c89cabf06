"""Biên bản cuộc họp đề nghị xét, công nhận (form 1.9), with the list that attendees sign.

Of a meeting that is only planned, or that nobody has entered, it is the form to fill in by hand.
"""

from __future__ import annotations

from collections.abc import Iterator

from ntm_desktop.documents.blocks import (
    SIGNED_ROW,
    Align,
    AnnexHeading,
    Block,
    Column,
    Grounds,
    Heading,
    Paper,
    Paragraph,
    Row,
    Section,
    Signature,
    Table,
)
from ntm_desktop.documents.data import DossierData
from ntm_desktop.documents.formal import (
    MissingGround,
    citation_text,
    going_with,
    ground_documents,
    letterhead,
    own_paper,
    title,
)
from ntm_desktop.documents.worded import CLOSING, OPENING, part
from ntm_desktop.documents.wording import addressees
from ntm_desktop.domain.consultation import SUMMARY_FORM, VOTE, Attendee, Meeting
from ntm_desktop.domain.signing import plain_name
from ntm_desktop.packs.forms import FormRule
from ntm_desktop.text import counted, format_long_date

LIST = "danh_sach_hop"
_SHORT, _LONG = "…", "…" * 12
_LINE = "…" * 26
_BLANK_LINES = 4  # to write on
_BLANK_ROWS = 30


def minutes(data: DossierData, rule: FormRule) -> Paper:
    meeting = data.consultation.meeting
    held = meeting if meeting is not None and meeting.held_by(data.today) else None
    request = f"đề nghị xét, công nhận {data.commune.name} đạt chuẩn {data.goal.tier} năm {data.goal.year}"
    blocks: list[Block] = [
        letterhead(data, rule),
        title(data, rule, "BIÊN BẢN"),
        Grounds(tuple(_grounds(data))),
        *part(data, rule.form, OPENING),
        Heading(1, "I. Thành phần tham dự"),
        *_present(meeting, held),
        Heading(1, "II. Nội dung"),
        Heading(2, "1. Báo cáo tại cuộc họp"),
        *part(data, rule.form, "bao_cao"),
        Heading(2, "2. Ý kiến thảo luận"),
        *_discussion(held),
        Heading(2, "3. Kết quả bỏ phiếu"),
        Paragraph(f"Nhất trí {request}: {_vote(data, held)}."),
        *_conclusion(data, rule),
        *part(data, rule.form, CLOSING),
        Signature(
            (*addressees(data), "Lưu: VT, Hồ sơ"),
            ("CHỦ TỌA",),
            plain_name(meeting.chair) if meeting else "",
            "THƯ KÝ",
            plain_name(meeting.secretary) if meeting else "",
        ),
    ]
    sections = (Section("Biên bản cuộc họp", tuple(blocks)), *_list(data, rule, meeting, held))
    return Paper(rule.form, "Biên bản cuộc họp", sections)


def _grounds(data: DossierData) -> Iterator[str]:
    """The procedure, the self-assessment and the report on opinions."""
    for ground in ground_documents(data):
        if isinstance(ground, MissingGround):
            yield ground.text
        elif ground.number == data.regime.decision.number:
            yield f"Căn cứ {citation_text(ground)}"
    for form, about in (("bao_cao", "kết quả thực hiện"), (SUMMARY_FORM, "tổng hợp ý kiến tham gia")):
        if rule := data.regime.form(form):
            yield f"Căn cứ {own_paper(data, rule)} về {about}"


def _present(meeting: Meeting | None, held: Meeting | None) -> Iterator[Paragraph]:
    chair = (meeting.chair, meeting.chair_post) if meeting else ("", "")
    secretary = (meeting.secretary, meeting.secretary_post) if meeting else ("", "")
    yield Paragraph(f"1. Chủ trì (chủ tọa): ông (bà) {_person(*chair)}.")
    yield Paragraph(f"2. Thư ký: ông (bà) {_person(*secretary)}.")
    invited = counted(meeting.invited) if meeting and meeting.invited else _SHORT
    present = counted(held.present) if held else _SHORT
    listed = " (danh sách kèm theo)" if held is None or held.attendees else ""
    yield Paragraph(f"3. Số người được mời: {invited}; số người có mặt: {present}{listed}.")


def _person(name: str, post: str) -> str:
    if not name:
        return f"{_LONG}, chức vụ: {_LONG}"
    return f"{plain_name(name)}, {post}" if post else plain_name(name)


def _discussion(held: Meeting | None) -> Iterator[Paragraph]:
    if held is None:
        yield from (Paragraph(_LINE) for _ in range(_BLANK_LINES))
        return
    said = [line.strip() for line in held.discussion.splitlines() if line.strip()]
    for line in said or ["(Chưa ghi ý kiến thảo luận; bổ sung trước khi ký.)"]:
        yield Paragraph(line)


def _vote(data: DossierData, held: Meeting | None) -> str:
    """“38/40 người dự họp, đạt 95%”; a share just under the level has the decimals that show it."""
    if held is None:
        return f"{_SHORT}/{_SHORT} người dự họp, đạt {_SHORT}%"
    share = held.vote.text(data.consultation.level(VOTE))
    return f"{counted(held.agreed)}/{counted(held.present)} người dự họp, đạt {share}"


def _conclusion(data: DossierData, rule: FormRule) -> tuple[Block, ...]:
    """Left out where nobody has written it."""
    said = part(data, rule.form, "ket_luan")
    return (Heading(2, "4. Kết luận của người chủ trì"), *said) if said else ()


def _list(
    data: DossierData, rule: FormRule, meeting: Meeting | None, held: Meeting | None
) -> tuple[Section, ...]:
    """With a place to sign; of a meeting that was held without a list there is none."""
    if held is not None and not held.attendees:
        return ()
    known: tuple[Attendee, ...] = meeting.attendees if meeting else ()
    blank = 0 if known else (meeting.invited if meeting and meeting.invited else _BLANK_ROWS)
    rows = [Row((str(order), one.name, one.post, "")) for order, one in enumerate(known, 1)]
    rows += [Row((str(order), "", "", "")) for order in range(1, blank + 1)]
    table = Table(
        (
            Column("TT", 12, Align.CENTRE),
            Column("Họ và tên", 52),
            Column("Chức vụ, đơn vị", 62),
            Column("Ký tên", 34),
        ),
        tuple(rows),
        13,
        SIGNED_ROW,
    )
    heading = AnnexHeading(
        "DANH SÁCH", _listed(meeting), going_with(data, rule, on=meeting.on if meeting else None)
    )
    return (Section("Danh sách người dự họp", (heading, table), key=LIST),)


def _listed(meeting: Meeting | None) -> str:
    return f"Người dự họp {format_long_date(meeting.on)}" if meeting else "Người dự họp"
