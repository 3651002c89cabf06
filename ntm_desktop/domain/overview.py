"""What the overview shows, as plain data: it is painted from a cached JSON before the database is open.

So this module stays light: standard library only. The service ``services.overview`` fills it.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from ntm_desktop.domain.judging import CriterionState
from ntm_desktop.domain.obstacles import Level
from ntm_desktop.domain.remarks import Decision


class Forecast(StrEnum):
    REACHED = "reached"  # nothing unmet or undecided
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Link:
    """Where a line leads: a page of the window and what to select there (an indicator code, a field …)."""

    page: str  # tong-quan, tieu-chi, cong-trinh, don-vi-thi-cong, vuong-mac, ho-so, lich-su, thiet-lap
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Todo:
    """One line of the running clock of work; ``level`` is block (refuses a dossier) or warn."""

    key: str
    what: str
    why: str
    level: str
    link: Link


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that stays true until it is mended; ``action`` are the words of the link, "" without one."""

    sentence: str
    action: str = ""
    link: Link = Link("")


@dataclass(frozen=True, slots=True)
class Tile:
    code: str
    name: str
    short_name: str
    state: CriterionState
    met: int
    applicable: int
    regressed: bool


@dataclass(frozen=True, slots=True)
class UrgentWork:
    """A construction work that somebody must look after, with its most urgent alarm."""

    uid: str
    name: str
    word: str  # of the alarm, as in domain.alerts.WORDS
    severe: bool
    why: str  # the whole sentence of the alarm
    delay: int  # days behind its plan; 0 when it is built or in time
    debt: int  # đồng; 0 unless that is the alarm


@dataclass(frozen=True, slots=True)
class Works:
    total: int
    need_action: int
    urgent: tuple[UrgentWork, ...]  # the worst few


@dataclass(frozen=True, slots=True)
class Capital:
    """Of all works, in đồng and basis points."""

    total: int
    committed: int
    allotted: int
    allotted_rate: int | None  # of what was committed
    disbursed: int
    disbursed_rate: int | None  # of what was allotted
    missing: int


@dataclass(frozen=True, slots=True)
class OpenObstacle:
    uid: str
    what: str
    level: Level
    age: int  # days


@dataclass(frozen=True, slots=True)
class Obstacles:
    open: int
    oldest: tuple[OpenObstacle, ...]  # a few, the oldest first


@dataclass(frozen=True, slots=True)
class Overview:
    commune: str  # "Xã Yên Hóa"
    where: str  # "Minh Hóa, Quảng Bình"
    set_title: str  # "Bộ tiêu chí 2016–2020"
    goal: str  # "Đăng ký đạt chuẩn 2021"
    illustrative: bool
    on: date
    deadline: date
    days_left: int
    total: int
    met: int
    unmet_codes: tuple[str, ...]
    undecided_codes: tuple[str, ...]
    indicator_counts: tuple[tuple[str, int], ...]  # Verdict value → count
    forecast: Forecast
    causes: tuple[tuple[str, str], ...]  # (criterion, why) — at most three
    tiles: tuple[Tile, ...]
    todos: tuple[Todo, ...]  # all, most urgent first; the page shows five
    warnings: tuple[Notice, ...]  # revocation, unverified targets, skeleton set …
    decisions: tuple[Decision, ...]  # of the authority, newest first
    works: Works
    capital: Capital
    obstacles: Obstacles
    to_do_indicators: int  # that need action: the number beside Tiêu chí
    to_do_dossier: int  # conditions that are not met yet: the number beside Hồ sơ
    person: str  # who is signed in
    last_backup: str  # shown in the status bar, "" when never
    undoable: str  # the action that Ctrl+Z would take back, "" when there is none


def to_plain(overview: Overview) -> dict[str, Any]:
    """A JSON-ready dict; dates as ISO text."""
    plain = asdict(overview)
    plain["on"] = overview.on.isoformat()
    plain["deadline"] = overview.deadline.isoformat()
    for one in plain["decisions"]:
        one["issued"] = one["issued"].isoformat() if one["issued"] else ""
    return plain


def from_plain(plain: dict[str, Any]) -> Overview:
    """The reverse of ``to_plain``. A stale cache raises KeyError, TypeError or ValueError."""
    works, obstacles = plain["works"], plain["obstacles"]
    oldest = tuple(OpenObstacle(**{**one, "level": Level(one["level"])}) for one in obstacles["oldest"])
    return Overview(
        **{
            **plain,
            "on": date.fromisoformat(plain["on"]),
            "deadline": date.fromisoformat(plain["deadline"]),
            "unmet_codes": tuple(plain["unmet_codes"]),
            "undecided_codes": tuple(plain["undecided_codes"]),
            "indicator_counts": tuple((k, n) for k, n in plain["indicator_counts"]),
            "forecast": Forecast(plain["forecast"]),
            "causes": tuple((c, w) for c, w in plain["causes"]),
            "tiles": tuple(Tile(**{**t, "state": CriterionState(t["state"])}) for t in plain["tiles"]),
            "todos": tuple(Todo(**{**t, "link": Link(**t["link"])}) for t in plain["todos"]),
            "warnings": tuple(Notice(**{**n, "link": Link(**n["link"])}) for n in plain["warnings"]),
            "decisions": tuple(map(_decision, plain["decisions"])),
            "works": Works(**{**works, "urgent": tuple(UrgentWork(**one) for one in works["urgent"])}),
            "capital": Capital(**plain["capital"]),
            "obstacles": Obstacles(**{**obstacles, "oldest": oldest}),
        }
    )


def _decision(plain: dict[str, Any]) -> Decision:
    issued = date.fromisoformat(plain["issued"]) if plain["issued"] else None
    return Decision(**{**plain, "issued": issued})
