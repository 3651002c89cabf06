"""The dossier: what it still lacks, everything that its papers say, and the register of what was printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select

from ntm_desktop.changes import Changes
from ntm_desktop.db.files import StoredFile
from ntm_desktop.db.history import insert, update
from ntm_desktop.db.models import dossier, paper
from ntm_desktop.db.session import Session, live
from ntm_desktop.documents.data import (
    CommuneFacts,
    CriterionFacts,
    DossierData,
    EvidenceFacts,
    FigureFacts,
    GoalFacts,
    HamletFacts,
    IndicatorFacts,
    PaperFacts,
    PlanFacts,
    PredecessorFacts,
    SignerFacts,
)
from ntm_desktop.domain.figures import FIGURES
from ntm_desktop.domain.judging import Verdict, gap_text
from ntm_desktop.domain.readiness import DossierInput, ReadinessLine, blocks
from ntm_desktop.domain.readiness import readiness as rules
from ntm_desktop.domain.targets import source_text, target_text
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.forms import Citation, fill, load_regime
from ntm_desktop.services import commune, evidence, goals, narratives, plans, responsibilities
from ntm_desktop.services.evidence import EvidenceView
from ntm_desktop.services.fields import day_of, iso, line
from ntm_desktop.services.files import PICTURES, print_copy
from ntm_desktop.services.indicator_story import NOT_APPLICABLE_TEXT
from ntm_desktop.services.indicators import value_text
from ntm_desktop.services.judged import IndicatorState, Judged, judge_on
from ntm_desktop.services.official_documents import GROUND, list_documents
from ntm_desktop.services.people import list_people
from ntm_desktop.sync import freeze
from ntm_desktop.sync.canonical import CriteriaRef


@dataclass(frozen=True, slots=True)
class PaperView:
    """A paper that carries a number: what the clerk fills in after printing."""

    form: str
    code: str
    title: str
    number: str
    issued: date | None
    signer_uid: str | None


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


def readiness(session: Session, *, on: date) -> tuple[ReadinessLine, ...]:
    """Every condition in the order of the procedure; those that are fulfilled too."""
    return readiness_of(session, judge_on(session, on=on))


def readiness_of(session: Session, state: Judged) -> tuple[ReadinessLine, ...]:
    view = commune.load(session)
    files = evidence.counts(session, set_id=state.criteria_set.id)
    met = state.standing.indicators_in(Verdict.MET)
    parts = narratives.list_parts(session, data=_data(session, state, today=state.on, draft=True))
    return rules(
        DossierInput(
            criteria_set=state.criteria_set,
            standing=state.standing,
            judged_differs=state.differing,
            without_evidence=tuple(code for code in met if code not in files),
            missing_place=not view.place,
            has_signer=any(person.signs for person in list_people(session, on=state.on)),
            unwritten=tuple(part.title for part in parts if part.gap),
            illustrative=view.illustrative,
            provisional_code=view.provisional,
        )
    )


def refuse_unready(session: Session, *, on: date) -> None:
    """Raises with every missing part named; the same conditions as the readiness list shows."""
    missing = blocks(readiness(session, on=on))
    if missing:
        raise NtmError(
            "Chưa đủ điều kiện in hồ sơ chính thức. Bổ sung các mục dưới đây, hoặc in bản nháp.",
            [f"{found.what}: {found.why}." for found in missing],
        )


def collect(session: Session, *, on: date, today: date, draft: bool) -> DossierData:
    """Everything that the papers say, as of a day."""
    return _data(session, judge_on(session, on=on), today=today, draft=draft)


def register(session: Session, *, data: DossierData, printed: StoredFile, pages: int) -> Changes:
    """Keeps a final print with the freeze of what it says. Drafts are not registered."""
    if collect(session, on=data.on, today=data.today, draft=data.draft) != data:
        raise NtmError("Số liệu đã thay đổi trong khi lập bản in. In lại để bản in khớp với số liệu.")
    goal = goals.current(session, on=data.on)
    criteria_set = judge_on(session, on=data.on).criteria_set
    reference = CriteriaRef(criteria_set.id, criteria_set.version, criteria_set.sha256)
    frozen, changes = freeze.take(session, period=str(goal.year), criteria=reference, on=data.today)
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


def register_list(session: Session) -> tuple[PrintedView, ...]:
    """What was printed, newest first."""
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
        "tier": goals.TIERS.get(goal.tier, goal.tier),
        "year": str(goal.year),
    }
    views = []
    for rule in load_regime(goal.regime).forms:
        if rule.code and not rule.attached:
            row = known.get(rule.form)
            views.append(
                PaperView(
                    form=rule.form,
                    code=rule.code,
                    title=fill(rule.title, names),
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
    values = {"number": line(number), "issued": iso(issued), "signer_uid": signer_uid}
    known = session.row(live(paper, session).where(paper.c.goal_uid == goal.uid, paper.c.form == form))
    if known is not None:
        return update(session, paper, known["uid"], values)
    return insert(session, paper, [{"uid": session.new_uid(), "form": form, "goal_uid": goal.uid, **values}])


def _data(session: Session, state: Judged, *, today: date, draft: bool) -> DossierData:
    goal = state.goal
    return DossierData(
        commune=_commune_facts(session),
        goal=GoalFacts(
            set_id=goal.set_id,
            set_short_title=state.criteria_set.short_title,
            set_citation=_set_citation(state),
            set_criteria=state.criteria_total,
            tier=goals.TIERS.get(goal.tier, goal.tier),
            year=goal.year,
            profile_name=state.profile_name,
            profile_ground=goal.profile_ground,
        ),
        regime=load_regime(goal.regime),
        on=state.on,
        today=today,
        criteria=_criteria(session, state),
        met=state.criteria_met,
        grounds=tuple(
            Citation(view.kind, view.number, view.issued, view.issuer, view.title)
            for view in list_documents(session)
            if view.role == GROUND
        ),
        papers=_paper_facts(session, state.on, today),
        narratives=narratives.written_parts(session),
        plans=tuple(
            PlanFacts(
                code=plan.code,
                cause=plan.cause,
                solution=plan.solution,
                money=plan.money,
                deadline=plan.deadline,
                person=plan.person.name if plan.person else "",
            )
            for plan in plans.list_plans(session, set_id=goal.set_id, on=state.on)
        ),
        draft=draft,
        illustrative=commune.load(session).illustrative,
    )


def _commune_facts(session: Session) -> CommuneFacts:
    view = commune.load(session)
    newest = {figure.name: figure for figure in view.figures}  # they come oldest first
    return CommuneFacts(
        name=view.name,
        district=view.district,
        province=view.province,
        place=view.place,
        region=view.region,
        hamlets=tuple(HamletFacts(h.name, h.households, h.population) for h in view.hamlets),
        predecessors=tuple(PredecessorFacts(p.name, p.valid_to, p.recognised) for p in view.predecessors),
        figures=tuple(
            FigureFacts(key, kind.name, kind.text(newest[key].value), newest[key].as_of, newest[key].source)
            for key, kind in FIGURES.items()
            if key in newest
        ),
    )


def _set_citation(state: Judged) -> Citation:
    title = state.criteria_set.title
    return Citation(
        kind="Quyết định",
        number=state.criteria_set.decision,
        issued=state.criteria_set.issued,
        issuer="Thủ tướng Chính phủ",
        title=f"về việc ban hành {title[:1]}{title[1:]}",
    )


def _paper_facts(session: Session, on: date, today: date) -> tuple[PaperFacts, ...]:
    people = {person.uid: person for person in list_people(session)}
    usual = next((person for person in list_people(session, on=today) if person.signs), None)
    facts = []
    for view in papers(session, on=on):
        signer = people.get(view.signer_uid or "", usual)
        facts.append(
            PaperFacts(
                form=view.form,
                number=view.number,
                issued=view.issued,
                signer=SignerFacts(signer.name, signer.post) if signer else None,
            )
        )
    return tuple(facts)


def _criteria(session: Session, state: Judged) -> tuple[CriterionFacts, ...]:
    groups = dict(state.criteria_set.groups)
    states = dict(state.standing.criteria)
    charged = {r.criterion: r for r in responsibilities.list_responsibilities(session, on=state.on)}
    proofs: dict[str, list[EvidenceFacts]] = {}
    for view in evidence.list_evidence(session, set_id=state.criteria_set.id):
        for code in view.codes:
            proofs.setdefault(code, []).append(_evidence_facts(session, view))
    criteria = []
    for criterion in state.criteria_set.criteria:
        charge = charged.get(criterion.code)
        criteria.append(
            CriterionFacts(
                code=criterion.code,
                name=criterion.name,
                group=groups.get(criterion.group, ""),
                state=states[criterion.code],
                indicators=tuple(
                    _indicator(state, state.states[indicator.code], tuple(proofs.get(indicator.code, ())))
                    for indicator in criterion.indicators
                ),
                person=charge.person.name if charge and charge.person else "",
                department=charge.department if charge else "",
            )
        )
    return tuple(criteria)


def _indicator(state: Judged, one: IndicatorState, proofs: tuple[EvidenceFacts, ...]) -> IndicatorFacts:
    indicator = one.indicator
    sources = (source_text(target, state.profile_name) for target in one.targets.values())
    gap = gap_text(indicator, one.judgement, one.value).rstrip(".")
    value = value_text(one, short=False)
    return IndicatorFacts(
        code=indicator.code,
        official_code=indicator.official_code,
        text=indicator.text,
        target_text=target_text(indicator, one.targets, named=True),
        target_source="; ".join(dict.fromkeys(source for source in sources if source)),
        value_text="" if value == NOT_APPLICABLE_TEXT else value,
        verdict=one.judgement.verdict,
        unverified=one.judgement.unverified,
        na_ground=(one.fact.na_ground or "") if one.fact else "",
        as_of=one.fact.as_of if one.fact else None,
        note=one.fact.note if one.fact else "",
        gap_text=gap[:1].lower() + gap[1:],
        met_before=one.regression.met_on if one.regression else None,
        evidence=proofs,
    )


def _evidence_facts(session: Session, view: EvidenceView) -> EvidenceFacts:
    picture = print_copy(session.files, view.sha256, view.file_name) if view.type in PICTURES else None
    return EvidenceFacts(
        title=view.title,
        document=view.document.label if view.document else "",
        pages=view.pages,
        file_name=view.file_name,
        file_type=view.type,
        sha256=view.sha256,
        internal=view.internal,
        valid_to=view.valid_to,
        picture=picture,
    )
