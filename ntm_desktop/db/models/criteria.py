"""Criteria sets brought from outside, targets set by province or commune, and who confirmed them."""

from __future__ import annotations

from ntm_desktop.db.types import commune_table, integer, refers, text

criteria_pack = commune_table(
    "criteria_pack",
    text("set_id"),
    text("version"),
    text("sha256"),
    text("body"),  # the JSON as it came
    label="bộ tiêu chí nhập",
    travels=True,  # the authority judges by what the commune judged by; the manifest tells which one that is
)

target_override = commune_table(
    "target_override",
    text("level"),  # commune | province
    text("set_id"),
    text("code"),
    text("part"),
    text("profile", null=True),
    integer("year", null=True),
    integer("value", null=True),  # None: "chưa có mức"
    text("printed"),
    text("compare"),  # >= | <=
    text("measure"),  # of domain.criteria.Measure; a province may give a percentage where the set has none
    text("unit"),
    text("decision"),
    text("decided", null=True),  # ISO date
    text("article"),
    text("verification"),
    text("valid_from", null=True),
    refers("document_uid", "official_document", null=True),
    label="mức đạt nhập riêng",
    travels=True,
)

target_confirmation = commune_table(
    "target_confirmation",
    text("set_id"),
    text("code", null=True),  # None: the whole table of the decision
    text("part", null=True),
    text("decision"),
    text("decided", null=True),
    text("by_name"),
    text("on_date"),
    text("levels", null=True),  # canonical JSON of what was checked; None: from before it was kept
    label="đối chiếu mức đạt",
    travels=True,
)
