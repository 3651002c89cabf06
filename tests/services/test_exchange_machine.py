"""A commune, a copy of its folder on another PC, and their authority: sticks lose, repeat and mix up, backups
are restored, keys change. Once all that is left was delivered, both sides hold the same, or a name says
why not.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
import small_commune
from exchanging import AT, ON, Side, made, new_authority, pinned, quiet, submitted, taken
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)
from office import LEAD
from sqlalchemy import select

from ntm_desktop.db.engine import Database, Session
from ntm_desktop.db.models import decision, remark, verdict
from ntm_desktop.domain.remarks import State
from ntm_desktop.errors import NtmError
from ntm_desktop.services import appraising, backup, commune, keys, remarks, sending
from ntm_desktop.services.remarks import Target
from ntm_desktop.sync import canonical
from ntm_desktop.sync.keys import OwnKeys, write_enrolment
from ntm_desktop.sync.refusals import PackageRefused, Refusal

NOT_TAKEN = {Refusal.FORK, Refusal.OLD_EPOCH, Refusal.UNKNOWN_SENDER, Refusal.EPOCH, Refusal.NOT_FOR_US}
"""Why a whole and genuine package may be refused."""
THEIRS = (remark, verdict, decision)


def lines_of(session: Session) -> dict[str, bytes]:
    """Every row of the commune that travels, as it travels; the totals are made anew at a freeze."""
    return {
        table.name: canonical.lines(
            row for row in canonical.travelling_rows(session, table) if not row["deleted"]
        )
        for table in canonical.travelling_tables()
        if not table.info["derived"]
    }


def said_by_the_authority(session: Session) -> dict[str, list[dict[str, object]]]:
    own = {table.name: select(table).where(table.c.commune_id == session.commune_id) for table in THEIRS}
    return {name: [dict(row) for row in session.rows(query)] for name, query in own.items()}


class Exchange(RuleBasedStateMachine):
    def __init__(self, template: Path) -> None:
        super().__init__()
        self.template = template
        self.folder = Path(tempfile.mkdtemp())
        self.to_authority: list[Path] = []
        self.to_commune: list[Path] = []
        self.count = 0
        self.copy: Side | None = None
        self.kept: dict[str, tuple[Path, OwnKeys]] = {}
        self.happened: set[str] = set()
        self.sides: dict[str, Side] = {}

    @initialize()
    def begin(self) -> None:
        for name in ("xã", "huyện"):
            shutil.copytree(self.template / name, self.folder / name)
            database = Database.open(self.folder / name)
            with database.read() as session:
                self.sides[name] = Side(database, keys.unlock(session, password=""))

    @property
    def commune(self) -> Side:
        return self.sides["xã"]

    @property
    def authority(self) -> Side:
        return self.sides["huyện"]

    @property
    def unit(self) -> str:
        return self.commune.database.unit

    def new_place(self) -> Path:
        self.count += 1
        place = self.folder / f"usb{self.count}"
        place.mkdir()
        return place

    def write(self, side: Side, act: Callable[[Session], object]) -> None:
        with side.database.write("Sửa", LEAD, AT, of=self.unit) as session:
            act(session)

    def change(self, side: Side) -> None:
        self.count += 1
        self.write(side, lambda session: commune.save(session, schools=self.count))

    @rule()
    def the_commune_changes_something(self) -> None:
        self.change(self.commune)

    @rule(everything=st.booleans())
    def the_commune_sends(self, everything: bool) -> None:
        self.to_authority.append(submitted(self.commune, self.new_place(), everything=everything))

    @precondition(lambda self: self.to_authority)
    @rule(data=st.data(), stays=st.booleans())
    def something_arrives(self, data: st.DataObject, stays: bool) -> None:
        path = data.draw(st.sampled_from(self.to_authority))
        self.take(self.authority, path)
        if not stays:
            self.to_authority.remove(path)

    @precondition(lambda self: self.to_authority)
    @rule(data=st.data())
    def a_stick_is_lost(self, data: st.DataObject) -> None:
        self.to_authority.remove(data.draw(st.sampled_from(self.to_authority)))

    @rule()
    def the_authority_remarks(self) -> None:
        def act(session: Session) -> None:
            remarks.add(session, targets=[Target("2.1"), Target()], text="Chưa rõ.", on=ON)

        try:
            self.write(self.authority, act)
        except NtmError as error:
            assert "chưa gửi gói nào" in error.message  # noqa: PT017

    @rule()
    def the_commune_answers(self) -> None:
        with self.commune.database.read() as session:
            waiting = [one for one in remarks.list_remarks(session, on=ON) if one.state is State.NEW]
        if waiting:
            self.write(self.commune, lambda session: remarks.reply(session, uid=waiting[0].uid, text="Rõ."))

    @rule()
    def the_authority_sends(self) -> None:
        with self.authority.database.write("Gửi nhận xét", LEAD, AT, of=self.unit) as session:
            package, _changes = appraising.appraise(session, to=sending.addressee(session), author=LEAD)
        path = self.new_place() / package.name
        sending.build(package, (), self.authority.own, self.authority.database.files, path, quiet)
        self.to_commune.append(path)

    @precondition(lambda self: self.to_commune)
    @rule(data=st.data())
    def something_comes_back(self, data: st.DataObject) -> None:
        self.take(self.commune, data.draw(st.sampled_from(self.to_commune)))

    @rule(name=st.sampled_from(["xã", "huyện"]))
    def a_backup_is_made(self, name: str) -> None:
        side = self.sides[name]
        self.kept[name] = backup.make(side.database, to=self.new_place(), at=AT).path, side.own

    @precondition(lambda self: self.kept)
    @rule(data=st.data())
    def a_backup_is_restored(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.kept)))
        side, (manifest, own) = self.sides[name], self.kept[name]
        side.database.close()
        backup.restore(self.folder / name, manifest=manifest, at=AT)
        self.sides[name] = Side(Database.open(self.folder / name), own)
        self.happened.add(f"restored {name}")

    @rule()
    def the_commune_gets_a_new_key(self) -> None:
        with self.commune.database.write("Đổi khóa", LEAD, AT) as session:
            own, new = keys.own_unit(session), OwnKeys.make(self.commune.own.all)
            told = write_enrolment(new, unit=own.unit, name=own.name, level=own.level, install=own.install)
            to = sending.addressee(session)
            package, _changes = appraising.announce_key(session, enrolment=told, to=to, author=LEAD)
            keys.switch(session, new, password="")
        path = self.new_place() / package.name
        sending.build(package, (), new, self.commune.database.files, path, quiet)
        self.commune.own = new
        self.to_authority.append(path)
        self.happened.add("new key")

    @precondition(lambda self: self.copy is None)
    @rule()
    def the_folder_is_copied_to_another_pc(self) -> None:
        self.commune.database.close()
        shutil.copytree(self.folder / "xã", self.folder / "bản sao")
        self.sides["xã"] = Side(Database.open(self.folder / "xã"), self.commune.own)
        self.copy = Side(Database.open(self.folder / "bản sao"), self.commune.own)

    @precondition(lambda self: self.copy is not None)
    @rule()
    def the_copy_changes_and_sends(self) -> None:
        assert self.copy is not None
        self.change(self.copy)
        self.to_authority.append(submitted(self.copy, self.new_place()))
        self.happened.add("copy")

    def take(self, side: Side, path: Path) -> Refusal | None:
        """The packages on the sticks are whole and genuine: numbers and keys alone refuse one."""
        try:
            taken(side, path)
        except PackageRefused as refused:
            if refused.refusal in NOT_TAKEN:
                return refused.refusal
            raise
        return None

    def teardown(self) -> None:
        try:
            if self.sides:
                self.converge()
        finally:
            for side in (*self.sides.values(), *([self.copy] if self.copy else [])):
                side.database.close()
            shutil.rmtree(self.folder)

    def converge(self) -> None:
        newest = submitted(self.commune, self.new_place(), everything=True)
        early, late = self.to_authority[::2], self.to_authority[1::2]
        for path in [*early, newest, *late, *early]:  # what waited for a key or its epoch is tried again
            self.take(self.authority, path)
        why = self.take(self.authority, newest)
        with self.commune.database.read() as own, self.authority.database.read(of=self.unit) as other:
            if why is None:
                assert lines_of(other) == lines_of(own)
        self.assert_named(why)
        self.the_authority_sends()
        why = self.take(self.commune, self.to_commune[-1])
        with self.commune.database.read() as own, self.authority.database.read(of=self.unit) as other:
            if why is None:
                assert said_by_the_authority(own) == said_by_the_authority(other)
        if why is not None:
            assert self.happened & {"new key", "restored huyện", "restored xã"}, why

    def assert_named(self, why: Refusal | None) -> None:
        """The commune's own last word is refused only for what really happened."""
        reasons = {
            Refusal.FORK: {"copy"},
            Refusal.OLD_EPOCH: {"copy", "restored xã", "new key"},
            Refusal.UNKNOWN_SENDER: {"new key"},
        }
        if why is not None:
            assert reasons[why] & self.happened, why


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("trao đổi")
    side, authority = made(small_commune.make(folder / "xã")), new_authority(folder / "huyện")
    pinned(side, authority)
    side.database.close()
    authority.database.close()
    return folder


def test_the_two_sides_converge_or_a_name_says_why_not(template: Path) -> None:
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        lambda: Exchange(template),
        settings=settings(
            max_examples=8,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        ),
    )
