"""Báo cáo tình hình nợ đọng xây dựng cơ bản: a paper of the dossier, also where nothing is owed."""

from __future__ import annotations

from ntm_desktop.documents.blocks import Addressees, Block, Heading, Paper, Paragraph, Section
from ntm_desktop.documents.data import DebtFacts, DossierData, OwedFacts
from ntm_desktop.documents.formal import annex_heading, letterhead, recipients, signature, title
from ntm_desktop.documents.wording import addressees, committee
from ntm_desktop.packs.forms import FormRule
from ntm_desktop.text import count_words, format_date, format_millions, lowered

TABLE = "no_dong_bieu"
_NAME = "Tổng hợp nợ đọng xây dựng cơ bản"


def debts(data: DossierData, rule: FormRule) -> Paper:
    known = data.debts or DebtFacts(0)
    what = f"nợ đọng xây dựng cơ bản trong xây dựng {data.goal.tier} của {data.commune.name}"
    blocks: list[Block] = [
        letterhead(data, rule),
        title(data, rule, "BÁO CÁO"),
        Addressees(addressees(data)),
        Paragraph(
            f"{committee(data.commune)} báo cáo tình hình {what}, đến ngày {format_date(data.on)} như sau:"
        ),
        Heading(1, "I. Tình hình nợ đọng"),
        Paragraph(f"Xã có {count_words(known.works, 'công trình')} trong danh mục theo dõi."),
        Paragraph(_state(data, known)),
        *(Paragraph(note) for note in known.notes),
    ]
    if known.owed:
        blocks.append(Heading(1, "II. Nguồn và thời hạn xử lý"))
        blocks += [Paragraph(_plan(one)) for one in known.owed]
    blocks += [
        Paragraph(f"Trên đây là báo cáo tình hình {what}./."),
        signature(data, rule.form, recipients(data)),
    ]
    sections = [Section("Báo cáo nợ đọng xây dựng cơ bản", tuple(blocks))]
    if known.owed:
        heading = annex_heading(data, "Phụ lục", _NAME, rule)
        sections.append(Section(f"Phụ lục. {_NAME}", (heading, *known.table), landscape=True, key=TABLE))
    return Paper(rule.form, "Báo cáo nợ đọng xây dựng cơ bản", tuple(sections))


def _state(data: DossierData, known: DebtFacts) -> str:
    on = f"Đến ngày {format_date(data.on)}, {data.commune.name}"
    if not known.owed:
        return f"{on} không có nợ đọng xây dựng cơ bản."
    total = format_millions(sum(one.amount for one in known.owed))
    works = count_words(len(known.owed), "công trình")
    return f"{on} còn nợ đọng xây dựng cơ bản {total} của {works}. Chi tiết tại Phụ lục kèm theo."


def _plan(one: OwedFacts) -> str:
    plan = lowered(one.plan) or "chưa xác định nguồn và thời hạn (bổ sung trước khi ký)"
    return f"- {one.work}: nợ đọng {format_millions(one.amount)}; {plan}."
