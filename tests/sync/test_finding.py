"""What is found on a stick: packages and parts by their first bytes, whatever they are called."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest
from packages import Unit, package, quiet

from ntm_desktop.sync import finding, medium
from ntm_desktop.sync.finding import BadPart, Unread, find

NAME = "gói.ntmx"
LIMIT = 30_000


@pytest.fixture(scope="module")
def units() -> tuple[Unit, Unit]:
    return Unit.make("18964"), Unit.make("450")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def sent(folder: Path, units: tuple[Unit, Unit], **place: object) -> Path:
    folder.mkdir(exist_ok=True)
    return package(folder, *units, **place)


def cut(source: Path, folder: Path, limit: int = LIMIT) -> list[Path]:
    folder.mkdir(exist_ok=True)
    return list(medium.put(source, folder, NAME, limit=limit, alive=quiet).paths)


def test_a_package_is_found_whatever_its_name_is(
    stick: Path, tmp_path: Path, units: tuple[Unit, Unit]
) -> None:
    source = sent(tmp_path / "a", units)
    (stick / "Thư" / "của xã").mkdir(parents=True)
    shutil.copy(source, stick / "Thư" / "của xã" / "ảnh.jpg")
    (stick / "giả.ntmx").write_bytes(b"PK\x03\x04" + source.read_bytes())
    (stick / "rỗng.ntmx").touch()
    found = find([stick])
    assert found.packages == (stick / "Thư" / "của xã" / "ảnh.jpg",)
    assert (found.in_parts, found.bad, found.unread, found.neither, found.is_cut) == ((), (), (), (), False)
    assert find([stick, stick / "Thư", stick / "Thư" / "của xã" / "ảnh.jpg"]).packages == found.packages


def test_what_somebody_named_and_is_no_package_is_told(stick: Path) -> None:
    (stick / "thư.txt").write_bytes(b"x")
    os.mkfifo(stick / "ống")
    named = [stick / "thư.txt", stick / "ống"]
    found = find([*named, stick / "rút rồi"])
    assert found.neither == tuple(named)
    assert found.unread == (Unread(stick / "rút rồi", "không thấy tệp hoặc thư mục"),)


def test_parts_of_several_packages_in_any_order_and_again(
    stick: Path, tmp_path: Path, units: tuple[Unit, Unit]
) -> None:
    paths = cut(sent(tmp_path / "a", units), tmp_path / "mine")
    others = cut(sent(tmp_path / "b", units, seq=2, prev="1" * 64), tmp_path / "theirs")
    assert len(paths) == len(others) == 6
    for order in (1, 3, 5, 0):
        shutil.copy(paths[order], stick / f"{9 - order}.bin")
    shutil.copy(paths[3], stick / "again.bin")
    (stick / "sub").mkdir()
    for order, path in enumerate(others):
        shutil.copy(path, stick / "sub" / f"{order}.bin")
    given = [stick / "sub", stick, *stick.glob("*.bin")]
    random.Random(2).shuffle(given)
    found = {one.told: one for one in find(given).in_parts}
    assert sorted(found) == ["thiếu phần 3, 5 (trong 6 phần)", "đủ 6 phần"]
    lacking, whole = found["thiếu phần 3, 5 (trong 6 phần)"], found["đủ 6 phần"]
    assert lacking.lacking == (3, 5)
    assert [path.name for path in lacking.paths] in (
        ["9.bin", "8.bin", "6.bin", "4.bin"],
        ["9.bin", "8.bin", "again.bin", "4.bin"],
    )
    assert len(lacking.repeated) == 1
    assert [path.name for path in whole.paths] == [f"{order}.bin" for order in range(6)]


def test_parts_that_came_before_and_those_on_the_stick_make_the_file(
    stick: Path, tmp_path: Path, units: tuple[Unit, Unit]
) -> None:
    source = sent(tmp_path / "a", units)
    paths = cut(source, stick)
    (tmp_path / "kept").mkdir()
    for path in paths[::2]:
        path.rename(tmp_path / "kept" / path.name)
    (whole,) = find([tmp_path / "kept", stick]).in_parts
    assert whole.lacking == ()
    with (tmp_path / "out").open("w+b") as out:
        finding.parts.join(whole.paths, out)
    assert (tmp_path / "out").read_bytes() == source.read_bytes()


@pytest.mark.parametrize(("place", "index"), [(-1, 2), (9, None)])
def test_a_bad_part_is_named_alone(
    stick: Path, tmp_path: Path, units: tuple[Unit, Unit], place: int, index: int | None
) -> None:
    paths = cut(sent(tmp_path / "a", units), stick)
    content = bytearray(paths[1].read_bytes())
    content[place] ^= 0x55
    paths[1].write_bytes(content)
    found = find([stick])
    assert found.bad == (BadPart(paths[1], index),)
    assert found.bad[0].told.startswith("gói.ntmx.p02of06 " + ("(phần 2) " if index else "") + "bị hỏng")
    assert found.in_parts[0].told == "thiếu phần 2 (trong 6 phần)"


def test_parts_of_another_export_of_the_package_are_set_aside(
    stick: Path, tmp_path: Path, units: tuple[Unit, Unit]
) -> None:
    mine = cut(sent(tmp_path / "a", units), stick / "a")
    other = cut(sent(tmp_path / "b", units), stick / "b")
    coarse = cut(tmp_path / "a" / "1.ntmx", stick / "c", 60_000)
    other[0].unlink()
    coarse[-1].unlink()
    (one,) = find([stick]).in_parts
    assert one.paths == tuple(mine)
    assert set(one.others) == {*other[1:], *coarse[:-1]}


def test_many_lacking_parts_are_told_in_few_words(
    stick: Path, tmp_path: Path, units: tuple[Unit, Unit]
) -> None:
    paths = cut(sent(tmp_path / "a", units), stick, 10_000)
    for order, path in enumerate(paths, 1):
        if order not in (1, 3, 6, len(paths)):
            path.unlink()
    assert find([stick]).in_parts[0].told == (
        f"thiếu phần 2, 4, 5, 7–{len(paths) - 1} (trong {len(paths)} phần)"
    )


def test_links_are_not_followed_and_depth_ends(stick: Path, tmp_path: Path, units: tuple[Unit, Unit]) -> None:
    source = sent(tmp_path / "a", units)
    (stick / "ra ngoài").symlink_to(tmp_path / "a", target_is_directory=True)
    (stick / "tệp").symlink_to(source)
    os.mkfifo(stick / "ống")
    deep = stick / "1" / "2" / "3"
    deep.mkdir(parents=True)
    shutil.copy(source, stick / "1" / "2" / "đây.ntmx")
    shutil.copy(source, deep / "quá sâu.ntmx")
    found = find([stick])
    assert found.packages == (stick / "1" / "2" / "đây.ntmx",)
    assert found.is_cut
    assert find([stick / "tệp"]).packages == (stick / "tệp",), "a person pointed at it"


def test_very_many_files_are_not_looked_at_for_ever(stick: Path) -> None:
    for number in range(20_100):
        (stick / str(number)).touch()
    assert find([stick]).is_cut


@pytest.mark.skipif(os.name == "nt", reason="folders that nobody may read are made otherwise there")
def test_what_cannot_be_read_is_told(stick: Path, tmp_path: Path, units: tuple[Unit, Unit]) -> None:
    """As root every file can be read, so a name that is too long for the system stands for the others."""
    too_long = stick / ("x" * 300)
    assert find([too_long]).unread == (Unread(too_long, "tên tệp quá dài"),)
    if os.geteuid():
        sent(stick, units).chmod(0)
        assert find([stick]).unread == (Unread(stick / "1.ntmx", "không được phép truy cập"),)


def test_looking_can_be_stopped(stick: Path, tmp_path: Path, units: tuple[Unit, Unit]) -> None:
    cut(sent(tmp_path / "a", units), stick)

    def stop(done: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        find([stick], stop)
