"""What services keep between two readings is what a fresh reading finds, whatever was done in between."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from office import AT, LEAD, TODAY
from sqlalchemy import select
from tables_read import tables_of

from ntm_desktop import services
from ntm_desktop.changes import Changes
from ntm_desktop.db.commune_code import correct_code
from ntm_desktop.db.engine import Database
from ntm_desktop.db.history import content_of, insert, update
from ntm_desktop.db.kept import MOST_RENEWED, Find, Kept, Question, RestsOn, Service
from ntm_desktop.db.models import contract, metadata, remark
from ntm_desktop.db.session import Session, live
from ntm_desktop.db.sqlite_file import driver
from ntm_desktop.domain import clearance as land
from ntm_desktop.domain.capital import Movement, Source
from ntm_desktop.domain.contributions import GiverKind, Kind
from ntm_desktop.domain.obstacles import EventKind, Level
from ntm_desktop.domain.stages import Stage
from ntm_desktop.errors import NtmError
from ntm_desktop.services import (
    assessments,
    clearance,
    commitments,
    commune,
    contractors,
    contributions,
    criteria_sets,
    goals,
    history,
    households,
    judged,
    obstacles,
    official_documents,
    overview,
    people,
    remark_states,
    remarks,
    resources,
    responsibilities,
    targets,
    unit_prices,
    work_contracts,
    work_facts,
    work_money,
    works,
)

T = TypeVar("T")
WAITING = "Chưa có mức của chỉ tiêu 2.2"
DAYS = (TODAY, date.max, TODAY - timedelta(days=200))
READ: Sequence[Callable[[Session], object]] = (
    *(partial(clearance.table, on=day) for day in DAYS),
    *(partial(contributions.table, on=day) for day in DAYS),
    lambda s: resources.by_origin(s, on=TODAY),
    lambda s: resources.yearly(s, on=TODAY),
    lambda s: commitments.table(s, on=TODAY),
    lambda s: obstacles.table(s, on=TODAY),
    lambda s: work_facts.movements(s),
    lambda s: contractors.table(s, on=TODAY),
    lambda s: works.table(s, on=TODAY),
    remark_states.states,
    remark_states.states_of_indicators,
)


def _wait_for_level(session: Session) -> Changes:
    return obstacles.save(session, what=WAITING, since=TODAY, today=TODAY, level=Level.PROVINCE)


def _hamlet(session: Session) -> str:
    return str(commune.list_hamlets(session)[0].uid)


def _work(session: Session) -> str:
    return works.table(session, on=TODAY).rows[0].uid


def _told(session: Session, giver: str) -> contributions.Told:
    return contributions.Told(
        GiverKind.HOUSEHOLD, Kind.MONEY, 5_000, "đồng", TODAY, giver=giver, hamlet_uid=_hamlet(session)
    )


def _give(session: Session) -> Changes:
    return contributions.record(session, _told(session, "Cao Văn Mới"), today=TODAY)


def _import(session: Session) -> Changes:
    gifts = [_told(session, f"Cao Văn {number}") for number in range(MOST_RENEWED + 1)]
    scale = contributions.scale_on(session, TODAY)
    return contributions.add_all(session, [(told, contributions.check(told, scale)) for told in gifts])


def _correct(session: Session) -> Changes:
    wrong = contributions.table(session, on=TODAY).standing[-1].uid
    told = replace(_told(session, "Cao Văn Đúng"), supersedes=wrong, reason="Ghi nhầm")
    return contributions.record(session, told, today=TODAY)


def _withdraw(session: Session) -> Changes:
    uid = contributions.table(session, on=TODAY).standing[0].uid
    return contributions.withdraw(session, uid=uid, on=TODAY, today=TODAY, reason="Hộ đổi ý")


def _price(session: Session) -> Changes:
    kind = Kind.LABOUR
    return unit_prices.save(session, kind=kind, unit="công", amount=999_000, on=date(2015, 1, 1), today=TODAY)


def _rename_owner(session: Session) -> Changes:
    uid = clearance.table(session, on=TODAY).rows[0].household_uid
    one = next(one for one in households.list_households(session) if one.uid == uid)
    return households.rename(session, uid=uid, name=f"{one.name} Mới", hamlet_uid=one.hamlet_uid)


def _rename_hamlet(session: Session) -> Changes:
    first, *others = commune.list_hamlets(session)
    return commune.save_hamlets(session, rows=[replace(first, name=f"{first.name} Mới"), *others])


def _rename_people(session: Session) -> Changes:
    changes = Changes()
    for one in people.list_people(session):
        changes |= people.save_person(
            session, uid=one.uid, name=f"{one.name} Mới", post=one.post, unit=one.unit, role=one.role
        )
    return changes


def _rename_documents(session: Session) -> Changes:
    changes = Changes()
    for one in official_documents.list_documents(session):
        changes |= official_documents.save_document(
            session,
            uid=one.uid,
            kind=one.kind,
            number=f"{one.number}a",
            issued=one.issued,
            issuer=one.issuer,
            title=one.title,
            role=one.role,
        )
    return changes


def _rename_contractors(session: Session) -> Changes:
    changes = Changes()
    for one in work_money.contractors(session):
        changes |= work_money.save_contractor(session, uid=one.uid, name=f"{one.name} Mới")
    return changes


def _hand_over(session: Session) -> Changes:
    plot = clearance.table(session, on=TODAY).open[0]
    done = land.EventKind.HANDED_OVER
    return clearance.record_event(session, uid=plot.uid, event=done, on=TODAY, today=TODAY)


def _list_plot(session: Session) -> Changes:
    listed = clearance.Listed(
        _work(session), "Cao Văn Đất", _hamlet(session), TODAY, "977", 85_000, land.Form.DONATED
    )
    return clearance.save(session, listed, today=TODAY)


def _change_plot(session: Session) -> Changes:
    plot = clearance.table(session, on=TODAY).rows[-1]
    listed = clearance.Listed(
        plot.work_uid, "Cao Văn Chủ", plot.hamlet_uid, plot.since, "0", plot.area, plot.form
    )
    return clearance.save(session, listed, uid=plot.uid, today=TODAY)


def _correct_event(session: Session) -> Changes:
    plot = next(row for row in clearance.table(session, on=TODAY).rows if row.events)
    last = plot.events[0]
    return clearance.record_event(
        session,
        uid=plot.uid,
        event=last.kind,
        on=last.on,
        today=TODAY,
        amount=last.amount,
        note="Ghi lại",
        supersedes=last.uid,
        reason="Ghi thiếu",
    )


def _send(session: Session) -> Changes:
    one = next(row for row in obstacles.table(session, on=TODAY).open if row.what == WAITING)
    sent = EventKind.SENT
    return obstacles.record_event(session, uid=one.uid, event=sent, on=TODAY, today=TODAY, document="77/CV")


def _set_level(session: Session) -> Changes:
    return targets.override(
        session, code="2.2", text="55", decision="9/QĐ", decided=TODAY, on=TODAY, valid_from=date(2021, 1, 1)
    )


def _promise_less(session: Session) -> Changes:
    uid = commitments.table(session, on=TODAY).rows[0].uid
    return commitments.change_amount(
        session, uid=uid, amount=1_000_000, on=TODAY, today=TODAY, reason="Cắt giảm"
    )


def _allot(session: Session) -> Changes:
    return work_money.record_money(
        session,
        uid=_work(session),
        movement=Movement.ALLOTTED,
        source=Source.COMMUNE,
        year=2021,
        amount=1_000_000,
        on=TODAY,
        today=TODAY,
    )


def _remove_contract(session: Session) -> Changes:
    uid = next(row.uid for row in works.table(session, on=TODAY).rows if row.contractor_uid)
    return work_contracts.remove_contract(
        session, uid=work_money.contracts_of(session, uid=uid)[0], reason="Ghi nhầm", today=TODAY
    )


def _remarked(session: Session) -> None:
    """As it comes with a package."""
    session.own = False
    said = {
        "package_id": "a",
        "on_seq": 1,
        "table_name": "assessment",
        "row_uid": "",
        "row_sha256": "",
        "row_then": "",
        "set_id": "xa-ntm-2016-2020",
        "indicator": "2.1",
        "subject": "2.1",
        "value_then": "100%",
        "body": "Chưa có biên bản.",
        "by_name": "Lê Văn Thẩm",
        "made_at": session.at_text,
        "due": None,
        "seq": 1,
    }
    insert(session, remark, [said])
    session.own = True


def _remark(session: Session) -> str:
    return str(session.scalar(live(remark, session).with_only_columns(remark.c.uid)))


def _exchange_works(session: Session) -> Changes:
    """A contract goes from the work that has it to another."""
    rows = works.table(session, on=TODAY).rows
    row = session.row(live(contract, session).where(contract.c.work_uid.in_([one.uid for one in rows])))
    assert row is not None
    other = next(one.uid for one in rows if one.uid != row["work_uid"])
    return update(session, contract, row["uid"], {"work_uid": other})


ACTS: dict[str, Callable[[Session], Changes]] = {
    "a gift of a new household": _give,
    "a gift corrected": _correct,
    "a gift withdrawn": _withdraw,
    "more gifts at once than are renewed one by one": _import,
    "a price": _price,
    "a household renamed": _rename_owner,
    "a hamlet renamed": _rename_hamlet,
    "people renamed": _rename_people,
    "papers renumbered": _rename_documents,
    "contractors renamed": _rename_contractors,
    "land handed over": _hand_over,
    "an event of a plot corrected": _correct_event,
    "a plot listed": _list_plot,
    "a plot changed": _change_plot,
    "an obstacle sent": _send,
    "a level set": _set_level,
    "a promise made smaller": _promise_less,
    "capital allotted": _allot,
    "a work added": lambda s: works.save(s, name="Cầu", kind="giao-thong"),
    "a work renamed": lambda s: works.save(s, uid=_work(s), name="Đường mới", kind="dien"),
    "a contract removed": _remove_contract,
    "a contract of another work": _exchange_works,
    "a stage dated": lambda s: works.set_stage(s, uid=_work(s), stage=Stage.PAYMENT, done=TODAY, today=TODAY),
    "a work removed": lambda s: works.remove_work(s, uid=works.table(s, on=TODAY).rows[-1].uid),
    "a remark answered": lambda s: remarks.reply(s, uid=_remark(s), text="Đã bổ sung."),
    "a plot removed": lambda s: clearance.remove_plot(s, uid=clearance.table(s, on=TODAY).rows[0].uid),
    "the last taken back": history.undo_last,
}


@pytest.fixture
def followed(yen_hoa: Database) -> Database:
    with yen_hoa.write("Nhận gói", LEAD, AT) as session:
        _remarked(session)
    with yen_hoa.write("Thêm vướng mắc", LEAD, AT) as session:
        _wait_for_level(session)
        works.save(session, name="Kè bờ sông", kind="thuy-loi")
    return yen_hoa


def _read(database: Database) -> list[object]:
    with database.read() as session:
        return [read(session) for read in READ]


def _afresh(database: Database) -> list[object]:
    folder = database.folder
    database.close()
    with Database.open(folder) as fresh:
        return _read(fresh)


@pytest.mark.parametrize("act", ACTS)
def test_after_any_action_all_is_as_read_afresh(followed: Database, act: str) -> None:
    before = _read(followed)
    with followed.write(act, LEAD, AT) as session:
        changes = ACTS[act](session)
    after = _read(followed)
    assert changes
    assert after != before
    assert after == _afresh(followed)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.sampled_from([*ACTS, "the last done again"]), min_size=2, max_size=4))
def test_so_it_is_after_one_action_upon_another(followed: Database, acts: list[str]) -> None:
    """Some are refused after others; then nothing was written."""
    for act in acts:
        with suppress(NtmError, StopIteration, IndexError), followed.write(act, LEAD, AT) as session:
            ACTS.get(act, history.redo_last)(session)
        found = _read(followed)
        followed._kept.clear()
        assert found == _read(followed)


def test_a_reading_within_an_action_sees_what_it_wrote(followed: Database) -> None:
    before = _read(followed)
    with pytest.raises(ZeroDivisionError), followed.write("Ghi", LEAD, AT) as session:  # noqa: PT012
        _give(session)
        assert contributions.table(session, on=TODAY) != before[len(DAYS)]
        raise ZeroDivisionError
    assert _read(followed) == before


class Watched(Kept):
    """Keeps nothing, and notes what each answer reads beside what it says that it rests on."""

    def __init__(self, database: Database) -> None:
        super().__init__()
        self.unnamed: dict[str, set[str]] = {}
        self._said: list[str] = []
        with database.read() as session:
            rows = {name: session.row(select(table).limit(1)) for name, table in metadata.tables.items()}
        self._written = {
            name: {row["uid"]: [content_of(row)]} for name, row in rows.items() if row and "uid" in row
        }
        driver(database.connection).set_trace_callback(self._said.append)

    def find(self, service: Service, question: Question, rests_on: RestsOn, find: Find[T]) -> T:
        begun = len(self._said)
        found = find(None, {})
        if rests_on.each:
            found = find(found, {table: self._written.get(table, {}) for table in rests_on.each})
        name = f"{service.__module__.rpartition('.')[2]}.{service.__name__}"
        self.unnamed.setdefault(name, set()).update(tables_of(self._said[begun:]) - rests_on.tables)
        return found


def test_each_kept_answer_names_all_tables_that_it_reads(yen_hoa: Database) -> None:
    """Else it would be kept though what it was read from was written."""
    watched = Watched(yen_hoa)
    with yen_hoa.read() as reading:
        session = Session(reading.backend, reading.commune_id, reading.files, reading.new_uid, None, watched)
        overview.load(session, today=TODAY)
        people.list_people(session, on=TODAY)
        commune.load(session)
        responsibilities.list_responsibilities(session, on=TODAY)
        resources.by_origin(session, on=TODAY)
        resources.yearly(session, on=TODAY)
        contractors.table(session, on=TODAY)
        clearance.table(session, on=TODAY)
        commitments.table(session, on=TODAY)
        obstacles.table(session, on=TODAY)
        remark_states.states(session)
    assert {name: tables for name, tables in watched.unnamed.items() if tables} == {}
    assert watched.unnamed.keys() == _kept_services()


def _kept_services() -> set[str]:
    folder = Path(services.__file__).parent
    named = re.compile(r"^@until_written\(.*?^def (\w+)", re.DOTALL | re.MULTILINE)
    return {
        f"{path.stem}.{name}"
        for path in folder.glob("*.py")
        for name in named.findall(path.read_text(encoding="utf-8"))
    }


def test_a_figure_is_judged_by_the_level_of_now(yen_hoa: Database) -> None:
    def verdict() -> str:
        with yen_hoa.read() as session:
            return judged.judge_on(session, on=TODAY).states["4.2"].judgement.verdict.value

    def record(value: str) -> None:
        with yen_hoa.write("Nhập số liệu", "An", AT) as session:
            texts = {"v": value}
            assessments.record(session, code="4.2", texts=texts, as_of=TODAY, today=TODAY, reason="Đo lại")

    record("96")
    assert verdict() == "met"
    with yen_hoa.write("Nâng mức", "An", AT) as session:
        day = date(2021, 1, 5)
        targets.override(session, code="4.2", text="99", decision="05/QĐ-UBND", decided=day, on=TODAY)
    assert verdict() == "unmet"
    record("99,5")
    assert verdict() == "met"
    with yen_hoa.write("Nhập số liệu", "An", AT) as session:
        assessments.record(session, code="4.2", texts={"v": "98"}, as_of=TODAY, today=TODAY, reason="Đo lại")
        assert judged.judge_on(session, on=TODAY).states["4.2"].judgement.verdict.value == "unmet"
    assert verdict() == "unmet"


def test_an_action_that_failed_left_no_answer_of_its_own(office: Database) -> None:
    def names(session: Session) -> list[str]:
        return [person.name for person in people.list_people(session)]

    with office.read() as session:
        before = names(session)

    def fail(session: Session) -> None:
        people.save_person(session, name="Đinh Thị Mơ", post="Công chức")
        assert names(session) == [*before, "Đinh Thị Mơ"]
        raise NtmError("Dừng")

    with pytest.raises(NtmError, match="Dừng"), office.write("Thêm người", "An", AT) as session:
        fail(session)
    with office.read() as session:
        assert names(session) == before


def test_rows_are_found_under_a_corrected_code_of_the_commune(office: Database) -> None:
    with office.read() as session:
        assert commune.load(session).code == "18928"
    with office.write("Sửa mã xã", "An", AT) as session:
        correct_code(session, "18929")
    with office.read() as session:
        assert (commune.load(session).code, len(goals.list_goals(session))) == ("18929", 1)
        assert criteria_sets.load(session, set_id="xa-ntm-2016-2020").id == "xa-ntm-2016-2020"
