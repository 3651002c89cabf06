"""People meet the code that the decision prints ("10"), never the one that the program keys by ("10.1")."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from office import TODAY, detail, record

from ntm_desktop.db.engine import Database
from ntm_desktop.errors import NtmError
from ntm_desktop.services import assessments, dossier, history, overview, sample, search

ONLY_OURS = ("5.1", "7.1", "10.1", "11.1", "12.1", "16.1")
DECEMBER = date(2021, 12, 31)


def words(database: Database, on: date) -> Iterator[str]:
    with database.read() as session:
        seen = overview.load(session, today=on, on=on)
        for todo in seen.todos:
            yield from (todo.what, todo.why)
        for cause in seen.causes:
            yield from cause
        for line in dossier.readiness(session, on=on):
            yield from (line.what, line.why)
        for entry in history.entries(session, limit=500):
            yield entry.action
        for hit in search.search(session, text="thu nhập", on=on):
            yield f"{hit.title} {hit.subtitle}"


def leaked(database: Database, on: date) -> list[str]:
    return [text for text in words(database, on) if any(f" {code}" in f" {text}" for code in ONLY_OURS)]


@pytest.mark.parametrize("code", ["10 ", " 10", "10.1 ", "10\n"])
def test_a_code_typed_with_spaces_is_the_code(office: Database, code: str) -> None:
    record(office, code, "36,5")
    assert detail(office, "10.1").row.value_text.startswith("36,5")


def test_an_office_that_has_everything_to_do(office: Database) -> None:
    assert leaked(office, TODAY) == []
    assert any("Đánh giá chỉ tiêu 10" in text for text in words(office, TODAY))
    assert any("chỉ tiêu 16" in text for text in words(office, TODAY))


def test_one_whose_indicators_are_unmet(office: Database) -> None:
    record(office, "10", "20,5")
    assert leaked(office, TODAY) == []
    assert any("Lập kế hoạch cho chỉ tiêu 10" in text for text in words(office, TODAY))


@pytest.mark.parametrize("commune", ["yen-hoa", "thai-thuy", "dong-hoa"])
def test_the_samples(tmp_path: Path, commune: str) -> None:
    sample.make(tmp_path / commune, commune=commune)
    with Database.open(tmp_path / commune) as database:
        assert leaked(database, TODAY) == []
        assert leaked(database, DECEMBER) == []


def test_an_unknown_code_is_answered_with_the_printed_ones(office: Database) -> None:
    with office.read() as session, pytest.raises(NtmError, match=r"Tiêu chí này có 10\.$"):
        assessments.find(session, code="10.7", on=TODAY)


def test_the_history_tells_the_row_by_the_printed_code_and_the_set_by_its_name(office: Database) -> None:
    record(office, "10", "20,5")
    with office.read() as session:
        newest = history.entries(session, limit=1)[0]
        row = history.entry(session, seq=newest.seq).changes[0]
    shown = {field.name: field.after for field in row.fields}
    assert (row.title, shown["Mã"]) == ("10", "10")
    assert shown["Bộ tiêu chí"].startswith("Bộ tiêu chí")
