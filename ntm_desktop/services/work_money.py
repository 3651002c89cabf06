"""Money of construction works: total investment, capital, contracts, accepted volume, settlement.

Amounts are whole đồng. Movements of money are appended; a correction supersedes and says why.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import RowMapping, Table, func, select

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, next_seq, update
from ntm_desktop.db.models import (
    acceptance,
    contract,
    contractor,
    work,
    work_investment,
    work_money,
)
from ntm_desktop.db.session import Session, live
from ntm_desktop.domain.capital import Movement, Source
from ntm_desktop.domain.corrections import beside
from ntm_desktop.errors import NtmError
from ntm_desktop.services.fields import check_period, iso, line, required
from ntm_desktop.services.work_facts import investments, standing
from ntm_desktop.text import format_date, format_int, sort_key

LARGEST = 10**15  # đồng, a million tỷ: certainly a slip of the hand


@dataclass(frozen=True, slots=True)
class ContractorView:
    uid: str
    name: str


def contractors(session: Session) -> tuple[ContractorView, ...]:
    """Who may sign for building, by name."""
    views = (ContractorView(row["uid"], row["name"]) for row in session.rows(live(contractor, session)))
    return tuple(sorted(views, key=lambda view: sort_key(view.name)))


def set_investment(
    session: Session,
    *,
    uid: str,
    amount: int,
    on: date,
    today: date,
    reason: str = "",
    document_uid: str | None = None,
    supersedes: str | None = None,
) -> Changes:
    """The approved total investment from a day on. A later one adjusts it and must say why.

    What corrects another (``supersedes``) says why, too; an amount of 0 takes that one back.
    """
    if supersedes is None:
        rows = session.rows(live(work_investment, session).where(work_investment.c.work_uid == uid))
        adjusts = any(one.on <= today for one in investments(rows))
        check_investment(amount, on, today, adjusts=adjusts, reason=reason)
    else:
        before = _corrected(session, work_investment, supersedes)
        if before["work_uid"] != uid:
            raise NtmError("Khoản được sửa là của công trình khác. Tải lại trang Công trình.")
        if not line(reason):
            raise NtmError("Ghi lý do sửa tổng mức đầu tư; số đã nhập vẫn được lưu.")
        check_amount(amount, on, today, "Tổng mức đầu tư")
        document_uid = document_uid or before["document_uid"]
    row = {
        "uid": session.new_uid(),
        "work_uid": uid,
        "amount": amount,
        "on_date": on.isoformat(),
        "document_uid": document_uid,
        "reason": line(reason),
        "seq": next_seq(session, work_investment),
        "supersedes": supersedes,
    }
    return insert(session, work_investment, [row])


def check_investment(amount: int, on: date, today: date, *, adjusts: bool, reason: str = "") -> None:
    """Refuses no amount, a day in the future, and one that ``adjusts`` another without a reason."""
    check_amount(amount, on, today, "Tổng mức đầu tư")
    if amount == 0:
        raise NtmError("Tổng mức đầu tư phải lớn hơn 0. Nhập số tiền bằng đồng, ví dụ 1.250.000.000.")
    if adjusts and not line(reason):
        raise NtmError("Tổng mức đầu tư đã có. Ghi lý do điều chỉnh để lưu cả mức trước và mức sau.")


def record_money(
    session: Session,
    *,
    uid: str,
    movement: Movement,
    source: Source,
    year: int,
    amount: int,
    on: date,
    today: date,
    programme: str = "",
    note: str = "",
    document_uid: str | None = None,
    supersedes: str | None = None,
    reason: str = "",
) -> Changes:
    """One dated movement. A negative amount takes back what was committed, allotted or paid, and says why."""
    check_amount(abs(amount), on, today, "Số tiền")
    if source is Source.INTEGRATED and not line(programme):
        raise NtmError("Vốn lồng ghép cần tên chương trình, dự án. Nhập tên chương trình.")
    if (amount < 0 or supersedes is not None) and not line(reason):
        raise NtmError("Ghi lý do giảm hoặc sửa số tiền; lý do được lưu cùng số liệu.")
    if not 2009 <= year <= today.year + 5:
        raise NtmError(f"Năm ngân sách {year} không hợp lệ. Nhập năm, ví dụ {today.year}.")
    before = _corrected(session, work_money, supersedes) if supersedes is not None else None
    if before is not None and (before["work_uid"], before["movement"]) != (uid, movement.value):
        raise NtmError("Khoản được sửa là của công trình khác hoặc loại khác. Tải lại trang Công trình.")
    if before is not None and before["source"] != source.value:
        _check_not_below_zero(session, uid, movement, Source(before["source"]), 0, without=supersedes)
    if amount < 0 or before is not None:
        _check_not_below_zero(session, uid, movement, source, amount, without=supersedes)
    row = {
        "uid": session.new_uid(),
        "work_uid": uid,
        "movement": movement.value,
        "source": source.value,
        "programme": line(programme),
        "year": year,
        "amount": amount,
        "on_date": on.isoformat(),
        "document_uid": document_uid,
        "note": line(note),
        "supersedes": supersedes,
        "reason": line(reason),
        "seq": next_seq(session, work_money),
    }
    return insert(session, work_money, [row])


def accept(
    session: Session,
    *,
    uid: str,
    value: int,
    on: date,
    today: date,
    document_uid: str | None = None,
    note: str = "",
    supersedes: str | None = None,
    reason: str = "",
) -> Changes:
    """The value of the volume accepted so far (nghiệm thu, cumulative). Less than before, or more than
    afterwards, needs a reason."""
    check_amount(value, on, today, "Giá trị nghiệm thu")
    later = live(acceptance, session).where(acceptance.c.supersedes == supersedes)
    if supersedes is not None and session.row(later) is not None:
        raise NtmError("Lần nghiệm thu này đã được sửa. Tải lại trang Công trình để thấy số mới nhất.")
    if not line(reason):
        rows = session.rows(live(acceptance, session).where(acceptance.c.work_uid == uid))
        shown = [row for row in standing(rows) if row["uid"] != supersedes and _day(row) <= today]
        shown.sort(key=_day)
        neighbours = beside(shown, on, _day)
        before, after = neighbours
        if before is not None and before["value"] > value:
            raise _refused("thấp", before)
        if after is not None and after["value"] < value:
            raise _refused("cao", after)
    row = {
        "uid": session.new_uid(),
        "work_uid": uid,
        "on_date": on.isoformat(),
        "value": value,
        "document_uid": document_uid,
        "note": line(note),
        "supersedes": supersedes,
        "reason": line(reason),
        "seq": next_seq(session, acceptance),
    }
    return insert(session, acceptance, [row])


def _day(row: RowMapping) -> date:
    return date.fromisoformat(row["on_date"])


def _refused(how: str, other: RowMapping) -> NtmError:
    return NtmError(
        f"Giá trị nghiệm thu lũy kế {how} hơn lần ngày {format_date(_day(other))} "
        f"({format_int(other['value'])} đồng). Nhập số lũy kế, hoặc ghi lý do giảm."
    )


def settle(session: Session, *, uid: str, value: int | None) -> Changes:
    """The value approved by the settlement decision; its date is that of the stage. None takes it back."""
    if value is not None and not 0 < value <= LARGEST:
        raise NtmError("Giá trị quyết toán phải lớn hơn 0. Nhập số tiền bằng đồng, ví dụ 1.100.000.000.")
    return update(session, work, uid, {"settled": value})


def plan_debt(session: Session, *, uid: str, source: str, due: date | None) -> Changes:
    """From what a debt is to be paid, and by when; without both the plan is taken back."""
    if bool(line(source)) != (due is not None):
        raise NtmError("Ghi cả nguồn và thời hạn xử lý nợ đọng, hoặc để trống cả hai.")
    return update(session, work, uid, {"debt_source": line(source), "debt_due": iso(due)})


def save_contractor(
    session: Session,
    *,
    uid: str | None = None,
    name: str,
    community: bool = False,
    address: str = "",
    contact: str = "",
    tax_code: str = "",
) -> Changes:
    required({"tên đơn vị thi công": name})
    values = {
        "name": line(name),
        "community": int(community),
        "address": line(address),
        "contact": line(contact),
        "tax_code": line(tax_code),
    }
    if uid is not None:
        return update(session, contractor, uid, values)
    return insert(session, contractor, [{"uid": session.new_uid(), **values}])


def contractor_named(session: Session, *, name: str, community: bool) -> tuple[Changes, str]:
    """The uid of the contractor of that name, who is added when nobody has it."""
    required({"tên đơn vị thi công": name})

    def find() -> str | None:
        row = session.row(live(contractor, session).where(contractor.c.name == line(name)))
        return str(row["uid"]) if row is not None else None

    if (known := find()) is not None:
        return Changes(), known
    changes = save_contractor(session, name=name, community=community)
    added = find()
    assert added is not None
    return changes, added


def sign_contract(
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
    contract_uid: str | None = None,
    correction: str = "",
) -> Changes:
    """Adds a contract of the work ``uid``, or changes the one of ``contract_uid`` and keeps why."""
    check_amount(value, signed, today, "Giá hợp đồng")
    check_period(start, finish)
    values = {
        "contractor_uid": contractor_uid,
        "number": line(number),
        "signed": signed.isoformat(),
        "value": value,
        "start_date": start.isoformat(),
        "finish_date": finish.isoformat(),
    }
    if contract_uid is not None:
        return mend(session, contract, contract_uid, values, correction)
    row = {"uid": session.new_uid(), "work_uid": uid, **values, "correction": ""}
    return insert(session, contract, [row])


def mend(session: Session, table: Table, uid: str, values: Mapping[str, Any], correction: str) -> Changes:
    """Changes what was entered of a contract or an annex; why stands in the row, the history keeps both."""
    required({"lý do sửa": correction})
    changes = update(session, table, uid, values)
    return changes | update(session, table, uid, {"correction": line(correction)}) if changes else changes


def annex_values(
    *, number: str, signed: date, today: date, value: int | None, finish: date | None, reason: str
) -> dict[str, Any]:
    """What is kept of an annex. Refuses one that changes nothing, says not why, or is of a day to come."""
    required({"lý do điều chỉnh hợp đồng": reason})
    if value is None and finish is None:
        raise NtmError("Phụ lục chưa đổi gì. Nhập giá trị mới, ngày hoàn thành mới, hoặc cả hai.")
    check_amount(value or 0, signed, today, "Giá trị phụ lục")
    return {
        "number": line(number),
        "signed": signed.isoformat(),
        "value": value,
        "finish_date": iso(finish),
        "reason": line(reason),
    }


def contracts_of(session: Session, *, uid: str) -> tuple[str, ...]:
    """The contracts of a work by ``uid``, oldest first."""
    query = live(contract, session).where(contract.c.work_uid == uid)
    return tuple(row["uid"] for row in session.rows(query.order_by(contract.c.signed, contract.c.uid)))


def check_amount(amount: int, on: date, today: date, name: str) -> None:
    """Refuses what cannot be an amount of money, and a day that has not come."""
    if not 0 <= amount <= LARGEST:
        raise NtmError(f"{name} {format_int(amount)} đồng không hợp lệ. Nhập lại số tiền bằng đồng.")
    if on > today:
        raise NtmError(f"Ngày {format_date(on)} ở sau hôm nay ({format_date(today)}). Nhập lại ngày.")


def _corrected(session: Session, table: Table, uid: str) -> RowMapping:
    """The entry that is corrected. Raises NtmError when another one has corrected it already."""
    later = session.row(live(table, session).where(table.c.supersedes == uid))
    row = session.row(live(table, session).where(table.c.uid == uid))
    if row is None or later is not None:
        raise NtmError("Khoản này đã được sửa. Tải lại trang Công trình để thấy số mới nhất.")
    return row


def _check_not_below_zero(
    session: Session,
    uid: str,
    movement: Movement,
    source: Source,
    amount: int,
    *,
    without: str | None = None,
) -> None:
    """What a source gave, with ``amount`` and without the movement ``without``, is no less than nothing."""
    corrected = select(work_money.c.supersedes).where(
        work_money.c.commune_id == session.commune_id, work_money.c.supersedes.is_not(None)
    )
    known = session.scalar(
        select(func.coalesce(func.sum(work_money.c.amount), 0)).where(
            work_money.c.commune_id == session.commune_id,
            work_money.c.deleted == 0,
            work_money.c.work_uid == uid,
            work_money.c.movement == movement.value,
            work_money.c.source == source.value,
            work_money.c.uid.not_in(corrected),
            work_money.c.uid != (without or ""),
        )
    )
    if known + amount < 0 and amount < 0:
        raise NtmError(f"Chỉ giảm được tối đa {format_int(known)} đồng của nguồn này. Nhập lại số tiền.")
    if known + amount < 0:
        raise NtmError(
            f"Nguồn này đã ghi giảm {format_int(-known)} đồng; số tiền còn lại không thể nhỏ hơn. "
            "Sửa khoản giảm trước, hoặc nhập lại số tiền."
        )
