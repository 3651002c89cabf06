"""The tables, one module an area. Declared with Core: reading and writing are Core rows (performance.md)."""

from ntm_desktop.db.models.assessment import (
    assessment,
    evidence,
    evidence_link,
    file,
    plan,
    plan_note,
    responsibility,
)
from ntm_desktop.db.models.commune import (
    commune,
    figure,
    goal,
    hamlet,
    official_document,
    person,
    predecessor,
)
from ntm_desktop.db.models.criteria import criteria_pack, target_confirmation, target_override
from ntm_desktop.db.models.dossier import dossier, freeze, narrative, paper
from ntm_desktop.db.models.keeping import history, workplace
from ntm_desktop.db.types import metadata

__all__ = [
    "assessment",
    "commune",
    "criteria_pack",
    "dossier",
    "evidence",
    "evidence_link",
    "figure",
    "file",
    "freeze",
    "goal",
    "hamlet",
    "history",
    "metadata",
    "narrative",
    "official_document",
    "paper",
    "person",
    "plan",
    "plan_note",
    "predecessor",
    "responsibility",
    "target_confirmation",
    "target_override",
    "workplace",
]
