"""Construction works: listing them, showing one, and recording how far it is."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from ntm_desktop.cli.answer import Answer, desk
from ntm_desktop.domain.capital import PAID_OF_ALLOTTED, PAID_OF_TOTAL, SOURCE_NAMES, by_source
from ntm_desktop.domain.corrections import in_order
from ntm_desktop.domain.progress import DelayCause
from ntm_desktop.domain.stages import STAGE_NAMES
from ntm_desktop.domain.works import WorkState
from ntm_desktop.errors import NtmError
from ntm_desktop.services import work_progress, works
from ntm_desktop.services.works import WorkTable, WorkView
from ntm_desktop.text import (
    count_words,
    format_date,
    format_millions,
    format_percent,
    parse_number,
)


def work(args: argparse.Namespace) -> Answer:
    return {"list": _list, "show": _show, "progress": _progress}[args.act](args)


def _list(args: argparse.Namespace) -> Answer:
    with desk(args) as at, at.database.read() as session:
        table = works.table(session, on=args.on or at.today)
    plain = {
        "on": table.on.isoformat(),
        "works": [_plain(place, row) for place, row in enumerate(table.rows, 1)],
        "total": table.total,
        "committed": table.amounts.committed,
        "allotted": table.amounts.allotted,
        "disbursed": table.amounts.disbursed,
    }
    return Answer(plain, _list_text(table), at.warnings)


def _show(args: argparse.Namespace) -> Answer:
    with desk(args) as at, at.database.read() as session:
        place, row = works.find(works.table(session, on=args.on or at.today).rows, args.name)
    plain = _plain(place, row) | {
        "route": _route(row),
        "sources": [
            {
                "source": source.value,
                "committed": amounts.committed,
                "allotted": amounts.allotted,
                "disbursed": amounts.disbursed,
            }
            for source, amounts in by_source(row.facts.money, on=row.state.on)
        ],
        "measured": [
            {"on": one.on.isoformat(), "share": one.share, "value": one.value}
            for one in in_order(row.facts.measured)
            if one.on <= row.state.on
        ],
    }
    return Answer(plain, _show_text(row), at.warnings)


def _progress(args: argparse.Namespace) -> Answer:
    share = _share(args.share)
    with desk(args) as at:
        with at.database.read() as session:
            place, row = works.find(works.table(session, on=args.on).rows, args.name)
        with at.database.write(f"Ghi khối lượng {row.name}", at.by, at.now) as session:
            work_progress.measure(
                session,
                uid=row.uid,
                share=share,
                on=args.on,
                today=at.today,
                value=None if args.value is None else _money(args.value),
                cause=DelayCause(args.cause) if args.cause else None,
                note=args.note,
                reason=args.reason,
            )
        with at.database.read() as session:
            row = works.view(session, uid=row.uid, on=args.on)
    return Answer(_plain(place, row), _show_text(row), at.warnings)


def _share(text: str) -> int:
    number = parse_number(text.removesuffix("%")) * 100
    if number != number.to_integral_value():
        raise NtmError(f"Tỷ lệ “{text}” có quá hai chữ số thập phân. Làm tròn rồi nhập lại.")
    return int(number)


def _money(text: str) -> int:
    number = parse_number(text)
    if number != number.to_integral_value() or number < Decimal(0):
        raise NtmError(f"Số tiền “{text}” không hợp lệ. Nhập số đồng nguyên, ví dụ 250.000.000.")
    return int(number)


def _plain(place: int, row: WorkView) -> dict[str, Any]:
    state, account = row.state, row.state.account
    return {
        "number": place,
        "name": row.name,
        "kind": row.kind,
        "criteria": list(row.criteria),
        "stage": state.stage.value,
        "days_in_stage": state.days_in_stage,
        "settled_on": state.settled_on.isoformat() if state.settled_on else None,
        "share": state.share,
        "planned": state.planned,
        "delay": state.delay,
        "money_share": state.money_share,
        "disbursed_of_total": state.money_share,
        "disbursed_of_allotted": account.disbursement_rate,
        "gap": state.gap,
        "total": account.total,
        "committed": account.amounts.committed,
        "allotted": account.amounts.allotted,
        "disbursed": account.amounts.disbursed,
        "accepted": account.accepted,
        "debt": account.debt,
        "slow_disbursement": account.slow_disbursement,
        "missing_capital": account.missing_capital,
        "contractor": row.contractor,
        "person": row.person or None,
        "debt_source": row.debt_source or None,
        "debt_due": row.debt_due.isoformat() if row.debt_due else None,
        "contract_finish": state.contract_finish.isoformat() if state.contract_finish else None,
        "expected": state.expected.isoformat() if state.expected else None,
        "alerts": [one.alert.value for one in row.warnings],
    }


def _route(row: WorkView) -> dict[str, Any] | None:
    if row.route is None:
        return None
    return {
        "day": row.route.day.isoformat(),
        "decree": row.route.decree.name if row.route.decree else None,
        "conditions": [
            {"key": one.condition.key, "check": one.check.value, "reason": one.reason}
            for one in row.route.findings
        ],
    }


def _list_text(table: WorkTable) -> str:
    if not table.rows:
        return "Chưa có công trình nào."
    lines = [
        f"{count_words(len(table.rows), 'công trình')}, tính đến {format_date(table.on)}, "
        f"{count_words(table.need_action, 'công trình')} cần chú ý"
    ]
    for place, row in enumerate(table.rows, 1):
        state = row.state
        late = f", chậm {count_words(state.days_late, 'ngày')}" if state.is_late else ""
        lines.append(f"{place}. {row.name}: {STAGE_NAMES[state.stage]}, {format_percent(state.share)}{late}")
        lines += [f"   - {one.text}" for one in row.warnings]
    amounts = table.amounts
    lines.append(
        f"Tổng mức {format_millions(table.total)}; cam kết {format_millions(amounts.committed)}, bố trí "
        f"{format_millions(amounts.allotted)}, giải ngân {format_millions(amounts.disbursed)}"
    )
    return "\n".join(lines)


def _show_text(row: WorkView) -> str:
    state = row.state
    stage = STAGE_NAMES[state.stage]
    if state.settled_on:
        stage = f"đã quyết toán ngày {format_date(state.settled_on)}"
    elif state.days_in_stage:
        stage += f" ({count_words(state.days_in_stage, 'ngày')})"
    planned = "chưa có kế hoạch khối lượng"
    if state.planned is not None:
        planned = f"kế hoạch {format_percent(state.planned)}"
    rate = state.account.disbursement_rate
    paid = [(PAID_OF_TOTAL, state.money_share), *([] if rate is None else [(PAID_OF_ALLOTTED, rate)])]
    lines = [
        f"{row.name}, tính đến {format_date(state.on)}",
        f"Giai đoạn: {stage}; khối lượng {format_percent(state.share)}, {planned}",
        "; ".join(f"{name} {format_percent(rate)}" for name, rate in paid),
        *_end_lines(state),
    ]
    if row.person:
        lines.append(f"Người phụ trách: {row.person}")
    lines += _source_lines(row)
    lines += [f"- {one.text}" for one in row.warnings]
    return "\n".join(lines)


def _end_lines(state: WorkState) -> Sequence[str]:
    """When it was or will be finished, and how late it is."""
    late = f", chậm {count_words(state.delay, 'ngày')}" if state.delay else ""
    if state.finished:
        return [f"Hoàn thành ngày {format_date(state.finished)}{late}"]
    if state.built:
        return [f"Xong khối lượng ngày {format_date(state.built)}{late}, chưa nghiệm thu"]
    if state.expected:
        return [f"Dự kiến hoàn thành ngày {format_date(state.expected)}{late}"]
    return [f"Chưa dự kiến được ngày hoàn thành{late}"] if state.due else []


def _source_lines(row: WorkView) -> Sequence[str]:
    return [
        f"{SOURCE_NAMES[source]}: cam kết {format_millions(amounts.committed)}, bố trí "
        f"{format_millions(amounts.allotted)}, giải ngân {format_millions(amounts.disbursed)}"
        for source, amounts in by_source(row.facts.money, on=row.state.on)
    ]
