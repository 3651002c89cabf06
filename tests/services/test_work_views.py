"""The works kept between two readings say what a fresh reading says, whatever was done in between."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from office import AT, LEAD, TODAY

from ntm_desktop.changes import Changes
from ntm_desktop.db.engine import Database, Session
from ntm_desktop.domain.clearance import EventKind, State
from ntm_desktop.services import (
    clearance,
    commitments,
    history,
    households,
    work_contracts,
    work_money,
    work_progress,
    works,
)

ROAD = "Đường trục thôn Tân Lợi 1, bê tông 0,85 km"
MILLION = 1_000_000


def _road(session: Session) -> str:
    return works.uid_named(session, name=ROAD)


def _annex(session: Session) -> Changes:
    signed = work_money.contracts_of(session, uid=_road(session))
    day = date(2021, 6, 29)
    return work_contracts.save_annex(
        session, contract_uid=signed[0], number="9", signed=day, today=TODAY, value=MILLION, reason="Bão"
    )


def _rename_contractor(session: Session) -> Changes:
    one = work_money.contractors(session)[0]
    return work_money.save_contractor(session, uid=one.uid, name=f"{one.name} mới")


def _promise_less(session: Session) -> Changes:
    rows = commitments.table(session, on=TODAY).rows
    uid = next(row.uid for row in rows if row.work_uid == _road(session))
    return commitments.change_amount(
        session, uid=uid, amount=MILLION, on=TODAY, today=TODAY, reason="Cắt giảm vốn"
    )


def _hand_over(session: Session) -> Changes:
    plot = next(
        row for row in clearance.table(session, on=TODAY).rows if row.standing.state is not State.HANDED_OVER
    )
    return clearance.record_event(session, uid=plot.uid, event=EventKind.HANDED_OVER, on=TODAY, today=TODAY)


def _rename_household(session: Session) -> Changes:
    one = next(one for one in households.list_households(session) if one.hamlet_uid)
    return households.rename(session, uid=one.uid, name="Đinh Văn Mới", hamlet_uid=one.hamlet_uid)


ACTS: dict[str, Callable[[Session], Changes]] = {
    "measure": lambda s: work_progress.measure(s, uid=_road(s), share=5_000, on=TODAY, today=TODAY),
    "rename": lambda s: works.save(s, uid=_road(s), name="Đường mới", kind="dien"),
    "add": lambda s: works.save(s, name="Cầu", kind="giao-thong"),
    "unlink": lambda s: works.link_indicators(s, uid=_road(s), set_id="xa-ntm-2016-2020", codes=[]),
    "annex": _annex,
    "contractor": _rename_contractor,
    "commitment": _promise_less,
    "plot": _hand_over,
    "household": _rename_household,
    "undo": history.undo_last,
}


@pytest.mark.parametrize("act", ACTS)
def test_after_any_action_they_are_as_read_afresh(yen_hoa: Database, act: str) -> None:
    with yen_hoa.read() as session:
        works.table(session, on=TODAY)
    with yen_hoa.write("Sửa công trình", LEAD, AT) as session:
        ACTS[act](session)
    with yen_hoa.read() as session:
        after = works.table(session, on=TODAY)
        again = works.table(session, on=TODAY)
    folder = yen_hoa.folder
    yen_hoa.close()
    with Database.open(folder) as fresh, fresh.read() as session:
        assert works.table(session, on=TODAY) == after == again


def test_today_stays_kept_when_the_end_of_last_year_is_read(yen_hoa: Database) -> None:
    with yen_hoa.read() as session:
        before = works.table(session, on=TODAY).rows
    for day in (date(2020, 12, 31), TODAY):
        with yen_hoa.read() as session:
            rows = works.table(session, on=day).rows
    assert all(one is other for one, other in zip(rows, before, strict=True))


def test_a_reading_within_an_action_sees_what_it_wrote(yen_hoa: Database) -> None:
    with yen_hoa.read() as session:
        count = len(works.table(session, on=TODAY).rows)
    with pytest.raises(ZeroDivisionError), yen_hoa.write("Thêm", LEAD, AT) as session:  # noqa: PT012
        works.save(session, name="Cầu", kind="giao-thong")
        assert len(works.table(session, on=TODAY).rows) == count + 1
        raise ZeroDivisionError
    with yen_hoa.read() as session:
        assert len(works.table(session, on=TODAY).rows) == count
