"""The parts of the papers that the office words itself, goal by goal.

Versions are appended; of a goal's own the newest counts. A goal without one starts from what the goal before
it had.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import RowMapping

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, next_seq
from ntm_desktop.db.models import narrative
from ntm_desktop.db.session import Session, live
from ntm_desktop.documents import narratives as wording
from ntm_desktop.documents.data import DossierData, NarrativeFacts
from ntm_desktop.documents.fields import GROUPS, place_of
from ntm_desktop.documents.submission import listed_forms
from ntm_desktop.domain.goals import Goal, goal_on
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.forms import FORM_NAMES, load_regime
from ntm_desktop.packs.template_kinds import Kind
from ntm_desktop.services import goals, history
from ntm_desktop.services.fields import body as as_body

_FOREIGN = "Cơ quan khác ký"


@dataclass(frozen=True, slots=True)
class NarrativeView:
    paper: str
    paper_name: str
    part: str
    section: str
    title: str
    body: str
    default: bool  # the office has not written it yet: made from the data
    gap: bool  # the dossier is refused for what is still to be filled in here
    missing: tuple[str, ...] = ()  # what the fields are called that stand as gaps
    source: str = ""  # what is edited: the text, or the office's own template that the body is made of
    template: bool = False  # the office's own template
    mould: str = ""  # the default template, to make one's own of
    year: int | None = None  # whose words it still has, where they are of an earlier goal
    unprinted: str = ""  # why its paper is not made for this dossier; "" it is

    @property
    def is_carried(self) -> bool:
        """To be read again before it goes out; also on a form that others fill in and sign."""
        return self.year is not None and self.unprinted in ("", _FOREIGN)


@dataclass(frozen=True, slots=True)
class FieldView:
    label: str
    place: str  # "{{ xa }}", or the lines that go through a list
    listed: bool
    group: str = ""  # of what, beside the goal itself


@dataclass(frozen=True, slots=True)
class VersionView:
    """What a part once said."""

    uid: str
    year: int  # of its goal
    written: date
    by: str  # "": the history does not know any more
    body: str  # "": the text made from the data
    current: bool


def list_parts(data: DossierData, absent: Collection[str] | None = None) -> tuple[NarrativeView, ...]:
    """Every part of the papers of the regime, as it would be printed from ``data``.

    ``absent``: the annexes that the dossier goes without, where ``data`` has no registers to tell.
    """
    listed = {rule.form for rule in listed_forms(data, absent)}
    own = {(written.paper, written.part): written for written in data.narratives}
    views = []
    for part in wording.parts(data.regime):
        shown = wording.worded(part, data)
        written = own.get((part.paper, part.part))
        unprinted = _unprinted(data, part.paper, listed)
        template = written is not None and wording.own_template(written.body) is not None
        views.append(
            NarrativeView(
                paper=part.paper,
                paper_name=FORM_NAMES[part.paper],
                part=part.part,
                section=part.section,
                title=part.title,
                body=shown.text,
                default=written is None,
                gap=shown.gap and not unprinted,
                missing=shown.missing,
                source=written.body if written is not None and template else shown.text,
                template=template,
                mould=wording.default_template(part),
                year=written.year if written else None,
                unprinted=unprinted,
            )
        )
    return tuple(views)


def _unprinted(data: DossierData, form: str, listed: Collection[str]) -> str:
    rule = data.regime.form(form)
    if rule is not None and rule.attached and data.paper(form).file is not None:
        return "Đã có bản ký"
    if rule is not None and rule.foreign:
        return _FOREIGN
    return "" if rule is not None and form in listed and data.is_made(rule) else "Chưa có số liệu"


def written_parts(session: Session, *, goal: Goal) -> tuple[NarrativeFacts, ...]:
    """What each part says for this goal; one that has its default is not there."""
    return tuple(
        NarrativeFacts(paper, part, row["body"], None if of.uid == goal.uid else of.year)
        for (paper, part), (of, row) in _standing(session, goal).items()
        if row["body"]
    )


def versions(session: Session, *, paper: str, part: str, on: date) -> tuple[VersionView, ...]:
    """All that the part has said, the newest first, also for earlier goals."""
    known = goals.list_goals(session)
    _of, stands = _standing(session, goals.current(session, on=on)).get((paper, part), (None, None))
    query = live(narrative, session).where(narrative.c.paper == paper, narrative.c.part == part)
    writers = history.writers(session, narrative)
    return tuple(
        VersionView(
            uid=row["uid"],
            year=_goal_of(row, known).year,
            written=date.fromisoformat(row["on_date"]),
            by=writers.get(row["uid"], ""),
            body=row["body"],
            current=stands is not None and row["uid"] == stands["uid"],
        )
        for row in session.rows(query.order_by(narrative.c.seq.desc()))
    )


def save(session: Session, *, paper: str, part: str, body: str, on: date) -> Changes:
    """A new version for the goal of the day: a text, or a template with places for the data.

    An empty one gives the part back to the default; the words of an earlier goal, said again, are then this
    one's own.
    """
    goal = goals.current(session, on=on)
    if (paper, part) not in {(known.paper, known.part) for known in wording.parts(load_regime(goal.regime))}:
        raise NtmError("Văn bản của trình tự này không có phần lời văn đó. Tải lại trang Hồ sơ.")
    text = as_body(body)
    if wording.is_template(text):
        wording.read_own(text)
    of, stands = _standing(session, goal).get((paper, part), (goal, {"body": ""}))
    if text == stands["body"] and (of.uid == goal.uid or not text):
        return Changes()
    row = {
        "uid": session.new_uid(),
        "paper": paper,
        "part": part,
        "body": text,
        "seq": next_seq(session, narrative),
        "on_date": on.isoformat(),
        "goal_uid": goal.uid,
    }
    return insert(session, narrative, [row])


def refusal_of(body: str) -> str:
    """Why a text cannot be saved as it is typed; "" when it can. Sessionless."""
    text = as_body(body)
    try:
        if wording.is_template(text):
            wording.read_own(text)
    except NtmError as error:
        return error.message
    return ""


def insertable() -> tuple[FieldView, ...]:
    """The places that a template of the office may have, in the order of the list of fields; sessionless."""
    return tuple(
        FieldView(field.label, place_of(name), field.kind is Kind.LIST, group)
        for group, fields in GROUPS.items()
        for name, field in fields.items()
    )


def _standing(session: Session, goal: Goal) -> dict[tuple[str, str], tuple[Goal, RowMapping]]:
    """Of each part the newest version of this goal, else of the last one before it that has any."""
    known = goals.list_goals(session)
    places = {one.uid: place for place, one in enumerate(known)}
    found: dict[tuple[str, str], tuple[Goal, RowMapping]] = {}
    for row in session.rows(live(narrative, session).order_by(narrative.c.seq)):
        of, key = _goal_of(row, known), (row["paper"], row["part"])
        before = places[found[key][0].uid] if key in found else 0
        if before <= places[of.uid] <= places[goal.uid]:
            found[key] = (of, row)
    return found


def _goal_of(row: RowMapping, known: tuple[Goal, ...]) -> Goal:
    own = next((goal for goal in known if goal.uid == row["goal_uid"]), None)
    return own or goal_on(known, date.fromisoformat(row["on_date"]))
