"""Packages that come in, in the order of docs/package-format.md §9; the first error ends it.

``open_package`` reads, ``apply`` is one action; ``arrive``, ``read`` and ``keep`` need no
session, for they take as long as the package is large.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import RowMapping, Table, select
from sqlalchemy.exc import IntegrityError

from ntm_desktop.changes import Changes
from ntm_desktop.db import durable
from ntm_desktop.db.files import FileStore
from ntm_desktop.db.history import insert, remove, replace, update
from ntm_desktop.db.migrate import HEAD
from ntm_desktop.db.models import commune_digest, inbox
from ntm_desktop.db.session import Session, live
from ntm_desktop.errors import NtmError
from ntm_desktop.services import digests, remarks
from ntm_desktop.services import keys as key_services
from ntm_desktop.services.keys import Peer
from ntm_desktop.sync import canonical, kinds, manifest, reader, sequence
from ntm_desktop.sync import header as headers
from ntm_desktop.sync.age_file import Alive
from ntm_desktop.sync.codes import short_code
from ntm_desktop.sync.header import Epoch, Header, Opening
from ntm_desktop.sync.keys import OwnKeys, read_enrolment
from ntm_desktop.sync.reader import Package
from ntm_desktop.sync.refusals import PackageRefused, Refusal
from ntm_desktop.sync.rows import read_lines, read_rows
from ntm_desktop.sync.sequence import Decision, Known, Result
from ntm_desktop.sync.strict_zip import MOST_BYTES


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that was copied into quarantine, under the digest of its bytes."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class Opened:
    """What is known before the body was looked at: who signed it, and that it is for us."""

    arrival: Arrival
    opening: Opening
    peer: Peer
    decision: Decision
    instead: bool = False
    """A person takes it in the place of the branch that it contradicts."""

    @property
    def header(self) -> Header:
        return self.opening.header


@dataclass(frozen=True, slots=True)
class Applied:
    result: Result
    changes: Changes


def arrive(folder: Path, source: Path, alive: Alive) -> Arrival:
    """Step 1: only a file that begins as a package is copied."""
    try:
        size = source.stat().st_size
        with source.open("rb") as file:
            begins = file.read(len(headers.MAGIC))
    except OSError as error:
        raise NtmError(f"Không đọc được {source.name}. Cắm lại USB rồi chọn lại tệp.") from error
    if begins != headers.MAGIC:
        raise PackageRefused(Refusal.NOT_PACKAGE, source.name)
    if size > MOST_BYTES:
        raise PackageRefused(Refusal.TOO_BIG, f"{size} bytes")
    quarantine = folder / "quarantine"
    quarantine.mkdir(parents=True, exist_ok=True)
    if size > shutil.disk_usage(quarantine).free // 3:
        raise PackageRefused(Refusal.NO_SPACE, f"{size} bytes")
    temporary = quarantine / f"{source.name[:40]}.part"
    try:
        sha256, _size = durable.write_checked(temporary, _told(durable.read_chunks(source), alive))
        kept = quarantine / f"{sha256}.ntmx"
        durable.put_in_place(temporary, kept)
    finally:
        temporary.unlink(missing_ok=True)
    return Arrival(kept, source.name)


def _told(chunks: Iterator[bytes], alive: Alive) -> Iterator[bytes]:
    for chunk in chunks:
        alive(len(chunk))
        yield chunk


def open_package(session: Session, arrival: Arrival, *, instead: bool = False) -> Opened:
    """Steps 2, 3 and 5. Read with the session of the workplace's own unit."""
    own = key_services.own_unit(session)

    peers = {}

    def sender(key: str) -> Any:
        peers[key] = found = key_services.find_peer(session, key)
        return found.enrolment if found else None

    opening = reader.open_header(arrival.path, sender, unit=own.unit, keys=own.ids)
    peer = peers[opening.header.place.sender.key]
    assert peer is not None
    kind = opening.header.place.kind
    if kind not in kinds.sent_by(authority=not key_services.is_authority(session)):
        raise PackageRefused(Refusal.SCHEMA, f"{kind} from {peer.enrolment.level}")
    decision = _judge(session, opening.header, peer, instead=instead)
    return Opened(arrival, opening, peer, decision, instead)


def judge(session: Session, opened: Opened, *, confirmed: bool = False) -> Decision:
    """What the numbers say. ``confirmed``: a person knows how far ahead of the last one it is."""
    return _judge(session, opened.header, opened.peer, confirmed=confirmed, instead=opened.instead)


def branch(session: Session, opened: Opened) -> tuple[RowMapping, ...]:
    """The packages of the inbox that a fork puts an end to when it is taken in their place."""
    rows = _of_key(session, opened.peer, opened.header.place.sender.key)
    return _branch(rows, opened.header)


def _judge(
    session: Session, header: Header, peer: Peer, *, instead: bool, confirmed: bool = False
) -> Decision:
    rows = _of_key(session, peer, header.place.sender.key)
    if instead:
        gone = {row["uid"] for row in _branch(rows, header)}
        rows = [row for row in rows if row["uid"] not in gone]
    return sequence.decide(header, _known(rows), confirmed=confirmed)


def _branch(rows: Sequence[RowMapping], header: Header) -> tuple[RowMapping, ...]:
    numbers = sequence.given_up(header, _known(rows))
    return tuple(row for row in rows if row["epoch"] == header.place.epoch.n and row["seq"] in numbers)


def read(opened: Opened, keys: OwnKeys, body: Path, alive: Alive) -> Package:
    """Steps 4, 6 and 7, to the end; ``body`` is the decrypted archive afterwards, with the attachments in a
    folder beside it, or gone; ``put_away`` or ``discard`` when nobody needs them any more."""
    reader.check_body(opened.arrival.path, opened.opening, alive)
    if opened.decision.result is not Result.FORK:
        _refuse(opened.decision)
    reader.decrypt(opened.arrival.path, opened.opening, keys, body, alive)
    unpacked = _unpacked(body)
    try:
        shutil.rmtree(unpacked, ignore_errors=True)  # of an attempt that was cut off
        unpacked.mkdir()
        sign_key = opened.peer.enrolment.sign_key
        package = reader.open_archive(body, opened.header, sign_key, alive, unpacked=unpacked)
        check_rows(package)
        if opened.decision.result is Result.FORK:  # a person is shown both codes
            raise PackageRefused(Refusal.FORK, short_code(package.manifest.content_root))
    except BaseException:
        discard(body)
        raise
    return package


def put_away(package: Package) -> None:
    discard(package.body)


def _unpacked(body: Path) -> Path:
    return body.with_suffix(".d")


def discard(body: Path) -> None:
    """Deletes what ``read`` left in the temporary folder."""
    with suppress(OSError):  # a virus scanner may hold it; the next start clears the folder
        body.unlink(missing_ok=True)
    shutil.rmtree(_unpacked(body), ignore_errors=True)


def _refuse(decision: Decision) -> None:
    if decision.result.is_refusal and decision.result is not Result.JUMP:  # that is asked
        raise PackageRefused(Refusal(decision.result.value))


def check_rows(package: Package) -> None:
    if package.manifest.schema > int(HEAD):
        raise PackageRefused(Refusal.NEWER, f"schema {package.manifest.schema}")
    if package.manifest.schema < int(HEAD):
        raise PackageRefused(Refusal.SCHEMA, f"schema {package.manifest.schema}")
    for table, file in kinds.match(package.manifest.place.kind, package.manifest.files).items():
        with package.stream(file.path) as blocks:
            count = sum(1 for _row in read_lines(table, blocks))
        if count != file.rows:
            raise PackageRefused(Refusal.SCHEMA, f"{file.path}: {count} rows for {file.rows}")


def keep(store: FileStore, package: Package, alive: Alive) -> None:
    """Step 8, first half: attachments, manifest and data files are in the store before a row names them."""
    try:
        store.put_bytes(package.told)
        for one in package.manifest.files:
            if not store.has(one.sha256):
                _keep_entry(store, package, one.path, alive)
        for sha256 in sorted(store.missing(package.held)):
            if package.unpacked is None:
                _keep_entry(store, package, f"blobs/{sha256}", alive)
            else:
                store.take_in(package.unpacked / sha256, sha256)
    except OSError as error:
        raise PackageRefused(Refusal.STORE, str(error)) from error


def _keep_entry(store: FileStore, package: Package, name: str, alive: Alive) -> None:
    with package.stream(name) as blocks:
        store.put_chunks(_told(blocks, alive))


def apply(session: Session, opened: Opened, package: Package) -> Applied:
    """Step 8, second half: one action, in the session of the commune that the package is about. What a person
    must confirm was confirmed; the numbers are looked at again, for another desk may have been quicker."""
    place = package.manifest.place
    changes = _give_up(session, opened) if opened.instead else Changes()
    decision = judge(session, opened, confirmed=True)
    _refuse(decision)
    if decision.result is Result.AGAIN:
        return Applied(decision.result, changes)
    if decision.is_current:
        changes |= _take_rows(session, package)
        for row in session.rows(
            live(inbox, session).where(
                inbox.c.from_unit == place.sender.unit, inbox.c.kind == place.kind, inbox.c.current == 1
            )
        ):
            changes |= update(session, inbox, row["uid"], {"current": 0})
    changes |= insert(session, inbox, [_inbox_row(session, package, decision)])
    if not session.own:
        with _readable():
            digests.keep(session, anew=decision.is_current and place.kind == "submission")
        changes |= Changes.of(str(commune_digest.name))
    elif place.kind == "appraisal":
        with _readable():
            remarks.require_readable(session)
    return Applied(decision.result, changes)


def _give_up(session: Session, opened: Opened) -> Changes:
    """Of each kind the newest package that stays is the present one again; its rows take their place."""
    gone = branch(session, opened)
    if not gone:
        return Changes()
    changes = Changes()
    for row in gone:
        changes |= update(session, inbox, row["uid"], {"current": 0})
    changes |= remove(session, inbox, [row["uid"] for row in gone])
    for kind in {row["kind"] for row in gone if row["current"]} - {opened.header.place.kind}:
        same = live(inbox, session).where(
            inbox.c.from_unit == opened.header.place.sender.unit, inbox.c.kind == kind
        )
        left = session.row(same.order_by(inbox.c.epoch.desc(), inbox.c.seq.desc()))
        if left is not None:
            changes |= update(session, inbox, left["uid"], {"current": 1})
        changes |= _take_stored(session, kind, left)
    return changes


def _take_stored(session: Session, kind: str, row: RowMapping | None) -> Changes:
    """The rows of a package that was applied before; without one there are none."""
    if kind in ("keys", "criteria"):
        return Changes()
    files = dict(json.loads(row["files"])) if row is not None else {}
    return replace(
        session,
        {
            table: _rows(table, session.files.path(files[path]), session.commune_id) if path in files else ()
            for table in kinds.tables_of(kind)
            for path in [canonical.path_of(table)]
        },
    )


@contextmanager
def _readable() -> Iterator[None]:
    """Each value may be of its column's type, and yet the whole be nothing that a page could show."""
    try:
        yield
    except (ArithmeticError, LookupError, TypeError, ValueError, msgspec.MsgspecError) as error:
        raise PackageRefused(Refusal.SCHEMA, str(error)) from error


def _take_rows(session: Session, package: Package) -> Changes:
    kind = package.manifest.place.kind
    files = kinds.match(kind, package.manifest.files)
    if kind == "keys":
        return _take_key(session, package)
    if kind == "criteria":
        return Changes()  # offered: the unit decides
    current = session.rows(live(inbox, session).where(inbox.c.kind == kind, inbox.c.current == 1))
    before = dict(json.loads(current[0]["files"])) if len(current) == 1 else {}
    changed = {
        table: session.files.path(file.sha256)
        for table, file in files.items()
        if before.get(file.path) != file.sha256
    }
    try:
        rows = {table: _rows(table, path, session.commune_id) for table, path in changed.items()}
        return replace(session, rows)
    except IntegrityError as error:
        raise PackageRefused(Refusal.SCHEMA, str(error.orig)) from error


def _rows(table: Table, path: Path, commune_id: str) -> Iterator[Mapping[str, Any]]:
    return read_rows(table, durable.read_chunks(path), commune_id)


def _take_key(session: Session, package: Package) -> Changes:
    """The old key vouches for the new one; nobody compares a code."""
    with package.stream("data/enrolment.jsonl") as blocks:
        enrolments = list(read_rows(kinds.ENROLMENT, blocks, session.commune_id))
    if len(enrolments) != 1:
        raise PackageRefused(Refusal.SCHEMA, f"{len(enrolments)} enrolment files")
    told = read_enrolment(enrolments[0]["told"].encode())
    old = key_services.find_peer(session, package.manifest.place.sender.key)
    if old is None or told.unit != old.enrolment.unit:
        raise PackageRefused(Refusal.MANIFEST, "keys of another unit")
    today = session.at.date()
    return key_services.revoke(session, uid=old.uid) | key_services.add_peer(session, told, code="", on=today)


def _inbox_row(session: Session, package: Package, decision: Decision) -> Mapping[str, Any]:
    told, place = package.manifest, package.manifest.place
    files = [
        (manifest.NAME, hashlib.sha256(package.told).hexdigest()),
        *((one.path, one.sha256) for one in told.files),
        *((f"blobs/{sha256}", sha256) for sha256 in told.attachments),
    ]
    seen = told.seen
    return {
        "from_unit": place.sender.unit,
        "key": place.sender.key,
        "epoch": place.epoch.n,
        "nonce": place.epoch.nonce,
        "seq": place.seq,
        "kind": place.kind,
        "package_id": package.header.package_id,
        "prev": place.prev,
        "created_at": place.created_at,
        "content_root": told.content_root,
        "period": told.period,
        "author": told.author,
        "note": told.note,
        "seen": json.dumps([seen.epoch, seen.seq, seen.package_id]) if seen else None,
        "result": decision.result.value,
        "current": int(decision.is_current),
        "applied_at": session.at_text,
        "files": json.dumps(files, separators=(",", ":")),
    }


def _of_key(session: Session, peer: Peer, key: str) -> Sequence[RowMapping]:
    """Without their lists of files, which are long: a sender has hundreds of packages."""
    return session.rows(
        select(
            *(inbox.c.uid, inbox.c.epoch, inbox.c.nonce, inbox.c.seq),
            *(inbox.c.package_id, inbox.c.prev, inbox.c.kind, inbox.c.current, inbox.c.content_root),
        ).where(inbox.c.commune_id == peer.commune, inbox.c.key == key, inbox.c.deleted == 0)
    )


def _known(rows: Sequence[RowMapping]) -> Known:
    if not rows:
        return Known()
    newest = max(row["epoch"] for row in rows)
    present = [row for row in rows if row["epoch"] == newest]
    return Known(
        epoch=Epoch(newest, present[0]["nonce"]),
        ids={row["seq"]: row["package_id"] for row in present},
        before={row["seq"]: row["prev"] for row in present},
        kinds={row["seq"]: row["kind"] for row in present},
        older=frozenset(row["package_id"] for row in rows if row["epoch"] != newest),
    )
