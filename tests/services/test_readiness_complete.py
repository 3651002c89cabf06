"""The readiness list is complete: each required thing is taken off a whole dossier, and its line is there.

What is required is read from the pack of the procedure. A pack that requires what this file does not know
how to take away fails here, and so does a new pack without a case in ``complete``.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest
from complete import CASES, LEAD, PHOTO, SAFE, SCAN, Case, make
from consulted import HOUSEHOLDS, meet
from unsent import is_doubted, nowhere, of_commune, unset

from ntm_desktop import cli
from ntm_desktop.changes import Changes
from ntm_desktop.db.engine import Database, Session
from ntm_desktop.db.history import remove
from ntm_desktop.db.models import assessment, ground_confirmation, opinion, survey, work, work_money
from ntm_desktop.db.session import live
from ntm_desktop.documents.dossier import papers
from ntm_desktop.documents.narratives import parts
from ntm_desktop.documents.submission import listed_forms
from ntm_desktop.domain.consultation import THRESHOLD_NAMES, WRITE, Giver, OpinionForm
from ntm_desktop.domain.readiness import ReadinessLine, ReadinessState
from ntm_desktop.packs.forms import Regime, load_regime, regime_ids
from ntm_desktop.services import (
    assessments,
    consultation,
    consultation_meeting,
    consultation_survey,
    dossier,
    evidence,
    narratives,
    official_documents,
    people,
    targets,
    thresholds,
    workplace,
    works,
)
from ntm_desktop.services.judged import yardstick

Act = Callable[[Session, Case], object]
BLOCK, WARN = ReadinessState.BLOCK, ReadinessState.WARN


@dataclass(frozen=True, slots=True)
class Gone:
    """How a thing is taken away, and the line that tells of it; ``word`` stands in that line."""

    act: Act
    key: str
    state: ReadinessState
    word: str = ""
    also: frozenset[str] = frozenset()  # lines that are of the same thing


# How each thing is taken away


def view_of(session: Session, case: Case) -> consultation.ConsultationView:
    return consultation.view(session, on=case.on)


def unassess(session: Session, case: Case) -> Changes:
    row = next(iter(session.rows(assessment.select().where(assessment.c.deleted == 0))))
    return remove(session, assessment, [row["uid"]])


def fail_one(session: Session, case: Case) -> Changes:
    code = yardstick(session, on=case.on).criteria_set.indicators()[0].code
    return assessments.record(
        session, code=code, texts={"v": "chua-dat"}, as_of=case.on, today=case.on, reason="kiểm tra lại"
    )


def take_off_evidence(session: Session, case: Case) -> Changes:
    rule = yardstick(session, on=case.on)
    code = rule.criteria_set.indicators()[0].code
    (view,) = evidence.list_evidence(session, set_id=rule.criteria_set.id, code=code)
    return evidence.detach(session, uid=view.uid, code=code, on=case.on)


def lose_evidence(session: Session, case: Case) -> None:
    rule = yardstick(session, on=case.on)
    views = evidence.list_evidence(session, set_id=rule.criteria_set.id)
    (view,) = (one for one in views if SCAN in one.title)
    session.files.path(view.sha256).unlink()


def take_off_photo(session: Session, case: Case) -> Changes:
    rule = yardstick(session, on=case.on)
    views = evidence.list_evidence(session, set_id=rule.criteria_set.id)
    (view,) = (one for one in views if PHOTO in one.title)
    return evidence.detach(session, uid=view.uid, code=view.codes[0], on=case.on)


def unwork(session: Session, case: Case) -> Changes:
    return remove(session, work, [row.uid for row in works.table(session, on=case.on).rows], children=True)


def unpaid(session: Session, _case: Case) -> Changes:
    return remove(session, work_money, [row["uid"] for row in session.rows(live(work_money, session))])


def unsafe(session: Session, _case: Case) -> Changes:
    (known,) = (one for one in official_documents.list_documents(session) if one.title == SAFE)
    return official_documents.remove_document(session, uid=known.uid)


def unsign(session: Session, case: Case) -> Changes:
    chair = next(one for one in people.list_people(session) if one.signs)
    return people.remove_person(session, uid=chair.uid)


def number_of(form: str, *, issued: bool) -> Act:
    def act(session: Session, case: Case) -> Changes:
        kept = {"number": "12"} if not issued else {"issued": case.on}
        return dossier.save_paper(session, form=form, on=case.on, **kept)  # type: ignore[arg-type]

    return act


def unposted(session: Session, case: Case) -> Changes:
    changes = Changes()
    for one in view_of(session, case).publications:
        changes |= consultation.remove_publication(session, uid=one.uid)
    return changes


def unheard(session: Session, case: Case) -> Changes:
    changes = Changes()
    for one in view_of(session, case).broadcasts:
        changes |= consultation.remove_broadcast(session, uid=one.uid)
    return changes


def unsaid(giver: Giver) -> Act:
    def act(session: Session, case: Case) -> Changes:
        gone = [one.uid for one in view_of(session, case).opinions if one.giver is giver]
        return remove(session, opinion, gone)

    return act


def spoken(giver: Giver) -> Act:
    def act(session: Session, case: Case) -> Changes:
        (one,) = (one for one in view_of(session, case).opinions if one.giver is giver)
        return consultation.save_opinion(
            session, uid=one.uid, giver=giver, form=OpinionForm.OTHER, on=one.on, today=case.on, content="Có"
        )

    return act


def unanswered(session: Session, case: Case) -> Changes:
    (one,) = (one for one in view_of(session, case).opinions if one.giver is Giver.RESIDENTS)
    return consultation.save_opinion(
        session, uid=one.uid, giver=one.giver, form=one.form, on=one.on, today=case.on, content="Có",
        proposal="Làm thêm đường",
    )  # fmt: skip


def unsurveyed(session: Session, case: Case) -> Changes:
    return remove(session, survey, [view_of(session, case).surveys[0].uid], children=True)


def half_surveyed(session: Session, case: Case) -> Changes:
    one = view_of(session, case).surveys[0]
    return consultation_survey.save_survey(
        session, hamlet_uid=one.hamlet_uid, on=one.on, today=case.on, households=HOUSEHOLDS, issued=0,
        returned=0, valid=0, satisfied=0,
    )  # fmt: skip


def unmet(session: Session, case: Case) -> Changes:
    return consultation_meeting.remove_meeting(session, today=case.on)


def met_with(**other: object) -> Act:
    return lambda session, case: meet(session, on=case.on, **other)


def level(key: str, *, value: bool) -> Act:
    def act(session: Session, case: Case) -> Changes:
        one = view_of(session, case).threshold(key)
        assert one is not None
        return thresholds.save_threshold(
            session, key=key, value=one.value if value else None, source="12/HD-UBND", today=case.on
        )

    return act


def unconfirm_ground(session: Session, case: Case) -> Changes:
    rows = session.rows(ground_confirmation.select().where(ground_confirmation.c.deleted == 0))
    return remove(session, ground_confirmation, [row["uid"] for row in rows])


def cite_openly(session: Session, case: Case) -> Changes:
    return official_documents.save_document(
        session, kind="Kế hoạch", number="", issued=None, issuer="UBND xã", title="Kế hoạch chưa ghi số",
        role=official_documents.GROUND,
    )  # fmt: skip


def blank(paper: str, part: str) -> Act:
    """A place of its template has no value: the office never said which document sets the level."""
    return lambda session, case: narratives.save(
        session, paper=paper, part=part, body="Mức theo {{ van_ban_muc }}.", on=case.on
    )


def untarget(session: Session, case: Case) -> Changes:
    row = next(one for one in targets.table(session, on=case.on) if one.override_uid)
    return targets.remove_override(session, uid=str(row.override_uid))


# What the parts of a dossier rest on

COMMON: Mapping[str, Gone] = {
    "chỉ tiêu chưa đánh giá": Gone(unassess, "assessed", BLOCK, also=frozenset({"criteria", "evidence"})),
    "người ký": Gone(unsign, "signer", BLOCK),
    "địa danh": Gone(of_commune(place=""), "place", BLOCK),
    "mã xã": Gone(of_commune(provisional_code=1), "code", WARN),
    "đối chiếu căn cứ": Gone(unconfirm_ground, "grounds", WARN),
    "số, ngày căn cứ": Gone(cite_openly, "grounds_open", BLOCK, "Kế hoạch chưa ghi số"),
    "minh chứng": Gone(take_off_evidence, "evidence", WARN),
    "tệp minh chứng": Gone(lose_evidence, "lost", BLOCK, SCAN),
}
MINUTES = {
    "begins": "giờ bắt đầu", "ends": "giờ kết thúc", "place": "nơi họp", "chair": "người chủ trì",
    "secretary": "thư ký", "invited": "số người được mời", "discussion": "ý kiến thảo luận",
    "copies_kept": "số bản của biên bản", "copies_sent": "số bản của biên bản",
}  # fmt: skip
OF_PAPERS: Mapping[str, Mapping[str, Gone]] = {
    "to_trinh": {},
    "bao_cao": {},
    "bieu_chi_tiet": {},
    "minh_chung": {},
    "tong_hop_y_kien": {
        "niêm yết": Gone(unposted, "asked/publication", BLOCK),
        "phát thanh": Gone(unheard, "asked/broadcasts", BLOCK),
        "trả lời đề xuất": Gone(unanswered, "asked/opinions_reply", BLOCK),
        **{f"ý kiến {one}": Gone(unsaid(one), "asked/opinions", BLOCK) for one in (*WRITE, Giver.RESIDENTS)},
        **{f"văn bản {one}": Gone(spoken(one), "asked/opinions_written", BLOCK) for one in WRITE},
    },
    "bien_ban": {
        "cuộc họp": Gone(unmet, "asked/meeting", BLOCK),
        "người dự": Gone(met_with(present=0, agreed=0), "asked/meeting", BLOCK),
        "phiếu": Gone(met_with(agreed=20), "asked/vote", BLOCK),
        **{
            f"biên bản: {field}": Gone(
                met_with(**{field: 0 if field in ("invited", "copies_kept", "copies_sent") else ""}),
                "asked/minutes_open",
                BLOCK,
                word,
            )
            for field, word in MINUTES.items()
        },
    },
    "no_dong": {},
    "hai_long": {
        "phiếu một thôn": Gone(unsurveyed, "asked/survey", WARN, "Tân Lợi 1"),
        "phiếu dở dang": Gone(half_surveyed, "asked/survey", WARN, "chưa có số phiếu phát ra"),
        "tệp của Mặt trận": Gone(
            lambda s, c: dossier.detach_paper(s, form="hai_long", on=c.on),
            "separate/hai_long",
            WARN,
            "Chưa có tệp",
        ),
    },
}
"""By form, what its paper tells; what goes for every attached paper follows from the pack."""
OPTIONAL: Mapping[str, Gone] = {
    "danh_muc_cong_trinh": Gone(
        unwork, "annex/danh_muc_cong_trinh", WARN, also=frozenset({"annex/nguon_luc"})
    ),
    "nguon_luc": Gone(unpaid, "annex/nguon_luc", WARN),
    "hinh_anh": Gone(take_off_photo, "annex/hinh_anh", WARN, "chưa có ảnh"),
}
"""Annexes that the dossier goes without while nothing is entered for them."""
OF_CONDITIONS = {"security": Gone(unsafe, "condition/security", WARN, "an ninh, trật tự")}
"""By key, those of the tier of ``complete``."""


def required(regime: Regime) -> dict[str, Gone]:
    """Everything that the pack requires, by name."""
    found = dict(COMMON)
    for rule in regime.forms:
        if not rule.required:
            if rule.form != "chua_doi_chieu":  # there only while a level is doubted, which has its line
                found[rule.title] = OPTIONAL[rule.form]
            continue
        found |= OF_PAPERS[rule.form]
        if rule.attached and rule.code:
            key, state = f"separate/{rule.form}", BLOCK if rule.precedes else WARN
            for name, issued in (("số", True), ("ngày", False)):
                gone = Gone(number_of(rule.form, issued=issued), key, state, "Chưa có số, ngày")
                found[f"{name} {rule.form}"] = gone
    for one in regime.shown_by_documents("ntm"):
        found[one.name] = OF_CONDITIONS[one.key]
    for part in parts(regime):
        gone = Gone(blank(part.paper, part.part), "narratives", BLOCK, part.title)
        found[f"lời văn {part.paper}/{part.part}"] = gone
    for key in sorted({one.key for one in regime.thresholds} & THRESHOLD_NAMES.keys()):
        also = frozenset({"asked/broadcasts_none"})
        found[f"mức {key}"] = Gone(level(key, value=False), "asked/no_threshold", WARN, also=also)
        found[f"đối chiếu mức {key}"] = Gone(level(key, value=True), "asked/thresholds", WARN)
    if any("{district}" in line for line in regime.addressees):
        found["huyện"] = Gone(nowhere(regime, district=None), "addressee", BLOCK, "huyện")
    if any("{province}" in line for line in regime.addressees):
        found["tỉnh"] = Gone(nowhere(regime, province=""), "addressee", BLOCK, "tỉnh")
    if is_doubted(regime):
        found["đối chiếu nơi nhận"] = Gone(unset("addressees"), "addressees", WARN, "Ủy ban nhân dân")
    found["đối chiếu số bản"] = Gone(unset("copies"), "copies", WARN, "bản")
    return found


ALL = [
    pytest.param(regime, name, id=f"{regime}: {name}")
    for regime in regime_ids()
    for name in required(load_regime(regime))
]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    folders: dict[str, Path] = {}

    def folder(regime: str) -> Path:
        if regime not in folders:
            folders[regime] = tmp_path_factory.mktemp(regime) / "đủ"
            make(folders[regime], regime)
        return folders[regime]

    return folder


def open_lines(database: Database, case: Case) -> dict[str, ReadinessLine]:
    with database.read() as session:
        found = dossier.readiness(session, on=case.on)
    return {one.key: one for one in found if one.state is not ReadinessState.DONE}


@pytest.mark.parametrize(("regime", "name"), ALL)
def test_what_is_taken_away_has_its_line(
    made: Callable[[str], Path], tmp_path: Path, regime: str, name: str
) -> None:
    folder = tmp_path / "bản sao"
    shutil.copytree(made(regime), folder)
    case, gone = CASES[regime], required(load_regime(regime))[name]
    with Database.open(folder) as database:
        with database.write("Bỏ", LEAD, case.at) as session:
            gone.act(session, case)
        found = open_lines(database, case)
    assert gone.key in found, found.keys()
    assert found.keys() - gone.also == {gone.key}
    line = found[gone.key]
    assert (line.state, gone.word in line.why) == (gone.state, True), line
    assert line.who
    assert line.source
    assert line.action
    assert line.link.page


@pytest.mark.parametrize("regime", regime_ids())
def test_a_whole_dossier_is_printed_and_leaves_nothing_to_be_filled_in(
    made: Callable[[str], Path], tmp_path: Path, regime: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, case = tmp_path / "bản sao", CASES[regime]
    shutil.copytree(made(regime), folder)
    with Database.open(folder) as database:
        assert open_lines(database, case) == {}
        with database.read() as session:
            data = dossier.collect(session, on=case.on, today=case.on, draft=False)
    told = repr(papers(data))
    assert "bổ sung trước khi ký" not in told
    made_forms = {paper.form for paper in papers(data)}
    assert made_forms >= {"to_trinh", "bao_cao", "tong_hop_y_kien", "bien_ban"}
    out = tmp_path / "hs.pdf"
    words = ["dossier", "--out", str(out), "--on", case.on.isoformat(), "--data", str(folder), "--json"]
    assert cli.main(words) == 0
    assert out.is_file()
    assert "Căn cứ:" not in capsys.readouterr().err
    with Database.open(folder) as database, database.write("Bỏ", LEAD, case.at) as session:
        unconfirm_ground(session, case)
    assert cli.main(words) == 0
    assert "Căn cứ chưa đối chiếu" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["", "hinh_anh", "danh_muc_cong_trinh", "nguon_luc"])
def test_the_list_tells_of_just_the_annexes_that_the_dossier_goes_without(
    made: Callable[[str], Path], tmp_path: Path, name: str
) -> None:
    folder, case = tmp_path / "bản sao", CASES["2021"]
    shutil.copytree(made("2021"), folder)
    with Database.open(folder) as database:
        if name:
            with database.write("Bỏ", LEAD, case.at) as session:
                OPTIONAL[name].act(session, case)
        with database.read() as session:
            data = dossier.collect(session, on=case.on, today=case.on, draft=False)
        told = {key.removeprefix("annex/") for key in open_lines(database, case) if key.startswith("annex/")}
    absent = {one.form for one in data.regime.forms} - {one.form for one in listed_forms(data)}
    assert told == absent - {"chua_doi_chieu"}
    assert (name in told) == bool(name)


@pytest.mark.parametrize(
    ("title", "issued", "known"),
    [
        ("công nhận xã Yên Hóa đạt chuẩn nông thôn mới năm 2020", True, True),
        ("Công nhận Xã Yên Hóa đạt chuẩn nông thôn mới nâng cao năm 2020", True, True),
        ("công nhận xã Tân Hóa đạt chuẩn nông thôn mới năm 2020", True, False),
        ("công nhận xã Yên Hóa đạt chuẩn nông thôn mới năm 2020", False, False),
        ("ban hành quy định xét, công nhận xã đạt chuẩn nông thôn mới", True, False),
    ],
)
def test_a_higher_tier_asks_for_the_decision_on_the_one_below(
    tmp_path: Path, title: str, issued: bool, known: bool
) -> None:
    folder, on = tmp_path / "nâng cao", date(2024, 12, 31)
    workplace.create(
        folder,
        commune=workplace.NewCommune(
            name="xã Yên Hóa", district="huyện Minh Hóa", province="tỉnh Quảng Bình", code="18928", schools=4
        ),
        goal=workplace.NewGoal("xa-ntm-nang-cao-2021-2025", 2024, "btb", date(2022, 9, 1), regime="2021"),
        new_people=[],
        at=datetime(2022, 9, 1, tzinfo=UTC),
    )
    case = Case("", "", 2024, on, on)
    with Database.open(folder) as database:
        before = open_lines(database, case)["condition/prior_tier"]
        assert before.state is WARN
        assert "xã đã được công nhận đạt chuẩn nông thôn mới" in before.why
        assert before.source.endswith("chưa đối chiếu với văn bản gốc")
        with database.write("Thêm văn bản", LEAD, case.at) as session:
            official_documents.save_document(
                session, kind="Quyết định", number="728/QĐ-UBND", issuer="UBND tỉnh", title=title,
                issued=date(2021, 3, 23) if issued else None,
            )  # fmt: skip
        assert ("condition/prior_tier" not in open_lines(database, case)) is known


def test_a_chairman_whose_term_is_over_signs_no_paper_of_an_earlier_day(
    made: Callable[[str], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The papers are dated on the day of the print: a signer on the day judged leaves the block empty."""
    folder, case = tmp_path / "bản sao", CASES["2021"]
    shutil.copytree(made("2021"), folder)
    with Database.open(folder) as database, database.write("Hết nhiệm kỳ", LEAD, case.at) as session:
        chair = next(one for one in people.list_people(session) if one.signs)
        people.save_person(
            session, uid=chair.uid, name=chair.name, post=chair.post, signs=True, to_date=date(2025, 6, 30)
        )
    out = tmp_path / "hs.pdf"
    words = ["dossier", "--out", str(out), "--on", case.on.isoformat(), "--data", str(folder)]
    assert cli.main(words) != 0
    assert "Người ký" in capsys.readouterr().err
    assert not out.exists()


def test_a_procedure_that_requires_what_has_no_line_is_found_out() -> None:
    """The list is the pack's: a paper that nobody knows how to take away is a failure, not silence."""
    known = load_regime("2021")
    strange = next(one for one in known.forms if one.form == "bao_cao")
    other = msgspec.structs.replace(
        known, forms=(*known.forms, msgspec.structs.replace(strange, form="ban_do", attached=True))
    )
    with pytest.raises(KeyError, match="ban_do"):
        required(other)
