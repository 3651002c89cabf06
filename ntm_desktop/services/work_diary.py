"""The diary of a construction work: its measurements read back, what they corrected, and their photos.

Measuring is ``work_progress``; ``services.files`` brings the bytes of a photo in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import RowMapping, select

from ntm_desktop.changes import Changes
from ntm_desktop.db.history import insert, remove
from ntm_desktop.db.models import file, progress, progress_photo
from ntm_desktop.db.session import Session, live
from ntm_desktop.domain.progress import DelayCause
from ntm_desktop.errors import NtmError
from ntm_desktop.services.evidence import file_row
from ntm_desktop.services.fields import line
from ntm_desktop.services.files import PICTURES, IncomingFile
from ntm_desktop.services.work_facts import standing

_GONE = "Lần đo này đã được sửa hoặc đã bị gỡ. Tải lại trang Công trình."


@dataclass(frozen=True, slots=True)
class Photo:
    uid: str
    title: str
    sha256: str
    file_name: str


@dataclass(frozen=True, slots=True)
class Measurement:
    """One measurement as it was entered; ``reason`` says why it fell back or what it corrects.

    ``earlier`` are those that it corrected, newest first.
    """

    uid: str
    on: date
    share: int
    value: int | None
    cause: DelayCause | None
    note: str
    reason: str
    photos: tuple[Photo, ...] = ()
    earlier: tuple[Measurement, ...] = ()


def diary(session: Session, *, uid: str, on: date) -> tuple[Measurement, ...]:
    """What was measured of a work until the end of a day, newest first; what was corrected stands behind."""
    rows = session.rows(live(progress, session).where(progress.c.work_uid == uid))
    known = {row["uid"]: row for row in rows}
    photos = _photos(session, uid)
    found = sorted(standing(rows), key=lambda row: (row["on_date"], row["seq"]), reverse=True)
    return tuple(_read(row, known, photos) for row in found if date.fromisoformat(row["on_date"]) <= on)


def causes(session: Session, *, on: date) -> dict[str, DelayCause]:
    """By work, what was recorded last as the cause of its delay until the end of a day."""
    corrected = select(progress.c.supersedes).where(
        progress.c.commune_id == session.commune_id, progress.c.supersedes.is_not(None)
    )
    told = live(progress, session).where(
        progress.c.cause != "", progress.c.on_date <= on.isoformat(), progress.c.uid.not_in(corrected)
    )
    rows = session.rows(told.order_by(progress.c.on_date, progress.c.seq))
    return {row["work_uid"]: DelayCause(row["cause"]) for row in rows}


def add_photos(session: Session, *, measurement_uid: str, stored: Sequence[IncomingFile]) -> Changes:
    """Photos of a measurement; one that it has already is not taken twice."""
    if session.row(live(progress, session).where(progress.c.uid == measurement_uid)) is None:
        raise NtmError(_GONE)
    wrong = [one.name for one in stored if one.type not in PICTURES]
    if wrong:
        names = ", ".join(f"“{name}”" for name in wrong)
        raise NtmError(f"{names} không phải là ảnh. Chọn ảnh JPEG, PNG hoặc WEBP.")
    there = session.rows(
        live(progress_photo, session).where(progress_photo.c.progress_uid == measurement_uid)
    )
    used = {row["file_uid"] for row in there}
    position = 1 + max((row["position"] for row in there), default=-1)
    changes = Changes()
    for one in stored:
        file_uid, added = file_row(session, one)
        changes |= added
        if file_uid in used:
            continue
        used.add(file_uid)
        title = line(one.name.rsplit(".", 1)[0].replace("_", " "))
        changes |= _insert(session, measurement_uid, file_uid, title, position)
        position += 1
    return changes


def remove_photo(session: Session, *, uid: str) -> Changes:
    """Off its measurement; the file stays in the store."""
    if session.row(live(progress_photo, session).where(progress_photo.c.uid == uid)) is None:
        raise NtmError("Ảnh này đã bị gỡ. Tải lại trang Công trình.")
    return remove(session, progress_photo, [uid])


def take_over_photos(session: Session, *, old: str | None, new: str) -> Changes:
    """The photos of a measurement stand by the one that corrects it, too."""
    changes = Changes()
    for row in session.rows(
        live(progress_photo, session)
        .where(progress_photo.c.progress_uid == old)
        .order_by(progress_photo.c.position)
    ):
        changes |= _insert(session, new, row["file_uid"], row["title"], row["position"])
    return changes


def _insert(session: Session, measurement_uid: str, file_uid: str, title: str, position: int) -> Changes:
    row = {
        "uid": session.new_uid(),
        "progress_uid": measurement_uid,
        "file_uid": file_uid,
        "title": title,
        "position": position,
    }
    return insert(session, progress_photo, [row])


def _photos(session: Session, work_uid: str) -> Mapping[str, list[Photo]]:
    """By measurement, in their order."""
    same = (progress.c.commune_id == progress_photo.c.commune_id) & (
        progress.c.uid == progress_photo.c.progress_uid
    )
    stored = (file.c.commune_id == progress_photo.c.commune_id) & (file.c.uid == progress_photo.c.file_uid)
    query = (
        select(progress_photo, file.c.sha256, file.c.name.label("file_name"))
        .join(progress, same)
        .join(file, stored)
        .where(
            progress_photo.c.commune_id == session.commune_id,
            progress_photo.c.deleted == 0,
            progress.c.work_uid == work_uid,
        )
        .order_by(progress_photo.c.position, progress_photo.c.uid)
    )
    found: dict[str, list[Photo]] = {}
    for row in session.rows(query):
        photo = Photo(row["uid"], row["title"], row["sha256"], row["file_name"])
        found.setdefault(row["progress_uid"], []).append(photo)
    return found


def _read(row: RowMapping, known: Mapping[str, RowMapping], photos: Mapping[str, list[Photo]]) -> Measurement:
    earlier: list[Measurement] = []
    before = known.get(row["supersedes"])
    if before is not None:
        first = _read(before, known, photos)
        earlier = [first, *first.earlier]
    return Measurement(
        row["uid"],
        date.fromisoformat(row["on_date"]),
        row["share"],
        row["value"],
        DelayCause(row["cause"]) if row["cause"] else None,
        row["note"],
        row["reason"],
        tuple(photos.get(row["uid"], ())),
        tuple(earlier),
    )
