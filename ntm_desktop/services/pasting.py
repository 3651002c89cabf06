"""Many figures of one day at once, as they come from a spreadsheet: all of them, or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ntm_desktop.changes import Changes
from ntm_desktop.db.session import Session
from ntm_desktop.errors import NtmError
from ntm_desktop.services import assessments
from ntm_desktop.services.judged import newest_fact, yardstick


@dataclass(frozen=True, slots=True)
class Pasted:
    changes: Changes
    older: tuple[str, ...]
    """Printed codes of indicators whose figure in force is of a later day: theirs changes nothing today."""


def record_all(session: Session, *, figures: Mapping[str, str], as_of: date, today: date) -> Pasted:
    """Text by indicator code, of the set in force today.

    Raises NtmError with a sentence for each figure that is refused; then none is recorded.
    """
    criteria_set = yardstick(session, on=today).criteria_set
    changes, problems, older = Changes(), [], []
    for code, text in figures.items():
        indicator = assessments.find(session, code=code, on=today)
        in_force = newest_fact(session, set_id=criteria_set.id, code=indicator.code, on=today)
        if in_force is not None and in_force.as_of > as_of:
            older.append(indicator.official_code)
        texts = part_texts(text, [part.key for part in indicator.parts])
        try:
            changes |= assessments.record(
                session, code=indicator.code, texts=texts, as_of=as_of, today=today, set_id=criteria_set.id
            )
        except NtmError as error:
            found = error.problems or (error.message,)
            if isinstance(error, assessments.DoubtfulNumber):
                found = tuple(f"{problem} Nếu đúng, nhập riêng chỉ tiêu này." for problem in found)
            problems += [f"{indicator.official_code}: {problem}" for problem in found]
    if problems:
        raise NtmError("Chưa dán số liệu nào. Sửa các ô sau rồi dán lại.", problems)
    return Pasted(changes, tuple(older))


def part_texts(text: str, keys: Sequence[str]) -> Mapping[str, str]:
    """“93,1; 56,4” for the parts of a compound indicator, in their order."""
    pieces = [piece.strip() for piece in text.split(";")] if len(keys) > 1 else [text]
    return dict(zip(keys, pieces, strict=False))
