"""The parts of the papers that the office words itself, and what stands there until it has.

A default text is a template of ``resources/forms/wording`` with the data of the dossier. What the data do not
know is said neutrally or left as a marked gap ("…"); nothing is made up. A part whose text is empty is left
out of the paper. What the office writes is printed as it is; with ``{{ … }}`` or ``{% … %}`` in it, it is a
template of the office. Tables, lists of what was entered one by one, votes and signatures are no parts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from ntm_desktop.documents.data import DossierData
from ntm_desktop.documents.fields import FIELDS, values_of
from ntm_desktop.documents.record_fields import FIELDS as RECORDS
from ntm_desktop.errors import NtmError
from ntm_desktop.packs.forms import Regime
from ntm_desktop.packs.templates import Template, read_template, render
from ntm_desktop.packs.wording import load_wording
from ntm_desktop.text import GAP, pad_dates

RESOURCES = frozenset({("bao_cao", "nguon_luc"), ("nguon_luc", "loi_dan")})
"""Parts whose default text tells what was mobilised."""
_DOTS = re.compile(r"\.(?: ?\.){2,}")
"""A blank as it is typed."""


@dataclass(frozen=True, slots=True)
class Worded:
    """What a part says."""

    text: str
    missing: tuple[str, ...]  # what the fields are called that stand as gaps
    gap: bool  # something is still to be filled in of which nothing else tells


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
    return _worded(_defaults()[part], data).text


def text_of(part: NarrativePart, data: DossierData) -> str:
    return worded(part, data).text


def worded(part: NarrativePart, data: DossierData) -> Worded:
    """What the office wrote, else the default."""
    own = next((n.body for n in data.narratives if (n.paper, n.part) == (part.paper, part.part)), None)
    if own is None:
        return _worded(_defaults()[part], data)
    template = own_template(own)
    if template is None:
        return Worded(own, (), has_gap(own))
    shown = _worded(template, data)
    return Worded(
        shown.text, shown.missing, shown.gap or bool(_DOTS.search(own) and _DOTS.search(shown.text))
    )


def asks_records(data: DossierData) -> bool:
    """A template of the office tells of other registers, so that only who knows them knows what it says."""
    own = (own_template(one.body) for one in data.narratives)
    return any(template is not None and template.fields.keys() & RECORDS.keys() for template in own)


def is_template(body: str) -> bool:
    return "{{" in body or "{%" in body


def own_template(body: str) -> Template | None:
    """None of a plain text, and of one from elsewhere that is not accepted: it is printed as it is."""
    try:
        return read_own(body) if is_template(body) else None
    except NtmError:
        return None


@lru_cache(maxsize=64)
def read_own(body: str) -> Template:
    """Raises NtmError, with the line, for what is not accepted."""
    return read_template(body, FIELDS)


def default_template(part: NarrativePart) -> str:
    """As it may be changed into one of the office."""
    return _defaults()[part].text


def has_gap(text: str) -> bool:
    """Something is still to be filled in, in words of the office."""
    return GAP in text or bool(_DOTS.search(text))


def _worded(template: Template, data: DossierData) -> Worded:
    """With its dates as paper has them, so that the office edits what it will sign."""
    rendered = render(template, values_of(data))
    return Worded(pad_dates(rendered.text), rendered.missing, rendered.text.count(GAP) > rendered.told)


@cache
def _defaults() -> dict[NarrativePart, Template]:
    return {
        NarrativePart(one.paper, one.part, one.section, one.title): one.template
        for one in load_wording(FIELDS)
    }
