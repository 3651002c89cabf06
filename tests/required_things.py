"""What a dossier must have by its pack, how a test takes each thing away, and the line that tells of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from complete import CASES, PHOTO, PRIOR, SAFE, SCAN, Case
from consulted import HOUSEHOLDS, meet
from unsent import is_doubted, nowhere, of_commune, unset

from ntm_desktop.changes import Changes
from ntm_desktop.db.engine import Session
from ntm_desktop.db.history import remove
from ntm_desktop.db.models import assessment, ground_confirmation, opinion, survey, work, work_money
from ntm_desktop.db.session import live
from ntm_desktop.documents.narratives import parts
from ntm_desktop.domain.consultation import THRESHOLD_NAMES, WRITE, Attendee, Giver, OpinionForm
from ntm_desktop.domain.readiness import ReadinessState
from ntm_desktop.packs.forms import Regime, load_regime
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
    return remove_document(session, SAFE)


def unrecognised(session: Session, case: Case) -> Changes:
    return remove_document(session, PRIOR[case.tier])


def remove_document(session: Session, title: str) -> Changes:
    (known,) = (one for one in official_documents.list_documents(session) if one.title == title)
    return official_documents.remove_document(session, uid=known.uid)


def unsign(session: Session, case: Case) -> Changes:
    chair = next(one for one in people.list_people(session) if one.signs)
    return people.remove_person(session, uid=chair.uid)


def number_of(form: str, *, issued: bool) -> Act:
    def act(session: Session, case: Case) -> Changes:
        view = paper_of(session, case, form)
        number, day = ("", view.issued) if issued else (view.number, None)
        return dossier.save_paper(session, form=form, on=case.on, number=number, issued=day)

    return act


def dated(form: str, days: int) -> Act:
    """So many days after the day of all papers."""

    def act(session: Session, case: Case) -> Changes:
        number, issued = paper_of(session, case, form).number, case.on + timedelta(days=days)
        return dossier.save_paper(session, form=form, on=case.on, number=number, issued=issued)

    return act


def number_twice(session: Session, case: Case) -> Changes:
    number = paper_of(session, case, "bao_cao").number
    return dossier.save_paper(session, form="no_dong", on=case.on, number=f" 0{number}", issued=case.on)


def paper_of(session: Session, case: Case, form: str) -> dossier.PaperView:
    return next(view for view in dossier.papers(session, on=case.on) if view.form == form)


def unposted(session: Session, case: Case) -> Changes:
    changes = Changes()
    for one in view_of(session, case).publications:
        changes |= consultation.remove_publication(session, uid=one.uid)
    return changes


def posted_once(session: Session, case: Case) -> Changes:
    changes = Changes()
    for one in view_of(session, case).publications[1:]:
        changes |= consultation.remove_publication(session, uid=one.uid)
    return changes


def unnumbered(session: Session, case: Case) -> Changes:
    (one,) = (one for one in view_of(session, case).opinions if one.giver is Giver.FARMERS)
    return consultation.save_opinion(
        session, uid=one.uid, giver=one.giver, form=one.form, on=one.on, today=case.on, content="Thống nhất."
    )


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


def attended_by(*names: str) -> Act:
    def act(session: Session, case: Case) -> Changes:
        rows = [Attendee(name) for name in names]
        return consultation_meeting.save_attendees(session, rows=rows, today=case.on)

    return act


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
    "bao_cao": {
        f"{name} báo cáo": Gone(
            number_of("bao_cao", issued=issued),
            "cited/bao_cao",
            BLOCK,
            "tờ trình và biên bản cuộc họp đã ghi ngày",
        )
        for name, issued in (("số", True), ("ngày", False))
    },
    "bieu_chi_tiet": {},
    "minh_chung": {},
    "tong_hop_y_kien": {
        "niêm yết": Gone(unposted, "asked/publication", BLOCK),
        "phát thanh": Gone(unheard, "asked/broadcasts", BLOCK),
        "nơi niêm yết": Gone(posted_once, "asked/publication_places", WARN, "01 nơi"),
        "số văn bản góp ý": Gone(unnumbered, "asked/opinions_number", WARN, "Hội Nông dân"),
        "trả lời đề xuất": Gone(unanswered, "asked/opinions_reply", BLOCK),
        **{f"ý kiến {one}": Gone(unsaid(one), "asked/opinions", BLOCK) for one in (*WRITE, Giver.RESIDENTS)},
        **{f"văn bản {one}": Gone(spoken(one), "asked/opinions_written", BLOCK) for one in WRITE},
    },
    "bien_ban": {
        "cuộc họp": Gone(unmet, "asked/meeting", BLOCK),
        "người dự": Gone(met_with(present=0, agreed=0), "asked/meeting", BLOCK),
        "danh sách dự họp": Gone(attended_by(), "asked/attendees_none", BLOCK, "38 người có mặt"),
        "đủ danh sách": Gone(attended_by("Đinh Minh Đức"), "asked/attendees_few", WARN, "mới có 01 người"),
        "mỗi người một dòng": Gone(
            attended_by("Cao Văn An, Cao Văn Bình", *map(str, range(37))),
            "asked/attendees_run_on",
            WARN,
            "An, Cao",
        ),
        "chủ trì kiêm thư ký": Gone(met_with(secretary="Đinh Minh Đức"), "asked/minutes_same", BLOCK),
        "chức vụ chủ trì": Gone(met_with(chair_post=""), "asked/minutes_posts", WARN, "người chủ trì"),
        "chức vụ thư ký": Gone(met_with(secretary_post=""), "asked/minutes_posts", WARN, "thư ký"),
        "người được mời": Gone(met_with(invited=100), "asked/attendance", WARN, "38 trong 100"),
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
    "no_dong": {
        "số riêng": Gone(number_twice, "numbers/no_dong", BLOCK, "/BC-UBND ghi cho 02 văn bản"),
        "nợ đọng trước tờ trình": Gone(dated("no_dong", 1), "separate/no_dong", BLOCK, "sau ngày tờ trình"),
    },
    "hai_long": {
        "hài lòng trước tờ trình": Gone(dated("hai_long", 1), "separate/hai_long", WARN, "sau ngày tờ trình"),
        "hài lòng sau lấy phiếu": Gone(
            dated("hai_long", -100), "asked/survey_report", WARN, "trước ngày lấy phiếu"
        ),
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
OF_CONDITIONS = {
    "security": Gone(unsafe, "condition/security", WARN, "an ninh, trật tự"),
    "prior_tier": Gone(unrecognised, "condition/prior_tier", WARN, "đã được công nhận"),
}


def required(regime: Regime, tier: str = "ntm") -> dict[str, Gone]:
    """Everything that the pack requires of a tier, by name."""
    found = dict(COMMON)
    for rule in regime.forms:
        if not rule.required:
            if rule.form != "chua_doi_chieu":  # there only while a level is doubted, which has its line
                found[rule.title] = OPTIONAL[rule.form]
            continue
        found |= OF_PAPERS[rule.form]
        if rule.attached and rule.code:
            key, state = f"separate/{rule.form}", WARN if rule.foreign else BLOCK
            for name, issued in (("số", True), ("ngày", False)):
                gone = Gone(number_of(rule.form, issued=issued), key, state, "Chưa có số, ngày")
                found[f"{name} {rule.form}"] = gone
    for one in regime.shown_by_documents(tier):
        found[one.name] = OF_CONDITIONS[one.key]
    for part in parts(regime):
        if (rule := regime.form(part.paper)) is None or rule.foreign or part.paper == "chua_doi_chieu":
            continue  # signed by others; there only while a level is doubted
        gone = Gone(blank(part.paper, part.part), "narratives", BLOCK, part.title)
        found[f"lời văn {part.paper}/{part.part}"] = gone
    for key in sorted({one.key for one in regime.thresholds_of(tier)} & THRESHOLD_NAMES.keys()):
        also = frozenset({"asked/broadcasts_none"})
        found[f"mức {key}"] = Gone(level(key, value=False), "asked/no_threshold", WARN, also=also)
        found[f"đối chiếu mức {key}"] = Gone(level(key, value=True), "asked/thresholds", WARN)
    if any("{district}" in line for line in regime.addressees):
        found["huyện"] = Gone(nowhere(regime, district=None), "addressee", BLOCK, "huyện")
    if any("{province}" in line for line in regime.addressees):
        found["tỉnh"] = Gone(nowhere(regime, province=""), "addressee", BLOCK, "tỉnh")
    if is_doubted(regime):
        found["đối chiếu nơi gửi"] = Gone(unset("addressees"), "addressees", WARN, "Ủy ban nhân dân")
    found["đối chiếu số bản"] = Gone(unset("copies"), "copies", WARN, "bản")
    return found


def required_of(name: str) -> dict[str, Gone]:
    return required(load_regime(CASES[name].regime), CASES[name].tier)
