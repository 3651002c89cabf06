"""Which lines of a paper share the page of its signature (M11), the same in PDF and in Word; in PDF, which
stay with the table that they open."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from math import ceil

from ntm_desktop.documents.blocks import Align, Block, Heading, Note, Paragraph, Signature, Table

_LETTERS = 72  # of a line of the text
_SOON = 5  # blocks below a table
_HOLE = 0.36  # of a page: more white than this looks as if the table ended there
_ENOUGH, _MOST = 5, 8
"""Lines: fewer make a last page that is nearly empty, more a hole on the page before."""
_ALONE = 4  # lines of one paragraph: it goes over by itself


def with_signature(blocks: Sequence[Block]) -> frozenset[int]:
    """Places of the paragraphs that go over with the signature below them: about five lines of them."""
    kept: set[int] = set()
    for place, block in enumerate(blocks):
        if isinstance(block, Signature):
            kept.update(_above(blocks, place))
    return frozenset(kept)


def above_table(blocks: Sequence[Block]) -> frozenset[int]:
    """Places of the lines that share the page of a table's first row: its day, its unit, their heading."""
    kept: set[int] = set()
    for place, block in enumerate(blocks):
        if isinstance(block, Table):
            kept.update(takewhile(lambda above: _opens(blocks[above]), range(place - 1, -1, -1)))
    return frozenset(kept)


def below_table(following: Sequence[Block]) -> tuple[Block, ...]:
    """Of what follows a table: what shares the page of its last row. Its notes, a signature soon after; of
    notes that can stand above a signature by themselves only the first two."""
    place = next((n for n, block in enumerate(following[:_SOON]) if isinstance(block, Signature)), None)
    notes = tuple(takewhile(lambda block: isinstance(block, Note), following))
    if sum(ceil(len(note.text) / _LETTERS) for note in notes if isinstance(note, Note)) > _MOST:
        return notes[:2]
    return notes if place is None else tuple(following[: place + 1])


def rows_going_over(table: Table, heights: Sequence[float], page: float) -> int:
    """Rows that go over to the last page at least: two and the total, unless that leaves a hole on the page
    before. ``heights`` are those of the last rows."""
    for count in range(rows_with_signature(table), 1, -1):
        if sum(heights[-count:]) <= _HOLE * page:
            return count
    return 1


def rows_with_signature(table: Table) -> int:
    """How many last rows share the page of what stands below the table: two, and the total."""
    last = table.rows[-1] if table.rows else None
    if last is None:
        return 0
    return 3 if last.heading or last.bold == len(table.columns) else 2


def _opens(block: Block) -> bool:
    """A note at the left belongs to the table above it."""
    match block:
        case Note():
            return block.align is not Align.LEFT
        case Paragraph():
            return block.kept
        case _:
            return isinstance(block, Heading)


def _above(blocks: Sequence[Block], signature: int) -> list[int]:
    kept: list[int] = []
    lines = 0
    for place in range(signature - 1, -1, -1):
        block = blocks[place]
        if not isinstance(block, Paragraph | Note):
            break
        lines += ceil(len(block.text) / _LETTERS)
        if kept and lines > _MOST:
            break
        kept.append(place)
        if lines >= (_ENOUGH if len(kept) > 1 else _ALONE):
            break
    return kept
