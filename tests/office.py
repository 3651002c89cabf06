"""Short ways to act in a commune's office, for tests of services."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from ntm_desktop.changes import Changes
from ntm_desktop.db.engine import Database
from ntm_desktop.services import assessments, indicators
from ntm_desktop.services.indicators import IndicatorDetail

LEAD = "Cao Thị Hòa"
AT = datetime(2021, 6, 30, 1, tzinfo=UTC)
TODAY = date(2021, 6, 30)


def record(
    database: Database,
    code: str,
    value: str | Mapping[str, str],
    as_of: date = TODAY,
    *,
    by: str = LEAD,
    reason: str = "",
    replaces: str | None = None,
    ask_newer: bool = False,
    sure: bool = False,
) -> Changes:
    texts = {"v": value} if isinstance(value, str) else value
    with database.write(f"Nhập chỉ tiêu {code}", by, AT) as session:
        return assessments.record(
            session,
            code=code,
            texts=texts,
            as_of=as_of,
            today=TODAY,
            reason=reason,
            replaces=replaces,
            ask_newer=ask_newer,
            sure=sure,
        )


def detail(database: Database, code: str, on: date = TODAY) -> IndicatorDetail:
    with database.read() as session:
        return indicators.detail(session, code=code, on=on)
