"""How files reach their names, on disks as they are."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from ntm_desktop.errors import NtmError
from ntm_desktop.render.output import all_or_none, refuse_place, release_all


@pytest.fixture
def scanned(monkeypatch: pytest.MonkeyPatch) -> None:
    """A scanner holds each hidden file open, as Windows lets it: none can be removed."""
    unlink = Path.unlink

    def held(path: Path, missing_ok: bool = False) -> None:
        if path.name.startswith("."):
            raise PermissionError(13, "used by another process", str(path))
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", held)


def made(folder: Path, *names: str, content: str = "mới") -> tuple[Path, ...]:
    paths = tuple(folder / name for name in names)
    for path in paths:
        path.write_text(content, encoding="utf-8")
    return paths


@pytest.mark.usefixtures("scanned")
def test_a_scanner_that_holds_what_is_left_over_spoils_nothing(tmp_path: Path) -> None:
    (target,) = made(tmp_path, "hồ sơ.pdf", content="cũ")
    with all_or_none([target]) as (waiting,):
        waiting.write_text("mới", encoding="utf-8")
    assert target.read_text(encoding="utf-8") == "mới"


@pytest.mark.usefixtures("scanned")
def test_nor_does_it_hide_why_the_work_ended(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), all_or_none([tmp_path / "hồ sơ.pdf"]) as (waiting,):  # noqa: PT012
        waiting.write_text("mới", encoding="utf-8")
        raise ZeroDivisionError


def test_older_files_are_replaced_together(tmp_path: Path) -> None:
    targets = made(tmp_path, "1.pdf", "2.pdf", content="cũ")
    release_all(made(tmp_path, "a", "b"), targets)
    assert [path.read_text(encoding="utf-8") for path in targets] == ["mới", "mới"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1.pdf", "2.pdf"]


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on another disk, to which nothing can be renamed."""
    folder = tmp_path / "USB"
    folder.mkdir()
    replace = Path.replace

    def on_one_disk(path: Path, target: Path) -> Path:
        if (folder in path.parents) != (folder in target.parents):
            raise OSError(errno.EXDEV, "Invalid cross-device link", str(path))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", on_one_disk)
    return folder


def test_files_made_on_one_disk_get_their_names_on_another(tmp_path: Path, stick: Path) -> None:
    waiting = made(tmp_path, "a", "b")
    targets = made(stick, "1.pdf", "2.pdf", content="cũ")
    release_all(waiting, targets)
    assert [path.read_text(encoding="utf-8") for path in targets] == ["mới", "mới"]
    assert sorted(path.name for path in stick.iterdir()) == ["1.pdf", "2.pdf"]
    assert not any(path.exists() for path in waiting)


def test_all_of_them_or_none(tmp_path: Path, stick: Path) -> None:
    waiting = (*made(tmp_path, "a"), tmp_path / "mất")
    targets = made(stick, "1.pdf", "2.pdf", content="cũ")
    with pytest.raises(NtmError, match=r"Không ghi được “2\.pdf”"):
        release_all(waiting, targets)
    assert [path.read_text(encoding="utf-8") for path in targets] == ["cũ", "cũ"]
    assert waiting[0].exists()


def test_a_place_that_cannot_take_a_file_is_refused_beforehand(tmp_path: Path) -> None:
    with pytest.raises(NtmError, match="không có thư mục"):
        refuse_place(tmp_path / "đã rút" / "hồ sơ.pdf", comes_from=tmp_path)
    refuse_place(tmp_path / "hồ sơ.pdf", comes_from=tmp_path, size=1 << 60)  # only renamed
    assert list(tmp_path.iterdir()) == []
    other = Path("/dev/shm")  # another disk, where there is one
    if other.is_dir() and other.stat().st_dev != tmp_path.stat().st_dev:
        with pytest.raises(NtmError, match="ổ đĩa đã đầy"):
            refuse_place(tmp_path / "hồ sơ.pdf", comes_from=other, size=1 << 60)
