from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ntm_desktop.domain.alerts import Alert, alerts
from ntm_desktop.domain.capital import MoneyFact, Movement, Source
from ntm_desktop.domain.progress import Baseline, Measured, PlanPoint
from ntm_desktop.domain.stages import Route, Stage, StageDates
from ntm_desktop.domain.works import Annex, Contract, Dated, WorkFacts, state_on

ON = date(2021, 6, 30)
MILLION = 1_000_000


def allotted(amount: int, on: date = date(2021, 3, 15)) -> MoneyFact:
    return MoneyFact(Movement.ALLOTTED, Source.DISTRICT, on.year, amount * MILLION, on)


def paid(amount: int, on: date = date(2021, 6, 1)) -> MoneyFact:
    return MoneyFact(Movement.DISBURSED, Source.DISTRICT, on.year, amount * MILLION, on)


def done(**days: date) -> dict[Stage, StageDates]:
    return {Stage(name): StageDates(Stage(name), done=day) for name, day in days.items()}


CALM = WorkFacts(
    uid="w",
    name="Đường trục thôn",
    route=Route.ORDINARY,
    stages=done(approval=date(2021, 2, 26), start=date(2021, 4, 12)),
    investments=[Dated(date(2021, 2, 26), 1250 * MILLION)],
    money=[allotted(1250), paid(540)],
    acceptances=[Dated(date(2021, 6, 18), 540 * MILLION)],
    contracts=[Contract(date(2021, 4, 9), 1180 * MILLION, date(2021, 4, 12), date(2021, 10, 20))],
    measured=[Measured(date(2021, 6, 25), 9000, uid="m")],
    baselines=[
        Baseline(date(2021, 4, 12), (PlanPoint(date(2021, 4, 12), 0), PlanPoint(date(2021, 7, 20), 10_000)))
    ],
)
"""As it should be."""


def found(work: WorkFacts, on: date = ON, *, open_land: int = 0) -> dict[Alert, str]:
    return {one.alert: one.text for one in alerts(work, state_on(work, on), open_land=open_land)}


def test_a_work_as_it_should_be_alarms_nobody() -> None:
    assert found(CALM) == {}


def test_debt_names_what_was_accepted_and_what_is_owed() -> None:
    owing = replace(CALM, money=[allotted(500), paid(500)])
    assert found(owing)[Alert.DEBT] == (
        "Đã nghiệm thu 540 triệu đồng, mới bố trí 500 triệu đồng: nợ đọng 40 triệu đồng."
    )


def test_a_work_that_is_being_built_must_have_begun() -> None:
    behind = replace(CALM, stages=done(approval=date(2021, 2, 26)))
    assert found(behind)[Alert.STAGE_BEHIND] == (
        "Đã đạt 90% khối lượng mà giai đoạn vẫn là “Giao kế hoạch vốn”: "
        "ghi ngày khởi công và các giai đoạn đã xong."
    )
    assert Alert.STAGE_BEHIND not in found(replace(behind, measured=[]))


def test_the_most_urgent_comes_first() -> None:
    bad = replace(CALM, money=[allotted(500)], measured=[Measured(date(2021, 6, 25), 4600)])
    told = [one.alert for one in alerts(bad, state_on(bad, ON))]
    assert told == [Alert.DEBT, Alert.LATE, Alert.NO_CAPITAL, Alert.SLOW_DISBURSEMENT]


@pytest.mark.parametrize(
    ("change", "alert", "said"),
    [
        (
            {"contracts": [Contract(date(2021, 4, 9), 1180 * MILLION, date(2021, 4, 12), date(2021, 6, 20))]},
            Alert.OVERDUE,
            "Quá hạn hợp đồng 10 ngày (hạn 20/6/2021), mới đạt 90%.",
        ),
        (
            {"contracts": [Contract(date(2021, 4, 9), 1180 * MILLION, date(2021, 4, 12), date(2021, 7, 20))]},
            Alert.ENDS_SOON,
            "Hợp đồng còn 20 ngày (hạn 20/7/2021), mới đạt 90%.",
        ),
        (
            {
                "contracts": [
                    Contract(date(2021, 4, 9), 1300 * MILLION, date(2021, 4, 12), date(2021, 10, 20))
                ]
            },
            Alert.OVER_CEILING,
            "Giá trị hợp đồng 1.300 triệu đồng cao hơn tổng mức đầu tư 1.250 triệu đồng.",
        ),
        ({"money": [allotted(1300), paid(540)]}, Alert.OVER_CEILING, "Vốn đã bố trí 1.300 triệu đồng"),
        (
            {"money": [allotted(1250, date(2021, 5, 1)), paid(540)]},
            Alert.NO_CAPITAL_AT_START,
            "Khởi công ngày 12/4/2021 khi chưa được bố trí vốn.",
        ),
        ({"money": [allotted(1250), paid(500)]}, Alert.SLOW_DISBURSEMENT, "chưa thanh toán 40 triệu đồng"),
        (
            {"money": [allotted(1250), paid(1400)]},
            Alert.OVERPAID,
            "Đã giải ngân 1.400 triệu đồng, cao hơn vốn đã bố trí 1.250 triệu đồng "
            "(ngân sách huyện, năm 2021).",
        ),
        (
            {"money": [allotted(900, date(2020, 3, 1)), allotted(350), paid(1300)]},
            Alert.OVERPAID,
            "cao hơn vốn đã bố trí 1.250 triệu đồng (ngân sách huyện, các năm 2020–2021).",
        ),
        ({"money": []}, Alert.NO_CAPITAL, "Chưa được bố trí vốn."),
        (
            {
                "money": [allotted(1100), paid(540)],
                "contracts": [
                    Contract(date(2021, 4, 9), 1180 * MILLION, date(2021, 4, 12), date(2021, 10, 20))
                ],
            },
            Alert.NO_CAPITAL,
            "Còn thiếu 150 triệu đồng vốn so với tổng mức đầu tư 1.250 triệu đồng.",
        ),
        (
            {"measured": [Measured(date(2021, 6, 25), 4600)]},
            Alert.LATE,
            "Chậm 34 ngày: đạt 46%, kế hoạch 79,79%.",
        ),
        (
            {"stages": done(start=date(2021, 4, 12), approval=date(2021, 6, 20))},
            Alert.ACCEPTED_BEFORE_APPROVAL,
            "Nghiệm thu ngày 18/6/2021 trước ngày phê duyệt 20/6/2021.",
        ),
    ],
)
def test_each_alarm_has_its_sentence(change: dict[str, object], alert: Alert, said: str) -> None:
    assert said in found(replace(CALM, **change))[alert]  # type: ignore[arg-type]


def test_an_acceptance_before_the_approval_alarms_though_no_amount_was_accepted() -> None:
    early = replace(CALM, acceptances=[], stages=CALM.stages | done(acceptance=date(2021, 2, 1)))
    assert found(early)[Alert.ACCEPTED_BEFORE_APPROVAL] == (
        "Nghiệm thu ngày 1/2/2021 trước ngày phê duyệt 26/2/2021."
    )


def test_an_acceptance_before_the_start_alarms_and_hides_no_other_alarm() -> None:
    behind = replace(CALM, money=[allotted(600), paid(540)], measured=[Measured(date(2021, 6, 25), 4600)])
    early = replace(behind, stages=CALM.stages | done(acceptance=date(2021, 3, 1)))
    told = found(early, open_land=1)
    assert told.pop(Alert.ACCEPTED_BEFORE_START) == (
        "Nghiệm thu hoàn thành ngày 1/3/2021 trước ngày khởi công 12/4/2021: sửa lại một trong hai ngày."
    )
    assert told.pop(Alert.ACCEPTED_UNBUILT) == "Ghi nghiệm thu hoàn thành khi khối lượng mới đạt 46%."
    assert told == found(behind, open_land=1)
    assert {Alert.LATE, Alert.LAND, Alert.NO_CAPITAL} <= told.keys()
    state = state_on(early, ON)
    assert (state.finished, state.built, state.stage) == (None, None, Stage.BUILDING)


def test_an_acceptance_of_a_half_built_work_alarms() -> None:
    stages = CALM.stages | done(acceptance=date(2021, 6, 28))
    told = found(replace(CALM, stages=stages))
    assert told[Alert.ACCEPTED_UNBUILT] == "Ghi nghiệm thu hoàn thành khi khối lượng mới đạt 90%."
    assert Alert.ACCEPTED_UNBUILT not in found(replace(CALM, stages=stages, measured=[]))  # old papers only


def test_land_alarms_once_the_contract_runs() -> None:
    assert found(CALM, open_land=1)[Alert.LAND] == "Còn 01 hộ chưa bàn giao mặt bằng."
    assert found(CALM, date(2021, 4, 10), open_land=2)[Alert.LAND] == (
        "Chưa khởi công được: còn 02 hộ chưa bàn giao mặt bằng."
    )


def test_land_alarms_before_a_work_that_should_start_soon() -> None:
    stages = {Stage.START: StageDates(Stage.START, target=date(2021, 4, 30))}
    coming = replace(CALM, contracts=[], stages=stages)
    assert Alert.LAND not in found(coming, date(2021, 3, 30), open_land=1)
    assert "Chưa khởi công được" in found(coming, date(2021, 3, 31), open_land=1)[Alert.LAND]
    assert Alert.LAND not in found(coming, date(2021, 3, 31))


def test_an_annex_moves_the_end_from_the_day_it_was_signed() -> None:
    contract = Contract(
        date(2021, 4, 9),
        1180 * MILLION,
        date(2021, 4, 12),
        date(2021, 6, 20),
        [Annex(date(2021, 6, 25), finish=date(2021, 10, 31))],
    )
    work = replace(CALM, contracts=[contract])
    assert Alert.OVERDUE in found(work, date(2021, 6, 24))
    assert Alert.OVERDUE not in found(work, date(2021, 6, 25))


def test_the_end_of_the_year_asks_for_payment() -> None:
    slow = replace(CALM, money=[allotted(1250), paid(540)])
    assert Alert.LOW_DISBURSEMENT not in found(slow, date(2021, 12, 1))
    assert "hạn thanh toán 31/1/2022" in found(slow, date(2021, 12, 10))[Alert.LOW_DISBURSEMENT]


@pytest.mark.parametrize("on", [date(2021, 12, 20), date(2022, 1, 20)])
def test_the_year_that_is_paid_until_january_counts_and_not_all_years_together(on: date) -> None:
    money = [
        allotted(1000, date(2020, 3, 1)),
        paid(1000, date(2020, 11, 1)),
        allotted(900, date(2021, 3, 1)),
    ]
    told = found(replace(CALM, money=money), on)[Alert.LOW_DISBURSEMENT]
    assert told == "Mới giải ngân 0% của 900 triệu đồng vốn năm 2021; hạn thanh toán 31/1/2022."
    assert Alert.LOW_DISBURSEMENT not in found(replace(CALM, money=money), date(2022, 2, 1))
    calm = [*money, paid(500, date(2021, 12, 1))]
    assert Alert.LOW_DISBURSEMENT not in found(replace(CALM, money=calm), on)


def test_low_disbursement_does_not_hide_what_was_accepted_and_is_not_paid() -> None:
    slow = replace(CALM, money=[allotted(1250), paid(100)])
    told = found(slow, date(2021, 12, 20))
    assert "8% của 1.250 triệu đồng" in told[Alert.LOW_DISBURSEMENT]
    assert "chưa thanh toán 440 triệu đồng" in told[Alert.SLOW_DISBURSEMENT]


def test_what_a_settled_work_does_not_need_is_not_asked_to_be_paid() -> None:
    settled = replace(
        CALM,
        stages=CALM.stages | done(acceptance=date(2021, 7, 20), settlement=date(2021, 11, 1)),
        settled=1_100 * MILLION,
        money=[allotted(1250), paid(1100)],
    )
    assert Alert.LOW_DISBURSEMENT not in found(settled, date(2022, 12, 20))


def test_a_finished_work_waits_for_its_settlement_and_the_end_of_its_warranty() -> None:
    finished = replace(
        CALM,
        stages=CALM.stages | done(acceptance=date(2021, 7, 20)),
        warranty_to=date(2022, 7, 31),
        measured=[Measured(date(2021, 7, 19), 10_000)],
        money=[allotted(1250), paid(1250)],
    )
    told = found(finished, date(2022, 7, 25))
    assert told == {
        Alert.NOT_SETTLED: "Nghiệm thu ngày 20/7/2021, quá 12 tháng chưa quyết toán.",
        Alert.WARRANTY_ENDS: "Bảo hành hết hạn ngày 31/7/2022.",
    }


def test_what_is_built_in_time_is_not_late_while_it_waits_for_acceptance() -> None:
    built = replace(CALM, measured=[Measured(date(2021, 7, 18), 10_000)])
    assert Alert.LATE not in found(built, date(2021, 9, 1))
    assert state_on(built, date(2021, 9, 1)).delay == 0
