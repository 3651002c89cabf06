"""Commitments of capital: who promised how much, by which document, by when, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import RowMapping

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, next_seq, remove, update
from ntm_desktop.db.models import commitment, commitment_amount, official_document, work, work_money
from ntm_desktop.db.session import Session, live, names, until_written
from ntm_desktop.domain.capital import SOURCE_NAMES, Source
from ntm_desktop.domain.commitments import STATE_WORDS, Kept, PromiseState, kept_on
from ntm_desktop.errors import NtmError
from ntm_desktop.services import official_documents, work_facts
from ntm_desktop.services.fields import line, required
from ntm_desktop.services.official_documents import DocumentView
from ntm_desktop.services.work_money import check_amount
from ntm_desktop.text import format_date, format_int

_GONE = "Cam kết này không còn trong danh sách. Tải lại trang Vướng mắc."


@dataclass(frozen=True, slots=True)
class AmountView:
    """What was promised from a day on; ``reason`` says why it changed."""

    uid: str
    on: date
    amount: int
    number: str  # of the paper, "" without one
    reason: str


@dataclass(frozen=True, slots=True)
class CommitmentView:
    uid: str
    promiser: str
    document: str
    """Label of the paper that promises, "" without one."""
    number: str
    issued: date | None
    work_uid: str | None
    work: str
    source: Source
    year: int
    made: date
    due: date
    note: str
    kept: Kept
    amounts: tuple[AmountView, ...]
    """Until the day of the list, newest first."""

    @property
    def subject(self) -> str:
        return self.work or "Chung của xã"

    @property
    def source_text(self) -> str:
        return f"{SOURCE_NAMES[self.source]} {self.year}"

    @property
    def state_text(self) -> str:
        return STATE_WORDS[self.kept.state]


@dataclass(frozen=True, slots=True)
class CommitmentTable:
    on: date
    rows: tuple[CommitmentView, ...]
    """By the day they are due."""

    @property
    def promised(self) -> int:
        return sum(row.kept.promised for row in self.rows)

    @property
    def allotted(self) -> int:
        return sum(row.kept.allotted for row in self.rows)

    @property
    def missing(self) -> int:
        return sum(row.kept.missing for row in self.rows)

    @property
    def late(self) -> tuple[CommitmentView, ...]:
        return tuple(row for row in self.rows if row.kept.state is PromiseState.LATE)

    def owed_by(self) -> Mapping[str, tuple[CommitmentView, ...]]:
        """Those with something missing, by who promised."""
        found: dict[str, tuple[CommitmentView, ...]] = {}
        for row in self.rows:
            if row.kept.missing:
                found[row.promiser] = (*found.get(row.promiser, ()), row)
        return found


@until_written(commitment, commitment_amount, work_money, named=(official_document, work))
def table(session: Session, *, on: date) -> CommitmentTable:
    """All that were made by a day, as they stood then."""
    promises = work_facts.promises(session)
    if not promises:
        return CommitmentTable(on, ())
    titles = names(work, session)
    kept = kept_on(promises, work_facts.movements(session), on)
    papers = {view.uid: view for view in official_documents.list_documents(session)}
    amounts = work_facts.promised_amounts(session)
    views = []
    for row in work_facts.promised(session):
        if row["uid"] in kept:
            views.append(_view(row, amounts[row["uid"]], kept[row["uid"]], titles, papers, on))
    views.sort(key=lambda view: (view.due, view.promiser, view.uid))
    return CommitmentTable(on, tuple(views))


def save(
    session: Session,
    *,
    uid: str | None = None,
    promiser: str,
    amount: int | None = None,
    on: date | None = None,
    source: Source,
    year: int,
    due: date,
    today: date,
    work_uid: str | None = None,
    document: str = "",
    note: str = "",
) -> Changes:
    """Adds a commitment of ``amount`` made ``on`` a day, or changes the one of ``uid`` but for its amount.

    ``document`` is the number of the promiser's paper, dated like the promise.
    """
    required({"nơi cam kết": promiser})
    if not 2009 <= year <= today.year + 5:
        raise NtmError(f"Năm ngân sách {year} không hợp lệ. Nhập năm, ví dụ {today.year}.")
    if uid is not None:
        on = min(date.fromisoformat(row["on_date"]) for row in _amounts_of(session, uid))
    elif on is None or amount is None or amount == 0:
        raise NtmError("Cam kết cần số tiền lớn hơn 0 và ngày cam kết. Nhập số tiền bằng đồng.")
    else:
        check_amount(amount, on, today, "Số tiền cam kết")
    if due < on:
        raise NtmError(
            f"Hạn {format_date(due)} ở trước ngày cam kết {format_date(on)}. Nhập lại một trong hai ngày."
        )
    changes, document_uid = Changes(), _same_paper(session, uid, document)
    if document_uid is None:
        changes, document_uid = _paper(session, document, on, promiser)
    values = {
        "promiser": line(promiser),
        "document_uid": document_uid,
        "work_uid": work_uid,
        "source": source.value,
        "year": year,
        "due": due.isoformat(),
        "note": line(note),
    }
    if uid is not None:
        return changes | update(session, commitment, uid, values)
    new = session.new_uid()
    changes |= insert(session, commitment, [{"uid": new, **values}])
    first = {
        "uid": session.new_uid(),
        "commitment_uid": new,
        "amount": amount,
        "on_date": on.isoformat(),
        "document_uid": None,
        "reason": "",
        "supersedes": None,
        "seq": next_seq(session, commitment_amount),
    }
    return changes | insert(session, commitment_amount, [first])


def change_amount(
    session: Session,
    *,
    uid: str,
    amount: int,
    on: date,
    today: date,
    reason: str,
    document: str = "",
    supersedes: str | None = None,
) -> Changes:
    """What is promised from a day on: more, less, or 0 when it is withdrawn; it must say why.

    ``supersedes`` names an amount that was entered wrongly, instead of which this one stands.
    """
    known = _amounts_of(session, uid)
    others = [row for row in known if row["uid"] != supersedes]
    if not known:
        raise NtmError(_GONE)
    if supersedes is not None and len(others) == len(known):
        raise NtmError("Số tiền này đã được sửa. Tải lại trang để thấy nội dung mới nhất.")
    check_amount(amount, on, today, "Số tiền cam kết")
    if not line(reason):
        raise NtmError("Ghi lý do tăng, giảm, rút hoặc sửa cam kết; số trước vẫn được lưu.")
    first = min((date.fromisoformat(row["on_date"]) for row in others), default=on)
    if on < first:
        raise NtmError(
            f"Ngày {format_date(on)} ở trước ngày cam kết {format_date(first)}. Nhập lại ngày thay đổi."
        )
    if amount == 0 and not others:
        raise NtmError("Cam kết cần số tiền lớn hơn 0. Nếu nhập nhầm thì xóa cam kết.")
    before = [row for row in others if row["on_date"] <= on.isoformat()]
    if before and before[-1]["amount"] == amount:
        raise NtmError(f"Cam kết đang là {format_int(amount)} đồng. Nhập số tiền mới, hoặc bỏ qua.")
    owner = session.row(live(commitment, session).where(commitment.c.uid == uid))
    if owner is None:
        raise NtmError(_GONE)
    changes, document_uid = _paper(session, document, on, owner["promiser"])
    row = {
        "uid": session.new_uid(),
        "commitment_uid": uid,
        "amount": amount,
        "on_date": on.isoformat(),
        "document_uid": document_uid,
        "reason": line(reason),
        "supersedes": supersedes,
        "seq": next_seq(session, commitment_amount),
    }
    return changes | insert(session, commitment_amount, [row])


def remove_commitment(session: Session, *, uid: str) -> Changes:
    """Takes one out that was entered by mistake; what was withdrawn stays, with its reason."""
    return remove(session, commitment, [uid], children=True)


def _amounts_of(session: Session, uid: str) -> list[RowMapping]:
    """Those that count, by their day."""
    rows = session.rows(live(commitment_amount, session).where(commitment_amount.c.commitment_uid == uid))
    return sorted(work_facts.standing(rows), key=lambda row: (row["on_date"], row["seq"]))


def _same_paper(session: Session, uid: str | None, number: str) -> str | None:
    """The paper that a commitment has, when its number stays: it may be of another day than the promise."""
    row = session.row(live(commitment, session).where(commitment.c.uid == uid))
    known = row["document_uid"] if row is not None else None
    views = official_documents.list_documents(session) if known else ()
    return next((view.uid for view in views if (view.uid, view.number) == (known, line(number))), None)


def _paper(session: Session, number: str, on: date, promiser: str) -> tuple[Changes, str | None]:
    if not line(number):
        return Changes(), None
    title = f"cam kết vốn của {line(promiser)}"
    return official_documents.letter_numbered(session, number=number, issued=on, issuer=promiser, title=title)


def _view(
    row: RowMapping,
    amounts: Sequence[RowMapping],
    kept: Kept,
    titles: Mapping[str, str],
    papers: Mapping[str, DocumentView],
    on: date,
) -> CommitmentView:
    ordered = sorted(amounts, key=lambda one: (one["on_date"], one["seq"]))
    paper = papers.get(row["document_uid"])
    return CommitmentView(
        uid=row["uid"],
        promiser=row["promiser"],
        document=paper.label if paper else "",
        number=paper.number if paper else "",
        issued=paper.issued if paper else None,
        work_uid=row["work_uid"],
        work=titles.get(row["work_uid"], ""),
        source=Source(row["source"]),
        year=row["year"],
        made=date.fromisoformat(ordered[0]["on_date"]),
        due=date.fromisoformat(row["due"]),
        note=row["note"],
        kept=kept,
        amounts=tuple(
            AmountView(
                one["uid"],
                date.fromisoformat(one["on_date"]),
                one["amount"],
                papers[one["document_uid"]].number if one["document_uid"] in papers else "",
                one["reason"],
            )
            for one in reversed(ordered)
            if date.fromisoformat(one["on_date"]) <= on
        ),
    )
