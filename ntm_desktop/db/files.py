"""The content-addressed store: ``files/ab/<sha256>``, each content once, never changed (architecture §3.11).

What a file is and whether it may come in is ``services.files``; which rows name it is the services' matter.
"""

from __future__ import annotations

import hashlib
import json
import os
import uuid
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ntm_desktop.db import durable
from ntm_desktop.db.backend import DamagedData
from ntm_desktop.errors import NtmError
from ntm_desktop.text import natural_key

_LIST_BROKEN = (
    "Danh sách tệp của một lần chốt số liệu bị hỏng hoặc bị sửa từ bên ngoài chương trình. "
    "Giữ nguyên thư mục dữ liệu và phục hồi từ bản sao lưu gần nhất."
)

_AWAY = (
    "Không thấy thư mục tệp dùng chung {folder}. Kết nối lại thư mục này trong mạng nội bộ rồi thử lại; "
    "dữ liệu và các tệp đã có vẫn nguyên vẹn."
)

Ask = Callable[[str], Iterable[Sequence[Any]]]
"""Puts a question in SQL to a database, an open one or one in a backup."""
LISTS = ("freeze", "outbox", "inbox")


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A content that is in the store, whether or not a row names it."""

    sha256: str
    size: int


class FileStore:
    """The stored files of one data folder, or those that several share in the folder ``shared``. Safe to use
    from several threads and desks: names come from contents."""

    def __init__(self, folder: Path, shared: Path | None = None) -> None:
        self.folder = folder
        self.mark: Path | None = None if shared is None else shared / "files" / "ma-kho.txt"
        """Says of which database a shared folder has the files; it is gone when the folder is."""
        self._files = (shared or folder) / "files"
        self._cache = folder / "cache"
        self._temporary = (shared or folder) / "tmp"

    def put_file(self, path: Path) -> StoredFile:
        """Copies a file in. An ``OSError`` about ``path`` itself is the caller's to explain."""
        return self.put_chunks(durable.read_chunks(path))

    def put_bytes(self, content: bytes) -> StoredFile:
        sha256 = hashlib.sha256(content).hexdigest()
        if next(self.damaged([sha256]), None):
            return self.put_chunks([content])
        return StoredFile(sha256, len(content))

    def take_over(self, other: FileStore, sha256: str) -> bool:
        """Brings a content from another store; False when it is lost or damaged there."""
        if next(other.damaged([sha256]), None):
            return False
        self._require_mark()
        source, target = other.path(sha256), self._place(sha256)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.unlink(missing_ok=True)
        except OSError as error:
            raise durable.unwritable(self.folder, error) from error
        if other.folder == self.folder.parent:  # the backups inside the data folder need no second copy
            try:
                target.hardlink_to(source)
            except OSError:  # not every file system can
                return self.put_file(source).sha256 == sha256
            durable.sync_folder(target.parent)
            return True
        return self.put_file(source).sha256 == sha256

    def move_in(self, other: FileStore) -> None:
        """Brings all that another store on the same disk holds, which has nothing afterwards."""
        for sha256 in other.stored():
            durable.put_in_place(other.path(sha256), self._place(sha256))

    def path(self, sha256: str) -> Path:
        """Where a content lies, to be read only."""
        path = self._place(sha256)
        if not path.is_file():
            raise NtmError(
                f"Không còn thấy tệp đã lưu {sha256[:8]}… trong {self._files}: tệp đã bị xóa hoặc chuyển đi. "
                "Phục hồi từ bản sao lưu hoặc đính kèm lại tệp; các dữ liệu khác vẫn nguyên vẹn."
            )
        return path

    def read(self, sha256: str) -> bytes:
        return self.path(sha256).read_bytes()

    def has(self, sha256: str) -> bool:
        return self._place(sha256).is_file()

    def missing(self, digests: Collection[str]) -> frozenset[str]:
        """Those whose content is not there. Looks at whole folders: of 2 000 a third of asking for each."""
        there: set[str] = set()
        for prefix in {sha256[:2] for sha256 in digests}:
            with suppress(OSError), os.scandir(self._files / prefix) as entries:
                there.update(entry.name for entry in entries)
        return frozenset(digests) - there

    def size(self, sha256: str) -> int | None:
        """None: it is not there."""
        try:
            return self._place(sha256).stat().st_size
        except OSError:
            return None

    def derivative(self, sha256: str, ending: str) -> Path:
        """Where something made from a content may lie in the cache; it may not be there (any more)."""
        return self._cache / sha256[:2] / f"{sha256}.{ending}"

    def stored(self) -> Iterator[str]:
        """The digest of each stored content."""
        for path in sorted(self._files.glob("[0-9a-f][0-9a-f]/*")):
            if len(path.name) == 64:
                yield path.name

    def damaged(self, digests: Iterable[str]) -> Iterator[str]:
        """Those of the digests whose content is missing, unreadable or no longer what its name says."""
        for sha256 in digests:
            try:
                intact = durable.sha256_of(self._place(sha256)) == sha256
            except OSError:
                intact = False
            if not intact:
                yield sha256

    def orphans(self, referenced: Collection[str]) -> tuple[str, ...]:
        return tuple(sha256 for sha256 in self.stored() if sha256 not in referenced)

    def collect(self, referenced: Collection[str]) -> None:
        """Deletes what no row names, and what a cut-off copy left. Only while nobody is taking a file in: of
        a shared store nobody knows."""
        if self.mark is not None:
            return
        for stray in [self._place(sha256) for sha256 in self.orphans(referenced)]:
            with suppress(OSError):  # Windows keeps what a viewer has open; the next time then
                stray.unlink()
        self._clear_parts()

    def clear_temporary(self) -> None:
        """Deletes what a cut-off copy left. Only while nobody is taking a file in."""
        self._clear_parts()
        self.remove_temporary()

    def _clear_parts(self) -> None:
        for part in self._temporary.glob("ntm-*.part"):
            with suppress(OSError):
                part.unlink()

    def remove_temporary(self) -> None:
        """Leaves no empty folder on somebody's stick."""
        with suppress(OSError):  # not there, or not empty
            self._temporary.rmdir()

    def take_in(self, path: Path, sha256: str) -> None:
        """Takes over a file of which it is known that this is its digest; it is gone from ``path`` then."""
        self._require_mark()
        durable.sync_file(path)
        try:
            durable.put_in_place(path, self._place(sha256))
        except NtmError:  # a shared store may lie on another disk
            self.put_file(path)
            path.unlink()

    def put_chunks(self, chunks: Iterable[bytes]) -> StoredFile:
        self._require_mark()
        temporary = self._temporary / f"ntm-{uuid.uuid4().hex}.part"
        try:
            sha256, size = durable.write_checked(temporary, chunks)
            if next(self.damaged([sha256]), None):  # new, or to be mended
                durable.put_in_place(temporary, self._place(sha256))
        finally:
            temporary.unlink(missing_ok=True)
        return StoredFile(sha256, size)

    def _require_mark(self) -> None:
        """Where a network folder was, an empty one of this PC may be: no other desk would find the file."""
        if self.mark is not None and not self.mark.is_file():
            raise NtmError(_AWAY.format(folder=self._files.parent))

    def _place(self, sha256: str) -> Path:
        return self._files / sha256[:2] / sha256


def file_titles(ask: Ask, digests: Iterable[str]) -> tuple[str, ...]:
    """What a person knows stored files by, in their order: evidence by title, the program's own last."""
    files = list(ask("SELECT uid, name, sha256 FROM file"))
    held = {uid: (name, sha256) for uid, name, sha256 in files}
    names = {sha256: f"“{name}”" for _uid, name, sha256 in files}
    for file_uid, title in ask("SELECT file_uid, title FROM evidence WHERE deleted = 0"):
        name, sha256 = held.get(file_uid, ("", ""))
        names[sha256] = f"“{title}”" + ("" if Path(name).stem == title else f" ({name})")
    for sha256, ordinal in ask("SELECT sha256, ordinal FROM dossier"):
        names[sha256] = f"bản in hồ sơ lần {ordinal}"
    titles = (names.get(sha256, "bản chốt số liệu") for sha256 in digests)
    return tuple(sorted(titles, key=lambda name: (name[0] != "“", natural_key(name))))


def named_files(ask: Ask, lists: Iterable[str] = LISTS) -> frozenset[str]:
    """The digests that the rows of a database name, tombstones too: an undo may bring those back.

    ``lists``: the tables that keep lists of them, as far as the database has these.
    """
    named = {sha256 for (sha256,) in ask("SELECT sha256 FROM file UNION SELECT sha256 FROM dossier")}
    for (files,) in ask(" UNION ALL ".join(f'SELECT files FROM "{table}"' for table in lists)):
        try:
            named.update(sha256 for _path, sha256 in json.loads(files))
        except (ValueError, TypeError) as error:
            raise DamagedData(_LIST_BROKEN) from error
    return frozenset(named)
