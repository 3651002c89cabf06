"""Báo cáo tháng, quý on works, land and gifts: what changed in the period, then the standard tables as
annexes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ntm_desktop.documents import work_tables
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
from ntm_desktop.documents.formal import CLERK, day_text, roman
from ntm_desktop.documents.held_up import ObstacleEntry
from ntm_desktop.documents.office import Office, letterhead, signature
from ntm_desktop.documents.tables import Head, Kind, Line, Statement, body, subject
from ntm_desktop.documents.wording import committee, joined, without_end
from ntm_desktop.documents.work_tables import WorkEntry
from ntm_desktop.domain.capital import Account
from ntm_desktop.domain.stages import Stage, done_on
from ntm_desktop.domain.works import WorkState, state_on
from ntm_desktop.text import count_words, format_date, format_millions, format_month, format_percent, lowered

SYMBOL = "BC-UBND"


@dataclass(frozen=True, slots=True)
class Period:
    """The report compares the evening of ``last`` with the evening before ``first``."""

    name: str  # "tháng 6 năm 2021"
    first: date
    last: date

    @property
    def before(self) -> date:
        return self.first - timedelta(days=1)


def month_of(on: date) -> Period:
    """The month until ``on``."""
    return Period(format_month(on), on.replace(day=1), on)


def quarter_of(on: date) -> Period:
    """The quarter until ``on``."""
    quarter = (on.month - 1) // 3 + 1
    first = date(on.year, 3 * quarter - 2, 1)
    return Period(f"quý {roman(quarter)} năm {on.year}", first, on)


@dataclass(frozen=True, slots=True)
class _Change:
    """One work at both ends of the period."""

    work: WorkEntry
    before: WorkState

    @property
    def now(self) -> WorkState:
        return self.work.state


@dataclass(frozen=True, slots=True)
class Mobilised:
    """Land and gifts in a report: each pair is before the period and at its end, amounts in đồng.

    ``tables`` name no household: the report goes to the authority above.
    """

    given: tuple[int, int] = (0, 0)
    compensated: tuple[int, int] = (0, 0)
    handed_over: tuple[int, int] = (0, 0)
    """Plots."""
    plots: int = 0
    tables: tuple[Statement, ...] = ()


def period_sheets(
    works: Sequence[WorkEntry], period: Period, office: Office, mobilised: Mobilised
) -> tuple[Statement, ...]:
    """The tables of the report: what changed in money, then the standard ones."""
    on = period.last
    return (
        _changes_table(works, period, office, mobilised),
        work_tables.catalogue(works, on=on, office=office),
        work_tables.progress_table(works, on=on, office=office),
        work_tables.capital_table(works, on=on, office=office, year=on.year),
        work_tables.debt_table(works, on=on, office=office),
        *mobilised.tables,
    )


def period_report(
    works: Sequence[WorkEntry],
    period: Period,
    office: Office,
    mobilised: Mobilised,
    held_up: Sequence[ObstacleEntry] = (),
) -> Paper:
    """The report with its annexes; of a table without lines the sentence alone, in the text.

    ``held_up``: the obstacles of works, criteria and the commune, open or solved.
    """
    changed, *tables = period_sheets(works, period, office, mobilised)
    annexes = [one for one in tables if one.lines]
    title = f"Kết quả thực hiện công trình xây dựng nông thôn mới {period.name}"
    addressee = f"Ủy ban nhân dân {office.commune.district or office.commune.province}"
    blocks: list[Block] = [
        letterhead(office, SYMBOL),
        Title("BÁO CÁO", title),
        Addressees((addressee,)),
        Heading(1, "I. Tình hình chung"),
        Paragraph(_overview(works, period)),
        *(Paragraph(f"- {one.name}: tại Phụ lục {roman(n)} kèm theo.") for n, one in enumerate(annexes, 1)),
        *(Paragraph(f"- {one.name}: {_small(one.nothing)}") for one in tables if not one.lines),
        Heading(1, "II. Thay đổi trong kỳ"),
        *_events(works, period),
        _cleared(mobilised),
        _what("Vướng mắc mới", [one for one in held_up if _within(one.since, period)]),
        _what("Vướng mắc đã giải quyết", [one for one in held_up if _within(one.standing.closed, period)]),
        *(body(changed) if changed.lines else ()),
        Heading(1, "III. Khó khăn, vướng mắc"),
        *_difficulties(works, [one for one in held_up if one.standing.is_open]),
        Paragraph(f"{committee(office.commune)} báo cáo để {addressee} biết, chỉ đạo./."),
        signature(office, ("Như trên", "Ban Chỉ đạo xây dựng nông thôn mới xã", "Lưu: VT")),
    ]
    name = f"Báo cáo công trình {period.name}"
    sections = [Section(name, tuple(blocks))]
    for number, statement in enumerate(annexes, 1):
        heading = AnnexHeading(f"Phụ lục {roman(number)}", statement.name.upper(), _reference(office))
        sections.append(Section(statement.name, (heading, *body(statement)), statement.landscape))
    return Paper("bao_cao_cong_trinh", name, tuple(sections))


def _small(sentence: str) -> str:
    """Behind a colon."""
    return sentence[:1].lower() + sentence[1:]


def _reference(office: Office) -> str:
    number = f"số{CLERK}/{SYMBOL} {day_text(None, office.today)}"
    return f"(Kèm theo Báo cáo {number} của {committee(office.commune)})"


def _overview(works: Sequence[WorkEntry], period: Period) -> str:
    day = format_date(period.last)
    if not works:
        return f"Đến ngày {day}: {_small(work_tables.NO_WORKS)}"
    finished = [work for work in works if work.state.finished]
    building = [work for work in works if not work.state.finished and _started(work, period.last)]
    late = sum(work.state.is_late for work in works)
    total = sum(work.state.account.total for work in works)
    parts = [
        f"{count_words(len(finished), 'công trình')} đã hoàn thành",
        f"{count_words(len(building), 'công trình')} đang thi công",
        f"{count_words(len(works) - len(finished) - len(building), 'công trình')} chưa khởi công",
    ]
    return (
        f"Đến ngày {day}, xã có {count_words(len(works), 'công trình')}, tổng mức đầu tư "
        f"{format_millions(total)}: {', '.join(parts)}; {count_words(late, 'công trình')} chậm "
        "tiến độ."
    )


def _started(work: WorkEntry, on: date) -> bool:
    return done_on(work.facts.stages, Stage.START, on) is not None or work.state.has_begun


def _events(works: Sequence[WorkEntry], period: Period) -> list[Paragraph]:
    changes = [_Change(work, state_on(work.facts, period.before)) for work in works]
    finished = [one for one in changes if _within(one.now.finished, period)]
    late = [one for one in changes if one.now.is_late and not one.before.is_late]
    caught_up = [one for one in changes if one.before.is_late and not one.now.is_late]
    return [
        _listed("Phê duyệt", _done(changes, Stage.APPROVAL, period)),
        _listed("Khởi công", _done(changes, Stage.START, period)),
        Paragraph(f"- Khối lượng: {'; '.join(filter(None, map(_moved, changes))) or 'không thay đổi'}."),
        _listed("Hoàn thành", finished),
        _listed("Quyết toán", _done(changes, Stage.SETTLEMENT, period)),
        _listed("Mới chậm tiến độ", late, delays=True),
        _listed("Không còn chậm", caught_up),
    ]


def _done(changes: Sequence[_Change], stage: Stage, period: Period) -> list[_Change]:
    return [one for one in changes if _within(done_on(one.work.facts.stages, stage, one.now.on), period)]


def _moved(one: _Change) -> str:
    """How far a work came in the period; "" when it stands where it stood."""
    before, now = one.before.share, one.now.share
    if before == now:
        return ""
    way = "lên" if now > before else "xuống"
    return f"{one.work.name} từ {format_percent(before)} {way} {format_percent(now)}"


def _within(day: date | None, period: Period) -> bool:
    return day is not None and period.first <= day <= period.last


def _listed(label: str, changes: Sequence[_Change], *, delays: bool = False) -> Paragraph:
    names = [f"{one.work.name}{_delay(one) if delays else ''}" for one in changes]
    return Paragraph(f"- {label}: {'; '.join(names) if names else 'không có'}.")


def _what(label: str, found: Sequence[ObstacleEntry]) -> Paragraph:
    told = "; ".join(without_end(" ".join(one.what.split())) for one in found)
    return Paragraph(f"- {label}: {told or 'không có'}.")


def _delay(one: _Change) -> str:
    return f" (chậm {count_words(one.now.days_late, 'ngày')})"


def _cleared(mobilised: Mobilised) -> Paragraph:
    before, now = mobilised.handed_over
    if not mobilised.plots:
        return Paragraph("- Giải phóng mặt bằng: không có thửa đất phải bàn giao.")
    handed = (
        f"bàn giao {count_words(now - before, 'thửa')}" if now > before else "không bàn giao thêm thửa nào"
    )
    waiting = mobilised.plots - now
    rest = f"còn {count_words(waiting, 'thửa')} chưa bàn giao" if waiting else "đã bàn giao hết"
    return Paragraph(f"- Giải phóng mặt bằng: {handed}; {rest}.")


_MONEY: tuple[tuple[str, Callable[[Account], int]], ...] = (
    ("Tổng mức đầu tư", lambda account: account.total),
    ("Vốn đã bố trí", lambda account: account.amounts.allotted),
    ("Vốn đã giải ngân", lambda account: account.amounts.disbursed),
    ("Giá trị nghiệm thu, quyết toán", lambda account: account.executed),
    ("Nợ đọng xây dựng cơ bản", lambda account: account.debt),
    ("Đã nghiệm thu, có vốn, chưa thanh toán", lambda account: account.slow_disbursement),
    ("Vốn còn thiếu", lambda account: account.missing_capital),
)


def _changes_table(
    works: Sequence[WorkEntry], period: Period, office: Office, mobilised: Mobilised
) -> Statement:
    """Money of all works, and what was mobilised, at both ends of the period."""
    before = [state_on(work.facts, period.before).account for work in works]
    now = [work.state.account for work in works]
    amounts = [(label, sum(map(amount, before)), sum(map(amount, now))) for label, amount in _MONEY]
    amounts.append(("Bồi thường mặt bằng đã chi trả", *mobilised.compensated))
    amounts.append(("Đóng góp của nhân dân và tổ chức", *mobilised.given))
    lines = [Line((label, then, today - then, today)) for label, then, today in amounts]
    return Statement(
        name=f"Thay đổi trong {period.name}",
        subject=subject(office),
        on=period.last,
        heads=(
            Head("Nội dung", width=70),
            Head(f"Đến {format_date(period.before)}", Kind.MONEY),
            Head("Tăng, giảm", Kind.MONEY),
            Head(f"Đến {format_date(period.last)}", Kind.MONEY),
        ),
        lines=tuple(lines) if works or any(mobilised.given) else (),
        office=office,
        nothing=work_tables.NO_WORKS,
        landscape=False,
        most_decimals=1,
    )


def _difficulties(works: Sequence[WorkEntry], held_up: Sequence[ObstacleEntry]) -> list[Paragraph]:
    """What the works show, then what was recorded, each once."""
    found = [
        Paragraph(f"- {work.name}: {joined([without_end(one.text) for one in work.warnings])}.")
        for work in works
        if work.warnings
    ] or [Paragraph("Không có công trình cần xử lý.")]
    if not held_up:
        return [*found, Paragraph("Không có vướng mắc đang mở.")]
    count = count_words(len(held_up), "vướng mắc")
    return [*found, Paragraph(f"Đang mở {count}:"), *map(_obstacle, held_up)]


def _obstacle(one: ObstacleEntry) -> Paragraph:
    what = without_end(" ".join(one.what.split()))
    days = count_words(one.standing.age, "ngày")
    return Paragraph(
        f"- {one.subject}: {lowered(what)}; phát sinh ngày {format_date(one.since)} ({days}), "
        f"nơi giải quyết: {one.decider}."
    )
