"""Papers of the survey of satisfaction, which Mặt trận Tổ quốc holds: ballots, the lists by which they are
handed out, and MTTQ's report with the figures filled in. None of them is signed by the commune's committee.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ntm_desktop.documents.blocks import (
    SIGNED_ROW,
    Align,
    Block,
    Column,
    Heading,
    Letterhead,
    Note,
    Paper,
    Paragraph,
    Row,
    Section,
    Signature,
    Table,
    Title,
)
from ntm_desktop.documents.data import CommuneFacts, ConsultationFacts, DossierData, HamletFacts
from ntm_desktop.documents.formal import CLERK, day_text
from ntm_desktop.documents.formal import title as title_of
from ntm_desktop.documents.worded import part
from ntm_desktop.domain.consultation import (
    COVERAGE,
    SATISFACTION,
    SATISFACTION_ITEM,
    HamletSurvey,
    Rate,
    Totals,
    by_question,
    places_of,
    survey_places,
    totals,
    without_contents,
)
from ntm_desktop.domain.hamlets import hamlet_text
from ntm_desktop.packs.forms import FormRule
from ntm_desktop.text import count_words, format_int

_FRONT = "Ủy ban Mặt trận Tổ quốc Việt Nam"
_LINE, _SHORT = "…" * 17, "…" * 12
_LONG, _GAP = "…" * 26, "…" * 4
_BLANK_ROWS = 40  # of a hamlet whose households nobody counted


def ballot(data: DossierData) -> Paper:
    """One sheet of A5 a household; the contents in the order in which they were entered."""
    rows = tuple(
        Row((str(order), one.title, "", "")) for order, one in enumerate(data.consultation.questions, 1)
    )
    blocks: tuple[Block, ...] = (
        Note(f"{_FRONT} {data.commune.name}", Align.CENTRE),
        Title("PHIẾU LẤY Ý KIẾN", f"Sự hài lòng của người dân về {_goal(data)}"),
        Paragraph(f"Thôn: {_LINE}"),
        Paragraph(f"Người trả lời: {_SHORT}"),
        Paragraph("(không bắt buộc ghi tên)", italic=True),
        Paragraph("Đề nghị ông (bà) đánh dấu × vào một ô của mỗi dòng."),
        Table(
            (
                Column("TT", 9, Align.CENTRE),
                Column("Nội dung", 66),
                Column("Hài lòng", 18, Align.CENTRE),
                Column("Chưa hài lòng", 20, Align.CENTRE),
            ),
            rows,
        ),
        Paragraph("Ý kiến khác:"),
        Paragraph(_LINE + "…"),
        Paragraph(_LINE + "…"),
        Paragraph("Xin cảm ơn ông (bà)."),
    )
    return Paper("phieu", "Phiếu lấy ý kiến", (Section("Phiếu lấy ý kiến", blocks, small=True),))


def hand_out_lists(data: DossierData) -> Paper:
    """One list a hamlet, with a line for each household to sign for its ballot."""
    sections = tuple(_hand_out(data, hamlet) for hamlet in data.commune.hamlets)
    return Paper("danh_sach_phat_phieu", "Danh sách phát phiếu lấy ý kiến", sections)


def _hand_out(data: DossierData, hamlet: HamletFacts) -> Section:
    name = hamlet_text(hamlet.name)
    count = hamlet.households or _BLANK_ROWS
    table = Table(
        (
            Column("TT", 12, Align.CENTRE),
            Column("Họ và tên chủ hộ", 58),
            Column("Ký nhận phiếu", 34),
            Column("Đã thu phiếu", 24, Align.CENTRE),
            Column("Ghi chú", 32),
        ),
        tuple(Row((str(order), "", "", "", "")) for order in range(1, count + 1)),
        13,
        SIGNED_ROW,
    )
    households = f"{format_int(hamlet.households)} hộ" if hamlet.households else f"{_GAP} hộ"
    blocks: tuple[Block, ...] = (
        Note(f"{_FRONT} {data.commune.name}", Align.CENTRE),
        Title("DANH SÁCH", f"Hộ nhận phiếu lấy ý kiến về {_goal(data)}, {name}"),
        Note(f"Tổng số: {households}", Align.RIGHT),
        table,
        Signature((), ("TRƯỞNG BAN", "CÔNG TÁC MẶT TRẬN"), "", "NGƯỜI PHÁT PHIẾU"),
    )
    return Section(f"{name[:1].upper()}{name[1:]}", blocks)


def survey_report(data: DossierData, rule: FormRule) -> Paper:
    """MTTQ's report: their letterhead, number and signature stay open; only what was counted is filled in."""
    asked = data.consultation
    count = totals(asked.surveys)
    blocks: list[Block] = [
        _front_letterhead(data, rule),
        title_of(data, rule, "BÁO CÁO"),
        Heading(1, "I. Tổ chức lấy ý kiến"),
        *part(data, rule.form, "to_chuc"),
        Heading(1, "II. Kết quả"),
        Heading(2, "1. Theo thôn"),
        _by_hamlet(data.commune, asked, count),
        *_sums(asked, count),
        Heading(2, "2. Theo nội dung"),
        *_by_content(asked),
        Heading(1, "III. Ý kiến, kiến nghị của người dân"),
        *(Paragraph(_LONG) for _ in range(3)),
        Heading(1, "IV. Kết luận"),
        *(Paragraph(_LONG) for _ in range(2)),
        Signature(("Lưu: VT",), ("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH"), ""),
    ]
    return Paper(rule.form, "Báo cáo kết quả lấy ý kiến", (Section("Kết quả lấy ý kiến", tuple(blocks)),))


def _goal(data: DossierData) -> str:
    return f"kết quả xây dựng {data.goal.tier} năm {data.goal.year} của {data.commune.name}"


def _front_letterhead(data: DossierData, rule: FormRule) -> Letterhead:
    return Letterhead(
        agency=("MẶT TRẬN TỔ QUỐC", "VIỆT NAM", data.commune.name.upper(), "BAN THƯỜNG TRỰC"),
        number=f"Số:{CLERK}/{rule.symbol}",
        place_date=f"{data.commune.place}, {day_text(None, data.today)}",
        form_number=data.paper(rule.form).form_number,
    )


def _by_hamlet(commune: CommuneFacts, asked: ConsultationFacts, count: Totals) -> Table:
    """Every hamlet of the commune: one that was not counted has empty cells."""
    known = {one.hamlet: one for one in asked.surveys}
    names = [hamlet.name for hamlet in commune.hamlets]
    places = survey_places(asked.surveys, count)
    rows = [
        Row((str(order), name, *_cells(known.get(name), asked, places)))
        for order, name in enumerate((*names, *(name for name in known if name not in names)), 1)
    ]
    if asked.surveys:
        rows.append(Row(("", "Tổng cộng", *_cells(count, asked, places)), bold=9))
    return Table(
        (
            Column("TT", 9, Align.CENTRE),
            Column("Thôn", 30),
            Column("Số hộ", 16, Align.RIGHT),
            Column("Phát ra", 16, Align.RIGHT, "Số phiếu"),
            Column("Thu về", 16, Align.RIGHT, "Số phiếu"),
            Column("Hợp lệ", 16, Align.RIGHT, "Số phiếu"),
            Column("Hài lòng", 16, Align.RIGHT, "Số phiếu"),
            Column("Thu về/ số hộ", 20, Align.RIGHT, "Tỷ lệ"),
            Column("Hài lòng/ hợp lệ", 20, Align.RIGHT, "Tỷ lệ"),
        ),
        tuple(rows),
    )


def _cells(
    one: HamletSurvey | Totals | None, asked: ConsultationFacts, places: tuple[int, int]
) -> Sequence[str]:
    if one is None:
        return ("",) * 7
    counts = (one.households, one.issued, one.returned, one.valid, one.satisfied)
    return (
        *("" if number is None else format_int(number) for number in counts),
        one.coverage.text(asked.level(COVERAGE), places[0]),
        one.satisfaction.text(asked.level(SATISFACTION), places[1]),
    )


def _sums(asked: ConsultationFacts, count: Totals) -> Iterator[Paragraph]:
    """Both rates, each with what it is of."""
    if not asked.surveys:
        return
    coverage, satisfaction = count.coverage, count.satisfaction
    yield Paragraph(
        f"Tỷ lệ hộ tham gia: {_share(coverage)} hộ, đạt {coverage.text(asked.level(COVERAGE))}. "
        f"Tỷ lệ hài lòng: {_share(satisfaction)} phiếu hợp lệ, "
        f"đạt {satisfaction.text(asked.level(SATISFACTION))}."
    )


def _share(rate: Rate) -> str:
    return f"{format_int(rate.part)}/{format_int(rate.whole)}"


def _by_content(asked: ConsultationFacts) -> Iterator[Block]:
    found = by_question(asked.questions, asked.surveys)
    places = places_of(rate for _question, rate in found)
    rows = [
        Row((str(order), one.title, *_rate_cells(rate, asked, places)))
        for order, (one, rate) in enumerate(found, 1)
    ]
    rows = rows or [Row((str(order), "", "", "", "")) for order in range(1, 7)]
    yield Table(
        (
            Column("TT", 9, Align.CENTRE),
            Column("Nội dung", 76),
            Column("Phiếu hợp lệ", 24, Align.RIGHT),
            Column("Phiếu hài lòng", 24, Align.RIGHT),
            Column("Tỷ lệ", 22, Align.RIGHT),
        ),
        tuple(rows),
    )
    if found and (left := without_contents(asked.questions, asked.surveys)):
        counted = count_words(len(left), "thôn")
        names = ", ".join(one.hamlet for one in left)
        yield Note(
            f"Ghi chú: {counted} chưa ghi đủ số phiếu của từng nội dung ({names}); mỗi nội dung tính trên số "
            "phiếu hợp lệ của các thôn đã ghi nội dung đó."
        )


def _rate_cells(rate: Rate, asked: ConsultationFacts, places: int) -> tuple[str, str, str]:
    if not rate.whole:
        return "", "", ""
    return format_int(rate.whole), format_int(rate.part), rate.text(asked.level(SATISFACTION_ITEM), places)
