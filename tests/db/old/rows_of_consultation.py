"""A row of each table about the consultation of a goal, for ``make``."""

from __future__ import annotations

CONSULTATION: dict[str, list[dict[str, str | int | None]]] = {
    "publication": [
        {
            "uid": "posted",
            "goal_uid": "goal",
            "place": "Trụ sở UBND xã",
            "first_day": "2021-06-01",
            "last_day": "2021-06-15",
            "note": "",
        }
    ],
    "broadcast": [{"uid": "heard", "goal_uid": "goal", "on_date": "2021-06-02", "note": ""}],
    "opinion": [
        {
            "uid": "said",
            "goal_uid": "goal",
            "giver": "residents",
            "giver_name": "Cao Văn An",
            "hamlet_uid": "hamlet-1",
            "form": "box",
            "on_date": "2021-06-05",
            "number": "",
            "content": "Thống nhất",
            "proposal": "Thêm đèn đường",
            "reply": "Đưa vào kế hoạch năm 2022",
            "accepted": "taken",
        }
    ],
    "survey_question": [
        {"uid": "asked", "goal_uid": "goal", "position": 0, "title": "Đường giao thông", "asks_overall": 0}
    ],
    "survey": [
        {
            "uid": "ballots",
            "goal_uid": "goal",
            "hamlet_uid": "hamlet-1",
            "on_date": "2021-06-20",
            "households": 76,
            "issued": 76,
            "returned": 72,
            "valid": 72,
            "satisfied": 71,
            "collector": "Ban công tác Mặt trận",
        }
    ],
    "survey_answer": [{"uid": "answered", "survey_uid": "ballots", "question_uid": "asked", "satisfied": 70}],
    "meeting": [
        {
            "uid": "meeting",
            "goal_uid": "goal",
            "on_date": "2021-06-28",
            "begins": "07:30",
            "ends": "10:15",
            "place": "Hội trường UBND xã",
            "chair": "Đinh Minh Đức",
            "chair_post": "Chủ tịch UBND xã",
            "secretary": "Trần Thị Bình",
            "secretary_post": "Công chức Văn phòng",
            "invited": 32,
            "present": 31,
            "agreed": 28,
            "discussion": "",
            "copies_kept": 1,
            "copies_sent": 2,
        }
    ],
    "attendee": [
        {"uid": "came", "meeting_uid": "meeting", "position": 0, "name": "Cao Văn An", "post": "Trưởng thôn"}
    ],
    "threshold_override": [
        {
            "uid": "own",
            "goal_uid": "goal",
            "key": "publication_days",
            "value": 15,
            "source": "9/HD-VPĐP",
            "confirmed": 0,
            "by_name": "",
            "on_date": "2021-06-01",
        }
    ],
}
