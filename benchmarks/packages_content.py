"""A commune with photos, its authority, and the package between them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from ntm_desktop.db.engine import Database
from ntm_desktop.db.history import insert
from ntm_desktop.db.models import evidence, evidence_link, file
from ntm_desktop.services import authority, keys, sending, workplace
from ntm_desktop.services.enclosed import Enclosed
from ntm_desktop.services.sending import Outgoing
from ntm_desktop.sync.keys import OwnKeys

AT = datetime(2021, 7, 1, 1, tzinfo=UTC)
ON = date(2021, 6, 30)
_SET, _NAME = "xa-ntm-2016-2020", "Trần Thị Bình"


@dataclass(frozen=True)
class Side:
    database: Database
    own: OwnKeys


@contextmanager
def opened(sides: Path, name: str) -> Iterator[Side]:
    with Database.open(sides / name) as database:
        with database.read(of=database.unit) as session:
            own = keys.unlock(session, password="")
        yield Side(database, own)


def make_photos(folder: Path, count: int, size: int) -> None:
    """Bytes that do not compress, as photos do not."""
    folder.mkdir()
    noise = random.Random(1)
    begin = noise.randbytes(size)
    for number in range(count):
        (folder / f"{number:05}.jpg").write_bytes(number.to_bytes(8, "big") + begin[8:])


def make_sides(sides: Path, photos: Path) -> None:
    """Both know each other's keys; the photos are evidence of one indicator of the commune."""
    workplace.create(
        sides / "xa",
        commune=workplace.NewCommune(name="xã Yên Hóa", province="tỉnh Quảng Bình", code="18928"),
        goal=workplace.NewGoal(_SET, 2021, "tdmnpb", date(2020, 12, 22)),
        at=AT,
    )
    told = authority.NewAuthority("UBND huyện Minh Hóa", "455", "huyen", "tỉnh Quảng Bình", "Minh Hóa")
    authority.create(sides / "huyen", authority=told, at=AT)
    enrolled = {}
    for name in ("xa", "huyen"):
        with Database.open(sides / name) as database, database.write("Lập khóa", _NAME, AT) as session:
            own = keys.init(session, password="")
            enrolled[name] = keys.enrolment_file(session, own)
    for name, other, of in (("xa", "huyen", "18928"), ("huyen", "xa", "18928")):
        with Database.open(sides / name) as database, database.write("Khóa", _NAME, AT, of=of) as session:
            keys.pin(session, enrolled[other], code=keys.code_of(enrolled[other]), on=ON)
    with Database.open(sides / "xa") as database, database.write("Ảnh", _NAME, AT) as session:
        files: list[dict[str, object]] = []
        proofs: list[dict[str, object]] = []
        links: list[dict[str, object]] = []
        for path in sorted(photos.iterdir()):
            stored = session.files.put_file(path)
            one, proof = session.new_uid(), session.new_uid()
            row = {"uid": one, "sha256": stored.sha256, "size": stored.size, "type": "jpg", "name": path.name}
            files.append(row)
            proofs.append(
                {
                    "uid": proof,
                    "file_uid": one,
                    "title": path.stem,
                    "pages": "",
                    "internal": 0,
                    "added_on": ON.isoformat(),
                }
            )
            links.append({"evidence_uid": proof, "set_id": _SET, "code": "2.1", "position": len(links)})
        insert(session, file, files)
        insert(session, evidence, proofs)
        insert(session, evidence_link, links)


def package_of(side: Side) -> tuple[Outgoing, tuple[str, ...]]:
    """Numbered once; the same again at each later call."""
    with side.database.write("Lập gói", _NAME, AT) as session:
        to = sending.addressee(session)
        package, _changes = sending.submit(session, to=to, on=ON, author=_NAME)
        return package, sending.to_send(session, package, enclosed=Enclosed.ALL)
