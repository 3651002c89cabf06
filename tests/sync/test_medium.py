"""Copying a package to a stick that is full, lies, is pulled out, or is simply there."""

from __future__ import annotations

import hashlib
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from packages import Unit, package, quiet

from ntm_desktop.errors import NtmError
from ntm_desktop.sync import medium, parts
from ntm_desktop.sync.finding import find
from ntm_desktop.text import format_bytes

NAME = "NTM_18964_450_submission_E1_1_0123abcd.ntmx"
LIMIT = 40_000
TROUBLE = Path(__file__).with_name("put_on_trouble.py")
OWN_DISK = ["unshare", "--user", "--map-root-user", "--mount"]


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return package(tmp_path_factory.mktemp("gói"), Unit.make("18964"), Unit.make("450"))


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "KINGSTON"
    folder.mkdir()
    return folder


@pytest.fixture
def large(tmp_path: Path) -> Path:
    path = tmp_path / "lớn"
    path.write_bytes(random.Random(7).randbytes(5 << 20))
    return path


def names(stick: Path) -> list[str]:
    return sorted(path.name for path in stick.iterdir())


def joined(paths: tuple[Path, ...], folder: Path) -> bytes:
    with (folder / "ghép").open("w+b") as out:
        parts.join(paths, out)
    return (folder / "ghép").read_bytes()


def trouble(
    source: Path, stick: Path, limit: int, what: str, number: int, *, before: list[str] | None = None
) -> list[str]:
    """What the program said, and what lay on the stick then; nothing where it was killed."""
    words = [sys.executable, str(TROUBLE), str(source), str(stick), NAME, str(limit), what, str(number)]
    done = subprocess.run([*(before or []), *words], capture_output=True)
    assert done.returncode == (-9 if what == "killed" else 0), done.stderr.decode()
    return done.stdout.decode().splitlines()


def test_a_stick_tells_its_name_and_its_room(stick: Path) -> None:
    seen = medium.look(stick)
    usage = shutil.disk_usage(stick)
    assert seen.folder == stick
    assert seen.name
    assert seen.total == usage.total
    assert abs(seen.free - usage.free) < 1 << 30, "others write on this disk too"


def test_a_stick_that_is_not_there_says_what_to_do(stick: Path, sent: Path) -> None:
    for act in (medium.look, lambda folder: medium.put(sent, folder, NAME, alive=quiet)):
        with pytest.raises(NtmError, match="Cắm lại USB hoặc chọn thư mục khác"):
            act(stick / "rút rồi")
        (stick / "tệp").touch()
        with pytest.raises(NtmError, match="đường dẫn không phải thư mục"):
            act(stick / "tệp")


def test_a_package_arrives_whole_and_alone(stick: Path, large: Path) -> None:
    done: list[int] = []
    written = medium.put(large, stick, NAME, alive=done.append)
    assert written.paths == (stick / NAME,)
    assert (stick / NAME).read_bytes() == large.read_bytes()
    assert names(stick) == [NAME]
    assert sum(done) == medium.work_of(5 << 20)
    assert max(done) <= 1 << 20, "told often enough to be stopped"
    medium.check(written, quiet)


@pytest.mark.skipif(sys.platform != "linux", reason="here reading past the memory needs no asking")
def test_on_linux_nobody_is_asked_to_plug_in_again(stick: Path, sent: Path) -> None:
    assert not medium.put(sent, stick, NAME, alive=quiet).read_back_cached


def test_for_a_chat_it_arrives_in_parts(stick: Path, sent: Path, tmp_path: Path) -> None:
    done: list[int] = []
    written = medium.put(sent, stick, NAME, limit=LIMIT, alive=done.append)
    assert names(stick) == [f"{NAME}.p0{number}of04" for number in (1, 2, 3, 4)]
    assert all(path.stat().st_size <= LIMIT for path in written.paths)
    assert joined(written.paths, tmp_path) == sent.read_bytes()
    size = sent.stat().st_size
    assert sum(done) == pytest.approx(medium.work_of(size, limit=LIMIT), rel=0.05)
    assert find([stick]).in_parts[0].told == "đủ 4 phần"


def test_below_the_limit_it_stays_one_file(stick: Path, sent: Path) -> None:
    medium.put(sent, stick, NAME, limit=sent.stat().st_size, alive=quiet)
    assert names(stick) == [NAME]


def test_a_limit_that_makes_too_many_parts_is_refused(stick: Path, sent: Path) -> None:
    with pytest.raises(NtmError, match="Chọn giới hạn lớn hơn"):
        medium.put(sent, stick, NAME, limit=4_100, alive=quiet)


def _written(path: Path) -> tuple[int, int, int]:
    """Another reading changes when it was read, and nothing of this."""
    found = path.stat()
    return found.st_ino, found.st_size, found.st_mtime_ns


@pytest.mark.parametrize("limit", [None, LIMIT])
def test_what_is_there_already_is_left_as_it_is(stick: Path, sent: Path, limit: int | None) -> None:
    first = medium.put(sent, stick, NAME, limit=limit, alive=quiet)
    states = [_written(path) for path in first.paths]
    done: list[int] = []
    assert medium.put(sent, stick, NAME, limit=limit, alive=done.append) == first
    assert [_written(path) for path in first.paths] == states
    assert sum(done) == pytest.approx(medium.work_of(sent.stat().st_size, limit=limit), rel=0.05)


@pytest.mark.parametrize("old", [b"other", None])
def test_another_file_of_the_name_is_replaced(stick: Path, sent: Path, old: bytes | None) -> None:
    content = sent.read_bytes()
    (stick / NAME).write_bytes(content[:-1] + b"?" if old is None else old)
    medium.put(sent, stick, NAME, alive=quiet)
    assert (stick / NAME).read_bytes() == content


def test_of_parts_only_what_is_lacking_or_other_is_written(stick: Path, sent: Path) -> None:
    written = medium.put(sent, stick, NAME, limit=LIMIT, alive=quiet)
    kept, lost, spoiled, last = written.paths
    content = bytearray(spoiled.read_bytes())
    content[-1] ^= 1
    spoiled.write_bytes(content)
    lost.unlink()
    states = [path.stat() for path in (kept, last)]
    assert medium.put(sent, stick, NAME, limit=LIMIT, alive=quiet) == written
    assert [path.stat() for path in (kept, last)] == states
    medium.check(written, quiet)


def test_too_little_room_is_told_before_anything_is_written(stick: Path, tmp_path: Path) -> None:
    size = shutil.disk_usage(stick).free + (3 << 30)
    source = tmp_path / "gói"
    with source.open("wb") as file:
        file.truncate(size)
    with pytest.raises(NtmError, match=r"còn trống .* cần .*: thiếu .* GB\. Xóa bớt") as refused:
        medium.put(source, stick, NAME, alive=cancelled_after(0))
    assert f"cần {format_bytes(size + medium.SPARE, up=True)}" in refused.value.message
    assert names(stick) == []


@pytest.mark.parametrize("limit", [0, LIMIT])
@pytest.mark.parametrize("size", [0, 1, 4_096, 30_000, 36_000])
def test_a_disk_that_takes_no_more_leaves_no_half_file(
    stick: Path, sent: Path, limit: int, size: int
) -> None:
    (stick / NAME).write_bytes(b"of last week")
    said, *left = trouble(sent, stick, limit, "size", size)
    assert said.startswith("NtmError: ")
    assert "Xuất lại thành nhiều phần hoặc dùng USB khác" in said
    whole = [name for name in left if name != NAME]
    assert (stick / NAME).read_bytes() == b"of last week"
    assert not [name for name in left if name.endswith(".part")]
    assert find([stick / name for name in whole]).bad == ()
    medium.put(sent, stick, NAME, limit=limit or None, alive=quiet)


@pytest.mark.skipif(
    shutil.which("unshare") is None
    or subprocess.run([*OWN_DISK, "true"], capture_output=True).returncode != 0,
    reason="this system lets nobody mount a disk of his own",
)
def test_a_stick_that_fills_up_meanwhile_says_so(stick: Path, large: Path) -> None:
    said, *left = trouble(large, stick, 0, "filled", 72 << 20, before=OWN_DISK)
    assert said.startswith("NtmError: ")
    assert "ổ đĩa hết chỗ trống" in said
    assert left == ["phim.mp4"]


def test_a_stick_that_holds_less_than_it_says_is_found_out(stick: Path, large: Path) -> None:
    """It takes every byte and keeps the first two million."""
    keeps, done = 2 << 20, 0

    def forget(count: int) -> None:
        nonlocal done
        done += count
        if done > 5 << 20:  # all was written and synced: now it is read back
            with (stick / f"{NAME}.part").open("r+b") as file:
                file.seek(keeps)
                file.write(bytes((5 << 20) - keeps))

    with pytest.raises(NtmError, match=r"khai dung lượng sai\. Đừng dùng nó nữa"):
        medium.put(large, stick, NAME, alive=forget)
    assert names(stick) == []


def test_a_stick_that_loses_it_later_is_found_out_when_plugged_in_again(stick: Path, large: Path) -> None:
    written = medium.put(large, stick, NAME, alive=quiet)
    with (stick / NAME).open("r+b") as file:
        file.seek(4 << 20)
        file.write(b"lost")
    with pytest.raises(NtmError, match="Đừng dùng nó nữa"):
        medium.check(written, quiet)
    (stick / NAME).unlink()
    with pytest.raises(NtmError, match="Cắm lại USB rồi kiểm tra lại"):
        medium.check(written, quiet)


class Cancelled(Exception):  # noqa: N818
    pass


def cancelled_after(calls: int) -> Callable[[int], None]:
    def alive(_done: int) -> None:
        nonlocal calls
        calls -= 1
        if calls < 0:
            raise Cancelled

    return alive


@pytest.mark.parametrize("limit", [None, LIMIT])
def test_cancelling_leaves_nothing_half(stick: Path, sent: Path, limit: int | None, tmp_path: Path) -> None:
    (stick / NAME).write_bytes(b"of last week")
    for calls in range(100):
        try:
            written = medium.put(sent, stick, NAME, limit=limit, alive=cancelled_after(calls))
        except Cancelled:
            assert not list(stick.glob("*.part"))
            assert (stick / NAME).read_bytes() == b"of last week"
            assert find([stick]).bad == ()
        else:
            break
    assert calls > 1
    if limit is None:
        assert (stick / NAME).read_bytes() == sent.read_bytes()
    else:
        assert joined(written.paths, tmp_path) == sent.read_bytes()


@pytest.mark.parametrize("limit", [0, LIMIT])
def test_a_power_cut_leaves_no_half_file_under_a_final_name(stick: Path, sent: Path, limit: int) -> None:
    whole = {b"of last week"}
    counted = trouble(sent, stick, limit, "count", 0)
    steps = int(counted[0].removeprefix("done after "))
    whole |= {path.read_bytes() for path in stick.iterdir()}
    for step in sorted(random.Random(11).sample(range(1, steps + 1), min(steps, 12))):
        shutil.rmtree(stick)
        stick.mkdir()
        (stick / NAME).write_bytes(b"of last week")
        trouble(sent, stick, limit, "killed", step)
        for path in stick.iterdir():
            assert path.name.endswith(".part") or path.read_bytes() in whole, f"step {step}"
        medium.put(sent, stick, NAME, limit=limit or None, alive=quiet)
        assert not list(stick.glob("*.part")), "what the power cut left is gone"


def test_a_name_that_leads_elsewhere_is_our_mistake(stick: Path, sent: Path) -> None:
    for name in ("../a.ntmx", "a/b.ntmx", "", ".", ".."):
        with pytest.raises(ValueError):
            medium.put(sent, stick, name, alive=quiet)


def test_the_digest_of_what_was_written_is_told(stick: Path, sent: Path) -> None:
    (file,) = medium.put(sent, stick, NAME, alive=quiet).files
    assert file.sha256 == hashlib.sha256(sent.read_bytes()).hexdigest()
    assert file.size == sent.stat().st_size
