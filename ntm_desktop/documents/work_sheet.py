"""Phiếu theo dõi công trình: all that is known of one work on a day, with its charts, diary and photos."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ntm_desktop.documents.blocks import (
    Align,
    Block,
    Chart,
    Column,
    Heading,
    Note,
    Paper,
    Paragraph,
    Picture,
    Row,
    Section,
    Table,
    Title,
)
from ntm_desktop.documents.office import Office, letterhead, table_signature
from ntm_desktop.documents.tables import Kind, cell_text
from ntm_desktop.documents.work_tables import WorkEntry
from ntm_desktop.domain.capital import PAID_OF_ALLOTTED, PAID_OF_TOTAL
from ntm_desktop.domain.charts import capital_bars, s_curve, stages_gantt
from ntm_desktop.domain.progress import CAUSE_NAMES, DelayCause, in_force, replaced
from ntm_desktop.domain.stages import stage_name
from ntm_desktop.domain.works import WorkState
from ntm_desktop.text import count_words, format_date, format_millions, format_percent

NOTHING_MEASURED = "Chưa ghi khối lượng lần nào."
NO_PLAN = "Chưa chốt kế hoạch khối lượng"
_PAID_LINE = f"Đường giải ngân: {PAID_OF_TOTAL.lower()}."


@dataclass(frozen=True, slots=True)
class DiaryLine:
    """One measurement; ``share`` in basis points, ``value`` in đồng."""

    on: date
    share: int
    value: int | None
    cause: DelayCause | None
    note: str


def work_sheet(
    work: WorkEntry, diary: Sequence[DiaryLine], photos: Sequence[Picture], *, on: date, office: Office
) -> Paper:
    """``diary`` newest first."""
    blocks: list[Block] = [
        letterhead(office),
        Title("PHIẾU THEO DÕI CÔNG TRÌNH", work.name),
        Note(f"(Tính đến ngày {format_date(on)})", Align.CENTRE),
        _facts(work),
        Heading(2, "1. Tiến độ lũy kế"),
        Chart(s_curve(work.facts, on), f"{_plan_words(work, on)}. {_PAID_LINE}"),
        Heading(2, "2. Các giai đoạn"),
        Chart(stages_gantt(work.facts, on)),
        Heading(2, "3. Vốn theo năm"),
        Chart(capital_bars(work.facts, on)),
        Heading(2, "4. Việc cần chú ý"),
        *_warnings(work),
        Heading(2, "5. Nhật ký khối lượng"),
        *_diary(diary),
    ]
    if photos:
        blocks += [Heading(2, "6. Ảnh hiện trường"), *photos]
    blocks.append(table_signature(office))
    title = f"Phiếu theo dõi công trình, {work.name}"
    return Paper("phieu_cong_trinh", title, (Section("Phiếu theo dõi công trình", tuple(blocks)),))


def _facts(work: WorkEntry) -> Table:
    state, account = work.state, work.state.account
    ends, rate = state.contract_finish, account.disbursement_rate
    known = (
        ("Địa điểm", work.place),
        ("Quy mô", work.scale),
        ("Phục vụ tiêu chí", ", ".join(work.criteria)),
        ("Quyết định phê duyệt", work.approval),
        ("Chủ đầu tư", work.investor),
        ("Người phụ trách", work.person),
        ("Đơn vị thi công", work.contractor),
        ("Tổng mức đầu tư", format_millions(account.total) if account.total else ""),
        ("Giá hợp đồng", "" if state.contract_value is None else format_millions(state.contract_value)),
        ("Thời hạn hợp đồng", "" if ends is None else format_date(ends)),
        ("Giai đoạn", _stage(work)),
        ("Khối lượng", _progress(work)),
        ("Vốn cam kết", format_millions(account.amounts.committed)),
        ("Vốn đã bố trí", format_millions(account.amounts.allotted)),
        ("Đã giải ngân", format_millions(account.amounts.disbursed)),
        (PAID_OF_ALLOTTED, "" if rate is None else format_percent(rate)),
        (PAID_OF_TOTAL, format_percent(state.money_share)),
        ("Khối lượng so với giải ngân", _gap(state)),
        ("Đã nghiệm thu", format_millions(account.accepted)),
        ("Nợ đọng", format_millions(account.debt) if account.debt else "Không có nợ đọng"),
        ("Xử lý nợ đọng", work.debt_plan if account.debt else ""),
        ("Bảo hành", _warranty(work)),
    )
    columns = (Column("Nội dung", 2), Column("Thông tin", 5))
    return Table(columns, tuple(Row((name, text)) for name, text in known if text))


def _warranty(work: WorkEntry) -> str:
    facts, on = work.facts, work.state.on
    if work.state.finished is None or facts.warranty_to is None:
        return ""
    words = f"đến {format_date(facts.warranty_to)}"
    if not facts.retention:
        return words
    words = f"{words}, giữ lại {format_millions(facts.retention)}"
    released = facts.retention_released
    if released is None or released > on:
        return f"{words}, chưa trả"
    return f"{words}, đã trả ngày {format_date(released)}"


def _stage(work: WorkEntry) -> str:
    state = work.state
    if state.settled_on is not None:
        return f"Đã quyết toán ngày {format_date(state.settled_on)}"
    name = stage_name(state.stage, work.facts.route)
    return (
        name
        if not state.days_in_stage or state.finished
        else f"{name}, {count_words(state.days_in_stage, 'ngày')}"
    )


def _gap(state: WorkState) -> str:
    """How far the building is ahead of its pay, or behind; "" where there is nothing to compare."""
    if not state.account.total or not (state.share or state.money_share):
        return ""
    if not state.gap:
        return "Bằng nhau"
    points = format_percent(abs(state.gap)).removesuffix("%")
    return f"{'Cao' if state.gap > 0 else 'Thấp'} hơn {points} điểm phần trăm"


def _progress(work: WorkEntry) -> str:
    state = work.state
    words = format_percent(state.share)
    if state.planned is not None:
        words += f", kế hoạch {format_percent(state.planned)}"
    return f"{words}, chậm {count_words(state.days_late, 'ngày')}" if state.is_late else words


def _plan_words(work: WorkEntry, on: date) -> str:
    now, before = in_force(work.facts.baselines, on), replaced(work.facts.baselines, on)
    if now is None:
        return NO_PLAN
    words = f"Kế hoạch chốt ngày {format_date(now.on)}"
    if before is None:
        return words
    return f"{words}, thay kế hoạch ngày {format_date(before.on)}: {now.reason}"


def _warnings(work: WorkEntry) -> list[Block]:
    texts = [one.text for one in work.warnings] or ["Không có việc gì phải chú ý."]
    return [Paragraph(f"- {text}" if work.warnings else text) for text in texts]


def _diary(diary: Sequence[DiaryLine]) -> list[Block]:
    if not diary:
        return [Paragraph(NOTHING_MEASURED)]
    columns = (
        Column("Ngày", 22, Align.CENTRE),
        Column("Khối lượng", 20, Align.RIGHT),
        Column("Giá trị", 20, Align.RIGHT),
        Column("Nguyên nhân chậm", 28),
        Column("Ghi chú", 70),
    )
    rows = tuple(
        Row(
            (
                cell_text(one.on, Kind.DATE, 0),
                format_percent(one.share),
                cell_text(one.value, Kind.MONEY, 1),
                CAUSE_NAMES[one.cause] if one.cause else "",
                one.note,
            )
        )
        for one in diary
    )
    return [Note("Giá trị: triệu đồng", Align.RIGHT), Table(columns, rows)]
