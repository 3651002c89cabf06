"""Who issues a paper that is no part of a dossier, as it stands in the data."""

from __future__ import annotations

from datetime import date

from ntm_desktop.db.session import Session
from ntm_desktop.documents.data import SignerFacts
from ntm_desktop.documents.office import Office
from ntm_desktop.services import commune
from ntm_desktop.services.dossier_data import commune_facts
from ntm_desktop.services.people import list_people, list_signers


def office_of(session: Session, *, today: date, by: str) -> Office:
    """The usual signer of ``today`` signs. ``by`` drew it up; one who is not of the staff is left open."""
    signer = next(iter(list_signers(session, on=today)), None)
    known = {person.name for person in list_people(session)}
    return Office(
        commune=commune_facts(session),
        signer=SignerFacts(signer.name, signer.post) if signer else None,
        today=today,
        prepared_by=by if by in known else "",
        illustrative=commune.load(session).illustrative,
    )
