"""A commune and an authority, each with its own data folder, and what passes between them on a stick."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from ntm_desktop.db.engine import Database, Session
from ntm_desktop.db.models import clearance as clearance_table
from ntm_desktop.db.models import contribution, history, household, person, unit_price
from ntm_desktop.db.session import live
from ntm_desktop.domain.contributions import GiverKind, Kind
from ntm_desktop.domain.remarks import Outcome, State
from ntm_desktop.errors import NtmError
from ntm_desktop.services import (
    appraising,
    backup,
    check,
    clearance,
    commune,
    contributions,
    indicators,
    keys,
    remarks,
    sending,
    status,
    taking_back,
    workplace,
    works,
)
from ntm_desktop.services.contributions import Told
from ntm_desktop.services.enclosed import Enclosed
from ntm_desktop.services.remarks import Target
from ntm_desktop.sync.keys import OwnKeys, write_enrolment
from ntm_desktop.sync.refusals import PackageRefused, Refusal
from ntm_desktop.sync.sequence import Result
from tests.exchanging import AT, ON, Side, made, new_authority, quiet, submitted, taken


@dataclass
class Pair:
    commune: Side
    authority: Side
    stick: Path

    @property
    def unit(self) -> str:
        return self.commune.database.unit

    def appraised(self) -> Path:
        with self.authority.database.write("Gửi nhận xét", "Lê Văn Thẩm", AT, of=self.unit) as session:
            to = sending.addressee(session)
            package, _changes = appraising.appraise(session, to=to, author="Lê Văn Thẩm")
        path = self.stick / package.name
        sending.build(package, (), self.authority.own, self.authority.database.files, path, quiet)
        return path

    def remark(self, *targets: Target) -> None:
        with self.authority.database.write("Nhận xét", "Lê Văn Thẩm", AT, of=self.unit) as session:
            remarks.add(session, targets=targets, text="Chưa có biên bản nghiệm thu.", on=ON)

    def seen_by_commune(self) -> tuple[remarks.RemarkView, ...]:
        with self.commune.database.read() as session:
            return remarks.list_remarks(session, on=ON)


@pytest.fixture
def pair(yen_hoa: Database, tmp_path: Path) -> Iterator[Pair]:
    commune_side = made(yen_hoa)
    authority = new_authority(tmp_path / "huyện")
    commune_side.pins(authority)
    authority.pins(commune_side)
    pair = Pair(commune_side, authority, tmp_path)
    yield pair
    pair.commune.database.close()
    pair.authority.database.close()


def test_the_authority_sees_what_the_commune_sees(pair: Pair) -> None:
    applied = taken(pair.authority, submitted(pair.commune, pair.stick))
    assert applied.result is Result.OK
    with pair.commune.database.read() as ours, pair.authority.database.read(of=pair.unit) as theirs:
        assert commune.load(theirs) == commune.load(ours)
        assert works.table(theirs, on=ON).amounts == works.table(ours, on=ON).amounts
        assert indicators.table(theirs, on=ON).counts == indicators.table(ours, on=ON).counts
        assert status.status(theirs, on=ON) == status.status(ours, on=ON)


def test_households_and_gifts_go_over_as_sums_alone(pair: Pair) -> None:
    taken(pair.authority, submitted(pair.commune, pair.stick))
    with pair.commune.database.read() as ours, pair.authority.database.read(of=pair.unit) as theirs:
        given, seen = contributions.table(ours, on=ON), contributions.table(theirs, on=ON)
        assert seen.rows == ()
        assert seen.totals == given.totals
        assert seen.by_hamlet() == given.by_hamlet()
        assert seen.by_work() == given.by_work()
        assert clearance.table(theirs, on=ON).totals == clearance.table(ours, on=ON).totals
        waiting = [(row.name, row.open_land, row.warnings) for row in works.table(ours, on=ON).rows]
        assert [(row.name, row.open_land, row.warnings) for row in works.table(theirs, on=ON).rows] == waiting
        for table in (household, contribution, clearance_table, unit_price):
            assert ours.rows(live(table, ours)) != []
            assert theirs.rows(live(table, theirs)) == []


def test_what_was_given_by_the_end_of_a_month_is_the_same_on_both_sides(pair: Pair) -> None:
    months = (date(2021, 3, 31), date(2021, 4, 30), date(2021, 5, 31), ON)
    with pair.commune.database.write("Ghi đóng góp", "Trần Thị Bình", AT) as session:
        (hamlet, *_others) = commune.list_hamlets(session)
        for number, day in enumerate(months, 1):
            told = Told(
                kind=Kind.MONEY,
                quantity=number * 1_000_000,
                unit="đồng",
                on=day.replace(day=9),
                giver_kind=GiverKind.HOUSEHOLD,
                giver="Đinh Thị Mới",
                hamlet_uid=hamlet.uid,
            )
            contributions.record(session, told, today=ON)
    taken(pair.authority, submitted(pair.commune, pair.stick))

    def grown(session: Session) -> list[int]:
        known = [contributions.table(session, on=day).totals.value for day in months[:2]]
        return [known[1] - known[0], contributions.table(session, on=ON).totals.value]

    with pair.commune.database.read() as ours, pair.authority.database.read(of=pair.unit) as theirs:
        assert grown(theirs) == grown(ours)


def test_a_stolen_stick_tells_nobody_a_name(pair: Pair) -> None:
    content = submitted(pair.commune, pair.stick).read_bytes()
    with pair.commune.database.read() as session:
        names = [row["name"] for row in session.rows(live(person, session))]
    assert names
    assert not [name for name in names if name.encode() in content]


def test_the_authority_cannot_write_what_is_the_communes(pair: Pair) -> None:
    taken(pair.authority, submitted(pair.commune, pair.stick))
    with (
        pytest.raises(NtmError, match="Số liệu này do xã quản lý"),
        pair.authority.database.write("Sửa", "Lê Văn Thẩm", AT, of=pair.unit) as session,
    ):
        commune.save(session, name="xã Khác")


def test_the_commune_cannot_write_what_is_the_authoritys(pair: Pair) -> None:
    taken(pair.authority, submitted(pair.commune, pair.stick))
    pair.remark(Target("2.1"))
    taken(pair.commune, pair.appraised())
    (one,) = pair.seen_by_commune()
    with (
        pytest.raises(NtmError, match="của cơ quan thẩm định"),
        pair.commune.database.write("Kết luận", "Trần Thị Bình", AT) as session,
    ):
        remarks.conclude(session, uid=one.uid, outcome=Outcome.ACCEPTED)


def test_a_package_taken_twice_changes_nothing(pair: Pair) -> None:
    path = submitted(pair.commune, pair.stick)
    taken(pair.authority, path)
    before = _entries(pair.authority, pair.unit)
    assert taken(pair.authority, path).result is Result.AGAIN
    assert _entries(pair.authority, pair.unit) == before


def test_unchanged_data_keep_the_number_of_their_package(pair: Pair) -> None:
    first = submitted(pair.commune, pair.stick)
    assert submitted(pair.commune, pair.stick).name == first.name
    with pair.commune.database.write("Sửa", "Trần Thị Bình", AT) as session:
        commune.save(session, schools=7)
    assert "_E1_2_" in submitted(pair.commune, pair.stick).name


def test_a_remark_its_answer_and_what_is_said_of_it_go_both_ways(pair: Pair) -> None:
    taken(pair.authority, submitted(pair.commune, pair.stick))
    pair.remark(Target("2.1"), Target("17.6"))
    taken(pair.commune, pair.appraised())
    one = pair.seen_by_commune()[-1]
    assert one.subject.startswith("2.1 ")
    assert one.state is State.NEW
    assert not one.is_changed
    with pair.commune.database.write("Trả lời", "Trần Thị Bình", AT) as session:
        remarks.reply(session, uid=one.uid, text="Đã bổ sung.")
    taken(pair.authority, submitted(pair.commune, pair.stick))
    with pair.authority.database.write("Kết luận", "Lê Văn Thẩm", AT, of=pair.unit) as session:
        assert remarks.list_remarks(session, on=ON)[-1].state is State.ANSWERED
        remarks.conclude(session, uid=one.uid, outcome=Outcome.RETURNED, text="Chưa có chữ ký.")
    taken(pair.commune, pair.appraised())
    returned = pair.seen_by_commune()[-1]
    assert returned.state is State.RETURNED
    assert [said.body for said in returned.said] == ["Đã bổ sung.", "Chưa có chữ ký."]
    assert pair.seen_by_commune()[0].state is State.NEW


def test_a_remark_is_about_something_that_is_there(pair: Pair) -> None:
    taken(pair.authority, submitted(pair.commune, pair.stick))
    targets = [Target(indicator="99.9"), Target(indicator="17.6"), Target(work="khong-co")]
    with (
        pytest.raises(NtmError, match="Chưa ghi nhận xét nào") as refused,
        pair.authority.database.write("Nhận xét", "Lê Văn Thẩm", AT, of=pair.unit) as session,
    ):
        remarks.add(session, targets=targets, text="Chưa có biên bản.", on=ON)
    assert refused.value.problems == (
        "Không có chỉ tiêu 99.9 trong bộ tiêu chí của xã.",
        "Công trình không còn trong danh mục của xã. Mở lại trang Công trình.",
    )
    with pair.authority.database.read(of=pair.unit) as session:
        assert remarks.list_remarks(session, on=ON) == ()


def test_a_closed_remark_takes_no_answer(pair: Pair) -> None:
    taken(pair.authority, submitted(pair.commune, pair.stick))
    pair.remark(Target())
    with pair.authority.database.write("Rút", "Lê Văn Thẩm", AT, of=pair.unit) as session:
        (one,) = remarks.list_remarks(session, on=ON)
        remarks.conclude(session, uid=one.uid, outcome=Outcome.WITHDRAWN)
    taken(pair.commune, pair.appraised())
    with (
        pytest.raises(NtmError, match="đã khép lại"),
        pair.commune.database.write("Trả lời", "Trần Thị Bình", AT) as session,
    ):
        remarks.reply(session, uid=one.uid, text="Vẫn trả lời.")


def test_what_the_authority_holds_does_not_travel_again(pair: Pair) -> None:
    first = submitted(pair.commune, pair.stick)
    taken(pair.authority, first)
    taken(pair.commune, pair.appraised())
    with pair.commune.database.write("Sửa", "Trần Thị Bình", AT) as session:
        commune.save(session, schools=7)
        package, _changes = sending.submit(session, to=sending.addressee(session), on=ON, author="")
        assert package.blobs
        assert sending.to_send(session, package) == ()
        assert sending.to_send(session, package, enclosed=Enclosed.ALL) == package.blobs


def test_a_new_key_is_vouched_for_by_the_old_one(pair: Pair) -> None:
    taken(pair.authority, submitted(pair.commune, pair.stick))
    with pair.commune.database.write("Đổi khóa", "Trần Thị Bình", AT) as session:
        own, new = keys.own_unit(session), OwnKeys.make(pair.commune.own.all)
        told = write_enrolment(new, unit=own.unit, name=own.name, level=own.level, install=own.install)
        to = sending.addressee(session)
        package, _changes = appraising.announce_key(session, enrolment=told, to=to, author="")
        keys.switch(session, new, password="mật khẩu")
    announcement = pair.stick / package.name
    sending.build(package, (), new, pair.commune.database.files, announcement, quiet)
    pair.commune.own = new
    later = submitted(pair.commune, pair.stick)
    with pytest.raises(PackageRefused) as refused:
        taken(pair.authority, later)
    assert refused.value.refusal is Refusal.UNKNOWN_SENDER
    assert taken(pair.authority, announcement).result is Result.OK
    assert taken(pair.authority, later).result is Result.OK
    with pair.commune.database.read() as session:
        assert keys.unlock(session, password="mật khẩu").all[1].key == new.older[0].key
        with pytest.raises(NtmError, match="Sai mật khẩu"):
            keys.unlock(session, password="mat khau")


def test_after_a_restore_what_was_sent_can_be_taken_back(pair: Pair) -> None:
    kept = backup.make(pair.commune.database, to=pair.stick / "sao lưu", at=AT)
    with pair.commune.database.write("Sửa", "Trần Thị Bình", AT) as session:
        commune.save(session, schools=9)
    sent = submitted(pair.commune, pair.stick)
    taken(pair.authority, sent)
    folder = pair.commune.database.folder
    pair.commune.database.close()
    assert backup.restore(folder, manifest=kept.path, at=AT).new_epoch == 2
    pair.commune.database = Database.open(folder)
    with pair.commune.database.read() as session:
        assert commune.load(session).schools != 9
        opening = taking_back.open_own(session, sent)
    package = taking_back.read(sent, opening, pair.commune.own, pair.stick / "body", quiet)
    with pair.commune.database.write("Lấy lại gói", "Trần Thị Bình", AT) as session:
        taking_back.take_back(session, package)
        assert commune.load(session).schools == 9
    assert taken(pair.authority, submitted(pair.commune, pair.stick)).result is Result.NEW_EPOCH
    assert taken(pair.authority, sent).result is Result.AGAIN


def test_an_older_epoch_is_refused_and_changes_nothing(pair: Pair) -> None:
    old = submitted(pair.commune, pair.stick)
    with pair.commune.database.write("Đợt mới", "Trần Thị Bình", AT) as session:
        keys.begin_epoch(session, after=0)
    taken(pair.authority, submitted(pair.commune, pair.stick))
    before = _entries(pair.authority, pair.unit)
    with pytest.raises(PackageRefused) as refused:
        taken(pair.authority, old)
    assert refused.value.refusal is Refusal.OLD_EPOCH
    assert _entries(pair.authority, pair.unit) == before


def test_a_wrong_code_pins_nothing(pair: Pair, tmp_path: Path) -> None:
    other = new_authority(tmp_path / "tỉnh")
    with (
        pytest.raises(NtmError, match="không khớp"),
        pair.commune.database.write("Ghi nhận khóa", "Trần Thị Bình", AT) as session,
    ):
        keys.pin(session, other.enrolment, code="JTYPM-A9KJR-SJVZW-0FR27-4ANM3", on=ON)
    other.database.close()


def test_a_commune_with_a_provisional_code_gets_no_keys(tmp_path: Path) -> None:
    workplace.create(
        tmp_path / "xã mới",
        commune=workplace.NewCommune(name="xã Tân Lợi", province="tỉnh Quảng Bình"),
        goal=workplace.NewGoal("xa-ntm-2016-2020", 2021, "tdmnpb", ON),
        at=AT,
    )
    with (
        Database.open(tmp_path / "xã mới") as database,
        pytest.raises(NtmError, match="mã tạm"),
        database.write("Lập khóa", "Trần Thị Bình", AT) as session,
    ):
        keys.init(session, password="")


def test_nothing_is_amiss_on_either_side_afterwards(pair: Pair) -> None:
    taken(pair.authority, submitted(pair.commune, pair.stick))
    pair.remark(Target("2.1"))
    taken(pair.commune, pair.appraised())
    with pair.authority.database.read(of=pair.unit) as session:
        assert check.check(session, deep=True, now=AT).problems == ()
    with pair.authority.database.read() as session:
        assert check.check(session, deep=True, now=AT).problems == ()


def _entries(side: Side, unit: str) -> list[int]:
    def all_of(session: Session) -> list[int]:
        return [row["seq"] for row in session.rows(select(history).where(history.c.commune_id == unit))]

    with side.database.read(of=unit) as session:
        return all_of(session)
