"""Answers that serve one screen after the other are those that the database gives now."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, TypeVar

import pytest

from ntm_desktop.db.commune_code import correct_code
from ntm_desktop.db.engine import Database
from ntm_desktop.db.session import Kept, Question, Session
from ntm_desktop.db.sqlite_file import driver
from ntm_desktop.errors import NtmError
from ntm_desktop.services import (
    assessments,
    commune,
    criteria_sets,
    goals,
    judged,
    overview,
    people,
    responsibilities,
    status,
    targets,
)

T = TypeVar("T")
AT = datetime(2021, 12, 31, 8, tzinfo=UTC)
TODAY = date(2021, 12, 31)
_READ = re.compile(r"(?:FROM|JOIN)\s+\"?(\w+)")


class Watched(Kept):
    """Keeps nothing, and notes what each answer reads beside what it says that it rests on."""

    def __init__(self, database: Database) -> None:
        super().__init__()
        self.unnamed: dict[str, set[str]] = {}
        self._raw = driver(database.connection)
        self._said: list[str] = []
        self._raw.set_trace_callback(self._said.append)

    def find(self, question: Question, tables: frozenset[str], find: Callable[[], T]) -> T:
        begun = len(self._said)
        found = find()
        read = {table for words in self._said[begun:] for table in _READ.findall(words)}
        service: Any = question[0]
        self.unnamed.setdefault(service.__qualname__, set()).update(read - tables)
        return found


def test_each_kept_answer_names_all_tables_that_it_reads(yen_hoa: Database) -> None:
    watched = Watched(yen_hoa)
    with yen_hoa.read() as reading:
        session = Session(
            reading.connection, reading.commune_id, reading.files, reading.new_uid, None, watched
        )
        status.status(session, on=TODAY)
        overview.load(session, today=TODAY)
        people.list_people(session, on=TODAY)
        commune.load(session)
        responsibilities.list_responsibilities(session, on=TODAY)
    assert {name: tables for name, tables in watched.unnamed.items() if tables} == {}
    assert watched.unnamed.keys() >= {
        "judge_on", "list_confirmations", "list_goals", "list_overrides", "list_people",
        "list_responsibilities", "load",
    }  # fmt: skip


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
