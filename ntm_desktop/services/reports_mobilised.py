"""The reports on what people gave, on land to clear, and on resources by origin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ntm_desktop.db.session import Session
from ntm_desktop.documents import mobilised_tables
from ntm_desktop.documents.mobilised_tables import GiftEntry, GivenBy, PlotEntry
from ntm_desktop.documents.office import Office
from ntm_desktop.documents.resource_table import resource_table
from ntm_desktop.documents.work_report import Mobilised, Period
from ntm_desktop.services import clearance, contributions, resources
from ntm_desktop.services.contributions import ContributionTable
from ntm_desktop.services.office import office_of
from ntm_desktop.services.report_kinds import Made, Report, Wanted, made_of

PAGE = "huy-dong"
OUTSIDE = "Tổ chức, nhà tài trợ ngoài thôn"
FOR_NO_WORK = "Không cho công trình nào"


def _contributions(session: Session, wanted: Wanted) -> Made:
    given, on = contributions.table(session, on=wanted.on), wanted.on
    office = office_of(session, today=wanted.today, by=wanted.by)
    sums = mobilised_tables.by_hamlet(_by_hamlet(given), on=on, office=office)
    works = mobilised_tables.by_work(_by_work(given), on=on, office=office)
    entries = [
        GiftEntry(row.giver, row.hamlet, row.purpose, row.document, row.valued)
        for row in reversed(given.standing)
    ]
    gifts = mobilised_tables.gift_list(entries, on=on, office=office)
    paper = mobilised_tables.contribution_paper(sums, works, gifts)
    return Made(paper, office, (sums, works, gifts))


def _by_hamlet(given: ContributionTable) -> tuple[GivenBy, ...]:
    """All hamlets in the commune's own order, then givers that belong to none."""
    sums = given.by_hamlet()
    parts = [GivenBy(name, sums.get(uid)) for uid, name in given.hamlets]
    return (*parts, *((GivenBy(OUTSIDE, sums[None]),) if None in sums else ()))


def _by_work(given: ContributionTable) -> tuple[GivenBy, ...]:
    """The works that anything was given for."""
    sums = given.by_work()
    parts = [GivenBy(name, sums[uid]) for uid, name in given.works if uid in sums]
    return (*parts, *((GivenBy(FOR_NO_WORK, sums[None]),) if None in sums else ()))


def of_period(session: Session, period: Period, office: Office) -> Mobilised:
    """Land and gifts as the report of a month or a quarter has them."""
    on, ends = period.last, (period.before, period.last)
    given = {day: contributions.table(session, on=day) for day in ends}
    plots = {day: [one.standing for one in clearance.table(session, on=day).rows] for day in ends}
    first, last = ([one for one in plots[day] if not one.is_open] for day in ends)
    sums = (
        mobilised_tables.by_hamlet(_by_hamlet(given[on]), on=on, office=office),
        mobilised_tables.by_work(_by_work(given[on]), on=on, office=office),
    )
    return Mobilised(
        given=(given[period.before].totals.value, given[on].totals.value),
        compensated=(sum(one.paid for one in plots[period.before]), sum(one.paid for one in plots[on])),
        handed_over=(len(first), len(last)),
        plots=len(plots[on]),
        tables=(
            mobilised_tables.clearance_sums(_plots(session, on), on=on, office=office),
            *(replace(one, in_dong=False, most_decimals=1) for one in sums),  # one unit in all of the report
            resource_table(resources.yearly(session, on=on), on=on, office=office),
        ),
    )


def _clearance(session: Session, wanted: Wanted) -> Made:
    office = office_of(session, today=wanted.today, by=wanted.by)
    entries = _plots(session, wanted.on)
    return made_of(mobilised_tables.clearance_table(entries, on=wanted.on, office=office))


def _plots(session: Session, on: date) -> list[PlotEntry]:
    return [
        PlotEntry(
            work=row.work,
            household=row.household,
            hamlet=row.hamlet,
            place=f"{row.plot}/{row.sheet}" if row.sheet else row.plot,
            area=row.area,
            land=row.land,
            form=row.form,
            assets=row.assets,
            note=row.note,
            standing=row.standing,
        )
        for row in clearance.table(session, on=on).rows
    ]


def _resources(session: Session, wanted: Wanted) -> Made:
    office = office_of(session, today=wanted.today, by=wanted.by)
    found = resources.yearly(session, on=wanted.on)
    return made_of(resource_table(found, on=wanted.on, office=office))


REPORTS: Sequence[Report] = (
    Report("dong-gop", "Đóng góp", _contributions, page=PAGE),
    Report("gpmb", "Giải phóng mặt bằng", _clearance, page=PAGE),
    Report("nguon-luc", "Nguồn lực huy động", _resources, page=PAGE),
)
