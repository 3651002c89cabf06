"""Evidence (minh chứng): a stored file with its title, linked to the indicators that it proves.

``services.files`` brings the bytes in; here are the rows. A file is kept once, a piece of evidence may prove
many indicators.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, RowMapping, Select, func, or_, select

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, remove, update
from ntm_desktop.db.models import evidence, evidence_link, file
from ntm_desktop.db.session import Session, live, once
from ntm_desktop.errors import NtmError
from ntm_desktop.services import criteria_sets, goals
from ntm_desktop.services.fields import check_period, day_of, iso, line, required
from ntm_desktop.services.files import IncomingFile
from ntm_desktop.services.official_documents import DocumentView, list_documents
from ntm_desktop.text import natural_key, nfc, sort_key


@dataclass(frozen=True, slots=True)
class EvidenceView:
    uid: str
    title: str
    file_name: str
    type: str
    size: int
    sha256: str
    pages_total: int | None
    pages: str
    document: DocumentView | None
    valid_from: date | None
    valid_to: date | None
    internal: bool
    added_on: date
    codes: tuple[str, ...]

    def holds_on(self, day: date) -> bool:
        """It is there by then; of one that has run out since the paper says until when it held."""
        return self.valid_from is None or self.valid_from <= day

    def counts_on(self, day: date) -> bool:
        """It proves something on that day: there already, and not run out."""
        return self.holds_on(day) and not self.has_run_out(day)

    def has_run_out(self, day: date) -> bool:
        return self.valid_to is not None and self.valid_to < day


class AlreadyAttached(NtmError):  # noqa: N818 - nothing to mend: the file is there
    """``name`` is the file that was offered, ``title`` what it is called at the indicator ``official``."""

    def __init__(self, name: str, official: str, title: str) -> None:
        super().__init__(
            f"Tệp “{name}” đã là minh chứng của chỉ tiêu {official} với tên “{title}”, "
            "không cần đính kèm lần nữa."
        )
        self.name, self.official, self.title = name, official, title


@dataclass(frozen=True, slots=True)
class Attached:
    changes: Changes
    skipped: tuple[str, ...]
    """A sentence for each file that is evidence of the indicator already."""


def attach(
    session: Session,
    *,
    stored: IncomingFile,
    code: str,
    today: date,
    on: date | None = None,
    title: str = "",
    document_uid: str | None = None,
    pages: str = "",
    valid_from: date | None = None,
    valid_to: date | None = None,
    internal: bool = False,
) -> Changes:
    """Links a file to an indicator. The same file under another one is a second link, not a copy.

    ``code`` is one of the set in force on the day ``on`` of the figures; None: today.
    """
    set_id = goals.current(session, on=on or today).set_id
    known = _evidence_of(session, stored.sha256)
    if known is not None:
        return _link(session, known["uid"], known["title"], set_id, code, stored.name)
    check_period(valid_from, valid_to)
    file_uid, changes = file_row(session, stored)
    uid = session.new_uid()
    named = line(title) or _title_of(stored.name)
    row = {
        "uid": uid,
        "file_uid": file_uid,
        "title": named,
        "document_uid": document_uid,
        "pages": line(pages),
        "valid_from": iso(valid_from),
        "valid_to": iso(valid_to),
        "internal": int(internal),
        "added_on": today.isoformat(),
    }
    changes |= insert(session, evidence, [row])
    return changes | _link(session, uid, named, set_id, code, stored.name)


def attach_all(
    session: Session, *, files: Sequence[IncomingFile], code: str, today: date, on: date | None = None
) -> Attached:
    """Several files at once. One that the indicator has already, also twice among these, is passed over."""
    changes, skipped = Changes(), []
    for stored in files:
        try:
            changes |= attach(session, stored=stored, code=code, today=today, on=on)
        except AlreadyAttached as there:
            skipped.append(f"“{there.name}” đã có ở chỉ tiêu {there.official} với tên “{there.title}”.")
    return Attached(changes, tuple(skipped))


def edit(session: Session, *, uid: str, **fields: str | bool | date | None) -> Changes:
    """Changes the named fields: title, document_uid, pages, valid_from, valid_to, internal."""
    unknown = set(fields) - {"title", "document_uid", "pages", "valid_from", "valid_to", "internal"}
    if unknown:
        raise TypeError(f"no such field of evidence: {', '.join(sorted(unknown))}")
    if "title" in fields:
        required({"tên minh chứng": str(fields["title"])})
    row = session.row(live(evidence, session).where(evidence.c.uid == uid))
    if row is None:
        raise NtmError("Minh chứng này đã bị gỡ. Tải lại trang để xem danh sách hiện nay.")
    values = {key: _kept(value) for key, value in fields.items()}
    merged = {**row, **values}
    check_period(day_of(merged["valid_from"]), day_of(merged["valid_to"]))
    return update(session, evidence, uid, values)


def detach(session: Session, *, uid: str, code: str, on: date) -> Changes:
    """Takes the evidence off one indicator; off its last one it goes altogether (the file stays)."""
    set_id = goals.current(session, on=on).set_id
    links = session.rows(live(evidence_link, session).where(evidence_link.c.evidence_uid == uid))
    here = [link["uid"] for link in links if link["code"] == code and link["set_id"] == set_id]
    if not here:
        raise NtmError("Minh chứng này không còn gắn với chỉ tiêu. Tải lại trang để xem danh sách hiện nay.")
    changes = remove(session, evidence_link, here)
    if len(links) == len(here):
        changes |= remove(session, evidence, [uid])
    return changes


@once
def list_evidence(session: Session, *, set_id: str, code: str | None = None) -> tuple[EvidenceView, ...]:
    """Evidence of a set, or of one of its indicators in the order in which it was attached."""
    links: dict[str, list[str]] = {}
    wanted = set()
    for link in session.rows(
        live(evidence_link, session)
        .where(evidence_link.c.set_id == set_id)
        .order_by(evidence_link.c.position, evidence_link.c.uid)
    ):
        links.setdefault(link["evidence_uid"], []).append(link["code"])
        if code is None or link["code"] == code:
            wanted.add(link["evidence_uid"])
    documents = {view.uid: view for view in list_documents(session)}
    views = (
        _view(row, links[row["uid"]], documents)
        for row in session.rows(_with_file(session))
        if row["uid"] in wanted
    )
    return tuple(sorted(views, key=lambda view: (view.added_on, sort_key(view.title), view.uid)))


@once
def counts(session: Session, *, set_id: str, on: date) -> Mapping[str, int]:
    """How many pieces of evidence in force on a day each indicator of the set has."""
    day = on.isoformat()
    begun = or_(evidence.c.valid_from.is_(None), evidence.c.valid_from <= day)
    return _counted(session, set_id, begun, or_(evidence.c.valid_to.is_(None), evidence.c.valid_to >= day))


@once
def outdated_counts(session: Session, *, set_id: str, on: date) -> Mapping[str, int]:
    """How many pieces that had run out by a day each indicator of the set has."""
    return _counted(session, set_id, evidence.c.valid_to < on.isoformat())


def lost(session: Session, *, set_id: str, on: date) -> tuple[tuple[str, str], ...]:
    """Title and first indicator of what proves something in the set on a day and whose file is gone.

    Only whether it is there: that it is still what it was is read by ``check``.
    """
    shown = [view for view in list_evidence(session, set_id=set_id) if view.holds_on(on)]
    missing = session.files.missing({view.sha256 for view in shown})
    gone = sorted(
        (view for view in shown if view.sha256 in missing), key=lambda view: (sort_key(view.title), view.uid)
    )
    return tuple((view.title, view.codes[0]) for view in gone)


def _counted(session: Session, set_id: str, *which: ColumnElement[bool]) -> Mapping[str, int]:
    same = (evidence.c.commune_id == evidence_link.c.commune_id) & (
        evidence.c.uid == evidence_link.c.evidence_uid
    )
    query = (
        select(evidence_link.c.code, func.count())
        .join(evidence, same)
        .where(
            evidence_link.c.commune_id == session.commune_id,
            evidence_link.c.deleted == 0,
            evidence_link.c.set_id == set_id,
            *which,
        )
        .group_by(evidence_link.c.code)
    )
    return {row[0]: row[1] for row in session.connection.execute(query)}


def _view(row: RowMapping, codes: list[str], documents: Mapping[str, DocumentView]) -> EvidenceView:
    return EvidenceView(
        uid=row["uid"],
        title=row["title"],
        file_name=row["file_name"],
        type=row["type"],
        size=row["size"],
        sha256=row["sha256"],
        pages_total=row["pages_total"],
        pages=row["pages"],
        document=documents.get(row["document_uid"]),
        valid_from=day_of(row["valid_from"]),
        valid_to=day_of(row["valid_to"]),
        internal=bool(row["internal"]),
        added_on=date.fromisoformat(row["added_on"]),
        codes=tuple(sorted(codes, key=natural_key)),
    )


def _with_file(session: Session) -> Select[tuple[object, ...]]:
    return (
        select(
            evidence,
            file.c.name.label("file_name"),
            file.c.type,
            file.c.size,
            file.c.sha256,
            file.c.pages.label("pages_total"),
        )
        .join(file, (file.c.commune_id == evidence.c.commune_id) & (file.c.uid == evidence.c.file_uid))
        .where(evidence.c.commune_id == session.commune_id, evidence.c.deleted == 0)
    )


def _evidence_of(session: Session, sha256: str) -> RowMapping | None:
    return session.row(_with_file(session).where(file.c.sha256 == sha256))


def file_row(session: Session, stored: IncomingFile) -> tuple[str, Changes]:
    """The uid of the row that names a stored file, which is added when there is none."""
    known = session.row(live(file, session).where(file.c.sha256 == stored.sha256))
    if known is not None:
        return known["uid"], Changes()
    uid = session.new_uid()
    row = {
        "uid": uid,
        "sha256": stored.sha256,
        "size": stored.size,
        "type": stored.type,
        "name": nfc(stored.name),
        "pages": stored.pages,
    }
    return uid, insert(session, file, [row])


def _link(session: Session, uid: str, title: str, set_id: str, code: str, name: str) -> Changes:
    links = session.rows(
        live(evidence_link, session).where(evidence_link.c.set_id == set_id, evidence_link.c.code == code)
    )
    if any(link["evidence_uid"] == uid for link in links):
        official = criteria_sets.load(session, set_id=set_id).official(code)
        raise AlreadyAttached(name, official, title)
    position = 1 + max((link["position"] for link in links), default=-1)
    row = {
        "uid": session.new_uid(),
        "evidence_uid": uid,
        "set_id": set_id,
        "code": code,
        "position": position,
    }
    return insert(session, evidence_link, [row])


def _title_of(name: str) -> str:
    return line(name.rsplit(".", 1)[0].replace("_", " "))


def _kept(value: str | bool | date | None) -> str | int | None:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, date):
        return value.isoformat()
    return line(value) if isinstance(value, str) else None
