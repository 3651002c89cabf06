"""General căn cứ of the papers: those of the regime and the set, and who held them against the document.

The office's own ones are ``services.official_documents``; it entered them from the document itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import RowMapping

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert
from ntm_desktop.db.models import ground_confirmation
from ntm_desktop.db.session import Session, live
from ntm_desktop.documents.data import DossierData
from ntm_desktop.documents.formal import citation_text, general_grounds, short_citation
from ntm_desktop.domain.criteria import Verification
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.forms import Citation
from ntm_desktop.services.dossier_data import data_of
from ntm_desktop.services.fields import iso, line, required
from ntm_desktop.services.judged import judge_on


@dataclass(frozen=True, slots=True)
class GroundView:
    name: str  # as a list names it: "Quyết định số 263/QĐ-TTg"
    text: str  # as it is printed
    confirmed: bool
    by_name: str  # who confirmed it, "" when it came confirmed
    on: date | None
    checked_against: str


def list_grounds(session: Session, *, data: DossierData) -> tuple[GroundView, ...]:
    """Those that the papers of ``data`` cite, in their order."""
    confirmations = {_key_of(row): row for row in session.rows(live(ground_confirmation, session))}
    views = []
    for ground in general_grounds(data):
        row = confirmations.get(_key(ground))
        views.append(
            GroundView(
                name=_name(ground),
                text=citation_text(ground),
                confirmed=row is not None or ground.verification is Verification.CONFIRMED,
                by_name=row["by_name"] if row else "",
                on=date.fromisoformat(row["on_date"]) if row else None,
                checked_against=row["source"] if row else "",
            )
        )
    return tuple(views)


def grounds_on(session: Session, *, on: date) -> tuple[GroundView, ...]:
    """Those that the papers would cite on a day."""
    return list_grounds(session, data=_data(session, on))


def confirm(session: Session, *, text: str, source: str, by: str, on: date) -> Changes:
    """*Đã đối chiếu*: the căn cứ that is printed as ``text`` was held against ``source`` and is right."""
    required({"bản đã đối chiếu": source, "người đối chiếu": by})
    found = next((g for g in general_grounds(_data(session, on)) if citation_text(g) == text), None)
    if found is None:
        raise NtmError("Hồ sơ không còn dẫn căn cứ này. Tải lại trang Hồ sơ.")
    row = {
        "uid": session.new_uid(),
        "kind": found.kind,
        "number": found.number,
        "issued": iso(found.issued),
        "issuer": found.issuer,
        "title": found.title,
        "source": line(source),
        "by_name": line(by),
        "on_date": on.isoformat(),
    }
    return insert(session, ground_confirmation, [row])


def _data(session: Session, on: date) -> DossierData:
    return data_of(session, judge_on(session, on=on), today=on, draft=True, pictures=False)


def _name(ground: Citation) -> str:
    return short_citation(ground) if ground.number else f"{ground.kind} {ground.title}"


def _key(ground: Citation) -> tuple[str | None, ...]:
    return ground.kind, ground.number, iso(ground.issued), ground.issuer, ground.title


def _key_of(row: RowMapping) -> tuple[str | None, ...]:
    return tuple(row[name] for name in ("kind", "number", "issued", "issuer", "title"))
