"""The papers of a dossier that this program makes, in the order they are bound."""

from __future__ import annotations

from ntm_desktop.documents.blocks import Paper
from ntm_desktop.documents.data import DossierData
from ntm_desktop.documents.debts import debts
from ntm_desktop.documents.minutes import minutes
from ntm_desktop.documents.opinions import opinions
from ntm_desktop.documents.report import report
from ntm_desktop.documents.submission import cover, document_list, submission
from ntm_desktop.documents.wording import SAMPLE_MARK
from ntm_desktop.domain.consultation import MINUTES_FORM, SUMMARY_FORM

_MAKERS = {
    "to_trinh": submission,
    "bao_cao": report,
    SUMMARY_FORM: opinions,
    MINUTES_FORM: minutes,
    "no_dong": debts,
}

DRAFT_MARK = "BẢN NHÁP"


def papers(data: DossierData) -> tuple[Paper, ...]:
    """Cover, list of documents, then what the regime asks for; papers made elsewhere are only listed."""
    made = tuple(
        _MAKERS[rule.form](data, rule)
        for rule in data.regime.forms
        if rule.form in _MAKERS and data.is_made(rule)
    )
    return (cover(data), document_list(data), *made)


def marks(data: DossierData) -> tuple[str, ...]:
    """What stands across every page: a draft says so, and so does a sample."""
    return (DRAFT_MARK,) * data.draft + (SAMPLE_MARK,) * data.illustrative


def dossier_title(data: DossierData) -> str:
    return f"Hồ sơ đề nghị xét, công nhận {data.commune.name} đạt chuẩn {data.goal.tier} năm {data.goal.year}"
