"""What an authority prints of its communes: side by side, and the appraisal of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ntm_desktop.documents.blocks import (
    Align,
    AnnexHeading,
    Block,
    Heading,
    Paper,
    Paragraph,
    Row,
    Section,
    Table,
    Title,
)
from ntm_desktop.documents.blocks import Column as BlockColumn
from ntm_desktop.documents.office import Authority, letterhead, signature
from ntm_desktop.documents.tables import Head, Kind, Line, LineKind, Statement, summed, with_total
from ntm_desktop.domain.obstacles import LEVEL_NAMES, Level
from ntm_desktop.text import count_words, counted

_ALL = "Xây dựng nông thôn mới các xã"


@dataclass(frozen=True, slots=True)
class CommuneEntry:
    """One commune in the summary; ``None`` where nothing is known of it."""

    name: str
    district: str
    year: int | None
    met: int | None
    total: int | None
    lacking: tuple[str, ...]
    """Official numbers of the criteria that are not met."""
    late_works: int | None
    debt: int | None
    missing_capital: int | None
    waiting: int | None
    package: int | None
    """Number of the submission; None when none came."""
    package_on: date | None


@dataclass(frozen=True, slots=True)
class PromiseEntry:
    commune: str
    promiser: str
    subject: str
    promised: int
    allotted: int
    due: date


@dataclass(frozen=True, slots=True)
class ObstacleEntry:
    commune: str
    what: str
    subject: str
    level: Level
    since: date


@dataclass(frozen=True, slots=True)
class IndicatorEntry:
    """One indicator as the commune judges it and as the authority does."""

    criterion: str  # "2. Giao thông"
    code: str
    name: str
    required: str
    result: str
    own: str
    authority: str
    note: str


@dataclass(frozen=True, slots=True)
class AppraisalFacts:
    commune: str
    period: str
    package: str
    set_title: str
    papers: tuple[tuple[str, str], ...]
    """What belongs to the dossier, and “có” or what is wrong."""
    guidance: str
    criteria: tuple[IndicatorEntry, ...]
    met: int
    total: int
    debt: str
    plan: str
    open_remarks: tuple[str, ...]
    outcome: str
    """Of the newest decision; "" before there is one."""
    proposals: str


def summary(entries: Sequence[CommuneEntry], *, on: date, office: Authority) -> Statement:
    """The directive's own table: which criteria each registered commune lacks."""
    heads = (
        Head("TT", Kind.CODE),
        Head("Xã", width=30),
        Head("Huyện", width=24),
        Head("Năm đăng ký", Kind.CODE),
        Head("Tiêu chí đạt", Kind.CODE),
        Head("Còn thiếu", width=24),
        Head("Tiêu chí chưa đạt", width=34),
        Head("Công trình chậm", Kind.COUNT),
        Head("Nợ đọng", Kind.MONEY),
        Head("Vốn còn thiếu", Kind.MONEY),
        Head("Vướng mắc chờ cấp trên", Kind.COUNT),
        Head("Số", Kind.CODE, group="Gói số liệu"),
        Head("Ngày", Kind.DATE, group="Gói số liệu"),
    )
    lines = [_summary_line(place, entry) for place, entry in enumerate(entries, 1)]
    silent = sum(entry.met is None for entry in entries)
    return Statement(
        name="Tổng hợp kết quả thực hiện của các xã",
        subject=_ALL,
        on=on,
        heads=heads,
        lines=with_total(heads, lines),
        office=office,
        nothing="Chưa có xã nào.",
        notes=(f"Dòng trống: {count_words(silent, 'xã')} chưa gửi số liệu.",) if silent else (),
        most_decimals=1,
    )


def _summary_line(place: int, entry: CommuneEntry) -> Line:
    left = None if entry.met is None or entry.total is None else entry.total - entry.met
    told = "" if left is None else f"{counted(left)} tiêu chí" if left else "đủ"
    return Line(
        (
            place,
            entry.name,
            entry.district,
            "" if entry.year is None else str(entry.year),
            "" if entry.met is None else f"{entry.met}/{entry.total}",
            told,
            ", ".join(entry.lacking),
            entry.late_works,
            entry.debt,
            entry.missing_capital,
            entry.waiting,
            "" if entry.package is None else str(entry.package),
            entry.package_on,
        )
    )


def promises(entries: Sequence[PromiseEntry], *, on: date, office: Authority) -> Statement:
    """Promised capital by commune: what was promised, what came, what is missing and since when."""
    heads = (
        Head("TT", Kind.CODE),
        Head("Nơi cam kết", width=40),
        Head("Công trình, nội dung", width=50),
        Head("Cam kết", Kind.MONEY),
        Head("Đã bố trí", Kind.MONEY),
        Head("Còn thiếu", Kind.MONEY),
        Head("Hạn", Kind.DATE),
        Head("Quá hạn", width=22),
    )
    lines: list[Line] = []
    place = 0
    for commune in dict.fromkeys(entry.commune for entry in entries):
        lines.append(Line((commune,), LineKind.GROUP))
        for entry in (one for one in entries if one.commune == commune):
            place += 1
            missing = entry.promised - entry.allotted
            late = (on - entry.due).days if missing and entry.due < on else 0
            over = count_words(late, "ngày") if late else ""
            lines.append(
                Line(
                    (
                        place,
                        entry.promiser,
                        entry.subject,
                        entry.promised,
                        entry.allotted,
                        missing,
                        entry.due,
                        over,
                    )
                )
            )
    return Statement(
        name="Vốn cam kết cho các xã",
        subject=_ALL,
        on=on,
        heads=heads,
        lines=(*lines, summed("Tổng cộng", heads, lines)) if lines else (),
        office=office,
        nothing="Chưa xã nào ghi cam kết vốn.",
    )


def obstacles(entries: Sequence[ObstacleEntry], *, on: date, office: Authority) -> Statement:
    """What waits for a decision, by the level that must take it."""
    heads = (
        Head("TT", Kind.CODE),
        Head("Xã", width=30),
        Head("Khó khăn, vướng mắc", width=80),
        Head("Công trình, tiêu chí", width=50),
        Head("Từ ngày", Kind.DATE),
        Head("Số ngày", Kind.COUNT),
    )
    lines: list[Line] = []
    place = 0
    for level in reversed(Level):
        own = [entry for entry in entries if entry.level is level]
        if own:
            words = f"Thuộc thẩm quyền cấp {LEVEL_NAMES[level].lower()}: {count_words(len(own), 'vướng mắc')}"
            lines.append(Line((words,), LineKind.GROUP))
        for entry in sorted(own, key=lambda one: one.since):
            place += 1
            age = (on - entry.since).days
            lines.append(Line((place, entry.commune, entry.what, entry.subject, entry.since, age)))
    return Statement(
        name="Khó khăn, vướng mắc của các xã theo cấp giải quyết",
        subject=_ALL,
        on=on,
        heads=heads,
        lines=tuple(lines),
        office=office,
        nothing="Không có vướng mắc nào chờ giải quyết.",
    )


def appraisal(facts: AppraisalFacts, *, office: Authority) -> Paper:
    """Báo cáo thẩm tra of one commune, in the order of the form of the 2016 procedure [recalled]."""
    blocks: list[Block] = [
        letterhead(office, "BC"),
        Title(
            "BÁO CÁO",
            f"Thẩm tra hồ sơ đề nghị xét, công nhận {facts.commune} "
            f"đạt chuẩn nông thôn mới năm {facts.period}",
        ),
        Paragraph(
            f"{office.name} báo cáo kết quả thẩm tra hồ sơ của {facts.commune} theo {facts.set_title}, "
            f"trên số liệu {facts.package}, như sau:"
        ),
        Heading(1, "I. Về hồ sơ"),
        *_papers(facts),
        Heading(1, "II. Về kết quả chỉ đạo thực hiện"),
        Paragraph(facts.guidance),
        Heading(1, "III. Về mức độ đạt từng tiêu chí"),
        Paragraph(
            f"{facts.commune[:1].upper()}{facts.commune[1:]} tự đánh giá đạt {facts.met}/{facts.total} "
            "tiêu chí. Kết quả thẩm tra từng chỉ tiêu nêu ở phụ lục kèm theo."
        ),
        *_remarks(facts),
        Heading(1, "IV. Về tình hình nợ đọng xây dựng cơ bản"),
        Paragraph(facts.debt),
        Heading(1, "V. Về kế hoạch nâng cao chất lượng các tiêu chí"),
        Paragraph(facts.plan),
        Heading(1, "VI. Kết luận"),
        Paragraph(facts.outcome or "Chưa có kết luận."),
        Heading(1, "VII. Kiến nghị"),
        Paragraph(facts.proposals),
        signature(office, ("Như trên", "Lưu: VT")),
    ]
    heading = AnnexHeading(
        "Phụ lục", "KẾT QUẢ THẨM TRA TỪNG CHỈ TIÊU", f"(Kèm theo Báo cáo thẩm tra của {office.name})"
    )
    annex = Section("Phụ lục", (heading, _criteria(facts)), landscape=True)
    return Paper("bao_cao_tham_tra", "Báo cáo thẩm tra", (Section("Báo cáo thẩm tra", tuple(blocks)), annex))


def _papers(facts: AppraisalFacts) -> Iterator[Block]:
    for number, (name, state) in enumerate(facts.papers, 1):
        yield Paragraph(f"{number}. {name}: {state}.")


def _remarks(facts: AppraisalFacts) -> Iterator[Block]:
    if facts.open_remarks:
        yield Paragraph(
            f"Còn {count_words(len(facts.open_remarks), 'nhận xét')} chưa được giải trình đầy đủ:"
        )
        for remark in facts.open_remarks:
            yield Paragraph(f"- {remark}")


def _criteria(facts: AppraisalFacts) -> Table:
    columns = (
        BlockColumn("TT", 110, Align.CENTRE),
        BlockColumn("Chỉ tiêu", 820),
        BlockColumn("Yêu cầu", 330),
        BlockColumn("Kết quả", 330),
        BlockColumn("Xã tự đánh giá", 250),
        BlockColumn("Cơ quan thẩm tra", 300),
        BlockColumn("Nhận xét", 420),
    )
    rows: list[Row] = []
    for criterion in dict.fromkeys(one.criterion for one in facts.criteria):
        rows.append(Row((criterion,), heading=True))
        rows += [
            Row((one.code, one.name, one.required, one.result, one.own, one.authority, one.note))
            for one in facts.criteria
            if one.criterion == criterion
        ]
    return Table(columns, tuple(rows), size=11)
