"""The contracts of one work with their annexes, read and mended; its settlement and its warranty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import RowMapping, Table, select

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, remove, update
from ntm_desktop.db.models import contract, contract_annex, contractor, work, work_stage
from ntm_desktop.db.session import Session, live
from ntm_desktop.domain.stages import Stage
from ntm_desktop.errors import NtmError
from ntm_desktop.services import official_documents, work_money, works
from ntm_desktop.services.fields import day_of, iso, line, required
from ntm_desktop.text import format_date, format_int

_GONE = "Hợp đồng này không còn. Tải lại trang Công trình."


@dataclass(frozen=True, slots=True)
class AnnexView:
    uid: str
    contract_uid: str
    number: str
    signed: date
    value: int | None
    finish: date | None
    reason: str
    correction: str
    """Why it was changed last after it was entered; "" never."""


@dataclass(frozen=True, slots=True)
class ContractView:
    uid: str
    number: str
    contractor_uid: str
    contractor: str
    signed: date
    value: int
    start: date
    finish: date
    correction: str
    """Why it was changed last after it was entered; "" never."""
    annexes: tuple[AnnexView, ...]
    """By the day they were signed."""


@dataclass(frozen=True, slots=True)
class RemovedView:
    """A contract or an annex that was taken out: what it said, and when and why it went."""

    uid: str
    is_annex: bool
    number: str
    signed: date
    value: int | None
    start: date | None
    finish: date | None
    why: str


@dataclass(frozen=True, slots=True)
class Papers:
    """What was signed for a work until a day, and how it was closed."""

    contracts: tuple[ContractView, ...] = ()
    removed: tuple[RemovedView, ...] = ()
    """By the day they were signed; an annex that went with its contract is not named."""
    settled: int | None = None
    settled_on: date | None = None
    settled_by: str = ""  # number of the decision
    warranty_to: date | None = None
    retention: int | None = None
    """Kept back for the warranty, đồng."""
    released: date | None = None
    """When it went to the builder; None while it is kept."""


def papers(session: Session, *, uid: str, on: date) -> Papers:
    names = {row["uid"]: row["name"] for row in session.rows(live(contractor, session))}
    rows = session.rows(live(contract, session).where(contract.c.work_uid == uid))
    uids = [row["uid"] for row in rows]
    query = live(contract_annex, session).where(contract_annex.c.contract_uid.in_(uids))
    annexes = [_annex(row) for row in session.rows(query)]
    shown = sorted((row for row in rows if row["signed"] <= on.isoformat()), key=lambda row: row["signed"])
    row = session.row(live(work, session).where(work.c.uid == uid))
    stage = _stage(session, uid, Stage.SETTLEMENT)
    done, accepted = _done(stage, on), _done(_stage(session, uid, Stage.ACCEPTANCE), on)
    documents = official_documents.list_documents(session) if done and stage is not None else ()
    released = day_of(row["retention_released"]) if row is not None else None
    warranted = row is not None and accepted is not None
    return Papers(
        contracts=tuple(
            ContractView(
                uid=one["uid"],
                number=one["number"],
                contractor_uid=one["contractor_uid"],
                contractor=names[one["contractor_uid"]],
                signed=date.fromisoformat(one["signed"]),
                value=one["value"],
                start=date.fromisoformat(one["start_date"]),
                finish=date.fromisoformat(one["finish_date"]),
                correction=one["correction"] or "",
                annexes=tuple(
                    sorted(
                        (a for a in annexes if a.contract_uid == one["uid"] and a.signed <= on),
                        key=lambda annex: annex.signed,
                    )
                ),
            )
            for one in shown
        ),
        removed=_removed(session, uid, uids),
        settled=row["settled"] if row is not None and done is not None else None,
        settled_on=done,
        settled_by=next((d.number for d in documents if stage and d.uid == stage["document_uid"]), ""),
        warranty_to=day_of(row["warranty_to"]) if row is not None and warranted else None,
        retention=row["retention"] if row is not None and warranted else None,
        released=released if released is not None and released <= on else None,
    )


def enter(
    session: Session,
    *,
    uid: str,
    contractor_uid: str,
    number: str,
    signed: date,
    value: int,
    start: date,
    finish: date,
    today: date,
) -> Changes:
    """Adds a contract of the work ``uid``; the stage of signing was done that day where it has none yet."""
    changes = work_money.sign_contract(
        session, uid=uid, contractor_uid=contractor_uid, number=number, signed=signed, value=value,
        start=start, finish=finish, today=today,
    )  # fmt: skip
    stage = _stage(session, uid, Stage.CONTRACT)
    if _done(stage, today) is None:
        target = day_of(stage["target"]) if stage is not None else None
        changes |= works.set_stage(
            session, uid=uid, stage=Stage.CONTRACT, target=target, done=signed, today=today
        )
    return changes


def remove_contract(session: Session, *, uid: str, reason: str, today: date) -> Changes:
    """Takes a contract out that was entered by mistake, with its annexes; undo brings them back."""
    return _take_out(session, contract, uid, reason, today)


def _take_out(session: Session, table: Table, uid: str, reason: str, today: date) -> Changes:
    """What is left of a row that was taken out keeps when and why."""
    required({"lý do xóa": reason})
    why = f"Đã xóa ngày {format_date(today)}: {line(reason)}"
    return update(session, table, uid, {"correction": why}) | remove(session, table, [uid], children=True)


def _removed(session: Session, uid: str, contracts: Sequence[str]) -> tuple[RemovedView, ...]:
    """``contracts``: those of the work that still stand."""
    found = []
    for table, parent, uids in (
        (contract, contract.c.work_uid, [uid]),
        (contract_annex, contract_annex.c.contract_uid, contracts),
    ):
        query = select(table).where(
            table.c.commune_id == session.commune_id, table.c.deleted == 1, parent.in_(uids)
        )
        found += [
            RemovedView(
                uid=row["uid"],
                is_annex=table is contract_annex,
                number=row["number"],
                signed=date.fromisoformat(row["signed"]),
                value=row["value"],
                start=day_of(row["start_date"]) if table is contract else None,
                finish=day_of(row["finish_date"]),
                why=row["correction"] or "Đã xóa",
            )
            for row in session.rows(query)
        ]
    return tuple(sorted(found, key=lambda one: (one.signed, one.uid)))


def save_annex(
    session: Session,
    *,
    contract_uid: str,
    number: str,
    signed: date,
    today: date,
    value: int | None = None,
    finish: date | None = None,
    reason: str,
    uid: str | None = None,
    correction: str = "",
) -> Changes:
    """Adds an annex, or changes the one of ``uid`` and keeps why; it is not older than its contract."""
    row = session.row(live(contract, session).where(contract.c.uid == contract_uid))
    if row is None:
        raise NtmError(_GONE)
    made, start = date.fromisoformat(row["signed"]), date.fromisoformat(row["start_date"])
    if signed < made:
        raise NtmError(
            f"Phụ lục ký ngày {format_date(signed)}, trước hợp đồng ({format_date(made)}). Nhập lại ngày ký."
        )
    if finish is not None and finish < start:
        raise NtmError(
            f"Ngày hoàn thành {format_date(finish)} ở trước ngày khởi công {format_date(start)}. "
            "Nhập lại ngày hoàn thành."
        )
    values = work_money.annex_values(
        number=number, signed=signed, today=today, value=value, finish=finish, reason=reason
    )
    if uid is None:
        keys = {"uid": session.new_uid(), "contract_uid": contract_uid, "correction": ""}
        return insert(session, contract_annex, [keys | values])
    return work_money.mend(session, contract_annex, uid, values, correction)


def remove_annex(session: Session, *, uid: str, reason: str, today: date) -> Changes:
    return _take_out(session, contract_annex, uid, reason, today)


def close(
    session: Session,
    *,
    uid: str,
    settled: int | None,
    settled_on: date | None,
    decision: str = "",
    issuer: str = "",
    warranty_to: date | None,
    today: date,
    retention: int | None = None,
    released: date | None = None,
) -> Changes:
    """The settlement decision (its value, day and number), until when the builder warrants the work, and
    what is kept back for that until the day it is ``released``."""
    if settled is not None and settled_on is None:
        raise NtmError("Giá trị quyết toán cần ngày quyết định. Nhập ngày của quyết định phê duyệt.")
    finished = _done(_stage(session, uid, Stage.ACCEPTANCE), today)
    if warranty_to is not None and (finished is None or warranty_to <= finished):
        raise NtmError(
            "Bảo hành bắt đầu từ ngày nghiệm thu hoàn thành. Nhập ngày nghiệm thu ở Giai đoạn trước."
            if finished is None
            else f"Hạn bảo hành phải ở sau ngày nghiệm thu hoàn thành {format_date(finished)}. Nhập lại hạn."
        )
    if settled_on is not None and finished is not None and settled_on < finished:
        raise NtmError(
            f"Ngày quyết toán {format_date(settled_on)} ở trước ngày nghiệm thu hoàn thành "
            f"{format_date(finished)}. Nhập lại ngày."
        )
    if settled_on is not None and settled_on > today:
        raise NtmError(
            f"Ngày {format_date(settled_on)} ở sau hôm nay ({format_date(today)}). Nhập lại ngày quyết toán."
        )
    contracts = papers(session, uid=uid, on=today).contracts
    _check_retention(contracts, finished, today, retention=retention, released=released)
    changes, document = Changes(), None
    if line(decision) and settled_on is not None:
        required({"cơ quan phê duyệt quyết toán": issuer})
        changes, document = official_documents.letter_numbered(
            session, number=decision, issued=settled_on, issuer=issuer, title="phê duyệt quyết toán"
        )
    known = _stage(session, uid, Stage.SETTLEMENT)
    was_settled = _done(known, today) is not None
    if settled_on is not None or was_settled:
        changes |= work_money.settle(session, uid=uid, value=settled)
        changes |= works.set_stage(
            session, uid=uid, stage=Stage.SETTLEMENT, done=settled_on, today=today, document_uid=document,
            target=day_of(known["target"]) if known is not None else None,
        )  # fmt: skip
    if finished is not None:
        warranty = {
            "warranty_to": iso(warranty_to),
            "retention": retention,
            "retention_released": iso(released),
        }
        changes |= update(session, work, uid, warranty)
    return changes


def _check_retention(
    contracts: Sequence[ContractView],
    finished: date | None,
    today: date,
    *,
    retention: int | None,
    released: date | None,
) -> None:
    if retention is None and released is None:
        return
    if finished is None:
        raise NtmError(
            "Tiền giữ lại bảo hành chỉ có sau nghiệm thu hoàn thành. Nhập ngày nghiệm thu ở Giai đoạn trước."
        )
    if retention is None:
        raise NtmError("Có ngày trả tiền giữ lại mà chưa có số tiền. Nhập số tiền giữ lại bảo hành.")
    value = signed_value(contracts)
    if not 0 < retention <= (value or work_money.LARGEST):
        most = f", không quá giá hợp đồng {format_int(value)} đồng" if value else ""
        raise NtmError(f"Tiền giữ lại bảo hành phải lớn hơn 0{most}. Nhập lại số tiền.")
    if released is not None and not finished <= released <= today:
        raise NtmError(
            f"Ngày trả tiền giữ lại {format_date(released)} phải từ ngày nghiệm thu {format_date(finished)} "
            f"đến hôm nay ({format_date(today)}). Nhập lại ngày."
        )


def signed_value(contracts: Sequence[ContractView]) -> int:
    """Of all contracts as their annexes changed them, đồng."""
    return sum(
        next((annex.value for annex in reversed(one.annexes) if annex.value is not None), one.value)
        for one in contracts
    )


def usual_warranty(finished: date) -> date:
    """At least 12 months for works of level III and IV (NĐ 46/2015, NĐ 06/2021) [recalled, high]."""
    day = min(finished.day, 28) if finished.month == 2 else finished.day
    return date(finished.year + 1, finished.month, day) - timedelta(days=1)


def usual_retention(contracts: Sequence[ContractView]) -> int:
    """5 % of the contract for works of level II to IV (NĐ 46/2015, NĐ 06/2021) [recalled, high]."""
    return signed_value(contracts) * 5 // 100


def _stage(session: Session, uid: str, stage: Stage) -> RowMapping | None:
    return session.row(
        live(work_stage, session).where(work_stage.c.work_uid == uid, work_stage.c.stage == stage.value)
    )


def _done(stage: RowMapping | None, on: date) -> date | None:
    """When it was done, by the end of a day: a sample's story goes on behind it."""
    done = day_of(stage["done"]) if stage is not None else None
    return done if done is not None and done <= on else None


def _annex(row: RowMapping) -> AnnexView:
    return AnnexView(
        uid=row["uid"],
        contract_uid=row["contract_uid"],
        number=row["number"],
        signed=date.fromisoformat(row["signed"]),
        value=row["value"],
        finish=day_of(row["finish_date"]),
        reason=row["reason"],
        correction=row["correction"] or "",
    )
