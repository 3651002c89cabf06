"""The dossier: what it still lacks, everything that its papers say, and the register of what was printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TypedDict

from sqlalchemy import func, select

from ntm_desktop.changes import Changes
from ntm_desktop.db import chain
from ntm_desktop.db.files import StoredFile
from ntm_desktop.db.history import insert, update
from ntm_desktop.db.models import dossier, history, paper
from ntm_desktop.db.session import Session, live
from ntm_desktop.documents.data import DossierData
from ntm_desktop.documents.formal import missing_grounds
from ntm_desktop.domain.goals import TIERS
from ntm_desktop.domain.judging import Verdict
from ntm_desktop.domain.readiness import DossierInput, ReadinessLine, blocks
from ntm_desktop.domain.readiness import readiness as rules
from ntm_desktop.domain.signing import WHO_SIGNS
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.forms import fill, load_regime
from ntm_desktop.services import commune, criteria_sets, evidence, goals, grounds, narratives
from ntm_desktop.services.dossier_data import data_of
from ntm_desktop.services.dossier_records import with_records
from ntm_desktop.services.fields import day_of, iso, line
from ntm_desktop.services.judged import Judged, judge_on
from ntm_desktop.services.people import list_signers
from ntm_desktop.sync import freeze
from ntm_desktop.sync.canonical import CriteriaRef
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


class _Frozen(TypedDict):
    """What a freeze is told by beside the rows."""

    period: str
    criteria: CriteriaRef


@dataclass(frozen=True, slots=True)
class PaperView:
    """A paper that carries a number: what the clerk fills in after printing."""

    form: str
    symbol: str  # ký hiệu: "TTr-UBND"
    title: str
    attached: bool  # made elsewhere
    required: bool
    precedes: bool  # there before the tờ trình goes up
    number: str
    issued: date | None
    signer_uid: str | None

    @property
    def known(self) -> bool:
        """It can be cited."""
        return bool(self.number and self.issued)


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

    @property
    def code(self) -> str:
        """The content code as the pages bear it."""
        return short_code(self.content_root)


def readiness(session: Session, *, on: date) -> tuple[ReadinessLine, ...]:
    """Every condition in the order of the procedure; those that are fulfilled too."""
    return readiness_of(session, judge_on(session, on=on))


def readiness_of(session: Session, state: Judged) -> tuple[ReadinessLine, ...]:
    view = commune.load(session)
    files = evidence.counts(session, set_id=state.criteria_set.id, on=state.on)
    met = state.standing.indicators_in(Verdict.MET)
    data = data_of(session, state, today=state.on, draft=True, pictures=False)
    parts = narratives.list_parts(data)
    views = papers(session, on=state.on)
    separate = [view for view in views if view.attached and view.required]
    submitted = next((view.issued for view in views if view.form == "to_trinh"), None)
    return rules(
        DossierInput(
            criteria_set=state.criteria_set,
            standing=state.standing,
            outside_period=_outside_period(session, state),
            judged_differs=state.differing,
            without_evidence=tuple(code for code in met if code not in files),
            lost_files=evidence.lost(session, set_id=state.criteria_set.id, on=state.on),
            missing_place=not view.place,
            missing_district=not view.district and _goes_to_district(state),
            has_signer=bool(list_signers(session, on=state.on)),
            unwritten=tuple(part.title for part in parts if part.gap),
            carried=tuple(f"{part.title} (năm {part.year})" for part in parts if part.year),
            illustrative=view.illustrative,
            provisional_code=view.provisional,
            separate=len(separate),
            separate_open=sum(not paper.known for paper in separate),
            separate_due=tuple(paper.title for paper in separate if paper.precedes and not paper.known),
            separate_after=tuple(
                paper.title
                for paper in separate
                if paper.precedes and submitted and paper.issued and paper.issued > submitted
            ),
            dated_before=tuple(
                f"{view.title} ghi ngày {format_date(view.issued)}"
                for view in views
                if not view.attached and view.issued is not None and view.issued < state.on
            ),
            figures_of=format_date(state.on),
            grounds_unconfirmed=tuple(
                ground.name for ground in grounds.list_grounds(session, data=data) if not ground.confirmed
            ),
            grounds_missing=tuple(ground.what for ground in missing_grounds(data)),
        )
    )


def _outside_period(session: Session, state: Judged) -> str:
    goal, own = state.goal, state.criteria_set
    if goal.year <= own.period[1]:
        return ""
    choices = criteria_sets.available(session)
    newer = criteria_sets.newer(choices, set_id=own.id, year=goal.year, on=state.on)
    return criteria_sets.outside_period(own, newer, year=goal.year) if newer else ""


def _goes_to_district(state: Judged) -> bool:
    return any("{district}" in line for line in load_regime(state.goal.regime).addressees)


def refuse_unready(session: Session, *, on: date) -> None:
    """Raises with every missing part named; the same conditions as the readiness list shows."""
    missing = blocks(readiness(session, on=on))
    if missing:
        raise NtmError(
            "Chưa đủ điều kiện in hồ sơ chính thức. Bổ sung các mục dưới đây, hoặc in bản nháp.",
            [f"{found.what}: {found.why}." for found in missing],
        )


def refuse_future(*, on: date, today: date) -> None:
    if on > today:
        raise NtmError(
            f"Chưa lập được hồ sơ: ngày {format_date(on)} ở sau hôm nay ({format_date(today)}). "
            "Chọn một ngày không sau hôm nay."
        )


def collect(session: Session, *, on: date, today: date, draft: bool) -> DossierData:
    """Everything that the papers say, as of a day that has come; ``today`` is the day they are dated on."""
    refuse_future(on=on, today=today)
    data = data_of(session, judge_on(session, on=on), today=today, draft=draft)
    root = "" if draft else freeze.root(session, **_frozen_as(session, on))
    return replace(with_records(session, data, today=today), head=chain.head(session), root=root)


def _frozen_as(session: Session, on: date) -> _Frozen:
    goal = goals.current(session, on=on)
    criteria_set = criteria_sets.load(session, set_id=goal.set_id).on(on)
    reference = CriteriaRef(criteria_set.id, criteria_set.version, criteria_set.sha256)
    return _Frozen(period=str(goal.year), criteria=reference)


def register(session: Session, *, data: DossierData, printed: StoredFile, pages: int) -> Changes:
    """Keeps a final print with the freeze of what it says. Drafts are not registered."""
    if not _is_unchanged(session, data):
        raise NtmError("Số liệu đã thay đổi trong khi lập bản in. In lại để bản in khớp với số liệu.")
    goal = goals.current(session, on=data.on)
    frozen, changes = freeze.take(session, **_frozen_as(session, data.on), on=data.today)
    count = session.scalar(
        select(func.max(dossier.c.ordinal)).where(dossier.c.commune_id == session.commune_id)
    )
    row = {
        "uid": session.new_uid(),
        "goal_uid": goal.uid,
        "freeze_uid": frozen.uid,
        "content_root": frozen.content_root,
        "as_of": data.on.isoformat(),
        "printed_at": session.at_text,
        "ordinal": 1 + (count or 0),
        "sha256": printed.sha256,
        "pages": pages,
    }
    return changes | insert(session, dossier, [row])


def register_all(
    session: Session, *, data: DossierData, printed: Sequence[tuple[StoredFile, int]]
) -> Changes:
    """The files of one print, each with its pages: every volume is an entry."""
    changes = Changes()
    for file, pages in printed:
        changes |= register(session, data=data, printed=file, pages=pages)
    return changes


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
        )
        for row in session.rows(live(dossier, session).order_by(dossier.c.ordinal.desc()))
    )


def papers(session: Session, *, on: date) -> tuple[PaperView, ...]:
    """The papers of the regime that carry a number, with what is known of number, date and signer."""
    goal = goals.current(session, on=on)
    known = {
        row["form"]: row for row in session.rows(live(paper, session).where(paper.c.goal_uid == goal.uid))
    }
    names = {
        "commune": commune.load(session).name,
        "tier": TIERS.get(goal.tier, goal.tier),
        "year": str(goal.year),
    }
    views = []
    for rule in load_regime(goal.regime).forms:
        if rule.code:
            row = known.get(rule.form)
            views.append(
                PaperView(
                    form=rule.form,
                    symbol=rule.symbol,
                    title=fill(rule.title, names),
                    attached=rule.attached,
                    required=rule.required,
                    precedes=rule.precedes,
                    number=row["number"] if row else "",
                    issued=day_of(row["issued"]) if row else None,
                    signer_uid=row["signer_uid"] if row else None,
                )
            )
    return tuple(views)


def save_paper(
    session: Session,
    *,
    form: str,
    on: date,
    number: str = "",
    issued: date | None = None,
    signer_uid: str | None = None,
) -> Changes:
    """Number, date and signer stay outside the freeze: filling them in later changes no code."""
    goal = goals.current(session, on=on)
    if form not in {view.form for view in papers(session, on=on)}:
        raise NtmError("Văn bản này không thuộc hồ sơ của trình tự đang dùng. Tải lại trang Hồ sơ.")
    if signer_uid is not None and signer_uid not in {person.uid for person in list_signers(session)}:
        raise NtmError(f"Văn bản của hồ sơ do {WHO_SIGNS} ký. Chọn người ký khác.")
    values = {"number": line(number), "issued": iso(issued), "signer_uid": signer_uid}
    known = session.row(live(paper, session).where(paper.c.goal_uid == goal.uid, paper.c.form == form))
    if known is not None:
        return update(session, paper, known["uid"], values)
    return insert(session, paper, [{"uid": session.new_uid(), "form": form, "goal_uid": goal.uid, **values}])
