"""Packages that come late, twice, from a copy or after a restore, told one by one. ``Play`` compares all that
the receiving side holds after each delivery; the random ones are in test_exchange_machine.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from exchange_model import Sent
from exchange_play import Play

from ntm_desktop.services import exchange


@pytest.fixture
def play(exchange_original: Path, tmp_path: Path) -> Iterator[Play]:
    play = Play(tmp_path, exchange_original)
    yield play
    play.close()


def changed(play: Play, *acts: str, by: str = "xã") -> list[Sent]:
    """A package after each act."""
    found = []
    for act in acts:
        play.change(by, act)
        found.append(play.submit(by))
    return found


def taken(play: Play, *sent: Sent, by: str = "huyện") -> list[str]:
    return [play.take(by, one) for one in sent]


def test_late_ones_become_history_and_a_gap_is_told(play: Play) -> None:
    a, b, c, d, e = changed(play, "internal", "figure", "more", "less", "evidence")
    assert taken(play, c, a, d, b, c) == ["OK_GAP", "OK_LATE", "OK_GAP", "OK_LATE", "OK_AGAIN"]
    assert taken(play, e, a) == ["OK", "OK_AGAIN"]


def test_what_stays_at_home_makes_no_new_package(play: Play) -> None:
    (first,) = changed(play, "internal")
    second, third = changed(play, "household", "internal")
    assert first.id == second.id == third.id
    assert taken(play, first, third) == ["OK", "OK_AGAIN"]


def test_attachments_that_were_lost_on_the_way_come_with_the_next_file(play: Play) -> None:
    (first,) = changed(play, "evidence")
    taken(play, first)
    taken(play, play.appraise(), by="xã")
    (lean,) = changed(play, "evidence")
    assert lean.held < lean.named, "what is confirmed does not travel again"
    assert taken(play, lean) == ["OK"]
    lost = max(lean.held)
    play.lose("huyện", lost)
    taken(play, play.appraise(), by="xã")
    again = play.submit()
    assert again.held == {lost}
    assert taken(play, again) == ["OK"]


def test_of_two_branches_the_first_stays_until_a_person_takes_the_other(play: Play) -> None:
    first = changed(play, "figure")
    taken(play, *first)
    play.copy_to_another_pc()
    mine = changed(play, "more", "figure")
    theirs = changed(play, "figure", "evidence", by="bản sao")
    assert taken(play, mine[1], *theirs, mine[0]) == ["OK_GAP", "E_FORK", "E_FORK", "OK_LATE"]
    assert play.take("huyện", theirs[0], instead=True) == "OK"
    assert taken(play, theirs[1], *mine, *first) == ["OK", "E_FORK", "E_FORK", "OK_AGAIN"]
    assert play.take("huyện", mine[1], instead=True) == "OK_GAP"
    assert taken(play, mine[0], theirs[1]) == ["OK_LATE", "E_FORK"]


def test_two_pcs_that_begin_the_same_epoch_are_two_branches(play: Play) -> None:
    taken(play, *changed(play, "figure"))
    play.copy_to_another_pc()
    for name in ("xã", "bản sao"):
        play.back_up(name)
        play.restore(name)
    mine = changed(play, "more", "figure")
    theirs = changed(play, "figure", "figure", "figure", "figure", by="bản sao")
    assert {one.epoch for one in (*mine, *theirs)} == {2}
    assert taken(play, mine[1], theirs[3]) == ["NEW_EPOCH", "E_FORK"], "no number tells, the nonce does"
    assert play.take("huyện", theirs[3], instead=True) == "NEW_EPOCH"
    assert taken(play, *mine) == ["E_FORK", "E_FORK"]


def test_a_restored_commune_counts_anew_and_what_it_sent_before_comes_too_late(play: Play) -> None:
    play.back_up("xã")
    before = changed(play, "figure", "more")
    taken(play, before[0])
    play.restore("xã")
    after = changed(play, "evidence", "figure")
    assert taken(play, after[1], before[1], before[0]) == ["NEW_EPOCH", "E_OLD_EPOCH", "OK_AGAIN"]
    assert taken(play, after[0]) == ["OK_LATE"]


def test_a_restored_authority_takes_it_all_again(play: Play) -> None:
    sent = changed(play, "figure", "more", "evidence")
    taken(play, sent[0])
    play.back_up("huyện")
    taken(play, *sent[1:])
    play.say("remark")
    lost = play.appraise()
    taken(play, lost, by="xã")
    play.restore("huyện")
    assert taken(play, sent[2], sent[0], sent[1]) == ["OK_GAP", "OK_AGAIN", "OK_LATE"]
    assert taken(play, play.appraise(), lost, by="xã") == ["NEW_EPOCH", "OK_AGAIN"]


def test_a_restored_authority_is_noticed_by_what_it_no_longer_has(play: Play) -> None:
    sent = changed(play, "figure", "more")
    taken(play, sent[0])
    play.back_up("huyện")
    taken(play, sent[1])
    taken(play, play.appraise(), by="xã")
    play.restore("huyện")
    taken(play, play.appraise(), by="xã")
    with play.sides["xã"].database.read() as session:
        assert exchange.view(session).restored == (1, 2)
    taken(play, sent[1])
    taken(play, play.appraise(), by="xã")
    with play.sides["xã"].database.read() as session:
        assert exchange.view(session).restored is None


def test_under_a_new_key_the_old_one_counts_no_more(play: Play) -> None:
    old = changed(play, "figure", "more")
    taken(play, old[0])
    play.get_a_new_key()
    announced = play.to_authority[-1]
    new = changed(play, "less", "evidence")
    said = taken(play, new[1], announced, old[1], new[1], new[0])
    assert said == ["E_UNKNOWN_SENDER", "OK_GAP", "E_UNKNOWN_SENDER", "OK_GAP", "OK_LATE"]
    assert taken(play, announced) == ["E_UNKNOWN_SENDER"]
    assert taken(play, play.appraise(), by="xã") == ["OK"]


def test_a_key_that_comes_before_its_epoch_waits(play: Play) -> None:
    play.back_up("xã")
    taken(play, *changed(play, "figure"))
    play.restore("xã")
    (after,) = changed(play, "more")
    play.get_a_new_key()
    announced = play.to_authority[-1]
    (last,) = changed(play, "figure")
    said = taken(play, announced, last, after, announced, last)
    assert said == ["E_EPOCH", "E_UNKNOWN_SENDER", "NEW_EPOCH", "OK", "OK"]


def test_remarks_answers_and_decisions_in_any_order_end_with_the_newest(play: Play) -> None:
    taken(play, *changed(play, "figure"))
    said = []
    for what in ("remark", "decide"):
        play.say(what)
        said.append(play.appraise())
    assert taken(play, said[1], said[0], said[1], by="xã") == ["OK_GAP", "OK_LATE", "OK_AGAIN"]
    play.answer()
    answered = play.submit()
    assert answered.id != play.to_authority[0].id
    assert taken(play, answered, *play.to_authority[:1]) == ["OK", "OK_AGAIN"]
    play.say("conclude")
    third = play.appraise()
    assert any(third.rows["verdict"])  # type: ignore[call-overload]
    assert taken(play, third, said[1], by="xã") == ["OK", "OK_AGAIN"]
