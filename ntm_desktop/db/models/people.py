"""What the head decided on people at the end of a year, where it is not what the facts propose."""

from __future__ import annotations

from ntm_desktop.db.types import commune_table, integer, refers, text

year_rating = commune_table(
    "year_rating",
    integer("year"),
    text("kind"),  # domain.rating.SubjectKind
    refers("person_uid", "person", null=True),
    text("unit"),  # the name of the unit; "" of a person
    text("rating"),
    text("proposed"),  # what the facts proposed then; "" nothing
    text("reason"),
    text("on_date"),
    label="mức đánh giá năm",
    travels=False,
)
