"""The authority of the sample: seven communes that each sent their state, by the way that real ones go."""

from __future__ import annotations

import tempfile
from datetime import UTC, date, datetime, time
from pathlib import Path

from ntm_desktop import settings
from ntm_desktop.db.engine import Database
from ntm_desktop.db.session import Session
from ntm_desktop.services import authority, keys, receiving, sample, sending, workplace
from ntm_desktop.services.workplace import NewPerson
from ntm_desktop.settings import Settings
from ntm_desktop.sync.age_file import ignored
from ntm_desktop.sync.keys import OwnKeys
from ntm_desktop.text import OFFICE

DAY = date.fromisoformat(sample.STORY_DAY)
_AT = datetime.combine(DAY, time(8), OFFICE).astimezone(UTC)
_BY = "Hoàng Thị Thẩm"
_AUTHORITY = authority.NewAuthority(
    name="Văn phòng Điều phối nông thôn mới tỉnh Quảng Bình (minh họa)",
    code="QB-MH",
    level="tinh",
    province="tỉnh Quảng Bình",
    place="Đồng Hới",
    illustrative=True,
)
_STAFF = (
    NewPerson(_BY, "Chuyên viên", "Phòng Nghiệp vụ"),
    NewPerson("Nguyễn Văn Chánh", "Chánh Văn phòng", "", "read_only", signs=True),
)


def make(folder: Path) -> None:
    """Creates the authority's data folder, whole or not at all; a folder that already has data is refused.

    Keys are made anew each time, so no two are alike.
    """
    with workplace.built_beside(folder) as building, tempfile.TemporaryDirectory(prefix="ntm-") as name:
        authority.create(building, authority=_AUTHORITY, new_people=_STAFF, at=_AT)
        with Database.open(building) as database:
            with database.write("Lập khóa", _BY, _AT) as session:
                own = keys.init(session, password="")
                enrolled = keys.enrolment_file(session, own)
            for commune in sample.COMMUNES:
                sample.make(Path(name) / commune, commune=commune)
                with Database.open(Path(name) / commune) as theirs:
                    _enrol_and_take(database, own, enrolled, theirs, Path(name))
        settings.save(Settings(story_day=sample.STORY_DAY), building)


def _enrol_and_take(
    database: Database, own: OwnKeys, enrolled: bytes, commune: Database, stick: Path
) -> None:
    with commune.write("Lập khóa", _BY, _AT) as session:
        theirs = keys.init(session, password="")
        told = keys.enrolment_file(session, theirs)
        _pin(session, enrolled)
    with database.write("Ghi nhận khóa của xã", _BY, _AT, of=commune.unit) as session:
        _pin(session, told)
    with commune.write("Gửi số liệu", _BY, _AT) as session:
        to = sending.addressee(session)
        package, _changes = sending.submit(session, to=to, on=DAY, author=_BY)
    path = stick / package.name
    sending.build(package, package.blobs, theirs, commune.files, path, ignored)
    with database.read(of=database.unit) as session:
        opened = receiving.open_package(session, receiving.Arrival(path, path.name))
    read = receiving.read(opened, own, stick / "body.zip", ignored)
    receiving.keep(database.files, read, ignored)
    action = f"Nhận gói số 1 của {opened.peer.enrolment.name}"
    with database.write(action, _BY, _AT, of=commune.unit) as session:
        receiving.apply(session, opened, read)


def _pin(session: Session, told: bytes) -> None:
    keys.pin(session, told, code=keys.code_of(told), on=DAY)
