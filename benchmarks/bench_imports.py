"""5 000 rows of each register from Excel, to openpyxl reading the same file."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks.figures import Figure, in_process, medians
from benchmarks.import_process import STARTED, WORKS, hamlet, work
from ntm_desktop.domain.clearance import Form as Terms
from ntm_desktop.domain.contributions import GiverKind, Kind
from ntm_desktop.services import contribution_sheet, import_progress, import_works, plot_sheet
from ntm_desktop.sheets import writing
from ntm_desktop.sheets.columns import Form
from ntm_desktop.sheets.writing import Row

_ROWS = 5_000
_TIMES, _MORE_MB = 3, 120
_NAMES = (
    ("Đinh", "Cao", "Nguyễn", "Trần", "Hồ", "Phạm", "Đặng"),
    ("Văn", "Thị", "Hữu", "Xuân", "Quốc"),
    ("Đức", "Hòa", "Thủy", "Bình", "Tuấn", "Hạnh", "Mai", "Dũng", "Quỳnh", "Toàn", "Huệ"),
)


class _Register(NamedTuple):
    book: str  # as the process calls it
    form: Form
    row: Callable[[int], Row]


def figures() -> Sequence[Figure]:
    return [figure for what, register in _REGISTERS.items() for figure in _figures(what, register)]


def _figures(what: str, register: _Register) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "nhap.xlsx"
        rows = [register.row(number) for number in range(_ROWS)]
        path.write_bytes(writing.export([(register.form, rows)]))
        taken = medians(
            {
                one: partial(in_process, "import_process", one, register.book, path)
                for one in ("floor", "import")
            }
        )
    floor, ours = taken["floor"], taken["import"]
    yield Figure(f"{_ROWS} {what} from Excel, to openpyxl alone", ours["s"], "s", _TIMES, floor["s"])
    yield Figure(f"{what}, memory beyond openpyxl alone", ours["mb"] - floor["mb"], "MB", _MORE_MB)


def _work(number: int) -> Row:
    return {
        "name": f"Đường trục thôn số {number}, bê tông",
        "kind": "giao-thong",
        "route": "ordinary",
        "place": f"thôn {number % 20}",
        "scale": "bê tông 0,85 km",
        "investor": "Ban quản lý xã",
        "indicators": ("2.2",),
        "total": 1_250_000_000 + number * 1_000,
        "approved": date(2021, 2, 26),
        "started": date(2021, 4, 12),
        "due": date(2021, 9, 30),
        "note": "đã họp thôn",
    }


def _measurement(number: int) -> Row:
    """50 of each work."""
    time = number // WORKS
    return {
        "name": work(number),
        "on": STARTED + timedelta(days=7 * time),
        "share": 150 + 190 * time,
        "value": 20_000_000 * (time + 1),
        "cause": "capital" if time % 4 == 1 else None,
        "note": "chờ vật liệu" if time % 4 == 1 else None,
    }


def _gift(number: int) -> Row:
    """Labour, money and land in turn."""
    kind = (Kind.LABOUR, Kind.MONEY, Kind.LAND)[number % 3]
    said: Mapping[Kind, Row] = {
        Kind.LABOUR: {"quantity": 5_500, "unit": "công", "price": 180_000},
        Kind.MONEY: {"amount": 200_000 + 1_000 * (number % 700), "document": f"PT {number}/2021"},
        Kind.LAND: {"item": "đất vườn", "quantity": 85_000, "unit": "m²", "priced": "khong"},
    }
    return {
        **said[kind],
        "giver_kind": GiverKind.HOUSEHOLD.value,
        "giver": _name(number),
        "hamlet": hamlet(number),
        "kind": kind.value,
        "on": STARTED + timedelta(days=number % 300),
        "work": work(number),
    }


def _plot(number: int) -> Row:
    donated = number % 2
    return {
        "work": work(number),
        "giver": _name(number),
        "hamlet": hamlet(number),
        "sheet": str(number % 40),
        "plot": str(number),
        "area": 85_500,
        "land": "đất vườn",
        "terms": (Terms.DONATED if donated else Terms.COMPENSATED).value,
        "since": STARTED,
        "inventory": STARTED + timedelta(days=4),
        "agreed": STARTED + timedelta(days=9),
        "decided": None if donated else STARTED + timedelta(days=30),
        "amount": None if donated else 12_500_000,
        "handed_over": STARTED + timedelta(days=40),
    }


def _name(number: int) -> str:
    """One of 1 540 households."""
    parts = (some[number % len(some)] for some in _NAMES)
    return f"{' '.join(parts)} {number % 4 + 1}"


_REGISTERS = {
    "works": _Register("works", import_works.FORM, _work),
    "measurements": _Register("works", import_progress.FORM, _measurement),
    "contributions": _Register("gifts", contribution_sheet.FORM, _gift),
    "plots": _Register("plots", plot_sheet.FORM, _plot),
}
