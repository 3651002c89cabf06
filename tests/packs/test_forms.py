"""Recognition regimes: what is shipped, and what is refused."""

from __future__ import annotations

import json
from datetime import date

import pytest

from ntm_desktop.domain.criteria import Verification
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.forms import fill, load_regime, read_regime, regime_ids
from ntm_desktop.paths import resource

PLACES = {
    "commune": "xã A",
    "district": "huyện B",
    "province": "tỉnh C",
    "tier": "nông thôn mới",
    "year": "2021",
}


def test_three_regimes_are_shipped() -> None:
    assert regime_ids() == ("2016", "2021", "2025-2cap")
    assert load_regime("2016").decision.number == "2540/QĐ-TTg"
    assert load_regime("2021").decision.number == "18/2022/QĐ-TTg"


@pytest.mark.parametrize("regime_id", ["2016", "2021", "2025-2cap"])
def test_templates_name_known_places_only(regime_id: str) -> None:
    regime = load_regime(regime_id)
    templates = [*regime.addressees, *regime.recipients, *regime.chain]
    templates += [text for form in regime.forms for text in (form.title, form.summary)]
    assert all("{" not in fill(template, PLACES) for template in templates)


@pytest.mark.parametrize("regime_id", ["2016", "2021", "2025-2cap"])
def test_every_line_says_where_it_was_read(regime_id: str) -> None:
    regime = load_regime(regime_id)
    lines = [*regime.forms, *regime.thresholds, *regime.grounds, regime.decision]
    assert all(line.source for line in [*lines, regime.addressees_read, regime.copies_read])
    unknown = [threshold for threshold in regime.thresholds if threshold.value is None]
    assert all(threshold.verification is Verification.UNVERIFIED for threshold in unknown)


def test_the_vote_needs_ninety_percent_and_broadcasts_changed_with_the_regime() -> None:
    old, new = load_regime("2016"), load_regime("2021")
    for regime in (old, new):
        vote = regime.threshold("vote")
        assert vote is not None
        assert vote.value == 9000
    broadcasts = new.threshold("broadcasts")
    assert broadcasts is not None
    assert broadcasts.value == 5


@pytest.mark.parametrize("regime_id", ["2021", "2025-2cap"])
@pytest.mark.parametrize(
    ("tier", "levels"), [("ntm", [9000, 8000]), ("nang-cao", [9500, 8500]), ("kieu-mau", [9500, 8500])]
)
def test_a_tier_has_its_own_satisfaction_and_says_that_nobody_has_checked_it(
    regime_id: str, tier: str, levels: list[int]
) -> None:
    found = load_regime(regime_id).thresholds_of(tier)
    asked = [one for one in found if one.key.startswith("satisfaction")]
    assert [one.value for one in asked] == levels
    assert {one.verification for one in asked} == {Verification.UNVERIFIED}
    assert len({one.key for one in found}) == len(found)


@pytest.mark.parametrize("regime_id", ["2021", "2025-2cap"])
def test_the_amendment_of_the_procedure_is_known_without_its_date(regime_id: str) -> None:
    (amendment,) = load_regime(regime_id).amendments
    assert (amendment.number, amendment.issued) == ("03/2024/QĐ-TTg", None)
    assert amendment.verification is Verification.UNVERIFIED


def test_the_procedure_of_two_levels_rests_on_the_decree_that_shares_out_powers() -> None:
    grounds = {ground.number: ground for ground in load_regime("2025-2cap").grounds}
    decree = grounds["131/2025/NĐ-CP"]
    assert (decree.kind, decree.issuer, decree.issued) == ("Nghị định", "Chính phủ", date(2025, 6, 12))
    assert decree.verification is Verification.UNVERIFIED
    assert list(grounds).index("131/2025/NĐ-CP") == 1  # below the law, above the decisions


def test_without_districts_the_province_appraises() -> None:
    regime = load_regime("2025-2cap")
    said = json.dumps([regime.addressees, regime.recipients, regime.chain])
    assert "{district}" not in said
    assert fill(regime.addressees[0], PLACES) == "Ủy ban nhân dân tỉnh C"


@pytest.mark.parametrize("regime_id", regime_ids())
def test_every_paper_of_the_committee_has_a_signer_of_its_own(regime_id: str) -> None:
    """Not the minutes, which who chaired signs, nor what others make, nor annexes."""
    signed = {rule.form for rule in load_regime(regime_id).forms if rule.signed_here}
    assert signed == {"to_trinh", "bao_cao", "tong_hop_y_kien", "no_dong"}


def test_nobody_has_read_how_many_copies_nor_who_appraises_without_districts() -> None:
    known = {name: load_regime(name) for name in regime_ids()}
    assert {one.copies_read.verification for one in known.values()} == {Verification.UNVERIFIED}
    assert known["2016"].addressees_read.verification is Verification.CONFIRMED
    assert known["2025-2cap"].addressees_read.verification is Verification.UNVERIFIED


def test_an_unknown_regime_is_refused() -> None:
    with pytest.raises(NtmError, match="Không có trình tự"):
        load_regime("../2016")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text[: len(text) // 2],
        lambda text: text.replace('"copies": 2', '"copies": "hai"'),
        lambda text: text.replace('"required"', '"requierd"'),
        lambda text: text.replace('"format": 1', '"format": 2'),
        lambda text: f"[{text}]",
        lambda text: text.replace('"issued": "2016-12-30"', '"issued": "30/12/2016"'),
    ],
)
def test_a_spoilt_file_is_refused(spoil: object) -> None:
    text = resource("forms", "2016.json").read_text(encoding="utf-8")
    with pytest.raises(NtmError):
        read_regime(spoil(text).encode())  # type: ignore[operator]


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(NtmError):
        read_regime(b"\xff\xfe\x00")
