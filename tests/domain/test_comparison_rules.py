from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntm_desktop.domain.comparison import Change, Group, Kind, Thing, apart, compare

GROUPS = st.sampled_from((Group.EVIDENCE, Group.WORKS, Group.PAPERS))
KEYS = st.sampled_from("abcdefgh")
SAYS = st.dictionaries(st.sampled_from(("Kết quả", "Đánh giá", "Mức")), st.sampled_from(("", "1", "2")))
THINGS = st.builds(
    Thing,
    GROUPS,
    KEYS,
    st.sampled_from(("Đường", "Cầu")),
    SAYS,
    st.just("có"),
    st.sampled_from(("", "x", "y")),
)
STATES = st.lists(THINGS, max_size=10, unique_by=lambda one: (one.group, one.key))

ROAD = Thing(Group.WORKS, "1", "Đường liên thôn", {"Khối lượng": "40%", "Giải ngân": "1.000 đồng"})


def mirrored(change: Change) -> Change:
    kinds = {Kind.ADDED: Kind.REMOVED, Kind.REMOVED: Kind.ADDED, Kind.CHANGED: Kind.CHANGED}
    return replace(change, kind=kinds[change.kind], then=change.now, now=change.then)


def unnamed(changes: Sequence[Change]) -> list[tuple[str, ...]]:
    """Without the name: a thing is called as it is called now, and now is the other side."""
    return sorted((c.group.name, c.kind.name, c.label, c.then, c.now) for c in changes)


@given(STATES)
def test_nothing_differs_from_itself(state: list[Thing]) -> None:
    assert compare(state, state) == ()
    assert compare(state, state[::-1]) == ()


@given(STATES, STATES)
def test_the_other_way_round_all_is_the_other_way_round(then: list[Thing], now: list[Thing]) -> None:
    assert unnamed(compare(then, now)) == unnamed([mirrored(change) for change in compare(now, then)])


@given(STATES.filter(bool), st.data())
def test_each_changed_value_is_named_once(state: list[Thing], data: st.DataObject) -> None:
    """And nothing else: what is put into a state is exactly what is told."""
    number = data.draw(st.integers(0, len(state) - 1))
    thing = state[number]
    values: Mapping[str, str] = data.draw(SAYS)
    now = [*state[:number], replace(thing, says=values), *state[number + 1 :]]
    expected = {
        (label, thing.says.get(label, ""), values.get(label, ""))
        for label in {*thing.says, *values}
        if thing.says.get(label, "") != values.get(label, "")
    }
    told = compare(state, now)
    assert {(c.label, c.then, c.now) for c in told} == expected
    assert len(told) == len(expected)
    assert {(c.group, c.kind, c.name) for c in told} <= {(thing.group, Kind.CHANGED, thing.name)}


@given(STATES, STATES)
def test_changes_stand_in_the_order_of_the_groups(then: list[Thing], now: list[Thing]) -> None:
    order = [list(Group).index(change.group) for change in compare(then, now)]
    assert order == sorted(order)


def test_what_came_and_went_is_told_in_one_line_each() -> None:
    bridge = Thing(Group.WORKS, "2", "Cầu treo", {"Khối lượng": "0%"}, told="Cầu treo, 1.000 đồng")
    (came,) = compare([ROAD], [ROAD, bridge])
    assert (came.kind, came.what, came.then, came.now) == (
        Kind.ADDED,
        "Cầu treo: thêm",
        "",
        "Cầu treo, 1.000 đồng",
    )
    (gone,) = compare([ROAD, bridge], [bridge])
    assert (gone.kind, gone.what, gone.then, gone.now) == (
        Kind.REMOVED,
        "Đường liên thôn: không còn",
        "Đường liên thôn",
        "",
    )


def test_a_thing_put_in_the_place_of_another_is_one_change() -> None:
    old = Thing(Group.EVIDENCE, "a", "Biên bản", {"Tệp": "cu.pdf"}, alias="biên bản 4.1")
    new = replace(old, key="b", says={"Tệp": "moi.pdf"})
    (change,) = compare([old], [new])
    assert (change.kind, change.what, change.then, change.now) == (
        Kind.CHANGED,
        "Biên bản: Tệp",
        "cu.pdf",
        "moi.pdf",
    )
    twin = replace(old, key="c")
    kinds = [one.kind for one in compare([old, twin], [new])]
    assert kinds == [Kind.ADDED, Kind.REMOVED, Kind.REMOVED]  # nobody can tell which of the two it replaced


def test_two_things_of_one_key_are_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="have the key 1"):
        compare([ROAD, ROAD], [])


TEXTS = st.text(st.sampled_from("ab đườ"), max_size=60)


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_of_long_texts_all_that_differs_is_shown(head: str, then: str, now: str, tail: str) -> None:
    old, new = f"{head}{then}{tail}", f"{head}{now}{tail}"
    shown_then, shown_now = apart(old, new, around=5, most=20, longest=15)
    assert shown_then.strip("…") in old
    assert shown_now.strip("…") in new
    assert (shown_then == shown_now) == (old == new)
    if max(len(old), len(new)) <= 20:
        assert (shown_then, shown_now) == (old, new)
    else:
        assert max(len(shown_then), len(shown_now)) <= 15 + len("……")


def test_long_texts_are_cut_between_words() -> None:
    before = "Đảng ủy ban hành nghị quyết chuyên đề; " * 6
    then, now = apart(f"{before}huy động 12 tỷ đồng. {before}", f"{before}huy động 15 tỷ đồng. {before}")
    assert then == "…hành nghị quyết chuyên đề; huy động 12 tỷ đồng. Đảng ủy ban hành nghị quyết…"
    assert now == then.replace("12", "15")


def test_a_text_that_was_written_anew_is_told_by_its_beginning() -> None:
    then, now = apart("", "Đảng ủy ban hành nghị quyết chuyên đề; " * 99)
    assert (then, len(now) <= 401, now.endswith("…")) == ("", True, True)
