"""A package on its way out: number, file, medium, note. docs/package-format.md §7.

``number`` and ``note`` are actions; what lies between takes as long as the package is large and needs no
session. Whatever stops it there, the package keeps its number and can be written out again.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ntm_desktop.changes import Changes
from ntm_desktop.db import durable
from ntm_desktop.db.files import FileStore
from ntm_desktop.db.models import outbox
from ntm_desktop.db.session import Session
from ntm_desktop.errors import NtmError, reason
from ntm_desktop.services import appraising, sending
from ntm_desktop.services.enclosed import Enclosed
from ntm_desktop.services.sending import Outgoing
from ntm_desktop.sync import medium
from ntm_desktop.sync.age_file import Alive
from ntm_desktop.sync.codes import short_code
from ntm_desktop.sync.drives import removable_drives
from ntm_desktop.sync.keys import OwnKeys
from ntm_desktop.sync.medium import SPARE
from ntm_desktop.sync.medium import Medium as Medium
from ntm_desktop.sync.medium import Written as Written
from ntm_desktop.text import format_bytes

LIMITS: tuple[tuple[int | None, str], ...] = (
    (None, "Không chia"),
    (20_000_000, "20 MB mỗi phần, gửi qua Zalo hoặc thư điện tử"),
    (95_000_000, "95 MB mỗi phần"),
    (3_900_000_000, "3,9 GB mỗi phần, USB định dạng FAT32"),
)
_FULL = (
    "Ổ đĩa của máy này còn trống {free}, lập gói cần {needed}. Xóa bớt tệp trên ổ có thư mục dữ liệu rồi "
    "xuất lại"
)
_KEEPS_NUMBER = "; gói vẫn giữ số."

Report = Callable[[int, int], None]
"""How much is done, of how much; raises to end the work."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """``blobs`` travel this time; of a package that says nothing new ``is_new`` is False."""

    package: Outgoing
    blobs: tuple[str, ...]
    is_new: bool
    commune: str

    @property
    def seq(self) -> int:
        return self.package.manifest.place.seq

    @property
    def name(self) -> str:
        return self.package.name

    @property
    def code(self) -> str:
        return short_code(self.package.manifest.content_root)

    @property
    def size(self) -> int:
        """About how large the file is."""
        told = self.package.manifest
        sizes = {one.sha256: one.size for one in told.blobs}
        sizes |= {one.sha256: one.size for one in told.dossiers}
        return sum(one.size for one in told.files) + sum(sizes[one] for one in self.blobs)


def places() -> tuple[Medium, ...]:
    """The sticks that are plugged in; one that went meanwhile is left out."""
    found = []
    for drive in removable_drives():
        with suppress(NtmError):
            found.append(medium.look(drive.root))
    return tuple(found)


def place_name(one: Medium) -> str:
    """A stick by its own name; elsewhere the folder says more than the disk."""
    return one.name if one.removable else one.folder.name or str(one.folder)


def look(folder: Path) -> Medium:
    return medium.look(folder)


def number(
    session: Session, *, on: date, enclosed: Enclosed = Enclosed.LACKING, set_id: str = ""
) -> tuple[Numbered, Changes]:
    """The state of today for the commune's authority, or of an authority all that it says to the commune that
    is open, or a criteria set for it. The same once more where nothing is new."""
    to = sending.addressee(session)
    if session.own:
        package, changes = sending.submit(session, to=to, on=on, author=session.by)
    elif set_id:
        package, changes = appraising.offer_criteria(session, set_id=set_id, to=to, author=session.by)
    else:
        package, changes = appraising.appraise(session, to=to, author=session.by)
    blobs = sending.to_send(session, package, enclosed=enclosed)
    return Numbered(package, blobs, changes.touches(outbox.name), session.commune_id), changes


def free_here(store: FileStore) -> int:
    """Bytes on the disk where packages are built."""
    return shutil.disk_usage(store.folder).free


def full_here(free: int, size: int) -> str:
    """Why a package of that size, which has no number yet, cannot be built; "" when it can."""
    why = _full_here(free, size)
    return f"{why}." if why else ""


def _full_here(free: int, size: int) -> str:
    needed = 2 * size + SPARE
    if free >= needed:
        return ""
    return _FULL.format(free=format_bytes(free), needed=format_bytes(needed, up=True))


def write_out(
    one: Numbered,
    keys: OwnKeys,
    store: FileStore,
    target: Path,
    *,
    limit: int | None = None,
    report: Report,
) -> Written:
    """Builds the file in the data folder, copies it to the medium and reads it back there. ``report`` counts
    megabytes."""
    building = store.folder / "tmp"
    building.mkdir(parents=True, exist_ok=True)
    if why := _full_here(free_here(store), one.size):
        raise NtmError(why + _KEEPS_NUMBER)
    file = building / one.name
    largest = medium.look(target).largest
    alive = counting(report, 3 * one.size + medium.work_of(one.size, limit=limit, largest=largest))
    try:
        sending.build(one.package, one.blobs, keys, store, file, alive)
        return medium.put(file, target, one.name, limit=limit, alive=alive)
    except OSError as error:
        raise NtmError(
            f"Không lập được gói: {reason(error)}. Kiểm tra ổ đĩa rồi xuất lại" + _KEEPS_NUMBER
        ) from error
    finally:
        with suppress(OSError):
            file.unlink(missing_ok=True)


def check(written: Written, *, report: Report) -> None:
    """Reads the files on the medium once more, after it was unplugged and plugged in again."""
    medium.check(written, counting(report, sum(one.size for one in written.files)))


def note(session: Session, one: Numbered, written: Written, *, medium_name: str) -> Changes:
    size = sum(file.size for file in written.files)
    return sending.note_export(
        session, one.package, one.blobs, medium=medium_name, paths=written.paths, size=size
    )


def save_file(path: Path, content: bytes) -> Path:
    durable.write(path, content)
    return path


def counting(report: Report, total: int) -> Alive:
    done = 0

    def alive(more: int) -> None:
        nonlocal done
        done += more
        report(min(done, total) >> 20, total >> 20)

    return alive


def first_lines(found: Sequence[str], most: int = 5) -> str:
    """A list of things on a medium, for a note: no more than a person reads."""
    more = len(found) - most
    shown = list(found[:most])
    return "\n".join([*shown, f"và {more} mục khác"] if more > 0 else shown)
