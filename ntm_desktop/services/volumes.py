"""How the pages of a bound dossier are shared out among volumes: by criterion, or so many to each at most."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from ntm_desktop.render.binding import Piece

FORM, CRITERION, EVIDENCE = "form", "criterion", "evidence"
Key = tuple[str, str, int]
"""Of what begins on a page: a form, a criterion's evidence, or a piece of it by its order there."""
Places = Mapping[Key, int]
"""On which page of the whole each begins, counting from 1; what nobody has counted yet is not there."""
_DIGITS = 7
"""More than any page number has."""


@dataclass(frozen=True, slots=True)
class Run:
    """Pages that follow one another, what they are known by, and their line of the outline."""

    piece: Piece
    key: Key
    title: str
    level: int = 0
    goes_on: bool = False
    """It began in the volume before."""

    def __len__(self) -> int:
        return len(self.piece.pages)


Share = tuple[Run, ...]
"""What one volume holds."""


def settled(laid_out: Callable[[Places], tuple[Share, ...]]) -> tuple[tuple[Share, ...], Places]:
    """What is laid out with the very places that it has. Lists tell page numbers: they are made first without
    any, to see how long they are, and again until nothing moves.

    It ends: each time but the last, a number must have got a digit more for a list to become longer.
    """
    shares = laid_out({})
    places = _places(shares)
    for _ in range(1 + _DIGITS * len(places)):
        shares = laid_out(places)
        found = _places(shares)
        if found == places:
            return shares, places
        places = found
    raise AssertionError("page numbers never stay the same")


def _places(shares: Sequence[Share]) -> dict[Key, int]:
    runs = [run for share in shares for run in share]
    begins = accumulate((len(run) for run in runs), initial=1)
    return {run.key: begin for run, begin in zip(runs, begins, strict=False)}


def by_criterion(runs: Sequence[Run]) -> tuple[Share, ...]:
    """The papers, then the evidence of each criterion."""
    shares: list[list[Run]] = [[]]
    for run in runs:
        if run.key[0] == CRITERION and shares[-1]:
            shares.append([])
        shares[-1].append(run)
    return tuple(map(tuple, shares))


def by_pages(runs: Sequence[Run], room: int) -> tuple[Share, ...]:
    """Each volume as full as its ``room`` allows; what one volume can hold is not cut.

    The sheet of a criterion stands in the volume where its evidence begins, if that is cut for it.
    """
    shares: list[list[Run]] = [[]]
    left = room
    for index, run in enumerate(runs):
        with_next = len(run)
        if run.key[0] == CRITERION and runs[index + 1 :] and runs[index + 1].key[0] == EVIDENCE:
            following = len(runs[index + 1])
            with_next += following if len(run) + following <= room else 1
        is_headed = bool(shares[-1]) and (shares[-1][-1].key[0], run.key[0]) == (CRITERION, EVIDENCE)
        if not left or (left < with_next <= room and not is_headed):
            if shares[-1]:
                shares.append([])
            left = room
        while len(run) > left:
            head, run = _cut(run, left)
            shares[-1].append(head)
            shares.append([])
            left = room
        shares[-1].append(run)
        left -= len(run)
    return tuple(map(tuple, shares))


def _cut(run: Run, after: int) -> tuple[Run, Run]:
    """What fits, and what goes on in the next volume."""
    pages = run.piece.pages
    kind, name, order = run.key
    rest = replace(
        run,
        piece=replace(run.piece, pages=pages[after:]),
        key=(f"{kind} {name} {order}", "", len(pages) - after),
        title=run.title if run.goes_on else f"{run.title} (tiếp theo)",
        goes_on=True,
    )
    return replace(run, piece=replace(run.piece, pages=pages[:after])), rest
