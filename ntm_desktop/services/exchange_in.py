"""Packages on their way in: found on sticks and in parts, looked at, shown, taken or held.

The steps of ``receiving`` in their order, with what a screen shows of them. A file that was copied here stays
in quarantine until it was applied or a person throws it away.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ntm_desktop.db.files import FileStore
from ntm_desktop.db.session import Session
from ntm_desktop.errors import NtmError, reason
from ntm_desktop.services import (
    exchange_words,
    package_codes,
    package_preview,
    quarantine,
    receiving,
    taking_back,
)
from ntm_desktop.services.exchange_out import Report, counting
from ntm_desktop.services.package_preview import Preview
from ntm_desktop.services.receiving import Applied as Applied
from ntm_desktop.services.receiving import Arrival as Arrival
from ntm_desktop.services.receiving import Opened as Opened
from ntm_desktop.sync import finding, parts
from ntm_desktop.sync import header as headers
from ntm_desktop.sync.age_file import Alive, ignored
from ntm_desktop.sync.codes import qr_text, short_code
from ntm_desktop.sync.finding import InParts
from ntm_desktop.sync.header import Opening as Opening
from ntm_desktop.sync.header import Place
from ntm_desktop.sync.keys import OwnKeys
from ntm_desktop.sync.reader import Package as Package
from ntm_desktop.sync.sequence import Result


@dataclass(frozen=True, slots=True)
class Search:
    """``packages`` in the order of their numbers; ``told`` is what else is to be said, a sentence each.
    ``passed_over`` are those for others, and our own; ``own`` are the latter that somebody named."""

    packages: tuple[Path, ...]
    told: tuple[str, ...]
    passed_over: int = 0
    own: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """One package as a person sees it before it is applied."""

    sender: str
    unit: str
    kind: str
    seq: int
    epoch: int
    created_at: str
    author: str
    note: str
    code: str
    qr: str
    commune: str
    preview: Preview
    outcome: str
    """What the numbers say, as a sentence; "" when there is nothing to say."""

    @property
    def is_again(self) -> bool:
        return self.preview.decision.result is Result.AGAIN

    @property
    def asks(self) -> tuple[str, ...]:
        return self.preview.asks

    def matches(self, typed: str) -> bool:
        return package_codes.matches(typed, code=self.code, qr=self.qr)


def find(paths: Iterable[Path], folder: Path, report: Report, *, keys: OwnKeys | None = None) -> Search:
    """Parts that came earlier are looked at too: once all of a package are there, it is joined.

    A stick goes around: with the own ``keys`` what it carries for others, or brings back of ours, is passed
    over, unless somebody named that very file.
    """
    named = frozenset(path.absolute() for path in paths)
    kept = quarantine.parts_place(folder)
    kept.mkdir(parents=True, exist_ok=True)
    alive = _alive(report)
    found = finding.find([*named, kept], alive)
    told = [*(one.told for one in found.bad), *(one.told for one in found.unread)]
    told += [
        f"“{path.name}” không phải gói dữ liệu. Chọn tệp có đuôi .ntmx hoặc một phần của gói."
        for path in found.neither
    ]
    if found.is_cut:
        told.append("Chỗ này có quá nhiều tệp, chưa xem hết. Chọn đúng thư mục có gói.")
    joined = []
    for one in found.in_parts:
        if one.lacking:
            _keep_parts(one, kept, alive)
            told.append(
                f"Gói {one.package_id[:8]} chưa đủ: {one.told}. Các phần đã có được giữ lại; nhận tiếp khi "
                "có phần còn thiếu."
            )
        else:
            joined.append(_join(one, folder))
    places = {path: _place(path) for path in (*found.packages, *joined)}
    ids = frozenset(one.key for one in keys.all) if keys is not None else frozenset[str]()
    others = [path for path, place in places.items() if path not in named and _is_for_others(place, ids)]
    sent = [path for path in places if keys is not None and path in named and taking_back.is_own(path, keys)]
    packages = sorted(places.keys() - {*others, *sent}, key=lambda path: (_order(places[path]), path.name))
    return Search(tuple(packages), tuple(told), len(others), tuple(sent))


def _is_for_others(place: Place | None, ids: frozenset[str]) -> bool:
    return bool(ids) and place is not None and (place.sender.key in ids or place.to.key not in ids)


def _keep_parts(one: InParts, kept: Path, alive: Alive) -> None:
    for path in one.paths:
        if path.parent == kept:
            continue
        alive(0)
        target = kept / path.name
        if target.exists():
            target = kept / f"{one.package_id[:8]}-{path.name}"
        temporary = target.with_name(f"{target.name}.part")
        try:
            shutil.copyfile(path, temporary)
            temporary.replace(target)
        except OSError as error:
            temporary.unlink(missing_ok=True)
            raise NtmError(
                f"Không giữ được phần {path.name} của gói: {reason(error)}. Kiểm tra ổ đĩa rồi nhận lại."
            ) from error


def _join(one: InParts, folder: Path) -> Path:
    target = folder / "tmp" / f"{one.package_id}.ntmx"
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with target.open("wb") as out:
            parts.join(one.paths, out)
    except OSError as error:
        target.unlink(missing_ok=True)
        raise NtmError(f"Không ghép được các phần của gói: {reason(error)}. Kiểm tra ổ đĩa.") from error
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    return target


def _place(path: Path) -> Place | None:
    """As the file says, which is proved later."""
    try:
        with path.open("rb") as file:
            return headers.read(file).header.place
    except (NtmError, OSError):
        return None


def _order(place: Place | None) -> tuple[str, int, int]:
    """Any order ends in the same state; this one asks the fewest questions."""
    return (place.sender.unit, place.epoch.n, place.seq) if place is not None else ("", 0, 0)


def arrive(folder: Path, path: Path, *, report: Report) -> Arrival:
    size = path.stat().st_size if path.is_file() else 0
    is_joined = path.parent == folder / "tmp"
    try:
        arrival = receiving.arrive(folder, path, counting(report, size))
    finally:
        if is_joined:  # its parts are still where they came from
            path.unlink(missing_ok=True)
    if is_joined:
        _drop_parts(folder, path.stem)
    return arrival


def _drop_parts(folder: Path, package_id: str) -> None:
    kept = quarantine.parts_place(folder)
    for one in finding.find([kept]).in_parts:
        if one.package_id == package_id:
            for path in (*one.paths, *one.repeated, *one.others):
                if path.parent == kept:
                    path.unlink(missing_ok=True)


def open_package(session: Session, arrival: Arrival, *, instead: bool = False) -> Opened:
    return receiving.open_package(session, arrival, instead=instead)


def read(opened: Opened, keys: OwnKeys, folder: Path, *, report: Report) -> Package:
    body = _body(folder, opened.arrival)
    body.parent.mkdir(parents=True, exist_ok=True)
    try:
        return receiving.read(opened, keys, body, counting(report, 3 * opened.header.body_len))
    except OSError as error:
        raise NtmError(
            f"Không mở được gói: {reason(error)}. Kiểm tra chỗ trống của ổ đĩa rồi thử lại."
        ) from error


def show(session: Session, opened: Opened, package: Package, *, now: datetime) -> Shown:
    """Read with the session of the commune that it is about."""
    told, place = package.manifest, package.manifest.place
    preview = package_preview.preview(session, opened, package, now=now)
    return Shown(
        sender=opened.peer.enrolment.name,
        unit=place.sender.unit,
        kind=place.kind,
        seq=place.seq,
        epoch=place.epoch.n,
        created_at=place.created_at,
        author=told.author,
        note=told.note,
        code=short_code(told.content_root),
        qr=qr_text(unit=place.sender.unit, period=told.period, content_root=told.content_root),
        commune=opened.peer.commune,
        preview=preview,
        outcome=exchange_words.outcome(preview.decision.result),
    )


def keep(store: FileStore, package: Package, *, report: Report) -> None:
    """Attachments are in the store before a row names them."""
    total = sum(entry.size for entry in package.entries.values())
    receiving.keep(store, package, counting(report, total))


def apply(session: Session, opened: Opened, package: Package) -> Applied:
    return receiving.apply(session, opened, package)


def finish(opened: Opened, package: Package) -> None:
    """It was applied: nothing of it is needed outside of the store."""
    quarantine.discard(opened.arrival.path)
    put_away(package)


def put_away(package: Package) -> None:
    receiving.put_away(package)


def put_aside(
    folder: Path, arrival: Arrival, error: NtmError | None, *, at: str, instead: bool = False
) -> None:
    """It waits in quarantine with why; what was decrypted of it is deleted. One that was to take another's
    place still is what it was held for."""
    receiving.discard(_body(folder, arrival))
    if not instead:
        quarantine.keep(arrival, error, at=at)


def _body(folder: Path, arrival: Arrival) -> Path:
    """Where it is decrypted."""
    return folder / "tmp" / f"{arrival.path.stem}.zip"


def _alive(report: Report) -> Callable[[int], None]:
    """Of a search, whose end nobody knows."""

    def alive(done: int) -> None:
        ignored(done)
        report(0, 0)

    return alive
