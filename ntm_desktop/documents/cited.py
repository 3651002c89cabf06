"""Which papers of a dossier name one another with number and day, and which days that leaves to a paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ntm_desktop.documents.data import DossierData
from ntm_desktop.domain.consultation import MINUTES_FORM, SUMMARY_FORM
from ntm_desktop.packs.forms import Regime

CARRIER = "to_trinh"
"""It encloses all others."""
MINUTES_CITE = ("bao_cao", SUMMARY_FORM)


def citing(regime: Regime, form: str) -> Iterator[str]:
    """Forms of the papers that name this one."""
    rule = regime.form(form)
    if rule is not None and rule.code and form != CARRIER and regime.form(CARRIER):
        yield CARRIER
    if form in MINUTES_CITE and regime.form(MINUTES_FORM):
        yield MINUTES_FORM


def latest_day(data: DossierData, form: str) -> date:
    """The last day that a paper without one can still get: none is later than the papers that cite it."""
    meeting = data.consultation.meeting
    days = [data.today]
    for other in citing(data.regime, form):
        own = meeting.on if other == MINUTES_FORM and meeting is not None else None
        if issued := data.paper(other).issued or own:
            days.append(issued)
    return min(days)
