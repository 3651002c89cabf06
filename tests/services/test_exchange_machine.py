"""A commune, a copy of its folder on another PC, and their authority: sticks lose, repeat and mix up, backups
are restored, keys change, clocks are wrong. After each delivery a side holds what ``exchange_model`` says;
once all that is left was delivered and a person did what the refusal asks for, both sides hold the same.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from exchange_model import Sent
from exchange_play import CLOCKS, Play, travelling
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from ntm_desktop.services import exchange
from ntm_desktop.services.exchange import SentState

DISK = Path("/dev/shm")


class Exchange(RuleBasedStateMachine):
    def __init__(self, template: Path) -> None:
        super().__init__()
        self.template = template
        self.folder = Path(tempfile.mkdtemp(dir=DISK if DISK.is_dir() else None))
        self.play: Play | None = None

    @initialize()
    def begin(self) -> None:
        self.play = Play(self.folder, self.template)

    @property
    def on_the_way(self) -> bool:
        return self.play is not None and bool(self.play.to_authority)

    @property
    def has_come(self) -> bool:
        return self.play is not None and self.play.offices["huyện"].current("submission") is not None

    @property
    def is_copied(self) -> bool:
        return self.play is not None and "bản sao" in self.play.sides

    @rule(
        whats=st.lists(
            st.sampled_from(["figure", "more", "less", "evidence", "internal", "household"]), max_size=2
        ),
        everything=st.booleans(),
    )
    def the_commune_sends(self, whats: list[str], everything: bool) -> None:
        for what in whats:
            self.play.change("xã", what)
        self.play.submit(everything=everything)

    @precondition(lambda self: self.on_the_way)
    @rule(stays=st.booleans(), data=st.data())
    def something_arrives(self, stays: bool, data: st.DataObject) -> None:
        if sent := self._drawn(data, self.play.to_authority):
            self.play.take("huyện", sent)
            if not stays:
                self.play.to_authority.remove(sent)

    @precondition(lambda self: self.on_the_way)
    @rule(data=st.data())
    def a_bag_of_sticks_arrives(self, data: st.DataObject) -> None:
        for sent in self._bag(data, self.play.to_authority):
            self.play.take("huyện", sent)

    @precondition(lambda self: self.on_the_way)
    @rule(data=st.data())
    def a_stick_is_lost(self, data: st.DataObject) -> None:
        if sent := self._drawn(data, self.play.to_authority):
            self.play.to_authority.remove(sent)

    @precondition(lambda self: self.has_come)
    @rule(what=st.sampled_from(["remark", "conclude", "decide"]), sends=st.booleans())
    def the_authority_says_something(self, what: str, sends: bool) -> None:
        self.play.say(what)
        if sends:
            self.play.appraise()

    @precondition(lambda self: self.play is not None and self.play.to_commune)
    @rule(answers=st.booleans(), data=st.data())
    def something_comes_back(self, answers: bool, data: st.DataObject) -> None:
        for sent in self._bag(data, self.play.to_commune):
            self.play.take("xã", sent)
        if answers:
            self.play.answer()

    @rule(name=st.sampled_from(["xã", "huyện"]))
    def a_backup_is_made(self, name: str) -> None:
        self.play.back_up(name)

    @precondition(lambda self: self.play is not None and self.play.kept)
    @rule(data=st.data())
    def a_backup_is_restored(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.play.kept)))
        self.play.restore(name)
        if name == "xã":
            self.play.submit()
        else:
            self.play.appraise()

    @rule(name=st.sampled_from(["xã", "huyện"]), clock=st.sampled_from(CLOCKS))
    def a_clock_is_wrong(self, name: str, clock: object) -> None:
        self.play.sides[name].at = clock

    @precondition(lambda self: self.play is not None and len(self.play.offices["xã"].keys) < 3)
    @rule()
    def the_commune_gets_a_new_key(self) -> None:
        self.play.get_a_new_key()

    @precondition(lambda self: not self.is_copied)
    @rule()
    def the_folder_is_copied_to_another_pc(self) -> None:
        self.play.copy_to_another_pc()

    @precondition(lambda self: self.is_copied)
    @rule()
    def the_copy_changes_and_sends(self) -> None:
        self.play.change("bản sao")
        self.play.submit("bản sao")

    @precondition(lambda self: self.is_copied)
    @rule(data=st.data())
    def a_person_takes_the_other_branch(self, data: st.DataObject) -> None:
        office = self.play.offices["huyện"]
        forks = [one for one in self.play.to_authority if office.says(one) == "E_FORK"]
        if sent := self._drawn(data, forks):
            self.play.take("huyện", sent, instead=True)

    def _drawn(self, data: st.DataObject, of: Sequence[Sent]) -> Sent | None:
        return of[data.draw(st.integers(0, len(of) - 1))] if of else None

    def _bag(self, data: st.DataObject, of: Sequence[Sent]) -> list[Sent]:
        return [of[number] for number in data.draw(st.permutations(range(len(of))))[:4]]

    def teardown(self) -> None:
        try:
            if self.play is not None:
                converge(self.play)
        finally:
            if self.play is not None:
                self.play.close()
            shutil.rmtree(self.folder)


def converge(play: Play) -> None:
    """All that is left comes, the newest between the others; then a person does what its refusal asks for."""
    left = [*play.to_authority]
    newest = play.submit(everything=True)
    for one in [
        *left[::2],
        newest,
        *left[1::2],
        *left[::2],
    ]:  # what waited for a key or its epoch comes again
        play.take("huyện", one)
    said = play.take("huyện", newest)
    if said == "E_FORK":
        assert "copy" in play.happened
        said = play.take("huyện", newest, instead=True)
    elif said == "E_UNKNOWN_SENDER":
        assert "new key" in play.happened
        play.enrol_anew()
        said = play.take("huyện", play.submit(everything=True))
    assert not said.startswith("E_"), said
    last, there = play.offices["xã"].last, play.offices["huyện"].current("submission")
    assert last is not None
    assert there is not None
    if there.id == last.id:
        with play.sides["xã"].database.read() as own:
            wanted = travelling(own)
        with play.sides["huyện"].database.read(of=play.unit) as other:
            assert travelling(other) == wanted
    said = play.take("xã", play.appraise())
    assert not said.startswith("E_"), said
    with play.sides["xã"].database.read() as own:
        view = exchange.view(own)
    assert view.last_sent is not None
    assert view.last_sent.state is SentState.CONFIRMED
    if there.id != last.id:  # the commune has sent nothing since its folder was copied
        assert "copy" in play.happened
        assert view.ahead == (there.epoch, there.seq)


def test_the_two_sides_converge_or_a_name_says_why_not(exchange_original: Path) -> None:
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        lambda: Exchange(exchange_original),
        settings=settings(
            max_examples=12,
            stateful_step_count=25,
            deadline=None,
            phases=[Phase.explicit, Phase.reuse, Phase.generate],
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        ),
    )
