"""Plots that works need: registered, cleared, and what says that a work cannot start."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from office import AT, LEAD, TODAY

from ntm_desktop.changes import Changes
from ntm_desktop.db.engine import Database, Session
from ntm_desktop.domain.alerts import Alert
from ntm_desktop.domain.clearance import EventKind, Form, State
from ntm_desktop.domain.stages import Stage
from ntm_desktop.errors import EntryRefused, NtmError
from ntm_desktop.services import clearance, commune, history, overview, reports, search, status, works
from ntm_desktop.services.clearance import ClearanceTable, Listed
from ntm_desktop.services.commune import HamletView
from ntm_desktop.services.reports import Wanted

MAY = date(2021, 5, 10)


def write(database: Database, act: Callable[[Session], Changes]) -> Changes:
    with database.write("Ghi mặt bằng", LEAD, AT) as session:
        return act(session)


def table(database: Database, on: date = TODAY) -> ClearanceTable:
    with database.read() as session:
        return clearance.table(session, on=on)


def add(database: Database, **more: Any) -> Changes:
    """Plot 124 of sheet 14, 85 m², donated by Nguyễn Văn Đạt unless said otherwise."""
    with database.read() as session:
        work, hamlet = works.uid_named(session, name="Đường trục thôn"), commune.list_hamlets(session)[0].uid
    given: dict[str, Any] = {
        "work_uid": work,
        "giver": "Nguyễn Văn Đạt",
        "hamlet_uid": hamlet,
        "since": MAY,
        "sheet": "14",
        "plot": "124",
        "area": 85_000,
        "form": Form.DONATED,
        **more,
    }
    uid = given.pop("uid", None)
    return write(database, lambda s: clearance.save(s, Listed(**given), today=TODAY, uid=uid))


def event(database: Database, kind: EventKind, on: date, uid: str = "", **more: Any) -> Changes:
    uid = uid or table(database).rows[0].uid
    return write(
        database,
        lambda s: clearance.record_event(s, uid=uid, event=kind, on=on, today=TODAY, **more),
    )


@pytest.fixture
def site(office: Database) -> Database:
    """An office with a hamlet and a work that should start in July."""
    write(office, lambda s: commune.save_hamlets(s, rows=[HamletView(None, "Tân Lợi 1", 76, 298)]))
    write(office, lambda s: works.save(s, name="Đường trục thôn", kind="giao-thong"))
    with office.read() as session:
        uid = works.uid_named(session, name="Đường trục thôn")
    write(
        office,
        lambda s: works.set_stage(s, uid=uid, stage=Stage.START, target=date(2021, 7, 10), today=TODAY),
    )
    return office


def warnings(database: Database) -> list[str]:
    with database.read() as session:
        (row,) = works.table(session, on=TODAY).rows
    return [one.text for one in row.warnings if one.alert is Alert.LAND]


def test_an_open_plot_keeps_its_work_from_starting_until_it_is_handed_over(site: Database) -> None:
    add(site)
    assert warnings(site) == ["Chưa khởi công được: còn 01 hộ chưa bàn giao mặt bằng."]
    uid = table(site).rows[0].uid
    with site.read() as session:
        (todo,) = [one for one in overview.load(session, today=TODAY).todos if one.key.startswith("land")]
        assert todo.what == "Vận động 01 hộ bàn giao mặt bằng Đường trục thôn"
        assert todo.link.anchor == f"gpmb/{uid}"
        assert status.status(session, on=TODAY)["clearance"] == {"plots": 1, "open": 1, "unpaid": 0}
    event(site, EventKind.AGREED, date(2021, 6, 1))
    event(site, EventKind.HANDED_OVER, date(2021, 6, 20))
    assert warnings(site) == []
    assert table(site).rows[0].standing.state is State.HANDED_OVER
    assert table(site, date(2021, 6, 19)).rows[0].standing.state is State.AGREED
    assert table(site, date(2021, 5, 9)).rows == ()


def test_two_plots_of_a_household_are_one_household(site: Database) -> None:
    add(site)
    add(site, plot="125")
    assert warnings(site) == ["Chưa khởi công được: còn 01 hộ chưa bàn giao mặt bằng."]
    assert len(table(site).open) == 2


@pytest.mark.parametrize(
    ("more", "field", "said"),
    [
        ({}, "plot", "Thửa 124, tờ 14 đã có trong danh sách của công trình này của hộ Nguyễn Văn Đạt"),
        ({"plot": "9", "area": 0}, "area", "lớn hơn 0"),
        ({"plot": " "}, "plot", "Chưa nhập số thửa"),
        ({"plot": "9", "giver": ""}, "giver", "Chưa nhập tên chủ hộ"),
        ({"plot": "9", "hamlet_uid": None}, "hamlet_uid", "Chưa chọn thôn"),
        ({"plot": "9", "work_uid": None}, "work_uid", "Chưa chọn công trình"),
        ({"plot": "9", "since": date(2021, 7, 1)}, "since", "ở sau hôm nay"),
    ],
)
def test_a_plot_that_cannot_be_is_refused(
    site: Database, more: dict[str, Any], field: str, said: str
) -> None:
    add(site)
    with pytest.raises(EntryRefused, match=said) as refused:
        add(site, **more)
    assert refused.value.field == field
    assert len(table(site).rows) == 1


def test_compensation_is_decided_paid_and_told_of(site: Database) -> None:
    add(site, form=Form.COMPENSATED)
    with pytest.raises(EntryRefused, match="Chưa ghi quyết định"):
        event(site, EventKind.PAID, date(2021, 6, 1), amount=5)
    event(site, EventKind.DECIDED, date(2021, 6, 1), amount=16_200_000, document="311/QĐ-UBND")
    event(site, EventKind.PAID, date(2021, 6, 2), amount=6_200_000)
    assert table(site).rows[0].standing.unpaid == 10_000_000
    with site.read() as session:
        said = {one.key: one.why for one in overview.load(session, today=TODAY).todos}
    assert said["land-pay"] == "Đã duyệt, còn 10.000.000 đồng chưa chi trả"
    row = table(site).rows[0]
    with pytest.raises(EntryRefused, match="đã có bồi thường được duyệt"):
        add(site, uid=row.uid, form=Form.DONATED)
    with pytest.raises(EntryRefused, match="ở sau diễn biến ngày 1/6/2021"):
        add(site, uid=row.uid, form=Form.COMPENSATED, since=date(2021, 6, 5))
    add(site, uid=row.uid, form=Form.COMPENSATED, area=90_000)
    assert table(site).rows[0].area == 90_000


def test_an_event_is_corrected_once_with_a_reason_and_undone(site: Database) -> None:
    add(site)
    event(site, EventKind.HANDED_OVER, date(2021, 6, 1))
    first = table(site).rows[0].events[0].uid
    event(site, EventKind.HANDED_OVER, date(2021, 6, 9), supersedes=first, reason="Nhầm ngày")
    (shown,) = table(site).rows[0].events
    assert (shown.on, shown.reason) == (date(2021, 6, 9), "Nhầm ngày")
    with pytest.raises(NtmError, match="đã được sửa"):
        event(site, EventKind.HANDED_OVER, date(2021, 6, 10), supersedes=first, reason="Nhầm nữa")
    write(site, history.undo_last)
    assert table(site).rows[0].events[0].on == date(2021, 6, 1)
    uid = table(site).rows[0].uid
    write(site, lambda s: clearance.remove_plot(s, uid=uid))
    assert table(site).rows == ()
    write(site, history.undo_last)
    assert len(table(site).rows[0].events) == 1


def test_search_finds_the_household_and_the_report_its_plot(site: Database) -> None:
    add(site)
    with site.read() as session:
        (hit,) = search.search(session, text="nguyen van dat", on=TODAY)
        made = reports.collect(session, report=reports.find("gpmb"), wanted=Wanted(TODAY, TODAY))
    assert (hit.kind, hit.link.page) == ("plot", "huy-dong")
    group, line, total = made.sheets[0].lines
    assert group.cells == ("Đường trục thôn: 0/1 thửa đã bàn giao, còn 01 thửa chưa bàn giao",)
    assert line.cells[1:7] == ("Nguyễn Văn Đạt", "Tân Lợi 1", "124/14", 85_000, "", "Hiến")
    assert total.cells[4] == 85_000


def test_the_history_names_the_fields(site: Database) -> None:
    add(site)
    with site.read() as session:
        newest = history.entries(session, limit=1)[0]
        changes = history.entry(session, seq=newest.seq).changes
    fields = {field.name: field.after for change in changes for field in change.fields}
    assert fields["Diện tích (m²)"] == "85"
    assert fields["Hình thức"] == "Hiến"
    assert fields["Hộ"] == "Nguyễn Văn Đạt"
