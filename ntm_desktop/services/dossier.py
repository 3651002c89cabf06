"""The dossier: what it still lacks, everything that its papers say, and the register of what was printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import func, select

from ntm_desktop.changes import Changes
from ntm_desktop.db import chain
from ntm_desktop.db.files import StoredFile
from ntm_desktop.db.history import insert
from ntm_desktop.db.models import dossier, history
from ntm_desktop.db.session import Session, live
from ntm_desktop.documents.data import DossierData
from ntm_desktop.domain.readiness import blocks
from ntm_desktop.errors import NtmError
from ntm_desktop.services import freezing, goals
from ntm_desktop.services.dossier_data import data_of
from ntm_desktop.services.dossier_papers import PaperView as PaperView
from ntm_desktop.services.dossier_papers import attach_paper as attach_paper
from ntm_desktop.services.dossier_papers import detach_paper as detach_paper
from ntm_desktop.services.dossier_papers import papers as papers
from ntm_desktop.services.dossier_papers import save_paper as save_paper
from ntm_desktop.services.dossier_readiness import readiness as readiness
from ntm_desktop.services.dossier_readiness import readiness_of as readiness_of
from ntm_desktop.services.dossier_records import with_records
from ntm_desktop.services.judged import judge_on
from ntm_desktop.sync.codes import short_code
from ntm_desktop.text import format_date

PRINT_ACTION = "In hồ sơ chính thức"
"""What the history calls a print that entered the register, from wherever it was asked for."""


class Way(StrEnum):
    """How a final print left the program."""

    PRINTER = "Máy in"
    PDF = "Tệp PDF"
    WORD = "Tệp Word"


def print_action(way: Way) -> str:
    """What the history calls a print; the register reads from there who made it and how."""
    return f"{PRINT_ACTION}: {way.value[:1].lower()}{way.value[1:]}"


@dataclass(frozen=True, slots=True)
class PrintedView:
    """One entry of the register of what was printed."""

    uid: str
    ordinal: int
    year: int
    as_of: date
    printed_at: datetime
    content_root: str
    sha256: str
    pages: int
    by: str  # who printed it
    way: Way | None  # None of prints by older versions, which did not tell
    paper: str = ""  # title of the paper that went out alone; "" of the whole dossier and of volumes

    @property
    def code(self) -> str:
        """The content code as the pages bear it."""
        return short_code(self.content_root)


def refuse_unready(session: Session, *, on: date, today: date | None = None) -> None:
    """Raises with every missing part named; the same conditions as the readiness list shows."""
    missing = blocks(readiness(session, on=on, today=today))
    if missing:
        raise NtmError(
            "Chưa đủ điều kiện in hồ sơ chính thức. Bổ sung các mục dưới đây, hoặc in bản nháp.",
            [found.sentence for found in missing],
        )


def refuse_future(*, on: date, today: date) -> None:
    if on > today:
        raise NtmError(
            f"Chưa lập được hồ sơ: ngày {format_date(on)} ở sau hôm nay ({format_date(today)}). "
            "Chọn một ngày không sau hôm nay."
        )


def collect(session: Session, *, on: date, today: date, draft: bool) -> DossierData:
    """Everything that the papers say, as of a day that has come; ``today`` is the day they are dated on.
    Of a commune that an authority looks at they are drafts."""
    refuse_future(on=on, today=today)
    draft = draft or not session.own
    data = data_of(session, judge_on(session, on=on), today=today, draft=draft)
    root = "" if draft else freezing.root(session, on=on)
    return replace(with_records(session, data, today=today), head=chain.head(session), root=root)


def register(session: Session, *, data: DossierData, printed: StoredFile, pages: int) -> Changes:
    """Keeps a final print with the freeze of what it says. Drafts are not registered."""
    return register_all(session, data=data, printed=[(printed, pages)])


def register_all(
    session: Session, *, data: DossierData, printed: Sequence[tuple[StoredFile, int]], paper: str = ""
) -> Changes:
    """The files of one print, each with its pages: every volume is an entry of the one freeze. ``paper``: the
    title of the one that goes out alone."""
    if not _is_unchanged(session, data):
        raise NtmError("Số liệu đã thay đổi trong khi lập bản in. In lại để bản in khớp với số liệu.")
    goal = goals.current(session, on=data.on)
    frozen, changes = freezing.take(session, on=data.on, today=data.today)
    count = session.scalar(
        select(func.max(dossier.c.ordinal)).where(dossier.c.commune_id == session.commune_id)
    )
    rows = [
        {
            "uid": session.new_uid(),
            "goal_uid": goal.uid,
            "freeze_uid": frozen.uid,
            "content_root": frozen.content_root,
            "as_of": data.on.isoformat(),
            "printed_at": session.at_text,
            "ordinal": ordinal,
            "sha256": file.sha256,
            "pages": pages,
            "paper": paper or None,
        }
        for ordinal, (file, pages) in enumerate(printed, 1 + (count or 0))
    ]
    return changes | insert(session, dossier, rows)


def _is_unchanged(session: Session, data: DossierData) -> bool:
    """Collected again only where the history went on: that takes as long as the first time."""
    if data.head and data.head == chain.head(session) and not session.writing.images:
        return True
    return collect(session, on=data.on, today=data.today, draft=data.draft) == data


def register_list(session: Session) -> tuple[PrintedView, ...]:
    """What was printed, newest first; who did it and how stands in the history."""
    told = {
        row["at"]: row
        for row in session.rows(
            select(history.c.at, history.c.by_name, history.c.action).where(
                history.c.commune_id == session.commune_id, history.c.action.startswith(PRINT_ACTION)
            )
        )
    }
    ways = {print_action(way): way for way in Way}
    years = {goal.uid: goal.year for goal in goals.list_goals(session)}
    return tuple(
        PrintedView(
            uid=row["uid"],
            ordinal=row["ordinal"],
            year=years.get(row["goal_uid"], 0),
            as_of=date.fromisoformat(row["as_of"]),
            printed_at=datetime.fromisoformat(row["printed_at"]),
            content_root=row["content_root"],
            sha256=row["sha256"],
            pages=row["pages"],
            by=told[row["printed_at"]]["by_name"] if row["printed_at"] in told else "",
            way=ways.get(told[row["printed_at"]]["action"]) if row["printed_at"] in told else None,
            paper=row["paper"] or "",
        )
        for row in session.rows(live(dossier, session).order_by(dossier.c.ordinal.desc()))
    )
