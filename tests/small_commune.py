"""A commune that has a little of everything, made in a moment: for tests that need many of its packages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from office import AT, LEAD, TODAY

from ntm_desktop.db.engine import Database
from ntm_desktop.domain.capital import Movement, Source
from ntm_desktop.domain.obstacles import Level
from ntm_desktop.services import (
    assessments,
    commitments,
    commune,
    evidence,
    files,
    obstacles,
    plans,
    work_money,
    workplace,
    works,
)
from ntm_desktop.services.commune import HamletView


def make(folder: Path, *, code: str = "18928", name: str = "xã Yên Hóa") -> Database:
    workplace.create(
        folder,
        commune=workplace.NewCommune(
            name=name, district="huyện Minh Hóa", province="tỉnh Quảng Bình", code=code, schools=4
        ),
        goal=workplace.NewGoal("xa-ntm-2016-2020", 2021, "tdmnpb", date(2020, 12, 22)),
        new_people=[workplace.NewPerson(LEAD)],
        at=AT,
    )
    database = Database.open(folder)
    scan = folder / "bien-ban.txt"
    scan.write_bytes("Biên bản nghiệm thu đường thôn Yên Thắng.\n".encode() * 50)
    with database.write("Nhập số liệu", LEAD, AT) as session:
        hamlets = [HamletView(None, one, 120, 480) for one in ("thôn Yên Thắng", "thôn Yên Bình")]
        commune.save_hamlets(session, rows=hamlets)
        for indicator, value in (("2.1", "72,5"), ("5.1", "80"), ("17.6", "55")):
            assessments.record(session, code=indicator, texts={"v": value}, as_of=TODAY, today=TODAY)
        plans.save(session, code="5.1", on=TODAY, cause="Thiếu vốn", solution="Xin tỉnh hỗ trợ")
        works.save(session, name="Đường trục thôn Yên Thắng", kind="giao-thong", person_uid=None)
        work = works.uid_named(session, name="Đường trục thôn Yên Thắng")
        works.link_indicators(session, uid=work, set_id="xa-ntm-2016-2020", codes=["2.1"])
        work_money.record_money(
            session,
            uid=work,
            movement=Movement.ALLOTTED,
            source=Source.DISTRICT,
            year=2021,
            amount=900_000_000,
            on=date(2021, 6, 15),
            today=TODAY,
        )
        obstacles.save(
            session, what="Ba hộ chưa giao đất", since=date(2021, 5, 4), today=TODAY, level=Level.DISTRICT,
            work_uid=work,
        )  # fmt: skip
        commitments.save(
            session, promiser="Ủy ban nhân dân huyện", amount=500_000_000, on=TODAY, source=Source.DISTRICT,
            year=2021, due=date(2021, 12, 31), today=TODAY, work_uid=work,
        )  # fmt: skip
        evidence.attach(session, stored=files.take_in(session.files, scan), code="2.1", today=TODAY)
    return database
