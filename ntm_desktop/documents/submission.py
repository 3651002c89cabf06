"""Cover, list of documents, and the Tờ trình that carries the dossier upwards."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ntm_desktop.documents.blocks import (
    Addressees,
    Align,
    AnnexHeading,
    Block,
    Column,
    Cover,
    Paper,
    Paragraph,
    Row,
    Section,
    Table,
    Title,
)
from ntm_desktop.documents.data import DossierData
from ntm_desktop.documents.formal import (
    committee_lines,
    going_with,
    grounds,
    letterhead,
    number_text,
    recipients,
    signature,
    title,
)
from ntm_desktop.documents.worded import CLOSING, part
from ntm_desktop.documents.wording import addressees, places
from ntm_desktop.packs.forms import FormRule, Regime, fill
from ntm_desktop.text import count_words, format_date, format_month

_ANNEX_LETTERS = "abcdđegh"


def left_out(regime: Regime, *, works: bool, resources: bool, pictures: bool) -> tuple[FormRule, ...]:
    """Annexes of what the office has not entered: the dossier goes without them."""
    said = {"danh_muc_cong_trinh": works, "nguon_luc": resources, "hinh_anh": pictures}
    return tuple(rule for rule in regime.forms if not said.get(rule.form, True))


def listed_forms(data: DossierData, absent: Collection[str] | None = None) -> tuple[FormRule, ...]:
    """The papers of this dossier: of those that are not required, the ones that have something to say.

    ``absent``: the forms that are ``left_out``, where ``data`` is without registers and evidence.
    """
    if absent is None:
        absent = {rule.form for rule in _left_out(data)}
    said = {"minh_chung": bool(data.indicators()), "chua_doi_chieu": bool(data.unverified())}
    return tuple(rule for rule in data.regime.forms if rule.form not in absent and said.get(rule.form, True))


def _left_out(data: DossierData) -> tuple[FormRule, ...]:
    registers = data.registers
    return left_out(
        data.regime,
        works=registers is not None and bool(registers.works),
        resources=registers is not None and registers.has_resources,
        pictures=any(e.picture or e.absent for i in data.indicators() for e in i.evidence),
    )


def cover(data: DossierData) -> Paper:
    upper = {key: value.upper() for key, value in places(data).items()}
    request = fill("ĐỀ NGHỊ XÉT, CÔNG NHẬN {commune}\nĐẠT CHUẨN {tier} NĂM {year}", upper)
    block = Cover(
        agency=committee_lines(data.commune),
        title=("HỒ SƠ", *request.splitlines()),
        lines=(data.goal.set_title,),
        foot=f"{data.commune.place}, {format_month(data.paper('to_trinh').issued or data.today)}",
    )
    return Paper("bia", "Bìa hồ sơ", (Section("Bìa hồ sơ", (block,)),))


def document_list(
    data: DossierData, pages: Mapping[str, int] | None = None, more: tuple[Row, ...] = ()
) -> Paper:
    """An inner list that goes with the Tờ trình: like the annexes it has no letterhead and is not signed.

    Of a bound dossier it tells on which of its ``pages`` each form begins, and what ``more`` it has.
    """
    rows, number, annexes = [], 0, 0
    for rule in listed_forms(data):
        if rule.annex_of:
            order, annexes = f"{number}{_ANNEX_LETTERS[annexes]}", annexes + 1
        else:
            number, annexes = number + 1, 0
            order = str(number)
        place = () if pages is None else (str(pages.get(rule.form, "")),)
        rows.append(
            Row(
                (
                    order,
                    fill(rule.title, places(data)),
                    *_list_cells(data, rule, bound=pages is not None),
                    *place,
                )
            )
        )
    table = Table(
        (
            Column("TT", 9, Align.CENTRE),
            Column("Tên văn bản", 68 if pages is None else 60),
            Column("Số, ký hiệu", 28, Align.CENTRE),
            Column("Ngày tháng", 23, Align.CENTRE),
            Column("Số bản", 11, Align.CENTRE),
            Column("Ghi chú", 21 if pages is None else 16),
            *(() if pages is None else (Column("Trang", 14, Align.CENTRE),)),
        ),
        (*rows, *more),
    )
    subject = f"Văn bản trong hồ sơ đề nghị xét, công nhận {fill('{commune}', places(data))}"
    carrier = data.regime.form("to_trinh")
    heading = (
        AnnexHeading("DANH MỤC", subject, going_with(data, carrier))
        if carrier
        else Title("DANH MỤC", subject)
    )
    blocks = (heading, table)
    return Paper("danh_muc", "Danh mục văn bản", (Section("Danh mục văn bản trong hồ sơ", blocks),))


def _list_cells(data: DossierData, rule: FormRule, *, bound: bool) -> tuple[str, str, str, str]:
    paper = data.paper(rule.form)
    number = number_text(paper, rule).removeprefix("Số:").strip() if rule.code and paper.number else ""
    issued = format_date(paper.issued) if paper.issued else ""
    note = "Phụ lục" if rule.annex_of else ""
    if not data.is_made(rule):
        note = "Bản đã ký" if bound and paper.file is not None else "Lập riêng"
    return number, issued, f"{data.copies_of(rule):02d}", note


def submission(data: DossierData, rule: FormRule) -> Paper:
    blocks: list[Block] = [
        letterhead(data, rule),
        title(data, rule, "TỜ TRÌNH"),
        Addressees(addressees(data)),
        grounds(data),
        *part(data, rule.form, "ket_qua"),
        *part(data, rule.form, "de_nghi"),
        Paragraph("Hồ sơ kèm theo gồm:"),
        *_enclosures(data, rule),
        *part(data, rule.form, CLOSING),
        signature(data, rule.form, recipients(data)),
    ]
    return Paper(rule.form, "Tờ trình", (Section("Tờ trình", tuple(blocks)),))


def _enclosures(data: DossierData, own: FormRule) -> tuple[Paragraph, ...]:
    enclosed = [rule for rule in listed_forms(data) if not rule.annex_of and rule.form != own.form]
    lines = []
    for order, rule in enumerate(enclosed, 1):
        paper = data.paper(rule.form)
        known = ""
        if paper.number and paper.issued:
            number = number_text(paper, rule).removeprefix("Số: ")
            known = f" (số {number} ngày {format_date(paper.issued)})"
        end = "." if order == len(enclosed) else ";"
        copies = count_words(data.copies_of(rule), "bản")
        lines.append(f"{order}. {fill(rule.title, places(data))}{known}: {copies}{end}")
    return tuple(Paragraph(line) for line in lines)
