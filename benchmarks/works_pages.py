"""What each page of the window, and each tab, detail and dialog of it that has its own, asks the services."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from benchmarks import commune as office
from benchmarks.works_content import uid
from ntm_desktop.db.engine import Session
from ntm_desktop.services import (
    assignments,
    clearance,
    commitments,
    commune,
    contractors,
    contributions,
    criteria_sets,
    dossier,
    goals,
    history,
    indicators,
    obstacles,
    official_documents,
    overview,
    people,
    recognition,
    resources,
    responsibilities,
    search,
    status,
    targets,
    unit_prices,
    work_contracts,
    work_diary,
    work_entries,
    work_money,
    works,
    year_review,
)

_ON = office.TODAY
_NOW = datetime(2021, 12, 31, 2, tzinfo=UTC)
_ONE = uid(7)

PAGES: Mapping[str, Callable[[Session], object]] = {
    "page Tổng quan": lambda s: overview.load(s, today=_ON, now=_NOW),
    "the numbers beside the pages": lambda s: (
        works.table(s, on=_ON).need_action,
        clearance.table(s, on=_ON).open,
        obstacles.table(s, on=_ON).open,
        assignments.table(s, on=_ON).need_action,
    ),
    "the search box": lambda s: search.search(s, text="đường số 77", on=_ON),
    "page Tiêu chí": lambda s: (
        indicators.table(s, on=_ON),
        indicators.detail(s, code="2.1", on=_ON),
        people.list_people(s, on=_ON),
        responsibilities.list_responsibilities(s, on=_ON),
        works.serving(s, set_id=office.SET, on=_ON),
    ),
    "page Công trình": lambda s: works.table(s, on=_ON),
    "page Công trình, one work": lambda s: (
        work_diary.diary(s, uid=_ONE, on=_ON),
        work_entries.entries(s, uid=_ONE, on=_ON),
        work_contracts.papers(s, uid=_ONE, on=_ON),
        obstacles.open_of(s, work_uid=_ONE, on=_ON),
    ),
    "page Công trình, dialog of a work": lambda s: (
        works.view(s, uid=_ONE, on=_ON),
        works.choices(s, on=_ON),
        work_money.contractors(s),
    ),
    "page Đơn vị thi công": lambda s: contractors.table(s, on=_ON),
    "page Huy động, Đóng góp": lambda s: (
        contributions.table(s, on=_ON),
        contributions.indicator_codes(s, on=_ON),
        unit_prices.list_prices(s),
    ),
    "page Huy động, Giải phóng mặt bằng": lambda s: clearance.table(s, on=_ON),
    "page Huy động, Nguồn lực": lambda s: resources.by_origin(s, on=_ON),
    "page Huy động": lambda s: (
        contributions.table(s, on=_ON),
        contributions.indicator_codes(s, on=_ON),
        clearance.table(s, on=_ON),
        resources.by_origin(s, on=_ON),
        unit_prices.list_prices(s),
    ),
    "page Vướng mắc, Vướng mắc": lambda s: obstacles.table(s, on=_ON),
    "page Vướng mắc, Cam kết vốn": lambda s: commitments.table(s, on=_ON),
    "page Vướng mắc": lambda s: (obstacles.table(s, on=_ON), commitments.table(s, on=_ON)),
    "page Vướng mắc, dialog of an obstacle": lambda s: obstacles.choices(s, on=_ON),
    "page Phân công": lambda s: (
        assignments.table(s, on=_ON),
        assignments.lapses(s, on=_ON),
        recognition.checklist(s, on=_ON),
    ),
    "page Phân công, Đánh giá năm": lambda s: year_review.review(s, year=2021, on=_ON),
    "page Hồ sơ": lambda s: (
        dossier.readiness(s, on=_ON),
        dossier.collect(s, on=_ON, today=_ON, draft=True),
        dossier.papers(s, on=_ON),
    ),
    "page Lịch sử": lambda s: (
        history.entries(s, limit=201),
        history.next_to_undo(s),
        history.entry(s, seq=1),
    ),
    "page Thiết lập": lambda s: (
        commune.load(s),
        commune.list_hamlets(s),
        official_documents.list_documents(s),
        people.list_people(s),
        goals.list_goals(s),
        criteria_sets.available(s),
        targets.table(s, on=_ON),
    ),
    "command status": lambda s: status.status(s, on=_ON),
}
