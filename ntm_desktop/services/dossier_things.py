"""All that a dossier tells, as things to be held against those of another print (``domain.comparison``).

In the words in which people read it, taken from the same facts as the papers. Sums are told to the đồng: a
paper rounds them, and what differs by less would seem to be the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from ntm_desktop.db.session import Session
from ntm_desktop.documents import narratives as wording
from ntm_desktop.documents.data import DossierData, SignerFacts
from ntm_desktop.documents.wording import STATE_WORDS, VERDICT_WORDS, criterion_name, met_text, places
from ntm_desktop.domain.comparison import Group, Thing
from ntm_desktop.packs.forms import FORM_NAMES, fill
from ntm_desktop.services import evidence, form_settings
from ntm_desktop.services.dossier_data import data_of
from ntm_desktop.services.judged import Judged
from ntm_desktop.services.official_documents import GROUND, list_documents
from ntm_desktop.services.people import list_signers
from ntm_desktop.services.record_things import records, told_day, told_money

_DEFAULT = "(theo lời văn mẫu)"
_LONGEST_NAME = 90


def things(session: Session, state: Judged, *, today: date) -> tuple[Thing, ...]:
    """As of the day that is judged; ``today`` is the day of the papers."""
    data = data_of(session, state, today=today, draft=True, pictures=False)
    return (
        *_goal(data),
        *_criteria(data),
        *_indicators(data),
        *_evidence(session, state, data),
        *_plans(data),
        *records(session, data, today=today),
        *_people(session, data, today),
        *_papers(session, data),
        *_narratives(data),
    )


def _goal(data: DossierData) -> Iterator[Thing]:
    goal = data.goal
    yield Thing(
        Group.GOAL,
        "goal",
        "Mục tiêu",
        {
            "Danh hiệu": goal.tier,
            "Năm": str(goal.year),
            "Bộ tiêu chí": goal.set_title,
            "Văn bản sửa bộ tiêu chí": ", ".join(one.number for one in goal.set_amendments),
            "Mức áp dụng": goal.profile_name,
            "Căn cứ của mức áp dụng": goal.profile_ground,
            "Trình tự": data.regime.title,
            "Kết quả chung": met_text(data),
        },
    )


def _criteria(data: DossierData) -> Iterator[Thing]:
    for one in data.criteria:
        yield Thing(Group.CRITERIA, one.code, criterion_name(one), {"Đánh giá": STATE_WORDS[one.state]})


def _indicators(data: DossierData) -> Iterator[Thing]:
    for one in data.indicators():
        unverified = ", chưa đối chiếu" if one.marked else ""
        yield Thing(
            Group.INDICATORS,
            one.code,
            _shortened(f"{one.official_code} {one.text}"),
            {
                "Kết quả": one.value_text,
                "Đánh giá": VERDICT_WORDS[one.verdict],
                "Số liệu ngày": told_day(one.as_of),
                "Căn cứ không xét": one.na_ground,
                "Ghi chú": one.note,
                "Mức yêu cầu": f"{one.target_text}{unverified}",
                "Căn cứ của mức": one.target_source,
            },
        )


def _evidence(session: Session, state: Judged, data: DossierData) -> Iterator[Thing]:
    """Internal evidence never leaves, not even by its name. Under the same title for the same indicator
    another file stands in the place of the first."""
    official = {one.code: one.official_code for one in data.indicators()}
    for one in evidence.list_evidence(session, set_id=state.criteria_set.id):
        if one.internal or not one.holds_on(state.on):
            continue
        proves = ", ".join(official.get(code, code) for code in one.codes)
        yield Thing(
            Group.EVIDENCE,
            one.uid,
            one.title,
            {
                "Tên": one.title,
                "Tệp": one.file_name,
                "Chỉ tiêu": proves,
                "Văn bản": one.document.label if one.document else "",
                "Trang": one.pages,
                "Có hiệu lực từ": told_day(one.valid_from),
                "Hết hiệu lực": told_day(one.valid_to),
            },
            told=f"{one.title} ({one.file_name}), chỉ tiêu {proves}",
            alias=f"{one.title.casefold()} {one.codes[0]}",
            holds={"Tệp": one.sha256},
        )


def _plans(data: DossierData) -> Iterator[Thing]:
    official = {one.code: one.official_code for one in data.indicators()}
    for one in data.plans:
        yield Thing(
            Group.PLANS,
            one.code,
            f"Chỉ tiêu {official.get(one.code, one.code)}",
            {
                "Nguyên nhân": one.cause,
                "Giải pháp": one.solution,
                "Kinh phí": told_money(one.money),
                "Thời hạn": told_day(one.deadline),
                "Người thực hiện": one.person,
            },
            told=one.solution or one.cause or "Có kế hoạch",
        )


def _people(session: Session, data: DossierData, today: date) -> Iterator[Thing]:
    """The usual signer once; by paper only who signs in the usual one's place."""
    usual = next(iter(list_signers(session, on=today)), None)
    stands = SignerFacts(usual.name, usual.post) if usual else None
    yield Thing(Group.PEOPLE, "ky", "Người ký hồ sơ", {"Họ tên, chức vụ": _signer(stands)})
    titles = _titles(data)
    for one in data.papers:
        if one.signer != stands:
            told = _signer(one.signer)
            yield Thing(
                Group.PEOPLE, f"ky {one.form}", f"Người ký riêng: {titles[one.form]}", {"Họ tên": told}, told
            )
    for criterion in data.criteria:
        yield Thing(
            Group.PEOPLE,
            f"phu-trach {criterion.code}",
            f"Phụ trách tiêu chí {criterion.code}",
            {"Người phụ trách": criterion.person, "Bộ phận": criterion.department},
        )


def _papers(session: Session, data: DossierData) -> Iterator[Thing]:
    titles = _titles(data)
    entered = form_settings.settings(session, on=data.on)
    sent = {"Kính gửi": entered.addressees.text, "Số bản": entered.copies.text}
    yield Thing(Group.PAPERS, "noi-nhan", "Nơi nhận, số bản của hồ sơ", sent)
    for one in data.papers:
        file, digest = (one.file.name, one.file.sha256) if one.file else ("", "")
        told = {
            "Mẫu số": one.form_number,
            "Số": one.number,
            "Ngày": told_day(one.issued),
            "Tệp đính kèm": file,
        }
        yield Thing(Group.PAPERS, one.form, titles[one.form], told, holds={"Tệp đính kèm": digest})
    for view in list_documents(session):
        if view.role == GROUND:
            yield Thing(
                Group.PAPERS,
                f"can-cu {view.uid}",
                f"Căn cứ: {view.label}",
                {"Văn bản": view.label, "Trích yếu": view.title},
                told=" ".join(filter(None, (view.label, view.title))),
            )


def _narratives(data: DossierData) -> Iterator[Thing]:
    own = {(one.paper, one.part): one.body for one in data.narratives}
    for part in wording.parts(data.regime):
        yield Thing(
            Group.NARRATIVES,
            f"{part.paper} {part.part}",
            f"{FORM_NAMES[part.paper]}, {part.title}",
            {"Lời văn": own.get((part.paper, part.part)) or _DEFAULT},
        )


def _titles(data: DossierData) -> Mapping[str, str]:
    """In short; a paper that only its regime knows by the regime's name."""
    names = places(data)
    return {rule.form: FORM_NAMES.get(rule.form) or fill(rule.title, names) for rule in data.regime.forms}


def _signer(signer: SignerFacts | None) -> str:
    return ", ".join(filter(None, (signer.name, signer.post))) if signer else ""


def _shortened(text: str) -> str:
    """An indicator may be a paragraph; its number and its first words name it."""
    if len(text) <= _LONGEST_NAME:
        return text
    return f"{text[:_LONGEST_NAME].rpartition(' ')[0].rstrip(',;:')}…"
