"""In the history stands no key of the program: each is called as people call it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from enum import StrEnum

import pytest
from office import AT, LEAD, TODAY
from sqlalchemy import select

from ntm_desktop import domain
from ntm_desktop.db.engine import Database
from ntm_desktop.db.history import insert
from ntm_desktop.db.models import figure, metadata, narrative, paper
from ntm_desktop.db.session import Session
from ntm_desktop.documents import narratives as wording
from ntm_desktop.domain.figures import FIGURES
from ntm_desktop.domain.goals import TIERS
from ntm_desktop.domain.simplified import CONDITION_NAMES
from ntm_desktop.domain.works import WORK_KINDS
from ntm_desktop.packs.forms import load_regime, regime_ids
from ntm_desktop.services import criteria_sets, goals, history, narratives
from ntm_desktop.services.history_labels import label_of
from ntm_desktop.services.history_words import name_of, shown

REGIMES = [load_regime(regime) for regime in regime_ids()]


def _enums() -> Iterator[type[StrEnum]]:
    for found in pkgutil.iter_modules(domain.__path__):
        for one in vars(importlib.import_module(f"{domain.__name__}.{found.name}")).values():
            if isinstance(one, type) and issubclass(one, StrEnum) and one is not StrEnum:
                yield one


def _keys() -> frozenset[str]:
    """Whatever the program stores for something that people choose by its name."""
    sets = [choice.id for choice in criteria_sets.builtin_choices()]
    profiles = [one.id for set_id in sets for one in criteria_sets.load_shipped(set_id).profiles]
    parts = [key for regime in REGIMES for part in wording.parts(regime) for key in (part.paper, part.part)]
    forms = [form.form for regime in REGIMES for form in regime.forms]
    enums = [
        member.value for one in _enums() for member in one if member.value.isascii()
    ]  # else it is a word
    named = (*FIGURES, *WORK_KINDS, *CONDITION_NAMES, *TIERS, *regime_ids(), "v")
    return frozenset(key for key in (*sets, *profiles, *parts, *forms, *enums, *named) if not key.isdigit())


KEYS = _keys()


@pytest.fixture
def told(yen_hoa: Database) -> Database:
    """The sample, with a row for each paper, each figure and each part of a paper too."""
    with yen_hoa.write("Ghi thêm", LEAD, AT) as session:
        goal = goals.current(session, on=TODAY).uid
        for form in sorted({form.form for regime in REGIMES for form in regime.forms}):
            row = {"form": form, "number": "1", "issued": None, "signer_uid": None, "goal_uid": goal}
            insert(session, paper, [{"uid": session.new_uid(), **row}])
        for name in FIGURES:
            row = {"name": name, "value": 1000, "as_of": "2021-06-30", "source": "Thống kê xã"}
            insert(session, figure, [{"uid": session.new_uid(), **row}])
        parts = {(part.paper, part.part) for regime in REGIMES for part in wording.parts(regime)}
        for seq, (form, part) in enumerate(sorted(parts), start=1000):
            row = {"paper": form, "part": part, "body": "Lời", "seq": seq, "on_date": "2021-06-30"}
            insert(session, narrative, [{"uid": session.new_uid(), **row}])
    return yen_hoa


def _said(session: Session) -> Iterator[tuple[str, str]]:
    """Where, and what the history says there, of every row in every table."""
    for table in metadata.sorted_tables:
        if "uid" not in table.c:
            continue
        for row in session.rows(select(table)):
            yield f"{table.name}, tên", name_of(session, table, row)
            for column in (found.name for found in table.c):
                if label_of(table.name, column):
                    yield f"{table.name}.{column}", shown(session, table, row, column)


def test_no_column_of_any_table_shows_a_key_in_the_history(told: Database) -> None:
    with told.read() as session:
        raw = {(where, text) for where, text in _said(session) if text in KEYS}
    assert raw == set()


def test_no_entry_of_the_sample_says_a_key(told: Database) -> None:
    with told.read() as session:
        details = [history.entry(session, seq=row.seq) for row in history.entries(session, limit=10_000)]
    said = {
        (change.label, text)
        for detail in details
        for change in detail.changes
        for text in (change.title, *(text for field in change.fields for text in (field.before, field.after)))
    }
    assert ("phần lời", "Thuận lợi") in said
    assert {(label, text) for label, text in said if text in KEYS} == set()


def test_what_the_office_wrote_is_told_by_paper_and_part(yen_hoa: Database) -> None:
    with yen_hoa.write("Soạn lời văn: Thuận lợi", LEAD, AT) as session:
        narratives.save(session, paper="bao_cao", part="thuan_loi", body="Nhân dân đồng lòng.", on=TODAY)
    with yen_hoa.read() as session:
        newest = history.entries(session, limit=1)[0]
        (change,) = history.entry(session, seq=newest.seq).changes
    assert (change.label, change.title) == ("phần lời", "Thuận lợi")
    assert [(field.name, field.after) for field in change.fields if field.name in ("Văn bản", "Phần")] == [
        ("Văn bản", "Báo cáo kết quả thực hiện"),
        ("Phần", "Thuận lợi"),
    ]
