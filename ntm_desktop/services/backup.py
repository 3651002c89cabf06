"""Backing up, and putting a backup back. What a backup is made of is ``db.backup``."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import count, takewhile
from pathlib import Path

from filelock import BaseFileLock

from ntm_desktop import settings
from ntm_desktop.changes import Changes
from ntm_desktop.db import backup, chain, durable, migrate, sqlite_file
from ntm_desktop.db.backend import DamagedData, Unopenable
from ntm_desktop.db.backup import BackupResult as BackupResult
from ntm_desktop.db.backup import Entry, Manifest, Reason
from ntm_desktop.db.engine import BUILDING, FILE_NAME, Database, locked
from ntm_desktop.db.files import FileStore, named_files
from ntm_desktop.db.models import metadata
from ntm_desktop.db.session import Session
from ntm_desktop.errors import NtmError
from ntm_desktop.services import keys, people, workplace
from ntm_desktop.text import count_words, format_date, office_time, safe_file_name

KEPT = 10
"""Backups made at close that a place keeps; those before a restore or an upgrade are never removed."""

EVERYTHING = Changes.of(*metadata.tables)
"""What a screen may show otherwise after a restore."""


@dataclass(frozen=True, slots=True)
class CountChange:
    label: str
    now: int
    then: int


@dataclass(frozen=True, slots=True)
class RestorePreview:
    """What putting a backup back would change."""

    manifest: Manifest
    counts: tuple[CountChange, ...]
    """Only where they differ."""
    newest_now: Entry | None
    replaced: int
    """Actions of the present data that the backup does not have: they go."""
    brought: int
    """Actions of the backup that the present data do not have."""
    other_commune: bool
    lost: tuple[str, ...]
    """Titles of the files that are gone from the backup and not here either: they do not come back."""


@dataclass(frozen=True, slots=True)
class Restored:
    manifest: Manifest
    kept: Path | None
    """Where the data that was replaced lies; None when the folder was empty."""
    lost: tuple[str, ...]
    """Titles of the files that the restored data name and that were not to be had any more."""
    new_epoch: int | None = None
    """In which packages are numbered from now on; None where there are no keys to send any."""

    @property
    def way_back(self) -> bool:
        """Whether what was replaced is a backup; of data that did not open only the files are kept."""
        return self.kept is not None and self.kept.name == backup.MANIFEST


@dataclass(frozen=True, slots=True)
class ClosingBackups:
    made: tuple[BackupResult, ...]
    problems: tuple[str, ...]
    """Places that were not there or could not be written; the others have their backup."""


_LOST = (
    "Bản sao lưu {path} không còn đọc được trọn vẹn. Chọn bản sao lưu khác; "
    "dữ liệu đang dùng không bị thay đổi."
)
_INCOMPLETE = (
    "Bản sao lưu {path} thiếu hoặc hỏng {count}. Chọn bản sao lưu khác, hoặc thêm --yes để phục hồi phần "
    "còn lại; dữ liệu đang dùng không bị thay đổi."
)
_ROTTEN = (
    "Dữ liệu trong bản sao lưu {path} đã hỏng từ trước khi sao lưu. Chọn bản sao lưu cũ hơn; "
    "dữ liệu đang dùng không bị thay đổi."
)
_ACTION = f"{backup.RESTORING} số {{number}} ngày {{day}}"


def own_place(folder: Path) -> Path:
    """The place inside the data folder, against mistakes; against a broken disk another place is needed."""
    return folder / "backups"


def places_of(folder: Path) -> tuple[Path, ...]:
    """Every place to which a data folder is backed up; those elsewhere may be unplugged."""
    return (own_place(folder), *places_outside(folder))


def places_outside(folder: Path) -> tuple[Path, ...]:
    """A copy beside the data goes when the disk does: only these keep them."""
    return tuple(map(Path, settings.load(folder).backup_places))


def ahead_of(session: Session) -> tuple[BackupResult, int] | None:
    """The readable backup that holds the most actions which the data do not have any more, and how many.

    What a restore replaced on purpose, which its own backup keeps, does not count.
    """
    if not session.backend.has_file:
        return None
    folder = session.files.folder
    now = backup.digests(session.backend.file())
    further, replaced = [], set(now)
    for found in (found for place in places_of(folder) for found in backup.backups(place)):
        with suppress(NtmError):  # damaged: no witness
            seq, digest = backup.head_of(found.path)
            if seq and now[seq - 1 : seq] != [digest]:
                held = backup.digests_of(found.path)
                if found.manifest.reason == "restore":
                    replaced.update(held)
                if held[:1] == now[:1]:  # else it is of another commune
                    further.append((found, held))
    missing = [(found, len(set(held) - replaced)) for found, held in further]
    worst = max(missing, key=lambda pair: pair[1], default=None)
    return worst if worst and worst[1] else None


def refuse_inside(place: Path, folder: Path) -> None:
    """A place in the data folder goes when the data do, and its files would mix with the evidence."""
    if place.resolve().is_relative_to(folder.resolve()) and place.resolve() != own_place(folder).resolve():
        raise NtmError(f"{place} nằm trong thư mục dữ liệu, hỏng cùng lúc với nó. Chọn một ổ khác.")


def place_in(chosen: Path, *, commune_name: str) -> Path:
    """A folder of its own in the chosen, made by its first backup; one that holds backups stays the place."""
    name = safe_file_name(f"Sao lưu NTM - {commune_name}")
    return chosen if chosen.name == name or list_backups(place=chosen) else chosen / name


def make(database: Database, *, to: Path, at: datetime, reason: Reason = "asked") -> BackupResult:
    with database.read() as session:
        return backup.make(session.backend.file(), database.files, to=to, at=at, reason=reason)


def make_at_close(
    database: Database, *, places: Iterable[Path], at: datetime, keep: int = KEPT
) -> ClosingBackups:
    """Backs up to the data folder's own place and the others, wherever something is new since the last.

    Then, and not before, stored contents that no row names are deleted. No file is being taken in by now.
    """
    made: list[BackupResult] = []
    problems: list[str] = []
    if not database.backend.has_file:
        return ClosingBackups((), ())
    for place in (own_place(database.folder), *places):
        try:
            if _is_behind(database, place):
                made.append(make(database, to=place, at=at, reason="close"))
                backup.prune(place, keep)
        except NtmError as error:
            problems.append(error.message)
    if not problems:
        with database.read() as session:
            database.files.collect(named_files(session.connection.exec_driver_sql))
    return ClosingBackups(tuple(made), tuple(problems))


def list_backups(*, place: Path) -> tuple[BackupResult, ...]:
    """Newest first."""
    return backup.backups(place)


def preview_restore(database: Database | None, *, manifest: Path) -> RestorePreview:
    """Without a database: what an empty folder would get."""
    held = backup.read_manifest(manifest)
    then, put_back = backup.actions_of(manifest)
    gone = backup.absent(manifest, held)
    if database is None:
        lost = backup.titles_of(manifest, gone)
        return RestorePreview(
            held, _differing({}, held.counts), None, 0, len(then), other_commune=False, lost=lost
        )
    with database.read() as session:
        raw = session.backend.file()
        present, newest, now = backup.counts(raw), backup.newest(raw), backup.digests(raw)
        put_back |= backup.restores(raw)  # nobody's work goes or comes with these
    common = sum(1 for _same in takewhile(lambda pair: pair[0] == pair[1], zip(now, then, strict=False)))
    return RestorePreview(
        held,
        _differing(present, held.counts),
        newest,
        replaced=len(set(now[common:]) - put_back),
        brought=len(set(then[common:]) - put_back),
        other_commune=held.commune_id != database.commune_id,
        lost=backup.titles_of(manifest, database.files.damaged(gone)),
    )


def restore(
    folder: Path, *, manifest: Path, at: datetime, by: str = "", incomplete: bool = False
) -> Restored:
    """Puts a checked backup in the place of a closed folder's data, which are kept; wholly or not at all.

    With ``incomplete`` files that are gone from the backup and from here stay away; else they refuse it.
    The history that it brings ends with an entry of its own: which backup was put back, when and by whom.
    """
    if url := settings.load(folder).database_url:
        from ntm_desktop.db import postgres_backend

        raise postgres_backend.no_file(postgres_backend.server_of(url))
    held, damaged = backup.verify(manifest)
    source = manifest.with_name(FILE_NAME)
    sqlite_file.check_header(source, migrate.HEAD)
    store = FileStore(folder)
    lost = frozenset(store.damaged(damaged))
    if lost and not incomplete:
        said = _INCOMPLETE.format(path=manifest, count=count_words(len(lost), "tệp"))
        raise NtmError(said, backup.titles_of(manifest, lost))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise durable.unwritable(folder, error) from error
    lock = locked(folder)
    building = folder / BUILDING
    replacing, kept = False, None
    try:
        kept, epoch = _keep_present(folder, lock, at)
        shutil.rmtree(building, ignore_errors=True)
        for sha256 in store.damaged(sha256 for sha256, _size in held.files if sha256 not in lost):
            if not store.take_over(FileStore(manifest.parent.parent), sha256):
                raise NtmError(_LOST.format(path=manifest))
        arriving = building / FILE_NAME
        if durable.write_checked(arriving, durable.read_chunks(source))[0] != held.database_sha256:
            raise NtmError(_LOST.format(path=manifest))
        begun = _write_down(building, held, manifest, kept=kept, epoch=epoch, at=at, by=by)
        replacing = True
        sqlite_file.discard_log(folder / FILE_NAME)  # of a damaged database: it would spoil the new one
        durable.put_in_place(arriving, folder / FILE_NAME)
        shutil.rmtree(folder / "cache", ignore_errors=True)
    except BaseException:
        if kept is not None and not replacing:  # a copy of what is still there would fill the disk
            shutil.rmtree(kept.parent if kept.name == backup.MANIFEST else kept, ignore_errors=True)
        raise
    finally:
        shutil.rmtree(building, ignore_errors=True)
        lock.release()
    return Restored(held, kept, backup.titles_of(manifest, store.damaged([*lost, *held.missing])), begun)


def _write_down(
    building: Path,
    held: Manifest,
    manifest: Path,
    *,
    kept: Path | None,
    epoch: int,
    at: datetime,
    by: str,
) -> int | None:
    """The entry of a restore, in the database that is about to take the place; it is brought up to date.

    Packages are numbered anew, in an epoch after that of the data that it replaces and its own: what was sent
    since the backup is not known to it (docs/package-format.md §10). Gives the number of that epoch.
    """
    day = format_date(office_time(datetime.fromisoformat(held.made_at)).date())
    try:
        database = Database.open(building)
    except DamagedData as error:
        raise NtmError(_ROTTEN.format(path=manifest)) from error
    with database:
        with database.read() as session:
            acting = by or people.lead(session) or workplace.NOBODY
        with database.write(_ACTION.format(number=held.number, day=day), acting, at) as session:
            said: dict[str, str | int | None] = {
                "number": held.number,
                "made_at": held.made_at,
                "action": held.newest.action if held.newest else None,
                "kept": str(kept) if kept else None,
            }
            chain.note_restore(session, said)
            return keys.begin_epoch(session, after=epoch).n if keys.have_keys(session) else None


def _keep_present(folder: Path, lock: BaseFileLock, at: datetime) -> tuple[Path | None, int]:
    """Backs up what a folder holds, and tells the epoch of its packages; a database that no longer opens is
    kept as it is."""
    path = folder / FILE_NAME
    if not path.exists():
        return None, 0
    try:
        with Database.open(folder, lock=lock) as database:
            with database.read() as session:
                epoch = keys.epoch(session).n if keys.have_keys(session) else 0
            return make(database, to=own_place(folder), at=at, reason="restore").path, epoch
    except Unopenable:
        return _keep_as_it_is(path, _unused(own_place(folder) / "replaced")), 0


def _keep_as_it_is(path: Path, kept: Path) -> Path:
    try:
        for ending in ("", "-wal"):
            part = path.with_name(path.name + ending)
            if part.exists():
                durable.write_checked(kept / part.name, durable.read_chunks(part))
    except BaseException:
        shutil.rmtree(kept, ignore_errors=True)
        raise
    return kept


def _unused(path: Path) -> Path:
    numbered = (path.with_name(f"{path.name}-{number}") for number in count(1))
    return next(candidate for candidate in numbered if not candidate.exists())


def _is_behind(database: Database, place: Path) -> bool:
    """Whether something was done since the newest backup of a place, or it is another commune's."""
    held = backup.backups(place)
    if not held:
        return True
    with database.read() as session:
        newest = backup.newest(session.backend.file())
    return held[0].manifest.newest != newest or held[0].manifest.commune_id != database.commune_id


def _differing(now: Mapping[str, int], then: Mapping[str, int]) -> tuple[CountChange, ...]:
    labels = {table.name: str(table.info["label"]) for table in metadata.sorted_tables if table.info}
    return tuple(
        CountChange(label, now.get(name, 0), then.get(name, 0))
        for name, label in labels.items()
        if now.get(name, 0) != then.get(name, 0)
    )
