"""Which household a row of a sheet is about when its list and the register differ.

One that was renamed since is told. One that the register has in another hamlet, whether it moved there or was
entered there, is asked about: the hamlet of the row may have another of that name.
"""

from __future__ import annotations

from ntm_desktop.services.households import Former, HouseholdView
from ntm_desktop.services.importing import NEW_ONE, Choices, Question, owner_now
from ntm_desktop.sheets.columns import Value
from ntm_desktop.text import spelling_key


def find(
    given: dict[str, Value], former: Former, choices: Choices, *, owner: str = ""
) -> tuple[str, Question | None]:
    """Puts the household of today in place of the one a row names; what to say of it, what to ask first.

    ``owner``: the household that the register has for what the row is about.
    """
    if note := owner_now(given, former.called):
        return note, None
    who, hamlet = str(given.get("giver") or ""), str(given.get("hamlet") or "")
    key = spelling_key(who)
    moved = former.moved.get((key, hamlet), ())
    found = tuple(dict.fromkeys((*moved, *former.elsewhere(key, hamlet)))) if hamlet else moved
    if not found:
        return "", None
    place = f"{key}!{hamlet}"  # one answer for all rows that name it
    answer = owner if any(one.uid == owner for one in moved) else choices.answers.get(place)
    if answer is None:
        options = tuple((one.uid, one.label) for one in found)
        return "", Question(place, who, options, may_be_new=True, is_household=True)
    return next((_put(given, one) for one in found if one.uid == answer and answer != NEW_ONE), ""), None


def _put(given: dict[str, Value], one: HouseholdView) -> str:
    given["giver"], given["hamlet"] = one.name, one.hamlet_uid
    return f"Hộ nay là “{one.label}”."
