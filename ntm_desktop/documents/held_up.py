"""What waits for others, on paper: the report on obstacles, the table of promised capital, the letter asking
for it. Forms 1.4 and 1.5 of Nghị định 30/2020; the columns follow the project's notes on works, §6."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ntm_desktop.documents.blocks import (
    Addressees,
    AnnexHeading,
    Block,
    Heading,
    Paper,
    Paragraph,
    Section,
    Title,
)
from ntm_desktop.documents.formal import day_text
from ntm_desktop.documents.office import Office, letter_symbol, letterhead, signature
from ntm_desktop.documents.tables import (
    Head,
    Kind,
    Line,
    LineKind,
    Statement,
    body,
    subject,
    summed,
    with_total,
)
from ntm_desktop.documents.wording import committee, ended, joined, without_end
from ntm_desktop.domain.capital import SOURCE_NAMES, Source
from ntm_desktop.domain.commitments import Kept, PromiseState
from ntm_desktop.domain.obstacles import LEVEL_NAMES, STATE_WORDS, EventKind, Level, Standing, State
from ntm_desktop.text import count_words, format_date, format_millions, lowered

_SUBJECT = "Khó khăn, vướng mắc trong xây dựng nông thôn mới"
_RECIPIENTS = ("Như trên", "Lưu: VT")


@dataclass(frozen=True, slots=True)
class EventEntry:
    kind: EventKind
    on: date
    number: str
    note: str


@dataclass(frozen=True, slots=True)
class ObstacleEntry:
    """One obstacle on the day of ``standing``; ``events`` oldest first."""

    what: str
    subject: str
    level: Level
    decider: str
    person: str
    since: date
    proposal: str
    standing: Standing
    events: tuple[EventEntry, ...]


@dataclass(frozen=True, slots=True)
class CommitmentEntry:
    promiser: str
    document: str  # "15/UBND-TCKH ngày 28/1/2021", "" without one
    subject: str
    source: Source
    year: int
    due: date
    note: str
    kept: Kept


# Obstacles


def obstacle_table(entries: Sequence[ObstacleEntry], *, on: date, office: Office) -> Statement:
    """All of them, the highest level first, those that are open before the others."""
    heads = (
        Head("TT", Kind.CODE),
        Head("Nội dung", width=40),
        Head("Công trình, tiêu chí", width=30),
        Head("Phát sinh ngày", Kind.DATE),
        Head("Số ngày", Kind.COUNT),
        Head("Người theo dõi", width=20),
        Head("Gửi cấp nào", width=24),
        Head("Ngày gửi", Kind.DATE),
        Head("Hạn xử lý", Kind.DATE),
        Head("Kết quả", width=36),
    )
    lines: list[Line] = []
    place = 0
    for level in reversed(Level):
        own = [entry for entry in entries if entry.level is level]
        if own:
            lines.append(Line((f"Thuộc thẩm quyền cấp {LEVEL_NAMES[level].lower()}",), LineKind.GROUP))
        for entry in own:
            place += 1
            lines.append(_obstacle_line(place, entry))
    return Statement(
        name="Tổng hợp khó khăn, vướng mắc",
        subject=subject(office),
        on=on,
        heads=heads,
        lines=tuple(lines),
        office=office,
        nothing="Không có khó khăn, vướng mắc.",
    )


def obstacle_report(entries: Sequence[ObstacleEntry], *, on: date, office: Office) -> Paper:
    """Báo cáo khó khăn, vướng mắc to the steering committee above, with the table as its annex."""
    unit = office.commune.district or office.commune.province
    steering = f"Ban Chỉ đạo các chương trình mục tiêu quốc gia {unit}"
    own = committee(office.commune)
    day = format_date(on)
    blocks: list[Block] = [
        letterhead(office, "BC-UBND"),
        Title("BÁO CÁO", f"{_SUBJECT} (tính đến ngày {day})"),
        Addressees((steering,)),
    ]
    waiting = [entry for entry in entries if entry.standing.is_open]
    if waiting:
        blocks.append(Paragraph(f"{own} báo cáo {lowered(_SUBJECT)} tính đến ngày {day} như sau:"))
        blocks.append(Heading(1, "I. Tình hình chung"))
        blocks.append(Paragraph(_summary(entries)))
        blocks.append(Heading(1, "II. Khó khăn, vướng mắc chưa giải quyết"))
        blocks += _by_level(waiting)
        blocks += _proposals(waiting)
    else:
        blocks.append(Paragraph(f"Tính đến ngày {day}, xã không có khó khăn, vướng mắc chưa giải quyết."))
    blocks.append(Paragraph(f"{own} kính báo cáo {steering} xem xét, chỉ đạo./."))
    blocks.append(signature(office, _RECIPIENTS))
    sections = [Section("Báo cáo khó khăn, vướng mắc", tuple(blocks))]
    if entries:
        sections.append(_annex(obstacle_table(entries, on=on, office=office)))
    return Paper("bao_cao", "Báo cáo khó khăn, vướng mắc", tuple(sections))


def _obstacle_line(place: int, entry: ObstacleEntry) -> Line:
    standing = entry.standing
    return Line(
        (
            place,
            entry.what,
            entry.subject,
            entry.since,
            standing.age,
            entry.person,
            entry.decider,
            standing.sent,
            standing.due,
            _result(entry),
        )
    )


def _result(entry: ObstacleEntry) -> str:
    """How it stands, and what the newest answer or end says."""
    standing = entry.standing
    words = STATE_WORDS[standing.state]
    if standing.days_over:
        words = f"{words} {count_words(standing.days_over, 'ngày')}"
    if standing.closed is not None:
        words = f"{words} ngày {format_date(standing.closed)}"
    told = (EventKind.ANSWERED, EventKind.CLOSED)
    note = next((one.note for one in reversed(entry.events) if one.kind in told and one.note), "")
    return f"{words}: {lowered(note)}" if note and (standing.answered or standing.closed) else words


def _summary(entries: Sequence[ObstacleEntry]) -> str:
    waiting = [entry for entry in entries if entry.standing.is_open]
    late = sum(bool(entry.standing.days_over) for entry in waiting)
    oldest = max(entry.standing.age for entry in waiting)
    parts = [f"còn {count_words(len(waiting), 'vướng mắc')} chưa giải quyết"]
    if late:
        parts.append(f"trong đó {count_words(late, 'vướng mắc')} quá hạn trả lời")
    levels = [
        f"cấp {LEVEL_NAMES[level].lower()} {count_words(count, 'vướng mắc')}"
        for level in reversed(Level)
        if (count := sum(entry.level is level for entry in waiting))
    ]
    closed = len(entries) - len(waiting)
    done = f" Đã giải quyết {count_words(closed, 'vướng mắc')}." if closed else ""
    return (
        f"Đến nay {', '.join(parts)}; vướng mắc lâu nhất kéo dài {count_words(oldest, 'ngày')}. "
        f"Thuộc thẩm quyền {', '.join(levels)}.{done} Chi tiết tại Phụ lục kèm theo."
    )


def _by_level(waiting: Sequence[ObstacleEntry]) -> Iterator[Block]:
    number = 0
    for level in reversed(Level):
        own = [entry for entry in waiting if entry.level is level]
        if own:
            number += 1
            yield Heading(2, f"{number}. Thuộc thẩm quyền cấp {LEVEL_NAMES[level].lower()}")
        for entry in own:
            yield Paragraph(f"- {_told(entry)}")


def _told(entry: ObstacleEntry) -> str:
    """One obstacle with its story, in a sentence or two."""
    standing = entry.standing
    text = f"{without_end(entry.what)} ({lowered(entry.subject)}): phát sinh ngày {format_date(entry.since)}"
    text = f"{text}, đến nay {count_words(standing.age, 'ngày')}."
    story = [_happened(one, entry.decider) for one in entry.events]
    if story:
        text = f"{text} {ended(joined(story))}"
    if standing.days_over and standing.due is not None:
        over = count_words(standing.days_over, "ngày")
        text = f"{text} Hạn trả lời {format_date(standing.due)}, đã quá {over}."
    elif standing.due is not None and standing.answered is None:
        text = f"{text} Hạn trả lời {format_date(standing.due)}."
    elif standing.sent is None:
        own = standing.state is State.OWN
        text = f"{text} {STATE_WORDS[State.OWN] if own else 'Xã chưa gửi văn bản'}."
    return text


def _happened(one: EventEntry, decider: str) -> str:
    words = {
        EventKind.SENT: f"Xã đã gửi {decider}",
        EventKind.REMINDED: "Nhắc lại",
        EventKind.ANSWERED: f"{decider} đã trả lời",
        EventKind.CLOSED: "Đã giải quyết",
        EventKind.REOPENED: "Vướng lại",
    }[one.kind]
    number = f" (văn bản số {one.number})" if one.number else ""
    note = f", {lowered(without_end(one.note))}" if one.note else ""
    return f"{words} ngày {format_date(one.on)}{number}{note}"


def _proposals(waiting: Sequence[ObstacleEntry]) -> Iterator[Block]:
    """What is asked of the levels above, by who must decide."""
    asked = [entry for entry in waiting if entry.level is not Level.COMMUNE and entry.proposal]
    if not asked:
        return
    yield Heading(1, "III. Đề xuất, kiến nghị")
    asked.sort(key=lambda entry: list(Level).index(entry.level), reverse=True)
    for number, decider in enumerate(dict.fromkeys(entry.decider for entry in asked), 1):
        wishes = [" ".join(entry.proposal.split()) for entry in asked if entry.decider == decider]
        yield Paragraph(f"{number}. Đề nghị {decider}: {ended(joined([*map(without_end, wishes)]))}")


def _annex(statement: Statement) -> Section:
    office = statement.office
    reference = f"(Kèm theo Báo cáo số      /BC-UBND {day_text(None, office.today)} của {office.name})"
    heading = AnnexHeading("Phụ lục", statement.name.upper(), reference)
    return Section("Phụ lục", (heading, *body(statement)), landscape=True)


# Promised capital


def commitment_table(entries: Sequence[CommitmentEntry], *, on: date, office: Office) -> Statement:
    """Cam kết vốn: who promised, by what, how much, by when, what came and what is missing."""
    heads = (
        Head("TT", Kind.CODE),
        Head("Nơi cam kết", width=32),
        *_COMMITMENT_HEADS,
        Head("Ghi chú", width=24),
    )
    lines = [
        Line((place, entry.promiser, *_commitment_cells(entry), _remark(entry)))
        for place, entry in enumerate(entries, 1)
    ]
    return Statement(
        name="Cam kết vốn và kết quả bố trí",
        subject=subject(office),
        on=on,
        heads=heads,
        lines=with_total(heads, lines),
        office=office,
        nothing="Chưa có cam kết vốn nào.",
    )


def request_letter(promiser: str, entries: Sequence[CommitmentEntry], *, on: date, office: Office) -> Paper:
    """Công văn đề nghị bố trí vốn. ``entries``: all that this promiser committed; the table has those that
    are not allotted in full."""
    own = committee(office.commune)
    waiting = [entry for entry in entries if entry.kept.missing]
    heads = (Head("TT", Kind.CODE), *_COMMITMENT_HEADS)
    lines = [Line((place, *_commitment_cells(entry))) for place, entry in enumerate(waiting, 1)]
    table = Statement(
        name="Vốn đã cam kết chưa bố trí đủ",
        subject="",
        on=on,
        heads=heads,
        lines=(*lines, summed("Tổng cộng", heads, lines)),
        office=office,
        landscape=False,
    )
    missing = format_millions(sum(entry.kept.missing for entry in waiting))
    blocks = (
        letterhead(office, letter_symbol("TC"), "V/v đề nghị bố trí vốn đã cam kết"),
        Addressees((promiser,)),
        Paragraph(_how_kept(promiser, entries, on=on, office=office)),
        Paragraph(
            "Các khoản chưa bố trí đủ, đều đã quá hạn cam kết, cụ thể như sau:"
            if all(entry.kept.state is PromiseState.LATE for entry in waiting)
            else "Các khoản chưa bố trí đủ cụ thể như sau:",
            kept=True,
        ),
        *body(table),
        Paragraph(
            f"{own} kính đề nghị {promiser} xem xét, bố trí số vốn còn thiếu {missing} "
            "để xã có vốn thực hiện theo kế hoạch./."
        ),
        signature(office, _RECIPIENTS),
    )
    title = "Công văn đề nghị bố trí vốn"
    return Paper("cong_van", title, (Section(title, blocks),))


def _how_kept(promiser: str, entries: Sequence[CommitmentEntry], *, on: date, office: Office) -> str:
    """All that was committed, allotted and is missing; how much of it is overdue, unless that is all."""
    missing = sum(entry.kept.missing for entry in entries)
    late = sum(entry.kept.missing for entry in entries if entry.kept.state is PromiseState.LATE)
    text = (
        f"Để thực hiện các công trình, nội dung xây dựng nông thôn mới trên địa bàn {office.commune.name}, "
        f"{promiser} đã cam kết {format_millions(sum(entry.kept.promised for entry in entries))}; "
        f"đến ngày {format_date(on)} đã bố trí "
        f"{format_millions(sum(entry.kept.allotted for entry in entries))}, còn thiếu "
        f"{format_millions(missing)}"
    )
    return f"{text}, trong đó {format_millions(late)} đã quá hạn." if 0 < late < missing else f"{text}."


_COMMITMENT_HEADS = (
    Head("Công trình, nội dung", width=34),
    Head("Văn bản cam kết", width=26),
    Head("Nguồn vốn", width=24),
    Head("Cam kết", Kind.MONEY),
    Head("Đã bố trí", Kind.MONEY),
    Head("Còn thiếu", Kind.MONEY),
    Head("Hạn bố trí", Kind.DATE),
)


def _commitment_cells(entry: CommitmentEntry) -> tuple[str | int | date, ...]:
    source = f"{SOURCE_NAMES[entry.source]} năm {entry.year}"
    kept = entry.kept
    return (entry.subject, entry.document, source, kept.promised, kept.allotted, kept.missing, entry.due)


def _remark(entry: CommitmentEntry) -> str:
    late = f"Quá hạn {count_words(entry.kept.days_over, 'ngày')}" if entry.kept.days_over else ""
    withdrawn = "Đã rút cam kết" if entry.kept.state is PromiseState.WITHDRAWN else ""
    return joined([part for part in (late, withdrawn, entry.note) if part])
