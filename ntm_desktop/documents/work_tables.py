"""The standard tables of construction works (công trình), from works and their states on a day.

Columns after the project's notes on works, §6, and on dossiers, §5.5. Sources with which no work is paid for
have no column.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ntm_desktop.documents.office import Office
from ntm_desktop.documents.tables import (
    Cell,
    Head,
    Kind,
    Line,
    LineKind,
    Statement,
    subject,
    summed,
    with_total,
)
from ntm_desktop.documents.wording import joined, without_end
from ntm_desktop.domain.alerts import WORDS, Alert, WorkWarning
from ntm_desktop.domain.capital import PAID_OF_ALLOTTED, Amounts, MoneyFact, Source, by_source
from ntm_desktop.domain.contractors import Fault, fault_of
from ntm_desktop.domain.progress import DelayCause
from ntm_desktop.domain.stages import Stage, accepted_on, done_on
from ntm_desktop.domain.works import WorkFacts, WorkState, state_on
from ntm_desktop.domain.year_end import (
    expected_disbursement,
    of_year,
    paid_after_year,
    plan_years,
    year_amounts,
)
from ntm_desktop.text import count_words, format_date, format_millions

TMDT = "TMĐT: tổng mức đầu tư"
NO_WORKS = "Chưa có công trình nào."
ESTIMATE = (
    "Ước cả năm: số đã giải ngân và phần vốn của năm mà khối lượng đến 31/12 bảo đảm thanh toán, "
    "nếu công trình không chậm thêm."
)

REQUESTS: Mapping[Alert, str] = {
    Alert.DEBT: "Bố trí vốn trả nợ đọng",
    Alert.OVER_CEILING: "Điều chỉnh tổng mức hoặc hợp đồng",
    Alert.OVERPAID: "Đối chiếu số giải ngân với kế hoạch vốn",
    Alert.NO_CAPITAL_AT_START: "Đề nghị bố trí vốn",
    Alert.ACCEPTED_BEFORE_APPROVAL: "Kiểm tra hồ sơ nghiệm thu",
    Alert.ACCEPTED_BEFORE_START: "Kiểm tra hồ sơ nghiệm thu",
    Alert.ACCEPTED_UNBUILT: "Kiểm tra hồ sơ nghiệm thu",
    Alert.LAND: "Đẩy nhanh GPMB",
    Alert.NO_CAPITAL: "Đề nghị bố trí vốn",
    Alert.LOW_DISBURSEMENT: "Làm thủ tục thanh toán",
    Alert.SLOW_DISBURSEMENT: "Làm thủ tục thanh toán",
    Alert.NOT_SETTLED: "Lập hồ sơ quyết toán",
    Alert.WARRANTY_ENDS: "Kiểm tra trước khi hết bảo hành",
    Alert.RETENTION_DUE: "Trả tiền giữ lại bảo hành",
    Alert.STAGE_BEHIND: "Ghi ngày khởi công",
}
"""What an alert asks for, offered in the column Kiến nghị; of a delay it is asked for by its cause."""

_CAUSES: Mapping[DelayCause, str] = {
    DelayCause.CAPITAL: "Đề nghị bố trí vốn",
    DelayCause.LAND: "Đẩy nhanh GPMB",
    DelayCause.PROCEDURE: "Hoàn thiện thủ tục",
}
_NATURE: Mapping[DelayCause, str] = {
    DelayCause.WEATHER: "Tranh thủ thời tiết, bù khối lượng",
    DelayCause.EPIDEMIC: "Bù khối lượng khi hết dịch",
}

_PAID_RATE = "Tỷ lệ giải ngân"
_PAID_RATE_IS = f"{_PAID_RATE}: {PAID_OF_ALLOTTED[0].lower()}{PAID_OF_ALLOTTED[1:]}"

_Sources = tuple[str, tuple[Source, ...]]
_COLUMNS: tuple[_Sources, ...] = (
    ("TW đầu tư", (Source.CENTRAL_INVESTMENT,)),
    ("TW sự nghiệp", (Source.CENTRAL_RECURRENT,)),
    ("Tỉnh", (Source.PROVINCE,)),
    ("Huyện", (Source.DISTRICT,)),
    ("Xã", (Source.COMMUNE,)),
    ("Lồng ghép", (Source.INTEGRATED,)),
    ("Tín dụng", (Source.CREDIT,)),
    ("DN, HTX", (Source.ENTERPRISE,)),
    ("Nhân dân", (Source.PEOPLE_CASH, Source.PEOPLE_LABOUR, Source.PEOPLE_KIND)),
    ("Khác", (Source.OTHER,)),
)


@dataclass(frozen=True, slots=True)
class WorkEntry:
    """One work on the day of ``state``, with what the register says of it."""

    name: str
    place: str
    criteria: tuple[str, ...]
    scale: str
    approval: str  # "12/QĐ-UBND, 20/5/2020"
    investor: str
    person: str  # who follows it
    contractor: str
    note: str
    debt_source: str
    debt_due: date | None
    facts: WorkFacts
    state: WorkState
    warnings: tuple[WorkWarning, ...] = ()
    cause: DelayCause | None = None
    """Of its delay, as recorded last."""
    obstacles: tuple[str, ...] = ()
    """Those that are open, in the office's words."""

    @property
    def debt_plan(self) -> str:
        """From what its debt is to be paid, and by when; "" when nobody said."""
        due = f"hạn {format_date(self.debt_due)}" if self.debt_due else ""
        return ", ".join(part for part in (self.debt_source, due) if part)


def catalogue(works: Sequence[WorkEntry], *, on: date, office: Office) -> Statement:
    """Danh mục công trình. The sources are those promised, which make up the total investment."""
    sources = _named([fact for work in works for fact in work.facts.money if fact.on <= on])
    noted = any(work.note for work in works)  # the sheet has no room for an empty column
    heads = (
        Head("TT", Kind.CODE),
        Head("Tên công trình", width=34),
        Head("Địa điểm", width=20),
        Head("Tiêu chí", Kind.CODE),
        Head("Quy mô", width=22),
        Head("QĐ phê duyệt", width=22),
        Head("TMĐT", Kind.MONEY),
        *(Head(title, Kind.MONEY, group="Cơ cấu nguồn vốn") for title, _ in sources),
        Head("Khởi công", Kind.DATE, group="Thời gian"),
        Head("Hoàn thành", Kind.DATE, group="Thời gian"),
        Head("Chủ đầu tư, phụ trách", width=26),
        *((Head("Ghi chú", width=18),) if noted else ()),
    )
    lines = [_catalogue_line(place, work, sources, noted=noted) for place, work in enumerate(works, 1)]
    return Statement(
        name="Danh mục công trình",
        subject=subject(office),
        on=on,
        heads=heads,
        lines=with_total(heads, lines),
        office=office,
        nothing=NO_WORKS,
        notes=(f"{TMDT}. {_DAYS}",) if lines else (),
    )


_DAYS = (
    "Khởi công: chưa khởi công thì theo kế hoạch. Hoàn thành: ngày nghiệm thu, chưa nghiệm thu thì hạn hợp "
    "đồng, chưa có hợp đồng thì theo kế hoạch."
)


def _entered_total(work: WorkEntry) -> int | None:
    """0: nobody entered it, so that the cell is empty."""
    return work.state.account.total or None


def _catalogue_line(place: int, work: WorkEntry, sources: Sequence[_Sources], *, noted: bool) -> Line:
    state = work.state
    promised = dict(by_source(work.facts.money, on=state.on))
    told = any(amounts.committed for amounts in promised.values())  # else nobody entered the sources
    cells: tuple[Cell, ...] = (
        place,
        work.name,
        work.place,
        ", ".join(work.criteria),
        work.scale,
        work.approval,
        _entered_total(work),
        *(_of(promised, group).committed if told else None for _, group in sources),
        _day(work, Stage.START),
        state.finished or state.contract_finish or _day(work, Stage.ACCEPTANCE),
        "; ".join(part for part in (work.investor, work.person) if part),
        *((work.note,) if noted else ()),
    )
    return Line(cells)


def progress_table(works: Sequence[WorkEntry], *, on: date, office: Office) -> Statement:
    """Tiến độ thực hiện. What to do about a work follows from its alerts."""
    heads = (
        Head("TT", Kind.CODE),
        Head("Tên công trình", width=34),
        Head("TMĐT", Kind.MONEY),
        Head("Giá trị", Kind.MONEY, group="Hợp đồng"),
        Head("Nhà thầu", width=24, group="Hợp đồng"),
        Head("Khởi công", Kind.DATE, group="Thời gian"),
        Head("HT theo HĐ", Kind.DATE, group="Thời gian"),
        Head("Gia hạn đến", Kind.DATE, group="Thời gian"),
        Head("Tỷ lệ", Kind.PERCENT, group="Khối lượng"),
        Head("Nghiệm thu", Kind.MONEY, group="Khối lượng"),
        Head("Bố trí", Kind.MONEY, group="Vốn lũy kế"),
        Head("Giải ngân", Kind.MONEY, group="Vốn lũy kế"),
        Head(_PAID_RATE, Kind.PERCENT, group="Vốn lũy kế"),
        Head("Vướng mắc", width=26),
        Head("Kiến nghị", width=26),
    )
    lines = [_progress_line(place, work) for place, work in enumerate(works, 1)]
    return Statement(
        name="Tiến độ thực hiện công trình",
        subject=subject(office),
        on=on,
        heads=heads,
        lines=(*lines, _with_rate(summed("Tổng cộng", heads, lines), 12, 10)) if lines else (),
        office=office,
        nothing=NO_WORKS,
        notes=(f"{TMDT}; HT: hoàn thành; HĐ: hợp đồng. {_PAID_RATE_IS}.",) if lines else (),
    )


def _progress_line(place: int, work: WorkEntry) -> Line:
    state, account = work.state, work.state.account
    signed = [contract for contract in work.facts.contracts if contract.signed <= state.on]
    first = max((contract.finish for contract in signed), default=None)
    cells: tuple[Cell, ...] = (
        place,
        work.name,
        _entered_total(work),
        state.contract_value,
        work.contractor,
        done_on(work.facts.stages, Stage.START, state.on),
        first,
        state.contract_finish if state.contract_finish != first else None,
        state.share,
        account.executed,
        account.amounts.allotted,
        account.amounts.disbursed,
        account.disbursement_rate,
        joined([*map(_alert_text, work.warnings), *map(without_end, work.obstacles)]),
        joined(list(dict.fromkeys(request for one in work.warnings for request in _asked(work, one.alert)))),
    )
    return Line(cells)


def _asked(work: WorkEntry, alert: Alert) -> tuple[str, ...]:
    if alert is Alert.OVERDUE:
        return (_about_contract(work), *((_speeding(work),) if work.state.is_late else ()))
    if alert is Alert.LATE:
        return (_speeding(work),)
    if alert is Alert.ENDS_SOON:
        return (_speeding(work) if work.state.is_late else "Nhắc nhà thầu",)
    return (REQUESTS[alert],) if alert in REQUESTS else ()


def _about_contract(work: WorkEntry) -> str:
    """Its end has passed."""
    if work.state.built:
        return "Hoàn thiện hồ sơ nghiệm thu"
    its_own = fault_of(work.cause) in (Fault.CONTRACTOR, Fault.UNTOLD)
    return "Gia hạn hoặc xử lý vi phạm hợp đồng" if its_own else "Gia hạn hợp đồng"


def _speeding(work: WorkEntry) -> str:
    """What would bring a late work on, by whose matter its delay is."""
    cause = work.cause or DelayCause.OTHER
    if cause in _CAUSES:
        return _CAUSES[cause]
    return _NATURE.get(cause, "Đôn đốc nhà thầu") if work.contractor else "Chọn nhà thầu"


def _alert_text(one: WorkWarning) -> str:
    """In as few words as a cell has room for."""
    return f"{WORDS[one.alert]} {count_words(one.days, 'ngày')}" if one.days else WORDS[one.alert]


def capital_table(works: Sequence[WorkEntry], *, on: date, office: Office, year: int) -> Statement:
    """Kế hoạch vốn và giải ngân năm: the works that have to do with the year, the others in one line, so that
    it adds up to everything paid."""
    before = min(on, date(year - 1, 12, 31))
    shown = [work for work in works if _concerns(work, year, before)]
    others = [work for work in works if not _concerns(work, year, before)]
    sources = _named([f for work in shown for f in of_year(work.facts, year) if f.on <= on])
    columns = _Columns(
        sources,
        late=any(paid_after_year(work.facts, year, on) for work in works),
        ahead=any(plan_years(work.facts, year, on).after.disbursed for work in works),
    )
    until, plan = f"Lũy kế đến hết năm {year - 1}", f"Kế hoạch vốn năm {year}"
    paid = f"Giải ngân đến {format_date(on)}"
    heads = (
        Head("TT", Kind.CODE),
        Head("Tên công trình", width=36),
        Head("TMĐT", Kind.MONEY),
        Head("Nghiệm thu", Kind.MONEY, group=until),
        Head("Giải ngân", Kind.MONEY, group=until),
        Head("Tổng số", Kind.MONEY, group=plan),
        *(Head(title, Kind.MONEY, group=plan) for title, _ in sources),
        *((Head("Vốn năm trước", Kind.MONEY, group=paid),) if columns.late else ()),
        Head(f"Vốn năm {year}", Kind.MONEY, group=paid),
        Head(_PAID_RATE, Kind.PERCENT, group=paid),
        *((Head("Vốn năm sau", Kind.MONEY, group=paid),) if columns.ahead else ()),
        Head("Lũy kế", Kind.MONEY, group=paid),
        Head("Ước cả năm", Kind.MONEY),
    )
    rate = next(place for place, head in enumerate(heads) if head.kind is Kind.PERCENT)
    lines = [_capital_line(place, work, year, before, columns) for place, work in enumerate(shown, 1)]
    if others and lines:
        parts = [_capital_line(0, work, year, before, columns) for work in others]
        label = f"{count_words(len(others), 'công trình')} khác đã xong trước năm {year}"
        together = summed(label, heads, parts)
        lines.append(_with_rate(replace(together, kind=LineKind.PLAIN), rate, _ALLOTTED))
    total = _with_rate(summed("Tổng cộng", heads, lines), rate, _ALLOTTED)
    return Statement(
        name=f"Kế hoạch vốn và giải ngân năm {year}",
        subject=subject(office),
        on=on,
        heads=heads,
        lines=(*lines, total) if lines else (),
        office=office,
        nothing=f"Không có công trình nào thuộc kế hoạch vốn năm {year}." if works else NO_WORKS,
        notes=(". ".join([TMDT, _PAID_RATE_IS, *_year_notes(works, columns, year, before)]) + ".", ESTIMATE)
        if lines
        else (),
    )


_ALLOTTED = 5  # place of the year's whole plan in the table of capital


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which columns a year's table of capital has besides those of every year."""

    sources: Sequence[_Sources]
    late: bool
    """Something of an earlier plan was paid in the year."""
    ahead: bool
    """Something of a later plan was paid."""


def _year_notes(works: Sequence[WorkEntry], columns: _Columns, year: int, before: date) -> list[str]:
    early = sum(year_amounts(work.facts, year, before).disbursed for work in works)
    late = f"Vốn năm trước: vốn của kế hoạch các năm trước, thanh toán từ ngày 1/1/{year}"
    advance = f"Vốn năm {year} gồm {format_millions(early)} đã thanh toán trước ngày 1/1/{year}"
    return [*([late] if columns.late else []), *([advance] if early else [])]


def _concerns(work: WorkEntry, year: int, before: date) -> bool:
    """Money moved in the year, or something was left to build or to pay when it began."""
    finished = accepted_on(work.facts.stages, before)
    moved = any(fact.on <= work.state.on for fact in of_year(work.facts, year)) or paid_after_year(
        work.facts, year, work.state.on
    )
    return not finished or bool(work.state.account.debt) or bool(moved)


def _capital_line(place: int, work: WorkEntry, year: int, before: date, columns: _Columns) -> Line:
    on = work.state.on
    years, late = plan_years(work.facts, year, on), paid_after_year(work.facts, year, on)
    allotted = dict(by_source(of_year(work.facts, year), on=on))
    cells: tuple[Cell, ...] = (
        place,
        work.name,
        _entered_total(work),
        state_on(work.facts, before).account.executed,
        years.before.disbursed - late,
        years.own.allotted,
        *(_of(allotted, group).allotted for _, group in columns.sources),
        *((late,) if columns.late else ()),
        years.own.disbursed,
        years.own.disbursement_rate,
        *((years.after.disbursed,) if columns.ahead else ()),
        years.all.disbursed,
        expected_disbursement(work.facts, work.state, year),
    )
    return Line(cells)


def debt_table(works: Sequence[WorkEntry], *, on: date, office: Office) -> Statement:
    """Nợ đọng XDCB: the works that are owed for; where none is, a sentence says so."""
    owed = [work for work in works if work.state.account.debt]
    sources = _named([fact for work in owed for fact in work.facts.money if fact.on <= on])
    given = "Vốn đã bố trí"
    heads = (
        Head("TT", Kind.CODE),
        Head("Tên công trình", width=34),
        Head("QĐ phê duyệt", width=24),
        Head("TMĐT", Kind.MONEY),
        Head("Nghiệm thu hoặc quyết toán", Kind.MONEY),
        Head("Tổng số", Kind.MONEY, group=given),
        *(Head(title, Kind.MONEY, group=given) for title, _ in sources),
        Head("Đã giải ngân", Kind.MONEY),
        Head("Nợ đọng", Kind.MONEY),
        Head("Nguồn và thời hạn xử lý", width=28),
        Head("Ghi chú", width=18),
    )
    lines = [_debt_line(place, work, sources) for place, work in enumerate(owed, 1)]
    none = f"Đến ngày {format_date(on)}, {office.commune.name} không có nợ đọng xây dựng cơ bản."
    return Statement(
        name="Nợ đọng xây dựng cơ bản",
        subject=subject(office),
        on=on,
        heads=heads,
        lines=with_total(heads, lines),
        office=office,
        nothing=none if works else f"{NO_WORKS} {none}",
        notes=_slow_note(works),
    )


def _debt_line(place: int, work: WorkEntry, sources: Sequence[_Sources]) -> Line:
    account = work.state.account
    allotted = dict(by_source(work.facts.money, on=work.state.on))
    cells: tuple[Cell, ...] = (
        place,
        work.name,
        work.approval,
        _entered_total(work),
        account.executed,
        account.amounts.allotted,
        *(_of(allotted, group).allotted for _, group in sources),
        account.amounts.disbursed,
        account.debt,
        work.debt_plan or "Chưa xác định",
        work.note,
    )
    return Line(cells)


def _slow_note(works: Sequence[WorkEntry]) -> tuple[str, ...]:
    slow = sum(work.state.account.slow_disbursement for work in works)
    if not slow:
        return ()
    amount = format_millions(slow)
    return (f"Không tính là nợ đọng: {amount} đã nghiệm thu, đã bố trí vốn, chưa thanh toán.",)


def _with_rate(total: Line, rate: int, allotted: int) -> Line:
    """The total with the share that was paid of what was allotted; what was paid stands before ``rate``."""
    cells = list(total.cells)
    part, whole = cells[rate - 1], cells[allotted]
    if isinstance(part, int) and isinstance(whole, int):
        cells[rate] = Amounts(0, whole, part).disbursement_rate
    return replace(total, cells=tuple(cells))


def _of(amounts: Mapping[Source, Amounts], group: Sequence[Source]) -> Amounts:
    """Of the sources of one column together."""
    return sum((amounts[source] for source in group if source in amounts), Amounts())


def _named(facts: Sequence[MoneyFact]) -> list[_Sources]:
    """The columns of the sources that are named."""
    named = {fact.source for fact in facts}
    return [(title, group) for title, group in _COLUMNS if named.intersection(group)]


def _day(work: WorkEntry, stage: Stage) -> date | None:
    """When a stage was done, or should be."""
    known = work.facts.stages.get(stage)
    return done_on(work.facts.stages, stage, work.state.on) or (known.target if known else None)
