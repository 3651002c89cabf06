"""The papers of the dossier one by one: number, date and signer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, update
from ntm_desktop.db.models import paper
from ntm_desktop.db.session import Session, live
from ntm_desktop.domain.goals import TIERS
from ntm_desktop.domain.signing import WHO_SIGNS
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.forms import fill, load_regime
from ntm_desktop.services import commune, goals
from ntm_desktop.services.fields import day_of, iso, line
from ntm_desktop.services.people import list_signers


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
