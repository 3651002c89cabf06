"""Biểu nguồn lực huy động: what was planned and what came, by source and year; after the project's notes on
dossiers, §5.4."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ntm_desktop.documents.office import Office
from ntm_desktop.documents.tables import WHOLE, Cell, Head, Kind, Line, LineKind, Statement, subject
from ntm_desktop.domain import contributions
from ntm_desktop.domain.capital import Source
from ntm_desktop.domain.contributions import KIND_NAMES
from ntm_desktop.domain.resources import ByYear, Came
from ntm_desktop.text import format_decimal, millions

UNKNOWN = "-"
MEANING = (
    "Kế hoạch: vốn các nguồn đã cam kết. Thực hiện: vốn đã bố trí cho công trình, theo năm ngân sách, và "
    "đóng góp đã ghi, theo năm góp. Tỷ lệ: lũy kế thực hiện so với kế hoạch."
)
NOT_KNOWN = f"Dấu “{UNKNOWN}”: chưa có số liệu kế hoạch."
ONCE = "Đóng góp cho công trình mà vốn của công trình đã tính thì chỉ tính một lần, vào năm góp."

_Parts = tuple[tuple[str, Source], ...]
_ROWS: tuple[tuple[str, _Parts], ...] = (
    (
        "Ngân sách trung ương",
        (("Vốn đầu tư", Source.CENTRAL_INVESTMENT), ("Vốn sự nghiệp", Source.CENTRAL_RECURRENT)),
    ),
    ("Ngân sách tỉnh", (("", Source.PROVINCE),)),
    ("Ngân sách huyện", (("", Source.DISTRICT),)),
    ("Ngân sách xã", (("", Source.COMMUNE),)),
    ("Vốn lồng ghép", (("", Source.INTEGRATED),)),
    ("Vốn tín dụng", (("", Source.CREDIT),)),
    ("Doanh nghiệp, HTX, tổ chức", (("", Source.ENTERPRISE),)),
    (
        "Nhân dân đóng góp",
        (
            ("Tiền mặt", Source.PEOPLE_CASH),
            ("Ngày công", Source.PEOPLE_LABOUR),
            ("Đất, hiện vật", Source.PEOPLE_KIND),
        ),
    ),
    ("Nguồn khác", (("", Source.OTHER),)),
)
_IN_KIND = (
    contributions.Kind.LAND,
    contributions.Kind.STRUCTURES,
    contributions.Kind.CROPS,
    contributions.Kind.MATERIALS,
)
_OF_PEOPLE = frozenset({Source.PEOPLE_CASH, Source.PEOPLE_LABOUR, Source.PEOPLE_KIND})
_MOST_YEARS = 6
"""Columns; what came before them has one together."""


def resource_table(found: ByYear, *, on: date, office: Office) -> Statement:
    """Every source has its line, with 0 where nothing came."""
    years = found.years or (on.year,)
    before, shown = years[: -_MOST_YEARS + 1] if len(years) > _MOST_YEARS else (), years
    spans: list[tuple[str, Sequence[int]]] = []
    if before:
        spans, shown = [(f"Đến hết {before[-1]}", before)], years[len(before) :]
    spans += [(str(year), (year,)) for year in shown]
    heads = (
        Head("TT", Kind.CODE),
        Head("Nguồn", width=46),
        Head("Số lượng", width=22),
        Head("Kế hoạch", Kind.MONEY),
        *(Head(title, Kind.MONEY, group="Thực hiện theo năm") for title, _ in spans),
        Head("Lũy kế", Kind.MONEY),
        Head("Tỷ lệ", Kind.PERCENT),
        Head("Ghi chú", width=36),
    )
    lines = list(_lines(found, [of for _, of in spans], bool(office.commune.district)))
    waits = any(line.cells[3] == UNKNOWN for line in lines)
    return Statement(
        name="Nguồn lực huy động",
        subject=subject(office),
        on=on,
        heads=heads,
        lines=tuple(lines),
        office=office,
        notes=(MEANING, *((ONCE,) if found.twice else ()), *((NOT_KNOWN,) if waits else ())),
        most_decimals=1,
    )


def _lines(found: ByYear, spans: Sequence[Sequence[int]], with_district: bool) -> Iterator[Line]:
    number = 0
    for name, parts in _ROWS:
        known = [found.sources[source] for _, source in parts]
        if parts[0][1] is Source.DISTRICT and not with_district and not _says(known[0]):
            continue
        number += 1
        yield _line(str(number), name, known, spans, LineKind.TOTAL, noted=len(parts) == 1)
        if len(parts) == 1:
            continue
        for place, (part, source) in enumerate(parts, 1):
            yield _line(
                f"{number}.{place}", part, [found.sources[source]], spans, people=source in _OF_PEOPLE
            )
            if source is Source.PEOPLE_KIND:
                for kind in _IN_KIND:
                    gave = found.kinds[kind]
                    cells = _line("", f"- {KIND_NAMES[kind]}", [gave], spans).cells
                    yield Line((*cells[:3], None, *cells[4:-2], None, cells[-1]))
    everything = list(found.sources.values())
    yield _line("", "Tổng cộng", everything, spans, LineKind.TOTAL, noted=False)


def _says(one: Came) -> bool:
    return bool(one.total or one.planned)


def _line(
    place: str,
    name: str,
    parts: Sequence[Came],
    spans: Sequence[Sequence[int]],
    kind: LineKind = LineKind.PLAIN,
    *,
    noted: bool = True,
    people: bool = False,
) -> Line:
    whole = sum(parts, Came())
    by_span = (sum(whole.years.get(year, 0) for year in of) for of in spans)
    cells: tuple[Cell, ...] = (
        place,
        name,
        _quantity(whole, land=not people) if noted else "",
        UNKNOWN if whole.planned is None else whole.planned,
        *by_span,
        whole.total,
        _rate(parts, whole),
        _note(whole, people=people) if noted else "",
    )
    return Line(cells, kind)


def _quantity(one: Came, *, land: bool) -> str:
    """Without the ``land`` where it has a line of its own."""
    days = f"{format_decimal(one.labour)} công" if one.labour else ""
    area = f"{format_decimal(one.land)} m²" if one.land and land else ""
    return "; ".join(filter(None, (days, area)))


def _note(one: Came, *, people: bool) -> str:
    if people:
        words = f"{millions(one.unwritten)} triệu đồng theo vốn công trình, chưa ghi từng khoản đóng góp"
        return words if one.unwritten else ""
    return f"Có {format_decimal(one.unpriced)} m² không quy ra tiền" if one.unpriced else ""


def _rate(parts: Sequence[Came], whole: Came) -> Cell:
    """Of a plan that is known for all that came."""
    if not whole.planned or any(one.total and one.planned is None for one in parts):
        return UNKNOWN
    return (whole.total * 2 * WHOLE + whole.planned) // (2 * whole.planned)
