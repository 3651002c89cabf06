"""A commune whose dossier goes up: nothing is missing and nothing is doubted, under any procedure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from consulted import consult

from ntm_desktop.db.engine import Database
from ntm_desktop.db.session import Session
from ntm_desktop.domain.capital import Movement, Source
from ntm_desktop.domain.criteria import Measure
from ntm_desktop.domain.values import editable_texts
from ntm_desktop.services import (
    assessments,
    commune,
    consultation,
    dossier,
    evidence,
    files,
    form_settings,
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


@dataclass(frozen=True, slots=True)
class Case:
    """A goal under a procedure, and the day of its dossier."""

    set_id: str
    profile: str
    year: int
    since: date
    on: date
    district: str = "huyện Minh Hóa"

    @property
    def at(self) -> datetime:
        return datetime.combine(self.on, time(9), UTC)


CASES = {
    "2016": Case("xa-ntm-2016-2020", "tdmnpb", 2020, date(2017, 1, 3), date(2020, 12, 31)),
    "2021": Case("xa-ntm-2021-2025", "btb", 2024, date(2022, 9, 1), date(2024, 12, 31)),
    "2025-2cap": Case("xa-ntm-2021-2025", "btb", 2025, date(2025, 7, 1), date(2025, 12, 31), ""),
}
"""By procedure; a new one needs its own, or every test of completeness fails."""


def make(folder: Path, regime: str) -> None:
    case = CASES[regime]
    workplace.create(
        folder,
        commune=workplace.NewCommune(
            name="xã Yên Hóa", district=case.district, province="tỉnh Quảng Bình", code="18928", schools=4
        ),
        goal=workplace.NewGoal(case.set_id, case.year, case.profile, case.since, regime=regime),
        new_people=[workplace.NewPerson(LEAD, "Công chức Văn phòng – Thống kê")],
        at=datetime.combine(case.since, time(1), UTC),
    )
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
            _registers(session, case.on)
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


def _registers(session: Session, on: date) -> None:
    works.save(session, name=WORK, kind="giao-thong")
    (row,) = works.table(session, on=on).rows
    work_money.record_money(
        session, uid=row.uid, movement=Movement.ALLOTTED, source=Source.COMMUNE, year=on.year,
        amount=100_000_000, on=on, today=on,
    )  # fmt: skip
    official_documents.save_document(
        session, kind="Quyết định", number="15/QĐ-CAH", issued=on, issuer="Công an huyện", title=SAFE
    )


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
    """All on the day of the meeting; the report gets its number by hand."""
    for view in dossier.papers(session, on=on):
        if view.symbol and view.form != "bao_cao":
            dossier.save_paper(session, form=view.form, on=on, number="12", issued=on)


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
