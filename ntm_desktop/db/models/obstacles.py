"""What holds the commune back and who must decide: obstacles, promised capital, letters to contractors.

Events of an obstacle and amounts of a commitment are dated facts; the rest is edited in place.
"""

from __future__ import annotations

from ntm_desktop.db.types import commune_table, integer, refers, text

obstacle = commune_table(
    "obstacle",
    text("what"),
    refers("work_uid", "work", null=True),
    text("criterion"),  # code in the set of its day; "" none
    text("since"),
    refers("person_uid", "person", null=True),  # who follows it
    text("level"),  # domain.obstacles.Level that must decide
    text("authority"),  # the body of that level, by its name
    text("proposal"),
    label="vướng mắc",
    travels=True,
)

obstacle_event = commune_table(
    "obstacle_event",
    refers("obstacle_uid", "obstacle"),
    text("event"),  # domain.obstacles.EventKind
    text("on_date"),
    text("due", null=True),  # of what was sent: by when an answer is asked for
    refers("document_uid", "official_document", null=True),
    text("note"),
    text("supersedes", null=True),
    text("reason"),
    integer("seq"),
    label="diễn biến vướng mắc",
    travels=True,
    facts=True,
)

commitment = commune_table(
    "commitment",
    text("promiser"),
    refers("document_uid", "official_document", null=True),
    refers("work_uid", "work", null=True),  # None: for all works of the commune
    text("source"),
    integer("year"),  # budget year
    text("due"),
    text("note"),
    label="cam kết vốn",
    travels=True,
)

commitment_amount = commune_table(
    "commitment_amount",
    refers("commitment_uid", "commitment"),
    integer("amount"),  # promised from then on, đồng; 0 once it is withdrawn
    text("on_date"),
    refers("document_uid", "official_document", null=True),
    text("reason"),
    text("supersedes", null=True),
    integer("seq"),
    label="số tiền cam kết",
    travels=True,
    facts=True,
)

contractor_letter = commune_table(
    "contractor_letter",
    refers("contractor_uid", "contractor"),
    text("number"),
    text("sent"),
    text("content"),
    text("asked", null=True),  # by when an answer is asked for
    text("answered", null=True),
    text("answer"),
    label="công văn đôn đốc",
    travels=True,
)

contractor_letter_work = commune_table(
    "contractor_letter_work",
    refers("letter_uid", "contractor_letter"),
    refers("work_uid", "work"),
    label="công trình trong công văn đôn đốc",
    travels=True,
)
