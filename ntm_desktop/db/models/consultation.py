"""What was asked of the people before the dossier goes up: publication, opinions, survey, meeting and vote.

All are registers of a goal, edited in place; a figure of the procedure may have its own level for the goal.
"""

from __future__ import annotations

from ntm_desktop.db.types import commune_table, integer, refers, text

publication = commune_table(
    "publication",
    refers("goal_uid", "goal"),
    text("place"),
    text("first_day"),
    text("last_day"),  # still posted on that day
    text("note"),
    label="nơi niêm yết",
    travels=True,
)

broadcast = commune_table(
    "broadcast",
    refers("goal_uid", "goal"),
    text("on_date"),
    text("note"),
    label="lần phát thanh",
    travels=True,
)

opinion = commune_table(
    "opinion",
    refers("goal_uid", "goal"),
    text("giver"),  # domain.consultation.Giver
    text("giver_name"),
    refers("hamlet_uid", "hamlet", null=True),
    text("form"),  # domain.consultation.OpinionForm
    text("on_date"),
    text("number"),  # of the paper, "" without one
    text("content"),
    text("proposal"),  # what the commune is asked to do or to mend; "" nothing
    text("reply"),
    text("accepted"),  # domain.consultation.Accepted; "" not answered yet
    label="ý kiến tham gia",
    travels=True,
)

survey_question = commune_table(
    "survey_question",
    refers("goal_uid", "goal"),
    integer("position"),
    text("title"),
    integer("asks_overall"),  # 1: its satisfied ballots are those of the survey itself
    label="nội dung khảo sát hài lòng",
    travels=True,
)

survey = commune_table(
    "survey",
    refers("goal_uid", "goal"),
    refers("hamlet_uid", "hamlet"),
    text("on_date"),
    integer("households", null=True),  # None, here and below: nobody has typed it yet
    integer("issued", null=True),
    integer("returned", null=True),
    integer("valid", null=True),
    integer("satisfied", null=True),
    text("collector"),
    label="khảo sát hài lòng của thôn",
    travels=True,
)

survey_answer = commune_table(
    "survey_answer",
    refers("survey_uid", "survey"),
    refers("question_uid", "survey_question"),
    integer("satisfied"),
    label="số phiếu hài lòng theo nội dung",
    travels=True,
)

meeting = commune_table(
    "meeting",
    refers("goal_uid", "goal"),
    text("on_date"),
    text("begins"),  # "07:30"
    text("ends"),  # "" until it is over
    text("place"),
    text("chair"),
    text("chair_post"),
    text("secretary"),
    text("secretary_post"),
    integer("invited"),
    integer("present"),  # 0 until it was held
    integer("agreed"),
    text("discussion"),
    integer("copies_kept"),
    integer("copies_sent"),
    label="cuộc họp đề nghị xét, công nhận",
    travels=True,
)

attendee = commune_table(
    "attendee",
    refers("meeting_uid", "meeting"),
    integer("position"),
    text("name"),
    text("post"),
    label="người dự họp",
    travels=True,
)

threshold_override = commune_table(
    "threshold_override",
    refers("goal_uid", "goal"),
    text("key"),  # of a threshold of the regime
    integer("value", null=True),  # basis points, days or times; None: "chưa có mức"
    text("source"),
    integer("confirmed"),
    text("by_name"),
    text("on_date"),
    label="mức của trình tự nhập riêng",
    travels=True,
)
