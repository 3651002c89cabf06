"""The rating that the facts of a year propose for a person (đánh giá cuối năm).

No decree ties ratings to criteria of nông thôn mới: the rule is the program's proposal [practice], and the
paper that uses it says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Rating(StrEnum):
    EXCELLENT = "excellent"
    GOOD = "good"
    DONE = "done"
    FAILED = "failed"


RATING_NAMES = {
    Rating.EXCELLENT: "Hoàn thành xuất sắc nhiệm vụ",
    Rating.GOOD: "Hoàn thành tốt nhiệm vụ",
    Rating.DONE: "Hoàn thành nhiệm vụ",
    Rating.FAILED: "Không hoàn thành nhiệm vụ",
}
"""Best first."""

GOOD_MET, DONE_MET = 80, 50
"""Of a hundred criteria in charge so many must be met at least."""

RULE = (
    f"{RATING_NAMES[Rating.EXCELLENT]}: đạt tất cả tiêu chí, không tiêu chí nào mất, không nhiệm vụ nào "
    "quá hạn.",
    f"{RATING_NAMES[Rating.GOOD]}: đạt từ {GOOD_MET}% tiêu chí, không tiêu chí nào mất.",
    f"{RATING_NAMES[Rating.DONE]}: đạt từ {DONE_MET}% tiêu chí.",
    f"{RATING_NAMES[Rating.FAILED]}: các trường hợp còn lại.",
)


@dataclass(frozen=True, slots=True)
class YearFacts:
    """Counts of what a person answers for. ``lost`` of the criteria fell back within the year."""

    criteria: int
    met: int
    lost: int
    tasks: int  # due within the year
    late: int  # of these

    def __add__(self, other: YearFacts) -> YearFacts:
        return YearFacts(
            self.criteria + other.criteria,
            self.met + other.met,
            self.lost + other.lost,
            self.tasks + other.tasks,
            self.late + other.late,
        )


def proposed_rating(facts: YearFacts) -> Rating | None:
    """None of one who answers for no criterion: there is nothing to go by."""
    if not facts.criteria:
        return None
    share = facts.met * 100
    if facts.met == facts.criteria and not facts.lost and not facts.late:
        return Rating.EXCELLENT
    if share >= GOOD_MET * facts.criteria and not facts.lost:
        return Rating.GOOD
    return Rating.DONE if share >= DONE_MET * facts.criteria else Rating.FAILED
