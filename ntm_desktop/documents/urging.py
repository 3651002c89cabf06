"""Công văn đôn đốc tiến độ: the letter to a contractor whose works are not done (Nghị định 30, form 1.5).

A delay is put to the contractor only where the recorded cause is its own, or where none was recorded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ntm_desktop.documents.blocks import Addressees, Block, Paper, Paragraph, Section
from ntm_desktop.documents.formal import citation_text
from ntm_desktop.documents.office import Office, letter_symbol, letterhead, signature
from ntm_desktop.documents.wording import GAP, committee, ended, lowered, without_end
from ntm_desktop.domain.alerts import Alert, WorkWarning
from ntm_desktop.domain.contractors import DelayReason, Fault, fault_of
from ntm_desktop.domain.progress import CAUSE_NAMES, DelayCause
from ntm_desktop.domain.works import Contract, WorkState
from ntm_desktop.packs.forms import Citation
from ntm_desktop.text import count_words, format_date, format_int, format_long_date, format_percent

ANSWER_DAYS = 7
"""How long the contractor has for its schedule of catching up."""

_ABOUT_TIME = (Alert.OVERDUE, Alert.ENDS_SOON, Alert.LAND)
"""What else is said of a work; how late it is stands in the sentence on its progress."""


_BRINGS = {
    DelayCause.CAPITAL: ("bố trí đủ vốn", "được bố trí vốn"),
    DelayCause.LAND: ("hoàn thành việc bàn giao mặt bằng", "nhận đủ mặt bằng"),
    DelayCause.PROCEDURE: ("hoàn tất thủ tục còn thiếu", "thủ tục đã xong"),
}
"""What the office must bring, and from when the contractor can go on."""

_CAUSES = 3  # at most, the newest


@dataclass(frozen=True, slots=True)
class Signed:
    """A contract with the contractor, with its number."""

    number: str
    contract: Contract


@dataclass(frozen=True, slots=True)
class UrgedWork:
    """A work of the contractor that is not accepted yet, on the day of ``state``."""

    name: str
    investor: str
    contracts: Sequence[Signed]
    state: WorkState
    warnings: Sequence[WorkWarning]
    reasons: Sequence[DelayReason] = ()
    """Oldest first."""

    @property
    def is_late(self) -> bool:
        return self.state.is_late

    @property
    def is_urged(self) -> bool:
        """Nothing but the contractor is known to hold it up."""
        return not self.is_late or fault_of(self.reasons) in (Fault.CONTRACTOR, Fault.UNTOLD)


def urging_letter(works: Sequence[UrgedWork], *, contractor: str, on: date, office: Office) -> Paper:
    """One letter for all works of the contractor; the days of answer count from the day of the paper."""
    which = f"công trình {works[0].name}" if len(works) == 1 else f"{count_words(len(works), 'công trình')}"
    issuer = committee(office.commune)
    answer = format_long_date(office.today + timedelta(days=ANSWER_DAYS))
    blocks: list[Block] = [
        letterhead(office, letter_symbol("XD"), f"V/v đôn đốc tiến độ thi công {which}"),
        Addressees((contractor,)),
    ]
    for work in works:
        blocks += [*_about(work, contractor, on), *_why(work, contractor)]
    blocks += [
        Paragraph(f"Để bảo đảm tiến độ xây dựng nông thôn mới, {issuer} đề nghị {contractor}:"),
        *(Paragraph(f"{place}. {text}") for place, text in enumerate(_requests(works, answer), 1)),
        *(Paragraph(text) for text in _promises(works, issuer)),
        Paragraph(_end(works, contractor, issuer)),
        signature(office, _recipients(works)),
    ]
    name = f"Công văn đôn đốc tiến độ, {contractor}"
    return Paper("don_doc", name, (Section("Công văn đôn đốc tiến độ", tuple(blocks)),))


def _about(work: UrgedWork, contractor: str, on: date) -> list[Paragraph]:
    state = work.state
    signed = [
        Paragraph(
            f"{_contract_text(one, on)} được ký giữa {work.investor or GAP} và {contractor} về thi công công "
            f"trình {work.name}, giá trị {format_int(one.contract.value_on(on))} đồng, "
            f"{_ends_text(one.contract, on)}."
        )
        for one in work.contracts
    ]
    share = format_percent(state.share)
    stands = f"Đến ngày {format_date(on)}, công trình {work.name} đạt {share} khối lượng"
    if state.planned:
        stands += f", kế hoạch {format_percent(state.planned)}"
    if state.is_late:
        stands += f", chậm {count_words(state.days_late, 'ngày')}"
    others = [one.text for one in work.warnings if one.alert in _ABOUT_TIME]
    return [*signed, Paragraph(f"{stands}."), *(Paragraph(f"- {text}") for text in others)]


def _why(work: UrgedWork, contractor: str) -> list[Paragraph]:
    """The recorded causes of a delay, and whose matter the newest is."""
    if not work.is_late:
        return []
    if not work.reasons:
        return [Paragraph("Nhật ký khối lượng chưa ghi nguyên nhân chậm.")]
    told = "; ".join(map(_reason_text, work.reasons[-_CAUSES:]))
    cause = CAUSE_NAMES[work.reasons[-1].cause].lower()
    whose = {
        Fault.CONTRACTOR: f"Nguyên nhân gần nhất thuộc trách nhiệm của {contractor}.",
        Fault.OFFICE: f"Nguyên nhân gần nhất là {cause}, thuộc phần việc của {work.investor or GAP}, "
        f"không phải do {contractor}.",
        Fault.NOBODY: f"Nguyên nhân gần nhất là {cause}, trở ngại khách quan, không phải do {contractor}.",
        Fault.UNTOLD: "",
    }[fault_of(work.reasons)]
    return [Paragraph(f"Nguyên nhân chậm đã ghi: {told}. {whose}".strip())]


def _reason_text(one: DelayReason) -> str:
    note = without_end(" ".join(one.note.split()))
    aside = f" ({lowered(note)})" if note else ""
    return f"{CAUSE_NAMES[one.cause].lower()}{aside}, ngày {format_date(one.on)}"


def _contract_text(one: Signed, on: date) -> str:
    text = citation_text(Citation("Hợp đồng", one.number, one.contract.signed, "", ""))
    annexes = [annex for annex in one.contract.annexes if annex.signed <= on]
    return f"{text} và phụ lục ký {format_long_date(annexes[-1].signed)}" if annexes else text


def _ends_text(contract: Contract, on: date) -> str:
    text = f"thời hạn hoàn thành {format_long_date(contract.finish)}"
    extended = contract.finish_on(on)
    return text if extended == contract.finish else f"{text}, gia hạn đến {format_long_date(extended)}"


def _requests(works: Sequence[UrgedWork], answer: str) -> list[str]:
    """What is asked for follows from whose matter each delay is."""
    urged = [work for work in works if work.is_urged]
    found = []
    if urged:
        aim = f"bù khối lượng chậm{_of(urged, works)}, hoàn thành chậm nhất {_latest_end(urged)}"
        found.append(ended(f"Tập trung nhân lực, vật tư, thiết bị để {aim}"))
    for work in works:
        if work.is_urged:
            continue
        of_it = _of([work], works)
        if (brings := _BRINGS.get(work.reasons[-1].cause)) is not None:
            found.append(
                f"Giữ nhân lực, thiết bị{of_it}, thi công ngay phần việc không vướng; thi công phần còn lại "
                f"khi {brings[1]}. Nếu vì vậy mà không kịp thời hạn hợp đồng, gửi văn bản đề nghị gia hạn."
            )
        else:
            found.append(
                f"Tranh thủ thời gian thuận lợi để bù khối lượng{of_it}; nếu không kịp thời hạn hợp đồng, "
                "gửi văn bản đề nghị gia hạn kèm tài liệu chứng minh."
            )
    return [
        *found,
        f"Lập tiến độ thi công chi tiết từng tuần, có cam kết của người đại diện, gửi trước {answer}.",
        "Báo cáo ngay bằng văn bản nguyên nhân chậm, khó khăn, vướng mắc cần giải quyết, nếu có, trong cùng "
        "thời hạn.",
    ]


def _promises(works: Sequence[UrgedWork], issuer: str) -> list[str]:
    """What the office itself sees to."""
    found = []
    for work in works:
        brings = None if work.is_urged else _BRINGS.get(work.reasons[-1].cause)
        if brings is not None:
            found.append(f"{issuer} cùng {work.investor or GAP} {brings[0]}{_of([work], works)}.")
    return found


def _end(works: Sequence[UrgedWork], contractor: str, issuer: str) -> str:
    urged = [work for work in works if work.is_urged]
    if not urged:
        return f"{issuer} thông báo để {contractor} biết, phối hợp thực hiện./."
    return (
        f"Quá thời hạn trên mà tiến độ{_of(urged, works)} không chuyển biến, {issuer} xử lý theo điều khoản "
        "của hợp đồng và quy định của pháp luật./."
    )


def _of(some: Sequence[UrgedWork], works: Sequence[UrgedWork]) -> str:
    """Which of the works are meant; "" when it is all of them."""
    if len(some) == len(works):
        return ""
    return f" công trình {'; '.join(work.name for work in some)}"


def _latest_end(works: Sequence[UrgedWork]) -> str:
    ends = [work.state.contract_finish for work in works if work.state.contract_finish]
    coming = [end for end in ends if all(end >= work.state.on for work in works)]
    return format_long_date(max(coming)) if coming else f"ngày {GAP} tháng {GAP} năm {GAP}"


def _recipients(works: Sequence[UrgedWork]) -> tuple[str, ...]:
    investors = dict.fromkeys(work.investor for work in works if work.investor)
    return ("Như trên", *investors, "Ban giám sát đầu tư của cộng đồng", "Lưu: VT")
