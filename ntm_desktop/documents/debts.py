"""Báo cáo tình hình nợ đọng xây dựng cơ bản: a paper of the dossier, also where nothing is owed."""

from __future__ import annotations

from ntm_desktop.documents.blocks import Addressees, Block, Heading, Paper, Section
from ntm_desktop.documents.data import DebtFacts, DossierData
from ntm_desktop.documents.formal import annex_heading, letterhead, recipients, signature, title
from ntm_desktop.documents.worded import CLOSING, OPENING, part
from ntm_desktop.documents.wording import addressees
from ntm_desktop.packs.forms import FormRule

TABLE = "no_dong_bieu"
_NAME = "Tổng hợp nợ đọng xây dựng cơ bản"


def debts(data: DossierData, rule: FormRule) -> Paper:
    known = data.debts or DebtFacts(0)
    blocks: list[Block] = [
        letterhead(data, rule),
        title(data, rule, "BÁO CÁO"),
        Addressees(addressees(data)),
        *part(data, rule.form, OPENING),
        Heading(1, "I. Tình hình nợ đọng"),
        *part(data, rule.form, "tinh_hinh"),
    ]
    if plans := part(data, rule.form, "xu_ly"):
        blocks += (Heading(1, "II. Nguồn và thời hạn xử lý"), *plans)
    blocks += [
        *part(data, rule.form, CLOSING),
        signature(data, rule.form, recipients(data)),
    ]
    sections = [Section("Báo cáo nợ đọng xây dựng cơ bản", tuple(blocks))]
    if known.owed:
        heading = annex_heading(data, "Phụ lục", _NAME, rule)
        sections.append(Section(f"Phụ lục. {_NAME}", (heading, *known.table), landscape=True, key=TABLE))
    return Paper(rule.form, "Báo cáo nợ đọng xây dựng cơ bản", tuple(sections))
