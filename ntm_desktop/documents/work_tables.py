"""The standard tables of construction works (công trình), from works and their states on a day.

Columns after the project's notes on works, §6, and on dossiers, §5.5. Sources with which no work is paid for
have no column.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ntm_desktop.documents.office import Office
from ntm_desktop.documents.tables import Cell, Head, Kind, Line, Statement, summed
from ntm_desktop.domain.alerts import WorkWarning
from ntm_desktop.domain.capital import Source, by_source
from ntm_desktop.domain.stages import Stage, done_on
from ntm_desktop.domain.works import WorkFacts, WorkState

TMDT = "TMĐT: tổng mức đầu tư"
NO_WORKS = "Chưa có công trình nào."

_COLUMNS: tuple[tuple[str, tuple[Source, ...]], ...] = (
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
    approval: str  # "12/QĐ-UBND ngày 20/5/2020"
    investor: str
    contractor: str
    note: str
    facts: WorkFacts
    state: WorkState
    warnings: tuple[WorkWarning, ...] = ()


def subject(office: Office) -> str:
    return f"Xây dựng nông thôn mới {office.commune.name}"


def catalogue(works: Sequence[WorkEntry], *, on: date, office: Office) -> Statement:
    """Danh mục công trình. The sources are those promised, which make up the total investment."""
    sources = _named(works)
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
        Head("Chủ đầu tư", width=20),
        Head("Ghi chú", width=16),
    )
    lines = [_catalogue_line(place, work, sources) for place, work in enumerate(works, 1)]
    return Statement(
        name="Danh mục công trình",
        subject=subject(office),
        on=on,
        heads=heads,
        lines=(*lines, summed("Tổng cộng", heads, lines)) if lines else (),
        office=office,
        nothing=NO_WORKS,
        notes=(f"{TMDT}; ngày hoàn thành là ngày nghiệm thu, chưa nghiệm thu thì là hạn hợp đồng.",),
    )


def _catalogue_line(place: int, work: WorkEntry, sources: Sequence[tuple[str, tuple[Source, ...]]]) -> Line:
    state = work.state
    promised = dict(by_source(work.facts.money, on=state.on))
    cells: tuple[Cell, ...] = (
        place,
        work.name,
        work.place,
        ", ".join(work.criteria),
        work.scale,
        work.approval,
        state.account.total,
        *(sum(promised[s].committed for s in group if s in promised) for _, group in sources),
        _day(work, Stage.START),
        state.finished or state.contract_finish or _day(work, Stage.ACCEPTANCE),
        work.investor,
        work.note,
    )
    return Line(cells)


def _named(works: Sequence[WorkEntry]) -> list[tuple[str, tuple[Source, ...]]]:
    """The columns of the sources that some work names."""
    named = {fact.source for work in works for fact in work.facts.money if fact.on <= work.state.on}
    return [(title, group) for title, group in _COLUMNS if named.intersection(group)]


def _day(work: WorkEntry, stage: Stage) -> date | None:
    """When a stage was done, or should be."""
    known = work.facts.stages.get(stage)
    return done_on(work.facts.stages, stage, work.state.on) or (known.target if known else None)
