"""Papers that name one another: which do, and in which month one without a day is told to be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from complete import CASES
from paper_sample import yen_hoa

from ntm_desktop.documents import formal
from ntm_desktop.documents.cited import CARRIER, MINUTES_CITE, citing
from ntm_desktop.documents.data import ConsultationFacts, DossierData, PaperFacts
from ntm_desktop.documents.minutes import minutes
from ntm_desktop.documents.submission import cover
from ntm_desktop.domain.consultation import Meeting
from ntm_desktop.packs.forms import FormRule, load_regime

LATER = date(2026, 11, 30)
"""The day on the clock of the PC, years after the meeting."""
MEETING = Meeting(
    "m",
    date(2021, 12, 15),
    "07:30",
    "10:00",
    "Hội trường",
    "A",
    "Chủ tịch",
    "B",
    "Văn phòng",
    9,
    9,
    9,
    "",
    1,
    1,
)


def printed_later(*dated: PaperFacts, meeting: Meeting | None = None) -> DossierData:
    return replace(yen_hoa(), today=LATER, papers=dated, consultation=ConsultationFacts(meeting=meeting))


def rule_of(data: DossierData, form: str) -> FormRule:
    rule = data.regime.form(form)
    assert rule is not None
    return rule


@pytest.mark.parametrize("form", MINUTES_CITE)
def test_a_paper_without_its_day_is_never_later_than_the_minutes_that_cite_it(form: str) -> None:
    data = printed_later(meeting=MEETING)
    rule = rule_of(data, form)
    own = formal.own_paper(data, rule)
    assert "ngày      tháng 12 năm 2021" in own
    assert "tháng 12 năm 2021" in formal.letterhead(data, rule).place_date  # as the paper itself says
    assert own in repr(minutes(data, rule_of(data, "bien_ban")))
    assert "2026" not in repr(minutes(data, rule_of(data, "bien_ban")))


def test_the_submission_bounds_all_that_it_encloses_and_dates_the_cover() -> None:
    data = printed_later(PaperFacts(CARRIER, "15", date(2021, 12, 31)))
    for form in ("bao_cao", "no_dong", "tong_hop_y_kien"):
        assert "tháng 12 năm 2021" in formal.letterhead(data, rule_of(data, form)).place_date
    assert "tháng 12 năm 2021" in repr(cover(data))
    open_ones = printed_later()
    assert "tháng 11 năm 2026" in formal.letterhead(open_ones, rule_of(open_ones, "bao_cao")).place_date
    assert "tháng 11 năm 2026" in repr(cover(open_ones))


def test_a_day_to_come_in_the_citing_paper_puts_nothing_off() -> None:
    data = printed_later(PaperFacts(CARRIER, "15", date(2027, 1, 5)))
    assert "tháng 11 năm 2026" in formal.letterhead(data, rule_of(data, "bao_cao")).place_date


@pytest.mark.parametrize("regime_id", sorted({case.regime for case in CASES.values()}))
def test_the_submission_encloses_each_paper_that_has_a_number(regime_id: str) -> None:
    regime = load_regime(regime_id)
    numbered = {rule.form for rule in regime.forms if rule.code}
    assert {form for form in numbered if CARRIER in citing(regime, form)} == numbered - {CARRIER}
    assert {form for form in numbered if "bien_ban" in citing(regime, form)} == set(MINUTES_CITE)
