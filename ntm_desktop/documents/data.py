"""Everything that the papers of a dossier say, as frozen data.

``services.dossier.collect`` fills it from the database; the papers are pure functions of it. Texts of
targets and values come formatted (``domain.targets.target_text``, ``domain.values.format_value``), so that
screen and paper read the same. What is not known is empty or None: a paper then leaves a gap, it never
makes a fact up.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ntm_desktop.documents.blocks import Block
from ntm_desktop.domain.consultation import (
    MINUTES_FORM,
    SUMMARY_FORM,
    Broadcast,
    HamletSurvey,
    Meeting,
    Opinion,
    Publication,
    Question,
    Threshold,
)
from ntm_desktop.domain.judging import CriterionState, Verdict
from ntm_desktop.packs.forms import Citation, FormRule, Regime

if TYPE_CHECKING:  # which are made of facts from here
    from ntm_desktop.documents.office import Office
    from ntm_desktop.documents.work_tables import WorkEntry
    from ntm_desktop.domain.resources import ByYear


@dataclass(frozen=True, slots=True)
class HamletFacts:
    name: str
    households: int | None = None
    population: int | None = None


@dataclass(frozen=True, slots=True)
class PredecessorFacts:
    """A former unit that the commune was formed from."""

    name: str
    valid_to: date
    recognised: str = ""


@dataclass(frozen=True, slots=True)
class FigureFacts:
    """A dated figure of the commune. ``text`` is formatted with its unit: "30,29 km²", "1.204 hộ"."""

    key: str  # area, households, population, labour, income …
    label: str  # "Diện tích tự nhiên"
    text: str
    as_of: date
    source: str = ""


@dataclass(frozen=True, slots=True)
class CommuneFacts:
    name: str  # as the office types it: "xã Yên Hóa"
    district: str  # "huyện Minh Hóa", "" since 01/7/2025
    province: str  # "tỉnh Quảng Bình"
    place: str  # địa danh: "Yên Hóa"
    code: str = ""  # official code of the unit
    region: str = ""
    hamlets: tuple[HamletFacts, ...] = ()
    predecessors: tuple[PredecessorFacts, ...] = ()
    figures: tuple[FigureFacts, ...] = ()

    def figure(self, key: str) -> FigureFacts | None:
        return next((figure for figure in self.figures if figure.key == key), None)


@dataclass(frozen=True, slots=True)
class GoalFacts:
    """What the commune registered for, with the decision of its criteria set."""

    set_id: str
    set_title: str  # "Bộ tiêu chí quốc gia về xã nông thôn mới giai đoạn 2016 - 2020"
    set_citation: Citation
    set_amendments: tuple[Citation, ...]  # in force on the day that is judged
    set_criteria: int  # as the decision counts them: the 19 of "…/19"
    set_period: tuple[int, int]  # first and last year
    tier: str  # "nông thôn mới", "nông thôn mới nâng cao": as it stands in the titles
    year: int
    profile_name: str
    profile_ground: str = ""


@dataclass(frozen=True, slots=True)
class SignerFacts:
    name: str
    post: str  # "Chủ tịch", "Phó Chủ tịch"


@dataclass(frozen=True, slots=True)
class AttachedFacts:
    """The PDF of a paper that was made and signed elsewhere, as it is bound into the dossier."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """Number, date and signer of one paper; what is unknown is left to the clerk."""

    form: str
    number: str = ""  # "12", without ký hiệu
    issued: date | None = None
    signer: SignerFacts | None = None
    file: AttachedFacts | None = None
    form_number: str = ""  # "Mẫu số 1.1", only where the office entered it


@dataclass(frozen=True, slots=True)
class NarrativeFacts:
    """Text that the office wrote for one part of a paper; lines are paragraphs."""

    paper: str
    part: str
    body: str
    year: int | None = None  # of the earlier goal that it was written for; None: of this dossier


@dataclass(frozen=True, slots=True)
class EvidenceFacts:
    title: str
    document: str = ""  # "Quyết định số 15/QĐ-UBND ngày 02/3/2020 của …"
    pages: str = ""  # "1-3, 5"; "" = all
    file_name: str = ""
    file_type: str = ""  # pdf jpeg png webp docx xlsx txt
    sha256: str = ""
    valid_to: date | None = None
    expired: bool = False  # on the day of the figures it is no evidence any more
    picture: Path | None = None  # print-size derivative of a photo, a file on this PC
    absent: str = ""  # of a photo that can no longer be shown: why


@dataclass(frozen=True, slots=True)
class IndicatorFacts:
    code: str
    official_code: str
    text: str
    target_text: str  # "≥ 70%", "Đạt", "chưa có mức"
    target_source: str  # "QĐ 1980/QĐ-TTg ngày 17/10/2016"
    value_text: str  # "64,2%", "" when not assessed
    verdict: Verdict
    unverified: bool = False  # a target that decided the verdict is not confirmed
    marked: bool = False  # a target that applies is not confirmed: (*) behind it, as on the screen
    na_ground: str = ""  # legal reason of "không xét"
    as_of: date | None = None
    note: str = ""
    gap_text: str = ""  # "còn thiếu 5,8 điểm %"
    regression: str = ""  # “Đạt ngày …, chưa đạt từ ngày … theo …”: met before, unmet now
    evidence: tuple[EvidenceFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class CriterionFacts:
    code: str
    name: str
    group: str  # name of the group, printed as a row of the annex
    state: CriterionState
    indicators: tuple[IndicatorFacts, ...]
    person: str = ""
    department: str = ""


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What is to be done about an unmet indicator."""

    code: str
    cause: str = ""
    solution: str = ""
    money: int | None = None  # đồng
    deadline: date | None = None
    work: str = ""
    """“Bãi rác dự kiến xong 20/7/2023”, where it comes after the deadline."""
    person: str = ""


@dataclass(frozen=True, slots=True)
class ResourceFacts:
    """What was mobilised until the day, by origin; nothing counted twice."""

    origins: tuple[tuple[str, int], ...] = ()  # "Ngân sách nhà nước", đồng; those that gave something
    unpriced: int = 0  # gifts without a price, which no sum has


@dataclass(frozen=True, slots=True)
class ConsultationFacts:
    """What was posted, said, surveyed and voted by the day of the papers; a meeting may be yet to come."""

    publications: tuple[Publication, ...] = ()
    broadcasts: tuple[Broadcast, ...] = ()  # within the time of the posting
    opinions: tuple[Opinion, ...] = ()  # by giver, then by day
    questions: tuple[Question, ...] = ()
    surveys: tuple[HamletSurvey, ...] = ()
    meeting: Meeting | None = None
    thresholds: tuple[Threshold, ...] = ()

    def level(self, key: str) -> int | None:
        return next((one.value for one in self.thresholds if one.key == key), None)


@dataclass(frozen=True, slots=True)
class RegisterFacts:
    """What annexes list of other registers; their tables are laid out when the papers are made, which takes
    a second for 5 000 works."""

    office: Office
    works: tuple[WorkEntry, ...]
    resources: ByYear

    @property
    def has_resources(self) -> bool:
        return self.resources.is_known


@dataclass(frozen=True, slots=True)
class OwedFacts:
    """A work that is owed for."""

    work: str
    amount: int  # đồng
    plan: str = ""  # from what it is to be paid, and by when


@dataclass(frozen=True, slots=True)
class DebtFacts:
    """Nợ đọng XDCB on the day that is judged, of all works in the register."""

    works: int
    owed: tuple[OwedFacts, ...] = ()
    table: tuple[Block, ...] = ()  # of the works that are owed for
    notes: tuple[str, ...] = ()  # what is no debt, though it is not paid


@dataclass(frozen=True, slots=True)
class DossierData:
    commune: CommuneFacts
    goal: GoalFacts
    regime: Regime
    on: date  # the day that is judged
    today: date  # year and month that an undated paper leaves the day open in
    criteria: tuple[CriterionFacts, ...]
    met: int  # counts what practice counts with the met (không xét), by the set's switch
    addressed: tuple[str, ...] = ()  # to whom the dossier goes, in place of the regime's
    copies: int | None = None  # of each paper, in place of the regime's
    grounds: tuple[Citation, ...] = ()  # the office's own căn cứ (official documents with role can_cu)
    papers: tuple[PaperFacts, ...] = ()
    narratives: tuple[NarrativeFacts, ...] = ()
    plans: tuple[PlanFacts, ...] = ()
    resources: ResourceFacts = ResourceFacts()
    consultation: ConsultationFacts = ConsultationFacts()
    registers: RegisterFacts | None = None  # None: no work is registered, nothing was mobilised
    debts: DebtFacts | None = None  # None: no work is in the register, so nobody can tell
    draft: bool = True
    illustrative: bool = False
    root: str = ""  # of the freeze that a final print would have; "" of a draft, which has no code
    head: str = field(default="", compare=False)  # newest entry of the history when this was read; "" unknown

    def paper(self, form: str) -> PaperFacts:
        return next((paper for paper in self.papers if paper.form == form), PaperFacts(form))

    def copies_of(self, rule: FormRule) -> int:
        return self.regime.copies(rule) if self.copies is None else self.copies

    def is_made(self, rule: FormRule) -> bool:
        """A paper that may be made elsewhere is made here once the program has what it tells, unless the
        signed one is attached."""
        if not rule.attached:
            return True
        if rule.foreign or self.paper(rule.form).file is not None:
            return False
        meeting = self.consultation.meeting
        recorded = {
            MINUTES_FORM: meeting is not None and meeting.held_by(self.today),
            "no_dong": self.debts is not None,
            SUMMARY_FORM: bool(self.consultation.opinions),
        }
        return recorded.get(rule.form, True)

    def criteria_in(self, *states: CriterionState) -> tuple[CriterionFacts, ...]:
        return tuple(criterion for criterion in self.criteria if criterion.state in states)

    @property
    def left_out(self) -> int:
        """So many of ``met`` are “không xét”: a reader must be told."""
        return self.met - len(self.criteria_in(CriterionState.MET))

    def indicators(self) -> tuple[IndicatorFacts, ...]:
        return tuple(indicator for criterion in self.criteria for indicator in criterion.indicators)

    def unverified(self) -> tuple[IndicatorFacts, ...]:
        return tuple(i for i in self.indicators() if i.unverified)

    def plan(self, code: str) -> PlanFacts | None:
        return next((plan for plan in self.plans if plan.code == code), None)
