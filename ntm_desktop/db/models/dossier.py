"""Narrative versions, freezes, and the register of what was printed."""

from __future__ import annotations

from ntm_desktop.db.types import commune_table, integer, refers, text

narrative = commune_table(
    "narrative",
    text("paper"),  # key of the form: to_trinh, bao_cao …
    text("part"),  # key of the narrative part within the form
    text("body"),
    integer("seq"),  # the newest version counts
    text("on_date"),
    refers("goal_uid", "goal", null=True),  # whose dossier it words; empty: of the goal of its day
    label="phần lời",
    travels=True,
    facts=True,
)

freeze = commune_table(
    "freeze",
    text("content_root"),
    text("made_on"),
    text("files"),  # canonical JSON [[path, sha256] …] of the canonical rows kept in the store
    label="bản chốt số liệu",
    travels=False,
)

dossier = commune_table(
    "dossier",
    refers("goal_uid", "goal"),
    refers("freeze_uid", "freeze"),
    text("content_root"),
    text("as_of"),
    text("printed_at"),
    integer("ordinal"),  # lần in, 1 …
    text("sha256"),  # of the printed PDF, kept in the store
    integer("pages"),
    text("paper", null=True),  # title of the paper that went out alone; empty: the whole, or a volume of it
    label="lần in hồ sơ",
    travels=False,
)

ground_confirmation = commune_table(
    "ground_confirmation",  # a căn cứ as it was held against the document; counts while it is cited so
    text("kind"),
    text("number"),
    text("issued", null=True),
    text("issuer"),
    text("title"),
    text("source"),  # what it was held against
    text("by_name"),
    text("on_date"),
    label="đối chiếu căn cứ",
    travels=False,
)

form_setting = commune_table(
    "form_setting",  # of domain.form_settings: what the papers of a goal say in the place of the regime's
    refers("goal_uid", "goal"),
    text("procedure"),  # id of the regime that it was entered under, and counts under
    text("form"),  # key of the form; "" of the whole dossier
    text("key"),  # addressees | copies | form_number
    text("value"),
    text("source"),  # "" of a form number
    integer("confirmed"),
    text("by_name"),
    text("on_date"),
    label="nơi nhận, số bản, mẫu số của hồ sơ",
    travels=True,
)

paper = commune_table(
    "paper",
    text("form"),  # key of the form
    text("number"),  # "" leaves the clerk's gap
    text("issued", null=True),
    refers("signer_uid", "person", null=True),
    refers("goal_uid", "goal"),
    refers("file_uid", "file", null=True),  # the signed paper, of one that is made elsewhere
    label="văn bản của hồ sơ",
    travels=False,  # data/paper.jsonl stays outside the content root
)
