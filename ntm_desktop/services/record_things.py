"""What registers tell a dossier, as things to be compared: works, resources, consultation, the commune."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ntm_desktop.db.session import Session
from ntm_desktop.documents.data import DossierData
from ntm_desktop.documents.work_tables import WorkEntry
from ntm_desktop.domain.comparison import Group, Thing
from ntm_desktop.domain.consultation import ACCEPTED_NAMES
from ntm_desktop.domain.resources import ORIGINS, summed
from ntm_desktop.domain.stages import stage_name
from ntm_desktop.services import commune, reports_works
from ntm_desktop.services.dossier_records import consultation_facts
from ntm_desktop.services.resources import by_origin
from ntm_desktop.text import format_date, format_int, format_percent


def records(session: Session, data: DossierData, *, today: date) -> Iterator[Thing]:
    for work in reports_works.register_entries(session, on=data.on):
        yield _work(work)
    yield from _resources(session, data.on)
    yield from _consultation(session, data.on, today)
    yield from _commune(session, data)


def told_day(day: date | None) -> str:
    return format_date(day) if day else ""


def told_money(amount: int | None) -> str:
    return "" if amount is None else f"{format_int(amount)} đồng"


def _count(number: int | None) -> str:
    return "" if number is None else format_int(number)


def _work(work: WorkEntry) -> Thing:
    state, account = work.state, work.state.account
    return Thing(
        Group.WORKS,
        work.facts.uid,
        work.name,
        {
            "Tên": work.name,
            "Địa điểm": work.place,
            "Quy mô": work.scale,
            "Phục vụ tiêu chí": ", ".join(work.criteria),
            "Quyết định phê duyệt": work.approval,
            "Chủ đầu tư": work.investor,
            "Nhà thầu": work.contractor,
            "Giai đoạn": stage_name(state.stage, work.facts.route),
            "Khối lượng": format_percent(state.share),
            "Tổng mức đầu tư": told_money(account.total or None),
            "Giá trị hợp đồng": told_money(state.contract_value),
            "Vốn cam kết": told_money(account.amounts.committed),
            "Vốn bố trí": told_money(account.amounts.allotted),
            "Giải ngân": told_money(account.amounts.disbursed),
            "Giá trị nghiệm thu": told_money(account.accepted),
            "Giá trị quyết toán": told_money(account.settled),
            "Nợ đọng": told_money(account.debt),
            "Xử lý nợ đọng": work.debt_plan,
            "Phải hoàn thành": told_day(state.due),
            "Nghiệm thu": told_day(state.finished),
        },
    )


def _resources(session: Session, on: date) -> Iterator[Thing]:
    found = by_origin(session, on=on)
    for name, sources in ORIGINS.items():
        mobilised = summed(found[source] for source in sources).mobilised
        yield Thing(Group.RESOURCES, name, name, {"Đã huy động": told_money(mobilised)})


def _consultation(session: Session, on: date, today: date) -> Iterator[Thing]:
    facts = consultation_facts(session, on=on, today=today)
    for posted in facts.publications:
        yield Thing(
            Group.CONSULTATION,
            posted.uid,
            f"Niêm yết tại {posted.place}",
            {"Nơi": posted.place, "Từ ngày": told_day(posted.first), "Đến ngày": told_day(posted.last)},
            told=f"{told_day(posted.first)} – {told_day(posted.last)}",
        )
    heard = [told_day(one.on) for one in facts.broadcasts]
    yield Thing(Group.CONSULTATION, "phat-thanh", "Phát thanh", {"Các ngày": ", ".join(heard)})
    for said in facts.opinions:
        yield Thing(
            Group.CONSULTATION,
            said.uid,
            f"Ý kiến của {said.giver_text}",
            {
                "Người góp ý": said.giver_text,
                "Ngày": told_day(said.on),
                "Số văn bản": said.number,
                "Nội dung": said.content,
                "Đề xuất": said.proposal,
                "Trả lời": said.reply,
                "Tiếp thu, giải trình": ACCEPTED_NAMES[said.accepted] if said.accepted else "",
            },
            told=said.content or said.proposal,
        )
    for one in facts.surveys:
        yield Thing(
            Group.CONSULTATION,
            one.uid,
            f"Khảo sát {one.hamlet}",
            {
                "Ngày": told_day(one.on),
                "Số hộ": _count(one.households),
                "Phiếu phát ra": _count(one.issued),
                "Phiếu thu về": _count(one.returned),
                "Phiếu hợp lệ": _count(one.valid),
                "Phiếu hài lòng": _count(one.satisfied),
                **{q.title: format_int(one.answers[q.uid]) for q in facts.questions if q.uid in one.answers},
            },
            told=f"{_count(one.returned)}/{_count(one.issued)} phiếu thu về",
        )
    if (meeting := facts.meeting) is not None:
        yield Thing(
            Group.CONSULTATION,
            meeting.uid,
            "Cuộc họp",
            {
                "Ngày": told_day(meeting.on),
                "Địa điểm": meeting.place,
                "Chủ trì": ", ".join(filter(None, (meeting.chair, meeting.chair_post))),
                "Thư ký": ", ".join(filter(None, (meeting.secretary, meeting.secretary_post))),
                "Được mời": format_int(meeting.invited),
                "Có mặt": format_int(meeting.present),
                "Nhất trí": format_int(meeting.agreed),
                "Người dự họp": "; ".join(
                    ", ".join(filter(None, (one.name, one.post))) for one in meeting.attendees
                ),
                "Nội dung thảo luận": meeting.discussion,
            },
            told=told_day(meeting.on),
        )
    for level in facts.thresholds:
        yield Thing(Group.CONSULTATION, f"muc {level.key}", level.name, {"Mức": level.text})


def _commune(session: Session, data: DossierData) -> Iterator[Thing]:
    view, facts = commune.load(session), data.commune
    yield Thing(
        Group.COMMUNE,
        "xa",
        "Thông tin chung",
        {
            "Tên xã": facts.name,
            "Mã xã": facts.code,
            "Huyện": facts.district,
            "Tỉnh": facts.province,
            "Địa danh": facts.place,
            "Vùng": facts.region,
            "Số trường": "" if view.schools is None else str(view.schools),
        },
    )
    for figure in facts.figures:
        yield Thing(
            Group.COMMUNE,
            f"so {figure.key}",
            figure.label,
            {"Số liệu": figure.text, "Ngày": told_day(figure.as_of), "Nguồn": figure.source},
            told=figure.text,
        )
    for hamlet in view.hamlets:
        yield Thing(
            Group.COMMUNE,
            f"thon {hamlet.uid}",
            f"Thôn {hamlet.name}",
            {
                "Tên": hamlet.name,
                "Số hộ": _count(hamlet.households),
                "Số người": _count(hamlet.population),
            },
            alias=f"thon {hamlet.name.casefold()}",
        )
    for before in view.predecessors:
        yield Thing(
            Group.COMMUNE,
            f"truoc {before.uid}",
            f"Xã trước sắp xếp: {before.name}",
            {"Tên": before.name, "Đến ngày": told_day(before.valid_to), "Công nhận": before.recognised},
            alias=f"truoc {before.name.casefold()}",
        )
