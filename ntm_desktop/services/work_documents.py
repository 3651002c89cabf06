"""Every paper that one work points to, in the order of their days: decisions, contracts, letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import RowMapping, Table

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import update
from ntm_desktop.db.models import (
    acceptance,
    commitment,
    commitment_amount,
    evidence,
    file,
    obstacle,
    obstacle_event,
    official_document,
    work_investment,
    work_money,
    work_stage,
)
from ntm_desktop.db.session import Session, live
from ntm_desktop.domain.capital import SOURCE_NAMES, Movement, Source
from ntm_desktop.domain.obstacles import EVENT_NAMES, EventKind
from ntm_desktop.domain.stages import STAGE_NAMES, Stage
from ntm_desktop.errors import NtmError
from ntm_desktop.services import contractors, official_documents, work_contracts
from ntm_desktop.services.evidence import file_row
from ntm_desktop.services.files import IncomingFile
from ntm_desktop.services.official_documents import DocumentView
from ntm_desktop.services.work_contracts import ContractView
from ntm_desktop.services.work_facts import is_void, standing


class Use(StrEnum):
    STAGE = "stage"
    INVESTMENT = "investment"
    ADJUSTMENT = "adjustment"
    COMMITTED = Movement.COMMITTED.value
    ALLOTTED = Movement.ALLOTTED.value
    DISBURSED = Movement.DISBURSED.value
    ACCEPTED = "accepted"
    PROMISE = "promise"
    OBSTACLE = "obstacle"
    CONTRACT = "contract"
    ANNEX = "annex"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a paper is for in the work; ``detail`` names the stage, the source, the promiser …; "" nothing."""

    use: Use
    detail: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class PaperFile:
    sha256: str
    name: str


@dataclass(frozen=True, slots=True)
class WorkDocument:
    """One paper; ``kind`` is that of an official document, "" of what is signed or sent and not listed there.

    ``issuer`` is who issued it, of a contract who signed it with the investor; "" not said.
    """

    uid: str
    kind: str
    number: str
    on: date | None
    issuer: str
    title: str
    purposes: tuple[Purpose, ...]
    file: PaperFile | None = None


def documents(session: Session, *, uid: str, on: date) -> tuple[WorkDocument, ...]:
    """Those of a work until the end of a day, the oldest first; those without a day stand last."""
    named: dict[str, list[Purpose]] = {}
    for document_uid, purpose in _named(session, uid, on):
        uses = named.setdefault(document_uid, [])
        if purpose not in uses:
            uses.append(purpose)
    files = _files(session, list(named))
    listed = [
        _listed(view, named[view.uid], files.get(view.uid))
        for view in official_documents.list_documents(session)
        if view.uid in named and (view.issued is None or view.issued <= on)
    ]
    found = [*listed, *_signed(work_contracts.papers(session, uid=uid, on=on).contracts)]
    found += _letters(session, uid, on)
    return tuple(sorted(found, key=lambda one: (one.on or date.max, one.number, one.uid)))


def attach(session: Session, *, uid: str, stored: IncomingFile) -> Changes:
    """The file of an official document, in place of the one before."""
    if session.row(live(official_document, session).where(official_document.c.uid == uid)) is None:
        raise NtmError("Văn bản này không còn trong danh mục. Tải lại trang Công trình.")
    file_uid, changes = file_row(session, stored)
    return changes | update(session, official_document, uid, {"file_uid": file_uid})


def _listed(view: DocumentView, uses: Sequence[Purpose], its_file: PaperFile | None) -> WorkDocument:
    return WorkDocument(
        view.uid, view.kind, view.number, view.issued, view.issuer, view.title, tuple(uses), its_file
    )


def _named(session: Session, uid: str, on: date) -> Iterator[tuple[str, Purpose]]:
    """The official documents that rows of the work name, and for what."""
    for row in _rows(session, work_stage, uid):
        if row["document_uid"] and (row["done"] is None or row["done"] <= on.isoformat()):
            yield row["document_uid"], Purpose(Use.STAGE, STAGE_NAMES[Stage(row["stage"])])
    investments = [row for row in _facts(session, work_investment, uid, on) if not is_void(row)]
    for place, row in enumerate(investments):
        if row["document_uid"]:
            yield row["document_uid"], Purpose(Use.ADJUSTMENT if place else Use.INVESTMENT)
    for row in _facts(session, work_money, uid, on):
        if row["document_uid"] and not is_void(row):
            yield row["document_uid"], Purpose(Use(row["movement"]), _source(row), row["year"])
    for row in _facts(session, acceptance, uid, on):
        if row["document_uid"]:
            yield row["document_uid"], Purpose(Use.ACCEPTED)
    yield from _promises(session, uid, on)
    obstacles = {row["uid"]: row for row in _rows(session, obstacle, uid)}
    query = live(obstacle_event, session).where(obstacle_event.c.obstacle_uid.in_(obstacles))
    for row in standing(session.rows(query)):
        if row["document_uid"] and row["on_date"] <= on.isoformat():
            yield row["document_uid"], Purpose(Use.OBSTACLE, EVENT_NAMES[EventKind(row["event"])])


def _promises(session: Session, uid: str, on: date) -> Iterator[tuple[str, Purpose]]:
    promised = {row["uid"]: row for row in _rows(session, commitment, uid)}
    query = live(commitment_amount, session).where(commitment_amount.c.commitment_uid.in_(promised))
    amounts = [row for row in standing(session.rows(query)) if row["on_date"] <= on.isoformat()]
    made = {row["commitment_uid"] for row in amounts}
    for row in (*promised.values(), *amounts):
        one = promised[row.get("commitment_uid", row["uid"])]
        if row["document_uid"] and one["uid"] in made:
            yield row["document_uid"], Purpose(Use.PROMISE, _source(one), one["year"])


def _source(row: RowMapping) -> str:
    return SOURCE_NAMES[Source(row["source"])]


def _rows(session: Session, table: Table, uid: str) -> Sequence[RowMapping]:
    return session.rows(live(table, session).where(table.c.work_uid == uid))


def _facts(session: Session, table: Table, uid: str, on: date) -> list[RowMapping]:
    """Those that stand, by their day."""
    found = [row for row in standing(_rows(session, table, uid)) if row["on_date"] <= on.isoformat()]
    return sorted(found, key=lambda row: (row["on_date"], row["seq"]))


def _signed(contracts: Sequence[ContractView]) -> Iterator[WorkDocument]:
    for one in contracts:
        purpose = (Purpose(Use.CONTRACT),)
        yield WorkDocument(one.uid, "", one.number, one.signed, one.contractor, "", purpose)
        for annex in one.annexes:
            purpose = (Purpose(Use.ANNEX, one.number),)
            yield WorkDocument(
                annex.uid, "", annex.number, annex.signed, one.contractor, annex.reason, purpose
            )


def _letters(session: Session, uid: str, on: date) -> Iterator[WorkDocument]:
    named = contractors.names(session)
    for contractor_uid, letters in contractors.letters(session, on=on).items():
        for one in letters:
            if any(work_uid == uid for work_uid, _name in one.works):
                purpose = (Purpose(Use.LETTER, named[contractor_uid]),)
                yield WorkDocument(one.uid, "", one.number, one.sent, "", one.content, purpose)


def _files(session: Session, uids: Sequence[str]) -> Mapping[str, PaperFile]:
    """Of official documents: the file of each, or that of the evidence that was given its number."""
    proofs = session.rows(live(evidence, session).where(evidence.c.document_uid.in_(uids)))
    of = {row["document_uid"]: row["file_uid"] for row in proofs}
    own = session.rows(live(official_document, session).where(official_document.c.uid.in_(uids)))
    of |= {row["uid"]: row["file_uid"] for row in own if row["file_uid"]}
    stored = session.rows(live(file, session).where(file.c.uid.in_(set(of.values()))))
    files = {row["uid"]: PaperFile(row["sha256"], row["name"]) for row in stored}
    return {document: files[uid] for document, uid in of.items() if uid in files}
