"""Packages that leave: what is in them, their number, the file. docs/package-format.md §5 and §7.

Numbering is one action; from then on nothing in a package changes: it can be written out again at any time.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import RowMapping, func, select

from ntm_desktop import __version__
from ntm_desktop.changes import Changes
from ntm_desktop.db.files import FileStore
from ntm_desktop.db.history import insert
from ntm_desktop.db.migrate import HEAD
from ntm_desktop.db.models import dossier, export, file, inbox, outbox, paper, receipt
from ntm_desktop.db.session import Session, live
from ntm_desktop.errors import NtmError
from ntm_desktop.services import freezing
from ntm_desktop.services import keys as key_services
from ntm_desktop.services.enclosed import Attachments, Enclosed
from ntm_desktop.services.keys import Peer
from ntm_desktop.sync import canonical, manifest, writer
from ntm_desktop.sync.age_file import Alive
from ntm_desktop.sync.header import NOTHING_BEFORE, Addressee, Place, Sender
from ntm_desktop.sync.keys import OwnKeys
from ntm_desktop.sync.manifest import Blob, DataFile, Manifest, Print, Seen
from ntm_desktop.sync.writer import Content

PRINT = "hồ sơ"
_NO_PEER = (
    "Chưa ghi nhận khóa của nơi nhận. Nhập tệp khóa .ntmk của nơi nhận và so mã với phiếu giấy ở trang Trao "
    "đổi, rồi làm lại."
)
_LOST = (
    "Không gửi được vì thiếu {count} tệp đã lưu: {names}. Phục hồi từ bản sao lưu hoặc gỡ minh chứng đó, "
    "rồi làm lại."
)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A numbered package, and whose keys open it."""

    uid: str
    manifest: Manifest
    package_id: str
    files: tuple[tuple[str, str], ...]
    """Path in the package and SHA-256 in the store; manifest.json among them."""
    to_age_key: str

    @property
    def blobs(self) -> tuple[str, ...]:
        """Digests of all attachments and prints."""
        return self.manifest.attachments

    @property
    def name(self) -> str:
        place = self.manifest.place
        told = f"NTM_{place.sender.unit[:12]}_{place.to.unit[:12]}_{place.kind}"
        return f"{told}_E{place.epoch.n}_{place.seq}_{self.package_id[:8]}.ntmx"


def addressee(session: Session) -> Peer:
    """To whom the commune that is open, or its authority, sends: the newest key that stands."""
    standing = [one for one in key_services.peers(session) if not one.is_revoked]
    if not standing:
        raise NtmError(_NO_PEER)
    return standing[-1]


def submit(session: Session, *, to: Peer, on: date, author: str, note: str = "") -> tuple[Outgoing, Changes]:
    """A submission of the data as they are; the same once more when nothing has changed since the last."""
    named = freezing.named(session, on=on)
    frozen, changes = freezing.take(session, on=on, today=on)
    files = [*frozen.files, (manifest.LATER, session.files.put_bytes(_paper_lines(session)).sha256)]
    told = manifest.Told(
        kind="submission",
        period=named["period"],
        criteria=named["criteria"],
        author=author,
        note=note,
        blobs=_blobs(session),
        dossiers=_prints(session, frozen.content_root),
    )
    outgoing, numbered = number(session, told, files, to=to)
    return outgoing, changes | numbered


def number(
    session: Session, told: manifest.Told, files: Iterable[tuple[str, str]], *, to: Peer
) -> tuple[Outgoing, Changes]:
    """Gives a package its place in the stream; one that says nothing new keeps the number of the last one."""
    epoch = key_services.epoch(session)
    own = key_services.own_unit(session)
    before = session.row(
        live(outbox, session)
        .where(outbox.c.to_unit == to.enrolment.unit, outbox.c.epoch == epoch.n)
        .order_by(outbox.c.seq.desc())
    )
    place = Place(
        kind=told.kind,
        sender=Sender(own.unit, own.install, own.key),
        to=Addressee(to.enrolment.unit, to.enrolment.key),
        epoch=epoch,
        seq=1 + (before["seq"] if before else 0),
        prev=before["package_id"] if before else NOTHING_BEFORE,
        created_at=session.at_text,
    )
    data = tuple(_data_file(session.files, path, sha256) for path, sha256 in sorted(files))
    made = Manifest.of(told, place, schema=int(HEAD), seen=_seen(session, to), files=data)
    if before is not None:
        last = _outgoing(session.files, before, to)
        if last.manifest.says_the_same_as(made):
            return last, Changes()
    content = made.write()
    stored = session.files.put_bytes(content)
    kept = ((manifest.NAME, stored.sha256), *((one.path, one.sha256) for one in data))
    uid, package_id = session.new_uid(), manifest.package_id(content)
    row = {
        "uid": uid,
        "to_unit": to.enrolment.unit,
        "to_key": to.enrolment.key,
        "key": own.key,
        "epoch": epoch.n,
        "nonce": epoch.nonce,
        "seq": place.seq,
        "kind": told.kind,
        "package_id": package_id,
        "created_at": place.created_at,
        "content_root": made.content_root,
        "note": told.note,
        "files": json.dumps(kept, separators=(",", ":")),
    }
    changes = insert(session, outbox, [row])
    return Outgoing(uid, made, package_id, kept, to.enrolment.age_key), changes


def outgoing(session: Session, *, uid: str) -> Outgoing:
    """A package that was numbered before, to be written out again for whoever holds the key now."""
    row = session.row(live(outbox, session).where(outbox.c.uid == uid))
    if row is None:
        raise NtmError("Gói này không còn trong danh sách gói đã gửi. Mở lại trang Trao đổi.")
    return _outgoing(session.files, row, addressee(session))


def to_send(session: Session, package: Outgoing, *, enclosed: Enclosed = Enclosed.LACKING) -> tuple[str, ...]:
    """Which attachments travel."""
    told = package.manifest
    return _attachments(session, told.blobs, told.dossiers).of(enclosed)


def measure(session: Session, *, on: date) -> tuple[int, int, Attachments]:
    """Rows and bytes of the data files, and the attachments, of what ``submit`` would send now."""
    frozen, papers = freezing.measure(session, on=on), _paper_lines(session)
    attachments = _attachments(session, _blobs(session), _prints(session, frozen.content_root))
    return frozen.rows + papers.count(b"\n"), frozen.bytes + len(papers), attachments


def _attachments(session: Session, blobs: Iterable[Blob], prints: Iterable[Print]) -> Attachments:
    found = {one.sha256: (one.size, one.type) for one in blobs}
    found |= {one.sha256: (one.size, "pdf") for one in prints if one.sha256 not in found}
    return Attachments(found, held_there(session))


def held_there(session: Session) -> frozenset[str]:
    """Attachments that the authority holds: of packages with a receipt, all but what it says it lacks."""
    sent = {row["package_id"]: row for row in session.rows(live(outbox, session))}
    held: set[str] = set()
    lacking: set[str] = set()
    for row in session.rows(live(receipt, session)):
        lacking.update(json.loads(row["missing"]))
        if row["package_id"] in sent:
            held.update(manifest_of(session.files, sent[row["package_id"]]).attachments)
    return frozenset(held - lacking)


def build(
    package: Outgoing, blobs: Sequence[str], keys: OwnKeys, store: FileStore, out: Path, alive: Alive
) -> None:
    """Writes the file of a package, signed by the key that it was numbered under; needs no session. ``out``
    holds it wholly, or is gone."""
    signing = keys.of(package.manifest.place.sender.key)
    if lost := sorted(store.missing(blobs)):
        raise NtmError(_LOST.format(count=len(lost), names=", ".join(one[:8] for one in lost)))
    data = {path: store.path(sha256) for path, sha256 in package.files if path != manifest.NAME}
    content = Content(package.manifest, data, {sha256: store.path(sha256) for sha256 in blobs})
    body = out.with_suffix(".zip")
    try:
        with body.open("w+b") as archive, out.open("w+b") as sealed:
            writer.archive(content, signing, archive, alive)
            to = [package.to_age_key]
            writer.seal(archive, package.manifest, signing, to=to, app=__version__, out=sealed, alive=alive)
    except BaseException:
        out.unlink(missing_ok=True)
        raise
    finally:
        body.unlink(missing_ok=True)


def note_export(
    session: Session,
    package: Outgoing,
    blobs: Sequence[str],
    *,
    medium: str,
    paths: Sequence[Path],
    size: int,
) -> Changes:
    row = {
        "outbox_uid": package.uid,
        "at": session.at_text,
        "medium": medium,
        "name": paths[0].name,
        "bytes": size,
        "parts": len(paths),
        "blobs": json.dumps(list(blobs), separators=(",", ":")),
    }
    return insert(session, export, [row])


def manifest_of(files: FileStore, row: Mapping[str, Any] | RowMapping) -> Manifest:
    """Of a row of the outbox or inbox."""
    return manifest.parse(files.read(dict(json.loads(row["files"]))[manifest.NAME]))


def _outgoing(files: FileStore, row: RowMapping, to: Peer) -> Outgoing:
    kept = tuple((str(path), str(sha256)) for path, sha256 in json.loads(row["files"]))
    return Outgoing(row["uid"], manifest_of(files, row), row["package_id"], kept, to.enrolment.age_key)


def _data_file(store: FileStore, path: str, sha256: str) -> DataFile:
    content = store.read(sha256)
    return DataFile(path, sha256, len(content), content.count(b"\n"))


def _paper_lines(session: Session) -> bytes:
    rows = session.rows(select(paper).where(paper.c.commune_id == session.commune_id))
    return canonical.lines(rows)


def _blobs(session: Session) -> tuple[Blob, ...]:
    found = [
        Blob(row["sha256"], row["size"], row["type"])
        for row in session.rows(live(file, session).where(file.c.sha256.in_(canonical.blobs(session))))
    ]
    return tuple({one.sha256: one for one in sorted(found, key=lambda one: one.sha256)}.values())


def _prints(session: Session, root: str) -> tuple[Print, ...]:
    found = {
        row["sha256"]: Print(row["sha256"], session.files.size(row["sha256"]) or 0, row["paper"] or PRINT)
        for row in session.rows(live(dossier, session).where(dossier.c.content_root == root))
    }
    return tuple(found[sha256] for sha256 in sorted(found))


def _seen(session: Session, to: Peer) -> Seen | None:
    """The newest package of the other side that was applied."""
    theirs = live(inbox, session).where(inbox.c.from_unit == to.enrolment.unit)
    row = session.row(theirs.order_by(inbox.c.epoch.desc(), inbox.c.seq.desc()))
    return Seen(row["epoch"], row["seq"], row["package_id"]) if row else None


def newest_number(session: Session, *, to_unit: str) -> int:
    epoch = key_services.epoch(session).n
    own = outbox.c.commune_id == session.commune_id, outbox.c.to_unit == to_unit, outbox.c.epoch == epoch
    found: int | None = session.scalar(select(func.max(outbox.c.seq)).where(*own))
    return found or 0
