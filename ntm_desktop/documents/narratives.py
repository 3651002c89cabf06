"""The parts of the papers that the office words itself, and what stands there until it has.

A default text is a template of ``resources/forms/wording`` with the data of the dossier. What the data do not
know is said neutrally or left as a marked gap ("…"); nothing is made up. A part whose text is empty is left
out of the paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ntm_desktop.documents.data import DossierData
from ntm_desktop.documents.fields import FIELDS, values_of
from ntm_desktop.packs.forms import Regime
from ntm_desktop.packs.templates import Template, render
from ntm_desktop.packs.wording import load_wording
from ntm_desktop.text import GAP, pad_dates

RESOURCES = ("bao_cao", "nguon_luc")


@dataclass(frozen=True, slots=True)
class NarrativePart:
    paper: str  # form of the regime
    part: str
    section: str  # "I" … "VI" of the report, "" elsewhere
    title: str


def parts(regime: Regime) -> tuple[NarrativePart, ...]:
    """The parts of the papers that this regime asks for, in the order they are printed."""
    return tuple(part for part in _defaults() if regime.form(part.paper) is not None)


def part_title(paper: str, part: str) -> str:
    """What a part is called; its key where no paper has such a part any more."""
    return next((known.title for known in _defaults() if (known.paper, known.part) == (paper, part)), part)


def default_text(part: NarrativePart, data: DossierData) -> str:
    """With its dates as paper has them, so that the office edits what it will sign."""
    return pad_dates(render(_defaults()[part], values_of(data)).text)


def text_of(part: NarrativePart, data: DossierData) -> str:
    """What the office wrote, else the default."""
    own = next((n.body for n in data.narratives if (n.paper, n.part) == (part.paper, part.part)), None)
    return default_text(part, data) if own is None else own


def has_gap(text: str) -> bool:
    """A fact is still missing in this text."""
    return GAP in text


@cache
def _defaults() -> dict[NarrativePart, Template]:
    return {
        NarrativePart(one.paper, one.part, one.section, one.title): one.template
        for one in load_wording(FIELDS)
    }
