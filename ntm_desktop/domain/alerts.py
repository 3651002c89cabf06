"""What about a construction work should alarm somebody, most urgent first, each in one Vietnamese sentence.

The list follows the project's notes on works, §7 [recalled, high].
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ntm_desktop.domain.capital import SOURCE_NAMES, Movement, Overpaid, overpaid
from ntm_desktop.domain.progress import WHOLE
from ntm_desktop.domain.simplified import RouteCheck, lacking
from ntm_desktop.domain.stages import Stage, done_on, stage_name, start_after_acceptance
from ntm_desktop.domain.works import WorkFacts, WorkState
from ntm_desktop.domain.year_end import payable
from ntm_desktop.text import count_words, format_date, format_millions, format_percent

SOON = 30  # days before a contract or a warranty ends
LATE_SETTLEMENT = 365  # days after acceptance
LOW_DISBURSEMENT = 5_000  # basis points of the year's capital, when its payment period draws to its end
NEAR_YEAR_END = 60  # days


class Alert(StrEnum):
    """In order of urgency."""

    DEBT = "debt"
    OVERDUE = "overdue"
    OVER_CEILING = "over_ceiling"
    OVERPAID = "overpaid"
    NO_CAPITAL_AT_START = "no_capital_at_start"
    ACCEPTED_BEFORE_APPROVAL = "accepted_before_approval"
    ACCEPTED_BEFORE_START = "accepted_before_start"
    ACCEPTED_UNBUILT = "accepted_unbuilt"
    LATE = "late"
    ROUTE = "route"
    LAND = "land"
    NO_CAPITAL = "no_capital"
    ENDS_SOON = "ends_soon"
    LOW_DISBURSEMENT = "low_disbursement"
    SLOW_DISBURSEMENT = "slow_disbursement"
    NOT_SETTLED = "not_settled"
    WARRANTY_ENDS = "warranty_ends"
    RETENTION_DUE = "retention_due"
    STAGE_BEHIND = "stage_behind"


WORDS = {
    Alert.DEBT: "Nợ đọng",
    Alert.OVERDUE: "Quá hạn HĐ",
    Alert.OVER_CEILING: "Vượt tổng mức",
    Alert.OVERPAID: "Giải ngân vượt vốn",
    Alert.NO_CAPITAL_AT_START: "Khởi công khi chưa có vốn",
    Alert.ACCEPTED_BEFORE_APPROVAL: "Nghiệm thu trước phê duyệt",
    Alert.ACCEPTED_BEFORE_START: "Nghiệm thu trước khởi công",
    Alert.ACCEPTED_UNBUILT: "Nghiệm thu khi chưa xong",
    Alert.LATE: "Chậm",
    Alert.ROUTE: "Không đủ ĐK đặc thù",
    Alert.LAND: "Vướng mặt bằng",
    Alert.NO_CAPITAL: "Thiếu vốn",
    Alert.ENDS_SOON: "Sắp hết hạn HĐ",
    Alert.LOW_DISBURSEMENT: "Giải ngân thấp",
    Alert.SLOW_DISBURSEMENT: "Chậm giải ngân",
    Alert.NOT_SETTLED: "Chưa quyết toán",
    Alert.WARRANTY_ENDS: "Sắp hết bảo hành",
    Alert.RETENTION_DUE: "Chưa trả tiền bảo hành",
    Alert.STAGE_BEHIND: "Chưa ghi khởi công",
}

SEVERE = frozenset(
    {
        Alert.DEBT,
        Alert.OVERDUE,
        Alert.OVER_CEILING,
        Alert.OVERPAID,
        Alert.NO_CAPITAL_AT_START,
        Alert.ACCEPTED_BEFORE_APPROVAL,
        Alert.ACCEPTED_BEFORE_START,
        Alert.ACCEPTED_UNBUILT,
    }
)
"""Drawn as a square; the others as a triangle."""


@dataclass(frozen=True, slots=True)
class WorkWarning:
    alert: Alert
    text: str
    days: int = 0
    """By how many something is late."""


def alerts(
    work: WorkFacts, state: WorkState, *, open_land: int = 0, route: RouteCheck | None = None
) -> tuple[WorkWarning, ...]:
    """All that apply on the day of ``state``. ``open_land``: households that have not handed over.

    ``route``: how a work of the simplified route stands to its decree.
    """
    found = [*_money(work, state), *_acceptance(work, state), *_time(work, state, open_land)]
    if route is not None and route.failed:
        found.append(WorkWarning(Alert.ROUTE, lacking(route)))
    order = list(Alert)
    return tuple(sorted(found, key=lambda warning: order.index(warning.alert)))


def _money(work: WorkFacts, state: WorkState) -> Iterator[WorkWarning]:
    on, account = state.on, state.account
    if account.debt:
        yield WorkWarning(
            Alert.DEBT,
            f"Đã nghiệm thu {format_millions(account.executed)}, mới bố trí "
            f"{format_millions(account.amounts.allotted)}: nợ đọng {format_millions(account.debt)}.",
        )
    if account.total and state.contract_value is not None and state.contract_value > account.total:
        yield WorkWarning(
            Alert.OVER_CEILING,
            f"Giá trị hợp đồng {format_millions(state.contract_value)} cao hơn tổng mức đầu tư "
            f"{format_millions(account.total)}.",
        )
    elif account.total and account.amounts.allotted > account.total:
        yield WorkWarning(
            Alert.OVER_CEILING,
            f"Vốn đã bố trí {format_millions(account.amounts.allotted)} cao hơn tổng mức đầu tư "
            f"{format_millions(account.total)}.",
        )
    if above := overpaid(work.money, on=on):
        yield WorkWarning(Alert.OVERPAID, overpaid_sentence(above))
    started = done_on(work.stages, Stage.START, on)
    allotted = [fact.on for fact in work.money if fact.movement is Movement.ALLOTTED and fact.amount > 0]
    if started and not any(day <= started for day in allotted):
        yield WorkWarning(
            Alert.NO_CAPITAL_AT_START,
            f"Khởi công ngày {format_date(started)} khi chưa được bố trí vốn.",
        )
    if not account.amounts.allotted and not state.finished:
        yield WorkWarning(Alert.NO_CAPITAL, "Chưa được bố trí vốn.")
    elif state.finished is None and account.missing_capital:
        yield WorkWarning(
            Alert.NO_CAPITAL,
            f"Còn thiếu {format_millions(account.missing_capital)} vốn so với tổng mức đầu tư "
            f"{format_millions(account.total)}.",
        )
    due = payable(work, state)
    if due.rate is not None and due.rate < LOW_DISBURSEMENT and (due.end - on).days <= NEAR_YEAR_END:
        carried = " và các năm trước chuyển sang" if due.carried else ""
        yield WorkWarning(
            Alert.LOW_DISBURSEMENT,
            f"Mới giải ngân {format_percent(due.rate)} của {format_millions(due.capital)} vốn năm {due.year}"
            f"{carried}; hạn thanh toán {format_date(due.end)}.",
        )
    if account.slow_disbursement:
        yield WorkWarning(
            Alert.SLOW_DISBURSEMENT,
            f"Đã nghiệm thu, có vốn mà chưa thanh toán {format_millions(account.slow_disbursement)}.",
        )


def overpaid_sentence(found: Sequence[Overpaid]) -> str:
    parts = []
    for one in found:
        name = SOURCE_NAMES[one.source]
        years = f"năm {one.year}" if one.first == one.year else f"các năm {one.first}–{one.year}"
        parts.append(
            f"{format_millions(one.paid)}, cao hơn vốn đã bố trí {format_millions(one.allotted)} "
            f"({name[0].lower()}{name[1:]}, {years})"
        )
    return f"Đã giải ngân {'; '.join(parts)}."


def _acceptance(work: WorkFacts, state: WorkState) -> Iterator[WorkWarning]:
    """Accepted out of turn: old papers are entered in any order, so none of it is refused."""
    on, whole = state.on, done_on(work.stages, Stage.ACCEPTANCE, state.on)
    approved = done_on(work.stages, Stage.APPROVAL, on)
    days = [one.on for one in work.acceptances if one.on <= on and one.amount]
    first = min([*days, *([whole] if whole else [])], default=None)
    if first is not None and (approved is None or first < approved):
        when = f"trước ngày phê duyệt {format_date(approved)}" if approved else "khi chưa phê duyệt"
        yield WorkWarning(Alert.ACCEPTED_BEFORE_APPROVAL, f"Nghiệm thu ngày {format_date(first)} {when}.")
    started = start_after_acceptance(work.stages)
    if whole is not None and started is not None:
        yield WorkWarning(
            Alert.ACCEPTED_BEFORE_START,
            f"Nghiệm thu hoàn thành ngày {format_date(whole)} trước ngày khởi công {format_date(started)}: "
            "sửa lại một trong hai ngày.",
        )
    measured = any(one.on <= on for one in work.measured)
    if whole is not None and measured and state.share < WHOLE:
        yield WorkWarning(
            Alert.ACCEPTED_UNBUILT,
            f"Ghi nghiệm thu hoàn thành khi khối lượng mới đạt {format_percent(state.share)}.",
        )


def _time(work: WorkFacts, state: WorkState, open_land: int) -> Iterator[WorkWarning]:
    on, ends = state.on, state.contract_finish
    done = "đã xong khối lượng, chưa nghiệm thu" if state.built else f"mới đạt {format_percent(state.share)}"
    if ends is not None and state.finished is None:
        days = (ends - on).days
        if days < 0:
            yield WorkWarning(
                Alert.OVERDUE,
                f"Quá hạn hợp đồng {count_words(-days, 'ngày')} (hạn {format_date(ends)}), {done}.",
                -days,
            )
        elif days <= SOON and state.built is None:
            yield WorkWarning(
                Alert.ENDS_SOON,
                f"Hợp đồng còn {count_words(days, 'ngày')} (hạn {format_date(ends)}), "
                f"mới đạt {format_percent(state.share)}.",
            )
    past = state.days_late if ends is None and state.due is not None else 0
    if state.due is not None and past > state.behind:
        yield WorkWarning(
            Alert.LATE,
            f"Quá ngày kế hoạch hoàn thành {count_words(past, 'ngày')} (kế hoạch {format_date(state.due)}), "
            f"mới đạt {format_percent(state.share)}.",
            past,
        )
    elif state.behind and state.planned is not None:
        yield WorkWarning(
            Alert.LATE,
            f"Chậm {count_words(state.behind, 'ngày')}: đạt {format_percent(state.share)}, kế hoạch "
            f"{format_percent(state.planned)}.",
            state.behind,
        )
    order = list(Stage)
    if state.share and order.index(state.stage) <= order.index(Stage.START):
        stage = stage_name(state.stage, work.route)
        yield WorkWarning(
            Alert.STAGE_BEHIND,
            f"Đã đạt {format_percent(state.share)} khối lượng mà giai đoạn vẫn là “{stage}”: "
            "ghi ngày khởi công và các giai đoạn đã xong.",
        )
    if open_land and state.finished is None:
        if done_on(work.stages, Stage.START, on) or any(one.start <= on for one in work.contracts):
            yield WorkWarning(Alert.LAND, f"Còn {count_words(open_land, 'hộ')} chưa bàn giao mặt bằng.")
        elif _should_start_soon(work, on):
            waiting = count_words(open_land, "hộ")
            yield WorkWarning(Alert.LAND, f"Chưa khởi công được: còn {waiting} chưa bàn giao mặt bằng.")
    settled = done_on(work.stages, Stage.SETTLEMENT, on)
    if state.finished and not settled and (on - state.finished).days > LATE_SETTLEMENT:
        yield WorkWarning(
            Alert.NOT_SETTLED, f"Nghiệm thu ngày {format_date(state.finished)}, quá 12 tháng chưa quyết toán."
        )
    warranty = work.warranty_to
    if state.finished and warranty is not None and timedelta(0) <= warranty - on <= timedelta(days=SOON):
        yield WorkWarning(Alert.WARRANTY_ENDS, f"Bảo hành hết hạn ngày {format_date(warranty)}.")
    released = work.retention_released is not None and work.retention_released <= on
    if state.finished and warranty is not None and warranty < on and work.retention and not released:
        yield WorkWarning(
            Alert.RETENTION_DUE,
            f"Hết bảo hành ngày {format_date(warranty)}, chưa trả "
            f"{format_millions(work.retention)} giữ lại bảo hành.",
        )


def _should_start_soon(work: WorkFacts, on: date) -> bool:
    """The contract is signed, or the land should be free or the work begin within the next days."""
    targets = [work.stages[stage].target for stage in (Stage.CLEARANCE, Stage.START) if stage in work.stages]
    due = any(target is not None and target <= on + timedelta(days=SOON) for target in targets)
    return due or any(one.signed <= on for one in work.contracts)
