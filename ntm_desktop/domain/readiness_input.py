"""What readiness looks at and what it says: the values behind its lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ntm_desktop.domain.consulted import Break
from ntm_desktop.domain.criteria import CriteriaSet
from ntm_desktop.domain.form_settings import FormSetting
from ntm_desktop.domain.overview import Link
from ntm_desktop.domain.standing import Standing
from ntm_desktop.text import count_words, natural_key

LAYOUT = "Phụ lục I Nghị định số 30/2020/NĐ-CP"
OWN = "Quy ước của chương trình"
_MOST_PEOPLE = 3


class ReadinessState(StrEnum):
    DONE = "done"
    BLOCK = "block"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class ReadinessLine:
    key: str
    state: ReadinessState
    what: str
    why: str
    link: Link
    action: str  # words of the link; "" when nothing is left to do
    source: str = ""  # where the rule stands, and whether anybody has checked that
    who: str = ""  # who mends it; "" nobody is known
    about: tuple[str, ...] = ()  # printed codes of the met indicators without evidence, all of them

    @property
    def sentence(self) -> str:
        """All of it, for a list without columns."""
        said = f"{self.what}: {self.why}."
        if self.source:
            said += f" Căn cứ: {self.source}."
        return f"{said} Người xử lý: {self.who}." if self.who else said


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether the dossier may be printed, and what comes next: what all lines say together."""

    state: ReadinessState
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Rules:
    """Where the rules stand that the lines are held against."""

    procedure: str  # "Quyết định số 2540/QĐ-TTg"
    criteria: str  # the set's decision
    papers: Mapping[str, str]  # by form: that the dossier has it
    no_debt: str = ""  # that nothing may be owed; "" the procedure does not say so


@dataclass(frozen=True, slots=True)
class SeparatePaper:
    """A required paper that may be made elsewhere."""

    form: str
    title: str
    lacking: Sequence[str]  # "số, ngày", "tệp"
    precedes: bool  # by the procedure it is there before the tờ trình
    after: bool = False  # it is dated after the tờ trình
    who: str = ""  # "" the commune's lead
    foreign: bool = False  # others make it, in their time
    cited_by: Sequence[str] = ()  # papers that have their day and cite this one without


@dataclass(frozen=True, slots=True)
class CitedPaper:
    """A paper of the office that others cite and that has no number or no day yet."""

    form: str
    title: str
    by: Sequence[str]  # titles of those that cite it
    dated: Sequence[str]  # of these the ones that have their day


@dataclass(frozen=True, slots=True)
class Numbered:
    form: str
    title: str
    symbol: str  # ký hiệu: "BC-UBND"
    number: str
    year: int | None  # None: it has no day yet


@dataclass(frozen=True, slots=True)
class Shown:
    """A condition of the procedure, and the document of the office that shows it to be fulfilled."""

    key: str
    name: str
    text: str
    source: str
    titled: str  # words by which the title of such a document is known
    document: str  # "" there is none


@dataclass(frozen=True, slots=True)
class Owed:
    """A work that is owed for."""

    uid: str
    name: str
    planned: bool  # from what it is to be paid and by when is known
    who: str = ""


@dataclass(frozen=True, slots=True)
class DossierInput:
    """What the rules look at, collected by the caller."""

    criteria_set: CriteriaSet
    standing: Standing
    rules: Rules
    lead: str  # who answers for the dossier; "" nobody
    in_charge: Mapping[str, str]  # by criterion
    outside_period: str  # why the year is another set's, with that set's name; "" when it is this one's
    judged_differs: Sequence[str]  # indicators judged another way than when recorded
    without_evidence: Sequence[str]  # met indicators without a file
    lost_files: Sequence[tuple[str, str]]  # title and an indicator of evidence whose file is gone
    missing_place: bool  # địa danh is printed on every paper
    unaddressed: str  # what the address of the tờ trình lacks: "huyện", "tỉnh"; "" nothing
    has_signer: bool
    unwritten: Mapping[str, Sequence[str]]  # by paper, titles of its parts that still have a gap
    carried: Mapping[
        str, Sequence[str]
    ]  # of those that still say what an earlier year's dossier said, with it
    illustrative: bool
    provisional_code: bool
    asked: Sequence[Break]  # where the consultation is not complete or against the rule
    separate: Sequence[SeparatePaper]
    cited: Sequence[CitedPaper]
    numbered: Sequence[Numbered]  # papers that have a number
    left_out: Mapping[str, str]  # annexes that nothing is entered for: form and name
    conditions: Sequence[Shown]
    owed: Sequence[Owed]
    dated_before: Sequence[str]  # papers dated before the day whose results they report, each with its day
    figures_of: str  # that day
    grounds_unconfirmed: Sequence[str]  # căn cứ of the papers that nobody has held against the document
    grounds_open: Sequence[str]  # those that the papers cite without number or day
    grounds_missing: Sequence[str]  # what no căn cứ is known for
    settings: Sequence[FormSetting]  # where the dossier goes, in how many copies

    def charged(self, codes: Iterable[str]) -> str:
        """Who answers for the criteria of these indicators or criteria; else the lead."""
        wanted = set(codes)
        people = [
            self.in_charge[one.code]
            for one in self.criteria_set.criteria
            if one.code in self.in_charge
            and (one.code in wanted or any(i.code in wanted for i in one.indicators))
        ]
        return named(people) or self.lead


def named(people: Iterable[str]) -> str:
    """“Cao Thị Hòa, Trần Văn Đông và 02 người khác”."""
    known = list(dict.fromkeys(person for person in people if person))
    rest = len(known) - _MOST_PEOPLE
    return ", ".join(known[:_MOST_PEOPLE]) + (f" và {count_words(rest, 'người')} khác" if rest > 0 else "")


def listed(given: DossierInput, codes: Sequence[str], most: int = 6) -> str:
    """“2.2, 17.8”, cut short when there are many."""
    ordered = sorted(map(given.criteria_set.official, codes), key=natural_key)
    rest = len(ordered) - most
    return ", ".join(ordered[:most]) + (f" và {rest} chỉ tiêu khác" if rest > 0 else "")


def first(page: str, codes: Sequence[str]) -> Link:
    return Link(page, min(codes, key=natural_key) if codes else "")


def done(key: str, what: str, why: str, link: Link, source: str) -> ReadinessLine:
    return ReadinessLine(key, ReadinessState.DONE, what, why, link, "", source)
