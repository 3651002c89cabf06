"""What the system says of a stick, and what on it looks like a virus."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ntm_desktop.sync.drives import Drive, drive_of, mount_of, mounts, shown_name
from ntm_desktop.sync.suspicious import Sign, suspicious

MOUNTINFO = """\
22 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw
23 22 0:21 / /proc rw,nosuid - proc proc rw
90 22 8:17 / /media/an/USB\\040XÃ\\040A rw,nosuid shared:50 - vfat /dev/sdb1 rw,uid=1000
91 22 8:33 / /media/an/ổ\\134cũ rw - fuseblk /dev/sdc1 rw
92 22 8:49 / /media/an rw - exfat /dev/sdd1 rw
93 22 8:65 / /media/an rw master:1 propagate_from:2 - vfat /dev/sde1 rw
a broken line
"""


@pytest.mark.parametrize(
    ("place", "point", "system"),
    [
        ("/media/an/USB XÃ A/Trao đổi", "/media/an/USB XÃ A", "vfat"),
        ("/media/an/USB XÃ A", "/media/an/USB XÃ A", "vfat"),
        ("/media/an/USB XÃ AB", "/media/an", "vfat"),  # the later mount hides the earlier one
        ("/media/an/ổ\\cũ/a", "/media/an/ổ\\cũ", "fuseblk"),
        ("/srv/an", "/", "ext4"),
    ],
)
def test_the_stick_on_which_a_folder_lies_is_found(place: str, point: str, system: str) -> None:
    found = mount_of(Path(place), mounts(MOUNTINFO))
    assert found is not None
    assert (found.point, found.system) == (Path(point), system)


def test_without_a_list_of_mounts_nothing_is_claimed() -> None:
    assert mount_of(Path("/srv/an"), []) is None


@pytest.mark.parametrize(
    ("system", "largest"),
    [("vfat", 4 * 1024**3 - 1), ("FAT32", 4 * 1024**3 - 1), ("exFAT", None), ("NTFS", None), ("", None)],
)
def test_a_stick_in_fat32_takes_files_below_four_gigabytes(system: str, largest: int | None) -> None:
    assert Drive(Path("E:/"), "E:", system, True).largest == largest


def test_a_folder_that_is_not_there_has_no_drive(tmp_path: Path) -> None:
    assert drive_of(tmp_path).name
    with pytest.raises(OSError):
        drive_of(tmp_path / "rút rồi")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("USB XÃ", "USB XÃ"),
        ("XA\u0303", "XÃ"),
        ("gói\u202excod.exe", "gói?xcod.exe"),
        ("a\nb\x00c\u00a0", "a?b?c?"),
        (os.fsdecode(b"\xff\xfe.lnk"), "??.lnk"),
        ("x" * 300 + ".exe", "x" * 25 + "…" + "x" * 30 + ".exe"),
    ],
)
def test_a_foreign_name_is_shown_without_tricks(name: str, shown: str) -> None:
    assert shown_name(name) == shown


def test_a_stick_of_a_virus_is_told_file_by_file(tmp_path: Path) -> None:
    hidden, inner, deep = tmp_path / ".Hồ sơ", tmp_path / "Ảnh" / "đường", tmp_path / "Ảnh" / "đường" / "cũ"
    for folder in (hidden, deep, tmp_path / "\u00a0", tmp_path / "Tệp.exe", tmp_path / ".Trash-1000"):
        folder.mkdir(parents=True)
    for name in (
        "Autorun.INF",
        "Hồ sơ.lnk",
        "gói.ntmx.exe",
        "BAO-CAO.PDF        .SCR",
        "ảnh\u202egnp.exe",
        "setup.exe",
        "chạy.ps1",
        ".Hồ sơ/mở.vbs",
        "Ảnh/xem.pif",
        "Ảnh/đường/quá sâu.exe",
        "gói.ntmx",
        "exe",
        "Bảng.tính.xlsx",
        "lnk.docx",
    ):
        (tmp_path / name).write_bytes(b"MZ")
    assert [one.told for one in suspicious(tmp_path)] == [
        "Autorun.INF: tệp tự chạy khi cắm USB",
        "BAO-CAO.PDF        .SCR: chương trình giả làm tài liệu",
        "gói.ntmx.exe: chương trình giả làm tài liệu",
        "ảnh?gnp.exe: chương trình giả làm tài liệu",
        ".Hồ sơ/mở.vbs: chương trình hoặc tệp lệnh",
        "chạy.ps1: chương trình hoặc tệp lệnh",
        "setup.exe: chương trình hoặc tệp lệnh",
        "Ảnh/xem.pif: chương trình hoặc tệp lệnh",
        "Hồ sơ.lnk: lối tắt, có thể dẫn đến vi-rút",
        ".Hồ sơ: thư mục ẩn",
        "?: thư mục ẩn",
    ]
    assert inner.is_dir()


def test_nothing_on_the_stick_is_opened_or_followed(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    outside = tmp_path / "máy"
    outside.mkdir()
    (outside / "a.exe").touch()
    (tmp_path / "stick" / "ra ngoài").symlink_to(outside, target_is_directory=True)
    os.mkfifo(tmp_path / "stick" / "ống.exe")  # opening it would never end
    assert [one.sign for one in suspicious(tmp_path / "stick")] == [Sign.PROGRAM]
    assert suspicious(tmp_path / "rút rồi") == ()


def test_a_stick_of_very_many_files_is_not_looked_at_for_ever(tmp_path: Path) -> None:
    folder = tmp_path / "ảnh"
    folder.mkdir()
    for number in range(5_200):
        (folder / f"{number}.exe").touch()
    (tmp_path / "a.exe").touch()
    found = suspicious(tmp_path)
    assert len(found) == 4_999, "of the upper level all, of the lower one what is left"
    assert "a.exe" in {one.name for one in found}
