"""Who answers for what, and what is no longer met, on paper. Forms 1.4 and 1.6 of Nghị định 30/2020."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ntm_desktop.documents.blocks import AnnexHeading, Block, Heading, Paper, Paragraph, Section, Title
from ntm_desktop.documents.formal import CLERK, day_text
from ntm_desktop.documents.office import Office, letterhead, signature
from ntm_desktop.documents.tables import (
    Head,
    Kind,
    Line,
    LineKind,
    Statement,
    body,
    paper_of,
    subject,
    value_cell,
)
from ntm_desktop.documents.wording import STATE_WORDS, committee
from ntm_desktop.domain.judging import CriterionState
from ntm_desktop.domain.rating import RATING_NAMES, Rating, RatingRule, YearFacts
from ntm_desktop.domain.recognition import CheckLine
from ntm_desktop.domain.tasks import TASK_STATE_NAMES, TaskStanding
from ntm_desktop.text import count_words, format_date

UNLIKE = "không so sánh được vì đổi bộ tiêu chí"
_NOTICE = "Phân công phụ trách các tiêu chí xây dựng nông thôn mới"


@dataclass(frozen=True, slots=True)
class ChargeEntry:
    """A criterion with who answers for it; "" of nobody. ``late`` of its tasks are over their deadline."""

    code: str
    name: str
    state: CriterionState
    person: str
    unit: str
    head: str
    department: str
    from_date: date | None
    to_date: date | None
    tasks: int
    late: int


@dataclass(frozen=True, slots=True)
class TaskEntry:
    code: str
    solution: str
    person: str
    deadline: date | None
    done_on: date | None
    standing: TaskStanding


@dataclass(frozen=True, slots=True)
class LapseEntry:
    criterion: str
    code: str
    text: str
    met_on: date
    met_set: str
    unmet_on: date
    set_changed: bool
    value_text: str
    target_text: str
    cause: str
    solution: str
    deadline: date | None
    person: str
    department: str


@dataclass(frozen=True, slots=True)
class CriterionEntry:
    code: str
    name: str
    state: CriterionState
    kept: bool | None  # None: not comparable, the set was changed
    lost: bool


@dataclass(frozen=True, slots=True)
class LateWorkEntry:
    """A work that is late, or was ``built`` late within the year."""

    name: str
    days: int
    built: date | None


@dataclass(frozen=True, slots=True)
class ReviewEntry:
    """A person or a unit with the facts of a year; ``proposed`` None where there is nothing to go by,
    ``changed`` where the proposal stands."""

    name: str
    post: str
    unit: str
    facts: YearFacts
    proposed: Rating | None
    changed: Rating | None
    reason: str
    late_works: Sequence[LateWorkEntry] = ()


def charge_table(entries: Sequence[ChargeEntry], *, on: date, office: Office) -> Statement:
    """One line a criterion, also of those that nobody answers for."""
    heads = (
        Head("TT", Kind.CODE),
        Head("Tiêu chí", width=34),
        Head("Kết quả", width=20),
        Head("Người phụ trách", width=30),
        Head("Người đứng đầu", width=28),
        Head("Đơn vị hỗ trợ", width=28),
        Head("Từ ngày", Kind.DATE),
        Head("Đến ngày", Kind.DATE),
        Head("Tổng số", Kind.COUNT, group="Nhiệm vụ đang giao"),
        Head("Quá hạn", Kind.COUNT, group="Nhiệm vụ đang giao"),
    )
    lines = tuple(
        Line(
            (
                entry.code,
                entry.name,
                STATE_WORDS[entry.state],
                _person(entry),
                entry.head,
                entry.department,
                entry.from_date,
                entry.to_date,
                entry.tasks,
                entry.late,
            )
        )
        for entry in entries
    )
    return Statement(
        name="Phân công phụ trách tiêu chí",
        subject=subject(office),
        on=on,
        heads=heads,
        lines=lines,
        office=office,
        nothing="Bộ tiêu chí chưa có tiêu chí nào.",
    )


def task_table(entries: Sequence[TaskEntry], *, on: date, office: Office) -> Statement:
    """One line a task, those that are late first."""
    heads = (
        Head("TT", Kind.CODE),
        Head("Chỉ tiêu", Kind.CODE),
        Head("Nhiệm vụ", width=74),
        Head("Người thực hiện", width=36),
        Head("Hạn", Kind.DATE),
        Head("Ngày xong", Kind.DATE),
        Head("Tình trạng", width=24),
        Head("Số ngày trễ", Kind.COUNT),
    )
    lines = tuple(
        Line(
            (
                place,
                entry.code,
                entry.solution,
                entry.person or "Chưa giao",
                entry.deadline,
                entry.done_on,
                TASK_STATE_NAMES[entry.standing.state],
                entry.standing.days_late,
            )
        )
        for place, entry in enumerate(entries, 1)
    )
    return Statement(
        name="Nhiệm vụ được giao",
        subject=subject(office),
        on=on,
        heads=heads,
        lines=lines,
        office=office,
        nothing="Chưa có nhiệm vụ nào trong kế hoạch.",
    )


def charge_notice(entries: Sequence[ChargeEntry], *, on: date, office: Office) -> Paper:
    """Thông báo phân công, with the table as its annex."""
    own = committee(office.commune)
    nobody = [entry for entry in entries if not (entry.person or entry.head or entry.department)]
    assigned = len(entries) - len(nobody)
    texts = [
        f"{own} thông báo phân công phụ trách {count_words(assigned, 'tiêu chí')} xây dựng nông thôn mới "
        "như Phụ lục kèm theo.",
        "1. Người phụ trách theo dõi, đôn đốc, tổng hợp kết quả và minh chứng của tiêu chí được giao; báo "
        "cáo ngay khi một chỉ tiêu có nguy cơ không đạt hoặc không giữ được.",
        "2. Người đứng đầu đơn vị chịu trách nhiệm về kết quả của tiêu chí được giao. Kết quả này là một căn "
        "cứ để đánh giá cuối năm.",
        "3. Đơn vị hỗ trợ hướng dẫn chuyên môn và xác nhận kết quả của tiêu chí bằng văn bản.",
    ]
    if nobody:
        names = "; ".join(f"{entry.code}. {entry.name}" for entry in nobody)
        texts.append(f"Chưa phân công {count_words(len(nobody), 'tiêu chí')}: {names}.")
    texts.append(f"{own} thông báo để các cá nhân, đơn vị biết, thực hiện./.")
    blocks: tuple[Block, ...] = (
        letterhead(office, "TB-UBND"),
        Title("THÔNG BÁO", _NOTICE),
        *(Paragraph(text) for text in texts),
        signature(office, ("Như Phụ lục", "Lưu: VT")),
    )
    statement = charge_table(entries, on=on, office=office)
    reference = f"(Kèm theo Thông báo số{CLERK}/TB-UBND {day_text(None, office.today)} của {own})"
    annex = Section(
        f"Phụ lục. {statement.name}",
        (AnnexHeading("Phụ lục", statement.name.upper(), reference), *body(statement)),
        statement.landscape,
    )
    name = "Thông báo phân công"
    return Paper("thong_bao", name, (Section(name, blocks), annex))


def lapse_table(entries: Sequence[LapseEntry], *, on: date, office: Office) -> Statement:
    """What must be met again before the commune can be recognised again."""
    heads = (
        Head("TT", Kind.CODE),
        Head("Tiêu chí, chỉ tiêu", width=44),
        Head("Đạt đến ngày", Kind.DATE),
        Head("Theo bộ tiêu chí", width=22),
        Head("Không đạt từ ngày", Kind.DATE),
        Head("Hiện nay", width=18),
        Head("Yêu cầu", width=20),
        Head("Nguyên nhân", width=30),
        Head("Giải pháp", width=34),
        Head("Hạn", Kind.DATE),
        Head("Phụ trách, hỗ trợ", width=26),
    )
    lines = tuple(
        Line(
            (
                place,
                f"{entry.criterion}: {entry.code} {entry.text}",
                entry.met_on,
                entry.met_set,
                entry.unmet_on,
                value_cell(entry.value_text),
                entry.target_text,
                _cause(entry),
                entry.solution or "Chưa có kế hoạch",
                entry.deadline,
                ", ".join(part for part in (entry.person, entry.department) if part),
            )
        )
        for place, entry in enumerate(entries, 1)
    )
    return Statement(
        name="Chỉ tiêu đã đạt nay chưa đạt",
        subject=f"Rà soát để công nhận lại {office.commune.name}",
        on=on,
        heads=heads,
        lines=lines,
        office=office,
        nothing=f"Đến ngày {format_date(on)}, không có chỉ tiêu nào đã đạt mà nay chưa đạt.",
    )


def check_table(checks: Sequence[CheckLine], *, on: date, office: Office) -> Statement:
    """The other conditions of being recognised again, and how the commune stands to each."""
    heads = (
        Head("TT", Kind.CODE),
        Head("Điều kiện", width=92),
        Head("Căn cứ", width=56),
        Head("Kết quả", width=26),
        Head("Nội dung còn thiếu", width=50),
    )
    lines = (
        Line(
            (place, one.text, *(told[:1].upper() + told[1:] for told in (one.source, one.state, one.detail)))
        )
        for place, one in enumerate(checks, 1)
    )
    return Statement(
        name="Điều kiện để công nhận lại",
        subject=office.commune.name,
        on=on,
        heads=heads,
        lines=tuple(lines),
        office=office,
        nothing=f"Đến ngày {format_date(on)}, không có chỉ tiêu nào phải đạt lại.",
    )


def lapse_paper(lapses: Statement, checks: Statement) -> Paper:
    """The list, then the conditions under a heading of their own, signed together."""
    paper = paper_of(lapses)
    if not checks.lines:
        return paper
    (section,) = paper.sections
    *blocks, signed = section.blocks
    own = (Heading(2, checks.name), *body(checks, dated=False))
    return replace(paper, sections=(replace(section, blocks=(*blocks, *own, signed)),))


def review_table(
    people: Sequence[ReviewEntry],
    units: Sequence[ReviewEntry],
    *,
    rule: RatingRule,
    year: int,
    on: date,
    office: Office,
) -> Statement:
    """The year of each person and each unit. Ratings are proposals by a rule that stands below the table."""
    unlike = any(entry.facts.unlike for entry in (*people, *units))
    heads = (
        Head("TT", Kind.CODE),
        Head("Cá nhân, đơn vị", width=32),
        Head("Chức vụ, đơn vị", width=36),
        Head("Phụ trách", Kind.COUNT, group="Tiêu chí"),
        Head("Đạt", Kind.COUNT, group="Tiêu chí"),
        Head("Giữ được", Kind.COUNT, group="Tiêu chí"),
        Head("Mất trong năm", Kind.COUNT, group="Tiêu chí"),
        *((Head("Không so sánh được", Kind.COUNT, group="Tiêu chí"),) if unlike else ()),
        Head("Tổng số", Kind.COUNT, group="Nhiệm vụ hạn trong năm"),
        Head("Đúng hạn", Kind.COUNT, group="Nhiệm vụ hạn trong năm"),
        Head("Trễ hạn", Kind.COUNT, group="Nhiệm vụ hạn trong năm"),
        Head("Công trình chậm", Kind.COUNT),
        Head("Mức đề xuất", width=28),
        Head("Mức đánh giá", width=28),
        Head("Lý do đổi mức", width=30),
    )
    lines: list[Line] = []
    for title, entries in (("Cá nhân", people), ("Đơn vị", units)):
        if entries:
            lines.append(Line((title,), LineKind.GROUP))
            lines.extend(_review_line(place, entry, unlike=unlike) for place, entry in enumerate(entries, 1))
    return Statement(
        name=f"Tổng hợp đánh giá năm {year}",
        subject=f"Kết quả phụ trách tiêu chí nông thôn mới {office.commune.name}",
        on=on,
        heads=heads,
        lines=tuple(lines),
        office=office,
        nothing="Chưa phân công ai phụ trách tiêu chí.",
        notes=(*((_UNLIKE_NOTE,) if unlike else ()), *_late_notes(people), *rule_notes(rule)),
    )


def _late_notes(people: Sequence[ReviewEntry]) -> tuple[str, ...]:
    """Which works are counted as late, once each: several persons may answer for one."""
    known = {work.name: work for entry in people for work in entry.late_works}
    if not known:
        return ()
    told = [
        f"{work.name} ({count_words(work.days, 'ngày')}, {'đã xong' if work.built else 'chưa xong'})"
        for work in sorted(known.values(), key=lambda work: -work.days)
    ]
    return (f"Công trình chậm: {'; '.join(told)}.",)


def review_sheet(
    entry: ReviewEntry,
    criteria: Sequence[CriterionEntry],
    tasks: Sequence[TaskEntry],
    *,
    rule: RatingRule,
    year: int,
    on: date,
    office: Office,
) -> Statement:
    """The year of one person or unit: each criterion, each task, each late work, and the rating."""
    heads = (
        Head("TT", Kind.CODE),
        Head("Nội dung", width=76),
        Head("Kết quả", width=40),
        Head("Hạn", Kind.DATE),
        Head("Ngày xong", Kind.DATE),
        Head("Số ngày trễ", Kind.COUNT),
    )
    facts, final = entry.facts, entry.changed or entry.proposed
    lines = [Line((f"Tiêu chí phụ trách: đạt {facts.met}/{facts.criteria}",), LineKind.GROUP)]
    for one in criteria:
        fate = "mất trong năm" if one.lost else "giữ được" if one.kept else ""
        if one.kept is None:
            fate = ", ".join(part for part in (fate, UNLIKE) if part)
        result = ", ".join(part for part in (STATE_WORDS[one.state], fate) if part)
        lines.append(Line((one.code, one.name, result, None, None, None)))
    done = f"Nhiệm vụ hạn trong năm: đúng hạn {facts.in_time}/{facts.tasks}, trễ hạn {facts.late}"
    lines.append(Line((done,), LineKind.GROUP))
    for place, task in enumerate(tasks, 1):
        what, state = f"{task.code} {task.solution}", TASK_STATE_NAMES[task.standing.state]
        lines.append(Line((place, what, state, task.deadline, task.done_on, task.standing.days_late)))
    lines.append(Line((f"Công trình chậm thuộc phần phụ trách: {facts.late_works}",), LineKind.GROUP))
    for place, work in enumerate(entry.late_works, 1):
        fate = "Đã xong, chậm" if work.built else "Chưa xong, chậm"
        lines.append(Line((place, work.name, fate, None, work.built, work.days)))
    nothing_known = "chưa có căn cứ"
    ratings = [
        f"Mức đề xuất: {RATING_NAMES[entry.proposed] if entry.proposed else nothing_known}.",
        f"Mức đánh giá: {RATING_NAMES[final] if final else nothing_known}.",
    ]
    if entry.changed:
        ratings.append(f"Lý do đổi mức: {entry.reason}")
    post = ", ".join(part for part in (entry.post, entry.unit) if part)
    return Statement(
        name=f"Phiếu đánh giá năm {year}",
        subject=f"{entry.name} ({post})" if post else entry.name,
        on=on,
        heads=heads,
        lines=tuple(lines),
        office=office,
        notes=(*ratings, *rule_notes(rule)),
        landscape=False,
    )


def rule_notes(rule: RatingRule) -> tuple[str, ...]:
    return (f"Quy tắc đề xuất mức đánh giá ({rule.source}):", " ".join(rule.sentences()))


_UNLIKE_NOTE = (
    "“Giữ được” chỉ đếm tiêu chí có cùng nội dung trong bộ tiêu chí của năm trước; tiêu chí còn lại là "
    "“Không so sánh được” vì đổi bộ tiêu chí."
)


def _review_line(place: int, entry: ReviewEntry, *, unlike: bool) -> Line:
    facts, final = entry.facts, entry.changed or entry.proposed
    counts = (facts.criteria, facts.met, facts.kept, facts.lost, *((facts.unlike,) if unlike else ()))
    return Line(
        (
            place,
            entry.name,
            ", ".join(part for part in (entry.post, entry.unit) if part),
            *counts,
            *(facts.tasks, facts.in_time, facts.late, facts.late_works),
            RATING_NAMES[entry.proposed] if entry.proposed else "",
            RATING_NAMES[final] if final else "",
            entry.reason,
        )
    )


def _person(entry: ChargeEntry) -> str:
    if not (entry.person or entry.head or entry.department):
        return "Chưa phân công"
    return ", ".join(part for part in (entry.person, entry.unit) if part)


def _cause(entry: LapseEntry) -> str:
    """As the plan says; a change of set is a cause of its own."""
    change = "Đổi bộ tiêu chí" if entry.set_changed else ""
    return ". ".join(part for part in (change, entry.cause.strip()) if part)
