"""Who issues a paper that is no part of a dossier, as it stands in the data."""

from __future__ import annotations

from datetime import date

from ntm_desktop.db.session import Session
from ntm_desktop.documents.data import SignerFacts
from ntm_desktop.documents.office import Authority, Issuing, Office
from ntm_desktop.services import authority, commune, keys
from ntm_desktop.services.dossier_data import commune_facts
from ntm_desktop.services.people import list_people, list_signers


def issuing_of(session: Session, *, today: date, by: str) -> Issuing:
    """Whose workplace it is, read with its own session: a commune's committee, or an authority."""
    if not keys.is_authority(session):
        return office_of(session, today=today, by=by)
    own = authority.view(session)
    signer = next(iter(list_signers(session, on=today)), None)
    known = {person.name for person in list_people(session)}
    return Authority(
        name=own.name,
        place=own.place,
        signer=SignerFacts(signer.name, signer.post) if signer else None,
        today=today,
        prepared_by=by if by in known else "",
        illustrative=own.illustrative,
    )


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
