"""The reports on what people gave."""

from __future__ import annotations

from collections.abc import Sequence

from ntm_desktop.db.session import Session
from ntm_desktop.documents.mobilised_tables import GivenBy, contribution_table
from ntm_desktop.services import contributions
from ntm_desktop.services.contributions import ContributionTable
from ntm_desktop.services.office import office_of
from ntm_desktop.services.report_kinds import Made, Report, Wanted, made_of

PAGE = "huy-dong"
OUTSIDE = "Tổ chức, nhà tài trợ ngoài thôn"


def given_by_hamlet(given: ContributionTable) -> tuple[GivenBy, ...]:
    """All hamlets in the commune's own order, then givers that belong to none."""
    sums = given.by_hamlet()
    parts = [GivenBy(name, sums.get(uid)) for uid, name in given.hamlets]
    return (*parts, *((GivenBy(OUTSIDE, sums[None]),) if None in sums else ()))


def _contributions(session: Session, wanted: Wanted) -> Made:
    given = contributions.table(session, on=wanted.on)
    office = office_of(session, today=wanted.today, by=wanted.by)
    return made_of(contribution_table(given_by_hamlet(given), on=wanted.on, office=office))


REPORTS: Sequence[Report] = (Report("dong-gop", "Đóng góp", _contributions, page=PAGE),)
