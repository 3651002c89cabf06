"""Công văn đôn đốc tiến độ: the letter to a contractor whose works are not done (Nghị định 30, form 1.5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ntm_desktop.documents.blocks import Addressees, Block, Paper, Paragraph, Section
from ntm_desktop.documents.formal import citation_text
from ntm_desktop.documents.office import Office, letterhead, signature
from ntm_desktop.documents.wording import GAP, committee, ended
from ntm_desktop.domain.alerts import Alert, WorkWarning
from ntm_desktop.domain.works import Contract, WorkState
from ntm_desktop.packs.forms import Citation
from ntm_desktop.text import count_words, format_date, format_int, format_long_date, format_percent

SYMBOL = "UBND-XD"
ANSWER_DAYS = 7
"""How long the contractor has for its schedule of catching up."""

_ABOUT_TIME = (Alert.OVERDUE, Alert.ENDS_SOON, Alert.LAND)
"""What else is said of a work; how late it is stands in the sentence on its progress."""


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


def urging_letter(works: Sequence[UrgedWork], *, contractor: str, on: date, office: Office) -> Paper:
    """One letter for all works of the contractor; the days of answer count from the day of the paper."""
    which = f"công trình {works[0].name}" if len(works) == 1 else f"{count_words(len(works), 'công trình')}"
    issuer = committee(office.commune)
    answer = format_long_date(office.today + timedelta(days=ANSWER_DAYS))
    blocks: list[Block] = [
        letterhead(office, SYMBOL, f"V/v đôn đốc tiến độ thi công {which}"),
        Addressees((contractor,)),
    ]
    for work in works:
        blocks += _about(work, contractor, on)
    blocks += [
        Paragraph(f"Để bảo đảm tiến độ xây dựng nông thôn mới, {issuer} đề nghị {contractor}:"),
        *(Paragraph(text) for text in _requests(works, answer)),
        Paragraph(
            f"Quá thời hạn trên mà tiến độ không chuyển biến, {issuer} xử lý theo điều khoản của hợp đồng "
            "và quy định của pháp luật./."
        ),
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
        stands += f", chậm {count_words(state.delay, 'ngày')}"
    others = [one.text for one in work.warnings if one.alert in _ABOUT_TIME]
    return [*signed, Paragraph(f"{stands}."), *(Paragraph(f"- {text}") for text in others)]


def _contract_text(one: Signed, on: date) -> str:
    text = citation_text(Citation("Hợp đồng", one.number, one.contract.signed, "", ""))
    annexes = [annex for annex in one.contract.annexes if annex.signed <= on]
    return f"{text} và phụ lục ký {format_long_date(annexes[-1].signed)}" if annexes else text


def _ends_text(contract: Contract, on: date) -> str:
    text = f"thời hạn hoàn thành {format_long_date(contract.finish)}"
    extended = contract.finish_on(on)
    return text if extended == contract.finish else f"{text}, gia hạn đến {format_long_date(extended)}"


def _requests(works: Sequence[UrgedWork], answer: str) -> list[str]:
    ends = [work.state.contract_finish for work in works if work.state.contract_finish]
    coming = [end for end in ends if all(end >= work.state.on for work in works)]
    by = format_long_date(max(coming)) if coming else f"ngày {GAP} tháng {GAP} năm {GAP}"
    return [
        ended(f"1. Tập trung nhân lực, vật tư, thiết bị để bù khối lượng chậm, hoàn thành chậm nhất {by}"),
        f"2. Lập tiến độ thi công chi tiết từng tuần, có cam kết của người đại diện, gửi trước {answer}.",
        "3. Báo cáo ngay bằng văn bản khó khăn, vướng mắc cần giải quyết, nếu có, trong cùng thời hạn.",
    ]


def _recipients(works: Sequence[UrgedWork]) -> tuple[str, ...]:
    investors = dict.fromkeys(work.investor for work in works if work.investor)
    return ("Như trên", *investors, "Ban giám sát đầu tư của cộng đồng", "Lưu: VT")
