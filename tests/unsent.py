"""How a whole dossier (``complete``) loses the place where it goes, and what somebody confirmed of that."""

from __future__ import annotations

from collections.abc import Callable

from complete import Case

from ntm_desktop.changes import Changes
from ntm_desktop.db.engine import Session
from ntm_desktop.db.history import update
from ntm_desktop.db.models import commune
from ntm_desktop.db.session import live
from ntm_desktop.domain.criteria import Verification
from ntm_desktop.packs.forms import Regime
from ntm_desktop.services import form_settings

Act = Callable[[Session, Case], Changes]


def of_commune(**values: str | int | None) -> Act:
    """As data from elsewhere may be; the office could not save it so."""

    def act(session: Session, _case: Case) -> Changes:
        row = session.row(live(commune, session))
        assert row is not None
        return update(session, commune, row["uid"], values)

    return act


def unset(key: str) -> Act:
    """The pack's word holds again, which nobody has confirmed."""

    def act(session: Session, case: Case) -> Changes:
        return form_settings.remove_setting(session, key=key, today=case.on)

    return act


def is_doubted(regime: Regime) -> bool:
    return regime.addressees_read.verification is not Verification.CONFIRMED


def nowhere(regime: Regime, **values: str | None) -> Act:
    """The unit that the pack sends the dossier to is not known, and the office named no other."""

    def act(session: Session, case: Case) -> Changes:
        changes = of_commune(**values)(session, case)
        return changes | (unset("addressees")(session, case) if is_doubted(regime) else Changes())

    return act
