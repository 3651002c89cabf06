"""Công văn đôn đốc tiến độ: the letter to a contractor whose works are late (Nghị định 30, form 1.5).

A delay is put to the contractor only where the recorded cause is its own, or where none was recorded. A work
whose contract ends soon is only reminded of; of a built one the papers of its acceptance are asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ntm_desktop.documents.blocks import Addressees, Block, Paper, Paragraph, Section
from ntm_desktop.documents.formal import citation_text
from ntm_desktop.documents.office import Office, letter_symbol, letterhead, signature
from ntm_desktop.documents.wording import committee, ended, without_end
from ntm_desktop.domain.alerts import Alert, WorkWarning
from ntm_desktop.domain.contractors import DelayReason, Fault, Urging, fault_of, urging_of
from ntm_desktop.domain.progress import CAUSE_NAMES, DelayCause
from ntm_desktop.domain.works import Contract, WorkState
from ntm_desktop.packs.forms import Citation
from ntm_desktop.text import (
    GAP,
    count_words,
    format_date,
    format_int,
    format_long_date,
    format_percent,
    lowered,
)

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
    """A work of the contractor about which there is something to write, on the day of ``state``."""

    name: str
    investor: str
    contracts: Sequence[Signed]
    state: WorkState
    warnings: Sequence[WorkWarning]
    reasons: Sequence[DelayReason] = ()
    """Oldest first."""

    @property
    def kind(self) -> Urging | None:
        return urging_of(self.state)

    @property
    def is_late(self) -> bool:
        return self.kind is Urging.LATE

    @property
    def is_urged(self) -> bool:
        """Late, and nothing but the contractor is known to hold it up."""
        return self.is_late and fault_of(self.cause) in (Fault.CONTRACTOR, Fault.UNTOLD)

    @property
    def cause(self) -> DelayCause | None:
        """The newest one: an earlier one may be over."""
        return self.reasons[-1].cause if self.reasons else None

    @property
    def waits_for(self) -> DelayCause | None:
        """Of a late one that is not urged: what holds it up."""
        return self.cause if self.is_late and not self.is_urged else None


_TITLES = {
    Urging.LATE: ("Công văn đôn đốc tiến độ", "V/v đôn đốc tiến độ thi công"),
    Urging.SOON: ("Công văn nhắc tiến độ", "V/v nhắc tiến độ thi công"),
    Urging.BUILT: ("Công văn đề nghị hoàn thiện hồ sơ nghiệm thu", "V/v hoàn thiện hồ sơ nghiệm thu"),
}
"""By the gravest thing that the letter says."""


def urging_letter(works: Sequence[UrgedWork], *, contractor: str, on: date, office: Office) -> Paper:
    """One letter for all works of the contractor; the days of answer count from the day of the paper."""
    which = f"công trình {works[0].name}" if len(works) == 1 else f"{count_words(len(works), 'công trình')}"
    name, about = next(_TITLES[kind] for kind in Urging if any(work.kind is kind for work in works))
    issuer = committee(office.commune)
    answer = format_long_date(office.today + timedelta(days=ANSWER_DAYS))
    blocks: list[Block] = [
        letterhead(office, letter_symbol("XD"), f"{about} {which}"),
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
    return Paper("don_doc", f"{name}, {contractor}", (Section(name, tuple(blocks)),))


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
    if state.built:
        stands += f" từ ngày {format_date(state.built)}, chưa nghiệm thu"
    elif state.planned:
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
    }[fault_of(work.cause)]
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
    """What is asked for follows from how each work stands, and whose matter its delay is."""
    urged = [work for work in works if work.is_urged]
    soon = [work for work in works if work.kind is Urging.SOON]
    built = [work for work in works if work.kind is Urging.BUILT]
    found = []
    if urged:
        aim = f"bù khối lượng chậm{_of(urged, works)}, hoàn thành chậm nhất {_latest_end(urged)}"
        found.append(ended(f"Tập trung nhân lực, vật tư, thiết bị để {aim}"))
    found += [_of_waiting(work.waits_for, _of([work], works)) for work in works if work.waits_for]
    for work in soon:
        end = _latest_end([work])
        found.append(
            f"Bố trí đủ nhân lực, vật tư, thiết bị để hoàn thành{_of([work], works)} đúng hạn, {end}."
        )
    if built:
        found.append(
            f"Hoàn thiện hồ sơ hoàn công, hồ sơ nghiệm thu hoàn thành{_of(built, works)}, gửi trước {answer} "
            "để tổ chức nghiệm thu."
        )
    if any(work.is_late for work in works):
        return [
            *found,
            f"Lập tiến độ thi công chi tiết từng tuần, có cam kết của người đại diện, gửi trước {answer}.",
            "Báo cáo ngay bằng văn bản nguyên nhân chậm, khó khăn, vướng mắc cần giải quyết, nếu có, trong "
            "cùng thời hạn.",
        ]
    return [*found, f"Báo cáo bằng văn bản khó khăn, vướng mắc cần giải quyết, nếu có, trước {answer}."]


def _of_waiting(cause: DelayCause, of_it: str) -> str:
    if (brings := _BRINGS.get(cause)) is not None:
        return (
            f"Giữ nhân lực, thiết bị{of_it}, thi công ngay phần việc không vướng; thi công phần còn lại "
            f"khi {brings[1]}. Nếu vì vậy mà không kịp thời hạn hợp đồng, gửi văn bản đề nghị gia hạn."
        )
    return (
        f"Tranh thủ thời gian thuận lợi để bù khối lượng{of_it}; nếu không kịp thời hạn hợp đồng, "
        "gửi văn bản đề nghị gia hạn kèm tài liệu chứng minh."
    )


def _promises(works: Sequence[UrgedWork], issuer: str) -> list[str]:
    """What the office itself sees to."""
    found = []
    for work in works:
        brings = _BRINGS.get(work.waits_for) if work.waits_for else None
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
