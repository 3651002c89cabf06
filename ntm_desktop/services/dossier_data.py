"""Everything that the papers of a dossier say, as frozen data; ``documents`` turns it into papers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ntm_desktop.db.models import paper
from ntm_desktop.db.session import Session, live
from ntm_desktop.documents.data import (
    AttachedFacts,
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
    ResourceFacts,
    SignerFacts,
)
from ntm_desktop.documents.narratives import RESOURCES, is_template
from ntm_desktop.domain.criteria import spaced_years
from ntm_desktop.domain.figures import FIGURES
from ntm_desktop.domain.goals import TIERS
from ntm_desktop.domain.judging import Verdict, gap_text
from ntm_desktop.domain.targets import source_text, target_text
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.forms import Citation, load_regime
from ntm_desktop.services import (
    commune,
    evidence,
    forecasts,
    form_settings,
    narratives,
    plans,
    responsibilities,
)
from ntm_desktop.services.dossier_papers import papers
from ntm_desktop.services.evidence import EvidenceView
from ntm_desktop.services.fields import day_of
from ntm_desktop.services.files import PICTURES, on_paper
from ntm_desktop.services.form_settings import FormSettings
from ntm_desktop.services.indicator_story import NOT_APPLICABLE_TEXT, regression_text
from ntm_desktop.services.indicators import rests_on_unverified, value_text
from ntm_desktop.services.judged import IndicatorState, Judged
from ntm_desktop.services.official_documents import GROUND, list_documents
from ntm_desktop.services.people import list_signers
from ntm_desktop.services.resources import resource_facts

_REACHED = frozenset({Verdict.MET, Verdict.NOT_APPLICABLE})
"""Nothing is left to plan for: a plan that nobody has closed yet is not told."""


def data_of(
    session: Session, state: Judged, *, today: date, draft: bool, pictures: bool = True
) -> DossierData:
    """Without ``pictures`` no evidence is looked for: enough for narratives, which never speak of it.

    The window needs these at its start and after each write.
    """
    goal = state.goal
    written = narratives.written_parts(session, goal=goal)
    told = {(one.paper, one.part) for one in written}
    entered = form_settings.settings_of(session, goal)
    waits = forecasts.awaited_on(session, set_id=goal.set_id, on=state.on)
    return DossierData(
        commune=commune_facts(session),
        goal=GoalFacts(
            set_id=goal.set_id,
            set_title=state.criteria_set.full_title,
            set_citation=_set_citation(state),
            set_amendments=_set_amendments(state),
            set_criteria=state.criteria_total,
            set_period=state.criteria_set.period,
            tier=TIERS.get(goal.tier, goal.tier),
            year=goal.year,
            profile_name=state.profile_name,
            profile_ground=goal.profile_ground,
        ),
        regime=load_regime(goal.regime),
        on=state.on,
        today=today,
        criteria=_criteria(session, state, draft=draft, pictures=pictures),
        met=state.criteria_met,
        grounds=tuple(
            Citation(view.kind, view.number, view.issued, view.issuer, view.title)
            for view in list_documents(session)
            if view.role == GROUND
        ),
        addressed=entered.own_addressees,
        copies=entered.own_copies,
        papers=_paper_facts(session, state, today, entered),
        narratives=written,
        plans=tuple(
            PlanFacts(
                code=plan.code,
                cause=plan.cause,
                solution=plan.solution,
                money=plan.money,
                deadline=plan.deadline,
                work=waits[plan.code].words if waits[plan.code].after_plan else "",
                person=plan.person.name if plan.person else "",
            )
            for plan in plans.list_plans(session, set_id=goal.set_id, on=state.on)
            if plan.code in state.states and state.states[plan.code].judgement.verdict not in _REACHED
        ),
        resources=ResourceFacts()
        if told >= RESOURCES and not any(is_template(one.body) for one in written)  # told in its own words
        else resource_facts(session, on=state.on),
        draft=draft,
        illustrative=commune.load(session).illustrative,
    )


def commune_facts(session: Session) -> CommuneFacts:
    view = commune.load(session)
    newest = {figure.name: figure for figure in view.figures}  # they come oldest first
    return CommuneFacts(
        name=view.name,
        district=view.district,
        province=view.province,
        place=view.place,
        code=view.code,
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
    return Citation(
        kind="Quyết định",
        number=state.criteria_set.decision,
        issued=state.criteria_set.issued,
        issuer="Thủ tướng Chính phủ",
        title=f"về việc ban hành {state.criteria_set.full_title}",
    )


def _set_amendments(state: Judged) -> tuple[Citation, ...]:
    return tuple(
        Citation("Quyết định", one.provenance.decision, one.provenance.issued, "Thủ tướng Chính phủ", "")
        for one in state.criteria_set.amendments
        if one.effective <= state.on
    )


def _paper_facts(
    session: Session, state: Judged, today: date, entered: FormSettings
) -> tuple[PaperFacts, ...]:
    """Where no signer is chosen, or one who may no longer sign, the first who may sign today does."""
    people = {person.uid: person for person in list_signers(session)}
    usual = next(iter(list_signers(session, on=today)), None)
    known = {
        row["form"]: row
        for row in session.rows(live(paper, session).where(paper.c.goal_uid == state.goal.uid))
    }
    attached = {
        view.form: AttachedFacts(view.file.name, view.file.sha256)
        for view in papers(session, on=state.on)
        if view.file is not None
    }
    facts = []
    for rule in load_regime(state.goal.regime).forms:
        row = known.get(rule.form)
        signer = people.get(row["signer_uid"], usual) if row else usual
        facts.append(
            PaperFacts(
                form=rule.form,
                number=row["number"] if row else "",
                issued=day_of(row["issued"]) if row else None,
                signer=SignerFacts(signer.name, signer.post) if signer else None,
                file=attached.get(rule.form),
                form_number=entered.number(rule.form),
            )
        )
    return tuple(facts)


def _criteria(session: Session, state: Judged, *, draft: bool, pictures: bool) -> tuple[CriterionFacts, ...]:
    groups = dict(state.criteria_set.groups)
    states = dict(state.standing.criteria)
    charged = {r.criterion: r for r in responsibilities.list_responsibilities(session, on=state.on)}
    proofs = _proofs(session, state, draft=draft) if pictures else {}
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
                    _indicator(
                        session,
                        state,
                        state.states[indicator.code],
                        tuple(proofs.get(indicator.code, ())),
                    )
                    for indicator in criterion.indicators
                ),
                person=charge.person.name if charge and charge.person else "",
                department=charge.department if charge else "",
            )
        )
    return tuple(criteria)


def _proofs(session: Session, state: Judged, *, draft: bool) -> Mapping[str, Sequence[EvidenceFacts]]:
    """By indicator. Internal evidence never leaves, not even by its name."""
    proofs: dict[str, list[EvidenceFacts]] = {}
    for view in evidence.list_evidence(session, set_id=state.criteria_set.id):
        if not view.internal and view.holds_on(state.on):
            facts = _evidence_facts(session, view, state.on, draft=draft)
            for code in view.codes:
                proofs.setdefault(code, []).append(facts)
    return proofs


def _indicator(
    session: Session, state: Judged, one: IndicatorState, proofs: tuple[EvidenceFacts, ...]
) -> IndicatorFacts:
    indicator = one.indicator
    sources = (source_text(target, state.profile_name) for target in one.targets.values())
    gap = gap_text(indicator, one.judgement, one.value).rstrip(".")
    value = value_text(one, short=False)
    return IndicatorFacts(
        code=indicator.code,
        official_code=indicator.official_code,
        text=spaced_years(indicator.text),
        target_text=target_text(indicator, one.targets, named=True),
        target_source="; ".join(dict.fromkeys(source for source in sources if source)),
        value_text="" if value == NOT_APPLICABLE_TEXT else value,
        verdict=one.judgement.verdict,
        unverified=one.judgement.unverified,
        marked=rests_on_unverified(one),
        na_ground=(one.fact.na_ground or "") if one.fact else "",
        as_of=one.fact.as_of if one.fact else None,
        note=one.fact.note if one.fact and not one.stale else "",
        gap_text=gap[:1].lower() + gap[1:],
        regression=regression_text(session, one.regression, full=True),
        evidence=proofs,
    )


def _evidence_facts(session: Session, view: EvidenceView, on: date, *, draft: bool) -> EvidenceFacts:
    """A photo that is gone leaves a box in a draft; nothing is signed without it."""
    picture, absent = None, ""
    if view.type in PICTURES:
        picture, absent = on_paper(session.files, view.sha256, view.title)
    if absent and not draft:
        raise NtmError(f"{absent}. Phục hồi từ bản sao lưu hoặc đính kèm lại tệp, rồi in lại.")
    return EvidenceFacts(
        title=view.title,
        document=view.document.label if view.document else "",
        pages=view.pages,
        file_name=view.file_name,
        file_type=view.type,
        sha256=view.sha256,
        valid_to=view.valid_to,
        expired=view.has_run_out(on),
        picture=picture,
        absent=absent,
    )
