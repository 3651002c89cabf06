from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from office import AT, LEAD, TODAY

from ntm_desktop.changes import Changes
from ntm_desktop.db.engine import Database, Session
from ntm_desktop.domain.obstacles import EventKind, Level, State
from ntm_desktop.errors import NtmError
from ntm_desktop.services import (
    history,
    obstacles,
    official_documents,
    people,
    status,
    targets,
    todo_held_up,
    works,
)
from ntm_desktop.services.obstacles import ObstacleTable, ObstacleView

WHAT = "Chưa có mức đạt của chỉ tiêu đường trục thôn"
MARCH = date(2021, 3, 1)


def write(database: Database, act: Callable[[Session], Changes]) -> Changes:
    with database.write("Sửa vướng mắc", LEAD, AT) as session:
        return act(session)


def table(database: Database, on: date = TODAY) -> ObstacleTable:
    with database.read() as session:
        return obstacles.table(session, on=on)


def only(database: Database, on: date = TODAY) -> ObstacleView:
    (row,) = table(database, on).rows
    return row


def event(database: Database, kind: EventKind, on: date, **more: object) -> Changes:
    uid = only(database, on=TODAY).uid
    return write(
        database,
        lambda s: obstacles.record_event(s, uid=uid, event=kind, on=on, today=TODAY, **more),  # type: ignore[arg-type]
    )


@pytest.fixture
def level(office: Database) -> Database:
    """An office with one obstacle that waits for the province."""
    write(
        office,
        lambda s: obstacles.save(
            s,
            what=f"  {WHAT} ",
            since=MARCH,
            today=TODAY,
            level=Level.PROVINCE,
            authority="UBND tỉnh Quảng Bình",
            criterion="2",
            proposal="Quyết định mức của tỉnh",
        ),
    )
    return office


def test_an_obstacle_from_the_day_it_arose(level: Database) -> None:
    row = only(level)
    assert (row.what, row.subject, row.decider) == (WHAT, "Tiêu chí 2 Giao thông", "UBND tỉnh Quảng Bình")
    assert (row.standing.state, row.standing.age) == (State.NOT_SENT, 121)
    assert table(level, date(2021, 2, 28)).rows == ()


def test_it_is_sent_answered_closed_and_opened_again(level: Database) -> None:
    event(level, EventKind.SENT, date(2021, 3, 15), due=date(2021, 4, 15), document="12/UBND")
    row = only(level)
    assert (row.standing.state, row.standing.days_over) == (State.OVERDUE, 76)
    assert row.events[0].document == "Công văn số 12/UBND ngày 15/3/2021 của UBND xã Yên Hóa"
    assert [view.uid for view in table(level).overdue] == [row.uid]
    event(level, EventKind.ANSWERED, date(2021, 6, 1), document="980/UBND-KTN", note="Giao Sở GTVT xem xét")
    assert only(level).events[0].document.endswith("của UBND tỉnh Quảng Bình")
    event(level, EventKind.CLOSED, date(2021, 6, 20))
    assert only(level).standing.age == 111
    assert table(level).open == ()
    event(level, EventKind.REOPENED, date(2021, 6, 25), note="Quyết định bị thu hồi")
    assert [one.kind for one in only(level).events] == [
        EventKind.REOPENED,
        EventKind.CLOSED,
        EventKind.ANSWERED,
        EventKind.SENT,
    ]


def test_the_same_letter_for_two_obstacles_is_one_document(level: Database) -> None:
    event(level, EventKind.SENT, date(2021, 3, 15), document="12/UBND")
    write(
        level,
        lambda s: obstacles.save(s, what="Vốn huyện", since=MARCH, today=TODAY, level=Level.DISTRICT),
    )
    second = next(row for row in table(level).rows if row.what == "Vốn huyện")
    write(
        level,
        lambda s: obstacles.record_event(
            s, uid=second.uid, event=EventKind.SENT, on=date(2021, 3, 15), today=TODAY, document="12/UBND"
        ),
    )
    with level.read() as session:
        assert [view.number for view in official_documents.list_documents(session)] == ["12/UBND"]


@pytest.mark.parametrize(
    ("kind", "on", "said"),
    [
        (EventKind.ANSWERED, date(2021, 4, 1), "Chưa ghi ngày gửi"),
        (EventKind.CLOSED, date(2021, 2, 1), "ở trước ngày phát sinh"),
        (EventKind.SENT, date(2021, 7, 1), "ở sau hôm nay"),
        (EventKind.REOPENED, date(2021, 4, 1), "Vướng mắc đang mở"),
    ],
)
def test_refused_events_leave_nothing(level: Database, kind: EventKind, on: date, said: str) -> None:
    with pytest.raises(NtmError, match=said):
        event(level, kind, on, note="vì thế", document="7/UBND")
    assert only(level).events == ()
    with level.read() as session:
        assert official_documents.list_documents(session) == ()


def test_a_correction_keeps_what_was_entered_and_says_why(level: Database) -> None:
    event(level, EventKind.SENT, date(2021, 3, 15))
    first = only(level).events[0].uid
    with pytest.raises(NtmError, match="Ghi lý do sửa"):
        event(level, EventKind.SENT, date(2021, 3, 5), note="Gửi lần một", supersedes=first)
    event(level, EventKind.SENT, date(2021, 3, 5), supersedes=first, reason="Nhầm ngày")
    (shown,) = only(level).events
    assert (shown.on, shown.reason) == (date(2021, 3, 5), "Nhầm ngày")
    with pytest.raises(NtmError, match="đã được sửa"):
        event(level, EventKind.SENT, date(2021, 3, 6), supersedes=first, reason="Nhầm nữa")


def test_undo_takes_the_event_and_its_document_back(level: Database) -> None:
    event(level, EventKind.SENT, date(2021, 3, 15), document="12/UBND")
    write(level, history.undo_last)
    assert only(level).events == ()
    with level.read() as session:
        assert official_documents.list_documents(session) == ()
        entry = history.entry(session, seq=history.entries(session, limit=1)[0].seq)
    assert {change.label for change in entry.changes} == {"diễn biến vướng mắc", "văn bản"}


def test_the_history_names_the_fields(level: Database) -> None:
    with level.read() as session:
        newest = history.entries(session, limit=1)[0]
        (change,) = history.entry(session, seq=newest.seq).changes
    assert (change.label, change.title) == ("vướng mắc", WHAT)
    said = {field.name: field.after for field in change.fields}
    assert said["Cấp giải quyết"] == "Tỉnh"
    assert said["Từ ngày"] == "1/3/2021"
    assert said["Cơ quan giải quyết"] == "UBND tỉnh Quảng Bình"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"what": " "}, "Chưa nhập nội dung vướng mắc"),
        ({"since": date(2021, 7, 1)}, "ở sau hôm nay"),
        ({"criterion": "99"}, "Không có tiêu chí 99"),
    ],
)
def test_an_obstacle_that_says_nothing_true_is_refused(
    office: Database, given: dict[str, object], said: str
) -> None:
    fields = {"what": WHAT, "since": MARCH, "level": Level.COMMUNE, **given}
    with pytest.raises(NtmError, match=said):
        write(office, lambda s: obstacles.save(s, today=TODAY, **fields))  # type: ignore[arg-type]
    assert table(office).rows == ()


def test_it_cannot_arise_after_it_was_sent(level: Database) -> None:
    event(level, EventKind.SENT, date(2021, 3, 15))
    uid = only(level).uid
    with pytest.raises(NtmError, match="ở sau diễn biến ngày 15/3/2021"):
        write(
            level,
            lambda s: obstacles.save(
                s, uid=uid, what=WHAT, since=date(2021, 3, 16), today=TODAY, level=Level.PROVINCE
            ),
        )


def test_a_work_that_is_held_up_cannot_be_taken_out(office: Database) -> None:
    write(office, lambda s: works.save(s, name="Sân thể thao xã", kind="van-hoa"))
    with office.read() as session:
        work = works.table(session, on=TODAY).rows[0].uid
        person = people.list_people(session)[0]
    write(
        office,
        lambda s: obstacles.save(
            s, what="Thiếu vốn", since=MARCH, today=TODAY, level=Level.DISTRICT, work_uid=work,
            person_uid=person.uid,
        ),
    )  # fmt: skip
    row = only(office)
    assert (row.subject, row.person, row.decider) == ("Sân thể thao xã", LEAD, "Huyện")
    with pytest.raises(NtmError, match="1 vướng mắc"):
        write(office, lambda s: works.remove_work(s, uid=work))
    write(office, lambda s: obstacles.remove_obstacle(s, uid=row.uid))
    write(office, lambda s: works.remove_work(s, uid=work))
    assert table(office).rows == ()


def test_the_status_counts_them(level: Database) -> None:
    event(level, EventKind.SENT, date(2021, 3, 15))
    with level.read() as session:
        assert status.status(session, on=TODAY)["obstacles"] == {"open": 1, "overdue": 1}
        assert status.status(session, on=date(2021, 3, 20))["obstacles"] == {"open": 1, "overdue": 0}


def test_the_clock_of_work_asks_to_close_what_waited_for_a_level_that_is_set_now(office: Database) -> None:
    what = "Chưa có mức của chỉ tiêu 2.2"
    write(
        office,
        lambda s: obstacles.save(s, what=what, since=MARCH, today=TODAY, level=Level.PROVINCE, criterion="2"),
    )
    assert about_obstacles(office) == {f"Tháo gỡ vướng mắc: {what}": "Chưa gửi, đã 121 ngày"}
    assert only(office).given is None
    write(
        office,
        lambda s: targets.override(
            s, code="2.2", text="60", decision="1551/QĐ-UBND", decided=date(2021, 6, 28), on=TODAY
        ),
    )
    given = "Chỉ tiêu 2.2 đã có mức ≥ 60% theo QĐ 1551/QĐ-UBND ngày 28/6/2021."
    assert about_obstacles(office) == {f"Xem lại để đóng vướng mắc: {what}": given}
    assert only(office).standing.is_open
    event(office, EventKind.CLOSED, TODAY, note=given)
    assert about_obstacles(office) == {}
    assert only(office).given is None


def about_obstacles(database: Database) -> dict[str, str]:
    with database.read() as session:
        lines = [*todo_held_up.urgent(session, TODAY), *todo_held_up.old(session, TODAY)]
    return {line.what: line.why for line in lines if line.key.startswith("obstacle/")}
