"""The rating that the facts of a year propose for a person or a unit (đánh giá cuối năm).

No decree ties ratings to criteria of nông thôn mới: the rule is a proposal [practice] and therefore data
(``packs.ratings``); the screen and the paper that use it say what it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise


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


class SubjectKind(StrEnum):
    """Who is rated."""

    PERSON = "person"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class YearFacts:
    """Counts of what somebody answers for. ``lost`` of the criteria fell back within the year."""

    criteria: int
    met: int
    lost: int
    tasks: int  # due within the year
    late: int  # of these: done after the deadline, or still not done
    kept: int = 0  # met at the end of the year before, and still
    unlike: int = 0  # of the criteria: not comparable with the year before, the set was another
    in_time: int = 0  # of the tasks
    late_works: int = 0  # late on that day, or built late within the year


@dataclass(frozen=True, slots=True)
class RatingLevel:
    """What a rating asks for; None asks for nothing."""

    rating: Rating
    met_percent: int = 0
    """Of a hundred criteria in charge so many must be met at least."""
    most_lost: int | None = None
    most_late_tasks: int | None = None
    most_late_works: int | None = None

    def fits(self, facts: YearFacts) -> bool:
        limits = (
            (facts.lost, self.most_lost),
            (facts.late, self.most_late_tasks),
            (facts.late_works, self.most_late_works),
        )
        enough = facts.met * 100 >= self.met_percent * facts.criteria
        return enough and all(most is None or found <= most for found, most in limits)


@dataclass(frozen=True, slots=True)
class RatingRule:
    """Levels, best first; the last one asks for nothing."""

    source: str
    levels: tuple[RatingLevel, ...]

    @property
    def is_sound(self) -> bool:
        """Every rating once, best first, none asking for less than the one below, the last for nothing."""
        order = [level.rating for level in self.levels] == list(Rating)
        percents = [level.met_percent for level in self.levels]
        falling = all(above >= below for above, below in pairwise(percents))
        within = all(0 <= percent <= 100 for percent in percents)
        return order and falling and within and self.levels[-1] == RatingLevel(Rating.FAILED)

    def sentences(self) -> tuple[str, ...]:
        """The rule in words, one sentence a level."""
        return tuple(f"{RATING_NAMES[level.rating]}: {_asked(level)}." for level in self.levels)


def proposed_rating(facts: YearFacts, rule: RatingRule) -> Rating | None:
    """None of one who answers for no criterion: there is nothing to go by."""
    if not facts.criteria:
        return None
    return next((level.rating for level in rule.levels if level.fits(facts)), None)


def _asked(level: RatingLevel) -> str:
    return ", ".join(_conditions(level)) or "các trường hợp còn lại"


def _conditions(level: RatingLevel) -> Iterator[str]:
    if level.met_percent == 100:
        yield "đạt tất cả tiêu chí"
    elif level.met_percent:
        yield f"đạt từ {level.met_percent}% tiêu chí"
    for most, what, happens in (
        (level.most_lost, "tiêu chí", "mất"),
        (level.most_late_tasks, "nhiệm vụ", "trễ hạn"),
        (level.most_late_works, "công trình", "chậm"),
    ):
        if most is not None:
            yield f"không {what} nào {happens}" if most == 0 else f"không quá {most} {what} {happens}"
