"""The tables of works agree with each other, whatever year a plan is of and whenever it was paid."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from statements import entry, office

from ntm_desktop.documents.tables import Kind, LineKind, Statement
from ntm_desktop.documents.work_report import Mobilised, period_sheets, quarter_of
from ntm_desktop.documents.work_tables import WorkEntry, capital_table, catalogue, debt_table, progress_table
from ntm_desktop.domain.capital import MoneyFact, Movement, Source
from ntm_desktop.domain.works import Dated, state_on

ON = date(2021, 6, 30)
MILLION = 10**6
OFFICE = office()


def paid(year: int, on: date, amount: int, movement: Movement = Movement.DISBURSED) -> MoneyFact:
    return MoneyFact(movement, Source.DISTRICT, year, amount * MILLION, on)


def totals(made: Statement) -> dict[str, int]:
    """The sums of money of a table, by the title of their column; those of the plan by their group."""
    found = {}
    line = made.lines[-1]
    assert line.kind is LineKind.TOTAL
    for head, cell in zip(made.heads, line.cells, strict=True):
        if head.kind is Kind.MONEY and isinstance(cell, int):
            found[f"{head.group}: {head.title}" if head.group else head.title] = cell
    return found


def capital(*works: WorkEntry, year: int = 2021) -> dict[str, int]:
    return totals(capital_table(works, on=ON, office=OFFICE, year=year))


days = st.dates(date(2018, 1, 1), ON)
facts = st.builds(paid, st.integers(2018, 2022), days, st.integers(-50, 900), st.sampled_from(Movement))
entries = st.builds(lambda money, end: entry(*money, finished=end), st.lists(facts), st.none() | days)


@given(st.lists(entries, min_size=1, max_size=6), st.integers(2018, 2022))
def test_what_was_paid_is_the_same_on_each_paper(works: list[WorkEntry], year: int) -> None:
    changed, _list, progress, *_ = period_sheets(works, quarter_of(ON), OFFICE, Mobilised())
    known = next(line.cells[-1] for line in changed.lines if line.cells[0] == "Vốn đã giải ngân")
    assert totals(progress)["Vốn lũy kế: Giải ngân"] == known
    made = capital_table(works, on=ON, office=OFFICE, year=year)
    if made.lines:  # else no work has to do with that year
        group = "Giải ngân đến 30/6/2021"
        told = totals(made)
        parts = ("Vốn năm trước", f"Vốn năm {year}", "Vốn năm sau")
        assert told[f"{group}: Lũy kế"] == known
        before = told[f"Lũy kế đến hết năm {year - 1}: Giải ngân"]
        assert before + sum(told.get(f"{group}: {part}", 0) for part in parts) == known


def test_a_plan_that_was_paid_in_january_of_the_next_year_is_counted_and_told() -> None:
    school = entry(
        paid(2020, date(2020, 11, 20), 1_500),
        paid(2020, date(2021, 1, 28), 500),
        paid(2021, date(2021, 5, 10), 980),
    )
    told = capital(school)
    assert told["Lũy kế đến hết năm 2020: Giải ngân"] == 1_500 * MILLION
    assert told["Giải ngân đến 30/6/2021: Vốn năm trước"] == 500 * MILLION
    assert told["Giải ngân đến 30/6/2021: Vốn năm 2021"] == 980 * MILLION
    notes = capital_table([school], on=ON, office=OFFICE, year=2021).notes
    assert "kế hoạch các năm trước, thanh toán từ ngày 1/1/2021" in notes[0]


def test_a_year_in_which_nothing_of_earlier_plans_was_paid_has_no_column_for_it() -> None:
    road = entry(paid(2020, date(2020, 11, 20), 300), paid(2021, date(2021, 5, 10), 200))
    made = capital_table([road], on=ON, office=OFFICE, year=2021)
    assert "Vốn năm trước" not in {head.title for head in made.heads}
    assert totals(made)["Lũy kế đến hết năm 2020: Giải ngân"] == 300 * MILLION
    assert made.notes[0] == "TMĐT: tổng mức đầu tư. Tỷ lệ giải ngân: giải ngân so với vốn bố trí."


def test_what_was_paid_in_advance_is_told() -> None:
    early = entry(paid(2021, date(2020, 12, 20), 50), paid(2021, date(2021, 5, 10), 200))
    made = capital_table([early], on=ON, office=OFFICE, year=2021)
    assert totals(made)["Giải ngân đến 30/6/2021: Vốn năm 2021"] == 250 * MILLION
    assert "Vốn năm 2021 gồm 50 triệu đồng đã thanh toán trước ngày 1/1/2021" in made.notes[0]


def test_a_work_that_was_done_before_the_year_is_counted_in_one_line_with_its_like() -> None:
    done = entry(paid(2019, date(2019, 5, 1), 700), finished=date(2019, 12, 1))
    building = entry(paid(2021, date(2021, 5, 1), 300))
    made = capital_table([done, building, done], on=ON, office=OFFICE, year=2021)
    assert [line.cells[1] for line in made.lines] == [
        "Đường thôn",
        "02 công trình khác đã xong trước năm 2021",
        "Tổng cộng",
    ]
    assert totals(made)["Giải ngân đến 30/6/2021: Lũy kế"] == 1_700 * MILLION


def test_a_finished_work_that_was_paid_for_in_the_year_has_a_line() -> None:
    late = entry(paid(2020, date(2021, 1, 20), 300), finished=date(2020, 12, 1))
    made = capital_table([late], on=ON, office=OFFICE, year=2021)
    assert made.lines[0].cells[1] == "Đường thôn"


def test_a_plan_of_a_later_year_has_a_column_only_where_it_was_paid() -> None:
    early = entry(paid(2020, date(2020, 5, 1), 100), paid(2021, date(2021, 2, 1), 200))
    assert capital(early, year=2020)["Giải ngân đến 30/6/2021: Vốn năm sau"] == 200 * MILLION
    assert "Giải ngân đến 30/6/2021: Vốn năm sau" not in capital(early, year=2021)


def test_a_total_investment_that_nobody_entered_is_blank() -> None:
    accepted = replace(entry(paid(2021, ON, 300)).facts, acceptances=[Dated(ON, 10**9)])
    unknown = replace(accepted, investments=[])
    both = [replace(entry(), facts=facts, state=state_on(facts, ON)) for facts in (accepted, unknown)]
    for made in (
        catalogue(both, on=ON, office=OFFICE),
        progress_table(both, on=ON, office=OFFICE),
        capital_table(both, on=ON, office=OFFICE, year=2021),
        debt_table(both, on=ON, office=OFFICE),
    ):
        at = next(place for place, head in enumerate(made.heads) if head.title == "TMĐT")
        assert [line.cells[at] for line in made.lines] == [10**9, None, 10**9], made.name


def test_sources_that_nobody_promised_are_blank_and_so_is_their_total() -> None:
    made = catalogue([entry(paid(2021, ON, 100, Movement.ALLOTTED))], on=ON, office=OFFICE)
    place = next(i for i, head in enumerate(made.heads) if head.group == "Cơ cấu nguồn vốn")
    assert [line.cells[place] for line in made.lines] == [None, None]
