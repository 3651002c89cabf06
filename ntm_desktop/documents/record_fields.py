"""What a wording template may say of the other registers: how people were asked, the meeting, debts, lists.

None of it is known to be missing here alone: the readiness has a line of its own for each (``told``), and a
count is a number always. So the readiness need not read these registers to know whether a part is whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType

from ntm_desktop.documents.data import DossierData, EvidenceFacts
from ntm_desktop.documents.wording import without_end
from ntm_desktop.domain.consultation import OPINION_FORM_NAMES, VOTE, Giver, Meeting, Opinion, OpinionForm
from ntm_desktop.domain.hamlets import hamlet_text
from ntm_desktop.domain.signing import plain_name
from ntm_desktop.packs.template_kinds import Field, Fields, Kind, Value, Values
from ntm_desktop.text import GAP, counted, lowered

_BLANK = GAP * 12
_DAY = f"ngày {GAP} tháng {GAP} năm {GAP}"

ASKING: Fields = MappingProxyType(
    {
        "niem_yet": Field(
            "Nơi niêm yết",
            Kind.LIST,
            {
                "noi": Field("Nơi niêm yết"),
                "tu_ngay": Field("Ngày bắt đầu niêm yết", Kind.DAY),
                "den_ngay": Field("Ngày gỡ", Kind.DAY),
                "so_ngay": Field("Số ngày niêm yết", Kind.NUMBER),
                "dang_niem_yet": Field("Đang niêm yết", Kind.FLAG),
            },
        ),
        "so_lan_phat": Field("Số lần phát thanh", Kind.NUMBER),
        "phat_thanh": Field(
            "Ngày phát thanh",
            Kind.LIST,
            {
                "ngay": Field("Ngày phát thanh", Kind.DAY),
                "so_lan": Field("Số lần phát của ngày", Kind.NUMBER),
            },
        ),
        "so_y_kien": Field("Số ý kiến đã nhận", Kind.NUMBER),
        "hinh_thuc_y_kien": Field(
            "Số ý kiến theo hình thức",
            Kind.LIST,
            {"ten": Field("Hình thức lấy ý kiến"), "so": Field("Số ý kiến của hình thức", Kind.NUMBER)},
        ),
        "hop_y_kien": Field(
            "Cuộc họp lấy ý kiến",
            Kind.LIST,
            {"noi": Field("Nơi họp lấy ý kiến"), "ngay": Field("Ngày họp lấy ý kiến", Kind.DAY)},
        ),
        "kien_nghi": Field(
            "Đề xuất, kiến nghị",
            Kind.LIST,
            {"ai": Field("Người kiến nghị"), "noi_dung": Field("Nội dung kiến nghị")},
        ),
        "thon_lay_phieu": Field("Thôn đã lấy phiếu hài lòng", Kind.LIST),
        "phieu_tu_ngay": Field("Ngày đầu lấy phiếu", Kind.DAY, told=True, blank=GAP * 4),
        "phieu_den_ngay": Field("Ngày cuối lấy phiếu", Kind.DAY, told=True, blank=GAP * 4),
    }
)
MEETING: Fields = MappingProxyType(
    {
        "gio_hop": Field("Giờ bắt đầu họp", told=True, blank=f"{GAP} giờ {GAP} phút"),
        "ngay_hop": Field("Ngày họp xét", Kind.DAY, told=True, blank=_DAY),
        "noi_hop": Field("Nơi họp xét", told=True, blank=_BLANK),
        "chu_tri": Field("Người chủ trì", told=True, blank=_BLANK),
        "thu_ky": Field("Thư ký cuộc họp", told=True, blank=_BLANK),
        "so_nguoi_hop": Field("Số người dự họp", told=True),
        "so_nhat_tri": Field("Số người nhất trí", told=True),
        "ty_le_nhat_tri": Field("Tỷ lệ nhất trí", told=True, blank=f"{GAP}%"),
        "gio_ket_thuc": Field("Giờ kết thúc họp", told=True, blank=f"{GAP} giờ {GAP} phút"),
        "so_bien_ban": Field("Số bản của biên bản", told=True),
        "so_bien_ban_luu": Field("Số bản biên bản xã lưu", told=True),
        "so_bien_ban_gui": Field("Số bản biên bản gửi kèm", told=True),
    }
)
LISTS: Fields = MappingProxyType(
    {
        "so_cong_trinh": Field("Số công trình theo dõi", Kind.NUMBER),
        "no_dong": Field(
            "Nợ đọng theo công trình",
            Kind.LIST,
            {
                "ten": Field("Tên công trình nợ đọng"),
                "tien": Field("Số tiền nợ đọng", Kind.MONEY),
                "xu_ly": Field("Nguồn, thời hạn xử lý nợ đọng", told=True),
            },
        ),
        "tong_no_dong": Field("Tổng nợ đọng", Kind.MONEY),
        "chua_thanh_toan": Field("Ghi chú về khoản chưa thanh toán", Kind.LIST),
        "so_tai_lieu": Field("Số tài liệu minh chứng", Kind.NUMBER),
        "so_hinh": Field("Số hình ảnh minh họa", Kind.NUMBER),
        "so_chua_doi_chieu": Field("Số nội dung theo mức chưa đối chiếu", Kind.NUMBER),
    }
)
FIELDS: Fields = MappingProxyType({**ASKING, **MEETING, **LISTS})


def _postings(data: DossierData) -> tuple[Values, ...]:
    """What still hangs out on the day of the paper is told as such."""
    return tuple(
        {
            "noi": one.place,
            "tu_ngay": one.first,
            "den_ngay": one.last,
            "so_ngay": one.days,
            "dang_niem_yet": one.last > data.today,
        }
        for one in data.consultation.publications
    )


def _broadcasts(data: DossierData) -> tuple[Values, ...]:
    heard = Counter(one.on for one in data.consultation.broadcasts)
    return tuple({"ngay": on, "so_lan": times} for on, times in heard.items())


def _forms(data: DossierData) -> tuple[Values, ...]:
    forms = Counter(one.form for one in data.consultation.opinions)
    return tuple(
        {"ten": lowered(name), "so": forms[form]}
        for form, name in OPINION_FORM_NAMES.items()
        if form in forms
    )


def _meetings(data: DossierData) -> tuple[Values, ...]:
    held = [one for one in data.consultation.opinions if one.form is OpinionForm.MEETING]
    return tuple(
        {"noi": where, "ngay": on} for where, on in dict.fromkeys((_where(one), one.on) for one in held)
    )


def _where(one: Opinion) -> str:
    return hamlet_text(one.hamlet) if one.hamlet else lowered(one.giver_text)


def answered(data: DossierData) -> tuple[Opinion, ...]:
    """Those that the commune has to take up or to explain, or has."""
    return tuple(one for one in data.consultation.opinions if one.proposal or one.reply or one.accepted)


def who_asked(one: Opinion) -> str:
    """ "Cao Văn An, thôn Yên Thắng", or the body by its name."""
    if one.giver is not Giver.RESIDENTS:
        return one.giver_text
    known = (one.giver_name, hamlet_text(one.hamlet) if one.hamlet else "")
    return ", ".join(word for word in known if word) or one.giver_text


def in_one_sentence(text: str) -> str:
    """Lines of the office's text inside one sentence."""
    return "; ".join(without_end(line) for line in text.splitlines() if line.strip())


def _proposals(data: DossierData) -> tuple[Values, ...]:
    return tuple(
        {"ai": who_asked(one), "noi_dung": in_one_sentence(one.proposal or one.content)}
        for one in answered(data)
    )


def _surveyed(data: DossierData) -> list[date]:
    return [one.on for one in data.consultation.surveys]


def _of_meeting(told: Callable[[Meeting], Value]) -> Callable[[DossierData], Value]:
    """Of the meeting, which may be yet to come; what was not entered is missing."""

    def value(data: DossierData) -> Value:
        meeting = data.consultation.meeting
        return (told(meeting) or None) if meeting is not None else None

    return value


def _of_vote(told: Callable[[DossierData, Meeting], str]) -> Callable[[DossierData], Value]:
    """Only of a meeting that was held."""

    def value(data: DossierData) -> Value:
        meeting = data.consultation.meeting
        return told(data, meeting) if meeting is not None and meeting.held_by(data.today) else None

    return value


def _clock(time: str) -> str:
    hours, _, minutes = time.partition(":")
    return f"{hours} giờ {minutes} phút" if time else ""


def _count(number: int) -> str:
    return counted(number) if number else ""


def _debts(data: DossierData) -> tuple[Values, ...]:
    owed = data.debts.owed if data.debts else ()
    return tuple({"ten": one.work, "tien": one.amount, "xu_ly": lowered(one.plan) or None} for one in owed)


def _evidence(data: DossierData) -> Iterable[EvidenceFacts]:
    """Each piece once."""
    return {
        (item.title, item.document, item.sha256): item
        for indicator in data.indicators()
        for item in indicator.evidence
    }.values()


VALUES: Mapping[str, Callable[[DossierData], Value]] = {
    "niem_yet": _postings,
    "so_lan_phat": lambda data: len(data.consultation.broadcasts),
    "phat_thanh": _broadcasts,
    "so_y_kien": lambda data: len(data.consultation.opinions),
    "hinh_thuc_y_kien": _forms,
    "hop_y_kien": _meetings,
    "kien_nghi": _proposals,
    "thon_lay_phieu": lambda data: tuple(one.hamlet for one in data.consultation.surveys),
    "phieu_tu_ngay": lambda data: min(_surveyed(data), default=None),
    "phieu_den_ngay": lambda data: max(_surveyed(data), default=None),
    "gio_hop": _of_meeting(lambda meeting: _clock(meeting.begins)),
    "ngay_hop": _of_meeting(lambda meeting: meeting.on),
    "noi_hop": _of_meeting(lambda meeting: without_end(meeting.place)),
    "chu_tri": _of_meeting(lambda meeting: plain_name(meeting.chair)),
    "thu_ky": _of_meeting(lambda meeting: plain_name(meeting.secretary)),
    "so_nguoi_hop": _of_vote(lambda _data, meeting: counted(meeting.present)),
    "so_nhat_tri": _of_vote(lambda _data, meeting: counted(meeting.agreed)),
    "ty_le_nhat_tri": _of_vote(lambda data, meeting: meeting.vote.text(data.consultation.level(VOTE))),
    "gio_ket_thuc": _of_meeting(lambda meeting: _clock(meeting.ends)),
    "so_bien_ban": _of_meeting(lambda meeting: _count(meeting.copies_kept + meeting.copies_sent)),
    "so_bien_ban_luu": _of_meeting(lambda meeting: _count(meeting.copies_kept)),
    "so_bien_ban_gui": _of_meeting(lambda meeting: _count(meeting.copies_sent)),
    "so_cong_trinh": lambda data: data.debts.works if data.debts else 0,
    "no_dong": _debts,
    "tong_no_dong": lambda data: sum(one.amount for one in data.debts.owed) if data.debts else 0,
    "chua_thanh_toan": lambda data: data.debts.notes if data.debts else (),
    "so_tai_lieu": lambda data: len(list(_evidence(data))),
    "so_hinh": lambda data: sum(bool(one.picture or one.absent) for one in _evidence(data)),
    "so_chua_doi_chieu": lambda data: len(data.unverified()),
}
