"""A commune whose dossier goes up: nothing is missing and nothing is doubted, under any procedure.

Its report is completed after the opinions, as the procedure has it: that it is later than what was posted is
told, and is right.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from consulted import consult
from sealing import seal

from ntm_desktop.db.engine import Database
from ntm_desktop.db.session import Session
from ntm_desktop.domain.capital import Movement, Source
from ntm_desktop.domain.criteria import Measure
from ntm_desktop.domain.values import editable_texts
from ntm_desktop.packs.criteria import builtin_ids
from ntm_desktop.paths import resource
from ntm_desktop.services import (
    assessments,
    commune,
    consultation,
    criteria_sets,
    dossier,
    evidence,
    files,
    form_settings,
    goals,
    grounds,
    narratives,
    official_documents,
    people,
    sample_files,
    targets,
    thresholds,
    work_money,
    workplace,
    works,
)
from ntm_desktop.services.commune import HamletView
from ntm_desktop.services.judged import yardstick

LEAD = "Cao Thị Hòa"
SCAN = "Biên bản kiểm tra"
FRONT = "Báo cáo hài lòng"
PHOTO = "Ảnh đường thôn"
WORK = "Đường thôn Tân Lợi 1"
SAFE = "công nhận xã Yên Hóa đạt tiêu chuẩn An toàn về an ninh, trật tự"


PRIOR = {
    "nang-cao": "công nhận xã Yên Hóa đạt chuẩn nông thôn mới năm 2021",
    "kieu-mau": "công nhận xã Yên Hóa đạt chuẩn nông thôn mới nâng cao năm 2022",
}
"""By tier, the decision on the tier below."""
MADE_UP = "xa-ntm-kieu-mau-minh-hoa"
"""Id of the set that stands for one of kiểu mẫu, which the program does not ship."""
FIRST_NUMBER = 12
TOLD = frozenset({"asked/report_later"})
"""The one line that is left."""


@dataclass(frozen=True, slots=True)
class Case:
    """A goal under a procedure, and the day of its dossier."""

    regime: str
    set_id: str
    profile: str
    year: int
    since: date
    on: date
    district: str = "huyện Minh Hóa"
    tier: str = "ntm"

    @property
    def at(self) -> datetime:
        return datetime.combine(self.on, time(9), UTC)


CASES = {
    "2016": Case("2016", "xa-ntm-2016-2020", "tdmnpb", 2020, date(2017, 1, 3), date(2020, 12, 31)),
    "2021": Case("2021", "xa-ntm-2021-2025", "btb", 2024, date(2022, 9, 1), date(2024, 12, 31)),
    "2021 nâng cao": Case(
        "2021",
        "xa-ntm-nang-cao-2021-2025",
        "btb",
        2024,
        date(2022, 9, 1),
        date(2024, 12, 31),
        tier="nang-cao",
    ),
    "2025-2cap": Case("2025-2cap", "xa-ntm-2021-2025", "btb", 2025, date(2025, 7, 1), date(2025, 12, 31), ""),
    "2025-2cap kiểu mẫu": Case(
        "2025-2cap", MADE_UP, "btb", 2025, date(2025, 7, 1), date(2025, 12, 31), "", "kieu-mau"
    ),
}
"""By name; a new procedure, or a tier that a set is shipped for, needs its own, or a test of completeness
fails."""


def model_set() -> bytes:
    """A set of kiểu mẫu as an office would get it in a file: made up from the shipped one of nâng cao."""
    body = json.loads(resource("criteria", "xa-ntm-nang-cao-2021-2025.json").read_bytes())["set"]
    title = "Bộ tiêu chí xã nông thôn mới kiểu mẫu giai đoạn 2021-2025 (minh họa, không phải bộ ban hành)"
    body |= {"id": MADE_UP, "tier": "kieu-mau", "title": title, "short_title": "Bộ kiểu mẫu (minh họa)"}
    return seal(body)


def make(folder: Path, name: str) -> None:
    case = CASES[name]
    shipped = case.set_id in builtin_ids()
    workplace.create(
        folder,
        commune=workplace.NewCommune(
            name="xã Yên Hóa", district=case.district, province="tỉnh Quảng Bình", code="18928", schools=4
        ),
        goal=workplace.NewGoal(
            case.set_id if shipped else "xa-ntm-2021-2025", case.year, case.profile, case.since,
            regime=case.regime,
        ),
        new_people=[workplace.NewPerson(LEAD, "Công chức Văn phòng – Thống kê")],
        at=datetime.combine(case.since, time(1), UTC),
    )  # fmt: skip
    if not shipped:
        with Database.open(folder) as database, database.write("Nhận bộ tiêu chí", LEAD, case.at) as session:
            criteria_sets.import_pack(session, data=model_set())
            goals.register(
                session, uid=goals.current(session, on=case.on).uid, set_id=case.set_id, year=case.year,
                profile=case.profile, valid_from=case.since, regime=case.regime,
            )  # fmt: skip
    with Database.open(folder) as database:
        scans = {
            title: files.take_in(
                database.files,
                sample_files.write_file(folder.parent, title=title, kind=kind, pages=1, commune="xã Yên Hóa"),
            )
            for title, kind in ((SCAN, "pdf"), (FRONT, "pdf"), (PHOTO, "jpeg"))
        }

        def do(session: Session) -> None:
            _people(session)
            assess_everything(session, case.on)
            codes = [one.code for one in yardstick(session, on=case.on).criteria_set.indicators()]
            for code in codes:
                evidence.attach(session, stored=scans[SCAN], code=code, today=case.on)
            evidence.attach(session, stored=scans[PHOTO], code=codes[-1], today=case.on)
            consult(session, on=case.on)
            _registers(session, case)
            dossier.attach_paper(session, form="hai_long", stored=scans[FRONT], on=case.on)

        for act in (do, lambda s: _papers(s, case.on), lambda s: _word(s, case.on)):
            with database.write("Hoàn thành", LEAD, case.at) as session:
                act(session)
        with database.write("Đối chiếu", LEAD, case.at) as session:
            _confirm(session, case.on)


def _people(session: Session) -> None:
    people.save_person(session, name="Đinh Minh Đức", post="Chủ tịch UBND xã", signs=True)
    commune.save_hamlets(
        session, rows=[HamletView(None, name, 100, 400) for name in ("Tân Lợi 1", "Tân Lợi 2")]
    )


def _registers(session: Session, case: Case) -> None:
    on = case.on
    works.save(session, name=WORK, kind="giao-thong")
    (row,) = works.table(session, on=on).rows
    work_money.record_money(
        session, uid=row.uid, movement=Movement.ALLOTTED, source=Source.COMMUNE, year=on.year,
        amount=100_000_000, on=on, today=on,
    )  # fmt: skip
    official_documents.save_document(
        session, kind="Quyết định", number="15/QĐ-CAH", issued=on, issuer="Công an huyện", title=SAFE
    )
    if case.tier in PRIOR:
        official_documents.save_document(
            session, kind="Quyết định", number="728/QĐ-UBND", issued=case.since, issuer="UBND tỉnh",
            title=PRIOR[case.tier],
        )  # fmt: skip


def assess_everything(session: Session, on: date) -> None:
    """Each indicator just at its level; where the province has yet to set one, at a level that it sets."""
    rule = yardstick(session, on=on)
    for indicator in rule.criteria_set.indicators():
        figures = {}
        for key, target in rule.targets(indicator).items():
            if target is not None and target.target.value is not None:
                figures[key] = target.target.value
                continue
            part = indicator.part(key)
            figures[key] = 1 if part.measure is Measure.ACHIEVED else 6000
            text = editable_texts(indicator, {key: figures[key]})[key]
            targets.override(
                session, code=indicator.code, part=key, text=text, decision="5/QĐ-UBND", decided=on, on=on
            )
        texts = editable_texts(indicator, figures)
        assessments.record(session, code=indicator.code, texts=texts, as_of=on, today=on)


def _papers(session: Session, on: date) -> None:
    """All on the day of the meeting."""
    known = [view for view in dossier.papers(session, on=on) if view.symbol]
    for number, view in enumerate(known, FIRST_NUMBER):
        dossier.save_paper(session, form=view.form, on=on, number=str(number), issued=on)


def _word(session: Session, on: date) -> None:
    data = dossier.collect(session, on=on, today=on, draft=True)
    for part in narratives.list_parts(data):
        narratives.save(session, paper=part.paper, part=part.part, body="Lời văn của xã.", on=on)


def _confirm(session: Session, on: date) -> None:
    for row in targets.table(session, on=on):
        if row.waits:
            targets.confirm(
                session, decision="5/QĐ-UBND", decided=on, by=LEAD, on=on, code=row.code, part=row.part
            )
    for level in consultation.view(session, on=on).thresholds:
        if level.asked:
            value = level.value or (9000 if level.unit == "%" else 5)
            thresholds.save_threshold(
                session, key=level.key, value=value, source="12/HD-UBND", today=on, confirmed=True, by=LEAD
            )
    sent = form_settings.settings(session, on=on)
    given: dict[str, Any] = {"source": "12/HD-UBND", "today": on, "confirmed": True, "by": LEAD}
    if not sent.addressees.confirmed:
        form_settings.save_addressees(session, text=sent.addressees.value, **given)
    form_settings.save_copies(session, copies=int(sent.copies.value), **given)
    for ground in grounds.grounds_on(session, on=on):
        if not ground.confirmed:
            grounds.confirm(session, text=ground.text, source="Công báo", by=LEAD, on=on)
