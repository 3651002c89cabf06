"""What a workplace knows of its exchange: sent and silent, received and lacking, and what needs doing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from exchanging import AT, ON, Side, made, new_authority, quiet, submitted, taken

from ntm_desktop.db.engine import Database
from ntm_desktop.errors import NtmError
from ntm_desktop.services import (
    appraising,
    exchange,
    exchange_in,
    exchange_out,
    exchange_todo,
    export_plan,
    history,
    keys,
    quarantine,
    receiving,
    remarks,
    sending,
)
from ntm_desktop.services import (
    commune as commune_service,
)
from ntm_desktop.services.enclosed import Enclosed
from ntm_desktop.services.exchange import ExchangeView, SentState
from ntm_desktop.services.remarks import Target
from ntm_desktop.sync.refusals import PackageRefused
from ntm_desktop.text import counted

BY = "Trần Thị Bình"


@pytest.fixture
def commune(yen_hoa: Database) -> Side:
    return made(yen_hoa)


@pytest.fixture
def authority(tmp_path: Path) -> Iterator[Side]:
    side = new_authority(tmp_path / "huyện")
    yield side
    side.database.close()


@pytest.fixture
def pinned(commune: Side, authority: Side) -> tuple[Side, Side]:
    commune.pins(authority)
    authority.pins(commune)
    return commune, authority


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made_ = tmp_path / "KINGSTON"
    made_.mkdir()
    return made_


def exported(
    side: Side,
    stick: Path,
    *,
    limit: int | None = None,
    of: str | None = None,
    enclosed: Enclosed = Enclosed.LACKING,
) -> str:
    """The package of now as the page writes it out; the name of its first file."""
    with side.database.write("Lập gói", BY, AT, of=of) as session:
        one, _changes = exchange_out.number(session, on=ON, enclosed=enclosed)
    written = exchange_out.write_out(one, side.own, side.database.files, stick, limit=limit, report=no_report)
    with side.database.write("Xuất gói", BY, AT, of=of) as session:
        exchange_out.note(session, one, written, medium_name="KINGSTON")
    return written.paths[0].name


def answered(authority: Side, stick: Path, of: str) -> Path:
    """What the authority sends back."""
    with authority.database.write("Gửi", "Lê Văn Thẩm", AT, of=of) as session:
        package, _changes = appraising.appraise(session, to=sending.addressee(session), author="Lê Văn Thẩm")
    path = stick / package.name
    sending.build(package, (), authority.own, authority.database.files, path, quiet)
    return path


def edited(side: Side, name: str) -> None:
    with side.database.write("Sửa", BY, AT) as session:
        commune_service.save(session, name=name)


def view_of(side: Side, of: str | None = None) -> ExchangeView:
    with side.database.read(of=of) as session:
        return exchange.view(session)


def doings_of(side: Side, of: str | None = None) -> list[str]:
    with side.database.read(of=of) as session:
        return [one.what for one in exchange_todo.of_commune(session, exchange.view(session), ())]


def unsent_of(side: Side, of: str | None = None) -> str:
    with side.database.read(of=of) as session:
        one = exchange_todo.unsent(session, exchange.view(session), on=ON)
    return one.what if one else ""


def no_report(_done: int, _total: int) -> None:
    pass


def test_a_number_that_was_given_is_never_taken_back(pinned: tuple[Side, Side], tmp_path: Path) -> None:
    commune, authority = pinned
    taken(authority, submitted(commune, tmp_path))
    with commune.database.write("Hoàn tác", BY, AT) as session:  # noqa: SIM117
        with pytest.raises(NtmError, match="gói đã có số"):
            history.undo_last(session)
    place = authority.database.write("Hoàn tác", "Lê Văn Thẩm", AT, of=commune.database.unit)
    with place as session, pytest.raises(NtmError, match="gói đã có số"):
        history.undo_last(session)


def test_what_is_to_be_done_from_nothing_to_the_first_package(
    yen_hoa: Database, authority: Side, stick: Path
) -> None:
    with yen_hoa.read() as session:
        assert [one.what for one in exchange_todo.doings(exchange.view(session))] == ["Lập khóa của đơn vị"]
    commune = made(yen_hoa)
    assert doings_of(commune)[0] == "Ghi nhận khóa của cơ quan thẩm định"
    commune.pins(authority)
    assert doings_of(commune) == ["Gửi gói đầu tiên cho cơ quan"]
    with commune.database.write("Lập gói", BY, AT) as session:
        exchange_out.number(session, on=ON)
    assert doings_of(commune) == ["Xuất gói số 1"]
    exported(commune, stick)
    assert doings_of(commune) == []
    assert unsent_of(commune) == ""
    edited(commune, "xã Yên Hóa mới")
    assert unsent_of(commune) == "Số liệu đã thay đổi từ gói gần nhất"
    (peer,) = view_of(commune).peers
    with commune.database.write("Thu hồi", BY, AT) as session:
        keys.revoke(session, uid=peer.uid)
    assert doings_of(commune) == ["Ghi nhận khóa mới của cơ quan thẩm định"]


def test_numbers_that_nobody_confirmed_are_told_and_a_receipt_ends_it(
    pinned: tuple[Side, Side], stick: Path, tmp_path: Path
) -> None:
    commune, authority = pinned
    unit = commune.database.unit
    for number in range(1, 5):
        edited(commune, f"xã Yên Hóa {number}")
        exported(commune, stick)
    assert view_of(commune).silent == (1, 2, 3, 4)
    assert "Cơ quan chưa xác nhận 04 gói: số 1–4" in doings_of(commune)
    third = next(stick.glob("*_E1_3_*"))
    taken(authority, third)
    assert view_of(authority, unit).gaps == (1, 2)
    back = tmp_path / "về"
    back.mkdir()
    taken(commune, answered(authority, back, unit))
    found = view_of(commune)
    assert found.silent == (4,)
    assert [one.state for one in found.sent] == [
        SentState.SILENT, SentState.CONFIRMED, SentState.REPLACED, SentState.REPLACED,
    ]  # fmt: skip
    assert found.confirmed is not None
    assert found.confirmed.seq == 3
    assert not [what for what in doings_of(commune) if "chưa xác nhận" in what]


def test_files_that_the_authority_lacks_are_told_and_go_along_next_time(
    pinned: tuple[Side, Side], stick: Path, tmp_path: Path
) -> None:
    commune, authority = pinned
    unit = commune.database.unit
    exported(commune, stick)
    taken(authority, next(stick.iterdir()))
    lost = next(iter(view_blobs(commune)))
    authority.database.files.path(lost).unlink()
    back = tmp_path / "về"
    back.mkdir()
    taken(commune, answered(authority, back, unit))
    assert "Cơ quan chưa có 01 tệp: gửi lại" in doings_of(commune)
    assert "Chưa có 01 tệp đính kèm của xã" in doings_of(authority, unit)
    edited(commune, "xã Yên Hóa mới")
    with commune.database.write("Lập gói", BY, AT) as session:
        one, _changes = exchange_out.number(session, on=ON)
    assert one.blobs == (lost,)
    with commune.database.write("Lập gói", BY, AT) as session:
        one, _changes = exchange_out.number(session, on=ON, enclosed=Enclosed.ALL)
    assert len(one.blobs) > 1


def test_files_that_were_left_here_are_not_called_lost_by_a_receipt(
    pinned: tuple[Side, Side], stick: Path, tmp_path: Path
) -> None:
    commune, authority = pinned
    exported(commune, stick, enclosed=Enclosed.NONE)
    taken(authority, next(stick.iterdir()))
    back = tmp_path / "về"
    back.mkdir()
    taken(commune, answered(authority, back, commune.database.unit))
    left = [what for what in doings_of(commune) if " tệp" in what]
    assert left == [f"Còn {counted(len(view_blobs(commune)))} tệp đính kèm chưa gửi"]


def test_a_full_disk_says_that_a_package_keeps_its_number_only_when_it_has_one(
    pinned: tuple[Side, Side], stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commune, _authority = pinned
    with commune.database.read() as session:
        planned = export_plan.plan(session, on=ON)
    why = planned.refusal(Enclosed.LACKING, exchange_out.look(stick), here=1, less={})
    assert why.startswith("Ổ đĩa của máy này còn trống ")
    assert "số" not in why
    monkeypatch.setattr(exchange_out, "free_here", lambda _store: 1)
    with pytest.raises(NtmError, match="gói vẫn giữ số"):
        exported(commune, stick)


def view_blobs(side: Side) -> tuple[str, ...]:
    with side.database.read() as session:
        return sending.outgoing(session, uid=exchange.view(session).sent[0].uid).blobs


def test_the_same_data_are_the_same_package(pinned: tuple[Side, Side], stick: Path) -> None:
    commune, _authority = pinned
    first = exported(commune, stick)
    with commune.database.write("Lập gói", BY, AT) as session:
        one, _changes = exchange_out.number(session, on=ON)
    assert (one.is_new, one.seq) == (False, 1)
    assert exported(commune, stick) == first
    assert len(view_of(commune).sent[0].exports) == 2


def test_an_authority_that_was_restored_and_one_that_is_ahead_of_an_old_copy(
    pinned: tuple[Side, Side], stick: Path, tmp_path: Path
) -> None:
    commune, authority = pinned
    unit, folder = commune.database.unit, commune.database.folder
    exported(commune, stick)
    taken(authority, next(stick.glob("*_1_*")))
    back = tmp_path / "về"
    back.mkdir()
    commune.database.close()
    shutil.copytree(folder, tmp_path / "bản cũ")
    authority.database.close()
    shutil.copytree(authority.database.folder, tmp_path / "huyện cũ")
    with (
        Database.open(folder) as now,
        Database.open(tmp_path / "bản cũ") as old,
        Database.open(authority.database.folder) as there,
        Database.open(tmp_path / "huyện cũ") as there_old,
    ):
        commune, copy = Side(now, commune.own), Side(old, commune.own)
        authority, restored = Side(there, authority.own), Side(there_old, authority.own)
        edited(commune, "xã Yên Hóa mới")
        exported(commune, stick)
        taken(authority, next(stick.glob("*_E1_2_*")))
        answer = answered(authority, back, unit)
        taken(copy, answer)
        assert view_of(copy).ahead == (1, 2)
        assert doings_of(copy)[0] == "Máy này đang dùng bản sao lưu cũ hơn bản đã gửi"
        taken(commune, answer)
        assert view_of(commune).ahead is None
        with restored.database.write("Phục hồi", BY, AT) as session:
            keys.begin_epoch(session, after=0)
        taken(commune, answered(restored, back, unit))
        assert view_of(commune).restored == (1, 2)
        assert doings_of(commune)[0] == "Gửi lại cho cơ quan"


def test_remarks_and_a_receipt_that_the_authority_has_not_sent(
    pinned: tuple[Side, Side], stick: Path, tmp_path: Path
) -> None:
    commune, authority = pinned
    unit = commune.database.unit
    taken(authority, submitted(commune, tmp_path))
    assert doings_of(authority, unit) == ["Gửi gói đầu tiên cho xã"]
    exported(authority, stick, of=unit)
    assert unsent_of(authority, unit) == ""
    edited(commune, "xã Yên Hóa mới")
    taken(authority, submitted(commune, tmp_path))
    assert unsent_of(authority, unit) == "Chưa gửi biên nhận gói số 2 của xã"
    exported(authority, stick, of=unit)
    with authority.database.write("Nhận xét", "Lê Văn Thẩm", AT, of=unit) as session:
        remarks.add(session, targets=[Target(indicator="2.1")], text="Bổ sung biên bản.", on=ON)
    assert unsent_of(authority, unit) == "Có nhận xét, quyết định chưa gửi"
    taken(commune, answered(authority, stick, unit))
    assert doings_of(commune) == ["Chưa nhận gói số 1, 2 của cơ quan", "01 nhận xét chưa trả lời"]


def test_parts_come_over_days_and_are_joined(pinned: tuple[Side, Side], stick: Path, tmp_path: Path) -> None:
    commune, authority = pinned
    exported(commune, stick, limit=200_000)
    pieces = sorted(stick.iterdir())
    assert len(pieces) > 2
    one, others = tmp_path / "một", tmp_path / "hai"
    for folder, some in ((one, pieces[1:2]), (others, [pieces[0], *pieces[2:]])):
        folder.mkdir()
        for piece in some:
            shutil.copy(piece, folder)
    there = authority.database.folder
    found = exchange_in.find([one], there, no_report)
    assert found.packages == ()
    assert "thiếu phần 1" in found.told[0]
    shutil.rmtree(one)
    found = exchange_in.find([others], there, no_report)
    (joined,) = found.packages
    assert found.told == ()
    assert exchange_in.find([], there, no_report).packages == ()  # not all of them came to this PC
    arrival = exchange_in.arrive(there, joined, report=no_report)
    assert not joined.exists()
    taken(authority, arrival.path)
    assert view_of(authority, commune.database.unit).received[0].seq == 1
    assert exchange_in.find([others], there, no_report).packages == ()  # alone they do not make it again


def test_a_refused_package_waits_with_its_reason(commune: Side, authority: Side, tmp_path: Path) -> None:
    commune.pins(authority)
    path = submitted(commune, tmp_path)
    there = authority.database.folder
    arrival = receiving.arrive(there, path, quiet)
    with authority.database.read() as session, pytest.raises(PackageRefused) as refused:
        receiving.open_package(session, arrival)
    quarantine.keep(arrival, refused.value, at="2021-07-01T01:00:00Z")
    (held,) = quarantine.held(there)
    assert held.is_tried_again
    with authority.database.read() as session:
        told = exchange_todo.doings(exchange.view(session), held=[held])
    assert (told[-1].what, told[-1].why) == ("01 gói đến mà chưa nhận", held.why)
    assert (held.name, held.unit, held.seq) == (path.name, commune.database.unit, 1)
    assert held.why.startswith("Chưa ghi nhận khóa của nơi gửi gói này.")
    authority.pins(commune)
    with authority.database.read() as session:
        assert exchange_in.open_package(session, held.arrival).peer.commune == commune.database.unit
    quarantine.discard(held.path)
    assert quarantine.held(there) == ()


def test_a_key_file_of_the_wrong_side_is_refused_before_any_code(
    commune: Side, authority: Side, tmp_path: Path
) -> None:
    own, theirs = (keys.read_file(side.enrolment) for side in (commune, authority))
    neighbour = keys.Enrolment("18999", "xã Hóa Hợp", "xa", own.install, own.sign_key, own.age_key)
    with commune.database.read() as session:
        keys.require_other(session, theirs)
        with pytest.raises(NtmError, match="chính đơn vị này"):
            keys.require_other(session, own)
        with pytest.raises(NtmError, match="cũng là một xã"):
            keys.require_other(session, neighbour)
    province = keys.Enrolment("44", "Tỉnh", "tinh", own.install, own.sign_key, own.age_key)
    with authority.database.read() as session:
        keys.require_other(session, own)
        with pytest.raises(NtmError, match="không phải của một xã"):
            keys.require_other(session, province)
    commune.pins(authority)
    with commune.database.read() as session, pytest.raises(NtmError, match="đã được ghi nhận"):
        keys.require_other(session, theirs)
