"""Facts about indicators, what proves them, who answers for them, and the plan for an unmet one."""

from __future__ import annotations

from sqlalchemy import Index

from ntm_desktop.db.types import commune_table, integer, refers, text

assessment = commune_table(
    "assessment",
    text("set_id"),
    text("set_version"),
    text("code"),
    text("value", null=True),  # canonical JSON by part key; None when not applicable
    text("na_ground", null=True),  # legal reason of "không áp dụng"
    text("as_of"),
    text("note"),
    text("verdict"),  # as judged at the moment of recording
    text("target"),  # canonical JSON of the targets judged by then
    refers("person_uid", "person", null=True),
    text("recorded_by"),
    text("recorded_at"),  # UTC, shown, never trusted for order
    integer("seq"),  # order of recording within the commune
    text("supersedes", null=True),  # uid of the fact it corrects
    text("reason"),  # why, where a reason is required
    text("carried_from", null=True),  # uid of the fact of another set that a person took over
    label="kết quả đánh giá",
    travels=True,
    facts=True,
)
Index(
    None,  # the newest fact of an indicator is found without reading its story
    assessment.c.commune_id,
    assessment.c.set_id,
    assessment.c.code,
    assessment.c.as_of,
    assessment.c.seq,
)
Index(None, assessment.c.commune_id, assessment.c.supersedes)  # whether a fact still stands
Index(None, assessment.c.commune_id, assessment.c.seq)  # the next place in the order of recording

file = commune_table(
    "file",
    text("sha256"),
    integer("size"),
    text("type"),  # pdf jpeg png webp docx xlsx txt
    text("name"),  # the user's file name
    integer("pages", null=True),
    label="tệp",
    travels=True,
)

evidence = commune_table(
    "evidence",
    refers("file_uid", "file"),
    text("title"),
    refers("document_uid", "official_document", null=True),
    text("pages"),  # "1-3, 5"; "" = all
    text("valid_from", null=True),
    text("valid_to", null=True),
    integer("internal"),  # 1: nội bộ, never travels
    text("added_on"),
    label="minh chứng",
    travels=True,
)

evidence_link = commune_table(
    "evidence_link",
    refers("evidence_uid", "evidence"),
    text("set_id"),
    text("code"),
    integer("position"),
    label="liên kết minh chứng",
    travels=True,
)

responsibility = commune_table(
    "responsibility",
    text("set_id"),
    text("criterion"),
    refers("person_uid", "person", null=True),
    refers("head_uid", "person", null=True),  # head of unit who is judged by it
    text("department"),  # supporting phòng, sở, ngành
    refers("confirmation_uid", "official_document", null=True),
    text("from_date"),
    text("to_date", null=True),
    label="phân công",
    travels=True,
)

plan = commune_table(
    "plan",
    text("set_id"),
    text("code"),
    text("cause"),
    text("solution"),
    integer("money", null=True),  # đồng
    text("deadline", null=True),
    refers("person_uid", "person", null=True),
    text("done_on", null=True),
    text("decided_on"),  # of an earlier day it is not told
    label="kế hoạch khắc phục",
    travels=True,
)

plan_note = commune_table(
    "plan_note",
    refers("plan_uid", "plan"),
    text("on_date"),
    text("note"),
    label="ghi chú tiến độ",
    travels=True,
)
