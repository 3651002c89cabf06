"""What the system tells of the disk or stick on which a folder lies. Nothing on it is opened."""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ntm_desktop.text import nfc

_LARGEST = dict.fromkeys(("fat", "fat12", "fat16", "fat32", "msdos", "vfat"), (4 << 30) - 1)
_MOUNTS = Path("/proc/self/mountinfo")
_ESCAPED = re.compile(r"\\([0-7]{3})")
_LONGEST_NAME = 60  # letters


@dataclass(frozen=True, slots=True)
class Drive:
    """``system`` is the file system, "" where it is not told; ``removable`` None where that is not told."""

    root: Path
    name: str
    system: str
    removable: bool | None

    @property
    def largest(self) -> int | None:
        """Bytes of the largest file that it can take; None where there is no such limit, or none known."""
        return _LARGEST.get(self.system.casefold())


def drive_of(folder: Path) -> Drive:
    """Raises OSError for a folder that is not there."""
    place = folder.resolve(strict=True)
    return _on_windows(place) if sys.platform == "win32" else _on_unix(place)


def removable_drives() -> list[Drive]:
    """Sticks and the like that can be read now, in the order of the system."""
    roots = _letters() if sys.platform == "win32" else _mounted()
    found = []
    for root in roots:
        with suppress(OSError):
            drive = drive_of(root)
            if drive.removable and drive.root == root.resolve():
                found.append(drive)
    return found


def _mounted() -> list[Path]:
    try:
        known = mounts(_MOUNTS.read_text("utf-8", "surrogateescape"))
    except OSError:
        return []
    return list(dict.fromkeys(one.point for one in known if one.source.startswith("/dev/")))


def _letters() -> list[Path]:
    if sys.platform != "win32":
        raise NotImplementedError
    import ctypes

    present = ctypes.WinDLL("kernel32").GetLogicalDrives()
    roots = [Path(f"{chr(65 + place)}:\\") for place in range(2, 26) if present >> place & 1]
    removable = 2  # DRIVE_REMOVABLE: an empty card reader is asked nothing more
    return [root for root in roots if ctypes.WinDLL("kernel32").GetDriveTypeW(str(root)) == removable]


def shown_name(name: str) -> str:
    """The name of a foreign file as it may be shown: nothing that is invisible, turns the direction of
    writing, or is no letter at all."""
    seen = "".join(letter if letter.isprintable() else "?" for letter in nfc(name))
    return seen if len(seen) <= _LONGEST_NAME else f"{seen[:25]}…{seen[-_LONGEST_NAME + 26 :]}"


@dataclass(frozen=True, slots=True)
class Mount:
    point: Path
    device: str  # "8:17"
    system: str
    source: str


def mounts(told: str) -> list[Mount]:
    """The lines of Linux' ``mountinfo``; of two at one point the later one holds."""
    found = []
    for line in told.splitlines():
        before, dash, after = line.partition(" - ")
        fields, more = before.split(" "), after.split(" ")
        if dash and len(fields) >= 5 and len(more) >= 2:
            found.append(Mount(Path(_plain(fields[4])), fields[2], more[0], _plain(more[1])))
    return found


def mount_of(place: Path, known: list[Mount]) -> Mount | None:
    above = [mount for mount in known if mount.point == place or mount.point in place.parents]
    return max(reversed(above), key=lambda mount: len(mount.point.parts), default=None)


def _plain(field: str) -> str:
    """mountinfo writes a space as \\040, each byte of a letter by itself where it must."""
    return os.fsdecode(
        _ESCAPED.sub(lambda one: chr(int(one[1], 8)), field).encode("utf-8", "surrogateescape")
    )


def _on_unix(place: Path) -> Drive:
    try:
        mount = mount_of(place, mounts(_MOUNTS.read_text("utf-8", "surrogateescape")))
    except OSError:
        mount = None
    if mount is None:
        return Drive(place, shown_name(place.name or str(place)), "", None)
    name = shown_name(mount.point.name or str(mount.point))
    return Drive(mount.point, name, mount.system, _removable(mount))


def _removable(mount: Mount) -> bool | None:
    try:
        place = Path("/sys/dev/block", _device(mount)).resolve(strict=True)
        for one in (place, place.parent):  # a partition, then its disk
            if (flag := one / "removable").is_file():
                is_usb = any(re.fullmatch(r"usb\d+", part) for part in place.parts)
                return is_usb or flag.read_text("ascii").strip() == "1"
    except (OSError, ValueError):
        pass
    return None


def _device(mount: Mount) -> str:
    """Some systems number what they show, not the disk below."""
    if not mount.source.startswith("/dev/"):
        return mount.device
    number = Path(mount.source).stat().st_rdev
    return f"{os.major(number)}:{os.minor(number)}"


def _on_windows(place: Path) -> Drive:
    if sys.platform != "win32":
        raise NotImplementedError
    import ctypes
    from ctypes import wintypes

    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.GetVolumePathNameW.argtypes = (wintypes.LPCWSTR, wintypes.LPWSTR, wintypes.DWORD)
    kernel.GetDriveTypeW.argtypes = (wintypes.LPCWSTR,)
    kernel.GetVolumeInformationW.argtypes = (
        wintypes.LPCWSTR,
        wintypes.LPWSTR,
        wintypes.DWORD,
        wintypes.LPDWORD,
        wintypes.LPDWORD,
        wintypes.LPDWORD,
        wintypes.LPWSTR,
        wintypes.DWORD,
    )
    written = ctypes.create_unicode_buffer(1024)
    root = written.value if kernel.GetVolumePathNameW(str(place), written, 1024) else place.anchor
    label, system = ctypes.create_unicode_buffer(261), ctypes.create_unicode_buffer(261)
    if not kernel.GetVolumeInformationW(root, label, 261, None, None, None, system, 261):
        label.value = system.value = ""
    letter = root.rstrip("\\")
    name = f"{label.value} ({letter})" if label.value else letter
    return Drive(Path(root), shown_name(name), system.value, _REMOVABLE.get(kernel.GetDriveTypeW(root)))


_REMOVABLE = {2: True, 3: False, 4: False, 5: True, 6: False}
"""By DRIVE_REMOVABLE, FIXED, REMOTE, CDROM, RAMDISK; a USB hard disk says that it is fixed."""
