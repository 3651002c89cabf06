"""Many figures of one day at once: all of them or none, and what they do not change is named."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from office import AT, LEAD, TODAY, detail, record

from ntm_desktop.db.engine import Database
from ntm_desktop.errors import NtmError
from ntm_desktop.services import pasting
from ntm_desktop.services.pasting import Pasted, part_texts


def paste(office: Database, figures: Mapping[str, str], as_of: date = TODAY) -> Pasted:
    with office.write("Dán số liệu", LEAD, AT) as session:
        return pasting.record_all(session, figures=figures, as_of=as_of, today=TODAY)


def test_all_are_recorded_for_the_day(office: Database) -> None:
    day = date(2021, 6, 25)
    assert paste(office, {"17.6": "45/50", "17.1": "93,1; 56,4", "1.2": "Đạt"}, day).older == ()
    assert [detail(office, code).row.value_text for code in ("17.6", "17.1", "1.2")] == [
        "90%",
        "93,1%; 56,4%",
        "Đạt",
    ]
    assert detail(office, "17.6").row.as_of == day


def test_one_that_is_refused_keeps_all_out(office: Database) -> None:
    with pytest.raises(NtmError, match="Chưa dán số liệu nào") as told:
        paste(office, {"17.6": "64,2", "17.7": "1.5", "17.1": "101; 56,4"})
    assert [problem.split(":")[0] for problem in told.value.problems] == ["17.7", "17.1"]
    assert detail(office, "17.6").facts == ()


def test_a_figure_that_is_older_than_the_one_in_force_is_named(office: Database) -> None:
    record(office, "17.7", "70")
    pasted = paste(office, {"17.6": "64,2", "17.7": "71"}, date(2021, 6, 25))
    assert pasted.older == ("17.7",)
    assert detail(office, "17.7").row.value_text == "70%"


def test_a_day_to_come_is_refused(office: Database) -> None:
    with pytest.raises(NtmError) as told:
        paste(office, {"17.6": "64,2"}, date(2022, 1, 1))
    assert "ở sau hôm nay" in told.value.problems[0]


def test_a_compound_value_is_split_in_the_order_of_its_parts() -> None:
    assert part_texts("93,1; 56,4", ("a", "b")) == {"a": "93,1", "b": "56,4"}
    assert part_texts("1;2", ("v",)) == {"v": "1;2"}


def test_a_number_far_beyond_its_level_keeps_all_out_and_says_how_it_is_kept(office: Database) -> None:
    with pytest.raises(NtmError) as told:
        paste(office, {"17.6": "64,2", "10.1": "34.500.000"})
    (problem,) = told.value.problems
    assert problem.startswith("10: 34.500.000 triệu đồng/người/năm gấp hơn 20 lần mức")
    assert problem.endswith("Nếu đúng, nhập riêng chỉ tiêu này.")
    assert detail(office, "17.6").facts == ()
