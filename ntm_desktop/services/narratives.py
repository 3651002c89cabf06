"""The parts of the papers that the office words itself. Versions are appended; the newest counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, next_seq
from ntm_desktop.db.models import narrative
from ntm_desktop.db.session import Session, live
from ntm_desktop.documents import narratives as wording
from ntm_desktop.documents.data import DossierData, NarrativeFacts
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.forms import FORM_NAMES, load_regime
from ntm_desktop.services import goals
from ntm_desktop.services.fields import body as as_body


@dataclass(frozen=True, slots=True)
class NarrativeView:
    paper: str
    paper_name: str
    part: str
    section: str
    title: str
    body: str
    default: bool  # the office has not written it yet: made from the data
    gap: bool  # a fact is still missing in it


def list_parts(session: Session, *, data: DossierData) -> tuple[NarrativeView, ...]:
    """Every part of the papers of the regime, as it would be printed from ``data``."""
    own = {(written.paper, written.part): written.body for written in written_parts(session)}
    views = []
    for part in wording.parts(data.regime):
        body = wording.text_of(part, data)
        views.append(
            NarrativeView(
                paper=part.paper,
                paper_name=FORM_NAMES[part.paper],
                part=part.part,
                section=part.section,
                title=part.title,
                body=body,
                default=(part.paper, part.part) not in own,
                gap=wording.has_gap(body),
            )
        )
    return tuple(views)


def written_parts(session: Session) -> tuple[NarrativeFacts, ...]:
    """The newest version of each part; one that was given back to its default is not there."""
    newest: dict[tuple[str, str], str] = {}
    for row in session.rows(live(narrative, session).order_by(narrative.c.seq)):
        newest[row["paper"], row["part"]] = row["body"]
    return tuple(NarrativeFacts(paper, part, body) for (paper, part), body in newest.items() if body)


def save(session: Session, *, paper: str, part: str, body: str, on: date) -> Changes:
    """A new version. An empty one gives the part back to the text made from the data."""
    regime = load_regime(goals.current(session, on=on).regime)
    if (paper, part) not in {(known.paper, known.part) for known in wording.parts(regime)}:
        raise NtmError("Văn bản của trình tự này không có phần lời văn đó. Tải lại trang Hồ sơ.")
    text = as_body(body)
    present = next((w.body for w in written_parts(session) if (w.paper, w.part) == (paper, part)), "")
    if text == present:
        return Changes()
    row = {
        "uid": session.new_uid(),
        "paper": paper,
        "part": part,
        "body": text,
        "seq": next_seq(session, narrative),
        "on_date": on.isoformat(),
    }
    return insert(session, narrative, [row])
