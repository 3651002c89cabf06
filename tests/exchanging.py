"""A commune and an authority with real data folders, and packages that go between them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from ntm_desktop.db.engine import Database
from ntm_desktop.services import authority, keys, package_preview, receiving, sending
from ntm_desktop.services.enclosed import Enclosed
from ntm_desktop.services.receiving import Applied, Arrival, Opened
from ntm_desktop.sync.keys import OwnKeys
from ntm_desktop.sync.reader import Package

AT = datetime(2021, 7, 1, 1, tzinfo=UTC)
ON = date(2021, 6, 30)


@dataclass
class Side:
    database: Database
    own: OwnKeys
    at: datetime = AT
    """By its clock."""

    @property
    def enrolment(self) -> bytes:
        with self.database.read(of=self.database.unit) as session:
            return keys.enrolment_file(session, self.own)

    def pins(self, other: Side) -> None:
        told = other.enrolment
        commune = self.database.unit if self.database.kind == "commune" else other.database.unit
        with self.database.write("Ghi nhận khóa", "Trần Thị Bình", self.at, of=commune) as session:
            keys.pin(session, told, code=keys.code_of(told), on=ON)


def made(database: Database) -> Side:
    with database.write("Lập khóa", "Trần Thị Bình", AT) as session:
        return Side(database, keys.init(session, password=""))


AUTHORITY = authority.NewAuthority(
    name="Ủy ban nhân dân huyện Minh Hóa",
    code="455",
    level="huyen",
    province="tỉnh Quảng Bình",
    place="Minh Hóa",
)


def new_authority(folder: Path) -> Side:
    authority.create(folder, authority=AUTHORITY, at=AT)
    return made(Database.open(folder))


def pinned(commune: Side, appraiser: Side) -> None:
    commune.pins(appraiser)
    appraiser.pins(commune)


def submitted(commune: Side, folder: Path, *, everything: bool = False) -> Path:
    with commune.database.write("Gửi số liệu", "Trần Thị Bình", commune.at) as session:
        to = sending.addressee(session)
        package, _changes = sending.submit(session, to=to, on=ON, author="Trần Thị Bình")
        blobs = sending.to_send(session, package, enclosed=Enclosed.ALL if everything else Enclosed.LACKING)
    path = folder / package.name
    sending.build(package, blobs, commune.own, commune.database.files, path, quiet)
    return path


def taken(side: Side, path: Path) -> Applied:
    """All of receiving; what asks for a person is confirmed."""
    opened, package = read(side, receiving.arrive(side.database.folder, path, quiet))
    with side.database.read(of=opened.peer.commune) as session:
        package_preview.preview(session, opened, package, now=side.at)
    receiving.keep(side.database.files, package, quiet)
    with side.database.write(
        f"Nhận gói {path.name}", "Lê Văn Thẩm", side.at, of=opened.peer.commune
    ) as session:
        return receiving.apply(session, opened, package)


def read(side: Side, arrival: Arrival) -> tuple[Opened, Package]:
    """All that comes before a person looks; nothing is written but the decrypted body."""
    with side.database.read(of=side.database.unit) as session:
        opened = receiving.open_package(session, arrival)
    body = side.database.folder / "tmp" / "body.zip"
    body.parent.mkdir(exist_ok=True)
    return opened, receiving.read(opened, side.own, body, quiet)


def content_of(folder: Path) -> dict[str, str]:
    """Every file of a data folder, by its digest."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def quiet(_done: int) -> None:
    pass
