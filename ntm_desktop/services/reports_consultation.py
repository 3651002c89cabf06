"""The papers of the consultation by themselves: what is handed out, filled in and reported."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ntm_desktop.db.session import Session
from ntm_desktop.documents.blocks import Paper
from ntm_desktop.documents.data import DossierData
from ntm_desktop.documents.minutes import minutes
from ntm_desktop.documents.opinions import opinions
from ntm_desktop.documents.survey import ballot, hand_out_lists, survey_report
from ntm_desktop.domain.consultation import MINUTES_FORM, SUMMARY_FORM, SURVEY_FORM
from ntm_desktop.errors import NothingEntered, NtmError
from ntm_desktop.packs.forms import FormRule
from ntm_desktop.services.dossier_data import data_of
from ntm_desktop.services.dossier_records import consultation_facts
from ntm_desktop.services.judged import judge_on
from ntm_desktop.services.office import office_of
from ntm_desktop.services.report_kinds import Form, Made, Report, Wanted

_PAGE = "lay-y-kien"


def _dossier_paper(
    form: str, maker: Callable[[DossierData, FormRule], Paper]
) -> Callable[[Session, Wanted], Made]:
    """A paper of the dossier, as it stands there."""

    def collect(session: Session, wanted: Wanted) -> Made:
        data = _data(session, wanted)
        rule = data.regime.form(form)
        if rule is None:
            raise NtmError("Trình tự đang dùng không có văn bản này. Chọn lại trình tự trong Thiết lập.")
        return Made(maker(data, rule), office_of(session, today=wanted.today, by=wanted.by))

    return collect


def _data(session: Session, wanted: Wanted) -> DossierData:
    state = judge_on(session, on=wanted.on)
    data = data_of(session, state, today=wanted.today, draft=True, pictures=False)
    return replace(data, consultation=consultation_facts(session, on=wanted.on, today=wanted.today))


def _opinions(data: DossierData, rule: FormRule) -> Paper:
    if not data.consultation.opinions:
        raise NothingEntered(
            "Chưa ghi ý kiến tham gia nào. Ghi ý kiến ở trang Lấy ý kiến rồi lập lại báo cáo.",
            "Ghi ý kiến",
            _PAGE,
            "y-kien",
        )
    return opinions(data, rule)


def _survey_paper(maker: Callable[[DossierData], Paper]) -> Callable[[Session, Wanted], Made]:
    def collect(session: Session, wanted: Wanted) -> Made:
        office = office_of(session, today=wanted.today, by=wanted.by)
        return Made(maker(_data(session, wanted)), office)

    return collect


def _ballot(data: DossierData) -> Paper:
    if not data.consultation.questions:
        raise NothingEntered(
            "Phiếu chưa có câu hỏi nào. Nhập nội dung phiếu ở trang Lấy ý kiến rồi in lại.",
            "Nhập nội dung phiếu",
            _PAGE,
            "noi-dung-phieu",
        )
    return ballot(data)


def _hand_out_lists(data: DossierData) -> Paper:
    if not data.commune.hamlets:
        raise NothingEntered(
            "Xã chưa có thôn nào. Nhập danh sách thôn ở trang Thiết lập rồi in lại.",
            "Nhập danh sách thôn",
            "thiet-lap",
            "thon",
        )
    return hand_out_lists(data)


REPORTS: Sequence[Report] = (
    Report("phieu-y-kien", "Phiếu lấy ý kiến hài lòng", _survey_paper(_ballot), form=Form.LETTER, page=_PAGE),
    Report(
        "danh-sach-phat-phieu",
        "Danh sách phát phiếu lấy ý kiến",
        _survey_paper(_hand_out_lists),
        form=Form.LETTER,
        page=_PAGE,
    ),
    Report(
        "ket-qua-hai-long",
        "Báo cáo kết quả lấy ý kiến hài lòng (Mặt trận Tổ quốc)",
        _dossier_paper(SURVEY_FORM, survey_report),
        form=Form.LETTER,
        page=_PAGE,
    ),
    Report(
        "tong-hop-y-kien",
        "Báo cáo tổng hợp ý kiến tham gia",
        _dossier_paper(SUMMARY_FORM, _opinions),
        form=Form.LETTER,
        page=_PAGE,
    ),
    Report(
        "bien-ban",
        "Biên bản họp đề nghị xét, công nhận",
        _dossier_paper(MINUTES_FORM, minutes),
        form=Form.LETTER,
        page=_PAGE,
    ),
)
