"""Readiness of the dossier: collects what the rules of ``domain.readiness`` look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from ntm_desktop.db.session import Session
from ntm_desktop.documents.cited import CARRIER, citing
from ntm_desktop.documents.data import DebtFacts, DossierData
from ntm_desktop.documents.formal import missing_grounds, open_grounds
from ntm_desktop.documents.narratives import asks_records
from ntm_desktop.documents.submission import left_out
from ntm_desktop.domain.consultation import GIVER_NAMES, Giver
from ntm_desktop.domain.judging import Verdict
from ntm_desktop.domain.readiness import (
    CitedPaper,
    DossierInput,
    Numbered,
    Owed,
    ReadinessLine,
    Rules,
    SeparatePaper,
    Shown,
)
from ntm_desktop.domain.readiness import readiness as rules
from ntm_desktop.domain.works import is_known
from ntm_desktop.packs.forms import FORM_NAMES, Condition, Regime, fill, load_regime
from ntm_desktop.packs.provenance import ground
from ntm_desktop.services import (
    commune,
    consultation,
    criteria_sets,
    evidence,
    form_settings,
    grounds,
    narratives,
    official_documents,
    resources,
    responsibilities,
    works,
)
from ntm_desktop.services.commune import CommuneView
from ntm_desktop.services.dossier_data import data_of
from ntm_desktop.services.dossier_papers import PaperView, papers
from ntm_desktop.services.dossier_records import facts_by, with_records
from ntm_desktop.services.files import PICTURES
from ntm_desktop.services.judged import Judged, judge_on
from ntm_desktop.services.people import lead, list_signers
from ntm_desktop.text import format_date, search_key

_FRONT = "MTTQ"  # in the ký hiệu of a paper that is the Front's


def readiness(session: Session, *, on: date, today: date | None = None) -> tuple[ReadinessLine, ...]:
    """Every condition in the order of the procedure; those that are fulfilled too.

    ``today``: the day that the papers are dated on, where that is not the day judged.
    """
    return readiness_of(session, judge_on(session, on=on), today=today or on)


def readiness_of(session: Session, state: Judged, *, today: date) -> tuple[ReadinessLine, ...]:
    view = commune.load(session)
    regime = load_regime(state.goal.regime)
    files = evidence.counts(session, set_id=state.criteria_set.id, on=state.on)
    met = state.standing.indicators_in(Verdict.MET)
    entered = form_settings.settings_of(session, state.goal)
    data = data_of(session, state, today=today, draft=True, pictures=False)
    absent = _left_out(session, state, regime)
    asked = consultation.view(session, on=state.on)
    data = replace(data, consultation=facts_by(asked, today=today))
    parts = _parts(session, state, data, absent)
    views = papers(session, on=state.on)
    charges = responsibilities.list_responsibilities(session, on=state.on)
    return rules(
        DossierInput(
            criteria_set=state.criteria_set,
            standing=state.standing,
            rules=_rules(state, regime),
            lead=lead(session),
            in_charge={one.criterion: one.person.name for one in charges if one.person},
            outside_period=_outside_period(session, state),
            judged_differs=state.differing,
            without_evidence=tuple(code for code in met if code not in files),
            lost_files=evidence.lost(session, set_id=state.criteria_set.id, on=state.on),
            missing_place=not view.place,
            unaddressed="" if entered.addressees.own else _unaddressed(view, regime),
            has_signer=bool(list_signers(session, on=today)),
            unwritten=_by_paper((part, part.title) for part in parts if part.gap),
            carried=_by_paper((part, f"{part.title} (năm {part.year})") for part in parts if part.is_carried),
            illustrative=view.illustrative,
            provisional_code=view.provisional,
            asked=asked.breaks,
            separate=_separate(session, views, regime, state.on),
            cited=_cited(views, regime),
            numbered=_numbered(views),
            left_out=absent,
            conditions=_conditions(session, state, regime),
            owed=_owed(session, state.on),
            dated_before=tuple(
                f"{view.title} ghi ngày {format_date(view.issued)}"
                for view in views
                if not view.attached and view.issued is not None and view.issued < state.on
            ),
            figures_of=format_date(state.on),
            grounds_unconfirmed=tuple(
                ground.name for ground in grounds.list_grounds(session, data=data) if not ground.confirmed
            ),
            grounds_open=open_grounds(data),
            grounds_missing=tuple(ground.what for ground in missing_grounds(data)),
            settings=(entered.addressees, entered.copies),
        )
    )


def _parts(
    session: Session, state: Judged, data: DossierData, absent: Mapping[str, str]
) -> tuple[narratives.NarrativeView, ...]:
    """The registers are read whole only for words that tell of them: it takes a second for 5 000 works."""
    if asks_records(data):
        whole = data_of(session, state, today=data.today, draft=True)
        return narratives.list_parts(with_records(session, whole, today=data.today))
    works_known = any(is_known(row.facts, state.on) for row in works.table(session, on=state.on).rows)
    return narratives.list_parts(replace(data, debts=DebtFacts(0) if works_known else None), absent)


def _by_paper(
    found: Iterable[tuple[narratives.NarrativeView, str]],
) -> dict[str, list[str]]:
    papers: dict[str, list[str]] = {}
    for part, title in found:
        papers.setdefault(part.paper_name, []).append(title)
    return papers


def _rules(state: Judged, regime: Regime) -> Rules:
    """A rule that nobody has held against the document says so."""
    condition = regime.condition("no_debt")
    return Rules(
        procedure=regime.name,
        criteria=f"Quyết định số {state.criteria_set.decision}",
        papers={one.form: ground(regime.name, one.source, one.verification) for one in regime.forms},
        no_debt=ground(regime.name, condition.text, condition.verification) if condition else "",
    )


def _unaddressed(view: CommuneView, regime: Regime) -> str:
    """The unit that the dossier goes to and whose name is not known."""
    units = {"{district}": ("huyện", view.district), "{province}": ("tỉnh", view.province)}
    lines = " ".join(regime.addressees)
    return next((unit for place, (unit, name) in units.items() if place in lines and not name), "")


def _separate(
    session: Session, views: Sequence[PaperView], regime: Regime, on: date
) -> tuple[SeparatePaper, ...]:
    gone = session.files.missing({view.file.sha256 for view in views if view.file is not None})
    submitted = next((view.issued for view in views if view.form == CARRIER), None)
    return tuple(
        SeparatePaper(
            form=view.form,
            title=FORM_NAMES.get(view.form, view.title),
            lacking=view.lacking
            + ("tệp (tệp cũ đã mất)",) * (view.file is not None and view.file.sha256 in gone),
            precedes=view.precedes,
            after=bool(submitted and view.issued and view.issued > submitted),
            who=GIVER_NAMES[Giver.FRONT] if _FRONT in view.symbol else "",
            foreign=view.foreign,
            cited_by=_cited_undated(session, view, views, regime, on),
        )
        for view in views
        if view.attached and view.required
    )


def _cited_undated(
    session: Session, view: PaperView, views: Sequence[PaperView], regime: Regime, on: date
) -> tuple[str, ...]:
    """The dated papers that cite this one, which the program would print without number or day."""
    if view.known or view.foreign or view.file is not None:
        return ()
    by = _dated(_citing(views, regime, view.form))
    if by and view.form == "no_dong" and not works.table(session, on=on).rows:
        return ()  # a section of the main report, or made elsewhere
    return by


def _cited(views: Sequence[PaperView], regime: Regime) -> tuple[CitedPaper, ...]:
    """Of the papers that are never made elsewhere; what the others lack is told of them one by one."""
    open_ones = [view for view in views if view.symbol and not view.attached and not view.known]
    found = []
    for view in open_ones:
        by = _citing(views, regime, view.form)
        if by:
            title = FORM_NAMES.get(view.form, view.title)
            found.append(CitedPaper(view.form, title, [_name(one) for one in by], _dated(by)))
    return tuple(found)


def _citing(views: Sequence[PaperView], regime: Regime, form: str) -> list[PaperView]:
    """Those that the program makes; of a signed file nobody knows what it cites."""
    forms = set(citing(regime, form))
    return [view for view in views if view.form in forms and view.file is None]


def _dated(views: Sequence[PaperView]) -> tuple[str, ...]:
    return tuple(_name(view) for view in views if view.issued is not None)


def _name(view: PaperView) -> str:
    return FORM_NAMES.get(view.form, view.title).partition(" đề nghị")[0]


def _numbered(views: Sequence[PaperView]) -> tuple[Numbered, ...]:
    return tuple(
        Numbered(
            view.form,
            FORM_NAMES.get(view.form, view.title),
            view.symbol,
            view.number,
            view.issued.year if view.issued else None,
        )
        for view in views
        if view.symbol and view.number
    )


def _left_out(session: Session, state: Judged, regime: Regime) -> dict[str, str]:
    on = state.on
    pictures = any(
        view.type in PICTURES and not view.internal and view.holds_on(on)
        for view in evidence.list_evidence(session, set_id=state.criteria_set.id)
        if not state.states.keys().isdisjoint(view.codes)
    )
    absent = left_out(
        regime,
        works=any(is_known(row.facts, on) for row in works.table(session, on=on).rows),
        resources=any(one.mobilised for one in resources.by_origin(session, on=on).values()),
        pictures=pictures,
    )
    return {rule.form: FORM_NAMES[rule.form] for rule in absent}


def _conditions(session: Session, state: Judged, regime: Regime) -> tuple[Shown, ...]:
    return tuple(_shown(session, state, regime, one) for one in regime.shown_by_documents(state.goal.tier))


def _shown(session: Session, state: Judged, regime: Regime, one: Condition) -> Shown:
    words = [fill(part, {"commune": commune.load(session).name}) for part in one.titled]
    return Shown(
        key=one.key,
        name=one.name,
        text=one.text,
        source=ground(regime.name, one.source, one.verification),
        titled=" … ".join(words),
        document=_shown_by(session, state.on, one.kinds, words),
    )


def _shown_by(session: Session, on: date, kinds: Sequence[str], words: Sequence[str]) -> str:
    """The first that was there by the day. A plan has the same words: the kind tells them apart."""
    keys = [search_key(word) for word in words]
    return next(
        (
            view.label
            for view in official_documents.list_documents(session)
            if view.kind in kinds and view.number and view.issued is not None and view.issued <= on
            if all(key in search_key(view.title) for key in keys)
        ),
        "",
    )


def _owed(session: Session, on: date) -> tuple[Owed, ...]:
    return tuple(
        Owed(row.uid, row.name, bool(row.debt_source or row.debt_due), row.person)
        for row in works.table(session, on=on).rows
        if row.state.account.debt
    )


def _outside_period(session: Session, state: Judged) -> str:
    goal, own = state.goal, state.criteria_set
    if goal.year <= own.period[1]:
        return ""
    choices = criteria_sets.available(session)
    newer = criteria_sets.newer(choices, set_id=own.id, year=goal.year, on=state.on)
    return criteria_sets.outside_period(own, newer, year=goal.year) if newer else ""
